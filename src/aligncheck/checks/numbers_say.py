"""Words a number or date fault: both expressions and their values, and what is wrong. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from aligncheck.checks._rule import Evidence, Hit, PairContext
from aligncheck.checks.numbers_judge import Verdict, judge, misordered
from aligncheck.facts import Fact
from aligncheck.facts.notation import canonical, shown

_TIMES = {10: "ten", 100: "a hundred", 1000: "a thousand", 10**4: "ten thousand", 10**6: "a million"}


def hits(context: PairContext, code: str) -> Iterator[Hit]:
    """The faults of one code in a pair."""
    english, chinese = context.facts
    if english.lang != "en":
        english, chinese = chinese, english
    if {english.lang, chinese.lang} != {"en", "zh"}:
        return
    for verdict in judge(english, chinese):
        if verdict.code == code:
            yield _hit(context, verdict)
    if code == "DAT003":
        document = context.document.source if context.english is context.source else context.document.target
        yield from (_hit(context, verdict) for verdict in misordered(english, chinese, document.text))


def _hit(context: PairContext, verdict: Verdict) -> Hit:
    e, z = verdict.english, verdict.chinese
    return context.hit_by_language(
        _message(context, verdict),
        en=(_evidence(e),) if e else (),
        zh=(_evidence(z),) if z else (),
        confidence=verdict.confidence,
        key="~".join(canonical(f.readings[0]) if f and f.kind != "gap" else "-" for f in (e, z)),
        severity=verdict.severity,
    )


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
    source, target = (e, z) if context.source.lang == "en" else (z, e)
    return f"{shown(source)}; {shown(target)}{_fault(context, verdict)}"


def _fault(context: PairContext, verdict: Verdict) -> str:
    match verdict.code:
        case "NUM004" if verdict.factor is not None:
            factor = verdict.factor if context.source.lang == "en" else 1 / verdict.factor
            return f": {_how_far(factor)}"
        case "NUM005":
            return _growth(verdict)
        case "NUM006":
            return ": same figure, other unit"
        case "NUM007":
            return ": same amount, other currency"
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
