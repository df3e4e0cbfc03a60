"""Which words an English form may be a form of, and whether it is used as a verb. Knows no dictionary."""

from __future__ import annotations

DERIVED = ("ness", "less", "ful", "ly", "er", "est", "or")
"""Endings that make another word: an agentless system has no agent, and no dictionary's lemma may say so."""
_BEFORE_VERBS = frozenset(
    """to can could will would shall should may might must cannot not don't please let's lets i we you they who
    doesn didn don t ll d""".split()
)
_BEFORE_NOUNS = frozenset(
    """a an the this that these those my your his her its our their each every any some no another which whose of
    one two three many several few both all more most other such first last next new same""".split()
)
_AFTER_VERBS = frozenset("the a an your my his our their its it them us me him her this these each every all".split())
"""What follows a verb as its object, and hardly ever a noun; that may follow a noun too (the model that)."""


_PHRASES = """for example;for instance;in fact;in case;in order;in addition;in general;in particular;in time;in turn;
in effect;in essence;in practice;in theory;in short;in view;in place;of course;at least;on time;by way;as an example;
as a result;as a rule;as a matter"""
SET_PHRASES = frozenset(tuple(phrase.split()) for phrase in _PHRASES.split(";"))
"""A word with the one or two before it that says something else than the word alone."""


def stems(word: str) -> tuple[str, ...]:
    """The words (lower case) whose plural, past or -ing a word that no dictionary lists may be, itself left out."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y", word[:-1]
    if word.endswith("es") and len(word) > 4:
        return word[:-1], word[:-2]
    if word.endswith("s") and not word.endswith("ss") and len(word) > 2:
        return (word[:-1],)
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            base = word[: -len(ending)]
            doubled = (base[:-1],) if base[-1] == base[-2] else ()
            return base, base + "e", *doubled
    return ()


def is_plural(form: str, word: str) -> bool:
    """Whether a form that is not the word itself may be its plural: it ends in s, or in neither -ed nor -ing."""
    return form.endswith("s") or not form.endswith(("ed", "ing")) or word.endswith(("ed", "ing"))


def is_verb(before: str, after: str, *, opens: bool) -> bool:
    """Whether a word is used as a verb, by the words (lower case, "" for none) on either side of it.

    ``opens``: whether it opens its clause, as an imperative does.
    """
    if before in _BEFORE_NOUNS:
        return False
    if before in _BEFORE_VERBS:
        return True
    return after in _AFTER_VERBS and (opens or before.endswith("s") or before in ("and", "or", "that", "which"))
