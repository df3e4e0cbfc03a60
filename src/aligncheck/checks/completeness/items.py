"""Enumerations: an item that one side lists and the other does not. Knows pairs and their lexical cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from aligncheck.checks._prose import prose
from aligncheck.checks._rule import Evidence, Example, Hit, PairContext, Rule, pair_rule
from aligncheck.checks.completeness.odds import odds_of
from aligncheck.lang.en.enumerations import english_lists
from aligncheck.lang.zh.enumerations import ChineseList, chinese_lists
from aligncheck.lang.zh.lexis import fold
from aligncheck.model.report import Severity
from aligncheck.model.text import Span

if TYPE_CHECKING:
    from aligncheck.checks.completeness.clause_model import Odds, Word

TELLING = frozenset({"known", "name", "acronym"})
"""Only words of these groups make an item that can be missed: light and unknown ones may be rendered in any way."""
LEAST = 3
"""Items below which a list is no enumeration."""
BEHIND = 12
"""Characters behind a Chinese list in which its last item may be told in another way."""
MANY = 4
"""Items from which a missing one is counted surely."""


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of an English list; ``places`` are where in the Chinese sentence its words are rendered."""

    span: Span
    places: tuple[int, ...]
    missing: bool


@pair_rule(
    "OMI006",
    "item-omitted",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example("The kit holds a hammer, a saw, a chisel and a plane.", "工具包里有锤子、锯子和凿子。", "no plane"),
    ],
    good=[
        Example("The kit holds a hammer, a saw, a chisel and a plane.", "工具包里有锤子、锯子、凿子和刨子。"),
        Example("Doctors, nurses, men and women alike came.", "医生、护士，男男女女都来了。", "put together"),
    ],
    speaks_for=("NUM", "DAT", "LNK", "OMI004", "TRM012"),
)
def item_omitted(pair: PairContext) -> Iterator[Hit]:
    """An enumeration of the English has an item that the Chinese list lacks; where English is the target, a hint.

    Why: one of five names or conditions is easily skipped, and the list still reads well.

    Two signs must agree: the Chinese list is shorter, and just as many items of the English one have no rendering.

    Silent: where the Chinese puts items together or lists them in another way than with the enumeration comma; where
    it is not clear which item is missing.
    """
    if "、" not in pair.chinese.text or "," not in pair.english.text:
        return
    odds = odds_of(pair)
    if odds is None:
        return
    words, there = odds.words(), chinese_lists(fold(prose(pair.chinese)))
    for spans in english_lists(prose(pair.english)):
        items = [_item(words, span) for span in spans]
        answer = _answer(items, there)
        if len(items) < LEAST or answer is None:
            continue
        missing = [item for item in items if item.missing]
        if items[0].missing:
            continue  # where a list begins is not marked: the words may belong to the sentence before it
        short = len(items) - answer.most
        if not 0 < short <= len(items) // 2 or len(missing) != short or _room(odds, items, answer):
            continue
        yield _hit(pair, items, missing, answer)


def _room(odds: Odds, items: Sequence[_Item], answer: ChineseList) -> bool:
    """Whether a part of the Chinese list, or what stands right behind it, renders no other item: it may be this one."""
    places = [at for item in items for at in item.places]
    if any(not any(part.start <= at < part.end for at in places) for part in answer.parts):
        return True
    behind = odds.free(answer.span.end, answer.span.end + BEHIND)
    return any(a and b for a, b in pairwise(behind))


def _item(words: Sequence[Word], span: Span) -> _Item:
    inside = [word for word in words if span.start <= word.start < span.end]
    missing = all(not word.rendered for word in inside) and any(word.group in TELLING for word in inside)
    return _Item(span, tuple(word.at for word in inside if word.at >= 0), missing)


def _answer(items: Sequence[_Item], lists: Sequence[ChineseList]) -> ChineseList | None:
    """The Chinese list in which most items are rendered; at least all but the missing ones must be there, save one."""
    best, most = None, 0
    for candidate in lists:
        inside = sum(any(candidate.span.start <= at < candidate.span.end for at in item.places) for item in items)
        if inside > most:
            best, most = candidate, inside
    rendered = sum(not item.missing for item in items)
    return best if best is not None and most >= max(2, rendered - 1) else None


def _hit(pair: PairContext, items: Sequence[_Item], missing: Sequence[_Item], answer: ChineseList) -> Hit:
    texts = [pair.english.text[item.span.start : item.span.end] for item in missing]
    named = " and ".join(f"“{text}”" for text in texts)
    sure = len(items) >= MANY and len(missing) == 1 and answer.least == answer.most
    return pair.hit_by_language(
        f"The English lists {len(items)} items, the Chinese {answer.most}: {named} {_has(texts)} no counterpart.",
        en=tuple(Evidence(*item.span) for item in missing),
        zh=(Evidence(*answer.span),),
        confidence=0.85 if sure else 0.7,
        key=pair.english.text[items[0].span.start : items[-1].span.end],
        severity=Severity.WARNING if pair.source is pair.english else Severity.INFO,
    )


def _has(texts: Sequence[str]) -> str:
    return "has" if len(texts) == 1 else "have"


RULES: tuple[Rule, ...] = (item_omitted,)
