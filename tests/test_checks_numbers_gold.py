"""The number and date rules on the project's own labelled pairs, and whether those are well formed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from gold.number_scores import number_pairs, number_sets, score

from aligncheck.checks import numbers
from aligncheck.lexicon import Lexicon


class Bounds(NamedTuple):
    """At most so many clean pairs with any finding and with an error; at least so much recall, shown and gating."""

    alarms: int
    errors: int
    shown: float
    gating: float


BOUNDS = {
    # Ordinary published translation.
    "mixed": Bounds(0, 0, 0.98, 0.88),
    # News, money, law, medicine; right renderings chosen because they are hard to recognise.
    "news": Bounds(5, 1, 0.95, 0.79),
    # Stories, manuals, recipes, history, in the same way.
    "prose": Bounds(7, 4, 0.94, 0.83),
}
CODES = {"ok", *(rule.code for rule in numbers.RULES)}


@pytest.mark.parametrize("path", number_sets(), ids=lambda path: path.stem)
def test_scores_stay_above_their_floors(path: Path) -> None:
    bounds, result = BOUNDS[path.stem.removeprefix("numbers_")], score(path, Lexicon.load())
    assert len(result.alarms) <= bounds.alarms, result.alarms
    assert len(result.errors) <= bounds.errors, result.errors
    assert result.recall >= bounds.shown
    assert result.gating_recall >= bounds.gating


@pytest.mark.parametrize("path", number_sets(), ids=lambda path: path.stem)
def test_the_gold_is_well_formed(path: Path) -> None:
    pairs = list(number_pairs(path))
    assert len(pairs) > 250
    assert {pair.expect for pair in pairs} == CODES
    assert all(pair.kind and pair.en and pair.zh for pair in pairs)
    assert len({(pair.en, pair.zh) for pair in pairs}) == len(pairs)


def test_every_set_has_bounds() -> None:
    assert {path.stem.removeprefix("numbers_") for path in number_sets()} == set(BOUNDS)
