"""Words that decisions want kept, and terms: into the configuration file and a glossary. Decides on none."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from aligncheck.config.load import SHARED, Settings
from aligncheck.errors import ConfigError
from aligncheck.glossary.tables import TABLES, pairs_of, with_rows
from aligncheck.model.term import Term
from aligncheck.model.triage import Decision
from aligncheck.runner.files import read_bytes
from aligncheck.runner.locked_file import change_file, read_if_there
from aligncheck.runner.settings import read_glossary
from aligncheck.runner.triage.settings_file import with_listed

GLOSSARY = "glossary.tsv"
"""What a glossary is called where the settings name none; it lies beside them."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is to be added.

    Attributes:
        keep: words for the setting ``keep``.
        terms: English and Chinese, for the glossary.
        settings: the configuration file, as seen from the current directory; None where there is none.
        glossary: the glossary, likewise.
        anew: whether the settings do not name the glossary yet.
    """

    keep: tuple[str, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    settings: str | None = None
    glossary: str = GLOSSARY
    anew: bool = False

    def __bool__(self) -> bool:
        return bool(self.keep or self.terms)

    def over(self, settings: Settings) -> Settings:
        """The settings with the words."""
        config = settings.config
        terms = (*config.terms, *(Term(en=(english,), zh=(chinese,)) for english, chinese in self.terms))
        config = msgspec.structs.replace(config, keep=(*config.keep, *self.keep), terms=terms)
        return Settings(config, settings.origin, settings.file, settings.root)


def words_of(decisions: Iterable[Decision], settings: Settings, *, keep: bool, glossary: bool) -> Words:
    """What decisions ask for and the settings do not have.

    Raises ConfigError where there is no place for it: no configuration file, or another file in the glossary's place.
    """
    decisions = list(decisions)
    words = [word for decision in decisions for word in decision.keep or ()] if keep else []
    terms = [decision.term for decision in decisions if decision.term] if glossary else []
    config = settings.config
    new_words = tuple(word for word in dict.fromkeys(words) if word not in config.keep)
    known = pairs_of(config.terms) if terms else set()
    new_terms = tuple(term for term in dict.fromkeys(terms) if term not in known)
    if not new_words and not new_terms:
        return Words()
    if settings.file is None:
        remedy = "run aligncheck init, or leave them out: --no-keep --no-glossary"
        raise ConfigError("no configuration file to keep words and terms with", remedy=remedy)
    if new_terms and config.glossary and not config.glossary[0].lower().endswith(TABLES):
        remedy = f"add by hand: {', '.join(' = '.join(term) for term in new_terms)}; or name a .tsv or .csv file first"
        raise ConfigError("terms are added to tables of text only", path=config.glossary[0], remedy=remedy)
    place = settings.root / (config.glossary[0] if config.glossary else GLOSSARY)
    shown = os.path.relpath(place).replace(os.sep, "/")
    if new_terms and not config.glossary and place.exists() and not _left_over(shown, new_terms):
        remedy = "name it in the setting glossary if it is one, or rename it"
        raise ConfigError("is there, and the settings do not call it a glossary", path=shown, remedy=remedy)
    return Words(new_words, new_terms, settings.file, shown, anew=bool(new_terms) and not config.glossary)


def _left_over(glossary: str, terms: Sequence[tuple[str, str]]) -> bool:
    """Whether a glossary holds nothing but these terms: it was written, and the process ended before the settings."""
    return pairs_of(read_glossary(glossary)) <= set(terms)


def see_whether_writable(words: Words) -> None:
    """Write nothing. Raises InputError or ConfigError where ``add`` could not change a file as it should."""
    for content in _contents(words).values():
        content()


def add(words: Words) -> Iterator[str]:
    """Write what is to be added; each file when it is written. Raises InputError or ConfigError.

    The glossary comes first: settings must not name one that is missing.
    """
    for file, content in _contents(words).items():
        change_file(Path(file), content)
        yield file


def _contents(words: Words) -> dict[str, Callable[[], bytes]]:
    """The files to change, and what gives the new content of each."""
    more: dict[str, tuple[str, ...]] = {"keep": words.keep} if words.keep else {}
    if words.anew:
        more["glossary"] = (GLOSSARY,)
    contents: dict[str, Callable[[], bytes]] = {}
    if words.terms:
        contents[words.glossary] = lambda: _glossary(words)
    if more and words.settings is not None:
        file = words.settings
        contents[file] = lambda: _settings(file, more)
    return contents


def _settings(file: str, more: Mapping[str, Sequence[str]]) -> bytes:
    text = read_bytes(file).decode("utf-8")
    return with_listed(text, more, file, shared=Path(file).name == SHARED).encode()


def _glossary(words: Words) -> bytes:
    """The glossary's bytes with the terms behind those it has, in its encoding, its columns and with its line ends."""
    return with_rows(read_if_there(Path(words.glossary)) or b"", words.terms, words.glossary)
