"""English words for matching: how to cut them, which carry no content, how they are inflected. Knows no Chinese."""

from __future__ import annotations

import re

WORD = re.compile(r"[a-z]+(?:['’][a-z]+)*")
"""A word in lower-cased text; an inner apostrophe belongs to it."""

STOP: frozenset[str] = frozenset(
    """a an the of to in on at by for from with as into onto upon out off up down over about than then so too very
    and or but nor if though although while because since until unless that which whose whom
    be is am are was were been being do does did doing done have has had having will would shall should can could may
    might must ought there here it its it's this these those such also just even only still again
    some any each every both either neither other others another own same
    n't 's 'd 'll 're 've 'm
    hath doth thereof therein thereby whereof wherein""".split()
)
"""Words that a translation may leave without counterpart. Pronouns, question words, negation and numbers are not
here: Chinese renders them."""

IRREGULAR: dict[str, str] = {
    surface: lemma
    for lemma, surfaces in {
        "think": "thought",
        "leave": "left",
        "lie": "lay lain",
        "feel": "felt",
        "find": "found",
        "see": "saw",
        "bear": "born borne",
        "wind": "wound",
        "fall": "fell",
        "grind": "ground",
        "interest": "interesting",
        "bind": "bound",
        "speak": "spoke",
        "mean": "meant",
        "build": "built",
        "rise": "rose",
        "wear": "wore",
        "leaf": "leaves",
        "life": "lives",
    }.items()
    for surface in surfaces.split()
}
"""Forms that are words of their own, or forms of two words: a table that gives one lemma must miss the other."""

_SUFFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("iness", ("y",)),
    ("ness", ("",)),
    ("ily", ("y",)),
    ("ally", ("al", "")),
    ("bly", ("ble",)),
    ("ly", ("", "le")),
    ("eth", ("", "e")),
    ("ies", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("in'", ("", "e")),
    ("est", ("", "e")),
    ("er", ("", "e")),
    ("less", ("",)),
    ("ful", ("",)),
)


def stems(word: str) -> list[str]:
    """Guess the words that ``word`` (lower case) is a form or a derivation of, most likely first; perhaps none.

    The caller keeps those that a dictionary knows.
    """
    found: list[str] = []
    for tail in ("'s", "’s", "s'", "'d", "'ll", "'re", "'ve", "n't"):
        if word.endswith(tail) and len(word) > len(tail) + 1:
            word = word[: -len(tail)]
            found.append(word)
            break
    for suffix, endings in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            base = word[: -len(suffix)]
            found += [base + ending for ending in endings]
            if len(base) > 3 and base[-1] == base[-2] and suffix in ("ed", "ing", "er", "est"):
                found.append(base[:-1])
            break
    return found
