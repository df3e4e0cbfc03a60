"""Clauses of a pair that have no rendering, or render nothing. Knows pairs and the odds, not how they come about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import exp
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.checks._rule import Evidence, Example, Hit, PairContext, Rule, pair_rule
from aligncheck.checks._wording import shortened
from aligncheck.checks.completeness.odds import odds_of
from aligncheck.lang.text import han
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Severity

if TYPE_CHECKING:
    from aligncheck.checks.completeness.clause_model import Odds, Word

SURE, LIKELY, POSSIBLE = 4.0, 1.6, 0.7
"""Log odds from which a missing clause stops the gate, is worth a warning, and a hint."""
SHORT = 1.3
"""Log odds from which a hint needs no more than length: few or no words stand out as missing."""
FAR_OUT, OUTSTANDING = 4.6, 3.0
"""Standard deviations above the document's mean that the first two take besides."""
ADDED, PERHAPS_ADDED = 6.0, 4.4
"""The same for an added clause, which is never sure to be a fault."""
PAIRED = 0.8
"""Confidence of the pairing below which a shortage may be the neighbour's."""
WORDS = 2
"""Content words without rendering that a stretch must hold for a hint below ``SHORT``."""
TELLING, MEANING = 2, 4
"""So many words that are neither light nor names must be without rendering for a warning, and to stop the gate."""
LONGEST = 80
"""Characters of a stretch that a message quotes whole."""
_MARKS = "，。；：！？、）)」』” "
READ, READINGS, LONG = 3, 3, 4
"""How many words are given readings, how many each, and of how many characters at most."""


@pair_rule(
    "OMI004",
    "clause-omitted",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example(
            "The museum, which was damaged by a flood in the spring, will open its doors again on Saturday.",
            "博物馆将于周六重新开放。",
            "the relative clause has no rendering",
        ),
    ],
    good=[
        Example(
            "The museum, which was damaged by a flood in the spring, will open its doors again on Saturday.",
            "春天遭遇洪水受损的博物馆将于周六重新开放。",
        ),
        Example("It may take up to twenty-four hours.", "需要二十四小时以内。", "condensed"),
    ],
    speaks_for=("NUM", "DAT", "LNK", "MNG", "TRM012"),
)
def clause_omitted(pair: PairContext) -> Iterator[Hit]:
    """A clause of the source has no rendering in the target of the same pair.

    Why: a clause that was skipped leaves a smooth sentence, so nobody notices who reads only the target.

    Two signs must agree: words that nothing on the other side renders stand together (by dictionary, by spelling, by
    sound, and by what the document itself teaches), and the target is shorter than the source lets expect. The marked
    words are those; readings of the first three tell what to look for. Where the target is far too short and no words
    stand out, that is said as a hint. A hint where an omission is possible, a warning where it is likely and the pair
    stands out from its document, an error where both are sure and four words of meaning or more are missing. Of
    a Chinese source only what is far out is said, and no more than as a warning.

    Silent: for free translations, the more the freer the whole document is translated; where words that the dictionary
    does not know may render all that is missing; where the text was copied, not translated; for code, addresses and
    numbers, which have rules of their own. Where the pairing is doubtful it is a hint only.
    """
    yield from _english_alone(pair) if pair.source is pair.english else _chinese_alone(pair)


@pair_rule(
    "OMI005",
    "clause-added",
    Severity.INFO,
    since="0.1.0",
    bad=[
        Example(
            "The museum will open its doors again on Saturday.",
            "春天因洪水受损、修缮工程耗时近三个月的博物馆，将于周六重新开放。",
            "nothing in the English speaks of a flood",
        ),
    ],
    good=[
        Example("The museum will open its doors again on Saturday.", "博物馆将于周六重新开放。"),
        Example("He is over the moon.", "他高兴得不得了，简直乐开了花。", "an idiom spelled out"),
    ],
    speaks_for=("NUM", "DAT"),
)
def clause_added(pair: PairContext) -> Iterator[Hit]:
    """A clause of the target renders nothing in the source of the same pair.

    Why: it may be left from an older version of the source, or belong to a neighbour; or the translator explains.

    A hint; a warning where length and words are both far out.

    Silent: as for OMI004, and for short explanations, which translators add on purpose.
    """
    yield from _chinese_alone(pair) if pair.source is pair.english else _english_alone(pair)


def _english_alone(pair: PairContext) -> Iterator[Hit]:
    """A clause of the English without rendering in the Chinese."""
    odds = odds_of(pair)
    if odds is None or odds.omission < POSSIBLE or odds.roomy or _copied(pair):
        return
    omitted = pair.source is pair.english
    lost = _lost(odds, pair.document.lexicon)
    if (lost is None or lost.lonely < WORDS) and odds.omission < SHORT:
        return
    if lost is None:
        yield _short(pair, odds, omitted=omitted)
        return
    text = pair.english.text[lost.start : lost.end]
    yield pair.hit_by_language(
        f"“{shortened(text, LONGEST)}” {_fault(omitted=omitted)}.",
        en=(Evidence(lost.start, lost.end, lost.readings or None),),
        confidence=_confidence(odds.omission),
        key="omitted" if omitted else "added",
        severity=_severity(pair, odds, lost.meaning),
    )


def _short(pair: PairContext, odds: Odds, *, omitted: bool) -> Hit:
    """The hit where every word may be rendered, and yet the Chinese is far too short for the English.

    It points at nothing, so that it speaks for no other finding.
    """
    other = "shorter" if omitted else "longer"
    return pair.hit_by_language(
        f"The target is much {other} than the source lets expect, though no words stand out.",
        confidence=_confidence(odds.omission),
        key="omitted" if omitted else "added",
        severity=Severity.INFO,
    )


def _chinese_alone(pair: PairContext) -> Iterator[Hit]:
    """A clause of the Chinese that renders nothing in the English."""
    odds = odds_of(pair)
    if odds is None or odds.addition < PERHAPS_ADDED or _copied(pair):
        return
    start, end = odds.extra
    text = pair.chinese.text[start:end].rstrip(_MARKS)
    start, text = start + len(text) - len(text.lstrip()), text.lstrip()
    if not text:
        return
    likely = odds.addition >= ADDED and pair.pair.confidence >= PAIRED
    omitted = pair.source is pair.chinese
    yield pair.hit_by_language(
        f"“{shortened(text, LONGEST)}” {_fault(omitted=omitted)}.",
        zh=(Evidence(start, start + len(text)),),
        confidence=_confidence(odds.addition - PERHAPS_ADDED + POSSIBLE),
        key="omitted" if omitted else "added",
        severity=Severity.WARNING if likely else Severity.INFO,
    )


def _fault(*, omitted: bool) -> str:
    return "has no rendering" if omitted else "renders nothing in the source"


def _copied(pair: PairContext) -> bool:
    """Whether the Chinese side is the English one, more or less: it was not translated, which other rules say."""
    here, there = pair.chinese.text, pair.english.text
    return here == there or (not han(here) and len(here) >= 0.7 * len(there))


class _Lost(NamedTuple):
    """A stretch of English without rendering: where it stands, how many words have none, its readings.

    ``meaning`` counts those that are neither light words, nor names, nor unknown.
    """

    start: int
    end: int
    lonely: int
    meaning: int
    readings: str


def _lost(odds: Odds, lexicon: Lexicon) -> _Lost | None:
    """The stretch from its first content word without rendering to its last; all of it where that is but one."""
    content = odds.lost
    alone = [word for word in content if not word.rendered]
    lonely = [word for word in alone if word.group != "digits"]  # numbers have rules of their own
    if not lonely:
        return None
    meaning = [word for word in lonely if word.group == "known"]
    readings = "; ".join(filter(None, (_readings(odds, word, lexicon) for word in meaning[:READ])))
    first, last = (alone[0], alone[-1]) if len(lonely) > 1 else (content[0], content[-1])
    return _Lost(first.start, last.end, len(lonely), len(meaning), readings)


def _readings(odds: Odds, word: Word, lexicon: Lexicon) -> str:
    """A word and its renderings: those this document has elsewhere first, then the dictionary's."""
    found = [*odds.renderings(word), *_dictionary(word.form, lexicon)]
    return f"{word.form} {'、'.join(list(dict.fromkeys(found))[:READINGS])}" if found else ""


@lru_cache(maxsize=1 << 12)
def _dictionary(form: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Renderings of a word, whole glosses and words of two common characters first."""
    common = lexicon.commonness
    found = (
        (-weight, abs(len(word) - 2), -sum(common(char) for char in word) / len(word), word)
        for word, weight in lexicon.translations(form).items()
        if len(word) <= LONG
    )
    return tuple(word for *_, word in sorted(found)[:READINGS])


def _confidence(score: float) -> float:
    return 1 / (1 + exp(0.6 - 0.7 * score))


def _severity(pair: PairContext, odds: Odds, meaning: int) -> Severity:
    weak = odds.omission < LIKELY or meaning < TELLING or odds.deviations < OUTSTANDING
    if weak or pair.pair.confidence < PAIRED:
        return Severity.INFO
    sure = odds.omission >= SURE and odds.deviations >= FAR_OUT and meaning >= MEANING
    sure = sure and pair.source is pair.english  # translators add on purpose more often than they omit
    return Severity.ERROR if sure else Severity.WARNING


RULES: tuple[Rule, ...] = (clause_omitted, clause_added)
