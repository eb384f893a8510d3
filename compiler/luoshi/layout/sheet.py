"""The frame of a landscape calendar sheet: size, header, state, page numbers."""

from __future__ import annotations

from luoshi.document.calendar_tree import Slot
from luoshi.document.marks import HAIRLINE, SECOND
from luoshi.layout.cell_text import MM, Face
from luoshi.layout.desk import Desk
from luoshi.layout.drawing import middle, rule, state_box
from luoshi.layout.pages import Mark, Page

WIDTH, HEIGHT, MARGIN = 297.0, 210.0, 10.0
LIVE_WIDTH, LIVE_HEIGHT = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN
HEADER, FOOT = 14.2, 13.4


def new_sheet() -> Page:
    """An empty A4 landscape sheet."""
    return Page(WIDTH * MM, HEIGHT * MM)


def head(desk: Desk, sub: str, slot: Slot | None = None) -> list[Mark]:
    """Numeral, title and what the page covers; the right side comes with the page number."""
    pen, words = desk.pen, desk.words
    marks: list[Mark] = []
    x, bottom = MARGIN, MARGIN + HEADER
    if slot is not None:
        numeral, unit = Face(31, "title", bold=True), Face(14, "title", bold=True)
        marks += pen.line(str(slot.month), numeral, x, bottom - 3.2)
        x += pen.width(str(slot.month), numeral) + 0.8
        marks += pen.line(words("month-numeral"), unit, x, bottom - 3.2)
        x += pen.width(words("month-numeral"), unit) + 4.0
        marks.append(rule(x, MARGIN + 1.0, x, bottom - 1.6, 0.25, color=HAIRLINE))
        x += 4.0
    room = LIVE_WIDTH + MARGIN - x - 75
    title = pen.fitted(
        words("month-title", name=desk.calendar.name), Face(15, "title", bold=True), room
    )
    marks += pen.line(title, Face(15, "title", bold=True), x, bottom - 7.4)
    small = Face(8.5, color=SECOND)
    marks += pen.line(pen.fitted(sub, small, room), small, x, bottom - 2.6)
    marks.append(rule(MARGIN, bottom, MARGIN + LIVE_WIDTH, bottom, 0.7))
    return marks


def numbered(desk: Desk, pages: list[Page]) -> None:
    """Adds state, page number, issuing office, plan and revision to the head of every sheet."""
    pen, calendar, words = desk.pen, desk.calendar, desk.words
    organ, plan = words.furniture(calendar)
    right, small = MARGIN + LIVE_WIDTH, Face(7, color=SECOND)
    for number, page in enumerate(pages, 1):
        text = words("page", n=number, count=len(pages))
        page.marks += pen.right(text, small, right, MARGIN + 2.1 + middle(7))
        if calendar.furniture.state:
            edge = right - pen.width(text, small) - 2.0
            page.marks += state_box(pen, calendar.furniture.state, edge, MARGIN)[0]
        page.marks += pen.right(
            pen.fitted(organ, small, 73), small, right, MARGIN + 6.5 + middle(7)
        )
        page.marks += pen.right(plan, small, right, MARGIN + 10.2 + middle(7))
