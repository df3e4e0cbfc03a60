"""A finding as its card shows it: number, message, place, values; knows nothing of the rows around."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from aligncheck.model.report import EvidenceSpan, Finding, PairRecord, Report, Status
from aligncheck.report.around import NO_LINKS, LinkTemplates
from aligncheck.report.conventions import Place, place_of
from aligncheck.report.html import places
from aligncheck.report.html.marking import visible
from aligncheck.report.html.mending import Mending, Rows, mending_of
from aligncheck.report.invisible import is_seen, plain
from aligncheck.report.locating import locate

_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Value:
    """Evidence in a card: the words and what they stand for."""

    text: Markup
    value: Markup | None

    @property
    def tells(self) -> bool:
        """Whether the value says more than the words: 40,000 is 40000 to everybody."""
        return self.value is not None and self.value.replace(",", "") != self.text.replace(",", "")


class Addresses(NamedTuple):
    """Where a card's links lead; None where there is no such link."""

    editor: str | None = None
    forge: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as shown under its pair. ``percent`` never says 100: no check is that sure."""

    number: int
    finding: Finding
    message: Markup
    place: Place
    pair: int | None
    source: tuple[Value, ...]
    target: tuple[Value, ...]
    addresses: Addresses
    mending: Mending | None = None

    @property
    def shape(self) -> str:
        """The class that gives a finding colour and form: e, w or i."""
        return self.finding.severity.value[0]

    @property
    def known(self) -> bool:
        """Whether the baseline or a suppression covers it: nobody need decide on it again."""
        return self.finding.status is not Status.NEW

    @property
    def looks(self) -> str:
        """Its classes wherever it shows: what is known already is quieter than what is new."""
        return f"{self.shape} old" if self.known else self.shape

    @property
    def faults(self) -> int:
        """How many faults the finding tells together."""
        return len(self.finding.parts or ()) or 1

    @property
    def spot(self) -> str:
        """``path:line:column`` to be copied. What cannot be seen in it is spelled out: it might pass for another."""
        place = str(self.place)
        return place if is_seen(place) else plain(place)

    @property
    def anchor(self) -> str:
        return f"f-{self.finding.fingerprint}"

    @property
    def percent(self) -> int:
        return min(round(self.finding.confidence * 100), 99)


@dataclass(frozen=True, slots=True)
class RuleCount:
    """A rule that found something: how often, how many of these are known already, and its first card on the page."""

    code: str
    name: str
    shape: str
    count: int
    known: int
    anchor: str


def cards_of(
    report: Report,
    findings: Iterable[Finding],
    pair: PairRecord | None,
    after: int,
    links: LinkTemplates = NO_LINKS,
    rows: Rows | None = None,
) -> list[Card]:
    """Cards of one pair, or of the document, new before known, then worst first; numbers go on from ``after``.

    ``rows`` are the report's, where any finding has places of its own.
    """
    made: list[Card] = []
    for finding in sorted(findings, key=lambda f: (f.status is not Status.NEW, -f.severity.rank)):
        spelled = _spelled_out(finding, pair)
        place = place_of(report, finding, pair)
        mending = None if rows is None else mending_of(finding, rows)
        card = Card(
            number=after + len(made) + 1,
            finding=finding,
            message=visible(finding.message),
            place=place,
            pair=pair.id if pair else None,
            source=_values(finding.source_spans) if spelled else (),
            target=_values(finding.target_spans) if spelled and mending is None else (),
            addresses=Addresses(
                places.in_editor(links, place), places.on_forge(links, place), places.of_rule(links, finding)
            ),
            mending=mending,
        )
        made.append(card)
    return made


def _spelled_out(finding: Finding, pair: PairRecord | None) -> bool:
    """Whether evidence is repeated in the card: where it has values, or where the text cannot show it."""
    source, target = (pair.source, pair.target) if pair else (None, None)
    sides = ((finding.source_spans, source), (finding.target_spans, target))
    return any(_tells(span) or side is None or locate(side, span) is None for spans, side in sides for span in spans)


def _values(spans: Sequence[EvidenceSpan]) -> tuple[Value, ...]:
    values = ((s.text, _value(s)) for s in spans)
    return tuple(Value(visible(_shortened(text)), None if value is None else visible(value)) for text, value in values)


def _shortened(text: str) -> str:
    """Evidence of a sentence's length; the text of a longer one stands on the page anyway."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"


def _value(span: EvidenceSpan) -> str | None:
    """What a span stands for."""
    return _grouped(span.value) if isinstance(span.value, str) else None


def _tells(span: EvidenceSpan) -> bool:
    """Whether that is more than its own words."""
    return isinstance(span.value, str) and span.value != span.text


def _grouped(value: str) -> str:
    """A long plain number with its thousands apart, as a person counts them."""
    number = re.fullmatch(r"(-?)([0-9]{5,30})(\.[0-9]+)?", value)
    return f"{number[1]}{int(number[2]):,}{number[3] or ''}" if number else value


def rules_of(cards: Sequence[Card]) -> list[RuleCount]:
    """Rules by what they found: those with something new first, then worst first, then most."""
    grouped: dict[tuple[str, str], list[Card]] = defaultdict(list)
    for card in cards:
        grouped[card.finding.code, card.finding.name].append(card)
    counts = []
    for (code, name), group in grouped.items():
        first = min(group, key=lambda c: (c.known, -c.finding.severity.rank, c.number))
        known = sum(c.known for c in group)
        anchor = min(group, key=lambda c: (c.known, c.number)).anchor
        counts.append(RuleCount(code, name, first.shape, len(group), known, anchor))
    return sorted(counts, key=lambda r: (r.count == r.known, "ewi".index(r.shape), r.known - r.count, r.code))
