"""Finds every value a Chinese sentence states: figures, hanzi numerals, dates, times, measures, money, multipliers."""

from __future__ import annotations

import re
from fractions import Fraction

from aligncheck.lang.digits import DOTTED, exact
from aligncheck.lang.draft import Draft, enumerates, in_brackets, share
from aligncheck.lang.patterns import any_of
from aligncheck.lang.zh.moments import moments, weekday
from aligncheck.lang.zh.numbers import DIGITS, Numeral, numeral
from aligncheck.lang.zh.units import CLASSIFIER, CLASSIFIERS, NOT_UNIT, SIGNS, UNIT, UNITS
from aligncheck.lang.zh.words import NO_NUMBER, WORDS
from aligncheck.model.fact import Fact, Kind, Number, Reading, Strength

FINDER = re.compile(
    rf"(?P<skip>好?[几数][十百千万亿]+|{any_of(NO_NUMBER - WORDS.keys())}|十分(?![之钟])|万分(?!之)|(?<![晨上午])一点(?![钟半])|[二八十六]{{1,2}}进制)"
    rf"|(?P<figure>(?<![0-9_])(?:[0-9]|(?<!\.)\.[0-9]))|(?P<word>{any_of(WORDS)})"
    r"|(?P<day>星期|礼拜|周(?=[一二三四五六日]))|(?P<era>公元|民国|昭和|平成|令和|[上本](?=个?世纪))|(?P<lunar>初(?=[一二三四五六七八九十])|[正元腊冬]月)"
    r"|(?P<gap>^\s?[.、)](?![.0-9])|[=<>≥≤]\s?(?=[时的，。；、)秒])|\((?=\))|(?<![0-9A-Za-z\s%{*])%(?=[的，。\u4e00-\u9fff])|(?<=[在约近共及(])个(?![人体别性案中头子儿位数旧])|(?<![次及门等落府宅])第(?=\s?[章节条个天次届层年行代位页季期卷集步轮款项大名日组])|(?<=[^0-9〇零一二两三四五六七八九十百千万亿几数多余来半整每这那上下某哪各前后单头几\s])个月)"
    rf"|(?P<hanzi>[〇零二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾]|一(?=\s?(?:[〇零一二两三四五六七八九十百千万亿年月日天周秒分度米斤元倍成折点时又{CLASSIFIERS}]|$|小时|半|英|公|平方)))"
)
_FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾")
_SIGN = re.compile(rf"({'|'.join(re.escape(s) for s in sorted(SIGNS, key=len, reverse=True))})\s?$", re.IGNORECASE)
_HUNDREDTHS = re.compile(r"(百|千|万)分之\s?")
_PARTS = re.compile(r"\s?分之\s?")
_AND_PARTS = re.compile(r"\s?又\s?")
_PERCENT = re.compile(r"\s?(?:%|个?百分点|‰)")
_TENTHS = re.compile(r"成(?P<half>半)?(?![为功员本立就长果熟份群年双套因新片型交绩都天人名堆百千语品行熟见吨])")
_DISCOUNT = re.compile(r"\s?折(?![叠磨射断扣线旧返腾算合中])")
_TIMES = re.compile(r"\s?(?P<more>多|余)?倍(?P<half>半)?(?![频感加受率体数型])")
_GROWS = re.compile(r"(?:增长|增加|提高|上升|上涨|扩大|提升|增|多|高|涨|快|大|长|贵|翻|超出|高出)(?:了|出)?(?:约|近|大约|将近|超过|至少)?\s?$")
_SLASH = re.compile(r"\s?/\s?([0-9]{1,4})(?![0-9]|[.,][0-9]|/[0-9])")
_RATIO = re.compile(r"\s?(?::|比)\s?([0-9]+(?:\.[0-9]+)?|[一二三四五六七八九十]+)(?![0-9]|:[0-9])")
_ORDINAL = re.compile(r"第\s?$")
_APPROX = re.compile(r"(?:约|近|将近|超过|逾|至少|不到|接近|最多|高达|上|几乎|左右|约为|超|达|起码|大概|[~≈<>≤≥])\s?$")
_APPROX_AFTER = re.compile(r"\s?(?:左右|上下|以上|以下|以内|开外|出头|有余|多|余|\+)")
_REFERENCE = re.compile(r"(?:图|表|式|第|见|章|节|页|附录|注|步骤|端口|版本|[A-Za-z]\s?|§\s?|#|\[|编号|号)$")
_CHAPTER = re.compile(r"\s?(?:章|节|页|卷|篇|条|款|图|表|版|课|集|回|编|册|部分|步|季|行|号)")
_HEIGHT = re.compile("[0-9]{1,2}(?![0-9.年月日个米厘克%])|[〇零一二三四五六七八九]{1,2}(?![十百千万个米厘年天])")
_SECOND_PART = re.compile(r"-([0-9]{1,2})(?![0-9.%])")
_GLUED = re.compile(r"[A-Za-z]-?$")
_NAME = re.compile(r"[A-Za-z][A-Za-z.]*[ -]?$")
_RANGE = re.compile(r"\s?(?:-|~|至|到|或|、|和|与|及|以及|/|,|，)\s?(?:[$€£¥]|us\$)?", re.IGNORECASE)
_IDIOM = re.compile(r"([一二三四五六七八九十百千万两])[^\W\da-zA-Z]([一二三四五六七八九十百千万两])[^\W\da-zA-Z个年月日天岁名人元次]")


def scan(text: str) -> list[Fact]:
    """Values of a sentence, in order, without overlap. ``text`` is folded and masked (see ``lang.zh.numbers``)."""
    drafts: list[Draft] = []
    at = 0
    while (found := FINDER.search(text, at)) is not None:
        group, start = found.lastgroup, found.start()
        at = found.end()
        if group == "skip":
            continue
        if group == "word":
            new = _word(found) if not text.startswith(("半径", "半导", "单位", "首先"), start) else []
        elif group == "gap":
            new = [Draft(start, at, [Reading("gap", 0)], Strength.WEAK, digits=False)]
        elif group == "day":
            new = weekday(text, start)
        elif group in ("era", "lunar"):
            new = moments(text, start)
        elif group == "hanzi" and text[start] in _FORMAL and text[start + 1 : start + 2] not in _FORMAL | {"佰", "仟", "万"}:
            continue
        else:
            new = _ordinal_day(text, start) or moments(text, start) or _quantity(text, start)
        drafts += new
        at = max([at, *(d.end for d in new)])
    share(drafts, text, _RANGE)
    return [d.fact(text) for d in drafts if d.readings]


def _word(found: re.Match[str]) -> list[Draft]:
    draft = Draft(found.start(), found.end(), strength=Strength.WEAK, digits=False)
    for kind, value, unit in WORDS[found.group()]:
        draft.add(kind, value, unit)
    if draft.readings[0].kind == "multiplier":
        draft.strength = Strength.FAIR
    return [draft]


def _ordinal_day(text: str, start: int) -> list[Draft]:
    """第三日 is an ordinal, no date."""
    mark = start - 2 if text[start - 1 : start] == " " else start - 1
    if mark < 0 or text[mark] != "第":
        return []
    read = numeral(text, start)
    if read is None or not isinstance(read.value, int):
        return []
    draft = Draft(mark, read.end, value=read.value, digits=read.style == "figures", tail=("ordinal", ""))
    draft.add("ordinal", read.value)
    if read.decimals or read.value > 2:
        draft.strength = Strength.FAIR
    else:
        draft.strength = Strength.WEAK
    after = _CHAPTER.match(text, read.end)
    if after is not None and after.group().strip() in {"章", "节", "页", "卷", "篇", "图", "表", "步"}:
        draft.role = "reference"
    return [draft]


def _quantity(text: str, start: int) -> list[Draft]:
    """The value whose numeral begins at ``start``."""
    hundredths = _HUNDREDTHS.match(text, start)
    if hundredths is not None:
        return _of_hundred(text, start, hundredths)
    version = DOTTED.match(text, start)
    if version is not None:
        draft = Draft(start, version.end(), strength=Strength.WEAK, role="label")
        draft.add("label", 0, version.group())
        return [draft]
    read = numeral(text, start)
    if read is None:
        end = start
        while end < len(text) and (text[end].isdigit() or text[end] in "〇零一二三四五六七八九十百千万亿"):
            end += 1
        return [Draft(start, max(end, start + 1))]
    draft = Draft(start, read.end, value=read.value)
    if read.figure is not None and read.figure * read.scale == read.value:
        draft.value, draft.scale = read.figure, read.scale
    draft.digits = read.style == "figures"
    draft.approx = read.about or _APPROX.search(text, max(0, start - 4), start) is not None
    slashed = _slash(draft, text, read) if read.style == "figures" and read.scale == 1 and not read.decimals else None
    if slashed is not None:
        return slashed
    _fill(draft, text, read)
    return [draft] if draft.readings else []


def _of_hundred(text: str, start: int, found: re.Match[str]) -> list[Draft]:
    if found.end() >= len(text) or not (text[found.end()] in "0123456789" or numeral(text, found.end())):
        return []
    read = numeral(text, found.end())
    if read is None:
        return []
    draft = Draft(start, read.end, digits=read.style == "figures", value=read.value, tail=("percent", ""))
    share_of = {"百": Fraction(1), "千": Fraction(1, 10), "万": Fraction(1, 100)}[found.group(1)]
    draft.add("percent", exact(read.value * share_of), "", None if read.high is None else exact(read.high * share_of))
    draft.add("fraction", exact(read.value * share_of / 100))
    return [draft]


def _slash(draft: Draft, text: str, read: Numeral) -> list[Draft] | None:
    found = _SLASH.match(text, draft.end)
    if found is None or not isinstance(read.value, int):
        return None
    other, value = int(found.group(1)), read.value
    if value >= 1000:
        second = Draft(found.start(1), found.end(1), value=other)
        draft.add_date(year=value)
        draft.add("number", value)
        second.add_date(year=value // 100 * 100 + other if other < 100 else other)
        second.add("number", other)
        return [draft, second]
    draft.end, draft.strength = found.end(), Strength.FAIR
    if other > 1 and value:
        draft.add("fraction", exact(Fraction(value, other)))
        draft.add("ratio", exact(Fraction(value, other)))
    for month, day in ((value, other), (other, value)):
        if 1 <= month <= 12 and 1 <= day <= 31:
            draft.add_date(month=month, day=day)
    draft.add("number", int(f"{value}{other}"))
    return [draft]


def _fill(draft: Draft, text: str, read: Numeral) -> None:
    """Readings, unit and strength of a numeral."""
    value, start = read.value, draft.start
    parts = _PARTS.match(text, draft.end)
    if parts is not None and _fraction(draft, text, value, parts.end()):
        return
    again = _AND_PARTS.match(text, draft.end)
    if again is not None and (lower := numeral_at(text, again.end())) is not None:
        parts = _PARTS.match(text, lower.end)
        if parts is not None and (upper := numeral_at(text, parts.end())) is not None and lower.value:
            draft.end = upper.end
            draft.add("number", exact(value + Fraction(upper.value) / lower.value))
            return
    money = _SIGN.search(text, max(0, start - 4), start)
    if money is not None:
        draft.start = money.start()
        draft.tail = ("money", SIGNS[money.group(1).lower()])
    elif _GLUED.search(text, max(0, start - 2), start):
        draft.role, draft.strength = "label", Strength.WEAK
    elif value and (text[start - 1 : start] == "负" or (text[start - 1 : start] == "-" and (start < 2 or not text[start - 2].isalnum()))):
        draft.readings.append(Reading("number", -value))
    if not _measured(draft, text, read):
        _plain(draft, text, read)
    if _APPROX_AFTER.match(text, draft.end):
        draft.approx = True


def numeral_at(text: str, at: int) -> Numeral | None:
    """The numeral at ``at``, None at the end of the text too."""
    if at >= len(text) or (text[at] == "." or not (text[at].isdigit() or text[at] in "〇零一二两三四五六七八九十百千万亿兆廿卅")):
        return None
    return numeral(text, at)


def _fraction(draft: Draft, text: str, lower: Number, at: int) -> bool:
    upper = numeral_at(text, at)
    if upper is None or not lower:
        return False
    draft.end = upper.end
    draft.value = None
    draft.add("fraction", exact(Fraction(upper.value) / lower))
    return True


def _measured(draft: Draft, text: str, read: Numeral) -> bool:
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
        draft.add("percent", value * 10 + (5 if tenths["half"] else 0), "", None if high is None else high * 10)
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
    if NOT_UNIT.match(text, at) or (text[at - 1] == "个" and code not in {"mo", "h", "wk", "ctry", "min", "qtr", "s"}):
        return False
    if not draft.digits and code == "bit":
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


_MONEY = frozenset("YUAN USD CNY EUR GBP JPY KRW INR RUB CHF AUD CAD HKD TWD SGD CNT CNY|JPY DOLLAR".split())


def _unit_strength(draft: Draft, read: Numeral, code: str, *, text_of_power: bool) -> None:
    if read.style == "figures":
        return
    if read.value == 1 or read.high is not None or text_of_power or (read.value == 2 and code == "times"):
        draft.strength = Strength.WEAK
    elif read.value <= 3 or (code == "times" and read.value <= 12):
        draft.strength = Strength.FAIR


def _plain(draft: Draft, text: str, read: Numeral) -> None:
    """A numeral without unit: a count, a heading, a reference, part of a name, a year, a ratio."""
    start, end, value = draft.start, draft.end, read.value
    kind, unit = draft.tail
    if kind == "money":
        draft.add(kind, value, unit)
        return
    counted = CLASSIFIER.match(text, end) is not None or text[end : end + 1] in {"多", "余", "来", "几"}
    if read.style != "figures":
        draft.add("number", value, "", read.high)
        if read.style == "digits" and read.high is not None:
            draft.add("number", int(f"{value}{read.high}"))
        draft.strength = _hanzi_strength(text, start, end, read, counted=counted)
        if len(text) > end and (text[end] == "、" or (start == 0 and text[end] in ".)")) and start < 3:
            draft.role, draft.strength = "list", Strength.WEAK
        return
    ratio = _RATIO.match(text, end)
    if ratio is not None and read.scale == 1 and (second := numeral(ratio.group(1), 0)) is not None and second.value:
        draft.end, draft.strength = ratio.end(), Strength.FAIR
        draft.add("ratio", exact(Fraction(value) / second.value))
        return
    draft.add("number", value)
    if isinstance(value, int) and 1000 <= value <= 2100 and not read.grouped and read.scale == 1 and end - start == 4:
        draft.add_date(year=value)
    _figure_role(draft, text, read, counted=counted)


def _figure_role(draft: Draft, text: str, read: Numeral, *, counted: bool) -> None:
    start, end = draft.start, draft.end
    after = text[end : end + 1]
    if read.scale == 1:
        if enumerates(text, start, end):
            draft.role, draft.strength = "list", Strength.WEAK
            return
        if after.isascii() and (after.isalpha() or after == "_") and not (after in "xX" and text[end + 1 : end + 2].isdigit()):
            draft.role, draft.strength = "label", Strength.WEAK
            if after in "kK":
                draft.add("number", exact(read.value * 1000))
            return
        if draft.role == "label" or (_NAME.search(text, max(0, start - 12), start) and not counted):
            draft.role, draft.strength = "label", Strength.FAIR
            return
        if _REFERENCE.search(text, max(0, start - 4), start) or (after and _CHAPTER.match(text, end) and after in "章节页"):
            draft.role, draft.strength = "reference", Strength.FAIR
            second = _SECOND_PART.match(text, end) if isinstance(read.value, int) and read.value < 100 else None
            if second is not None:
                part = Fraction(int(second.group(1)), 10 ** len(second.group(1)))
                draft.readings.insert(0, Reading("number", exact(read.value + part)))
                draft.end = second.end()
            return
        if read.value in (0, 1):
            draft.strength = Strength.FAIR
    if in_brackets(text, start):
        draft.role = "bracket"


def _hanzi_strength(text: str, start: int, end: int, read: Numeral, *, counted: bool) -> Strength:
    """Hanzi numerals need a measure word to count; without one a small one is a name, an idiom or an order."""
    run = text[start:end]
    if read.value == 1 or run[0] in "百千万亿" or run in {"两", "二"} or read.high is not None:
        return Strength.WEAK
    if _IDIOM.match(text, start) or (start > 1 and _IDIOM.match(text, start - 2)):
        return Strength.WEAK
    if read.value > 12:
        return Strength.STRONG if counted or len(run) > 1 else Strength.FAIR
    return Strength.FAIR if counted else Strength.WEAK
