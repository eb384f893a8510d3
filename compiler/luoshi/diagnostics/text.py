"""Findings for people at a screen: headline, place, excerpt with markers, the way out.

Places are counted in characters everywhere else; here, and only here, in screen cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from luoshi.diagnostics.console import is_wide_console, safe
from luoshi.diagnostics.diagnostic import Diagnostic, Paste, Severity
from luoshi.diagnostics.excerpt import Mark, Screen, excerpt
from luoshi.diagnostics.width import wrap
from luoshi.diagnostics.wording import label_text, note_texts, title, to_do
from luoshi.frozen import frozen
from luoshi.languages import Language
from luoshi.source import SourceFile

SHOWN_OF_A_KIND = 10
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_MORE = {"zh-Hans": "另有{n}处同类", "zh-Hant": "另有{n}處同類", "en": "{n} more of this kind"}


def render(  # noqa: PLR0917 (what a screen is, all with defaults)
    diagnostic: Diagnostic,
    language: Language,
    width: int = 80,
    color: bool = False,
    ambiguous_wide: bool = False,
    encoding: str = "utf-8",
) -> str:
    """One finding as several lines, without a line end after the last.

    ``encoding`` is that of the console; what it lacks is written out and counted as such.
    """
    wide = ambiguous_wide or is_wide_console(encoding)
    screen = Screen(max(width, 20), wide, encoding, _gutter(diagnostic))
    lines = [*_head(diagnostic, language, screen, color)]
    for source, marks in _by_file(diagnostic, language):
        lines += _excerpt(source, marks, screen)
    lines += _way_out(diagnostic, language, screen)
    return "\n".join(lines)


def render_all(  # noqa: PLR0917 (what a screen is, all with defaults)
    diagnostics: Sequence[Diagnostic],
    language: Language,
    width: int = 80,
    color: bool = False,
    ambiguous_wide: bool = False,
    encoding: str = "utf-8",
) -> str:
    """All findings with empty lines between; over ten of one kind the rest are counted."""
    totals: dict[str, int] = {}
    for item in diagnostics:
        totals[item.code] = totals.get(item.code, 0) + 1
    seen: dict[str, int] = {}
    blocks: list[str] = []
    for item in diagnostics:
        count = seen[item.code] = seen.get(item.code, 0) + 1
        if count <= SHOWN_OF_A_KIND:
            blocks.append(render(item, language, width, color, ambiguous_wide, encoding))
        if count == SHOWN_OF_A_KIND < totals[item.code]:
            blocks.append(_MORE[language].format(n=totals[item.code] - count))
    return "\n\n".join(blocks)


def _gutter(diagnostic: Diagnostic) -> int:
    """Cells of the widest line number shown, two at least so that frames of a list line up."""
    spans = [label.span for label in diagnostic.labels]
    if diagnostic.primary:
        spans.append(diagnostic.primary)
    numbers = [span.line for span in spans] + [p.line or 0 for p in diagnostic.paste]
    return max(2, *(len(str(number)) for number in numbers), 0)


def _head(item: Diagnostic, language: Language, screen: Screen, color: bool) -> Iterator[str]:
    text = safe(title(item, language), screen.encoding)
    first, *rest = wrap(text, screen.width, 2, screen.wide)
    if color:
        words = len(first.split(item.code)[0]) + len(item.code)
        code = _COLOURS.get(item.level, "0")
        first = f"\x1b[1;{code}m{first[:words]}\x1b[0m{first[words:]}"
    yield first
    yield from ("  " + line for line in rest)


def _by_file(item: Diagnostic, language: Language) -> list[tuple[SourceFile, list[Mark]]]:
    """The marks of a finding, by file; the file of the primary place first."""
    if item.primary is None:
        return []
    words = label_text(item, "primary", {}, language)
    files = {id(item.primary.source): (item.primary.source, [Mark(item.primary, "^", words)])}
    for label in item.labels:
        words = label_text(item, label.key, label.args, language)
        _, marks = files.setdefault(id(label.span.source), (label.span.source, []))
        marks.append(Mark(label.span, "-", words))
    return list(files.values())


def _excerpt(source: SourceFile, marks: list[Mark], screen: Screen) -> list[str]:
    place = marks[0].span
    name = safe(source.name, screen.encoding)
    where = f"{' ' * screen.gutter}--> {name}:{place.line}:{place.column}"
    return [where, *excerpt(source, marks, screen)]


def _way_out(item: Diagnostic, language: Language, screen: Screen) -> list[str]:
    margin = " " * (screen.gutter + 1)
    lines: list[str] = []
    for sentence in [*note_texts(item, language), to_do(item, language)]:
        if not sentence:
            continue
        text = safe(sentence, screen.encoding)
        first, *rest = wrap(text, screen.width - len(margin) - 2, 0, screen.wide)
        lines += [f"{margin}= {first}", *(f"{margin}  {line}" for line in rest)]
    for paste in item.paste:
        lines.append(_paste_line(item, paste, screen))
    return lines


def _paste_line(item: Diagnostic, paste: Paste, screen: Screen) -> str:
    text = safe(paste.text, screen.encoding)
    if paste.new:
        return f"{'+':>{screen.gutter}} | {text}"
    if paste.line is None:
        return " " * (screen.gutter + 3) + text
    if screen.cells(text) + screen.gutter + 3 <= screen.width:
        return f"{paste.line:>{screen.gutter}} | {text}"
    return " " * (screen.gutter + 3) + safe(_piece(item, paste), screen.encoding)


def _piece(item: Diagnostic, paste: Paste) -> str:
    """The part of a corrected line that differs, from one comma or bracket to the next."""
    new = paste.text
    if item.primary is None or paste.line is None:
        return new.strip()
    old = item.primary.source.line(paste.line)
    start = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    tail = 0
    while tail < min(len(old), len(new)) - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    begin = max(
        (new.rfind(mark, 0, start) + len(mark) for mark in _STOPS if mark in new[:start]), default=0
    )
    ends = [at for mark in ",]}" if (at := new.find(mark, max(len(new) - tail, begin))) >= 0]
    return new[begin : min(ends, default=len(new))].strip()


_STOPS = (", ", "{", "[", "- ")


@frozen
class _Counts:
    """How many findings of each severity, how many Luoshi can settle, how many are waived."""

    errors: int
    warnings: int
    notes: int
    fixable: int
    waived: int

    @property
    def total(self) -> int:
        return self.errors + self.warnings + self.notes


def _count(diagnostics: Iterable[Diagnostic]) -> _Counts:
    items = [item for item in diagnostics if item.level is not Severity.OFF]
    live = [item for item in items if item.waived is None]
    levels = [item.level for item in live]
    return _Counts(
        levels.count(Severity.ERROR),
        levels.count(Severity.WARNING),
        levels.count(Severity.NOTE),
        sum(1 for item in live if item.fix is not None and item.fix.safe),
        len(items) - len(live),
    )


def summary(diagnostics: Iterable[Diagnostic], language: Language, files: Sequence[str]) -> str:
    """The last line, which counts. Waived findings count only as waived."""
    counts = _count(diagnostics)
    command = " ".join(["luoshi check --fix", *files])
    return {"zh-Hans": _hans, "zh-Hant": _hant, "en": _english}[language](counts, command)


def _hans(counts: _Counts, command: str) -> str:
    text = "没有发现问题。"
    if counts.total:
        kinds = _kinds(counts, ("须改{}处", "提醒{}处", "参考{}处"))
        text = f"共{counts.total}处：{'，'.join(kinds)}。"
    if counts.waived:
        text += f"另有{counts.waived}处已有豁免说明。"
    return text + (f"其中{counts.fixable}处可代改：{command}" if counts.fixable else "")


def _hant(counts: _Counts, command: str) -> str:
    text = "沒有發現問題。"
    if counts.total:
        kinds = _kinds(counts, ("須改{}處", "提醒{}處", "參考{}處"))
        text = f"共{counts.total}處：{'，'.join(kinds)}。"
    if counts.waived:
        text += f"另有{counts.waived}處已有豁免說明。"
    return text + (f"其中{counts.fixable}處可代改：{command}" if counts.fixable else "")


def _english(counts: _Counts, command: str) -> str:
    text = "No findings."
    if counts.total:
        noun = "finding" if counts.total == 1 else "findings"
        last = "{} note" if counts.notes == 1 else "{} notes"
        kinds = _kinds(counts, ("{} must fix", "{} to check", last))
        text = f"{counts.total} {noun}: {', '.join(kinds)}."
    if counts.waived:
        text += f" {counts.waived} more {'has' if counts.waived == 1 else 'have'} a waiver."
    return text + (f" {counts.fixable} can be fixed for you: {command}" if counts.fixable else "")


def _kinds(counts: _Counts, words: tuple[str, str, str]) -> list[str]:
    numbers = (counts.errors, counts.warnings, counts.notes)
    return [word.format(n) for word, n in zip(words, numbers, strict=True) if n]
