"""English spellings of one Chinese name: the usual one, and those that differ by a letter or two. Words no finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from aligncheck.checks._rule import DocumentContext
from aligncheck.checks.names.mentions import Name, Names, names_of
from aligncheck.lang.en.capitals import DERIVED, SHORTENED

SHORTEST = 5
"""Letters of the shortest name looked at: shorter ones differ by a letter and are different names."""
SHARE = 0.6
"""Share of a spelling's pairs that must have the Chinese name."""


@dataclass(frozen=True)
class Spelled:
    """A Chinese name (simplified), ``usual`` spelled so in ``texts``, and otherwise at ``places``.

    A place is the pair's number in the cover, where the word begins in the English, and how it is spelled there.
    """

    form: str
    usual: str
    texts: tuple[int, ...]
    places: tuple[tuple[int, int, str], ...]


def spellings_of(document: DocumentContext) -> list[Spelled]:
    """Names that an English translation spells in two ways."""
    names = names_of(document)
    rivals = _rivals(names)
    rendered = names.rendered(names.known[spelling] for spelling in rivals)
    found = []
    for spelling, others in rivals.items():
        name = names.known[spelling]
        form = _form(name, [*rendered[spelling]], names)
        if form is not None and _is_sound(spelling, form, names):
            places = [place for other in others for place in _places(names.known[other], name, form, names)]
            if places:
                found.append(Spelled(form, spelling, tuple(name.texts), tuple(sorted(places))))
    return found


def _rivals(names: Names) -> dict[str, list[str]]:
    """To each spelling met twice or more, those met less often that differ from it by a letter, or by two swapped."""
    shapes: dict[str, list[str]] = defaultdict(list)
    for spelling in names.known:
        if len(spelling) >= SHORTEST and spelling.lower() not in names.settled:
            for shape in _shapes(spelling):
                shapes[shape].append(spelling)
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for group in shapes.values():
        for one in group if len(group) > 1 else ():
            for other in group:
                if _may_be(names.known[one], names.known[other]):
                    found[one][other] = None
    return {one: list(found[one]) for one in names.known if one in found}


def _shapes(spelling: str) -> set[str]:
    """The spelling without each of its letters in turn, and whole; two that share one differ by a letter or two."""
    low = spelling.lower()
    return {low, *(low[:n] + low[n + 1 :] for n in range(1, len(low)))}


def _may_be(usual: Name, other: Name) -> bool:
    """Whether one may be a slip for the other: rarer, and no form derived from it."""
    if len(usual.texts) < 2 or len(other.texts) >= len(usual.texts):
        return False
    long, short = sorted((usual.spelling.lower(), other.spelling.lower()), key=len, reverse=True)
    return (
        not (long.startswith(short[:-1]) and long[len(short) - 1 :].endswith((*DERIVED, *SHORTENED))) and long != short
    )


def _form(name: Name, forms: list[str], names: Names) -> str | None:
    """The Chinese that most pairs with the spelling have."""
    best, most = None, SHARE * len(name.texts)
    for form in forms[:3]:
        many = sum(form in names.chinese(text) for text in name.texts)
        if many >= most:
            best, most = form, many + 0.5
    return best


def _is_sound(spelling: str, form: str, names: Names) -> bool:
    """Whether the characters write the name by its sounds, or are read so in pinyin: words that mean it do neither."""
    if names.writes(form, spelling):
        return True
    read = [names.readings(char) for char in form]
    cuts = (cut for cut in names.syllables(spelling.lower()) if len(cut) == len(read))
    return any(all(syllable in known for syllable, known in zip(cut, read, strict=True)) for cut in cuts)


def _places(other: Name, name: Name, form: str, names: Names) -> Iterator[tuple[int, int, str]]:
    """Where the other spelling stands for the same name: in all its pairs the Chinese has it, and no word for both."""
    if all(form in names.chinese(text) for text in other.texts):
        for text, start, _ in other.mentions:
            if name.spelling not in names.english[text]:
                yield text, start, other.spelling
