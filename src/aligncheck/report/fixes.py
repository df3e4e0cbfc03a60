"""What the fixes of a finding would change, in words and by kind, for all outputs. Knows no output format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from msgspec import UNSET

from aligncheck.model.report import Finding, Fix, Report, Status
from aligncheck.report.conventions import count

_TOLD = 3
"""Kinds of change that a line of text names."""
_LONGEST = 40


class Kind(NamedTuple):
    """Fixes that take away and put in the same, whatever characters beside it they name."""

    gone: str
    come: str
    fixes: Sequence[Fix]


def kinds_of(fixes: Iterable[Fix]) -> list[Kind]:
    """Fixes by what they change, the commonest first: to put a space in is one thing, whatever stands around it."""
    found: dict[tuple[str, str], list[Fix]] = {}
    for fix in fixes:
        left, right = stays(fix.text, fix.replacement)
        gone, come = fix.text[left : len(fix.text) - right], fix.replacement[left : len(fix.replacement) - right]
        found.setdefault((gone, come), []).append(fix)
    return sorted((Kind(*key, group) for key, group in found.items()), key=lambda kind: -len(kind.fixes))


def stays(old: str, new: str) -> tuple[int, int]:
    """How many characters two texts share at their beginning, and then at their end."""
    left = _shared(old, new)
    return left, _shared(old[left:][::-1], new[left:][::-1])


def places(fixes: Sequence[Fix]) -> int:
    """How many places fixes mend: those of one group mend one."""
    return len({fix.group for fix in fixes if fix.group is not UNSET}) + sum(fix.group is UNSET for fix in fixes)


def are_safe(finding: Finding) -> bool:
    """Whether all its fixes are."""
    return all(fix.safe for fix in finding.fixes or ())


def told(finding: Finding) -> str:
    """``safe fix: 后 → 後 ×12, 里 → 裡``; what a person has to judge is told as such. Empty without fixes."""
    if not finding.fixes:
        return ""
    kinds = kinds_of(finding.fixes)
    parts = [_said(kind) for kind in kinds[:_TOLD]]
    if rest := sum(len(kind.fixes) for kind in kinds[_TOLD:]):
        parts.append(f"{rest} more")
    return f"{_verdict(finding)}: {', '.join(parts)}"


def with_fix(finding: Finding) -> str:
    """The finding's message, and behind it what its fixes would change, if it has any and does not say so itself."""
    if not finding.fixes:
        return finding.message
    said = finding.message.replace(" ", "")
    first = (kind.fixes[0] for kind in kinds_of(finding.fixes)[:_TOLD])
    known = all(f"{fix.text}→{fix.replacement}".replace(" ", "") in said for fix in first)
    return f"{finding.message} [{_verdict(finding) if known else told(finding)}]"


def hint(reports: Iterable[Report]) -> str:
    """How many of the new findings a program can mend, and by which command; empty where there are none."""
    found = [finding for report in reports for finding in report.findings if finding.status is Status.NEW]
    safe = sum(bool(finding.fixes) and are_safe(finding) for finding in found)
    return f"{count(safe, 'finding')} can be mended safely: aligncheck fix" if safe else ""


def _verdict(finding: Finding) -> str:
    return "safe fix" if are_safe(finding) else "fix to be judged"


def _said(kind: Kind) -> str:
    first, times = kind.fixes[0], len(kind.fixes)
    old, new = _clipped(first.text), _clipped(first.replacement)
    said = f"{old} → {new}" if new else f"{old} taken out"
    return f"{said} ×{times}" if times > 1 else said


def _clipped(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _shared(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))
