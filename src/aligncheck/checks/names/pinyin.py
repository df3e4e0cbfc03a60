"""Chinese people in English: whether a name in pinyin is that of the characters, in their order. Knows no sentence."""

from __future__ import annotations

from collections.abc import Iterator

from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, Rule, document_rule
from aligncheck.checks.names.mentions import Names, names_of
from aligncheck.lang.en.capitals import GIVEN_BEFORE, GIVEN_BEHIND
from aligncheck.lang.zh.people import surnames
from aligncheck.model.report import Severity

SHORTEST, LONGEST = 4, 20
"""Letters of the shortest given name that may be a slip for another one, and of the longest before a surname."""

MOST = 2
"""Characters of a given name."""


@document_rule(
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
def pinyin_name_differs(document: DocumentContext) -> Iterator[Hit]:
    """A Chinese person's name in pinyin has its parts in the wrong order, or a letter or two that the characters lack.

    Why: a name misspelled is a person not found; and whoever reads “Jinping” as a surname will cite it so.

    The English must have a surname in pinyin, and the Chinese no person of that name: but one with the same surname
    whose given name is spelled nearly so, or the very name with its surname first.

    Silent: for other romanisations (Wade–Giles, Cantonese), which differ by more than a letter, for given names of less
    than four letters, where the surname stands alone in the Chinese, for a name that the glossary has.
    """
    names, known = names_of(document), surnames()
    for name in names.known.values():
        surname = name.spelling.lower()
        if surname not in known or surname in names.settled:
            continue
        for text, start, _ in name.mentions:
            english, end = names.english[text], start + len(surname)
            behind = GIVEN_BEHIND.match(english, end)
            right = behind and _stands(surname, _plain(behind.group(1)), names.chinese(text), names)
            if right:
                continue
            before = GIVEN_BEFORE.search(english, max(0, start - LONGEST), start)
            if before is not None:
                at = _stands(surname, _plain(before.group(1)), names.chinese(text), names)
                if at is not None and not _may_be_surname(before.group(1), name.spelling, names):
                    order = f"{name.spelling} {before.group(1)}"
                    yield _hit(names, text, (before.start(1), end), at, order, "has its surname first")
                    continue
            if behind is not None:
                found = _nearly(surname, behind.group(1), names.chinese(text), names)
                if found is not None:
                    at, given = found
                    spelled = f"{name.spelling} {given.capitalize()}"
                    yield _hit(names, text, (start, behind.end()), at, spelled, "is read")


def _may_be_surname(first: str, second: str, names: Names) -> bool:
    """Whether the word before a surname is one as well, and the other a given name: Zeng Li, Zhang Wenhua."""
    return first.lower() in surnames() and len(names.syllables(second.lower())) > 1


def _plain(given: str) -> str:
    return given.lower().replace("-", "").replace("'", "").replace("’", "")


def _stands(surname: str, given: str, chinese: str, names: Names) -> tuple[int, int] | None:
    """Where the Chinese has a person whose characters are read so."""
    cuts = names.syllables(given)
    for start, end in _surnamed(surname, chinese):
        for cut in cuts:
            chars = chinese[end : end + len(cut)]
            if len(chars) == len(cut) and all(s in names.readings(c) for s, c in zip(cut, chars, strict=True)):
                return start, end + len(cut)
    return None


def _surnamed(surname: str, chinese: str) -> Iterator[tuple[int, int]]:
    """Where one of the surnames that are read so stands."""
    for name in surnames().get(surname, ()):
        at = chinese.find(name)
        while at >= 0:
            yield at, at + len(name)
            at = chinese.find(name, at + 1)


def _nearly(surname: str, written: str, chinese: str, names: Names) -> tuple[tuple[int, int], str] | None:
    """Where the Chinese has a person of that surname whose given name is spelled nearly so, and how it is spelled.

    What is no pinyin may be another romanisation: one of Taiwan has a hyphen, and short ones are many.
    """
    given = _plain(written)
    sizes = {len(cut) for cut in names.syllables(given)}
    if len(given) < SHORTEST or (not sizes and (len(given) == SHORTEST or "-" in written)):
        return None
    for size in sorted(sizes) or [MOST]:
        for start, end in _surnamed(surname, chinese):
            chars = chinese[end : end + size]
            if len(chars) < size or size > MOST:
                continue
            for spelling in _spellings(chars, names):
                if _slip(spelling, given):
                    return (start, end + size), spelling
    return None


def _spellings(chars: str, names: Names) -> list[str]:
    found = [""]
    for char in chars:
        found = [before + reading for before in found for reading in sorted(names.readings(char))]
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


def _hit(names: Names, text: int, place: tuple[int, int], at: tuple[int, int], right: str, what: str) -> Hit:
    """``place`` and ``at`` are the name in the English and its characters in the Chinese of a pair."""
    pair = names.pairs[text]
    written, characters = pair.english.text[slice(*place)], pair.chinese.text[slice(*at)]
    english = Evidence(*pair.english.locate(*place), right)
    chinese = Evidence(*pair.chinese.locate(*at))
    into_chinese = pair.target is pair.chinese
    return Hit(
        f"“{written}” stands for {characters}, which {what}: {right}.",
        (english,) if into_chinese else (chinese,),
        (chinese,) if into_chinese else (english,),
        confidence=0.7,
        key=f"{written} {characters} {names.english[text]}",
        pair=pair.pair.id,
    )


RULES: tuple[Rule, ...] = (pinyin_name_differs,)
