"""From a checked plan to its documents: the notice with the plan, and the letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from luoshi.check import CheckedPlan
from luoshi.dates import months_heading
from luoshi.diagnostics import Diagnostic, Language
from luoshi.document.faults import template_fault
from luoshi.document.markdown import blank, read_blocks
from luoshi.document.naming import document_name, document_word
from luoshi.document.sections import assessment_view, sections
from luoshi.document.times import period_text, when_text
from luoshi.document.tree import Document
from luoshi.document.views import View, Views, copies_words, sentence
from luoshi.document.wording import Markdown, TemplateProblem, Wording
from luoshi.letters import Bound, Letter, Party, content_hash, letters, revision_of
from luoshi.model.records import (
    Duty,
    Meeting,
    MonthItem,
    Phase,
    Plan,
    Report,
    Unit,
    WorkItem,
)
from luoshi.model.tables.plan import LEVELS
from luoshi.source import World

STATE: dict[Language, str] = {"zh-Hans": "草稿", "zh-Hant": "草稿", "en": "DRAFT"}
_FOOT: dict[Language, str] = {
    "zh-Hans": "方案“{id}”　草稿　修订{revision}",
    "zh-Hant": "計畫「{id}」　草稿　修訂{revision}",
    "en": "Plan “{id}”, draft, revision {revision}",
}
_SEAL: dict[Language, str] = {"zh-Hans": "印章位置", "zh-Hant": "用印位置", "en": "seal"}
_SIDES: dict[bool, dict[Language, tuple[str, str]]] = {  # of a person: who gives, who takes
    False: {
        "zh-Hans": ("签订单位", "责任单位"),
        "zh-Hant": ("簽署單位", "責任單位"),
        "en": ("Issuing side", "Responsible side"),
    },
    True: {
        "zh-Hans": ("签订人", "责任人"),
        "zh-Hant": ("簽署人", "責任人"),
        "en": ("Issuing side", "Responsible side"),
    },
}


@dataclass(slots=True)
class Builder:
    """Builds the documents of one plan; template faults are collected, not raised."""

    checked: CheckedPlan
    wording: Wording
    faults: list[Diagnostic]
    digest: str
    revision: str

    @classmethod
    def of(cls, checked: CheckedPlan, world: World) -> Builder:
        """The builder of a plan with the templates its World finds."""
        plan = checked.plan
        folders = world.template_folders(checked.read.path)
        digest = content_hash(plan)
        wording = Wording(world, folders, plan.language)
        return cls(checked, wording, [], digest, revision_of(digest))

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.checked.plan

    def notice(self) -> Document | None:
        """The notice with the plan attached; None after a template fault."""
        views = Views(self.checked.index)
        view: View = {"plan": self._plan_view(views), "notice": self._notice_view(views)}
        return self._document("notice.md.j2", view, document_name(self.plan, "notice"), "notice")

    def letters(self) -> Iterator[tuple[Letter, Document]]:
        """Every letter with its document; those that a template fault spoils are left out."""
        views = Views(self.checked.index)
        plan_view = self._plan_view(views)
        for letter in letters(self.checked.index):
            view = {"plan": plan_view, "letter": self._letter_view(letter, views)}
            party = letter.taker.name or (letter.taker.unit.name if letter.taker.unit else "")
            if letter.tier is not None and letter.giver.unit is not None and "@" in letter.key:
                party += f"（{letter.giver.unit.name}）"
            name = document_name(self.plan, "letter", party)
            document = self._document("letter.md.j2", view, name, "letter")
            if document is not None:
                yield letter, document

    def _document(self, template: str, view: View, name: str, kind: str) -> Document | None:
        common = {
            "blank": _blank,
            "md": Markdown,
            "language": self.plan.language,
            "region": self.plan.region,
        }
        try:
            markdown = self.wording.render(template, {**view, **common})
        except TemplateProblem as problem:
            self.faults.append(template_fault(problem, self.wording.used, self.wording.at))
            return None
        plan = self.plan
        language = plan.language
        return Document(
            name=name,
            title=f"{plan.title} {document_word(kind, language, plan.region)}",
            language=language,
            style=_style_of(plan),
            blocks=read_blocks(markdown, language),
            plan_id=plan.id,
            revision=self.revision,
            content_hash=self.digest,
            state=STATE[language],
            foot=(_FOOT[language].format(id=plan.id, revision=self.revision),),
            author=self._author(),
            keywords=tuple(word for word in (_level(plan),) if word),
        )

    def _author(self) -> str:
        organs = self.plan.issue.organs if self.plan.issue else ()
        between = ", " if self.plan.language == "en" else "、"
        return between.join(self.checked.index.name_of(organ) for organ in organs)

    # --- views ------------------------------------------------------------------------------

    def _plan_view(self, views: Views) -> View:
        plan = self.plan
        return {
            "id": plan.id,
            "title": plan.title,
            "short": plan.short_title or plan.title,
            "level": plan.level,
            "sections": sections(views),
        }

    def _notice_view(self, views: Views) -> View:
        plan, issue = self.plan, self.plan.issue
        if issue is None:
            return _EMPTY_NOTICE
        organs = views.names(issue.organs)
        return {
            "marks": organs if issue.number else [],
            "organs": organs,
            "number": issue.number,
            "secrecy": issue.secrecy,
            "urgency": issue.urgency,
            "title": issue.title,
            "text": Markdown(issue.text),
            "to": list(issue.to),
            "date": when_text(issue.date, plan),
            "signer": issue.signer,
            "remark": issue.remark,
            "attachments": [
                {"title": a.title, "text": Markdown(a.text)} for a in issue.attachments
            ],
            "copied_to": list(issue.copied_to),
            "printed_by": self.checked.index.name_of(issue.printed_by) if issue.printed_by else "",
            "printed_on": when_text(issue.printed_on, plan),
        }

    def _letter_view(self, letter: Letter, views: Views) -> View:
        plan, tier = self.plan, letter.tier
        term = period_text(tier.term if tier and tier.term else plan.period, plan)
        return {
            "title": tier.title if tier else "",
            "giver": letter.giver.name,
            "taker": letter.taker.name,
            "is_form": letter.taker.is_form,
            "class_name": letter.taker.unit.name if letter.taker.unit else "",
            "objectives": [
                {"text": sentence(o.text), "target": views.target(o.target)}
                for o in plan.objectives
                if o.target is not None
            ],
            "duties": [_bound_view(bound, views) for bound in letter.duties],
            "arranged": [_arranged_view(bound, views) for bound in letter.arranged],
            "assessment": self._letter_assessment(letter, views),
            "term": term,
            "copies": tier.copies if tier else None,
            "copies_words": copies_words(tier.copies if tier else None, plan.language),
            "signed_on": when_text(tier.signed_on, plan) if tier else "",
            "text": Markdown(tier.text) if tier else Markdown(""),
            "sides": _sides(letter, plan),
            "is_parent": _is_parent(letter),
        }

    def _letter_assessment(self, letter: Letter, views: Views) -> View | None:
        """Veto, sanctions and rewards that meet this party; a parent's letter has none."""
        found = self.plan.assessment
        if found is None or _is_parent(letter):
            return None
        view = assessment_view(found, views)
        for name in ("veto", "sanctions", "rewards"):
            view[name] = [v for v in view[name] if self._meets(v, letter)]
        view["text"] = Markdown("")
        return view if any(view[n] for n in ("veto", "sanctions", "rewards")) else None

    def _meets(self, view: View, letter: Letter) -> bool:
        """Whether a sanction or reward is meant for a letter's party; one that names nobody is."""
        resolve = self.checked.index.resolve
        named = [unit for name in view["units"] for unit in resolve(name)]
        return not view["units"] or letter.taker.unit in named


_EMPTY_NOTICE: View = {
    "marks": [],
    "organs": [],
    "number": "",
    "secrecy": "",
    "urgency": "",
    "title": "",
    "text": Markdown(""),
    "to": [],
    "date": "",
    "signer": "",
    "remark": "",
    "attachments": [],
    "copied_to": [],
    "printed_by": "",
    "printed_on": "",
}
_REPORT: dict[Language, str] = {"zh-Hans": "报送信息", "zh-Hant": "報送資訊", "en": "Report"}
_NAME_BLANK = "＿" * 8
# Names of classes whose members are people: 班主任, 教师, 值班领导, 村治保专干, 出租房屋承租人.
_PEOPLE_HAN = ("长", "長", "师", "師", "员", "員", "任", "人", "生", "领导", "領導", "专干", "專幹")
_PEOPLE_ENGLISH = ("teacher", "principal", "leader", "officer", "staff", "guard", "parent", "famil")
_BODIES = (  # words of classes whose members are bodies with a seal: 各学校, 各派出所, 成员单位
    *("校", "园", "園", "局", "所", "单位", "單位", "部门", "部門", "政府", "公司", "院", "中心"),
    *("school", "kindergarten", "department", "bureau", "government", "station", "unit", "office"),
)
_PARENTS = ("家长", "家長", "监护人", "監護人", "parent", "guardian", "famil")


def _level(plan: Plan) -> str:
    return LEVELS.spelling(plan.level, plan.language) if plan.level else ""


def _blank(ems: float) -> Markdown:
    return Markdown(blank(ems))


def _style_of(plan: Plan) -> str:
    if plan.language == "en":
        return "plain"
    return "tw" if plan.region == "TW" else "gbt9704"


def _is_parent(letter: Letter) -> bool:
    unit = letter.taker.unit
    return unit is not None and any(word in unit.name.lower() for word in _PARENTS)


def _bound_view(bound: Bound, views: Views) -> View:
    record = bound.obligation.record
    view = views.duty(record) if isinstance(record, Duty) else _plain_duty_view(bound, views)
    return {**view, "role": bound.role, "leads": list(bound.leads), "helpers": list(bound.helpers)}


def _plain_duty_view(bound: Bound, views: Views) -> View:
    """A report, meeting or task as the letter of its owner states it."""
    record = bound.obligation.record
    report = views.report(record) if isinstance(record, Report) else None
    if report is not None:
        report = {**report, "senders": []}
    times: View = {"times": [], "vague": []}
    if isinstance(record, WorkItem):
        times = views.time_words(record.when, views.due(record.by))
    elif isinstance(record, Meeting):
        times = views.time_words(record.when, record.at_least)
    return {
        "text": sentence(bound.obligation.text) or _REPORT[views.plan.language],
        "kind": bound.obligation.kind,
        "trigger": "",
        **times,
        "within": "",
        "limit": "",
        "place": "",
        "cites": [],
        "report": report,
        "note": "",
        "starting": "",
        "until": "",
    }


def _arranged_view(bound: Bound, views: Views) -> View:
    obligation = bound.obligation
    record = obligation.record
    when = ""
    if isinstance(record, MonthItem):
        when = when_text(record.when, views.plan)
        when = when or months_heading(obligation.months, views.plan.language)
    elif isinstance(record, Phase):
        when = views.phase(record)["span"]
    return {"text": sentence(obligation.text), "when": when}


def _sides(letter: Letter, plan: Plan) -> list[View]:
    return [_side(letter.giver, 0, plan), _side(letter.taker, 1, plan)]


def _side(party: Party, column: int, plan: Plan) -> View:
    """One side of the signature block: people sign for themselves, offices by their head and seal."""
    language = plan.language
    unit = party.unit
    person = unit is not None and _is_person(unit)
    signer = party.signer
    if not signer and person and unit is not None and (language != "en" or unit.kind == "post"):
        signer = unit.name
    return {
        "label": _SIDES[person][language][column],
        "name": party.name or _NAME_BLANK,
        "signer": signer[:1].upper() + signer[1:] if language == "en" else signer,
        "person": person,
        "seal": _SEAL[language] if unit is None or _has_seal(unit) else "",
    }


def _has_seal(unit: Unit) -> bool:
    """Whether a party has a seal: offices do, people, classes and groups do not."""
    if unit.kind != "class":
        return unit.kind != "post"
    return any(word in unit.name.lower() for word in _BODIES) and not _is_person(unit)


def _is_person(unit: Unit) -> bool:
    """Whether a person signs: for a post, and for a class of posts or people."""
    if unit.kind == "post":
        return True
    if unit.kind != "class":
        return False
    return unit.name.endswith(_PEOPLE_HAN) or any(w in unit.name.lower() for w in _PEOPLE_ENGLISH)
