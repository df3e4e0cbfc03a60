"""Reads what follows a Chinese numeral: percent, tenths, discount, multiplier, unit. Finds no numeral itself."""

from __future__ import annotations

import re
from fractions import Fraction

from aligncheck.lang.digits import exact
from aligncheck.lang.draft import Draft
from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh.numbers import DIGITS, Numeral, small
from aligncheck.lang.zh.units import MONEY, NOT_UNIT, UNIT, UNITS
from aligncheck.model.fact import Kind, Number, Strength

_PERCENT = deferred(r"\s?(?:%|个?百分点|‰|个?(?P<basis>基点|bps?(?![A-Za-z])))")

_TENTHS = deferred(
    r"成(?P<more>[半一二三四五六七八九])?(?![是会不为功员本立就长果熟份群年双套因新片型交绩都天人名堆百千语品行熟见吨]|以(?![上下内]))"
)

_DISCOUNT = deferred(r"\s?折(?![叠磨射断扣线旧返腾算合中])")

_FOLDED = deferred("(?:[叠折对]成?|[叠折]作)$")
"""叠成三折 folds something in three."""

_STUFF = deferred("[冰白红黄绿黑米面肉酒茶糖盐油银金药料碎干生熟花芝虾鱼牛羊猪鸡姜蒜葱豆烟芥麻参酱醋饭粉]")
_ALL_DAY = deferred(r"\s?(?:营业|服务|在线|开放|不间断|不打烊|热线|值班|全天|便利店|待命|候命|运转|运行)")
_CENTS = deferred(r"\s?([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?(?:美分|欧分|便士|分(?![之钟]))")
_WITH_CENTS = frozenset({"USD", "EUR", "GBP", "AUD", "CAD", "NZD", "HKD", "SGD"})

_TIMES = deferred(r"\s?(?P<more>多|余)?倍(?P<half>半)?(?![频感加受率体数型])")

_AFTER_GE = frozenset({"mo", "h", "wk", "ctry", "min", "qtr", "s", "atm", "shichen", "iu", "BTC"})
"""Units that may have 个 between them and their figure."""

_WORD_SIZES = frozenset({8, 16, 24, 32, 48, 64, 96, 128, 160, 192, 256, 384, 512, 1024, 2048, 4096})
"""Figures before 位 that mean bits; any other number counts persons or digits."""

_GROWS = deferred(
    r"(?:增长|增加|加|提高|上升|上涨|扩大|提升|增|多|高|涨|快|大|长|贵|翻|超出|高出)(?:了|出)?(?:约|近|大约|将近|超过|至少)?\s?$"
)

_HOMELY = frozenset(
    {"li", "dan", "chi", "cun", "liang", "kn", "bbl", "yd", "qian", "bar", "Pa", "cal", "VND|IDR", "qing"}
)
"""Units whose names are measure words or parts of other words; a small number in hanzi says too little."""

_SPEED = deferred("[速船舰艇]")
"""节 is a knot where speed or a ship is spoken of, else a section or lesson."""

_HEIGHT = deferred("[0-9]{1,2}(?![0-9.年月日个米厘克%])|[〇零一二三四五六七八九]{1,2}(?![十百千万个米厘年天])")

_COINS = deferred(
    r"(?P<jiao>[0-9一二两三四五六七八九])\s?[角毛](?:钱|\s?(?P<fen>[0-9一二两三四五六七八九])\s?分钱?)?"
    r"|(?P<bare>[1-9一二三四五六七八九])(?=[，。、；的]|$)"
)
"""The rest of 三块五毛, 3元8角5分, 三块五."""

_MINUTES = deferred(r"\s?(?P<unit>分)(?![之支钟])(?P<then>\s?[0-9一二三四五六七八九十]{1,3}\s?秒)?")
_HOURS = deferred("(?:小时|钟头)[零又]?\\s?$")
_HUNDREDTHS = deferred(r"[0-9]{2}(?![0-9.:秒分%])")
_EVERY_LAST = frozenset("秒钟时速为达约近过超高 ")
_RATES = {"m": "mps", "km": "kmps"}, {"km": "kmh", "mi": "mph"}
_EVERY = deferred(r"(?:(?P<second>每秒钟?)|每小时|时速)(?:为|达|约|近|超过?|可达|高达|不超过|最高|大约)?\s?$")
_HALVES = deferred(
    r"个?(?P<more>[多来])?(?P<name>公斤|千克|斤|两(?=[银黄白酒茶米肉])|吨|克拉?|磅|盎司|公里|千米|英里|海里|里地|里路|米(?![饭粉兰色])|厘米|毫米|英寸|英尺"
    r"|尺|寸|公顷|亩|英亩|升(?![级到高温降])|毫升|品脱|加仑|分钟|秒钟?|光年|小时|钟头|世纪|季度)"
)
_DOUBLING = deferred(r"([0-9]{1,2}|[一二两三四五六七八九十])番(半)?")


_NO_MEASURE = frozenset({"", "，", "。", "、", "；", ",", ")", "-", "~", ":"})
_PERCENT_FIRST = frozenset("%个百‰基bB")
_TIMES_FIRST = frozenset("多余倍")


def measured(draft: Draft, text: str, read: Numeral) -> bool:
    """Percent, tenths, multiplier, ratio or unit after a numeral; True if there was one."""
    value, high, end = read.value, read.high, draft.end
    near = text[end : end + 2]
    if near[:1] in _NO_MEASURE:
        return False
    percent = _PERCENT.match(text, end) if not _PERCENT_FIRST.isdisjoint(near) else None
    if percent is not None:
        draft.end = percent.end()
        points = "pt" if "点" in percent.group() or percent["basis"] else ""
        draft.tail = ("percent", points)
        share_of = Fraction(1, 100) if percent["basis"] else Fraction(1, 10) if percent.group().endswith("‰") else 1
        draft.add("percent", exact(value * share_of), points, None if high is None else exact(high * share_of))
        if value == 100 and not points and share_of == 1:
            draft.strength = Strength.WEAK
        return True
    tenths = _TENTHS.match(text, end) if near[:1] == "成" else None
    if tenths is not None and 1 <= value <= 10:
        draft.end = tenths.end()
        draft.add(
            "percent",
            value * 10 + ({**DIGITS, "半": 5}[tenths["more"]] if tenths["more"] else 0),
            "",
            None if high is None else high * 10,
        )
        draft.strength = Strength.FAIR
        if isinstance(value, int):
            # 三至四成: the first figure is read as tenths, too.
            draft.value, draft.scale, draft.tail = value, 10, ("percent", "")
        return True
    discount = _DISCOUNT.match(text, end) if "折" in near else None
    if discount is not None and 1 <= value < 100 and not _FOLDED.search(text, max(0, draft.start - 3), draft.start):
        draft.end = discount.end()
        kept = exact(value * 10 if value < 10 else value)
        draft.add("percent", 100 - kept, "off")
        draft.add("percent", kept, "kept")
        draft.strength = Strength.FAIR
        return True
    if text[end : end + 1] == "旬" and read.style != "figures" and 5 <= value <= 10:
        # 六旬老人: someone in the sixties.
        draft.end = end + 1
        draft.approx, draft.strength = True, Strength.FAIR
        draft.add("measure", value * 10, "y")
        return True
    times = _TIMES.match(text, end) if not _TIMES_FIRST.isdisjoint(near) else None
    if times is not None:
        _multiplier(draft, text, value, high, times)
        return True
    return _quarter(draft, text, read) or _minutes(draft, text, read) or _united(draft, text, read)


def _minutes(draft: Draft, text: str, read: Numeral) -> bool:
    """The 分 of 3小时20分 and 3分15秒, which elsewhere is a mark, a cent or a part."""
    found = _MINUTES.match(text, draft.end) if "分" in text[draft.end : draft.end + 2] else None
    if found is None or not (found["then"] or _HOURS.search(text, max(0, draft.start - 4), draft.start)):
        return False
    draft.end = found.end("unit")
    draft.add("measure", read.value, "min", read.high)
    draft.tail = ("measure", "min")
    return True


def doubling(text: str, start: int, at: int) -> list[Draft]:
    """翻两番: doubled twice, four times as much. Half a doubling more is about 1.41 times that."""
    found = _DOUBLING.match(text, at)
    if found is None:
        return []
    times = int(found.group(1)) if found.group(1).isdecimal() else _digit(found.group(1))
    draft = Draft(start, found.end(), strength=Strength.FAIR, digits=found.group(1).isdecimal())
    draft.add("multiplier", exact(Fraction(round(2**times * 141), 100)) if found.group(2) else 2**times)
    return [draft]


def half_unit(draft: Draft, text: str) -> bool:
    """半斤, 半公里, 半个多小时: half of a unit."""
    found = _HALVES.match(text, draft.end)
    if found is None:
        return False
    name = found["name"][0] if found["name"] in ("里地", "里路") else found["name"]
    draft.end = found.end()
    draft.role, draft.approx = "plain", found["more"] is not None
    draft.add("measure", Fraction(1, 2), UNITS[name])
    draft.add("fraction", Fraction(1, 2))
    return True


def _digit(char: str) -> int:
    return int(char) if char.isdecimal() else 10 if char == "十" else DIGITS[char]


_QUARTER = deferred(r"\s?季度")
_SPAN_BEFORE = frozenset("前近续后过每")


def _quarter(draft: Draft, text: str, read: Numeral) -> bool:
    """三季度, 3季度: the third quarter, or three of them; 前三季度 only the latter, as 三个季度 is."""
    found = _QUARTER.match(text, draft.end) if "季" in text[draft.end : draft.end + 2] else None
    if (
        found is None
        or read.high is not None
        or not 1 <= read.value <= 4
        or text[draft.start - 1 : draft.start] in _SPAN_BEFORE
    ):
        return False
    draft.end = found.end()
    draft.add("term", read.value, "qtr")
    draft.add("measure", read.value, "qtr")
    draft.add("ordinal", read.value)
    draft.strength = Strength.FAIR
    return True


def _multiplier(draft: Draft, text: str, value: Number, high: Number | None, times: re.Match[str]) -> None:
    draft.end = times.end()
    draft.tail = ("multiplier", "")
    value = exact(value + Fraction(1, 2)) if times["half"] else value
    if _GROWS.search(text, max(0, draft.start - 8), draft.start):
        draft.add("multiplier", value + 1, "grows")
    draft.add("multiplier", value, "", high)
    draft.strength = Strength.STRONG if draft.digits else Strength.FAIR


def _united(draft: Draft, text: str, read: Numeral) -> bool:
    """A unit or currency after the numeral."""
    about = 1 if text[draft.end : draft.end + 1] in {"多", "余", "来", "几"} else 0
    found = UNIT.match(text, draft.end + about)
    if found is None:
        return False
    name = found["cjk"] or found["latin"]
    code = UNITS[name]
    if _no_unit(draft, text, read, name, found):
        return False
    value = read.value
    if found["half"] or found["after"]:
        value = exact(value + Fraction(1, 2))
    draft.end = found.end()
    value = exact(value + _rest(draft, text, value, name, code))
    code = _told_before(draft, text, code)
    draft.approx = draft.approx or bool(about)
    if draft.tail[0] == "money":
        code = draft.tail[1] if code in {"YUAN", "deg"} else code
    kind: Kind = "money" if code in MONEY else "measure"
    draft.tail = (kind, code)
    draft.add(kind, value, code, read.high)
    _unit_strength(draft, read, code, text_of_power=text[draft.start] in "百千万亿")
    if code == "h" and value == 24 and _ALL_DAY.match(text, draft.end):
        draft.strength = Strength.WEAK
    return True


def _no_unit(draft: Draft, text: str, read: Numeral, name: str, found: re.Match[str]) -> bool:
    """Whether the name of a unit is something else here: 三节课, 五位客人, 两里."""
    code = UNITS[name]
    at = found.start("cjk") if found["cjk"] else found.start("latin")
    if (len(name) == 1 and NOT_UNIT.match(text, at)) or (text[at - 1] == "个" and code not in _AFTER_GE):
        return True
    if name == "节" and _SPEED.search(text, max(0, draft.start - 8), draft.start) is None:
        return True
    if name == "位" and (not draft.digits or read.value not in _WORD_SIZES):
        return True
    if code == "liang" and _STUFF.match(text, found.end()):
        return False
    return not draft.digits and code in _HOMELY and read.value <= 3


def _rest(draft: Draft, text: str, value: Number, name: str, code: str) -> Number:
    """What smaller units add after the unit, which become part of the value: 1米75, 三块五毛, 9秒58."""
    if code == "m" and isinstance(value, int) and (height := _HEIGHT.match(text, draft.end)) is not None:
        draft.end = height.end()
        digits = [str(_digit(c)) for c in height.group()]
        return Fraction(int("".join(digits)), 10 ** len(digits))
    if code == "YUAN" and isinstance(value, int) and (coins := _COINS.match(text, draft.end)) is not None:
        if coins["jiao"] or name in ("块", "块钱"):
            draft.end = coins.end()
            fen = _digit(coins["fen"]) if coins["fen"] else 0
            return Fraction(_digit(coins["jiao"] or coins["bare"]) * 10 + fen, 100)
    elif code in _WITH_CENTS and isinstance(value, int) and (cents := _CENTS.match(text, draft.end)) is not None:
        draft.end = cents.end()
        return Fraction(small(cents.group(1)), 100)
    elif code == "s" and draft.digits and (hundredths := _HUNDREDTHS.match(text, draft.end)) is not None:
        draft.end = hundredths.end()
        return Fraction(int(hundredths.group()), 100)
    return 0


def _told_before(draft: Draft, text: str, code: str) -> str:
    """The unit with what is said before its figure: 摄氏36度, 每秒30米, 时速120公里."""
    if code == "deg" and text[draft.start - 2 : draft.start].rstrip() in ("摄氏", "华氏"):
        return "C" if text[draft.start - 2] == "摄" else "F"
    if code in ("m", "km", "mi") and text[draft.start - 1 : draft.start] in _EVERY_LAST:
        every = _EVERY.search(text, max(0, draft.start - 8), draft.start)
        return code if every is None else _RATES[not every["second"]].get(code, code)
    return code


def _unit_strength(draft: Draft, read: Numeral, code: str, *, text_of_power: bool) -> None:
    if read.style == "figures":
        return
    if read.value == 1 or read.high is not None or text_of_power or (read.value == 2 and code == "times"):
        draft.strength = Strength.WEAK
    elif read.value <= 3 or (code == "times" and read.value <= 12):
        draft.strength = Strength.FAIR
