"""Chinese patterns of dates, weekdays, decades, centuries and times of day. Knows no plain numbers."""

from __future__ import annotations

import re

_N = r"[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3}"
_ROW = "〇零一二三四五六七八九"
YEAR = rf"(?P<era>公元前|西元前|公元|民国|昭和|平成|令和|明治|大正)?\s?(?P<y>[0-9]{{1,4}}|[{_ROW}]{{4}}|[{_ROW}]{{2}}|[一二三四五六七八九十]{{1,3}}|元)\s?年(?![代级轻龄糕货纪]|间[^，。]{{0,2}}隔)"
MONTH = rf"(?P<m>{_N}|正|元|腊|冬)\s?月(?:份)?(?![亮光球饼票薪色台经])"
DAY = rf"(?P<d>{_N})\s?(?:日(?![元圆本均夜报程])|号)|初(?P<l>[一二三四五六七八九十])|(?P<d2>[0-9]{{1,2}})(?=\s?(?:-|~|至|到|、|和|与|及)\s?[0-9]{{1,2}}\s?[月日号])"
FULL = re.compile(rf"(?:{YEAR}\s?(?:的)?\s?)?{MONTH}(?:\s?(?:{DAY}))?")
"""2018年6月8日 and its parts from the month on: 6月8日, 6月."""

MONTH_RANGE = re.compile(rf"(?P<a>{_N})\s?(?:-|~|至|到|、|和|与|及|或)\s?(?={_N}\s?月)")
YEAR_ONLY = re.compile(YEAR)
YEAR_DAY = re.compile(rf"{YEAR}\s?(?P<m>{_N})\s?[月日]")
DAY_ONLY = re.compile(rf"(?P<d>{_N})\s?(?P<w>日(?![元圆本均夜报程子])|号(?![楼线门码院机井店台桌厅]))")
DECADE = re.compile(
    rf"(?P<row>[{_ROW}]{{3}}|[0-9]{{3}})几年|(?:(?P<c>{_N}|上|本)\s?(?:个)?\s?世纪\s?)?(?P<y>[0-9]{{2,4}}|[二三四五六七八九]{{1,2}}十|[{_ROW}]{{3,4}})\s?(?P<l>[0-9]0)?年代"
)
CENTURY = re.compile(rf"(?P<c>{_N}|[0-9]{{1,2}}|上个?|本)\s?世纪")
WEEKDAY = re.compile(r"(?:星期|礼拜|周)(?P<w>[一二三四五六日天])(?![岁年期边围线级])")
WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}
MONTH_NAMES = {"正": 1, "元": 1, "腊": 12, "冬": 11}
CLOCK = re.compile(
    rf"(?P<h>{_N})\s?(?:(?P<p>点)(?:钟|整)?|(?P<t>时))\s?(?:(?P<mi>[0-5]?[0-9](?![0-9])|[一二三四五六七八九十零〇]{{1,4}})\s?(?P<f>分(?!之))?|(?P<half>半)|(?P<q>[一三])刻)?"
    r"|(?P<h2>[0-2]?[0-9])\s?[:.]\s?(?P<mi2>[0-5][0-9])(?::(?P<se>[0-5][0-9]))?(?![0-9:])"
)
PART_OF_DAY = re.compile(
    r"(?P<am>上午|早上|早晨|清晨|凌晨|清早|大清早|一早|今早|早)\s?$|(?P<pm>下午|晚上|傍晚|夜里|深夜|晚间|今晚|当晚|午后|夜间|昨晚|晚)\s?$|(?P<noon>中午|正午)\s?$"
)
NOT_CLOCK = re.compile(r"[间代期候常刻段装尚机速差光有会会]")
