"""Invented documents for the tests of every backend: a notice, a letter, a Taiwan plan, an English one."""

from __future__ import annotations

import functools
from pathlib import Path

from luoshi.document.house import load_style
from luoshi.document.style import HouseStyle
from luoshi.document.tree import (
    Blank,
    Block,
    Cell,
    Document,
    Emphasis,
    Head,
    Heading,
    Imprint,
    Inline,
    LineBreak,
    PageBreak,
    Paragraph,
    SignatureBlock,
    SignatureSide,
    SignOff,
    Strong,
    Table,
    Text,
    Title,
)

TEMPLATES = Path(__file__).parents[2] / "templates"
HASH = "3f9c2e1a77d05b64c1e0f2a9b8d7c6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c9"


@functools.cache
def house(name: str) -> HouseStyle:
    """The house style ``name`` as the repository has it."""

    def read(path: str) -> str | None:
        file = TEMPLATES / path
        return file.read_text("utf-8") if file.is_file() else None

    return load_style(name, read)


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def body(text: str, **more: object) -> Paragraph:
    return Paragraph(words(text), **more)  # type: ignore[arg-type]


def cell(text: str, **more: object) -> Cell:
    return Cell(words(text), **more)  # type: ignore[arg-type]


def notice() -> Document:
    """A mainland notice with four levels of headings, a table with spans, an attachment."""
    blocks: tuple[Block, ...] = (
        Head("青禾县教育局文件", "青教发〔2026〕12号", "", "加急"),
        Title(words("青禾县教育局关于印发《2026—2027学年校园安全工作方案》的通知")),
        body("各中小学校、幼儿园，局机关各科室：", style="recipients"),
        body(
            "为落实“安全第一、预防为主”的要求，压实各单位责任，现将《2026—2027学年校园安全工作方案》"
            "印发给你们，请结合实际认真执行。执行中的问题，请于2026年9月30日前报局安全管理科。"
        ),
        Heading(1, "一、", words("指导思想")),
        Paragraph(
            (
                Text("坚持“谁主管、谁负责”——"),
                Strong(words("一岗双责、党政同责")),
                Text("，把校园安全放在"),
                Emphasis(words("首要位置")),
                Text("……不漏一校、不漏一人，联系电话0571—8800 1200，邮箱a@b.cn。"),
            )
        ),
        Heading(1, "二、", words("重点工作")),
        Heading(2, "（一）", words("校园周边治理")),
        Heading(3, "1.", words("联合检查")),
        body("派出所与学校每月至少联合检查1次，每月2日、17日前报送统计报表。"),
        Heading(4, "（1）", words("检查内容")),
        body("门卫值守、监控、消防设施和校车运行情况。", style="item", number="①"),
        body("周边200米内经营场所情况。", style="item", number="②"),
        Heading(2, "（二）", words("分工安排")),
        Table(
            (1, 3, 1.4, 1.2),
            ((cell("月份"), cell("重点工作"), cell("责任部门"), cell("完成时限")),),
            (
                (
                    cell("9月", down=2, align="center"),
                    cell("开学安全大检查"),
                    cell("安全管理科"),
                    cell("9月10日前"),
                ),
                (cell("消防疏散演练，全体师生参加，不少于1次"), cell("各学校"), cell("9月25日前")),
                (cell("10月", align="center"), cell("校车专项检查"), cell("后勤科", across=2)),
            ),
            "表1　分月工作安排",
        ),
        body("注：时间以当月通知为准。", style="note"),
        body("附件：1.校园安全工作评分细则", style="attachment_note"),
        SignOff(("青禾县教育局",), "2026年8月25日"),
        body("（此件公开发布）", style="remark"),
        PageBreak(),
        body("附件1", style="attachment_label"),
        Title(words("校园安全工作评分细则")),
        body("总分100分，90分以上为优秀。" * 12),
        Imprint(
            "县政府办公室，县公安局，县市场监督管理局。", "青禾县教育局办公室", "2026年8月25日"
        ),
    )
    return Document(
        name="关于印发校园安全工作方案的通知",
        title="青禾县教育局关于印发《2026—2027学年校园安全工作方案》的通知",
        language="zh-Hans",
        style="gbt9704",
        blocks=blocks,
        plan_id="青禾-安全-2026",
        revision="第3稿",
        content_hash=HASH,
        state="草稿",
        foot=("方案“青禾-安全-2026”　第3稿", "核对码 3f9c·2e1a"),
        author="青禾县教育局",
        keywords=("校园安全", "责任书"),
    )


def letter() -> Document:
    """A responsibility letter for one school, issued."""
    blocks: tuple[Block, ...] = (
        body("编号：青教安责〔2026〕7号", style="right"),
        Title((Text("青禾县教育系统"), LineBreak(), Text("2026—2027学年校园安全责任书"))),
        body("（教育局与松塘学校签订）", style="centered"),
        body("为落实校园安全工作方案，甲乙双方签订本责任书。"),
        Heading(1, "一、", words("责任内容")),
        *(
            Paragraph(
                (
                    Text(f"第{n}项职责，每学期至少开展2次，并留存记录。"),
                    Emphasis(words("（牵头）")),
                ),
                "item",
                f"{n}.",
            )
            for n in range(1, 7)
        ),
        Heading(1, "二、", words("期限与效力")),
        body("责任期自2026年9月1日至2027年8月31日。本责任书一式两份，双方各执一份。"),
        Paragraph((Text("监督人："), Blank(8), Text("电话："), Blank(6.5))),
        SignatureBlock(
            (
                SignatureSide(
                    "甲方（盖章）",
                    "青禾县教育局",
                    "负责人签字",
                    "印章位置",
                    "　　　　年　　月　　日",
                ),
                SignatureSide(
                    "乙方（盖章）",
                    "青禾县松塘学校",
                    "负责人签字",
                    "印章位置",
                    "　　　　年　　月　　日",
                ),
            )
        ),
    )
    return Document(
        name="松塘学校安全责任书",
        title="2026—2027学年校园安全责任书",
        language="zh-Hans",
        style="gbt9704",
        blocks=blocks,
        plan_id="青禾-安全-2026",
        revision="第3版",
        content_hash=HASH,
        foot=("青教安责〔2026〕7号", "方案“青禾-安全-2026”　修订 3f9c·2e1a", "核对码 K7Q4-M2TX"),
        author="青禾县教育局",
    )


def taiwan() -> Document:
    """A Taiwan implementation plan of a school."""
    blocks: tuple[Block, ...] = (
        Title(words("松塘國民小學115學年度「交通安全教育」實施計畫")),
        Heading(1, "壹、", words("依據")),
        body("依教育部校園安全實施要點辦理，並配合縣政府「護童專案」。"),
        Heading(1, "貳、", words("組織與分工")),
        Table(
            (20, 40, 96),
            ((cell("職稱"), cell("姓名"), cell("工作職掌")),),
            ((cell("校長"), cell("陳玥"), cell("綜理本計畫各項事宜")),),
        ),
        body("每學期辦理交通安全宣導至少2次。", style="item", number="1."),
        SignOff(("松塘國民小學",), "中華民國115年8月25日"),
        Imprint("縣政府教育處（含附件）", "", ""),
    )
    return Document(
        name="交通安全教育實施計畫",
        title="松塘國民小學115學年度「交通安全教育」實施計畫",
        language="zh-Hant",
        style="tw",
        blocks=blocks,
        plan_id="松塘-交安-115",
        revision="第1稿",
        content_hash=HASH,
        state="草稿",
        author="松塘國民小學",
    )


def english() -> Document:
    """An English plan with signatures."""
    blocks: tuple[Block, ...] = (
        Head("Qinghe County Education Bureau", "No. 12 [2026]"),
        Title(words("School Safety Plan 2026–2027")),
        body("To: all schools", style="recipients"),
        Heading(1, "1.", words("Purpose")),
        Paragraph(
            (
                Text("This plan states “who does what, and by when”. Heads of school are "),
                Strong(words("the persons primarily responsible")),
                Text("; departments act "),
                Emphasis(words("jointly")),
                Text(" where the plan says so. Chinese names such as 松塘学校 stay as they are."),
            )
        ),
        Heading(2, "1.1", words("Scope")),
        body("Every school holds one fire drill per term.", style="item", number="(a)"),
        body("Every school reports by the 2nd of each month.", style="item", number="(b)"),
        Heading(3, "(i)", words("Reports")),
        Heading(4, "(A)", words("Form")),
        Table(
            (1, 2, 1),
            ((cell("Month"), cell("Task"), cell("Lead")),),
            (
                (cell("September"), cell("Inspection of all gates & fences"), cell("Safety")),
                (cell("October"), cell("Fire drill"), cell("Logistics")),
            ),
            "Table 1. Tasks by month",
        ),
        SignOff(("Qinghe County Education Bureau",), "25 August 2026"),
        SignatureBlock(
            (
                SignatureSide("Party A", "Education Bureau", "Head of Bureau", "Seal", "Date:"),
                SignatureSide("Party B", "Songtang School", "Principal", "Seal", "Date:"),
            )
        ),
        Imprint("County Office; Police", "Office of the Bureau", "25 August 2026"),
    )
    return Document(
        name="School Safety Plan",
        title="School Safety Plan 2026–2027",
        language="en",
        style="plain",
        blocks=blocks,
        plan_id="qinghe-safety-2026",
        revision="Draft 3",
        content_hash=HASH,
        state="Draft",
        foot=("Plan qinghe-safety-2026, draft 3", "Check code 3f9c·2e1a"),
        author="Qinghe County Education Bureau",
        keywords=("school safety",),
    )


def samples() -> tuple[Document, ...]:
    """All sample documents."""
    return notice(), letter(), taiwan(), english()
