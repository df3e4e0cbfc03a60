"""How the checks see two sentences: which of their values answer each other, and what is found. Prints nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

from aligncheck.checks import RULES, DocumentContext, Evidence, Hit, Rule
from aligncheck.checks.numbers.match import match
from aligncheck.facts import Facts
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Anchor, Block, Document, Pair, Segment, Side, Span


class Answer(NamedTuple):
    """A line of the comparison: a fact of either language, by index, how they compare, and what there is to say.

    ``sign`` is ``=`` for facts that match, ``≠`` for those that a rule sets against each other, else ``""``.
    """

    english: int | None
    chinese: int | None
    sign: str
    remark: str


class Comparison:
    """Two sentences compared.

    Attributes:
        sides: their facts, English and Chinese.
        same: indices of facts that match.
        found: what the rules on numbers and dates find.
    """

    def __init__(self, english: Facts, chinese: Facts) -> None:
        self.sides = (english, chinese)
        self._at = tuple({fact.start: n for n, fact in enumerate(side)} for side in self.sides)
        matching = match(english, chinese)
        self.same = [(self._at[0][e.start], self._at[1][z.start]) for e, z in matching.same]
        self._left = tuple({fact.start for fact in facts} for facts in (matching.english, matching.chinese))
        self.found = list(_findings(english, chinese))

    def answers(self) -> list[Answer]:
        """Every fact of both sides, by place in the English sentence; what only the Chinese says comes last."""
        faults: dict[tuple[int | None, int | None], str] = {}
        for rule, hit in self.found:
            for e, z in zip_longest(hit.source, hit.target):
                faults[self._index(0, e), self._index(1, z)] = rule.code
        answers = [Answer(i, j, "≠" if (i, j) in faults else "=", faults.pop((i, j), "")) for i, j in self.same]
        answers += [Answer(i, j, "≠" if None not in (i, j) else "", code) for (i, j), code in faults.items()]
        for which, side in enumerate(self.sides):
            said = {answer[which] for answer in answers}
            for n, fact in enumerate(side):
                if n not in said:
                    remark = "left over, no fault" if fact.start in self._left[which] else "said in other terms"
                    answers.append(Answer(None, n, "", remark) if which else Answer(n, None, "", remark))
        last = len(self.sides[0])
        return sorted(answers, key=lambda a: (last if a.english is None else a.english, a.chinese or 0))

    def _index(self, which: int, evidence: Evidence | None) -> int | None:
        return None if evidence is None else self._at[which].get(evidence.start)


class _LateLexicon(Lexicon):
    """The dictionary, loaded when a rule first asks it: few pairs need it, and it takes longer than all the rest."""

    def __init__(self) -> None:
        """Leave the attributes unset."""

    def __getattr__(self, name: str) -> Any:
        return getattr(Lexicon.load(), name)


def _findings(english: Facts, chinese: Facts) -> Iterator[tuple[Rule, Hit]]:
    """What the rules on numbers and dates find in a document of this one pair, translated from English."""
    left, right = _side(english), _side(chinese)
    pair = Pair(0, left, right, 1.0)
    documents = left.document, right.document
    context = DocumentContext(*documents, "en", "zh", [pair], _LateLexicon(), "files").pair(pair)
    context.facts = english, chinese
    for rule in RULES:
        if rule.scope == "pair" and rule.code.startswith(("NUM", "DAT")):
            yield from ((rule, hit) for hit in rule.on_pair(context))


def _side(facts: Facts) -> Side:
    """A sentence as the only one of a document."""
    size = len(facts.text)
    block = Block(0, "paragraph", facts.text, (Anchor(0, size, 0, size),), Span(0, size), lang=facts.lang)
    document = Document(facts.lang, facts.text, (block,), "text")
    return Side.of(document, (Segment(facts.lang, block, 0, size),))
