"""What a rule on the whole run is: a declared function from all documents to hits in some. Knows no particular check.

A run checks its documents one by one, in several processes, and keeps what it found. So such a rule has two parts. What
it ``gather``s from a document is worked out together with the document's report and kept with it; its check then sees
what was gathered from all of them, and the pairs of those it wants to speak of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from aligncheck.checks._rule import Example, Gather, Hit, Rule
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import PairRecord, Severity
from aligncheck.model.text import Lang

FORM = ("PUN", "SCR")
"""Families of rules on how a text is written: that explains no other wording."""


@dataclass(frozen=True, slots=True)
class RunDocument:
    """A document as rules on the run see it.

    Attributes:
        path: as messages name it.
        identity: its path from the project's root, which stays the same wherever the command runs.
        edition: which translation it belongs to: those into Simplified and into Traditional Chinese, or for Taiwan and
            for Hong Kong, need not agree.
        languages: of source and target.
        pairs: its pairs by id, as reports show them.
        gathered: what rules took down of it, by their ``gather``'s name.
        headings: ids of the pairs that are headings.
        faulty: ids of pairs of which some other rule says that something is wrong (no mere hint), other than in form.
    """

    path: str
    identity: str
    edition: str
    languages: tuple[Lang, Lang]
    pairs: Sequence[PairRecord]
    gathered: Mapping[str, bytes]
    headings: frozenset[int] = frozenset()
    faulty: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class RunContext:
    """All documents of a run for which a rule is switched on, in the run's order.

    ``known`` are figures that the last run worked out, ``figures`` those that this one asked for.
    """

    documents: Sequence[RunDocument]
    lexicon: Lexicon
    known: Mapping[str, float] = field(default_factory=dict)
    figures: dict[str, float] = field(default_factory=dict)

    def figure(self, name: str, make: Callable[[], float]) -> float:
        """A figure that takes long to work out, by a name that says all it depends on; kept for the next run."""
        if name not in self.figures:
            self.figures[name] = self.known[name] if name in self.known else make()
        return self.figures[name]


RunCheck = Callable[[RunContext], Iterable[Hit]]
"""A hit names its document and a pair there. Its evidence is characters of the sides' texts, as in a pair rule; its
``key``, or its ``members``, say all it is known by, as in a document rule."""


def run_rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    gather: Gather,
    since: str,
    bad: Sequence[Example],
    good: Sequence[Example],
) -> Callable[[RunCheck], Rule]:
    """Declare a check that looks at all documents of a run. In its examples the two texts are the only document."""
    return lambda check: Rule(code, name, severity, since, tuple(bad), tuple(good), "run", check, gather=gather)
