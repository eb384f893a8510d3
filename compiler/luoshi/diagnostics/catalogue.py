"""The rules as pages: one for ``luoshi explain``, one Markdown page that lists them all."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from datetime import date

from luoshi.diagnostics.diagnostic import Arg, Rule, Severity
from luoshi.diagnostics.wording import fill, join_names, level_word
from luoshi.frozen import frozen
from luoshi.languages import Language

PROFILES = ("draft", "standard", "strict")


@frozen
class Found:
    """The rule that was asked for, or the names that come nearest to what was typed."""

    rule: Rule | None
    near: tuple[str, ...] = ()


def look_up(rules: Sequence[Rule], wanted: str) -> Found:
    """A rule by code or name, whatever the case; else up to three codes or names like it."""
    asked = wanted.strip().lower()
    for rule in rules:
        if asked in (rule.code.lower(), rule.name):
            return Found(rule)
    names = {rule.code.lower(): rule.code for rule in rules} | {
        rule.name: rule.name for rule in rules
    }
    near = difflib.get_close_matches(asked, names, n=3, cutoff=0.6)
    return Found(None, tuple(names[name] for name in near))


_NOT_FOUND: Mapping[Language, tuple[str, str, str]] = {
    "zh-Hans": ("没有“{wanted}”这一项。", "最接近的是：{near}", "看全部各项：luoshi explain --all"),
    "zh-Hant": (
        "沒有「{wanted}」這一項。",
        "最接近的是：{near}",
        "查看所有項目：luoshi explain --all",
    ),
    "en": (
        "There is no finding “{wanted}”.",
        "The nearest: {near}",
        "To see them all: luoshi explain --all",
    ),
}


def not_found(wanted: str, near: Sequence[str], language: Language) -> str:
    """The sentence for a code or name nobody knows, with the nearest ones or the way to all."""
    first, second, everything = _NOT_FOUND[language]
    names = join_names(tuple(near), language) if near else ""
    gap = " " if language == "en" else ""
    return first.format(wanted=wanted) + gap + (second.format(near=names) if near else everything)


@frozen
class _Words:
    what: str
    why: str
    to_do: str
    bad: str
    good: str
    since: str
    weight: str
    profiles: tuple[str, str, str]
    colon: str
    title: str
    head: tuple[str, str, str]
    no_sample: str


_WORDS: Mapping[Language, _Words] = {
    "zh-Hans": _Words(
        what="是什么", why="为什么要管", to_do="处理", bad="会指出的写法", good="可以的写法",
        since="从{}版起", weight="检查尺度", profiles=("起草", "一般", "从严"), colon="：",
        title="检查项一览", head=("代码", "名称", "一般尺度"), no_sample="（不是文字内容的问题，没有样例。）",
    ),
    "zh-Hant": _Words(
        what="是什麼", why="為何要檢查", to_do="處理", bad="會列出的寫法", good="可行的寫法",
        since="自{}版起", weight="檢查標準", profiles=("草擬", "一般", "從嚴"), colon="：",
        title="檢查項目一覽", head=("代碼", "名稱", "一般標準"), no_sample="（並非文字內容的問題，沒有範例。）",
    ),
    "en": _Words(
        what="What it is", why="Why it matters", to_do="What to do", bad="This is found",
        good="This is not", since="Since {}", weight="Weight", profiles=PROFILES, colon=": ",
        title="All findings", head=("Code", "Name", "Weight"), no_sample="(Not about the text, so there is no sample.)",
    ),
}  # fmt: skip


def _several(hans: str, hant: str, en: str) -> Mapping[Language, str]:
    return {"zh-Hans": hans, "zh-Hant": hant, "en": en}


# What stands for a finding's own words where a page speaks of no finding in particular.
_FOR_EXAMPLE: Mapping[str, Arg] = {
    "lead": _several("牵头单位", "主辦單位", "lead"),
    "assists": _several("配合", "協辦", "assist"),
    "joint": _several("联合", "合辦", "joint"),
    "head": _several("组长", "召集人", "head"),
    "send": _several("报送", "報送", "report"),
    "want": 4,
    "other": 23,
    "half": ",",
    "close": "]",
    "suggestion": _several(
        "对照栏目表，写成表里的栏目名；用不到的，删去这一行。",
        "請對照欄位表，改成表內的欄位名稱；用不到者請刪去這一行。",
        "Use a name from the list of fields, or take the line out.",
    ),
    "wanted": _several("这一栏要的形式", "此欄位要的形式", "what the field takes"),
    "form": _several("这一栏要的形式", "此欄位要的形式", "what the field takes"),
    "forms": _several(
        "2026-09-30、9月30日、每周五15:00",
        "2026-09-30、9月30日、每週五15:00",
        "2026-09-30, 30 September, every Friday",
    ),
    "advice": _several(
        "对照原件，是哪一天就写哪一天，如：2026-11-02",
        "請對照原件，是哪一天就寫哪一天，如：2026-11-02",
        "Compare the original and write the day that is meant, for example: 2026-11-02",
    ),
    "year": 2027,
    "a": "2026—2027",
    "b": "2027—2028",
    "stated": _several("周二", "週二", "Tuesday"),
    "near": date(2026, 11, 10),
}


def _to_do(rule: Rule, language: Language) -> str:
    """What to do about a rule's findings, with examples for what each of them would name."""
    return fill(rule.texts[language].help, _FOR_EXAMPLE, language)


def explain(rule: Rule, language: Language) -> str:
    """The page of one rule for a screen, with a line end after the last line."""
    words, texts = _WORDS[language], rule.texts[language]
    parts = [
        f"{rule.code}  {rule.name}",
        _part(words.what, texts.what),
        _part(words.why, texts.why),
        _part(words.to_do, _to_do(rule, language)),
        _part(words.bad, rule.bad or words.no_sample),
        _part(words.good, rule.good),
        f"{words.weight}{words.colon}{_weights(rule, language)}",
        words.since.format(rule.since),
    ]
    return "\n\n".join(parts) + "\n"


def _part(heading: str, body: str) -> str:
    return heading + "\n" + "\n".join("  " + line for line in body.rstrip("\n").split("\n"))


def _weights(rule: Rule, language: Language) -> str:
    words = _WORDS[language]
    pairs = zip(words.profiles, PROFILES, strict=True)
    mark = ", " if language == "en" else "，"
    gap = " " if language == "en" else ""
    return mark.join(f"{word}{gap}{_level(rule.weight(name), language)}" for word, name in pairs)


_OFF = {"zh-Hans": "不列", "zh-Hant": "不列", "en": "off"}


def _level(severity: Severity, language: Language) -> str:
    if severity is Severity.OFF:
        return _OFF[language]
    word = level_word(severity, language)
    return word.lower() if language == "en" else word


def catalogue_page(rules: Sequence[Rule], language: Language) -> str:
    """A Markdown page of all rules: a table, then a section for each in order of code."""
    words = _WORDS[language]
    ordered = sorted(rules, key=lambda rule: rule.code)
    lines = [f"# {words.title}", "", f"| {' | '.join(words.head)} |", "|---|---|---|"]
    for rule in ordered:
        level = _level(rule.weight("standard"), language)
        lines.append(f"| [{rule.code}](#{rule.code.lower()}) | `{rule.name}` | {level} |")
    for rule in ordered:
        lines += ["", *_section(rule, language)]
    return "\n".join(lines) + "\n"


def _section(rule: Rule, language: Language) -> list[str]:
    words, texts = _WORDS[language], rule.texts[language]
    lines = [f'<a id="{rule.code.lower()}"></a>', "", f"## {rule.code} `{rule.name}`", ""]
    lines += [
        texts.what,
        "",
        texts.why,
        "",
        f"{words.to_do}{words.colon}{_to_do(rule, language)}",
        "",
    ]
    for heading, sample in ((words.bad, rule.bad), (words.good, rule.good)):
        lines += [f"{heading}{words.colon.rstrip()}", "", *_sample(sample, words), ""]
    lines += [f"{words.weight}{words.colon}{_weights(rule, language)}", ""]
    return [*lines, words.since.format(rule.since)]


def _sample(sample: str, words: _Words) -> list[str]:
    if not sample:
        return [words.no_sample]
    return ["```yaml", *sample.rstrip("\n").split("\n"), "```"]
