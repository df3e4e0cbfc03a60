"""Forms of English words: spellings, short forms, dictionary forms, misspellings. Knows single words, no sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from aligncheck.lang.en.edits import EXPANDED, SYNONYMS
from aligncheck.lang.patterns import deferred

_SPELLINGS: tuple[tuple[str, str], ...] = (
    (r"(?<=.{2})ours?(?=$|s$|ed$|ing$|able$|al$|ful$|ite$|less$|er$)", "or"),
    (r"(?<=.{3})is(e|es|ed|er|ers|ing|ation|ations)$", r"iz\1"),
    (r"(?<=.{2})ys(e|es|ed|er|ers|ing)$", r"yz\1"),
    (r"(?<=.{2}[^aeiou])re(s?)$", r"er\1"),
    (r"(?<=.{2})ogue(s?)$", r"og\1"),
    (r"(?<=.[aeiou])ll(?=(?:ed|ing|er|ers|ation)$)", "l"),
    (r"(?<=.{3}[aeiou])lment", "llment"),
    (r"(?<=^def)ence", "ense"), (r"(?<=^lic)ence", "ense"), (r"(?<=^off)ence", "ense"), (r"(?<=^pract)ise", "ice"),
    (r"^grey", "gray"), (r"^programme(s?)$", r"program\1"), (r"^artefact", "artifact"), (r"^cheque", "check"),
    (r"^catalogue", "catalog"), (r"^judgement", "judgment"), (r"^acknowledgement", "acknowledgment"),
    (r"^whilst$", "while"), (r"^amongst$", "among"), (r"^towards$", "toward"), (r"^learnt$", "learned"),
    (r"^spelt$", "spelled"), (r"^burnt$", "burned"), (r"^tyre", "tire"), (r"^aluminium", "aluminum"),
    (r"^ageing", "aging"), (r"^fulfil(?=$|s$|ment)", "fulfill"), (r"^skilful", "skillful"), (r"^aeroplane", "airplane"),
    (r"^plough", "plow"), (r"^sceptic", "skeptic"), (r"^storey", "story"), (r"^mould", "mold"),
)  # fmt: skip
_RULES = tuple((deferred(pattern), new) for pattern, new in _SPELLINGS)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TAILS = ("s", "es", "d", "ed", "ing", "ly", "er", "r", "'s")


@lru_cache(maxsize=1 << 14)
def spelling(word: str) -> str:
    """A word (small letters) as Americans spell it; what is no word but comes out alike for both will do."""
    for pattern, new in _RULES:
        word = pattern.sub(new, word)
    return word


@lru_cache(maxsize=1 << 14)
def full(word: str) -> tuple[str, ...]:
    """A word (small letters) as the words it is short for: *don't* is *do not*."""
    if word in EXPANDED:
        return tuple(EXPANDED[word].split())
    stem, mark, tail = word.partition("'")
    if not mark:
        return (word,)
    if tail == "t" and stem.endswith("n"):
        return (stem[:-1], "not")
    return {
        "ll": (stem, "will"), "re": (stem, "are"), "ve": (stem, "have"), "d": (stem, "would"), "m": (stem, "am"),
        "s": (stem,), "": (stem,),
    }.get(tail, (word,))  # fmt: skip


@lru_cache(maxsize=1 << 14)
def lemma(word: str) -> str:
    """The dictionary form of a word (small letters), in American spelling."""
    import simplemma

    form = str(simplemma.lemmatize(word, "en")).lower() if word.isascii() and word.isalpha() else word
    return spelling(form)


@lru_cache(maxsize=1 << 14)
def is_listed(word: str) -> bool:
    """Whether a word (small letters) stands in a table of English forms."""
    import simplemma

    return bool(simplemma.is_known(word, "en")) or bool(simplemma.is_known(spelling(word), "en"))


def synonyms(word: str) -> list[str]:
    """What may stand for a word (small letters) in a manual, the word left out."""
    sense = SYNONYMS.get(word) or SYNONYMS.get(lemma(word))
    return [other for other, one in SYNONYMS.items() if sense is not None and one == sense and other != word]


def variants(word: str) -> Iterator[str]:
    """What a word (small letters) may have been before a small edit: misspelt, or in another form."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in _LETTERS)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in _LETTERS)


_BRITISH: tuple[tuple[str, str], ...] = (
    (r"or(?=$|s$|ed$|ing$|able$|al$|ful$|ite$|er$)", "our"), (r"iz(?=e|ing|ation)", "is"), (r"yz(?=e|ing)", "ys"),
    (r"er(?=s?$)", "re"), (r"og(?=s?$)", "ogue"), (r"l(?=(?:ed|ing|er|ation)$)", "ll"), (r"ense", "ence"),
    (r"gray", "grey"), (r"gram(?=s?$)", "gramme"), (r"fill", "fil"),
)  # fmt: skip


def forms(word: str) -> Iterator[str]:
    """Other forms a word (small letters) may have, correct or not: plural, tense, the other spelling."""
    stems = {word, spelling(word), lemma(word), re.sub(r"(?:es|s|ed|ing|d|ly)$", "", word)}
    for stem in sorted(stems):
        yield stem
        yield from (stem + tail for tail in _TAILS)
        if stem.endswith("e"):
            yield from (stem[:-1] + tail for tail in ("ing", "ed", "ation"))
        if stem.endswith("y"):
            yield from (stem[:-1] + tail for tail in ("ies", "ied"))
        if stem and stem[-1] in "bdgklmnprt":
            yield from (stem + stem[-1] + tail for tail in ("ing", "ed"))
        yield from (re.sub(pattern, old, stem) for pattern, old in _BRITISH)
