"""The frame of every page on screen: one file, no script, nothing from outside, the shared CSS."""

from __future__ import annotations

from functools import cache
from html import escape as _escape
from importlib import resources

from luoshi.backends.flow import printable

POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def escape(text: str) -> str:
    """Text for element content or a quoted attribute; characters no page can carry are left out."""
    return _escape(printable(text), quote=True)


@cache
def page_css() -> str:
    """The style sheet that all pages share: variables, type, marks, phone and print."""
    return resources.files("luoshi.backends.html").joinpath("page.css").read_text("utf-8")


def render_page(
    *,
    language: str,
    title: str,
    body: str,
    meta: tuple[tuple[str, str], ...] = (),
    css: str = "",
) -> str:
    """A whole page round ``body`` (markup); ``css`` is added after the shared sheet.

    ``title`` and ``meta`` (name, content) are plain text and are escaped here.
    """
    tags = "".join(
        f'<meta name="{escape(name)}" content="{escape(value)}">\n' for name, value in meta if value
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n{tags}<style>\n{page_css()}{css}</style>\n</head>\n"
        f"<body>\n{body}</body>\n</html>\n"
    )
