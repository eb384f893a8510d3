"""The pages a reader holds: rows of the conformance checklist, measured on the composer's marks.

They are set with this machine's fonts where there are any, else with the test's own flat face.
"""

import math
from functools import cache
from itertools import pairwise

import pytest
from layout_samples import SAMPLES, FlatFonts, body, document, letter, style, words

from luoshi.document.style import mm
from luoshi.document.tree import (
    Cell,
    Head,
    Heading,
    Imprint,
    PageBreak,
    SignatureBlock,
    SignatureSide,
    SignOff,
    Table,
    Title,
)
from luoshi.layout.classes import NEVER_ENDS_MANDATED, NEVER_STARTS_MANDATED
from luoshi.layout.compose import compose
from luoshi.layout.pages import Area, Disc, Line, Run

PITCH = mm(225 / 22).points
CELL = mm(156 / 28).points
LEFT, RIGHT, TOP, BOTTOM = (mm(v).points for v in (28, 184, 37, 262))


@cache
def composed(name):
    make, look = SAMPLES[name]
    return compose(make(), style(look), FlatFonts())


def pages(*blocks, look="gbt9704", **more):
    return compose(document(*blocks, **more), style(look), FlatFonts()).pages.pages


def runs(page, size=None):
    return [m for m in page.marks if isinstance(m, Run) and (size is None or m.size == size)]


def body_lines(page):
    """The text lines of body size inside the block: baseline -> runs from left to right."""
    lines = {}
    for run in runs(page, 16):
        if TOP < run.y < BOTTOM:
            lines.setdefault(round(run.y, 2), []).append(run)
    return {y: sorted(line, key=lambda r: r.x) for y, line in sorted(lines.items())}


def text_of(line):
    return "".join(run.text for run in line)


def end_of(run):
    return run.x + sum(run.advances)


def test_a_full_page_of_han_has_22_lines_of_28_characters():
    """C04, C05, C06: reading A, 22 equal line boxes, one character to each cell."""
    page = pages(body("校园安全责任书" * 200, style="flush"))[0]
    lines = body_lines(page)
    assert [len(text_of(line)) for line in lines.values()] == [28] * 22
    baselines = list(lines)
    assert all(math.isclose(b - a, PITCH, abs_tol=0.02) for a, b in pairwise(baselines))
    assert baselines[0] - 0.88 * 16 == pytest.approx(TOP + (PITCH - 16) / 2, abs=0.02)
    first = lines[baselines[0]][0]
    assert first.advances[:-1] == pytest.approx([CELL] * 27)
    assert first.x + 8 == pytest.approx(LEFT + CELL / 2)


@pytest.mark.parametrize("name", ["notice", "letter"])
def test_no_glyph_leaves_the_text_block(name):
    """C03: within 0.3 mm."""
    slack = mm(0.3).points
    for page in composed(name).pages.pages:
        for line in body_lines(page).values():
            assert line[0].x >= LEFT - slack
            assert end_of(line[-1]) <= RIGHT + slack or line[-1].text[-1] in "，。、；：？！”）》"


@pytest.mark.parametrize("name", ["notice", "letter"])
def test_body_baselines_stand_on_the_grid(name):
    """C05."""
    for page in composed(name).pages.pages:
        for y in body_lines(page):
            row = (y - 0.88 * 16 - (PITCH - 16) / 2 - TOP) / PITCH
            signed = any(isinstance(m, Disc) for m in page.marks)
            assert signed or row == pytest.approx(round(row), abs=0.01)


def test_paragraphs_begin_two_characters_in_and_turn_over_flush():
    """C25."""
    lines = list(body_lines(pages(body("校园安全" * 20))[0]).values())
    shift = (CELL - 16) / 2
    assert lines[0][0].x == pytest.approx(LEFT + 2 * CELL + shift)
    assert {round(line[0].x - shift, 3) for line in lines[1:]} == {round(LEFT, 3)}


@pytest.mark.parametrize("name", ["notice", "letter", "taiwan"])
def test_lines_obey_the_rules_of_punctuation(name):
    """C55, C56, C57 on whole documents."""
    for page in composed(name).pages.pages:
        for line in body_lines(page).values():
            text = text_of(line)
            starts_block = line[0].x < LEFT + CELL
            assert not (starts_block and text[0] in NEVER_STARTS_MANDATED), text
            assert text[-1] not in NEVER_ENDS_MANDATED, text


def test_headings_never_end_a_page():
    """C29."""
    filler = [body("校园安全责任")] * 21
    first, second = pages(*filler, Heading(1, "一、", words("工作目标")), body("正文"))
    assert "工作目标" not in "".join(r.text for r in runs(first))
    assert "工作目标" in text_of(next(iter(body_lines(second).values())))


def test_no_last_line_stands_alone_on_a_new_page():
    """C59."""
    _, second = pages(*[body("短")] * 20, body("校园安全责任" * 12))
    assert len(body_lines(second)) == 2


@pytest.mark.parametrize("lines_above", range(10, 22))
def test_a_signature_block_stays_whole_with_two_lines_of_text(lines_above):
    """C64."""
    date = "　　　　年　　月　　日"
    side = SignatureSide("甲方（盖章）", "青禾县教育局", "负责人签字", "印章位置", date)
    made = pages(*[body("校园安全")] * lines_above, SignatureBlock((side, side)))
    page = next(p for p in made if any(isinstance(m, Disc) for m in p.marks))
    discs = [m for m in page.marks if isinstance(m, Disc)]
    rules = [m for m in page.marks if isinstance(m, Line)]
    assert len(discs) == 2
    assert discs[0].y == discs[1].y
    assert discs[1].x - discs[0].x == pytest.approx(mm(78).points)
    assert [m.x2 - m.x1 for m in rules] == pytest.approx([mm(40).points] * 2)
    assert sum("校园安全" in text_of(line) for line in body_lines(page).values()) >= 2
    assert max(m.y + m.radius for m in discs) < BOTTOM


def test_page_numbers_stand_outside_by_turns():
    """C47, C48, C49."""
    numbers = [runs(page, 14) for page in composed("letter").pages.pages]
    (odd,), (even,) = numbers
    assert (odd.text, even.text) == ("— 1 —", "— 2 —")
    assert odd.font == "songti"
    assert odd.x + sum(odd.advances) == pytest.approx(RIGHT - 14)
    assert even.x == pytest.approx(LEFT + 14)
    dash = odd.y - 0.38 * 14
    assert dash == pytest.approx(BOTTOM + mm(7).points, abs=mm(1).points)


def test_the_state_stands_on_every_page_of_a_draft():
    for name, word in (("letter", "草稿"), ("taiwan", "草稿"), ("english", "DRAFT")):
        for page in composed(name).pages.pages:
            assert word in [run.text for run in runs(page)]
            assert [m for m in page.marks if isinstance(m, Area) and m.dash]


def test_the_head_stands_where_the_standard_puts_it():
    """C12, C13, C15, C17, C18, C20."""
    page = composed("notice").pages.pages[0]
    mark = next(r for r in runs(page) if r.color == "FF0000")
    rule = next(m for m in page.marks if isinstance(m, Line) and m.color == "FF0000")
    number = next(line for line in body_lines(page).values() if "〔2026〕" in text_of(line))
    title = runs(page, 22)[0]
    assert mark.y - 0.85 * mark.size == pytest.approx(mm(72).points, abs=mm(1).points)
    assert mark.x + sum(mark.advances) / 2 == pytest.approx(mm(106).points, abs=mm(1).points)
    assert (rule.x1, rule.x2) == pytest.approx((LEFT, RIGHT))
    assert rule.y1 - (number[0].y + 0.12 * 16) == pytest.approx(mm(4).points, abs=0.01)
    gap = number[0].y - 0.88 * 16 - (mark.y + 0.12 * mark.size)
    assert gap == pytest.approx(3 * PITCH - 16, abs=PITCH / 2)
    assert mm(20).points <= title.y - 0.88 * 22 - rule.y1 <= mm(26).points


def test_a_long_mark_shrinks_to_the_block():
    page = pages(Head("青禾县人民政府教育督导委员会办公室文件", ""))[0]
    (mark,) = [r for r in runs(page) if r.color == "FF0000"]
    assert sum(mark.advances) <= RIGHT - LEFT + 0.01
    assert mark.size < 48


def test_unsealed_sign_off_steps_two_characters():
    """C33, C34."""
    for organ, date in (("青禾县教育局", "2026年9月1日"), ("青禾一中", "2026年12月31日")):
        lines = list(body_lines(pages(body("正文。"), SignOff((organ,), date))[0]).values())
        name, day = lines[-2][0], lines[-1][0]
        assert day.x - name.x == pytest.approx(2 * CELL, abs=CELL / 4)
        edge = RIGHT - 2 * CELL
        ends = [max(r.x + sum(r.advances) for r in line) for line in lines[-2:]]
        assert any(end == pytest.approx(edge, abs=CELL / 4) for end in ends)
        assert max(ends) < RIGHT


def test_a_sign_off_never_stands_without_text():
    """G-093."""
    for count in range(18, 23):
        made = pages(*[body("校园安全")] * count, SignOff(("青禾县教育局",), "2026年9月1日"))
        page = next(p for p in made if any("教育局" in r.text for r in runs(p)))
        assert "校园安全" in [text_of(line) for line in body_lines(page).values()]


def test_the_imprint_ends_at_the_foot_of_the_last_page():
    """C42, C43, C45."""
    made = pages(body("正文。"), Imprint("县政府办公室。", "青禾县教育局办公室", "2026年9月1日"))
    lines = [m for m in made[-1].marks if isinstance(m, Line)]
    assert [round(line.width, 2) for line in sorted(lines, key=lambda m: m.y1)] == [
        round(mm(v).points, 2) for v in (0.35, 0.25, 0.35)
    ]
    assert max(line.y1 for line in lines) == pytest.approx(BOTTOM)
    assert (
        "印发"
        in [r.text for r in runs(made[-1], 14)][-2] + [r.text for r in runs(made[-1], 14)][-3]
    )


def test_an_imprint_without_room_takes_a_new_page():
    made = pages(*[body("校园安全")] * 22, Imprint("县政府办公室。", "办公室", "2026年9月1日"))
    assert len(made) == 2


def test_a_table_repeats_its_head_and_keeps_rows_whole():
    """C69."""
    head = ((Cell(words("任务")), Cell(words("单位"))),)
    rows = tuple((Cell(words(f"第{n}行校园安全" * 6)), Cell(words("安全科"))) for n in range(60))
    made = pages(Table((3, 1), head, rows))
    assert len(made) > 1
    for page in made:
        assert [r.text for r in runs(page, 10.5)].count("任务") == 1
        edges = [m for m in page.marks if isinstance(m, Line)]
        assert min(m.x1 for m in edges) == pytest.approx(LEFT)
        assert max(m.x2 for m in edges) == pytest.approx(RIGHT)
        bottom = max(m.y2 for m in edges)
        assert [m for m in edges if m.y1 == m.y2 == bottom and m.x2 - m.x1 > 400]
        assert bottom <= BOTTOM + 0.1
    text = "".join(r.text for page in made for r in runs(page, 10.5)).replace("任务单位", "")
    assert text == "".join("".join(c.children[0].text for c in row) for row in rows)


def test_a_row_taller_than_a_page_is_parted_without_loss():
    long = "校园安全" * 900
    made = pages(Table((1, 1), (), ((Cell(words(long)), Cell(words("短"))),)))
    assert len(made) > 1
    text = "".join(r.text for page in made for r in runs(page, 10.5))
    assert text.replace("短", "") == long


def test_spans_take_their_room():
    rows = (
        (Cell(words("甲"), down=2), Cell(words("乙"), across=2)),
        (Cell(words("丙")), Cell(words("丁"))),
    )
    page = pages(Table((1, 1, 1), (), rows))[0]
    place = {r.text: r for r in runs(page, 10.5)}
    assert place["甲"].x < place["乙"].x == place["丙"].x < place["丁"].x
    assert place["乙"].y < place["甲"].y < place["丙"].y


def test_titles_break_between_words_in_a_good_shape():
    """C21, C22."""
    title = "青禾县教育系统2026—2027学年校园安全目标管理责任书"
    page = pages(Title(words(title)))[0]
    lines = {}
    for run in runs(page, 22):
        lines.setdefault(run.y, []).append(run.text)
    assert ["".join(line) for line in lines.values()] == [
        "青禾县教育系统2026—2027学年",
        "校园安全目标管理责任书",
    ]


def test_an_attachment_begins_on_a_new_page_with_its_title_on_row_three():
    """C41."""
    made = pages(
        body("正文。"),
        PageBreak(),
        body("附件1", style="attachment_label"),
        Title(words("任务分工表")),
    )
    label, title = body_lines(made[1]), runs(made[1], 22)[0]
    assert next(iter(label.values()))[0].font == "heiti"
    row = (title.y - 0.88 * 22 + 11 - TOP) / PITCH
    assert 2 <= row <= 3


def test_attachment_names_turn_over_under_themselves():
    """C30."""
    name = "青禾县中小学校园安全专项整治行动任务分工与完成时限一览表"
    made = pages(body("正文。"), body("附件：1." + name, style="attachment_note"))
    first, turned = list(body_lines(made[0]).values())[1:]
    assert first[0].x == pytest.approx(LEFT + 2 * CELL, abs=0.5)
    xs = [first[0].x + sum(first[0].advances[:i]) for i in range(len(first[0].text))]
    assert turned[0].x == pytest.approx(xs[first[0].text.index("青")], abs=mm(0.6).points)


def test_a_character_without_glyph_is_reported_and_boxed():
    made = compose(document(body("请张玥同志签字")), style("gbt9704"), FlatFonts(lacking="玥"))
    assert made.missing == (("玥", "请张玥同志签字"),)
    (page,) = made.pages.pages
    assert [m for m in page.marks if isinstance(m, Area)]
    assert "玥" not in "".join(r.text for r in runs(page))


def test_bookmarks_follow_title_and_headings():
    marks = [m for page in composed("letter").pages.pages for m in page.bookmarks]
    assert [(m.level, m.title) for m in marks][:3] == [
        (0, "青禾县教育系统2026—2027学年校园安全目标管理责任书"),
        (1, "一、责任主体"),
        (1, "二、责任目标"),
    ]


def test_weight_in_chinese_is_a_face_not_a_bold():
    fonts = {run.font for page in composed("notice").pages.pages for run in runs(page)}
    assert {"heiti", "kaiti", "fangsong", "xiaobiaosong"} <= fonts
    assert not [
        r for page in composed("notice").pages.pages for r in runs(page) if r.bold or r.italic
    ]


def test_an_empty_document_is_one_page():
    assert len(pages()) == 1


def test_composing_twice_gives_equal_pages():
    make, look = SAMPLES["notice"]
    assert compose(make(), style(look), FlatFonts()) == composed("notice")
    assert letter() == letter()
