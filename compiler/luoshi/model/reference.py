"""The reference page of the plan language, made from the field tables (Markdown, one a language)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from luoshi.diagnostics import Diagnostics, Language
from luoshi.model.canonical_keys import canonical_key, keys_below
from luoshi.model.fields import Field, RecordTable
from luoshi.model.kinds import Choice, Many, Rec
from luoshi.model.reference_words import EXAMPLE_WORDS
from luoshi.model.tables.plan import LANGUAGES as LANGUAGE_CHOICE
from luoshi.model.tables.plan import REGIONS as REGION_CHOICE
from luoshi.model.tables.plan import all_tables
from luoshi.source import SourceFile
from luoshi.syntax import ListNode, MapNode, Node, ScalarNode, compose

_HEAD: Mapping[Language, str] = {
    "zh-Hans": """# 方案的栏目表

方案能写的栏目都在这里，按条目分列；每种条目一张表。本页由程序生成，改动请改栏目表本身。

- 三种写法（简体、繁體、English）在任何方案里都认；“或”后面是同样认的其他写法。同一条目里，一个栏目只写一次。
- 标“必填”的栏目要有内容；其余没有就不写。
- 写“列表”的栏目只有一项时，可以不写成列表。
- 栏目的次序不影响文书；印出的次序由“提纲”定。
""",
    "zh-Hant": """# 計畫的欄位表

計畫可填的欄位都在這裡，依項目分列；每種項目一張表。本頁由程式產生，如需更動請改欄位表本身。

- 三種寫法（简体、繁體、English）在任何計畫中皆可用；「或」之後是同樣可用的其他寫法。同一項目中，一個欄位只寫一次。
- 標示「必填」的欄位要有內容；其餘沒有就不寫。
- 寫「清單」的欄位只有一項時，可以不寫成清單。
- 欄位的次序不影響文件；列印的次序由「提綱」決定。
""",
    "en": """# The fields of a plan

Every field that a plan may have, one table for each kind of entry. This page is generated; to
change it, change the field tables.

- All three spellings (简体, 繁體, English) are read in every plan; further spellings that are read
  as well follow “or”. A field stands once in an entry.
- Fields marked “required” must have content; the others are left out where there is nothing to say.
- Where a list is asked for, one content alone will do.
- The order of fields never matters; the outline decides the order of print.
""",
}
_COLUMNS: Mapping[Language, str] = {
    "zh-Hans": "| 简体 | 繁體 | English | 写什么 | 说明 | 例 |",
    "zh-Hant": "| 繁體 | 简体 | English | 填什麼 | 說明 | 例 |",
    "en": "| English | 简体 | 繁體 | takes | meaning | example |",
}
_ORDER: Mapping[Language, tuple[Language, ...]] = {
    "zh-Hans": ("zh-Hans", "zh-Hant", "en"),
    "zh-Hant": ("zh-Hant", "zh-Hans", "en"),
    "en": ("en", "zh-Hans", "zh-Hant"),
}
_REQUIRED: Mapping[Language, str] = {
    "zh-Hans": "**必填**。",
    "zh-Hant": "**必填**。",
    "en": "**Required.** ",
}
_OR: Mapping[Language, str] = {"zh-Hans": " 或 ", "zh-Hant": " 或 ", "en": " or "}
_SHORT: Mapping[Language, str] = {
    "zh-Hans": "只写一段文字时，读作{key}。",
    "zh-Hant": "只寫一段文字時，讀作{key}。",
    "en": "A bare text is read as {key}.",
}
_ACCEPTED: Mapping[Language, str] = {
    "zh-Hans": "{key}认这些写法：{words}。",
    "zh-Hant": "{key}可用這些寫法：{words}。",
    "en": "Words for {key}: {words}.",
}
_LIST: Mapping[Language, str] = {
    "zh-Hans": "{item}的列表",
    "zh-Hant": "{item}的清單",
    "en": "list of: {item}",
}
_GAP: Mapping[Language, str] = {"zh-Hans": "；", "zh-Hant": "；", "en": "; "}


# Each page shows the choice its readers will make.
_LOCAL: Mapping[Choice, Mapping[Language, str]] = {
    LANGUAGE_CHOICE: {"zh-Hans": "zh-Hans", "zh-Hant": "zh-Hant", "en": "en"},
    REGION_CHOICE: {"zh-Hant": "TW"},
}


def reference_page(language: Language) -> str:
    """The page in one language, ending with a line end."""
    parts = [_HEAD[language]]
    parts += ["\n".join(_record(table, language)) for table in all_tables()]
    return "\n".join(parts)


def _record(table: RecordTable, language: Language) -> Iterator[str]:
    title = table.title[language]
    yield f'## <a id="{table.name}"></a>{title[0].upper()}{title[1:]}\n'
    if table.shorthand:
        key = table.field(table.shorthand).spelling(language)
        yield _SHORT[language].format(key=f"`{key}`") + "\n"
    yield _COLUMNS[language]
    yield "|---|---|---|---|---|---|"
    for known in table.fields:
        yield _row(table, known, language)
    yield ""
    for known in table.fields:
        choice = _choice(known)
        if choice is not None:
            words = _GAP[language].join(_spelled(choice))
            yield (
                _ACCEPTED[language].format(key=f"`{known.spelling(language)}`", words=words) + "\n"
            )


def _row(table: RecordTable, known: Field, language: Language) -> str:
    spelled = {"en": known.en, "zh-Hans": known.hans, "zh-Hant": known.hant}
    keys = (_OR[language].join(f"`{key}`" for key in spelled[own]) for own in _ORDER[language])
    need = _REQUIRED[language] if known.required else ""
    cells = (*keys, _takes(known, language), need + known.doc[language])
    return f"| {' | '.join(cells)} | `{example_in(table, known, language)}` |"


def _takes(known: Field, language: Language) -> str:
    """What a field takes; records are linked to their own table."""
    kind = known.kind
    item = kind.item if isinstance(kind, Many) else kind
    if not isinstance(item, Rec):
        words: str = kind.words()[language]
        return words
    table = item.table()
    link = f"[{table.title[language]}](#{table.name})"
    return _LIST[language].format(item=link) if isinstance(kind, Many) else link


def _choice(known: Field) -> Choice | None:
    return known.kind if isinstance(known.kind, Choice) else None


def _spelled(choice: Choice) -> Iterator[str]:
    for _, spellings in choice.options:
        first, *others = dict.fromkeys(spellings)
        yield f"`{first}`" + "".join(f" = `{word}`" for word in others)


# --- examples in the reader's language ----------------------------------------------------------


def example_in(table: RecordTable, known: Field, language: Language) -> str:
    """The example of a field with keys, choices and contents in a language."""
    text = known.example
    root = compose(SourceFile(known.name, text), Diagnostics())
    edits = _edits(root, table, language)
    for start, end in sorted(edits, reverse=True):
        text = text[:start] + edits[start, end] + text[end:]
    return text


def _edits(root: Node, table: RecordTable, language: Language) -> dict[tuple[int, int], str]:
    """What to write in place of each key and text of an example."""
    found: dict[tuple[int, int], str] = {}
    for key, known, content in keys_below(root, table):
        found[key.start, key.end] = canonical_key(known, content, "", language)
        for node in _texts(content):
            found.setdefault((node.start, node.end), _said(known, node.value, language))
    return found


def _said(known: Field, text: str, language: Language) -> str:
    choice = _choice(known)
    if choice is None:
        return EXAMPLE_WORDS.get(text, {}).get(language, text)
    value = _LOCAL.get(choice, {}).get(language) or choice.parse(text)
    return choice.spelling(value, language)


def _texts(node: Node) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _texts(item)
    elif isinstance(node, MapNode):
        for key, content in node.pairs:
            if key.value in EXAMPLE_WORDS and content.start > key.end:
                yield key
            yield from _texts(content)
