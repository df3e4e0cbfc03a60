"""What editors of English change without saying anything else, and the small words that do say something. Knows words.

Used to judge whether a change of wording gives a translator anything to do.
"""

from __future__ import annotations

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
        "if": "if when whenever provided providing",
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
        "more": "more exceeding greater",
        "less": "less fewer",
        "often": "often usually typically generally normally mostly",
        "sometimes": "sometimes occasionally",
        "rarely": "rarely seldom",
        "all": "all every each",
        "least": "least minimum",
        "most": "most maximum",
    }.items()
    for word in words.split()
}
"""Words that say as much as others, by sense."""

BOUNDS: dict[str, str] = {"over": "more", "above": "more", "under": "less", "below": "less", "beneath": "less"}
"""Prepositions that say how much, before a number, by sense."""

LIGHT: frozenset[str] = frozenset(
    """a an the this that these those it its itself they them their theirs there here such
    of in on at by for with as into onto upon to within about via through during across along
    between among above over below under beneath both toward towards regarding concerning per around
    is am are was were be been being do does did doing done has have had having will would
    and also too then so thus hence therefore additionally furthermore moreover besides likewise indeed however but yet
    although though while whereas because since accordingly consequently nevertheless nonetheless meanwhile finally
    which who whom whose what where
    you your yours yourself we our ours us ourselves one's i my me
    please simply just easily actually basically currently now really very quite rather well already still even again
    highly certainly obviously clearly directly essentially fairly literally of-course in-fact note
    any some one own respective respectively various certain particular specific given following
    eg ie etc example instance namely s t ll re ve d m up out
    get gets order way able-to""".split()
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
    "can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "let's": "us",
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
    ("in order to", "so as to", "to", "if you want", "if you would like", "if you'd like", "if you wish"),
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
        "it's worth noting",
        "it is worth noting",
        "it should be noted",
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
    (
        "+",
        "or higher",
        "or newer",
        "or later",
        "or above",
        "or greater",
        "and later",
        "and newer",
        "and higher",
        "and up",
    ),
    ("in addition", "additionally", "moreover", "furthermore", "besides", "also"),
    ("as a result", "therefore", "thus", "hence", "consequently", "so"),
    ("in general", "generally", "usually", "normally"),
    ("by default", "per default"),
    ("set up", "setup"),
    ("the same as", "identical to", "equal to"),
    ("us", "let us"),
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

_SYNONYMS = """
begin start commence; delete remove erase; select choose pick; show display; allow let permit; use utilize employ
describe explain outline; quick fast rapid; quickly rapidly; folder directory; simple easy straightforward
often frequently; help assist; buy purchase; build construct; supply provide; almost nearly; about approximately roughly
entire whole; maybe perhaps; newer higher later; older lower earlier; attempt try; wrong incorrect; repair fix mend
contain include comprise; additional extra; website site; big large; obtain acquire; finish complete
modify change alter
"""
SYNONYMS: dict[str, str] = {
    word: row.split()[0] for row in _SYNONYMS.replace("\n", ";").split(";") if row.split() for word in row.split()
}
"""Words (dictionary forms) that writers of manuals put for one another, by one of them; Chinese renders them alike."""
