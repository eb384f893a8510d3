"""Building: plans in, an output folder out. Unchanged plans are left alone, others made whole."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from luoshi.check import Profile
from luoshi.diagnostics import Diagnostic
from luoshi.driver.freshness import Freshness
from luoshi.driver.output import OutputFolder
from luoshi.driver.record import PlanRecord
from luoshi.source import World

if TYPE_CHECKING:
    from luoshi.driver.make import PlanMade

State = Literal["made", "unchanged", "refused"]
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build was asked for."""

    output: Path
    profile: Profile = "standard"
    force: bool = False
    jobs: int = 1
    font_folders: tuple[Path, ...] = ()


@dataclass(slots=True)
class PlanOutcome:
    """How one plan fared; ``kept`` and ``busy`` name files that were not replaced."""

    path: Path
    state: State
    record: PlanRecord
    findings: tuple[Diagnostic, ...] = ()
    written: int = 0
    kept: list[str] = field(default_factory=list)
    busy: list[str] = field(default_factory=list)
    twin: bool = False  # another plan has the same id, so the folder has a number
    skipped_pdfs: int = 0
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class BuildReport:
    """How the whole build fared."""

    outcomes: list[PlanOutcome]
    index: Path
    files: int

    @property
    def has_errors(self) -> bool:
        """True when a plan was refused or a file could not be replaced."""
        return any(
            o.state == "refused" or o.busy or o.kept or o.skipped_pdfs for o in self.outcomes
        )


def plan_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The plan files that paths name: a file itself, or the YAML files right in a folder."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = (p for p in path.iterdir() if p.suffix.lower() in (".yaml", ".yml"))
            for file in sorted(inside):
                found.setdefault(file)
        else:
            found.setdefault(path)
    return tuple(found)


def build(
    world: World, paths: Sequence[Path], settings: Settings, progress: Progress | None = None
) -> BuildReport:
    """Build plans into the output folder.

    Raises:
        LuoshiError: The folder can't be written, the disk is full, or another build is running.
    """
    output = OutputFolder(settings.output, force=settings.force)
    with output.lock():
        work = _Work(world, settings, output)
        outcomes = list(work.run(paths, progress))
        work.write_site(outcomes)
        output.close()
    return BuildReport(outcomes, settings.output / "index.html", len(output.manifest.files))


class _Work:
    """One build in an output folder that is locked."""

    def __init__(self, world: World, settings: Settings, output: OutputFolder) -> None:
        self._settings = settings
        self._output = output
        self._fresh = Freshness(world, output, settings.profile, settings.font_folders)
        self._world = world
        self._claimed: dict[str, Path] = {}  # folder in lower case to the plan it belongs to

    def run(self, paths: Sequence[Path], progress: Progress | None) -> Iterator[PlanOutcome]:
        """Each plan in turn: left alone when nothing it depends on changed, else made anew."""
        done = {
            path: None if self._settings.force else self._fresh.unchanged(path) for path in paths
        }
        for path, record in done.items():
            if record is not None:
                self._claimed[record.folder.casefold()] = path
        waiting = [path for path, record in done.items() if record is None]
        with contextlib.closing(self._make_all(waiting)) as made:
            for n, (path, record) in enumerate(done.items()):
                if progress is not None:
                    progress(n, len(done), path.stem)
                if record is not None:
                    yield PlanOutcome(
                        path, "unchanged", record, kept=self._fresh.edited(record.folder)
                    )
                else:
                    yield self._store(next(made))

    def _make_all(self, paths: Sequence[Path]) -> Generator[PlanMade, None, None]:
        from luoshi.driver.make import MakeJob, make_plan  # noqa: PLC0415 - formats load here

        jobs = [
            MakeJob(self._world, path, self._settings.profile, self._settings.font_folders)
            for path in paths
        ]
        workers = min(self._settings.jobs, len(jobs))
        if workers < 2:
            yield from map(make_plan, jobs)
            return
        from luoshi.driver.workers import in_processes  # noqa: PLC0415

        yield from in_processes(workers, make_plan, jobs)

    def _store(self, made: PlanMade) -> PlanOutcome:
        """Write what one plan gave; a refused plan leaves its last files alone."""
        folder = self._folder_of(made)
        record = made.record.in_folder(folder)
        stored = self._output.manifest.plans.get(folder, {})
        if record.refused:
            record = record.with_standing(PlanRecord.from_json(stored.get("record")))
        outcome = PlanOutcome(
            made.path,
            "refused" if record.refused else "made",
            record,
            made.findings,
            twin=folder != made.record.folder and not made.record.refused,
            skipped_pdfs=made.skipped_pdfs,
            seconds=made.seconds,
        )
        before: list[str] = stored.get("files", [])
        names = [n for n in before if self._output.current(n)] if record.refused else []
        names += self._write(made, folder, outcome)
        if not record.refused:
            outcome.kept += [n for n in before if n not in names and not self._output.remove(n)]
        entry = self._fresh.entry(made, record, sorted(set(names)), outcome.kept)
        if outcome.busy:
            entry["key"] = ""  # the next build tries these files again
        self._output.manifest.plans[folder] = entry
        self._forget_old_folders(made.path, folder)
        return outcome

    def _write(self, made: PlanMade, folder: str, outcome: PlanOutcome) -> list[str]:
        names = []
        for name, data in made.files:
            full = f"{folder}/{name}"
            names.append(full)
            happened = self._output.write(full, data)
            outcome.written += happened == "written"
            if happened == "kept":
                outcome.kept.append(full)
            elif happened == "busy":
                outcome.busy.append(full)
        return names

    def _folder_of(self, made: PlanMade) -> str:
        """The plan's folder; a plan whose id another one has gets a number behind it."""
        wanted = made.record.folder
        if made.record.refused:
            wanted = self._fresh.folder_of(made.path) or wanted
        names = (wanted if n == 1 else f"{wanted}（{n}）" for n in count(1))
        folder = next(name for name in names if self._is_free(name, made.path))
        self._claimed[folder.casefold()] = made.path
        return folder

    def _is_free(self, folder: str, path: Path) -> bool:
        claimed = self._claimed.get(folder.casefold())
        if claimed is not None:
            return claimed == path
        owner = self._fresh.owner_of(folder)
        return owner is None or owner == self._fresh.where(path)

    def _forget_old_folders(self, path: Path, folder: str) -> None:
        """Take away what an earlier build left under another folder name of the same plan."""
        for other in self._fresh.folders_of(path):
            if other != folder:
                stored = self._output.manifest.plans.pop(other)
                for name in (*stored.get("files", []), f"{other}/index.html"):
                    self._output.remove(name)

    # --- the site -------------------------------------------------------------------------------

    def write_site(self, outcomes: Sequence[PlanOutcome]) -> None:
        """The index of everything, and one page for each plan."""
        from luoshi.driver.site import index_page, plan_page  # noqa: PLC0415

        shown = self._fresh.records() | {o.record.folder: o.record for o in outcomes}
        records = tuple(shown[name] for name in sorted(shown))
        for outcome in outcomes:
            self._write_page(
                f"{outcome.record.folder}/index.html", plan_page(outcome.record), outcome
            )
        if outcomes:
            self._write_page("index.html", index_page(records), outcomes[-1])

    def _write_page(self, name: str, page: str, outcome: PlanOutcome) -> None:
        happened = self._output.write(name, page.encode())
        if happened == "kept":
            outcome.kept.append(name)
        elif happened == "busy":
            outcome.busy.append(name)
