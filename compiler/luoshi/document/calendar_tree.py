"""The format-free tree of a calendar: entries, when they fall, who has them. Knows no plan.

A calendar is no ``Document``: ICS has no pages and a month grid no paragraphs. Everything here is
settled; a backend looks up no unit and computes no date. Where the plan gives no date there is
none here: an entry is dated, or known by its month, or undated, never two of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from luoshi.dates import Clock
from luoshi.diagnostics import Language
from luoshi.document.marks import UnitMark

EntryKind = Literal["duty", "work", "report", "month_item", "phase", "meeting", "date"]
StandingKind = Literal["standing", "trigger", "prohibition"]
Role = Literal["lead", "joint", "assist"]
State = Literal["dated", "month", "undated"]
Certainty = Literal["fixed", "proposed", "provisional"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What stands on every sheet beside the content; ``state`` is empty once the plan is issued."""

    revision: str = ""
    content_hash: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A unit, post or class of units as calendars draw it."""

    key: str
    name: str
    short: str
    mark: UnitMark


@dataclass(frozen=True, slots=True)
class Share:
    """One owner of an entry. ``party`` is empty for a name the plan does not list as one unit."""

    name: str
    role: Role
    party: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One time an entry falls on known days, both ends counted.

    ``key`` is stable within its entry whatever is clipped. ``reasons`` are whole sentences that
    say why the day is what it is.
    """

    key: str
    start: date
    end: date
    clock: Clock | None = None
    deadline: bool = False
    certainty: Certainty = "fixed"
    reasons: tuple[str, ...] = ()

    @property
    def is_span(self) -> bool:
        """Whether it lasts more than one day."""
        return self.end > self.start


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A month; ``year`` 0 where neither the plan nor its period gives one."""

    year: int
    month: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing to do.

    ``title`` is for cells (the plan's own short form, if any), ``text`` the full words; ``when`` is
    its time in words, empty where nothing was written. ``slots`` are the months of a time known no
    closer, ``day`` the day in the first of them where only the year is missing (0 for none);
    ``heading`` are the months it is listed under. ``reach`` are the keys of all units that take part.
    """

    key: str
    kind: EntryKind
    title: str
    text: str
    shares: tuple[Share, ...]
    reach: tuple[str, ...]
    when: str = ""
    deadline: bool = False
    occasions: tuple[Occasion, ...] = ()
    slots: tuple[Slot, ...] = ()
    heading: tuple[Slot, ...] = ()
    day: int = 0
    clipped: int = 0

    @property
    def state(self) -> State:
        """Dated, known by its month, or undated."""
        if self.occasions:
            return "dated"
        return "month" if self.slots else "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What has no day of its own: a standing duty, one for when something happens, a prohibition."""

    key: str
    kind: StandingKind
    text: str
    shares: tuple[Share, ...]
    reach: tuple[str, ...]
    when: str = ""  # 每日, 24小时; for a trigger duty, what sets it off


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day off or a worked day of the plan's own calendar."""

    day: date
    kind: Literal["off", "work"]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """A numbered teaching week, both days counted."""

    number: int
    start: date
    end: date
    term: str


@dataclass(frozen=True, slots=True)
class Balance:
    """How many entries are dated, known by month, undated: together all of them."""

    dated: int
    by_month: int
    undated: int

    @property
    def total(self) -> int:
        """All entries."""
        return self.dated + self.by_month + self.undated


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The calendar of one plan, ready for every backend.

    ``months`` are the headings of the month list in the order of print; ``notes`` say what was
    clipped, each a sentence.
    """

    name: str  # the plan's short name, for titles and file names
    language: Language
    region: str
    plan_id: str
    furniture: Furniture
    organ: str
    period: str  # in words
    first: date | None
    last: date | None
    issued_on: date | None
    parties: tuple[Party, ...]
    entries: tuple[Entry, ...]
    standing: tuple[Standing, ...]
    day_marks: tuple[DayMark, ...]
    weeks: tuple[Week, ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        keys = [entry.key for entry in self.entries] + [one.key for one in self.standing]
        if len(set(keys)) != len(keys):
            raise ValueError("calendar keys must be unique")

    @property
    def roc(self) -> bool:
        """Whether years are counted from 1911."""
        return self.region == "TW" and self.language != "en"

    @property
    def sunday_first(self) -> bool:
        """Whether weeks begin on Sunday."""
        return self.region == "TW"

    @property
    def balance(self) -> Balance:
        """The three counts."""
        states = [entry.state for entry in self.entries]
        return Balance(states.count("dated"), states.count("month"), states.count("undated"))

    def in_state(self, state: State) -> tuple[Entry, ...]:
        """The entries of one state in plan order."""
        return tuple(entry for entry in self.entries if entry.state == state)

    def party(self, key: str) -> Party | None:
        """The party with a key."""
        return next((party for party in self.parties if party.key == key), None)
