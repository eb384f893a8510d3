"""Draws the picture in the README anew: the first page of a real letter. Run it from anywhere.

Command: ``python compiler/docs/make_picture.py``
"""

from __future__ import annotations

import datetime
from pathlib import Path

from luoshi.backends.svg import emit_svg
from luoshi.document.build import Builder
from luoshi.document.house import load_style
from luoshi.driver.check import check_file
from luoshi.fonts import FontBook
from luoshi.layout.compose import compose
from luoshi.source import DiskWorld

ROOT = Path(__file__).resolve().parents[2]
PLAN, PARTY = ROOT / "plans" / "护校安园.yaml", "平湖市公安局"


def main() -> None:
    """Write ``letter.svg`` beside this file."""
    world = DiskWorld(datetime.date(2026, 1, 1))
    checked = check_file(world, PLAN).plan
    if checked is None:
        raise SystemExit("the plan has findings that must be fixed")
    documents = (
        d for letter, d in Builder.of(checked, world).letters() if letter.taker.name == PARTY
    )
    document = next(documents)
    folder = ROOT / "templates"
    style = load_style(document.style, lambda name: (folder / name).read_text(encoding="utf-8"))
    pages = compose(document, style, FontBook.find()).pages
    svg = emit_svg(pages.pages[0], document.title)
    Path(__file__).with_name("letter.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
