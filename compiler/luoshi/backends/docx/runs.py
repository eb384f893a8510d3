"""Inlines to runs, and paragraphs in a named style: what body, tables and furniture share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, assert_never

from luoshi.backends.docx.oxml import (
    Fonts,
    field_runs,
    paragraph,
    paragraph_properties,
    run,
    run_properties,
)
from luoshi.backends.docx.styles import STYLE_IDS, fonts_of
from luoshi.backends.flow import is_chinese, text_runs
from luoshi.document.style import HouseStyle, TextStyle
from luoshi.document.tree import Blank, Emphasis, Inline, LineBreak, Strong, Text

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True, slots=True)
class Setting:
    """What every part of one document needs to know: its house style and its language."""

    style: HouseStyle
    language: str

    @property
    def chinese(self) -> bool:
        """Whether Han faces and marks rule."""
        return is_chinese(self.language)

    def text(self, key: str) -> TextStyle:
        """The text style ``key`` of the house."""
        return self.style.texts[key]

    def runs(self, inlines: tuple[Inline, ...]) -> list[Element]:
        """The runs of ``inlines``; leaves of one weight are not joined, so nothing is lost."""
        return [self._run(leaf, strong, stressed) for leaf, strong, stressed in text_runs(inlines)]

    def words(self, text: str, **properties: Any) -> Element:
        """A run of plain words; ``properties`` as of ``oxml.run_properties``."""
        return run(text, run_properties(han_marks=self.chinese, **properties))

    def face(self, key: str) -> Fonts:
        """The four font slots of text style ``key``."""
        return fonts_of(self.style, self.text(key))

    def line(self, key: str, runs: Sequence[Element] = (), **properties: Any) -> Element:
        """A paragraph in text style ``key``; ``properties`` as of ``oxml.paragraph_properties``."""
        return paragraph(paragraph_properties(style=STYLE_IDS[key], **properties), runs)

    def page_number(self) -> list[Element]:
        """The runs of the page number, its figure and total as fields."""
        made: list[Element] = []
        rest = self.style.page_number
        while rest:
            before, found, rest = rest.partition("{")
            if before:
                made.append(self.words(before))
            if found:
                field, _, rest = rest.partition("}")
                made += field_runs({"n": "PAGE", "count": "NUMPAGES"}[field], run_properties)
        return made

    def _run(self, leaf: Inline, strong: bool, stressed: bool) -> Element:
        match leaf:
            case Text(text):
                return run(text, self._weight(strong, stressed))
            case LineBreak():
                return run("\n", self._weight(strong, stressed))
            case Blank(ems):
                return run(_blank(ems), run_properties(han_marks=self.chinese, underline=True))
            case Strong() | Emphasis():
                raise AssertionError("text_runs leaves no nesting")
            case _:
                assert_never(leaf)

    def _weight(self, strong: bool, stressed: bool) -> Element:
        """A face for one weight; of two, Chinese keeps the weighty one, English joins them."""
        key = "strong" if strong else "emphasis" if stressed else ""
        both = strong and stressed and not self.chinese
        return run_properties(
            style=STYLE_IDS[key] if key else "",
            han_marks=self.chinese,
            italic=True if both else None,
        )


def _blank(ems: float) -> str:
    """Underlined spaces as wide as ``ems`` characters: full-width ones, a no-break one per half."""
    halves = max(1, round(ems * 2))
    return "\u3000" * (halves // 2) + "\u00a0" * (halves % 2)
