"""Numbers of headings and items by the custom of a language (GB/T 9704-2012, 7.3.3 for Chinese)."""

from __future__ import annotations

from luoshi.dates.words import han_number


class Numbering:
    """Running numbers of four heading levels; a deeper level starts again under each heading."""

    def __init__(self, language: str) -> None:
        self._chinese = language != "en"
        self._counts = [0, 0, 0, 0]
        self._level = 0  # of the heading that items stand under
        self._listed = (0, 0)  # level and last number of the list under that heading

    def restart(self) -> None:
        """Begin again, as every title does."""
        self._counts = [0, 0, 0, 0]
        self._level = 0
        self._listed = (0, 0)

    def next(self, level: int) -> str:
        """The number of the next heading of a level (1 to 4).

        A heading after a list of its own level goes on counting: no number stands twice.
        """
        before, last = self._listed
        if before == level and not self._counts[level - 1]:
            self._counts[level - 1] = last
        self._level, self._listed = level, (0, 0)
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (4 - level)
        return self._text(level)

    def _text(self, level: int) -> str:
        count = self._counts[level - 1]
        if not self._chinese:
            return _english(self._counts, level)
        return chinese_number(count, level)

    def item(self, number: int, depth: int) -> str:
        """The number of a list item, one level below its heading and never above the third."""
        level = min(max(3, self._level + 1) + depth, 5)
        if not depth:
            self._listed = (level, number)
        if self._chinese:
            return chinese_number(number, level)
        return f"({_letter(number)})" if level == 3 else f"({_roman(number)})"

    def attachment(self) -> str:
        """What stands before the first attachment under a notice."""
        return "附件：" if self._chinese else "Attachment: "

    def bullet(self) -> str:
        """What stands before an item without a number."""
        return "" if self._chinese else "•"


def chinese_number(count: int, level: int) -> str:
    """一、 （一） 1. （1） ① for levels 1 to 5."""
    han = han_number(count) if count < 100 else str(count)
    if level == 5:
        return chr(0x2460 + count - 1) if 1 <= count <= 20 else f"{count}）"
    return {1: f"{han}、", 2: f"（{han}）", 3: f"{count}.", 4: f"（{count}）"}[level]


def _english(counts: list[int], level: int) -> str:
    if level == 1:
        return f"{counts[0]}."
    if level == 2:
        return f"{counts[0]}.{counts[1]}"
    return f"({_letter(counts[2])})" if level == 3 else f"({_roman(counts[3])})"


def _letter(number: int) -> str:
    """A to z, aa and so on; what is below one, which only a list's author can ask for, in digits."""
    letters = "" if number > 0 else str(number)
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _roman(number: int) -> str:
    steps = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    text = "" if number > 0 else str(number)
    for value, letters in steps:
        while number >= value:
            text += letters
            number -= value
    return text
