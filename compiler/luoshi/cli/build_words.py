"""The closing lines of a build in three languages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from luoshi.diagnostics import Language
from luoshi.driver.record import PlanRecord
from luoshi.driver.sentences import NO_FONTS


@dataclass(frozen=True, slots=True)
class BuildWords:
    """Whole sentences of one language, with places for counts and names."""

    language: Language
    making: str
    made_one: str
    made_many: str
    unchanged: str
    refused_new: str
    refused_old: str
    door: str
    edited: str
    held: str
    warned: str
    replaced: str
    both: str
    same_id: str

    def made(self, counts: Counter[str], unchanged: bool) -> str:
        """What was made, or that nothing had to be."""
        values = {
            k: counts[k] for k in ("plans", "notice", "letter", "calendars", "tables", "files")
        }
        if unchanged:
            return self.unchanged.format(**values)
        return (self.made_one if counts["plans"] == 1 else self.made_many).format(**values)

    def refused(self, record: PlanRecord) -> str:
        """That a plan was not made, and what stands of it."""
        text = self.refused_old if record.standing_files else self.refused_new
        return text.format(title=record.title, n=record.errors, files=record.standing_files)

    def twin(self, record: PlanRecord) -> str:
        """That a plan's id is another plan's as well."""
        return self.same_id.format(id=record.plan_id, path=record.path, folder=record.folder)

    def open_this(self, door: str) -> str:
        """Where to look."""
        return self.door.format(door=door)

    def kept(self, name: str) -> str:
        """That a file which a person edited was left as it is."""
        return self.edited.format(file=name)

    def busy(self, name: str) -> str:
        """That a file which another program holds was not replaced."""
        return self.held.format(file=name)

    def no_fonts(self, count: int) -> str:
        """That PDFs were left out for want of fonts."""
        return NO_FONTS[self.language].format(n=count)

    def look_at(self, warnings: int, fonts_replaced: bool) -> str:
        """What deserves a look before issuing; empty when nothing does."""
        parts = []
        if warnings:
            parts.append(self.warned.format(n=warnings))
        if fonts_replaced:
            parts.append(self.replaced)
        return self.both.format(self.joint.join(parts)) if parts else ""

    @property
    def joint(self) -> str:
        """What stands between two remarks."""
        return "; " if self.language == "en" else "；"


WORDS: dict[Language, BuildWords] = {
    "zh-Hans": BuildWords(
        language="zh-Hans",
        making="生成",
        made_one="已生成：通知{notice}份，责任书{letter}份，行事历{calendars}种，职责一览表{tables}份，共{files}个文件。",
        made_many="已生成{plans}个方案：通知{notice}份，责任书{letter}份，行事历{calendars}种，职责一览表{tables}份，共{files}个文件。",
        unchanged="没有变动，{files}个文件都是新的，没有重新生成。",
        refused_new="“{title}”没有生成文书：有{n}处须改。",
        refused_old="“{title}”没有生成文书：有{n}处须改。上次的{files}个文件没有动。",
        door="从这里打开：{door}",
        edited="“{file}”在上次生成后有人改过，已原样保留。要换成新稿，加 --force；要留住改动，先另存一份。",
        held="“{file}”正在别的程序中打开，这一份没有更新，其余文件已更新。请关闭后再生成一次，只会补这一份。",
        warned="有{n}处提醒，见首页“检查结果”",
        replaced="PDF用了代用字体，见首页“生成说明”",
        both="留意：{}。",
        same_id="“{path}”的编号“{id}”和另一个方案相同，它的文书放在“{folder}”。请给其中一个换个编号。",
    ),
    "zh-Hant": BuildWords(
        language="zh-Hant",
        making="產生",
        made_one="已產生：通知{notice}份，責任書{letter}份，行事曆{calendars}種，分工一覽表{tables}份，共{files}個檔案。",
        made_many="已產生{plans}個計畫：通知{notice}份，責任書{letter}份，行事曆{calendars}種，分工一覽表{tables}份，共{files}個檔案。",
        unchanged="沒有異動，{files}個檔案都是新的，沒有重新產生。",
        refused_new="「{title}」沒有產生文件：有{n}處須改。",
        refused_old="「{title}」沒有產生文件：有{n}處須改。上次的{files}個檔案沒有更動。",
        door="請從這裡開啟：{door}",
        edited="「{file}」在上次產生後有人改過，已原樣保留。要換成新稿，請加 --force；要保留修改，請先另存一份。",
        held="「{file}」正在其他程式中開啟，這一份沒有更新，其餘檔案已更新。請關閉後再產生一次，只會補這一份。",
        warned="有{n}處提醒，見首頁「檢查結果」",
        replaced="PDF用了替代字型，見首頁「產生說明」",
        both="留意：{}。",
        same_id="「{path}」的編號「{id}」與另一個計畫相同，它的文件放在「{folder}」。請為其中一個換個編號。",
    ),
    "en": BuildWords(
        language="en",
        making="Making",
        made_one="Made: notices {notice}, letters {letter}, calendars {calendars}, coverage tables {tables}; {files} files in all.",
        made_many="Made from {plans} plans: notices {notice}, letters {letter}, calendars {calendars}, coverage tables {tables}; {files} files in all.",
        unchanged="Nothing changed: the {files} files are up to date and were left alone.",
        refused_new="“{title}”: no documents made; must fix: {n}.",
        refused_old="“{title}”: no documents made; must fix: {n}. The {files} files of the last build are untouched.",
        door="Open this first: {door}",
        edited="“{file}” was edited after the last build and has been kept as it is. To replace it, add --force; to keep the edits, save a copy first.",
        held="“{file}” is open in another program and was not updated; the other files were. Close it and build again: only this one will be made.",
        warned="findings to check: {n}, see “Findings” on that page",
        replaced="fonts were replaced in the PDFs, see “About this build” on that page",
        both="Note: {}.",
        same_id="The id “{id}” of “{path}” is another plan's as well; its documents are in “{folder}”. Give one of the two another id.",
    ),
}
