"""Finds every value a Chinese sentence states: figures, hanzi numerals, dates, times, measures, money, multipliers."""

from __future__ import annotations

import re
from fractions import Fraction

from aligncheck.lang.digits import DOTTED, VULGAR, exact
from aligncheck.lang.draft import Draft, share
from aligncheck.lang.patterns import any_of
from aligncheck.lang.stamps import slashed
from aligncheck.lang.zh.measures import measured
from aligncheck.lang.zh.moments import moments, weekday
from aligncheck.lang.zh.numbers import Numeral, numeral
from aligncheck.lang.zh.roles import CHAPTER, figure_role, hanzi_strength
from aligncheck.lang.zh.units import CLASSIFIER, SIGNS
from aligncheck.lang.zh.words import NO_NUMBER, WORDS
from aligncheck.model.fact import Fact, Number, Reading, Strength

_NOTHING = (
    rf"好?[几数][十百千万亿]+|{any_of(NO_NUMBER - WORDS.keys())}|十分(?![之钟])|万分(?!之)|(?<![晨上午])一点(?![钟半])"
)
_GAPS = (
    # a list mark, a comparison, brackets, a percent sign without their number
    r"^\s?[.、)](?![.0-9])|[=<>≥≤]\s?(?=[时秒])|(?<=[\u4e00-\u9fff])\((?=\))",
    r"(?<![0-9A-Za-z\s%{*])%(?=[的，。\u4e00-\u9fff])|(?<=[在约近共及(])个(?![人体别性案中头子儿位数旧])",
    r"(?<![次及门等落府宅])第(?=\s?[章节条个天次届层年行代位页季期卷集步轮款项大名日组])",
    r"(?<=[^0-9〇零一二两三四五六七八九十百千万亿几数多余来半整每这那上下某哪各前后单头几\s])个月",
)
_FIRST = {word[0] for word in (*NO_NUMBER, *WORDS)} | set(
    "好几数十万一0123456789.星礼周公民昭平令上本初正元腊冬第个%<>=≥≤(、) ½¼¾⅓⅔⅛〇零二两三四五六七八九"
    "百千亿廿卅壹贰叁肆伍陆柒捌玖拾"
)
FINDER = re.compile(
    # Most characters begin nothing; one look at a set of characters passes over them five times as fast.
    rf"(?=[{''.join(re.escape(char) for char in sorted(_FIRST))}])(?:(?P<skip>{_NOTHING})|(?P<word>{any_of(WORDS)})"
    r"|(?P<figure>(?<![0-9_])(?:[0-9]|(?<![.A-Za-z])\.[0-9]))"
    r"|(?P<day>星期|礼拜|周(?=[一二三四五六日]))|(?P<era>公元|民国|昭和|平成|令和|[上本](?=个?世纪))"
    rf"|(?P<lunar>初(?=[一二三四五六七八九十])|[正元腊冬]月)|(?P<gap>{'|'.join(_GAPS)})|(?P<vulgar>[½¼¾⅓⅔⅛])"
    r"|(?P<hanzi>[〇零一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾]))"
)
"""The beginning of anything that may be a value, in folded text; ``gap`` is the place of a number left out."""

_FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾")

_SIGN = re.compile(rf"({'|'.join(re.escape(s) for s in sorted(SIGNS, key=len, reverse=True))})\s?$", re.IGNORECASE)

_HUNDREDTHS = re.compile(r"(百|千|万)分之\s?")

_PARTS = re.compile(r"\s?分之\s?")

_AND_PARTS = re.compile(r"\s?又\s?")

_RATIO = re.compile(r"\s?(?::|比)\s?([0-9]+(?:\.[0-9]+)?|[一二三四五六七八九十]+)(?![0-9]|:[0-9])")


_APPROX = re.compile(r"(?:约|近|将近|超过|逾|至少|不到|接近|最多|高达|上|几乎|左右|约为|超|达|起码|大概|[~≈<>≤≥])\s?$")

_APPROX_AFTER = re.compile(r"\s?(?:左右|上下|以上|以下|以内|开外|出头|有余|多|余|\+)")

_MINUS = re.compile(r"(?:负|零下|(?:^|[^\w\-])-)\s?$")

_DOZEN = re.compile("打(?=[的，。、鸡个只双瓶啤支]|$)")

_GLUED = re.compile(r"[A-Za-z][-.]?$")

_RANGE = re.compile(r"\s?(?:-|~|至|到|或|、|和|与|及|以及|/|,|，)\s?(?:[$€£¥]|us\$)?", re.IGNORECASE)


def scan(text: str, original: str) -> list[Fact]:
    """Values of a sentence, in order, without overlap. ``text`` is folded and masked (see
    ``lang.zh.numbers``), of the length of ``original``, whose characters the facts quote.
    """
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
        elif group == "vulgar":
            new = [Draft(start, at, [Reading("fraction", VULGAR[found.group()])], Strength.FAIR)]
        elif group == "day":
            new = weekday(text, start)
        elif group in ("era", "lunar"):
            new = moments(text, start)
        elif (
            group == "hanzi"
            and text[start] in _FORMAL
            and text[start + 1 : start + 2] not in _FORMAL | {"佰", "仟", "万"}
        ):
            continue
        else:
            new = _ordinal_day(text, start) or moments(text, start) or _quantity(text, start)
        drafts += new
        at = max([at, *(d.end for d in new)])
    share(drafts, text, _RANGE)
    return [d.fact(original) for d in drafts if d.readings]


def _word(found: re.Match[str]) -> list[Draft]:
    draft = Draft(found.start(), found.end(), strength=Strength.WEAK, digits=False, role="word")
    for kind, value, unit in WORDS[found.group()]:
        draft.add(kind, value, unit)
    if draft.readings[0].kind == "multiplier":
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
    after = CHAPTER.match(text, read.end)
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
    if text.startswith("24/7", start) and not text[start + 4 : start + 5].isdecimal():
        draft = Draft(start, start + 4, strength=Strength.WEAK)
        draft.add("measure", 24, "h")
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
    whole = read.style == "figures" and read.scale == 1 and not read.decimals
    parts = slashed(draft, text, read.value) if whole else None
    if parts is not None:
        return parts
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
    elif value and _MINUS.search(text, max(0, start - 2), start):
        draft.negative = True
    if not measured(draft, text, read):
        _plain(draft, text, read)
    if _APPROX_AFTER.match(text, draft.end):
        draft.approx = True


def numeral_at(text: str, at: int) -> Numeral | None:
    """The numeral at ``at``, None at the end of the text too."""
    if at >= len(text) or (
        text[at] == "." or not (text[at].isdigit() or text[at] in "〇零一二两三四五六七八九十百千万亿兆廿卅")
    ):
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


def _plain(draft: Draft, text: str, read: Numeral) -> None:
    """A numeral without unit: a count, a heading, a reference, part of a name, a year, a ratio."""
    start, end, value = draft.start, draft.end, read.value
    kind, unit = draft.tail
    if kind == "money":
        draft.add(kind, value, unit)
        return
    if _DOZEN.match(text, end):
        draft.end = end + 1
        draft.add("number", value * 12)
        return
    counted = CLASSIFIER.match(text, end) is not None or text[end : end + 1] in {"多", "余", "来", "几"}
    if read.style != "figures":
        ratio = _RATIO.match(text, end) if text[end : end + 1] == "比" else None
        if ratio is not None and (second := numeral(ratio.group(1), 0)) is not None and second.value:
            draft.end, draft.strength = ratio.end(), Strength.FAIR
            draft.add("ratio", exact(Fraction(value) / second.value))
            return
        draft.add("number", value, "", read.high)
        if read.style == "digits" and read.high is not None:
            draft.add("number", int(f"{value}{read.high}"))
        draft.strength = hanzi_strength(text, start, end, read, counted=counted)
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
    figure_role(draft, text, read, counted=counted)
