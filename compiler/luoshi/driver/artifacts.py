"""Every file that one checked plan gives, as names and bytes. Nothing is written here."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from luoshi.check import CheckedPlan
from luoshi.diagnostics import Diagnostic
from luoshi.document.build import STATE, Builder
from luoshi.document.faults import MISSING_GLYPH, style_fault
from luoshi.document.house import load_style
from luoshi.document.naming import DOCUMENT_WORDS, clean, document_name
from luoshi.document.style import HouseStyle, StyleProblem
from luoshi.document.tree import Document
from luoshi.letters import Letter
from luoshi.model.records import Plan
from luoshi.source import World

if TYPE_CHECKING:
    from luoshi.document.calendar_tree import Calendar
    from luoshi.fonts import FontBook
    from luoshi.layout.pages import PageSet

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of a plan: its name below the plan's folder, its bytes, and how it is listed."""

    name: str
    data: bytes
    group: str  # notice, letter, letters, calendar, year, coverage
    label: str  # the party or unit it is for, empty for the whole plan
    format: str  # DOCX, PDF, HTML, Markdown, ICS, XLSX


@dataclass(slots=True)
class Made:
    """What making a plan's files gave: files, findings on the way, seconds by stage."""

    artifacts: list[Artifact] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    missing: dict[str, str] = field(default_factory=dict)  # character to where it stands
    skipped_pdfs: int = 0
    seconds: dict[str, float] = field(default_factory=dict)


class Maker:
    """Makes the files of one plan; every fault becomes a finding, the other files go on."""

    def __init__(self, checked: CheckedPlan, world: World, fonts: FontBook | None) -> None:
        self._checked = checked
        self._world = world
        self._fonts = fonts
        self._made = Made()
        self._styles: dict[str, HouseStyle] = {}
        self._taken: dict[str, str] = {}
        self._letter_pages: list[PageSet] = []

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self._checked.plan

    def make(self) -> Made:
        """All files of the plan, in a fixed order."""
        builder = self._timed("document", lambda: Builder.of(self._checked, self._world))
        notice = self._timed("document", builder.notice)
        if notice is not None:
            self._notice(notice)
        for letter, document in self._timed("document", lambda: list(builder.letters())):
            self._letter(letter, document)
        self._all_letters()
        self._calendars(builder)
        self._coverage()
        self._made.faults.extend(builder.faults)
        self._missing_glyphs()
        return self._made

    # --- documents ------------------------------------------------------------------------------

    def _notice(self, document: Document) -> None:
        from luoshi.backends.html import emit_html  # noqa: PLC0415 - formats load when used
        from luoshi.backends.markdown import emit_markdown  # noqa: PLC0415

        style = self._style(document.style)
        if style is None:
            return
        name = document.name
        self._docx(document, style, name, "notice", "")
        self._pdf(self._compose(document, style), name, "notice", "")
        html = self._timed("html", lambda: emit_html(document, style))
        self._add(f"{name}.html", html.encode(), "notice", "", "HTML")
        markdown = self._timed("markdown", lambda: emit_markdown(document))
        self._add(f"{name}.md", markdown.encode(), "notice", "", "Markdown")

    def _letter(self, letter: Letter, document: Document) -> None:
        style = self._style(document.style)
        if style is None:
            return
        name = self._unique(self._folder("letter") + document.name, letter.key)
        label = letter.taker.name or (letter.taker.unit.name if letter.taker.unit else letter.key)
        self._docx(document, style, name, "letter", label)
        pages = self._compose(document, style)
        if pages is not None:
            self._letter_pages.append(pages)
        self._pdf(pages, name, "letter", label)

    def _all_letters(self) -> None:
        if len(self._letter_pages) < 2:
            return
        from luoshi.backends.pdf import merge  # noqa: PLC0415

        name = document_name(self.plan, "letters")
        pages = merge(
            self._letter_pages, f"{self.plan.title} {DOCUMENT_WORDS['letters'][self.plan.language]}"
        )
        self._pdf(pages, name, "letters", "")

    def _docx(
        self, document: Document, style: HouseStyle, name: str, group: str, label: str
    ) -> None:
        from luoshi.backends.docx import emit_docx  # noqa: PLC0415

        data = self._timed("docx", lambda: emit_docx(document, style))
        self._add(f"{name}.docx", data, group, label, "DOCX")

    def _compose(self, document: Document, style: HouseStyle) -> PageSet | None:
        if self._fonts is None:
            return None
        from luoshi.layout.compose import compose  # noqa: PLC0415

        fonts = self._fonts
        composed = self._timed("layout", lambda: compose(document, style, fonts))
        for char, context in composed.missing:
            self._made.missing.setdefault(char, context)
        return composed.pages

    def _pdf(self, pages: PageSet | None, name: str, group: str, label: str) -> None:
        if self._fonts is None:
            self._made.skipped_pdfs += 1
        if pages is None or self._fonts is None:
            return
        from luoshi.backends.pdf import emit_pdf  # noqa: PLC0415

        fonts = self._fonts
        data = self._timed("pdf", lambda: emit_pdf(pages, fonts))
        self._add(f"{name}.pdf", data, group, label, "PDF")

    # --- calendars and tables -------------------------------------------------------------------

    def _calendars(self, builder: Builder) -> None:
        from luoshi.backends.calendar_html import emit_calendar_html  # noqa: PLC0415
        from luoshi.document.calendar import build_calendar  # noqa: PLC0415
        from luoshi.document.calendar_tree import Furniture  # noqa: PLC0415

        furniture = Furniture(content_hash=builder.digest, state=STATE[self.plan.language])
        calendar = self._timed("calendar", lambda: build_calendar(self._checked, furniture))
        style = self._style("plain" if self.plan.language == "en" else "gbt9704")
        if style is None:
            return
        month, year = (document_name(self.plan, kind) for kind in ("calendar", "year"))
        if self._fonts is not None:
            from luoshi.layout.metrics import Measure  # noqa: PLC0415
            from luoshi.layout.month_page import month_pages  # noqa: PLC0415
            from luoshi.layout.year_table import year_table_pages  # noqa: PLC0415

            fonts = self._fonts
            measure = Measure(fonts, self.plan.language)
            months = self._timed("calendar", lambda: month_pages(calendar, fonts, style, measure))
            if months is not None:
                self._pdf(months, month, "calendar", "")
            table = self._timed(
                "calendar", lambda: year_table_pages(calendar, fonts, style, measure)
            )
            self._pdf(table, year, "year", "")
            for char, context in measure.missing.items():
                self._made.missing.setdefault(char, context)
        html = self._timed("html", lambda: emit_calendar_html(calendar))
        self._add(f"{month}.html", html.encode(), "calendar", "", "HTML")
        self._ics(calendar, month)

    def _ics(self, calendar: Calendar, name: str) -> None:
        from luoshi.backends.ics import emit_ics  # noqa: PLC0415

        whole = self._timed("ics", lambda: emit_ics(calendar, None))
        if whole is None:
            return
        self._add(f"{name}.ics", whole, "calendar", "", "ICS")
        for key, unit in self._checked.index.unit_by_key.items():
            own = self._timed("ics", lambda key=key: emit_ics(calendar, key))  # type: ignore[misc]
            if own is not None:
                file = document_name(self.plan, "calendar", unit.name)
                path = self._unique(self._folder("calendar") + file, key)
                self._add(f"{path}.ics", own, "calendar", unit.name, "ICS")

    def _coverage(self) -> None:
        from luoshi.backends.coverage_html import emit_coverage_html  # noqa: PLC0415
        from luoshi.backends.xlsx import emit_coverage_xlsx  # noqa: PLC0415
        from luoshi.document.coverage import build_coverage  # noqa: PLC0415

        coverage = self._timed("coverage", lambda: build_coverage(self._checked))
        name = document_name(self.plan, "coverage")
        html = self._timed("html", lambda: emit_coverage_html(coverage))
        self._add(f"{name}.html", html.encode(), "coverage", "", "HTML")
        sheet = self._timed("xlsx", lambda: emit_coverage_xlsx(coverage))
        self._add(f"{name}.xlsx", sheet, "coverage", "", "XLSX")

    # --- help -----------------------------------------------------------------------------------

    def _style(self, name: str) -> HouseStyle | None:
        """A house style with its faults reported once; None when it can't be used."""
        if name not in self._styles:
            read = _StyleReader(self._world, self._checked.read.path)
            style = load_style(name, read)
            if read.unread is not None:
                style = replace(style, problems=(StyleProblem(1, "style-value", "UTF-8"),))
            self._made.faults += [style_fault(name, read.path, p) for p in style.problems]
            self._styles[name] = style
        style = self._styles[name]
        return None if style.problems else style

    def _missing_glyphs(self) -> None:
        for char, _context in sorted(self._made.missing.items()):
            at = self._checked.read.source.text.find(char)
            place = self._checked.read.source.span(at, at + len(char)) if at >= 0 else None
            self._made.faults.append(
                Diagnostic(rule=MISSING_GLYPH, primary=place, args={"char": char}, about=(char,))
            )

    def _folder(self, kind: str) -> str:
        return clean(DOCUMENT_WORDS[kind][self.plan.language]) + "/"

    def _unique(self, name: str, key: str) -> str:
        """The name, or the name with its key where another file has it in any letter case."""
        folded = name.casefold()
        if self._taken.setdefault(folded, key) != key:
            name = f"{name}（{clean(key).replace('/', '／')}）"
            self._taken[name.casefold()] = key
        return name

    def _add(self, name: str, data: bytes, group: str, label: str, form: str) -> None:
        self._made.artifacts.append(Artifact(name, data, group, label, form))

    def _timed(self, stage: str, work: Callable[[], T]) -> T:
        start = time.perf_counter()
        try:
            return work()
        finally:
            spent = time.perf_counter() - start
            self._made.seconds[stage] = self._made.seconds.get(stage, 0.0) + spent


class _StyleReader:
    """Reads ``styles/<name>.yaml`` from the plan's own folder, else from the shipped one."""

    def __init__(self, world: World, plan: Path) -> None:
        self._world = world
        self._folders = world.template_folders(plan)
        self.path: Path | None = None  # the file that was taken
        self.unread: Path | None = None  # one that is there but is no UTF-8 text

    def __call__(self, name: str) -> str | None:
        """The text of a style file, None where there is none; a spoilt one is not passed over."""
        for folder in self._folders:
            try:
                data = self._world.read(folder / name)
            except (FileNotFoundError, NotADirectoryError):
                continue
            except (OSError, ValueError):
                data = b"\xff"
            self.path = folder / name
            try:
                return data.decode("utf-8-sig")
            except UnicodeDecodeError:
                self.unread = self.path
                return None
        return None


def template_files(world: World, plan: Path) -> Iterator[Path]:
    """Every template and style that can have a say in a plan's documents."""
    for folder in world.template_folders(plan):
        if folder.is_dir():
            yield from sorted(p for p in folder.rglob("*") if p.is_file())
