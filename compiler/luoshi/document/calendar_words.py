"""The words of every calendar in three languages, one row each, and its short forms of dates.

English rows are worded so that a count of one reads as well as any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from luoshi.dates import Day, day_text, month_text, months_heading
from luoshi.dates.values import Month
from luoshi.dates.words import MONTHS, weekday_name
from luoshi.diagnostics import Language
from luoshi.document.calendar_tree import Balance, Calendar, Entry, Occasion, Share, Slot

_COLUMN: dict[Language, int] = {"zh-Hans": 0, "zh-Hant": 1, "en": 2}

# key: 简, 繁 (Taiwan wording written by itself), English
WORDS: dict[str, tuple[str, str, str]] = {
    # titles and furniture
    "month-title": ("{name}工作月历", "{name}月行事曆", "{name}: Month Calendar"),
    "table-title": ("{name}行事历", "{name}行事曆", "{name}: Timetable"),
    "extra": ("附页", "附頁", "Extra page"),
    "month-numeral": ("月", "月", ""),
    "week-range": ("（第{first}—{last}周）", "（第{first}—{last}週）", " (weeks {first}–{last})"),
    "week-single": ("（第{first}周）", "（第{first}週）", " (week {first})"),
    "page": ("第{n}页 共{count}页", "第{n}頁，共{count}頁", "Page {n} of {count}"),
    "organ": ("印发：{organ}", "發文：{organ}", "Issued by {organ}"),
    "plan": ("方案“{id}”", "計畫「{id}」", "Plan “{id}”"),
    "revision": ("修订{code}", "修訂{code}", "revision {code}"),
    # the grid
    "weeks": ("周次", "週次", "Week"),
    "week": ("第{n}周", "第{n}週", "Week {n}"),
    "week-head": ("第", "第", "Week"),
    "week-foot": ("周", "週", ""),
    "whole-month": ("整月", "整月", "All month"),
    "to": ("至{day}", "至{day}", "to {day}"),
    "off": ("休", "休", "H"),
    "work": ("班", "班", "W"),
    "off-tw": ("假", "假", "H"),
    "work-tw": ("補", "補", "W"),
    "off-spoken": ("放假", "放假", "day off"),
    "work-spoken": ("上班", "上班", "worked day"),
    "proposed": ("建议", "建議", "proposed"),
    "provisional": ("暂", "暫", "prov."),
    "overflow": ("共{all}项，另有{more}项见附页", "共{all}項，另有{more}項見附頁", "{all} in all, {more} on the extra page"),
    "more-phases": ("另有{n}个阶段见附页：{names}", "另有{n}個階段見附頁：{names}", "More phases, on the extra page ({n}): {names}"),
    "empty-month": ("本月没有排定的事项", "本月無排定事項", "Nothing scheduled this month"),
    "by-month": ("只写到月份的事项（{n}项）", "只寫到月份的事項（{n}項）", "Known by month only ({n})"),
    "undated-list": ("时间未定的事项（{n}项）", "日期未定的事項（{n}項）", "Undated items ({n})"),
    "undated-note": ("方案没有写明日期，照原文列出，不代为拟定", "計畫未寫日期，依原文列出，不代為擬定", "The plan gives no date; listed as written, none supplied"),
    "undated-at-end": ("{n}项，见末页", "{n}項，見末頁", "{n}, see the last page"),
    "next-days": ("下月头十天的期限", "下月前十日的期限", "Deadlines of the next ten days"),
    "not-written": ("未写时间", "未寫時間", "no time given"),
    "on-phases": ("阶段", "階段", "Phases"),
    # balance
    "balance-month": ("本月事项 {all} ＝ 图中 {shown} ＋ 附页 {hidden}", "本月事項 {all} ＝ 圖中 {shown} ＋ 附頁 {hidden}", "Items this month {all} = on the grid {shown} + extra page {hidden}"),
    "count-month": ("本月事项 {all}", "本月事項 {all}", "Items this month: {all}"),
    "balance-by-month": ("；只到月份 {n}", "；只到月份 {n}", "; by month only {n}"),
    "balance-undated": ("；未定日期 {n}", "；未定日期 {n}", "; undated {n}"),
    "balance-all": ("有日期{dated}项＋时间未定{undated}项＝共{all}项", "有日期{dated}項＋日期未定{undated}項＝共{all}項", "{dated} dated + {undated} undated = {all} in all"),
    "balance-all-months": ("有日期{dated}项＋只到月份{month}项＋时间未定{undated}项＝共{all}项", "有日期{dated}項＋只到月份{month}項＋日期未定{undated}項＝共{all}項", "{dated} dated + {month} known by month + {undated} undated = {all} in all"),
    "balance-apart": ("常年、遇事、禁止类{n}条另列，不计入", "常態、遇事、禁止類{n}項另列，不計入", "standing, trigger and prohibited matters ({n}) are listed apart"),
    # legend
    "legend-lead": ("牵头", "主辦", "lead"),
    "legend-joint": ("联合", "合辦", "joint"),
    "legend-deadline": ("期限", "期限", "deadline"),
    "legend-cut": ("阶段跨周、跨月延续", "階段跨週、跨月延續", "goes on in another row or month"),
    "legend-off": ("方案列明的休息日", "計畫列明的放假日", "day off named in the plan"),
    "legend-work": ("方案列明的上班日", "計畫列明的補班日", "worked day named in the plan"),
    "legend-proposed": ("日期为建议，签发时确定", "日期為建議，核發時確定", "date proposed, settled on issue"),
    "legend-provisional": ("随放假安排可能变动", "隨放假安排可能異動", "may move with the holidays"),
    "legend-table": ("责任单位先列牵头，后列联合。", "責任單位先列主辦，後列合辦。", "The lead is named first."),
    # extra page
    "day-all": ("{day}全部{n}项", "{day}全部{n}項", "{day}: all items ({n})"),
    "shown-where": ("图＝月历上已印，附＝只在本页", "圖＝月曆上已印，附＝只在本頁", "G = on the grid, X = only here"),
    "on-grid": ("图", "圖", "G"),
    "on-extra": ("附", "附", "X"),
    "done": ("完成", "完成", "Done"),
    "where": ("所在", "所在", "Where"),
    "time": ("时间", "時間", "When"),
    "item": ("事项", "事項", "Item"),
    "units": ("责任单位", "責任單位", "Units"),
    "reasons": ("日期说明", "日期說明", "Why these dates"),
    "left-out": ("不列的日期", "不列的日期", "Dates left out"),
    "full-texts": ("全文", "全文", "In full"),
    "continued": ("{label}（续）", "{label}（續）", "{label} (cont.)"),
    # the table
    "month": ("月份", "月份", "Month"),
    "main-work": ("重点工作", "重點工作", "Main work"),
    "undated": ("时间未定", "日期未定", "Undated"),
    "standing": ("常年职责", "常態工作", "Standing"),
    "trigger": ("遇事即办", "遇事即辦", "When it happens"),
    "prohibition": ("禁止事项", "禁止事項", "Not allowed"),
    "standing-list": ("常年职责（{n}条）", "常態工作（{n}項）", "Standing duties ({n})"),
    "trigger-list": ("遇事即办（{n}条）", "遇事即辦（{n}項）", "When something happens ({n})"),
    "prohibition-list": ("禁止事项（{n}条）", "禁止事項（{n}項）", "Not allowed ({n})"),
    "no-year": ("方案没有写年份，按月份列出。", "計畫未寫年份，依月份列出。", "The plan names no year; listed by month."),
    "and-more": ("{names}等{n}个单位", "{names}等{n}個單位", "{names} and {rest} more"),
    # clipped and merged
    "clipped": ("“{title}”有{n}次不列：{days}，{why}", "「{title}」有{n}次不列：{days}，{why}", "“{title}”, left out ({n}): {days}, {why}"),
    "why-before-issue": ("早于成文日期", "早於發文日期", "before issue"),
    "why-before-start": ("早于开始日期", "早於開始日期", "before its start"),
    "why-after-end": ("晚于截止日期", "晚於截止日期", "after its end"),
    "why-outside-period": ("不在方案期限内", "不在計畫期程內", "outside the period"),
    "reason-merged": ("两次落在同一天，合为一次", "兩次落在同一天，合為一次", "Two fell on one day, listed once"),
    "reason-short-month": ("这个月没有这一天，按月末计", "本月無此日，以月底計", "The month is shorter: its last day"),
    "reason-weekends-only": ("按周一至周五推算，放假安排公布后可能变动", "以週一至週五推算，放假日公布後可能異動", "Counted Monday to Friday; holidays may move it"),
    "reason-term-start": ("方案只写学期初，按学期第一天建议", "計畫只寫學期初，以學期第一天建議", "The plan says the start of term; its first day is proposed"),
    "reason-term-middle": ("方案只写学期中，按学期居中一天建议", "計畫只寫學期中，以學期居中一天建議", "The plan says the middle of term; the middle day is proposed"),
    "reason-term-end": ("方案只写学期末，按学期最后一天建议", "計畫只寫學期末，以學期最後一天建議", "The plan says the end of term; its last day is proposed"),
    "reason-trimmed": ("按期限截短", "依期程截短", "Cut at the end of the period"),
    # kinds, for ICS and HTML
    "kind-duty": ("职责", "工作", "Duty"),
    "kind-work": ("任务", "任務", "Task"),
    "kind-report": ("报送", "報送", "Report"),
    "kind-month_item": ("月份事项", "逐月事項", "Month item"),
    "kind-phase": ("阶段", "階段", "Phase"),
    "kind-meeting": ("会议", "會議", "Meeting"),
    "kind-date": ("节点", "節點", "Date"),
    "role-lead": ("牵头", "主辦", "lead"),
    "role-joint": ("联合", "合辦", "joint"),
    "role-assist": ("配合", "協辦", "assists"),
    "by": ("截止：{title}", "截止：{title}", "Due: {title}"),
    "ics-name": ("{name}-月历", "{name}-行事曆", "{name} - Calendar"),
    "ics-unit": ("{name}-月历-{unit}", "{name}-行事曆-{unit}", "{name} - Calendar - {unit}"),
    "ics-undated": ("另有{n}项没有日期，不在本日历中，见月历“时间未定”。", "另有{n}項沒有日期，不在本行事曆中，見「日期未定」。", "Not in this calendar, for want of a date: {n}; see Undated items."),
    "ics-owners": ("责任单位：{names}", "責任單位：{names}", "Units: {names}"),
    "ics-when": ("原文时间：{when}", "原文時間：{when}", "As written: {when}"),
    "list-gap": ("、", "、", ", "),
    "share": ("{name}（{role}）", "{name}（{role}）", "{name} ({role})"),
    # HTML
    "skip": ("跳到正文", "跳到內容", "Skip to the content"),
    "table-link": ("行事历", "行事曆", "Timetable"),
    "contents": ("目录", "目錄", "Contents"),
    "deadline-spoken": ("期限", "期限", "deadline"),
    "legend": ("图例", "圖例", "Legend"),
}  # fmt: skip

# Words of the office follow the region: a Traditional plan outside Taiwan keeps these.
_MAINLAND = {
    "legend-lead": "牽頭",
    "legend-joint": "聯合",
    "legend-table": "責任單位先列牽頭，後列聯合。",
    "role-lead": "牽頭",
    "role-joint": "聯合",
    "role-assist": "配合",
}


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The words of one calendar: its language, and how its region counts years and names days."""

    language: Language
    region: str = "CN"

    def __call__(self, key: str, **values: object) -> str:
        """The words under a key, with its values put in; raises KeyError for an unknown key."""
        text = WORDS[key][_COLUMN[self.language]]
        if self.language == "zh-Hant" and self.region != "TW":
            text = _MAINLAND.get(key, text)
        return text.format(**values) if values else text

    @property
    def roc(self) -> bool:
        """Whether years are counted from 1911."""
        return self.region == "TW" and self.language != "en"

    def off(self) -> str:
        """The character of a day off: 休, in Taiwan 假."""
        return self("off-tw" if self.region == "TW" else "off")

    def work(self) -> str:
        """The character of a worked day: 班, in Taiwan 補."""
        return self("work-tw" if self.region == "TW" else "work")

    def weekday(self, weekday: int) -> str:
        """星期三, Wednesday; ``weekday`` counts from 1 (Monday) to 7."""
        if self.language == "en":
            return weekday_name(weekday, "en")
        return "星期" + "一二三四五六日"[weekday - 1]

    # --- dates ------------------------------------------------------------------------------------

    def short_day(self, day: date) -> str:
        """9.7, 7 Sep: a day in a cell."""
        if self.language == "en":
            return f"{day.day} {MONTHS[day.month - 1][:3]}"
        return f"{day.month}.{day.day}"

    def short_span(self, start: date, end: date) -> str:
        """9.7—9.20, 7–20 Sep, 28 Sep – 4 Oct: days in a cell, one where they are the same."""
        if start == end:
            return self.short_day(start)
        if self.language == "en" and (start.year, start.month) == (end.year, end.month):
            return f"{start.day}–{self.short_day(end)}"
        gap = " – " if self.language == "en" else "—"
        return f"{self.short_day(start)}{gap}{self.short_day(end)}"

    def full_day(self, day: date, *, year: bool = True, weekday: bool = False) -> str:
        """2026年9月30日（周三）, Wed 30 September 2026."""
        value = Day(day.year, day.month, day.day)
        return day_text(value, self.language, roc=self.roc, year=year, weekday=weekday)

    def month_name(self, slot: Slot) -> str:
        """2026年9月, 9月 without a year, September 2026."""
        return month_text(Month(slot.year or None, slot.month), self.language, roc=self.roc)

    def heading(self, slots: tuple[Slot, ...]) -> str:
        """The months of a row: 七、八月份 where no year is known, else 2026年9月 or 2027年1月—2月."""
        if all(not slot.year for slot in slots):
            return months_heading(tuple(slot.month for slot in slots), self.language)
        first, last = slots[0], slots[-1]
        if len(slots) == 1:
            return self.month_name(first)
        english = self.language == "en"
        names = [self.month_name(first), self.month_name(last)]
        if first.year == last.year:  # the year once: 2027年1月—2月, January – February 2027
            bare = last if not english else first
            month = Month(bare.year or None, bare.month)
            names[0 if english else 1] = month_text(month, self.language, year=False)
        return (" – " if english else "—").join(names)

    def occasion(self, one: Occasion) -> str:
        """9.7, 9.7—9.20, 9.7 17:00: an occasion in a cell; the sign of a deadline is drawn."""
        days = self.short_span(one.start, one.end)
        return f"{days} {one.clock}" if one.clock else days

    def occasions(self, found: Sequence[Occasion]) -> str:
        """9.4、9.11 15:00: several occasions, a clock they share named once."""
        gap = ", " if self.language == "en" else "、"
        clocks = {one.clock for one in found}
        if len(clocks) > 1 or any(one.is_span for one in found):
            return gap.join(self.occasion(one) for one in found)
        days = gap.join(self.short_day(one.start) for one in found)
        clock = next(iter(clocks), None)
        return f"{days} {clock}" if clock else days

    # --- who and how many -------------------------------------------------------------------------

    def names(self, shares: Iterable[Share], most: int = 3) -> str:
        """Leads, then joint units; over ``most`` of them the first and how many there are."""
        order = ("lead", "joint")
        kept = [share.name for role in order for share in shares if share.role == role]
        kept = list(dict.fromkeys(kept))
        gap = ", " if self.language == "en" else "、"
        if len(kept) <= most:
            return gap.join(kept)
        return self("and-more", names=gap.join(kept[:1]), n=len(kept), rest=len(kept) - 1)

    def balance(self, balance: Balance) -> str:
        """有日期17项＋时间未定5项＝共22项; months are named only where there are any."""
        return self(
            "balance-all-months" if balance.by_month else "balance-all",
            dated=balance.dated, month=balance.by_month, undated=balance.undated, all=balance.total,
        )  # fmt: skip

    def as_written(self, entry: Entry) -> str:
        """The plan's own words for when, or that there are none."""
        return entry.when or self("not-written")

    def furniture(self, calendar: Calendar) -> tuple[str, str]:
        """The lines at the head of each sheet: who issues, and plan, date of issue, revision."""
        parts = [self("plan", id=calendar.plan_id)]
        if calendar.issued_on is not None:
            parts.append(self.full_day(calendar.issued_on))
        code = calendar.furniture.content_hash[:8]
        if calendar.furniture.revision:
            parts.append(calendar.furniture.revision)
        if code:
            parts.append(self("revision", code=f"{code[:4]}·{code[4:]}" if code[4:] else code))
        organ = self("organ", organ=calendar.organ) if calendar.organ else ""
        return organ, ("  " if self.language == "en" else "　").join(parts)


def words_of(calendar: Calendar) -> CalendarWords:
    """The words of a calendar's language and region."""
    return CalendarWords(calendar.language, calendar.region)
