"""Writes values in the styles of either language, for the laws of the facts layer: numbers, amounts, dates, times."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

Style = Callable[[int], str]

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
_ONES += "sixteen seventeen eighteen nineteen".split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_ORDINALS |= {"twelve": "twelfth"} | {tens: tens[:-1] + "ieth" for tens in _TENS[2:]}
_HANZI = "零一二三四五六七八九"
_WIDE = str.maketrans("0123456789.,%-", "０１２３４５６７８９．，％－")
_FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_TRADITIONAL = str.maketrans("万亿两点", "萬億兩點")
_OLD_FORMAL = str.maketrans("零一二三四五六七八九十百千万亿", "零壹貳參肆伍陸柒捌玖拾佰仟萬億")

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def english_words(value: int, joint: str = " and ", group: str = " ") -> str:
    """A cardinal below 10**18 in English words, the last two digits after ``joint``, powers of 1000 after ``group``."""
    for scale, name in ((10**15, "quadrillion"), (10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if value >= scale:
            return _scaled(value, scale, name, joint, group)
    if value >= 1000:
        return _scaled(value, 1000, "thousand", joint, group)
    if value >= 100:
        rest = value % 100
        return _ONES[value // 100] + " hundred" + (joint + english_words(rest) if rest else "")
    if value >= 20:
        return _TENS[value // 10] + ("-" + _ONES[value % 10] if value % 10 else "")
    return _ONES[value]


def _scaled(value: int, scale: int, name: str, joint: str, group: str) -> str:
    rest = value % scale
    written = f"{english_words(value // scale, joint)} {name}"
    if not rest:
        return written
    return written + (joint if rest < 100 else group) + english_words(rest, joint, group)


def english_ordinal(value: int) -> str:
    """``twenty-third``, ``two hundred and first``."""
    words = english_words(value)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    return words[:cut] + _ORDINALS.get(words[cut:], words[cut:].removesuffix("t") + "th")


def suffixed(value: int) -> str:
    """``23rd``."""
    teens = 10 < value % 100 < 14
    return str(value) + ("th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th"))


def hanzi(value: int) -> str:
    """A cardinal below 10**16 in hanzi, with 零 where powers are skipped."""
    groups = []
    for power in ("", "万", "亿", "万亿"):
        groups.append((value % 10**4, power))
        value //= 10**4
    written, skipped = "", False
    for group, power in reversed(groups):
        if not group:
            skipped = bool(written)
            continue
        if written and (skipped or group < 1000):
            written += "零"
        written += _below_myriad(group) + power
        skipped = False
    return written or "零"


def _below_myriad(value: int) -> str:
    written, zero = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, power)
        if digit:
            written += ("零" if zero and written else "") + _HANZI[digit] + name
            zero = False
        else:
            zero = True
    return written


def spoken(value: int) -> str:
    """Hanzi as said: 十五 for 一十五, 两千 for 二千, 两万, 两亿, 两百."""
    written = hanzi(value)
    written = written[1:] if written.startswith("一十") else written
    for power in "百千万亿":
        written = written.replace("二" + power, "两" + power)
    return written.replace("十两", "十二")


def clipped(value: int) -> str:
    """三千五 for 3500: the last power is left out. Only where the last two digits but zeros are neighbours."""
    written = hanzi(value)
    return written[:-1] if len(written) > 3 and written[-1] in "十百千" and "零" not in written[-4:] else written


def row(value: int) -> str:
    """Digit by digit: 二〇二六."""
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(value))


def mixed(value: int) -> str:
    """Figures with 亿 and 万 between them: 3亿1202万56, 2万4801; 1万零5, since 1万5 is 15,000."""
    written = ""
    for scale, power in ((10**8, "亿"), (10**4, "万")):
        if value >= scale:
            written += f"{value // scale}{power}"
            value %= scale
    zero = "零" if written and 0 < value < 10 else ""
    return written + zero + (str(value) if value or not written else "")


def thousands(value: int) -> str:
    """1万2千, 3千; figures alone where no 千 fits."""
    if value < 1000 or value % 1000 or value >= 10**8:
        return str(value)
    return (f"{value // 10**4}万" if value >= 10**4 else "") + (f"{value // 1000 % 10}千" if value // 1000 % 10 else "")


def myriads(value: int) -> str:
    """3.5万, 120.04亿: as a decimal of the largest of 万 and 亿."""
    scale, power = (10**8, "亿") if value >= 10**8 else (10**4, "万")
    return decimal(Fraction(value, scale)) + power


def scaled(value: int) -> str:
    """``3.5 million``: as a decimal of the largest power of 1000."""
    for scale, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if value >= scale:
            return f"{decimal(Fraction(value, scale))} {name}"
    return str(value)


def decimal(value: Fraction) -> str:
    """An exact decimal of at most 12 places."""
    places = next(n for n in range(13) if (value * 10**n).denominator == 1)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    return ("-" if value < 0 else "") + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def indian(value: int) -> str:
    """12,34,567."""
    digits = str(value)
    head, tail = digits[:-3], digits[-3:]
    pairs = [head[max(0, at - 2) : at] for at in range(len(head), 0, -2)][::-1]
    return ",".join([*pairs, tail])


def wide(text: str) -> str:
    """Full-width figures; the full-width comma separates in Chinese and never groups, so that a comma stays narrow."""
    return text.translate(_WIDE).replace("，", ",")


def grouped(value: int, sign: str) -> str:
    return f"{value:,}".replace(",", sign)


ENGLISH: dict[str, Style] = {
    "plain": str,
    "comma": lambda v: f"{v:,}",
    "thin space": lambda v: grouped(v, "\u2009"),
    "narrow no-break space": lambda v: grouped(v, "\u202f"),
    "apostrophe": lambda v: grouped(v, "'"),
    "full-width": lambda v: wide(str(v)),
    "Indian": indian,
    "scaled": scaled,
    "words with and": english_words,
    "words without and": lambda v: english_words(v, " "),
    "words with commas": lambda v: english_words(v, " and ", ", "),
}
CHINESE: dict[str, Style] = {
    "plain": str,
    "comma": lambda v: f"{v:,}",
    "thin space": lambda v: grouped(v, "\u2009"),
    "full-width": lambda v: wide(str(v)),
    "full-width, comma": lambda v: wide(f"{v:,}"),
    "hanzi": hanzi,
    "hanzi with 〇": lambda v: hanzi(v).replace("零", "〇"),
    "hanzi as said": spoken,
    "hanzi, clipped": clipped,
    # A formal numeral alone is a name as often: 陆, 伍.
    "formal": lambda v: hanzi(v).translate(_FORMAL) if v > 9 else hanzi(v),
    "formal, traditional": lambda v: hanzi(v).translate(_OLD_FORMAL) if v > 9 else hanzi(v),
    "traditional": lambda v: spoken(v).translate(_TRADITIONAL),
    "row": row,
    "mixed": mixed,
    "千": thousands,
    "decimal of 万 or 亿": myriads,
}
