"""Invented coverage tables, plan entries and findings, and a reader of pages, for the tests of pages."""

from __future__ import annotations

from html.parser import HTMLParser

from luoshi.backends.site import DocumentLink, PlanEntry
from luoshi.diagnostics import Diagnostic, Label, Paste, Rule, Severity, Texts
from luoshi.document.coverage_tree import Cell, Column, Coverage, DutyLine, Remark, Row, Verdict
from luoshi.document.marks import MarkWish, unit_marks
from luoshi.source import SourceFile

VOID = {"meta", "br", "col", "input"}
UNITS = ("教育局", "公安局", "交通局", "卫健局", "供餐企业")


class Page(HTMLParser):
    """A page read by the standard library: tags with attributes, text, and whether tags close."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.pieces: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("style", "title"):
            self.pieces.append(data)

    @property
    def text(self) -> str:
        """Everything that is said, style and title left out."""
        return "".join(self.pieces)

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every tag of a kind."""
        return [attrs for name, attrs in self.tags if name == tag]

    def ids(self) -> set[str]:
        """Every id of the page; none may stand twice."""
        found = [attrs["id"] for _, attrs in self.tags if "id" in attrs]
        assert len(found) == len(set(found))
        return set(found)

    def reaches_outside(self) -> list[str]:
        """Addresses and handlers that would leave the folder of the page or run something."""
        bad = []
        for tag, attrs in self.tags:
            for name, value in attrs.items():
                outside = name in ("href", "src", "action") and (":" in value or value[:1] == "/")
                if outside or name.startswith("on") or tag in ("script", "iframe", "link", "img"):
                    bad.append(f"{tag} {name}={value}")
        return bad


def coverage(
    *, text: str = "", language: str = "zh-Hans", region: str = "CN", holes: bool = True
) -> Coverage:
    """Four tasks, five units and every kind of hole; ``text`` is added to all that people write."""
    names = [name + text for name in UNITS]
    marks = unit_marks([MarkWish(name) for name in UNITS], "zh-Hans")
    lead, joint, assist = Cell("lead", 2), Cell("joint", 1), Cell("assist", 0)
    columns = (
        Column(kind="work", title="校车核查" + text, id="t1", leads=1, duties=2),
        Column(kind="work", title="消防" + text, id="t2", above=("校舍排查" + text,), leads=1, duties=1,
               state="two-leads" if holes else "whole"),
        Column(kind="work", title="用电", id="t3", above=("校舍排查" + text,),
               state="nobody" if holes else "whole"),
        Column(kind="other", leads=1, duties=1),
    )  # fmt: skip
    cells: list[tuple[Cell | None, ...]] = [
        (lead, lead, None, Cell("lead", 1)),
        (joint, assist, None, None),
        (assist, None, None, None),
        (None, None, None, None) if holes else (joint, None, None, None),
        (assist, None, None, None),
    ]
    rows = tuple(
        Row(
            key=name, name=name, cells=row, mark=mark, is_member=True, duties=3 if not n else 1,
            state="no-duty" if not any(row) else "only-assist" if n == 4 else "whole",
        )
        for n, (name, row, mark) in enumerate(zip(names, cells, marks, strict=True))
    )  # fmt: skip
    duties = tuple(
        DutyLine(
            id=f"d{n}", text=f"{text}第{n}条职责", leads=(names[0],), joint=(names[1],), assist=(),
            serves=(columns[0].title,) if place < 3 else (), times=("每月至少1次",),
            file="a/方案.yaml", line=n + 10, columns=(place,),
        )
        for n, place in enumerate((0, 0, 1, 3))
    )  # fmt: skip
    verdict = Verdict(
        units_without_duty=1, tasks_without_lead=1, tasks_of_nobody=1, tasks_with_two_leads=1
    )
    return Coverage(
        name="秋季校园安全" + text,
        title="秋季校园安全工作方案" + text,
        language=language,  # type: ignore[arg-type]
        region=region,
        plan_id="秋季" + text,
        revision="3f9c·2e1a",
        content_hash="3f9c2e1a",
        state="草稿",
        organ=names[0],
        period="2026年9月1日至2027年1月15日",
        columns=columns,
        rows=rows,
        duties=duties,
        verdict=verdict if holes else Verdict(units_only_assisting=1),
        remarks=(Remark("CHK001", f"“{names[3]}”没有职责。", "a/方案.yaml", 8, "另行发文" + text),)
        if holes
        else (),
    )


def entry(*, text: str = "", folder: str = "秋季校园安全", **more: object) -> PlanEntry:
    """A plan with a notice, two letters, a calendar and a coverage table."""
    links = [
        DocumentLink("notice", "", form, f"通知{text}.{form.lower()}") for form in ("DOCX", "PDF")
    ]
    links += [
        DocumentLink("letter", party + text, form, f"责任书/责任书-{party}{text}.{form.lower()}")
        for party in UNITS[:2]
        for form in ("DOCX", "PDF")
    ]
    links += [
        DocumentLink("calendar", "月历", "ICS", "月历 & 年历#1?.ics"),
        DocumentLink("coverage", "", "XLSX", "职责一览表.xlsx"),
    ]
    values: dict[str, object] = {
        "title": "秋季校园安全工作方案" + text,
        "folder": folder + text,
        "language": "zh-Hans",
        "plan_id": "秋季" + text,
        "organ": "青禾县教育局" + text,
        "period": "2026年9月1日至12月20日" + text,
        "draft": 3,
        "revision": "3f9c·2e1a",
        "links": tuple(links),
        "findings_href": "检查结果.html",
        "notes": ("本机没有方正小标宋。" + text,),
    }
    return PlanEntry(**{**values, **more})  # type: ignore[arg-type]


def rule(code: str, severity: Severity) -> Rule:
    """A rule with sentences in all three languages."""
    texts = Texts(
        message="{what:q}没有职责。",
        primary="列为成员",
        related="职责都在这里",
        help="补一条职责。",
        what="-",
        why="-",
    )
    return Rule(
        code=code,
        name="member-without-duty",
        severity=severity,
        texts={"zh-Hans": texts, "zh-Hant": texts, "en": texts},
        bad="",
        good="",
    )


SOURCE = "标题: 方案\n单位:\n  - 区卫健局<b>\n  - 区公安局\n\n职责:\n\t- 核查\n"


def finding(
    code: str = "CHK001",
    severity: Severity = Severity.ERROR,
    *,
    what: str = "区卫健局",
    source: SourceFile | None = None,
    waived: str | None = None,
) -> Diagnostic:
    """A finding at the third line, related to the last but one, with a line to paste."""
    source = source or SourceFile("a/方案.yaml", SOURCE)
    at = source.text.index("区卫健局")
    duties = source.text.index("职责:")
    return Diagnostic(
        rule=rule(code, severity),
        primary=source.span(at, at + 4),
        args={"what": what},
        labels=(Label(source.span(duties, duties + 2)),),
        paste=(Paste("  - 区卫健局", line=3), Paste("  - {内容: （待填）}", new=True)),
        waived=waived,
    )
