"""Aligns documents, or lists of sentences, one a line. Checks nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aligncheck.alignment import Progress, Sentence, align_sentences
from aligncheck.alignment.export import Alignment
from aligncheck.alignment.layout import pair_file
from aligncheck.alignment.moved import pair_moved
from aligncheck.alignment.sentences import sentences_of
from aligncheck.errors import ConfigError
from aligncheck.formats.encoding import decode
from aligncheck.lang.text import han, latin_words
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Bead, Document, Lang, Segment, Side
from aligncheck.runner.files import read_bytes, read_document
from aligncheck.segment import segment

NO_CHINESE, NO_ENGLISH = 0.05, 0.6
"""Shares of Chinese below which two texts are both English, and above which they are both Chinese."""


def align_files(
    source_file: str,
    target_file: str | None,
    *,
    source: Lang | None = None,
    target: Lang | None = None,
    sentences: bool = False,
    progress: Progress | None = None,
) -> Alignment:
    """The alignment of two files, or of the two languages in one.

    Ids count the sentences of a side from 0: lines of the file with ``sentences``, otherwise the sentences the files
    were cut into. Text that stands elsewhere in a translation is paired, unless lines are aligned, which keep their
    order. A language that is not given is told by script. Raises ConfigError when both sides come out the same.
    """
    if target_file is None:
        if sentences:
            raise ConfigError("one file of sentences", remedy="name a second one, or leave --sentences out")
        if source is not None and source == target:
            raise _one_language(source)
        return _inside(read_document(source_file), source or ("en" if target != "en" else "zh"), progress)
    if sentences:
        lines = [_lines(path) for path in (source_file, target_file)]
        left, right = _languages(lines[0], lines[1], source, target)
        one, two = ([Sentence(s, lang) for s in side] for side, lang in zip(lines, (left, right), strict=True))
    else:
        documents = [read_document(path) for path in (source_file, target_file)]
        left, right = _languages([documents[0].text], [documents[1].text], source, target)
        one, two = (sentences_of(segment(d, lang)) for d, lang in zip(documents, (left, right), strict=True))
    lexicon = Lexicon.load()
    beads = align_sentences(one, two, lexicon, source_lang=left, progress=progress)
    if not sentences:
        beads = pair_moved(beads, one, two, lexicon, left)
    return Alignment(beads, [s.text for s in one], [s.text for s in two], left, right)


def _inside(document: Document, source: Lang, progress: Progress | None) -> Alignment:
    """The alignment of the two languages of one document."""
    target: Lang = "zh" if source == "en" else "en"
    segments = segment(document)
    sides = [[s for s in segments if s.lang == lang] for lang in (source, target)]
    number = {(s.lang, s.block.index, s.start): n for side in sides for n, s in enumerate(side)}

    def ids(side: Side | None) -> tuple[int, ...]:
        members: Sequence[Segment] = side.segments if side else ()
        return tuple(number[s.lang, s.block.index, s.start] for s in members)

    pairs = pair_file(document, segments, Lexicon.load(), source, progress).pairs
    beads = [Bead(ids(p.source), ids(p.target), p.confidence, p.reading == "moved") for p in pairs]
    return Alignment(beads, [s.text for s in sides[0]], [s.text for s in sides[1]], source, target)


def _lines(path: str) -> list[str]:
    """Lines as an editor counts them; ``str.splitlines`` would also cut at form feeds and U+2028."""
    lines = re.split(r"\r\n|\n|\r", decode(read_bytes(path), path).text)
    return lines[:-1] if lines[-1] == "" else lines


def _languages(one: Sequence[str], two: Sequence[str], source: Lang | None, target: Lang | None) -> tuple[Lang, Lang]:
    shares = _chinese(one), _chinese(two)
    if source is None and target is None and (max(shares) < NO_CHINESE or min(shares) > NO_ENGLISH):
        raise _one_language("en" if max(shares) < NO_CHINESE else "zh")
    first: Lang = "zh" if shares[0] > shares[1] else "en"
    left = source or (("en" if target == "zh" else "zh") if target else first)
    right = target or ("en" if left == "zh" else "zh")
    if left == right:
        raise _one_language(left)
    return left, right


def _one_language(lang: Lang) -> ConfigError:
    return ConfigError(f"both sides are {lang}", remedy="one side must be English, the other Chinese")


def _chinese(lines: Sequence[str]) -> float:
    """Share of Han characters among these and Latin words, by a text's beginning; a half where there is neither."""
    text = " ".join(lines)[:200_000]
    characters, words = han(text), len(latin_words(text))
    return characters / (characters + words) if characters + words else 0.5
