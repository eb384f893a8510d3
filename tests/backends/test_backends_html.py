"""A page that opens from a disk or a phone, asks nothing of the network, and says who it is."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
import sample_documents as samples
from hypothesis import given
from hypothesis import strategies as st

from luoshi.backends.flow import printable
from luoshi.backends.html import emit_html, page_css
from luoshi.document.tree import (
    Blank,
    Cell,
    Document,
    Emphasis,
    Head,
    PageBreak,
    Paragraph,
    SignOff,
    Strong,
    Table,
    Text,
    Title,
)

ALL = [pytest.param(document, id=document.style + document.name) for document in samples.samples()]
VOID = {"meta", "br", "col"}


class Page(HTMLParser):
    """A page read by the standard library: tags with attributes, text, and whether tags close."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.pieces: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "br":
            self.pieces.append("\n")
        elif tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open and "main" in self.open:
            self.pieces.append(data)

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def emit(document: Document) -> str:
    return emit_html(document, samples.house(document.style))


def with_blocks(*blocks: object) -> Document:
    return replace(samples.notice(), blocks=blocks)


@pytest.mark.parametrize("document", ALL)
def test_a_page_asks_for_nothing_from_outside(document: Document) -> None:
    text = emit(document)
    page = Page(text)
    assert not page.open
    for tag, attributes in page.tags:
        assert tag not in {"script", "link", "img", "iframe", "object", "base", "form"}
        assert not {"src", "href", "srcset", "action"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]
    assert not re.search(r"https?:|url\(|@import", text)
    policies = [a["content"] for a in page.all("meta") if "http-equiv" in a]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


@pytest.mark.parametrize("document", ALL)
def test_a_page_names_language_plan_revision_and_content(document: Document) -> None:
    text = emit(document)
    page = Page(text)
    assert page.all("html")[0]["lang"] == document.language
    named = {a["name"]: a["content"] for a in page.all("meta") if "name" in a}
    assert named["luoshi-plan"] == document.plan_id
    assert named["luoshi-revision"] == document.revision
    assert named["luoshi-content"] == document.content_hash
    foot = text[text.index("<footer>") :]
    assert "3f9c·2e1a" in foot
    assert document.plan_id in foot
    assert document.revision.casefold() in foot.casefold()


@pytest.mark.parametrize("document", ALL)
def test_headings_descend_from_one_h1_without_a_gap(document: Document) -> None:
    levels = [int(tag[1]) for tag, _ in Page(emit(document)).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_state_is_a_word_and_gone_once_issued() -> None:
    assert "草稿</span>" in emit(samples.notice())
    issued = emit(replace(samples.notice(), state=""))
    assert "草稿" not in issued
    assert "pill draft" not in issued.split("</style>")[1]


def test_tables_keep_head_spans_and_caption() -> None:
    page = Page(emit(samples.notice()))
    assert [a.get("scope") for a in page.all("th")] == ["col"] * 4
    assert [a["rowspan"] for a in page.all("td") if "rowspan" in a] == ["2"]
    assert [a["colspan"] for a in page.all("td") if "colspan" in a] == ["2"]
    assert "表1　分月工作安排" in page.text


def test_a_house_without_red_has_none() -> None:
    assert "--red: var(--ink)" in emit(samples.english())
    assert "--red: var(--ink)" not in emit(samples.notice())
    assert "@page { size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm; }" in emit(samples.notice())


def test_every_class_used_is_drawn() -> None:
    drawn = page_css()
    for document in samples.samples():
        for attributes in [a for _, a in Page(emit(document)).tags]:
            for name in attributes.get("class", "").split():
                if name not in {"body", "flush", "recipients", "item", "remark", "label"}:
                    assert f".{name}" in drawn, name


def test_markup_in_the_plan_stays_words() -> None:
    text = '<script>alert("1")</script>&amp;</p>'
    document = with_blocks(
        Head(text, text, text, text),
        Title((Text(text),)),
        Paragraph((Text(text),), "body", text),
        Table((), (), ((Cell((Text(text),)),),), text),
        SignOff((text,), text),
    )
    page = Page(emit(replace(document, title=text, plan_id=text, state=text, foot=(text,))))
    assert not page.all("script")
    assert page.text.count(text) == 11


@given(st.text(max_size=60), st.text(max_size=20), st.floats(0, 30))
def test_any_text_survives(one: str, two: str, ems: float) -> None:
    inner = (Text(one), Strong((Text(two), Emphasis((Text(one),)))), Blank(ems))
    page = Page(emit(with_blocks(Paragraph(inner, "flush"))))
    expected = printable(one) + printable(two) + printable(one)
    assert page.text.strip("\n") == expected.strip("\n")


def test_what_follows_a_page_break_begins_a_page_in_print() -> None:
    def breaks(document: Document) -> int:
        return emit(document).split("</style>")[1].count("new-page")

    text = Paragraph((Text("正文"),))
    assert breaks(with_blocks(text, PageBreak(), text)) == 1
    assert breaks(with_blocks(PageBreak(), text)) == 0  # nothing before it
    assert breaks(with_blocks(text, PageBreak())) == 0  # nothing after it


@pytest.mark.outside
@pytest.mark.slow
def test_no_page_scrolls_sideways_on_a_phone(tmp_path: Path) -> None:
    if not shutil.which("chromium"):
        pytest.skip("chromium is not installed")
    script = (
        "f => { const e = f.contentDocument.documentElement;"
        " out.textContent += ` over=${e.scrollWidth - e.clientWidth}`; }"
    )
    frames = ""
    for index, document in enumerate(samples.samples()):
        (tmp_path / f"{index}.html").write_text(emit(document), "utf-8")
        frames += f"<iframe src='{index}.html' width='390' height='800' style='border:0'></iframe>"
    frame = (
        f"{frames}<p id='out'></p><script>onload = () => document.querySelectorAll('iframe')"
        f".forEach({script});</script>"
    )
    (tmp_path / "frame.html").write_text(frame, "utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    command += ["--allow-file-access-from-files", f"--user-data-dir={tmp_path / 'profile'}"]
    uri = (tmp_path / "frame.html").as_uri()
    done = subprocess.run([*command, uri], capture_output=True, check=True, timeout=110)
    assert re.findall(r"over=(\d+)", done.stdout.decode()) == ["0"] * 4
