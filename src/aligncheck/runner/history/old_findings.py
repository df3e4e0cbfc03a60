"""Which findings of a report an earlier report on the same document had too; knows nothing of revisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from aligncheck.model.report import Finding, PairRecord, Report, Status, fault_of


def old_findings(now: Report, before: Report) -> frozenset[int]:
    """Numbers (from 0, in ``now.findings``) of the new findings that ``before`` had too.

    Fingerprints decide. Repeats of one fault (``abc``, ``abc-2``) are counted: what was there n times is old n times,
    less those that a baseline knows already. Where there are more now, those between the sentences they stood between
    are old before others, in the order of the document. What was suppressed before does not count: to take a
    suppression away is to bring its finding back.

    A finding that tells several faults is old, too, where each of them was told: of four sentences left in English one
    was translated, and the other three are no new fault.
    """
    left = Counter(m for f in before.findings if f.status is not Status.SUPPRESSED for m in f.faults)
    left.subtract(m for f in now.findings if f.status is Status.BASELINED for m in f.faults)
    repeats: dict[str, list[int]] = {}
    for number, finding in enumerate(now.findings):
        if finding.status is Status.NEW:
            repeats.setdefault(fault_of(finding.fingerprint), []).append(number)
    old: set[int] = set()
    for fault, numbers in repeats.items():
        if len(numbers) > left[fault] > 0:
            numbers = _by_surroundings(numbers, now, before)
        for number in numbers[: max(0, left[fault])]:
            old.add(number)
            left.subtract(now.findings[number].faults)
    for number in sorted(n for numbers in repeats.values() for n in numbers if n not in old):
        _, *parts = now.findings[number].faults
        if parts and all(times <= left[part] for part, times in Counter(parts).items()):
            old.add(number)
            left.subtract(parts)
    return frozenset(old)


def _by_surroundings(numbers: list[int], now: Report, before: Report) -> list[int]:
    """Repeats of one fault, those first that stand between the most neighbours they had."""
    fault = fault_of(now.findings[numbers[0]].fingerprint)
    known = {n for f in before.findings if fault in f.faults for n in _neighbours(f, before)}
    return sorted(numbers, key=lambda number: -sum(n in known for n in _neighbours(now.findings[number], now)))


def _neighbours(finding: Finding, report: Report) -> Iterator[tuple[int, str, str]]:
    """The pairs before (-1) and after (1) the finding's own, as texts that reflowing does not change."""
    if finding.pair is None:
        return
    for side in (-1, 1):
        at = finding.pair + side
        if 0 <= at < len(report.pairs):
            yield side, *_texts(report.pairs[at])


def _texts(pair: PairRecord) -> tuple[str, str]:
    source, target = ("".join(side.text.split()) if side else "" for side in (pair.source, pair.target))
    return source, target
