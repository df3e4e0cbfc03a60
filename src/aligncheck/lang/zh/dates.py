"""Chinese patterns of dates, weekdays, decades and centuries. Knows no plain numbers and no times of day."""

from __future__ import annotations

from aligncheck.lang.patterns import deferred

_N = r"(?:[0-9]{1,2}|[一二两三四五六七八九十廿卅]{1,3})"
_ROW = "〇零一二三四五六七八九"
_TO = r"(?:-|~|至|到|、|和|与|及|或)"
YEAR = (
    rf"(?P<y>[0-9]{{1,4}}|[{_ROW}]{{4}}|[{_ROW}]{{2}}|[一二三四五六七八九]百[零〇一二三四五六七八九十]{{0,3}}"
    r"|[一二三四五六七八九十]{1,3}|元)"
    r"\s?年(?![代级轻龄糕货纪]|间[^，。]{0,2}隔)"
)
MONTH = rf"(?P<m>{_N}|正|元|腊|冬)\s?月(?:份)?(?![亮光球饼票薪色台经龄])"
DAY = (
    rf"(?P<d>{_N}|[0-9]{{3}})\s?(?:日(?![元圆本均夜报程龄])|号)|初(?P<l>[一二三四五六七八九十])"
    "|(?P<l2>(?:二?十|廿|三十)[一二三四五六七八九]?)(?![个多余几年天万千百十点时分名人位只])"
    rf"|(?P<d2>[0-9]{{1,2}})(?=\s?{_TO}\s?[0-9]{{1,2}}\s?[月日号])"
)
FULL = deferred(rf"(?:{YEAR}\s?(?:的)?\s?)?{MONTH}(?:\s?(?:{DAY}))?")
"""2018年6月8日 and its parts from the month on: 6月8日, 6月."""

MONTH_RANGE = deferred(rf"(?P<a>{_N})\s?{_TO}\s?(?={_N}\s?月(?!龄))")
DAY_RANGE = deferred(rf"(?P<a>{_N})\s?{_TO}\s?(?={_N}\s?日(?![元圆本均夜报程龄子]))")
YEAR_ONLY = deferred(YEAR)
LONG_YEAR = deferred("(?P<y>[一二两三四五六七八九]?[千百][零一二两三四五六七八九十百]{0,6})年")
"""A year in hundreds, as they are said before Christ: 公元前两百年."""

YEAR_MONTH = deferred(
    r"(?<![0-9\-/.])(?P<y>[12][0-9]{3})(?:-(?P<m>0[1-9])|/(?P<m2>0?[1-9]))(?![0-9\-/.%]|\s?[-~至到万亿个])"
)
"""2019-06 and 2019/6; a month above nine without year before it may be a second year: 2011-12."""

DAY_ONLY = deferred(rf"(?P<d>{_N})\s?(?P<w>日(?![元圆本均夜报程龄子])|号(?![楼线门码院机井店台桌厅]))")
LUNAR_DAY = deferred(r"初(?P<l>[一二三四五六七八九十])")
KNOWN_DAY = deferred(r"(?P<m>[0-9]{1,2})·(?P<d>[0-9]{1,2})(?![0-9·])")
"""9·11, 3·15: a day that is known by its date."""

DECADE = deferred(
    rf"(?P<row>[{_ROW}]{{3}}|[0-9]{{3}})几年|(?:(?P<c>{_N}|上|本)\s?(?:个)?\s?世纪\s?)?"
    rf"(?P<y>[0-9]{{2,4}}|[二三四五六七八九]{{1,2}}十|[{_ROW}]{{3,4}})"
    rf"(?:\s?{_TO}?\s?(?P<l>[12][0-9]{{2}}0|[0-9]0|[二三四五六七八九]十))?\s?年代"
)
CENTURY = deferred(rf"(?P<c>[0-9]{{1,3}}|{_N}|上个?|本)\s?世纪")
WEEKDAY = deferred(r"(?:星期|礼拜|周)(?P<w>[一二三四五六日天])(?![岁年期边围线级气空])")
WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}
MONTH_NAMES = {"正": 1, "元": 1, "腊": 12, "冬": 11}
