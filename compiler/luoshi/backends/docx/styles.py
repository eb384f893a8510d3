"""Named styles of a DOCX: one for every text style of a house style, with all four font slots.

Names are shown in the document's language, ids are ASCII. A style Word itself knows (heading 1,
Title, footer) keeps its canonical name, else Word and WPS would list it twice; the name in the
document's language is then an alias.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luoshi.backends.docx.oxml import Fonts, Indent, element, paragraph_properties, run_properties
from luoshi.backends.flow import is_chinese
from luoshi.document.style import HouseStyle, TextStyle

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LANGUAGES = {"zh-Hans": ("en-US", "zh-CN"), "zh-Hant": ("en-US", "zh-TW"), "en": ("en-GB", "zh-CN")}


@dataclass(frozen=True, slots=True)
class NamedStyle:
    """A text style of the house and what Word calls it."""

    key: str  # in ``HouseStyle.texts``
    id: str
    zh_hans: str
    zh_hant: str
    english: str
    builtin: str = ""  # canonical name where Word has the style itself
    outline: int | None = None  # 0 = first level of the navigation pane
    follower: str = ""  # id of the style that Enter leads to

    def name(self, language: str) -> str:
        """The name people see in a document of ``language``."""
        return {"zh-Hans": self.zh_hans, "zh-Hant": self.zh_hant}.get(language, self.english)


PARAGRAPHS = (
    NamedStyle("title", "Title", "公文标题", "公文標題", "Plan Title", "Title", None, "Body"),
    NamedStyle("heading1", "Heading1", "一级标题", "一級標題", "Level 1", "heading 1", 0, "Body"),
    NamedStyle("heading2", "Heading2", "二级标题", "二級標題", "Level 2", "heading 2", 1, "Body"),
    NamedStyle("heading3", "Heading3", "三级标题", "三級標題", "Level 3", "heading 3", 2, "Body"),
    NamedStyle("heading4", "Heading4", "四级标题", "四級標題", "Level 4", "heading 4", 3, "Body"),
    NamedStyle("body", "Body", "公文正文", "公文內文", "Plan Body"),
    NamedStyle("flush", "Flush", "顶格正文", "頂格內文", "Plan Body Flush"),
    NamedStyle("recipients", "Recipients", "主送机关", "受文者", "Addressees", follower="Body"),
    NamedStyle("item", "Item", "分项正文", "分項內文", "Plan Item"),
    NamedStyle("quote", "QuotedPassage", "引文", "引文", "Quoted Passage"),
    NamedStyle("centered", "Centered", "居中文字", "置中文字", "Centred Line"),
    NamedStyle("right", "FlushRight", "居右文字", "靠右文字", "Right Line"),
    NamedStyle("note", "SmallNote", "小字说明", "小字說明", "Small Note"),
    NamedStyle("attachment_label", "AttachmentLabel", "附件标识", "附件標示", "Attachment Label"),
    NamedStyle("attachment_note", "AttachmentNote", "附件说明", "附件說明", "Attachment List"),
    NamedStyle("remark", "Remark", "附注", "附註", "Remark"),
    NamedStyle("table", "TableText", "表格文字", "表格文字", "Table Text"),
    NamedStyle("table_head", "TableHead", "表头文字", "表頭文字", "Table Heading"),
    NamedStyle("table_caption", "Caption", "表题", "表題", "Table Caption", "caption"),
    NamedStyle("head_mark", "IssuingMark", "发文机关标志", "發文機關標誌", "Issuing Office"),
    NamedStyle("head_number", "DocumentNumber", "发文字号", "發文字號", "Document Number"),
    NamedStyle("sign_off", "SignOff", "落款", "落款", "Sign-off"),
    NamedStyle("signature", "Signatures", "签署栏", "簽署欄", "Signature Block"),
    NamedStyle("signature_label", "SignatureLabel", "签署栏标识", "簽署欄標示", "Signature Label"),
    NamedStyle("seal", "SealPlace", "印章位置", "印章位置", "Seal Place"),
    NamedStyle("imprint", "Imprint", "版记", "版記", "Imprint"),
    NamedStyle("page_number", "Footer", "页码", "頁碼", "Page Number", "footer"),
    NamedStyle("foot", "FootLines", "页脚小字", "頁尾小字", "Foot Lines"),
    NamedStyle("state", "Header", "状态标记", "狀態標記", "State Mark", "header"),
)
CHARACTERS = (
    NamedStyle("strong", "Strong", "着重", "加重", "Weighty Words", "Strong"),
    NamedStyle("emphasis", "Emphasis", "强调", "強調", "Stressed Words", "Emphasis"),
)
STYLE_IDS = {named.key: named.id for named in (*PARAGRAPHS, *CHARACTERS)}
SPACER = "Spacer"  # parts tables; takes a twentieth of a line


def fonts_of(style: HouseStyle, text: TextStyle) -> Fonts:
    """The four slots of a text style: the house's latin face beside the Han face of its class.

    A western class (serif, sans) is its own latin face and takes the Han face that goes with it.
    """
    if text.font in {"serif", "sans"}:
        han = style.docx_fonts["songti" if text.font == "serif" else "heiti"]
        return Fonts(style.docx_fonts[text.font], han)
    han = style.docx_fonts[text.font]
    # GB/T 9704 cl. 7.5: the page number is set in half-width Song digits, dashes included.
    return Fonts(han if text.font == "songti" else style.latin_font, han)


def text_width(style: HouseStyle) -> float:
    """The width of the text block in points."""
    page = style.page
    return page.width.points - page.left.points - page.right.points


def run_spacing(style: HouseStyle, text: TextStyle) -> int:
    """Twips between characters that fit the house's characters into a line; 0 without a grid.

    GB/T 9704: 28 characters of 16 pt are 2 mm wider than the block, so each gives up 5 twips, the
    least whole number that fits (sheet G-027); only text of the body's size takes part.
    """
    characters = style.page.characters
    if not characters or text.size != style.texts["body"].size:
        return 0
    return math.floor((text_width(style) / characters - text.size.points) * 20)


def line_twips(text: TextStyle) -> int:
    """The line pitch in twips, rounded down: 580 instead of 579 costs a line per page (G-023)."""
    return math.floor(text.line.points * 20 + 1e-6)


def character_pitch(style: HouseStyle, text: TextStyle) -> int:
    """Twips from one full-width character to the next."""
    return text.size.twips + run_spacing(style, text)


def styles_element(style: HouseStyle, language: str) -> Element:
    """``w:styles``: defaults, Normal, one paragraph style per text style, two character styles."""
    named = [_paragraph_style(style, one, language) for one in PARAGRAPHS]
    named += [_character_style(style, one, language) for one in CHARACTERS]
    return element(
        "styles", _defaults(style, language), *_normal(style), _spacer_style(language), *named
    )


def _defaults(style: HouseStyle, language: str) -> Element:
    body = style.texts["body"]
    western, han = LANGUAGES.get(language, LANGUAGES["en"])
    run = run_properties(
        fonts=fonts_of(style, body),
        half_points=round(body.size.points * 2),
        languages=(western, han),
    )
    paragraph = paragraph_properties(
        widow_control=not style.page.lines,
        east_asian=True,
        spacing={"before": 0, "after": 0, "line": 240, "lineRule": "auto"},
    )
    return element("docDefaults", element("rPrDefault", run), element("pPrDefault", paragraph))


def _normal(style: HouseStyle) -> tuple[Element, ...]:
    """The two styles every Word file has: the paragraph and the character defaults."""
    body = style.texts["body"]
    normal = element(
        "style",
        element("name", val="Normal"),
        element("qFormat"),
        paragraph_properties(spacing=_spacing(body)),
        run_properties(fonts=fonts_of(style, body)),
        type="paragraph",
        default="1",
        styleId="Normal",
    )
    character = element(
        "style",
        element("name", val="Default Paragraph Font"),
        element("uiPriority", val=1),
        element("semiHidden"),
        type="character",
        default="1",
        styleId="DefaultParagraphFont",
    )
    return normal, character


def _spacing(text: TextStyle) -> dict[str, str | int]:
    return {
        "before": text.before.twips,
        "after": text.after.twips,
        "line": line_twips(text),
        "lineRule": "exact",
    }


def _paragraph_style(style: HouseStyle, named: NamedStyle, language: str) -> Element:
    text = style.texts[named.key]
    return element(
        "style",
        *_names(named, language, "Normal"),
        paragraph_properties(
            keep_next=text.keep_with_next,
            keep_lines=text.keep_with_next,
            widow_control=not style.page.lines,
            east_asian=True,
            spacing=_spacing(text),
            indent=Indent(
                first=text.first_indent,
                left=text.left_indent,
                hanging=text.hanging,
                pitch=character_pitch(style, text),
            ),
            align="both" if text.align == "justify" else text.align,
            outline=named.outline,
        ),
        run_properties(
            fonts=fonts_of(style, text),
            bold=text.bold,
            italic=text.italic,
            color=text.color,
            spacing=run_spacing(style, text),
            half_points=round(text.size.points * 2),
        ),
        type="paragraph",
        styleId=named.id,
        **_custom(named),
    )


def _character_style(style: HouseStyle, named: NamedStyle, language: str) -> Element:
    """A face for words within a paragraph: another Han face in Chinese, bold or italic in English."""
    text = style.texts[named.key]
    chinese = is_chinese(language)
    return element(
        "style",
        *_names(named, language, "DefaultParagraphFont"),
        run_properties(
            fonts=fonts_of(style, text) if chinese else None,
            bold=text.bold,
            italic=text.italic and not chinese,
        ),
        type="character",
        styleId=named.id,
        **_custom(named),
    )


def _names(named: NamedStyle, language: str, parent: str) -> list[Element]:
    local = named.name(language)
    names = [element("name", val=named.builtin or local), element("basedOn", val=parent)]
    if named.builtin and named.builtin != local:
        names.append(element("aliases", val=local))
    if named.follower:
        names.append(element("next", val=named.follower))
    return [*names, element("qFormat")]


def _custom(named: NamedStyle) -> dict[str, str | int]:
    return {} if named.builtin else {"customStyle": "1"}


def _spacer_style(language: str) -> Element:
    name = {"zh-Hans": "表间空隙", "zh-Hant": "表間空隙"}.get(language, "Table Gap")
    return element(
        "style",
        element("name", val=name),
        element("basedOn", val="Normal"),
        paragraph_properties(spacing={"before": 0, "after": 0, "line": 20, "lineRule": "exact"}),
        run_properties(half_points=2),
        type="paragraph",
        styleId=SPACER,
        customStyle="1",
    )
