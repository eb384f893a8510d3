"""The order of print: the author's outline, or the house order of the plan's kind."""

from __future__ import annotations

from typing import Any

from luoshi.document.times import period_text, when_text
from luoshi.document.views import END_MARKS, View, Views, closed
from luoshi.document.wording import Markdown
from luoshi.model.records import Assessment, Citation, OutlineEntry, Plan, Schedule
from luoshi.model.tables.plan import PLAN
from luoshi.model.tables.what import CITATION_KINDS

_HEAD = ("guiding_ideology", "objectives", "principles", "slogans", "organization")
_WORK = ("tasks", "measures", "campaigns", "division_of_labor", "schedule")
_TAIL = ("reports", "letters", "assessment")
HOUSE_ORDER = {
    "work_plan": ("preamble", "period", *_HEAD, *_WORK, *_TAIL, "sections", "cites", "closing"),
    "school_plan": ("preamble", "period", *_HEAD, *_WORK, *_TAIL, "sections", "cites", "closing"),
    "special_action": (
        "preamble",
        "organization",
        "period",
        *_HEAD[:-1],
        *_WORK,
        *_TAIL,
        "sections",
        "cites",
        "closing",
    ),
    "rating": (
        "preamble",
        "period",
        "guiding_ideology",
        "tasks",
        "objectives",
        "principles",
        "slogans",
        "measures",
        "campaigns",
        "assessment",
        "organization",
        "division_of_labor",
        "schedule",
        "reports",
        "letters",
        "sections",
        "cites",
        "closing",
    ),
}
# Headings where the name of the field is not what a document says.
_TAIWAN_TITLES = {
    "guiding_ideology": "目的",
    "objectives": "目標",
    "principles": "實施原則",
    "organization": "組織",
    "tasks": "工作項目",
    "measures": "實施方式",
    "division_of_labor": "分工職掌",
    "schedule": "工作進度",
    "reports": "資料繳交",
    "assessment": "考核與獎勵",
    "cites": "依據",
}
_ENGLISH_TITLES = {"cites": "References", "letters": "Letters of responsibility"}
_UNTITLED = ("preamble", "closing")
_FREE_TEXT = ("preamble", "guiding_ideology", "closing")


def sections(views: Views) -> list[View]:
    """The sections of a plan in the order of print, empty ones left out."""
    plan = views.plan
    outline = plan.outline or _house_outline(plan)
    found = [_section(entry, views, 1) for entry in outline]
    return [section for section in found if section is not None]


def field_name(section: str) -> str:
    """The attribute a section name stands for, in whichever spelling; empty for free sections."""
    known = PLAN.field_by_key.get(section)
    return "" if known is None else known.name


def section_title(name: str, plan: Plan) -> str:
    """The heading of a field where the outline gives none."""
    if plan.language == "zh-Hant" and plan.region == "TW" and name in _TAIWAN_TITLES:
        return _TAIWAN_TITLES[name]
    if plan.language == "en" and name in _ENGLISH_TITLES:
        return _ENGLISH_TITLES[name]
    title = PLAN.field(name).spelling(plan.language)
    return title.replace("_", " ").capitalize() if plan.language == "en" else title


def _house_outline(plan: Plan) -> tuple[OutlineEntry, ...]:
    entries: list[OutlineEntry] = []
    for name in HOUSE_ORDER[plan.kind]:
        if name == "sections":
            entries += [OutlineEntry(section=section.id) for section in plan.sections]
        else:
            entries.append(OutlineEntry(section=name))
    return tuple(entries)


def _section(entry: OutlineEntry, views: Views, level: int) -> View | None:
    parts = [part for p in entry.parts if (part := _section(p, views, level + 1)) is not None]
    name = field_name(entry.section)
    kind, body, title = _body(entry.section, name, views)
    if body is None and not parts and not entry.intro and not entry.title:
        return None
    return {
        "template": f"sections/{kind if body is not None else 'none'}.md.j2",
        "level": level,
        "title": entry.title or title,
        "intro": Markdown(entry.intro),
        "closing": Markdown(entry.closing),
        "body": body,
        "parts": parts,
    }


def _body(section: str, name: str, views: Views) -> tuple[str, Any, str]:
    """Kind, content and default title of a section; the content is None where there is nothing."""
    plan = views.plan
    if not section:
        return "none", None, ""
    if not name:
        return _named_body(section, views)
    title = "" if name in _UNTITLED else section_title(name, plan)
    if name in _FREE_TEXT:
        text = getattr(plan, name)
        return "text", Markdown(text) if text else None, title
    make = _MAKERS.get(name)
    body = make(views) if make is not None else None
    return name, body or None, title


def _named_body(section: str, views: Views) -> tuple[str, Any, str]:
    """A free section, or one task, measure or campaign that stands at this level."""
    free = next((s for s in views.plan.sections if s.id == section), None)
    if free is not None:
        return "text", Markdown(free.text) if free.text else None, free.title
    item = views.index.work_by_id.get(section)
    if item is None:
        return "none", None, ""
    return "work", {**views.work(item), "title": ""}, item.title


def _objectives(views: Views) -> list[View]:
    return [
        {
            "text": closed(o.text, views.plan.language)
            if o.target is None
            else Markdown(o.text.rstrip(END_MARKS)),
            "target": views.target(o.target),
        }
        for o in views.plan.objectives
    ]


def _organization(views: Views) -> View | None:
    organization = views.plan.organization
    if organization is None:
        return None
    return {
        "group": views.group(organization.leading_group),
        "teams": [views.group(team) for team in organization.teams],
        "meetings": [views.meeting(m) for m in organization.joint_meetings],
        "own_groups": [
            {"units": views.names(own.units), "text": own.text.rstrip("。.；;")}
            for own in organization.own_groups
        ],
        "text": Markdown(organization.text),
    }


def _schedule(views: Views) -> View | None:
    schedule: Schedule | None = views.plan.schedule
    if schedule is None:
        return None
    return {
        "text": Markdown(schedule.text),
        "phases": [views.phase(phase) for phase in schedule.phases],
        "months": [views.month(entry) for entry in schedule.months],
        "dates": views.duties(schedule.dates),
        "note": Markdown(schedule.note),
    }


def _assessment(views: Views) -> View | None:
    found: Assessment | None = views.plan.assessment
    if found is None:
        return None
    return assessment_view(found, views)


def assessment_view(found: Assessment, views: Views) -> View:
    """How a plan is judged."""
    return {
        "text": Markdown(found.text),
        "by": views.names(found.by),
        "times": views.times(found.when),
        "total": "" if found.total is None else str(found.total),
        "scores": [
            {"title": item.title, "points": "" if item.points is None else str(item.points)}
            for item in found.items
        ],
        "bands": [views.band(band) for band in found.bands],
        "quotas": [views.quota(quota) for quota in found.quotas],
        "veto": [views.sanction(s) for s in found.veto],
        "sanctions": [views.sanction(s) for s in found.sanctions],
        "rewards": [views.reward(r) for r in found.rewards],
        "feeds": found.feeds.rstrip("。.；;"),
    }


def _period(views: Views) -> View | None:
    period = views.plan.period
    if period is None:
        return None
    return {
        "text": period_text(period, views.plan),
        "words": period.text,
        "event": period.event,
        "years": period.years,
        "terms": [
            {
                "name": term.name or term.id,
                "start": when_text(term.start, views.plan),
                "end": when_text(term.end, views.plan),
            }
            for term in views.plan.terms
        ],
    }


def _cites(views: Views) -> list[View]:
    return [_citation(cited, views) for cited in views.plan.cites]


def _citation(cited: Citation, views: Views) -> View:
    return {
        "title": cited.title,
        "quoted": views.title(cited),
        "number": cited.number,
        "issuer": cited.issuer,
        "date": when_text(cited.date, views.plan),
        "kind": ""
        if cited.kind == "document"
        else CITATION_KINDS.spelling(cited.kind, views.plan.language),
    }


_MAKERS = {
    "objectives": _objectives,
    "principles": lambda views: [closed(p, views.plan.language) for p in views.plan.principles],
    "slogans": lambda views: [views.slogan(s) for s in views.plan.slogans],
    "organization": _organization,
    "tasks": lambda views: [views.work(item) for item in views.plan.tasks],
    "measures": lambda views: [views.work(item) for item in views.plan.measures],
    "campaigns": lambda views: [views.work(item) for item in views.plan.campaigns],
    "division_of_labor": lambda views: [views.division(d) for d in views.plan.division_of_labor],
    "schedule": _schedule,
    "assessment": _assessment,
    "reports": lambda views: [views.report(r) for r in views.plan.reports],
    "letters": lambda views: [views.tier(t) for t in views.plan.letters],
    "period": _period,
    "cites": _cites,
}
