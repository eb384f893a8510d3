"""Building: plans in, an output folder out. Unchanged plans are left alone, others made whole."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from luoshi.check import Profile
from luoshi.diagnostics import Diagnostic, Severity
from luoshi.driver.output import OutputFolder, digest
from luoshi.driver.record import PlanRecord
from luoshi.source import World

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
        return any(o.state == "refused" or o.busy or o.kept or o.skipped_pdfs for o in self.outcomes)


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
        self._world = world
        self._settings = settings
        self._output = output
        self._tool = tool_digest()

    def run(self, paths: Sequence[Path], progress: Progress | None) -> Iterator[PlanOutcome]:
        """Each plan in turn: left alone when nothing it depends on changed, else made anew."""
        folders: dict[str, Path] = {}
        waiting: list[tuple[Path, PlanOutcome | None]] = []
        for path in paths:
            waiting.append((path, self._unchanged(path)))
        to_make = [path for path, done in waiting if done is None]
        made = self._make_all(to_make)
        for n, (path, done) in enumerate(waiting):
            if progress is not None:
                progress(n, len(waiting), path.stem)
            outcome = done if done is not None else self._store(next(made), folders)
            folders[outcome.record.folder] = path
            yield outcome

    # --- unchanged ------------------------------------------------------------------------------

    def _unchanged(self, path: Path) -> PlanOutcome | None:
        """The stored outcome of a plan whose inputs and outputs are as they were."""
        if self._settings.force:
            return None
        for folder, stored in self._output.manifest.plans.items():
            if stored.get("path") != path.as_posix():
                continue
            inputs = stored.get("inputs", {})
            if stored.get("key") != self._key(path) or not inputs:
                return None
            if any(_file_digest(Path(name)) != value for name, value in inputs.items()):
                return None
            if self._expired(stored.get("expires", [])) != stored.get("expired"):
                return None
            names = stored.get("files", [])
            if not all(self._output.is_ours(name) for name in names):
                return None
            record = PlanRecord.from_json(stored.get("record"))
            if record is None or record.folder != folder:
                return None
            state: State = "refused" if record.refused else "unchanged"
            return PlanOutcome(path, state, record)
        return None

    def _key(self, path: Path) -> str:
        parts = [self._tool, self._settings.profile, str(self._fonts_key())]
        for file in _template_files(self._world, path):
            parts.append(f"{file.as_posix()}={_file_digest(file)}")
        return digest("\n".join(parts).encode())

    def _fonts_key(self) -> str:
        from luoshi.driver.fontkey import fonts_key  # noqa: PLC0415

        return fonts_key(self._settings.font_folders)

    def _expired(self, days: Sequence[str]) -> list[str]:
        today = self._world.today()
        return [day for day in days if date.fromisoformat(day) < today]

    # --- making ---------------------------------------------------------------------------------

    def _make_all(self, paths: Sequence[Path]) -> Iterator[Any]:
        from luoshi.driver.make import MakeJob, make_plan  # noqa: PLC0415 - formats load here

        jobs = [
            MakeJob(self._world, path, self._settings.profile, self._settings.font_folders)
            for path in paths
        ]
        count = min(self._settings.jobs, len(jobs))
        if count < 2:
            yield from map(make_plan, jobs)
            return
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

        with ProcessPoolExecutor(count) as pool:
            yield from pool.map(make_plan, jobs)

    def _store(self, made: Any, folders: dict[str, Path]) -> PlanOutcome:
        """Write what one plan gave; a refused plan leaves its last files alone."""
        folder = self._folder_of(made, folders)
        record: PlanRecord = made.record.in_folder(folder)
        if record.refused:
            record = record.with_standing(self._last_record(folder))
        outcome = PlanOutcome(
            made.path,
            "refused" if record.refused else "made",
            record,
            made.findings,
            skipped_pdfs=made.skipped_pdfs,
            seconds=made.seconds,
        )
        before = self._output.manifest.plans.get(folder, {}).get("files", [])
        names = [] if not record.refused else [n for n in before if self._output.current(n)]
        for name, data in made.files:
            full = f"{folder}/{name}"
            happened = self._output.write(full, data)
            names.append(full)
            outcome.written += happened == "written"
            if happened == "kept":
                outcome.kept.append(full)
            elif happened == "busy":
                outcome.busy.append(full)
        if not record.refused:
            outcome.kept += [n for n in before if n not in names and not self._output.remove(n)]
        self._output.manifest.plans[folder] = {
            "path": made.path.as_posix(),
            "key": self._key(made.path),
            "inputs": {p.as_posix(): _file_digest(p) for p in made.inputs},
            "expires": list(made.expires),
            "expired": self._expired(made.expires),
            "files": sorted(set(names)),
            "record": record.to_json(),
        }
        return outcome

    def _last_record(self, folder: str) -> PlanRecord | None:
        return PlanRecord.from_json(self._output.manifest.plans.get(folder, {}).get("record"))

    def _folder_of(self, made: Any, folders: dict[str, Path]) -> str:
        folder: str = made.record.folder
        taken = {name.casefold() for name in folders}
        if folder.casefold() not in taken:
            return folder
        return next(
            name
            for n in range(2, len(taken) + 3)
            if (name := f"{folder}（{n}）").casefold() not in taken
        )

    # --- the site -------------------------------------------------------------------------------

    def write_site(self, outcomes: Sequence[PlanOutcome]) -> None:
        """The index of everything, and one page for each plan."""
        from luoshi.driver.site import index_page, plan_page  # noqa: PLC0415

        shown = {o.record.folder: o.record for o in outcomes}
        for folder, stored in self._output.manifest.plans.items():
            record = PlanRecord.from_json(stored.get("record"))
            if folder not in shown and record is not None:
                shown[folder] = record
        records = tuple(shown[name] for name in sorted(shown))
        for outcome in outcomes:
            page = plan_page(outcome.record)
            self._output.write(f"{outcome.record.folder}/index.html", page.encode())
        self._output.write("index.html", index_page(records).encode())


def tool_digest() -> str:
    """What changes when the program itself changes: sizes and times of its own files."""
    package = Path(__file__).resolve().parent.parent
    value = hashlib.sha256()
    for folder, _, files in sorted(os.walk(package)):
        for name in sorted(files):
            if name.endswith((".py", ".css", ".yaml")):
                status = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - quick
                value.update(f"{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return value.hexdigest()


def _template_files(world: World, plan: Path) -> Iterator[Path]:
    for folder in world.template_folders(plan):
        if folder.is_dir():
            yield from sorted(p for p in folder.rglob("*") if p.is_file())


def _file_digest(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


def worst(findings: Iterable[Diagnostic]) -> Severity:
    """The weightiest severity among findings that are not waived."""
    return max((f.level for f in findings if f.waived is None), default=Severity.OFF)



