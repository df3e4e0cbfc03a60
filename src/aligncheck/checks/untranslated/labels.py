"""Headings, captions, cells and fixed words left in English. Knows labels, not sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from aligncheck.checks._layout import pairs_given, two_files
from aligncheck.checks._prose import prose, unmarked_prose
from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, PairContext, document_rule, pair_rule
from aligncheck.checks.untranslated.kept import (
    is_technical,
    kept_words,
    without_quotations,
)
from aligncheck.checks.untranslated.sentences import untranslated_runs
from aligncheck.lang.en.labels import ANY, DATE, LEAD, NUMBER, SECTIONS, WEEKDAY
from aligncheck.lang.en.sentences import FUNCTION_WORDS
from aligncheck.lang.text import HAN, LATIN_WORD
from aligncheck.model.report import Severity
from aligncheck.model.text import BlockKind, Pair, Side

LONGEST = 8
"""Words of the longest label; what is longer is a sentence."""
MOST = 0.8
"""Share of a kind of block that must be translated for one left in English to stand out; and of so many at least:"""
SEVERAL = 5
_WORDS = re.compile(r"[A-Za-z][A-Za-z '’,-]*[.:?!]?")
_NUMBERING = re.compile(r"^(?:[0-9]+(?:\.[0-9]+)*[.)、]?|[IVX]+[.)])\s+")


@dataclass
class _Label:
    """A label left in English, at all its places."""

    text: str
    fixed: bool
    pairs: list[tuple[Pair, Side, Side]] = field(default_factory=list)


@document_rule(
    "UNT003",
    "label-untranslated",
    Severity.WARNING,
    since="0.1.0",
    explains=("OMI004",),
    bad=[
        Example(
            "# Getting Started\n\nTake the oars from the shed.\n\n# Coming back\n\nTie the boat to the ring.",
            "# Getting Started\n\n从棚子里取桨。\n\n# 返航\n\n把船系在铁环上。",
            "one heading of two was left in English",
        ),
        Example(
            "Take the oars from the shed.\n\nSource: The Rowing Book\n\nTie the boat to the ring.",
            "从棚子里取桨。\n\nSource: The Rowing Book\n\n把船系在铁环上。",
            "a caption; the title may stay, the word before it may not",
        ),
    ],
    good=[
        Example(
            "# Docker Compose\n\nTake the oars from the shed.\n\n# Coming back\n\nTie the boat to the ring.",
            "# Docker Compose\n\n从棚子里取桨。\n\n# 返航\n\n把船系在铁环上。",
            "a product",
        ),
        Example(
            "# Harbour Lights\n\nTake the oars from the shed.", "# Harbour Lights\n\n从棚子里取桨。", "perhaps a name"
        ),
    ],
)
def label_untranslated(document: DocumentContext) -> Iterator[Hit]:
    """A heading, a list item, a table cell, a caption or an image's text was left in English.

    Why: labels are translated one by one, and one is easily passed over; readers see them before anything else.

    It takes words that are no name: one of the fixed headings every language has its own for (Getting Started, Table
    of Contents), such a word before a colon (Source: …), or plain words in lower case after the first. An error where
    the same label is translated elsewhere in the document, or a fixed one stands among headings that are translated;
    otherwise a warning, and a hint for plain words in technical text, unless they are a heading and nearly all others
    are translated. The same label is told once.

    Silent: for names and titles, links to other sites, code, terms the document keeps in Latin letters, and documents
    that are not translated anyhow (see UNT001).
    """
    if document.target_lang != "zh" or not (two_files(document) or pairs_given(document)):
        return
    said = {pair.id for run in untranslated_runs(document) for pair in run.pairs}
    both = [(p, p.source, p.target) for p in document.pairs if p.source and p.target and p.id not in said]
    translated = [bool(HAN.search(target.text)) for _, _, target in both]
    if 2 * sum(translated) < len(both):
        return
    kinds: Counter[tuple[BlockKind, bool]] = Counter()
    rendered: set[str] = set()
    for (_, source, target), done in zip(both, translated, strict=True):
        kinds[target.segments[0].block.kind, done] += 1
        if done:
            rendered.update(_names(source))
    for label in _labels(both, document):
        kind = label.pairs[0][2].segments[0].block.kind
        many, left = kinds[kind, True], kinds[kind, False]
        stands_out = kind == "heading" and many >= SEVERAL and many >= MOST * (many + left)
        sure = label.text in rendered or (label.fixed and stands_out)
        term = not label.fixed and not stands_out and is_technical(document)
        yield _hit(label, (Severity.ERROR, 0.95) if sure else (Severity.INFO, 0.6) if term else (Severity.WARNING, 0.8))


def _labels(both: Sequence[tuple[Pair, Side, Side]], document: DocumentContext) -> list[_Label]:
    found: dict[str, _Label] = {}
    for pair, source, target in both:
        if HAN.search(target.text) or len(target.text) > 120:
            continue
        name = _fixed(source, target)
        fixed = name is not None
        name = name or _plain(source, target, document)
        if name is not None:
            found.setdefault(name, _Label(name, fixed)).pairs.append((pair, source, target))
    return list(found.values())


def _bare(text: str) -> str:
    return _NUMBERING.sub("", text.strip()).rstrip(" :：.。?？!！").lower().replace("’", "'")


def _names(side: Side) -> Iterator[str]:
    """What a label may be known by: its words, and the word before its colon."""
    yield _bare(side.text)
    lead = LEAD.match(side.text)
    if lead:
        yield lead["word"].lower()


def _fixed(source: Side, target: Side) -> str | None:
    """The fixed heading a target repeats, or the fixed word before the colon of a caption."""
    name = _bare(target.text)
    if name in SECTIONS:
        return name if _bare(source.text) == name == _bare(prose(target, titles=False)) else None
    here, there = LEAD.match(target.text), LEAD.match(source.text)
    if here and there and here["word"] == there["word"]:
        return here["word"].lower()
    return None


def _plain(source: Side, target: Side, document: DocumentContext) -> str | None:
    """A label of plain words in lower case after the first, which the source has likewise."""
    name = _bare(target.text)
    block = target.segments[0].block
    if block.kind == "value" or _bare(source.text) != name or len(target.text) < 0.9 * len(block.text):
        return None
    words = LATIN_WORD.findall(prose(target, titles=False))
    if (
        _WORDS.fullmatch(target.text.strip()) is None
        or not 2 <= len(words) <= LONGEST
        or len(LATIN_WORD.findall(target.text)) != len(words)
    ):
        return None
    if any(not w.islower() for w in words[1:]) or any(not w.islower() for w in LATIN_WORD.findall(source.text)[1:]):
        return None
    low = [w.lower() for w in words]
    known = all(map(document.lexicon.knows_english, low))
    content = [w for w in low if w not in FUNCTION_WORDS and len(w) > 2]
    return name if known and content and kept_words(document).isdisjoint(content) and name.isprintable() else None


def _hit(label: _Label, weight: tuple[Severity, float]) -> Hit:
    first = label.pairs[0]
    times = f" ({len(label.pairs)} times)" if len(label.pairs) > 1 else ""
    severity, confidence = weight
    return Hit(
        f"The label “{first[2].text.strip()}” was left in English{times}.",
        tuple(Evidence(*source.span) for _, source, _ in label.pairs),
        tuple(Evidence(*target.span) for _, _, target in label.pairs),
        confidence,
        severity=severity,
        pair=first[0].id,
        members=tuple(f"{source.text}\x1e{target.text}" for _, source, target in label.pairs),
    )


@pair_rule(
    "UNT005",
    "fixed-word-untranslated",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example("Figure 3 shows the harbour at low tide.", "Figure 3 展示了退潮时的港口。"),
        Example("Note: the gate closes at nine.", "Note: 大门九点关闭。"),
        Example("The bridge was opened on 5 May 1932.", "大桥于 5 May 1932 通车。"),
        Example("The library is closed on Monday.", "图书馆 Monday 不开放。"),
    ],
    good=[
        Example("Figure 3 shows the harbour at low tide.", "图3展示了退潮时的港口。"),
        Example("May is the head of the harbour office.", "May 是港务局局长。", "a person"),
        Example("The film Black Friday was made in 1940.", "影片《Black Friday》拍摄于 1940 年。", "a title"),
        Example("See Smith, Chapter 3, on tides.", "关于潮汐，参见 Smith, Chapter 3。", "a citation"),
    ],
)
def fixed_word_untranslated(pair: PairContext) -> Iterator[Hit]:
    """A word that numbers, dates or opens a part of the text was left in English inside a Chinese sentence.

    Why: Figure 3, Note: and May 5 have fixed renderings; left in English they show that a line was not finished.

    A warning; an error where the document translates the same word elsewhere.

    Silent: where other Latin words stand beside it (a name, a title, a citation), in quotations, brackets and code,
    for months without a day or a year (May, April and June are names too), and where the source lacks the word.
    """
    chinese = pair.chinese
    if pair.target is not chinese or not ANY.search(chinese.text) or not HAN.search(chinese.text):
        return
    text = without_quotations(unmarked_prose(chinese))
    for word, start, end in _fixed_words(text):
        place = re.search(rf"\b{word}\b", pair.english.text)
        if place is None:
            continue
        kept, had = pair.document.once("fixed words", _fixed_counts)
        sure = had[word] - kept[word] >= 2 and kept[word] <= 0.25 * had[word]
        yield pair.hit_by_language(
            f"“{chinese.text[start:end].strip()}” was left in English.",
            en=(Evidence(place.start(), place.end()),),
            zh=(Evidence(start, end),),
            confidence=0.95 if sure else 0.8,
            key=chinese.text[start:end].lower(),
            severity=Severity.ERROR if sure else Severity.WARNING,
        )


def _fixed_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Fixed words of a text: the word, and where it stands with its number."""
    lead = LEAD.match(text)
    if lead:
        yield lead["word"], lead.start(), lead.end()
    for pattern in (NUMBER, WEEKDAY, DATE):
        for found in pattern.finditer(text):
            yield found["word"] or found["after"], found.start(), found.end()


def _fixed_counts(document: DocumentContext) -> tuple[Counter[str], Counter[str]]:
    """In how many pairs each fixed word stands in the Chinese as well, and in how many in the English."""
    kept: Counter[str] = Counter()
    had: Counter[str] = Counter()
    for pair in document.pairs:
        if pair.source is not None and pair.target is not None and HAN.search(pair.target.text):
            words = set(ANY.findall(pair.source.text))
            had.update(words)
            kept.update(words.intersection(ANY.findall(pair.target.text)))
    return kept, had
