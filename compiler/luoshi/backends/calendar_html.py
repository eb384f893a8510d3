"""The calendar on screen: one file, no script; months, the table of the year, what has no date."""

from __future__ import annotations

from functools import cache
from importlib import resources

from luoshi.backends.calendar_html_grid import MonthPart
from luoshi.backends.calendar_html_parts import hidden, pattern_defs, squares, unit_square
from luoshi.backends.html.page import escape, render_page
from luoshi.document.calendar_tree import Calendar
from luoshi.document.calendar_words import CalendarWords, words_of
from luoshi.layout.month_model import MonthModel, month_models
from luoshi.layout.year_table_model import Group, TableRow, table_groups


def emit_calendar_html(calendar: Calendar) -> str:
    """The whole calendar as one page that asks for nothing from outside and prints well."""
    words = words_of(calendar)
    months = list(month_models(calendar))
    groups = table_groups(calendar, words)
    listed = [group for group in groups if group.kind in ("week", "month")]
    apart = [group for group in groups if group.kind not in ("week", "month")]
    body = "".join(
        (
            f'<a class="skip" href="#main">{escape(words("skip"))}</a>\n',
            pattern_defs(calendar),
            '<div class="wrap calendar">\n',
            _head(calendar, words),
            _contents(words, months, listed, apart),
            '<main id="main">\n',
            _legend(calendar, words) if months else "",
            "".join(MonthPart(calendar, words, model).section() for model in months),
            _table(calendar, words, listed),
            "".join(_list(calendar, words, group) for group in apart),
            _notes(words, calendar),
            "</main>\n",
            _foot(calendar, words),
            "</div>\n",
        )
    )
    facts = calendar.furniture
    return render_page(
        language=calendar.language,
        title=_title(calendar, words),
        body=body,
        meta=(
            ("author", calendar.organ),
            ("luoshi-plan", calendar.plan_id),
            ("luoshi-revision", facts.revision),
            ("luoshi-hash", facts.content_hash),
        ),
        css=_css(),
    )


@cache
def _css() -> str:
    return resources.files("luoshi.backends").joinpath("calendar_html.css").read_text("utf-8")


def _title(calendar: Calendar, words: CalendarWords) -> str:
    key = "month-title" if calendar.balance.dated else "table-title"
    return words(key, name=calendar.name)


def _head(calendar: Calendar, words: CalendarWords) -> str:
    organ, plan = words.furniture(calendar)
    state = calendar.furniture.state
    pill = f'<span class="pill draft">{escape(state)}</span> ' if state else ""
    lines = [
        f"<h1>{escape(_title(calendar, words))}</h1>",
        f"<p>{escape(calendar.period)}</p>" if calendar.period else "",
        f"<p>{pill}{escape(organ)}</p>" if pill or organ else "",
        f'<p class="plan">{escape(plan)}</p>',
        f'<p class="balance">{escape(words.balance(calendar.balance))}</p>',
    ]
    return f'<header class="top">{"".join(lines)}</header>\n'


def _contents(
    words: CalendarWords, months: list[MonthModel], listed: list[Group], apart: list[Group]
) -> str:
    links = [(f"m{m.slot.year}-{m.slot.month:02}", words.month_name(m.slot)) for m in months]
    if listed:
        links.append(("table", words("table-link")))
    links += [(group.kind, group.label) for group in apart]
    made = "".join(f'<a href="#{anchor}">{escape(text)}</a> ' for anchor, text in links)
    return f'<nav aria-label="{escape(words("contents"))}">{made}</nav>\n' if made else ""


def _legend(calendar: Calendar, words: CalendarWords) -> str:
    """The units that stand in the months, by mark and name."""
    keys = {s.party for e in calendar.in_state("dated") for s in e.shares if s.role != "assist"}
    units = "".join(
        f"<li>{unit_square(party)}{escape(party.short)}</li>"
        for party in calendar.parties
        if party.key in keys
    )
    signs = f'<li><b class="due"></b>{escape(words("legend-deadline"))}</li>'
    certainties = {o.certainty for e in calendar.entries for o in e.occasions}
    for certainty in ("proposed", "provisional"):
        if certainty in certainties:
            label = escape(words(f"legend-{certainty}"))
            signs += f'<li><span class="token">{escape(words(certainty))}</span> {label}</li>'
    return f'<section class="legend"><h2 class="vh">{escape(words("legend"))}</h2><ul>{units}{signs}</ul></section>\n'


# --- the table ------------------------------------------------------------------------------------


def _table(calendar: Calendar, words: CalendarWords, groups: list[Group]) -> str:
    if not groups:
        return ""
    first = "weeks" if any(group.kind == "week" for group in groups) else "month"
    keys = (first, "time", "main-work", "units", "done")
    heads = "".join(f'<th scope="col">{escape(words(key))}</th>' for key in keys)
    bodies = "".join(_group(calendar, words, group) for group in groups)
    title = escape(words("table-title", name=calendar.name))
    return (
        f'<section id="table"><h2>{title}</h2><table class="year">'
        f"<thead><tr>{heads}</tr></thead>{bodies}</table></section>\n"
    )


def _group(calendar: Calendar, words: CalendarWords, group: Group) -> str:
    days = f"<br><small>{escape(group.days)}</small>" if group.days else ""
    label = f'<th scope="rowgroup" rowspan="{len(group.rows)}">{escape(group.label)}{days}</th>'
    rows = [
        f"<tr>{label if number == 0 else ''}{_cells(calendar, words, row)}</tr>"
        for number, row in enumerate(group.rows)
    ]
    return f"<tbody>{''.join(rows)}</tbody>"


def _cells(calendar: Calendar, words: CalendarWords, row: TableRow) -> str:
    due = f'<b class="due">{hidden(words("deadline-spoken"))}</b>' if row.deadline else ""
    token = f' <span class="token">{escape(row.token)}</span>' if row.token else ""
    marks = squares(calendar, row.entry.shares) if row.entry else ""
    tick = '<span class="tick"></span>' if row.tick else ""
    return (
        f"<td>{due}{escape(row.time)}</td><td>{escape(row.text)}{token}</td>"
        f'<td>{marks}{escape(row.units)}</td><td class="done">{tick}</td>'
    )


def _list(calendar: Calendar, words: CalendarWords, group: Group) -> str:
    """What is undated or listed apart: its count, and the plan's own words for when."""
    count = len(group.rows)
    title = escape(words(f"{group.kind}-list", n=count))
    note = (
        f'<p class="balance">{escape(words("undated-note"))}</p>' if group.kind == "undated" else ""
    )
    lines = "".join(
        f"<li>{squares(calendar, row.entry.shares) if row.entry else ''}{escape(row.text)}"
        f"<small>{escape(' · '.join(filter(None, (row.units, row.time))))}</small></li>"
        for row in group.rows
    )
    return f'<section id="{group.kind}"><h2>{title}</h2>{note}<ul class="plain long">{lines}</ul></section>\n'


def _notes(words: CalendarWords, calendar: Calendar) -> str:
    if not calendar.notes:
        return ""
    lines = "".join(f"<li>{escape(note)}</li>" for note in calendar.notes)
    return f'<section id="notes"><h2>{escape(words("left-out"))}</h2><ul class="plain">{lines}</ul></section>\n'


def _foot(calendar: Calendar, words: CalendarWords) -> str:
    return f"<footer>{escape(words.furniture(calendar)[1])}</footer>\n"
