"""What editors of English change without saying anything else, and the small words that do say something. Knows words.

Used to judge whether a change of wording gives a translator anything to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from aligncheck.lang.patterns import deferred

NEGATORS: frozenset[str] = frozenset("not never no none nothing nobody neither nor nowhere hardly barely".split())

DUTIES: dict[str, str] = {
    word: duty
    for duty, words in {
        "must": "must shall mandatory required have-to has-to had-to need-to needs-to",
        "should": "should ought recommended recommend recommends advised supposed",
        "may": "may can might could optional optionally able",
        "need": "need needs needed",
    }.items()
    for word in words.split()
}
"""Words of duty by degree; *may* and *can* are one, since Chinese renders both by 可以 or 可能."""

CONDITIONS: dict[str, str] = {
    word: sense
    for sense, words in {
        "if": "if when whenever provided providing once",
        "unless": "unless",
        "only": "only solely exclusively",
        "except": "except excluding",
        "before": "before prior",
        "after": "after",
        "until": "until till",
        "without": "without",
    }.items()
    for word in words.split()
}
"""Words that limit what is said, by sense."""

SENSES: dict[str, str] = {
    word: sense
    for sense, words in {
        "or": "or either",
        "more": "more over above exceeding greater",
        "less": "less fewer under below beneath",
        "often": "often usually typically generally normally mostly",
        "sometimes": "sometimes occasionally",
        "rarely": "rarely seldom",
        "all": "all every each both",
        "least": "least minimum",
        "most": "most maximum",
    }.items()
    for word in words.split()
}
"""Words that say as much as others, by sense."""

LIGHT: frozenset[str] = frozenset(
    """a an the this that these those it its itself they them their theirs there here such
    of in on at by for with as into onto upon to within about via through during across along
    between among toward towards regarding concerning per around
    is am are was were be been being do does did doing done has have had having will would
    and also too then so thus hence therefore additionally furthermore moreover besides likewise indeed however but yet
    although though while whereas because since accordingly consequently nevertheless nonetheless meanwhile finally
    which who whom whose what where
    you your yours yourself we our ours us ourselves one's i my me
    please simply just easily actually basically currently now really very quite rather well already still even again
    highly certainly obviously clearly directly essentially fairly literally of-course in-fact note
    any some one own respective respectively various certain particular specific given following
    eg ie etc example instance namely s t ll re ve d m up out
    get gets let lets order way able-to""".split()
)
"""Words of grammar, politeness and transition: their coming and going gives a translator nothing to do."""

OPPOSITE_LIGHT: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(a.split()), frozenset(b.split()))
    for a, b in (
        ("to into onto toward towards", "from"),
        ("on", "off"),
        ("up", "down"),
        ("above over", "below under beneath"),
        ("inside within", "outside beyond"),
        ("in into", "out"),
        ("before", "after"),
        ("with", "without"),
        ("and", "or"),
        ("all every each both", "some one any"),
    )
)

EXPANDED: dict[str, str] = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "let's": "let us",
    "ain't": "is not", "it's": "it is", "that's": "that is", "there's": "there is", "what's": "what is",
    "here's": "here is", "who's": "who is", "w/o": "without", "w/": "with", "eg": "example", "ie": "is",
    "til": "until", "ok": "okay", "alright": "okay", "info": "information", "docs": "documentation",
    "doc": "documentation", "repo": "repository", "repos": "repository", "config": "configuration",
    "configs": "configuration", "app": "application", "apps": "application", "env": "environment",
    "param": "parameter", "params": "parameter", "spec": "specification", "specs": "specification",
    "dir": "directory", "vs": "versus", "approx": "approximately", "max": "maximum", "min": "minimum",
    "admin": "administrator", "admins": "administrator", "auth": "authentication", "percent": "%", "sec": "second",
    "secs": "second", "mins": "minute", "hrs": "hour",
}  # fmt: skip
"""Short forms and what they are short for."""

_EQUAL = (
    ("for example", "eg", "for instance", "such as", "like", "including"),
    ("that is", "ie", "namely", "in other words"),
    ("in order to", "so as to", "to"),
    ("due to", "because of", "owing to", "thanks to"),
    ("a lot of", "lots of", "many", "a large number of", "numerous", "plenty of"),
    ("a number of", "several", "some", "a few"),
    ("as well as", "and", "along with", "together with"),
    ("with the help of", "by means of", "using", "by using", "with", "via", "through", "by"),
    ("make use of", "use", "utilize", "utilise", "leverage"),
    ("in case", "if", "in the event that"),
    ("at the moment", "currently", "now", "presently", "at present"),
    ("is able to", "are able to", "can", "allows you to", "lets you"),
    ("at least", "or more", "minimum of", "no fewer than", "not less than"),
    ("at most", "or less", "or fewer", "up to", "no more than", "maximum of"),
    ("more than", "over", "above"),
    ("less than", "under", "below", "fewer than"),
    ("prior to", "before"),
    ("subsequent to", "after", "following"),
    ("as soon as", "once", "when", "after"),
    ("no longer", "not any more", "not anymore"),
    ("make sure", "ensure", "be sure"),
    (
        "refer to",
        "see",
        "check out",
        "check",
        "consult",
        "read",
        "have a look at",
        "take a look at",
        "look at",
        "visit",
    ),
    ("instead of", "rather than"),
    ("each time", "every time", "whenever"),
    ("as follows", "like this", "the following", "like so"),
    (
        "note",
        "note that",
        "be aware that",
        "keep in mind that",
        "bear in mind that",
        "remember that",
        "please note that",
    ),
    (
        "you",
        "you can",
        "you may",
        "you could",
        "you may want to",
        "you might want to",
        "you are able to",
        "you want to",
    ),
    ("can", "it is possible to", "makes it possible to", "allow you to", "let you", "enables you to", "enable you to"),
    ("in addition", "additionally", "moreover", "furthermore", "besides", "also"),
    ("as a result", "therefore", "thus", "hence", "consequently", "so"),
    ("in general", "generally", "usually", "normally"),
    ("by default", "per default"),
    ("set up", "setup"),
    ("the same as", "identical to", "equal to"),
    ("and so on", "and so forth", "etc"),
    ("of course", "certainly", "naturally"),
    ("in fact", "actually", "indeed"),
    ("on the other hand", "however", "whereas"),
    ("with respect to", "regarding", "concerning", "with regard to", "in regard to", "about"),
)
"""Phrases one of which may stand for another."""

_PHRASES: dict[str, str] = {
    phrase: f"#{number}" for number, row in enumerate(_EQUAL) for phrase in sorted(row, key=len) if " " in phrase
}
PHRASES = {tuple(phrase.split()): sign for phrase, sign in _PHRASES.items()}
SINGLE: dict[str, frozenset[str]] = {}
for _number, _row in enumerate(_EQUAL):
    for _phrase in _row:
        if " " not in _phrase:
            SINGLE[_phrase] = SINGLE.get(_phrase, frozenset()) | {f"#{_number}"}
"""A word, and the rows of equal phrases it stands in."""

LIGHT_ROWS: frozenset[str] = frozenset(row for word, rows in SINGLE.items() if word in LIGHT for row in rows)
"""Rows of phrases one of which is a word of grammar."""

LIMITING_ROWS: frozenset[str] = frozenset(
    f"#{number}"
    for number, row in enumerate(_EQUAL)
    if any(word in CONDITIONS or word in ("least", "most") for phrase in row for word in phrase.split())
)
"""Rows of phrases that limit what is said."""

ENDINGS = {"will": "'ll", "are": "'re", "have": "'ve", "would": "'d", "am": "'m", "is": "'s", "us": "'s", "not": "n't"}
"""What a word is contracted to behind another."""

CONTRACTED: tuple[str, ...] = tuple(
    "do does did is are was were has have had wo would should ca could might must need".split()
)
"""What *n't* is written to."""

_SPELLINGS: tuple[tuple[str, str], ...] = (
    (r"(?<=.{2})ours?(?=$|s$|ed$|ing$|able$|al$|ful$|ite$|less$|er$)", "or"),
    (r"(?<=.{3})is(e|es|ed|er|ers|ing|ation|ations)$", r"iz\1"),
    (r"(?<=.{2})ys(e|es|ed|er|ers|ing)$", r"yz\1"),
    (r"(?<=.{2}[^aeiou])re(s?)$", r"er\1"),
    (r"(?<=.{2})ogue(s?)$", r"og\1"),
    (r"(?<=.[aeiou])ll(?=(?:ed|ing|er|ers|ation)$)", "l"),
    (r"(?<=.{3}[aeiou])lment", "llment"),
    (r"(?<=^def)ence", "ense"), (r"(?<=^lic)ence", "ense"), (r"(?<=^off)ence", "ense"), (r"(?<=^pract)ise", "ice"),
    (r"^grey", "gray"), (r"^programme(s?)$", r"program\1"), (r"^artefact", "artifact"), (r"^cheque", "check"),
    (r"^catalogue", "catalog"), (r"^judgement", "judgment"), (r"^acknowledgement", "acknowledgment"),
    (r"^whilst$", "while"), (r"^amongst$", "among"), (r"^towards$", "toward"), (r"^learnt$", "learned"),
    (r"^spelt$", "spelled"), (r"^burnt$", "burned"), (r"^tyre", "tire"), (r"^aluminium", "aluminum"),
    (r"^ageing", "aging"), (r"^fulfil(?=$|s$|ment)", "fulfill"), (r"^skilful", "skillful"), (r"^aeroplane", "airplane"),
    (r"^plough", "plow"), (r"^sceptic", "skeptic"), (r"^storey", "story"), (r"^mould", "mold"),
)  # fmt: skip
_RULES = tuple((deferred(pattern), new) for pattern, new in _SPELLINGS)
_APOSTROPHE = deferred(r"(?:'s|s')$")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TAILS = ("s", "es", "d", "ed", "ing", "ly", "er", "r", "'s")


@lru_cache(maxsize=1 << 14)
def spelling(word: str) -> str:
    """A word (small letters) as Americans spell it; what is no word but comes out alike for both will do."""
    for pattern, new in _RULES:
        word = pattern.sub(new, word)
    return word


@lru_cache(maxsize=1 << 14)
def full(word: str) -> tuple[str, ...]:
    """A word (small letters) as the words it is short for: *don't* is *do not*."""
    if word in EXPANDED:
        return tuple(EXPANDED[word].split())
    stem, mark, tail = word.partition("'")
    if not mark:
        return (word,)
    if tail == "t" and stem.endswith("n"):
        return (stem[:-1], "not")
    return {
        "ll": (stem, "will"), "re": (stem, "are"), "ve": (stem, "have"), "d": (stem, "would"), "m": (stem, "am"),
        "s": (stem,), "": (stem,),
    }.get(tail, (word,))  # fmt: skip


@lru_cache(maxsize=1 << 14)
def lemma(word: str) -> str:
    """The dictionary form of a word (small letters), in American spelling."""
    import simplemma

    form = str(simplemma.lemmatize(word, "en")).lower() if word.isascii() and word.isalpha() else word
    return spelling(form)


@lru_cache(maxsize=1 << 14)
def is_listed(word: str) -> bool:
    """Whether a word (small letters) stands in a table of English forms."""
    import simplemma

    return bool(simplemma.is_known(word, "en")) or bool(simplemma.is_known(spelling(word), "en"))


def variants(word: str) -> Iterator[str]:
    """What a word (small letters) may have been before a small edit: misspelt, or in another form."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in _LETTERS)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in _LETTERS)


_BRITISH: tuple[tuple[str, str], ...] = (
    (r"or(?=$|s$|ed$|ing$|able$|al$|ful$|ite$|er$)", "our"), (r"iz(?=e|ing|ation)", "is"), (r"yz(?=e|ing)", "ys"),
    (r"er(?=s?$)", "re"), (r"og(?=s?$)", "ogue"), (r"l(?=(?:ed|ing|er|ation)$)", "ll"), (r"ense", "ence"),
    (r"gray", "grey"), (r"gram(?=s?$)", "gramme"), (r"fill", "fil"),
)  # fmt: skip


def forms(word: str) -> Iterator[str]:
    """Other forms a word (small letters) may have, correct or not: plural, tense, the other spelling."""
    stems = {word, spelling(word), lemma(word), re.sub(r"(?:es|s|ed|ing|d|ly)$", "", word)}
    for stem in sorted(stems):
        yield stem
        yield from (stem + tail for tail in _TAILS)
        if stem.endswith("e"):
            yield from (stem[:-1] + tail for tail in ("ing", "ed", "ation"))
        if stem.endswith("y"):
            yield from (stem[:-1] + tail for tail in ("ies", "ied"))
        if stem and stem[-1] in "bdgklmnprt":
            yield from (stem + stem[-1] + tail for tail in ("ing", "ed"))
        yield from (re.sub(pattern, old, stem) for pattern, old in _BRITISH)
