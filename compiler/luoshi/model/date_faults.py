"""From a problem with a written date to its finding: every reading named, none chosen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from luoshi.dates import Clock, Day, Moment, Month, ValueProblem, Weekly, point_text
from luoshi.diagnostics import LANGUAGES, Diagnostic, Label, Language, Paste, Rule
from luoshi.diagnostics.pasting import corrected
from luoshi.frozen import replace
from luoshi.model import faults
from luoshi.model.index import Index
from luoshi.source import Span
from luoshi.syntax import ScalarNode

_WANTED: Mapping[str, Mapping[Language, str]] = {
    "date": {"zh-Hans": "日期", "zh-Hant": "日期", "en": "date"},
    "range": {"zh-Hans": "起止日期", "zh-Hant": "起訖日期", "en": "range of dates"},
    "school-year": {"zh-Hans": "学年", "zh-Hant": "學年度", "en": "school year"},
    "recurrence": {"zh-Hans": "周期", "zh-Hant": "週期", "en": "recurrence"},
    "frequency": {"zh-Hans": "次数", "zh-Hant": "次數", "en": "count"},
    "duration": {"zh-Hans": "时长", "zh-Hant": "時間長度", "en": "length of time"},
    "months": {"zh-Hans": "月份", "zh-Hant": "月份", "en": "month"},
    "when": {"zh-Hans": "日期或周期", "zh-Hant": "日期或週期", "en": "date or recurrence"},
    "weekday-alone": {
        "zh-Hans": "周期（缺“每”字）",
        "zh-Hant": "週期（缺「每」字）",
        "en": "recurrence (“every” is missing)",
    },
    "year-unlikely": {
        "zh-Hans": "1900年至2199年之间的日期",
        "zh-Hant": "1900年至2199年之間的日期",
        "en": "date between 1900 and 2199",
    },
}
_RULES: Mapping[str, Rule] = {
    "date-impossible": faults.DATE_IMPOSSIBLE,
    "time-impossible": faults.DATE_IMPOSSIBLE,
    "recurrence-impossible": faults.DATE_IMPOSSIBLE,
    "date-garbled": faults.DATE_AMBIGUOUS,
    "date-ambiguous": faults.DATE_AMBIGUOUS,
    "year-two-digits": faults.DATE_AMBIGUOUS,
    "year-unclear": faults.DATE_AMBIGUOUS,
    "day-missing": faults.DATE_UNREAD,
    "year-missing": faults.DATE_UNREAD,
    "year-unlikely": faults.DATE_UNREAD,
    "weekday-alone": faults.DATE_UNREAD,
    "time-without-day": faults.TIME_WITHOUT_DAY,
    "placeholder": faults.DATE_UNREAD,
    "empty": faults.DATE_UNREAD,
}
_JOINT: Mapping[Language, str] = {"zh-Hans": "、", "zh-Hant": "、", "en": ", "}
_AFTER_YEAR = re.compile(r"年 *([0-9]{1,2}月[0-9]{1,2}日)$")
_THINGS: Mapping[str, Mapping[Language, str]] = {
    "date-impossible": {"zh-Hans": "日期", "zh-Hant": "日期", "en": "day"},
    "time-impossible": {"zh-Hans": "时刻", "zh-Hant": "時刻", "en": "time"},
    "recurrence-impossible": {"zh-Hans": "周期", "zh-Hant": "週期", "en": "recurrence"},
}
_FORMS = ("2026-09-30", "9月30日", "每月2日、17日前", "每周五15:00")


def is_date_problem(problem: ValueProblem) -> bool:
    """True for problems of dates, times and rules; the others are plain wrong values."""
    return problem.kind in _RULES or problem.kind.endswith("-unread")


def date_fault(
    problem: ValueProblem, node: ScalarNode, labels: tuple[Label, ...] = ()
) -> Diagnostic:
    """The finding of a problem at the text it was found in."""
    rule = _RULES.get(problem.kind, faults.DATE_UNREAD)
    readings = tuple(r for r in problem.readings if isinstance(r, Day | Month | Moment))
    return Diagnostic(
        rule=rule,
        primary=node.span,
        labels=labels,
        args={
            "text": node.value,
            "n": len(readings),
            "wanted": _WANTED.get(problem.kind.removesuffix("-unread"), _WANTED["date"]),
            "forms": _forms(problem),
            "readings": _readings(readings),
            "advice": _advice(readings),
            "clock": _clock(problem),
            "days": tuple(_numbers(reading) for reading in readings),
            "thing": _THINGS.get(problem.kind, _THINGS["date-impossible"]),
        },
        paste=_paste(rule, readings, node.span),
        about=(node.value,),
    )


def _forms(problem: ValueProblem) -> Mapping[Language, str]:
    """Forms that would be read, at most three, nearest first."""
    rules = tuple(rule for rule in problem.readings if isinstance(rule, Weekly))
    if rules:
        return {lang: _JOINT[lang].join(rule.text(lang) for rule in rules) for lang in LANGUAGES}
    if problem.kind == "year-unlikely":
        kept = _AFTER_YEAR.search(str(problem.details.get("text", "")))
        return _alternatives((*((kept[1],) if kept else ()), *_FORMS[:2])[:2])
    forms = problem.details.get("forms") or _FORMS
    return _alternatives(tuple(str(form) for form in _several(forms))[:3])


def with_period(found: Diagnostic, index: Index) -> Diagnostic:
    """An ambiguous date once the period is known: the one reading inside it is called likelier.

    The other readings stay named and none is chosen.
    """
    days, plan = found.args.get("days"), index.plan
    if found.rule is not faults.DATE_AMBIGUOUS or not isinstance(days, tuple) or len(days) < 2:
        return found
    if "" in days:
        return found
    inside = [(text, day) for text in days if (day := _day_inside(text, index)) is not None]
    if len(inside) != 1 or not plan.origin.has("period") or found.primary is None:
        return found
    likely, day = inside[0]
    others = [text for text in days if text != likely]
    period = plan.origin.key("period")
    return replace(
        found,
        labels=(Label(period), *found.labels),
        args={**found.args, "advice": _likelier(likely, others)},
        paste=(corrected(found.primary, day.isoformat()),),
    )


def _day_inside(text: str, index: Index) -> date | None:
    """The day of a reading such as ``2012-3-1`` or ``-11-30``, None outside the period."""
    year, month, day = text.rsplit("-", 2)
    first, last = index.bounds
    whole = index.day_in_period(Day(int(year) if year else None, int(month), int(day)))
    if whole is None or first is None or last is None or not first <= whole <= last:
        return None
    return whole


def _likelier(likely: str, others: list[str]) -> Mapping[Language, str]:
    here = {lang: _words_of(likely, lang) for lang in LANGUAGES}
    there = {
        lang: (", " if lang == "en" else "、").join(_words_of(o, lang) for o in others)
        for lang in LANGUAGES
    }
    verb = "is" if len(others) == 1 else "are"
    return {
        "zh-Hans": f"{there['zh-Hans']}在期限之外，更像{here['zh-Hans']}；对照原件后写：",
        "zh-Hant": f"{there['zh-Hant']}不在期程內，較可能是{here['zh-Hant']}；請對照原件後改為：",
        "en": f"{there['en']} {verb} outside the period; if {here['en']} is meant, write:",
    }


def _words_of(text: str, language: Language) -> str:
    year, month, day = text.rsplit("-", 2)
    return point_text(Day(int(year) if year else None, int(month), int(day)), language)


def _numbers(reading: Day | Month | Moment) -> str:
    """A reading as ``year-month-day``, the year empty where it is not known; a month has no day."""
    point = reading.day if isinstance(reading, Moment) else reading
    if not isinstance(point, Day):
        return ""
    return f"{point.year or ''}-{point.month}-{point.day}"


def _several(forms: object) -> tuple[object, ...]:
    return tuple(forms) if isinstance(forms, tuple | list) else (forms,)


def _alternatives(forms: tuple[str, ...]) -> Mapping[Language, str]:
    return {lang: _JOINT[lang].join(forms) for lang in LANGUAGES}


def _readings(readings: tuple[Day | Month | Moment, ...]) -> Mapping[Language, str]:
    return {
        lang: (" or " if lang == "en" else "、").join(_reading(r, lang) for r in readings)
        for lang in LANGUAGES
    }


def _reading(reading: Day | Month | Moment, language: Language) -> str:
    return point_text(reading.day if isinstance(reading, Moment) else reading, language)


def _advice(readings: tuple[Day | Month | Moment, ...]) -> Mapping[Language, str]:
    if len(readings) == 1:
        return {
            "zh-Hans": "对照原件，确是这一天就写：",
            "zh-Hant": "請對照原件，確為此日則寫：",
            "en": "Compare the original; if it is that day, write:",
        }
    return {
        "zh-Hans": "对照原件，是哪一天就写哪一天，如：",
        "zh-Hant": "請對照原件，是哪一天就寫哪一天，如：",
        "en": "Compare the original and write the day that is meant, for example:",
    }


def _clock(problem: ValueProblem) -> str:
    clock = problem.details.get("clock")
    if clock is None and problem.readings and isinstance(problem.readings[0], Clock):
        clock = problem.readings[0]
    return str(clock or "")


def _paste(
    rule: Rule, readings: tuple[Day | Month | Moment, ...], place: Span
) -> tuple[Paste, ...]:
    if rule is not faults.DATE_AMBIGUOUS or not readings:
        return ()
    first = readings[0].day if isinstance(readings[0], Moment) else readings[0]
    if isinstance(first, Day):
        if first.date is not None:
            return (corrected(place, first.date.isoformat()),)
        return (corrected(place, f"{first.month}月{first.day}日"),)
    return ()
