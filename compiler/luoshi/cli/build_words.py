"""The closing lines of a build in three languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from luoshi.diagnostics import Language
from luoshi.diagnostics.wording import join_names
from luoshi.driver.record import PlanRecord
from luoshi.driver.sentences import NO_FONTS, counted

NAMED = 3  # fonts
COUNTED = ("notice", "letter", "calendars", "tables")


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildWords:
    """Whole sentences of one language; a pair is the form for one and the form for more.

    ``nouns`` holds for each kind of document the words for none, for one and for more.
    """

    language: Language
    making: str
    made_one: str
    made_many: str
    nouns: Mapping[str, tuple[str, str, str]]
    unchanged: tuple[str, str]
    refused_only: tuple[str, str]
    refused_of: tuple[str, str]
    standing: tuple[str, str]
    door: str
    edited: str
    held: str
    warned: tuple[str, str]
    replaced: tuple[str, str]
    replaced_many: str
    both: str
    between: str
    comma: str
    same_id: str

    def made(self, counts: Counter[str], unchanged: bool) -> str:
        """What was made, or that nothing had to be."""
        files = counts["files"]
        if unchanged:
            return counted(self.unchanged, files)
        listed = self.comma.join(self._noun(key, counts[key]) for key in COUNTED)
        whole = self.made_one if counts["plans"] == 1 else self.made_many
        return whole.format(plans=counts["plans"], list=listed, files=files)

    def _noun(self, key: str, n: int) -> str:
        return self.nouns[key][min(n, 2)].format(n=n)

    def refused(self, record: PlanRecord, alone: bool) -> str:
        """That a plan was not made, and what stands of it; the only plan goes without its title."""
        forms = self.refused_only if alone else self.refused_of
        text = counted(forms, record.errors, title=record.title)
        if record.standing_files:
            text += counted(self.standing, record.standing_files)
        return text

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
        return counted(NO_FONTS[self.language], count)

    def look_at(self, warnings: int, fonts: Sequence[str]) -> str:
        """What deserves a look before issuing: findings, fonts this machine lacks; or nothing."""
        parts = []
        if warnings:
            parts.append(counted(self.warned, warnings))
        if fonts:
            names = join_names(tuple(fonts[:NAMED]), self.language)
            forms = self.replaced if len(fonts) <= NAMED else (self.replaced_many,) * 2
            parts.append(counted(forms, len(fonts), names=names, rest=len(fonts) - NAMED))
        return self.both.format(self.between.join(parts)) if parts else ""


_HANT_TW = BuildWords(
    language="zh-Hant",
    making="產生",
    made_one="已產生：{list}，共{files}個檔案。",
    made_many="由{plans}份計畫產生：{list}，共{files}個檔案。",
    nouns={
        "notice": ("沒有函", "函1份", "函{n}份"),
        "letter": ("沒有責任書", "責任書1份", "責任書{n}份"),
        "calendars": ("沒有行事曆", "行事曆1種", "行事曆{n}種"),
        "tables": ("沒有分工一覽表", "分工一覽表1份", "分工一覽表{n}份"),
    },
    unchanged=("沒有異動，1個檔案仍是最新的，不必重新產生。",
               "沒有異動，{n}個檔案都是最新的，不必重新產生。"),
    refused_only=("沒有產生文件：有1處須改。", "沒有產生文件：有{n}處須改。"),
    refused_of=("「{title}」沒有產生文件：有1處須改。", "「{title}」沒有產生文件：有{n}處須改。"),
    standing=("上次的1個檔案沒有更動。", "上次的{n}個檔案沒有更動。"),
    door="請從這裡開啟：{door}",
    edited="「{file}」在上次產生後有人改過，已原樣保留。要換成新稿，請加 --force；要保留修改，請先另存一份。",
    held="「{file}」正在其他程式中開啟，這一份沒有更新，其餘檔案已更新。請關閉後再產生一次，只會補這一份。",
    warned=("有1處提醒，見首頁「檢查結果」", "有{n}處提醒，見首頁「檢查結果」"),
    replaced=("這台電腦沒有{names}，PDF用了替代字型，見首頁「產生說明」",) * 2,
    replaced_many="這台電腦沒有{names}等{n}種字型，PDF用了替代字型，見首頁「產生說明」",
    both="留意：{}。",
    between="；",
    comma="，",
    same_id="「{path}」的編號「{id}」與另一份計畫相同，它的文件放在「{folder}」。請為其中一份換個編號。",
)  # fmt: skip
# Words of the office follow the region of the plans, words of the tool the language.
_HANT_CN = replace(
    _HANT_TW,
    nouns={**_HANT_TW.nouns, "notice": ("沒有通知", "通知1份", "通知{n}份")},
)
_HANS = BuildWords(
    language="zh-Hans",
    making="生成",
    made_one="已生成：{list}，共{files}个文件。",
    made_many="由{plans}份方案生成：{list}，共{files}个文件。",
    nouns={
        "notice": ("没有通知", "通知1份", "通知{n}份"),
        "letter": ("没有责任书", "责任书1份", "责任书{n}份"),
        "calendars": ("没有行事历", "行事历1种", "行事历{n}种"),
        "tables": ("没有职责一览表", "职责一览表1份", "职责一览表{n}份"),
    },
    unchanged=("没有变动，1个文件还是最新的，不用重新生成。",
               "没有变动，{n}个文件都是最新的，不用重新生成。"),
    refused_only=("没有生成文书：有1处须改。", "没有生成文书：有{n}处须改。"),
    refused_of=("“{title}”没有生成文书：有1处须改。", "“{title}”没有生成文书：有{n}处须改。"),
    standing=("上次的1个文件没有动。", "上次的{n}个文件没有动。"),
    door="从这里打开：{door}",
    edited="“{file}”在上次生成后有人改过，已原样保留。要换成新稿，加 --force；要留住改动，先另存一份。",
    held="“{file}”正在别的程序中打开，这一份没有更新，其余文件已更新。请关闭后再生成一次，只会补这一份。",
    warned=("有1处提醒，见首页“检查结果”", "有{n}处提醒，见首页“检查结果”"),
    replaced=("本机没有{names}，PDF用了代用字体，见首页“生成说明”",) * 2,
    replaced_many="本机没有{names}等{n}种字体，PDF用了代用字体，见首页“生成说明”",
    both="留意：{}。",
    between="；",
    comma="，",
    same_id="“{path}”的编号“{id}”和另一份方案相同，它的文书放在“{folder}”。给其中一份换个编号。",
)  # fmt: skip
_EN = BuildWords(
    language="en",
    making="Making",
    made_one="Made: {list}; {files} files in all.",
    made_many="Made from {plans} plans: {list}; {files} files in all.",
    nouns={
        "notice": ("no notice", "1 notice", "{n} notices"),
        "letter": ("no letters", "1 letter", "{n} letters"),
        "calendars": ("no calendar", "1 calendar", "{n} calendars"),
        "tables": ("no coverage table", "1 coverage table", "{n} coverage tables"),
    },
    unchanged=("Nothing changed: the file is up to date and was left alone.",
               "Nothing changed: the {n} files are up to date and were left alone."),
    refused_only=("No documents made: 1 finding must be fixed.",
                  "No documents made: {n} findings must be fixed."),
    refused_of=("No documents made from “{title}”: 1 finding must be fixed.",
                "No documents made from “{title}”: {n} findings must be fixed."),
    standing=(" The file of the last build is untouched.",
              " The {n} files of the last build are untouched."),
    door="Open this first: {door}",
    edited="“{file}” was edited after the last build and has been kept as it is. To replace it, add --force; to keep the edits, save a copy first.",
    held="“{file}” is open in another program and was not updated; the other files were. Close it and build again: only this one will be made.",
    warned=("1 finding to check; see “Findings” on that page",
            "{n} findings to check; see “Findings” on that page"),
    replaced=("1 font was replaced in the PDFs ({names}); see “About this build” on that page",
              "{n} fonts were replaced in the PDFs ({names}); see “About this build” on that page"),
    replaced_many="{n} fonts were replaced in the PDFs ({names} and {rest} more); see “About this build” on that page",
    both="Note: {}.",
    between=". ",
    comma=", ",
    same_id="The id “{id}” of “{path}” is another plan's as well; its documents are in “{folder}”. Give one of the two another id.",
)  # fmt: skip
WORDS: Mapping[Language, BuildWords] = {"zh-Hans": _HANS, "zh-Hant": _HANT_TW, "en": _EN}


def build_words(language: Language, regions: Sequence[str]) -> BuildWords:
    """The words of a language for plans of these regions; Taiwan's where there is no plan."""
    return _HANT_CN if language == "zh-Hant" and "CN" in regions else WORDS[language]
