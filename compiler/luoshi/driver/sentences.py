"""What is said when the surroundings fail: whole sentences, one a language."""

from __future__ import annotations

from collections.abc import Mapping

from luoshi.diagnostics import Language

Forms = tuple[str, str]
"""The form for one and the form for any other count."""


def counted(forms: Forms, n: int, **more: object) -> str:
    """A sentence with its count, in the form for that count."""
    return forms[n != 1].format(n=n, **more)


DISK_FULL: dict[Language, str] = {
    "zh-Hans": "磁盘空间不够，还差约{need}MB。上次的文件都完好，没有动过。请腾出空间再生成一次。",
    "zh-Hant": "磁碟空間不足，還差約{need}MB。上次的檔案都完好，沒有更動。請騰出空間再產生一次。",
    "en": "The disk is full: about {need} MB more is needed. The files of the last build are whole. "
    "Free some space and build again.",
}
NOT_WRITABLE: dict[Language, str] = {
    "zh-Hans": "“{path}”写不进去：没有权限，或者它不是文件夹。请换一个文件夹（--output）。",
    "zh-Hant": "「{path}」無法寫入：沒有權限，或者它不是資料夾。請換一個資料夾（--output）。",
    "en": "“{path}” can't be written: it is protected, or not a folder. Choose another (--output).",
}
OUTSIDE: dict[Language, str] = {
    "zh-Hans": "“{name}”指到存放文书的文件夹之外，没有写入。请删去那个链接再生成。",
    "zh-Hant": "「{name}」指到存放文件的資料夾之外，沒有寫入。請刪去該連結再產生。",
    "en": "“{name}” leads outside the folder of the documents and was not written. Remove that link, "
    "then build again.",
}
BUSY: dict[Language, str] = {
    "zh-Hans": "另一次生成正在这个文件夹里进行，等它结束再运行。文件都没有动。",
    "zh-Hant": "另一次產生正在此資料夾裡進行，等它結束再執行。檔案都沒有更動。",
    "en": "Another build is running in this folder; wait for it, then run again. Nothing was touched.",
}
NO_FONTS: dict[Language, Forms] = {
    "zh-Hans": (
        "本机没有可用的中文字体，{n}份PDF没有生成；Word、网页和日历文件已生成。"
        "再运行一次安装命令，会一并装上字体。",
    )
    * 2,
    "zh-Hant": (
        "這台電腦沒有可用的中文字型，{n}份PDF沒有產生；Word、網頁與行事曆檔已產生。"
        "請再執行一次安裝指令，會一併裝上字型。",
    )
    * 2,
    "en": (
        "No Chinese font was found here, so 1 PDF was not made; the Word, web and calendar "
        "files were. Run the set-up command again: it installs the fonts.",
        "No Chinese font was found here, so {n} PDFs were not made; the Word, web and calendar "
        "files were. Run the set-up command again: it installs the fonts.",
    ),
}
NO_FONT_FOLDER: dict[Language, str] = {
    "zh-Hans": "没有“{path}”这个字体文件夹（--fonts）。文件都没有动。",
    "zh-Hant": "沒有「{path}」這個字型資料夾（--fonts）。檔案都沒有更動。",
    "en": "There is no font folder “{path}” (--fonts). Nothing was touched.",
}
SCREEN_FULL: dict[Language, str] = {
    "zh-Hans": "结果写不出去：接收它的文件所在磁盘满了，或者接收的程序已经关闭。",
    "zh-Hant": "結果無法寫出：接收它的檔案所在磁碟已滿，或接收的程式已經關閉。",
    "en": "The results could not be written: the disk they go to is full, or the program that "
    "takes them is closed.",
}
PLAN_NOT_FOUND: dict[Language, str] = {
    "zh-Hans": "没有找到“{path}”。{near}",
    "zh-Hant": "找不到「{path}」。{near}",
    "en": "“{path}” was not found. {near}",
}
NEAR_NAME: dict[Language, str] = {
    "zh-Hans": "这个文件夹里名字最接近的是：{near}",
    "zh-Hant": "此資料夾裡名稱最接近的是：{near}",
    "en": "The nearest name in this folder: {near}",
}
NO_NEAR_NAME: dict[Language, str] = {
    "zh-Hans": "对照文件名和所在的文件夹；没有方案的，用 luoshi new 写一份样例。",
    "zh-Hant": "請對照檔名與所在的資料夾；若還沒有計畫，請用 luoshi new 寫一份範例。",
    "en": "Compare the name and the folder; where there is no plan yet, write one with luoshi new.",
}
NO_PLAN_HERE: dict[Language, str] = {
    "zh-Hans": "“{path}”里没有方案（.yaml 文件）。用 luoshi new 写一份样例。",
    "zh-Hant": "「{path}」裡沒有計畫（.yaml 檔）。請用 luoshi new 寫一份範例。",
    "en": "There is no plan (.yaml file) in “{path}”. Write a sample with luoshi new.",
}
PLANS_BELOW: dict[Language, str] = {
    "zh-Hans": "“{path}”里没有方案。下一级有{n}份，可以这样运行：{paste}",
    "zh-Hant": "「{path}」裡沒有計畫。下一層有{n}份，可以這樣執行：{paste}",
    "en": "There is no plan in “{path}”. One folder down there is; run: {paste}",
}
# What was counted when nothing was found; a part that counts nothing is left out.
CLEAN: dict[Language, str] = {
    "zh-Hans": "没有发现问题。",
    "zh-Hant": "沒有發現問題。",
    "en": "No findings.",
}
CLEAN_OF: dict[Language, str] = {
    "zh-Hans": "没有发现问题。{parts}。",
    "zh-Hant": "沒有發現問題。{parts}。",
    "en": "No findings: {parts}.",
}
CLEAN_PARTS: dict[Language, Mapping[str, Forms]] = {
    "zh-Hans": {
        "units": ("1个单位有职责", "{n}个单位都有职责"),
        "duties": ("1条职责有责任单位", "{n}条职责都有责任单位"),
        "dates": ("1个日期已核对", "{n}个日期都已核对"),
    },
    "zh-Hant": {
        "units": ("1個單位有工作", "{n}個單位都有工作"),
        "duties": ("1項工作有責任單位", "{n}項工作都有責任單位"),
        "dates": ("1個日期已核對", "{n}個日期都已核對"),
    },
    "en": {
        "units": ("1 unit has duties", "{n} units have duties"),
        "duties": ("1 duty has an owner", "{n} duties have an owner"),
        "dates": ("1 date checked", "{n} dates checked"),
    },
}
# The same for Mainland plans: words of the office follow the plan's region.
CLEAN_PARTS_MAINLAND: Mapping[str, Forms] = {
    **CLEAN_PARTS["zh-Hant"],
    "units": ("1個單位有職責", "{n}個單位都有職責"),
    "duties": ("1條職責有責任單位", "{n}條職責都有責任單位"),
}
READ_MORE: dict[Language, str] = {
    "zh-Hans": "想看某一项的说明：luoshi explain {code}",
    "zh-Hant": "想看某一項的說明：luoshi explain {code}",
    "en": "To read about one of them: luoshi explain {code}",
}
FIXED: dict[Language, Forms] = {
    "zh-Hans": ("已代改1处：{changes}。", "已代改{n}处：{changes}。"),
    "zh-Hant": ("已代改1處：{changes}。", "已代改{n}處：{changes}。"),
    "en": ("Fixed 1 finding: {changes}.", "Fixed {n} findings: {changes}."),
}
FIXED_REST: dict[Language, Forms] = {
    "zh-Hans": ("其余1处要由人来定。", "其余{n}处要由人来定。"),
    "zh-Hant": ("其餘1處須由人決定。", "其餘{n}處須由人決定。"),
    "en": (" 1 more is for a person to settle.", " {n} more are for a person to settle."),
}
# What a fix does, by the code of its finding.
FIXES: dict[Language, Mapping[str, str]] = {
    "zh-Hans": {
        "YML004": "全角冒号换成半角冒号",
        "YML005": "行首的全角空格换成半角空格",
        "YML006": "行首的Tab换成空格",
        "YML019": "补上一个空格",
        "YML027": "行首的特殊空格换成半角空格",
    },
    "zh-Hant": {
        "YML004": "全形冒號換成半形冒號",
        "YML005": "行首的全形空格換成半形空格",
        "YML006": "行首的Tab換成空格",
        "YML019": "補上一個空格",
        "YML027": "行首的特殊空格換成半形空格",
    },
    "en": {
        "YML004": "full-width colon made half-width",
        "YML005": "full-width spaces at the start made ordinary",
        "YML006": "Tab at the start made spaces",
        "YML019": "a space put in",
        "YML027": "special spaces at the start made ordinary",
    },
}
FIXED_NONE: dict[Language, str] = {
    "zh-Hans": "没有可代改的问题，文件没有动。",
    "zh-Hant": "沒有可代改的問題，檔案沒有更動。",
    "en": "Nothing here can be fixed for you; no file was touched.",
}
NOT_COMPARED: dict[Language, str] = {
    "zh-Hans": "“{path}”没能读成方案，无法比较。先运行 luoshi check 看看问题在哪里。",
    "zh-Hant": "「{path}」無法讀成計畫，不能比對。請先執行 luoshi check 看看問題在哪裡。",
    "en": "“{path}” could not be read as a plan, so nothing was compared. Run luoshi check on it first.",
}
