"""Repeats, baselines and suppressions when findings of two reports are compared."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_builder import Fault, Line, build

from aligncheck.model.report import Report, Severity, Status
from aligncheck.runner.old_findings import old_findings

STATUS = {"n": Status.NEW, "b": Status.BASELINED, "s": Status.SUPPRESSED}


def report(text: str) -> Report:
    """One line per word: ``x`` has no finding, ``a``, ``b`` … that fault; a second letter is its status."""
    lines, seen = [], dict[str, int]()
    marks: list[tuple[str, Status]] = []
    for word in text.split():
        name, status = word[0], STATUS[word[1:] or "n"]
        seen[name] = seen.get(name, 0) + 1
        faults: tuple[Fault, ...] = ()
        if name in "abc":
            faults = (Fault("NUM001", "number-mismatch", Severity.ERROR, name),)
            marks.append((name * 16 + (f"-{seen[name]}" if seen[name] > 1 else ""), status))
        lines.append(Line(word if name not in "abc" else name, name, faults))
    made = build("a.md", lines)
    found = (
        msgspec.structs.replace(f, fingerprint=mark, status=status)
        for f, (mark, status) in zip(made.findings, marks, strict=True)
    )
    return msgspec.structs.replace(made, findings=tuple(found))


def old(before: str, now: str) -> Sequence[int]:
    return sorted(old_findings(report(now), report(before)))


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("", "a", []),
        ("a", "a", [0]),
        ("a b", "b c a", [0, 2]),
        ("a a", "a", [0]),
        ("a", "a a", [0]),
        ("a a", "a b a a", [2, 3]),
        ("as", "a", []),  # the suppression was taken away
        ("a", "as", []),
        ("as a", "as a", [1]),
        ("a", "ab a", []),  # the baseline knows the one that was there
        ("a a", "ab a", [1]),
        ("ab a", "ab a", [1]),
    ],
)
def test_repeats_are_counted(before: str, now: str, expected: list[int]) -> None:
    assert old(before, now) == expected


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("x y a z", "x a v y a z", [1]),
        ("x a y a z", "x a y a z a w", [0, 1]),
        ("x a y a z", "w a v x a y a z", [1, 2]),
        ("x a", "a x a", [1]),
    ],
)
def test_repeats_keep_their_places(before: str, now: str, expected: list[int]) -> None:
    words = {"x": "xn", "y": "yn", "z": "zn", "v": "vn", "w": "wn"}

    def spelt(text: str) -> str:
        return " ".join(words.get(word, word) for word in text.split())

    assert old(spelt(before), spelt(now)) == expected


texts = st.lists(st.sampled_from(["x", "a", "as", "ab", "b", "c", "cb"]), max_size=9).map(" ".join)


@given(texts, texts)
def test_no_more_is_old_than_was_there(before: str, now: str) -> None:
    earlier, later = report(before), report(now)
    found = [later.findings[n] for n in old_findings(later, earlier)]
    assert all(f.status is Status.NEW for f in found)
    for fault in "abc":
        there = sum(f.fingerprint[0] == fault and f.status is not Status.SUPPRESSED for f in earlier.findings)
        known = sum(f.fingerprint[0] == fault and f.status is Status.BASELINED for f in later.findings)
        new = sum(f.fingerprint[0] == fault and f.status is Status.NEW for f in later.findings)
        assert sum(f.fingerprint[0] == fault for f in found) == max(0, min(new, there - known))


@given(texts)
def test_what_did_not_change_is_old(text: str) -> None:
    same = report(text)
    assert old_findings(same, same) == {n for n, f in enumerate(same.findings) if f.status is Status.NEW}
