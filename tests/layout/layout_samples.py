"""Documents that the layout tests set: a notice, a letter, an English plan, a Taiwan plan."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import cast

from luoshi.diagnostics import Language
from luoshi.document.house import load_style
from luoshi.document.style import FontClass, HouseStyle
from luoshi.document.tree import (
    Block,
    Cell,
    Document,
    Emphasis,
    Head,
    Heading,
    Imprint,
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
from luoshi.layout.metrics import Measure
from luoshi.layout.paragraph import Composing
from luoshi.layout.strip import Looks, Strip

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@cache
def style(name: str) -> HouseStyle:
    """A shipped house style."""
    return load_style(name, lambda path: (TEMPLATES / path).read_text(encoding="utf-8"))


def words(text: str) -> tuple[Text]:
    return (Text(text),)


def body(text: str, number: str = "", style: str = "body") -> Paragraph:
    return Paragraph(words(text), style, number)


def document(*blocks: Block, language: str = "zh-Hans", **more: object) -> Document:
    """A document with plain facts; ``more`` replaces any of them."""
    facts: dict[str, object] = {
        "name": "样张",
        "title": "样张",
        "style": "gbt9704",
        "plan_id": "qinghe-2026",
        "revision": "第1版",
        "content_hash": "c71e04ab" * 8,
    }
    return Document(language=language, blocks=blocks, **{**facts, **more})  # type: ignore[arg-type]


PARAGRAPHS = (
    "为贯彻落实上级关于校园安全工作的部署，保障全县师生生命财产安全，维护正常的教育教学秩序，依据"
    "《中华人民共和国安全生产法》《校车安全管理条例》等法律法规，结合我县实际，制定本方案。",
    "各学校要在2026年9月15日前完成自查，自查覆盖率达到100%，隐患按期整改率不低于98.5%；对重大隐患，"
    "实行“一患一策”，由校长负总责，30分钟内电话报告，2小时内书面报告。",
    "教育局将于10月8日—10月31日组织抽查（抽查比例不少于30%），结果以“青教安〔2026〕12号”文件通报，并纳入"
    "2026—2027学年年度考核……对弄虚作假的，一票否决——绝不姑息。",
    "联系人：张晓明；电话：0571-88886666；邮箱：anquan@qinghe.example。请各单位于每月25日17:30前报送统计报表。",
)


def notice() -> Document:
    """A notice with a plan attached: head, four levels of headings, a table, sign-off, imprint."""
    rows = tuple(
        (
            Cell(words(str(n)), "center"),
            Cell(words(task)),
            Cell(words(unit), "center"),
            Cell(words("9月30日"), "center"),
        )
        for n, (task, unit) in enumerate(
            [
                ("校舍、围墙、体育设施全面排查，建立台账，逐项销号", "总务科"),
                ("校车及驾驶员资格核查，一车一档，GPS在线率100%", "安全科"),
                ("食堂食品留样48小时，供应商资质公示", "体卫艺科、各学校"),
                ("防溺水告家长书签收率100%，假期前家访不漏一人", "各学校"),
            ]
            * 6,
            1,
        )
    )
    head = (
        tuple(
            Cell(words(name), "center", header=True)
            for name in ("序号", "工作任务", "责任单位", "完成时限")
        ),
    )
    return document(
        Head("青禾县教育局文件", "青教安〔2026〕12号", urgency="加急"),
        Title(words("青禾县教育局关于印发《青禾县中小学校园安全专项整治行动实施方案》的通知")),
        body("各乡镇中心校，县直各学校、幼儿园，局机关各科室：", style="recipients"),
        body(
            "现将《青禾县中小学校园安全专项整治行动实施方案》印发给你们，请结合实际，认真贯彻执行。"
        ),
        body("附件：1.青禾县中小学校园安全专项整治行动实施方案", style="attachment_note"),
        body("2.青禾县中小学校园安全专项整治行动任务分工与完成时限一览表", style="attachment_note"),
        SignOff(("青禾县教育局",), "2026年9月1日"),
        body("（此件公开发布）", style="remark"),
        PageBreak(),
        body("附件1", style="attachment_label"),
        Title(words("青禾县中小学校园安全专项整治行动实施方案")),
        *(body(text) for text in PARAGRAPHS),
        Heading(1, "一、", words("工作目标")),
        Heading(2, "（一）", words("总体目标")),
        *(body(text) for text in PARAGRAPHS),
        Heading(3, "1.", words("校园周边治理")),
        Heading(4, "（1）", words("交通秩序")),
        Paragraph(
            (
                Text("重点路段由"),
                Strong(words("公安交警大队")),
                Text("牵头，学校配合，上下学时段安排"),
                Emphasis(words("护学岗")),
                Text("，每岗不少于2人。"),
            )
        ),
        Heading(1, "二、", words("任务分工")),
        *(body(text) for text in PARAGRAPHS),
        Table((1, 6, 2.4, 1.8), head, rows, "任务分工与完成时限一览表"),
        *(body(text) for text in PARAGRAPHS),
        Imprint(
            "县委办公室，县人大常委会办公室，县政府办公室，县政协办公室，县公安局、县卫生健康局、县市场监管局。",
            "青禾县教育局办公室",
            "2026年9月1日",
        ),
        title="青禾县教育局关于印发《青禾县中小学校园安全专项整治行动实施方案》的通知",
        author="青禾县教育局",
        foot=("计划“青禾-安全-2026”　修订 c71e·04ab",),
    )


def letter() -> Document:
    """A responsibility letter, unissued."""
    duties = (
        "每月2日、17日前报送校园安全统计报表，逢休息日提前到前一个工作日。",
        "2026年9月4日前与各部门签订岗位安全责任书。",
        "2027年4月12日至6月30日开展防溺水专项行动，入户走访不漏一人。",
        "与松塘派出所检查校园周边，每月至少1次。",
        "接送车辆核查每学期2次，协助甲方抽检。",
    )
    date = "　　　　年　　月　　日"
    return document(
        body("青教安责〔2026〕7号", style="right"),
        Title(words("青禾县教育系统2026—2027学年校园安全目标管理责任书")),
        body(
            "为落实校园安全责任，保障师生生命财产安全，依据《青禾县教育系统校园安全工作计划"
            "（2026—2027学年）》（以下简称《计划》）和有关法律法规，青禾县教育局（甲方）与青禾县松塘学校"
            "（乙方）签订本责任书。"
        ),
        Heading(1, "一、", words("责任主体")),
        body(
            "乙方校长是本校校园安全第一责任人，分管副校长是直接责任人，各部门、各年级实行一岗双责。"
        ),
        Heading(1, "二、", words("责任目标")),
        body("学生非正常死亡、校园火灾、群体性食物中毒均为零。", "1."),
        body("隐患按期整改率、岗位责任书签订率均达100%。", "2."),
        body("疏散演练每学期不少于2次，师生参与率不低于98%。", "3."),
        Heading(1, "三、", words("责任内容")),
        *(
            Paragraph((Text(duty), Emphasis(words("（牵头）"))), "item", f"{n}.")
            for n, duty in enumerate(duties, 1)
        ),
        Heading(1, "四、", words("考核与奖惩")),
        body(
            "甲方按《计划》第六部分评分：90分以上为优秀，75分以上不满90分为合格，不满75分为不合格。"
            "发生责任事故的，取消当年评优资格。"
        ),
        Heading(1, "五、", words("期限与效力")),
        body(
            "责任期自2026年9月1日至2027年8月31日。责任人变动的，由继任者承担。本责任书一式两份，双方各执一份，"
            "自双方签字盖章之日起生效。"
        ),
        SignatureBlock(
            (
                SignatureSide("甲方（盖章）", "青禾县教育局", "负责人签字", "印章位置", date),
                SignatureSide("乙方（盖章）", "青禾县松塘学校", "负责人签字", "印章位置", date),
            )
        ),
        title="青禾县教育系统2026—2027学年校园安全目标管理责任书",
        state="草稿",
        foot=(
            "青教安责〔2026〕7号　第1份",
            "计划“青禾-安全-2026”　修订 c71e·04ab",
            "职责指纹 5C1E 90A7 44D2",
            "核对码 K7Q4-M2TX",
        ),
    )


def english_plan() -> Document:
    """An English plan with a table and a signature block."""
    text = (
        "This plan sets out how Greenfield School prepares for, responds to and recovers from emergencies. "
        "It applies to all staff, pupils and visitors, on site and during off-site activities, and is reviewed "
        "once a year by the health-and-safety committee."
    )
    rows = tuple(
        (
            Cell(words(f"{n}.")),
            Cell(words(text[: 60 + 12 * n])),
            Cell(words("Vice principal")),
            Cell(words("30 September 2026")),
        )
        for n in range(1, 8)
    )
    head = ((Cell(words("No.")), Cell(words("Task")), Cell(words("Lead")), Cell(words("Due"))),)
    return document(
        Title(words("Greenfield School Safety Plan for the 2026–2027 School Year")),
        Heading(1, "1.", words("Purpose")),
        body(text),
        Paragraph((Text("Every member of staff "), Strong(words("shall")), Text(" report hazards within "), Emphasis(words("two working days")), Text("; see “Reporting” below."))),
        Heading(1, "2.", words("Responsibilities")),
        Heading(2, "2.1", words("Principal")),
        *(body(text, f"({c})", "item") for c in "abcd"),
        Heading(2, "2.2", words("Teachers and office staff")),
        body(text),
        Table((0.6, 4, 1.6, 1.8), head, rows, "Table 1. Tasks of the autumn term"),
        *(body(text) for _ in range(6)),
        SignatureBlock(
            (
                SignatureSide("Party A", "Greenfield School", "Signature", "Seal", ""),
                SignatureSide("Party B", "Year 3 Office", "Signature", "Seal", ""),
            )
        ),
        language="en",
        title="Greenfield School Safety Plan",
        state="DRAFT",
        foot=("Plan greenfield-2026 · edition 1 · c71e·04ab",),
    )  # fmt: skip


def taiwan_plan() -> Document:
    """A Taiwan school's plan, with marks in the middle of their em."""
    text = "為落實校園安全，維護學生上、放學交通安全，依據教育部「各級學校交通安全教育實施要點」及本校115學年度校務會議決議辦理。"
    return document(
        Title(words("桃源市青禾國民小學115學年度「交通安全教育」實施計畫")),
        Heading(1, "一、", words("依據：")),
        body(text, "（一）", "item"),
        body(text, "（二）", "item"),
        Heading(1, "二、", words("目的：")),
        body(text + text, "（一）", "item"),
        Heading(1, "三、", words("組織與分工")),
        Table(
            (2, 2, 6),
            ((Cell(words("職稱")), Cell(words("姓名")), Cell(words("工作職掌"))),),
            tuple((Cell(words("學務主任"), "center"), Cell(words("陳○○"), "center"), Cell(words(text[: 20 + n * 7]))) for n in range(5)),
        ),
        *(body(text) for _ in range(12)),
        body("本計畫奉校長核可後實施，修正時亦同。"),
        SignOff(("桃源市青禾國民小學",), "中華民國115年9月1日"),
        language="zh-Hant",
        style="tw",
        title="交通安全教育實施計畫",
        state="草稿",
    )  # fmt: skip


SAMPLES = {
    "notice": (notice, "gbt9704"),
    "letter": (letter, "gbt9704"),
    "english": (english_plan, "plain"),
    "taiwan": (taiwan_plan, "tw"),
}


class FlatFace:
    """A face of the test's own: full-width characters one em, all others half."""

    id = "Flat"

    def advance(self, char: str) -> float:
        return 1.0 if char >= "\u2000" else 0.5


class FlatFonts:
    """Fonts with one face, which lacks the characters of ``lacking``."""

    def __init__(self, lacking: str = "") -> None:
        self.lacking = lacking

    def face_for(
        self,
        char: str,
        font_class: FontClass,
        language: Language,
        bold: bool = False,
        italic: bool = False,
    ) -> FlatFace | None:
        return None if char in self.lacking else FlatFace()


def set_text(text: str, name: str = "gbt9704", language: str = "zh-Hans") -> list[str]:
    """The lines in which a body paragraph is set, as their text."""
    from luoshi.layout.breaker import break_lines

    strip = strip_of(text, name, language)
    lines = break_lines(strip, 26 * strip.setting.cell, 28 * strip.setting.cell)
    atoms = strip.atoms
    return [text[atoms[a].start : atoms[b - 1].end] for a, b in lines if b > a]


def strip_of(text: str, name: str = "gbt9704", language: str = "zh-Hans") -> Strip:
    """The strip of a body text in flat fonts."""
    house = style(name)
    looks = Looks(house.texts["strong"], house.texts["emphasis"], language.startswith("zh"))
    measure = Measure(FlatFonts(), cast("Language", language))
    ctx = Composing(house, language, measure, looks)
    return ctx.strip(text, house.texts["body"])
