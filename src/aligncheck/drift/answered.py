"""Says whether a translation already holds what a change of its original brought. Knows one sentence pair."""

from __future__ import annotations

from functools import lru_cache

from aligncheck.drift.senses import senses
from aligncheck.drift.traces import items
from aligncheck.facts import Facts
from aligncheck.facts.compare import UNITS_DIFFER, agreement
from aligncheck.lang.zh.lexis import fold
from aligncheck.lexicon import Lexicon
from aligncheck.model.drift import Wording
from aligncheck.model.text import Lang

_VALUES = frozenset({"number", "date", "code"})
_WORDS = frozenset({"replaced", "added"})
_SURE = 1.0
"""Weight of a rendering that is the word, not part of a phrase."""
_POSSIBLE = 0.5
"""Least weight of what might render an old word."""
_MOST = 6
"""Words of content in a change above which a dictionary does not tell whether all of it was rendered."""


def answered(change: Wording, source: str, target: str, source_lang: Lang, target_lang: Lang) -> bool:
    """Whether a translation says the new thing of a change, and the old one no more. False when in doubt.

    Args:
        change: a material change of the source.
        source, target: the sentences as they are now.

    A value or code that came or was replaced: the new one must be in the translation, the old one not, unless the
    source still says that too. Words of content that came or replaced others: the dictionary must find a rendering of
    each new word in the translation, and none of an old one; the new words must be few and stand nowhere else in the
    source. What was removed, and negations, duties and conditions, are never answered: their absence proves nothing.
    """
    if not change.new:
        return False
    if change.kind in _VALUES:
        states = _has_code if change.kind == "code" else _states
        old_there = bool(change.old) and states(change.old, source_lang, target, target_lang)
        again = old_there and states(change.old, source_lang, source, source_lang)
        return states(change.new, source_lang, target, target_lang) and (again or not old_there)
    if change.kind not in _WORDS or source_lang == target_lang:
        return False
    return _rendered_anew(change, source, target, source_lang, target_lang)


def _has_code(code: str, _: Lang, text: str, __: Lang) -> bool:
    return "".join(code.split()).strip("`") in "".join(text.split())


def _states(value: str, lang: Lang, text: str, text_lang: Lang) -> bool:
    """Whether a text states the values of another, whatever they are written like."""
    facts, there = list(Facts.of(value, lang)), list(Facts.of(text, text_lang))
    if not facts:
        return value.lower() in text.lower()
    return all(any(agreement(f, other) > UNITS_DIFFER + 0.1 for other in there) for f in facts)


def _rendered_anew(change: Wording, source: str, target: str, lang: Lang, target_lang: Lang) -> bool:
    """Whether the dictionary finds all new words of content in the translation, and no old one."""
    new, old = _content(change.new, lang), _content(change.old, lang)
    if new is None or old is None or change.old.count("…"):
        return False
    rest = _content(source[: change.start] + " … " + source[change.end :], lang)
    come, gone = new - old, old - new
    if not come or len(come) > _MOST or rest is None or come & rest:
        return False
    there = all(_renders(word, target, lang, target_lang, sure=True) for word in come)
    return there and not any(_renders(word, target, lang, target_lang, sure=False) for word in gone - rest)


def _content(text: str, lang: Lang) -> set[str] | None:
    """Words of content by their dictionary forms; None where the text holds what a dictionary cannot tell."""
    found = senses(items(text, lang), lang)
    if any(s.kind not in ("light", "content") for s in found):
        return None
    return {s.key for s in found if s.kind == "content"}


@lru_cache(maxsize=1 << 10)
def _renders(word: str, target: str, lang: Lang, target_lang: Lang, *, sure: bool) -> bool:
    """Whether a translation holds a rendering of a word; ``sure`` asks for more than one Han character of it."""
    lexicon = Lexicon.load()
    least, weight = (2, _SURE) if sure else (1, _POSSIBLE)
    if lang == "en":
        folded = fold(target)
        return any(w >= weight and len(r) >= least and r in folded for r, w in lexicon.translations(word).items())
    words = {s.key for s in senses(items(target, target_lang), target_lang) if s.kind == "content"}
    return any(lexicon.translations(w).get(fold(word), 0.0) >= weight for w in words)
