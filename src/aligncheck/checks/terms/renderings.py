"""What stands in a target for a term whose approved name is missing there. Knows a dictionary, no fault."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from aligncheck.checks.terms.uses import Use, standing
from aligncheck.coverage.term_names import plain
from aligncheck.lang.en.inflection import DERIVED
from aligncheck.lang.en.lexis import STOP
from aligncheck.lang.text import HAN
from aligncheck.lang.zh.lexis import FUNCTION
from aligncheck.lang.zh.word_formation import NAMED_THING, OBJECT_VERBS
from aligncheck.lexicon import Lexicon

WEIGHT = 0.5
"""Weight in the dictionary from which a Chinese word may stand for an English one: that of two words in a gloss."""
_TIES = frozenset("-_./'\"()[]<>*")
_QUOTES = frozenset("\"'“‘「『《")
_MANY = 20
"""Places of a word's renderings that are looked at: a sentence has fewer."""
WINDOW = 8
"""Characters within which the renderings of a term's words stand together."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another rendering of a term: its characters in the target; ``latin`` where the source's word was left.

    ``exact``: whether it is known where it begins, so that another name may be put in its place.
    """

    start: int
    end: int
    latin: bool = False
    exact: bool = True


def other_rendering(use: Use) -> Other | None:
    """What the Chinese target has in place of an approved name; None where nothing clearly does."""
    taken = use.sides.covered
    if found := _glossed(use) or _left(use, taken):
        return found
    return _single(use, taken) if len(use.words) == 1 else _composed(use, taken)


def is_explained(name: str, use: Use, uses: Sequence[Use]) -> bool:
    """Whether a name in the target may render another word of the source than the term."""
    folded = plain(name)
    if any(folded in plain(approved) for other in uses if other is not use for approved in other.approved):
        return True
    if not use.sides.to_chinese:
        return False
    translations = use.sides.lexicon.translations
    return any(translations(word).get(folded, 0) >= WEIGHT for word in use.other_words)


def _glossed(use: Use) -> Other | None:
    """The word before the English name in brackets, which the translator puts there for it: 词元（token）."""
    text = use.sides.target_prose
    longest = max(len(name) for name in use.approved)
    for name in dict.fromkeys(name.text for match in use.matches for name in match.names):
        for start, end in standing(name, use.sides, frozenset()):
            before, after = text[:start].rstrip(), text[end:].lstrip()
            if not before.endswith(("(", "（")) or not after.startswith((")", "）")):
                continue
            first = over = len(before[:-1].rstrip())
            while over - first < max(2, longest) and first and HAN.match(text, first - 1):
                first -= 1
            if first < over:
                return Other(first, over, exact=False)
    return None


def _left(use: Use, taken: AbstractSet[int]) -> Other | None:
    """The English name, left as it is between Chinese words, and no name of a file, a type, a field or the like."""
    text, written = use.sides.target_prose, use.sides.pair.target.text
    named = {use.sides.pair.source.text[m.start : m.end] for m in use.matches if m.capital}
    for name in dict.fromkeys(name.text for match in use.matches for name in match.names):
        for start, end in standing(name, use.sides, taken):
            around = text[max(0, start - 2) : start].strip() + text[end : end + 2].strip()
            tied = any(c.isascii() and (c.isalnum() or c in _TIES) for c in around)
            form = written[start:end]
            if not (tied or form in named or _is_literal(form, start, use) or NAMED_THING.match(text, end)):
                return Other(start, end, latin=True)
    return None


def _is_literal(form: str, start: int, use: Use) -> bool:
    """Whether a word that was left is a placeholder in capitals (SELECTOR), or quoted on both sides."""
    if len(form) > 1 and form.isupper() and not any(form == name for term in use.terms for name in term.en):
        return True
    quoted = use.sides.target_prose[start - 1 : start] in _QUOTES
    source = use.sides.source
    return quoted and all(source[match.start - 1 : match.start] in _QUOTES for match in use.matches)


def _single(use: Use, taken: AbstractSet[int]) -> Other | None:
    """A rendering that the dictionary has for a term of one word."""
    text = use.sides.target_prose
    known = use.sides.lexicon.translations(use.words[0])
    for name in _listed(use.sides.lexicon, use.words[0]):
        if name not in text:
            continue
        if (known[name] < 1 and use.modifies and _is_akin(name, use)) or _is_phrase(name, use):
            continue  # 配色 renders two words, a colour scheme
        for start, end in standing(name, use.sides, taken, likely=known[name] >= 1):
            if not is_explained(name, use, ()):
                return Other(start, end)
    return None


def _is_akin(name: str, use: Use) -> bool:
    """Whether a name shares a character with an approved one, as the members of a word family do (配色, 颜色)."""
    return any(not set(name).isdisjoint(plain(approved)) for approved in use.approved)


def _is_phrase(name: str, use: Use) -> bool:
    """Whether a word of two characters is a verb with part of an approved name as its object (犯法, 法律): the
    translation has turned the noun into a verb, for which the glossary has no name."""
    return len(name) == 2 and name[0] in OBJECT_VERBS and _is_akin(name[1], use)


def _composed(use: Use, taken: AbstractSet[int]) -> Other | None:
    """Renderings of all words of a term, which stand together."""
    lexicon, text = use.sides.lexicon, use.sides.target_prose
    for name, weight in lexicon.translations(" ".join(use.words)).items():
        for start, end in standing(name, use.sides, taken):
            if weight >= WEIGHT:
                return Other(start, end)
    spots = []
    for word in use.words:
        if word in STOP:
            continue
        listed = (name for name in _listed(lexicon, word) if name in text)
        own = list(islice((place for name in listed for place in standing(name, use.sides, taken)), _MANY))
        if not own:
            return None
        spots.append(own)
    if not spots:
        return None
    for start, _ in spots[-1]:
        near = [min(own, key=lambda place: abs(place[0] - start)) for own in spots]
        first, last = min(s for s, _ in near), max(e for _, e in near)
        if last - first <= WINDOW and len({s for s, _ in near}) == len(near):
            words = {at for start, end in near for at in range(start, end)}
            return Other(first, last, exact=len(words) == last - first)
    return None


@lru_cache(maxsize=1 << 12)
def _listed(lexicon: Lexicon, word: str) -> tuple[str, ...]:
    """What the dictionary renders a word by, of two characters or more, the likeliest first.

    A word that it knows only as derived from another one (maintainer, maintain) has no renderings of its own.
    """
    if word.endswith(DERIVED) and lexicon.english_lemma(word) != word:
        return ()
    found = lexicon.translations(word)
    kept = [name for name, weight in found.items() if weight >= WEIGHT and len(name) > 1 and name not in FUNCTION]
    return tuple(sorted(kept, key=lambda name: (-found[name], -len(name), name)))
