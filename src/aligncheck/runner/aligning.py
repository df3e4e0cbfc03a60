"""Aligns two files: documents, or lists of sentences, one a line. Checks nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aligncheck.alignment import Sentence, align_sentences
from aligncheck.alignment.export import Writer
from aligncheck.alignment.sentences import sentences_of
from aligncheck.errors import ConfigError
from aligncheck.formats.encoding import decode
from aligncheck.lang.text import han, latin_words
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Lang
from aligncheck.runner.files import read_bytes, read_document
from aligncheck.segment import segment


def align_files(
    source_file: str, target_file: str, writer: Writer, *, source: Lang | None, target: Lang | None, sentences: bool
) -> str:
    """The alignment of two files as text.

    Ids count sentences from 0: lines of the file with ``sentences``, otherwise the sentences the files were cut into.
    A language that is not given is told by script. Raises ConfigError when both sides come out the same.
    """
    if sentences:
        lines = [_lines(path) for path in (source_file, target_file)]
        left, right = _languages(lines[0], lines[1], source, target)
        one, two = ([Sentence(s, lang) for s in side] for side, lang in zip(lines, (left, right), strict=True))
    else:
        documents = [read_document(path) for path in (source_file, target_file)]
        left, right = _languages([documents[0].text], [documents[1].text], source, target)
        one, two = (sentences_of(segment(d, lang)) for d, lang in zip(documents, (left, right), strict=True))
    beads = align_sentences(one, two, Lexicon.load(), source_lang=left)
    return writer(beads, [s.text for s in one], [s.text for s in two], left, right)


def _lines(path: str) -> list[str]:
    """Lines as an editor counts them; ``str.splitlines`` would also cut at form feeds and U+2028."""
    lines = re.split(r"\r\n|\n|\r", decode(read_bytes(path), path).text)
    return lines[:-1] if lines[-1] == "" else lines


def _languages(one: Sequence[str], two: Sequence[str], source: Lang | None, target: Lang | None) -> tuple[Lang, Lang]:
    left = source or (("en" if target == "zh" else "zh") if target else _told(one, two))
    right = target or ("en" if left == "zh" else "zh")
    if left == right:
        raise ConfigError(f"both sides are {left}", remedy="one side must be English, the other Chinese")
    return left, right


def _told(one: Sequence[str], two: Sequence[str]) -> Lang:
    """The language of the first text: Chinese where it has the larger share of Han characters of the two."""

    def share(lines: Sequence[str]) -> float:
        text = " ".join(lines)[:200_000]
        characters, words = han(text), len(latin_words(text))
        return characters / (characters + words) if characters + words else 0.0

    return "zh" if share(one) > share(two) else "en"
