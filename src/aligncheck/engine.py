"""One document, or one pair of documents, to a report. Pure: no files, clock, processes or output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple, TypeAlias

from msgspec import UNSET

from aligncheck import __version__
from aligncheck.alignment.layout import Pairing, pair_file, pair_files
from aligncheck.checks import RULES, DocumentContext, Evidence, Hit, Rule
from aligncheck.checks.identity import Marks
from aligncheck.checks.precedence import Said, spoken_for
from aligncheck.config import Config
from aligncheck.lang.text import LATIN_WORD
from aligncheck.lang.zh.script import script_of
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import (
    DocumentInfo,
    EvidenceSpan,
    Finding,
    Heading,
    PairRecord,
    PairSide,
    Report,
    Severity,
    SourceInfo,
    Stats,
    Status,
    Stretch,
    TargetInfo,
    ToolInfo,
)
from aligncheck.model.text import Document, Pair, Segment, Side, Span
from aligncheck.segment import segment
from aligncheck.suppressions import Located, Settled, settle

SCHEMA_VERSION = 1
PAIRED = 0.8
"""Confidence of a pairing below which no comparison of the two sentences is an error: one may belong elsewhere."""


def check_file(document: Document, config: Config, lexicon: Lexicon, identity: str | None = None) -> Report:
    """Check a file that holds both languages, or ready pairs.

    ``identity`` stands for the document in fingerprints: its path from the root of the project, wherever the command
    runs. Without one it is the document's own path.
    """
    plain = document.without_directives()
    pairing = pair_file(plain, segment(plain), lexicon, config.source)
    return _report(_context(plain, plain, pairing, config, lexicon), (document, document), config, identity)


def check_files(
    source: Document, target: Document, config: Config, lexicon: Lexicon, identity: str | None = None
) -> Report:
    """Check a translation against its original, each in a file of its own; ``identity`` stands for the target."""
    left, right = source.without_directives(), target.without_directives()
    pairing = pair_documents(left, right, config, lexicon)
    return _report(_context(left, right, pairing, config, lexicon), (source, target), config, identity)


def pair_documents(source: Document, target: Document, config: Config, lexicon: Lexicon) -> Pairing:
    """Pair an original with its translation, without checking."""
    left, right = segment(source, config.source), segment(target, config.target)
    return pair_files((source, left), (target, right), lexicon, config.source)


def _context(source: Document, target: Document, pairing: Pairing, config: Config, lexicon: Lexicon) -> DocumentContext:
    phrases = (*config.keep, *(chinese for _, chinese in config.terms))
    keep = frozenset(word.lower() for phrase in phrases for word in LATIN_WORD.findall(phrase))
    languages = config.source, config.target
    return DocumentContext(
        source, target, *languages, pairing.pairs, lexicon, pairing.layout, keep=keep, terms=config.terms
    )


def _report(context: DocumentContext, documents: _Documents, config: Config, identity: str | None) -> Report:
    """The report on two documents as the user sees them; in the context they are without directives."""
    source, target = documents
    pairs, lexicon = context.pairs, context.lexicon
    findings = _findings(context, documents, config, target.path if identity is None else identity)
    script = script_of("".join(p.target.text for p in pairs if p.target)) if config.target == "zh" else None
    return Report(
        SCHEMA_VERSION,
        ToolInfo("aligncheck", __version__),
        f"{config.digest}-{lexicon.digest[:8]}",
        DocumentInfo(
            target.path,
            SourceInfo(source.path, config.source),
            TargetInfo(target.path, config.target, script),
            context.layout,
        ),
        tuple(_record(p) for p in pairs),
        findings,
        _stats(source, target, pairs, findings),
    )


class _Found(NamedTuple):
    """A hit with its rule, the pair it was found in, and the graver ones it speaks for."""

    rule: Rule
    hit: Hit
    pair: Pair | None
    graver: tuple[_Found, ...] = ()

    @property
    def severity(self) -> Severity:
        said = self.hit.severity or self.rule.severity
        doubtful = self.rule.scope == "pair" and self.pair is not None and self.pair.confidence < PAIRED
        return Severity.WARNING if doubtful and said is Severity.ERROR else said


def _hits(context: DocumentContext, config: Config) -> Iterator[_Found]:
    rules = [r for r in RULES if config.enables(r.code)]
    by_id = {p.id: p for p in context.pairs}
    for rule in rules:
        if rule.scope == "document":
            for hit in rule.on_document(context):
                yield _Found(rule, hit, None if hit.pair is None else by_id[hit.pair])
    pair_rules = [r for r in rules if r.scope == "pair"]
    groups = [(when, list(members)) for when, members in groupby(pair_rules, key=lambda r: r.when)]
    for pair in context.pairs:
        if pair.source is None or pair.target is None or pair.source.lang == pair.target.lang:
            continue  # nothing to compare, or a sentence that was not translated: UNT001 speaks of it
        seen = context.pair(pair)
        for when, members in groups:
            if when is None or when(seen):
                yield from (_Found(rule, hit, pair) for rule in members for hit in rule.check(seen))


def _findings(context: DocumentContext, documents: _Documents, config: Config, identity: str) -> tuple[Finding, ...]:
    """Findings in document order, each with a fingerprint that is unique in the document."""
    made = _said_once([(f, *_spans(documents, f)) for f in _hits(context, config)])
    settled = settle(*documents, [_located(*m) for m in made], config)
    judged = [(m, settled.covered.get(number)) for number, m in enumerate(made)]
    judged += [((f, *_spans(documents, f)), None) for f in _idle(settled, config)]
    judged = [(m, reason) for m, reason in judged if m[0].hit.confidence >= config.min_confidence]
    judged.sort(key=lambda j: _order(*j[0]))
    marks = Marks(identity)
    return tuple(_finding(placed, marks, reason, config) for placed, reason in judged)


def _finding(placed: _Placed, marks: Marks, reason: str | None, config: Config) -> Finding:
    """A hit as it is reported; ``reason`` is that of the directive that covers it, None where none does."""
    found, left, right = placed
    rule, hit, pair, graver = found
    fingerprint, *parts = marks.of(rule, hit, pair)
    if graver:  # it is their fault that makes it grave: where they are known, it is no news
        parts = [marks.of(*one[:3])[0] for one in graver]
    return Finding(
        rule.code,
        rule.name,
        config.severity_of(rule.code, found.severity),
        round(hit.confidence, 3),
        hit.message,
        None if pair is None else pair.id,
        left,
        right,
        fingerprint,
        Status.NEW if reason is None else Status.SUPPRESSED,
        reason or UNSET,
        parts=tuple(parts) or UNSET,
    )


def _idle(settled: Settled, config: Config) -> Iterator[_Found]:
    """What the rules on directives find."""
    for rule in RULES:
        if rule.scope == "suppressions" and config.enables(rule.code):
            yield from (_Found(rule, hit, None) for hit in rule.check(settled.directives))


def _located(found: _Found, left: Sequence[EvidenceSpan], right: Sequence[EvidenceSpan]) -> Located:
    """Where directives see a finding: at its evidence on either side, or else at the sentence of its pair there."""
    sides = (found.pair.source, found.pair.target) if found.pair else (None, None)
    places = [
        tuple(e.start for e in evidence) or ((side.span.start,) if side else ())
        for evidence, side in zip((left, right), sides, strict=True)
    ]
    return Located(found.rule.code, *places)


_Placed: TypeAlias = tuple[_Found, tuple[EvidenceSpan, ...], tuple[EvidenceSpan, ...]]
"""A hit with its evidence in characters of the source and of the target document."""

_Documents: TypeAlias = tuple[Document, Document]
"""Source and target as the user sees them; the same one twice where a file holds both languages."""


def _said_once(made: list[_Placed]) -> list[_Placed]:
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
        for found, left, right in made
    ]
    silent = spoken_for(said)
    own = [found.severity for found, _, _ in made]
    for number, speaker in silent.items():
        found, left, right = made[speaker]
        other = made[number][0]
        gravest = max(found.severity, other.severity, key=lambda s: s.rank)
        hit = replace(found.hit, severity=gravest, confidence=max(found.hit.confidence, other.hit.confidence))
        graver = (*found.graver, other) if own[number].rank > own[speaker].rank else found.graver
        made[speaker] = (found._replace(hit=hit, graver=graver), left, right)
    return [one for number, one in enumerate(made) if number not in silent]


def _order(found: _Found, left: Sequence[EvidenceSpan], right: Sequence[EvidenceSpan]) -> tuple[int, str, int, int]:
    pair = found.pair.id if found.pair else -1
    return pair, found.rule.code, left[0].start if left else -1, right[0].start if right else -1


def _spans(documents: _Documents, found: _Found) -> tuple[tuple[EvidenceSpan, ...], tuple[EvidenceSpan, ...]]:
    """Evidence in characters of the documents: a pair rule speaks of a side's text, a document rule of the file."""
    sides = (None, None) if found.rule.scope == "document" or not found.pair else (found.pair.source, found.pair.target)
    return (
        tuple(_place(documents[0], sides[0], e) for e in found.hit.source),
        tuple(_place(documents[1], sides[1], e) for e in found.hit.target),
    )


def _place(document: Document, side: Side | None, evidence: Evidence) -> EvidenceSpan:
    span = Span(evidence.start, evidence.end) if side is None else side.locate(evidence.start, evidence.end)
    line, column = document.place(span.start)
    text = document.text[span.start : span.end] if side is None else side.text[evidence.start : evidence.end]
    if evidence.value is None:
        return EvidenceSpan(span.start, span.end, line, column, text)
    return EvidenceSpan(span.start, span.end, line, column, text, evidence.value)


def _record(pair: Pair) -> PairRecord:
    sides = (None if side is None else PairSide.of(side) for side in (pair.source, pair.target))
    return PairRecord(pair.id, pair.type, pair.confidence, *sides)


@dataclass
class _Counted:
    """Sentences and characters of both sides, in all and in two-sided pairs."""

    sentences: list[int]
    characters: int = 0
    aligned: int = 0


def _stats(source: Document, target: Document, pairs: Sequence[Pair], findings: Sequence[Finding]) -> Stats:
    counted = _Counted([0, 0])
    for pair in pairs:
        for which, side in enumerate((pair.source, pair.target)):
            if side is not None:
                counted.sentences[which] += len(side.segments)
                counted.characters += len(side.text)
                counted.aligned += len(side.text) if pair.source and pair.target else 0
    documents = (source,) if source is target else (source, target)
    notes = [f"{doc.path}:{line}: {text}" for doc in documents for line, text in doc.notes]
    return Stats(
        pairs=len(pairs),
        aligned_pairs=sum(bool(p.source and p.target) for p in pairs),
        source_sentences=counted.sentences[0],
        target_sentences=counted.sentences[1],
        aligned=round(counted.aligned / counted.characters, 4) if counted.characters else 0.0,
        findings=dict(sorted(Counter(f.code for f in findings).items())),
        headings=tuple(h for p in pairs if (h := _heading(p)) is not None),
        stretches=tuple(_stretches(pairs)),
        notes=tuple(notes),
    )


def _heading(pair: Pair) -> Heading | None:
    blocks = [s.segments[0].block for s in (pair.source, pair.target) if s is not None]
    levels = [b.level for b in blocks if b.kind == "heading"]
    return Heading(pair.id, max(1, min(levels))) if levels else None


def _stretches(pairs: Sequence[Pair]) -> Iterator[Stretch]:
    members: dict[int, list[Pair]] = {}
    for pair in pairs:
        if pair.stretch is not None:
            members.setdefault(pair.stretch, []).append(pair)
    for group in members.values():
        yield Stretch(group[0].id, group[-1].id, _one_sided(group[0]).lang, len(group))


def _one_sided(pair: Pair) -> Segment:
    side = pair.source or pair.target
    assert side is not None
    return side.segments[0]
