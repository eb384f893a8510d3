"""The typed plan: what a plan says, as frozen values with plain fields.

References stay ids or names; ``model.index`` resolves them once. ``origin`` takes no part in
equality, so a moved line is no change.
"""

from __future__ import annotations

from typing import Literal

from luoshi.dates import Frequency, Moment, SchoolYear, When
from luoshi.frozen import field, frozen
from luoshi.model.kinds import Amounted
from luoshi.model.origin import NOWHERE, Origin

Role = Literal["lead", "joint", "assist"]
DutyKind = Literal["duty", "standing", "prohibition", "trigger"]


@frozen(kw_only=True)
class Record:
    """What every record has: the place it was written at."""

    origin: Origin = field(default=NOWHERE, compare=False, repr=False)


# --- who ----------------------------------------------------------------------------------------


@frozen(kw_only=True)
class Unit(Record):
    """A department, organ, post or a class of parties such as "every school" (责任主体)."""

    id: str = ""  # the name, where no id is given
    name: str = ""
    short: str = ""
    also_called: tuple[str, ...] = ()
    kind: Literal["department", "post", "class", "external"] = "department"
    belongs_to: str = ""
    consists_of: tuple[str, ...] = ()  # for units that act only together
    head: str = ""
    roster: tuple[str, ...] = ()  # names, of a class
    roster_file: str = ""
    mark: str = ""


@frozen(kw_only=True)
class Person(Record):
    """A named person (责任人)."""

    id: str = ""
    name: str = ""
    unit: str = ""
    post: str = ""


@frozen(kw_only=True)
class Holder(Record):
    """Who holds an office in a group: a person, a post, or the head of a unit."""

    name: str = ""
    unit: str = ""
    post: str = ""


@frozen(kw_only=True)
class Owner(Record):
    """A unit with its role in a duty; ``called`` is the name as printed in the original."""

    unit: str = ""
    role: Role = "lead"
    called: str = ""


@frozen(kw_only=True)
class Liaison(Record):
    """Liaison officers: how many each of the units names."""

    units: tuple[str, ...] = ()
    count: int = 1
    text: str = ""


@frozen(kw_only=True)
class Office(Record):
    """The office of a leading group and the unit it sits in."""

    name: str = ""
    seat: str = ""
    heads: tuple[Holder, ...] = ()
    duties: tuple[Duty, ...] = ()
    text: str = ""


@frozen(kw_only=True)
class Group(Record):
    """A leading group or a working team (领导小组)."""

    id: str = ""
    name: str = ""
    lead: str = ""
    heads: tuple[Holder, ...] = ()
    deputies: tuple[Holder, ...] = ()
    members: tuple[str, ...] = ()
    member_posts: tuple[str, ...] = ()
    member_count: int | None = None
    office: Office | None = None
    liaisons: tuple[Liaison, ...] = ()
    duties: tuple[Duty, ...] = ()
    text: str = ""


@frozen(kw_only=True)
class Meeting(Record):
    """A joint meeting (联席会议)."""

    id: str = ""
    name: str = ""
    convener: str = ""
    members: tuple[str, ...] = ()
    at_least: Frequency | None = None
    when: When | None = None
    text: str = ""


@frozen(kw_only=True)
class OwnGroups(Record):
    """Members set up their own group and plan: which units, and what of."""

    units: tuple[str, ...] = ()
    text: str = ""


@frozen(kw_only=True)
class Organization(Record):
    """组织领导: the leading group, teams, joint meetings."""

    leading_group: Group | None = None
    teams: tuple[Group, ...] = ()
    joint_meetings: tuple[Meeting, ...] = ()
    own_groups: tuple[OwnGroups, ...] = ()
    text: str = ""


# --- what ---------------------------------------------------------------------------------------


@frozen(kw_only=True)
class Report(Record):
    """报送: who sends what to whom, when, on which form."""

    id: str = ""
    title: str = ""
    senders: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    form: str = ""
    when: When | None = None
    by: When | None = None
    at_least: Frequency | None = None
    text: str = ""


@frozen(kw_only=True)
class Duty(Record):
    """One duty (职责). A joint duty is one record, found in each owner's letter."""

    id: str = ""
    text: str = ""
    short: str = ""
    owners: tuple[Owner, ...] = ()
    serves: tuple[str, ...] = ()
    kind: DutyKind = "duty"
    trigger: str = ""
    when: When | None = None
    by: When | None = None  # inclusive
    at_least: Frequency | None = None
    within: str = ""
    starting: Moment | None = None
    until: Moment | None = None
    report: Report | None = None
    limit: str = ""
    place: str = ""
    cites: tuple[str, ...] = ()
    calendar: str = ""
    note: str = ""


@frozen(kw_only=True)
class WorkItem(Record):
    """A task, measure or campaign (任务、措施、专项整治); ``items`` are its parts."""

    id: str = ""
    title: str = ""
    text: str = ""
    owners: tuple[Owner, ...] = ()
    when: When | None = None
    by: When | None = None
    duties: tuple[Duty, ...] = ()
    items: tuple[WorkItem, ...] = ()
    campaigns: tuple[WorkItem, ...] = ()
    slogans: tuple[Slogan, ...] = ()
    cites: tuple[str, ...] = ()
    closing: str = ""


@frozen(kw_only=True)
class Division(Record):
    """The duties of one unit, or of several jointly (责任分工)."""

    owners: tuple[Owner, ...] = ()
    title: str = ""
    text: str = ""
    duties: tuple[Duty, ...] = ()


@frozen(kw_only=True)
class Target(Record):
    """A measurable target (指标)."""

    measure: str = ""
    value: Amounted | None = None
    by: str = ""
    base: str = ""


@frozen(kw_only=True)
class Objective(Record):
    """工作目标."""

    id: str = ""
    text: str = ""
    target: Target | None = None


@frozen(kw_only=True)
class Slogan(Record):
    """A counted slogan (三严防): its name, its stated count and what it counts."""

    name: str = ""
    count: int | None = None
    items: tuple[str, ...] = ()


@frozen(kw_only=True)
class Citation(Record):
    """A cited law, document, form or meeting (依据)."""

    id: str = ""
    title: str = ""
    number: str = ""
    issuer: str = ""
    date: Moment | None = None
    kind: Literal["law", "document", "form", "meeting"] = "document"


# --- when ---------------------------------------------------------------------------------------


@frozen(kw_only=True)
class Period(Record):
    """The period of a plan or letter: dates, a school year, an event, or words alone."""

    start: Moment | None = None
    end: Moment | None = None
    school_year: SchoolYear | None = None
    event: str = ""
    years: int | None = None
    text: str = ""


@frozen(kw_only=True)
class Term(Record):
    """A school term (学期)."""

    id: str = ""
    name: str = ""
    start: Moment | None = None
    end: Moment | None = None


@frozen(kw_only=True)
class DayOff(Record):
    """Days off, or days worked, of a named calendar."""

    name: str = ""
    on: Moment | None = None
    start: Moment | None = None
    end: Moment | None = None


@frozen(kw_only=True)
class WorkCalendar(Record):
    """A named calendar: a school's own days off and worked days (日历)."""

    id: str = ""
    off: tuple[DayOff, ...] = ()
    work: tuple[DayOff, ...] = ()


@frozen(kw_only=True)
class Phase(Record):
    """阶段; without dates it stays undated."""

    id: str = ""
    title: str = ""
    text: str = ""
    start: Moment | None = None
    end: Moment | None = None
    owners: tuple[Owner, ...] = ()
    duties: tuple[Duty, ...] = ()


@frozen(kw_only=True)
class MonthItem(Record):
    """One entry of a month list; ``fulfils`` ties it to the duty it carries out."""

    id: str = ""
    text: str = ""
    short: str = ""
    owners: tuple[Owner, ...] = ()
    when: When | None = None
    fulfils: tuple[str, ...] = ()


@frozen(kw_only=True)
class MonthEntry(Record):
    """The items of one month, or of joined months (七、八月)."""

    months: tuple[int, ...] = ()
    theme: str = ""
    owners: tuple[Owner, ...] = ()
    items: tuple[MonthItem, ...] = ()


@frozen(kw_only=True)
class Schedule(Record):
    """进度安排: phases, month list, single dates."""

    text: str = ""
    phases: tuple[Phase, ...] = ()
    months: tuple[MonthEntry, ...] = ()
    dates: tuple[Duty, ...] = ()
    note: str = ""


# --- how it is judged and bound -----------------------------------------------------------------


@frozen(kw_only=True)
class ScoreItem(Record):
    """One part of the score."""

    title: str = ""
    points: Amounted | None = None


@frozen(kw_only=True)
class Band(Record):
    """A score band, half-open unless ``up_to`` is used: from ≤ score < below."""

    at_least: Amounted | None = None
    above: Amounted | None = None
    below: Amounted | None = None
    up_to: Amounted | None = None  # inclusive
    result: str = ""
    text: str = ""


@frozen(kw_only=True)
class Quota(Record):
    """How many may be named in one year, with the base and the parts."""

    year: int | None = None  # ordinal (1, 2, 3) or a calendar year
    base: str = ""
    at_most: Amounted | None = None
    split: tuple[tuple[str, Amounted], ...] = ()


@frozen(kw_only=True)
class Sanction(Record):
    """一票否决 or another sanction: on what, against whom, what follows."""

    id: str = ""
    cause: str = ""
    units: tuple[str, ...] = ()
    text: str = ""


@frozen(kw_only=True)
class Reward(Record):
    """表彰奖励."""

    id: str = ""
    units: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    when: When | None = None
    text: str = ""


@frozen(kw_only=True)
class Assessment(Record):
    """考核奖惩."""

    text: str = ""
    by: tuple[str, ...] = ()
    when: When | None = None
    total: Amounted | None = None
    items: tuple[ScoreItem, ...] = ()
    bands: tuple[Band, ...] = ()
    quotas: tuple[Quota, ...] = ()
    veto: tuple[Sanction, ...] = ()
    sanctions: tuple[Sanction, ...] = ()
    rewards: tuple[Reward, ...] = ()
    feeds: str = ""


@frozen(kw_only=True)
class Tier(Record):
    """A tier of responsibility letters: who signs with whom (层级)."""

    id: str = ""
    title: str = ""
    giver: str = ""  # 甲方; empty: the issuing organ
    taker: str = ""  # 乙方
    for_each: str = ""
    giver_signs: str = ""
    taker_signs: str = ""
    term: Period | None = None
    signed_on: Moment | None = None
    copies: int | None = None
    text: str = ""


# --- how it is issued ---------------------------------------------------------------------------


@frozen(kw_only=True)
class Attachment(Record):
    """附件 beside the plan itself."""

    title: str = ""
    text: str = ""


@frozen(kw_only=True)
class Issue(Record):
    """How the plan is issued: organs (host first), number, date, addressees."""

    organs: tuple[str, ...] = ()
    number: str = ""
    date: Moment | None = None
    to: tuple[str, ...] = ()
    copied_to: tuple[str, ...] = ()
    title: str = ""
    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    secrecy: str = ""
    urgency: str = ""
    signer: str = ""
    remark: str = ""
    printed_by: str = ""
    printed_on: Moment | None = None


@frozen(kw_only=True)
class Section(Record):
    """A free section of Markdown (其他章节)."""

    id: str = ""
    title: str = ""
    text: str = ""


@frozen(kw_only=True)
class OutlineEntry(Record):
    """One entry of the order of print; ``parts`` stand under it as a lower level."""

    section: str = ""
    title: str = ""
    intro: str = ""
    parts: tuple[OutlineEntry, ...] = ()
    closing: str = ""


@frozen(kw_only=True)
class Waiver(Record):
    """豁免说明: quiets a finding, with a reason and perhaps a last day."""

    code: str = ""
    at: str = ""
    reason: str = ""
    until: Moment | None = None


@frozen(kw_only=True)
class Include(Record):
    """A file whose units, people, calendars or rosters join the plan."""

    file: str = ""
    sheet: str = ""


@frozen(kw_only=True)
class Plan(Record):
    """One work plan, everything that was written, includes joined."""

    id: str = ""
    title: str = ""
    short_title: str = ""
    kind: Literal["work_plan", "special_action", "rating", "school_plan"] = "work_plan"
    language: Literal["zh-Hans", "zh-Hant", "en"] = "zh-Hans"
    region: Literal["CN", "TW", "HK", "MO"] = "CN"
    level: str = ""
    include: tuple[Include, ...] = ()
    issue: Issue | None = None
    period: Period | None = None
    terms: tuple[Term, ...] = ()
    calendars: tuple[WorkCalendar, ...] = ()
    units: tuple[Unit, ...] = ()
    people: tuple[Person, ...] = ()
    preamble: str = ""
    cites: tuple[Citation, ...] = ()
    guiding_ideology: str = ""
    objectives: tuple[Objective, ...] = ()
    principles: tuple[str, ...] = ()
    slogans: tuple[Slogan, ...] = ()
    organization: Organization | None = None
    tasks: tuple[WorkItem, ...] = ()
    measures: tuple[WorkItem, ...] = ()
    campaigns: tuple[WorkItem, ...] = ()
    division_of_labor: tuple[Division, ...] = ()
    schedule: Schedule | None = None
    assessment: Assessment | None = None
    reports: tuple[Report, ...] = ()
    letters: tuple[Tier, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: str = ""
    outline: tuple[OutlineEntry, ...] = ()
    waivers: tuple[Waiver, ...] = ()
