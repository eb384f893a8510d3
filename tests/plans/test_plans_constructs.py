"""What a plan must be able to say: 45 constructs, each as structure of its kind in every plan.

``MARKS`` is the table of constructs: ``●`` a plan states it, ``○`` it only mentions it, ``.`` it
has none. ``HOLDS`` says for every marked cell how it is asked and what the answer is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from luoshi.backends.markdown import emit_markdown
from luoshi.dates import (
    AtLeast,
    Clock,
    Daily,
    Day,
    Moment,
    MonthlyDays,
    RoundTheClock,
    TermPoints,
    Vague,
    Weekly,
)
from luoshi.document.build import Builder
from luoshi.driver.check import check_file
from luoshi.model import Index, Obligation, Plan
from luoshi.model.records import Duty, Group, Report, WorkItem
from luoshi.source import DiskWorld

_FOLDER = Path(__file__).resolve().parents[2] / "plans"
_WORLD = DiskWorld(date(2026, 9, 1))
FILES = {
    "P1": "city-school-security.yaml",
    "P2": "national-day-safety.yaml",
    "P3": "星级平安学校.yaml",
    "P4": "學校綜合治理.yaml",
    "P5": "社會治安綜合治理.yaml",
    "P6": "中心學校綜治維穩.yaml",
    "P7": "护校安园.yaml",
}


@dataclass(frozen=True)
class Read:
    """One plan as it was read, with its source and the text of its notice."""

    index: Index
    source: str
    notice: str

    @property
    def plan(self) -> Plan:
        return self.index.plan


@cache
def read(name: str) -> Read:
    path = _FOLDER / FILES[name]
    checked = check_file(_WORLD, path)
    assert checked.plan is not None
    notice = Builder.of(checked.plan, _WORLD).notice()
    assert notice is not None
    return Read(checked.plan.index, path.read_text("utf-8"), emit_markdown(notice))


# --- how a plan is asked ------------------------------------------------------------------------

Ask = Callable[[Read], object]


def found(r: Read, name: str) -> Obligation:
    """The one obligation with this id."""
    (one,) = [o for o in r.index.obligations if o.id == name]
    return one


def duty(r: Read, name: str) -> Duty:
    record = found(r, name).record
    assert isinstance(record, Duty)
    return record


def roles(name: str) -> Ask:
    """Who owns an obligation, in which role; a joint duty that stands twice is an error."""
    return lambda r: [(o.unit, o.role) for o in found(r, name).owners]


def inside(name: str) -> Ask:
    """The task or measure a duty stands in, and who owns it."""
    return lambda r: (found(r, name).works[0].id, [o.unit for o in found(r, name).owners])


def field(name: str, part: str) -> Ask:
    return lambda r: getattr(found(r, name).record, part)


def says(path: str, words: str) -> tuple[Ask, object]:
    """The words stand in the text at a path of fields, and nowhere else is asked."""

    def ask(r: Read) -> object:
        value: object = r.plan
        for step in path.split("."):
            value = value[int(step)] if step.isdigit() else getattr(value, step)  # type: ignore[index]
        return words in str(value)

    return ask, True


def of_kind(kind: str) -> Ask:
    return lambda r: [d.id for d in r.index.duties if getattr(d.record, "kind", "") == kind]


def timed(rule: type) -> Ask:
    """The obligations whose time is a rule of this sort."""
    return lambda r: [
        o.id for o in r.index.obligations if any(isinstance(t, rule) for t in o.times)
    ]


def groups(r: Read) -> list[Group]:
    organization = r.plan.organization
    if organization is None:
        return []
    leading = organization.leading_group
    return [*([] if leading is None else [leading]), *organization.teams]


def leading(r: Read) -> object:
    group = r.plan.organization.leading_group if r.plan.organization else None
    if group is None:
        return None
    return len(group.heads), len(group.deputies), len(group.members)


def seat(r: Read) -> object:
    return next((g.office.seat for g in groups(r) if g.office is not None), None)


def liaisons(r: Read) -> object:
    return [(len(one.units), one.count) for g in groups(r) for one in g.liaisons]


def heads_by_name(r: Read) -> object:
    return [h.name for g in groups(r) for h in (*g.heads, *g.deputies) if h.name]


def meetings(r: Read) -> object:
    organization = r.plan.organization
    held = organization.joint_meetings if organization else ()
    return [one.at_least or one.when for one in held]


def own_groups(r: Read) -> object:
    organization = r.plan.organization
    return [own.units for own in organization.own_groups] if organization else []


def division(r: Read) -> object:
    parts = r.plan.division_of_labor
    actors = {o.unit for part in parts for o in part.owners}
    return len(parts), len(actors), sum(len(part.duties) for part in parts)


def work(r: Read) -> object:
    return len(r.plan.tasks), len(r.plan.measures)


def campaigns(r: Read) -> object:
    """How many bodies act in each campaign."""
    sizes = []
    for one in r.index.works:
        if one.place == "campaign":
            owners = {o.unit for o in one.owners}
            inner = [d for d in r.index.duties if one.record in d.works]
            sizes.append(len(owners | {o.unit for d in inner for o in d.owners}))
    return sizes


def phases(r: Read) -> object:
    """How many phases there are, how many with a date, how many a heading only."""
    every = r.plan.schedule.phases if r.plan.schedule else ()
    dated = [p for p in every if p.start or p.end]
    return len(every), len(dated), len([p for p in every if not p.text and not p.duties])


def months(r: Read) -> object:
    entries = r.plan.schedule.months if r.plan.schedule else ()
    joined = [entry.months for entry in entries if len(entry.months) > 1]
    return len(entries), sum(len(entry.items) for entry in entries), joined


def deadlines(*names: str) -> Ask:
    """The dates by which duties are due; None where the year is open."""

    def ask(r: Read) -> object:
        due = []
        for name in names:
            for time in found(r, name).times:
                assert isinstance(time, Moment)
                assert isinstance(time.day, Day)
                due.append((time.day.month, time.day.day, r.index.date_of(time)))
        return due

    return ask


def targets(r: Read) -> object:
    return [(o.target.value, o.target.by) for o in r.plan.objectives if o.target is not None]


def bands(r: Read) -> object:
    held = r.plan.assessment.bands if r.plan.assessment else ()
    return [
        tuple(None if edge is None else edge.value for edge in (b.at_least, b.below)) for b in held
    ]


def quotas(r: Read) -> object:
    held = r.plan.assessment.quotas if r.plan.assessment else ()
    return [
        (q.year, q.at_most.value, sum(share.value for _, share in q.split))
        for q in held
        if q.at_most is not None
    ]


def letters(r: Read) -> object:
    return [(tier.giver, tier.taker) for tier in r.plan.letters]


def judged(part: str) -> Ask:
    return lambda r: len(getattr(r.plan.assessment, part)) if r.plan.assessment else 0


def report(name: str) -> Ask:
    """Who sends a paper, to whom, and when."""

    def ask(r: Read) -> object:
        obligation = found(r, name)
        record = obligation.record
        paper = record if isinstance(record, Report) else getattr(record, "report", None)
        assert isinstance(paper, Report)
        senders = list(paper.senders) or [o.unit for o in obligation.owners]
        return senders, list(paper.receivers), next(iter(obligation.times), None)

    return ask


def receivers(name: str) -> Ask:
    return lambda r: report(name)(r)[1]  # type: ignore[index]


def cited(r: Read) -> object:
    return [c.kind for c in r.plan.cites]


def slogans(r: Read) -> object:
    inner = [s for w in r.index.works if isinstance(w.record, WorkItem) for s in w.record.slogans]
    return {s.name: (s.count, len(s.items)) for s in (*r.plan.slogans, *inner)}


def events(r: Read) -> object:
    """What waits for an event: the count, all with the event said and no day on any calendar."""
    waiting = [d for d in r.index.duties if getattr(d.record, "kind", "") == "trigger"]
    return len(waiting), all(d.record.trigger and not d.times for d in waiting)  # type: ignore[union-attr]


def unprinted(r: Read) -> object:
    """The paragraphs of free prose, and those that don't stand in the notice as written."""
    paragraphs = [p.strip() for text in _prose(r.plan) for p in text.split("\n\n") if p.strip()]
    return len(paragraphs), [p for p in paragraphs if p not in r.notice]


def _prose(plan: Plan) -> list[str]:
    works = [*plan.tasks, *plan.measures]
    works += [part for one in works for part in (*one.items, *one.campaigns)]
    return [plan.preamble, plan.guiding_ideology, *(t for w in works for t in (w.text, w.closing))]


def chrome(*words: str) -> tuple[Ask, object]:
    """Nothing of the page the text was found on."""
    return (lambda r: [word for word in words if word.casefold() in r.source.casefold()]), []


def placeholders(r: Read) -> object:
    """The open years, names and numbers that are still open."""
    texts = [r.plan.preamble, r.plan.guiding_ideology, *(u.name for u in r.plan.units)]
    texts += [c.title + c.number for c in r.plan.cites]
    period = r.plan.period
    texts.append(period.text if period else "")
    marks = ("xx综委〔xxxx〕x号", "xx分公司", "20xx年度", "20xx年", "十x大", "xx大")
    return [mark for mark in marks if any(mark in text for text in texts)]


def period(r: Read) -> object:
    held = r.plan.period
    assert held is not None
    if held.school_year is not None:
        return held.school_year.first_year, held.school_year.last_year
    if any(r.index.bounds):
        return r.index.bounds
    if held.start is not None and held.end is not None:
        open_years = [getattr(m.day, "year_text", "") for m in (held.start, held.end)]
        return open_years, [m.day.month for m in (held.start, held.end)], held.years  # type: ignore[union-attr]
    return held.event or held.text


def issued(r: Read) -> object:
    issue = r.plan.issue
    if issue is None or r.index.issued_on is None:
        return None
    return len(issue.organs), issue.to, r.index.issued_on


def titled(r: Read) -> object:
    issue = r.plan.issue
    return r.plan.title, issue.organs if issue else (), r.plan.level


def each(ask: Ask, **expected: object) -> dict[str, tuple[Ask, object]]:
    """The same question to several plans."""
    return {name: (ask, answer) for name, answer in expected.items()}


# --- the table ----------------------------------------------------------------------------------

MARKS: dict[int, tuple[str, str]] = {
    1: ("title", "●●●●●●●"),
    2: ("notice", "......●"),
    3: ("preamble", "●●●.●●●"),
    4: ("ideology", "●●.●○.○"),
    5: ("objectives", "..●●..●"),
    6: ("principles", "○○○●..."),
    7: ("leading-group", "●○●○..●"),
    8: ("office", "●●●.○.●"),
    9: ("liaison", ".●●.●.●"),
    10: ("named-persons", "......●"),
    11: ("division", "●.●...."),
    12: ("duties-inside", "●●.●●●●"),
    13: ("joint", "●.●...●"),
    14: ("lead-assist", "●.●.●●."),
    15: ("tasks", "●●●●●●●"),
    16: ("campaigns", "●..●..●"),
    17: ("other-tasks", ".●...●."),
    18: ("phases", "●......"),
    19: ("period", "○○●○○.●"),
    20: ("single-dates", "...○.●●"),
    21: ("month-list", ".....●."),
    22: ("recurrence", "●●●●.●●"),
    23: ("at-least", "...●.●●"),
    24: ("vague", "●●.●●●●"),
    25: ("target", "..●...."),
    26: ("bands", "..●...."),
    27: ("quotas", "..●...."),
    28: ("limit", "..●...."),
    29: ("letters", "●●.●●.."),
    30: ("veto", "●..●.●."),
    31: ("sanctions", "●○●●○●."),
    32: ("rewards", "●.●...."),
    33: ("reports", "○●.○●●●"),
    34: ("several-receivers", "....●.●"),
    35: ("joint-meeting", "●..○..●"),
    36: ("assessment", "●●●○●●●"),
    37: ("citations", "●.●.●●●"),
    38: ("slogans", "...●.●●"),
    39: ("own-groups", "●●....."),
    40: ("standing", ".●...●."),
    41: ("prohibitions", "●●●●.●●"),
    42: ("triggers", "●●.●.●●"),
    43: ("prose", "●●●●●●●"),
    44: ("page-chrome", "●●●...●"),
    45: ("placeholders", "..●○●●."),
}
_SITE = ("xueke8", "学科吧", "文章来源", "当前位置", "TAG标签", "好好学习")
_OTHER_SITE = ("nbxinxi", "宁波", "微信", "版权保护", "当前位置", "朗读", "收藏", "站点关键词")
_PAGE = ("secretarial knowledge", "inspirational world", "recommended article", "popular articles")
_TRAFFIC = [("交警大队", "joint"), ("交通局", "joint")]
_TELECOMS = [("移动", "joint"), ("联通", "joint"), ("电信", "joint")]
_BUILDERS = [("construction", "joint"), ("planning", "joint"), ("urban-management", "joint")]

HOLDS: dict[int, dict[str, tuple[Ask, object]]] = {
    1: each(
        titled,
        P1=(
            "Work Plan for the Comprehensive Management of Public Security in and around Schools",
            ("education",),
            "city",
        ),
        P2=(
            "Work Plan for the Safety of Primary and Secondary Schools over the National Day",
            ("bureau",),
            "district",
        ),
        P3=("“星级平安学校”创建活动实施方案", ("教育",), "city"),
        P4=("2023—2024學年校園綜合治理工作計畫", ("學校",), "school"),
        P5=("2023—2024學年學校社會治安綜合治理計畫", ("學校",), "school"),
        P6=("中心學校綜合治理和安全維穩工作計畫", ("中心學校",), "school"),
        P7=("平湖市“护校安园”专项行动工作方案", ("市公安局", "市教育局"), "city"),
    ),
    2: each(issued, P7=(2, ("本局各单位",), date(2012, 4, 24))),
    3: {
        "P1": says("preamble", "present state of education"),
        "P2": says("preamble", "Municipal Education Bureau together with the District Government"),
        "P3": says("preamble", "《关于开展“星级平安基层单位”创建活动的实施》"),
        "P5": says("preamble", "打防結合"),
        "P6": says("preamble", "教育部20xx年工作要點在第一條的第四點"),
        "P7": says("preamble", "省“护校安园”专项行动工作方案和嘉兴市两局联合通知"),
    },
    4: {
        "P1": says("guiding_ideology", "Three Represents"),
        "P2": says("guiding_ideology", "17th Party Congress"),
        "P4": says("guiding_ideology", "社會治安綜合治理"),
        "P5": says("preamble", "鄧小平理論"),
        "P7": says("objectives.0.text", "中央领导同志的指示"),
    },
    5: each(lambda r: len(r.plan.objectives), P3=3, P4=3, P7=2),
    6: {
        "P1": says("measures.0.items.2.text", "prevention first, guidance through education"),
        "P2": says("tasks.0.text", "safety first, prevention first, comprehensive management"),
        **each(lambda r: len(r.plan.principles), P3=2, P4=4),
    },
    7: each(leading, P1=(0, 0, 14), P2=(0, 0, 0), P3=(1, 12, 12), P4=(1, 1, 0), P7=(2, 0, 2)),
    8: {
        **each(seat, P1="education", P2="safety-section", P3="教育", P7="治安大队"),
        "P5": (lambda r: [g.lead for g in groups(r)], ["校綜治辦"]),
    },
    9: each(liaisons, P2=[(1, 1)], P3=[(12, 1)], P5=[(1, 1)], P7=[(2, 1)]),
    10: each(heads_by_name, P7=["朱勤明", "陈付林"]),
    11: each(division, P1=(13, 15, 45), P3=(12, 14, 44)),
    12: {
        "P1": (inside("t5-transfer"), ("t5", ["public-security"])),
        "P2": (inside("c-2"), ("c", ["principals"])),
        "P4": (inside("m2-6"), ("m2", ["年級組"])),
        "P5": (inside("t2-5"), ("t2", ["各班"])),
        "P6": (inside("t3-1-2"), ("t3", ["教導處"])),
        "P7": (inside("d14"), ("m3", ["交警大队", "交通局"])),
    },
    13: {
        "P1": (roles("building-1"), _BUILDERS),
        "P3": (roles("d-通信-1"), _TELECOMS),
        "P7": (roles("d14"), _TRAFFIC),
    },
    14: {
        "P1": (roles("justice-1"), [("education", "lead"), ("justice", "assist")]),
        "P3": (roles("d-公安-5"), [("教育", "lead"), ("交通", "joint"), ("公安", "assist")]),
        "P5": (
            roles("t3-13"),
            [("校綜治辦", "lead"), ("交通安全員", "assist"), ("交警支隊", "assist")],
        ),
        "P6": (roles("血防工作"), [("血防", "lead"), ("各校", "assist")]),
    },
    15: each(work, P1=(5, 4), P2=(4, 3), P3=(6, 3), P4=(0, 7), P5=(6, 0), P6=(4, 2), P7=(0, 5)),
    16: each(campaigns, P1=[4, 3, 3, 2], P4=[1, 2, 1, 2], P7=[6]),
    17: {
        "P2": (lambda r: (r.plan.tasks[3].title, len(r.plan.tasks[3].items)), ("Other tasks", 8)),
        "P6": says("schedule.text", "不列入"),
    },
    18: each(phases, P1=(9, 0, 3)),
    19: each(
        period,
        P1="the 20xx–20xx academic year",
        P2="the start of the school year until the National Day, its 60th anniversary",
        P3=(["xxxx", "xxxx"], [6, 12], 3),
        P4=(2023, 2024),
        P5=(2023, 2024),
        P7=(date(2012, 3, 1), date(2012, 11, 30)),
    ),
    20: {
        "P4": (deadlines("m6-11"), [(12, 4, date(2023, 12, 4))]),
        "P6": (deadlines("m2-1", "m2-2"), [(2, 5, None), (2, 8, None)]),
        "P7": (
            deadlines("d7", "d13", "d29"),
            [
                (9, 23, date(2012, 9, 23)),
                (7, 31, date(2012, 7, 31)),
                (12, 3, date(2012, 12, 3)),
            ],
        ),
    },
    21: each(months, P6=(10, 29, [(7, 8)])),
    22: {
        "P1": (lambda r: duty(r, "education-4").report.when, AtLeast(1, "month", exactly=True)),  # type: ignore[union-attr]
        "P2": (field("b-4-4", "when"), Daily()),
        "P3": (field("联检-1", "when"), AtLeast(1, "year", exactly=True)),
        "P4": (field("m2-9", "at_least"), AtLeast(1, "month")),
        "P6": (field("排查-學期", "when"), TermPoints(("start", "end"))),
        "P7": (field("d27", "by"), MonthlyDays((2, 17), deadline=True)),
    },
    23: {
        "P4": (timed(AtLeast), ["辦公會", "m2-9"]),
        "P6": (field("專題報告", "at_least"), AtLeast(1, "term")),
        "P7": (field("d22", "at_least"), AtLeast(2, "term")),
    },
    24: each(
        timed(Vague),
        P1=["m1-1-opinions", "m1-1-meetings", "health-2", "office-report"],
        P2=["b-1-3", "b-1-6", "b-2-4", "b-4-1", "b-6-1", "b-6-3"],
        P4=["m4-3-1", "m5-3-6"],
        P5=["t1-2", "t2-1", "t3-7", "t4-3", "t5-8"],
        P6=["排查-節假日", "t4-2-1", "s1-2"],
        P7=["联席会议", "d20", "d30"],
    ),
    25: {"P3": (lambda r: [(v.value, by) for v, by in targets(r)], [(Decimal(90), "3年")])},  # type: ignore[attr-defined]
    26: each(bands, P3=[(90, None), (85, 90), (80, 85), (None, 70)]),
    27: each(quotas, P3=[(1, 30, 30), (2, 45, 45), (3, 60, 60)]),
    28: each(
        lambda r: [(d.id, duty(r, d.id).limit) for d in r.index.duties if duty(r, d.id).limit],
        P3=[("t4-网吧距离", "200米")],
    ),
    29: each(
        letters,
        P1=[
            ("education", "schools"),
            ("schools", "school-departments"),
            ("schools", "school-offices"),
            ("schools", "school-classes"),
            ("schools", "school-groups"),
        ],
        P2=[
            ("schools", "parents"),
            ("schools", "departments"),
            ("schools", "class-teachers"),
            ("schools", "teachers"),
        ],
        P4=[
            ("學校", "校長"),
            ("學校", "副校長"),
            ("學校", "年級組"),
            ("年級組", "班主任"),
            ("班主任", "教師"),
        ],
        P5=[("學校", "各部門"), ("學校", "各班"), ("學校", "承租人")],
    ),
    30: each(judged("veto"), P1=1, P4=1, P6=1),
    31: {
        **each(judged("sanctions"), P1=2, P3=2, P4=2),
        "P2": says("assessment.text", "class teachers and teachers"),
        "P5": says("assessment.feeds", "工作考核目標"),
        "P6": says("assessment.feeds", "績效工資"),
    },
    32: each(judged("rewards"), P1=1, P3=2),
    33: {
        "P1": (receivers("office-report"), []),
        "P2": (
            report("r3-2"),
            (["schools"], ["safety-section"], Weekly((5,), clock=Clock(15), deadline=True)),
        ),
        "P4": says("measures.6.duties.3.text", "報送"),
        "P5": (report("匯報"), (["校綜治辦"], ["縣綜治辦", "平安建設小組", "公安局"], None)),
        "P6": (report("排查-每月"), (["各校"], ["中心學校"], AtLeast(1, "month"))),
        "P7": (
            report("d27"),
            (["派出所"], ["市公安局"], MonthlyDays((2, 17), deadline=True)),
        ),
    },
    34: {
        "P5": (receivers("匯報"), ["縣綜治辦", "平安建設小組", "公安局"]),
        "P7": (receivers("d7"), ["市公安局", "市教育局"]),
    },
    35: each(meetings, P1=[AtLeast(2, "year")], P4=[AtLeast(1, "month")], P7=[Vague("定期")]),
    36: {
        "P1": says("assessment.feeds", "yearly comprehensive evaluation"),
        "P2": (lambda r: r.plan.assessment.by, ("schools",)),  # type: ignore[union-attr]
        "P3": (lambda r: r.plan.assessment.total.value, Decimal(100)),  # type: ignore[union-attr]
        "P4": says("assessment.sanctions.0.text", "責任追究制"),
        "P5": says("assessment.feeds", "考核"),
        "P6": (lambda r: r.plan.assessment.when, AtLeast(1, "term", exactly=True)),  # type: ignore[union-attr]
        "P7": says("assessment.text", "创建考核"),
    },
    37: each(
        cited,
        P1=["law"] * 4 + ["meeting"],
        P3=["document"],
        P5=["document"],
        P6=["document"],
        P7=["document"] * 4 + ["law"] + ["document"] * 2 + ["form"],
    ),
    38: each(
        slogans,
        P4={"三項制度": (3, 0), "五有": (5, 5), "四個能力": (4, 0), "四落實": (4, 4)},
        P6={"三防": (3, 3), "一聽、二看、三摸、四處置": (4, 4)},
        P7={"三严防": (3, 3), "二提升": (2, 2), "二推进": (2, 2), "三防": (3, 3)},
    ),
    39: each(
        own_groups,
        P1=[("member units", "towns"), ("member units",), ("schools",)],
        P2=[("schools",)],
    ),
    40: each(timed(RoundTheClock), P2=["r3-1"], P6=["t1-5-1", "t1-5-2"]),
    41: each(
        of_kind("prohibition"),
        P1=["education-6"],
        P2=["b-3-2", "b-4-3", "b-5-5"],
        P3=["t4-网吧距离", "t4-未成年人"],
        P4=["m5-3-4"],
        P6=["t1-2-3", "t2-4-2"],
        P7=["d16"],
    ),
    42: each(events, P1=(13, True), P2=(6, True), P4=(1, True), P6=(5, True), P7=(4, True)),
    43: each(
        unprinted,
        P1=(14, []),
        P2=(7, []),
        P3=(8, []),
        P4=(5, []),
        P5=(4, []),
        P6=(4, []),
        P7=(1, []),
    ),
    44: {
        "P1": chrome(*_PAGE),
        "P2": chrome(*_PAGE),
        "P3": chrome(*_SITE),
        "P7": chrome(*_OTHER_SITE),
    },
    45: each(
        placeholders,
        P3=["xx综委〔xxxx〕x号", "xx分公司"],
        P4=["xx大"],
        P5=["20xx年", "十x大"],
        P6=["20xx年度", "20xx年"],
    ),
}
# What a plan without the construct answers; where a blank cell says nothing of the kind.
NOTHING: dict[int, tuple[Ask, object]] = {
    2: (issued, None),
    5: (lambda r: len(r.plan.objectives), 0),
    7: (leading, None),
    9: (liaisons, []),
    10: (heads_by_name, []),
    11: (division, (0, 0, 0)),
    18: (phases, (0, 0, 0)),
    21: (months, (0, 0, [])),
    24: (timed(Vague), []),
    25: (targets, []),
    26: (bands, []),
    27: (quotas, []),
    29: (letters, []),
    30: (judged("veto"), 0),
    32: (judged("rewards"), 0),
    35: (meetings, []),
    38: (slogans, {}),
    39: (own_groups, []),
    40: (timed(RoundTheClock), []),
    41: (of_kind("prohibition"), []),
}


def _marked() -> list[tuple[int, str]]:
    return [
        (number, plan)
        for number, (_, marks) in MARKS.items()
        for plan, mark in zip(FILES, marks, strict=True)
        if mark != "."
    ]


def _blank() -> list[tuple[int, str]]:
    return [
        (number, plan)
        for number in NOTHING
        for plan, mark in zip(FILES, MARKS[number][1], strict=True)
        if mark == "."
    ]


def _name(cell: tuple[int, str]) -> str:
    return f"{cell[0]:02}-{MARKS[cell[0]][0]}-{cell[1]}"


@pytest.mark.parametrize("cell", _marked(), ids=_name)
def test_the_plan_holds_it_as_structure(cell: tuple[int, str]) -> None:
    number, plan = cell
    ask, answer = HOLDS[number][plan]
    assert ask(read(plan)) == answer


@pytest.mark.parametrize("cell", _blank(), ids=_name)
def test_nothing_of_the_kind_is_made_up(cell: tuple[int, str]) -> None:
    number, plan = cell
    ask, answer = NOTHING[number]
    assert ask(read(plan)) == answer


def test_every_marked_cell_is_asked_and_no_other() -> None:
    assert {(n, plan) for n, row in HOLDS.items() for plan in row} == set(_marked())


def test_there_are_45_constructs_and_they_are_stated_as_often_as_counted() -> None:
    stated = [marks.count("●") for _, marks in MARKS.values()]
    assert list(MARKS) == list(range(1, 46))
    assert stated == [
        7, 1, 6, 3, 3, 1, 3, 4, 4, 1, 2, 6, 3, 4, 7, 3, 2, 1, 2, 2, 1, 6, 3, 6, 1, 1, 1, 1, 4, 3,
        4, 2, 4, 2, 2, 6, 5, 3, 2, 2, 6, 5, 7, 4, 3,
    ]  # fmt: skip
