"""No finding is said twice: which one speaks for which, and what the one that stays takes over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from random import Random

import pytest
from edit_builder import known
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.checks import Evidence, Hit
from aligncheck.checks._rule import Example, PairContext, Rule, pair_rule
from aligncheck.checks.precedence import Said, spoken_for
from aligncheck.config import Config
from aligncheck.engine import check as engine
from aligncheck.engine import check_file
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding, Severity
from aligncheck.model.text import Span

LEXICON = Lexicon.load()

Spans = Sequence[tuple[int, int]]


def said(
    code: str,
    source: Spans = (),
    target: Spans = (),
    *,
    pair: int | None = 0,
    speaks: tuple[str, ...] = (),
    explains: tuple[str, ...] = (),
) -> Said:
    return Said(code, speaks, explains, pair, tuple(Span(*s) for s in source), tuple(Span(*s) for s in target))


def clause(source: Spans = (), target: Spans = (), pair: int | None = 0) -> Said:
    return said("OMI004", source, target, pair=pair, speaks=("NUM", "DAT"))


def refusal(source: Spans = (), target: Spans = (), pair: int | None = 0) -> Said:
    return said("MTX001", source, target, pair=pair, explains=("OMI", "NUM"))


CONTAINED = [
    ("inside", clause([(0, 20)]), said("NUM001", [(5, 7)]), True),
    ("the same place", clause([(0, 20)]), said("NUM001", [(0, 20)]), True),
    ("outside", clause([(0, 20)]), said("NUM001", [(25, 27)]), False),
    ("over the edge", clause([(0, 20)]), said("NUM001", [(18, 22)]), False),
    ("behind it", clause([(0, 20)]), said("NUM001", [(20, 22)]), False),
    ("two inside", clause([(0, 20)]), said("NUM001", [(1, 2), (5, 7)]), True),
    ("one of two inside", clause([(0, 20)]), said("NUM001", [(1, 2), (25, 27)]), False),
    ("each in one", clause([(0, 9), (20, 30)]), said("NUM001", [(1, 2), (25, 27)]), True),
    ("across two", clause([(0, 9), (9, 30)]), said("NUM001", [(5, 12)]), False),
    ("target as well", clause([(0, 20)]), said("NUM001", [(1, 2)], [(3, 4)]), False),
    ("target alone", clause([(0, 20)]), said("NUM001", [], [(3, 4)]), False),
    ("both sides", clause([(0, 20)], [(0, 9)]), said("NUM001", [(1, 2)], [(3, 4)]), True),
    ("another side", clause([(0, 20)], [(0, 9)]), said("NUM001", [(1, 2)], [(12, 14)]), False),
    ("another pair", clause([(0, 20)], pair=1), said("NUM001", [(5, 7)], pair=2), True),
    ("no pair", clause([(0, 20)], pair=None), said("NUM001", [(5, 7)], pair=None), True),
    ("another rule", clause([(0, 20)]), said("UNT001", [(5, 7)]), False),
    ("a prefix of a family", clause([(0, 20)]), said("NUMX1", [(5, 7)]), True),
    ("no declaration", said("OMI004", [(0, 20)]), said("NUM001", [(5, 7)]), False),
    ("pointing at nothing", clause([(0, 20)]), said("NUM001"), False),
]

EXPLAINED = [
    ("same pair", refusal(target=[(0, 9)]), said("NUM001", [(40, 42)]), True),
    ("same pair, both sides", refusal(target=[(0, 9)]), said("OMI004", [(40, 42)], [(50, 52)]), True),
    ("another pair", refusal(target=[(0, 9)], pair=1), said("NUM001", [(40, 42)], pair=2), False),
    ("around it", refusal(target=[(10, 15)], pair=1), said("OMI002", [], [(0, 40)], pair=2), True),
    ("around it without a pair", refusal(target=[(10, 15)], pair=None), said("OMI002", [], [(0, 40)], pair=None), True),
    ("no pair is not the same pair", refusal(target=[(10, 15)], pair=None), said("OMI002", [(0, 4)], pair=None), False),
    ("beside it", refusal(target=[(10, 15)], pair=1), said("OMI002", [], [(20, 40)], pair=2), False),
    ("inside it", refusal(target=[(10, 15)], pair=1), said("OMI002", [], [(11, 12)], pair=2), False),
    ("around in the source", refusal([(10, 15)], pair=1), said("OMI002", [(0, 40)], pair=2), False),
    ("another rule", refusal(target=[(0, 9)]), said("TRM001", [(40, 42)]), False),
    ("pointing at nothing", refusal(target=[(0, 9)]), said("NUM001"), False),
]


@pytest.mark.parametrize(("speaker", "other", "silent"), [c[1:] for c in CONTAINED], ids=[c[0] for c in CONTAINED])
def test_speaks_for_what_lies_within(speaker: Said, other: Said, silent: bool) -> None:
    assert spoken_for([speaker, other]) == ({1: 0} if silent else {})
    assert spoken_for([other, speaker]) == ({0: 1} if silent else {})


@pytest.mark.parametrize(("speaker", "other", "silent"), [c[1:] for c in EXPLAINED], ids=[c[0] for c in EXPLAINED])
def test_explains_its_pair_and_what_is_around(speaker: Said, other: Said, silent: bool) -> None:
    assert spoken_for([speaker, other]) == ({1: 0} if silent else {})
    assert spoken_for([other, speaker]) == ({0: 1} if silent else {})


def test_nothing_said() -> None:
    assert spoken_for([]) == {}


def test_nobody_speaks_for_itself() -> None:
    one = said("NUM001", [(0, 5)], speaks=("NUM",), explains=("NUM",))
    assert spoken_for([one]) == {}


def test_of_two_that_speak_for_each_other_one_stays() -> None:
    one = said("NUM001", [(0, 5)], speaks=("NUM",))
    assert spoken_for([one, one]) == {1: 0}
    assert spoken_for([one, one, one]) == {1: 0, 2: 0}


def test_the_first_speaker_is_named() -> None:
    number = said("NUM001", [(5, 7)])
    assert spoken_for([number, clause([(4, 9)]), clause([(0, 20)])]) == {0: 1}
    assert spoken_for([clause([(5, 6)]), clause([(0, 20)]), number]) == {2: 1}


ITEM = said("OMI006", [(0, 40)], speaks=("OMI004", "NUM"))
CHAIN = {"number": said("NUM001", [(5, 7)]), "clause": clause([(0, 20)]), "item": ITEM}


@pytest.mark.parametrize("order", list(permutations(CHAIN)))
def test_a_number_in_a_clause_in_an_item_is_silent(order: tuple[str, ...]) -> None:
    found = spoken_for([CHAIN[name] for name in order])
    assert {order[n] for n in found} == {"number", "clause"}


BROKEN = {"number": said("NUM001", [(5, 7)]), "clause": clause([(0, 20)]), "leftover": said("MTX004", target=[(0, 4)])}
BROKEN["leftover"] = said("MTX004", target=[(0, 4)], explains=("OMI004",))


@pytest.mark.parametrize("order", [("clause", "leftover", "number"), ("clause", "number", "leftover")])
def test_the_silent_speak_for_nobody(order: tuple[str, ...]) -> None:
    found = spoken_for([BROKEN[name] for name in order])
    assert {order[n] for n in found} == {"clause"}


@pytest.mark.parametrize("order", [("leftover", "number", "clause"), ("number", "clause", "leftover")])
def test_the_silent_speak_for_nobody_in_any_order(order: tuple[str, ...]) -> None:
    found = spoken_for([BROKEN[name] for name in order])
    assert {order[n] for n in found} == {"clause"}


SPAN = st.tuples(st.integers(0, 1200), st.integers(1, 300)).map(lambda t: (t[0], t[0] + t[1]))
CODES = ("AAA001", "AAA002", "BBB001", "CCC001")
PREFIXES = st.lists(st.sampled_from(["AAA", "AAA002", "BBB", "CCC001", "X"]), max_size=2).map(tuple)
SAID = st.builds(
    said, st.sampled_from(CODES), st.lists(SPAN, max_size=2), st.lists(SPAN, max_size=2),
    pair=st.sampled_from([None, 0, 1]), speaks=PREFIXES, explains=PREFIXES,
)  # fmt: skip


def within(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    return all(any(o.start <= s.start and s.end <= o.end for o in others) for s in spans)


def may_speak(speaker: Said, one: Said) -> bool:
    """Whether the declarations and the places of both allow it."""
    if any(one.code.startswith(prefix) for prefix in speaker.speaks_for):
        return within(one.source, speaker.source) and within(one.target, speaker.target)
    if any(one.code.startswith(prefix) for prefix in speaker.explains):
        if one.pair is not None and one.pair == speaker.pair:
            return True
        return bool(speaker.target) and bool(one.target) and within(speaker.target, one.target)
    return False


@given(st.lists(SAID, max_size=9))
@settings(max_examples=300)
def test_the_first_that_is_heard_speaks(findings: list[Said]) -> None:
    found = spoken_for(findings)
    for number, one in enumerate(findings):
        able = [n for n, o in enumerate(findings) if n != number and may_speak(o, one)]
        if not (one.source or one.target) or not able:
            assert number not in found
        elif number in found:
            assert found[number] == next(n for n in able if n not in found)
        else:  # all that may speak are silent, or they and it may speak for each other
            assert all(n in found for n in able) or any(_reaches(findings, number, n) for n in able)


def _reaches(findings: list[Said], start: int, goal: int) -> bool:
    """Whether one finding may speak for another, directly or through others."""
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        for n, other in enumerate(findings):
            if n not in seen and n != here and may_speak(findings[here], other):
                seen.add(n)
                waiting.append(n)
    return goal in seen


@given(st.lists(SAID, min_size=1, max_size=9))
def test_somebody_stays(findings: list[Said]) -> None:
    assert len(spoken_for(findings)) < len(findings)


PLAIN = st.builds(said, st.sampled_from(["NUM001", "DAT001", "UNT001"]), st.lists(SPAN, max_size=2))
SPEAKERS = st.builds(clause, st.lists(SPAN, max_size=2))


@given(st.lists(st.one_of(PLAIN, SPEAKERS), max_size=8), st.randoms(use_true_random=False))
def test_without_chains_the_order_does_not_matter(findings: list[Said], random: Random) -> None:
    order = list(range(len(findings)))
    random.shuffle(order)
    silent = {order[n] for n in spoken_for([findings[n] for n in order])}
    assert silent == set(spoken_for(findings))


def marks(
    code: str,
    needle: str,
    severity: Severity,
    sure: float,
    *,
    speaks_for: tuple[str, ...] = (),
    explains: tuple[str, ...] = (),
) -> Rule:
    """A rule that marks a word wherever the English has it."""
    no = [Example("", "")]

    @pair_rule(code, code.lower(), severity, since="0.1.0", bad=no, good=no, speaks_for=speaks_for, explains=explains)
    def rule(context: PairContext) -> Iterator[Hit]:
        """Marks a word."""
        if (at := context.english.text.find(needle)) >= 0:
            yield context.hit_by_language(needle, en=(Evidence(at, at + len(needle)),), confidence=sure, key=needle)

    return rule


def findings_of(rules: tuple[Rule, ...], monkeypatch: pytest.MonkeyPatch, source: str = "en") -> list[Finding]:
    monkeypatch.setattr(engine, "RULES", rules)
    sides = ["It rang 3 times before noon.", "中午之前响了。"]
    table = "en\tzh\n" + "\t".join(sides) if source == "en" else "zh\ten\n" + "\t".join(reversed(sides))
    return list(check_file(read(f"{table}\n".encode(), "p.tsv"), Config(source=source), LEXICON).findings)


NUMBER = marks("NUM901", "3", Severity.ERROR, 0.99)
TIMES = marks("OMI901", "rang 3 times", Severity.WARNING, 0.6, speaks_for=("NUM",))
NOON = marks("OMI902", "noon", Severity.INFO, 0.7, speaks_for=("NUM",))
ALL = marks("OMI903", "It rang 3 times before", Severity.INFO, 0.5, speaks_for=("NUM", "OMI901"))


@pytest.mark.parametrize("source", ["en", "zh"])
def test_the_speaker_takes_over_severity_and_confidence(monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    [one] = findings_of((NUMBER, TIMES), monkeypatch, source)
    assert (one.code, one.severity, one.confidence) == ("OMI901", Severity.ERROR, 0.99)
    assert one.message == "rang 3 times"


def test_a_graver_speaker_stays_as_grave(monkeypatch: pytest.MonkeyPatch) -> None:
    hint = marks("NUM902", "3", Severity.INFO, 0.2)
    [one] = findings_of((hint, TIMES), monkeypatch)
    assert (one.severity, one.confidence) == (Severity.WARNING, 0.6)


def test_the_gravest_of_several_is_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    hint = marks("NUM902", "times", Severity.INFO, 0.995)
    [one] = findings_of((NUMBER, hint, TIMES), monkeypatch)
    assert (one.severity, one.confidence) == (Severity.ERROR, 0.995)


def test_severity_travels_along_a_chain(monkeypatch: pytest.MonkeyPatch) -> None:
    [one] = findings_of((NUMBER, TIMES, ALL), monkeypatch)
    assert (one.code, one.severity, one.confidence) == ("OMI903", Severity.ERROR, 0.99)


def test_those_beside_it_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [f.code for f in findings_of((NUMBER, NOON), monkeypatch)] == ["NUM901", "OMI902"]


def test_fingerprints_do_not_tell_who_was_spoken_for(monkeypatch: pytest.MonkeyPatch) -> None:
    [alone] = findings_of((TIMES,), monkeypatch)
    [both] = findings_of((NUMBER, TIMES), monkeypatch)
    assert alone.fingerprint == both.fingerprint


def test_a_speaker_is_known_where_what_makes_it_grave_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hints come and go with the rest of the document; an error that one speaks for is no news with it or without."""
    [alone] = findings_of((NUMBER,), monkeypatch)
    [both] = findings_of((NUMBER, TIMES), monkeypatch)
    [clause] = findings_of((TIMES,), monkeypatch)
    assert both.parts == (alone.fingerprint,)
    assert known(both, alone.marks)
    assert known(alone, both.marks)
    assert not known(alone, clause.marks)


def test_a_graver_speaker_stands_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    hint = marks("NUM902", "3", Severity.INFO, 0.2)
    [both] = findings_of((hint, TIMES), monkeypatch)
    [alone] = findings_of((hint,), monkeypatch)
    assert not known(both, alone.marks)


def test_a_rule_switched_off_speaks_for_nobody() -> None:
    row = "The ferry, which had been repaired 3 times since 1987, left the harbor at noon.\t渡船中午离开了港口。"
    document = read(f"en\tzh\n{row}\n".encode(), "p.tsv")
    both = check_file(document, Config(select=("NUM", "OMI004")), LEXICON).findings
    alone = check_file(document, Config(select=("NUM", "OMI004"), ignore=("OMI004",)), LEXICON).findings
    assert {f.code for f in both} == {"OMI004"}
    assert alone
    assert {f.code[:3] for f in alone} == {"NUM"}
