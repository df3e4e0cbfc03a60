"""What a document's page shows, worked out from the report: rows, folds, cards, counts; writes no markup itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from aligncheck.model.report import EvidenceSpan, Finding, PairRecord, PairSide, Report, Severity, Status, Stretch
from aligncheck.report.around import NO_LINKS, LinkTemplates
from aligncheck.report.conventions import LOW_CONFIDENCE
from aligncheck.report.html.cards import Card, RuleCount, cards_of, rules_of
from aligncheck.report.html.marking import Mark, marked
from aligncheck.report.html.mending import Rows, has_places
from aligncheck.report.locating import locate

_BLOCK_HEIGHT = 1800
"""Pixels of rows that a block holds, about two screens: long documents are laid out block by block as they come into
view, and blocks of one height need one guess of it (assets/document.css, contain-intrinsic-size)."""


class Cell(NamedTuple):
    """One side of a row: the text as markup and its lines."""

    html: Markup
    first: int
    last: int


class Row(NamedTuple):
    """A pair. ``level`` is the heading level of the page (2–6), 0 for text; ``sure`` a percentage."""

    id: int
    type: str
    source: Cell | None
    target: Cell | None
    level: int
    sure: int
    uncertain: bool
    cards: tuple[Card, ...]

    @property
    def looks(self) -> str:
        return self.cards[0].looks if self.cards else ""


@dataclass(frozen=True, slots=True)
class Fold:
    """A stretch in one language: its rows folded away, its findings not."""

    rows: tuple[Row, ...]
    cards: tuple[Card, ...]
    chinese: bool
    first_line: int
    last_line: int

    @property
    def looks(self) -> str:
        """Those of the worst finding in it that is new."""
        return min(self.cards, key=lambda c: (c.known, "ewi".index(c.shape))).looks if self.cards else ""


@dataclass
class Page:
    """Everything a document's page shows. ``document_cards`` are the findings on no pair.

    ``held`` are the report's rows by place, where a finding has places of its own.
    """

    report: Report
    held: Rows | None = None
    blocks: list[list[Row | Fold]] = field(default_factory=list)
    document_cards: list[Card] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    rules: list[RuleCount] = field(default_factory=list)

    @cached_property
    def severities(self) -> Counter[Severity]:
        """Of all findings, known ones as well."""
        return Counter(c.finding.severity for c in self.cards)

    @cached_property
    def fresh(self) -> Counter[Severity]:
        """Of new findings, which are all the gate looks at."""
        return Counter(c.finding.severity for c in self.cards if not c.known)

    @cached_property
    def statuses(self) -> Counter[Status]:
        return Counter(c.finding.status for c in self.cards)

    @cached_property
    def coverage(self) -> dict[str, int]:
        """Pairs that are aligned, uncertain, omissions, additions; text folded as one language only counts apart."""
        in_stretch = folded(self.report)
        loose = [p for p in self.report.pairs if p.id not in in_stretch]
        both = [p for p in loose if p.source and p.target]
        return {
            "aligned": len(both),
            "uncertain": sum(p.confidence < LOW_CONFIDENCE for p in both),
            "omitted": sum(p.target is None for p in loose),
            "added": sum(p.source is None for p in loose),
            "one_language": len(in_stretch),
        }


def page_of(report: Report, links: LinkTemplates = NO_LINKS) -> Page:
    """Work out the page of a report. Numbers run in reading order, after those of the document as a whole."""
    by_pair: dict[int | None, list[Finding]] = defaultdict(list)
    known = {p.id for p in report.pairs}
    heads = _stretch_heads(report)
    for finding in report.findings:
        by_pair[finding.pair if finding.pair in known else _stretch_of(finding, heads)].append(finding)
    held = Rows(report) if any(map(has_places, report.findings)) else None
    page = Page(report, held)
    page.document_cards = cards_of(report, by_pair.pop(None, []), None, 0, links, held)
    page.cards = list(page.document_cards)
    levels = _heading_levels(report)
    pointed = _pointed_at(page.document_cards, held)
    rows = [
        _row(page, p, by_pair.get(p.id, []), levels.get(p.id, 0), links, pointed.get(p.id, [])) for p in report.pairs
    ]
    page.blocks = list(_blocks(_fold(rows, report)))
    page.rules = rules_of(page.cards)
    return page


def _stretch_heads(report: Report) -> dict[tuple[str, int], int]:
    """Where each one-language stretch begins (role and character) → its first pair."""
    pairs = {p.id: p for p in report.pairs}
    firsts = (pairs[s.first] for s in report.stats.stretches if s.first in pairs)
    return {
        (role, side.start): pair.id
        for pair in firsts
        for role, side in (("source", pair.source), ("target", pair.target))
        if side is not None
    }


def _stretch_of(finding: Finding, heads: dict[tuple[str, int], int]) -> int | None:
    """The first pair of the stretch that a finding without a pair speaks of: its card goes to the fold."""
    for role, spans in (("source", finding.source_spans), ("target", finding.target_spans)):
        if spans and (role, spans[0].start) in heads:
            return heads[role, spans[0].start]
    return None


_Evidence = list[tuple[Card, tuple[EvidenceSpan, ...]]]


def _pointed_at(cards: Sequence[Card], held: Rows | None) -> dict[int, _Evidence]:
    """Evidence that findings on the document have in the target sentences of pairs."""
    found: dict[int, _Evidence] = defaultdict(list)
    for card in cards if held is not None else ():
        for span in card.finding.target_spans if card.mending is not None else ():
            number = held.at(span.start) if held is not None else None
            if number is not None:
                found[number].append((card, (span,)))
    return found


def _row(
    page: Page, pair: PairRecord, findings: list[Finding], level: int, links: LinkTemplates, pointed: _Evidence
) -> Row:
    cards = cards_of(page.report, findings, pair, len(page.cards), links, page.held) if findings else []
    page.cards += cards
    # Of an omission the whole sentence is the evidence, and the gap beside it says so.
    whole = pair.source is None or pair.target is None
    return Row(
        id=pair.id,
        type=pair.type,
        source=_cell(pair.source, [(c, c.finding.source_spans) for c in cards], whole),
        target=_cell(pair.target, [*((c, c.finding.target_spans) for c in cards), *pointed], whole),
        level=level,
        sure=round(pair.confidence * 100),
        uncertain=not whole and pair.confidence < LOW_CONFIDENCE,
        cards=tuple(cards),
    )


def _cell(side: PairSide | None, evidence: _Evidence, whole: bool) -> Cell | None:
    if side is None:
        return None
    marks = []
    for card, spans in evidence:
        for span in spans:
            found = locate(side, span)
            if found and not (whole and found == (0, len(side.text))):
                marks.append(Mark(*found, card.number, card.looks, f"#{card.anchor}"))
    return Cell(marked(side.text, marks, side.marks or ()), side.line, side.end_line)


def _heading_levels(report: Report) -> dict[int, int]:
    """Levels from 2 down with none skipped, as the page's outline wants it."""
    levels: dict[int, int] = {}
    open_levels: list[int] = []
    for heading in report.stats.headings:
        while open_levels and open_levels[-1] >= heading.level:
            open_levels.pop()
        open_levels.append(heading.level)
        levels[heading.pair] = min(len(open_levels) + 1, 6)
    return levels


def folded(report: Report) -> dict[int, Stretch]:
    """Pairs that stand in a stretch: those with one side, should a two-sided one lie between them."""
    pairs = {p.id: p for p in report.pairs}
    return {
        i: stretch
        for stretch in report.stats.stretches
        for i in range(stretch.first, stretch.last + 1)
        if i in pairs and (pairs[i].source is None or pairs[i].target is None)
    }


def _fold(rows: Sequence[Row], report: Report) -> Iterator[Row | Fold]:
    stretch_of = folded(report)
    at = 0
    while at < len(rows):
        stretch = stretch_of.get(rows[at].id)
        if stretch is None:
            yield rows[at]
            at += 1
            continue
        inside = []
        while at < len(rows) and stretch_of.get(rows[at].id) is stretch:
            inside.append(rows[at])
            at += 1
        sides = [cell for row in inside for cell in (row.source, row.target) if cell]
        yield Fold(
            rows=tuple(inside),
            cards=tuple(c for row in inside for c in row.cards),
            chinese=stretch.lang == "zh",
            first_line=min((c.first for c in sides), default=0),
            last_line=max((c.last for c in sides), default=0),
        )


def _blocks(rows: Iterable[Row | Fold]) -> Iterator[list[Row | Fold]]:
    block: list[Row | Fold] = []
    height = 0
    for row in rows:
        block.append(row)
        height += _height(row)
        if height >= _BLOCK_HEIGHT:
            yield block
            block, height = [], 0
    if block:
        yield block


def _height(row: Row | Fold) -> int:
    """About how many pixels a row takes on a wide screen."""
    if isinstance(row, Fold):
        return 60 + 150 * len(row.cards)
    source = len(row.source.html) / 60 if row.source else 0
    target = len(row.target.html) / 28 if row.target else 0
    return 16 + 28 * (int(max(source, target)) + 1) + 150 * len(row.cards)
