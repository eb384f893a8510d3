"""``fmt`` gives one layout, twice the same, and never touches what a plan says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.diagnostics import Diagnostics
from luoshi.source import SourceFile
from luoshi.syntax import MapNode, compose, format_text
from luoshi.syntax.format import same_tree


def laid_out(text: str, **renames: str) -> str | None:
    source = SourceFile("plan.yaml", text)
    root = compose(source, Diagnostics())
    starts = {}
    if isinstance(root, MapNode):
        starts = {key.start: renames[key.value] for key, _ in root.pairs if key.value in renames}
    return format_text(source, root, starts)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a:   x   \n\n\n\nb: y", "a: x\n\nb: y\n"),
        ("a:\n- x\n-   y\n", "a:\n  - x\n  - y\n"),
        ("a:\n      - b: x\n        c: y\n", "a:\n  - b: x\n    c: y\n"),
        ("a:\r\n    b: x\r\n", "a:\n  b: x\n"),
        ("a:\n    # note\n    b: x # why\n", "a:\n  # note\n  b: x # why\n"),
        ("a: |\n      x\n        y\n\n      z\n", "a: |\n  x\n    y\n\n  z\n"),
        ("a: {b:   x}\n", "a: {b: x}\n"),
        ("a:\n    - 'x'\n    - \"y\"\n", "a:\n  - 'x'\n  - \"y\"\n"),
        ("\n\n# head\n\na: x\n", "# head\n\na: x\n"),
        ("a: |+\n  x\n\n\n", "a: |+\n  x\n\n\n"),
    ],
)  # fmt: skip
def test_layout(text: str, wanted: str) -> None:
    assert laid_out(text) == wanted


def test_keys_get_the_spelling_the_model_gives_them() -> None:
    assert laid_out("title: x\nb: y\n", title="标题") == "标题: x\nb: y\n"


@pytest.mark.parametrize("text", ["a: [\n", "a：x\nb: y\n", "a: 1\na: 2\n", ""])
def test_a_file_with_mistakes_is_left_alone(text: str) -> None:
    assert laid_out(text) is None


LINES = st.sampled_from(
    ["a: x", "b:", "  c: y", "  - d", "    - e: f", "      g: h", "# note", "  # inner", "", "   ",
     "h: |", "    text", "      more", "i: {j:   k, l: [m,", "   n]}", "- o", '"q":  \'r\'', "s: &t u",
     "v: *t", "w: 甲  # 乙", "x: >-", "   folded", "y: one", "    two", "-   - z", "  k2:   v  "]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=14).map("\n".join))
def test_layout_never_changes_the_tree_and_is_stable(text: str) -> None:
    source = SourceFile("plan.yaml", text)
    before = compose(source, Diagnostics())
    once = format_text(source, before)
    if once is None:
        return
    after = compose(SourceFile("plan.yaml", once), Diagnostics())
    assert same_tree(before, after, {})
    assert laid_out(once) == once
    assert [line.strip() for line in once.split("\n") if line.lstrip().startswith("#")] == [
        line.strip() for line in text.split("\n") if line.lstrip().startswith("#")
    ]


TREES: Any = st.recursive(
    st.text("甲乙ab 1-9\n'\"", min_size=1, max_size=12),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(st.text("abc甲乙", min_size=1, max_size=4), inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(TREES, st.integers(2, 6))
def test_every_written_tree_can_be_laid_out(tree: Any, indent: int) -> None:
    import yaml

    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, indent=indent)
    once = laid_out(text)
    assert once is not None
    assert yaml.safe_load(once) == tree
    assert laid_out(once) == once
