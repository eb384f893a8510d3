"""Making one plan from end to end, in this process or another: path in, names and bytes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from luoshi.check import CheckContext, CheckedPlan, Profile
from luoshi.check.run import weighed
from luoshi.check.waivers import waive_later
from luoshi.diagnostics import Diagnostic, Diagnostics, Language, Severity
from luoshi.document.naming import clean, document_name, shorten
from luoshi.document.times import period_text
from luoshi.driver.artifacts import Made, Maker
from luoshi.driver.check import Checked, check_file
from luoshi.driver.record import FileRecord, PlanRecord
from luoshi.driver.site import findings_page
from luoshi.letters import content_hash, revision_of
from luoshi.model import Index
from luoshi.source import World

if TYPE_CHECKING:
    from luoshi.fonts import FontBook


@dataclass(frozen=True, slots=True)
class MakeJob:
    """What one plan is made from."""

    world: World
    path: Path
    profile: Profile
    font_folders: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class PlanMade:
    """What one plan gave. ``files`` hold names below the plan's folder and bytes."""

    path: Path
    record: PlanRecord
    files: tuple[tuple[str, bytes], ...]
    findings: tuple[Diagnostic, ...]
    inputs: tuple[Path, ...]
    expires: tuple[str, ...]
    skipped_pdfs: int
    seconds: dict[str, float]


def make_plan(job: MakeJob) -> PlanMade:
    """Check a plan and make its files; a plan with something to fix gives its findings alone."""
    checked = check_file(job.world, job.path, job.profile)
    made = Made()
    if checked.plan is not None:
        made = Maker(checked.plan, job.world, _able(job, checked.plan.plan.language)).make()
    faults = Diagnostics()
    faults.extend(made.faults)  # a template used for many letters has its fault once
    later = weighed(faults.sorted(), job.profile)
    if checked.read is not None:
        later = waive_later(CheckContext(checked.read, job.world.today()), later)
    findings = (*checked.findings, *later)
    refused = any(f.level is Severity.ERROR and f.waived is None for f in findings)
    record = _record(checked, made, findings, refused=refused)
    page = findings_page(record, findings, job.profile)
    kept = [] if refused else [(a.name, a.data) for a in made.artifacts]
    return PlanMade(
        path=job.path,
        record=record,
        files=(*kept, (record.findings, page.encode())),
        findings=findings,
        inputs=checked.read.files if checked.read else (job.path,),
        expires=tuple(_expiry_days(checked)),
        skipped_pdfs=made.skipped_pdfs,
        seconds=made.seconds,
    )


_books: dict[tuple[Path, ...], FontBook] = {}


def _able(job: MakeJob, language: Language) -> FontBook | None:
    """The fonts, or None where none of them can set the plan's script: better no PDF than boxes."""
    book = fonts_of(job.font_folders)
    return book if book.face_for("a" if language == "en" else "一", "songti", language) else None


def fonts_of(folders: tuple[Path, ...]) -> FontBook:
    """The fonts of this machine, found once for each process."""
    from luoshi.fonts import FontBook  # noqa: PLC0415 - a refused plan needs none

    if folders not in _books:
        _books[folders] = FontBook.find(folders)
    return _books[folders]


def _findings_name(checked: Checked) -> str:
    if checked.read is None:
        return "检查结果.html"
    return document_name(checked.read.plan, "findings") + ".html"


def _expiry_days(checked: Checked) -> Iterator[str]:
    for waiver in checked.read.plan.waivers if checked.read else ():
        last = waiver.until.date if waiver.until is not None else None
        if last is not None:
            yield last.isoformat()


def _record(
    checked: Checked, made: Made, findings: tuple[Diagnostic, ...], *, refused: bool
) -> PlanRecord:
    counts = dict.fromkeys(Severity, 0)
    for found in findings:
        if found.waived is None:
            counts[found.level] += 1
    common: dict[str, Any] = {
        "path": checked.path.as_posix(),
        "refused": refused,
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "notes": counts[Severity.NOTE],
        "waived": sum(f.waived is not None for f in findings),
        "findings": _findings_name(checked),
    }
    if checked.read is None:
        stem = clean(checked.path.stem) or "plan"
        return PlanRecord(
            folder=stem, plan_id=stem, title=stem, language="zh-Hans", region="CN", **common
        )
    plan, index = checked.read.plan, checked.read.index
    files = (
        ()
        if refused
        else tuple(FileRecord(a.name, a.group, a.label, a.format) for a in made.artifacts)
    )
    return PlanRecord(
        folder=shorten(clean(plan.id), 90) or "plan",
        plan_id=plan.id,
        title=plan.title or plan.id,
        language=plan.language,
        region=plan.region,
        organ=_organ(index),
        period=period_text(plan.period, plan),
        revision=revision_of(content_hash(plan)),
        units=len(index.by_unit),
        duties=len(index.duties),
        dates=sum(len(found.times) for found in index.obligations),
        letters=len({f.name for f in files if f.group == "letter" and f.format == "DOCX"}),
        files=files,
        fonts=_substitutions(checked.plan, made),
        **common,
    )


def _organ(index: Index) -> str:
    issue = index.plan.issue
    return index.name_of(issue.organs[0]) if issue is not None and issue.organs else ""


def _substitutions(plan: CheckedPlan | None, made: Made) -> tuple[tuple[str, str], ...]:
    if plan is None or not any(a.format == "PDF" for a in made.artifacts):
        return ()
    book = next(iter(_books.values()))
    return tuple(
        (s.wanted, s.face.family if s.face else "") for s in book.substitutions(plan.plan.language)
    )
