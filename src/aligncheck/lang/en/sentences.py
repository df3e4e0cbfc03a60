"""Where English sentences end, and what marks words as English; knows nothing of blocks or of Chinese grammar."""

from __future__ import annotations

import re
from functools import lru_cache

from aligncheck.lang.patterns import deferred, each_at

_CANDIDATE = deferred(
    r"(?P<stop>\.(?:[ \u00a0]?\.)+|[.!?…]+|[—–-](?=[\"'”’] [\"'“‘]))"
    r"(?P<close>(?:[\"'”’»)\]*_]|\[\d{1,3}\])*)(?P<gap>[ \t\u00a0\u3000]+|\n|$)"
    r"|(?P<line>\n)"
)
_SIGNS = deferred(r"[.!?…—–\n-]")
"""What a candidate begins with."""
_OPENERS = "\"'“‘«([*_¿¡—–- "
_LAST_WORD = deferred(r"[A-Za-z](?:[A-Za-z.&]*[A-Za-z])?$|\d+$")
_NEXT_WORD = deferred(r"[A-Za-z][A-Za-z'’-]*")

_NEVER = frozenset(
    """mr mrs ms dr prof st mt messrs mme mlle gen sen rep gov capt lt col sgt maj cmdr adm rev hon pres supt
    fr sr.dr vs v cf e.g i.e eg ie viz approx ca c esp incl resp fig figs eq eqs sec secs sect ch chap vol
    vols ed eds trans tab ref refs p pp al.et art nos dept univ assn bros""".split()
)
"""Abbreviations that a word always follows."""

_MAYBE = frozenset(
    """inc ltd co corp llc plc jr sr etc et.al al u.s u.k u.n u.s.a e.u d.c a.m p.m am.pm ph.d m.d b.a m.a b.sc
    m.sc b.c a.d b.c.e c.e a.k.a r.i.p jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri
    sat sun ave blvd rd ft.lb est min max misc orig def dist""".split()
)
"""Abbreviations that may end a sentence: one that begins with a common word follows then."""

_BEFORE_NUMBER = frozenset(
    """no nos p pp fig figs eq eqs sec sect ch chap vol art ver v jan feb mar apr may jun jul aug sep sept oct nov
    dec""".split()
)

STARTERS = frozenset(
    """the a an this that these those it its he she his her they their we our you your i my in on at by for
    from with to of as if when while after before since although though because but and or so yet however
    moreover therefore thus there here what who whom whose which why how where then now also not no yes is
    are was were do does did can could will would should may might must let once each every some many most
    all both either neither one such another other its first second finally instead meanwhile indeed perhaps""".split()
)
"""Words that begin sentences and are no names; in lower case."""

_SAID = deferred(
    r"(?!(?:I|He|She|It|We|They|You)\b)(?:[A-Z][\w.'’-]*\s+|(?:the|a|an|his|her|their|my|our)\s+[a-z]+\s+){1,3}(?:\w+ly\s+)?"
    r"(?:said|says|asked|asks|replied|answered|cried|shouted|whispered|muttered|murmured|exclaimed|added|remarked|"
    r"observed|wondered|yelled|snapped|demanded|declared|insisted|admitted|agreed|explained|suggested|repeated|"
    r"interrupted|protested)\b(?![^.!?\n]{0,60}:)"
)
"""A speech tag after a quotation: a name, not a pronoun with a capital, which begins a sentence."""

FUNCTION_WORDS = frozenset(
    """the a an of to in on at by for from with as is are was were be been being am do does did has have had
    will would can could should may might must shall and or but nor so if when while because although though
    than that this these those there here it its he she they we you i him her them us me my your his their
    our what which who whom whose why how where not no into onto upon about over under between among through
    during before after above below up down out off again further then once all any both each few more most
    other some such only own same too very just also until against without within along across behind beyond
    near via per""".split()
)
"""Closed-class words: they show that a stretch of text is English prose, not names inside another language."""

_WORDY = deferred(r"(?:ing|ed|tion|sion|ness|ment|ity|ance|ence|ship|ology|able|ible|ful|less|ive|ly|ies)$")
_HEADING_WORDS = frozenset(
    """abstract acknowledgements appendix background basics benefits changelog chapter conclusion contents
    contributing contact definitions description discussion documentation example examples faq features
    foreword glossary goals guide history how index introduction license limitations methods motivation
    notes overview part preface principles purpose questions references requirements resilience resources
    results roadmap scope section security setup solutions steps summary support terms tips usage values
    vision welcome work category date example field item name number option parameter property result source
    title total type value hello hi goodbye yes okay please sorry thanks thank wait""".split()
)


@lru_cache(maxsize=1 << 15)
def word_weight(word: str) -> float:
    """How strongly a word shows that its surroundings are English: 0.3 (a name or term) to 1.5 (a closed class)."""
    lower = word.lower()
    if lower in FUNCTION_WORDS:
        return 0.3 if len(word) > 1 and word.isupper() else 1.5
    if lower in _HEADING_WORDS:
        return 1.0
    if word != lower and not word[1:].islower():
        return 0.3
    if len(word) > 4 and _WORDY.search(lower):
        return 0.8
    return 0.7 if word == lower else 0.35


def boundaries(text: str, start: int, end: int) -> list[int]:
    """Where sentences of ``text[start:end]`` end, ``end`` included, each after its closing quotes and before the gap.

    A colon or semicolon ends none; neither does a stop before a lower-case word.
    """
    found, begin = [], start
    for match in each_at(_SIGNS, _CANDIDATE, text, start, end):
        if match["line"] is not None or match["gap"] == "\n":
            at = match.start() if match["line"] is not None else match.end("close")
            if _breaks(text, begin, at, match.end(), end):
                found.append(at)
                begin = match.end()
        elif match.end() < end and _ends(text, begin, match, end):
            found.append(match.end("close"))
            begin = match.end()
    if begin < end:
        found.append(end)
    return found


def _breaks(text: str, begin: int, at: int, after: int, end: int) -> bool:
    """Whether a hard line break ends a sentence: not after a comma, and not between words that go on in lower case."""
    before = text[begin:at].rstrip()
    if not before or after >= end:
        return bool(before)
    return before[-1] not in ",，、-–" and not (text[after].islower() and before[-1].isalnum())


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    stop, close, after = match["stop"], match["close"], match.end()
    while after < end and text[after] in _OPENERS:
        after += 1
    if after >= end:
        return True
    head = text[after]
    if head.islower():
        return False
    if _quoted(close) and text[after - 1] == " " and _SAID.match(text, after, min(end, after + 80)):
        return False
    if stop == "." and not (close and close not in "*_"):
        return _after_period(text, begin, match.start(), head, after, end)
    return True


def _quoted(close: str) -> bool:
    return any(sign in "\"'”’»" for sign in close)


def _after_period(text: str, begin: int, at: int, head: str, after: int, end: int) -> bool:
    """Whether a single period ends a sentence, by the word before it and the one after it."""
    last = _LAST_WORD.search(text, max(begin, at - 40), at)
    if last is None:
        return bool(text[begin:at].strip())
    word = last.group()
    if not text[begin : last.start()].strip("\"'“‘([*_ \t") and (word.isdigit() or len(word) == 1 or _is_roman(word)):
        return False
    lower = word.lower()
    if lower in _BEFORE_NUMBER and head.isdigit():
        return False
    following = _NEXT_WORD.match(text, after, end)
    starter = following is not None and following.group().lower() in STARTERS
    if lower in _NEVER:
        return False
    if lower in _MAYBE:
        return starter or (lower == "etc" and head.isupper())
    if len(word) == 1 and word.isupper():
        return starter and following is not None and len(following.group()) > 1
    if "." in word and all(len(part) == 1 for part in word.split(".")):
        return starter
    return True


def _is_roman(word: str) -> bool:
    return len(word) <= 4 and not word.strip("ivxIVX")
