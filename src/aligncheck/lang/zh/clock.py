"""Reads Chinese times of day with their part of the day and time zone: 下午三点半, 差五分六点, 北京时间20:00."""

from __future__ import annotations

import re
from fractions import Fraction

from aligncheck.lang.digits import exact
from aligncheck.lang.draft import Draft
from aligncheck.lang.patterns import any_of, deferred
from aligncheck.lang.zh.numbers import DIGITS, small
from aligncheck.model.fact import Reading, Strength

_N = r"(?:[0-9]{1,2}|[一二两三四五六七八九十廿]{1,3})"
_CLOCK = deferred(
    rf"(?P<h>{_N}|[零〇])\s?(?:(?P<p>点)(?:钟|整)?|(?P<t>时))\s?"
    r"(?:(?P<half>半)|(?P<q>[一三13])刻|(?P<mi>[0-5]?[0-9](?![0-9])|[一二三四五六七八九十零〇]{1,4})\s?(?P<f>分(?!之))?"
    rf"(?:\s?{_N}\s?秒)?|差\s?(?P<less>{_N})\s?分|差(?P<lessq>一)刻|过\s?(?P<past>{_N})\s?分)?"
    r"|(?P<h2>[0-2]?[0-9])\s?[:.]\s?(?P<mi2>[0-5][0-9])(?::(?P<se>[0-5][0-9]))?(?![0-9:])"
    r"|(?P<h4>[0-2][0-9])(?P<mi4>[0-5][0-9])\s?时(?![间代期])"
)
_TO_HOUR = deferred(rf"差\s?(?:(?P<mi>{_N})\s?分钟?|一刻钟?)\s?(?:就|到|不到)?\s?(?P<h>{_N})\s?点(?:钟|整)?")
_PART_OF_DAY = deferred(
    r"(?:(?P<am>上午|早上|早晨|清晨|凌晨|清早|大清早|一早|今早|明早|早间|黎明|拂晓|早)"
    r"|(?P<night>夜里|深夜|夜间|半夜|午夜|子夜|后半夜)"
    r"|(?P<pm>下午|晚上|傍晚|晚间|今晚|当晚|午后|黄昏|昨晚|明晚|今夜|昨夜|晚)|(?P<noon>中午|正午))"
    r"(?P<range>\s?[0-9:点时分半刻一二两三四五六七八九十]{1,8}\s?[-~至到、和与]\s?)?\s?$"
)
_NOT_CLOCK = deferred(r"[间代期候常刻段装尚机速差光有会针]")
_ON_THE_HOUR = deferred(
    r"(?:时间|标准时|世界时|协调时|[日号天午夜晨早晚]|(?:周|星期|礼拜)[一二三四五六日天]|[0-9]\s?[时分]\s?[-~至到]|UTC|GMT)\s?$"
)
_SENTENCE = deferred(r"(?:^|[,，])\s?$")
_NO_UNIT = deferred("$|[，。、；！？)”]|的(?![一二三四五六七八九十])|[就才出开到起发前后]")
_TO_TIME = deferred(r"\s?[-~至到]\s?(?:次日|翌日|当日|第二天)?\s?[0-9]{1,2}\s?[时:]")
_NOT_A_TIME = frozenset("儿建意要原点评")

_ZONES: dict[str, str] = {
    name: zone
    for zone, names in (
        ("UTC+8", "北京时间 香港时间 台北时间 新加坡时间 中国时间 中国标准时间 HKT SGT"),
        ("UTC-5|UTC-4", "东部时间 美东时间 纽约时间 华盛顿时间 ET 东部夏令时间 东部标准时间"),
        ("UTC-6|UTC-5", "中部时间 芝加哥时间 CT"),
        ("UTC-7|UTC-6", "山区时间 山地时间 MT"),
        ("UTC-8|UTC-7", "太平洋时间 美西时间 洛杉矶时间 PT"),
        ("UTC+0", "格林尼治时间 格林尼治标准时间 格林威治时间 格林威治标准时间 世界标准时间 国际标准时间 世界协调时间"),
        ("UTC+0", "世界协调时 协调世界时 世界时 GMT UTC"),
        ("UTC+0|UTC+1", "伦敦时间 英国时间"),
        ("UTC+1", "BST CET 英国夏令时间 欧洲中部时间"),
        ("UTC+2", "CEST 欧洲中部夏令时间"),
        ("UTC+1|UTC+2", "巴黎时间 柏林时间 法国时间 德国时间"),
        ("UTC+3", "莫斯科时间 MSK"),
        ("UTC+5:30", "印度时间 印度标准时间 IST"),
        ("UTC+9", "日本时间 东京时间 日本标准时间 韩国时间 首尔时间 JST KST"),
        ("UTC-5", "EST"), ("UTC-4", "EDT"), ("UTC-6|UTC+8", "CST"), ("UTC-5", "CDT"), ("UTC-8", "PST"),
        ("UTC-7", "PDT"), ("UTC-7", "MST"), ("UTC+10|UTC+11", "悉尼时间"), ("", "当地时间 本地时间"),
    )
    for name in names.split()
}  # fmt: skip
_ZONE = rf"(?P<zone>{any_of(_ZONES)})(?:(?<=GMT|UTC)\s?(?P<off>[-+][0-9]{{1,2}})(?::?(?P<min>[0-9]{{2}}))?)?"
_ZONE_BEFORE = deferred(
    _ZONE + r"(?P<gap>[\s0-9一二三四五六七八九十年月日号周星期上下中午早晚凌晨清傍夜点时分(),的]*)$"
)
_ZONE_AFTER = deferred(rf"\s?(?P<open>\()?\s?{_ZONE}(?![A-Za-z])(?(open)(?:\)|(?=[,，]))|(?!\s?[0-9周]))")
_ZONE_FIRST = frozenset(word[0] for word in _ZONES) | frozenset("( ")


WATCHES = "子丑寅卯辰巳午未申酉戌亥"
"""The twelve double hours of the old day; the first begins at 23:00."""

WATCH = (
    "(?<![原电孩儿妻女日王男房车天分质中骰弟样因种量君影父])子时(?![代间期])|(?<![上下中正端过])午时(?![分段候间])"
    "|(?<![尚从并])未时(?!常)|(?<![诞星寿生良])辰时|(?<![重引])申时|[丑寅卯巳酉戌亥]时"
)


def watch(text: str, start: int, end: int) -> list[Draft]:
    """``子时``: a double hour."""
    draft = Draft(start, end, strength=Strength.WEAK, digits=False, role="word")
    draft.add("time", (23 + 2 * WATCHES.index(text[start])) % 24 * 60)
    return [draft]


def clock(text: str, at: int) -> list[Draft]:
    """The time of day that begins at ``at``; empty where there is none."""
    found = _CLOCK.match(text, at)
    if found is None:
        return []
    part = _PART_OF_DAY.search(text, max(0, at - 14), at)
    if found["h4"]:
        draft = Draft(at, found.end(), strength=Strength.FAIR)
        draft.add("time", int(found["h4"]) % 24 * 60 + int(found["mi4"]), _zone(draft, text))
        return [draft]
    hour = small(found["h"] or found["h2"])
    pair = _either_hour(found, at, part, hour)
    if pair is not None:
        return [pair]
    if hour > 24 or (found["h"] and not (hour or found["h"] in {"0", "00", "零", "〇"})):
        return []
    if found["h2"] and "." in found.group() and part is None:
        return []
    if not _is_time(found, text, at, part):
        return []
    minute = _minute(found)
    if minute < 0:
        hour, minute = (hour - 1) % 24, minute + 60
    draft = Draft(
        at,
        found.end(),
        digits=text[at].isdigit(),
        strength=Strength.STRONG
        if part or (found["t"] and text[at].isdigit()) or found["mi"] or found["mi2"]
        else Strength.FAIR,
    )
    _finished(draft, text, hour, minute, part)
    if not minute:
        draft.add("number", hour)
    elif found["p"] and found["mi"] and found["mi"][0] in "零〇" and not (found["f"] or part):
        draft.add("number", exact(hour + Fraction(minute, 100)))
    if found["h2"] and not found["se"]:
        draft.readings.append(Reading("ratio", hour * 100 + minute))
        draft.strength = Strength.FAIR
    return [draft]


def to_the_hour(text: str, at: int) -> list[Draft]:
    """``差五分六点`` at ``at``: five minutes to six."""
    found = _TO_HOUR.match(text, at)
    if found is None:
        return []
    minutes = small(found["mi"]) if found["mi"] else 15
    draft = Draft(at, found.end(), digits=any(c in "0123456789" for c in found.group()))
    part = _PART_OF_DAY.search(text, max(0, at - 14), at)
    return [_finished(draft, text, (small(found["h"]) - 1) % 24, 60 - minutes, part)] if 0 < minutes < 60 else []


def _either_hour(found: re.Match[str], at: int, part: re.Match[str] | None, hour: int) -> Draft | None:
    """三四点: three or four o'clock."""
    pair = found["h"] if found["h"] and not hour and found["p"] and len(found["h"]) == 2 else None
    if pair is None or pair[0] not in DIGITS or pair[1] not in DIGITS:
        return None
    draft = Draft(at, found.end(), digits=False, strength=Strength.WEAK)
    for digit in pair:
        _add_time(draft, DIGITS[digit], 0, part, "")
    draft.add("number", DIGITS[pair[0]], "", DIGITS[pair[1]])
    return draft


def _is_time(found: re.Match[str], text: str, at: int, part: re.Match[str] | None) -> bool:
    """Whether 点 or 时 after the figure is the hour: not a decimal point (三点一四), no 时 of 二十时代."""
    if found["t"] and (
        _NOT_CLOCK.match(text, found.end("t"))
        or not (
            part
            or found["f"]
            or text[at - 1 : at] in {"日", "天", "号"}
            or found["h"] in {"零", "〇"}
            or text[found.end() : found.end() + 1] == "许"
            or _ON_THE_HOUR.search(text, max(0, at - 6), at)
            or (
                text[at].isdigit() and (_SENTENCE.search(text, max(0, at - 2), at) or _TO_TIME.match(text, found.end()))
            )
        )
    ):
        return False
    if found["mi"] and not found["f"] and found["p"] and not found["mi"].isdigit():
        zero = found["mi"][0] in "零〇" and len(found["mi"]) == 2
        if "十" not in found["mi"] and not (zero and (part or found["h"] == "两" or _spoken(found, text))):
            return False
        if text[found.end() : found.end() + 1] in {"个", "倍", "米"}:
            return False
    bare = found["p"] and not (found["mi"] or found["half"])
    return not (bare and text[found.end() : found.end() + 1] in _NOT_A_TIME)


def _spoken(found: re.Match[str], text: str) -> bool:
    """Whether 八点零五 is a time, no decimal: one of a train or at the end of what is said, without a unit."""
    return found["h"] not in {"零", "〇", "二"} and _NO_UNIT.match(text, found.end()) is not None


def _minute(found: re.Match[str]) -> int:
    """Minutes past the hour; negative for minutes to it."""
    if found["half"]:
        return 30
    if found["q"]:
        return 15 if found["q"] in "一1" else 45
    if found["lessq"]:
        return -15
    if found["less"]:
        return -min(small(found["less"]), 59)
    return small(found["mi"] or found["past"] or "") or int(found["mi2"] or 0)


def _finished(draft: Draft, text: str, hour: int, minute: int, part: re.Match[str] | None) -> Draft:
    zone = _zone(draft, text)
    _add_time(draft, hour, minute, part, zone)
    return draft


def _zone(draft: Draft, text: str) -> str:
    """The time zone said beside the time; adjacent words become part of its span."""
    if text[draft.end : draft.end + 1] in _ZONE_FIRST and (after := _ZONE_AFTER.match(text, draft.end)) is not None:
        draft.end = after.end() if not after["open"] or after.group().endswith(")") else draft.end
        return _offset(after)
    before = None
    if text.find("时", max(0, draft.start - 24), draft.start) >= 0 or text[draft.start - 2 : draft.start].isupper():
        before = _ZONE_BEFORE.search(text, max(0, draft.start - 24), draft.start)
    if before is None:
        return ""
    if not before["gap"].strip():
        draft.start = before.start()
    return _offset(before)


def _offset(found: re.Match[str]) -> str:
    if not found["off"]:
        return _ZONES[found["zone"]]
    minutes = f":{found['min']}" if found["min"] and found["min"] != "00" else ""
    return f"UTC{int(found['off']):+d}{minutes}"


def _add_time(draft: Draft, hour: int, minute: int, part: re.Match[str] | None, zone: str) -> None:
    shared = part is not None and part["range"]
    said = hour
    if part is not None:
        if (part["pm"] and hour > 4) or (part["noon"] and hour < 10) or (part["pm"] == "下午" or part["pm"] == "午后"):
            hour += 12 if hour < 12 else 0
        if part["night"] and 5 < hour < 12:
            hour += 12
        if hour == 12 and (part["am"] or part["night"] or (part["pm"] and part["pm"] not in ("下午", "午后"))):
            hour = 0
    draft.add("time", hour % 24 * 60 + minute, zone)
    either = part is None or part["noon"] or (part["pm"] and said == 12 and part["pm"] not in ("下午", "午后"))
    if said <= 12 and (shared or (said and either)):
        draft.add("time", (hour + 12) % 24 * 60 + minute, zone)
