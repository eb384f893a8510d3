"""Titles: lines of a good shape, broken between words (cl. 7.3.1, G-062, G-063)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from luoshi.document.tree import Inline, plain_text
from luoshi.layout.breaker import break_lines
from luoshi.layout.classes import FREE
from luoshi.layout.pages import Mark
from luoshi.layout.paragraph import Composing, aligned, baseline_of
from luoshi.layout.pieces import Piece
from luoshi.layout.spread import set_line
from luoshi.layout.strip import Strip, parted

# Words of office titles that a line must not cut. No dictionary: these are what titles are made of.
_WORDS = (
    "教育局|教育厅|教育系统|教育部|教体局|人民政府|办公室|委员会|领导小组|中小学|中小學|学校|中学|小学|幼儿园|中心校|大学|学院|"
    "校园|校车|安全|工作|管理|责任书|责任|目标|专项|行动|整治|治理|实施|方案|计划|计畫|計畫|要点|要點|通知|意见|意見|"
    "星级|星級|评定|評定|评估|考核|学年度|學年度|学年|學年|学期|學期|年度|全市|全县|全區|全区|关于|關於|印发|印發|"
    "开展|開展|加强|加強|进一步|進一步|落实|落實|防溺水|防灾|防災|演练|演練|食品|消防|交通|隐患|排查|教學|教学|"
    "國民小學|國民中學|高級中學|國小|國中|安排|分工|附件|职责|職責|任务|任務|清单|清單|行事历|行事曆|校历|"
    "心理健康|健康|卫生|衛生|保卫|防护|防護|应急|應急|预案|綜合|综合|建设|建設|检查|檢查|督导|督導"
)
_WORD = re.compile(
    r"[\d—–～-]+(?:学年度?|學年度?|年度?|月)?|(?:^|(?<=[《（于於]))[\u4e00-\u9fff]{2,3}[省市县區区縣鄉乡鎮镇](?!长)|"
    + _WORDS
)
_QUOTED = tuple(map(re.compile, (r"《[^》]*》", r"「[^」]*」|“[^”]*”|（[^）]*）")))  # they nest
_GOOD_END = re.compile(
    r"(?:局|厅|府|会|會|校|小学|中学|國小|國中|系统|關於|关于|印发|印發|学年度?|學年度?|年度|年|的|》|」)$"
)
_CUT_WORD, _BEFORE_DE, _IN_QUOTES, _PLAIN = 60.0, 30.0, 15.0, 4.0
_MOST_LINES = 4  # beyond these a title is broken like any paragraph
_RECTANGLE, _HOURGLASS, _STUMP, _MORE_LINES = 8.0, 25.0, 30.0, 6.0
_STUMPS = frozenset({"通知", "的通知", "的函", "函", "的意见", "的意見", "方案", "计划", "計畫"})


def title_pieces(ctx: Composing, children: tuple[Inline, ...]) -> list[Piece]:
    """The title as one piece that stays with what follows; its bookmark is the outline's top."""
    style = ctx.style.texts["title"]
    lines = _title_lines(ctx, children)
    pitch = style.line.points
    height = _rows(len(lines), pitch, ctx.row) * ctx.row if ctx.row else pitch * len(lines)
    top = (height - pitch * len(lines)) / 2
    marks = [
        mark
        for index, (strip, start, end) in enumerate(lines)
        for mark in _line(ctx, strip, (start, end), top + index * pitch)
    ]
    words = " ".join(plain_text(children).split())
    # A title of several lines carries half a blank row on either side already.
    after = 0.0 if ctx.row and len(lines) > 1 else style.after.points
    before = max(style.before.points, ctx.row)
    return [
        Piece(
            height=height,
            marks=marks,
            before=before,
            after=after,
            keep_next=True,
            snap=True,
            bookmark=(0, words),
        )
    ]


def _rows(lines: int, pitch: float, row: float) -> int:
    """The rows of the grid that a title takes: 1, 3, 4, 5 for one to four lines of 二号."""
    return max(lines, -int(-(lines * pitch / row - 0.3) // 1))


def _line(ctx: Composing, strip: Strip, span: tuple[int, int], top: float) -> list[Mark]:
    style = ctx.style.texts["title"]
    line = set_line(strip, *span, ctx.width, False)
    x = ctx.left + aligned(style.align, ctx.width, line.width)
    return ctx.marks(strip, line, x, top + baseline_of(style))


def _title_lines(ctx: Composing, children: tuple[Inline, ...]) -> list[tuple[Strip, int, int]]:
    """Lines as the author broke them, each balanced if it is too long for the block."""
    return [
        (strip, start, end)
        for strip in (parted(s, ctx.width) for s in ctx.strips(children, ctx.style.texts["title"]))
        for start, end in balanced(strip, ctx.width)
    ]


def balanced(strip: Strip, limit: float) -> list[tuple[int, int]]:
    """The best lines of a title, as few as fit; widths fall, rise, or rise then fall (G-062)."""
    if strip.natural <= limit or not strip.atoms:
        return [(0, len(strip.atoms))]
    points = _break_points(strip)
    fewest = int(strip.natural // limit) + 1
    whole = {index: cost for index, cost in points.items() if cost < _CUT_WORD}
    for allowed in (whole, points):
        counts = range(fewest, min(fewest + 2, _MOST_LINES + 1))
        choices = [c for n in counts for c in _choices(strip, allowed, n, limit)]
        if choices:
            return list(pairwise((0, *min(choices)[1], len(strip.atoms))))
    return break_lines(strip, limit, limit)


def _break_points(strip: Strip) -> dict[int, float]:
    """Every atom before which a title may break, with what the break costs in wording."""
    cut = _interiors(_WORD, strip.text)
    inside = [_interiors(pattern, strip.text) for pattern in _QUOTED]
    points: dict[int, float] = {}
    for index, atom in enumerate(strip.atoms):
        if atom.cost == FREE:
            quoted = _IN_QUOTES * sum(atom.start in places for places in inside)
            points[index] = quoted + _wording(strip.text, atom.start, atom.start in cut)
    return points


def _interiors(pattern: re.Pattern[str], text: str) -> set[int]:
    """The places inside the matches of a pattern, where a line would cut them."""
    return {i for found in pattern.finditer(text) for i in range(found.start() + 1, found.end())}


def _wording(text: str, place: int, in_word: bool) -> float:
    if in_word:
        return _CUT_WORD
    if text[place] in "的之和与與及":
        return _BEFORE_DE
    return 0.0 if _GOOD_END.search(text[:place]) else _PLAIN


def _choices(
    strip: Strip, points: dict[int, float], count: int, limit: float
) -> Iterator[tuple[float, tuple[int, ...]]]:
    """Every way to part the title into ``count`` lines that fit, with its score (less is better)."""
    sums = [0.0, *accumulate(strip.widths)]

    def parts(start: int, left: int) -> Iterator[tuple[int, ...]]:
        if left == 1:
            if sums[-1] - sums[start] <= limit:
                yield ()
            return
        for index in points:
            if index > start and sums[index] - sums[start] <= limit:
                for rest in parts(index, left - 1):
                    yield (index, *rest)

    em = strip.setting.cell
    for breaks in parts(0, count):
        edges = (0, *breaks, len(strip.atoms))
        widths = [(sums[b] - sums[a]) / em for a, b in pairwise(edges)]
        last = strip.text[strip.atoms[breaks[-1]].start :]
        wording = sum(points[index] for index in breaks)
        yield wording + _MORE_LINES * count + _shape(widths, last), breaks


def _shape(widths: list[float], last: str) -> float:
    """What a shape costs: rectangles, hourglasses and stumps are bad, steps of one to three ems good."""
    steps = [b - a for a, b in pairwise(widths)]
    score = sum(_RECTANGLE if abs(s) < 1 else max(0.0, abs(s) - 3) * 1.5 for s in steps)
    if any(a < 0 < b for a, b in pairwise(steps)):
        score += _HOURGLASS
    if last in _STUMPS or widths[-1] < max(widths) * 0.35:
        score += _STUMP
    return score
