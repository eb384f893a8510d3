"""A month on screen: the grid as a real table, and the same month as a list for narrow screens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from luoshi.backends.calendar_html_parts import (
    badge,
    bar_style,
    item_line,
    lead_mark,
    rail_svg,
    squares,
)
from luoshi.backends.html.page import escape
from luoshi.document.calendar_tree import Calendar, Entry
from luoshi.document.calendar_words import CalendarWords
from luoshi.layout.month_model import Bar, Item, MonthModel, Row


class MonthPart:
    """Writes the markup of one month."""

    def __init__(self, calendar: Calendar, words: CalendarWords, model: MonthModel) -> None:
        self.calendar, self.words, self.model = calendar, words, model
        self.label = words.month_name(model.slot)

    def section(self) -> str:
        """The month: heading, grid, list for phones, what has no day, the count."""
        slot = self.model.slot
        parts = [
            f'<section class="month" id="m{slot.year}-{slot.month:02}"><h2>{escape(self.label)}</h2>',
            self._grid(),
            self._phone(),
            self._entries("by-month", self.model.by_month),
            self._phases_left_out(),
            self._count(),
            "</section>\n",
        ]
        return "".join(parts)

    def _count(self) -> str:
        model = self.model
        if not model.count and not model.by_month:
            return f'<p class="balance">{escape(self.words("empty-month"))}</p>'
        text = self.words("count-month", all=model.count)
        if model.by_month:
            text += self.words("balance-by-month", n=len(model.by_month))
        return f'<p class="balance">{escape(text)}</p>'

    # --- the grid ---------------------------------------------------------------------------------

    def _grid(self) -> str:
        rows = "".join(self._row(row) for row in self.model.rows)
        strips = "".join(self._strip(item) for item in self.model.strips)
        return (
            f'<table class="grid"><caption class="vh">{escape(self.label)}</caption>'
            f"<thead><tr>{self._weekdays()}</tr></thead><tbody>{strips}{rows}</tbody></table>\n"
        )

    def _weekdays(self) -> str:
        week = f'<th scope="col" class="wk">{escape(self.words("weeks"))}</th>'
        days = "".join(
            f'<th scope="col">{escape(self.words.weekday(day.isoweekday()))}</th>'
            for day in self.model.rows[0].days
        )
        return (week if self.calendar.weeks else "") + days

    def _strip(self, item: Item) -> str:
        head = f'<th scope="row" class="wk">{escape(self.words("whole-month"))}</th>'
        one = item.occasion
        ends = (self.model.is_own(one.start), self.model.is_own(one.end))
        bar = self._bar(item, ends, self.words.short_span(one.start, one.end))
        lead = head if self.calendar.weeks else ""
        return f'<tr class="bars">{lead}<td colspan="7">{bar}</td></tr>'

    def _row(self, row: Row) -> str:
        lanes = max((bar.lane + 1 for bar in row.bars), default=0)
        week = ""
        if self.calendar.weeks:
            name = escape(self.words("week", n=row.week)) if row.week else ""
            week = f'<th scope="row" class="wk" rowspan="{lanes + 2}">{name}</th>'
        days = "".join(self._day(row, column, day) for column, day in enumerate(row.days))
        items = "".join(self._items(day) for day in row.days)
        bars = "".join(f'<tr class="bars">{self._lane(row, lane)}</tr>' for lane in range(lanes))
        return f'<tr class="days">{week}{days}</tr>{bars}<tr class="items">{items}</tr>'

    def _shade(self, day: date) -> str:
        mark = self.model.marks.get(day)
        if not self.model.is_own(day):
            return "out"
        if mark is not None:
            return mark.kind
        return "weekend" if day.isoweekday() > 5 else ""

    def _day(self, row: Row, column: int, day: date) -> str:
        own = self.model.is_own(day)
        first = column == 0 or self.model.is_own(row.days[column - 1])
        text = str(day.day) if own or not first else self.words.short_day(day).replace(".", "/")
        mark = self.model.marks.get(day)
        name = f' <span class="name">{escape(mark.name)}</span>' if mark and mark.name else ""
        tail = f" {badge(self.words, mark.kind)}{name}" if mark else ""
        stamp = f'<time datetime="{day.isoformat()}">{escape(text)}</time>'
        return f'<td class="{self._shade(day)}">{stamp}{tail}</td>'

    def _items(self, day: date) -> str:
        found = self.model.items.get(day, ())
        lines = "".join(
            f"<li>{item_line(self.calendar, self.words, i.entry, i.occasion)}</li>" for i in found
        )
        return f'<td class="{self._shade(day)}">{f"<ul>{lines}</ul>" if lines else ""}</td>'

    def _lane(self, row: Row, lane: int) -> str:
        cells: list[str] = []
        at = 0
        for piece in sorted((b for b in row.bars if b.lane == lane), key=lambda b: b.first):
            cells += [f'<td class="{self._shade(d)}"></td>' for d in row.days[at : piece.first]]
            cells.append(f'<td colspan="{piece.last - piece.first + 1}">{self._piece(piece)}</td>')
            at = piece.last + 1
        cells += [f'<td class="{self._shade(day)}"></td>' for day in row.days[at:]]
        return "".join(cells)

    def _piece(self, piece: Bar) -> str:
        one = piece.item.occasion
        if piece.begins:
            days = self.words.short_span(one.start, one.end)
        else:
            days = self.words("to", day=self.words.short_day(one.end))
        return self._bar(piece.item, (piece.begins, piece.ends), days)

    def _bar(self, item: Item, ends: tuple[bool, bool], days: str) -> str:
        mark = lead_mark(self.calendar, item.entry)
        names = ["bar", "" if ends[0] else "goes-before", "" if ends[1] else "goes-on"]
        names.append("" if item.occasion.certainty == "fixed" else "open")
        return (
            f'<div class="{" ".join(filter(None, names))}" style="{bar_style(mark)}">'
            f"{squares(self.calendar, item.entry.shares[:1])}<span>{escape(item.entry.title)} "
            f"<small>{escape(days)}</small></span>{rail_svg(mark)}</div>"
        )

    # --- the list ---------------------------------------------------------------------------------

    def _phone(self) -> str:
        spans = "".join(f"<li>{self._span(item)}</li>" for item in self.model.spans)
        phases = f'<ul class="phases">{spans}</ul>' if spans else ""
        return f'<div class="phone">{phases}{"".join(self._phone_rows())}</div>\n'

    def _span(self, item: Item) -> str:
        one = item.occasion
        days = escape(self.words.short_span(one.start, one.end))
        marks = squares(self.calendar, item.entry.shares)
        return f"{marks}{escape(item.entry.title)} <small>{days}</small>"

    def _phone_rows(self) -> Iterator[str]:
        for row in self.model.rows:
            days = [day for day in row.days if day in self.model.items or day in self.model.marks]
            days = [day for day in days if self.model.is_own(day)]
            if days and row.week:
                yield f'<h3 class="week">{escape(self.words("week", n=row.week))}</h3>'
            for day in days:
                yield self._phone_day(day)

    def _phone_day(self, day: date) -> str:
        mark = self.model.marks.get(day)
        sign = f" {badge(self.words, mark.kind)} {escape(mark.name)}" if mark else ""
        name = escape(self.words.full_day(day, year=False, weekday=True))
        lines = "".join(
            f"<li>{item_line(self.calendar, self.words, i.entry, i.occasion)}</li>"
            for i in self.model.items.get(day, ())
        )
        return f"<h4>{name}{sign}</h4>{f'<ul>{lines}</ul>' if lines else ''}"

    # --- what the grid cannot hold ----------------------------------------------------------------

    def _entries(self, key: str, entries: tuple[Entry, ...]) -> str:
        if not entries:
            return ""
        lines = "".join(
            f"<li>{squares(self.calendar, e.shares)}{escape(e.title)}"
            f"{f' <small>{escape(e.when)}</small>' if e.when else ''}</li>"
            for e in entries
        )
        return f'<h3>{escape(self.words(key, n=len(entries)))}</h3><ul class="plain">{lines}</ul>'

    def _phases_left_out(self) -> str:
        """Phases beyond the lanes of the grid; on phones they stand with the others already."""
        if not self.model.hidden:
            return ""
        lines = "".join(f"<li>{self._span(item)}</li>" for item in self.model.hidden)
        title = escape(self.words("on-phases"))
        return f'<div class="wide"><h3>{title}</h3><ul class="plain">{lines}</ul></div>'
