"""How a name in Latin letters may sound: a row of sounds, read loosely enough for many languages.

A *sound* is one character: ``a e i o u y`` are vowels as they are written, ``E`` is an e that ends a word; of the
consonants ``S`` is sh, ``Z`` zh, ``C`` ch, ``T`` th, ``K`` kh, ``H`` gh, ``Q`` and ``G`` the soft c and g.
A *quality* is how a vowel is heard: ``a e i o u``, two of them for a diphthong, ``@`` for a murmur.
"""

from __future__ import annotations

from functools import cache
from unicodedata import normalize

from aligncheck.lang.patterns import deferred

VOWELS = "aeiouyE"

_PLAIN = str.maketrans({"ł": "l", "ø": "o", "ß": "ss", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})
_POSSESSIVE = deferred(r"['’]s?(?=\s|$)")
_WORD = deferred(r"[a-z]+")
_TWICE = deferred(r"([bdfgklmnprstvwj])\1")

_BEGINNINGS = {"kn": "n", "gn": "n", "wr": "r", "ps": "s", "pt": "t", "mc": "mac"}
_SPELLINGS = tuple(
    pair.split(":")
    for pair in """tsch:C shch:S tch:C sch:S sh:S zh:Z ch:C cz:C tz:ts zz:z sz:S ck:k cq:k kh:K ght:t gh:H th:T ph:f
    rh:r dj:j dt:t wh:w qu:ku sce:Qe sci:Qi scy:Qy ce:Qe ci:Qi cy:Qy cQ:Q c:k ge:Ge gi:Gi gy:Gy dG:j
    gue:ge gui:gi""".split()
)
"""Spelling → sounds, put in one after the other."""
_LOW_W = deferred(r"(?<=[aeo])w(?![aeiouyEH])")

_QUALITIES = {
    "a": "a0 ei1 e2 o2 ai2 @1 ia3 au3", "e": "e0 @0 i1 ei1 a3 ie1 ia3 o5 ai4", "i": "i0 ai1 @2 e2 ei3",
    "o": "o0 au1 u2 a2 @2 ou0 ua3", "u": "u0 iu0 a1 @1 o3 i3 ou3 e3 au4", "y": "i0 ai1 @2 iu3 e3 u3",
    "E": "@0 e1 i2 ei1 a4", "": "@0", "ee": "i0 ei2 e3", "ea": "i0 e0 ei1 ia1 a1 @1", "ie": "i0 e1 ie0 ai1 ia2",
    "ei": "ei0 ai0 i1 e1", "ey": "i0 ei0 ai1", "ai": "ai0 ei0 e1 i3 a3", "ay": "ei0 ai0 i3 e2",
    "ae": "e0 ei1 i2 a1 ai1", "au": "au0 o0 ou1 a3", "oa": "o0 ou0 ua1 au2 a2", "oe": "o0 @0 e1 i2 ue1 ou1",
    "oi": "oi0 ua1 uai1 o2 ai3 uei1", "oy": "oi0 ua1 uai1 ai3 o2", "oo": "u0 o2 a3", "ou": "u0 ou0 au0 o1 a2 @2",
    "eu": "iu0 oi0 u0 e2 o1 @2 ou1", "ew": "iu0 u0", "ui": "ui0 uei0 i2 u1 uai2 ei2", "ue": "u0 iu0 ue0 e1 uei1",
    "ua": "ua0 a1 uei2 u3", "uo": "uo0 o0 ou1 ua2 u1", "ia": "ia0 a1 ai1 i3", "io": "io0 o1 iou1 au1 iau1",
    "iu": "iu0 u1 iou0", "ya": "ia0 a1", "yo": "io0 o1 iou1 iau1", "yu": "iu0 u1 iou0", "ye": "ie0 e0",
    "ao": "au0 a2 o2", "eo": "io1 i2 o1 e2 au2 iau1", "aye": "ei0 ai0", "eau": "o0 u3", "ieu": "iu0 e2 @1",
    "iou": "iu1", "oui": "i1 uei1", "eou": "u1", "uy": "ai0 i2 uei1", "ij": "ai0 ei1", "aa": "a0", "ii": "i0",
    "yy": "i0", "uu": "u0", "aia": "aia0 ai2",
}  # fmt: skip
"""A vowel or row of vowels → qualities, each with what it costs, in tenths."""

_ODD = 0.15
"""Cost of reading a row of vowels by its first or last letter."""


@cache
def qualities(vowels: str) -> dict[str, float]:
    """What a row of vowels may sound like, and how far that is from its usual sound."""
    listed = _QUALITIES.get(vowels)
    if listed is not None:
        return {item[:-1]: int(item[-1]) / 10 for item in listed.split()}
    found: dict[str, float] = {}
    for part in (vowels[0], vowels[-1], vowels[:2].lower(), vowels[-2:].lower()):
        for quality, cost in qualities(part).items() if part != vowels else ():
            found[quality] = min(found.get(quality, 1.0), cost + _ODD)
    return found


def words(name: str) -> list[str]:
    """The words of a name in plain small letters, without accents and possessive endings."""
    plain = name.lower()
    if not plain.isascii():
        plain = "".join(c for c in normalize("NFKD", plain.translate(_PLAIN)) if c < "\u0250" or c == "’")
    return _WORD.findall(_POSSESSIVE.sub("", plain).replace("'", "").replace("’", ""))


def sounds(word: str) -> str:
    """The sounds of one word (plain small letters)."""
    if word[:2] in _BEGINNINGS:
        word = _BEGINNINGS[word[:2]] + word[2:]
    elif word.startswith("mac") and word[3:4] not in "eiyk":
        word = "mak" + word[3:]
    text = _TWICE.sub(r"\1", word)
    if text.endswith(("que", "ques")):
        text = text[: text.rindex("que")] + "k"
    elif text.endswith("mb"):
        text = text[:-1]
    for spelling, heard in _SPELLINGS:
        if spelling in text:
            text = text.replace(spelling, heard)
    if "w" in text:
        text = _LOW_W.sub("u", text)
    if "x" in text:
        text = text[0] + text[1:].replace("x", "ks")
    if text.endswith("e") and text[-2:-1] not in ("a", "e", "i", "o", "u", ""):
        text = text[:-1] + "E"
    return text


_ENDING = deferred(r"(?=(?:ians?|ans?|ia|iS|esE|itE|ites|ic|i?k?us|(?<=i)te?s?|(?<=[iy]a)ns?|ers?|s|i)$)")


def endings(text: str) -> list[int]:
    """Where the ending of a derived word (-ian, -ese, -ites, plural) may begin, which Chinese says with words."""
    return [found.start() for found in _ENDING.finditer(text) if found.start() >= 3]


NOT_MUTE = tuple(VOWELS.replace("E", ""))
"""Vowels that are surely heard."""

HEAD_DROPPED, MOST_DROPPED, ENDING_DROPPED = 0.4, 0.8, 0.25
"""The most that may be left out before the first character and between two; the cost of leaving out an ending."""

SWALLOWED = {"r": 0.35, "h": 0.1}
"""Sounds between a consonant and its vowel that may go unheard, with the cost."""

_DROPPED = {
    "E": 0.0, "e": 0.15, "a": 0.25, "i": 0.25, "o": 0.25, "u": 0.25, "y": 0.3, "H": 0.05, "h": 0.1, "w": 0.3, "r": 0.4,
    "t": 0.4, "d": 0.4, "l": 0.5, "g": 0.5,
}  # fmt: skip
_CONSONANT_DROPPED = 0.8


def dropping(text: str, place: int) -> float:
    """Cost of a sound at this place having no counterpart."""
    sound, after = text[place], text[place + 1 : place + 2]
    if sound in "gH" and text[place - 1 : place] == "n":
        return 0.1
    if sound == "h" and after not in NOT_MUTE:
        return 0.05
    if sound == "g" and after == "n":
        return 0.15
    if sound == "k" and after == "s":
        return 0.3
    return _DROPPED.get(sound, _CONSONANT_DROPPED)
