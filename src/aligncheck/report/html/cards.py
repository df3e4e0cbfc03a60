"""A finding as its card shows it: number, message, place, values; knows nothing of the rows around."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from aligncheck.model.report import EvidenceSpan, Finding, PairRecord, Report
from aligncheck.report.conventions import Place, place_of
from aligncheck.report.html.marking import visible
from aligncheck.report.locating import locate

_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Value:
    """Evidence in a card: the words and what they stand for."""

    text: Markup
    value: Markup | None


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

    @property
    def shape(self) -> str:
        return shape(self.finding)

    @property
    def anchor(self) -> str:
        return f"f-{self.finding.fingerprint}"

    @property
    def percent(self) -> int:
        return min(round(self.finding.confidence * 100), 99)


@dataclass(frozen=True, slots=True)
class RuleCount:
    """A rule that found something: how often, and its first card on the page."""

    code: str
    name: str
    shape: str
    count: int
    anchor: str


def shape(finding: Finding) -> str:
    """The class that gives a finding colour and form: e, w or i."""
    return finding.severity.value[0]


def cards_of(report: Report, findings: Iterable[Finding], pair: PairRecord | None, after: int) -> list[Card]:
    """Cards of one pair, or of the document, worst first; numbers go on from ``after``."""
    made: list[Card] = []
    for finding in sorted(findings, key=lambda f: -f.severity.rank):
        spelled = _spelled_out(finding, pair)
        card = Card(
            number=after + len(made) + 1,
            finding=finding,
            message=visible(finding.message),
            place=place_of(report, finding, pair),
            pair=pair.id if pair else None,
            source=_values(finding.source_spans) if spelled else (),
            target=_values(finding.target_spans) if spelled else (),
        )
        made.append(card)
    return made


def _spelled_out(finding: Finding, pair: PairRecord | None) -> bool:
    """Whether evidence is repeated in the card: where it has values, or where the text cannot show it."""
    source, target = (pair.source, pair.target) if pair else (None, None)
    sides = ((finding.source_spans, source), (finding.target_spans, target))
    return any(
        _value(span) is not None or side is None or locate(side, span) is None
        for spans, side in sides
        for span in spans
    )


def _values(spans: Sequence[EvidenceSpan]) -> tuple[Value, ...]:
    values = ((s.text, _value(s)) for s in spans)
    return tuple(Value(visible(_shortened(text)), None if value is None else visible(value)) for text, value in values)


def _shortened(text: str) -> str:
    """Evidence of a sentence's length; the text of a longer one stands on the page anyway."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"


def _value(span: EvidenceSpan) -> str | None:
    """What a span stands for, where that is more than its own words."""
    return _grouped(span.value) if isinstance(span.value, str) and span.value != span.text else None


def _grouped(value: str) -> str:
    """A long plain number with its thousands apart, as a person counts them."""
    number = re.fullmatch(r"(-?)([0-9]{5,30})(\.[0-9]+)?", value)
    return f"{number[1]}{int(number[2]):,}{number[3] or ''}" if number else value


def rules_of(cards: Sequence[Card]) -> list[RuleCount]:
    grouped: dict[tuple[str, str], list[Card]] = defaultdict(list)
    for card in cards:
        grouped[card.finding.code, card.finding.name].append(card)
    counts = [
        RuleCount(code, name, max(group, key=lambda c: c.finding.severity.rank).shape, len(group), group[0].anchor)
        for (code, name), group in grouped.items()
    ]
    return sorted(counts, key=lambda r: ("ewi".index(r.shape), -r.count, r.code))
