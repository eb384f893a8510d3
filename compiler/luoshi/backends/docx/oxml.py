"""The only place that writes WordprocessingML: elements whose children stand in schema order.

Word and WPS repair (or refuse) a file whose properties stand in another order than the schema's
sequences, so every properties element is put in order here, whatever order the caller used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from docx.oxml.parser import oxml_parser

from luoshi.backends.flow import printable

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# ECMA-376 part 1, 17.3 to 17.6: the sequences of the properties we write.
_SEQUENCES: Mapping[str, str] = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
        suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct
        topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
        contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint
        noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u
        effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath""",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW
        jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook""",
    "trPr": "cantSplit tblHeader",
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection
        tcFitText vAlign hideMark""",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc
        pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi
        rtlGutter docGrid""",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden
        unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr
        trPr tcPr tblStylePr""",
}
SCHEMA_ORDER: Mapping[str, tuple[str, ...]] = {k: tuple(v.split()) for k, v in _SEQUENCES.items()}
_RANK = {tag: {name: i for i, name in enumerate(order)} for tag, order in SCHEMA_ORDER.items()}

Value = str | int


@cache
def qualified(name: str) -> str:
    """The lxml name of ``name`` in the WordprocessingML namespace."""
    return f"{{{W}}}{name}"


def element(name: str, /, *children: Element, **attributes: Value) -> Element:
    """A ``w:`` element; its attributes are in the same namespace; known properties get in order."""
    made: Element = oxml_parser.makeelement(
        qualified(name), {qualified(k): str(v) for k, v in attributes.items()}
    )
    rank = _RANK.get(name)
    if rank is None:
        made.extend(children)
    else:
        made.extend(sorted(children, key=lambda c: rank[local_name(c)]))
    return made


def local_name(node: Element) -> str:
    """The name of an element without its namespace."""
    return str(node.tag).rpartition("}")[2]


def switch(name: str, on: bool) -> Element:
    """A property that is on or off; off is written, so that it beats what is inherited."""
    return element(name) if on else element(name, val="0")


# --- paragraphs ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fonts:
    """The four font slots: letters and digits, the same for high ANSI, Han, complex scripts."""

    latin: str
    han: str

    def element(self, han_marks: bool = False) -> Element:
        """``w:rFonts`` with all four slots and no theme reference."""
        hint: dict[str, Value] = {"hint": "eastAsia"} if han_marks else {}
        return element(
            "rFonts", **hint, ascii=self.latin, hAnsi=self.latin, eastAsia=self.han, cs=self.latin
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Indent:
    """Indents in characters with the twips they come to; Word prefers the former, others the latter."""

    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    hanging: float = 0.0
    pitch: int = 320  # twips of one character

    def element(self) -> Element:
        """``w:ind``; hanging wins over a first-line indent, the schema allows one of them."""
        pairs = {"left": self.left, "right": self.right}
        pairs |= {"hanging": self.hanging} if self.hanging else {"firstLine": self.first}
        attributes: dict[str, Value] = {}
        for name, characters in pairs.items():
            attributes[f"{name}Chars"] = round(characters * 100)
            attributes[name] = round(characters * self.pitch)
        return element("ind", **attributes)


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop; ``leader`` draws a rule up to it."""

    align: str
    twips: int
    leader: str = "none"


def paragraph_properties(
    *,
    style: str = "",
    keep_next: bool | None = None,
    keep_lines: bool | None = None,
    page_break_before: bool = False,
    widow_control: bool | None = None,
    border: tuple[str, int, int, str] | None = None,
    tabs: tuple[Tab, ...] = (),
    east_asian: bool = False,
    spacing: Mapping[str, Value] | None = None,
    indent: Indent | None = None,
    align: str = "",
    outline: int | None = None,
) -> Element:
    """``w:pPr`` of what is given; ``border`` is (side, eighths of a point, space in points, colour).

    ``east_asian`` writes the line-breaking switches of sheet 2.3: forbidden line starts on, no
    hanging marks, no gap between Han and letters, no snapping to the grid.
    """
    parts: list[Element] = []
    if style:
        parts.append(element("pStyle", val=style))
    for name, value in (("keepNext", keep_next), ("keepLines", keep_lines)):
        if value is not None:
            parts.append(switch(name, value))
    if page_break_before:
        parts.append(switch("pageBreakBefore", True))
    if widow_control is not None:
        parts.append(switch("widowControl", widow_control))
    if border is not None:
        parts.append(element("pBdr", _border(*border)))
    if tabs:
        stops = (element("tab", val=t.align, leader=t.leader, pos=t.twips) for t in tabs)
        parts.append(element("tabs", *stops))
    if east_asian:
        parts += _east_asian_switches()
    if spacing:
        parts.append(element("spacing", **spacing))
    if indent is not None:
        parts.append(indent.element())
    if align:
        parts.append(element("jc", val=align))
    if outline is not None:
        parts.append(element("outlineLvl", val=outline))
    return element("pPr", *parts)


def _border(side: str, eighths: int, space: int, color: str) -> Element:
    return element(side, val="single", sz=eighths, space=space, color=color)


def _east_asian_switches() -> list[Element]:
    on = ("kinsoku", "wordWrap")
    off = ("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "snapToGrid")
    return [switch(name, True) for name in on] + [switch(name, False) for name in off]


def paragraph(properties: Element, runs: Iterable[Element] = ()) -> Element:
    """``w:p`` with its properties first."""
    return element("p", properties, *runs)


# --- runs ---------------------------------------------------------------------------------------


def run_properties(
    *,
    style: str = "",
    fonts: Fonts | None = None,
    han_marks: bool = False,
    bold: bool | None = None,
    italic: bool | None = None,
    color: str = "",
    spacing: int | None = None,
    half_points: int | None = None,
    underline: bool = False,
    dashed_frame: bool = False,
    languages: tuple[str, str] | None = None,
) -> Element:
    """``w:rPr`` of what is given; ``spacing`` in twips, ``languages`` are western and East Asian.

    ``han_marks`` asks for the Han face for marks that both scripts share (“ ” — …), which Word
    would otherwise set half as wide from the western face.
    """
    parts: list[Element] = []
    if style:
        parts.append(element("rStyle", val=style))
    if fonts is not None:
        parts.append(fonts.element(han_marks))
    elif han_marks:
        parts.append(element("rFonts", hint="eastAsia"))
    for names, value in ((("b", "bCs"), bold), (("i", "iCs"), italic)):
        if value is not None:
            parts += [switch(name, value) for name in names]
    if color:
        parts.append(element("color", val=color))
    if spacing is not None:
        parts.append(element("spacing", val=spacing))
    if half_points is not None:
        parts += [element("sz", val=half_points), element("szCs", val=half_points)]
    if underline:
        parts.append(element("u", val="single"))
    if dashed_frame:
        parts.append(element("bdr", val="dashed", sz=6, space=1, color="auto"))
    if languages is not None:
        parts.append(element("lang", val=languages[0], eastAsia=languages[1]))
    return element("rPr", *parts)


def run(text: str, properties: Element) -> Element:
    """``w:r`` holding ``text``; newlines become breaks, tabs become tabs, control marks are left out."""
    made = element("r", properties)
    for index, line in enumerate(printable(text).split("\n")):
        if index:
            made.append(element("br"))
        for position, piece in enumerate(line.split("\t")):
            if position:
                made.append(element("tab"))
            if piece:
                made.append(_text("t", piece))
    return made


def _text(name: str, text: str) -> Element:
    node = element(name)
    node.text = text
    node.set(_XML_SPACE, "preserve")
    return node


def field_runs(instruction: str, properties: Callable[[], Element]) -> list[Element]:
    """The runs of a field such as PAGE; ``properties`` makes a fresh ``w:rPr`` for each of them."""
    inner = (
        element("fldChar", fldCharType="begin"),
        _text("instrText", f" {instruction} "),
        element("fldChar", fldCharType="separate"),
        _text("t", "1"),
        element("fldChar", fldCharType="end"),
    )
    return [element("r", properties(), node) for node in inner]


# --- tables -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Borders:
    """Border weights of a table in eighths of a point; 0 draws none."""

    frame: int = 0
    inside_across: int = 0
    inside_down: int = 0
    sides: bool = True

    def element(self) -> Element:
        """``w:tblBorders`` in schema order."""
        side = self.frame if self.sides else 0
        weights = (
            ("top", self.frame),
            ("left", side),
            ("bottom", self.frame),
            ("right", side),
            ("insideH", self.inside_across),
            ("insideV", self.inside_down),
        )
        return element("tblBorders", *(_table_border(name, weight) for name, weight in weights))


def _table_border(name: str, weight: int) -> Element:
    if not weight:
        return element(name, val="nil")
    return element(name, val="single", sz=weight, space=0, color="auto")


def table(
    widths: tuple[int, ...],
    rows: Iterable[Element],
    *,
    borders: Borders,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    indent: int = 0,
) -> Element:
    """``w:tbl`` of fixed widths in twips; ``margins`` of cells are top, left, bottom, right in twips."""
    sides = zip(("top", "left", "bottom", "right"), margins, strict=True)
    properties = element(
        "tblPr",
        element("tblW", w=sum(widths), type="dxa"),
        element("tblInd", w=indent, type="dxa"),
        borders.element(),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *(element(side, w=value, type="dxa") for side, value in sides)),
    )
    columns = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", properties, columns, *rows)


def table_row(cells: Iterable[Element], *, header: bool = False) -> Element:
    """``w:tr`` that never breaks over pages; a header row repeats on each."""
    switches = [switch("cantSplit", True)] + ([switch("tblHeader", True)] if header else [])
    return element("tr", element("trPr", *switches), *cells)


def table_cell(
    paragraphs: Iterable[Element],
    *,
    width: int,
    across: int = 1,
    merge: str = "",
    align: str = "center",
) -> Element:
    """``w:tc``; ``merge`` is ``restart`` or ``continue`` of a vertical span, ``align`` up and down."""
    parts = [element("tcW", w=width, type="dxa"), element("vAlign", val=align)]
    if across > 1:
        parts.append(element("gridSpan", val=across))
    if merge:
        parts.append(element("vMerge", val=merge))
    return element("tc", element("tcPr", *parts), *paragraphs)


# --- whole parts --------------------------------------------------------------------------------


def insert_before_section(body: Element, blocks: Iterable[Element]) -> None:
    """Fill ``w:body``; its section properties stay last."""
    section = body[-1]
    for block in blocks:
        section.addprevious(block)


def page_break_before(made: Element) -> None:
    """Let a paragraph begin a page."""
    properties = made[0]
    children = [child for child in properties if local_name(child) != "pageBreakBefore"]
    made.replace(properties, element("pPr", *children, switch("pageBreakBefore", True)))


def fill_part(root: Element, paragraphs: Iterable[Element]) -> None:
    """Put ``paragraphs`` in place of what a header or footer holds."""
    for child in list(root):
        root.remove(child)
    root.extend(paragraphs)


def section_properties(
    section: Element,
    *,
    size: tuple[int, int],
    margins: tuple[int, int, int, int],
    header: int,
    footer: int,
    line_pitch: int,
) -> None:
    """Set sheet, margins (top, right, bottom, left) and line grid of a section, all in twips.

    A grid of lines keeps the ruler Word shows; a grid of characters is never written, since
    LibreOffice then gives every character two cells (sheet 1.13).
    """
    references = [child for child in section if local_name(child).endswith("Reference")]
    for child in list(section):
        section.remove(child)
    top, right, bottom, left = margins
    width, height = size
    orient: dict[str, Value] = {"orient": "landscape"} if width > height else {}
    parts = [
        element("pgSz", w=width, h=height, **orient),
        element(
            "pgMar",
            top=top,
            right=right,
            bottom=bottom,
            left=left,
            header=header,
            footer=footer,
            gutter=0,
        ),
    ]
    if line_pitch:
        parts.append(element("docGrid", type="lines", linePitch=line_pitch))
    rank = _RANK["sectPr"]
    section.extend(sorted([*references, *parts], key=lambda c: rank[local_name(c)]))
