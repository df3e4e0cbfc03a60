"""Chinese numerals in every style, alone or with figures: 二〇二六, 三千五, 1万2千, 二三十, 壹佰. Knows no units."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import NamedTuple

from aligncheck.lang.digits import FOLD, LONGEST, Figure, exact, figure
from aligncheck.lang.patterns import deferred
from aligncheck.model.fact import Number

DIGITS: dict[str, int] = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
POWERS: dict[str, int] = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}
_FORMAL = {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")} | {"貳": 2, "參": 3, "陸": 6, "弍": 2}
_FORMAL_POWERS = {"拾": "十", "佰": "百", "仟": "千", "万": "万", "亿": "亿"}

_TRADITIONAL = (
    "兩两萬万億亿點点個个時时歲岁週周餘余幾几號号鐘钟塊块圓圆幣币鎊镑歐欧韓韩噸吨釐厘畝亩頃顷雙双倆俩紀纪層层間间條条張张輛辆"
    "隻只顆颗門门頭头場场種种項项類类級级節节頁页禮礼過过僅仅長长國国臺台對对組组隊队幾几羅罗來来約约達达華华碼码縣县區区"
    "門门戶户從从後后開开關关釘钉東东廣广漲涨減减擴扩熱热爾尔員员銀银圈圈訂订單单費费標标準准畫画劃划話话說说實实數数當当"
    "這这財财盧卢攝摄馬马貝贝湯汤滿满慶庆順顺曆历歷历禎祯貞贞觀观寶宝樂乐統统豐丰緒绪啟启學学賽赛紐纽縮缩調调飆飙劇剧"
    "銳锐驟骤貶贬價价壓压緩缓於于屬属為为爲为無无倫伦際际協协證证還还輕轻紅红質质維维積积寬宽總总階阶雲云餐餐樹树"
)
FOLD_ZH: dict[int, int] = FOLD | {
    ord(_TRADITIONAL[i]): ord(_TRADITIONAL[i + 1]) for i in range(0, len(_TRADITIONAL), 2)
}
FOLD_ZH |= {ord("○"): ord("〇"), ord("卄"): ord("廿"), 0x2009: ord(" "), 0xA0: ord(" "), 0x202F: ord(" ")}
"""``FOLD`` and the traditional forms of characters that numbers, units and measure words are made of."""

_FOLDED = {chr(code): chr(to) if isinstance(to, int) else to for code, to in FOLD_ZH.items()}
_FOLDABLE = deferred(f"[{''.join(map(re.escape, sorted(_FOLDED)))}]")


def fold_zh(text: str) -> str:
    """``text.translate(FOLD_ZH)``, five times as fast where little or nothing is to fold."""
    return _FOLDABLE.sub(_fold, text)


def _fold(found: re.Match[str]) -> str:
    return _FOLDED[found[0]]


_N = "〇零一二三四五六七八九十百千万亿廿卅"
_MEGA = "兆(?![瓦赫字比帕焦])"
RUN = deferred(
    rf"(?:[两{_N}]|{_MEGA})(?:[{_N}]|{_MEGA}|两(?=[百千万亿兆])|(?<![{_N}]一)(?<=一)两(?=[个天年名人次位只种周月小分句件条]))*"
)
FORMAL_RUN = deferred("[壹贰叁肆伍陆柒捌玖拾貳參陸弍][零壹贰叁肆伍陆柒捌玖拾佰仟万亿貳參陸弍]+")
_WORDS_BEFORE = frozenset("内大登着队退入落行水海")
"""What makes a word of 陆 or 伍: 大陆, 队伍."""
_ABOUT = "(?:[多余来几]|好几)?"
_AFTER_FIGURE = deferred(rf"\s?{_ABOUT}\s?((?:[万亿]|兆(?![瓦赫字比帕焦])|[十百千](?![米克瓦卡赫帕分姓家字比焦伏]))+)")
SCALED = deferred(r"[0-9０-９][0-9０-９.,]*\s?[十百千万萬亿億兆]+(?!一)")
"""Figures with a Chinese power of ten, as text in another language quotes them: 250万."""
_DECIMAL = deferred("点([〇零一二三四五六七八九]+)(?![分钟十百刻])")
_TAIL_FIGURE = deferred(
    r"\s?零?([0-9]{1,4})(?:\s?((?:[十百千](?![米克瓦])|万)+)(?![.,%:])|(?![0-9.,%:]|\s?(?:[十百千](?![米克瓦])|万)))"
)
_LATIN_SCALE = deferred(r"(k|mn|mln|bn|bln|\s?(?:thousand|million|billion|trillion))(?![A-Za-z0-9/\-])")
_LATIN_POWERS = {"k": 10**3, "th": 10**3, "m": 10**6, "mi": 10**6, "b": 10**9, "bi": 10**9, "tr": 10**12}
_TRAIL = deferred(r"\s?(?:多|余|来(?=[个岁年天名人万])|几(?=[个岁年天]))")


_WIDE = deferred("(?<![、，0-9])[1-9][0-9]{0,2}(?:，[0-9]{3})+(?![0-9.，、])")
"""Digits grouped by full-width commas: 40，000."""


class Numeral(NamedTuple):
    """A numeral: where it ends, its value (with ``high``, any value up to it), the figure and power it is made of.

    ``style`` is ``figures`` when Arabic digits take part, ``digits`` for a row of hanzi digits (二〇二六), else
    ``hanzi``. ``about`` is set by 多, 余, 来 or two neighbouring digits;
    ``upper`` is the most that 多, 余 or 来 allow: 29 for 二十多.
    """

    end: int
    value: Number
    high: Number | None = None
    style: str = "hanzi"
    about: bool = False
    figure: Number | None = None
    scale: int = 1
    decimals: int = 0
    grouped: bool = False
    upper: Number | None = None


def numeral(text: str, at: int) -> Numeral | None:
    """Read the numeral that begins at ``at`` of folded text; None where none begins or it is too long for a value."""
    if text[at] in "0123456789.":
        return _with_figures(text, at)
    formal = FORMAL_RUN.match(text, at)
    if formal is not None and _is_formal(formal.group(), text[at - 1 : at]):
        plain = "".join(_FORMAL_POWERS.get(c) or _plain(c) for c in formal.group())
        low, _ = _worth(plain)
        return Numeral(formal.end(), low)
    run = RUN.match(text, at)
    if run is None:
        return None
    return _hanzi(text, at, run.end())


def _is_formal(run: str, before: str) -> bool:
    """Whether characters that are parts of words, too, are a formal numeral: 叁万 is one, 内陆万里 holds none."""
    if any(c in "拾佰仟" for c in run):
        return True
    return any(c in "万亿" for c in run) and not (run[0] in "陆伍參陸" and before in _WORDS_BEFORE)


def small(text: str) -> int:
    """The value of a short numeral in figures or hanzi; 0 for none."""
    if text.isdigit() and text.isascii():
        return int(text)
    read = numeral(text, 0) if text else None
    return int(read.value) if read is not None and read.high is None else 0


def _plain(char: str) -> str:
    return "零一二三四五六七八九"[_FORMAL[char]]


def _with_figures(text: str, at: int) -> Numeral | None:
    read = figure(text, at)
    if read is None:
        return None
    if text[read.end : read.end + 1] == "，" and (wide := _WIDE.match(text, at)) is not None:
        digits = wide.group().replace("，", "")
        read = Figure(wide.end(), int(digits), 0, grouped=True)
    value, end, scale, about = read.value, read.end, 1, False
    power = _AFTER_FIGURE.match(text, end)
    latin = _LATIN_SCALE.match(text, end) if power is None else None
    if latin is not None:
        scale = _LATIN_POWERS[latin.group(1).lstrip()[:2].rstrip("nl")]
        return Numeral(
            latin.end(), exact(value * scale), None, "figures", False, value, scale, read.decimals, read.grouped
        )
    if power is None:
        return Numeral(end, value, None, "figures", False, value, 1, read.decimals, read.grouped)
    for char in power.group(1):
        scale *= POWERS[char]
    about = power.start(1) > end and any(c in "多余来几" for c in text[end : power.start(1)])
    upper = (value + _step(value)) * scale - 1 if about and isinstance(value, int) else None
    end, total = power.end(), value * scale
    last = scale
    while isinstance(total, int) and last > 1 and (more := _TAIL_FIGURE.match(text, end)) is not None:
        step = math.prod(POWERS[c] for c in more.group(2) or "")
        if more.group(2) is None and len(more.group(1)) == 1 and last == scale and "零" not in more.group():
            step = last // 10  # 1万5 is 15,000, as 一万五 is
        part = int(more.group(1)) * step
        if step > last and more.group(2)[-1] == "万" and part < last * 10**4:
            # 1千2百万: the myriad counts what precedes it, too.
            total, end, last, scale = total * 10**4 + part, more.end(), step, 1
            continue
        if part >= last or text[end].isspace() or not part:
            break
        total, end, last = total + part, more.end(), step
        scale = 1 if step == 1 else scale
    if (run := RUN.match(text, end)) is not None and run.group()[-1] in POWERS and len(run.group()) >= 2:
        low, high = _worth(run.group())
        if low < last and high is None:
            total, end = total + low, run.end()
    return Numeral(end, exact(total), None, "figures", about, value, scale, read.decimals, read.grouped, upper)


def _step(value: int) -> int:
    """The largest power of ten that divides a figure: 10 for 20, 100 for 300."""
    step = 1
    while value and value % (step * 10) == 0:
        step *= 10
    return step


def odd(read: Numeral) -> Number | None:
    """The most a figure can be when 多, 余 or 来 follows it: 399 for 300, 59,999 for 5万; None for 5 and the like."""
    if read.upper is not None or not isinstance(read.value, int) or read.high is not None:
        return read.upper
    step = read.scale // 10**read.decimals if read.scale > 1 else _step(read.value)
    return read.value + step - 1 if step > 1 else None


_KILO = frozenset("伏瓦赫帕焦卡克米")


def _hanzi(text: str, at: int, end: int) -> Numeral | None:
    run = text[at:end]
    if not any(c in POWERS or c in "廿卅" for c in run):
        return _digit_row(text, run, end)
    if len(run) > LONGEST:
        return None
    if run[-1] == "千" and text[end : end + 1] in _KILO and any(c in "十百" for c in run[:-1]):
        # 三十五千伏 is thirty-five kilovolts.
        run, end = run[:-1], end - 1
    decimal = _DECIMAL.match(text, end) if text[end : end + 1] == "点" else None
    value, high = _worth(run)
    if decimal is not None and high is None:
        return Numeral(decimal.end(), exact(value + _decimals(decimal.group(1))))
    if text[end : end + 1] == "几" and run[-1] == "十" and high is None:
        scale, stop = _power_after(text, end + 1)
        return Numeral(stop, value * scale, (value + 9) * scale, about=True)
    trail = _TRAIL.match(text, end)
    if trail is not None:
        # 二十多万, 三百余亿: the power comes after the word for "odd".
        power = re.compile("[万亿]+").match(text, trail.end())
        scale = 1
        for char in power.group() if power else "":
            scale *= POWERS[char]
        high = 19 if run == "十" and not power else high
        upper = (value + POWERS[run[-1]]) * scale - 1 if high is None and run[-1] in POWERS else None
        stop = power.end() if power else end
        return Numeral(stop, value * scale, None if high is None else high * scale, about=True, upper=upper)
    if run[-1] in "万亿" and high is None:
        # 十五至二十万: the figure before the power may share it with the one before.
        scale = math.prod(POWERS[char] for char in run[len(run.rstrip("万亿")) :])
        if value > scale and value % scale == 0:
            return Numeral(end, value, figure=value // scale, scale=scale)
    return Numeral(end, value, high, about=high is not None)


def _decimals(digits: str) -> Fraction:
    return Fraction(int("".join(str(DIGITS[c]) for c in digits[:LONGEST])), 10 ** len(digits[:LONGEST]))


_FEW = frozenset("个天年人名次位只种周月日小分句件条斤里")


def _digit_row(text: str, run: str, end: int) -> Numeral | None:
    """A row of digits: one digit, two neighbours (三四: three or four), or a number read digit by digit."""
    if len(run) == 1:
        decimal = _DECIMAL.match(text, end)
        if decimal is not None:
            scale, stop = _power_after(text, decimal.end())
            value = DIGITS[run] + _decimals(decimal.group(1))
            return Numeral(stop, exact(value * scale))
        return Numeral(end, DIGITS[run])
    if len(run) == 2 and DIGITS[run[1]] == DIGITS[run[0]] + 1 and run[0] not in "〇零":
        return Numeral(end, DIGITS[run[0]], DIGITS[run[1]], "digits", about=True)
    if run == "三五" and text[end : end + 1] in _FEW:
        return Numeral(end, 3, 5, "digits", about=True)
    if len(run) > LONGEST:
        return None
    return Numeral(end, int("".join(str(DIGITS[c]) for c in run)), None, "digits")


def _power_after(text: str, at: int) -> tuple[int, int]:
    scale = 1
    while at < len(text) and text[at] in "百千万亿兆":
        scale *= POWERS[text[at]]
        at += 1
    return scale, at


def _worth(run: str) -> tuple[int, int | None]:
    """The value of a run with powers of ten: (value, None), or (lowest, highest) for 二三十, 十七八.

    A last digit after 百, 千, 万 or 亿 without 零 counts the next lower power: 三千五 is 3500.
    """
    total, section, last = [0, 0], [0, 0], 1
    pending: list[int] | None = None
    zero = False
    for char in run:
        if char in DIGITS:
            digit = DIGITS[char]
            pending = [digit, digit] if pending is None or pending == [0, 0] else [pending[1], digit]
            zero = zero or digit == 0
            continue
        if char in "廿卅":
            section = [section[0] + (20 if char == "廿" else 30), section[1] + (20 if char == "廿" else 30)]
            last = 10
            continue
        power = POWERS[char]
        zero = False
        count = pending if pending is not None and pending != [0, 0] else None
        if power < 10**4:
            count = count or [1, 1]
            section = [section[i] + count[i] * power for i in (0, 1)]
        else:
            count = count or [0, 0]
            section = [section[i] + count[i] for i in (0, 1)]
            if section == [0, 0] and total == [0, 0]:
                section = [1, 1]
            below = [total[i] % power if total[i] >= power else total[i] for i in (0, 1)]
            total = [total[i] - below[i] + (below[i] + section[i]) * power for i in (0, 1)]
            section = [0, 0]
        pending, last = None, power
    if pending is not None:
        step = last // 10 if last >= 100 and not zero and pending[0] == pending[1] else 1
        section = [section[i] + pending[i] * step for i in (0, 1)]
    low, high = sorted(total[i] + section[i] for i in (0, 1))
    return low, high if high > low else None
