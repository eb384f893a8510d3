"""What the pages of ``output/`` are made from: plain values that the driver fills."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from luoshi.backends.site.words import LinkKind, PlanState
from luoshi.diagnostics import Diagnostic, Language, Severity


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """One file of a plan.

    ``label`` parts documents of one kind: the party of a letter, the kind of a calendar; it may be
    empty. Kind ``letters`` is all letters in one file. ``format`` is what the link says (DOCX,
    PDF). ``href`` is a path below the plan's own folder, as it is on disk, with ``/``; it is
    percent-encoded here.
    """

    kind: LinkKind
    label: str
    format: str
    href: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings of each severity; those with a waiver count only as such."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0
    waived: int = 0

    @property
    def total(self) -> int:
        """All that is still open."""
        return self.errors + self.warnings + self.notes

    def of(self, level: Severity) -> int:
        """The open findings of one severity."""
        numbers = {Severity.ERROR: self.errors, Severity.WARNING: self.warnings}
        return numbers.get(level, self.notes)


def count_findings(findings: Iterable[Diagnostic]) -> Counts:
    """The counts of a list of findings."""
    kept = [found for found in findings if found.level is not Severity.OFF]
    levels = [found.level for found in kept if found.waived is None]
    return Counts(
        levels.count(Severity.ERROR),
        levels.count(Severity.WARNING),
        levels.count(Severity.NOTE),
        len(kept) - len(levels),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEntry:
    """One plan on the index.

    ``folder`` is the plan's folder below ``output/`` as it is on disk. ``organ`` groups the plans.
    ``draft`` is the number of the draft, 0 where nobody counts them. ``findings_href`` names the
    findings page in the folder. ``problem`` is the sentence that says why nothing could be made;
    ``kept`` are then the files that still stand. ``notes`` are the lines of "About this build".
    """

    title: str
    folder: str
    language: Language
    plan_id: str = ""
    region: str = "CN"
    organ: str = ""
    period: str = ""
    state: PlanState = "draft"
    draft: int = 0
    revision: str = ""
    counts: Counts = Counts()
    links: tuple[DocumentLink, ...] = ()
    findings_href: str = ""
    notes: tuple[str, ...] = ()
    problem: str = ""
    kept: tuple[DocumentLink, ...] = ()

    def of_kind(self, kind: LinkKind) -> tuple[DocumentLink, ...]:
        """The links of one kind, in order."""
        return tuple(link for link in self.links if link.kind == kind)

    @property
    def letters(self) -> int:
        """How many letters there are; each has one DOCX, the print job of all of them has none."""
        return sum(link.format == "DOCX" for link in self.of_kind("letter"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsPage:
    """What the findings page of a plan shows.

    ``units``, ``duties`` and ``dates`` are what was checked and found in order: units that have
    duties, duties that have an owner, dates; 0 leaves a part of the closing sentence out.
    ``command`` is what to type to have safe fixes made, without the file's name.
    """

    title: str
    language: Language
    findings: tuple[Diagnostic, ...]
    region: str = "CN"
    plan_id: str = ""
    revision: str = ""
    profile: str = "standard"
    units: int = 0
    duties: int = 0
    dates: int = 0
    index_href: str = "index.html"
    command: str = "luoshi check --fix"
