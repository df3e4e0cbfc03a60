"""Chinese words of duty and permission, and of bounds without a number. Knows no English."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from aligncheck.lang.patterns import any_of, deferred

Duty: TypeAlias = Literal["must not", "need not", "must", "should", "may not", "may", "none"]
"""What a modal demands or allows; ``none`` for words that only contain the character of one (可是, 相应)."""

_DUTIES: dict[Duty, str] = {
    "none": r"可不是|可是|可怜|可爱|可怕|可靠|可笑|可惜|可见|许可|可口|认可|可能性|可读|可写|可选|可用|可执行|可变"
    r"|可调|可移|可扩|可视|可再生|可持续|可行|可疑|能力|能量|能源|功能|性能|智能|才能够|反应|对应|相应"
    r"|适应|响应|应用|供应|效应|应对|应急|应届|应邀|应付|应聘|应答|应声|应运|不一定|一定的|一定程度|要求"
    r"|重要|主要|需求|要点|要素|只要|想要|不要紧|摘要|概要|社会|机会|会议|协会|大会|委员会|会员|会计|会长"
    r"|会话|会见|会谈|会场|议会|国会|工会|应该说",
    "must not": r"不得(?!不|了|已)|禁止|严禁|不准|不许|不可(?!避|或|思|能|分|多|言)|切勿|请勿|勿|绝不能|一定不能"
    r"|不允许|必须不|不应该?|不应当|不该|不要|别|不能(?!不|够)|不宜|不可以",
    "need not": r"不必(?!然)|无需|无须|毋需|毋须|不需要?|不用|不一定要|未必要|没有?必要|不要求|并非必[须需]"
    r"|不是必[须需]|不强制|可不|可以不|并非必定",
    "must": r"必须|务必|务须|必需|一定要|必要|必得|非得|不得不|不能不|只能|只好|须|得要|理应|义务|责任|势必|定要"
    r"|必将|必定|需要?|一定|必|才能|才可|要",
    "should": r"应该|应当|应|本该|早该|最好",
    "may not": r"不能够|不可能|不会|无法|未必|可能不|可能没|可能无|没法|难以",
    "may": r"可以|可能|也许|或许|有可能|能够|允许|获准|可|能|会|有望|说不定|恐怕|大概",
}
_DUTY = deferred("|".join(f"({p})" for p in _DUTIES.values()))
_KINDS = tuple(_DUTIES)
_NEGATED = deferred(r"[不没未无非莫别]")
_PLAIN = frozenset(
    """
不得 禁止 严禁 不准 不许 切勿 请勿 不允许 不必 无需 无须 毋需 毋须 不需要 不用 必须 务必 务须 必需 应该 应当 应
可以
""".split()
)
"""Words that cannot be understood as another duty; the others may acquit but never accuse."""

_DEMANDS = deferred(any_of(_PLAIN))

_AT = deferred(
    r"(?P<least>至少|起码|最少|不少于|不低于|不小于|以上)"
    r"|(?P<most>至多|最多|顶多|充其量|不超过|不多于|不高于|不大于|不过|以内|以下|之内)"
)
_FIGURE = deferred(r"[^，。；]{0,4}(?:[0-9０-９二三四五六七八九十百千万两几半]|一(?![点些]))")


class Modal(NamedTuple):
    """A modal at ``[start, end)``; ``plain`` where it can mean nothing else."""

    duty: Duty
    start: int
    end: int
    plain: bool


def may_demand(text: str) -> bool:
    """Whether the text may hold a modal that can mean nothing else; quick, and right when it says no."""
    return _DEMANDS.search(text) is not None


def modals(text: str) -> Iterator[Modal]:
    """Modals from left to right."""
    for found in _DUTY.finditer(text):
        duty = _KINDS[(found.lastindex or 1) - 1]
        if duty != "none":
            negated = _NEGATED.search(text, max(0, found.start() - 4), found.start())
            yield Modal(duty, found.start(), found.end(), found.group() in _PLAIN and negated is None)


class Bound(NamedTuple):
    """A word for a least or a greatest amount at ``[start, end)``; ``figure`` says whether a number follows."""

    least: bool
    start: int
    end: int
    figure: bool


def bounds(text: str) -> list[Bound]:
    """Words for a least or a greatest amount, from left to right."""
    return [
        Bound(found["least"] is not None, *found.span(), _FIGURE.match(text, found.end()) is not None)
        for found in _AT.finditer(text)
    ]
