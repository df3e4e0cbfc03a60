"""Checks one document, or one pair of documents: text to a report, as far as it can be told without other documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from msgspec import UNSET

from aligncheck import __version__
from aligncheck.alignment.layout import Pairing, pair_file, pair_files
from aligncheck.checks import RULES, DocumentContext
from aligncheck.checks.identity import Marks
from aligncheck.config import Config
from aligncheck.engine.placed import Documents, Found, Placed, said_once, told_together
from aligncheck.engine.records import pair_record
from aligncheck.lang.text import LATIN_WORD
from aligncheck.lang.zh.script import script_of
from aligncheck.lexicon import Lexicon
from aligncheck.model.extract import Extract
from aligncheck.model.report import (
    SCHEMA_VERSION,
    DocumentInfo,
    Finding,
    Heading,
    Report,
    SourceInfo,
    Stats,
    Status,
    Stretch,
    TargetInfo,
    ToolInfo,
)
from aligncheck.model.term import Terms
from aligncheck.model.text import Document, Pair, Segment
from aligncheck.segment import segment
from aligncheck.suppressions import Settled, settle


class Examined(NamedTuple):
    """A document by itself: its report, and what the rules on the whole run need of it (see ``engine.across``)."""

    report: Report
    extract: Extract


def examine_file(document: Document, config: Config, lexicon: Lexicon, identity: str | None = None) -> Examined:
    """Check a file that holds both languages, or ready pairs.

    ``identity`` stands for the document in fingerprints: its path from the root of the project, wherever the command
    runs. Without one it is the document's own path.
    """
    plain = document.without_directives()
    pairing = pair_file(plain, segment(plain), lexicon, config.source)
    return _examined(_context(plain, plain, pairing, config, lexicon), (document, document), config, identity)


def examine_files(
    source: Document, target: Document, config: Config, lexicon: Lexicon, identity: str | None = None
) -> Examined:
    """Check a translation against its original, each in a file of its own; ``identity`` stands for the target."""
    left, right = source.without_directives(), target.without_directives()
    pairing = pair_documents(left, right, config, lexicon)
    return _examined(_context(left, right, pairing, config, lexicon), (source, target), config, identity)


def pair_documents(source: Document, target: Document, config: Config, lexicon: Lexicon) -> Pairing:
    """Pair an original with its translation, without checking."""
    left, right = segment(source, config.source), segment(target, config.target)
    return pair_files((source, left), (target, right), lexicon, config.source)


def _context(source: Document, target: Document, pairing: Pairing, config: Config, lexicon: Lexicon) -> DocumentContext:
    keep = _latin(config.keep) | _latin_of(config.vocabulary)
    languages = config.source, config.target
    return DocumentContext(
        source,
        target,
        *languages,
        pairing.pairs,
        lexicon,
        pairing.layout,
        keep=keep,
        terms=config.vocabulary,
        target_script=config.target_script,
    )


def _latin(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for phrase in phrases for word in LATIN_WORD.findall(phrase))


@lru_cache(maxsize=8)
def _latin_of(terms: Terms) -> frozenset[str]:
    """Words that the glossary lets stay in Latin letters: of Chinese names with such words, of what is kept."""
    return _latin(name for term in terms.all for name in (*term.zh, *(term.en if term.keep else ())))


def _examined(context: DocumentContext, documents: Documents, config: Config, identity: str | None) -> Examined:
    """What there is to say of two documents as the user sees them; in the context they are without directives."""
    source, target = documents
    pairs, lexicon = context.pairs, context.lexicon
    findings, settled = _findings(context, documents, config, target.path if identity is None else identity)
    script = script_of("".join(p.target.text for p in pairs if p.target)) if config.target == "zh" else None
    report = Report(
        SCHEMA_VERSION,
        ToolInfo("aligncheck", __version__),
        f"{config.digest}-{lexicon.digest[:8]}",
        DocumentInfo(
            target.path,
            SourceInfo(source.path, config.source),
            TargetInfo(target.path, config.target, script),
            context.layout,
        ),
        tuple(pair_record(p) for p in pairs),
        findings,
        _stats(source, target, pairs, findings),
    )
    gather = dict.fromkeys(rule.gather for rule in RULES if rule.gather is not None and config.enables(rule.code))
    return Examined(report, Extract({one.__name__: one(context) for one in gather}, settled.kept))


def _hits(context: DocumentContext, config: Config) -> Iterator[Found]:
    rules = [r for r in RULES if config.enables(r.code)]
    by_id = {p.id: p for p in context.pairs}
    for rule in rules:
        if rule.scope == "document":
            for hit in rule.on_document(context):
                yield Found(rule, hit, None if hit.pair is None else by_id[hit.pair])
    pair_rules = [r for r in rules if r.scope == "pair"]
    groups = [(when, list(members)) for when, members in groupby(pair_rules, key=lambda r: r.when)]
    for pair in context.pairs:
        if pair.source is None or pair.target is None or pair.source.lang == pair.target.lang:
            continue  # nothing to compare, or a sentence that was not translated: UNT001 speaks of it
        seen = context.pair(pair)
        for when, members in groups:
            if when is None or when(seen):
                yield from (Found(rule, hit, pair) for rule in members for hit in rule.check(seen))


def _findings(
    context: DocumentContext, documents: Documents, config: Config, identity: str
) -> tuple[tuple[Finding, ...], Settled]:
    """Findings in document order, each with a fingerprint that is unique in the document; and what directives did."""
    made = said_once([Placed.of(f, documents) for f in _hits(context, config)])
    settled = settle(*documents, [m.located for m in made], config)
    judged = [(m, settled.covered.get(number)) for number, m in enumerate(made)]
    judged += [(Placed.of(f, documents), None) for f in _idle(settled, config)]
    judged = [(m, reason) for m, reason in judged if m.found.hit.confidence >= config.min_confidence]
    judged.sort(key=lambda j: j[0].order)
    if not config.detail:
        judged = told_together(judged)
    marks = Marks(identity)
    return tuple(_finding(placed, marks, reason, config) for placed, reason in judged), settled


def _finding(placed: Placed, marks: Marks, reason: str | None, config: Config) -> Finding:
    """A hit as it is reported; ``reason`` is that of the directive that covers it, None where none does."""
    rule, hit, pair, graver = placed.found
    fingerprint, *parts = marks.of(rule, hit, pair)
    if graver:  # it is their fault that makes it grave: where they are known, it is no news
        parts = [marks.of(*one[:3])[0] for one in graver]
    return Finding(
        rule.code,
        rule.name,
        config.severity_of(rule.code, placed.found.severity),
        round(hit.confidence, 3),
        hit.message,
        None if pair is None else pair.id,
        placed.left,
        placed.right,
        fingerprint,
        Status.NEW if reason is None else Status.SUPPRESSED,
        reason or UNSET,
        parts=tuple(parts) or UNSET,
        fixes=placed.fixes or UNSET,
        places=placed.places if placed.places > 1 else UNSET,
    )


def _idle(settled: Settled, config: Config) -> Iterator[Found]:
    """What the rules on directives find."""
    for rule in RULES:
        if rule.scope == "suppressions" and config.enables(rule.code):
            yield from (Found(rule, hit, None) for hit in rule.check(settled.directives))


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
