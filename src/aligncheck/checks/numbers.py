"""Numbers, percentages, measures and money that differ by value between the two sides of a pair."""

from __future__ import annotations

from collections.abc import Iterator

from aligncheck.checks._rule import Evidence, Example, Hit, PairContext, Rule, pair_rule
from aligncheck.checks.notation import scale, value_of
from aligncheck.checks.numbers_differ import Difference, differences
from aligncheck.facts import Fact
from aligncheck.model.report import Severity

SURE, LIKELY = 0.88, 0.7
"""Confidence from which a difference stops the gate, and from which it is worth a warning."""


def severity(confidence: float) -> Severity:
    """What a confidence is worth."""
    return Severity.ERROR if confidence >= SURE else Severity.WARNING if confidence >= LIKELY else Severity.INFO


def evidence(fact: Fact | None) -> tuple[Evidence, ...]:
    """The expression and its value."""
    return () if fact is None else (Evidence(fact.start, fact.end, value_of(fact)),)


def hit(pair: PairContext, difference: Difference, message: str, worst: Severity) -> Hit:
    """A hit on one difference, at most as severe as ``worst``."""
    reached = severity(difference.confidence)
    values = [value_of(f) if f else "" for f in (difference.english, difference.chinese)]
    return pair.hit_by_language(
        message,
        en=evidence(difference.english),
        zh=evidence(difference.chinese),
        confidence=difference.confidence,
        key="|".join(values),
        severity=min(reached, worst, key=lambda s: s.rank),
    )


def both_values(english: Fact, chinese: Fact) -> str:
    """Both expressions, each with its value where that is not what is written."""
    return " against ".join(
        f.text if f.text == value_of(f) else f"{f.text} (= {value_of(f)})" for f in (english, chinese)
    )


@pair_rule(
    "NUM001",
    "number-mismatch",
    Severity.ERROR,
    since="0.1.0",
    bad=[
        Example("The library lends 2.5 million books a year.", "图书馆每年外借25万册图书。", "ten times too small"),
        Example("Ticket sales fell by 18% in the spring.", "春季的门票销量下降了百分之十三。", "18 against 13"),
        Example("Take one tablet every 24 hours.", "每24天服用一片。", "hours against days"),
    ],
    good=[
        Example("The library lends 2.5 million books a year.", "图书馆每年外借250万册图书。", "万 is ten thousand"),
        Example("A third of the visitors were children.", "三分之一的参观者是儿童。", "a fraction in words"),
        Example("It works around the clock, 24/7.", "它全天候运转。", "an idiom"),
        Example("One might think the lamp is new.", "有人也许以为灯是新的。", "a pronoun, no number"),
        Example("The plot covers 21,000 acres.", "这块地占地约8,498公顷。", "a conversion that fits"),
    ],
)
def number_mismatch(pair: PairContext) -> Iterator[Hit]:
    """A number is another one in the translation.

    Why: readers act on numbers. Values are compared, not characters: 2.5 million is 250万, 18% is 百分之十八, a third
    is 三分之一, whatever the notation.

    An error where a value is left over on either side and both are of one kind; a warning where kinds differ or one
    is weak.

    Silent: where the values agree in any reading (世纪 and 年代, growth by and growth to, 折 and percent off), where a
    conversion to another unit fits the precision shown, in idioms and set phrases (万一, 四处, 24/7), in names, code,
    versions, addresses, list and section numbers.
    """
    for difference in differences(pair):
        if difference.calendar or difference.english is None or difference.chinese is None:
            continue
        message = both_values(difference.english, difference.chinese)
        times = scale(difference.factor) if difference.factor is not None and difference.factor > 0 else None
        if difference.factor == 1:
            message += ": same figure, other unit."
        else:
            message += f": {times}." if times else ": the values differ."
        yield hit(pair, difference, message, Severity.ERROR)


@pair_rule(
    "NUM002",
    "number-missing",
    Severity.WARNING,
    since="0.1.0",
    bad=[Example("The tower is 137 metres tall and white.", "这座塔是白色的。", "137 metres is gone")],
    good=[
        Example("The tower is 137 metres tall.", "这座塔高一百三十七米。"),
        Example("Put two and two together.", "好好推想一下。", "an idiom"),
    ],
)
def number_missing(pair: PairContext) -> Iterator[Hit]:
    """A number of the source has no counterpart in the target.

    Why: it was dropped, or replaced by something vaguer.

    At most a warning: translators may say a number in words that no list holds. A hint where the number was said in
    words or in brackets.

    Silent: as for NUM001; also where the same value is stated once for two mentions.
    """
    yield from _one_sided(pair, pair.source.lang, "has no counterpart in the translation")


@pair_rule(
    "NUM003",
    "number-added",
    Severity.WARNING,
    since="0.1.0",
    bad=[Example("The tower is white.", "这座塔高137米，是白色的。", "nothing says 137 metres")],
    good=[Example("The tower has a dozen windows.", "这座塔有十二扇窗。", "a dozen is twelve")],
)
def number_added(pair: PairContext) -> Iterator[Hit]:
    """A number of the target has no counterpart in the source.

    Why: it was invented, or the source has changed since.

    At most a warning; a hint where the number is in words or in brackets (a conversion, an explanation).

    Silent: as for NUM001 and NUM002.
    """
    yield from _one_sided(pair, pair.target.lang, "has no counterpart in the source")


def _one_sided(pair: PairContext, lang: str, fault: str) -> Iterator[Hit]:
    for difference in differences(pair):
        here, there = difference.english, difference.chinese
        if lang == "zh":
            here, there = there, here
        if here is not None and there is None and not difference.calendar:
            yield hit(pair, difference, f"{both_or_one(here)} {fault}.", Severity.WARNING)


def both_or_one(fact: Fact) -> str:
    """The expression, with its value where that is not what is written."""
    return fact.text if fact.text == value_of(fact) else f"{fact.text} (= {value_of(fact)})"


RULES: tuple[Rule, ...] = (number_mismatch, number_missing, number_added)
