"""Places in a Chinese sentence where a number has been left out: 第章, 来自颗卫星, ()."""

from __future__ import annotations

_COUNTED = (
    r"名(?![字称为义单声人誉校门牌企家胜流词额列次著利片曲贵模将师不副叫录])|位(?![于置数居移列次面处])|项(?![目链圈])|件(?!数)"
    r"|便士|美元|欧元|英镑|日元|公里|公斤|公顷|英里|英尺|厘米|毫米|千米|小时|分钟"
)
_OBJECTS = (
    r"颗(?!粒)|座(?![位谈椅落右机标次])|[辆艘棵幢]|匹(?![配敌])|枚(?!举)|例(?![如外子会句证行题规假])"
    r"|架(?![构设空次子])"
)

GAPS = (
    # a list mark, a comparison, brackets, a percent sign without their number
    r"^\s?[.、)](?![.0-9])|[=<>≥≤]\s?(?=[时秒])|(?:(?<=[\u4e00-\u9fff])|^)\((?=\))",
    r"(?<![0-9A-Za-z\s%{*])%(?=[的，。\u4e00-\u9fff])|(?<=[在约近共及(])个(?![人体别性案中头子儿位数旧])",
    r"(?<![次及门等落府宅])第(?=\s?[章节条个天次届层年行代位页季期卷集步轮款项大名日组，。；、])",
    r"(?<=[^0-9〇零一二两三四五六七八九十百千万亿几数多余来半整每这那上下某哪各前后单头几\s])个月",
    # a measure word or unit after "about", "more than", "from", "belongs to", which need a number before it
    rf"(?<![条契节预合制大简婉])约(?=(?:{_COUNTED}|{_OBJECTS})[\u4e00-\u9fff，。]?)",
    rf"(?:(?<=来自)|(?<=超过)|(?<=至少)|(?<=不足)|(?<=[多高]达)|(?<=将近)|(?<=大约)|(?<=逾))(?:{_OBJECTS})(?=[\u4e00-\u9fff])",
    r"(?<=属于)类(?![似型别属比同人风目固])(?=[\u4e00-\u9fff])|(?<=[，。；、])例(?=[因患死感确新])",
)
"""Patterns of such places. Verb, measure word and noun (喝杯水, 买本书) lack no number: 一 may be left out there."""

GAP_STARTS = frozenset(".、)=<>≥≤(%个第约颗座辆艘棵幢匹枚例架类")
