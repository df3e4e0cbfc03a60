"""What of a document's pairing is accepted, and what has drifted from it: states to findings and records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from aligncheck.alignment.layout import Pairing, pair_file
from aligncheck.checks import RULES, Evidence, Hit, Rule
from aligncheck.checks.identity import Marks
from aligncheck.config import Config
from aligncheck.drift.compare import compare
from aligncheck.drift.states import drift
from aligncheck.drift.tokens import Sentence
from aligncheck.drift.traces import trace
from aligncheck.engine.check import pair_documents
from aligncheck.engine.records import evidence_span, pair_record
from aligncheck.lexicon import Lexicon
from aligncheck.model.drift import AcceptedBead, Drifted, SentenceDrift, SentenceState, Trace
from aligncheck.model.report import EvidenceSpan, Finding, PairRecord, PairSide, Status
from aligncheck.model.text import Document, Lang, Pair, Segment, Side
from aligncheck.segment import segment

Role: TypeAlias = Literal["source", "target"]
_Spans: TypeAlias = tuple[tuple[EvidenceSpan, ...], tuple[EvidenceSpan, ...]]

RULES_ON_DRIFT: tuple[Rule, ...] = tuple(rule for rule in RULES if rule.scope == "drift")


@dataclass(frozen=True, slots=True)
class Drifting:
    """How a document has drifted.

    Attributes:
        counts: how many pairs are in each state.
        sentences: those that are not as they were accepted.
        layout: how the two languages share the document.
        pairs, findings: what the rules say, as a report has it.
    """

    counts: dict[SentenceState, int]
    sentences: tuple[SentenceDrift, ...]
    layout: str
    pairs: tuple[PairRecord, ...]
    findings: tuple[Finding, ...]


def pairing_of(source: Document, target: Document | None, config: Config, lexicon: Lexicon) -> Pairing:
    """The pairing of two files, or of one that holds both languages (``target`` None)."""
    if target is None:
        plain = source.without_directives()
        return pair_file(plain, segment(plain), lexicon, config.source)
    whole = pair_documents(source.without_directives(), target.without_directives(), config, lexicon)
    return Pairing(tuple(pair for one in whole.pairs for pair in _without_comments(one)), whole.layout)


def _without_comments(pair: Pair) -> Iterator[Pair]:
    """The pair without sentences that stand in comments: of two files, each has its own; nobody translates them."""
    sides = []
    for side in (pair.source, pair.target):
        kept = tuple(s for s in side.segments if s.block.kind != "comment") if side else ()
        sides.append(Side.of(side.document, kept) if side and kept else None)
    if any(sides):
        yield replace(pair, source=sides[0], target=sides[1])


def beads_of(pairs: Sequence[Pair], config: Config, *, keep_text: bool) -> tuple[AcceptedBead, ...]:
    """What answers what, in the order of the source; what only the target has, where the target has it."""
    placed = {pair.id: place for place, pair in enumerate(sorted(pairs, key=_target_place))}
    before: dict[int, int] = {}
    last = -1
    for pair in sorted(pairs, key=lambda p: placed[p.id]):
        last = last if pair.source is None else pair.source.span.start
        before[pair.id] = last
    ordered = sorted(pairs, key=lambda p: (before[p.id], p.source is None, placed[p.id]))
    return tuple(
        AcceptedBead(
            _traces(pair.source, config.source, "source", keep_text=keep_text),
            _traces(pair.target, config.target, "target"),
        )
        for pair in ordered
    )


def says_the_same(beads: Sequence[AcceptedBead], source: Document, target: Document | None, config: Config) -> bool:
    """Whether both texts hold just the sentences that were accepted; then nobody has to pair them."""
    old = Counter(t.id for b in beads for t in b.source), Counter(t.id for b in beads for t in b.target)
    return old == _ids(source, target, config)


def are_the_same(old: tuple[Document, Document | None], new: tuple[Document, Document | None], config: Config) -> bool:
    """Whether two states of a document, each source and target, hold the same sentences."""
    return _ids(*old, config) == _ids(*new, config)


def _ids(source: Document, target: Document | None, config: Config) -> tuple[Counter[str], Counter[str]]:
    """How often each sentence stands in either language, by the ids of traces."""
    sentences = segment(source.without_directives(), config.source if target else None)
    others = sentences if target is None else segment(target.without_directives(), config.target)
    found = []
    for listed, lang in ((sentences, config.source), (others, config.target)):
        kept = [s for s in listed if (s.lang == lang or target) and (target is None or s.block.kind != "comment")]
        found.append(Counter(trace(s.text, lang, s.marks, role="target").id for s in kept))
    return found[0], found[1]


def drift_of(
    beads: Sequence[AcceptedBead],
    source: Document,
    target: Document | None,
    config: Config,
    lexicon: Lexicon,
    identity: str,
) -> Drifting:
    """Compare a document with what was accepted; ``config`` is that of its paths, ``identity`` stands for it."""
    pairing = pairing_of(source, target, config, lexicon)
    found = drift(beads, pairing.pairs, (config.source, config.target))
    documents = source, source if target is None else target
    pairs, findings, sentences = [], [], []
    marks = Marks(identity)
    for number, one in enumerate(found.drifted):
        pair = Pair(number, one.source, one.target, 1.0) if one.source or one.target else None
        told = _finding(one, pair, documents, marks, config)
        if told is not None:
            pairs += [] if pair is None else [pair_record(pair)]
            findings.append(told)
        sentences.append(_sentence(one, told))
    return Drifting(found.counts, tuple(sentences), pairing.layout, tuple(pairs), tuple(findings))


def source_traces(document: Document, config: Config) -> tuple[Trace, ...]:
    """The sentences of an original that stands in a file of its own, as a lock with text would have them."""
    sentences = segment(document.without_directives(), config.source)
    return tuple(
        trace(s.text, s.lang, s.marks, role="source", keep_text=True) for s in sentences if _is_original(s, config)
    )


def asks_for_more(old: Sequence[Trace], document: Document, config: Config) -> bool:
    """Whether an original says something else than the accepted one did: whether its translation is behind.

    Without the translation: that this already says the new thing is not seen.
    """
    sentences = segment(document.without_directives(), config.source)
    new = [Sentence(s.text, s.marks) for s in sentences if _is_original(s, config)]
    return any(step.material and not step.same for step in compare(old, new, config.source))


def _is_original(segment: Segment, config: Config) -> bool:
    return segment.lang == config.source and segment.block.kind != "comment"


def _traces(side: Side | None, lang: Lang, role: Role, *, keep_text: bool = False) -> tuple[Trace, ...]:
    segments = side.segments if side else ()
    return tuple(trace(s.text, lang, s.marks, role=role, keep_text=keep_text) for s in segments)


def _target_place(pair: Pair) -> tuple[int, int]:
    """By place in the target; a source sentence without translation, by its number among the pairs."""
    return (pair.target.span.start, pair.id) if pair.target else (-1, pair.id)


def _finding(
    one: Drifted, pair: Pair | None, documents: tuple[Document, Document], marks: Marks, config: Config
) -> Finding | None:
    """What the rules say of it; by their states, one of them at most."""
    for rule in RULES_ON_DRIFT:
        for hit in rule.check(one):
            if config.enables(rule.code) and hit.confidence >= config.min_confidence:
                spans = _spans(documents[0], one.source, hit.source), _spans(documents[1], one.target, hit.target)
                return _told(rule, hit, pair, spans, marks, config)
    return None


def _spans(document: Document, side: Side | None, evidence: Sequence[Evidence]) -> tuple[EvidenceSpan, ...]:
    return tuple(evidence_span(document, side, one) for one in evidence)


def _told(rule: Rule, hit: Hit, pair: Pair | None, spans: _Spans, marks: Marks, config: Config) -> Finding:
    return Finding(
        rule.code,
        rule.name,
        config.severity_of(rule.code, hit.severity or rule.severity),
        hit.confidence,
        hit.message,
        None if pair is None else pair.id,
        *spans,
        marks.of(rule, hit, pair)[0],
        Status.NEW,
    )


def _sentence(one: Drifted, told: Finding | None) -> SentenceDrift:
    return SentenceDrift(
        one.state,
        told.code if told else None,
        told.severity if told else None,
        told.message if told else "",
        told.fingerprint if told else None,
        PairSide.of(one.source) if one.source else None,
        PairSide.of(one.target) if one.target else None,
        one.old,
        one.changes,
        one.material,
        one.chrf,
        one.ter,
    )
