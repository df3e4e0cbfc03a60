"""Reads a Chinese amount from its numeral on: fractions, percent, ratios, money, counts. Finds no date and no time."""

from __future__ import annotations

import re
from fractions import Fraction

from aligncheck.lang.digits import DOTTED, VULGAR, exact, past_figures
from aligncheck.lang.draft import Draft
from aligncheck.lang.patterns import deferred
from aligncheck.lang.stamps import slashed
from aligncheck.lang.zh.eras import era_before
from aligncheck.lang.zh.measures import measured
from aligncheck.lang.zh.numbers import Numeral, numeral, odd, small
from aligncheck.lang.zh.roles import figure_role, hanzi_strength
from aligncheck.lang.zh.units import CLASSIFIER, SIGNS, UNITS
from aligncheck.model.fact import Number, Reading, Strength

_SIGN = deferred(rf"({'|'.join(re.escape(s) for s in sorted(SIGNS, key=len, reverse=True))})\s?$", re.IGNORECASE)
_SIGN_LAST = frozenset(sign[-1] for sign in SIGNS) | frozenset(sign[-1].upper() for sign in SIGNS) | {" "}
_APPROX_LAST = frozenset("约近过逾少到最高多达上乎右为超码概~≈<>≤≥± ")
_MINUS_LAST = frozenset("负下- ")
_HUNDREDTHS = deferred(r"(百|千|万)分之\s?")
_PARTS = deferred(r"\s?分之\s?")
_AND_PARTS = deferred(r"\s?又\s?")
_MIXED = deferred(rf"\s?([{''.join(VULGAR)}])|(?:\s|\s?又\s?)([0-9]{{1,2}})/([0-9]{{1,2}})(?![0-9/.])")
_RATIO = deferred(r"\s?(?::|比)\s?([0-9]+(?:\.[0-9]+)?[万亿]?|[一二三四五六七八九十]+)(?![0-9]|:[0-9])")
_SCORE = deferred(
    r"\s?-\s?([0-9]{1,3})\s?(?=的?(?:比分|总比分)|获胜|战胜|击败|取胜|领先|落后|告负|不敌|大胜|小胜|完胜|险胜|逆转|力克|战平|惜败)"
)
_OF_EVERY = deferred(
    r"[^，。、；0-9一二三四五六七八九十百千万]{0,8}?(?:中间?|里面?)\s?[就便只仅约会都也]{0,2}有\s?[近约]?\s?(?=[0-9一二两三四五六七八九十百])"
)
_APPROX = deferred(r"(?:约|近|将近|超过|逾|至少|不到|接近|最多|高达|上|几乎|左右|约为|超|达|起码|大概|[~≈<>≤≥±])\s?$")
_APPROX_AFTER = deferred(r"\s?(?:左右|上下|以上|以下|以内|开外|出头|有余|多|余|\+)")
_MINUS = deferred(r"(?:负|零下|(?:^|[^\w\-%‰℃°)\]]|[为是到至达在]\s?)-)\s?$")
_DOZEN = deferred("打(?=[的，。、鸡个只双瓶啤支]|$)")
_GLUED = deferred(r"[A-Za-z][-.]?$")
_POINT = deferred("[一二三四五六七八九]$")
_ODD = deferred("[多余几]|来(?=[个岁年天名人万亿])")
_ODD_FIRST = frozenset("多余几来")
_OF_SIZE = frozenset({"number", "measure", "money"})
_POWER = deferred(r"\s?的\s?(?P<minus>负|-)?\s?(?P<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?次[方幂]")
_AND_HALF = deferred(
    r"\s?[个杯碗勺匙页圈块条片瓶盘袋篇章层格张筐篮桶盒箱段轮]半(?![个年天月小夜径岛决途价数球身边路支])"
)
"""一杯半: the measure word and a half more."""

_SHARP = deferred(r"\s?时(?![间代期候常刻段装尚机速差光针区])")
_SPLIT = deferred("[开分](?!之)")


_TELLING_BEFORE = _APPROX_LAST | _SIGN_LAST | _MINUS_LAST | frozenset("第点每前")
_TELLING_AFTER = frozenset(name[0] for name in UNITS) | frozenset(
    "〇零一二两三四五六七八九十百千万亿兆廿卅拾佰仟成折旬倍季分又比世点时初号日至到和与及或的次个多余来几打半左右上下以开出有角毛基星起"
)
_HALVES_AFTER = frozenset(name[0] for name in UNITS) | frozenset("半基百世")


def one_or_two(text: str, start: int) -> Draft | None:
    """A bare 一 or 两, by far the most frequent numeral, where nothing beside it makes it more than a weak count."""
    sign = text[start]
    if sign not in "一两":
        return None
    end = start + 1
    then, last = text[end : end + 1], text[start - 1 : start] if start else "　"
    if not "\u4e00" <= then <= "\u9fff" or last in _TELLING_BEFORE or last.isascii():
        return None
    if then in _TELLING_AFTER:
        if then != "个" or text[end + 1 : end + 2] in _HALVES_AFTER or not text[end + 1 : end + 2].isalpha():
            return None
    elif text.startswith("半", end + 1):
        return None
    draft = Draft(start, end, strength=Strength.WEAK, digits=False, value=1 if sign == "一" else 2)
    draft.add("number", 1 if sign == "一" else 2)
    return draft


def quantity(text: str, start: int) -> list[Draft]:
    """The value whose numeral begins at ``start``."""
    figures = text[start] in "0123456789."
    hundredths = None if figures else _HUNDREDTHS.match(text, start)
    if hundredths is not None:
        return _of_hundred(text, start, hundredths)
    version = DOTTED.match(text, start) if figures else None
    if version is not None:
        draft = Draft(start, version.end(), strength=Strength.WEAK, role="label")
        draft.add("label", 0, version.group())
        return [draft]
    if figures and text.startswith("24/7", start) and not text[start + 4 : start + 5].isdecimal():
        draft = Draft(start, start + 4, strength=Strength.WEAK)
        draft.add("measure", 24, "h")
        return [draft]
    read = numeral(text, start)
    if read is None:
        end = past_figures(text, start)
        while end < len(text) and (text[end].isdigit() or text[end] in "〇零一二三四五六七八九十百千万亿"):
            end += 1
        return [Draft(start, end)]
    draft = Draft(start, read.end, value=read.value)
    if read.figure is not None and read.figure * read.scale == read.value:
        draft.value, draft.scale = read.figure, read.scale
    draft.digits = read.style == "figures"
    last = text[start - 1 : start]
    draft.approx = read.about or (last in _APPROX_LAST and _APPROX.search(text, max(0, start - 4), start) is not None)
    whole = read.style == "figures" and read.scale == 1 and not read.decimals
    if whole and (mixed := _MIXED.match(text, read.end)) is not None:
        return _mixed(draft, text, read, mixed)
    if text.find("的", read.end, read.end + 2) > 0 and (power := _POWER.match(text, read.end)) is not None:
        read = _raised(draft, read, power)
    parts = slashed(draft, text, read.value) if whole else None
    if parts is not None:
        return parts
    if (
        text[start - 1 : start] == "点"
        and _POINT.match(text, start, read.end)
        and not text[max(0, start - 2) : start - 1].isalnum()
    ):
        draft.start, draft.value = start - 1, Fraction(read.value, 10)
        read = read._replace(value=draft.value)
    if last == "每" and _of_every(draft, text, read):
        return [draft]
    _fill(draft, text, read)
    return [draft] if draft.readings else []


def _raised(draft: Draft, read: Numeral, found: re.Match[str]) -> Numeral:
    """``10的负六次方``: a figure with its exponent."""
    exponent = small(found["n"]) * (-1 if found["minus"] else 1)
    if not 0 < abs(exponent) <= 30 or not isinstance(read.value, int) or not 1 < read.value <= 1000:
        return read
    draft.end, draft.value, draft.scale = found.end(), exact(Fraction(read.value) ** exponent), 1
    return read._replace(end=draft.end, value=draft.value, figure=None, decimals=1)


def vulgar(text: str, start: int) -> list[Draft]:
    """``½`` and its unit."""
    return _mixed(Draft(start, start + 1), text, Numeral(start, 0, style="figures"), None)


def _mixed(draft: Draft, text: str, read: Numeral, found: re.Match[str] | None) -> list[Draft]:
    """A figure with a fraction in figures (2½, 3 1/2), or such a fraction alone."""
    sign = text[draft.start] if found is None else found.group(1)
    if sign:
        part = VULGAR[sign]
    elif found is not None and int(found.group(3)):
        part = Fraction(int(found.group(2)), int(found.group(3)))
    else:
        return []
    draft.end = draft.end if found is None else found.end()
    draft.value = exact(read.value + part)
    draft.digits = True
    if not measured(draft, text, read._replace(end=draft.end, value=draft.value, decimals=1)):
        draft.add("number" if read.value else "fraction", draft.value)
        draft.strength = Strength.FAIR
    return [draft]


def _of_every(draft: Draft, text: str, read: Numeral) -> bool:
    """``每十人中有一人``: a share of one in ten, over the whole expression."""
    found = _OF_EVERY.match(text, draft.end)
    part = numeral_at(text, found.end()) if found is not None else None
    if part is None or not 0 < part.value < read.value or part.high is not None:
        return False
    draft.start -= 1
    draft.end = part.end
    draft.value = None
    draft.strength = Strength.FAIR
    draft.add("fraction", exact(Fraction(part.value) / read.value))
    draft.add("ratio", exact(Fraction(part.value) / read.value))
    return True


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
    near = text[draft.end : draft.end + 2]
    parts = _PARTS.match(text, draft.end) if "分" in near else None
    if parts is not None and _fraction(draft, text, value, parts.end()):
        return
    again = _AND_PARTS.match(text, draft.end) if "又" in near else None
    if again is not None and (lower := numeral_at(text, again.end())) is not None:
        parts = _PARTS.match(text, lower.end)
        if parts is not None and (upper := numeral_at(text, parts.end())) is not None and lower.value:
            draft.end = upper.end
            draft.value = exact(value + Fraction(upper.value) / lower.value)
            if not measured(draft, text, read._replace(end=upper.end, value=draft.value)):
                draft.add("number", draft.value)
            return
    last = text[start - 1 : start]
    money = _SIGN.search(text, max(0, start - 4), start) if last in _SIGN_LAST else None
    if money is not None:
        draft.start = money.start()
        draft.tail = ("money", SIGNS[money.group(1).casefold()])
    elif last.isascii() and _GLUED.search(text, max(0, start - 2), start):
        draft.role, draft.strength = "label", Strength.WEAK
    elif value and last in _MINUS_LAST and _MINUS.search(text, max(0, start - 2), start):
        draft.negative = True
    if not measured(draft, text, read):
        _plain(draft, text, read)
    if _APPROX_AFTER.match(text, draft.end):
        draft.approx = True
    _upwards(draft, text, read)


def _upwards(draft: Draft, text: str, read: Numeral) -> None:
    """三十多里 is 30 to 39 li, too."""
    if not draft.readings or (text[read.end : read.end + 1] not in _ODD_FIRST and read.upper is None):
        return
    upper = odd(read) if read.upper is not None or _ODD.match(text, read.end) else None
    first = draft.readings[0]
    if upper is not None and first.high is None and first.value == read.value and first.kind in _OF_SIZE:
        draft.readings.append(Reading(first.kind, read.value, first.unit, upper))


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
    era = era_before(text, start)
    if era is not None and era[1] == 0 and isinstance(value, int) and value > (1 if start - era[0] >= 3 else 99):
        # 公元前770-476年, (前551-前479)
        draft.start, draft.value = era[0], None
        draft.add_date(year=-value)
        draft.add("number", value)
        return
    if text.find("半", end, end + 3) > 0 and _and_half(draft, text, read):
        return
    counted = (
        CLASSIFIER.match(text, end) is not None or _ODD.match(text, end) is not None or text.startswith("星级", end)
    )
    if read.style != "figures":
        _hanzi_number(draft, text, read, counted=counted)
        return
    ratio = _RATIO.match(text, end) or _SCORE.match(text, end)
    if ratio is not None and read.scale == 1 and (second := numeral(ratio.group(1), 0)) is not None and second.value:
        draft.end, draft.strength = ratio.end(), Strength.FAIR
        draft.add("ratio", exact(Fraction(value) / second.value))
        return
    draft.add("number", value)
    if isinstance(value, int) and 1000 <= value <= 2100 and not read.grouped and read.scale == 1 and end - start == 4:
        draft.add_date(year=value)
    elif isinstance(value, int) and value <= 24 and _SHARP.match(text, end) and read.scale == 1:
        draft.add("time", value % 24 * 60)
    figure_role(draft, text, read, counted=counted)


def _and_half(draft: Draft, text: str, read: Numeral) -> bool:
    """``一杯半``: one and a half."""
    half = _AND_HALF.match(text, draft.end)
    if half is None or not isinstance(read.value, int) or read.high is not None or draft.role == "label":
        return False
    draft.end, draft.value, draft.strength = half.end(), None, Strength.FAIR
    draft.add("number", exact(read.value + Fraction(1, 2)))
    return True


def _hanzi_number(draft: Draft, text: str, read: Numeral, *, counted: bool) -> None:
    """A numeral in hanzi without unit: a ratio, a split, a count, a list mark."""
    start, end, value = draft.start, draft.end, read.value
    ratio = _RATIO.match(text, end) if text[end : end + 1] == "比" else None
    if ratio is not None and (second := numeral(ratio.group(1), 0)) is not None and second.value:
        draft.end, draft.strength = ratio.end(), Strength.FAIR
        draft.add("ratio", exact(Fraction(value) / second.value))
        return
    if read.style == "digits" and end - start == 2 and _SPLIT.match(text, end):
        # 三七开: seven to three
        first, second = (numeral(text[at], 0) for at in (start, start + 1))
        if first is not None and second is not None and second.value:
            draft.end, draft.strength = end + 1, Strength.WEAK
            draft.add("ratio", exact(Fraction(first.value) / second.value))
            return
    draft.add("number", value, "", read.high)
    if read.style == "digits" and read.high is not None:
        draft.add("number", int(f"{value}{read.high}"))
    draft.strength = hanzi_strength(text, start, end, read, counted=counted)
    if len(text) > end and (text[end] == "、" or (start == 0 and text[end] in ".)")) and start < 3:
        draft.role, draft.strength = "list", Strength.WEAK
