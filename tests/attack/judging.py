"""Runs one build in a process of its own, bounded in time and memory, and judges what comes out."""

from __future__ import annotations

import io
import json
import multiprocessing
import re
import resource
import signal
import time
import traceback
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

SECONDS = 60
BYTES = 3 * 2**30


def build_apart(plan: Path, seconds: int = SECONDS) -> tuple[str, float]:
    """What went wrong when one plan was made, empty when nothing did, and how long it took."""
    here, there = multiprocessing.Pipe(duplex=False)
    start = time.perf_counter()
    child = multiprocessing.get_context("fork").Process(target=_child, args=(plan, there, seconds))
    child.start()
    there.close()
    said = here.recv() if here.poll(seconds + 20) else "hang: killed from outside"
    if child.is_alive() and said.startswith("hang"):
        child.kill()
    child.join()
    return said, time.perf_counter() - start


def _child(plan: Path, answer: Any, seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    signal.signal(signal.SIGALRM, _late)
    signal.alarm(seconds)
    try:
        answer.send("\n".join(made_and_judged(plan)))
    except BaseException:
        answer.send(traceback.format_exc(limit=-8))


def _late(*_: Any) -> None:
    raise TimeoutError("hang")


def made_and_judged(plan: Path) -> Iterable[str]:
    """Make one plan and name every file that does not parse or leaves its folder."""
    from luoshi.diagnostics.json_form import to_json
    from luoshi.diagnostics.text import render_all
    from luoshi.driver.make import MakeJob, make_plan
    from luoshi.source import DiskWorld

    made = make_plan(MakeJob(DiskWorld(date(2026, 9, 1)), plan, "draft", ()))
    for language in ("zh-Hans", "zh-Hant", "en"):
        render_all(made.findings, language).encode("utf-8")
        json.loads(to_json(made.findings, language))
    json.dumps(made.record.to_json(), ensure_ascii=False).encode("utf-8")
    state = "refused" if made.record.refused else "made"
    yield from (
        f"{state}: {name}: {fault}" for name, data in made.files for fault in _faults(name, data)
    )


def _faults(name: str, data: bytes) -> Iterable[str]:
    if ".." in Path(name).parts or name.startswith("/") or len(name.encode()) > 400:
        yield "leads outside"
    if any(len(part.encode()) > 255 for part in name.split("/")):
        yield "too long a name"
    if re.search(r"[\x00-\x1f\\:*?\"<>|\u202a-\u202e]", name):
        yield "a name with marks"
    judge = _JUDGES.get(name.rpartition(".")[2])
    try:
        if judge is None:
            yield "no judge"
        else:
            yield from judge(data) or ()
    except Exception:
        yield traceback.format_exc(limit=-3)


def _docx(data: bytes) -> Iterable[str]:
    import docx
    from lxml import etree

    docx.Document(io.BytesIO(data))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.namelist():
            if part.endswith((".xml", ".rels")):
                text = package.read(part)
                etree.fromstring(text)
                if re.search(rb'TargetMode="External"', text) and re.search(
                    rb"(?i)(javascript|file|data):", text
                ):
                    yield f"{part} links to code"


def _xlsx(data: bytes) -> Iterable[str]:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data))
    for page in book:
        for row in page.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield f"formula in {cell.coordinate}: {str(cell.value)[:40]!r}"


def _plain_html(data: bytes) -> Iterable[str]:
    from html.parser import HTMLParser

    found: list[str] = []

    class _Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            for key, value in attrs:
                if key.startswith("on") or re.match(
                    r"\s*(javascript|vbscript|data|file):", value or "", re.I
                ):
                    found.append(f"<{tag} {key}={(value or '')[:40]!r}>")
            if tag in ("iframe", "object", "embed", "base", "img"):
                found.append(f"<{tag}>")

    text = data.decode("utf-8")
    _Reader().feed(text)
    yield from found
    if "<script>alert" in text:
        yield "a script of the plan's"
    if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text):
        yield "control characters"


def _pdf(data: bytes) -> Iterable[str]:
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-32:]:
        yield "no PDF"
    plain = re.sub(rb"(?s)\bstream\r?\n.*?endstream", b"", data)
    if re.search(rb"/(JavaScript|JS|Launch|OpenAction|EmbeddedFile)\b", plain):
        yield "actions in a PDF"


def _ics(data: bytes) -> Iterable[str]:
    import icalendar

    calendar = icalendar.Calendar.from_ical(data)
    if not calendar.walk("VEVENT") and not calendar.walk("VTODO"):
        yield "no events"
    for event in calendar.walk("VEVENT"):
        if event.errors:
            yield str(event.errors)[:200]
    if any(len(line) > 75 for line in data.split(b"\r\n")):
        yield "a line of more than 75 bytes"
    if re.search(rb"[^\r]\n|\r[^\n]|[\x00-\x08\x0b\x0c\x0e-\x1f]", data):
        yield "bare line ends or control characters"


def _markdown(data: bytes) -> Iterable[str]:
    data.decode("utf-8")
    return ()


_JUDGES: dict[str, Any] = {
    "docx": _docx, "xlsx": _xlsx, "html": _plain_html, "pdf": _pdf, "ics": _ics, "md": _markdown,
}  # fmt: skip
