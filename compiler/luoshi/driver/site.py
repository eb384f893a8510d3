"""The pages that lead through the output, filled from plan records."""

from __future__ import annotations

from luoshi.backends.site import (
    Counts,
    DocumentLink,
    FindingsPage,
    PlanEntry,
    emit_findings,
    emit_index,
    emit_plan_index,
)
from luoshi.backends.site.words import LinkKind
from luoshi.diagnostics import Diagnostic, Language
from luoshi.document.naming import DOCUMENT_WORDS
from luoshi.driver.record import FileRecord, PlanRecord
from luoshi.driver.sentences import Forms, counted

_KINDS: dict[str, LinkKind] = {
    "notice": "notice",
    "letter": "letter",
    "letters": "letters",
    "calendar": "calendar",
    "year": "calendar",
    "coverage": "coverage",
}
_PROBLEM: dict[Language, Forms] = {
    "zh-Hans": ("有1处须改。", "有{n}处须改。"),
    "zh-Hant": ("有1處須改。", "有{n}處須改。"),
    "en": ("1 finding must be fixed.", "{n} findings must be fixed."),
}
_FONT: dict[Language, str] = {
    "zh-Hans": "本机没有{wanted}，PDF里用{face}代替；Word文件仍写{wanted}。",
    "zh-Hant": "這台電腦沒有{wanted}，PDF以{face}代替；Word檔仍寫{wanted}。",
    "en": "{wanted} is not on this machine; the PDFs use {face} in its place.",
}
_NO_FACE: dict[Language, str] = {
    "zh-Hans": "本机没有{wanted}，也没有可代用的字体。",
    "zh-Hant": "這台電腦沒有{wanted}，也沒有可替代的字型。",
    "en": "{wanted} is not on this machine, nor anything in its place.",
}
_NO_DATES: dict[Language, str] = {
    "zh-Hans": "没有一项写明了年、月、日，所以没有月历PDF和订阅文件（ICS）；各项见“行事历”。",
    "zh-Hant": "沒有一項寫明了年、月、日，所以沒有月曆PDF與訂閱檔（ICS）；各項見「行事曆」。",
    "en": "Nothing in the plan has a whole date, so there is no month PDF and no calendar file (ICS); see the year table.",
}


def index_page(records: tuple[PlanRecord, ...]) -> str:
    """The page that leads to everything."""
    return emit_index(tuple(entry_of(record) for record in records))


def plan_page(record: PlanRecord) -> str:
    """The page of one plan."""
    return emit_plan_index(entry_of(record))


def findings_page(
    record: PlanRecord, findings: tuple[Diagnostic, ...], profile: str = "standard"
) -> str:
    """What was found in one plan."""
    return emit_findings(
        FindingsPage(
            title=record.title,
            language=record.language,
            findings=findings,
            region=record.region,
            plan_id=record.plan_id,
            revision=record.revision,
            profile=profile,
            units=record.units,
            duties=record.duties,
            dates=record.dates,
        )
    )


def entry_of(record: PlanRecord) -> PlanEntry:
    """A record as the index shows it; files that a failed build left standing stay listed."""
    links = _in_groups(tuple(_link(file, record.language) for file in record.files))
    return PlanEntry(
        title=record.title,
        folder=record.folder,
        language=record.language,
        plan_id=record.plan_id,
        region=record.region,
        organ=record.organ,
        period=record.period,
        state="failed" if record.refused else "draft",
        revision=record.revision,
        counts=Counts(record.errors, record.warnings, record.notes, record.waived),
        links=() if record.refused else links,
        findings_href=record.findings,
        notes=_notes(record),
        problem=counted(_PROBLEM[record.language], record.errors) if record.refused else "",
        kept=links if record.refused else (),
    )


def _in_groups(links: tuple[DocumentLink, ...]) -> tuple[DocumentLink, ...]:
    """The links with the formats of one document side by side, otherwise in their order."""
    first = {(link.kind, link.label): n for n, link in reversed(list(enumerate(links)))}
    return tuple(sorted(links, key=lambda link: first[link.kind, link.label]))


def _link(file: FileRecord, language: Language) -> DocumentLink:
    label = file.label
    if file.group in ("letters", "calendar", "year") and not label:
        label = DOCUMENT_WORDS[file.group][language]
    return DocumentLink(_KINDS[file.group], label, file.format, file.name)


def _notes(record: PlanRecord) -> tuple[str, ...]:
    notes = []
    for wanted, face in record.fonts:
        words = _FONT if face else _NO_FACE
        notes.append(words[record.language].format(wanted=wanted, face=face))
    has_ics = any(file.format == "ICS" for file in record.files)
    if record.files and not has_ics:
        notes.append(_NO_DATES[record.language])
    return tuple(dict.fromkeys(notes))
