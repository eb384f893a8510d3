"""A DOCX that opens without repair or font prompt, is the same every time, and loses no word."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import docx
import pytest
import sample_documents as samples
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from luoshi.backends.docx import emit_docx
from luoshi.backends.docx.oxml import SCHEMA_ORDER, W
from luoshi.backends.docx.writer import sign_off_indents
from luoshi.backends.flow import grid, printable
from luoshi.document.style import SignOffStyle
from luoshi.document.tree import (
    Blank,
    Cell,
    Document,
    Emphasis,
    Paragraph,
    SignatureBlock,
    SignatureSide,
    Strong,
    Table,
    Text,
    Title,
    plain_text,
)

ALL = [pytest.param(document, id=document.style + document.name) for document in samples.samples()]
NS = {"w": W}


def parts(document: Document) -> dict[str, bytes]:
    emitted = emit_docx(document, samples.house(document.style))
    with zipfile.ZipFile(io.BytesIO(emitted)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(document: Document, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(document)[name])


def val(node: etree._Element, path: str, attribute: str = "val") -> str | None:
    found = node.find(path, NS)
    return None if found is None else found.get(f"{{{W}}}{attribute}")


def style(document: Document, style_id: str) -> etree._Element:
    root = tree(document, "word/styles.xml")
    (found,) = root.xpath(f"w:style[@w:styleId='{style_id}']", namespaces=NS)
    return found


def text_of(emitted: bytes) -> str:
    """All characters of the body, breaks as newlines."""
    root = docx.Document(io.BytesIO(emitted)).element.body
    pieces = {"t": lambda n: n.text or "", "br": lambda n: "\n", "tab": lambda n: "\t"}
    found = (n for n in root.iter() if etree.QName(n).localname in pieces)
    return "".join(
        pieces[etree.QName(n).localname](n) for n in found if n.getparent().tag.endswith("}r")
    )


def plain(*blocks: object, language: str = "zh-Hans") -> Document:
    house = {"zh-Hans": "gbt9704", "zh-Hant": "tw", "en": "plain"}[language]
    return Document(
        name="n",
        title="t",
        language=language,
        style=house,
        blocks=blocks,  # type: ignore[arg-type]
        plan_id="p",
        revision="r",
        content_hash="0" * 64,
    )


def emitted(*blocks: object, language: str = "zh-Hans") -> bytes:
    document = plain(*blocks, language=language)
    return emit_docx(document, samples.house(document.style))


# --- the package --------------------------------------------------------------------------------


@pytest.mark.parametrize("document", ALL)
def test_word_meets_properties_in_the_order_of_the_schema(document: Document) -> None:
    checked = 0
    for name, content in parts(document).items():
        if not name.startswith("word/") or name.endswith(".rels"):
            continue
        for node in etree.fromstring(content).iter():
            order = SCHEMA_ORDER.get(etree.QName(node).localname)
            if order and etree.QName(node).namespace == W:
                ranks = [order.index(etree.QName(child).localname) for child in node]
                assert ranks == sorted(ranks), (name, etree.tostring(node))
                checked += 1
    assert checked > 100


@pytest.mark.parametrize("document", ALL)
def test_every_run_finds_an_east_asian_face_and_no_theme(document: Document) -> None:
    styles = tree(document, "word/styles.xml")
    for node in styles.iter(f"{{{W}}}rFonts"):
        assert {etree.QName(name).localname for name in node.attrib} >= {
            "ascii",
            "hAnsi",
            "eastAsia",
            "cs",
        }
    for one in styles.xpath("w:style[@w:type='paragraph']", namespaces=NS):
        own = one.find("w:rPr/w:rFonts", NS) is not None
        assert own or val(one, "w:basedOn") == "Normal"
    known = set(styles.xpath("w:style/@w:styleId", namespaces=NS))
    for name, content in parts(document).items():
        assert b"Theme=" not in content, name
        if re.match(r"word/(document|header|footer)", name):
            root = etree.fromstring(content)
            used = root.xpath(".//w:pStyle/@w:val | .//w:rStyle/@w:val", namespaces=NS)
            assert set(used) <= known
            assert len(used) >= len(root.findall(".//w:p", NS))  # every paragraph is named
    assert not [name for name in parts(document) if "theme" in name]


@pytest.mark.parametrize("document", ALL)
def test_nothing_of_another_maker_is_left(document: Document) -> None:
    whole = b"".join(parts(document).values())
    assert b"python-docx" not in whole
    assert b"2013" not in whole
    core = docx.Document(io.BytesIO(emit_docx(document, samples.house(document.style))))
    assert core.core_properties.author == document.author
    assert core.core_properties.title == document.title
    custom = parts(document)["docProps/custom.xml"].decode()
    assert document.plan_id in custom
    assert document.content_hash in custom


def test_bytes_do_not_depend_on_zone_locale_or_hash_seed() -> None:
    program = (
        "import hashlib, sample_documents as s\n"
        "from luoshi.backends.docx import emit_docx\n"
        "print([hashlib.sha256(emit_docx(d, s.house(d.style))).hexdigest() for d in s.samples()])"
    )
    here = Path(__file__).parent
    paths = os.pathsep.join([str(here), str(here.parents[1] / "compiler")])
    outputs = set()
    for zone, locale, seed in (("Asia/Shanghai", "C.UTF-8", "1"), ("America/Lima", "C", "77")):
        environment = {
            **os.environ,
            "TZ": zone,
            "LC_ALL": locale,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": paths,
        }
        done = subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, check=True
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1


# --- measures -----------------------------------------------------------------------------------


def test_body_of_a_mainland_notice_fits_22_lines_of_28() -> None:
    body = style(samples.notice(), "Body")
    assert val(body, "w:pPr/w:spacing", "line") == "579"
    assert val(body, "w:pPr/w:spacing", "lineRule") == "exact"
    assert val(body, "w:rPr/w:spacing") == "-5"
    assert val(body, "w:rPr/w:sz") == "32"
    assert val(body, "w:pPr/w:ind", "firstLineChars") == "200"
    assert val(body, "w:pPr/w:ind", "firstLine") == "630"
    assert [val(body, f"w:pPr/w:{k}") for k in ("overflowPunct", "autoSpaceDE", "autoSpaceDN")] == [
        "0"
    ] * 3
    section = tree(samples.notice()).find(".//w:body/w:sectPr", NS)
    assert section is not None
    edges = [val(section, "w:pgMar", side) for side in ("top", "right", "bottom", "left")]
    assert edges == ["2098", "1474", "1984", "1587"]
    assert val(section, "w:docGrid", "type") == "lines"


@pytest.mark.parametrize(
    ("document", "name", "language"),
    [
        (samples.notice(), "主送机关", "zh-CN"),
        (samples.taiwan(), "受文者", "zh-TW"),
        (samples.english(), "Addressees", "zh-CN"),
    ],
)
def test_styles_are_named_in_the_document_language(
    document: Document, name: str, language: str
) -> None:
    assert val(style(document, "Recipients"), "w:name") == name
    assert val(style(document, "Heading2"), "w:name") == "heading 2"
    assert val(style(document, "Heading2"), "w:pPr/w:outlineLvl") == "1"
    defaults = tree(document, "word/styles.xml").find("w:docDefaults", NS)
    assert defaults is not None
    assert val(defaults, ".//w:lang", "eastAsia") == language


def test_a_red_head_stands_as_the_standard_says() -> None:
    first = tree(samples.notice()).findall(".//w:body/w:p", NS)
    mark = next(p for p in first if val(p, "w:pPr/w:pStyle") == "IssuingMark")
    number = next(p for p in first if val(p, "w:pPr/w:pStyle") == "DocumentNumber")
    assert val(mark, ".//w:color") == "FF0000"
    assert val(number, ".//w:pBdr/w:bottom", "sz") == "12"
    assert val(number, ".//w:pBdr/w:bottom", "space") == "7"
    assert val(number, ".//w:spacing", "before") == str(2 * 579)


def test_page_numbers_change_sides_with_the_page() -> None:
    names = parts(samples.notice())
    assert b"evenAndOddHeaders" in names["word/settings.xml"]
    footers = [names[n] for n in sorted(names) if re.fullmatch(r"word/footer\d\.xml", n)]
    texts = ["".join(etree.fromstring(f).itertext()) for f in footers]
    assert any(re.match(r"方案.*—  PAGE 1 —", t) for t in texts), texts
    assert any(re.match(r"—  PAGE 1 —.*方案", t) for t in texts), texts
    assert b"evenAndOddHeaders" not in parts(samples.english())["word/settings.xml"]


def test_a_draft_says_so_on_every_page_and_an_issued_paper_does_not() -> None:
    def headers(document: Document) -> str:
        names = parts(document)
        heads = [names[n] for n in names if n.startswith("word/header")]
        return "|".join("".join(etree.fromstring(h).itertext()) for h in heads)

    assert headers(samples.notice()).count("草稿") == 2
    assert "草稿" not in headers(replace(samples.notice(), state=""))


@pytest.mark.parametrize(
    ("organs", "date", "sealed", "expected"),
    [
        (("青禾县教育局",), "2026年8月25日", True, ((4.25,), 4)),
        (("青禾县教育局",), "2026年8月25日", False, ((4.5,), 2)),
        (("青禾县教育局安全管理和后勤服务中心",), "2026年8月5日", False, ((2,), 11)),
        (("青禾县教育局校园安全管理和后勤服务中心",), "2026年8月5日", True, ((0,), 6.5)),
        (("教育局", "公安局治安大队"), "2026年8月5日", False, ((7, 3), 2)),
    ],
)
def test_sign_off_keeps_the_distances_of_the_standard(
    organs: tuple[str, ...],
    date: str,
    sealed: bool,
    expected: tuple[tuple[float, ...], float],
) -> None:
    right = 4.0 if sealed else 2.0
    house = replace(
        samples.house("gbt9704"), sign_off=SignOffStyle(sealed=sealed, right_indent=right)
    )
    assert sign_off_indents(organs, date, house) == expected


# --- tables -------------------------------------------------------------------------------------


@pytest.mark.parametrize("document", ALL)
def test_every_table_has_widths_that_fill_the_block(document: Document) -> None:
    page = samples.house(document.style).page
    width = round((page.width.points - page.left.points - page.right.points) * 20)
    for table in tree(document).iter(f"{{{W}}}tbl"):
        grid_widths = [int(w) for w in table.xpath("w:tblGrid/w:gridCol/@w:w", namespaces=NS)]
        assert sum(grid_widths) == width
        assert val(table, "w:tblPr/w:tblLayout", "type") == "fixed"
        for row in table.findall("w:tr", NS):
            cells = [int(w) for w in row.xpath("w:tc/w:tcPr/w:tcW/@w:w", namespaces=NS)]
            assert sum(cells) == width
            assert row.find("w:trPr/w:cantSplit", NS) is not None
            assert all(cell.find("w:p", NS) is not None for cell in row.findall("w:tc", NS))


def test_table_head_repeats_and_spans_merge() -> None:
    table = next(tree(samples.notice()).iter(f"{{{W}}}tbl"))
    rows = table.findall("w:tr", NS)
    assert [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows] == [
        True,
        False,
        False,
        False,
    ]
    assert [val(row, "w:tc/w:tcPr/w:vMerge") for row in rows] == [None, "restart", "continue", None]
    assert val(rows[3], "w:tc[3]/w:tcPr/w:gridSpan") == "2"


cells = st.builds(
    lambda n, across, down: Cell((Text(f"格{n};"),), across=across, down=down),
    st.integers(0, 99),
    st.integers(1, 4),
    st.integers(1, 4),
)


@given(st.lists(st.lists(cells, max_size=4), min_size=1, max_size=5))
def test_no_cell_is_lost_however_spans_meet(rows: list[list[Cell]]) -> None:
    table = Table((), (), tuple(tuple(row) for row in rows))
    root = etree.fromstring(parts(plain(table))["word/document.xml"])
    found = "".join(root.itertext())
    assert found == "".join(plain_text(cell.children) for row in rows for cell in row)
    for row in grid(table.rows, len(root.findall(".//w:gridCol", NS))):
        assert sum(place.across for place in row) == len(root.findall(".//w:gridCol", NS))


def test_signatures_stay_whole_and_keep_a_rule_to_sign_on() -> None:
    table = next(tree(samples.letter()).iter(f"{{{W}}}tbl"))
    paragraphs = table.findall(".//w:p", NS)
    *upper, left, right = paragraphs
    assert all(p.find("w:pPr/w:keepNext", NS) is not None for p in upper)
    for last in (left, right):
        assert val(last, ".//w:tabs/w:tab", "leader") == "underscore"
    assert "〔印章位置〕" in "".join(table.itertext())


def test_a_long_post_gets_its_rule_on_a_line_of_its_own() -> None:
    side = SignatureSide("甲方", "局", "分管校园安全和后勤工作的副局长", "", "")
    table = next(tree(plain(SignatureBlock((side, side)))).iter(f"{{{W}}}tbl"))
    assert len(table.findall(".//w:br", NS)) == 2


# --- words --------------------------------------------------------------------------------------

characters = st.text(st.characters(codec="utf-8"), max_size=40) | st.text(max_size=40)


@settings(max_examples=60)
@given(characters, characters, characters, st.sampled_from(["zh-Hans", "zh-Hant", "en"]))
def test_any_text_survives(one: str, two: str, three: str, language: str) -> None:
    inner = (Text(two), Emphasis((Text(three),)))
    found = text_of(emitted(Paragraph((Text(one), Strong(inner))), language=language))
    assert found == printable(one) + printable(two) + printable(three)


def test_marks_shared_by_both_scripts_take_the_han_face() -> None:
    run = tree(plain(Paragraph((Text("“安全”——……"),)))).find(".//w:r", NS)
    assert run is not None
    assert val(run, "w:rPr/w:rFonts", "hint") == "eastAsia"
    assert tree(plain(Paragraph((Text("“safe”"),)), language="en")).find(".//w:rFonts", NS) is None


def test_a_blank_is_a_rule_of_its_width() -> None:
    run = tree(plain(Paragraph((Blank(4.5),)))).find(".//w:r", NS)
    assert run is not None
    assert val(run, "w:rPr/w:u") == "single"
    assert "".join(run.itertext()) == "\u3000" * 4 + "\u00a0"


def test_a_long_title_wraps_into_balanced_lines() -> None:
    long = tree(plain(Title((Text("关于印发校园安全工作方案的通知" * 3),))))
    inset = val(long, ".//w:pPr/w:ind", "left")
    assert inset is not None
    assert int(inset) > 0
    assert tree(plain(Title((Text("短标题"),)))).find(".//w:ind", NS) is None


# --- outside judges -----------------------------------------------------------------------------


def squeezed(text: str) -> str:
    return re.sub(r"[\s_\u00ad]+", "", text)


@pytest.mark.outside
@pytest.mark.slow
def test_libreoffice_shows_every_word_on_22_lines_of_28(tmp_path: Path) -> None:
    if not (shutil.which("soffice") and shutil.which("pdftotext")):
        pytest.skip("soffice or pdftotext is not installed")
    documents = [*samples.samples(), plain(Paragraph((Text("安全责任" * 400),)))]
    files = [tmp_path / f"{index}.docx" for index in range(len(documents))]
    for file, document in zip(files, documents, strict=True):
        file.write_bytes(emit_docx(document, samples.house(document.style)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, files)], capture_output=True, check=True, timeout=110)
    texts = [
        subprocess.run(
            ["pdftotext", "-layout", str(file.with_suffix(".pdf")), "-"],
            capture_output=True,
            check=True,
        ).stdout.decode()
        for file in files
    ]
    for document, text in zip(documents, texts, strict=True):
        body = tree(document).find("w:body", NS)
        assert body is not None
        shown = squeezed(text)
        lost = Counter(squeezed("".join(body.itertext()))) - Counter(shown)
        assert not lost
        if document.state:
            assert document.state in shown
    pages = texts[-1].split("\f")
    lines = [re.sub(r"\s", "", line) for line in pages[0].splitlines()]
    full = [line for line in lines if set(line) <= set("安全责任") and line]
    assert len(full) == 22
    assert {len(line) for line in full[1:]} == {28}
