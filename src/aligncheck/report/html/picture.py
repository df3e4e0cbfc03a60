"""Geometry of a document's pictures, the alignment map and the strip of findings; makes numbers, no markup."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from aligncheck.model.report import PairRecord, PairSide, Report, Stretch
from aligncheck.report.conventions import LOW_CONFIDENCE
from aligncheck.report.html.cards import Card
from aligncheck.report.html.page import folded
from aligncheck.report.invisible import plain

WIDTH = 232.0
"""Width of the map in its own units (CSS pixels at full size)."""

_TALLEST = 720.0
_OUTLINE = "M22 %.1fH31C52 %.1f 52 %.1f 73 %.1fH82V%.1fH73C52 %.1f 52 %.1f 31 %.1fH22Z"
"""A ribbon from x = 22 to x = 82: along the top to the right, down, and along the bottom back; the rest are heights."""

_GAP = 0.8
_THINNEST = 2.0
_LABEL_STEP = 24.0
"""Between two headings beside the map: they are links, and a finger is that wide (WCAG 2.2, 2.5.8)."""

_LABEL_CELLS = 22
_NUMBERED = 60
_BINS = 64


@dataclass(frozen=True, slots=True)
class Ribbon:
    """One pair, or several neighbours too thin to draw alone: an outline, a class and where it leads.

    ``found``, here and below, are the numbers of its cards with blanks between; empty without any.
    """

    path: str
    shape: str
    href: str
    title: str
    found: str


@dataclass(frozen=True, slots=True)
class Label:
    """Words or a number beside the map."""

    y: float
    text: str
    href: str
    shape: str
    found: str = ""


@dataclass(frozen=True, slots=True)
class Map:
    """The alignment map: width and height, ribbons in order, finding numbers on the left, headings on the right."""

    height: float
    ribbons: tuple[Ribbon, ...]
    numbers: tuple[Label, ...]
    headings: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of the strip: ``x``, ``y``, ``width``, ``height`` in a box of 640 × 48, one severity in one bin."""

    x: float
    y: float
    width: float
    height: float
    shape: str
    href: str
    title: str
    count: int
    found: str

    @property
    def quarter(self) -> int:
        """Which quarter of the text it stands for, 0–3."""
        return int(self.x // (_BINS * 10 / 4))


_FOUND = ("e", "w", "i", "e old", "w old", "i old")
_RANK = (*_FOUND, "gap", "low", "ok")


@dataclass(slots=True)
class _Group:
    """Neighbouring pairs drawn as one ribbon: where they stand on either side, and the looks of the worst."""

    pair: PairRecord
    source: tuple[float, float]
    target: tuple[float, float]
    shape: str
    cards: list[Card]
    stretch: Stretch | None

    @property
    def weight(self) -> float:
        return max(self.source[1] - self.source[0], self.target[1] - self.target[0])

    def takes(self, other: _Group) -> bool:
        """Whether the next pair is drawn with this one: it begins where this ends, and both are thin or a stretch."""
        if abs(self.source[1] - other.source[0]) > 0.01 or abs(self.target[1] - other.target[0]) > 0.01:
            return False
        if self.stretch is not None and self.stretch is other.stretch:
            return True
        alike = self.shape == other.shape or self.weight < _THINNEST / 2
        return alike and self.weight + other.weight < _THINNEST

    def take(self, other: _Group) -> None:
        self.source = (self.source[0], other.source[1])
        self.target = (self.target[0], other.target[1])
        self.shape = min(self.shape, other.shape, key=_RANK.index)
        self.cards += other.cards


def alignment_map(report: Report, cards: Sequence[Card]) -> Map:
    """Ribbons whose heights are the lengths of the texts; both texts are drawn equally tall.

    A side that is missing tapers to a point; a stretch in one language is one ribbon. Neighbours thinner than two
    units are drawn as one with the looks of the worst, so that the picture of a book is no larger than a chapter's.
    A document without a two-sided pair has no map.
    """
    pairs = report.pairs
    if not any(p.source and p.target for p in pairs):
        return Map(0, (), (), ())
    height = min(_TALLEST, max(160.0, 0.28 * sum(_length(p.source) + _length(p.target) for p in pairs)))
    source = _extents(pairs, lambda p: p.source, height)
    target = _extents(pairs, lambda p: p.target, height)
    groups = list(_groups(report, cards, source, target))
    ribbons = tuple(_ribbon(g) for g in groups)
    return Map(round(height + 8, 1), ribbons, tuple(_numbers(groups)), tuple(_headings(report, source, target)))


def _length(side: PairSide | None) -> int:
    return len(side.text) + 8 if side else 0


def _extents(
    pairs: Sequence[PairRecord], side_of: Callable[[PairRecord], PairSide | None], height: float
) -> dict[int, tuple[float, float]]:
    """Pair id → top and bottom on one side. Where the side is missing, the point where it would stand."""
    sides = [(p.id, side) for p in pairs if (side := side_of(p))]
    total = sum(_length(side) for _, side in sides) or 1
    extents: dict[int, tuple[float, float]] = {}
    at = 4.0
    # By place in the text, not by pair: a rendering in another order shows as crossing ribbons.
    for pair_id, side in sorted(sides, key=lambda item: item[1].start):
        size = _length(side) * height / total
        extents[pair_id] = (at, at + size)
        at += size
    at = 4.0
    for pair in pairs:
        at = extents.setdefault(pair.id, (at, at))[1]
    return extents


def _groups(
    report: Report,
    cards: Sequence[Card],
    source: dict[int, tuple[float, float]],
    target: dict[int, tuple[float, float]],
) -> Iterator[_Group]:
    by_pair: dict[int | None, list[Card]] = {}
    for card in cards:
        by_pair.setdefault(card.pair, []).append(card)
    stretches = folded(report)
    group: _Group | None = None
    for pair in report.pairs:
        found = by_pair.get(pair.id, [])
        one = _Group(pair, source[pair.id], target[pair.id], _shape(pair, found), list(found), stretches.get(pair.id))
        if group is not None and group.takes(one):
            group.take(one)
            continue
        if group is not None:
            yield group
        group = one
    if group is not None:
        yield group


def _shape(pair: PairRecord, cards: Sequence[Card]) -> str:
    if cards:
        return min((c.looks for c in cards), key=_RANK.index)
    if pair.source is None or pair.target is None:
        return "gap"
    return "low" if pair.confidence < LOW_CONFIDENCE else "ok"


def _ribbon(group: _Group) -> Ribbon:
    (s0, s1), (t0, t1) = group.source, group.target
    inset = _GAP / 2 if group.weight > 3 * _GAP else 0.0
    s0, s1 = (s0 + inset, s1 - inset) if s1 - s0 > 2 * inset else (s0, s1)
    t0, t1 = (t0 + inset, t1 - inset) if t1 - t0 > 2 * inset else (t0, t1)
    path = _OUTLINE % (s0, s0, t0, t0, t1, t1, s1, s1)
    href = f"#{group.cards[0].anchor}" if group.cards else f"#pair-{group.pair.id}"
    empty = " gone" if s1 <= s0 or t1 <= t0 else ""
    return Ribbon(path, group.shape + empty, href, _title(group.cards) if group.cards else "", _found(group.cards))


def _found(cards: Sequence[Card]) -> str:
    return " ".join(str(card.number) for card in cards)


def _title(cards: Sequence[Card]) -> str:
    titles = [f"{c.number} {c.finding.code} {c.finding.name}" for c in cards]
    return plain("; ".join(titles[:4]) + ("; …" if len(titles) > 4 else ""))


def _numbers(groups: Sequence[_Group]) -> Iterator[Label]:
    if sum(len(g.cards) for g in groups) > _NUMBERED:
        return
    last = -_LABEL_STEP
    for group in groups:
        if group.cards:
            (s0, s1), (t0, t1) = group.source, group.target
            y = max(((s0 + s1) if s1 > s0 else (t0 + t1)) / 2 + 3.5, last + 11)
            last = y
            first, final = group.cards[0], group.cards[-1]
            text = str(first.number) if first is final else f"{first.number}–{final.number}"
            yield Label(round(y, 1), text, f"#{first.anchor}", group.shape, _found(group.cards))


def _headings(
    report: Report, source: dict[int, tuple[float, float]], target: dict[int, tuple[float, float]]
) -> Iterator[Label]:
    """Headings at their height; where there is no room, higher levels keep theirs."""
    pairs = {p.id: p for p in report.pairs}
    taken: list[float] = []
    chosen: list[Label] = []
    for heading in sorted(report.stats.headings, key=lambda h: h.level):
        pair = pairs.get(heading.pair)
        side = pair and (pair.source or pair.target)
        if not pair or not side:
            continue
        extent = target if pair.target else source
        y = extent[pair.id][0] + 8
        if all(abs(y - other) >= _LABEL_STEP for other in taken):
            taken.append(y)
            chosen.append(Label(round(y, 1), _shortened(plain(side.text)), f"#pair-{pair.id}", f"h{heading.level}"))
    yield from sorted(chosen, key=lambda found: found.y)


def _shortened(text: str) -> str:
    """At most 22 columns of text, two for a wide character; it stands in a picture, where lines do not wrap."""
    used = 0
    for at, character in enumerate(text):
        used += 2 if ord(character) >= 0x2E80 else 1
        if used > _LABEL_CELLS:
            return text[: at - 1].rstrip() + "…"
    return text


def strip(report: Report, cards: Sequence[Card]) -> tuple[Bar, ...]:
    """Findings counted in 64 equal parts of the text from beginning to end; worst at the bottom, known ones on top."""
    position, at = {}, 0
    for pair in report.pairs:
        position[pair.id] = at
        at += max(_length(pair.source), _length(pair.target))
    bins: dict[int, list[Card]] = {}
    for card in cards:
        if card.pair in position:
            bins.setdefault(position[card.pair] * _BINS // (at or 1), []).append(card)
    most = max((len(found) for found in bins.values()), default=0)
    unit = min(48 / most, 16) if most else 0
    return tuple(bar for index, found in sorted(bins.items()) for bar in _bars(index, found, unit))


def _bars(index: int, found: Sequence[Card], unit: float) -> Iterator[Bar]:
    y = 48.0
    for look in _FOUND:
        same = [c for c in found if c.looks == look]
        if same:
            size = unit * len(same)
            y -= size
            title = f"{len(same)} × {plain(', '.join(sorted({c.finding.code for c in same})))}"
            place = index * 10.0, round(y, 2), 8.5, round(size, 2)
            yield Bar(*place, look, f"#{same[0].anchor}", title, len(same), _found(same))
