"""A term where it stands in a text, and the signs that it may not be meant as one. Knows English, no glossary's use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from aligncheck.lang.en.inflection import SET_PHRASES, is_plural, is_verb
from aligncheck.lang.en.lexis import STOP
from aligncheck.model.term import Term

HYPHENS = "-\u2010\u2011\u2012\u2013"
_OPENS = frozenset(",;:—–(“\"'.!?")
_TITLE = 0.8
"""Share of long words with a capital, but the first, from which a text is a title: in it capitals tell no name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a term as it is looked for: its words in lower case, whether its case matters, whether it is a verb."""

    text: str
    words: tuple[str, ...]
    exact: bool
    term: Term
    verb: bool = False


@dataclass
class Words:
    """A text cut into words: in lower case, and where each stands."""

    text: str
    words: Sequence[str]
    spans: Sequence[tuple[int, int]]

    @cached_property
    def is_title(self) -> bool:
        """Whether nearly all its long words have capitals."""
        long = [self.text[start].isupper() for start, end in self.spans[1:] if end - start > 3]
        return bool(long) and sum(long) >= _TITLE * len(long)

    def gap(self, at: int) -> str:
        """What stands before word ``at``, but for blanks: up to the word before it."""
        return self.text[self.spans[at - 1][1] if at else 0 : self.spans[at][0]].strip()


class Match:
    """A term in a text, ``[start, end)``. What its surroundings tell is worked out when it is asked for: seldom.

    Attributes:
        names: the names that stand there, one of each term: they are alternatives.
    """

    __slots__ = ("_first", "_over", "_within", "end", "names", "start")

    def __init__(
        self, start: int, end: int, names: tuple[Name, ...], within: Words | None = None, first: int = 0, over: int = 0
    ) -> None:
        self.start, self.end, self.names = start, end, names
        self._within, self._first, self._over = within, first, over

    @property
    def verbal(self) -> bool:
        """Whether it is used as a verb, or stands in a verb's form (-ed, -ing)."""
        if self._within is None or any(name.verb for name in self.names):
            return False
        words, over = self._within.words, self._over
        last, own = words[over - 1], {name.words[-1] for name in self.names}
        if last not in own and all(not is_plural(last, word) for word in own):
            return True
        after = words[over] if over < len(words) and not self._within.gap(over) else ""
        before = "" if self._opens else words[self._first - 1]
        return over - self._first == 1 and is_verb(before, after, opens=self._opens)

    @property
    def inside(self) -> bool:
        """Whether it is part of a longer name, of a word with a hyphen or of a set phrase (Agent Framework, user-agent,
        for example)."""
        if self._within is None:
            return False
        text, words, spans = self._within.text, self._within.words, self._within.spans
        before = words[self._first - 1] if self._first else ""
        hyphened = text[self.end : self.end + 1] or " "
        if hyphened in HYPHENS and self._over < len(words) and spans[self._over][0] == self.end + 1:
            return True
        if before and text[self.start - 1] in HYPHENS and spans[self._first - 1][1] == self.start - 1:
            return True
        phrase = tuple(words[max(0, self._first - 2) : self._over])
        return phrase in SET_PHRASES or phrase[1:] in SET_PHRASES or self._in_name()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital that neither a sentence's beginning nor the glossary accounts for."""
        given = any(name.text[0].isupper() for name in self.names)
        return self._within is not None and not given and not self._opens and self._within.text[self.start].isupper()

    @property
    def modifies(self) -> bool:
        """Whether a word of content stands directly beside it, so that both may have one rendering."""
        if self._within is None:
            return False
        words, first, over = self._within.words, self._first, self._over
        if over < len(words) and words[over] not in STOP and not self._within.gap(over):
            return True
        return first > 0 and words[first - 1] not in STOP and not self._within.gap(first)

    @property
    def _opens(self) -> bool:
        """Whether it opens a sentence or a clause."""
        assert self._within is not None
        gap = self._within.gap(self._first)
        return not self._first or bool(gap and gap[-1] in _OPENS)

    def _in_name(self) -> bool:
        """Whether it and a word beside it have capitals, as the words of a name do."""
        assert self._within is not None
        text, words, spans = self._within.text, self._within.words, self._within.spans
        if not text[self.start].isupper() or any(name.text[0].isupper() for name in self.names):
            return False
        beside = []
        if self._first > 1 and text[spans[self._first - 1][1] : self.start] == " ":
            beside.append(spans[self._first - 1][0])
        if self._over < len(words) and text[self.end : spans[self._over][0]] == " ":
            beside.append(spans[self._over][0])
        return any(text[at].isupper() for at in beside) and not self._within.is_title
