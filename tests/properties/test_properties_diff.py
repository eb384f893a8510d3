"""For any two plans: nothing differs from itself, and a difference leads from one to the other."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from luoshi.dates import Day, Moment
from luoshi.diagnostics import LANGUAGES
from luoshi.diff import PlanDiff, apply, compare, diff_json_text, diff_text
from luoshi.model import records as r
from luoshi.model.kinds import Amounted

UNITS = ("a", "b", "c")
ids = st.sampled_from(["", "", "d1", "d2", "d3", "d4"])
texts = st.sampled_from(
    ["巡逻", "检查学校食堂", "每月检查学校食堂", "Watch the gate", "Watch a gate", "组织演练", ""]
)
names = st.sampled_from(UNITS)
moments = st.dates(date(2026, 9, 1), date(2027, 1, 31)).map(
    lambda d: Moment(Day(d.year, d.month, d.day), deadline=True)
)
maybe = st.one_of(st.none(), moments)
amounts = st.builds(Amounted, st.integers(0, 100).map(Decimal), st.booleans())


def several(of: st.SearchStrategy[object], most: int = 3) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=most).map(tuple)


owners = several(
    st.builds(r.Owner, unit=names, role=st.sampled_from(["lead", "joint", "assist"])), 2
)
reports = st.builds(r.Report, id=ids, title=texts, receivers=several(names), by=maybe)
duties = st.builds(
    r.Duty,
    id=ids,
    text=texts,
    owners=owners,
    by=maybe,
    report=st.one_of(st.none(), reports),
    serves=several(ids, 2),
    note=texts,
)
works = st.recursive(
    st.builds(r.WorkItem, id=ids, title=texts, owners=owners, duties=several(duties)),
    lambda inner: st.builds(r.WorkItem, id=ids, title=texts, items=several(inner, 2)),
    max_leaves=4,
)
months = st.builds(
    r.MonthEntry,
    months=several(st.integers(1, 12), 2),
    owners=owners,
    items=several(st.builds(r.MonthItem, id=ids, text=texts, when=maybe)),
)
plans = st.builds(
    r.Plan,
    id=st.just("p"),
    title=texts,
    units=several(st.builds(r.Unit, id=names, name=texts, head=texts), 4),
    period=st.one_of(st.none(), st.builds(r.Period, start=maybe, end=maybe)),
    organization=st.one_of(
        st.none(),
        st.builds(
            r.Organization,
            leading_group=st.one_of(
                st.none(),
                st.builds(
                    r.Group,
                    name=texts,
                    members=several(names),
                    heads=several(st.builds(r.Holder, unit=names, post=texts)),
                ),
            ),
        ),
    ),
    tasks=several(works),
    division_of_labor=several(st.builds(r.Division, owners=owners, duties=several(duties))),
    schedule=st.one_of(
        st.none(),
        st.builds(
            r.Schedule,
            phases=several(st.builds(r.Phase, id=ids, title=texts, start=maybe, end=maybe)),
            months=several(months),
        ),
    ),
    objectives=several(
        st.builds(
            r.Objective,
            id=ids,
            text=texts,
            target=st.one_of(st.none(), st.builds(r.Target, measure=texts, value=amounts)),
        )
    ),
    reports=several(reports),
    letters=several(st.builds(r.Tier, id=ids, taker=names, copies=st.integers(1, 3)), 2),
    principles=several(texts),
)

bounded = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def told(diff: PlanDiff) -> list[str]:
    return [diff_text(diff, language, detail=True) for language in LANGUAGES]


@bounded
@given(plans)
def test_a_plan_does_not_differ_from_itself(plan: r.Plan) -> None:
    diff = compare(plan, plan)
    assert diff.is_empty
    assert not diff.edits
    assert (diff.letters.stale, diff.letters.added, diff.letters.dropped) == ((), (), ())
    assert not diff.calendar


@bounded
@given(plans, plans)
def test_applying_a_difference_gives_the_other_plan(old: r.Plan, new: r.Plan) -> None:
    assert apply(compare(old, new), old) == new


@bounded
@given(plans, plans)
def test_every_difference_can_be_said(old: r.Plan, new: r.Plan) -> None:
    diff = compare(old, new)
    assert all(text.endswith("\n") for text in told(diff))
    assert json.loads(diff_json_text(diff))["version"] == 1


@bounded
@given(plans, st.data())
def test_one_changed_duty_is_found_and_nothing_else(plan: r.Plan, data: st.DataObject) -> None:
    extra = r.Duty(id="own", text="报送统计报表", owners=(r.Owner(unit="a"),))
    day = data.draw(moments)
    part = r.Division(title="own", duties=(extra,))
    later = r.Division(title="own", duties=(replace(extra, by=day),))
    divisions = plan.division_of_labor
    diff = compare(
        replace(plan, division_of_labor=(*divisions, part)),
        replace(plan, division_of_labor=(*divisions, later)),
    )
    assert [(c.kind, c.id, c.new) for c in diff.changes] == [("retimed", "own", day)]


@bounded
@given(plans, st.randoms(use_true_random=False))
def test_a_shuffled_list_with_ids_changes_order_at_most(plan: r.Plan, chance: object) -> None:
    items = tuple(r.WorkItem(id=f"t{n}", title=f"第{n}项") for n in range(6))
    mixed = list(items)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    diff = compare(replace(plan, campaigns=items), replace(plan, campaigns=tuple(mixed)))
    assert {c.kind for c in diff.changes} <= {"order"}
    assert not diff.letters.stale


@bounded
@given(plans, plans)
def test_nothing_is_told_twice(old: r.Plan, new: r.Plan) -> None:
    diff = compare(old, new)
    seen = [
        (
            c.kind,
            c.field,
            c.old_place.path if c.old_place else "",
            c.new_place.path if c.new_place else "",
        )
        for c in diff.changes
    ]
    assert len(seen) == len(set(seen))
    gone = {c.old_place.path for c in diff.changes if c.kind == "removed" and c.old_place}
    moved = {c.old_place.path for c in diff.changes if c.kind == "moved" and c.old_place}
    assert not gone & moved
