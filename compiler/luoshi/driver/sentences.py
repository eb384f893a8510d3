"""What is said when the surroundings fail: whole sentences, one a language."""

from __future__ import annotations

from luoshi.diagnostics import Language

DISK_FULL: dict[Language, str] = {
    "zh-Hans": "磁盘空间不够，还差约{need}MB。上次的文件都完好，没有动过。请腾出空间再生成一次。",
    "zh-Hant": "磁碟空間不足，還差約{need}MB。上次的檔案都完好，沒有更動。請騰出空間再產生一次。",
    "en": "The disk is full: about {need} MB more is needed. The files of the last build are whole. "
    "Free some space and build again.",
}
NOT_WRITABLE: dict[Language, str] = {
    "zh-Hans": "没有权限写入“{path}”。请换一个文件夹（--output），或改正它的权限。",
    "zh-Hant": "沒有權限寫入「{path}」。請換一個資料夾（--output），或改正其權限。",
    "en": "“{path}” can't be written. Choose another folder (--output), or correct its permissions.",
}
OUTSIDE: dict[Language, str] = {
    "zh-Hans": "“{name}”指到输出文件夹之外，没有写入。请删去那个链接再生成。",
    "zh-Hant": "「{name}」指到輸出資料夾之外，沒有寫入。請刪去該連結再產生。",
    "en": "“{name}” leads outside the output folder and was not written. Remove that link, "
    "then build again.",
}
BUSY: dict[Language, str] = {
    "zh-Hans": "另一次生成正在这个文件夹里进行，等它结束再运行。文件都没有动。",
    "zh-Hant": "另一次產生正在此資料夾裡進行，等它結束再執行。檔案都沒有更動。",
    "en": "Another build is running in this folder; wait for it, then run again. Nothing was touched.",
}
NO_FONTS: dict[Language, str] = {
    "zh-Hans": "本机没有可用的中文字体，{n}份PDF没有生成；Word、网页和日历文件已生成。"
    "再运行一次安装命令，会一并装上字体。",
    "zh-Hant": "本機沒有可用的中文字型，{n}份PDF沒有產生；Word、網頁與行事曆檔已產生。"
    "請再執行一次安裝命令，會一併裝上字型。",
    "en": "No Chinese font was found here, so {n} PDFs were not made; the Word, web and calendar "
    "files were. Run the set-up command again: it installs the fonts.",
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
CLEAN: dict[Language, str] = {
    "zh-Hans": "没有发现问题。{units}个单位都有职责，{duties}条职责都有责任单位，{dates}个日期都已核对。",
    "zh-Hant": "沒有發現問題。{units}個單位都有工作，{duties}項工作都有責任單位，{dates}個日期都已核對。",
    "en": "No findings: {units} units have duties, {duties} duties have an owner, {dates} dates checked.",
}
READ_MORE: dict[Language, str] = {
    "zh-Hans": "想看某一项的说明：luoshi explain {code}",
    "zh-Hant": "想看某一項的說明：luoshi explain {code}",
    "en": "To read about one of them: luoshi explain {code}",
}
FIXED: dict[Language, str] = {
    "zh-Hans": "已代改{n}处：{places}。",
    "zh-Hant": "已代改{n}處：{places}。",
    "en": "Fixed {n}: {places}.",
}
FIXED_REST: dict[Language, str] = {
    "zh-Hans": "其余{n}处要由人来定。",
    "zh-Hant": "其餘{n}處須由人決定。",
    "en": " {n} more to be settled by a person.",
}
FIXED_NONE: dict[Language, str] = {
    "zh-Hans": "没有可代改的问题。",
    "zh-Hant": "沒有可代改的問題。",
    "en": "Nothing here can be fixed for you.",
}
NOT_COMPARED: dict[Language, str] = {
    "zh-Hans": "“{path}”没能读成方案，无法比较。先运行 luoshi check 看看问题在哪里。",
    "zh-Hant": "「{path}」無法讀成計畫，不能比對。請先執行 luoshi check 看看問題在哪裡。",
    "en": "“{path}” could not be read as a plan, so nothing was compared. Run luoshi check on it first.",
}
