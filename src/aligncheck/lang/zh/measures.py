"""Reads what follows a Chinese numeral: percent, tenths, discount, multiplier, unit. Finds no numeral itself."""

from __future__ import annotations

import re
from fractions import Fraction

from aligncheck.lang.digits import exact
from aligncheck.lang.draft import Draft
from aligncheck.lang.zh.numbers import DIGITS, Numeral
from aligncheck.lang.zh.units import NOT_UNIT, UNIT, UNITS
from aligncheck.model.fact import Kind, Number, Strength

_PERCENT = re.compile(r"\s?(?:%|个?百分点|‰)")

_TENTHS = re.compile(
    r"成(?P<more>[半一二三四五六七八九])?(?![是会以不为功员本立就长果熟份群年双套因新片型交绩都天人名堆百千语品行熟见吨])"
)

_DISCOUNT = re.compile(r"\s?折(?![叠磨射断扣线旧返腾算合中])")

_TIMES = re.compile(r"\s?(?P<more>多|余)?倍(?P<half>半)?(?![频感加受率体数型])")

_WORD_SIZES = frozenset({8, 16, 24, 32, 48, 64, 96, 128, 160, 192, 256, 384, 512, 1024, 2048, 4096})
"""Figures before 位 that mean bits; any other number counts persons or digits."""

_GROWS = re.compile(
    r"(?:增长|增加|加|提高|上升|上涨|扩大|提升|增|多|高|涨|快|大|长|贵|翻|超出|高出)(?:了|出)?(?:约|近|大约|将近|超过|至少)?\s?$"
)

_HEIGHT = re.compile("[0-9]{1,2}(?![0-9.年月日个米厘克%])|[〇零一二三四五六七八九]{1,2}(?![十百千万个米厘年天])")

_MONEY = frozenset("""YUAN USD CNY EUR GBP JPY KRW INR RUB CHF AUD CAD HKD TWD SGD CNT CNY|JPY DOLLAR""".split())


def measured(draft: Draft, text: str, read: Numeral) -> bool:
    """Percent, tenths, multiplier, ratio or unit after a numeral; True if there was one."""
    value, high, end = read.value, read.high, draft.end
    percent = _PERCENT.match(text, end)
    if percent is not None:
        draft.end = percent.end()
        draft.tail = ("percent", "")
        share_of = Fraction(1, 10) if percent.group().endswith("‰") else 1
        draft.add("percent", exact(value * share_of), "", None if high is None else exact(high * share_of))
        return True
    tenths = _TENTHS.match(text, end)
    if tenths is not None and 1 <= value <= 10:
        draft.end = tenths.end()
        draft.add(
            "percent",
            value * 10 + ({**DIGITS, "半": 5}[tenths["more"]] if tenths["more"] else 0),
            "",
            None if high is None else high * 10,
        )
        draft.strength = Strength.FAIR
        return True
    if _DISCOUNT.match(text, end) and 1 <= value < 100:
        draft.end = end + 1
        kept = exact(value * 10 if value < 10 else value)
        draft.add("percent", 100 - kept)
        draft.add("percent", kept)
        draft.strength = Strength.FAIR
        return True
    times = _TIMES.match(text, end)
    if times is not None:
        _multiplier(draft, text, value, high, times)
        return True
    return _united(draft, text, read)


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
    at = found.start("cjk") if found["cjk"] else found.start("latin")
    code = UNITS[name]
    if (len(name) == 1 and NOT_UNIT.match(text, at)) or (
        text[at - 1] == "个" and code not in {"mo", "h", "wk", "ctry", "min", "qtr", "s"}
    ):
        return False
    if name == "位" and (not draft.digits or read.value not in _WORD_SIZES):
        return False
    if not draft.digits and code in {"li", "dan", "chi", "cun", "liang", "kn", "bbl", "yd"} and read.value <= 3:
        return False
    value = read.value
    if found["half"] or found["after"]:
        value = exact(value + Fraction(1, 2))
    draft.end = found.end()
    centimetres = _HEIGHT.match(text, draft.end) if code == "m" and isinstance(value, int) else None
    if centimetres is not None:
        digits = [DIGITS[c] if c in DIGITS else int(c) for c in centimetres.group()]
        value = exact(value + Fraction(int("".join(map(str, digits))), 10 ** len(digits)))
        draft.end = centimetres.end()
    draft.approx = draft.approx or bool(about)
    if draft.tail[0] == "money":
        code = draft.tail[1] if code in {"YUAN", "deg"} else code
    kind: Kind = "money" if code in _MONEY else "measure"
    draft.tail = (kind, code)
    draft.add(kind, value, code, read.high)
    _unit_strength(draft, read, code, text_of_power=text[draft.start] in "百千万亿")
    return True


def _unit_strength(draft: Draft, read: Numeral, code: str, *, text_of_power: bool) -> None:
    if read.style == "figures":
        return
    if read.value == 1 or read.high is not None or text_of_power or (read.value == 2 and code == "times"):
        draft.strength = Strength.WEAK
    elif read.value <= 3 or (code == "times" and read.value <= 12):
        draft.strength = Strength.FAIR
