"""Every word table of the program, held to the same manners as the findings.

The tables are found, not listed: any module-level text of the rooms that speak is read from the
source, so that a new table is held to them from its first day.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
LUOSHI = TOP / "compiler" / "luoshi"
SPEAKING = [
    TOP / "compiler" / "start.py",
    LUOSHI / "backends" / "coverage_words.py",
    LUOSHI / "backends" / "site" / "words.py",
    LUOSHI / "check" / "waiver_faults.py",
    LUOSHI / "diagnostics" / "catalogue.py",
    LUOSHI / "diagnostics" / "text.py",
    LUOSHI / "diagnostics" / "wording.py",
    LUOSHI / "diff" / "git.py",
    LUOSHI / "diff" / "sentences.py",
    LUOSHI / "document" / "calendar_words.py",
    LUOSHI / "document" / "faults.py",
    LUOSHI / "document" / "naming.py",
    LUOSHI / "driver" / "sentences.py",
    LUOSHI / "driver" / "site.py",
    LUOSHI / "fonts" / "install.py",
    *sorted((LUOSHI / "cli").glob("*.py")),
    *sorted((LUOSHI / "check" / "rules").glob("*.py")),
    LUOSHI / "model" / "faults.py",
    LUOSHI / "model" / "date_faults.py",
    *sorted((LUOSHI / "syntax").glob("faults*.py")),
]
HAN = re.compile(r"[\u4e00-\u9fff]")
# Said of nobody and by nobody: no person is blamed, the tool is no person, no exclamation.
NEVER = (
    "您|你|用户|使用者|用戶|抱歉|忘记|忘記|非法|无效|無效|失败|失敗|错误|錯誤|警告|致命|"
    "请检查您|校验|校驗|解析|语法错误|字段|字符串|占位符|佔位符|哈希|雜湊|诊断|診斷|映射|产物|"
    "今天|(?<![写寫])明日|明天|缓存|快取|！|成功"
)
FORBIDDEN = re.compile(NEVER)
MAINLAND_ONLY = re.compile(
    "文件夹|文件夾|软件|軟件|硬盘|硬盤|默认|默認|信息員|字体|字體|打印|屏幕|運行"
)
TAIWAN_ONLY = re.compile("資料夾|檔案|軟體|預設|字型|列印|螢幕|執行")
ENGLISH = re.compile(
    r"\b(illegal|invalid|bad|failed|failure|wrong|forgot|forgotten|please|sorry|warnings?|errors?|"
    r"token|string|array|boolean|null|parsed?|placeholder|hash|successfully|oops)\b|finding\(s\)",
    re.IGNORECASE,
)
# Words of English that a machine needs as they are.
MACHINE = re.compile(
    r"^[a-z0-9_.+/-]*$|^[A-Z]\w+Error$|^\(\?|\\|^[A-Z][A-Z0-9]+$|name resolution|getaddrinfo"
)


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """The texts of a module that are no docstrings, with the line each begins on."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plain = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in plain:
            yield node.lineno, node.value


def is_plan(text: str) -> bool:
    """Whether a text is a sample plan or a pattern and not something that is said."""
    return "\n" in text or "(?" in text or bool(re.match(r"\s*(- )?[{\[]?[\u4e00-\u9fff]+: ", text))


def said(path: Path) -> Iterator[tuple[int, str]]:
    """The sentences and labels of a module in Chinese."""
    for line, text in texts(path):
        if HAN.search(text) and not is_plan(text):
            yield line, text


each_table = pytest.mark.parametrize(
    "path", SPEAKING, ids=lambda path: str(path.relative_to(TOP / "compiler"))
)

# Rules hold small plans as well; their sentences are read one by one in test_catalogue.
each_label = pytest.mark.parametrize(
    "path",
    [p for p in SPEAKING if p.parent.name != "rules" and "faults" not in p.stem],
    ids=lambda path: str(path.relative_to(TOP / "compiler")),
)


@each_table
def test_no_table_blames_or_speaks_of_machinery(path: Path) -> None:
    found = [(line, text) for line, text in said(path) if FORBIDDEN.search(text)]
    assert not found


@each_table
def test_no_english_sentence_blames_or_speaks_of_machinery(path: Path) -> None:
    found = [
        (line, text)
        for line, text in texts(path)
        if " " in text.strip() and not HAN.search(text) and not MACHINE.search(text)
        if ENGLISH.search(text)
    ]
    assert not found


@each_table
def test_a_sentence_is_of_one_script(path: Path) -> None:
    """Words that only one side of the strait uses do not stand with characters of the other."""
    for line, text in said(path):
        try:
            text.encode("gb2312")
        except UnicodeEncodeError:
            assert not MAINLAND_ONLY.search(text), (line, text)
        else:
            assert not TAIWAN_ONLY.search(text), (line, text)


@each_table
def test_quotes_follow_the_script(path: Path) -> None:
    for line, text in said(path):
        traditional = not _holds(text, "gb2312")
        if traditional and not _holds(text, "big5"):
            continue  # names both scripts, or a character of its own
        if traditional:
            assert not re.search("[“”]", text), (line, text)
        elif not _holds(text, "big5"):
            assert not re.search("[「」]", text), (line, text)


def _holds(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@each_label
def test_punctuation_between_chinese_is_full_width(path: Path) -> None:
    for line, text in said(path):
        assert not re.search(r"[\u4e00-\u9fff][,;?!]|[,;?!][\u4e00-\u9fff]", text), (line, text)


@each_label
def test_chinese_stands_close_to_digits_and_letters(path: Path) -> None:
    """Except for commands and options, no space parts Chinese from digits and letters."""
    command = re.compile(
        r"luoshi|--|\.py|\.ya?ml|draft|text|action|git |json|zh-Han|JSON|output|sudo|winget|brew"
        "|＝|^；|^本月事"  # sums under a month keep their figures apart
    )
    for line, text in said(path):
        if not command.search(text):
            apart = re.search(r"[\u4e00-\u9fff] [0-9A-Za-z{]|[0-9A-Za-z}] [\u4e00-\u9fff]", text)
            assert not apart, (line, text)


@each_table
def test_tables_can_stand_on_old_consoles(path: Path) -> None:
    for line, text in said(path):
        assert _holds(text, "gbk") or _holds(text, "big5"), (line, text)
