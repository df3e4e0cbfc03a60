"""Words a number or date fault: both expressions and their values, and what is wrong. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from aligncheck.checks._rule import DocumentContext, Evidence, Hit, PairContext
from aligncheck.checks.numbers.judge import Verdict, judge, misordered
from aligncheck.checks.numbers.order import swapped
from aligncheck.facts import CalendarDate, Fact, day_first
from aligncheck.facts.notation import canonical, shown
from aligncheck.lang.patterns import deferred

_TIMES = {10: "ten", 100: "a hundred", 1000: "a thousand", 10**4: "ten thousand", 10**6: "a million"}

_YEAR = deferred(r"(?<![0-9.,])[12][0-9]{3}(?![0-9,.])")

_BOUNDS = {"min": "the least", "max": "the most"}


def hits(context: PairContext, code: str) -> Iterable[Hit]:
    """The faults of one code in a pair."""
    return context.once("number faults", _by_code).get(code, ())


def faulty(context: PairContext) -> bool:
    """Whether a pair has any number or date fault; for ``Rule.when``."""
    return bool(context.once("number faults", _by_code))


def _by_code(context: PairContext) -> dict[str, list[Hit]]:
    """Every number and date fault of a pair, once for all their rules."""
    english, chinese = context.facts
    if english.lang != "en":
        english, chinese = chinese, english
    found: dict[str, list[Hit]] = {}
    if (english.lang, chinese.lang) != ("en", "zh") or not (english.facts or chinese.facts):
        return found
    verdicts = [
        *judge(english, chinese),
        *swapped(english, chinese, context.document.lexicon),
        *misordered(english, chinese, lambda: context.document.once("day first", _day_first)),
    ]
    for verdict in verdicts:
        if not _year_of_the_document(context, verdict):
            found.setdefault(verdict.code, []).append(_hit(context, verdict))
    return found


def _year_of_the_document(context: PairContext, verdict: Verdict) -> bool:
    """Whether the Chinese adds a year that the English document says elsewhere: 2018年 for "in that year"."""
    added = verdict.chinese
    if verdict.english is not None or added is None or added.readings[0].date is None:
        return False
    date = added.readings[0].date
    return date == CalendarDate(date.year) and date.year in context.document.once("years", _years)


def _years(context: DocumentContext) -> frozenset[int | None]:
    """The years that the English document says in figures."""
    text = (context.source if context.source_lang == "en" else context.target).text
    return frozenset(int(year) for year in _YEAR.findall(text))


def _day_first(context: DocumentContext) -> bool | None:
    """The order in which the English document writes day and month in figures."""
    return day_first((context.source if context.source_lang == "en" else context.target).text)


def _hit(context: PairContext, verdict: Verdict) -> Hit:
    e, z = verdict.english, verdict.chinese
    more = verdict.other or (None, None)
    return context.hit_by_language(
        f"{_message(context, verdict)}.",
        en=_evidences(e, more[0]),
        zh=_evidences(z, more[1]),
        confidence=verdict.confidence,
        key="~".join(canonical(f.readings[0]) if f and f.kind != "gap" else "-" for f in (e, z)),
        severity=verdict.severity,
    )


def _evidences(*facts: Fact | None) -> tuple[Evidence, ...]:
    return tuple(sorted((_evidence(f) for f in facts if f), key=lambda evidence: evidence.start))


def _evidence(fact: Fact) -> Evidence:
    return Evidence(fact.start, fact.end, None if fact.kind == "gap" else canonical(fact.readings[0]))


def _message(context: PairContext, verdict: Verdict) -> str:
    e, z = verdict.english, verdict.chinese
    if z is not None and z.kind == "gap":
        return f"{shown(e)}; {z.text}: the number is missing" if e else f"{z.text}: the number is missing"
    if e is None or z is None:
        fact = e or z
        assert fact is not None
        missing_in = "Chinese" if e else "English"
        return f"{shown(fact)} has no counterpart in the {missing_in}"
    if verdict.other is not None:
        return f"{shown(e)} and {shown(verdict.other[0])} have changed places"
    source, target = (e, z) if context.source.lang == "en" else (z, e)
    return f"{shown(source)}; {shown(target)}{_fault(context, verdict)}"


def _fault(context: PairContext, verdict: Verdict) -> str:
    e, z = verdict.english, verdict.chinese
    match verdict.code:
        case "NUM004" if verdict.factor is not None:
            factor = verdict.factor if context.source.lang == "en" else 1 / verdict.factor
            return f": {_how_far(factor)}"
        case "NUM005" if e is not None and z is not None and e.change and z.change and e.change != z.change:
            return f": the English says {e.change} this much, the Chinese {z.change} this much"
        case "NUM005":
            return _growth(verdict)
        case "NUM006":
            return ": same figure, other unit"
        case "NUM007":
            return ": same amount, other currency"
        case "NUM009":
            return f": {_BOUNDS[e.bound]} in the English, {_BOUNDS[z.bound]} in the Chinese" if e and z else ""
        case "DAT003":
            return ": day and month are swapped"
        case _:
            return ": the values differ"


def _how_far(factor: Fraction) -> str:
    size = factor if factor > 1 else 1 / factor
    times = _TIMES.get(int(size), f"{int(size):,}")
    return f"{times} times too {'large' if factor > 1 else 'small'}"


def _growth(verdict: Verdict) -> str:
    e, z = verdict.english, verdict.chinese
    assert e is not None
    assert z is not None
    if z.readings[0].unit == "grows":
        return f": read strictly, growing by {z.readings[0].value - 1} times makes {canonical(z.readings[0])}"
    return ": the multiples differ"
