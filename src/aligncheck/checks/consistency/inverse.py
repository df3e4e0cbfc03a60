"""A rule on different sources that have one and the same rendering."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aligncheck.checks._rule import Evidence, Example, Hit
from aligncheck.checks._run import RunContext, run_rule
from aligncheck.checks._wording import shortened
from aligncheck.checks.consistency.groups import Member, differing, place, sides
from aligncheck.checks.consistency.keys import said_by, sentences
from aligncheck.lang.en.lexis import LIGHT, PRONOUNS, WORD
from aligncheck.lang.form import folded
from aligncheck.lang.zh.lexis import fold
from aligncheck.lexicon import Lexicon
from aligncheck.lexicon.coverage import Coverage
from aligncheck.model.report import Severity

FEWEST = 3
"""Content words of either source: one or two words are labels, which may share a name."""
_STEM = 5
"""Letters that words of one family begin with."""
_SHORTEST = 3
"""Letters of a word that may be a part of another one: *log in* and *login*."""
_COVERED = 0.25
"""Cover below which a rendering has nothing of a word: one character, or none."""
_PRONOUNS = frozenset(PRONOUNS) | frozenset(PRONOUNS.values())
_SAME = 0.7
"""Weight of a translation that is one, and not a part of a gloss."""
MOST = 12
"""Sources of one rendering that are looked at; what renders more is a formula."""


class _Said(NamedTuple):
    """A source that has the rendering in question, and how well that covers its words."""

    member: Member
    text: str
    words: tuple[Coverage, ...]

    @property
    def pronouns(self) -> int:
        """How many words stand for something that is named elsewhere."""
        return sum(word in _PRONOUNS for word in WORD.findall(self.text.lower()))

    def lost_beside(self, other: _Said, lexicon: Lexicon) -> list[Coverage]:
        """Words that only this source has, without a synonym in the other, and that the rendering does not render.

        Adverbs in -ly and the first word, often an imperative or a greeting, are rendered too freely to tell.
        """
        theirs = {word.word for word in other.words}
        if other.pronouns > self.pronouns:
            return []  # what one source names, the other has a pronoun for
        return [
            word
            for word in self.words
            if word.known
            and word.covered < _COVERED
            and len(word.word) > 1
            and word.word not in LIGHT
            and word.word not in _PRONOUNS
            and word.start
            and not word.word.endswith("ly")
            and word.word not in theirs
            and not any(_akin(word.word, one, lexicon) for one in theirs)
        ]


@run_rule(
    "CON002",
    "different-sources-rendered-alike",
    Severity.INFO,
    gather=sentences,
    since="0.1.0",
    bad=[
        Example(
            "Put the old lamp on the shelf.\n\nWait a while.\n\nPut the old hammer on the shelf.",
            "把旧灯放到架子上。\n\n请稍等片刻。\n\n把旧灯放到架子上。",
            "the first step was copied, and its object never changed",
        )
    ],
    good=[
        Example("Delete\n\nAnother button.\n\nRemove", "删除\n\n另一个按钮。\n\n删除", "synonyms"),
        Example("Colour\n\nAnd its plural.\n\nColours", "颜色\n\n以及复数。\n\n颜色", "inflection"),
    ],
)
def different_sources(context: RunContext) -> Iterator[Hit]:
    """Two sources that say different things have the same translation.

    Why: a row was copied and only half adapted, or two functions of a program bear one name. Nobody sees it who reads
    the translation alone.

    Reported is the source that the translation renders worse: a word of it that the other source lacks has nothing in
    the translation that a dictionary gives for it, while the other source's own words all do. Named are this word and
    the place of the other source. Once for a translation and document; a hint, since a dictionary does not know
    everything.

    Silent: about labels of a word or two, synonyms, inflection, words of little weight, punctuation and case; where
    both sources lose a word, or neither; where the other source has a pronoun for it; about words the dictionary does
    not have, or which the document mostly renders by others than the dictionary's; about pairs that are not sure, or
    of which another rule says already what is wrong; between translations into Simplified and into Traditional
    Chinese, or for different regions.
    """
    elsewhere = _Elsewhere(context)
    for group in differing(context, by_target=True):
        yield from _told(context, group, elsewhere)


def _told(context: RunContext, group: Sequence[Member], elsewhere: _Elsewhere) -> Iterator[Hit]:
    first = {member.other: member for member in reversed(group)}
    if len(first) > MOST:
        return
    members = sorted(first.values(), key=group.index)
    said = [_said(context, member) for member in members]
    if len({folded(one.text) for one in said}) < 2:
        return  # a heading and a sentence of the same words
    best = min(said, key=lambda one: sum(word.known and word.covered < _COVERED for word in one.words))
    told: set[int] = set()
    for one in said:
        if one is best or min(len(one.words), len(best.words)) < FEWEST or best.lost_beside(one, context.lexicon):
            continue
        lost = one.lost_beside(best, context.lexicon)
        if lost and one.member.document not in told and elsewhere.told(one.member, lost):
            told.add(one.member.document)
            yield _hit(context, one, best, lost)


class _Elsewhere:
    """How the run's documents render single words; their texts are folded once."""

    def __init__(self, context: RunContext) -> None:
        self._context = context
        self._texts: dict[int, list[tuple[int, str, str]]] = {}

    def told(self, member: Member, lost: Sequence[Coverage]) -> bool:
        """Whether the document renders one of the words as the dictionary does, wherever it stands or in half of that.

        Where it does not, the dictionary lacks what this subject calls the thing, and its silence says nothing.
        """
        if self._context.documents[member.document].languages[0] != "en":
            return True
        return any(self._is_known(member, word.word) for word in lost)

    def _is_known(self, member: Member, word: str) -> bool:
        listed = self._context.lexicon.translations(word).items()
        names = [name for name, weight in listed if weight >= _SAME]
        others = (
            target for pair, source, target in self._of(member.document) if pair != member.pair and word in source
        )
        rendered = [any(name in target for name in names) for target in others]
        return 2 * sum(rendered) >= len(rendered)

    def _of(self, number: int) -> list[tuple[int, str, str]]:
        if number not in self._texts:
            self._texts[number] = [
                (pair.id, pair.source.text.lower(), fold(pair.target.text).lower())
                for pair in self._context.documents[number].pairs
                if pair.source and pair.target
            ]
        return self._texts[number]


def _said(context: RunContext, member: Member) -> _Said:
    source, target = sides(context, member)
    english = context.documents[member.document].languages[0] == "en"
    cover = context.lexicon.coverage if english else context.lexicon.coverage_chinese
    return _Said(member, source.text, tuple(cover(source.text, target.text)))


def _akin(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two words are of one family, or have a translation in common; opposites share none as a whole."""
    if a[:_STEM] == b[:_STEM] or (min(len(a), len(b)) >= _SHORTEST and (a in b or b in a)):
        return True
    ours, theirs = lexicon.translations(a), lexicon.translations(b)
    return any(min(ours[word], theirs[word]) >= _SAME for word in ours.keys() & theirs.keys())


def _hit(context: RunContext, one: _Said, best: _Said, lost: Sequence[Coverage]) -> Hit:
    target = sides(context, one.member)[1].text
    words = ", ".join(f"“{shortened(one.text[word.start : word.end])}”" for word in lost[:4])
    message = (
        f"“{shortened(target)}” also renders “{shortened(best.text)}” ({place(context, best.member)}); "
        f"nothing in it stands for {words}."
    )
    return Hit(
        message,
        tuple(Evidence(word.start, word.end) for word in lost),
        (Evidence(0, len(target)),),
        0.6,
        key=f"{said_by(one.text)}\x1f{folded(target)}",
        pair=one.member.pair,
        document=one.member.document,
    )
