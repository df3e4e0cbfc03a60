"""Hits with their places in the documents: which of them speaks, which are told as one. Knows no particular rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

import msgspec
from msgspec import UNSET

from aligncheck.checks import Hit, Rule
from aligncheck.checks.precedence import Said, spoken_for
from aligncheck.engine.records import evidence_span, fixes_of
from aligncheck.model.report import EvidenceSpan, Fix, Severity
from aligncheck.model.text import Document, Pair, Span
from aligncheck.suppressions import Located

PAIRED = 0.8
"""Confidence of a pairing below which no comparison of the two sentences is an error: one may belong elsewhere."""
SHOWN = 20
"""Places that a finding shows at most of a fault that is told once for the whole document."""

Documents: TypeAlias = tuple[Document, Document]
"""Source and target as the user sees them; the same one twice where a file holds both languages."""


class Found(NamedTuple):
    """A hit with its rule, the pair it was found in, and the graver ones it speaks for."""

    rule: Rule
    hit: Hit
    pair: Pair | None
    graver: tuple[Found, ...] = ()

    @property
    def severity(self) -> Severity:
        said = self.hit.severity or self.rule.severity
        doubtful = self.rule.scope == "pair" and self.pair is not None and self.pair.confidence < PAIRED
        return Severity.WARNING if doubtful and said is Severity.ERROR else said


class Placed(NamedTuple):
    """A hit with its evidence in characters of the source (``left``) and of the target document, and its fixes.

    ``places`` is how many hits it stands for.
    """

    found: Found
    left: tuple[EvidenceSpan, ...]
    right: tuple[EvidenceSpan, ...]
    fixes: tuple[Fix, ...] = ()
    places: int = 1

    @classmethod
    def of(cls, found: Found, documents: Documents) -> Placed:
        """A pair rule speaks of a side's text, a document rule of the file."""
        pair = None if found.rule.scope == "document" else found.pair
        sides = (None, None) if pair is None else (pair.source, pair.target)
        return cls(
            found,
            tuple(evidence_span(documents[0], sides[0], e) for e in found.hit.source),
            tuple(evidence_span(documents[1], sides[1], e) for e in found.hit.target),
            fixes_of(documents[1], sides[1], found.hit.changes) if found.hit.changes else (),
        )

    @property
    def located(self) -> Located:
        """Where directives see it: at its evidence on either side, or else at the sentence of its pair there."""
        pair = self.found.pair
        sides = (pair.source, pair.target) if pair else (None, None)
        places = [
            tuple(e.start for e in evidence) or ((side.span.start,) if side else ())
            for evidence, side in zip((self.left, self.right), sides, strict=True)
        ]
        return Located(self.found.rule.code, *places)

    @property
    def order(self) -> tuple[int, str, int, int]:
        """What findings are sorted by: those on the document first, then by pair."""
        pair, left, right = self.found.pair, self.left, self.right
        number = pair.id if pair else -1
        return number, self.found.rule.code, left[0].start if left else -1, right[0].start if right else -1


def said_once(made: list[Placed]) -> list[Placed]:
    """Without findings that another one speaks for; that one is as severe, and as sure, as the gravest of them."""
    said = [
        Said(
            found.rule.code,
            found.rule.speaks_for,
            found.rule.explains,
            found.pair.id if found.pair else None,
            tuple(Span(e.start, e.end) for e in left),
            tuple(Span(e.start, e.end) for e in right),
        )
        for found, left, right, *_ in made
    ]
    silent = spoken_for(said)
    own = [one.found.severity for one in made]
    for number, speaker in silent.items():
        found, other = made[speaker].found, made[number].found
        gravest = max(found.severity, other.severity, key=lambda s: s.rank)
        hit = replace(found.hit, severity=gravest, confidence=max(found.hit.confidence, other.hit.confidence))
        graver = (*found.graver, other) if own[number].rank > own[speaker].rank else found.graver
        made[speaker] = made[speaker]._replace(found=found._replace(hit=hit, graver=graver))
    return [one for number, one in enumerate(made) if number not in silent]


Judged: TypeAlias = tuple[Placed, str | None]
"""A placed hit, and the reason of the directive that covers it (None where none does)."""


def told_together(judged: Sequence[Judged]) -> list[Judged]:
    """The same in their order, with one in place of all that are of a rule and kind; what is covered stays apart.

    It is known by its kind alone, so that mending some places of many is no news.
    """
    groups: dict[object, list[Placed]] = {}
    reasons = []
    for number, (placed, reason) in enumerate(judged):
        kind = placed.found.hit.kind
        key = (placed.found.rule.code, kind, reason) if kind else number
        if key not in groups:
            groups[key] = []
            reasons.append(reason)
        groups[key].append(placed)
    told = [_together(group) if group[0].found.hit.kind else group[0] for group in groups.values()]
    return sorted(zip(told, reasons, strict=True), key=lambda one: one[0].order)


def _together(group: Sequence[Placed]) -> Placed:
    """One hit for all of a kind: on their pair if it is the same one, else on the document. Places are in its order."""
    group = sorted(group, key=lambda one: [spans[0].start if spans else -1 for spans in (one.right, one.left)])
    first = group[0].found
    pairs = {one.found.pair.id if one.found.pair else None for one in group}
    hit = replace(
        first.hit,
        message=first.hit.message if len(group) == 1 else first.hit.together.replace("{n}", str(len(group))),
        severity=max((one.found.severity for one in group), key=lambda s: s.rank),
        confidence=max(one.found.hit.confidence for one in group),
        key=first.hit.kind,
    )
    return Placed(
        first._replace(hit=hit, pair=first.pair if len(pairs) == 1 else None),
        _shown([span for one in group for span in one.left]),
        _shown([span for one in group for span in one.right]),
        tuple(_grouped(fix, number) for number, one in enumerate(group) for fix in one.fixes),
        len(group),
    )


def _shown(spans: Sequence[EvidenceSpan]) -> tuple[EvidenceSpan, ...]:
    """As many as are shown, in their order: one of each wording before a second of any."""
    first = {span.text: number for number, span in reversed([*enumerate(spans)])}
    rest = sorted(set(range(len(spans))) - set(first.values()))
    return tuple(spans[number] for number in sorted([*sorted(first.values()), *rest][:SHOWN]))


def _grouped(fix: Fix, number: int) -> Fix:
    """The fix with another number of its group, if it has one."""
    return fix if fix.group is UNSET else msgspec.structs.replace(fix, group=number)
