"""Comparing whole documents after random edits: what was not touched is the same, what was touched is told."""

from __future__ import annotations

from random import Random

import pytest
from edit_builder import Edited, Units, document

from aligncheck.drift import Sentence, compare, trace
from aligncheck.formats import read
from aligncheck.model.drift import Step
from aligncheck.segment import segment

SEEDS = range(8)


def sentences(units: Units, side: int) -> list[Sentence]:
    text = "\n\n".join(unit.sides("two files")[side] for unit in units)
    found = segment(read(text.encode(), "page.md"), ("en", "zh")[side])
    return [Sentence(s.text, s.marks) for s in found]


def steps(old: Units, new: Units, side: int, *, keep_text: bool = False) -> tuple[Step, ...]:
    lang = ("en", "zh")[side]
    traces = [trace(s.text, lang, s.marks, role="source", keep_text=keep_text) for s in sentences(old, side)]
    return compare(traces, sentences(new, side), lang)


@pytest.mark.parametrize("side", [0, 1], ids=["en", "zh"])
@pytest.mark.parametrize("seed", SEEDS)
def test_lines_broken_elsewhere_and_other_heading_levels_are_no_change(seed: int, side: int) -> None:
    random = Random(seed)
    units = document(random, 30, "two files")
    made = Edited(list(units))
    made.reflow(random)
    made.relevel(random)
    assert all(s.same and not s.moved for s in steps(units, tuple(made.units), side))


@pytest.mark.parametrize("side", [0, 1], ids=["en", "zh"])
@pytest.mark.parametrize("keep_text", [True, False])
@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_not_edited_is_the_same(seed: int, keep_text: bool, side: int) -> None:
    """Every sentence of an untouched unit has an equal one; of sentences that stand there twice one may be new."""
    random = Random(seed)
    units = document(random, 30, "two files")
    made = Edited(list(units))
    for _ in range(3):
        random.choice([Edited.insert, Edited.delete, Edited.rename, Edited.move])(made, random)
    found = steps(units, tuple(made.units), side, keep_text=keep_text)
    untouched = tuple(u for u in made.units if u.number not in made.touched)
    now = [s.text for s in sentences(tuple(made.units), side)]
    expected = {s.text for s in sentences(untouched, side) if now.count(s.text) == 1}
    told = {now[j] for s in found if not s.same for j in s.new}
    assert not told & expected


@pytest.mark.parametrize("seed", SEEDS)
def test_values_that_changed_anywhere_are_all_named(seed: int) -> None:
    random = Random(seed)
    units = document(random, 30, "two files")
    old = sentences(units, 0)
    chosen = random.sample([n for n, s in enumerate(old) if len(s.text) > 40 and not s.marks], 5)
    traces = [
        trace(f"{s.text} It takes {n + 2} kilns.", "en", s.marks, role="source")
        if n in chosen
        else trace(s.text, "en", s.marks, role="source")
        for n, s in enumerate(old)
    ]
    new = [Sentence(f"{s.text} It takes {n + 3} kilns.", s.marks) if n in chosen else s for n, s in enumerate(old)]
    named = {(s.new, w.text) for s in compare(traces, new, "en") for w in s.changes if w.material}
    assert named == {((n,), f"{n + 2} → {n + 3}") for n in chosen}
