"""Finds every value a Chinese sentence states: figures, hanzi numerals, dates, times, measures, money, multipliers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fractions import Fraction

from aligncheck.lang.digits import VULGAR, exact
from aligncheck.lang.draft import Draft, share
from aligncheck.lang.patterns import any_of, deferred
from aligncheck.lang.zh.amounts import one_or_two, quantity, vulgar
from aligncheck.lang.zh.changes import qualify
from aligncheck.lang.zh.clock import WATCH, WATCHES, to_the_hour, watch
from aligncheck.lang.zh.eras import before_christ_too
from aligncheck.lang.zh.gaps import GAP_STARTS, GAPS
from aligncheck.lang.zh.measures import doubling, half_unit
from aligncheck.lang.zh.moments import moments, weekday
from aligncheck.lang.zh.numbers import numeral, small
from aligncheck.lang.zh.roles import CHAPTER
from aligncheck.lang.zh.sizes import VAGUE, vague
from aligncheck.lang.zh.terms import ALONE, MAY_FOLLOW, RELATIVE, RELATIVE_STARTS, relative, term_after, term_alone
from aligncheck.lang.zh.words import NO_NUMBER, ROWS, WORDS
from aligncheck.model.fact import Fact, Reading, Strength


def _nameless(pattern: re.Pattern[str]) -> str:
    """A pattern as part of another, which keeps none of its names."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern)


def _begun(starts: Iterable[str]) -> str:
    """Whether one of these characters comes next, which a group of many patterns asks before it tries them."""
    return f"(?=[{''.join(re.escape(char) for char in sorted(starts))}])"


_DIGIT = "[零〇一二三四五六七八九]"
_NOTHING = (
    rf"{any_of(NO_NUMBER - WORDS.keys() - ROWS)}|(?:{any_of(ROWS)})(?!{_DIGIT})|十分(?![之钟])|三星(?!级)|小半(?!年)"
    rf"|万分(?!之)|(?<![晨上午])一点(?![钟半]|{_DIGIT}(?![点般样些直定起]))"
)
"""What begins like a value and is none; a phrase of digits alone (一一) ends where a longer row does."""

_STARTS = {word[0] for word in (*NO_NUMBER, *WORDS)} | RELATIVE_STARTS | GAP_STARTS | VULGAR.keys()
_STARTS |= set(WATCHES) | set(
    "三小好几数十百千万亿上下成年月岁春夏秋冬QⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫIVX差翻星礼周正元腊冬初0123456789."
    "〇零一二两三四五六七八九廿卅壹贰叁肆伍陆柒捌玖拾貳參陸弍"
)
FINDER = deferred(
    # Most characters begin nothing; one look at a set of characters passes over them five times as fast.
    rf"{_begun(_STARTS)}(?:(?P<skip>{_NOTHING})|(?P<vague>(?=[好几数成千上])(?:{VAGUE}))"
    rf"|(?P<word>(?!四季度){any_of(WORDS)})|(?P<figure>(?<![0-9_])(?:[0-9]|(?<![.A-Za-z])\.[0-9]))"
    rf"|(?P<watch>{WATCH})|(?P<nine>十[有之]八九)|(?P<relative>{_begun(RELATIVE_STARTS)}(?:{_nameless(RELATIVE)}))|(?P<term>(?=[上下中年月岁春夏秋冬Q])(?:{_nameless(ALONE)}))|(?P<day>星期|礼拜|周(?=[一二三四五六日]))"
    rf"|(?P<lunar>初(?=[一二三四五六七八九十])|[正元腊冬]月|元(?=年)|[上本](?=个?世纪))|(?P<gap>{_begun(GAP_STARTS)}(?:{'|'.join(GAPS)}))|(?P<vulgar>[{''.join(VULGAR)}])"
    r"|(?P<roman>[Ⅰ-Ⅻ]+|(?<![A-Za-z])(?:I{1,3}|IV|VI{0,3}|I?X)(?=\s?(?:期|型|级|类|章|卷|部|节|世|度(?![假]))))"
    r"|(?P<to>差(?=[0-9一二三四五十两]{1,3}\s?[分刻]))|(?P<double>翻了?[近约]?(?=[0-9一二两三四五六七八九十]{1,2}番))"
    r"|(?P<hanzi>[〇零一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾貳參陸弍]))"
)
"""The beginning of anything that may be a value, in folded text; ``gap`` is the place of a number left out."""

_FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾貳參陸弍")

_RANGE = deferred(r"\s?(?:-|~|±|至|到|或|、|和|与|及|以及|/|,|，)\s?(?:[$€£¥]|us\$)?", re.IGNORECASE)


_SHRINKS = deferred("(?:减少?|缩小|缩短|下降|降低?|下跌|跌|削减|减低|砍掉?)[了去掉]{0,2}(?:近|约)?$")
_ON_WEEKDAY = deferred("[一二三四五六日天](?![次天个小回遍场节篇期更趟顿堂封本名])")
"""What follows 周 in 每周二, but not in 每周二次."""

_QUARTER = deferred(r"\s?(?:个\s?)?季度")
_OF_TIME = deferred(
    r"\s?(?:(?P<d>[天日](?!本))|(?P<y>年(?![级代度]))|个?(?P<wk>周(?!期)|星期|礼拜)|个(?P<mo>月)|个?(?P<h>小时|钟头))"
)
_MORE_PLACES = deferred(
    r"\s?(?:-|~|至|到|、|和|与|及)\s?(?:第\s?)?(?P<n>[0-9]+|[一二三四五六七八九十百]+)(?=\s?(?P<of>[章节页卷篇条款图表集册期辑步]))"
)
_PARTS_OF = {("h", "min"): 60, ("min", "s"): 60}
_PLACES = frozenset("章节页卷篇图表步册期辑")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


def scan(text: str, original: str) -> list[Fact]:
    """Values of a sentence, in order, without overlap. ``text`` is folded and masked (see
    ``lang.zh.numbers``), of the length of ``original``, whose characters the facts quote.
    """
    drafts: list[Draft] = []
    at = 0
    while (found := FINDER.search(text, at)) is not None:
        group = found.lastgroup
        if group == "skip":
            at = found.end()
            continue
        free, at = at, found.end()
        new = _read(found, group or "", text, drafts)
        for draft in new:
            # A name, sign or mark before a value never reaches into the value before it.
            draft.start = max(draft.start, free)
            free = at = max(at, draft.end)
        if new and text[at : at + 1] in MAY_FOLLOW and (named := _named(new[-1])):
            term = term_after(text, at, named)
            if term is not None:
                new.append(term)
                at = term.end
        drafts += new
    if not drafts:
        return []
    share(drafts, text, _RANGE)
    _relate(drafts, text)
    return [d.fact(original) for d in drafts if d.readings]


def _read(found: re.Match[str], group: str, text: str, drafts: list[Draft]) -> list[Draft]:
    """The values that begin where ``FINDER`` found something of this group."""
    start = found.start()
    reader = _READERS.get(group)
    if reader is not None:
        return reader(text, found)
    if group == "hanzi" and (bare := one_or_two(text, start)) is not None:
        return [bare]
    if group == "term":
        beside = bool(drafts) and start - drafts[-1].end <= 1 and drafts[-1].readings[0].kind in ("date", "relative")
        alone = ALONE.match(text, start)
        return [term_alone(alone, start, beside=beside)] if alone is not None else []
    if text[start] in _FORMAL and text[start + 1 : start + 2] not in _FORMAL | {"佰", "仟", "万", "亿"}:
        # 陆 and 伍 are names, and parts of words (内陆, 队伍), but for rows of such numerals.
        return []
    return _ordinal_day(text, start) or moments(text, start) or quantity(text, start)


def _named(draft: Draft) -> str:
    """Whether a value names a year, month or decade, so that a part of it may follow; a century counts as decade."""
    if not draft.readings:
        return ""
    first = draft.readings[0]
    if first.date is not None:
        return "" if first.date.day is not None else "month" if first.date.month is not None else "year"
    if first.kind == "relative" and first.unit in ("y", "mo"):
        return "year" if first.unit == "y" else "month"
    return "decade" if first.kind in ("decade", "century") else ""


def _relate(drafts: list[Draft], text: str) -> None:
    """What a value owes to its neighbours and to the words around it."""
    before: Draft | None = None
    whole: Draft | None = None
    for draft in drafts:
        if not draft.readings:
            continue
        if before is not None and before.readings[0].kind == "measure":
            whole = _together(before, draft, text, whole)
        if before is not None and before.readings[0].date and _RANGE.fullmatch(text, before.end, draft.start):
            before_christ_too(before, draft)
        qualify(draft, text, before)
        before = draft


def _together(before: Draft, draft: Draft, text: str, whole: Draft | None) -> Draft | None:
    """In 2小时3分17秒 the first part can mean all of it, and the others follow from that; returns the first part."""
    larger, smaller = before.readings[0], draft.readings[0]
    parts = _PARTS_OF.get((larger.unit, smaller.unit))
    if parts is None or smaller.kind != "measure" or text[before.end : draft.start].strip("零又 "):
        return None
    first = whole or before
    total = first.readings[-1].value if whole is not None else larger.value
    first.readings.append(Reading("measure", exact(total * parts + smaller.value), smaller.unit))
    draft.strength = Strength.WEAK
    return first


def _roman(text: str, found: re.Match[str]) -> list[Draft]:
    """A roman numeral as a sign of its own, or in letters before a word that is numbered: III期, 第Ⅲ章."""
    sign = found.group()
    value = sum(ord(char) - 0x215F for char in sign) if sign[0] > "z" else _ROMAN.get(sign, 0)
    start, end = found.span()
    if start and text[start - 1] == "第":
        return [Draft(start - 1, end, [Reading("ordinal", value)], Strength.FAIR, digits=False, role="reference")]
    return [Draft(start, end, [Reading("number", value)], Strength.WEAK, digits=False, role="label")]


def _word(text: str, found: re.Match[str]) -> list[Draft]:
    word = found.group()
    if text.startswith(("半径", "半导", "单位", "首先"), found.start()):
        return []
    draft = Draft(found.start(), found.end(), strength=Strength.WEAK, digits=False, role="word")
    if word == "半" and half_unit(draft, text):
        return [draft]
    if word == "每周" and _ON_WEEKDAY.match(text, draft.end):
        return weekday(text, draft.start + 1)
    if word == "一半" and _SHRINKS.search(text, max(0, draft.start - 5), draft.start):
        draft.add("multiplier", Fraction(1, 2))
    for kind, value, unit in WORDS[word]:
        draft.add(kind, value, unit)
    if draft.readings[0].kind == "multiplier" and word != "腰斩":
        draft.strength, draft.role = Strength.FAIR, "plain"
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
    _ordinal_of(draft, text, read.value)
    after = CHAPTER.match(text, read.end)
    if after is not None and after.group().strip() in _PLACES:
        draft.role = "reference"
    drafts = [draft]
    while (more := _MORE_PLACES.match(text, drafts[-1].end)) is not None:
        # 第114至116页: both are pages.
        value = small(more["n"])
        other = Draft(more.start("n"), more.end("n"), value=value, strength=Strength.FAIR, tail=("ordinal", ""))
        other.digits = more["n"].isdecimal()
        other.add("ordinal", value)
        other.role = draft.role = "reference" if more["of"] in _PLACES else draft.role
        drafts.append(other)
    return drafts


def _ordinal_of(draft: Draft, text: str, value: int) -> None:
    """第三季度 is a quarter of a year, 第二天 the next day."""
    if 1 <= value <= 4 and (quarter := _QUARTER.match(text, draft.end)) is not None:
        draft.end = quarter.end()
        # The first quarter is the first three months.
        draft.readings[:0] = [Reading("term", value, "qtr"), *([Reading("measure", 3, "mo")] if value == 1 else [])]
        draft.strength = Strength.FAIR
    elif (named := _OF_TIME.match(text, draft.end)) is not None:
        unit = next(code for code, name in named.groupdict().items() if name)
        draft.end = named.end()
        draft.readings[0] = Reading("ordinal", value, unit)
        if unit == "d" and value > 2:
            # On the third day is two days later.
            draft.add("measure", value - 1, "d")
        elif value == 2 and unit != "h" and (unit != "mo" or named.group()[0] == "个"):
            draft.add("relative", 1, unit)


def _relative(text: str, found: re.Match[str]) -> list[Draft]:
    draft = relative(text, found.start())
    return [draft] if draft is not None else []


def _gap(_: str, found: re.Match[str]) -> list[Draft]:
    return [Draft(found.start(), found.end(), [Reading("gap", 0)], Strength.WEAK, digits=False)]


def _eight_or_nine(_: str, found: re.Match[str]) -> list[Draft]:
    """``十有八九``: eight or nine of ten, as a manner of speaking."""
    share_of = Reading("fraction", Fraction(4, 5), "", Fraction(9, 10))
    return [Draft(found.start(), found.end(), [share_of], Strength.WEAK, digits=False, role="word")]


_READERS: dict[str, Callable[[str, re.Match[str]], list[Draft]]] = {
    "word": _word,
    "vague": lambda text, found: [vague(text, found.start(), found.end())],
    "relative": _relative,
    "gap": _gap,
    "nine": _eight_or_nine,
    "watch": lambda text, found: watch(text, found.start(), found.end()),
    "vulgar": lambda text, found: vulgar(text, found.start()),
    "day": lambda text, found: weekday(text, found.start()),
    "to": lambda text, found: to_the_hour(text, found.start()),
    "double": lambda text, found: doubling(text, found.start(), found.end()),
    "roman": _roman,
    "lunar": lambda text, found: moments(text, found.start()),
}
"""Group of ``FINDER`` → what reads it; a term needs its neighbours, figures and hanzi may begin anything."""
