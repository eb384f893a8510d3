"""Which face sets which character, on made-up machines and on this one."""

from __future__ import annotations

from pathlib import Path

import pytest
from font_drawing import draw_font, save, save_collection
from hypothesis import given
from hypothesis import strategies as st

from luoshi.diagnostics import LANGUAGES
from luoshi.fonts import FontBook
from luoshi.fonts.places import package_folders

CHINESE = ("fangsong", "xiaobiaosong", "heiti", "kaiti", "songti")
CLASSES = (*CHINESE, "serif", "sans")
NAMES = "玥堃喆镕珺璟"  # in people's names and outside GB 2312
MARKS = "〔〕（）《》【】“”‘’…—·、，。；：？！①②⑩〇％℃"


def gb2312() -> str:
    """Every seventh character of both levels."""
    places = [(high, low) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)]
    return "".join(bytes(pair).decode("gb2312", "ignore") for pair in places[::7])


def big5() -> str:
    """Every seventh character of level 1."""
    lows = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    places = [(high, low) for high in range(0xA4, 0xC7) for low in lows]
    return "".join(bytes(pair).decode("big5", "ignore") for pair in places[:-60:7])


def book(tmp_path: Path, cache: bool = False) -> FontBook:
    return FontBook.of(
        (tmp_path / "office",), (tmp_path / "system",), tmp_path / "cache" if cache else None
    )


# This machine, after set-up -------------------------------------------------------------


@pytest.mark.parametrize("font_class", CLASSES)
def test_every_class_can_set_simplified_text(machine: FontBook, font_class: str) -> None:
    missing = [
        char
        for char in gb2312() + NAMES + MARKS
        if machine.face_for(char, font_class, "zh-Hans") is None
    ]
    assert missing == []


@pytest.mark.parametrize("font_class", CLASSES)
def test_every_class_can_set_traditional_text(machine: FontBook, font_class: str) -> None:
    missing = [
        char
        for char in big5() + NAMES + MARKS + "「」『』○"
        if machine.face_for(char, font_class, "zh-Hant") is None
    ]
    assert missing == []


@pytest.mark.parametrize("font_class", ["serif", "sans"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_latin_classes_set_english(machine: FontBook, font_class: str, language: str) -> None:
    text = "Responsibility letter – “Safe Term” 2026, §4 · Àéü"
    faces = [machine.face_for(char, font_class, language) for char in text]
    assert None not in faces
    assert machine.chain(font_class, language)[0].advance("i") < 0.4


@pytest.mark.parametrize("font_class", CLASSES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_installed_packages_alone_set_every_class(font_class: str, language: str) -> None:
    alone = FontBook.of((), package_folders(), None)
    text = "责任书責任書〔2026〕①〇玥堃“—”Aé、。"
    assert [char for char in text if alone.face_for(char, font_class, language) is None] == []


def test_a_character_nobody_has_gives_no_face(machine: FontBook) -> None:
    assert machine.face_for("\U0010fffd", "fangsong", "zh-Hans") is None


def test_traditional_text_takes_taiwan_shapes(machine: FontBook) -> None:
    for font_class in ("songti", "heiti", "kaiti"):
        first = machine.chain(font_class, "zh-Hant")[0]
        assert first != machine.chain(font_class, "zh-Hans")[0]


@pytest.mark.parametrize("font_class", CLASSES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_rare_characters_of_names_are_found_in_every_class(
    machine: FontBook, font_class: str, language: str
) -> None:
    assert all(machine.face_for(char, font_class, language) for char in "㐂䶮𠅤犇")


def test_ideographs_are_an_em_wide_or_say_so(machine: FontBook) -> None:
    for font_class in CHINESE:
        face = machine.face_for("责", font_class, "zh-Hans")
        assert face is not None
        assert face.advance("责") == pytest.approx(1.0, abs=0.001)
        assert 0.7 < face.ascent < 1.0
        assert -0.35 < face.descent < 0


def test_manifest_names_every_face_that_was_used(tmp_path: Path) -> None:
    save(draw_font("SimHei", "甲"), tmp_path / "system/simhei.ttf")
    save(draw_font("KaiTi", "乙"), tmp_path / "system/simkai.ttf")
    found = book(tmp_path)
    assert found.manifest() == ()
    found.face_for("甲", "heiti", "zh-Hans")
    ((family, name, digest),) = found.manifest()
    assert (family, name) == ("SimHei", "simhei.ttf")
    assert len(digest) == 64


# Made-up machines -----------------------------------------------------------------------


def test_the_real_product_wins_over_the_stand_in(tmp_path: Path) -> None:
    save(draw_font("FandolFang", "甲"), tmp_path / "system/a.otf")
    save(draw_font("FangSong_GB2312", "甲"), tmp_path / "system/z.ttf")
    assert book(tmp_path).chain("fangsong", "zh-Hans")[0].id == "FangSongGB2312-Regular"


def test_the_office_font_wins_over_the_real_product(tmp_path: Path) -> None:
    save(draw_font("某某仿宋", "甲"), tmp_path / "office/own.ttf")
    save(draw_font("FangSong_GB2312", "甲乙"), tmp_path / "system/z.ttf")
    found = book(tmp_path)
    assert found.face_for("甲", "fangsong", "zh-Hans").family == "某某仿宋"
    assert found.face_for("乙", "fangsong", "zh-Hans").family == "FangSong_GB2312"


def test_an_office_song_does_not_become_the_title_face(tmp_path: Path) -> None:
    save(draw_font("某某宋体", "甲"), tmp_path / "office/own.ttf")
    save(draw_font("方正小标宋简体", "甲"), tmp_path / "system/z.ttf")
    assert book(tmp_path).chain("xiaobiaosong", "zh-Hans")[0].family == "方正小标宋简体"


def test_a_name_outside_the_face_falls_back_alone(tmp_path: Path) -> None:
    save(draw_font("FandolFang", "王"), tmp_path / "system/a.ttf")
    save(draw_font("Noto Serif SC", "王玥"), tmp_path / "system/b.ttf")
    found = book(tmp_path)
    faces = [found.face_for(char, "fangsong", "zh-Hans").family for char in "王玥"]
    assert faces == ["FandolFang", "Noto Serif SC"]


def test_bold_is_asked_of_the_class_and_admitted_when_absent(tmp_path: Path) -> None:
    save(draw_font("SimSun", "甲"), tmp_path / "system/simsun.ttf")
    save(draw_font("SimHei", "甲"), tmp_path / "system/simhei.ttf")
    save(draw_font("FandolSong", "甲", style="Bold"), tmp_path / "system/fandol.ttf")
    found = book(tmp_path)
    assert found.face_for("甲", "songti", "zh-Hans").id == "SimSun-Regular"
    assert found.face_for("甲", "songti", "zh-Hans", bold=True).id == "FandolSong-Bold"
    assert not found.face_for("甲", "heiti", "zh-Hans", bold=True).bold


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_four_styles_of_a_family(tmp_path: Path, bold: bool, italic: bool) -> None:
    for style in ("Regular", "Bold", "Italic", "Bold Italic"):
        weight = 700 if "Bold" in style else 400
        font = draw_font("Liberation Serif", "a", style=style, weight=weight)
        save(font, tmp_path / f"system/{style}.ttf")
    face = book(tmp_path).face_for("a", "serif", "en", bold, italic)
    assert (face.bold, face.italic) == (bold, italic)


def test_extra_light_is_not_taken_for_regular(tmp_path: Path) -> None:
    save(draw_font("DejaVu Sans", "a", style="ExtraLight", weight=200), tmp_path / "system/a.ttf")
    save(draw_font("DejaVu Sans", "a"), tmp_path / "system/b.ttf")
    assert book(tmp_path).chain("sans", "en")[0].id == "DejaVuSans-Regular"


def test_a_font_that_forbids_embedding_is_not_used(tmp_path: Path) -> None:
    save(draw_font("FangSong", "甲", fs_type=0x0002), tmp_path / "system/a.ttf")
    save(draw_font("FandolFang", "甲"), tmp_path / "system/b.ttf")
    assert book(tmp_path).chain("fangsong", "zh-Hans")[0].family == "FandolFang"


def test_a_face_inside_a_collection(tmp_path: Path) -> None:
    fonts = [draw_font("AR PL UKai CN", "甲"), draw_font("AR PL UKai TW", "甲")]
    save_collection(fonts, tmp_path / "system/ukai.ttc")
    found = book(tmp_path)
    assert found.chain("kaiti", "zh-Hans")[0].index == 0
    assert found.chain("kaiti", "zh-Hant")[0].index == 1


def test_substitutions_name_the_product_and_its_stand_in(tmp_path: Path) -> None:
    save(draw_font("FandolFang", "甲"), tmp_path / "system/a.ttf")
    save(draw_font("SimHei", "甲"), tmp_path / "system/b.ttf")
    found = {item.font_class: item for item in book(tmp_path).substitutions("zh-Hans")}
    assert "heiti" not in found
    assert found["fangsong"].wanted == "仿宋_GB2312"
    assert found["fangsong"].face.family == "FandolFang"


def test_a_machine_without_fonts_is_answered(tmp_path: Path) -> None:
    found = book(tmp_path)
    assert found.chain("fangsong", "zh-Hans") == ()
    assert found.face_for("甲", "fangsong", "zh-Hans") is None
    assert found.manifest() == ()
    assert all(item.face is None for item in found.substitutions("zh-Hans"))


@given(st.binary(max_size=400), st.integers(0, 400))
def test_a_broken_font_file_is_passed_over(
    tmp_path_factory: pytest.TempPathFactory, rubbish: bytes, at: int
) -> None:
    folder = tmp_path_factory.mktemp("broken")
    path = save(draw_font("FandolFang", "甲乙"), folder / "system/a.ttf")
    data = path.read_bytes()
    path.write_bytes(data[:at] + rubbish + data[at + len(rubbish) :])
    save(draw_font("Noto Serif SC", "甲乙"), folder / "system/b.ttf")
    assert book(folder).face_for("甲", "fangsong", "zh-Hans") is not None


# The index ------------------------------------------------------------------------------


def test_a_kept_index_answers_the_same(tmp_path: Path) -> None:
    save(draw_font("FandolFang", "甲"), tmp_path / "system/a.ttf")
    first = book(tmp_path, cache=True).chain("fangsong", "zh-Hans")
    assert (tmp_path / "cache/font-index.json").exists()
    again = book(tmp_path, cache=True).chain("fangsong", "zh-Hans")
    assert [face.path for face in again] == [face.path for face in first]


def test_a_replaced_font_file_is_read_again(tmp_path: Path) -> None:
    save(draw_font("FandolFang", "甲"), tmp_path / "system/a.ttf")
    book(tmp_path, cache=True)
    save(draw_font("FandolKai", "甲乙"), tmp_path / "system/a.ttf")
    found = book(tmp_path, cache=True)
    assert found.chain("fangsong", "zh-Hans") == ()
    assert found.chain("kaiti", "zh-Hans")[0].has("乙")


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"version": 2, "files": {"a": 1}}'])
def test_a_damaged_index_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    save(draw_font("FandolFang", "甲"), tmp_path / "system/a.ttf")
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache/font-index.json").write_bytes(damage)
    assert book(tmp_path, cache=True).chain("fangsong", "zh-Hans")


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    save(draw_font("FandolFang", "甲"), tmp_path / "system/a.ttf")
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert book(tmp_path, cache=True).chain("fangsong", "zh-Hans")
