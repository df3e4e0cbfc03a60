"""The odds of a missing clause, for rules: worked out once a document, and loaded only then. Knows no rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligncheck.checks._rule import DocumentContext, PairContext

if TYPE_CHECKING:
    from aligncheck.checks.completeness.clause_model import Odds, Scores


def odds_of(pair: PairContext) -> Odds | None:
    """The odds of a pair; None where its sides are of one language."""
    scores = pair.document.once("clause scores", _scores)
    number = scores.index.get(pair.pair.id)
    if number is None:
        return None
    from aligncheck.checks.completeness.clause_model import Odds

    return Odds(scores, number)


def _scores(document: DocumentContext) -> Scores:
    from aligncheck.checks.completeness.clause_model import scores

    return scores(document)
