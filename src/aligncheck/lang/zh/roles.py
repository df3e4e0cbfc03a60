"""Says how a Chinese numeral stands: list mark, reference, name, count, idiom. Finds no numeral itself."""

from __future__ import annotations

from fractions import Fraction

from aligncheck.lang.digits import exact
from aligncheck.lang.draft import Draft, enumerates, in_brackets
from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh.numbers import Numeral
from aligncheck.model.fact import Reading, Strength

_REFERENCE = deferred(r"(?:图|表|式|第|见|章|节|页|附录|注|步骤|端口|版本|[A-Za-z]\s?|§\s?|#|\[|编号|号)$")

CHAPTER = deferred(r"\s?(?:章|节|页|卷|篇|条|款|图|表|版|课|集|回|编|册|期|辑|部分|步|季|行|号)")

_NAME = deferred(r"[A-Za-z][A-Za-z.]*[ -]?$")

_SECOND_PART = deferred(r"-([0-9]{1,2})(?![0-9.%])")

_IDIOM = deferred(
    r"([一二三四五六七八九十百千万两])[^\W\da-zA-Z〇零一二三四五六七八九十百千万亿]([一二三四五六七八九十百千万两])[^\W\da-zA-Z个年月日天岁名人元次]"
)


def figure_role(draft: Draft, text: str, read: Numeral, *, counted: bool) -> None:
    start, end = draft.start, draft.end
    after = text[end : end + 1]
    if read.scale == 1:
        if enumerates(text, start, end):
            draft.role, draft.strength = "list", Strength.WEAK
            return
        if (
            after.isascii()
            and (after.isalpha() or after == "_")
            and not (after in "xX" and text[end + 1 : end + 2].isdigit())
        ):
            unit_like = read.decimals or text[end : end + 2].isalpha()
            draft.role, draft.strength = "label", Strength.FAIR if unit_like else Strength.WEAK
            if after in "kK":
                draft.add("number", exact(read.value * 1000))
            return
        if draft.role == "label" or (_NAME.search(text, max(0, start - 12), start) and not counted):
            draft.role, draft.strength = "label", min(draft.strength, Strength.FAIR)
            return
        if _REFERENCE.search(text, max(0, start - 4), start) or (
            after and CHAPTER.match(text, end) and after in "章节页"
        ):
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


def hanzi_strength(text: str, start: int, end: int, read: Numeral, *, counted: bool) -> Strength:
    """Hanzi numerals need a measure word to count; without one a small one is a name, an idiom or an order."""
    run = text[start:end]
    if isinstance(read.value, Fraction):
        return Strength.STRONG
    if read.value == 1 or run[0] in "百千万亿" or run in {"两", "二"} or read.high is not None:
        return Strength.WEAK
    if read.style == "digits" and end - start == 2 and not counted:
        # 五五, 二八: a split, an age, a name.
        return Strength.WEAK
    if text.startswith("进制", end) or _IDIOM.match(text, start) or (start > 1 and _IDIOM.match(text, start - 2)):
        return Strength.WEAK
    if read.value > 12:
        return Strength.STRONG if counted or len(run) > 1 else Strength.FAIR
    return Strength.FAIR if counted else Strength.WEAK
