"""``output/index.html`` with every plan, and the index of one plan in its folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from luoshi.backends.html.page import escape
from luoshi.backends.site.frame import (
    anchor,
    count_squares,
    href,
    pill,
    render_site_page,
    top,
)
from luoshi.backends.site.pages import Counts, DocumentLink, PlanEntry
from luoshi.backends.site.words import KINDS, LinkKind, PlanState, SiteWords, count, site_words
from luoshi.diagnostics import Language

_STATES: tuple[PlanState, ...] = ("issued", "draft", "failed")


def emit_index(entries: tuple[PlanEntry, ...], language: Language | None = None) -> str:
    """The page that leads to everything, by issuing organ, plans with errors first.

    Each plan speaks its own language; ``language`` is the page's own, that of most plans if None.
    """
    chosen = language or _majority(entries)
    words = site_words(chosen)
    groups = "".join(
        _group(n, organ, found, words) for n, (organ, found) in enumerate(_by_organ(entries), 1)
    )
    body = (
        f'<a class="skip" href="#main">{escape(words.skip_plans)}</a>\n<div class="wrap">\n'
        f"{top(brand=words.product, brand_href='', heading=words.index, aside=())}"
        f'<main id="main">\n{_totals(entries, words, chosen)}{groups}</main>\n'
        f"<footer>{escape(words.index_foot)}</footer>\n</div>\n"
    )
    title = f"{words.product} {words.index}"
    return render_site_page(language=chosen, title=title, body=body)


def emit_plan_index(entry: PlanEntry, index_href: str = "../index.html") -> str:
    """The index of one plan: every document, every letter, the findings, how it was made."""
    words = site_words(entry.language, entry.region)
    sections = "".join(_section(entry, kind, words) for kind in KINDS)
    period = (entry.period,) if entry.period else ()
    body = (
        f'<a class="skip" href="#main">{escape(words.skip_documents)}</a>\n<div class="wrap">\n'
        f"{top(brand=words.product, brand_href=escape(index_href), heading=entry.title, aside=(entry.organ, *period))}"
        f'<div class="state">{_state(entry, words, "")}</div>\n'
        f'<main id="main">\n{_problem(entry, words, "")}{sections}{_notes(entry, words)}</main>\n'
        f'<footer><a href="{escape(index_href)}">{escape(words.to_index)}</a></footer>\n</div>\n'
    )
    return render_site_page(language=entry.language, title=entry.title, body=body)


# --- the whole ------------------------------------------------------------------------------------


def _majority(entries: tuple[PlanEntry, ...]) -> Language:
    """The language of most plans; of equals, that of the earlier plan."""
    counted = Counter(entry.language for entry in entries)
    return counted.most_common(1)[0][0] if counted else "zh-Hans"


def _by_organ(entries: tuple[PlanEntry, ...]) -> list[tuple[str, list[PlanEntry]]]:
    found: dict[str, list[PlanEntry]] = {}
    for entry in entries:
        found.setdefault(entry.organ, []).append(entry)
    for plans in found.values():
        plans.sort(key=lambda entry: entry.state != "failed")
    return list(found.items())


def _totals(entries: tuple[PlanEntry, ...], words: SiteWords, language: Language) -> str:
    states = Counter(entry.state for entry in entries)
    told = words.comma.join(
        words.of_state[state].format(n=states[state]) for state in _STATES if states[state]
    )
    counts = [entry.counts for entry in entries]
    summed = Counts(
        sum(c.errors for c in counts), sum(c.warnings for c in counts), sum(c.notes for c in counts)
    )
    found = count_squares(summed, language) or escape(words.clean)
    letters = sum(entry.letters for entry in entries)
    number = escape(count(words.plans, len(entries)))
    cells = (
        f"<b>{number}</b>{escape(words.colon + told if told else '')}",
        f'<span class="find">{found}</span>',
        f"<b>{escape(count(words.letters, letters))}</b>",
    )
    inner = "".join(
        f"<div><dt>{escape(label)}</dt><dd>{cell}</dd></div>"
        for label, cell in zip(words.totals, cells, strict=True)
    )
    return f'<dl class="sum">{inner}</dl>\n'


def _group(number: int, organ: str, plans: list[PlanEntry], words: SiteWords) -> str:
    name = escape(organ or words.other_organ)
    language = f' lang="{plans[0].language}"' if organ else ""
    items = "".join(_plan(entry) for entry in plans)
    return (
        f'<section aria-labelledby="g{number}"><h2 id="g{number}"><span{language}>{name}</span> '
        f"<small>{escape(count(words.plans, len(plans)))}</small></h2>\n"
        f'<ol class="plans">\n{items}</ol></section>\n'
    )


def _plan(entry: PlanEntry) -> str:
    words = site_words(entry.language, entry.region)
    facts = "　" if words.gap == "" else " · "
    about = facts.join(escape(part) for part in (entry.plan_id, entry.period) if part)
    right = _problem(entry, words, entry.folder) or _documents(entry, words)
    return (
        f'<li class="plan" lang="{entry.language}"><div>'
        f'<h3><a href="{href(entry.folder, "index.html")}">{escape(entry.title)}</a></h3>'
        f'<p class="id">{about}</p><div class="st">{_state(entry, words, entry.folder)}</div></div>\n'
        f"<div>{right}{_notes_folded(entry, words)}</div></li>\n"
    )


# --- one plan -------------------------------------------------------------------------------------


def _state(entry: PlanEntry, words: SiteWords, folder: str) -> str:
    """State box, draft, revision, files; then what was found."""
    draft = words.draft.format(n=entry.draft) if entry.draft else ""
    revision = words.revision.format(revision=entry.revision) if entry.revision else ""
    files = count(words.files, len(entry.links)) if entry.links else ""
    line = words.comma.join(part for part in (draft, revision, files) if part)
    address = href(folder, entry.findings_href) if entry.findings_href else ""
    found = count_squares(entry.counts, entry.language, address)
    if not found:
        found = escape(words.clean)
        found = f'<a href="{address}">{found}</a>' if address else found
    told = f'<span class="plain">{escape(words.findings)}</span>'
    return (
        f"{pill(entry.state, words)}<span>{escape(line)}</span>"
        f'<span class="find">{told}{found}</span>'
    )


def _problem(entry: PlanEntry, words: SiteWords, folder: str) -> str:
    """Nothing new was made: why, which files still stand, where to read on."""
    if not entry.problem and entry.state != "failed":
        return ""
    kept = count(words.kept, len(entry.kept)) if entry.kept else words.none_kept
    links = "".join(
        f"<li>{anchor(link, folder, _whole_name(link, words))}</li>" for link in entry.kept
    )
    read = ""
    if entry.findings_href:
        read = f'<p><a href="{href(folder, entry.findings_href)}">{escape(words.read_findings)}</a></p>'
    problem = f"<p>{escape(entry.problem)}</p>" if entry.problem else ""
    folded = (
        f"<details><summary>{escape(kept)}</summary><ul>{links}</ul></details>"
        if links
        else f"<p>{escape(kept)}</p>"
    )
    return (
        f'<div class="box" role="note"><b>{escape(words.failed)}</b>{problem}{folded}{read}</div>\n'
    )


def _whole_name(link: DocumentLink, words: SiteWords) -> str:
    return " ".join(part for part in (words.kinds[link.kind], link.label, link.format) if part)


def _documents(entry: PlanEntry, words: SiteWords) -> str:
    rows = []
    for kind in KINDS:
        links = entry.of_kind(kind)
        if kind == "letters":
            continue  # stands in the row of letters
        if kind == "letter" and (links or entry.links):
            rows.append((words.kinds[kind], _letters_folded(entry, words)))
        elif links:
            rows.append((words.kinds[kind], "".join(_formats(links, entry.folder))))
    inner = "".join(f"<dt>{escape(name)}</dt><dd>{cell}</dd>" for name, cell in rows)
    return f'<dl class="docs">{inner}</dl>'


def _letters_folded(entry: PlanEntry, words: SiteWords) -> str:
    links = entry.of_kind("letter")
    if not links:
        return f'<span class="plain">{escape(words.no_letters)}</span>'
    parties = "".join(f"<li>{line}</li>" for line in _formats(links, entry.folder))
    number = escape(count(words.letters, entry.letters))
    bound = "".join(
        f"{anchor(link, entry.folder, f'{words.kinds[link.kind]} {link.format}')}"
        for link in entry.of_kind("letters")
    )
    bound = f'<span class="line">{bound}</span>' if bound else ""
    return (
        f'{bound}<details><summary>{number}</summary><ul class="parties">{parties}</ul></details>'
    )


def _formats(links: tuple[DocumentLink, ...], folder: str) -> Iterator[str]:
    """One line for each label: its name, then its formats."""
    for label, group in groupby(links, key=lambda link: link.label):
        name = f'<span class="name">{escape(label)}</span>' if label else ""
        anchors = "".join(anchor(link, folder, link.format) for link in group)
        yield f'<span class="line">{name}{anchors}</span>'


def _section(entry: PlanEntry, kind: LinkKind, words: SiteWords) -> str:
    links = entry.of_kind(kind)
    if not links:
        return ""
    number = (
        f" <small>{escape(count(words.letters, entry.letters))}</small>" if kind == "letter" else ""
    )
    rows = "".join(f"<li>{line}</li>" for line in _formats(links, ""))
    return (
        f'<section aria-labelledby="{kind}"><h2 id="{kind}">{escape(words.kinds[kind])}{number}</h2>\n'
        f'<ul class="files{" many" if kind == "letter" else ""}">{rows}</ul></section>\n'
    )


def _notes(entry: PlanEntry, words: SiteWords) -> str:
    if not entry.notes:
        return ""
    lines = "".join(f"<li>{escape(note)}</li>" for note in entry.notes)
    return f'<section aria-labelledby="build"><h2 id="build">{escape(words.build)}</h2>\n<ul class="notes">{lines}</ul></section>\n'


def _notes_folded(entry: PlanEntry, words: SiteWords) -> str:
    if not entry.notes:
        return ""
    lines = "".join(f"<li>{escape(note)}</li>" for note in entry.notes)
    return (
        f'<details class="about"><summary>{escape(words.build)}</summary><ul>{lines}</ul></details>'
    )
