"""Chinese people in English: whether a name in pinyin is that of the characters, in their order. Knows no sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from aligncheck.checks._rule import Evidence, Example, Hit, PairContext, Rule, pair_rule
from aligncheck.coverage.names import readings, syllables
from aligncheck.lang.en.capitals import CHINESE_PERSON
from aligncheck.lang.zh.lexis import fold
from aligncheck.lang.zh.people import surnames
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Severity

SHORTEST = 4
"""Letters of the shortest given name that may be a slip for another one."""


class _Person(NamedTuple):
    """A name as the English has it: its characters there, surname and given name in small letters."""

    start: int
    end: int
    surname: str
    given: str


@pair_rule(
    "TRM014",
    "pinyin-name-differs",
    Severity.INFO,
    since="0.1.0",
    bad=[
        Example("Mao Dezong wrote a poem.", "毛泽东写了一首诗。", "Mao Zedong"),
        Example("Jinping Xi spoke first.", "习近平首先讲话。", "the surname comes first"),
    ],
    good=[
        Example("Mao Zedong wrote a poem.", "毛泽东写了一首诗。"),
        Example("Mao Tse-tung wrote a poem.", "毛泽东写了一首诗。", "another romanisation"),
        Example("Xi Jinping spoke first.", "習近平首先講話。"),
    ],
)
def pinyin_name_differs(pair: PairContext) -> Iterator[Hit]:
    """A Chinese person's name in pinyin has its parts in the wrong order, or a letter or two that the characters lack.

    Why: a name misspelled is a person not found; and whoever reads “Jinping” as a surname will cite it so.

    The English must have a surname and a given name that are pinyin throughout, and the Chinese no person of that
    name: but one with the same surname whose given name is spelled nearly so, or the very name with its surname first.

    Silent: for other romanisations (Wade–Giles, Cantonese), for given names of less than four letters, where the
    surname stands alone in the Chinese.
    """
    english = pair.english.text
    chinese = ""
    for match in CHINESE_PERSON.finditer(english):
        first, second = match.group(1).lower(), _plain(match.group(2))
        known = surnames()
        if first not in known and second not in known:
            continue
        chinese = chinese or fold(pair.chinese.text)
        lexicon = pair.document.lexicon
        if first in known and _stands(first, second, chinese, lexicon) is not None:
            continue
        if second in known:
            at = _stands(second, first, chinese, lexicon)
            if at is not None and not (first in known and len(syllables(second, lexicon)) > 1):
                person = _Person(*match.span(), second, first)
                yield _hit(pair, person, at, f"{match.group(2)} {match.group(1)}", "has its surname first")
                continue
        if first in known and len(second) >= SHORTEST and syllables(second, lexicon):
            found = _nearly(first, second, chinese, lexicon)
            if found is not None:
                at, given = found
                person = _Person(*match.span(), first, second)
                yield _hit(pair, person, at, f"{match.group(1)} {given.capitalize()}", "is read")


def _plain(given: str) -> str:
    return given.lower().replace("-", "").replace("'", "").replace("’", "")


def _stands(surname: str, given: str, chinese: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the Chinese has a person whose characters are read so."""
    cuts = syllables(given, lexicon)
    for start, end in _surnamed(surname, chinese):
        for cut in cuts:
            chars = chinese[end : end + len(cut)]
            if len(chars) == len(cut) and all(s in readings(c, lexicon) for s, c in zip(cut, chars, strict=True)):
                return start, end + len(cut)
    return None


def _surnamed(surname: str, chinese: str) -> Iterator[tuple[int, int]]:
    """Where one of the surnames that are read so stands."""
    for name in surnames().get(surname, ()):
        at = chinese.find(name)
        while at >= 0:
            yield at, at + len(name)
            at = chinese.find(name, at + 1)


def _nearly(surname: str, given: str, chinese: str, lexicon: Lexicon) -> tuple[tuple[int, int], str] | None:
    """Where the Chinese has a person of that surname whose given name is spelled nearly so, and how it is spelled."""
    for size in sorted({len(cut) for cut in syllables(given, lexicon)}):
        for start, end in _surnamed(surname, chinese):
            chars = chinese[end : end + size]
            if len(chars) < size or size > 2:
                continue
            for spelling in _spellings(chars, lexicon):
                if _slip(spelling, given):
                    return (start, end + size), spelling
    return None


def _spellings(chars: str, lexicon: Lexicon) -> list[str]:
    found = [""]
    for char in chars:
        found = [before + reading for before in found for reading in sorted(readings(char, lexicon))]
    return found


def _slip(right: str, written: str) -> bool:
    """Whether two spellings differ by one letter, or by two that changed places or begin the other syllable."""
    if abs(len(right) - len(written)) > 1 or right == written:
        return False
    if sorted(right) == sorted(written):
        return True
    long, short = (right, written) if len(right) >= len(written) else (written, right)
    at = next((n for n, (a, b) in enumerate(zip(long, short, strict=False)) if a != b), len(short))
    return long[at + 1 :] == (short[at:] if len(long) > len(short) else short[at + 1 :])


def _hit(pair: PairContext, person: _Person, at: tuple[int, int], right: str, what: str) -> Hit:
    written, characters = pair.english.text[person.start : person.end], pair.chinese.text[slice(*at)]
    return pair.hit_by_language(
        f"“{written}” stands for {characters}, which {what}: {right}.",
        en=(Evidence(person.start, person.end, right),),
        zh=(Evidence(*at),),
        confidence=0.7,
        key=f"{written} {characters}",
    )


RULES: tuple[Rule, ...] = (pinyin_name_differs,)
