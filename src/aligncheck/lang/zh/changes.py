"""Says of a Chinese value whether it is the least or most (至少, 不到) and whether something grows by it or to it."""

from __future__ import annotations

from aligncheck.lang.draft import Draft
from aligncheck.lang.patterns import any_of, deferred
from aligncheck.lang.zh.units import CLASSIFIERS

_MOST = """至多 最多 顶多 未超过 没超过 没有超过 不到 没到 未到 不足 未满 不满 小于 低于 少于 短于
上限为 上限是 ≤ <= <""".split()
_LEAST = """至少 起码 最少 超过 超出 超 逾 大于 高于 多于 长于 不止 不下 不下于
下限为 ≥ >= >""".split()
_HEDGE = r"(?:约|了|为|是|有|达|要|在)?\s?"
_NOT = "不(?:得|应|能|可|会|宜|准|该|要|允许|必)?"
_BEFORE = deferred(
    rf"(?:(?P<max>{any_of(_MOST)}|{_NOT}(?:[高大多长迟晚]于|超[过出]|逾))"
    rf"|(?P<min>{any_of(_LEAST)}|{_NOT}[低少小短早]于))(?:[^，。；、0-9\W]{{1,5}}的)?{_HEDGE}$"
)
_AHEAD_OF_VERB = deferred(
    r"(?:(?P<max>至多|最多|顶多)|(?P<min>至少|起码|最少))[^，。；、的者一二两三四五六七八九十百千万亿0-9\W]{1,4}\s?$"
)
"""The adverb with its verb between it and the value: 最多搅拌15分钟."""

_ADVERB = frozenset("多少码")

_BEFORE_LAST = frozenset("的多过出到足满于为是少码超逾止下约了有达要在≤<=≥> ")
_AFTER = deferred(
    rf"\s?(?:[{CLASSIFIERS}]?(?:及|或者?)?(?:(?P<min>以上|更多|更高|更久)|(?P<max>以下|以内|之内|更少|更低))"
    r"|(?P<odd>多(?![个边角种样元媒]?[边角样元媒])|有余|余(?!下|额|弦)|开外|出头|\+(?![0-9])))"
)
_AFTER_FIRST = frozenset(f"{CLASSIFIERS}及或以之更多有余开出+ ")
_FROM = deferred(r"起(?![来点到床初伏因源诉步])")

_VERBS = """增长 增加 增多 增 上升 上涨 上调 上扬 提高 提升 增大 增强 扩大 扩张 涨 升 升高 攀升 飙升 激增 猛增 剧增 大增
大涨 加大 加快 加速 延长 延后 推迟 拉长 减少 减 下降 下跌 下调 下滑 下挫 降低 降 跌 缩小 缩短 缩减 缩 削减 减轻 减缓
裁减 裁 压缩 回落 暴跌 大跌 大降 锐减 骤减 骤降 贬值 升值 收窄 放缓 滑落 缩水 萎缩 调高 调低 下探 反弹""".split()
_TO_ONLY = "调整 调 改 恢复 回升 减弱 扩 定".split()
_ABOUT = (
    r"(?:约为?|近|大约|将近|接近|超过|超|至少|逾|不到|不足|高达|多达|达|仅|整整|大概|原来的|之前的|原先的|现在的)?\s?"
)
_SIGN = r"(?:[$€£¥]|人民币)?\s?"
_VERB = any_of(_VERBS)
_CHANGE = deferred(
    rf"(?:(?P<to>(?:{_VERB}|{any_of(_TO_ONLY)})(?:到了?|至|为|成))"
    rf"|(?P<by>(?:{_VERB})(?:[了出]|幅度?为?|幅度?达)?|[增涨降跌升]幅(?:为|达到?|在|仅)?)){_ABOUT}{_SIGN}$"
)
_CHANGE_LAST = frozenset("".join(_VERBS)) | frozenset("了出到至为成约近过超少逾足达仅概的幅度在整 ")
_CHANGE_AFTER = deferred(r"\s?的?(?:增长|增幅|涨幅|升幅|降幅|跌幅|减幅|下降|下跌|上涨|增加|减少)(?![率速点])")
_CHANGE_FIRST = frozenset("的增涨升降跌减下上 ")
_THEN_TO = deferred(r"[,，]?\s?(?:至|到|达到?|达成|为)\s?$")
_OF_WHAT = deferred("(?:是|为|达到?|相当于|等于)[^，。；、]{0,10}的?(?:约|近|大约)?\\s?$")
_LIKE_LAST = frozenset("的约近是为达到于 ")

_CHANGING = frozenset({"percent", "number", "money", "measure", "multiplier", "fraction"})
_BOUNDED = _CHANGING | {"vague"}
_MORE = deferred("[多余]")


_COMPARED = frozenset({"multiplier", "fraction"})


def _like(text: str, start: int) -> bool:
    """是去年的2.5倍: what is said to be so many times something else."""
    return _OF_WHAT.search(text, max(0, start - 14), start) is not None


def qualify(draft: Draft, text: str, before: Draft | None) -> None:
    """Set ``bound`` and ``change`` of a finished value; ``before`` is the value that precedes it."""
    first = draft.readings[0]
    kind, start, end = first.kind, draft.start, draft.end
    if kind not in _BOUNDED:
        return
    last = text[start - 1 : start]
    found = _BEFORE.search(text, max(0, start - 14), start) if last in _BEFORE_LAST else None
    if found is None and text[end : end + 1] in _AFTER_FIRST:
        found = _AFTER.match(text, end)
    if found is None and not _ADVERB.isdisjoint(text[start - 7 if start > 7 else 0 : start]):
        found = _AHEAD_OF_VERB.search(text, max(0, start - 7), start)
    if found is not None:
        draft.bound, draft.approx = "max" if found["max"] else "min", True
    elif (end - start > 1 and _MORE.search(text, start, end) is not None) or (
        kind in ("money", "measure") and _FROM.match(text, end)
    ):
        draft.bound = "min"
    if kind not in _CHANGING:
        return
    if last in _CHANGE_LAST and (found := _CHANGE.search(text, max(0, start - 14), start)) is not None:
        draft.change = "to" if found["to"] else "by"
    elif before is not None and before.change and _THEN_TO.fullmatch(text, before.end, start):
        # 增长5%至3亿元 says to what it grew; 增长5%至8% is a range.
        other = before.readings[0]
        apart = text[before.end] in ",，" or (other.kind, other.unit) != (kind, first.unit)
        draft.change = "to" if apart else before.change
    elif kind in _COMPARED and (text.startswith("于", end) or (last in _LIKE_LAST and _like(text, start))):
        draft.change = "to"
    elif text[end : end + 1] in _CHANGE_FIRST and _CHANGE_AFTER.match(text, end):
        draft.change = "by"
