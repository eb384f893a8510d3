"""Unit marks: a character, a pattern and a colour for each unit, and the strokes of the patterns.

The character is the identity, the pattern comes second, the colour third, so that a page holds in
grey and for readers who part few colours. One palette serves every painter; lengths are
millimetres on paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

INK, SECOND, THIRD, HAIRLINE = "1B1B1B", "4D4D4D", "6B6B6B", "9A9A9A"
RED, WEEKEND, DAY_OFF, PAPER = "B5121B", "F5F5F5", "EBEBEB", "FFFFFF"
BODY_SHARE = 0.09  # of the unit's colour in the body of a bar

# Colours in the order of units; neighbours differ by at least 13 L*, so they part in grey too.
PALETTE = (
    "536DCC", "542700", "008553", "48469F", "A66313", "163B2E",
    "995B98", "3E5634", "816E7B", "302579", "5E605A", "422A46",
)  # fmt: skip
PATTERNS = (
    "solid", "slant", "dots", "double", "teeth", "backslant",
    "dashes", "crossed", "blocks", "zigzag", "dash-block", "boxes",
)  # fmt: skip
# Millimetres after which a pattern repeats, in the order of the patterns.
PERIODS = (1.0, 1.15, 1.25, 1.0, 1.3, 1.9, 4.5, 1.3, 1.9, 2.0, 4.7, 2.9)
_IRON = 10  # place in the palette of what units from the 25th on share
_GENERIC = (
    "县縣", "市", "区區", "局", "处處", "科", "室", "办辦", "部", "组組", "会會",
    "中心", "学校", "學校", "教育",
)  # fmt: skip
_OFFICES = ("办公室", "辦公室", "办", "辦", "党政办", "黨政辦")


@dataclass(frozen=True, slots=True)
class UnitMark:
    """How a unit is drawn. ``ringed`` marks have a white inner frame (units 13 to 24)."""

    number: int  # 1-based place among the units of the plan
    text: str
    color: str  # RRGGBB
    pattern: str
    ringed: bool = False


@dataclass(frozen=True, slots=True)
class MarkWish:
    """What a mark is chosen from: the unit's short name, and the mark its plan sets, if any."""

    short: str
    mark: str = ""


def unit_marks(wishes: Sequence[MarkWish], language: str) -> tuple[UnitMark, ...]:
    """A mark for each unit in the order given; no two of the first 24 share a character if it can be.

    A mark that the plan sets is taken as it is; characters are then given out in order, so a unit
    that is added at the end changes no other.
    """
    taken = {wish.mark for wish in wishes if wish.mark}
    made = []
    for number, wish in enumerate(wishes, 1):
        text = wish.mark or _chosen(wish.short, number, language, taken)
        taken.add(text)
        made.append(_mark(number, text))
    return tuple(made)


def _mark(number: int, text: str) -> UnitMark:
    place = (number - 1) % 12 if number <= 24 else _IRON
    return UnitMark(number, text, PALETTE[place], PATTERNS[place], 12 < number <= 24)


def _chosen(short: str, number: int, language: str, taken: set[str]) -> str:
    if language == "en":
        choices = _english_choices(short)
    elif number > 24:
        choices = [short[:2], short[:1] + short[-1:]]
    else:
        choices = _han_choices(short)
    return next((c for c in choices if c and c not in taken), str(number))


def _han_choices(short: str) -> list[str]:
    """Characters of a short name, the telling ones first, generic ones last, latest dropped first."""
    if any(short.endswith(office) for office in _OFFICES[:2]) and not _telling(short):
        return ["办" if "办" in short else "辦", *short]
    if short in _OFFICES:
        return [short[0], *short]
    dropped = [c for word in reversed(_GENERIC) for c in word if c in short]
    return [*_telling(short), *dropped, *(c for c in short if not c.isspace())]


def _telling(short: str) -> str:
    single = "".join(_GENERIC[:-4])
    for dropped in (*_OFFICES[:2], *_GENERIC[-4:], *single):
        short = short.replace(dropped, "")
    return "".join(c for c in short if c.isalnum() and not c.isascii())


def _english_choices(short: str) -> list[str]:
    words = [w for w in short.split() if w[:1].isalnum() and w.lower() not in ("of", "and", "the")]
    if not words:
        return []
    initials = "".join(word[0] for word in words[:2]).upper()
    first = words[0]
    pairs = [first[0].upper() + c.lower() for word in words for c in word[1:] if c.isalnum()]
    return [*([initials] if len(words) > 1 else []), *pairs]


def tint(color: str, share: float = BODY_SHARE) -> str:
    """A colour thinned with white: ``share`` 1 is the colour, 0 is white."""
    parts = (int(color[i : i + 2], 16) for i in (0, 2, 4))
    return "".join(f"{round(255 + (part - 255) * share):02X}" for part in parts)


# --- the strokes of a pattern ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Patch:
    """A filled figure of a rail."""

    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A polyline of a rail."""

    points: tuple[tuple[float, float], ...]
    width: float
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle of a rail."""

    x: float
    y: float
    radius: float


Figure = Patch | Stroke | Dot


def rail(pattern: str, length: float, height: float) -> tuple[Figure, ...]:
    """The figures of a pattern in a rail from (0, 0) to (length, height); none leaves it."""
    if length <= 0:
        return ()
    if pattern in _DASHES:
        return _dashes(length, height, _DASHES[pattern])
    match pattern:
        case "solid":
            return (_box(0, 0, length, height),)
        case "slant":
            return _slants(length, height, 0.42, 1.15, 1)
        case "backslant":
            return _slants(length, height, 0.8, 1.9, -1)
        case "crossed":
            forward = _slants(length, height, 0.26, 1.3, 1)
            return forward + _slants(length, height, 0.26, 1.3, -1)
        case "dots":
            radius = 0.75 * height / 2
            xs = _steps(1.25, length - 2 * radius)
            return tuple(Dot(x + radius, height / 2, radius) for x in xs)
        case "double":
            thick = 0.3 * height
            return _box(0, 0, length, thick), _box(0, height - thick, length, height)
        case "zigzag":
            return _zigzag(length, height)
        case _:
            return _boxes(length, height)


_DASHES: dict[str, tuple[float, ...]] = {  # on, off, ...
    "teeth": (0.38, 0.92),
    "dashes": (3.4, 1.1),
    "blocks": (0.95, 0.95),
    "dash-block": (2.6, 0.7, 0.7, 0.7),
}


def _steps(step: float, length: float) -> list[float]:
    return [n * step for n in range(int(length / step) + 1)] if length >= 0 else []


def _box(x1: float, y1: float, x2: float, y2: float) -> Patch:
    return Patch(((x1, y1), (x2, y1), (x2, y2), (x1, y2)))


def _dashes(length: float, height: float, dash: tuple[float, ...]) -> tuple[Figure, ...]:
    """On, off, on, off … cut at the end of the rail."""
    found: list[Figure] = []
    at, place = 0.0, 0
    while at < length - 0.05:
        if place % 2 == 0:
            found.append(_box(at, 0, min(at + dash[place], length), height))
        at += dash[place]
        place = (place + 1) % len(dash)
    return tuple(found)


def _slants(
    length: float, height: float, width: float, step: float, way: int
) -> tuple[Figure, ...]:
    """Bands at 45°; ``way`` 1 leans to the right (/), −1 to the left."""
    across = width * 2**0.5
    found: list[Figure] = []
    for x in _steps(step, length + height):
        foot, top = (x - height, x) if way > 0 else (x, x - height)
        band = ((foot, height), (foot + across, height), (top + across, 0.0), (top, 0.0))
        cut = _cut(_cut(band, 0.0, 1), length, -1)
        if len(cut) > 2:
            found.append(Patch(cut))
    return tuple(found)


def _cut(
    points: tuple[tuple[float, float], ...], edge: float, side: int
) -> tuple[tuple[float, float], ...]:
    """The part of a convex figure right (1) or left (−1) of an upright edge."""
    kept: list[tuple[float, float]] = []
    for index, (x, y) in enumerate(points):
        before_x, before_y = points[index - 1]
        inside, was_inside = (x - edge) * side >= 0, (before_x - edge) * side >= 0
        if inside != was_inside:
            share = (edge - before_x) / (x - before_x)
            kept.append((edge, before_y + share * (y - before_y)))
        if inside:
            kept.append((x, y))
    return tuple(kept)


def _zigzag(length: float, height: float) -> tuple[Figure, ...]:
    half = 0.36 / 2
    xs = _steps(1.0, length)
    if len(xs) < 2:
        return ()
    return (Stroke(tuple((x, height - half if n % 2 else half) for n, x in enumerate(xs)), 0.36),)


def _boxes(length: float, height: float) -> tuple[Figure, ...]:
    half = 0.3 / 2
    found: list[Figure] = []
    for x in _steps(2.9, length - 0.6):
        end = min(x + 2.25, length) - half
        corners = ((x + half, half), (end, half), (end, height - half), (x + half, height - half))
        found.append(Stroke(corners, 0.3, closed=True))
    return tuple(found)
