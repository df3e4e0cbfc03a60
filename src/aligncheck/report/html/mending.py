"""Places of a finding for its card: what stands there, what its fixes would put there, which rows hold them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from aligncheck.model.report import EvidenceSpan, Finding, Fix, PairSide, Report
from aligncheck.report.fixes import are_safe, kinds_of, places, stays
from aligncheck.report.html.marking import visible
from aligncheck.report.locating import locate

_LINKS = 20
"""Places of one finding that a card leads to."""
_KINDS = 12
"""Different changes of one finding that a card shows."""
_LONGEST = 160
_AROUND = 8
"""Characters of the sentence shown on either side of a change."""


class Spot(NamedTuple):
    """A place: its line, and the row that holds it, if any does."""

    line: int
    pair: int | None


class Swap(NamedTuple):
    """One kind of change: an example between what stands around it, how often, and where the first of them are.

    ``new`` is None where nothing would be put there.
    """

    before: Markup
    old: Markup
    new: Markup | None
    after: Markup
    times: int
    spots: tuple[Spot, ...]


class Mending(NamedTuple):
    """The kinds of change of a finding, the commonest first; ``safe`` is None where it has no fixes at all.

    ``more`` counts the places of kinds that are not shown.
    """

    swaps: tuple[Swap, ...]
    places: int
    more: int
    safe: bool | None


class Rows:
    """A report's rows by the characters of its target that they hold."""

    def __init__(self, report: Report) -> None:
        sides = ((pair.id, pair.target) for pair in report.pairs)
        self._held = sorted((side.start, side.end, number) for number, side in sides if side is not None)
        self._sides = {pair.id: pair.target for pair in report.pairs}

    def at(self, start: int) -> int | None:
        """The row that holds a character."""
        number = bisect_right(self._held, (start, 1 << 62, 0)) - 1
        return self._held[number][2] if number >= 0 and start < self._held[number][1] else None

    def around(self, span: EvidenceSpan) -> tuple[str, str]:
        """A little of the sentence before and behind a place; nothing where it cannot be told."""
        number = self.at(span.start)
        side: PairSide | None = None if number is None else self._sides[number]
        found = locate(side, span) if side is not None else None
        if side is None or found is None:
            return "", ""
        start, end = found
        return side.text[max(0, start - _AROUND) : start], side.text[end : end + _AROUND]


def has_places(finding: Finding) -> bool:
    """Whether a finding has fixes, or stands on no pair and points at several places of the target."""
    return bool(finding.fixes) or (finding.pair is None and len(finding.target_spans) > 1)


def mending_of(finding: Finding, rows: Rows) -> Mending | None:
    """What a card shows of a finding's places; None where it has none of its own."""
    if not has_places(finding):
        return None
    fixes = finding.fixes or ()
    groups = [[_of_fix(fix) for fix in kind.fixes] for kind in kinds_of(fixes)] or _by_words(finding.target_spans)
    room = max(1, _LINKS // min(len(groups), _KINDS))
    return Mending(
        tuple(_swap(group, rows, room) for group in groups[:_KINDS]),
        places(fixes) or len(finding.target_spans),
        sum(map(len, groups[_KINDS:])),
        are_safe(finding) if fixes else None,
    )


class _Change(NamedTuple):
    """A place and what would be put there; the first ``left`` and the last ``right`` characters would stay."""

    span: EvidenceSpan
    new: str | None
    left: int = 0
    right: int = 0


def _of_fix(fix: Fix) -> _Change:
    span = EvidenceSpan(fix.start, fix.end, fix.line, fix.column, fix.text)
    return _Change(span, fix.replacement, *stays(fix.text, fix.replacement))


def _by_words(spans: Sequence[EvidenceSpan]) -> list[list[_Change]]:
    found: dict[str, list[_Change]] = {}
    for span in spans:
        found.setdefault(span.text, []).append(_Change(span, None))
    return sorted(found.values(), key=len, reverse=True)


def _swap(group: Sequence[_Change], rows: Rows, room: int) -> Swap:
    span, new, left, right = group[0]
    before, after = rows.around(span)
    return Swap(
        visible(before + span.text[:left]),
        visible(_clipped(span.text[left : len(span.text) - right])),
        None if new is None else visible(_clipped(new[left : len(new) - right])),
        visible(span.text[len(span.text) - right :] + after),
        len(group),
        tuple(_spots(group, rows, room)),
    )


def _clipped(text: str) -> str:
    """What a change is about, unless it is a whole paragraph."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"


def _spots(group: Sequence[_Change], rows: Rows, room: int) -> Iterator[Spot]:
    """One for each row or line."""
    spots = dict.fromkeys(Spot(change.span.line, rows.at(change.span.start)) for change in group)
    yield from list(spots)[:room]
