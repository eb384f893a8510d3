"""Whatever stands in a file, reading and checking it ends in findings and never in an exception."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from luoshi.diagnostics import LANGUAGES, Diagnostic
from luoshi.diagnostics.json_form import to_json
from luoshi.diagnostics.text import render_all
from luoshi.driver.check import check_file
from luoshi.model.tables.plan import PLAN, all_tables
from luoshi.source import MemoryWorld
from small_plans import PATH, TODAY, as_yaml

_PLANS = [
    p.read_text(encoding="utf-8")
    for p in sorted((Path(__file__).parents[2] / "plans").glob("*.yaml"))
]
_KEYS = sorted({key for table in all_tables() for key in table.field_by_key})
_SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def _survives(data: str | bytes) -> tuple[Diagnostic, ...]:
    """The findings of a file; every one can be shown in every language and form."""
    found = check_file(MemoryWorld({PATH.name: data}, TODAY), PATH).findings
    for language in LANGUAGES:
        render_all(found, language)
        to_json(found, language)
    return found


@_SETTINGS
@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf")
@example(b"\x00")
def test_any_bytes_are_read(data: bytes) -> None:
    _survives(data)


@_SETTINGS
@given(st.text(max_size=200))
@example("标题: [\n")
@example("标题: &a [*a]\n")
@example("{标题: x, 单位: {{x}}}")
@example("标题: \ud83d\n".encode("utf-8", "surrogatepass").decode("utf-8", "replace"))
@example('标题: "\\ud800"\n单位: ["\\udfff"]\n')
@example('标题: "\\0"\n引用文件: ["\\0"]\n')
def test_any_text_is_read(text: str) -> None:
    _survives(text)


_SCALARS = st.one_of(
    st.sampled_from(["", "~", "0", "-1", "9" * 400, "1e999", "2026-02-30", "二〇二六年", "每月", "每周一至周五", "1次/月", "99次/月", "5%", "NaN",
        "成员单位", "全校", "CN", "TW", "zh-Hans", "en", "assist", "2026-09-01至2026-08-01", "9月", "13", "0月", "９月１日", "115年9月1日", "10:99", "第3周", "X年X月"]),
    st.integers(),
    st.booleans(),
    st.none(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=12),
)  # fmt: skip
_TREES = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(st.sampled_from(_KEYS), st.text(max_size=4)), inner, max_size=4),
    ),
    max_leaves=12,
)
_FIELDS = st.dictionaries(st.sampled_from([f.en[0] for f in PLAN.fields]), _TREES, max_size=8)


@_SETTINGS
@given(_FIELDS)
def test_any_content_in_any_field_is_read(fields: dict[str, Any]) -> None:
    assert _survives(as_yaml({"title": "题", **fields}).encode("utf-8", "replace")) is not None


@pytest.mark.parametrize("plan", _PLANS, ids=range(len(_PLANS)))
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_a_real_plan_with_a_slip_is_read(plan: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(plan)))
    length = data.draw(st.sampled_from([0, 1, 2, 40, 400]))
    typed = data.draw(st.one_of(st.sampled_from(["：", "\t", "[", "]", "{", "}", "'", '"', "- ", "\n", "\r", "&a ", "*a", "| ", "> ", "#", "!!python/object:os.system "]), st.text(max_size=3)))  # fmt: skip
    _survives((plan[:at] + typed + plan[at + length :]).encode("utf-8", "replace"))


@pytest.mark.parametrize("plan", _PLANS, ids=range(len(_PLANS)))
@pytest.mark.parametrize("line", ["\r\n", "\r"])
def test_line_ends_change_no_finding(plan: str, line: str) -> None:
    codes = [(f.code, f.primary.line if f.primary else 0) for f in _survives(plan)]
    assert [
        (f.code, f.primary.line if f.primary else 0) for f in _survives(plan.replace("\n", line))
    ] == codes
