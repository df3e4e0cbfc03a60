"""Two different names that read the same in the translation. Knows names and their sounds, no other fault of theirs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, Rule, document_rule
from aligncheck.checks.names.mentions import LONGEST_TEXT, Name, Names, names_of
from aligncheck.lang.en.capitals import DERIVED, PEOPLES, SHORTENED
from aligncheck.lang.en.lexis import STOP
from aligncheck.lang.en.sounds import VOWELS, sounds
from aligncheck.model.report import Severity

SHORTEST = 5
"""Letters of the shortest name that is looked at."""
SAME = 3
"""Letters that two names begin with alike: of others, one form for both is chance, or a mistake of our ears."""

LONGER = 3
"""Letters that one of two names may have more: a name joined to another is no rival of it."""


@document_rule(
    "TRM011",
    "names-alike",
    Severity.INFO,
    since="0.1.0",
    bad=[Example("Johnston wrote to Johnson.", "约翰逊给约翰逊写了信。", "two people, one name")],
    good=[
        Example("Johnston wrote to Johnson.", "约翰斯顿给约翰逊写了信。"),
        Example("Catherine is at home. Katherine is not.", "凯瑟琳在家。凯瑟琳不在。", "they sound the same"),
    ],
)
def names_alike(document: DocumentContext) -> Iterator[Hit]:
    """Two names of the source have one and the same Chinese form, though they sound different.

    Why: a reader takes two people for one.

    It is a warning where both stand in one sentence, and the form stands there twice: then it is no matter of habit.

    Silent: where the names sound alike (Catherine and Katherine, Micah and Micha), where one is a form of the other
    (Walt and Walter, Iran and Iranian), where they begin differently; for translations into English, since many
    Chinese names have one spelling.
    """
    if document.target_lang != "zh":
        return
    names = names_of(document)
    rivals = _rivals(names)
    rendered = names.rendered({known.spelling: known for known, _ in rivals}.values())
    forms = {spelling: _form(names.known[spelling], found, names) for spelling, found in rendered.items()}
    told = set()
    for known, lost in rivals:
        form = forms.get(known.spelling)
        if form is None or (lost.spelling, known.spelling) in told:
            continue
        texts = [text for text in lost.texts if _stands_for(form, known, lost, text, names)]
        both = [text for text in texts if text in known.texts]
        if both or (len(known.texts) > 1 and len(texts) == len(lost.texts)):
            told.add((known.spelling, lost.spelling))
            yield _hit(known, lost, form, (both or texts)[0], names)


def _rivals(names: Names) -> list[tuple[Name, Name]]:
    """Names that begin alike and are different, in either order."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names.known.values():
        spelling = name.spelling
        if len(spelling) < SHORTEST or name.also_small or spelling.endswith(PEOPLES):
            continue
        if spelling.lower() not in names.settled and spelling.lower() not in STOP:
            groups[spelling[:SAME]].append(name)
    pairs = (pair for group in groups.values() for pair in combinations(group, 2) if _differ(*pair))
    return [both for one, other in pairs for both in ((one, other), (other, one))]


def _form(name: Name, rendered: Counter[str], names: Names) -> str | None:
    """The form that the cover most often chose for a name, if it writes its sounds."""
    found = rendered.most_common(1)
    return found[0][0] if found and names.writes(found[0][0], name.spelling) else None


def _differ(one: Name, other: Name) -> bool:
    """Whether two names sound different, and neither is a form of the other."""
    short, long = sorted((one.spelling.lower(), other.spelling.lower()), key=len)
    derived = long.startswith(short[:-1]) and long[len(short) - 1 :].endswith((*DERIVED, *SHORTENED))
    return not derived and len(long) - len(short) <= LONGER and _bones(short) != _bones(long)


def _bones(spelling: str) -> str:
    """The consonants of a name."""
    heard = sounds(spelling).replace("C", "k").replace("K", "k").replace("Z", "S")
    return "".join(sound for sound in heard if sound not in VOWELS and sound not in "hHw")


def _stands_for(form: str, known: Name, lost: Name, text: int, names: Names) -> bool:
    """Whether a form stands in a pair more often than its own name does, and nothing else there writes the other."""
    chinese = names.chinese(text)
    if len(chinese) > LONGEST_TEXT or chinese.count(form) <= sum(mention.text == text for mention in known.mentions):
        return False
    if lost.spelling.lower() in chinese or known.spelling.lower() in chinese:
        return False
    if any(word in chinese and word != form for word in names.lexicon.translations(lost.spelling)):
        return False
    heard = names.heard(lost.spelling, chinese)
    return heard is None or chinese[heard[0] : heard[1]] == form


def _hit(one: Name, other: Name, form: str, text: int, names: Names) -> Hit:
    pair = names.pairs[text]
    at = names.chinese(text).find(form)
    here = [name for name in (one, other) if text in name.texts]
    places = [(name, next(m.start for m in name.mentions if m.text == text)) for name in here]
    both = len(here) > 1
    first, second = one.spelling, other.spelling
    return Hit(
        f"“{first}” and “{second}” are both {pair.chinese.text[at : at + len(form)]}.",
        tuple(Evidence(*pair.english.locate(start, start + len(name.spelling))) for name, start in places),
        (Evidence(*pair.chinese.locate(at, at + len(form))),),
        confidence=0.8 if both else 0.6,
        key=" ".join((first, second, names.english[text] if both else form)),
        severity=Severity.WARNING if both else Severity.INFO,
        pair=pair.pair.id,
    )


RULES: tuple[Rule, ...] = (names_alike,)
