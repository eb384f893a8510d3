"""Markdown that a reader of CommonMark turns back into the same words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import sample_documents as samples
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from luoshi.backends.flow import printable
from luoshi.backends.markdown import emit_markdown
from luoshi.document.tree import (
    Cell,
    Document,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Paragraph,
    Strong,
    Table,
    Text,
    Title,
    plain_text,
)

READER = MarkdownIt("commonmark").enable("table")


def read(document: Document) -> list[Token]:
    return READER.parse(emit_markdown(document))


def words(tokens: list[Token]) -> str:
    """All characters of the inlines, breaks as newlines."""
    parts: list[str] = []
    for token in tokens:
        for child in token.children or ():
            assert child.type not in {"html_inline", "image", "link_open"}, child
            parts.append("\n" if child.type in {"hardbreak", "softbreak"} else child.content)
        assert token.type not in {"html_block", "code_block", "fence"}, token
    return "".join(parts)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def with_blocks(*blocks: object) -> Document:
    return replace(samples.notice(), blocks=blocks, state="", foot=("脚注",), plan_id="")


def body_words(*blocks: object) -> str:
    text = words(read(with_blocks(*blocks)))
    return squeezed(text).removesuffix("脚注第3稿　核对码3f9c·2e1a".replace("　", ""))


@pytest.mark.parametrize("document", samples.samples(), ids=lambda d: d.style + d.name)
def test_a_document_reads_back_with_its_headings_and_table(document: Document) -> None:
    tokens = read(document)
    wanted = [
        ("h1" if isinstance(block, Title) else f"h{block.level + 1}")
        for block in document.blocks
        if isinstance(block, Title | Heading)
    ]
    assert [token.tag for token in tokens if token.type == "heading_open"] == wanted
    found = squeezed(words(tokens))
    for block in document.blocks:
        if isinstance(block, Title | Heading | Paragraph):
            assert squeezed(plain_text(block.children)) in found
        if isinstance(block, Table):
            for cell in [cell for row in (*block.head, *block.rows) for cell in row]:
                assert squeezed(plain_text(cell.children)) in found
    assert "3f9c·2e1a" in found
    assert not [token for token in tokens if token.type == "bullet_list_open"]


def test_weights_show_only_where_they_can_be_read() -> None:
    inside = Strong((Text("责任"),))
    assert "**责任**" in emit_markdown(with_blocks(Paragraph((Text("压实"), inside, Text("。")))))
    quoted = Strong((Text("“安全”"),))
    text = emit_markdown(with_blocks(Paragraph((Text("坚持"), quoted, Text("为先")))))
    assert "坚持“安全”为先" in text


@pytest.mark.parametrize(
    "text",
    [
        "# 标题",
        "1. 列表",
        "12) 列表",
        "- 短横",
        "+ 加号",
        "===",
        "---",
        "> 引文",
        "```",
        "~~~",
        "    缩进",
        "<b>x</b>",
        "&amp;",
        "[x](y)",
        "![x](y)",
        "[a]: b",
        "a|b",
        "|a|\n|-|",
        ":-",
        "*a* _b_ `c`",
        "\\",
        "a\\",
        "a\n",
        "\n\na\n\nb\n\n",
        "https://example.org",
        "$x$",
    ],
)
def test_what_looks_like_markup_stays_words(text: str) -> None:
    assert body_words(Paragraph((Text(text),))) == squeezed(text)
    assert body_words(Title((Text(text),))) == squeezed(text)
    assert body_words(Table((), (), ((Cell((Text(text),)),),))) == squeezed(text)


leaves: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Text, st.text(max_size=12)),
    st.builds(Text, st.text("*_`[]()<>&#|\\-+=:.1 \n中“”，。！~", max_size=12)),
    st.just(LineBreak()),
)
inlines = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Strong, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Emphasis, st.lists(inner, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)


@settings(max_examples=300)
@given(st.lists(inlines, max_size=4).map(tuple))
def test_any_inlines_survive_as_paragraph_heading_and_cell(children: tuple[Inline, ...]) -> None:
    expected = squeezed(printable(plain_text(children)))
    assert body_words(Paragraph(children, "flush")) == expected
    assert body_words(Paragraph(children, "quote")) == expected
    assert body_words(Heading(2, "", children)) == expected
    assert body_words(Table((), (), ((Cell(children), Cell(())),))) == expected
