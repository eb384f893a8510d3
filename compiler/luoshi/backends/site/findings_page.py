"""The findings of one plan: the source beside what was found, the way out, what has a waiver."""

from __future__ import annotations

from itertools import groupby

from luoshi.backends.html.page import escape
from luoshi.backends.site.excerpt import excerpt
from luoshi.backends.site.frame import count_squares, pill, render_site_page, square, top
from luoshi.backends.site.pages import FindingsPage, count_findings
from luoshi.backends.site.words import (
    LEVEL_CLASSES,
    LEVELS,
    SiteWords,
    clean_sentence,
    count,
    site_words,
)
from luoshi.diagnostics import Diagnostic, Language, Paste, Severity
from luoshi.diagnostics.wording import headline, help_text, level_word, note_texts, visible

SHOWN_OF_A_KIND = 10  # voice section 2: over ten of one kind, the rest folded


def emit_findings(page: FindingsPage) -> str:
    """The whole page; findings in the order given, by file."""
    words = site_words(page.language, page.region)
    kept = [found for found in page.findings if found.level is not Severity.OFF]
    live = [found for found in kept if found.waived is None]
    waived = [found for found in kept if found.waived is not None]
    skip = f'<a class="skip" href="#main">{escape(words.skip_findings)}</a>\n' if live else ""
    gap = words.comma if words.gap else "　"
    identity = gap.join(
        part
        for part in (
            page.plan_id,
            words.revision.format(revision=page.revision) if page.revision else "",
        )
        if part
    )
    head = top(
        brand=words.product,
        brand_href=escape(page.index_href),
        heading=words.findings,
        aside=(page.title, identity),
    )
    body = (
        f'{skip}<div class="wrap">\n{head}{_verdict(page, words)}'
        f'<main id="main">\n{_files(live, page, words)}{_waived(waived, page.language, words)}</main>\n'
        f"<footer>{_foot(live, words)}"
        f'<a href="{escape(page.index_href)}">{escape(page.title)}</a></footer>\n</div>\n'
    )
    title = f"{words.findings} {page.title}"
    return render_site_page(language=page.language, title=title, body=body)


def _verdict(page: FindingsPage, words: SiteWords) -> str:
    """State, counts and filter; a clean plan says what was counted."""
    counts = count_findings(page.findings)
    name = words.profiles.get(page.profile, page.profile)
    profile = f'<span class="plain">{escape(words.profile + words.colon + name)}</span>'
    if not counts.total:
        clean = clean_sentence(words, page.units, page.duties, page.dates)
        if counts.waived:
            clean += words.gap + count(words.also_waived, counts.waived)
        return f'<div class="verd"><p class="clean">{escape(clean)}</p>{profile}</div>\n'
    failed = pill("failed", words) if counts.errors else ""
    found = count_squares(counts, page.language)
    return f'<div class="verd">{failed}<span class="find">{found}</span>{profile}{_filter(page, words)}</div>\n'


def _filter(page: FindingsPage, words: SiteWords) -> str:
    counts = count_findings(page.findings)
    levels = [level for level in LEVELS if counts.of(level)]
    if len(levels) < 2:
        return ""
    buttons = [
        f'<label><input type="radio" name="show" id="show-all" checked> {escape(words.all)}</label>'
    ]
    for level in levels:
        name = LEVEL_CLASSES[level]
        text = escape(level_word(level, page.language))
        buttons.append(f'<label><input type="radio" name="show" id="show-{name}"> {text}</label>')
    return f'<fieldset><legend class="unseen">{escape(words.filter)}</legend>{"".join(buttons)}</fieldset>'


# --- the findings ---------------------------------------------------------------------------------


def _files(live: list[Diagnostic], page: FindingsPage, words: SiteWords) -> str:
    groups = [(name, list(group)) for name, group in groupby(live, key=_file_of)]
    parts = [(name, found, *_over_ten(found)) for name, found in groups]
    last = sum(len(shown) for _, _, shown, _ in parts)
    made = []
    number = 0
    for name, found, shown, folded in parts:
        made.append(f"<section>{_file_heading(name, len(found), words)}")
        for one in shown:
            number += 1
            made.append(_article(one, number, page, words, _steps(number, last, words)))
            if one.code in folded and one is _last_of(shown, one.code):
                made.append(_more(folded[one.code], page.language, words))
        made.append("</section>\n")
    return "".join(made)


def _file_heading(name: str, size: int, words: SiteWords) -> str:
    shown = visible(name.rsplit("/", 1)[-1]) if name else words.no_place
    number = escape(count(words.in_file, size))
    return f'<h2><span class="file">{escape(shown)}</span> <small>{number}</small></h2>\n'


def _steps(number: int, last: int, words: SiteWords) -> str:
    """Links to the finding before and the one after."""
    before = f'<a href="#f{number - 1}">{escape(words.previous)}</a>' if number > 1 else ""
    after = f'<a href="#f{number + 1}">{escape(words.next)}</a>' if number < last else ""
    return f'<p class="nx">{before}{after}</p>' if before or after else ""


def _file_of(found: Diagnostic) -> str:
    return found.primary.source.name if found.primary else ""


def _over_ten(found: list[Diagnostic]) -> tuple[list[Diagnostic], dict[str, list[Diagnostic]]]:
    """The first ten of each kind, and by code those beyond."""
    seen: dict[str, int] = {}
    shown: list[Diagnostic] = []
    folded: dict[str, list[Diagnostic]] = {}
    for one in found:
        seen[one.code] = seen.get(one.code, 0) + 1
        if seen[one.code] <= SHOWN_OF_A_KIND:
            shown.append(one)
        else:
            folded.setdefault(one.code, []).append(one)
    return shown, folded


def _last_of(shown: list[Diagnostic], code: str) -> Diagnostic:
    return next(one for one in reversed(shown) if one.code == code)


def _article(
    found: Diagnostic, number: int, page: FindingsPage, words: SiteWords, steps: str
) -> str:
    name = LEVEL_CLASSES.get(found.level, "n")
    source = excerpt(found, page.language, words)
    notes = "".join(f"<p>{escape(text)}</p>" for text in note_texts(found, page.language))
    # Names of rules are English words; beside a Chinese sentence they would only be asked about.
    rule = f" <span>{escape(found.rule.name)}</span>" if page.language == "en" else ""
    return (
        f'<article class="f {name}{"" if source else " bare"}" id="f{number}" aria-labelledby="f{number}h">'
        f'{source}\n<div class="msg"><p class="hd">{square(found.level, page.language)}'
        f'<span class="code">{escape(found.code)}</span>{rule}</p>'
        f'<h3 id="f{number}h">{escape(headline(found, page.language))}</h3>{notes}'
        f"{_way_out(found, page, words)}{steps}</div></article>\n"
    )


def _way_out(found: Diagnostic, page: FindingsPage, words: SiteWords) -> str:
    help_line = help_text(found, page.language)
    made = ""
    if help_line:
        made = f'<p class="do"><b>{escape(words.to_do)}</b>{escape(words.colon.strip() or "")} {escape(help_line)}</p>'
    lines = "".join(_paste(found, paste) for paste in found.paste)
    if lines:
        made += f'<pre class="fix" tabindex="0">{lines}</pre>'
    if found.fix is not None and found.fix.safe:
        name = _file_of(found).rsplit("/", 1)[-1]
        made += f"<p>{escape(words.fixable)}<code>{escape(visible(f'{page.command} {name}'.strip()))}</code></p>"
    return made


def _paste(found: Diagnostic, paste: Paste) -> str:
    """A whole line against the one that stands there, a new line, or the piece to change."""
    text = escape(visible(paste.text))
    if paste.new:
        return f"<ins>{text}</ins>"
    if paste.line is None:
        return f"<span>{text}</span>"
    source = found.primary.source if found.primary else None
    if source is None or not 1 <= paste.line <= source.line_count():
        return f"<ins>{text}</ins>"
    old = source.line(paste.line)
    return (
        f"<del>{escape(visible(old))}</del><ins>{text}</ins>"
        if old != paste.text
        else f"<ins>{text}</ins>"
    )


def _more(folded: list[Diagnostic], language: Language, words: SiteWords) -> str:
    items = "".join(f"<li>{_one_line(one, language, words)}</li>" for one in folded)
    name = LEVEL_CLASSES.get(folded[0].level, "n")
    summary = escape(count(words.more, len(folded)))
    return (
        f'<details class="more f {name}"><summary>{summary}</summary><ul>{items}</ul></details>\n'
    )


def _one_line(found: Diagnostic, language: Language, words: SiteWords) -> str:
    line = words.line.format(n=found.primary.line) + words.colon if found.primary else ""
    return f'<span class="code">{escape(found.code)}</span> {escape(line)}{escape(headline(found, language))}'


def _waived(waived: list[Diagnostic], language: Language, words: SiteWords) -> str:
    if not waived:
        return ""
    items = "".join(
        f"<li>{_one_line(one, language, words)} "
        f'<span class="plain">{escape(words.reason)}{escape(visible(one.waived or ""))}</span></li>'
        for one in waived
    )
    summary = escape(count(words.waived, len(waived)))
    return f'<details class="waived"><summary>{summary}</summary><ul>{items}</ul></details>\n'


def _foot(live: list[Diagnostic], words: SiteWords) -> str:
    if not live:
        return ""
    return f"{escape(words.findings_foot)}<code>luoshi explain {escape(live[0].code)}</code>　"
