"""The catalogue of findings: complete in three languages, within the limits, true to its examples."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from luoshi.check.waiver_faults import RULES as WAIVER_RULES
from luoshi.diagnostics import LANGUAGES, Diagnostic, Diagnostics, Language, Rule, Texts
from luoshi.diagnostics.catalogue import explain
from luoshi.diagnostics.text import render
from luoshi.diagnostics.wording import headline, help_text, label_text
from luoshi.driver.check import check_file
from luoshi.driver.rules import RULES
from luoshi.model import read_plan
from luoshi.source import SourceFile
from luoshi.source.world import MemoryWorld
from luoshi.syntax import compose

PLAN = Path("plan.yaml")
CHECKED = [rule for rule in RULES if rule.code[:3] in ("YML", "MOD", "CHK")]
SHOWN = [rule for rule in CHECKED if rule.bad]
# What a person can't show in one file of text: bytes, missing and closed files, tables.
NOT_SHOWN = {"YML002", "YML003", "YML016", "YML024", "MOD015"}
# A waiver that has ended is found together with the finding that counts again.
ALONGSIDE = {WAIVER_RULES[0].code: {"CHK001"}}
# Words of the office: which of them a sentence needs differs from language to language.
OFFICE = {"group", "head", "lead", "leads", "joint", "assist", "assists", "report", "send", "part"}
LONGEST = {"headline": (40, 100), "label": (12, 30), "help": (60, 120)}
# Sentences whose languages differ in their placeholders, as the table of worked texts has them.
OWN_WORDING = {"YML005", "MOD021", "CHK080"}
MACHINERY = {
    "zh-Hans": [
        "用户",
        "校验",
        "解析",
        "语法",
        "字段",
        "字符串",
        "占位符",
        "警告",
        "映射",
        "哈希",
        "参数",
        "！",
    ],
    "zh-Hant": [
        "使用者",
        "校驗",
        "解析",
        "語法",
        "字段",
        "字串",
        "佔位符",
        "警告",
        "雜湊",
        "參數",
        "文件夾",
        "軟件",
        "！",
    ],
    "en": [
        r"token",
        r"string",
        r"array",
        r"boolean",
        r"null",
        r"None",
        r"parsed?",
        r"warnings?",
        r"errors?",
        r"placeholder",
        r"hash",
        r"\w!",
    ],
}
BLAME = {
    "zh-Hans": ["您", "你", "忘记", "错误", "非法", "无效", "失败", "请检查"],
    "zh-Hant": ["您", "你", "忘記", "錯誤", "非法", "無效", "失敗", "請檢查"],
    "en": [
        "illegal",
        "invalid",
        "bad",
        "failed",
        "failure",
        "still",
        "wrong",
        "forgot",
        "forgotten",
        "please",
        "sorry",
    ],
}


def found_in(rule: Rule, text: str) -> tuple[Diagnostic, ...]:
    """What a text gives, read as far as the rule's own room reads it."""
    bag = Diagnostics()
    world = MemoryWorld({str(PLAN): text}, date(2026, 9, 1))
    if rule.code.startswith("YML"):
        compose(SourceFile(str(PLAN), text), bag)
        return bag.sorted()
    if rule.code.startswith("MOD"):
        read_plan(world, PLAN, bag)
        return bag.sorted()
    return check_file(world, PLAN).findings


def own(rule: Rule) -> Diagnostic:
    """The finding of a rule's bad example."""
    return next(d for d in found_in(rule, rule.bad) if d.code == rule.code)


def sentences(texts: Texts) -> Iterator[str]:
    yield from (texts.message, texts.one, texts.primary, texts.related, texts.help)
    yield from (texts.what, texts.why, *texts.labels.values(), *texts.notes.values())


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def size(text: str, language: Language) -> float:
    """Length as readers feel it: in Chinese two Latin letters take the room of one character."""
    if language == "en":
        return len(text)
    return sum(0.5 if ord(char) < 0x2000 else 1 for char in text)


by_code = pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: f"{rule.code}-{rule.name}")
by_example = pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: f"{rule.code}-{rule.name}")
in_language = pytest.mark.parametrize("language", LANGUAGES)


def test_codes_and_names_are_unique() -> None:
    for values in ([rule.code for rule in RULES], [rule.name for rule in RULES]):
        assert sorted(values) == sorted(set(values))


def test_codes_that_people_have_seen_are_kept() -> None:
    names = {rule.code: rule.name for rule in RULES}
    for code, name in {
        "CHK001": "member-without-duty",
        "MOD011": "unknown-unit",
        "MOD021": "date-ambiguous",
        "YML004": "fullwidth-colon",
        "YML007": "duplicate-key",
    }.items():
        assert names[code] == name
    # 034 due-on-day-off, 061 band-gap: printed in the guide, kept free for them
    assert names.get("CHK034", "due-on-day-off") == "due-on-day-off"
    assert names.get("CHK061", "band-gap") == "band-gap"


def test_only_what_no_text_can_show_has_no_example() -> None:
    assert {rule.code for rule in CHECKED if not rule.bad} <= NOT_SHOWN


@by_code
def test_texts_are_whole_in_three_languages(rule: Rule) -> None:
    for language in LANGUAGES:
        texts = rule.texts[language]
        for sentence in (texts.message, texts.help, texts.what, texts.why):
            assert sentence.strip(), (language, texts)
    facts = {lang: placeholders(rule.texts[lang].message) - OFFICE for lang in LANGUAGES}
    if rule.code not in OWN_WORDING:
        assert len({frozenset(names) for names in facts.values()}) == 1, facts


def holds(word: str, sentence: str) -> bool:
    bare = re.sub(r"\{[^{}]*\}", "", sentence)
    return bool(re.search(rf"\b{word}\b" if word.isascii() and word[0] != "\\" else word, bare))


@by_code
def test_no_sentence_speaks_of_machinery(rule: Rule) -> None:
    for language in LANGUAGES:
        for sentence in sentences(rule.texts[language]):
            assert not [w for w in MACHINERY[language] if holds(w, sentence)], sentence


@by_code
def test_no_sentence_blames_anybody(rule: Rule) -> None:
    for language in LANGUAGES:
        texts = rule.texts[language]
        for sentence in (texts.message, texts.one, texts.primary, texts.related, texts.help):
            assert not [w for w in BLAME[language] if holds(w, sentence.lower())], sentence


@by_code
def test_texts_can_stand_on_old_consoles(rule: Rule) -> None:
    for sentence in sentences(rule.texts["zh-Hans"]):
        sentence.encode("gbk")
    for sentence in sentences(rule.texts["zh-Hant"]):
        sentence.encode("big5")


@by_code
def test_sentences_end_and_labels_do_not(rule: Rule) -> None:
    for language in LANGUAGES:
        texts = rule.texts[language]
        stop = "." if language == "en" else "。"
        assert texts.message.endswith(stop), texts.message
        assert texts.what.endswith(stop), texts.what
        assert texts.why.endswith(stop), texts.why
        assert texts.help.endswith((stop, "：", ":", "}")), texts.help
        for label in (texts.primary, texts.related, *texts.labels.values()):
            assert not label.endswith(stop), label


@by_code
def test_no_halfwidth_punctuation_between_chinese(rule: Rule) -> None:
    for language in ("zh-Hans", "zh-Hant"):
        for sentence in sentences(rule.texts[language]):
            assert not re.search(r"[\u4e00-\u9fff][,;?!()]|[,;?!()][\u4e00-\u9fff]", sentence), (
                sentence
            )


@by_example
def test_the_bad_example_gives_just_this_finding(rule: Rule) -> None:
    codes = {d.code for d in found_in(rule, rule.bad)}
    assert codes - ALONGSIDE.get(rule.code, set()) == {rule.code}


@by_example
def test_the_good_example_is_silent(rule: Rule) -> None:
    found = found_in(rule, rule.good)
    assert not found, [headline(d, "en") for d in found]


@in_language
@by_example
def test_a_finding_reads_well(rule: Rule, language: Language) -> None:
    found = own(rule)
    limits = {key: both[language == "en"] for key, both in LONGEST.items()}
    assert size(headline(found, language), language) <= limits["headline"]
    assert size(help_text(found, language), language) <= limits["help"]
    labels = [("primary", {})] + [(label.key, label.args) for label in found.labels]
    for key, args in labels:
        words = label_text(found, key, args, language)
        assert size(words, language) <= limits["label"], words
    assert "{" not in render(found, language).replace(rule.bad, "").split("\n")[0]


@by_example
def test_a_finding_says_where_and_about_what(rule: Rule) -> None:
    found = own(rule)
    if rule.code not in {"YML017"}:  # an empty file has no place
        assert found.primary is not None
    if rule.code.startswith("CHK"):
        assert found.about, "a waiver could point at nothing"


WAIVABLE = [rule for rule in SHOWN if rule.code.startswith("CHK") and rule not in WAIVER_RULES]


@pytest.mark.parametrize("rule", WAIVABLE, ids=lambda rule: rule.code)
def test_a_waiver_with_its_reason_quiets_a_finding(rule: Rule) -> None:
    subject = own(rule).about[0]
    waiver = f'豁免说明: [{{代码: {rule.code}, 对象: "{subject}", 理由: 经办公会议研究}}]\n'
    waived = found_in(rule, rule.bad + waiver)
    assert {d.code for d in waived if d.waived} == {rule.code}
    assert not [d for d in waived if d.waived is None], "the waiver is used and nothing is left"


@by_code
def test_a_page_of_explanation_has_words_where_a_finding_has_its_own(rule: Rule) -> None:
    for language in LANGUAGES:
        page = explain(rule, language)
        assert not re.search(r"(?<!\{)\{[a-z]+(:[a-z]+)?\}(?!\})|\{\{\{", page), page
