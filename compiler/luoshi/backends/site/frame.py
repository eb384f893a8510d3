"""What the pages of ``output/`` share: the frame, links, squares of severity."""

from __future__ import annotations

from functools import cache
from importlib import resources
from urllib.parse import quote

from luoshi.backends.html.page import escape, render_page
from luoshi.backends.site.pages import Counts, DocumentLink
from luoshi.backends.site.words import LEVEL_CLASSES, LEVELS, PlanState, SiteWords
from luoshi.diagnostics import Language, Severity
from luoshi.diagnostics.wording import level_word

_PILLS: dict[PlanState, str] = {"draft": "draft", "issued": "issued", "failed": "failed"}


@cache
def _css() -> str:
    return resources.files("luoshi.backends.site").joinpath("site.css").read_text("utf-8")


def render_site_page(*, language: Language, title: str, body: str) -> str:
    """A page of the site: shared sheet, its own one, dark on a dark screen."""
    return render_page(
        language=language,
        title=title,
        body=body,
        meta=(("color-scheme", "light dark"),),
        css=_css(),
    )


def href(*parts: str) -> str:
    """A relative address from paths as they are on disk; it can't leave the folder it starts in."""
    segments = [segment for part in parts for segment in part.split("/")]
    kept = [
        quote(segment, safe="", errors="replace")
        for segment in segments
        if segment not in ("", ".", "..")
    ]
    return escape("/".join(kept))


def anchor(link: DocumentLink, folder: str, text: str) -> str:
    """A link to one file; screen readers hear the document's name before its format."""
    spoken = f"{link.label} {link.format}".strip()
    label = f' aria-label="{escape(spoken)}"' if link.label else ""
    return f'<a href="{href(folder, link.href)}"{label}>{escape(text)}</a>'


def pill(state: PlanState, words: SiteWords) -> str:
    """The state of a plan in a box."""
    return f'<span class="pill {_PILLS[state]}">{escape(words.states[state])}</span>'


def square(level: Severity, language: Language) -> str:
    """A severity: filled, outlined or plain, and always in words."""
    name = LEVEL_CLASSES.get(level, "n")
    return f'<span class="sv {name}">{escape(level_word(level, language))}</span>'


def count_squares(counts: Counts, language: Language, address: str = "") -> str:
    """The severities that occur, each with its count; links where there is a page to go to."""
    made = []
    for level in LEVELS:
        n = counts.of(level)
        if n:
            inner = f"{square(level, language)} {n}"
            made.append(f'<a href="{address}">{inner}</a>' if address else f"<span>{inner}</span>")
    return "".join(made)


def top(*, brand: str, brand_href: str, heading: str, aside: tuple[str, ...]) -> str:
    """The head of a page: the tool's name, the heading, who and what at the right."""
    name = f'<a class="brand" href="{brand_href}">{escape(brand)}</a>'
    if not brand_href:
        name = f'<span class="brand">{escape(brand)}</span>'
    lines = "<br>".join(escape(line) for line in aside if line)
    right = f"<p>{lines}</p>" if lines else ""
    return f'<header class="top">{name}<h1>{escape(heading)}</h1>{right}</header>\n'
