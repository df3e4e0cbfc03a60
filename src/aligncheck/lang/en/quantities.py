"""Finds every value an English sentence states: figures, number words, dates, times, measures, money, multipliers."""

from __future__ import annotations

import re
from fractions import Fraction

from aligncheck.lang.digits import DOTTED, exact, figure
from aligncheck.lang.draft import Draft, enumerates, in_brackets, share
from aligncheck.lang.en import moments
from aligncheck.lang.en.dates import CENTURY, DECADE_WORDS, MONTHS, WEEKDAYS, YEAR_BEFORE
from aligncheck.lang.en.numbers import SCALE_WORDS, WORDS, Spelled, spelled, vague_before
from aligncheck.lang.en.units import SCALE, SCALES, SIGN_BEFORE, SIGNS, UNIT, UNITS
from aligncheck.lang.en.words import LEXICAL, lexical
from aligncheck.lang.patterns import any_of
from aligncheck.model.fact import Fact, Number, Reading, Strength

_GLUED = "rmb|cny|usd|eur|gbp|aud|jpy|inr|rs\\.?|[nr](?=[0-9][0-9.,]*\\s?(?:million|billion|bn|trillion))"
FINDER = re.compile(
    rf"(?<![a-z0-9_])(?:(?P<word>{any_of({*WORDS, *MONTHS, *WEEKDAYS, *LEXICAL, *DECADE_WORDS})})(?![a-z])"
    rf"|(?P<roman>[ivx]{{2,5}}(?![a-z])|[ⅰ-ⅻ])|(?P<figure>(?<!\.)\.[0-9]|(?:{_GLUED})\s?(?=[0-9])))|(?<![0-9_])(?P<digit>[0-9])"
)
"""The beginning of anything that may be a value, in lower-cased text."""

_PERCENT = re.compile(r"\s?%|[\s-]?(?:per[ -]?cent(?:age)?|pct)(?: points?)?(?![a-z])")
_PERMILLE = re.compile(r"\s?‰")
_FOLD = re.compile(r"[\s-]?(?:fold(?![a-z])|x(?![a-z0-9])|×(?!\s?[0-9]))")
_TIMES = re.compile(r"[\s-]times?(?![a-z])")
_COMPARE = re.compile(r"[\s-]times? (?:as|more|the|higher|greater|larger|bigger|faster|longer|less|fewer|better|lower|that|what|its|their|his|her|over|likelier)\b")
_BY = re.compile(r"x[0-9]")
_SUFFIX = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_SLASH = re.compile(r"\s?/\s?([0-9]{1,4})(?![0-9]|[.,][0-9]|/[0-9])")
_MIXED = re.compile(r"[ -]([1-9])/([1-9][0-9]?)(?![0-9/])|\s?([½¼¾⅓⅔⅛])")
_VULGAR = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "⅛": Fraction(1, 8)}
_RATIO = re.compile(r"\s?:\s?([0-9]+(?:\.[0-9]+)?)(?![0-9]|:[0-9])")
_AND_A_HALF = re.compile(r"(?:[ -]and[ -]a[ -]half)(?![a-z])")
_REFERENCE = re.compile(
    r"(?:\b(?:figures?|figs?\.?|tables?|sections?|secs?\.?|chapters?|ch\.|pages?|pp?\.|no\.|nos\.|numbers?|eqs?\.?|equations?|steps?|parts?|vol\.?|volumes?|"
    r"items?|appendix|notes?|pep|rfc|iso|issues?|bpo|articles?|art\.|room|line|lines|book|psalm|verse|release|version|python|port|error|code|type|grade|level|phase|stage)[\s-]?\(?|§\s?|#|\[)$"
)
_NAME = re.compile(r"(?:^|[\s(\"'/])([A-Z][A-Za-z.]*|[a-z]+[A-Z][A-Za-z]*)[ -]$")
_PREFIX = re.compile(r"(?<![a-z])(?:mid|pre|post|early|late|under|over|sub|non|near|a|an|top|all|ex|since|to|from|or|and|in|by)-$")
_APPROX = re.compile(
    r"(?:about|around|roughly|approximately|approx\.?|nearly|almost|some|over|under|more than|less than|fewer than|at least|at most|up to|above|below|close to|"
    r"as many as|as much as|circa|estimated|another)\s(?:a |an |us)?[$€£¥~≈]?$|[~≈<>≤≥]\s?$"
)
_PLUS = re.compile(r"\+|\s?(?:-?odd|or so|or more|plus)(?![a-z])")
_RANGE = re.compile(r"\s?(?:-|~|to|and|or|/|,|through)\s?(?:[$€£¥]|us\$)?|\s?%?-\s?")
_SECOND_PART = re.compile(r"-([0-9]{1,2})(?=[).,;: ]|$)")
_SHORT_YEAR = re.compile(r"(?<![0-9])(1[0-9]|20)[0-9]{2}-$")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_NAME_AFTER = re.compile(r"[a-wyz0-9_-][a-z0-9_-]*|x(?![0-9])[a-z0-9_-]*")
_IDIOM_24 = re.compile(r" hours (?:a|per) day|/7(?![0-9])")


def scan(text: str) -> list[Fact]:
    """Values of a sentence, in order, without overlap. ``text`` is folded and masked (see ``lang.digits``)."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    drafts: list[Draft] = []
    at = 0
    while (found := FINDER.search(low, at)) is not None:
        group, start = found.lastgroup, found.start()
        if group == "word":
            word = found.group()
            new = moments.words(low, start, word, text) or _words(low, start, word, text)
        elif group == "roman":
            new = _roman(found.group(), start, text)
        else:
            start = found.end() if group == "figure" and low[start] != "." else start
            new = moments.figures(low, start, text) or _figures(low, start, text)
        drafts += new
        at = max([found.end(), *(d.end for d in new)])
    share(drafts, low, _RANGE)
    return [d.fact(text) for d in drafts if d.readings]


def _roman(word: str, start: int, text: str) -> list[Draft]:
    """A roman numeral in capitals: a name's part, weak."""
    draft = Draft(start, start + len(word), strength=Strength.WEAK, digits=False, role="label")
    if len(word) == 1:
        draft.add("number", ord(word) - ord("ⅰ") + 1)
        return [draft]
    if not text[start : draft.end].isupper():
        return []
    worth = [_ROMAN[c] for c in word]
    draft.add("number", sum(-n if n < after else n for n, after in zip(worth, [*worth[1:], 0], strict=True)))
    return [draft]


def _figures(low: str, start: int, text: str) -> list[Draft]:
    """The value whose figures begin at ``start``."""
    version = DOTTED.match(low, start)
    if version is not None:
        draft = Draft(start, version.end(), strength=Strength.WEAK, role="label")
        draft.add("label", 0, version.group())
        return [draft]
    if low.startswith("24/7", start) and not low[start + 4 : start + 5].isdecimal():
        draft = Draft(start, start + 4, strength=Strength.WEAK)
        draft.add("measure", 24, "h")
        return [draft]
    read = figure(low, start)
    if read is None:
        end = start
        while end < len(low) and low[end].isdigit():
            end += 1
        return [Draft(start, max(end, start + 1))]
    draft = Draft(start, read.end, value=read.value)
    slashed = _slash(draft, low, read.value) if not read.decimals else None
    if slashed is not None:
        return slashed
    _sign_and_name(draft, low, text)
    _tail(draft, low, read.decimals)
    _role(draft, low, text)
    _disguised(draft, low, read.decimals)
    if draft.tail == ("number", "") and draft.scale == 1 and not read.grouped and not read.decimals:
        _year(draft, low)
    return [draft]


def _slash(draft: Draft, low: str, value: Number) -> list[Draft] | None:
    """``1/20``, ``9/11``, ``1982/83``; None where no slash follows."""
    found = _SLASH.match(low, draft.end)
    if found is None or not isinstance(value, int):
        return None
    other = int(found.group(1))
    if value >= 1000:
        second = Draft(found.start(1), found.end(1), value=other)
        draft.add_date(year=value)
        draft.add("number", value)
        if len(found.group(1)) == 2:
            second.add_date(year=value // 100 * 100 + other)
        else:
            second.add_date(year=other)
        second.add("number", other)
        return [draft, second]
    draft.end = found.end()
    draft.strength = Strength.FAIR
    if 1 < other and value:
        draft.add("fraction", exact(Fraction(value, other)))
        draft.add("ratio", exact(Fraction(value, other)))
    if 1 <= value <= 12 and 1 <= other <= 31:
        draft.add_date(month=value, day=other)
    if 1 <= other <= 12 and 1 <= value <= 31:
        draft.add_date(month=other, day=value)
    draft.add("number", int(f"{value}{other}"))
    return [draft]


def _sign_and_name(draft: Draft, low: str, text: str) -> None:
    """Currency, minus or a name's hyphen before the figure."""
    start = draft.start
    money = SIGN_BEFORE.search(low, max(0, start - 6), start)
    if money is not None:
        draft.tail = ("money", SIGNS[money.group(1)])
        draft.start = money.start(1)
        return
    before = low[start - 1 : start]
    short = _SHORT_YEAR.search(low, max(0, start - 5), start) if before == "-" and draft.end - start == 2 else None
    if short is not None and isinstance(draft.value, int):
        draft.add_date(year=int(short.group(1)) * 100 + draft.value)
        return
    if (before.isascii() and before.isalpha()) or (before == "." and low[start - 2 : start - 1].isalpha()):
        draft.role = "label"
        draft.strength = Strength.WEAK
    elif before == "-" and start > 1:
        ahead = low[start - 2]
        if ahead.isalpha() and _PREFIX.search(low, max(0, start - 8), start) is None:
            draft.role, draft.strength = "label", Strength.WEAK
        elif ahead in " (=[:,>" and draft.value:
            draft.readings.append(Reading("number", -draft.value))
    elif before == "-" and draft.value:
        draft.readings.append(Reading("number", -draft.value))
    if _APPROX.search(low, max(0, start - 18), start):
        draft.approx = True


def _tail(draft: Draft, low: str, decimals: int) -> None:
    """Scale, percent, unit, ordinal or multiplier after the figure; adds the readings."""
    value = draft.value
    assert value is not None
    mixed = _MIXED.match(low, draft.end)
    if mixed is not None and isinstance(value, int) and draft.role == "plain":
        part = _VULGAR[mixed.group(3)] if mixed.group(3) else Fraction(int(mixed.group(1)), int(mixed.group(2)))
        if part < 1:
            value = draft.value = exact(value + part)
            draft.end = mixed.end()
    elif _AND_A_HALF.match(low, draft.end):
        value = draft.value = exact(value + Fraction(1, 2))
        draft.end += len(" and a half")
    suffix = _SUFFIX.match(low, draft.end) if isinstance(value, int) and not decimals else None
    if suffix is not None:
        draft.end = suffix.end()
        century = CENTURY.match(low, draft.end)
        if century is not None and value <= 30:
            draft.add("century", value)
            draft.end = draft.end if "or" in century.group() or "and" in century.group() else century.end()
        draft.add("ordinal", value)
        draft.tail = ("ordinal", "")
        return
    _scale(draft, low)
    value = draft.value
    measured = exact(value * draft.scale)
    if _measure(draft, low, measured):
        return
    kind, unit = draft.tail
    if kind != "money":
        after = low[draft.end : draft.end + 1]
        if after.isascii() and (after.isalpha() or after == "_") and draft.scale == 1 and draft.role != "label" and not _BY.match(low, draft.end):
            draft.role = "label"
            draft.strength = Strength.WEAK
            name = _NAME_AFTER.match(low, draft.end)
            draft.add("number", value)
            draft.end = name.end() if name else draft.end
            return
        ratio = _RATIO.match(low, draft.end)
        if ratio is not None and draft.scale == 1:
            _ratio(draft, ratio)
            return
    draft.add(kind, measured, unit)


def _scale(draft: Draft, low: str) -> None:
    scale = SCALE.match(low, draft.end)
    if scale is None or draft.value is None:
        return
    word = scale.group(1)
    money = draft.tail[0] == "money"
    if len(word) == 1 and not money and (word == "b" or low[draft.end] in " -\u2009"):
        return
    if word == "m" and not money:
        draft.add("measure", draft.value, "m")
        draft.tail = ("number", "")
        draft.add("number", exact(draft.value * 10**6))
        draft.end = scale.end()
        return
    if word == "k" and not money:
        draft.add("number", exact(draft.value * 1000))
        draft.end = scale.end()
        draft.strength = Strength.FAIR
        return
    draft.scale = SCALES[word]
    draft.end = scale.end()
    again = SCALE.match(low, draft.end)
    if again is not None and len(again.group(1)) > 3:
        draft.scale *= SCALES[again.group(1)]
        draft.end = again.end()


def _measure(draft: Draft, low: str, measured: Number) -> bool:
    """Percent, multiplier or unit after a number; True if there was one."""
    for pattern, kind, factor in ((_PERCENT, "percent", 1), (_PERMILLE, "percent", Fraction(1, 10))):
        found = pattern.match(low, draft.end)
        if found is not None:
            draft.end = found.end()
            draft.tail = ("percent", "")
            draft.add("percent", exact(measured * factor))
            if measured == 100:
                draft.strength = Strength.WEAK
            return True
    fold = _FOLD.match(low, draft.end)
    if fold is not None and draft.role == "plain":
        draft.end = fold.end()
        draft.add("multiplier", measured)
        draft.tail = ("multiplier", "")
        return True
    times = _TIMES.match(low, draft.end)
    if times is not None:
        compares = _COMPARE.match(low, draft.end)
        draft.end = times.end()
        draft.tail = ("multiplier", "") if compares else ("measure", "times")
        draft.add("multiplier", measured) if compares else draft.add("measure", measured, "times")
        draft.add("measure" if compares else "multiplier", measured, "times" if compares else "")
        return True
    unit = UNIT.match(low, draft.end)
    if unit is None or (draft.role == "label" and len(unit.group(1)) < 3):
        return False
    code = UNITS[unit.group(1)]
    if len(unit.group(1)) == 1 and unit.start(1) > draft.end and unit.group(1) in "ablmgvy":
        return False
    draft.end = unit.end()
    kind = "money" if code.isupper() and len(code) == 3 and not code.endswith("Hz") else "measure"
    kind = "measure" if code in {"ft2", "km2"} else kind
    if draft.tail[0] == "money":
        draft.add("money", measured, draft.tail[1])
        return True
    if "|" in code:
        first, second = code.split("|")
        draft.add("measure", measured, first)
        draft.add("money", measured, second)
        draft.tail = ("money", second)
        return True
    draft.tail = (kind, code)  # type: ignore[assignment]
    draft.add(kind, measured, code)  # type: ignore[arg-type]
    return True


def _disguised(draft: Draft, low: str, decimals: int) -> None:
    """Further readings of a bare figure: 18.12 a day, 0500 an hour, Figure 2-1 the number 2.1."""
    raw = low[draft.start : draft.end]
    if draft.tail != ("number", "") or draft.scale != 1:
        return
    if 1 <= decimals <= 2 and len(raw) <= 5 and raw.count(".") == 1:
        whole, part = raw.split(".")
        if whole.isdigit() and part.isdigit() and 1 <= int(whole) <= 31 and 1 <= int(part) <= 12:
            draft.add_date(month=int(part), day=int(whole))
    elif len(raw) == 4 and raw.isdigit() and raw[0] == "0" and int(raw[:2]) < 24 and int(raw[2:]) < 60:
        draft.add("time", int(raw[:2]) * 60 + int(raw[2:]))
    elif len(raw) <= 2 and raw.isdigit() and draft.role == "reference":
        second = _SECOND_PART.match(low, draft.end)
        if second is not None:
            draft.readings.insert(0, Reading("number", exact(int(raw) + Fraction(int(second.group(1)), 10 ** len(second.group(1))))))
            draft.role, draft.strength = "reference", Strength.FAIR
            draft.end = second.end(1)


def _ratio(draft: Draft, ratio: re.Match[str]) -> None:
    second = Fraction(ratio.group(1))
    assert draft.value is not None
    if second:
        draft.add("ratio", exact(draft.value / second))
        draft.strength = Strength.FAIR
    else:
        draft.add("number", draft.value)
        return
    draft.end = ratio.end()


def _year(draft: Draft, low: str) -> None:
    value = draft.value
    if not isinstance(value, int) or not (1000 <= value <= 2100) or draft.end - draft.start != 4:
        return
    reading = Draft(0, 0)
    reading.add_date(year=value)
    if YEAR_BEFORE.search(low, max(0, draft.start - 9), draft.start):
        draft.readings[:0] = reading.readings
    else:
        draft.readings += reading.readings


def _role(draft: Draft, low: str, text: str) -> None:
    """How the figure stands, and with it how strong it is."""
    start = draft.start
    if draft.tail[0] == "number" and draft.scale == 1:
        if enumerates(low, start, draft.end):
            draft.role, draft.strength = "list", Strength.WEAK
            return
        if _REFERENCE.search(low, max(0, start - 12), start):
            draft.role, draft.strength = "reference", Strength.FAIR
            return
        if draft.role == "label" or (start > 1 and _NAME.search(text, max(0, start - 24), start) and text[start - 1] == " " and _mid(text, start)):
            draft.role = "label"
            draft.strength = min(draft.strength, Strength.FAIR)
            return
        if draft.value in (0, 1):
            draft.strength = Strength.FAIR
    if in_brackets(low, start):
        draft.role = "bracket"


def _mid(text: str, start: int) -> bool:
    """Whether the word before ``start`` is capitalised although it does not begin the sentence."""
    space = text.rfind(" ", max(0, start - 25), start - 1)
    return space > 0 and text[space - 1] not in ".!?:\"'"


def _words(low: str, start: int, word: str, text: str) -> list[Draft]:
    """The value that begins with a number word at ``start``."""
    if word in LEXICAL:
        return lexical(low, start, word)
    read = spelled(low, start)
    if read is None:
        return []
    draft = Draft(start, read.end, value=read.value, digits=False)
    if word in SCALE_WORDS and vague_before(low, start):
        return [Draft(start, read.end)]
    draft.strength = _spelled_strength(read, word)
    if _APPROX.search(low, max(0, start - 18), start):
        draft.approx = True
    if text[start].isupper() and text[start + 1].islower() and read.value <= 12 and _mid(text, start + 1):
        draft.strength, draft.role = Strength.WEAK, "label"
    if read.form == "ordinal":
        century = CENTURY.match(low, read.end)
        if century is not None and read.value <= 30:
            draft.add("century", read.value)
            draft.strength = Strength.STRONG
            draft.end = draft.end if "or" in century.group() or "and" in century.group() else century.end()
        draft.add("ordinal", read.value)
        if 3 <= read.value <= 10 and read.words == 1:
            draft.add("fraction", Fraction(1, int(read.value)))
        draft.tail = ("ordinal", "")
        return [draft]
    if read.form == "fraction":
        draft.add("fraction", read.value)
        draft.tail = ("fraction", "")
        draft.value = None
        return [draft]
    _scale_words(draft, low)
    if not _measure(draft, low, draft.value):  # type: ignore[arg-type]
        if read.form == "year" and isinstance(read.value, int):
            draft.add_date(year=read.value)
        draft.add("number", draft.value)  # type: ignore[arg-type]
    elif draft.value != 1 and draft.tail != ("measure", "times"):
        draft.strength = max(draft.strength, Strength.FAIR)
    return [draft]


def _scale_words(draft: Draft, low: str) -> None:
    half = _AND_A_HALF.match(low, draft.end)
    if half is not None and draft.value is not None:
        draft.value = exact(draft.value + Fraction(1, 2))
        draft.end = half.end()


def _spelled_strength(read: Spelled, word: str) -> Strength:
    """One, zero, first and second are grammar as often as number; above twelve a word is surely a number."""
    if read.form == "ordinal" and read.value <= 2:
        return Strength.WEAK
    if read.value in (0, 1) or word in ("thousand", "million", "hundred", "billion", "trillion", "dozen"):
        return Strength.WEAK
    if read.value > 12 or read.words > 1:
        return Strength.STRONG
    return Strength.FAIR
