"""What several rules need: words of the office, blanks, lines to paste, places inside a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from luoshi.check.context import CheckContext
from luoshi.diagnostics import LANGUAGES, Arg, Label, Language
from luoshi.diagnostics.wording import format_date, join_names, quote
from luoshi.model.records import Owner, Record, Role, Unit
from luoshi.model.tables.owner import OWNER, ROLES
from luoshi.source import Span

MOST_LABELS = 3

_BLANK: Mapping[Language, str] = {
    "zh-Hans": "（待填）",
    "zh-Hant": "（待填）",
    "en": "(to fill in)",
}
_OFFICE_TW: Mapping[str, str] = {
    "group": "推動小組",
    "head": "召集人",
    "lead": "主辦單位",
    "leads": "主辦",
    "joint": "合辦",
    "assist": "協辦單位",
    "assists": "協辦",
    "report": "陳報",
}
_OFFICE_CN: Mapping[str, str] = {
    "group": "領導小組",
    "head": "組長",
    "lead": "牽頭單位",
    "leads": "牽頭",
    "joint": "聯合",
    "assist": "配合單位",
    "assists": "配合",
    "report": "報送",
}
_OFFICE_HANS: Mapping[str, str] = {
    "group": "领导小组",
    "head": "组长",
    "lead": "牵头单位",
    "leads": "牵头",
    "joint": "联合",
    "assist": "配合单位",
    "assists": "配合",
    "report": "报送",
}
_OFFICE_EN: Mapping[str, str] = {
    "group": "leading group",
    "head": "head",
    "lead": "lead",
    "leads": "lead",
    "joint": "joint",
    "assist": "assisting",
    "assists": "assist",
    "report": "report",
}
_ROLES_CN: Mapping[Role, str] = {"lead": "牽頭", "joint": "聯合", "assist": "配合"}


def blank(context: CheckContext) -> str:
    """What stands where only the author knows; it is found again as a placeholder."""
    return _BLANK[context.spelling]


def office_words(context: CheckContext) -> dict[str, Arg]:
    """The office's own words as arguments: in Traditional Chinese they follow the plan's region."""
    traditional = _OFFICE_TW if context.plan.region == "TW" else _OFFICE_CN
    return {
        key: {"zh-Hans": _OFFICE_HANS[key], "zh-Hant": traditional[key], "en": _OFFICE_EN[key]}
        for key in _OFFICE_HANS
    }


def role_word(context: CheckContext, role: Role) -> str:
    """A role as this file would write it."""
    if context.spelling == "zh-Hant" and context.plan.region != "TW":
        return _ROLES_CN[role]
    return ROLES.spelling(role, context.spelling)


def role_line(context: CheckContext, role: Role) -> str:
    """``角色: 牵头``: the field that states a role."""
    return f"{context.key(OWNER, 'role')}: {role_word(context, role)}"


def owner_entry(context: CheckContext, unit: str, role: Role) -> str:
    """``{单位: 区公安局, 角色: 牵头}``: an owner with its role."""
    return f"{{{context.key(OWNER, 'unit')}: {unit}, {role_line(context, role)}}}"


def about(*subjects: Record | str | None) -> tuple[str, ...]:
    """What a waiver may name: ids, names, titles and texts of records, or plain words."""
    found: dict[str, None] = {}
    for subject in subjects:
        for word in _names(subject):
            found.setdefault(word)
    return tuple(found)


def _names(subject: Record | str | None) -> Iterable[str]:
    if subject is None:
        return ()
    if isinstance(subject, str):
        return (subject,) if subject else ()
    fields = ("id", "name", "title", "short", "text", "theme")
    words = [getattr(subject, field, "") for field in fields]
    if isinstance(subject, Unit):
        words += subject.also_called
    return [word for word in words if word]


def inside(span: Span, text: str) -> Span:
    """The place of a text within a place; the whole place when it is written otherwise."""
    at = span.text.find(text)
    return span if at < 0 else Span(span.source, span.start + at, span.start + at + len(text))


def labels_at(spans: Iterable[Span], primary: Span, key: str = "related") -> tuple[Label, ...]:
    """Labels for further places, three at most, the primary one left out."""
    others: dict[tuple[str, int], Span] = {}
    for span in spans:
        place = (span.source.name, span.start)
        if place != (primary.source.name, primary.start):
            others.setdefault(place, span)
    return tuple(Label(span, key) for span in list(others.values())[:MOST_LABELS])


def owner_span(owner: Owner) -> Span:
    """The name of an owner as written."""
    return owner.origin.at("unit")


def several(**words: str) -> Mapping[Language, str]:
    """Words in the three languages as one argument: ``hans``, ``hant``, ``en``."""
    return {"zh-Hans": words["hans"], "zh-Hant": words["hant"], "en": words["en"]}


def quoted_names(names: tuple[str, ...]) -> Mapping[Language, str]:
    """Names in quotation marks as one list; two of them are joined by a word in every language."""
    words = {language: join_names(names, language, quoted=True) for language in LANGUAGES}
    if len(names) == 2:
        words["zh-Hans"] = "和".join(quote(name, "zh-Hans") for name in names)
        words["zh-Hant"] = "與".join(quote(name, "zh-Hant") for name in names)
    return words


def year_words(year: int, region: str) -> Mapping[Language, str]:
    """A year's number; Taiwan counts it from 1911."""
    own = year - 1911 if region == "TW" and year > 1911 else year
    return several(hans=str(year), hant=str(own), en=str(year))


def full_day(day: date, region: str) -> Mapping[Language, str]:
    """A date with its year, as people of the plan's region count it, and without its weekday."""
    year = year_words(day.year, region)
    rest = f"年{day.month}月{day.day}日"
    return several(
        hans=year["zh-Hans"] + rest,
        hant=year["zh-Hant"] + rest,
        en=f"{format_date(day, 'en', 'day')} {day.year}",
    )
