"""The room's own tables are whole, and it stays quick on large plans."""

from __future__ import annotations

import time

from diff_cases import read

from luoshi.diagnostics import LANGUAGES
from luoshi.diff import compare
from luoshi.diff.identity import IDENTITY
from luoshi.diff.likeness import best_pairs
from luoshi.diff.sentences import COUNTED, FIELDS, PHRASES, TIMES
from luoshi.diff.subjects import table_of
from luoshi.model import records
from luoshi.model.records import Record


def test_every_record_type_declares_its_keys_from_its_own_fields() -> None:
    kinds = {v for v in vars(records).values() if isinstance(v, type) and issubclass(v, Record)}
    assert set(IDENTITY) == kinds - {Record}
    for kind, identity in IDENTITY.items():
        known = {field.name for field in table_of(kind).fields}
        assert {name for group in identity.keys for name in group} <= known
        assert set(identity.words) <= known


def test_every_phrase_stands_in_every_language() -> None:
    for table in (PHRASES, COUNTED, TIMES):
        keys = [{k.removesuffix(".one") for k in table[language]} for language in LANGUAGES]
        assert keys[0] == keys[1] == keys[2]
    assert set(FIELDS["zh-Hans"]) == set(FIELDS["zh-Hant"]) <= set(FIELDS["en"])


def test_likest_texts_are_paired_each_once() -> None:
    old, new = ["检查校园食堂", "检查校园宿舍"], ["检查校园宿舍楼", "检查校园食堂", "巡逻"]
    assert [(i, j) for i, j, _ in best_pairs(old, new, 0.5)] == [(0, 1), (1, 0)]


def test_two_plans_of_1300_tasks_without_ids_take_less_than_a_second_or_so() -> None:
    def plan(changed: bool) -> str:
        rows = ["title: Big", "units: [{id: a, name: A}]", "tasks:"]
        for n in range(1300):
            text = (
                f"检查第{n}号校舍的消防设施和疏散通道{'以及标志' if changed and n % 5 == 0 else ''}"
            )
            rows.append(f"  - {{title: 任务{n}, owner: a, duties: [{{text: {text}}}]}}")
        return "\n".join(rows)

    old, new = read(plan(changed=False)), read(plan(changed=True))
    start = time.process_time()
    diff = compare(old, new)
    assert time.process_time() - start < 3  # measured 0.4 s; room for a busy machine
    assert [c.kind for c in diff.changes] == ["wording"] * 260
