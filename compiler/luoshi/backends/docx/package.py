"""The file around the document: a bare package without theme or history, and the fixed archive.

python-docx's own template names itself as author, carries a date of 2013 and theme fonts that make
WPS ask for fonts (peers 6.3, lesson 10), so every part here is our own.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import docx
from docx.document import Document as DocxDocument
from lxml import etree

from luoshi.backends.docx.oxml import R, W, element
from luoshi.backends.docx.styles import LANGUAGES, styles_element
from luoshi.backends.flow import printable
from luoshi.document.style import HouseStyle
from luoshi.document.tree import Document

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OFFICE_XML = "http://schemas.openxmlformats.org/officeDocument/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP entry can name

_CONTENT_TYPES = f"""{_DECLARATION}<Types xmlns="{_TYPES}">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>\
<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>\
<Override PartName="/docProps/core.xml" \
ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
<Override PartName="/docProps/app.xml" ContentType="{_OFFICE}.extended-properties+xml"/>\
<Override PartName="/docProps/custom.xml" ContentType="{_OFFICE}.custom-properties+xml"/>\
</Types>"""
_PACKAGE_RELATIONS = f"""{_DECLARATION}<Relationships xmlns="{_RELATIONS}">\
<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>\
<Relationship Id="rId2" Type="{_RELATIONS}/metadata/core-properties" Target="docProps/core.xml"/>\
<Relationship Id="rId3" Type="{R}/extended-properties" Target="docProps/app.xml"/>\
<Relationship Id="rId4" Type="{R}/custom-properties" Target="docProps/custom.xml"/>\
</Relationships>"""
_DOCUMENT_RELATIONS = f"""{_DECLARATION}<Relationships xmlns="{_RELATIONS}">\
<Relationship Id="rId1" Type="{R}/styles" Target="styles.xml"/>\
<Relationship Id="rId2" Type="{R}/settings" Target="settings.xml"/>\
</Relationships>"""
_DOCUMENT = f"""{_DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body><w:sectPr/>\
</w:body></w:document>"""
_CORE = f"""{_DECLARATION}<cp:coreProperties \
xmlns:cp="{_RELATIONS.removesuffix("relationships")}metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/"/>"""
_APP = f"""{_DECLARATION}<Properties xmlns="{_OFFICE_XML}/extended-properties">\
<Application>Luoshi</Application></Properties>"""


def open_base(document: Document, style: HouseStyle) -> DocxDocument:
    """An empty file with our styles, settings and properties, ready for content."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _PACKAGE_RELATIONS,
        "docProps/app.xml": _APP,
        "docProps/core.xml": _CORE,
        "docProps/custom.xml": _custom_properties(document),
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
        "word/document.xml": _DOCUMENT,
        "word/settings.xml": _serialise(_settings(document, style)),
        "word/styles.xml": _styles.of(style, document.language),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), text)
    opened = docx.Document(buffer)
    _name_properties(opened, document)
    return opened


class _StylesPart:
    """``styles.xml`` of the style that was asked for last: all letters of a plan have the same.

    Making it takes a third of the time of a letter of two pages.
    """

    def __init__(self) -> None:
        self._made: tuple[HouseStyle, str, bytes] | None = None

    def of(self, style: HouseStyle, language: str) -> bytes:
        made = self._made
        if made is None or made[0] is not style or made[1] != language:
            made = (style, language, _serialise(styles_element(style, language)))
            self._made = made
        return made[2]


_styles = _StylesPart()


def archive_bytes(opened: DocxDocument) -> bytes:
    """The file's bytes: entries in fixed order, of fixed time and compression."""
    raw, fixed = io.BytesIO(), io.BytesIO()
    opened.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in sorted(source.namelist(), key=_entry_rank):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = 0  # the same on every machine
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name), compresslevel=6)
    return fixed.getvalue()


def _entry_rank(name: str) -> tuple[int, str]:
    """Content types first, as some readers look for nothing else to know the file's kind."""
    return (0 if name == "[Content_Types].xml" else 1 if name.startswith("_rels") else 2, name)


def _serialise(node: Element) -> bytes:
    etree.cleanup_namespaces(node, top_nsmap={"w": W})
    return bytes(etree.tostring(node, xml_declaration=True, encoding="UTF-8", standalone=True))


def _settings(document: Document, style: HouseStyle) -> Element:
    """``w:settings`` in schema order; spaces at a line's end keep their rule to write on."""
    western, han = LANGUAGES.get(document.language, LANGUAGES["en"])
    modes = (("compatibilityMode", "15"), ("doNotFlipMirrorIndents", "1"))
    office = "http://schemas.microsoft.com/office/word"
    compat = element(
        "compat",
        element("ulTrailSpace"),
        element("doNotExpandShiftReturn"),
        element("useFELayout"),
        *(element("compatSetting", name=name, uri=office, val=value) for name, value in modes),
    )
    children = [
        element("zoom", percent=100),
        element("defaultTabStop", val=style.texts["body"].size.twips * 2),
        *([element("evenAndOddHeaders")] if has_two_sides(style) else []),
        element("characterSpacingControl", val="doNotCompress"),
        compat,
        element("themeFontLang", val=western, eastAsia=han),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    ]
    return element("settings", *children)


def has_two_sides(style: HouseStyle) -> bool:
    """Whether odd and even pages carry their number on different sides (G-123, G-124)."""
    return style.footer.odd != style.footer.even


def _custom_properties(document: Document) -> str:
    """Plan, revision and content hash, where a later run finds them again."""
    values = {
        "luoshi-plan": document.plan_id,
        "luoshi-revision": document.revision,
        "luoshi-content": document.content_hash,
        "luoshi-state": document.state,
    }
    kind = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # user-defined properties, ECMA-376 part 4
    properties = "".join(
        f'<property fmtid="{kind}" pid="{pid}" name="{name}">'
        f"<vt:lpwstr>{escape(printable(value))}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(values.items(), start=2)
    )
    return (
        f'{_DECLARATION}<Properties xmlns="{_OFFICE_XML}/custom-properties" '
        f'xmlns:vt="{_OFFICE_XML}/docPropsVTypes">{properties}</Properties>'
    )


def _name_properties(opened: DocxDocument, document: Document) -> None:
    """Title, office and key words; no dates, since what is made knows no clock.

    The schema allows 255 characters in each.
    """
    properties = opened.core_properties
    properties.title = printable(document.title)[:255]
    properties.author = printable(document.author)[:255]
    properties.last_modified_by = printable(document.author)[:255]
    properties.keywords = printable("，".join(document.keywords))[:255]
    properties.identifier = printable(document.plan_id)[:255]
    properties.version = printable(document.revision)[:255]
    properties.language = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}.get(document.language, "en-GB")
