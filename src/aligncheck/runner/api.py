"""The library: read a file, align sentences, check a document. What the command line does, as calls."""

from __future__ import annotations

from collections.abc import Sequence

from aligncheck.alignment import Sentence, align_sentences
from aligncheck.config import Config
from aligncheck.engine import check_file, check_files
from aligncheck.errors import ConfigError
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Report
from aligncheck.model.text import Bead, Document
from aligncheck.runner.files import read_document


def read(path: str) -> Document:
    """Read a document. Raises InputError where it is missing, not text, or of an unknown kind."""
    return read_document(path)


def check(path: str, translation: str | None = None, *, config: Config | None = None) -> Report:
    """Check a bilingual file, or a file against its translation.

    ``path`` is in ``config.source`` (English by default) where ``translation`` is given. Raises InputError.
    """
    settings, lexicon = config or Config(), Lexicon.load()
    if translation is None:
        return check_file(read_document(path), settings, lexicon)
    return check_files(read_document(path), read_document(translation), settings, lexicon)


def align(source: Sequence[str], target: Sequence[str], *, source_lang: str = "en") -> list[Bead]:
    """Align two lists of sentences, one in English and one in Chinese.

    Returns beads in order; together they hold every sentence once. Raises ConfigError for another language.
    """
    if source_lang not in ("en", "zh"):
        raise ConfigError(f"unknown language {source_lang!r}", remedy="use en or zh")
    target_lang = "zh" if source_lang == "en" else "en"
    left = [Sentence(text, source_lang) for text in source]
    right = [Sentence(text, target_lang) for text in target]
    return align_sentences(left, right, Lexicon.load(), source_lang=source_lang)
