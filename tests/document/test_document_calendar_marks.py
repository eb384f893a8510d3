"""Units must be told apart: by character, in grey, and by readers who part few colours."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import pytest

from luoshi.document.marks import PALETTE, PATTERNS, PERIODS, Dot, MarkWish, rail, tint, unit_marks

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
VISION = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}  # fmt: skip


def linear(color):
    parts = [int(color[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def seen(color, vision):
    rgb = linear(color)
    return [
        min(1, max(0, sum(m * c for m, c in zip(row, rgb, strict=True)))) for row in VISION[vision]
    ]


def lab(rgb):
    matrix = (
        (0.4124564, 0.3575761, 0.1804375),
        (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041),
    )
    white = (0.95047, 1.0, 1.08883)
    xyz = [
        sum(m * c for m, c in zip(row, rgb, strict=True)) / w
        for row, w in zip(matrix, white, strict=True)
    ]
    fx, fy, fz = (v ** (1 / 3) if v > 216 / 24389 else (24389 / 27 * v + 16) / 116 for v in xyz)
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def ciede2000(one, other):
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_c = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean_c**7 / (mean_c**7 + 25**7)))
    a1, a2 = (1 + g) * a1, (1 + g) * a2
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    dh = 0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    big_dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(dh / 2))
    ml, mc = (l1 + l2) / 2, (c1 + c2) / 2
    mh = (h1 + h2) / 2 if abs(h1 - h2) <= 180 else (h1 + h2 + (360 if h1 + h2 < 360 else -360)) / 2
    t = (1 - 0.17 * math.cos(math.radians(mh - 30)) + 0.24 * math.cos(math.radians(2 * mh))
         + 0.32 * math.cos(math.radians(3 * mh + 6)) - 0.20 * math.cos(math.radians(4 * mh - 63)))  # fmt: skip
    sl = 1 + 0.015 * (ml - 50) ** 2 / math.sqrt(20 + (ml - 50) ** 2)
    sc, sh = 1 + 0.045 * mc, 1 + 0.015 * mc * t
    turn = (
        -2
        * math.sqrt(mc**7 / (mc**7 + 25**7))
        * math.sin(math.radians(60 * math.exp(-(((mh - 275) / 25) ** 2))))
    )
    dl, dc, dhh = (l2 - l1) / sl, (c2 - c1) / sc, big_dh / sh
    return math.sqrt(dl**2 + dc**2 + dhh**2 + turn * dc * dhh)


def test_the_formula_agrees_with_its_published_test_data():
    # Sharma, Wu and Dalal 2005, pairs 1 and 25
    assert ciede2000((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert ciede2000((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387)) == pytest.approx(
        1.2644, abs=1e-4
    )


@pytest.mark.parametrize(
    ("vision", "all_twelve", "first_six"),
    [
        ("normal", 10.4, 14.1),
        ("protanopia", 9.3, 11.8),
        ("deuteranopia", 10.3, 11.9),
        ("tritanopia", 10.3, 11.7),
    ],
)
def test_any_two_colours_can_be_told_apart(vision, all_twelve, first_six):
    colours = [lab(seen(color, vision)) for color in PALETTE]
    assert min(ciede2000(a, b) for a, b in combinations(colours, 2)) >= all_twelve - 0.06
    assert min(ciede2000(a, b) for a, b in combinations(colours[:6], 2)) >= first_six - 0.06


def test_neighbours_part_in_grey_and_white_stands_out_on_each():
    light = [lab(linear(color))[0] for color in PALETTE]
    assert all(abs(a - b) >= 13 for a, b in pairwise(light))
    for color in PALETTE:
        luminance = sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(color), strict=True))
        assert 1.05 / (luminance + 0.05) >= 4.65


def test_characters_come_from_the_telling_part_of_a_name():
    names = [
        "安全办公室",
        "德育处",
        "教务处",
        "总务处",
        "学校办公室",
        "体卫艺处",
        "县教育局",
        "公安局",
        "团总支",
    ]
    marks = unit_marks([MarkWish(name) for name in names], "zh-Hans")
    assert "".join(mark.text for mark in marks) == "安德教总办体育公团"


def test_no_character_is_given_twice_and_a_set_one_wins():
    marks = unit_marks(
        [MarkWish("安全处"), MarkWish("安保处"), MarkWish("财务处", "安")], "zh-Hans"
    )
    assert [mark.text for mark in marks] == ["全", "保", "安"]


def test_a_new_unit_at_the_end_changes_no_other():
    names = [MarkWish(f"{c}处") for c in "甲乙丙丁戊己庚辛壬癸子丑寅"]
    assert unit_marks(names[:12], "zh-Hans") == unit_marks(names, "zh-Hans")[:12]


def test_units_beyond_twelve_are_ringed_beyond_twenty_four_iron_grey():
    marks = unit_marks([MarkWish(chr(0x4E10 + n) + "处") for n in range(30)], "zh-Hans")
    assert [marks[n].ringed for n in (11, 12, 23, 24)] == [False, True, True, False]
    assert marks[12].color == marks[0].color
    assert {mark.color for mark in marks[24:]} == {"5E605A"}
    assert all(len(mark.text) == 2 for mark in marks[24:])


def test_english_marks_have_two_letters():
    marks = unit_marks(
        [MarkWish("Safety Section"), MarkWish("Schools"), MarkWish("School Staff")], "en"
    )
    assert [mark.text for mark in marks] == ["SS", "Sc", "Sh"]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("length", [0.4, 1.0, 3.3, 17.25, 60.0])
def test_no_stroke_leaves_its_rail(pattern, length):
    for part in rail(pattern, length, 0.85):
        if isinstance(part, Dot):
            assert part.radius <= part.x <= length - part.radius + 1e-9
        else:
            edge = getattr(part, "width", 0.0) / 2
            assert all(-1e-9 <= x <= length + 1e-9 for x, _ in part.points)
            assert all(edge - 1e-9 <= y <= 0.85 - edge + 1e-9 for _, y in part.points)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_repeat_after_their_period(pattern):
    period = PERIODS[PATTERNS.index(pattern)]
    long = rail(pattern, 4 * period, 0.85)
    assert len(long) >= 1
    if pattern not in ("solid", "double", "zigzag"):
        xs = sorted(
            {round(p.x if isinstance(p, Dot) else min(x for x, _ in p.points), 3) for p in long}
        )
        assert any(abs(a + period - b) < 1e-6 for a, b in combinations(xs, 2))


def test_a_tint_is_between_the_colour_and_white():
    assert tint("000000", 1.0) == "000000"
    assert tint("536DCC", 0.0) == "FFFFFF"
    assert tint("536DCC") == "F0F2FA"
