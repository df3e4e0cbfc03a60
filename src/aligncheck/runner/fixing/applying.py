"""Fixes put into one file's text: as many as may be, and why not the others. Reads and writes no file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from msgspec import UNSET

from aligncheck.errors import InputError
from aligncheck.formats.encoding import encoded
from aligncheck.model.report import Finding, Fix, Report, Status
from aligncheck.runner.fixing.ground import Ground
from aligncheck.runner.rewriting import Held, rewritten, written_back

TRIES = 64
"""How often a file is put together with fewer and fewer fixes, until what harms it is given up."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Fixes that mend one place, together or not at all, and the code of the rule that offers them."""

    code: str
    fixes: tuple[Fix, ...]

    @property
    def safe(self) -> bool:
        return all(fix.safe for fix in self.fixes)

    @property
    def start(self) -> int:
        return min(fix.start for fix in self.fixes)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A repair that is not made: of which rule, on which line, and why."""

    code: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Applied:
    """A file with what was put into it, and what was not and never will be."""

    file: Held
    made: tuple[Repair, ...]
    refused: tuple[Refusal, ...]


def repairs_of(report: Report) -> Iterator[Repair]:
    """What the report offers for its new findings, where the text to change is a sentence of the target."""
    targets = _Targets(report)
    for finding in report.findings:
        if finding.status is Status.NEW:
            for repair in _of(finding):
                if all(targets.hold(fix) for fix in repair.fixes):
                    yield repair


def _of(finding: Finding) -> Iterator[Repair]:
    fixes = finding.fixes or ()
    for group, members in groupby(fixes, key=lambda fix: fix.group):
        if group is UNSET:
            yield from (Repair(finding.code, (fix,)) for fix in members)
        else:
            yield Repair(finding.code, tuple(members))


class _Targets:
    """Where a document's target text stands. A file of its own is the target's all over."""

    def __init__(self, report: Report) -> None:
        document = report.document
        sides = (pair.target for pair in report.pairs)
        self._spans = sorted((side.start, side.end) for side in sides if side is not None)
        self._all = document.source.path != document.target.path

    def hold(self, fix: Fix) -> bool:
        if self._all:
            return True
        for at in (fix.start, fix.end - 1):
            number = bisect_right(self._spans, (at, 1 << 62)) - 1
            if number < 0 or at >= self._spans[number][1]:
                return False
        return True


def apply(file: Held, repairs: Sequence[Repair]) -> Applied:
    """The file with the repairs, those in front first; where two would change one character, the first of them."""
    ground, refused = Ground(file.document), list[Refusal]()
    try:
        written_back(file)
    except InputError as error:
        return Applied(file, (), tuple(_refusal(repair, error.message) for repair in repairs))
    chosen, twins, taken = list[Repair](), list[Repair](), dict[int, Fix]()
    for repair in sorted(repairs, key=lambda one: (one.start, one.code)):
        reasons = (ground.refusal(fix) or _unwritable(file, fix) for fix in repair.fixes)
        reason = next((reason for reason in reasons if reason is not None), None)
        places = {at: fix for fix in repair.fixes for at in range(fix.start, fix.end)}
        if reason is None and len(places) < sum(fix.end - fix.start for fix in repair.fixes):
            reason = "its changes are in each other's way"
        if reason is not None:
            refused.append(_refusal(repair, reason))
            continue
        if all(at in taken and _same(taken[at], fix) for at, fix in places.items()):
            twins.append(repair)
        elif not taken.keys() & places.keys():
            taken |= places
            chosen.append(repair)
    made, result, given_up = _as_many_as_possible(file, ground, chosen)
    mended = {(fix.start, fix.replacement) for repair in made for fix in repair.fixes}
    made += [one for one in twins if all((fix.start, fix.replacement) in mended for fix in one.fixes)]
    return Applied(result, tuple(made), tuple(refused + given_up))


def _same(one: Fix, other: Fix) -> bool:
    return (one.start, one.end, one.replacement) == (other.start, other.end, other.replacement)


def _refusal(repair: Repair, reason: str) -> Refusal:
    return Refusal(repair.code, min(fix.line for fix in repair.fixes), reason)


def _unwritable(file: Held, fix: Fix) -> str | None:
    try:
        encoded(fix.replacement, file.document.encoding)
    except UnicodeEncodeError as error:
        return f"{file.document.encoding} cannot write {error.object[error.start : error.end]!r}"
    return None


def _as_many_as_possible(
    file: Held, ground: Ground, chosen: Sequence[Repair]
) -> tuple[list[Repair], Held, list[Refusal]]:
    """All at once; where the file would differ in more than these places, half of them, down to what is at fault."""
    kept, result, refused = list[Repair](), file, list[Refusal]()
    waiting, tries = [list(chosen)] if chosen else [], 0
    while waiting:
        group = waiting.pop()
        tries += 1
        found = _tried(file, ground, [*kept, *group]) if tries <= TRIES else "it stands among others that do harm"
        if isinstance(found, Held):
            kept, result = [*kept, *group], found
        elif len(group) == 1 or tries > TRIES:
            refused += [_refusal(repair, found) for repair in group]
        else:
            half = len(group) // 2
            waiting += [group[half:], group[:half]]
    return kept, result, refused


def _tried(file: Held, ground: Ground, repairs: Sequence[Repair]) -> Held | str:
    """The file with all of these, or why it must not be."""
    fixes = sorted((fix for repair in repairs for fix in repair.fixes), key=lambda fix: fix.start)
    text, pieces, at = file.document.text, list[str](), 0
    for fix in fixes:
        pieces += [text[at : fix.start], fix.replacement]
        at = fix.end
    try:
        made = rewritten(file, "".join(pieces) + text[at:], "of the fix")
    except InputError as error:
        return error.message
    return ground.difference(made.document, fixes) or made
