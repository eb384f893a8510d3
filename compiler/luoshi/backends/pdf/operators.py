"""Marks as PDF operators. Places come in points from the top left and leave from the bottom left."""

from __future__ import annotations

import math

from luoshi.layout.pages import Area, Disc, Line, Polygon

_KAPPA = 4 * (math.sqrt(2) - 1) / 3  # Bézier handles of a quarter circle


def number(value: float) -> str:
    """A number with at most three decimals, the same text for the same value."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def color(hexadecimal: str, operator: str) -> str:
    """A colour such as ``FF0000`` as fill (``rg``) or stroke (``RG``); greys as one number."""
    red, green, blue = (int(hexadecimal[i : i + 2], 16) / 255 for i in (0, 2, 4))
    if red == green == blue:
        return f"{number(red)} {'g' if operator == 'rg' else 'G'}"
    return f"{number(red)} {number(green)} {number(blue)} {operator}"


def line(mark: Line, height: float) -> str:
    """The operators of a stroke."""
    points = _points(((mark.x1, mark.y1), (mark.x2, mark.y2)), height)
    return _painted(f"{points[0]} m {points[1]} l", None, mark.color, mark.width, mark.dash)


def area(mark: Area, height: float) -> str:
    """The operators of a rectangle."""
    x, y = number(mark.x), number(height - mark.y - mark.height)
    path = f"{x} {y} {number(mark.width)} {number(mark.height)} re"
    return _painted(path, mark.fill, mark.stroke, mark.stroke_width, mark.dash)


def disc(mark: Disc, height: float) -> str:
    """The operators of a circle, four curves."""
    x, y, r = mark.x, height - mark.y, mark.radius
    k = r * _KAPPA
    path = [f"{number(x + r)} {number(y)} m"]
    for curve in (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    ):
        path.append(" ".join(map(number, curve)) + " c")
    return _painted(" ".join(path) + " h", mark.fill, mark.stroke, mark.stroke_width, mark.dash)


def polygon(mark: Polygon, height: float) -> str:
    """The operators of a closed figure or a polyline; nothing for less than two points."""
    if len(mark.points) < 2:
        return ""
    first, *others = _points(mark.points, height)
    path = " ".join([f"{first} m", *(f"{point} l" for point in others)])
    path += " h" if mark.closed else ""
    return _painted(path, mark.fill, mark.stroke, mark.stroke_width, ())


def _points(points: tuple[tuple[float, float], ...], height: float) -> list[str]:
    return [f"{number(x)} {number(height - y)}" for x, y in points]


def _painted(
    path: str, fill: str | None, stroke: str | None, width: float, dash: tuple[float, ...]
) -> str:
    """A path with its paint, between q and Q so that nothing leaks; nothing without paint."""
    stroked = stroke is not None and width > 0
    if not stroked and fill is None:
        return ""
    state: list[str] = []
    if fill is not None:
        state.append(color(fill, "rg"))
    if stroked and stroke is not None:
        state.append(f"{color(stroke, 'RG')} {number(width)} w")
        if dash:
            state.append(f"[{' '.join(map(number, dash))}] 0 d")
    paint = "B" if stroked and fill is not None else "S" if stroked else "f"
    return f"q {' '.join(state)} {path} {paint} Q"
