"""All plans of the project, built once, before judges that nobody here wrote."""

from __future__ import annotations

import ctypes
import ctypes.util
import re
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from luoshi.driver.check import check_file
from luoshi.letters import letters
from luoshi.model import Index
from luoshi.source import DiskWorld

_TOP = Path(__file__).parents[2]
_PLANS = sorted((_TOP / "plans").glob("*.yaml"))
_DAY = date(2026, 9, 1)

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole output of the project's plans, as the command line makes it."""
    root = tmp_path_factory.mktemp("whole") / "output"
    command = [
        sys.executable,
        "-m",
        "luoshi",
        "build",
        "plans",
        "-o",
        str(root),
        "--as-of",
        _DAY.isoformat(),
    ]
    ran = subprocess.run(
        command, cwd=_TOP, env=_environment(), capture_output=True, timeout=300, check=False
    )
    assert ran.returncode == 0, (ran.stdout + ran.stderr).decode("utf-8", "replace")
    return root


def _environment() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(_TOP / "compiler"), "PYTHONIOENCODING": "utf-8"}


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def _run(*command: str) -> str:
    ran = subprocess.run(command, capture_output=True, timeout=300, check=False)
    assert ran.returncode == 0, (ran.stdout + ran.stderr).decode("utf-8", "replace")
    return ran.stdout.decode("utf-8", "replace")


def _all(output: Path, ending: str) -> list[Path]:
    found = sorted(output.rglob(f"*{ending}"))
    assert found, f"no {ending} was made"
    return found


def _index(path: Path) -> Index:
    read = check_file(DiskWorld(_DAY), path).read
    assert read is not None
    return read.index


def _bare(text: str) -> str:
    """Characters alone: no spaces, no marks that a line break may take or give, one form of each.

    Capitals count as small ones: an English duty behind "If so:" begins small.
    """
    return re.sub(
        r"[\s\u00ad\u200b\ufeff_＿-]+", "", unicodedata.normalize("NFKC", text)
    ).casefold()


def _texts(path: Path) -> list[str]:
    return [_bare(duty.text.rstrip("。；;.")) for duty in _index(path).duties]


# --- what is there --------------------------------------------------------------------------------


@pytest.mark.parametrize("path", _PLANS, ids=lambda p: p.stem)
def test_every_party_that_is_bound_has_a_letter(output: Path, path: Path) -> None:
    index = _index(path)
    folder = output / index.plan.id
    wanted = len(letters(index))
    assert wanted
    for ending in (".docx", ".pdf"):
        own = [f for f in folder.rglob(f"*{ending}") if f.parent != folder]
        assert len(own) == wanted


@pytest.mark.parametrize("path", _PLANS, ids=lambda p: p.stem)
def test_the_notice_holds_every_duty(output: Path, path: Path) -> None:
    index = _index(path)
    (notice,) = (f for f in (output / index.plan.id).glob("*.md"))
    text = _bare(re.sub(r"\\(.)", r"\1", notice.read_text(encoding="utf-8")))
    assert [t for t in _texts(path) if t not in text] == []


def test_every_page_stands_alone(output: Path) -> None:
    class Links(HTMLParser):
        """Collects what a page would load or lead to."""

        def __init__(self) -> None:
            super().__init__()
            self.loads: list[str] = []
            self.leads: list[str] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            given = {name: value or "" for name, value in attrs}
            if tag in ("script", "img", "iframe", "object", "embed", "source", "video", "audio"):
                self.loads.append(given.get("src", given.get("data", "")))
            if tag == "link":
                self.loads.append(given.get("href", ""))
            if tag == "a":
                self.leads.append(given.get("href", ""))

    from urllib.parse import unquote

    for page in _all(output, ".html"):
        text = page.read_text(encoding="utf-8")
        found = Links()
        found.feed(text)
        assert not [x for x in found.loads if x and not x.startswith("data:")], page.name
        assert not re.search(
            r"url\((?!['\"]?(?:data:|#))|@import|https?://(?!www\.w3\.org/)", text
        ), page.name
        for lead in found.leads:
            target = unquote(lead.partition("#")[0])
            assert not target or (page.parent / target).is_file(), f"{page.name} leads to {target}"


# --- other people's tools -------------------------------------------------------------------------


@pytest.mark.outside
def test_qpdf_finds_nothing_in_any_pdf(output: Path) -> None:
    qpdf = _tool("qpdf")
    for file in _all(output, ".pdf"):
        assert "WARNING" not in _run(qpdf, "--check", str(file)), file.name


@pytest.mark.outside
def test_every_font_of_every_pdf_is_embedded(output: Path) -> None:
    pdffonts = _tool("pdffonts")
    for file in _all(output, ".pdf"):
        lines = _run(pdffonts, str(file)).splitlines()[2:]
        assert lines, f"{file.name} has no text"
        for line in lines:
            embedded, subset, maps = line.split()[-5:-2]
            assert (embedded, subset, maps) == ("yes", "yes", "yes"), f"{file.name}: {line}"


@pytest.mark.outside
@pytest.mark.parametrize("path", _PLANS, ids=lambda p: p.stem)
def test_a_notice_read_back_from_pdf_has_its_words_in_order(output: Path, path: Path) -> None:
    pdftotext = _tool("pdftotext")
    folder = output / _index(path).plan.id
    (markdown,) = folder.glob("*.md")
    text = _bare(_run(pdftotext, "-raw", "-enc", "UTF-8", str(markdown.with_suffix(".pdf")), "-"))
    # A page number may stand in the middle of a sentence that runs over two pages.
    whole = re.sub(r"[—–-]?\d{1,3}[—–-]", "", text)
    duties = [re.sub(r"[—–-]?\d{1,3}[—–-]", "", duty) for duty in _texts(path)]
    lost = [duty for duty in duties if duty not in whole and duty not in text]
    assert len(lost) <= len(duties) // 20, lost
    order = _bare(re.sub(r"\\(.)", r"\1", markdown.read_text(encoding="utf-8")))
    printed = sorted(
        {d for d in duties if d in whole and order.count(d) == 1 and whole.count(d) == 1},
        key=order.find,
    )
    assert printed == sorted(printed, key=whole.find)


@pytest.mark.outside
def test_libreoffice_reads_every_docx_without_loss(output: Path, tmp_path: Path) -> None:
    soffice = _tool("soffice")
    files = _all(output, ".docx")
    flat = tmp_path / "in"
    flat.mkdir()
    for n, file in enumerate(files):
        shutil.copy(file, flat / f"{n:03}.docx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    _run(soffice, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path / "out"), *map(str, sorted(flat.iterdir())))  # fmt: skip
    for n, file in enumerate(files):
        read = _bare((tmp_path / "out" / f"{n:03}.txt").read_text(encoding="utf-8-sig"))
        assert read, file.name
        lost = [t for t in _docx_texts(file) if _bare(t) not in read]
        assert not lost, f"{file.name}: {lost[:3]}"


def _docx_texts(file: Path) -> list[str]:
    with zipfile.ZipFile(file) as package:
        body = package.read("word/document.xml").decode("utf-8")
    paragraphs = re.findall(r"<w:p[ >].*?</w:p>", body, re.DOTALL)
    texts = ("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", p)) for p in paragraphs)
    from html import unescape

    return [unescape(text) for text in texts if text.strip()]


@pytest.mark.outside
@pytest.mark.parametrize("path", _PLANS, ids=lambda p: p.stem)
def test_a_notice_in_word_says_what_its_markdown_says(output: Path, path: Path) -> None:
    folder = output / _index(path).plan.id
    (markdown,) = folder.glob("*.md")
    whole = _bare("".join(_docx_texts(markdown.with_suffix(".docx"))))
    assert [text for text in _texts(path) if text not in whole] == []


@pytest.mark.outside
def test_libical_accepts_every_calendar(output: Path) -> None:
    name = ctypes.util.find_library("ical")
    if name is None:
        pytest.skip("libical is not installed")
    ical = ctypes.CDLL(name)
    ical.icalparser_parse_string.restype = ctypes.c_void_p
    ical.icalparser_parse_string.argtypes = [ctypes.c_char_p]
    check: Callable[..., int] = ical.icalrestriction_check
    ical.icalrestriction_check.argtypes = [ctypes.c_void_p]
    ical.icalcomponent_count_errors.argtypes = [ctypes.c_void_p]
    for file in _all(output, ".ics"):
        component = ical.icalparser_parse_string(file.read_bytes())
        assert component, file.name
        assert check(component) == 1, file.name
        assert ical.icalcomponent_count_errors(component) == 0, file.name


def test_a_second_parser_reads_every_calendar(output: Path) -> None:
    from icalendar import Calendar

    for file in _all(output, ".ics"):
        calendar = Calendar.from_ical(file.read_bytes())
        uids = [str(event["UID"]) for event in calendar.walk("VEVENT")]
        assert uids
        assert len(set(uids)) == len(uids)
        assert not [event.errors for event in calendar.walk() if event.errors]


def test_every_workbook_opens_with_all_its_rows(output: Path) -> None:
    from openpyxl import load_workbook

    for file in _all(output, ".xlsx"):
        book = load_workbook(file)
        assert book.worksheets[0].max_row > 2, file.name


def test_every_plan_keeps_to_the_schema() -> None:
    from jsonschema import Draft202012Validator
    from ruamel.yaml import YAML

    from luoshi.model.schema import plan_schema

    validator = Draft202012Validator(plan_schema())
    reader = YAML(typ="safe", pure=True)
    for path in _PLANS:
        found = [
            e.message
            for e in validator.iter_errors(_plain(reader.load(path.read_text(encoding="utf-8"))))
        ]
        assert not found, f"{path.name}: {found[:2]}"


def _plain(value: object) -> object:
    """Dates as the texts that were written, as an editor's schema check sees them."""
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return value.isoformat() if isinstance(value, date) else value
