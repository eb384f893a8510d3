"""House styles: the shipped ones are whole, and a faulty one says where."""

from pathlib import Path

import pytest
from layout_samples import style

from luoshi.document.house import SIZE_NAMES, TEXT_STYLES, load_style, parse_length, style_name
from luoshi.document.style import mm, pt


@pytest.mark.parametrize("name", ["gbt9704", "tw", "plain"])
def test_shipped_styles_are_whole(name):
    house = style(name)
    assert house.problems == ()
    assert set(house.texts) == set(TEXT_STYLES)
    assert set(house.docx_fonts) >= {text.font for text in house.texts.values()}
    assert house.page_number


def test_the_standard_in_figures():
    """GB/T 9704-2012 cl. 5.2, 7.3."""
    house = style("gbt9704")
    page = house.page
    assert (page.characters, page.lines) == (28, 22)
    assert page.width.millimetres - page.left.millimetres - page.right.millimetres == pytest.approx(
        156
    )
    assert (
        page.height.millimetres - page.top.millimetres - page.bottom.millimetres
        == pytest.approx(225)
    )
    assert house.texts["body"].size == pt(16)
    assert house.texts["title"].size == pt(22)
    assert house.texts["body"].line.points * 22 == pytest.approx(mm(225).points)
    assert [house.texts[f"heading{n}"].font for n in (1, 2, 3, 4)] == [
        "heiti",
        "kaiti",
        "fangsong",
        "fangsong",
    ]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("16pt", pt(16)),
        ("37mm", mm(37)),
        ("2.5cm", mm(25)),
        ("三号", pt(16)),
        ("225/22mm", mm(225 / 22)),
    ],
)
def test_lengths_are_read_with_their_unit(text, length):
    read = parse_length(text)
    assert read is not None
    assert read.points == pytest.approx(length.points)


@pytest.mark.parametrize("text", ["", "16", "pt", "16 pt", "-3mm", "1/0mm", "十六", "1e3mm"])
def test_what_is_no_length_is_none(text):
    assert parse_length(text) is None


def test_size_names_fall_from_large_to_small():
    assert list(SIZE_NAMES.values()) == sorted(SIZE_NAMES.values(), reverse=True)


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ('page:\n  top: "37"', "style-value", 2),
        ('page:\n  tpo: "37mm"', "style-unknown-field", 2),
        ("pgae: {}", "style-unknown-field", 1),
        ("texts: x", "style-not-a-list-of-fields", 1),
        ('texts:\n  body: {size: "16pt"}\n  titel: {size: "1pt"}', "style-unknown-name", 3),
        ('texts:\n  note: {like: "nobody"}', "style-unknown-name", 2),
        ('name: "a"\nname: "b"', "style-repeated-field", 2),
        ('breaking: "hard"', "style-value", 1),
        ('docx_fonts:\n  gothic: "x"', "style-unknown-name", 2),
        ('sign_off: {sealed: "true"}', "style-value", 1),
        ("page: {top: [1]}", "style-value", 1),
        ("page: [", "style-syntax", 1),
    ],
)
def test_a_fault_is_told_with_its_line(text, key, line):
    problems = load_style("own", lambda path: text).problems
    assert [(p.key, p.line) for p in problems] == [(key, line)]


def test_a_missing_style_is_told():
    (problem,) = load_style("nix", lambda path: None).problems
    assert (problem.key, problem.words) == ("style-missing", "nix")


def test_styles_by_language_and_region():
    assert style_name("zh-Hans") == "gbt9704"
    assert style_name("zh-Hant", "CN") == "gbt9704"
    assert style_name("zh-Hant", "TW") == "tw"
    assert style_name("en") == "plain"


@pytest.mark.parametrize("side", ["0mm", "0.0001pt", "40mm", "5000mm", "60mm"])
def test_a_sheet_without_room_for_text_is_a_fault(side: str) -> None:
    folder = Path(__file__).resolve().parents[2] / "templates"
    text = (folder / "styles" / "gbt9704.yaml").read_text(encoding="utf-8")
    style = load_style("gbt9704", lambda _: text.replace('width: "210mm"', f'width: "{side}"', 1))
    assert [problem.words for problem in style.problems] == ["page"]
