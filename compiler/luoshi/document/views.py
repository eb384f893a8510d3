"""What templates see: plain dicts of texts, made from a checked plan. No record, no place, no code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from luoshi.dates import RoundTheClock, Vague, When, months_heading
from luoshi.dates.words import han_number
from luoshi.diagnostics import Language
from luoshi.document.times import period_text, span_text, when_text
from luoshi.document.wording import AT, Markdown, Place
from luoshi.frozen import replace
from luoshi.model import Index
from luoshi.model.records import (
    Band,
    Citation,
    Division,
    Duty,
    Group,
    Holder,
    Liaison,
    Meeting,
    MonthEntry,
    Office,
    Owner,
    Phase,
    Quota,
    Record,
    Report,
    Reward,
    Sanction,
    Slogan,
    Target,
    Tier,
    WorkItem,
)

View = dict[str, Any]
END_MARKS = "。；;.．、，,：: "


_CLOSED = ("。", "！", "？", "；", "：", "…", ".", "!", "?", ";", ":")
_CLOSERS = "”’」』）)]"
# English words that keep their capital after a comma.
_PROPER = frozenset(
    (
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        *("January", "February", "March", "April", "June", "July", "August", "September"),
        *("October", "November", "December", "Chinese", "English", "National", "Party"),
    )
)


def sentence(text: str) -> str:
    """A text without the mark at its end, so that a template can go on or close it."""
    return text.rstrip(END_MARKS) or text


def closed(text: str, language: str) -> Markdown:
    """Free Markdown that ends as a sentence ends; one that has its mark, or is a list, stays."""
    words = text.rstrip()
    last_line = words.rpartition("\n")[2].lstrip()
    is_plain = words and not last_line.startswith(("-", "*", "|", ">", "#", ":::"))
    if not is_plain or words.rstrip(_CLOSERS).endswith(_CLOSED):
        return Markdown(text)
    return Markdown(words + ("." if language == "en" else "。"))


def _place(record: Record) -> Place:
    """Where a record was written, for a template's fault."""
    return Place(record.origin.short_span if record.origin.is_written else None)


def copies_words(copies: int | None, language: Language) -> str:
    """The number of copies in its set phrase: 一式两份, 一式二份, in duplicate; empty where open."""
    if copies is None:
        return ""
    if language == "en":
        return "duplicate" if copies == 2 else f"{copies} copies"
    if copies == 2:
        return "两" if language == "zh-Hans" else "二"
    return han_number(copies) if 0 < copies < 100 else str(copies)


class Views:
    """Makes the views of one plan; every name is resolved, every date in words."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.plan = index.plan

    # --- who --------------------------------------------------------------------------------

    def names(self, names: Iterable[str]) -> list[str]:
        """The full names of units, each once, in the order of writing."""
        return list(dict.fromkeys(self.index.name_of(name) for name in names))

    def owners(self, owners: tuple[Owner, ...]) -> View:
        """Names by role: lead, joint, assist."""
        return {
            role: [o.called or self.index.name_of(o.unit) for o in owners if o.role == role]
            for role in ("lead", "joint", "assist")
        }

    def holder(self, holder: Holder) -> str:
        """A head or deputy in one phrase: unit, post, name."""
        unit = self.index.name_of(holder.unit) if holder.unit else ""
        gap = " " if self.plan.language == "en" else ""
        return gap.join(part for part in (unit, holder.post, holder.name) if part)

    def group(self, group: Group | None) -> View | None:
        """A leading group or team."""
        if group is None:
            return None
        return {
            "name": group.name,
            "lead": self.index.name_of(group.lead) if group.lead else "",
            "heads": [self.holder(h) for h in group.heads],
            "deputies": [self.holder(h) for h in group.deputies],
            "members": self.names(group.members),
            "member_posts": list(group.member_posts),
            "member_count": group.member_count,
            "office": self._office(group.office),
            "liaisons": [self._liaison(found) for found in group.liaisons],
            "duties": self.duties(group.duties, (Owner(unit=group.lead),) if group.lead else ()),
            "text": Markdown(group.text),
        }

    def _office(self, office: Office | None) -> View | None:
        if office is None:
            return None
        seat = (Owner(unit=office.seat),) if office.seat else ()
        return {
            "name": office.name,
            "seat": self.index.name_of(office.seat) if office.seat else "",
            "heads": [self.holder(h) for h in office.heads],
            "duties": self.duties(office.duties, seat),
            "text": sentence(office.text),
        }

    def _liaison(self, found: Liaison) -> View:
        units = self.names(found.units)
        return {"units": units, "count": found.count, "text": sentence(found.text)}

    def meeting(self, meeting: Meeting) -> View:
        """A joint meeting."""
        return {
            "name": meeting.name,
            "convener": self.index.name_of(meeting.convener) if meeting.convener else "",
            "members": self.names(meeting.members),
            **self.time_words(meeting.when, meeting.at_least),
            "text": sentence(meeting.text),
        }

    # --- what -------------------------------------------------------------------------------

    def times(self, *values: Any) -> list[str]:
        """Dates and rules in words, those left out left out."""
        return [text for value in values if (text := when_text(value, self.plan))]

    def time_words(self, *values: Any) -> View:
        """Dates and rules as ``times``; words that give no time (定期, 24小时) apart as ``vague``."""
        vague = [value for value in values if isinstance(value, Vague | RoundTheClock)]
        rest = [value for value in values if not isinstance(value, Vague | RoundTheClock)]
        return {"times": self.times(*rest), "vague": self.times(*vague)}

    def lowered(self, text: str) -> str:
        """An English text as it goes on after a comma; names keep their capitals."""
        first, _, rest = text.partition(" ")
        is_common = first.isalpha() and (first[1:].islower() or first == "A")
        if self.plan.language != "en" or not is_common or first in self._first_words():
            return text
        return text if rest[:1].isupper() else first.lower() + text[len(first) :]

    def _first_words(self) -> frozenset[str]:
        """The first words of the names in the plan, where they may begin a sentence."""
        names = [
            name for unit in self.plan.units for name in (unit.name, unit.short, *unit.also_called)
        ]
        names += [person.name for person in self.plan.people]
        several = {
            words[0] for name in names if len(words := name.split()) > 1 and words[1].istitle()
        }
        return _PROPER | several

    def due(self, value: When | None) -> When | None:
        """A deadline that says so: a plain date in ``by`` means until that day, itself counted."""
        return replace(value, deadline=True) if getattr(value, "deadline", None) is False else value

    def cited(self, ids: tuple[str, ...], text: str = "") -> list[str]:
        """The titles of cited documents in the marks of the language; a meeting has none.

        What ``text`` names already is not said twice.
        """
        found = (self.index.citation_by_id.get(cited) for cited in ids)
        return [self.title(one) for one in found if one is not None and one.title not in text]

    def title(self, cited: Citation) -> str:
        """One title: 《……》 for what is written, the bare name of a meeting or in English."""
        bare = self.plan.language == "en" or cited.kind == "meeting"
        return cited.title if bare else f"《{cited.title}》"

    def report(self, report: Report | None) -> View | None:
        """A report: senders, receivers, form, times."""
        if report is None:
            return None
        return {
            AT: _place(report),
            "title": report.title,
            "senders": self.names(report.senders),
            "receivers": self.names(report.receivers),
            "form": report.form,
            **self.time_words(report.when, self.due(report.by), report.at_least),
            "text": sentence(report.text),
        }

    def duty(
        self, duty: Duty, heading: tuple[Owner, ...] = (), cited: tuple[str, ...] = ()
    ) -> View:
        """A duty; owners and sources that its heading names already are left out."""
        own = duty.owners if duty.owners != heading else ()
        sources = duty.cites if duty.cites != cited else ()
        limits = [text for text in (duty.limit, duty.place) if text]
        edges = {
            "starting": when_text(duty.starting, self.plan),
            "until": when_text(duty.until, self.plan),
        }
        return {
            AT: _place(duty),
            "text": self.lowered(sentence(duty.text)) if duty.trigger else sentence(duty.text),
            "kind": duty.kind if not duty.trigger else "trigger",
            "trigger": self.lowered(sentence(duty.trigger)),
            "owners": self.owners(own),
            **self.time_words(duty.when, self.due(duty.by), duty.at_least),
            "within": duty.within,
            "limit": duty.limit,
            "place": duty.place,
            "limits": limits,
            "cites": self.cited(sources, duty.text),
            "report": self.report(duty.report),
            "note": sentence(duty.note),
            **edges,
        }

    def duties(
        self,
        duties: tuple[Duty, ...],
        heading: tuple[Owner, ...] = (),
        cited: tuple[str, ...] = (),
    ) -> list[View]:
        """Duties in the order of writing."""
        return [self.duty(duty, heading, cited) for duty in duties]

    def work(self, item: WorkItem, heading: tuple[Owner, ...] = ()) -> View:
        """A task, measure or campaign with everything in it."""
        owners = item.owners or heading
        own = item.owners if item.owners != heading else ()
        return {
            AT: _place(item),
            "title": item.title,
            "text": Markdown(item.text),
            "owners": self.owners(own),
            **self.time_words(item.when, self.due(item.by)),
            "duties": self.duties(item.duties, owners, item.cites),
            "parts": [self.work(part, owners) for part in item.items],
            "campaigns": [self.work(part, owners) for part in item.campaigns],
            "slogans": [self.slogan(s) for s in item.slogans],
            "cites": self.cited(item.cites, item.text),
            "closing": Markdown(item.closing),
        }

    def division(self, division: Division) -> View:
        """The duties of one unit or of several jointly."""
        owners = self.owners(division.owners)
        names = [*owners["lead"], *owners["joint"], *owners["assist"]]
        return {
            AT: _place(division),
            "title": division.title,
            "names": names,
            "owners": owners,
            "text": Markdown(division.text),
            "duties": self.duties(division.duties, division.owners),
        }

    def slogan(self, slogan: Slogan) -> View:
        """A counted slogan."""
        return {"name": slogan.name, "counted": [sentence(item) for item in slogan.items]}

    def target(self, target: Target | None) -> View | None:
        """A measurable target."""
        if target is None:
            return None
        return {
            "measure": target.measure,
            "value": "" if target.value is None else str(target.value),
            "by": target.by,
            "base": target.base,
        }

    # --- when -------------------------------------------------------------------------------

    def phase(self, phase: Phase) -> View:
        """A phase; ``times`` is empty while it has no date."""
        return {
            AT: _place(phase),
            "title": phase.title,
            "text": Markdown(phase.text),
            "span": span_text(phase.start, phase.end, self.plan),
            "owners": self.owners(phase.owners),
            "duties": self.duties(phase.duties, phase.owners),
        }

    def month(self, entry: MonthEntry) -> View:
        """One heading of the month list."""
        return {
            AT: _place(entry),
            "heading": months_heading(entry.months, self.plan.language),
            "theme": entry.theme,
            "owners": self.owners(entry.owners),
            "entries": [
                {
                    "text": sentence(item.text),
                    "owners": self.owners(item.owners if item.owners != entry.owners else ()),
                    "times": self.times(item.when),
                }
                for item in entry.items
            ],
        }

    # --- how it is judged and bound ---------------------------------------------------------

    def band(self, band: Band) -> View:
        """A score band with its edges as texts."""
        edges = {name: getattr(band, name) for name in ("at_least", "above", "below", "up_to")}
        return {
            **{name: "" if edge is None else str(edge) for name, edge in edges.items()},
            "result": sentence(band.result),
            "text": sentence(band.text),
        }

    def quota(self, quota: Quota) -> View:
        """The quota of one year."""
        return {
            "year": quota.year,
            "base": quota.base,
            "at_most": "" if quota.at_most is None else str(quota.at_most),
            "split": [{"name": name, "share": str(share)} for name, share in quota.split],
        }

    def sanction(self, sanction: Sanction) -> View:
        """A veto or another sanction."""
        return {
            "cause": sentence(sanction.cause),
            "units": self.names(sanction.units),
            "text": sentence(sanction.text),
        }

    def reward(self, reward: Reward) -> View:
        """A reward."""
        return {
            "units": self.names(reward.units),
            "by": self.names(reward.by),
            "times": self.times(reward.when),
            "text": sentence(reward.text),
        }

    def tier(self, tier: Tier) -> View:
        """A tier of letters."""
        return {
            "title": tier.title,
            "giver": self.index.name_of(tier.giver) if tier.giver else "",
            "taker": self.index.name_of(tier.taker),
            "for_each": self.index.name_of(tier.for_each) if tier.for_each else "",
            "term": period_text(tier.term, self.plan),
            "copies": tier.copies,
            "copies_words": copies_words(tier.copies, self.plan.language),
            "signed_on": when_text(tier.signed_on, self.plan),
            "text": Markdown(tier.text),
        }
