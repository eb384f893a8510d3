"""Findings of making documents: templates, styles, glyphs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from luoshi.diagnostics import Diagnostic, Label, Language, Rule, Severity, Texts
from luoshi.document.wording import TemplateProblem
from luoshi.source import SourceFile, Span

_KINDS: dict[str, dict[Language, str]] = {
    "syntax": {"zh-Hans": "写法不对", "zh-Hant": "寫法不對", "en": "it is not well formed"},
    "undefined": {
        "zh-Hans": "用了没有的名称",
        "zh-Hant": "用了沒有的名稱",
        "en": "it uses a name that is not there",
    },
    "missing": {
        "zh-Hans": "引用了没有的范本",
        "zh-Hant": "引用了沒有的範本",
        "en": "it includes a template that is missing",
    },
    "encoding": {
        "zh-Hans": "文字编码不对，应当另存为",
        "zh-Hant": "文字編碼不對，應另存為",
        "en": "it must be saved in another encoding",
    },
    "unreadable": {"zh-Hans": "读不出来", "zh-Hant": "讀不出來", "en": "it can't be read"},
    "forbidden": {
        "zh-Hans": "用了不允许的操作",
        "zh-Hant": "用了不允許的操作",
        "en": "it asks for something that is not allowed",
    },
    "too-long": {"zh-Hans": "内容太长", "zh-Hant": "內容太長", "en": "it grows too long"},
    "failed": {"zh-Hans": "算不出来", "zh-Hant": "算不出來", "en": "it can't be worked out"},
}

TEMPLATE_FAULT = Rule(
    code="DOC001",
    name="template-fault",
    severity=Severity.ERROR,
    texts={
        "zh-Hans": Texts(
            message="范本{template:q}第{line}行{kind}：{detail}。",
            primary="这一行",
            related="方案里是这一条",
            help="改正这份范本；删去它就用自带的范本。",
            what="文书的范本有问题，用到它的文书没有生成。",
            why="范本是办公室自己能改的，改坏一处也要说得出在哪里。",
        ),
        "zh-Hant": Texts(
            message="範本{template:q}第{line}行{kind}：{detail}。",
            primary="這一行",
            related="計畫裡是這一項",
            help="請改正這份範本；刪去它就用內附的範本。",
            what="文件的範本有問題，用到它的文件沒有產生。",
            why="範本是辦公室自己能改的，改壞一處也要說得出在哪裡。",
        ),
        "en": Texts(
            message="Template {template:q}, line {line}: {kind} ({detail}).",
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
    severity=Severity.WARNING,
    texts={
        "zh-Hans": Texts(
            message="本机没有能印出{char:q}的字体，PDF里这个字是空框。",
            primary="这个字",
            help="装上有这个字的字体再生成，或换一种写法；Word文件不受影响。",
            what="有一个字，本机所有字体里都没有。",
            why="印出空框的名字，等于没有印。",
        ),
        "zh-Hant": Texts(
            message="本機沒有能印出{char:q}的字型，PDF裡這個字是空框。",
            primary="這個字",
            help="請安裝有這個字的字型再產生，或換一種寫法；Word檔不受影響。",
            what="有一個字，本機所有字型裡都沒有。",
            why="印出空框的名字，等於沒有印。",
        ),
        "en": Texts(
            message="No font here can print {char:q}; it is an empty box in the PDFs.",
            primary="this character",
            help="Install a font that has it and build again, or write it otherwise.",
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
        },
        labels=() if at is None else (Label(at),),
        about=(problem.template,),
    )


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
