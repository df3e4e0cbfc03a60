"""The file of decisions as a review writes it: nothing is lost, and equal decisions make equal bytes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from aligncheck.errors import InputError
from aligncheck.gate.decisions import dump, parse, shortened
from aligncheck.model.triage import Choice, Decision
from aligncheck.runner.review.saving import DecisionFile

WORD = st.text(st.characters(codec="utf-8"), max_size=12).map(shortened).filter(bool)
HEXADECIMAL = st.text("0123456789abcdef", min_size=16, max_size=16)
DECISIONS = st.builds(
    Decision,
    report=HEXADECIMAL,
    document=WORD,
    code=st.from_regex("[A-Z]{3}[0-9]{3}", fullmatch=True).filter(lambda code: not code.startswith("SUP")),
    fingerprint=HEXADECIMAL,
    decision=st.sampled_from(Choice),
    reason=WORD | st.just(UNSET),
    keep=st.lists(WORD, min_size=1, max_size=2).map(tuple) | st.just(UNSET),
    term=st.tuples(WORD.filter(lambda word: word[0] != "#"), WORD) | st.just(UNSET),
)
EACH_ONCE = st.lists(DECISIONS, max_size=8, unique_by=lambda d: (d.document, d.fingerprint))


@given(EACH_ONCE)
def test_what_is_written_is_read(decisions: list[Decision]) -> None:
    assert {said.decision for said in parse(dump(decisions).decode(), "d")} == set(decisions)


@given(EACH_ONCE, st.randoms(use_true_random=False))
def test_the_order_of_decisions_does_not_matter(decisions: list[Decision], chance: random.Random) -> None:
    mixed = list(decisions)
    chance.shuffle(mixed)
    assert dump(mixed) == dump(decisions)


def test_a_file_for_people_who_merge() -> None:
    one = Decision("a" * 16, "docs/港口.md", "NUM001", "1" * 16, Choice.ACCEPTED, "as printed")
    other = Decision("b" * 16, "docs/a.md", "UNT002", "9" * 16, Choice.FALSE_ALARM, keep=("Lumo",))
    assert dump([one, other]).decode().splitlines() == [
        '{"aligncheck-decisions": 1}',
        '{"report":"bbbbbbbbbbbbbbbb","document":"docs/a.md","code":"UNT002","fingerprint":"9999999999999999",'
        '"decision":"false-alarm","keep":["Lumo"]}',
        '{"report":"aaaaaaaaaaaaaaaa","document":"docs/港口.md","code":"NUM001","fingerprint":"1111111111111111",'
        '"decision":"accepted","reason":"as printed"}',
    ]


def test_of_two_lines_on_a_finding_the_later_counts(tmp_path: Path) -> None:
    line = Decision("a" * 16, "a.md", "NUM001", "1" * 16, Choice.ACCEPTED)
    later = Decision("b" * 16, "a.md", "NUM001", "1" * 16, Choice.LATER)
    file = tmp_path / "decisions.jsonl"
    file.write_bytes(dump([line]) + dump([later]))
    assert DecisionFile(file).read() == [later]


def test_a_file_that_is_not_utf_8_is_damaged(tmp_path: Path) -> None:
    file = tmp_path / "decisions.jsonl"
    file.write_bytes(dump([]) + b"\xff\n")
    with pytest.raises(InputError, match="not UTF-8") as caught:
        DecisionFile(file).read()
    assert caught.value.line == 2
