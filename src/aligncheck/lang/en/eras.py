"""Reads English years counted otherwise: before Christ, in Japanese and Chinese eras, by reigns, fiscal years."""

from __future__ import annotations

from aligncheck.lang.draft import Draft
from aligncheck.lang.patterns import any_of, deferred
from aligncheck.model.fact import CalendarDate, Reading, Strength

_FIRST_YEARS: dict[str, int] = {
    "meiji": 1868, "taisho": 1912, "taishō": 1912, "showa": 1926, "shōwa": 1926, "heisei": 1989, "reiwa": 2019,
    "shunzhi": 1644, "kangxi": 1662, "yongzheng": 1723, "qianlong": 1736, "jiaqing": 1796, "daoguang": 1821,
    "xianfeng": 1851, "tongzhi": 1862, "guangxu": 1875, "xuantong": 1909, "hongwu": 1368, "yongle": 1403,
    "jiajing": 1522, "wanli": 1573, "chongzhen": 1628, "zhenguan": 627, "kaiyuan": 713, "tianbao": 742,
}  # fmt: skip
ERAS: frozenset[str] = frozenset(name for name in _FIRST_YEARS if name.isascii()) | {"fy", "minguo"}
"""Words ``era`` reads."""

_YEAR_OF = deferred(
    rf"(?:st|nd|rd|th)? year (?:of|in) (?:the )?(?:reign of )?(?:the )?(?:emperor )?"
    rf"(?:(?P<reign>{any_of(_FIRST_YEARS)})(?:'s reign| emperor| reign| era| period)?"
    r"|(?P<republic>republic(?: of china)?))(?![a-z])"
)
_NUMBERED = deferred(r"(?: era| year)?,? ([0-9]{1,2})(?![0-9.,:]|[a-z])")
_FISCAL = deferred(r"[ -]?'?(?:(20[0-9]{2}|19[0-9]{2})|([0-9]{2}))(?:\s?[-/]\s?(?:20)?([0-9]{2}))?(?![0-9])")
_BC = deferred(r"\s?(?:(b\.?\s?c\.?(?:\s?e\.?)?)|(a\.?\s?d\.?|c\.?\s?e\.?))(?![a-z])")
_BC_LATER = deferred(
    r"(?:\s?[-/]\s?|\s(?:to|and|or|until|through)\s)(?:about |around |c(?:a)?\.? ?)?[0-9]{1,5}(?:th|st|nd|rd)?"
    r"(?:[ -]century|[ -]centuries)?\s(?:b\.?\s?c)(?!\.?\s?[a-df-z])"
)
_AD_BEFORE = deferred(r"(?<![a-z])(?:a\.?\s?d\.?|c\.\s?e\.)\s?$")


_ERA_FIRST = frozenset("bac")
_JOINT_FIRST = frozenset("-/taou")
_AD_ENDS = frozenset({"ad", "d.", " d", "e.", ".d", "\u2009d"})


def era(low: str, start: int, word: str, text: str) -> list[Draft]:
    """``Showa 20``, ``FY2023`` at ``start``; empty where no year follows."""
    end = start + len(word)
    if word == "fy":
        return _fiscal(low, start, end)
    found = _NUMBERED.match(low, end)
    if found is None or not text[start].isupper():
        return []
    number = int(found.group(1))
    draft = Draft(start, found.end())
    _add(draft, number, 1912 if word == "minguo" else _FIRST_YEARS[word])
    return [draft]


def year_of(draft: Draft, low: str, at: int, number: int) -> bool:
    """Whether ``draft``, the ordinal ``number`` that ends at ``at``, counts years of an era; then it reads them."""
    if low[at : at + 5] not in (" year", "st ye", "nd ye", "rd ye", "th ye"):
        return False
    found = _YEAR_OF.match(low, at)
    if found is None:
        return False
    draft.end = found.end()
    _add(draft, number, 1912 if found["republic"] else _FIRST_YEARS[found["reign"]])
    if found["republic"] == "republic":
        draft.strength = Strength.FAIR
    return True


def _add(draft: Draft, number: int, first: int) -> None:
    draft.add_date(year=first - 1 + number)
    draft.add("ordinal", number)
    draft.add("number", number)
    draft.tail = ("ordinal", "")


def _fiscal(low: str, start: int, end: int) -> list[Draft]:
    found = _FISCAL.match(low, end)
    if found is None:
        return []
    year = int(found.group(1)) if found.group(1) else 2000 + int(found.group(2))
    if found.group(3) is None:
        draft = Draft(start, found.end())
        draft.add_date(year=year)
        return [draft]
    first = Draft(start, found.end(1) if found.group(1) else found.end(2))
    first.add_date(year=year)
    second = Draft(found.start(3), found.end())
    second.add_date(year=year // 100 * 100 + int(found.group(3)))
    return [first, second]


def christian(draft: Draft, low: str, text: str) -> bool:
    """Whether BC, AD or the like makes the figure of ``draft`` a year, or it shares the BC of one after it."""
    value, end = draft.value, draft.end
    if not isinstance(value, int) or not value or draft.scale != 1:
        return False
    follows = low[end : end + 2].lstrip()[:1]
    found = _BC.match(low, end) if follows in _ERA_FIRST else None
    if found is not None and text[found.start() : found.end()].strip().isupper():
        draft.end = found.end()
        _put(draft, -value if found.group(1) else value, "" if found.group(1) else "AD")
        return True
    ahead = low[max(0, draft.start - 3) : draft.start].rstrip()[-2:]
    before = None if ahead not in _AD_ENDS else _AD_BEFORE.search(low, max(0, draft.start - 5), draft.start)
    if before is not None and text[before.start() : draft.start].strip().isupper():
        draft.start = before.start()
        _put(draft, value, "AD")
        return True
    later = _BC_LATER.match(low, end) if follows in _JOINT_FIRST else None
    if later is not None:
        _put(draft, -value)
        return True
    return False


def before_christ(draft: Draft, low: str, text: str) -> None:
    """Take BC after a century: it counts back from Christ; the century's number alone stays a reading."""
    found = _BC.match(low, draft.end)
    if found is not None and found.group(1) and text[found.start() : found.end()].strip().isupper():
        draft.end = found.end()
        draft.readings.insert(0, draft.readings[0]._replace(value=-draft.readings[0].value))


def _put(draft: Draft, year: int, unit: str = "") -> None:
    draft.readings = [Reading("date", 0, unit, date=CalendarDate(year))]
    draft.strength, draft.role, draft.negative = Strength.STRONG, "plain", False
