"""The lines of a decisions file: nothing is lost on the way to bytes and back, nothing damaged is passed over."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from aligncheck.errors import InputError
from aligncheck.gate.decision_lines import dump, parse
from aligncheck.model.triage import Choice, Decision

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
DECISIONS = st.builds(
    Decision,
    report=TEXT,
    document=TEXT,
    code=TEXT,
    fingerprint=TEXT.filter(bool),
    decision=st.sampled_from(Choice),
    reason=TEXT | st.just(UNSET),
    keep=st.lists(TEXT, max_size=2).map(tuple) | st.just(UNSET),
    term=st.tuples(TEXT, TEXT) | st.just(UNSET),
)
EACH_ONCE = st.lists(DECISIONS, max_size=8, unique_by=lambda d: (d.document, d.fingerprint))
ONE = Decision("r1", "docs/港口.md", "NUM001", "f1", Choice.ACCEPTED, "as printed")
LINE = (
    '{"report":"r1","document":"docs/港口.md","code":"NUM001","fingerprint":"f1","decision":"accepted",'
    '"reason":"as printed"}'
)


@given(EACH_ONCE)
def test_what_is_written_is_read(decisions: list[Decision]) -> None:
    assert set(parse(dump(decisions), "d")) == set(decisions)


@given(EACH_ONCE, st.randoms(use_true_random=False))
def test_the_order_of_decisions_does_not_matter(decisions: list[Decision], chance: random.Random) -> None:
    mixed = list(decisions)
    chance.shuffle(mixed)
    assert dump(mixed) == dump(decisions)


def test_a_file_for_people_who_merge() -> None:
    other = Decision("r2", "docs/a.md", "UNT002", "f9", Choice.FALSE_ALARM, keep=("Lumo",), term=("harbour", "港口"))
    assert dump([ONE, other]).decode().splitlines() == [
        '{"aligncheck-decisions": 1}',
        '{"report":"r2","document":"docs/a.md","code":"UNT002","fingerprint":"f9","decision":"false-alarm",'
        '"keep":["Lumo"],"term":["harbour","港口"]}',
        LINE,
    ]


def test_an_editor_may_have_been_at_it() -> None:
    text = f'\ufeff{{"aligncheck-decisions":1}}\r\n\r\n  {LINE}\r\n{{"aligncheck-decisions": 1}}'
    assert parse(text.encode(), "d") == [ONE]
    assert parse(b"", "d") == []


def test_of_two_lines_on_a_finding_the_later_counts() -> None:
    later = LINE.replace("accepted", "later")
    assert [d.decision for d in parse(f"{LINE}\n{later}\n".encode(), "d")] == [Choice.LATER]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"nonsense", "not a decision"),
        (b"{}", "not a decision"),
        (b"\xff", "not a decision"),
        (LINE.replace("accepted", "perhaps").encode(), "not a decision"),
        (LINE.replace('"f1"', '""').encode(), "no fingerprint"),
        (LINE.replace('"code"', '"rule"').encode(), "not a decision"),
        (LINE[:-1].encode() + b',"line":3}', "not a decision"),
        (LINE[:40].encode(), "not a decision"),
        (b"<<<<<<< HEAD", "a merge conflict"),
        (b'{"aligncheck-decisions": 2}', "version 2"),
        (b'{"aligncheck-decisions": "1"}', "not a decision"),
    ],
)
def test_damage_is_told_with_its_line(line: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        parse(b'{"aligncheck-decisions": 1}\n' + LINE.encode() + b"\n" + line + b"\n", "decisions.jsonl")
    assert (caught.value.path, caught.value.line) == ("decisions.jsonl", 3)
    assert caught.value.remedy
