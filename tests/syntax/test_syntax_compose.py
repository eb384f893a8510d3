"""What a plan file becomes: text with its place, whatever YAML would guess."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.diagnostics import Diagnostic, Diagnostics
from luoshi.source import MemoryWorld, SourceFile
from luoshi.syntax import BadNode, ListNode, MapNode, Node, ScalarNode, build, compose, read_source
from luoshi.syntax.faults import RULES


def read(text: str, *known: str) -> tuple[Node, tuple[Diagnostic, ...]]:
    bag = Diagnostics()
    return compose(SourceFile("plan.yaml", text), bag, known), bag.sorted()


def plain(node: Node) -> Any:
    if isinstance(node, ScalarNode):
        return node.value
    if isinstance(node, MapNode):
        return {key.value: plain(content) for key, content in node.pairs}
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return BadNode


def nodes(node: Node) -> list[Node]:
    found: dict[int, Node] = {}
    wait = [node]
    while wait:
        item = wait.pop()
        if id(item) in found:
            continue
        found[id(item)] = item
        if isinstance(item, MapNode):
            wait += [part for pair in item.pairs for part in pair]
        elif isinstance(item, ListNode):
            wait += item.items
    return list(found.values())


@pytest.mark.parametrize(
    "written",
    ["14:30", "8:30", "9:05", "15:00", "2026-09-01", "2025-9-1", "2025-09-31", "no", "on", "010",
     "3.10", "9.10", "1_000", "1e3", "0x1F", ".5", "=", "yes", "Null", "1次/月", "30%"],
)  # fmt: skip
def test_contents_stay_text_with_their_place(written: str) -> None:
    root, found = read(f"完成时限: {written}\n")
    assert found == ()
    assert isinstance(root, MapNode)
    content = root.pairs[0][1]
    assert isinstance(content, ScalarNode)
    assert (content.value, content.span.text) == (written, written)
    assert (content.span.line, content.span.column) == (1, 7)


def test_a_key_named_on_stays_a_name() -> None:
    assert plain(read("on: x\nno: y\n2026: z\n")[0]) == {"on": "x", "no": "y", "2026": "z"}


def test_block_collections_end_with_their_last_child() -> None:
    root, _ = read("a:\n  - b: c\n\n# comment\n\nd: |\n  text\n\n\n")
    assert isinstance(root, MapNode)
    assert root.pairs[0][1].span.text == "- b: c"
    assert root.pairs[1][1].span.text == "|\n  text"
    assert root.span.text.endswith("text")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_of_all_systems(end: str) -> None:
    root, found = read(end.join(["a: 甲", "b: 乙: 丙", "c: 丁", ""]))
    assert plain(root) == {"a": "甲", "b": "乙: 丙", "c": "丁"}
    assert [(item.code, item.primary and item.primary.line) for item in found] == [("YML008", 2)]


def test_an_alias_is_the_same_node() -> None:
    root, found = read("a: &x [1, 2]\nb: *x\n")
    assert found == ()
    assert isinstance(root, MapNode)
    assert root.pairs[0][1] is root.pairs[1][1]
    assert root.pairs[0][1].span.text == "[1, 2]"


SAMPLED = [rule for rule in RULES if rule.bad]


@pytest.mark.parametrize("rule", SAMPLED, ids=lambda rule: rule.name)
def test_the_bad_sample_gives_exactly_its_code(rule: Any) -> None:
    assert [item.code for item in read(rule.bad)[1]] == [rule.code]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_good_sample_gives_nothing(rule: Any) -> None:
    assert read(rule.good)[1] == ()


def test_rules_without_a_sample_are_those_about_files() -> None:
    names = {rule.name for rule in RULES if not rule.bad}
    assert names == {"encoding-not-utf8", "file-too-large", "file-missing", "file-unreadable"}


MISTAKES = """标题: 秋季校园安全
责任分工:
  - 内容: 护学岗
    完成时限：2026-10-16
　　责任单位: 区公安局
  - 内容: 时间: 14:30，地点: 三楼
    责任单位: [区公安局, 区交通局
\t时限: 2026-10-17
  - 内容: @全体
"""


def test_six_mistakes_show_as_six_and_the_rest_is_read() -> None:
    root, found = read(MISTAKES)
    assert [(item.code, item.primary and item.primary.line) for item in found] == [
        ("YML004", 4), ("YML005", 5), ("YML008", 6), ("YML011", 7), ("YML006", 8), ("YML010", 9),
    ]  # fmt: skip
    assert plain(root)["责任分工"] == [
        {"内容": "护学岗", "完成时限": "2026-10-16", "责任单位": "区公安局"},
        {
            "内容": "时间: 14:30，地点: 三楼",
            "责任单位": ["区公安局", "区交通局"],
            "时限": "2026-10-17",
        },
        {"内容": "@全体"},
    ]


def test_places_after_a_repair_are_those_of_the_file() -> None:
    source = SourceFile("plan.yaml", MISTAKES)
    root = compose(source, Diagnostics())
    for node in nodes(root):
        if isinstance(node, ScalarNode) and node.plain:
            assert source.text[node.start : node.end] == node.value


def test_the_corrected_lines_pasted_in_settle_everything() -> None:
    lines = MISTAKES.split("\n")
    for item in read(MISTAKES)[1]:
        for paste in item.paste:
            assert paste.line is not None
            lines[paste.line - 1] = paste.text
    assert read("\n".join(lines))[1] == ()


def test_safe_fixes_settle_what_they_promise() -> None:
    text = MISTAKES
    found = [item for item in read(text)[1] if item.fix and item.fix.safe]
    assert {item.code for item in found} == {"YML004", "YML005", "YML006"}
    edits = [edit for item in found if item.fix for edit in item.fix.edits]
    for edit in sorted(edits, key=lambda e: -e.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert {item.code for item in read(text)[1]} == {"YML008", "YML011", "YML010"}


@pytest.mark.parametrize(
    ("text", "tree", "codes"),
    [
        ("名称：甲\n时间：9月\n", {"名称": "甲", "时间": "9月"}, ["YML004", "YML004"]),
        ("t: x\n完成时限：2026-10-16\n", {"t": "x", "完成时限": "2026-10-16"}, ["YML004"]),
        ("组织：\n  组长: x\n标题: z\n", {"组织": {"组长": "x"}, "标题": "z"}, ["YML004"]),
        ("{内容：检查, 单位: x}\n", {"内容": "检查", "单位": "x"}, ["YML004"]),
        ("t:\n  - 内容：a\n    单位: b\n", {"t": [{"内容": "a", "单位": "b"}]}, ["YML004"]),
        ("t:\n  - 内容：a\n  - 内容: b\n", {"t": [{"内容": "a"}, {"内容": "b"}]}, ["YML004"]),
        ("a:\n  b: 1\n　 c: 2\n", {"a": {"b": "1", "c": "2"}}, ["YML005"]),
        ("a:\n  -x\n  -y\n", {"a": ["x", "y"]}, ["YML019", "YML019"]),
        ("a: [“x, y”, z]\n", {"a": ["x, y", "z"]}, ["YML009"]),
        ("a: 【x, y】\nb: z\n", {"a": "【x, y】", "b": "z"}, []),
        ("a: [x, y］\nb: z\n", {"a": ["x", "y"], "b": "z"}, ["YML009"]),
        ("a: > 90分\nb: 1\n", {"a": "> 90分", "b": "1"}, ["YML010"]),
        ("a: *重点*\nb: 1\n", {"a": "*重点*", "b": "1"}, ["YML010"]),
        ('a: "D:\\学校"\nb: 1\n', {"a": BadNode, "b": "1"}, ["YML001"]),
    ],
)
def test_slips_are_found_where_yaml_is_silent_or_stops(
    text: str, tree: Any, codes: list[str]
) -> None:
    root, found = read(text)
    assert plain(root) == tree
    assert [item.code for item in found] == codes


@pytest.mark.parametrize(
    "text",
    [
        "t: 会议：9月1日召开\n",
        "t:\n  - 加强领导：成立领导小组\n  - 落实责任：分工到人\n",
        "t: |\n  时间：9月\n  t: x: y\n  @全体\n",
        't: "\n  时间：9月\n  b: c"\n',
        "t: 通知如下\n  地点：三楼\n",
        "t: http://example.org/a:b\nu: 14:30\n",
        "t: {时间: 14:30, 比例: 3:1}\n",
        "- [门岗登记，逐人核对身份信息并留存备查资料, b]\n",
        "-1: x\n",
        "t: “甲, 乙”\n",
    ],
)
def test_ordinary_prose_is_left_in_peace(text: str) -> None:
    assert read(text)[1] == ()


def test_a_name_the_caller_knows_is_evidence() -> None:
    text = "内容: 检查门岗\n  完成时限：2026-10-16\n"
    assert read(text)[1] == ()
    root, found = read(text, "完成时限")
    assert [item.code for item in found] == ["YML004"]
    assert plain(root) == {"内容": "检查门岗", "完成时限": "2026-10-16"}


def test_three_of_one_key_are_two_findings_that_count() -> None:
    _, found = read("a: 1\na: 2\na: 3\n")
    assert [(item.code, item.args["n"]) for item in found] == [("YML007", 2), ("YML007", 3)]
    assert [item.labels[0].span.line for item in found] == [1, 1]


def test_nesting_stops_at_the_limit() -> None:
    deep = "[" * (build.MAX_DEPTH + 1) + "]" * (build.MAX_DEPTH + 1)
    assert [item.code for item in read(deep)[1]] == ["YML020"]
    fits = "[" * build.MAX_DEPTH + "]" * build.MAX_DEPTH
    assert read(fits)[1] == ()


def test_copies_stacked_up_stop_at_the_depth_limit_too() -> None:
    text = "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [[[*a{i - 1}]]]\n" for i in range(1, 40))
    assert [item.code for item in read(text)[1]] == ["YML012"]


def test_a_hundred_tabs_are_a_hundred_findings() -> None:
    root, found = read("a:\n" + "".join(f"\tk{i}: {i}\n" for i in range(100)))
    assert len(found) == 100
    assert len(plain(root)["a"]) == 100


def test_a_file_full_of_mistakes_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    root, found = read("".join(f"k{i}: @x\n  - [\n" for i in range(3000)))
    assert 100 < len(found) < 2000
    assert isinstance(root, (MapNode, BadNode))


def test_the_slow_parser_gives_the_same_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: &x [甲, 'b']\nb:\n  - c: |\n      d\n\n  - *x\ne:\n"
    fast = read(text)[0]
    monkeypatch.setattr(build, "cyaml", None)
    slow = read(text)[0]
    assert plain(slow) == plain(fast)
    assert [(n.start, n.end) for n in nodes(slow)] == [(n.start, n.end) for n in nodes(fast)]


PIECES = st.sampled_from(
    ["a", "内容", "：", ":", ": ", " ", "  ", "\n", "\n  ", "\n- ", "\t", "\u3000", "[", "]", "{", "}",
     ",", "，", '"', "'", "#", "@", "%", "&x ", "*x", "|\n", ">", "!!t ", "---\n", "<<: ", "“", "”",
     "\r\n", "\r", "\x01", "\u2028", "\x85", "\ufeff", "\ud800", "- ", "? ", "-", "\\"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60))
def test_any_text_gives_findings_and_places_inside_the_file(text: str) -> None:
    source = SourceFile("plan.yaml", text)
    bag = Diagnostics()
    root = compose(source, bag)
    spans = [node.span for node in nodes(root)]
    for item in bag.sorted():
        spans += [item.primary] if item.primary else []
        spans += [label.span for label in item.labels]
        spans += [edit.span for edit in item.fix.edits] if item.fix else []
    for span in spans:
        assert 0 <= span.start <= span.end <= len(text) + 1


NAMES = st.text("abc甲乙丙", min_size=1, max_size=5)
TREES = st.recursive(
    st.text("甲乙ab 1-9", min_size=1, max_size=9).map(str.strip).filter(bool),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(NAMES, inner, min_size=1, max_size=3)
    ),
    max_leaves=10,
)


@given(TREES)
def test_what_yaml_writes_is_what_is_read(tree: Any) -> None:
    import yaml

    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
    root, found = read(text)
    assert found == ()
    assert plain(root) == tree


def world(files: dict[str, bytes]) -> MemoryWorld:
    return MemoryWorld(dict(files), as_of=date(2026, 9, 1))


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        ("标题: 秋季校园安全\n".encode("gbk"), ["YML002"]),
        ("标题: 秋季校园安全\n".encode("utf-16"), ["YML002"]),
        (
            "标题: 秋季\n".encode() + b"a: \xff\n" + "标题二: 秋季校园安全方案\n".encode(),
            ["YML021"],
        ),
        (b"a: b\x00c\n", ["YML021"]),
        ("\ufeff标题: 甲\n".encode(), []),
        (b"", ["YML017"]),
    ],
)
def test_odd_files_are_read_and_named(data: bytes, codes: list[str]) -> None:
    bag = Diagnostics()
    source = read_source(world({"p.yaml": data}), Path("p.yaml"), bag)
    assert source is not None
    compose(source, bag)
    assert [item.code for item in bag.sorted()] == codes


def test_a_missing_and_a_huge_file_are_findings() -> None:
    bag = Diagnostics()
    files = world({"big.yaml": b"a" * (4 * 1024 * 1024 + 1)})
    assert read_source(files, Path("none.yaml"), bag) is None
    assert read_source(files, Path("big.yaml"), bag) is None
    assert [item.code for item in bag.sorted()] == ["YML003", "YML016"]


def test_a_folder_is_a_finding(tmp_path: Path) -> None:
    from luoshi.source import DiskWorld

    bag = Diagnostics()
    assert read_source(DiskWorld(date(2026, 9, 1)), tmp_path, bag) is None
    assert [item.code for item in bag.sorted()] == ["YML024"]
