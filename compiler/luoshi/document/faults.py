"""Findings of making documents: templates, styles, glyphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from luoshi.diagnostics import LANGUAGES, Diagnostic, Label, Language, Rule, Severity, Texts
from luoshi.diagnostics.wording import quote
from luoshi.document.style import StyleProblem
from luoshi.document.wording import TemplateProblem
from luoshi.source import SourceFile, Span

_ABSENT: dict[Language, str] = {"zh-Hans": "没有找到", "zh-Hant": "不存在", "en": " was not found"}
_KINDS: dict[str, dict[Language, str]] = {
    "syntax": {"zh-Hans": "写法不对", "zh-Hant": "寫法不對", "en": " is not well formed"},
    "undefined": {
        "zh-Hans": "用了没有的名称",
        "zh-Hant": "用了沒有的名稱",
        "en": " uses a name that is not there",
    },
    "missing": {
        "zh-Hans": "引用了没有的范本",
        "zh-Hant": "引用了沒有的範本",
        "en": " includes a template that is not there",
    },
    "encoding": {
        "zh-Hans": "文字编码不对，应当另存为",
        "zh-Hant": "文字編碼不對，應另存為",
        "en": " must be saved in another encoding",
    },
    "unreadable": {"zh-Hans": "读不出来", "zh-Hant": "讀不出來", "en": " can't be read"},
    "forbidden": {
        "zh-Hans": "用了不允许的操作",
        "zh-Hant": "用了不允許的操作",
        "en": " asks for something that is not allowed",
    },
    "too-long": {"zh-Hans": "内容太长", "zh-Hant": "內容太長", "en": " grows too long"},
    "failed": {"zh-Hans": "算不出来", "zh-Hant": "算不出來", "en": " can't be worked out"},
}
# Line and detail round what a template did; each is left out where it is not known.
_LINES: dict[Language, str] = {"zh-Hans": "第{}行", "zh-Hant": "第{}行", "en": ", line {},"}
_DETAILS: dict[Language, str] = {"zh-Hans": "：{}", "zh-Hant": "：{}", "en": ": {}"}
# How the template language says which name it missed; only the name is worth reading.
_NAME_MISSED = re.compile(r"has no attribute '([^']+)'|'([^']+)' is undefined")

TEMPLATE_FAULT = Rule(
    code="DOC001",
    name="template-fault",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="范本{template:q}{what}。",
            primary="这一行",
            related="方案里是这一条",
            help="改正这份范本；删去它就用自带的范本。",
            what="文书的范本有问题，用到它的文书没有生成。",
            why="范本是办公室自己能改的，改坏一处也要说得出在哪里。",
        ),
        "zh-Hant": Texts(
            message="範本{template:q}{what}。",
            primary="這一行",
            related="計畫裡是這一項",
            help="請改正這份範本；刪去它就用內附的範本。",
            what="文件的範本有問題，用到它的文件沒有產生。",
            why="範本是辦公室自己能改的，改壞一處也要說得出在哪裡。",
        ),
        "en": Texts(
            message="Template {template:q}{what}.",
            primary="this line",
            related="this entry of the plan",
            help="Correct the template; without it the one that comes with Luoshi is used.",
            what="A template has a fault; documents that use it were not made.",
            why="An office may change its wording, so a slip in it must have a place.",
        ),
    },
    bad="",
    good="",
)

MISSING_GLYPH = Rule(
    code="DOC002",
    name="missing-glyph",
    severity=Severity.ERROR,
    draft=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="本机没有能印出{char:q}的字体，PDF里这个字是空框。",
            primary="这个字",
            help="装上有这个字的字体再生成，或换一种写法；空框也可以的，写豁免说明。",
            what="有一个字，本机所有字体里都没有。",
            why="印出空框的名字，等于没有印。",
        ),
        "zh-Hant": Texts(
            message="這台電腦沒有能印出{char:q}的字型，PDF裡這個字是空框。",
            primary="這個字",
            help="請安裝有這個字的字型再產生，或換一種寫法；若空框也可以，請寫豁免說明。",
            what="有一個字，這台電腦的所有字型裡都沒有。",
            why="印出空框的名字，等於沒有印。",
        ),
        "en": Texts(
            message="No font here can print {char:q}; it is an empty box in the PDFs.",
            primary="this character",
            help="Install a font that has it, or write it otherwise; a waiver lets the box stand.",
            what="A character that no font on this machine has.",
            why="A name printed as a box is not printed.",
        ),
    },
    bad="",
    good="",
)

STYLE_FAULT = Rule(
    code="DOC003",
    name="style-fault",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="版式文件{template:q}第{line}行读不懂：{detail}。",
            primary="这一行",
            help="改正这个版式文件；删去它就用自带的版式。",
            what="版式文件有问题，用到它的文书没有生成。",
            why="版式决定字号和边距，读错了整份文书都不对。",
        ),
        "zh-Hant": Texts(
            message="版面檔{template:q}第{line}行讀不懂：{detail}。",
            primary="這一行",
            help="請改正這個版面檔；刪去它就用內附的版面。",
            what="版面檔有問題，用到它的文件沒有產生。",
            why="版面決定字級與邊界，讀錯了整份文件都不對。",
        ),
        "en": Texts(
            message="Style file {template:q}, line {line}, can't be read: {detail}.",
            primary="this line",
            help="Correct the style file; without it the one that comes with Luoshi is used.",
            what="A house style has a fault; documents that use it were not made.",
            why="It decides sizes and margins of the whole document.",
        ),
    },
    bad="",
    good="",
)

RULES: tuple[Rule, ...] = (TEMPLATE_FAULT, MISSING_GLYPH, STYLE_FAULT)


def template_fault(
    problem: TemplateProblem, used: Mapping[str, Path], at: Span | None = None
) -> Diagnostic:
    """The finding of a template's fault, at its line where the file is known.

    ``at`` is the place in the plan that the template was about to print.
    """
    path = used.get(problem.template)
    return Diagnostic(
        rule=TEMPLATE_FAULT,
        primary=None if path is None else _line_of(path, problem.line),
        args={
            "template": problem.template,
            "line": problem.line,
            "kind": _KINDS[problem.kind],
            "detail": problem.detail,
            "what": {language: _what(problem, language) for language in LANGUAGES},
        },
        labels=() if at is None else (Label(at),),
        about=(problem.template,),
    )


def style_fault(name: str, path: Path | None, problem: StyleProblem) -> Diagnostic:
    """The finding of a fault in a house style, at its line where the file is known."""
    return Diagnostic(
        rule=STYLE_FAULT,
        primary=None if path is None else _line_of(path, problem.line),
        args={"template": name, "line": problem.line, "detail": problem.words},
        about=(name,),
    )


def _what(problem: TemplateProblem, language: Language) -> str:
    """Where and what a template did, said of its name."""
    if problem.kind == "missing" and problem.detail == problem.template:
        return _ABSENT[language]
    line = _LINES[language].format(problem.line) if problem.line > 0 else ""
    missed = _NAME_MISSED.search(problem.detail)
    detail = quote(missed[1] or missed[2], language) if missed else problem.detail.rstrip(".")
    if detail == Path(problem.template).name or (language != "en" and not missed):
        detail = ""  # what the template engine says of itself is English
    told = line + _KINDS[problem.kind][language]
    return told + (_DETAILS[language].format(detail) if detail else "")


def _line_of(path: Path, line: int) -> Span | None:
    try:
        source = SourceFile(path.as_posix(), path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return None
    number = min(max(line, 1), source.line_count())
    start = source.line_starts[number - 1]
    text = source.line(number)
    inset = len(text) - len(text.lstrip())
    return Span(source, start + inset, start + max(len(text.rstrip()), inset + 1))
