"""What ``--help`` says, in Chinese and English."""

from __future__ import annotations

from luoshi.languages import Language

HELP: dict[str, dict[Language, str]] = {
    "group": {
        "zh-Hans": "落实：一份方案，生成通知、责任书和行事历，并检查有没有漏掉的单位。",
        "zh-Hant": "落實：一份計畫，產生通知、責任書與行事曆，並檢查有沒有遺漏的單位。",
        "en": "Luoshi: one work plan becomes its notice, letters of responsibility and calendars, "
        "and is checked for departments left out.",
    },
    "check": {
        "zh-Hans": "检查方案，说出问题和改法。",
        "zh-Hant": "檢查計畫，指出問題與改法。",
        "en": "Check plans; say what is amiss and what to do.",
    },
    "build": {
        "zh-Hans": "生成文书：通知、责任书、行事历、职责一览表。",
        "zh-Hant": "產生文件：通知、責任書、行事曆、分工一覽表。",
        "en": "Make the documents: notice, letters, calendars, coverage table.",
    },
    "new": {
        "zh-Hans": "写一份可以照着改的样例方案。",
        "zh-Hant": "寫一份可照著修改的範例計畫。",
        "en": "Write a sample plan to start from.",
    },
    "fmt": {
        "zh-Hans": "整理方案文件的行首空格、空行和栏目写法；意思和“#”后面的话都不变。",
        "zh-Hant": "整理計畫檔的行首空格、空行與欄位寫法；內容與「#」後面的註解都不變。",
        "en": "Tidy layout and field names of plan files; meaning and comments stay.",
    },
    "explain": {
        "zh-Hans": "说明一项检查：是什么、为什么、怎样改。",
        "zh-Hant": "說明一項檢查：是什麼、為什麼、怎樣改。",
        "en": "Explain a finding: what, why and how to settle it.",
    },
    "schema": {
        "zh-Hans": "给编辑器用的栏目表（JSON Schema）；--reference 是给人看的。",
        "zh-Hant": "給編輯器用的欄位表（JSON Schema）；--reference 是給人看的。",
        "en": "The list of fields for editors (JSON Schema); with --reference, for people.",
    },
    "diff": {
        "zh-Hans": "比较两稿方案：哪些责任变了，哪些责任书要重签。",
        "zh-Hant": "比對兩稿計畫：哪些責任異動，哪些責任書須重簽。",
        "en": "Compare two drafts: which duties changed, which letters must be signed again.",
    },
    "language": {
        "zh-Hans": "屏幕上用的语言：zh-Hans、zh-Hant 或 en。",
        "zh-Hant": "畫面使用的語言：zh-Hans、zh-Hant 或 en。",
        "en": "Language of messages: zh-Hans, zh-Hant or en.",
    },
    "profile": {
        "zh-Hans": "检查尺度：draft 起草、standard 一般、strict 从严；默认 standard。",
        "zh-Hant": "檢查標準：draft 草擬、standard 一般、strict 從嚴；預設 standard。",
        "en": "Strictness: draft, standard (the default) or strict.",
    },
    "format": {
        "zh-Hans": "显示方式：text 详细、concise 一行一处、json 给程序用；默认 text。",
        "zh-Hant": "顯示方式：text 詳細、concise 一行一處、json 給程式用；預設 text。",
        "en": "How findings are shown: text (the default), concise (a line each) or json.",
    },
    "fix": {
        "zh-Hans": "把可代改的问题直接改好。",
        "zh-Hant": "直接改好可代改的問題。",
        "en": "Make the changes that can be made for you.",
    },
    "as_of": {
        "zh-Hans": "按这一天判断豁免说明是否到期，默认是运行的当天。",
        "zh-Hant": "依此日判斷豁免說明是否到期，預設為執行當日。",
        "en": "The day by which waivers end, the day of the run by default.",
    },
    "output": {
        "zh-Hans": "文书放在哪个文件夹，默认 output。",
        "zh-Hant": "文件放在哪個資料夾，預設 output。",
        "en": "The folder for the documents, output by default.",
    },
    "force": {
        "zh-Hans": "全部重新生成；有人改过的文件也换成新稿。",
        "zh-Hant": "全部重新產生；有人改過的檔案也換成新稿。",
        "en": "Make everything anew, and replace files that somebody edited.",
    },
    "jobs": {
        "zh-Hans": "同时用几个处理器（默认全部）。",
        "zh-Hant": "同時使用幾個處理器（預設全部）。",
        "en": "How many processors to use (all by default).",
    },
    "timings": {
        "zh-Hans": "显示各步骤用时。",
        "zh-Hant": "顯示各步驟耗時。",
        "en": "Show the time of each stage.",
    },
    "fonts": {
        "zh-Hans": "本单位自己的字体文件夹，优先使用。",
        "zh-Hant": "本單位自己的字型資料夾，優先使用。",
        "en": "A folder with the office's own fonts, used first.",
    },
    "kind": {
        "zh-Hans": "样例的类型：action 专项行动、year 学年计划、rating 星级评定；默认 action。",
        "zh-Hant": "範例的類型：action 專案行動、year 學年計畫、rating 星級評定；預設 action。",
        "en": "Kind of sample: action (special action, the default), year (school year) or rating (star rating).",
    },
    "fmt_check": {
        "zh-Hans": "只看方案文件整不整齐，不改动。",
        "zh-Hant": "只看計畫檔是否整齊，不修改。",
        "en": "Only tell whether files are tidy; change nothing.",
    },
    "reference": {
        "zh-Hans": "印出给人看的栏目表。",
        "zh-Hant": "印出給人看的欄位表。",
        "en": "Print the list of fields for people.",
    },
    "json": {
        "zh-Hans": "印出给程序用的 JSON。",
        "zh-Hant": "印出給程式用的 JSON。",
        "en": "Print JSON for programs.",
    },
    "all_rules": {
        "zh-Hans": "列出全部检查项。",
        "zh-Hant": "列出全部檢查項。",
        "en": "List every finding.",
    },
    "help": {
        "zh-Hans": "显示这份说明。",
        "zh-Hant": "顯示這份說明。",
        "en": "Show this message.",
    },
    "version": {
        "zh-Hans": "显示版本。",
        "zh-Hant": "顯示版本。",
        "en": "Show the version.",
    },
    "usage": {"zh-Hans": "用法：", "zh-Hant": "用法：", "en": "Usage: "},
    "options": {"zh-Hans": "选项", "zh-Hant": "選項", "en": "Options"},
    "commands": {"zh-Hans": "命令", "zh-Hant": "指令", "en": "Commands"},
    "options_word": {"zh-Hans": "[选项]", "zh-Hant": "[選項]", "en": "[OPTIONS]"},
    "command_word": {"zh-Hans": "命令 ……", "zh-Hant": "指令 ……", "en": "COMMAND ..."},
    "paths_word": {
        "zh-Hans": "[方案文件或文件夹]",
        "zh-Hant": "[計畫檔或資料夾]",
        "en": "[PLAN OR FOLDER]...",
    },
    "code_word": {"zh-Hans": "[代码]", "zh-Hant": "[代碼]", "en": "[CODE]"},
    "name_word": {"zh-Hans": "名称", "zh-Hant": "名稱", "en": "NAME"},
    "old_word": {"zh-Hans": "旧稿", "zh-Hant": "舊稿", "en": "OLD"},
    "new_word": {"zh-Hans": "新稿", "zh-Hant": "新稿", "en": "NEW"},
}
