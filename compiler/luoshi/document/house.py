"""House styles from ``templates/styles/*.yaml``: text in, a ``HouseStyle`` out, faults as values.

The file is composed, never constructed, so that every value is read as it was written. A field
that cannot be read keeps its default and is reported in ``HouseStyle.problems``.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

import yaml

from luoshi.document.style import (
    FontClass,
    FooterStyle,
    HeadStyle,
    HouseStyle,
    ImprintStyle,
    Length,
    PageStyle,
    SignatureStyle,
    SignOffStyle,
    StyleProblem,
    TableStyle,
    TextStyle,
    mm,
    pt,
)
from luoshi.document.tree import PARAGRAPH_STYLES

DEFAULT_STYLES = {"zh-Hans": "gbt9704", "zh-Hant": "tw", "en": "plain"}

_SMALLEST_SIDE, _LARGEST_SIDE, _SMALLEST_BLOCK = 50.0, 1500.0, 30.0  # mm: A8 to beyond A0

TEXT_STYLES = (
    "title",
    "heading1",
    "heading2",
    "heading3",
    "heading4",
    *PARAGRAPH_STYLES,
    "strong",
    "emphasis",
    "role",
    "table",
    "table_head",
    "table_caption",
    "head_mark",
    "head_number",
    "sign_off",
    "signature",
    "signature_label",
    "seal",
    "imprint",
    "page_number",
    "foot",
    "state",
)

# Type sizes by their Chinese names (computer scale): standards section 1.1.
SIZE_NAMES = {
    "初号": 42.0,
    "小初": 36.0,
    "一号": 26.0,
    "小一": 24.0,
    "二号": 22.0,
    "小二": 18.0,
    "三号": 16.0,
    "小三": 15.0,
    "四号": 14.0,
    "小四": 12.0,
    "五号": 10.5,
    "小五": 9.0,
    "六号": 7.5,
}

_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(?:/(\d+))?(mm|cm|pt)")
_FALLBACK_TEXT = TextStyle(font="fangsong", size=pt(16), line=mm(225 / 22))
_FALLBACK_PAGE = PageStyle(
    width=mm(210),
    height=mm(297),
    top=mm(37),
    right=mm(26),
    bottom=mm(35),
    left=mm(28),
    characters=28,
    lines=22,
)
_RECORDS: dict[str, type[Any]] = {
    "head": HeadStyle,
    "sign_off": SignOffStyle,
    "signature": SignatureStyle,
    "imprint": ImprintStyle,
    "table": TableStyle,
    "footer": FooterStyle,
}
_WORDS = ("name", "latin_font", "page_number")
_Record = TypeVar("_Record")


def style_name(language: str, region: str | None = None) -> str:
    """The house style of a language; Traditional Chinese of region CN follows the mainland one."""
    if language == "zh-Hant" and region == "CN":
        return "gbt9704"
    return DEFAULT_STYLES.get(language, "plain")


def load_style(name: str, read: Callable[[str], str | None]) -> HouseStyle:
    """The house style ``name``; ``read`` gives the text of ``styles/<name>.yaml`` or None.

    Never raises on what the file says: look at ``problems`` before using the style.
    """
    text = read(f"styles/{name}.yaml")
    if text is None:
        return _assemble(name, _Reader([StyleProblem(1, "style-missing", name)]), None)
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return _assemble(name, _Reader([_syntax_problem(error)]), None)
    return _assemble(name, _Reader([]), root)


def _leaves_room(page: PageStyle) -> bool:
    """Whether a sheet is one a printer knows and its margins leave a block of text."""
    sides = (page.width.millimetres, page.height.millimetres)
    width = page.width.points - page.left.points - page.right.points
    height = page.height.points - page.top.points - page.bottom.points
    return all(_SMALLEST_SIDE <= side <= _LARGEST_SIDE for side in sides) and (
        min(width, height) >= mm(_SMALLEST_BLOCK).points
    )


def parse_length(text: str) -> Length | None:
    """A length such as ``16pt``, ``37mm``, ``225/22mm`` or ``三号``; None when it is none."""
    if text in SIZE_NAMES:
        return pt(SIZE_NAMES[text])
    found = _LENGTH.fullmatch(text)
    if found is None or found[2] == "0":
        return None
    value = float(found[1]) / float(found[2] or 1)
    return {"mm": mm, "cm": lambda v: mm(v * 10), "pt": pt}[found[3]](value)


def _syntax_problem(error: yaml.YAMLError) -> StyleProblem:
    mark = getattr(error, "problem_mark", None)
    words = getattr(error, "problem", None) or ""
    return StyleProblem(mark.line + 1 if mark else 1, "style-syntax", words)


def _assemble(name: str, reader: _Reader, root: yaml.Node | None) -> HouseStyle:
    parts = reader.fields(root) if root is not None else {}
    known = {*_WORDS, *_RECORDS, "page", "texts", "docx_fonts", "breaking", "numbers"}
    for key, node in parts.items():
        if key not in known:
            reader.report(node, "style-unknown-field", key)
    records = {key: reader.record(kind(), parts.get(key)) for key, kind in _RECORDS.items()}
    words = {key: reader.text(parts.get(key)) or "" for key in _WORDS}
    page = reader.record(_FALLBACK_PAGE, parts.get("page"))
    if root is not None and not _leaves_room(page):
        reader.report(parts.get("page", root), "style-value", "page")
    return HouseStyle(
        name=words["name"] or name,
        page=page,
        texts=reader.texts(parts.get("texts")),
        docx_fonts=reader.fonts(parts.get("docx_fonts")),
        latin_font=words["latin_font"],
        page_number=words["page_number"],
        breaking=reader.breaking(parts.get("breaking")),
        numbers=reader.texts_of(parts.get("numbers")),
        problems=tuple(reader.problems),
        **records,
    )


@dataclass(slots=True)
class _Reader:
    """Turns nodes into typed values and keeps what went wrong."""

    problems: list[StyleProblem] = field(default_factory=list)

    def report(self, node: yaml.Node, key: str, words: str) -> None:
        self.problems.append(StyleProblem(node.start_mark.line + 1, key, words))

    def fields(self, node: yaml.Node | None) -> dict[str, yaml.Node]:
        """Keys and nodes of a mapping; the first of two equal keys counts."""
        if node is None:
            return {}
        if not isinstance(node, yaml.MappingNode):
            self.report(node, "style-not-a-list-of-fields", str(node.value)[:20])
            return {}
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = str(key.value)
            if name in found:
                self.report(key, "style-repeated-field", name)
            else:
                found[name] = value
        return found

    def text(self, node: yaml.Node | None) -> str | None:
        if node is None:
            return None
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        self.report(node, "style-value", "")
        return None

    def texts_of(self, node: yaml.Node | None) -> tuple[str, ...]:
        if isinstance(node, yaml.SequenceNode):
            return tuple(text for item in node.value if (text := self.text(item)) is not None)
        if node is not None:
            self.report(node, "style-value", str(node.value)[:20])
        return ()

    def breaking(self, node: yaml.Node | None) -> Literal["gb", "basic", "strict", "latin"]:
        value = self._converted(node, Literal["gb", "basic", "strict", "latin"])
        return cast("Literal['gb', 'basic', 'strict', 'latin']", value or "gb")

    def fonts(self, node: yaml.Node | None) -> dict[FontClass, str]:
        found: dict[FontClass, str] = {}
        for key, value in self.fields(node).items():
            if key not in get_args(FontClass):
                self.report(value, "style-unknown-name", key)
            elif (text := self.text(value)) is not None:
                found[cast("FontClass", key)] = text
        return found

    def record(self, base: _Record, node: yaml.Node | None) -> _Record:
        """``base`` with the fields that the mapping gives, each converted to its own type."""
        return cast(
            "_Record", dataclasses.replace(cast("Any", base), **dict(self._changes(base, node)))
        )

    def texts(self, node: yaml.Node | None) -> dict[str, TextStyle]:
        """Every named text style; ``like`` copies one that stands above it."""
        made: dict[str, TextStyle] = {}
        for name, entry in self.fields(node).items():
            if name not in TEXT_STYLES:
                self.report(entry, "style-unknown-name", name)
                continue
            made[name] = self._text_style(entry, made)
        body = made.get("body", _FALLBACK_TEXT)
        return {name: made.get(name, body) for name in TEXT_STYLES}

    def _text_style(self, entry: yaml.Node, made: dict[str, TextStyle]) -> TextStyle:
        like = self.fields(entry).get("like")
        base = made.get("body", _FALLBACK_TEXT)
        if like is not None:
            if like.value in made:
                base = made[like.value]
            else:
                self.report(like, "style-unknown-name", str(like.value))
        return self.record(base, entry)

    def _changes(self, base: object, node: yaml.Node | None) -> Iterator[tuple[str, object]]:
        kinds = get_type_hints(type(base))
        for key, value in self.fields(node).items():
            if key == "like":
                continue
            if key not in kinds:
                self.report(value, "style-unknown-field", key)
            elif (read := self._converted(value, kinds[key])) is not None:
                yield key, read

    def _converted(self, node: yaml.Node | None, kind: Any) -> object | None:
        text = self.text(node)
        if node is None or text is None:
            return None
        value = _convert(text, kind)
        if value is None:
            self.report(node, "style-value", text)
        return value


def _convert(text: str, kind: Any) -> object | None:
    if get_origin(kind) is Literal:
        return text if text in get_args(kind) else None
    if kind is Length:
        return parse_length(text)
    if kind is bool:
        return {"yes": True, "no": False}.get(text)
    if kind is int:
        return int(text) if re.fullmatch(r"\d{1,6}", text) else None
    if kind is float:
        return float(text) if re.fullmatch(r"-?\d{1,6}(\.\d+)?", text) else None
    return text
