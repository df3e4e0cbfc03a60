"""One name written in two ways within a document. Knows names and their forms, no other fault of theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from aligncheck.checks._rule import Change, DocumentContext, Evidence, Example, Hit, Rule, document_rule
from aligncheck.checks.names.forms import Forms, Other, forms_of
from aligncheck.checks.names.mentions import Names, names_of
from aligncheck.checks.names.spellings import Spelled, spellings_of
from aligncheck.lang.en.sounds import words
from aligncheck.model.report import Severity
from aligncheck.model.text import Side

USUAL, TIMES = 3, 3
"""A form that stands in so many pairs, and in so many times as many as another, is the document's own: a warning."""
ALIKE = 0.5
"""Share of characters that two forms of one name have in common, for a warning; more may be another's manner."""

ENDING = 2
"""Letters at the end of a name in which different names may differ: Judah, Judas."""


@document_rule(
    "TRM010",
    "name-inconsistent",
    Severity.INFO,
    since="0.1.0",
    bad=[
        Example(
            "Farmer Thompson counted. Then Thompson slept. At six Thompson woke. They asked Thompson.",
            "农夫汤普森数了数。汤普森接着睡了。六点钟汤普森醒了。他们问汤姆森。",
            "汤姆森 for Thompson",
        )
    ],
    good=[
        Example(
            "Farmer Thompson counted. Then Thompson slept. At six Thompson woke. They asked Thompson.",
            "农夫汤普森（Thompson）数了数。他接着睡了。六点钟汤普森醒了。他们问了那位先生。",
            "a pronoun, a title, the original in brackets",
        )
    ],
)
def name_inconsistent(document: DocumentContext) -> Iterator[Hit]:
    """A name is written in another way than elsewhere in the document; the usual form is offered, as an unsafe fix.

    Why: to a reader, 汤普森 and 汤姆森 are two people, and a search for one does not find the other.

    A Chinese form is known by its sounds: it writes those of the name, as the usual form does, and no other name of
    the sentence accounts for it. Of an English translation, two spellings are compared that differ in a letter or
    two and stand for the same characters. All places of a name are one finding. It is a warning where the usual form
    stands in three pairs at least, and in three times as many as the other, and the two are much alike.

    Silent: where the name is left out, replaced by a pronoun, a title or a shorter form, kept in Latin letters, or
    beside other names than elsewhere (another Christopher may be written in another way); names of less than four
    letters, of peoples and languages; names that the glossary settles; a form that is a word of its own or part of one.
    """
    names = names_of(document)
    if document.target_lang == "zh":
        for forms in forms_of(document).values():
            yield from (_hit(forms, other, names) for other in forms.others)
    else:
        yield from (
            _misspelled(spelled, place, names) for spelled in spellings_of(document) for place in spelled.places
        )


def _hit(forms: Forms, other: Other, names: Names) -> Hit:
    pair = names.pairs[other.text]
    name, many = forms.name.spelling, len(forms.texts)
    side = pair.chinese
    found = side.text[other.start : other.end]
    usual = written(forms, names)
    source = next(mention.start for mention in forms.name.mentions if mention.text == other.text)
    sure = many >= USUAL and many >= TIMES * len(forms.others) and _alike(forms.usual, other.form)
    place = side.locate(other.start, other.end)
    return Hit(
        f"“{name}” is {found} here, but {usual} in {_sentences(many)}.",
        (_evidence(pair.english, source, len(name)),),
        (Evidence(*place, usual),),
        confidence=0.85 if sure else 0.6,
        key=f"{name} {other.form}",
        severity=Severity.WARNING if sure else Severity.INFO,
        pair=pair.pair.id,
        changes=(Change(*place, found, usual, safe=False),),
        kind=f"{name} {forms.usual}",
        together=f"“{name}” is {usual} in {_sentences(many)}, but not at {{n}} places: {_counted(forms.others)}.",
    )


def _evidence(side: Side, start: int, size: int) -> Evidence:
    return Evidence(*side.locate(start, start + size))


def written(forms: Forms, names: Names) -> str:
    """The usual form in the script in which the document has it most often."""
    seen: Counter[str] = Counter()
    for text in forms.texts:
        at = names.chinese(text).find(forms.usual)
        seen[names.pairs[text].chinese.text[at : at + len(forms.usual)]] += 1
    return seen.most_common(1)[0][0]


def _alike(usual: str, other: str) -> bool:
    """Whether two forms have at least half of their characters in common, and about as many of them."""
    common = sum((Counter(usual) & Counter(other)).values())
    return abs(len(usual) - len(other)) <= 1 and common >= ALIKE * max(len(usual), len(other))


def _counted(others: tuple[Other, ...]) -> str:
    return ", ".join(f"{form} ×{many}" for form, many in Counter(other.form for other in others).items())


def _sentences(many: int) -> str:
    return f"{many} other sentence{'s' if many > 1 else ''}"


def _misspelled(spelled: Spelled, place: tuple[int, int, str], names: Names) -> Hit:
    text, start, spelling = place
    pair, many = names.pairs[text], len(spelled.texts)
    at = names.chinese(text).find(spelled.form)
    sure = many >= USUAL and many >= TIMES * len(spelled.places) and _inside(spelled.usual, spelling)
    span = pair.english.locate(start, start + len(spelling))
    return Hit(
        f"“{spelling}” stands for {spelled.form}, which is “{spelled.usual}” in {_sentences(many)}.",
        (_evidence(pair.chinese, at, len(spelled.form)),),
        (Evidence(*span, spelled.usual),),
        confidence=0.85 if sure else 0.6,
        key=f"{spelled.usual} {spelling}",
        severity=Severity.WARNING if sure else Severity.INFO,
        pair=pair.pair.id,
        changes=(Change(*span, spelling, spelled.usual, safe=False),),
        kind=f"{spelled.form} {spelled.usual}",
        together=f"{spelled.form} is “{spelled.usual}” in {_sentences(many)}, but not at {{n}} places.",
    )


def _inside(usual: str, other: str) -> bool:
    """Whether two spellings differ in more than accents and their last two letters, which may be another ending."""
    plain, rival = "".join(words(usual)), "".join(words(other))
    stem = min(len(plain), len(rival)) - ENDING
    return plain[:stem] != rival[:stem]


RULES: tuple[Rule, ...] = (name_inconsistent,)
