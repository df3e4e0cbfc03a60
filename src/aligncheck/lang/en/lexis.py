"""English words for matching: how to cut them, which carry no content, how they are inflected. Knows no Chinese."""

from __future__ import annotations

from aligncheck.lang.patterns import deferred

WORD = deferred(r"[a-z]+")
"""A word in lower-cased text; what follows an apostrophe is a word of its own, and most often a stop word."""

STOP: frozenset[str] = frozenset(
    """a an the of to in on at by for from with as into onto upon out off up down over about than then so too very
    and or but nor if though although while because since until unless that which whose whom be is am are was
    were been being do does did doing done have has had having will would shall should can could may might must
    ought there here it its it's this these those such also just even only still again some any each every both
    either neither other others another own same s d ll re ve m don doesn didn won wouldn couldn shouldn isn
    aren wasn weren hasn haven hadn ain mustn needn wo ca t hath doth thereof therein thereby whereof wherein""".split()
)
"""Words that a translation may leave without counterpart. Pronouns, question words, negation and numbers are not
here: Chinese renders them."""

CLASSES: dict[str, str] = {
    word: name
    for name, words in {
        "article": "a an the",
        "preposition": """of to in on at by for from with as into onto upon out off up down over about than since until
            while""",
        "conjunction": """and or but nor if though although because unless that which whose whom then so too very just
            also even only still again""",
        "auxiliary": """be is am are was were been being do does did doing done have has had having will would shall
            should can could may might must ought s d ll re ve m""",
        "determiner": """some any each every both either neither other others another own same there here it its this
            these those such""",
    }.items()
    for word in words.split()
}
"""Stop words by the share of a Chinese rendering that they account for; those left out count as particles."""

OPENERS: frozenset[str] = frozenset(
    """and or but nor that which who whom whose when while because if as for with to in by of from after before than
    since until where although though unless at on into about so then without including""".split()
)
"""Words with which a phrase or a clause begins."""

LIGHT: frozenset[str] = frozenset(
    """get go come make take give have let put keep set turn bring seem appear happen tend need want like use try find
    look see know say tell ask work begin start continue remain become hold leave move stay stand run call mean feel
    think believe suppose guess intend decide manage provide allow enable include involve contain relate concern regard
    consider ensure perform carry achieve reach
    thing way case event fact matter part kind sort type lot bit couple number piece point time moment place end side
    order basis manner means respect regard extent degree level range variety amount plenty course process role purpose
    result effort attempt ability possibility people person man guy folk fellow someone somebody anyone anybody
    cannot everyone something anything everything nothing stuff one
    quite rather pretty somewhat slightly fairly really actually basically simply merely virtually almost nearly
    extremely highly particularly especially certainly surely obviously clearly indeed perhaps maybe probably possibly
    likely however therefore thus hence moreover furthermore nevertheless nonetheless instead otherwise anyway besides
    meanwhile eventually finally currently recently usually generally typically often always ever never already yet
    once now then soon later ago together along around across through throughout away back forth forward ahead aside
    apart well much many more most less little few lot several enough further far near able available possible due
    various certain different particular specific whole entire total full same great good nice fine big large little
    long new old right sure true please kindly welcome oh yes yeah okay etc per toward towards without within beyond
    among between against under above below behind beside during before after where when why how what who whatever
    whenever wherever whoever which via
    unto shalt wilt hast didst dost art thereon thereby hereby hither thither behold yea verily lo lest vs""".split()
)
"""Words of much use and little meaning: a rendering often does without them, or puts them into its grammar."""

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

DETERMINERS: frozenset[str] = frozenset(
    "the a an this that these those my our your his her its their each every no any some which another such".split()
)
"""Words with which a noun phrase begins."""

PRONOUNS: dict[str, str] = {
    form: pronoun
    for pronoun, forms in {
        "i": "me my mine myself",
        "we": "us our ours ourselves",
        "you": "your yours yourself yourselves thou thee thy thine",
        "he": "him his himself",
        "she": "her hers herself",
        "they": "them their theirs themselves",
        "oneself": "itself one's",
        "who": "whose whom",
    }.items()
    for form in forms.split()
}
"""Forms of one pronoun: Chinese has one word for them, with 的 where it needs it."""

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


_ENDINGS: tuple[str, ...] = tuple(
    sorted(
        """ization isation ational ability ibility fulness ousness iveness ation ition ution ment ness ity ive ous
        ful less able ible ally ily ly ical al ial ic ize ise ify ion or er ist ism ant ent ance ence ancy ency
        ing ed ship hood y e ure age th en""".split(),
        key=lambda ending: (-len(ending), ending),
    )
)
_LATINATE = 5
_NATIVE = frozenset(
    ["ness", "ment", "less", "ful", "ly", "ily", "er", "ing", "ed", "y", "e", "en", "th", "ship", "hood", "able"]
)


def family(word: str) -> str:
    """A crude root that words derived from one another share (``govern``, ``government``, ``governor``).

    It serves to find relatives, not to name them: a root is often no word, and some unrelated words share one.
    """
    root = word
    for _ in range(3):
        if not root.endswith(_ENDINGS):
            break
        for ending in _ENDINGS:
            least = 4 if ending in _NATIVE else _LATINATE
            if root.endswith(ending) and len(root) - len(ending) >= least:
                root = root[: -len(ending)]
                break
        else:
            break
    if len(root) > 4 and root[-1] == root[-2]:
        root = root[:-1]
    return root[:-1] + "i" if root.endswith("y") else root


MONTHS: tuple[str, ...] = tuple(
    """january february march april may june july august september october november december""".split()
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}


def _number_words() -> dict[str, int]:
    small = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen""".split()
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    values = {word: value for value, word in enumerate(small)} | {word: 10 * k for k, word in enumerate(tens, start=2)}
    ordinals = {word.removesuffix("y") + ("ieth" if word in tens else "th"): value for word, value in values.items()}
    return values | ordinals | _ORDINALS


NUMBERS: dict[str, int] = _number_words()
"""Spelled-out numbers and ordinals below a hundred, in one word: Chinese often writes them with digits."""

SCALES: frozenset[str] = frozenset("dozen dozens hundred hundreds thousand thousands million billion trillion".split())
"""Words that make a number larger."""
