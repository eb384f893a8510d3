"""What a difference says: each kind of change, told once, to those it concerns."""

from __future__ import annotations

import pytest
from diff_cases import NAMES, case, diff_of, diff_texts

from luoshi.diff import Change, PlanDiff, apply, compare, diff_json

HEAD = """
title: P
period: {from: 2026-09-01, to: 2026-12-20}
units: [{id: a, name: Unit A}, {id: b, name: Unit B}, {id: c, name: Unit C}]
"""


def only(diff: PlanDiff) -> Change:
    assert len(diff.changes) == 1, [(c.kind, c.field, c.name) for c in diff.changes]
    return diff.changes[0]


def duty(rest: str, owner: str = "a") -> str:
    return f"{HEAD}division_of_labor: [{{owner: {owner}, duties: [{{id: d, {rest}}}]}}]"


@pytest.mark.parametrize("name", NAMES)
def test_the_difference_of_a_plan_with_itself_is_empty(name: str) -> None:
    for plan in case(name):
        diff = compare(plan, plan)
        assert diff.is_empty
        assert not diff.edits
        assert not diff.letters.stale
        assert not diff.calendar


@pytest.mark.parametrize("name", NAMES)
def test_applying_the_difference_gives_the_second_plan(name: str) -> None:
    old, new = case(name)
    assert apply(compare(old, new), old.plan) == new.plan
    assert apply(compare(new, old), new.plan) == old.plan


@pytest.mark.parametrize(
    ("before", "after", "kind", "days"),
    [
        ("text: Watch, by: 2026-10-20", "text: Watch, by: 2026-10-08", "earlier", 12),
        ("text: Watch, by: 2026-12-30", "text: Watch, by: 2027-01-02", "later", 3),
        ("text: Watch, by: 10-20", "text: Watch, by: 2026-10-08", "earlier", 12),
        ("text: Watch, by: 2026-10-08 15:00", "text: Watch, by: 2026-10-08 9:00", "retimed", 0),
        ("text: Watch, when: every Friday", "text: Watch, when: every Monday", "retimed", 0),
        ("text: Watch", "text: Watch, by: 2026-10-08", "retimed", 0),
        ("text: Watch, by: 2026-10-08", "text: Watch", "retimed", 0),
        ("text: Watch the gate", "text: Watch a gate", "wording", 0),
        ("text: Check twice a term", "text: Check once a term", "content", 0),
        ("text: Let cars in", "text: Let no cars in", "content", 0),
        ("text: Watch, place: hall", "text: Watch, place: yard", "field", 0),
    ],
)
def test_one_changed_field_is_one_change(before: str, after: str, kind: str, days: int) -> None:
    change = only(diff_texts(duty(before), duty(after)))
    assert (change.kind, change.days, change.id) == (kind, days, "d")
    assert [effect.unit for effect in change.effects] == ["a"]
    assert change.old_place is not None
    assert change.new_place is not None
    assert change.old_place.span is not None
    assert change.old_place.span.source.name == "old.yaml"


def test_a_duty_under_another_unit_is_moved_and_not_removed_and_added() -> None:
    old = f"""{HEAD}
division_of_labor:
  - {{owner: a, duties: [{{id: d, text: Watch}}, {{id: e, text: Wait}}]}}
  - {{owner: b, duties: [{{id: f, text: Walk}}]}}
"""
    new = f"""{HEAD}
division_of_labor:
  - {{owner: a, duties: [{{id: e, text: Wait}}]}}
  - {{owner: b, duties: [{{id: f, text: Walk}}, {{id: d, text: Watch}}]}}
"""
    diff = diff_texts(old, new)
    change = only(diff)
    assert change.kind == "moved"
    assert {(e.unit, e.old_role, e.new_role) for e in change.effects} == {
        ("a", "lead", None),
        ("b", None, "lead"),
    }
    assert [note.unit for note in diff.letters.stale] == ["a", "b"]


@pytest.mark.parametrize(
    ("before", "after", "effects"),
    [
        (
            "[{unit: a, role: lead}, {unit: b, role: assist}]",
            "[{unit: b, role: lead}, {unit: a, role: assist}]",
            {("a", "lead", "assist"), ("b", "assist", "lead")},
        ),
        ("a", "[{unit: a, role: lead}, {unit: b, role: assist}]", {("b", None, "assist")}),
        ("[a, b]", "[a, b, c]", {("c", None, "joint")}),
        ("[a, b]", "a", {("a", "joint", "lead"), ("b", "joint", None)}),
    ],
)
def test_roles_that_change_are_one_event_with_a_line_for_each_unit(
    before: str, after: str, effects: set[tuple[str, str | None, str | None]]
) -> None:
    head = f"{HEAD}division_of_labor: [{{duties: [{{id: d, text: Watch, owners: "
    change = only(diff_texts(f"{head}{before}}}]}}]", f"{head}{after}}}]}}]"))
    assert change.kind == "owners"
    changed = {(e.unit, e.old_role, e.new_role) for e in change.effects if e.old_role != e.new_role}
    assert changed == effects


def test_a_new_lead_of_a_task_is_told_once_and_not_for_every_duty_in_it() -> None:
    text = "tasks: [{{id: t, title: T, owner: {}, duties: [{{id: d, text: Watch}}, {{id: e, text: Wait}}]}}]"
    diff = diff_texts(HEAD + text.format("a"), HEAD + text.format("b"))
    assert (only(diff).kind, only(diff).id) == ("moved", "t")
    assert [note.unit for note in diff.letters.added] == ["b"]
    assert [note.unit for note in diff.letters.dropped] == ["a"]


def test_a_unit_that_is_renamed_keeps_its_duties_and_no_other_letter_goes_stale() -> None:
    old = f"{HEAD}division_of_labor: [{{duties: [{{id: d, text: Watch, owners: [{{unit: a, role: lead}}, {{unit: b, role: assist}}]}}]}}]"
    diff = diff_texts(old, old.replace("name: Unit B", "name: Office B"))
    assert (only(diff).kind, only(diff).subject) == ("renamed", "unit")
    assert [note.unit for note in diff.letters.stale] == ["b"]
    assert [note.unit for note in diff.letters.valid] == ["a"]


@pytest.mark.parametrize(
    ("part", "before", "after", "kind"),
    [
        (
            "objectives: [{{id: o, text: T, target: {{measure: m, value: {}}}}}]",
            "90%",
            "95%",
            "raised",
        ),
        ("assessment: {{bands: [{{from: {}, below: 90, result: two}}]}}", "85", "80", "lowered"),
        ("assessment: {{quotas: [{{year: 1, at_most: {}}}]}}", "30%", "40%", "raised"),
        ("assessment: {{quotas: [{{year: 1, split: {{x: {}}}}}]}}", "5%", "10%", "field"),
        ("cites: [{{id: c, title: Law, number: {}}}]", "1", "2", "field"),
        ("sections: [{{id: s, title: S, text: {}}}]", "One thing.", "Another.", "wording"),
        ("letters: [{{id: l, to: a, copies: {}}}]", "2", "3", "raised"),
        ("issue: {{organ: a, date: {}}}", "2026-09-10", "2026-09-08", "earlier"),
        ("short_title: {}", "One", "Two", "field"),
        ("outline: {}", "[tasks, letters]", "[letters, tasks]", "order"),
        ("principles: {}", "[safety first, all join in]", "[all join in, safety first]", "order"),
        ("principles: {}", "[safety first]", "[safety first, all join in]", "field"),
    ],
)
def test_other_parts_of_a_plan(part: str, before: str, after: str, kind: str) -> None:
    change = only(diff_texts(HEAD + part.format(before), HEAD + part.format(after)))
    assert change.kind == kind
    assert not change.obligation


def test_the_name_of_the_file_is_no_change() -> None:
    diff = diff_texts(HEAD, HEAD)
    assert diff.old.plan.id != diff.new.plan.id
    assert diff.is_empty


@pytest.mark.parametrize("name", ["layout-only", "shuffled"])
def test_layout_and_order_of_lists_change_nothing(name: str) -> None:
    diff = diff_of(name)
    assert {change.kind for change in diff.changes} <= {"order"}
    assert not diff.letters.stale
    assert not diff.calendar


def test_units_in_another_order_are_no_change_at_all() -> None:
    old = "title: P\nunits: [{id: a, name: A}, {id: b, name: B}]"
    diff = diff_texts(old, "title: P\nunits: [{id: b, name: B}, {id: a, name: A}]")
    assert diff.is_empty
    assert diff.edits  # but applying it gives the second order


def test_entries_without_ids_are_matched_and_say_how() -> None:
    how = {change.name: change.matched_by for change in diff_of("no-ids").changes}
    assert how["指导学校落实技防设施建设"] == "text"
    assert how["每学期检查2次台账"] == "likeness"


def test_json_names_route_line_and_both_values() -> None:
    found = diff_json(diff_of("office-week"))
    assert found["version"] == 1
    assert found["counts"] == {"changes": 5, "duty": 3, "other": 0, "wording": 2, "order": 0}
    change = next(c for c in found["changes"] if c["kind"] == "earlier")
    assert change["days"] == 12
    assert change["old"]["value"] == "2026-10-20"
    assert change["new"]["route"] == "division_of_labor[1].duties[0].by"
    assert change["new"]["file"] == "new.yaml"
    start = change["new"]["start"]
    assert (start["line"], start["column"]) == (18, 52)
    numbers = {n for unit in found["units"] for n in unit["changes"]}
    assert {found["changes"][n]["weight"] for n in numbers} == {"duty"}


def test_a_roster_gives_one_letter_each_and_all_go_stale_together() -> None:
    old = """
title: P
units: [{id: s, name: Schools, kind: class, roster: [First School, Second School]}]
division_of_labor: [{owner: s, duties: [{id: d, text: Watch}]}]
"""
    diff = diff_texts(old, old.replace("text: Watch", "text: Watch, by: 2026-10-01"))
    assert [note.name for note in diff.letters.stale] == ["First School", "Second School"]
