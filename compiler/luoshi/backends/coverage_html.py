"""A coverage table as one page: the matrix on paper and at a desk, a list of units on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import groupby

from luoshi.backends.coverage_sheet import Panel, Short, panels
from luoshi.backends.coverage_words import (
    SIGNS,
    CoverageWords,
    balance_of,
    column_title,
    counts_of,
    title_of,
    verdict_lines,
    words_of,
)
from luoshi.backends.html.page import escape, render_page
from luoshi.document.coverage_tree import Cell, Column, Coverage, Remark, Role, Row
from luoshi.document.marks import UnitMark

_ROLES: tuple[Role, ...] = ("lead", "joint", "assist")
_CLASS = {"lead": "r r1", "joint": "r r2", "assist": "r r3", None: "r r0"}
_HATCH = (
    '<svg width="0" height="0" style="position:absolute" aria-hidden="true" focusable="false"><defs>'
    '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff"/><rect width="1.1" height="6" fill="#1b1b1b"/>'
    "</pattern></defs></svg>\n"
)
_HATCHED = (
    '<svg class="hz" aria-hidden="true"><rect width="100%" height="100%" fill="url(#hatch)"/></svg>'
)


@cache
def _css() -> str:
    return resources.files("luoshi.backends").joinpath("coverage.css").read_text("utf-8")


def emit_coverage_html(coverage: Coverage) -> str:
    """The whole page, with its style and nothing from outside."""
    words = words_of(coverage.language, coverage.region)
    sheets = panels(coverage, words)
    body = (
        f'<a class="skip" href="#matrix">{escape(words.skip)}</a>\n{_HATCH}<div class="page">\n'
        f"{_head(coverage, words)}{_verdict(coverage, words)}"
        f'<main id="matrix">\n{_matrix(coverage, sheets, words)}{_list(coverage, words)}</main>\n'
        f"{_foot(coverage, sheets, words)}</div>\n"
    )
    meta = (
        ("luoshi-plan", coverage.plan_id),
        ("luoshi-revision", coverage.revision),
        ("luoshi-content", coverage.content_hash),
        ("luoshi-state", coverage.state),
    )
    return render_page(
        language=coverage.language, title=title_of(coverage), body=body, meta=meta, css=_css()
    )


# --- furniture ------------------------------------------------------------------------------------


def _head(coverage: Coverage, words: CoverageWords) -> str:
    gap = "　" if coverage.language != "en" else " · "
    sub = gap.join(part for part in (coverage.period, counts_of(coverage)) if part)
    state = f'<span class="pill">{escape(coverage.state)}</span><br>' if coverage.state else ""
    organ = words.by.format(organ=coverage.organ) if coverage.organ else ""
    plan = words.plan.format(id=coverage.plan_id)
    return (
        f'<header class="top"><div><h1>{escape(title_of(coverage))}</h1>'
        f'<p class="sub">{escape(sub)}</p></div>\n<p class="meta">{state}'
        f"{escape(organ)}{'<br>' if organ else ''}{escape(plan)}{gap}"
        f"<b>{escape(words.revision.format(revision=coverage.revision))}</b></p></header>\n"
    )


def _verdict(coverage: Coverage, words: CoverageWords) -> str:
    whole = coverage.verdict.is_whole
    phrases = "".join(
        f"<span>{escape(text)}</span>" for text in verdict_lines(coverage.verdict, words)
    )
    name = "" if whole else ' class="holes"'
    word = words.whole if whole else words.holes
    return f'<p class="verdict"><strong{name}>{escape(word)}</strong>{phrases}</p>\n'


def _foot(coverage: Coverage, sheets: tuple[Panel, ...], words: CoverageWords) -> str:
    remarks = "".join(_remark(remark, words) for remark in coverage.remarks)
    short = [short for sheet in sheets for short in sheet.cut]
    full = ""
    if short:
        full = f'<p class="aside">{escape(words.full_titles)}</p><ol>{_full(short)}</ol>'
    legend = "".join(f"<span>{item}</span>" for item in _legend(coverage, words))
    left = f"<div><ol>{remarks}</ol>{full}</div>\n" if remarks or full else ""
    return (
        f'<footer class="foot{" two" if left else ""}">{left}<div class="legend">{legend}</div>'
        f'<p class="balance">{escape(balance_of(coverage))}</p></footer>\n'
    )


def _full(short: list[Short]) -> str:
    seen = dict.fromkeys(short)
    return "".join(f"<li>{escape(one.shown)} ＝ {escape(one.full)}</li>" for one in seen)


def _remark(remark: Remark, words: CoverageWords) -> str:
    place = ""
    if remark.line:
        place = words.line.format(file=remark.file.rsplit("/", 1)[-1], line=remark.line)
    waiver = f" {escape(words.waiver)}{escape(remark.waiver)}" if remark.waiver else ""
    return (
        f'<li><span class="code">{escape(remark.code)}</span>{escape(remark.text)} '
        f'<span class="aside">{escape(place)}{waiver}</span></li>'
    )


def _legend(coverage: Coverage, words: CoverageWords) -> Iterator[str]:
    """Signs the page shows, and no others."""
    roles = {cell.role for row in coverage.rows for cell in row.cells if cell}
    for role in _ROLES:
        if role in roles:
            yield f"{_square(role, words)}{escape(words.roles[role])}"
    yield escape(words.blank)
    if any(cell.duties > 1 for row in coverage.rows for cell in row.cells if cell):
        yield escape(words.small)
    states = {column.state for column in coverage.columns}
    if "nobody" in states or coverage.verdict.units_without_duty:
        yield escape(words.heavy)
    if states - {"whole"}:
        yield escape(words.heavy_columns)
    plain = " ".join(SIGNS[role] for role in _ROLES if role in roles)
    if plain:
        yield f"{escape(words.signs)} {plain}"


def _square(role: Role | None, words: CoverageWords, duties: int = 0) -> str:
    """The sign of a role; duties of nobody have their number instead."""
    text = words.squares[role] if role else str(duties)
    return f'<span class="{_CLASS[role]}" aria-hidden="true">{escape(text)}</span>'


def mark_svg(mark: UnitMark | None) -> str:
    """The square of a unit; decoration, since its name always stands beside it."""
    if mark is None:
        return ""
    size = (7.6 if len(mark.text) < 2 else 5.4) - 0.6 * mark.ringed
    ring = (
        '<rect x=".9" y=".9" width="8.2" height="8.2" fill="none" stroke="#fff" stroke-width=".5"/>'
    )
    return (
        '<svg class="mk" viewBox="0 0 10 10" aria-hidden="true">'
        f'<rect width="10" height="10" fill="#{mark.color}"/>{ring if mark.ringed else ""}'
        f'<text x="5" y="{5 + size * 0.36:.2f}" font-size="{size}" font-weight="700" '
        f'text-anchor="middle" fill="#fff">{escape(mark.text)}</text></svg>'
    )


# --- the matrix -----------------------------------------------------------------------------------


def _matrix(coverage: Coverage, sheets: tuple[Panel, ...], words: CoverageWords) -> str:
    made = []
    for number, sheet in enumerate(sheets, 1):
        part = f'<p class="part">{escape(words.part.format(n=number))}</p>\n'
        totals = f"<tfoot>{_sums(coverage, sheet, words)}</tfoot>\n" if sheet.has_totals else ""
        made.append(
            f'<div class="panel">\n{part if len(sheets) > 1 else ""}'
            f'<div class="across" tabindex="0" role="region" aria-label="{escape(words.table)}">\n'
            f'<table style="--row:{sheet.row:g}mm">\n'
            f'<caption class="unseen">{escape(words.caption)}</caption>\n{_widths(sheet)}'
            f"<thead>{_above(sheet)}{_heads(sheet, words)}</thead>\n"
            f"<tbody>\n{''.join(_row(row, sheet, words) for row in sheet.rows)}</tbody>\n"
            f"{totals}</table></div></div>\n"
        )
    return "".join(made)


def _widths(sheet: Panel) -> str:
    cols = [sheet.name_width] + [sheet.width] * len(sheet.columns)
    cols += [sheet.sum_width] * 4 * sheet.has_sums
    inner = "".join(f'<col style="width:{width:.3f}mm">' for width in cols)
    return f"<colgroup>{inner}</colgroup>\n"


def _above(sheet: Panel) -> str:
    """A row of the titles that several columns stand under, where there are such."""
    if not any(head.above for head in sheet.heads):
        return ""
    cells = ["<th></th>"]
    for above, group in groupby(sheet.heads, key=lambda head: head.above):
        span = len(list(group))
        kind = ' class="parent" scope="colgroup"' if above else ""
        cells.append(f'<th colspan="{span}"{kind}>{escape(above.shown) if above else ""}</th>')
    cells.append('<th colspan="4" class="first"></th>' if sheet.has_sums else "")
    return f'<tr class="above">{"".join(cells)}</tr>\n'


def _heads(sheet: Panel, words: CoverageWords) -> str:
    cells = [f'<th scope="col">{escape(words.corner)}</th>']
    for head in sheet.heads:
        state = head.column.state
        cap = f'<span class="cap">{escape(words.states[state])}</span>' if state != "whole" else ""
        number = f"<small>{escape(head.id)}</small>" if head.id else ""
        hole = ' class="hole"' if state != "whole" else ""
        cells.append(
            f'<th scope="col"{hole}>{cap}<span class="v" style="height:{head.height:g}mm">{escape(head.title.shown)}</span>{number}</th>'
        )
    if sheet.has_sums:
        labels = [words.squares[role] for role in _ROLES] + [words.duties]
        cells += [
            f'<th scope="col" class="sum{" first" if n == 0 else ""}">{escape(label)}</th>'
            for n, label in enumerate(labels)
        ]
    return f"<tr>{''.join(cells)}</tr>"


def _row(row: Row, sheet: Panel, words: CoverageWords) -> str:
    flag = (
        f'<span class="flag">{escape(words.only_assist)}</span>'
        if row.state == "only-assist"
        else ""
    )
    name = words.nobody if row.state == "no-owner" else row.name
    head = f'<th scope="row"><span class="unit">{mark_svg(row.mark)}<span>{escape(name)}</span>{flag}</span></th>'
    if row.state == "no-duty":
        span = len(sheet.columns) + 4 * sheet.has_sums
        return (
            f'<tr>{head}<td class="band" colspan="{span}">{_HATCHED}<span class="plate">'
            f"{escape(words.no_duty)}<small>{escape(words.no_duty_why)}</small></span></td></tr>\n"
        )
    cells = "".join(_cell(row.cells[n], sheet.all[n], words) for n in sheet.columns)
    return f"<tr>{head}{cells}{_row_sums(row, sheet) if sheet.has_sums else ''}</tr>\n"


def _cell(cell: Cell | None, column: Column, words: CoverageWords) -> str:
    kind = "hole" if column.state != "whole" else ""
    if cell is None:
        if column.state == "nobody":
            return f'<td class="hole hatched">{_HATCHED}</td>'
        return f'<td class="{kind}"></td>' if kind else "<td></td>"
    count = ""
    if cell.role and cell.duties > 1:
        count = f'<span class="n" aria-hidden="true">{cell.duties}</span>'
    role = words.roles[cell.role] if cell.role else words.nobody
    spoken = words.cell.format(role=role, n=cell.duties) if cell.duties else role
    start = f'<td class="{kind}">' if kind else "<td>"
    return f'{start}{_square(cell.role, words, cell.duties)}<span class="unseen">{escape(spoken)}</span>{count}</td>'


def _row_sums(row: Row, sheet: Panel) -> str:
    counts = [row.count(role, sheet.all) for role in _ROLES] + [row.duties]
    return "".join(
        f'<td class="sum{" first" if n == 0 else ""}{"" if count else " none"}">{count or "·"}</td>'
        for n, count in enumerate(counts)
    )


def _sums(coverage: Coverage, sheet: Panel, words: CoverageWords) -> str:
    leads = [_lead_sum(sheet.all[n]) for n in sheet.columns]
    duties = [_duty_sum(sheet.all[n]) for n in sheet.columns]
    rest = ""
    if sheet.has_sums:
        rest = '<td class="first"></td><td></td><td></td>'
        leads.append(rest + "<td></td>")
        duties.append(rest + f"<td>{len(coverage.duties)}</td>")
    return (
        f'<tr><th scope="row">{escape(words.leading_units)}</th>{"".join(leads)}</tr>'
        f'<tr><th scope="row">{escape(words.duty_count)}</th>{"".join(duties)}</tr>'
    )


def _duty_sum(column: Column) -> str:
    return "<td></td>" if column.kind == "beside" else f"<td>{column.duties}</td>"


def _lead_sum(column: Column) -> str:
    if column.kind != "work":
        return "<td></td>"
    if column.state == "whole":
        return f"<td>{column.leads or '·'}</td>"
    return f'<td class="hole"><span class="bad">{column.leads}</span></td>'


# --- the list for a phone -------------------------------------------------------------------------


def _list(coverage: Coverage, words: CoverageWords) -> str:
    units = "".join(_unit(row, coverage, words) for row in coverage.rows)
    holes = [column for column in coverage.columns if column.state != "whole"]
    gaps = "".join(
        f'<li class="gap">{escape(column.title)}{words.colon}{escape(words.states[column.state])}</li>'
        for column in holes
    )
    return f'<div class="list">\n{f"<section><ul>{gaps}</ul></section>" if gaps else ""}{units}</div>\n'


def _unit(row: Row, coverage: Coverage, words: CoverageWords) -> str:
    flag = (
        f'<span class="flag">{escape(words.only_assist)}</span>'
        if row.state == "only-assist"
        else ""
    )
    name = words.nobody if row.state == "no-owner" else row.name
    if row.state == "no-duty":
        inner = (
            f'<p class="gap">{escape(words.no_duty)}{words.colon}{escape(words.no_duty_why)}</p>'
        )
    else:
        pairs = zip(row.cells, coverage.columns, strict=True)
        parts = sorted(
            ((cell, column) for cell, column in pairs if cell),
            key=lambda pair: _ROLES.index(pair[0].role) if pair[0].role else len(_ROLES),
        )
        inner = f"<ul>{''.join(_part(cell, column, words) for cell, column in parts)}</ul>"
    return f"<section><h2>{mark_svg(row.mark)}<span>{escape(name)}</span>{flag}</h2>{inner}</section>\n"


def _part(cell: Cell, column: Column, words: CoverageWords) -> str:
    title = column_title(column.kind, column.title, words)
    role = words.roles[cell.role] if cell.role else words.nobody
    count = ""
    if cell.duties > 1 or (cell.duties and column.kind != "work"):
        count = f' <span class="n">{escape(words.times.format(n=cell.duties))}</span>'
    return (
        f"<li>{_square(cell.role, words, cell.duties)}<span>"
        f'<span class="unseen">{escape(role)}{words.colon}</span>{escape(title)}{count}</span></li>'
    )
