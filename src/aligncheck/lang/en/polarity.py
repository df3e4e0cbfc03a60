"""English words that negate, what they negate, and words with a negative side. Knows no Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from aligncheck.lang.en.lexis import STOP
from aligncheck.lang.patterns import Caseless, any_of, deferred
from aligncheck.model.text import Span

_AUXILIARY = any_of(
    """do does did is are was were am be been being has have had will would shall should can could may might
    must""".split()
)
_CONTRACTED = any_of("do does did is are was were has have had wo would sha should ca could might must ai need".split())
_CUE = Caseless(
    rf"\b(?:{_AUXILIARY}(?:\s+(?:also|still|both|now|\w+ly))?\s+not\b|{_CONTRACTED}n['’]t\b|cannot\b"
    rf"|there (?:is|are|was|were) no\b|(?:has|have|had) no\b|(?:{_AUXILIARY}\s+)?(?:never|no longer)\b|not to\b)"
)
"""A negated verb phrase; *not* before a noun or in *if not*, *or not*, *not only* is no cue."""

_NO_CUE_BEFORE = Caseless(r"(?:\b(?:why|if|whether|unless|until|or|how|than|when|as|but)|[?])\s*$")
_NO_CUE_BEHIND = Caseless(
    r"\s*(?:only|just|merely|simply|solely|until|till|least|yet|so much|all|every\w*|both|always|necessarily|even|quite"
    r"|enough|too|exactly|really|entirely|completely|totally|fully|far|long|without|a little|a few|a bit|to mention"
    r"|doubt|matter|wonder|problem|way|need|one|idea|choice|reason|such|other|difference|limit\w*|end|use|point|better"
    r"|mind|help|wait|care|bother|hurt|want|keep|but|more|less|worse|again|before|once|sure|certain|likely|unlikely|surpris\w+)\b"
    r"|\s*[,.;:)?!\"”’]|\s*$"
)
"""What turns a negation into something else: *not only*, *not until*, *cannot wait*, *not long after*."""

_TURNING = Caseless(
    r"\b(?:until|till|unless|without|except|only|hesitat\w+|forg[eo]t\w*|fail\w*|den[yi]\w*|doubt\w*|stop\w*|refus\w+"
    r"|ignor\w+|neglect\w*|los[et]\w*|miss\w*|overstat\w+|exaggerat\w+|overestimat\w+|underestimat\w+|help"
    r"|enough|worse|less|too|but|rather|un(?!i|d|til)\w{4,}|il?l\w*(?:gal|ogical)|impossible|uncommon|rare|ceas\w+"
    r"|lack\w*|a?part|alone|differ\w*|worr\w+|no|not|none|nothing|nor|never"
    r"|agree more|ask for more|be (?:\w+er|more)|bad|wrong)\b"
)
"""Words behind a negation that cancel or bend it: *never fails*, *not … until*, *couldn't agree more*."""

_BENT_BEFORE = Caseless(
    r"\b(?:no|not|never|nor|neither|none|nothing|nobody|hardly|barely|scarcely|seldom|rarely|few|little|without|unless"
    r"|doubt\w*|den(?:y|ies|ied)|mak(?:e|es|ing) sure|made sure|ensur\w+|careful|prevent\w*|avoid\w*|wonder\w*|wish\w*"
    r"|hop(?:e|es|ed|ing)|afraid|fear\w*|worr\w+|(?:check|verify|confirm|see) (?:that|if|whether))\b|n['’]t\b"
)
"""What governs a negation behind it and bends it: *rarely found time not to*, *make sure it hasn't been*."""

_GOVERNING = Caseless(
    r"[.;?!](?!\d)|\b(?:that|which|who|whom|whose|because|although|though|while|when|if|whether|as|where|since|so|how|why"
    r"|what|said|says?|think|thinks|thought|believes?|than)\b"
)
"""What puts the clauses behind it under another one."""

DENIES = Caseless(
    r"\b(?:no|not|nor|neither|never|cannot|none|nothing|nobody|nowhere|no-one|without|w/o|unless|hardly|barely|scarcely"
    r"|seldom|rarely|fail\w*|lack\w*|refus\w*|unable|impossib\w+|deny|den(?:ies|ied|ying|ial)|forb[ia]d\w*|prohibit\w*"
    r"|until|till|except\w*|instead|far from|nought|naught|yet to|rather than|suck\w*|ain)\b|n['’]t\b|[?]"
)
"""Words that deny, wherever they stand in the sentence; a question may be asked by a negation."""

NEGATIVE = Caseless(
    r"\b(?:only|too|little|few|fewer|less|least|hard|harder|difficult\w*|prevent\w*|avoid\w*|ban\w*|stop\w*|ignor\w*"
    r"|ever|problem\w*|trouble\w*|un-\w+|rather|beyond|miss\w*|lost|lose\w*|losing|loss\w*|absen\w*|far|free\w*"
    r"|dis\w{3,}|mis\w{3,}|non\w*|un(?!der|i[tv]|til)\w{3,}"
    r"|in(?:ab|ac|ad|ap|at|cap|co|cu|de|di|ef|el|es|ev|ex|fr|hu|se|so|su|tr|va|vi)\w{3,}"
    r"|im(?:b|m|p(?!ort|act|rov|ress|lem|ly))\w{3,}|il(?:l|leg|log)\w{3,}|irr\w{3,}|\w+less\w*|yet|barring|bar|short|shy|refrain\w*"
    r"|abstain\w*|exclu\w*|other|else|outside|out|anti\w*|wrong\w*|false\w*|error\w*|doubt\w*|worse|bad|weird|ceas\w*"
    r"|end\w*|finish\w*|gone|former\w*|before|quit|reject\w*|oppos\w*|object\w*|against|wait\w*|than|stay|keep|remain\w*"
    r"|leav\w*|left|forg[eo]\w*|neglect\w*|restrict\w*|limit\w*|block\w*|halt\w*|delay\w*|postpon\w*|cancel\w*|abandon\w*"
    r"|sorry|excuse|regret\w*|wonder\w*|whether|otherwise|alone|apart|aside|off|over|past|exempt\w*|spar\w+|escap\w+"
    r"|declin\w*|drop\w*|omit\w*|skip\w*|hid\w*|secret\w*|silent\w*|silence|still|since|poor\w*|weak\w*|broke\w*"
    r"|vain|void|zero|empty|dead|withh\w+|blank|nil|beware|careful\w*"
    r"|mere\w*)\b"
)
"""Words with a negative side, which a Chinese negation near their place may render."""

_HYPHENED = deferred(r"[a-z-]+")
_PLAIN_WORD = deferred(r"[a-z]+(?:-[a-z]+)*")
_DARK = Caseless(
    r"\b(?:(?:un(?!der|i[tv]|til)|dis|non-?|mis|mal)\w{4,}|in(?:valid|ab|capab|complet|correct|effect|eligib|suffic|appropr"
    r"|accura|adequa|consist|compat|depend|exact|visib|active)\w*|im(?:poss|prop|mun|mobil)\w*|ir(?:reg|rel|resp|rev)\w*"
    r"|neglect\w*|retic\w*|reluct\w*|prevent\w*|avoid\w*|exclu\w*|prohib\w*|refrain\w*|exempt\w*|illegal\w*|loath\w*)"
)
"""Words that say no by themselves, from afar as well."""


WORD = deferred(r"(?<![\w/.@:=<>$\\&-])[A-Za-z]+(?:-[A-Za-z]+)*(?![\w/@=\\])")
"""A word of prose; parts of addresses, paths and identifiers are none."""
_END = Caseless(
    r"[,:.](?!\d)|[;?!()\n\"“”—]|\b(?:that|which|who|because|although|though|while|but|and|so|when|if|as|where)\b"
)
EMPTY: frozenset[str] = STOP | frozenset(
    """not never no longer ever yet already really actually currently being get got gets getting none nothing nobody
    without first last one two three four five six seven eight nine ten i you he she it we they me him her us them my
    your his its our their what who why how which make makes made making take takes took taken go goes going gone come
    comes came please like""".split()
)
"""Words too light to be what a negation is about, or to tie it to a place."""
GOVERNED = 24
"""Characters before a clause in which the verb that governs it stands."""
REACH = 4
"""So many content words behind a negation are looked at."""
NEAR = 40
"""Characters on either side in which a word may be what a Chinese negation renders."""


class Negation(NamedTuple):
    """A negated verb phrase: the cue at ``[start, end)`` and the content words behind it.

    ``opening`` says that it belongs to the sentence's first clause, which no other one governs.
    """

    start: int
    end: int
    scope: tuple[Span, ...]
    opening: bool


def may_negate(text: str) -> bool:
    """Whether the text may hold a negation; quick, and right when it says no."""
    return "n" in text and ("not" in text or "never" in text or " no " in text or "n't" in text or "n’t" in text)


def negations(text: str) -> Iterator[Negation]:
    """Clear negations of a verb or an adjective; those that are cancelled, bent or asked are left out."""
    for cue in _CUE.finditer(text):
        if _NO_CUE_BEHIND.match(text, cue.end()) or _NO_CUE_BEFORE.search(text, max(0, cue.start() - 30), cue.start()):
            continue
        end = _END.search(text, cue.end())
        stop = end.start() if end else len(text)
        if text[stop : stop + 1] == "?" or _TURNING.search(text, cue.end(), stop):
            continue
        first = max((m.end() for m in _END.finditer(text, 0, cue.start())), default=0)
        scope = _content(text, cue.end(), stop)[:REACH]
        if scope and not _BENT_BEFORE.search(text, max(0, first - GOVERNED), cue.start()):
            yield Negation(*cue.span(), scope, not _GOVERNING.search(text, 0, cue.start()))


def _content(text: str, start: int, end: int) -> tuple[Span, ...]:
    return tuple(Span(*m.span()) for m in WORD.finditer(text, start, end) if m.group().lower() not in EMPTY)


def plain_words(text: str) -> set[str]:
    """Words in lower case, quickly; parts of addresses are not left out."""
    words = set(_HYPHENED.findall(text.lower()))
    for word in [word for word in words if "-" in word]:
        words.remove(word)
        words.update(_PLAIN_WORD.findall(word))
    return words


def words(text: str) -> dict[str, list[Span]]:
    """Words in lower case with their places."""
    found: dict[str, list[Span]] = {}
    for match in WORD.finditer(text):
        found.setdefault(match.group().lower(), []).append(Span(*match.span()))
    return found


def negative_near(text: str, start: int, end: int) -> bool:
    """Whether a word with a negative side stands around ``[start, end)``, or one that says no by itself anywhere."""
    if _DARK.search(text):
        return True
    return bool(NEGATIVE.search(text, max(0, start - NEAR), min(len(text), end + NEAR)))
