"""Pages as the composer leaves them: positioned text runs, lines and areas. Nothing more to decide.

All places are in points from the top-left corner of the page, y downward; a run's y is its
baseline. A painter draws these in order, measures nothing and decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from luoshi.document.style import FontClass


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one face in one line. ``advances`` holds the advance of each character in points."""

    x: float
    y: float
    text: str
    font: FontClass
    size: float
    advances: tuple[float, ...]
    color: str = "000000"
    bold: bool = False  # only for faces that have no bold of their own class (English serif)
    italic: bool = False
    vertical: bool = False  # characters stacked downward (narrow column heads)


@dataclass(frozen=True, slots=True)
class Line:
    """A straight stroke; ``dash`` is on, off, ... in points, empty for solid."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    color: str = "000000"
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle, filled, framed or both."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle, filled, framed or both."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed figure (deadline triangle, chevron); or a polyline when ``closed`` is False."""

    points: tuple[tuple[float, float], ...]
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 0.0
    closed: bool = True


Mark = Run | Line | Area | Disc | Polygon


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline that leads to a place."""

    level: int
    title: str
    y: float


@dataclass(slots=True)
class Page:
    """One sheet."""

    width: float
    height: float
    marks: list[Mark] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PageSet:
    """All sheets of one file, with what its properties say."""

    title: str
    author: str
    language: str
    keywords: str
    pages: tuple[Page, ...]
    subject: str = ""
