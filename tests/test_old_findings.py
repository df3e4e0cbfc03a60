"""Repeats, baselines and suppressions when findings of two reports are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET
from report_builder import Fault, Line, build

from aligncheck.model.report import Report, Severity, Status
from aligncheck.runner.history.old_findings import old_findings

STATUS = {"!": Status.BASELINED, "~": Status.SUPPRESSED}


def report(text: str) -> Report:
    """One line a word: ``x`` has no finding; ``a``, ``b`` and ``c`` have one, by which it is known, ``[ab]`` one that
    tells a and b together. A letter behind it is its status.
    """
    lines, marks = list[Line](), list[tuple[str, tuple[str, ...], Status]]()
    seen: Counter[str] = Counter()

    def mark(name: str) -> str:
        seen[name] += 1
        return name * 4 + (f"-{seen[name]}" if seen[name] > 1 else "")

    for word in text.split():
        name, status = (word[: word.index("]") + 1] if "]" in word else word[0]), word[-1]
        faults: tuple[Fault, ...] = ()
        if name[0] in "abc[":
            faults = (Fault("NUM001", "number-mismatch", Severity.ERROR, name),)
            parts = tuple(map(mark, name[1:-1])) if name[0] == "[" else ()
            marks.append((mark(name), parts, STATUS.get(status, Status.NEW)))
        lines.append(Line(name, name, faults))
    made = build("a.md", lines)
    found = (
        msgspec.structs.replace(f, fingerprint=one, parts=parts or UNSET, status=status)
        for f, (one, parts, status) in zip(made.findings, marks, strict=True)
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
        ("a~", "a", []),  # the suppression was taken away
        ("a", "a~", []),
        ("a~ a", "a~ a", [1]),
        ("a", "a! a", []),  # the baseline knows the one that was there
        ("a a", "a! a", [1]),
        ("a! a", "a! a", [1]),
        # those that kept their places
        ("x y a z", "x a v y a z", [1]),
        ("x a y a z", "x a y a z a w", [0, 1]),
        ("x a y a z", "w a v x a y a z", [1, 2]),
        ("x a", "a x a", [1]),
    ],
)
def test_repeats_are_counted(before: str, now: str, expected: list[int]) -> None:
    assert old(before, now) == expected


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("[ab]", "[ab]", [0]),
        ("[ab]", "a", [0]),
        ("[ab]", "a b", [0, 1]),
        ("[ab]", "a a", [0]),
        ("a x b", "[ab]", [0]),
        ("a", "[ab]", []),
        ("[abc]", "a x [bc]", [0, 1]),
        ("[ab] c", "[abc]", [0]),
        ("[ab]", "[abc]", []),
        ("[ab] a", "[ab]! a", [1]),
        ("[ab]", "[ab]! a", []),
        ("[ab]~", "a", []),
        ("a a! b", "[ab]", [0]),
    ],
)
def test_faults_told_together_and_apart(before: str, now: str, expected: list[int]) -> None:
    assert old(before, now) == expected


texts = st.lists(st.sampled_from(["x", "a", "a~", "a!", "b", "c", "c!"]), max_size=9).map(" ".join)


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


groups = st.lists(st.sampled_from(["x", "a", "a~", "b!", "[ab]", "[bc]", "[abc]!"]), max_size=9).map(" ".join)


@given(groups)
def test_what_did_not_change_is_old(text: str) -> None:
    same = report(text)
    assert old_findings(same, same) == {n for n, f in enumerate(same.findings) if f.status is Status.NEW}
