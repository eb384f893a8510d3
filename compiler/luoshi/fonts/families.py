"""Which families serve a font class in a language, best first. Data, and nothing else.

A family is listed under the names its file carries. The products that GB/T 9704-2012 offices use
come first, then what the systems bring, then the freely licensed ones that set-up obtains.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from luoshi.diagnostics import Language
from luoshi.document.style import FontClass


@dataclass(frozen=True, slots=True)
class Family:
    """A family by any of its names; ``bold`` when the class wants its bold face as the plain one."""

    names: tuple[str, ...]
    bold: bool = False


def _list(*rows: str) -> tuple[Family, ...]:
    """A row is names parted by ``|``; a leading ``*`` asks for the bold face."""
    return tuple(
        Family(tuple(row.removeprefix("*").split("|")), row.startswith("*")) for row in rows
    )


_FANGSONG = _list(
    "仿宋_GB2312|FangSong_GB2312", "仿宋|FangSong|SimFang",
    "方正仿宋_GB2312|FZFangSong-Z02|方正仿宋_GBK|方正仿宋简体|FZFangSong-Z02S",
    "华文仿宋|STFangsong", "FandolFang|FandolFang R", "Zhuque Fangsong (technical preview)|朱雀仿宋",
)  # fmt: skip
_XIAOBIAOSONG = _list(
    "方正小标宋简体|FZXiaoBiaoSong-B05S|FZXBSJW--GB1-0", "方正小标宋_GBK|FZXiaoBiaoSong-B05",
    "文鼎小标宋简|AR XiaoBiaoSong GB", "华文中宋|STZhongsong", "*FandolSong",
    "*Noto Serif CJK SC", "*Noto Serif SC", "*Source Han Serif SC|思源宋体",
    "*Songti SC|宋体-简", "Noto Serif SC",
)  # fmt: skip
_HEITI = _list(
    "黑体|SimHei", "方正黑体_GBK|FZHei-B01", "方正黑体简体|FZHei-B01S", "华文黑体|STHeiti",
    "Heiti SC|黑体-简", "文泉驿微米黑|WenQuanYi Micro Hei", "Noto Sans CJK SC", "Noto Sans SC",
    "Source Han Sans SC|思源黑体", "FandolHei", "微软雅黑|Microsoft YaHei",
)  # fmt: skip
_KAITI = _list(
    "楷体_GB2312|KaiTi_GB2312", "楷体|KaiTi|SimKai",
    "方正楷体_GB2312|FZKai-Z03|方正楷体_GBK|方正楷体简体|FZKai-Z03S",
    "华文楷体|STKaiti", "Kaiti SC|楷体-简", "AR PL UKai CN", "FandolKai",
    "霞鹜文楷|LXGW WenKai",
)  # fmt: skip
_SONGTI = _list(
    "宋体|SimSun", "方正书宋_GBK|FZShuSong-Z01|方正书宋简体|FZShuSong-Z01S", "Songti SC|宋体-简",
    "华文宋体|STSong", "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC|思源宋体",
    "FandolSong", "AR PL UMing CN",
)  # fmt: skip

_FANGSONG_TW = _list("cwTeX FangSong|cwTeXFangSong|cwTeX 仿宋體")
_XIAOBIAOSONG_TW = _list(
    "*Noto Serif CJK TC", "*Noto Serif TC", "*Songti TC|宋體-繁", "Noto Serif TC",
)  # fmt: skip
_HEITI_TW = _list(
    "微軟正黑體|Microsoft JhengHei", "Heiti TC|黑體-繁", "Noto Sans CJK TC", "Noto Sans TC",
    "Source Han Sans TC|思源黑體", "文泉驛微米黑|WenQuanYi Micro Hei",
)  # fmt: skip
_KAITI_TW = _list(
    "標楷體|DFKai-SB", "BiauKai|BiauKaiTC|標楷體-繁", "Kaiti TC|楷體-繁",
    "全字庫正楷體|TW-Kai", "AR PL UKai TW", "AR PL UKai CN", "cwTeX Kai|cwTeXKai",
)  # fmt: skip
_SONGTI_TW = _list(
    "新細明體|PMingLiU", "Songti TC|宋體-繁", "儷宋 Pro|LiSong Pro", "Noto Serif CJK TC",
    "Noto Serif TC", "Source Han Serif TC|思源宋體", "全字庫正宋體|TW-Sung", "AR PL UMing TW",
)  # fmt: skip

_SERIF = _list(
    "Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman", "Noto Serif", "DejaVu Serif",
)  # fmt: skip
_SANS = _list(
    "Arial", "Helvetica", "Liberation Sans", "Arimo", "Nimbus Sans", "Noto Sans", "DejaVu Sans",
    "Bitstream Vera Sans",
)  # fmt: skip
_SYMBOLS = _list(
    "Segoe UI Symbol", "Apple Symbols", "Noto Sans Symbols2", "DejaVu Sans", "Bitstream Vera Sans",
)  # fmt: skip
# The faces with the most characters, for names outside the common sets; the widest stand last.
_WIDEST = _list(
    "WenQuanYi Micro Hei", "AR PL UMing CN", "SimSun-ExtB", "MingLiU-ExtB", "PMingLiU-ExtB",
    "Noto Serif TC", "Noto Serif SC", "Noto Serif CJK TC", "Noto Serif CJK SC",
)  # fmt: skip

_Table = Mapping[FontClass, tuple[Family, ...]]

_OWN_HANS: _Table = {
    "fangsong": _FANGSONG,
    "xiaobiaosong": _XIAOBIAOSONG,
    "heiti": _HEITI,
    "kaiti": _KAITI,
    "songti": _SONGTI,
    "serif": _SERIF,
    "sans": _SANS,
}
# A Traditional text in a Simplified face would mix shapes, so a class without a Taiwan face takes
# the nearest one that has them: FangSong is rare in Taiwan, where offices write in KaiTi.
_OWN_HANT: _Table = {
    "fangsong": _FANGSONG_TW + _KAITI_TW,
    "xiaobiaosong": _XIAOBIAOSONG_TW,
    "heiti": _HEITI_TW,
    "kaiti": _KAITI_TW,
    "songti": _SONGTI_TW,
    "serif": _SERIF,
    "sans": _SANS,
}
_OWN_EN: _Table = {
    "fangsong": _SERIF,
    "xiaobiaosong": tuple(Family(family.names, bold=True) for family in _SERIF),
    "heiti": _SANS,
    "kaiti": _SERIF,
    "songti": _SERIF,
    "serif": _SERIF,
    "sans": _SANS,
}
_OWN: Mapping[Language, _Table] = {"zh-Hans": _OWN_HANS, "zh-Hant": _OWN_HANT, "en": _OWN_EN}

# For characters that no face of the class has: the other script's, then the nearest weight.
_OTHERS_HANS: _Table = {
    "fangsong": _FANGSONG_TW + _SONGTI,
    "xiaobiaosong": _XIAOBIAOSONG_TW + _SONGTI,
    "heiti": _HEITI_TW,
    "kaiti": _KAITI_TW + _SONGTI,
    "songti": _SONGTI_TW,
    "serif": _SONGTI,
    "sans": _HEITI,
}
_OTHERS_HANT: _Table = {
    "fangsong": _SONGTI_TW,
    "xiaobiaosong": _SONGTI_TW,
    "heiti": _SONGTI_TW,
    "kaiti": _SONGTI_TW,
    "songti": _SONGTI,
    "serif": _SONGTI_TW,
    "sans": _HEITI_TW,
}
_OTHERS_EN: _Table = {
    "fangsong": _SONGTI,
    "xiaobiaosong": _XIAOBIAOSONG,
    "heiti": _HEITI,
    "kaiti": _SONGTI,
    "songti": _SONGTI,
    "serif": _SONGTI,
    "sans": _HEITI,
}
_OTHERS: Mapping[Language, _Table] = {
    "zh-Hans": _OTHERS_HANS,
    "zh-Hant": _OTHERS_HANT,
    "en": _OTHERS_EN,
}

# The product a document names for each class, which the PDF should show if it can.
WANTED: Mapping[Language, Mapping[FontClass, str]] = {
    "zh-Hans": {
        "fangsong": "仿宋_GB2312",
        "xiaobiaosong": "方正小标宋简体",
        "heiti": "黑体",
        "kaiti": "楷体_GB2312",
        "songti": "宋体",
    },
    "zh-Hant": {"kaiti": "標楷體", "heiti": "微軟正黑體", "songti": "新細明體"},
    "en": {"serif": "Times New Roman", "sans": "Arial"},
}


def own_families(font_class: FontClass, language: Language) -> tuple[Family, ...]:
    """The families that give a text the look of its class, best first."""
    return _OWN[language][font_class]


def other_families(font_class: FontClass, language: Language) -> tuple[Family, ...]:
    """The families that lend single characters, the nearest in look first, the widest last."""
    return _OTHERS[language][font_class] + _SYMBOLS + _WIDEST


# Words in a family's name that tell its class, for fonts that an office configures itself.
CLASS_WORDS: tuple[tuple[FontClass, tuple[str, ...]], ...] = (
    ("xiaobiaosong", ("小标宋", "小標宋", "xiaobiaosong", "xbs")),
    ("fangsong", ("仿宋", "fangsong", "fang song")),
    ("kaiti", ("楷", "kaiti", "kai")),
    ("heiti", ("黑", "heiti", "simhei")),
    ("songti", ("宋", "明體", "明体", "songti", "simsun", "mingliu")),
)
