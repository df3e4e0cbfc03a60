"""Chinese era and reign names, years before Christ and fiscal years: what a year of theirs is in ours."""

from __future__ import annotations

from aligncheck.lang.draft import Draft
from aligncheck.lang.patterns import deferred
from aligncheck.model.fact import CalendarDate, Reading, Strength

_FIRST_YEARS = {
    "民国": 1912, "明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019, "建安": 196, "贞观": 627,
    "开元": 713, "天宝": 742, "元和": 806, "熙宁": 1068, "元丰": 1078, "洪武": 1368, "建文": 1399, "永乐": 1403,
    "宣德": 1426, "正统": 1436, "景泰": 1450, "成化": 1465, "弘治": 1488, "正德": 1506, "嘉靖": 1522, "隆庆": 1567,
    "万历": 1573, "天启": 1621, "崇祯": 1628, "顺治": 1644, "康熙": 1662, "雍正": 1723, "乾隆": 1736, "嘉庆": 1796,
    "道光": 1821, "咸丰": 1851, "同治": 1862, "光绪": 1875, "宣统": 1909,
}  # fmt: skip
"""Era or reign → the year we give its first one."""

_BEFORE_CHRIST = frozenset({"公元前", "西元前", "纪元前"})
_SHORT_BC = deferred(r"(?:^|[(,，、;；\-~至到于自从])\s?前\s?$")
_FISCAL = deferred(
    r"(?P<more>\s?[-/~]\s?(?P<z>[0-9]{2}|[12][0-9]{3}))?\s?(?:年\s?)?(?P<kind>财政?年度?|会计年度|学年|赛季|年度(?=[的报预财决，。]))"
)


def era_before(text: str, at: int) -> tuple[int, int | None] | None:
    """Where the era name that ends at ``at`` begins and its first year: None for 公元, 0 for 公元前."""
    end = at - 1 if text[at - 1 : at] == " " else at
    if end < 1:
        return None
    last = text[end - 1]
    if last == "前":
        if text[max(0, end - 3) : end] in _BEFORE_CHRIST:
            return end - 3, 0
        if _SHORT_BC.search(text, max(0, end - 4), end):
            return end - 1, 0
        return None
    name = text[max(0, end - 2) : end]
    if name in _FIRST_YEARS:
        return end - 2, _FIRST_YEARS[name]
    return (end - 2, None) if name in ("公元", "西元") else None


def era_year(draft: Draft, number: int, first: int | None, month: int | None = None, day: int | None = None) -> None:
    """Readings of the ``number``-th year of an era, or of a year of our own era."""
    if first is None:
        draft.add_date(number, month, day, unit="AD")
    elif first == 0:
        draft.add_date(-number, month, day)
    else:
        draft.add_date(first - 1 + number, month, day)
        draft.add("ordinal", number)
        draft.add("number", number)


def before_christ_too(left: Draft, right: Draft) -> None:
    """In a range from a year before Christ to a smaller one the second is one, too: 公元前770年至476年."""
    start, end = left.readings[0].date, right.readings[0]
    if start is None or start.year is None or start.year >= 0:
        return
    later = end.date or CalendarDate(int(end.value) if end.unit == "y" and end.high is None else None)
    if later.year is not None and 0 < later.year < -start.year:
        right.readings.insert(0, Reading("date", 0, date=later._replace(year=-later.year)))


def fiscal(text: str, at: int) -> list[Draft]:
    """A fiscal or school year, a season of a league: 2023财年, 2022/23财年, 2019-20赛季; empty where none begins."""
    if not text[at : at + 4].isdecimal() or not "1000" <= text[at : at + 4] <= "2999":
        return []
    found = _FISCAL.match(text, at + 4)
    if found is None:
        return []
    year = int(text[at : at + 4])
    if not found["more"]:
        draft = Draft(at, at + 4 if found["kind"] == "赛季" else found.end())
        draft.add_date(year)
        return [draft]
    first, second = Draft(at, at + 4), Draft(found.start("z"), found.end("z"), strength=Strength.FAIR)
    first.add_date(year)
    second.add_date(int(found["z"]) if len(found["z"]) == 4 else year // 100 * 100 + int(found["z"]))
    return [first, second]
