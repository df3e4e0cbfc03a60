"""Reads Chinese parts of a year, month, decade or century, and days and years counted from the one spoken of."""

from __future__ import annotations

import re

from aligncheck.lang.draft import Draft
from aligncheck.lang.patterns import deferred
from aligncheck.model.fact import Strength

_SEASONS = {"春": 1, "夏": 2, "秋": 3, "冬": 4}
_PARTS = {
    word: part
    for part, words in (
        (1, "初 初期 早期 前期 初年 初叶 上旬 年初 月初 岁初 开年"),
        (2, "中 中期 中叶 中旬 年中"),
        (3, "末 底 末期 后期 晚期 末年 末叶 下旬 年末 年底 月末 月底 岁末 年尾"),
    )
    for word in words.split()
}

_SEASON = r"[初早仲暮晚深盛隆]?(?P<season>[春夏秋冬])(?:[天季日]|(?=[，。、；至到]|$))"
ALONE = deferred(
    r"(?P<half>[上下])半年(?!度?级)|(?P<part>[上中下]旬|[年岁][底末]|[年岁]初(?!恋|中|一|二|三|级)"
    r"|年中(?=[，。、的时])|年尾|月[底末]|月初(?![一二三四五六七八九十]))"
    r"|(?P<season>[春夏秋冬])(?:[天季]|日(?![本语元]))|(?<![A-Za-z0-9])Q(?P<qtr>[1-4])(?![0-9A-Za-z])"
)
"""A part of a year or month that needs no date beside it."""

_OF_YEAR = deferred(
    rf"\s?的?(?:{_SEASON}|(?P<half>[上下])半年|(?P<part>年?[初底末](?![一二三四五六七八九十级])|初期|末期|年中|中期"
    r"|早期|后期|中(?=[，。、]|$))"
    r"|(?P<qtr>[1-4一二三四])季度?(?=[，。、；\s的G同实营净]|$)|[QＱ](?P<latin>[1-4])(?![0-9A-Za-z])|H(?P<h>[12])(?![0-9A-Za-z]))"
)
_OF_MONTH = deferred(
    r"\s?(?:的)?(?P<part>[上中下]旬|初(?![一二三四五六七八九十])|[末底]|中(?=[，。、]|$))(?P<season>)(?P<half>)"
)
_OF_DECADE = deferred(
    r"\s?的?\s?(?:(?P<half>[上下前后])半[叶期]?|(?P<part>初期|早期|前期|初叶|中期|中叶|末期|后期|晚期|末叶|末年|初年"
    r"|[初末](?![一二三四五六七八九十])|中(?=[，。、]|$)))(?P<season>)"
)
_SUITED = {"year": _OF_YEAR, "month": _OF_MONTH, "decade": _OF_DECADE}
MAY_FOLLOW = frozenset("初早前中末后晚底上下春夏秋冬仲暮深盛隆的年一二三四1234QH ")
"""Characters that begin a part of a year, month, decade or century just named."""


def term_alone(found: re.Match[str], start: int, *, beside: bool) -> Draft:
    """The season, half, quarter or part that ``ALONE`` found; firm only ``beside`` a year or month, but for halves."""
    draft = Draft(start, found.end(), strength=Strength.FAIR if beside else Strength.WEAK, digits=False)
    if found["half"]:
        draft.add("term", 1 if found["half"] == "上" else 2, "half")
        draft.add("measure", 6, "mo")
        draft.strength = Strength.FAIR
    elif found["part"]:
        draft.add("term", _PARTS[found["part"]], "part")
    elif found["qtr"]:
        draft.add("term", int(found["qtr"]), "qtr")
        draft.strength, draft.digits = Strength.FAIR, True
    else:
        draft.add("term", _SEASONS[found["season"]], "season")
    return draft


def term_after(text: str, end: int, named: str) -> Draft | None:
    """The part of the ``year``, ``month`` or ``decade`` (century too) named just before ``end``, if one follows."""
    found = _SUITED[named].match(text, end)
    if found is None:
        return None
    groups = found.groupdict()
    first = next(name for name in ("season", "half", "part", "qtr", "latin", "h") if groups.get(name))
    draft = Draft(found.start(first), found.end(), strength=Strength.FAIR, digits=groups[first].isascii())
    word = groups[first]
    if first == "season":
        draft.add("term", _SEASONS[word], "season")
    elif first in ("half", "h"):
        draft.add("term", 1 if word in "上前1" else 2, "half")
    elif first == "part":
        draft.add("term", _PARTS[word], "part")
        draft.strength = Strength.WEAK if word == "中" else Strength.FAIR
    else:
        draft.add("term", "_一二三四".find(word) if word in "一二三四" else int(word), "qtr")
    if first in ("latin", "h"):
        draft.start -= 1
    return draft


_AWAY = (
    (-1, "d", r"昨[天日晚夜晨儿]"),
    (1, "d", r"(?<![证表声])明(?:天(?![气空堂下])|日(?![报月])|[晚早晨儿])"),
    (2, "d", r"(?<![以之然最随今前背身午往老])后天(?![性气空生堂才赋形]|下(?!午))"),
    (-2, "d", r"(?<![以之从目面跟眼当年天月日先])前天(?![气空下性津])"),
    (-1, "y", r"(?<![过失离出回下上进])去年(?![代纪龄])"),
    (1, "y", r"(?<![文证说清黎])明年(?![代纪龄])"),
    (-2, "y", r"(?<![以之从目提0-9天月日年])前年(?![代纪龄])"),
    (2, "y", r"(?<![以之然最年月日天])后年(?![代纪龄])"),
    (-1, "wk", r"上(?:个?(?:星期|礼拜)(?![一二三四五六日天])|个?周(?![一二三四五六日天末期围边]))"),
    (1, "wk", r"下(?:个?(?:星期|礼拜)(?![一二三四五六日天])|个?周(?![一二三四五六日天末期围边转密长]))"),
    (-1, "mo", r"(?<![以晚])上(?:个月|月(?![光亮球台经]))"),
    (1, "mo", r"下(?:个月|月(?![光亮球台经]))"),
)
_VAGUELY = (
    (0, "d", r"今(?:天|日|晚|早|晨|夜|儿)|当[天日晚]|同[一]?[天日](?!本)"),
    (0, "y", r"今年(?!龄)|本年(?![级代])|当年(?![级轻])|同年(?![级龄代])|这一年"),
    (0, "wk", r"[本这]个?(?:周|星期|礼拜)(?![一二三四五六日天末边围])"),
    (0, "mo", r"本月(?![亮球])|这个月"),
    (1, "d", r"[次翌](?:日|晨)|隔[天日]"),
    (1, "y", r"[次翌来]年|隔年"),
    (1, "mo", r"次月"),
    (-1, "d", r"前一[天日]|头一天"),
    (-1, "y", r"前一年|上一?年(?!级)|上一?年度"),
    (-1, "wk", r"[前上]一周"),
    (-1, "mo", r"[前上]一个月"),
    (1, "wk", r"[下]一周"),
    (1, "mo", r"[下]一个月"),
    (1, "y", r"[下]一年(?!级)"),
)
_KNOWN = {f"r{n}": (offset, unit) for n, (offset, unit, _) in enumerate((*_AWAY, *_VAGUELY))}
RELATIVE = deferred("|".join(f"(?P<r{n}>{pattern})" for n, (_, _, pattern) in enumerate((*_AWAY, *_VAGUELY))))
RELATIVE_STARTS = frozenset("昨明后前去上下今当同本这次翌来隔头")
_ORDINAL_TOO = deferred("[次翌]")
_TWICE = {("大", "前"): -1, ("大", "后"): 1, ("上", "上"): -1, ("下", "下"): 1}


def relative(text: str, at: int) -> Draft | None:
    """The day, week, month or year counted from the one spoken of that begins at ``at``: 昨天, 下个月, 前年."""
    found = RELATIVE.match(text, at)
    if found is None or found.lastgroup is None:
        return None
    offset, unit = _KNOWN[found.lastgroup]
    firm = int(found.lastgroup[1:]) < len(_AWAY)
    draft = Draft(at, found.end(), strength=Strength.FAIR if firm else Strength.WEAK, digits=False)
    further = _TWICE.get((text[at - 1 : at], text[at])) if firm else None
    if further is not None:
        draft.start -= 1
        offset += further
    draft.add("relative", offset, unit)
    if _ORDINAL_TOO.match(text, at):
        draft.add("ordinal", 2)
    return draft
