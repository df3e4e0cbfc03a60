"""Says how two sentences of one language differ: in form, in wording, in values. Knows no document and no source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from aligncheck.facts import Fact, Facts, Strength
from aligncheck.facts.compare import UNITS_DIFFER, agreement, loosely, says_again
from aligncheck.lang.form import folded
from aligncheck.lang.patterns import deferred
from aligncheck.model.renderings import Difference, ValueChange
from aligncheck.model.text import Side

_FIGURE = deferred(r"[0-9０-９]+")
_TOO_MANY = 60
"""Values in a side; a side with more is a table, where order says which answers which."""


def difference(a: Side, b: Side) -> tuple[Difference, tuple[ValueChange, ...]]:
    """How two sides in one language differ, and the values that do."""
    if a.text == b.text:
        return "equal", ()
    if changed := values_apart(facts_of(a), facts_of(b)):
        return "values", changed
    return ("form" if folded(a.text) == folded(b.text) else "wording"), ()


def facts_of(side: Side) -> Facts:
    """The values of a side."""
    return Facts.of(side.text, side.lang, side.marks)


def values_apart(a: Facts, b: Facts) -> tuple[ValueChange, ...]:
    """Values that one rendering states and the other does not, those of like kind put together; none where unsure.

    One of the two must be surely a value, or both have one unit (three days, nine days) or be figures (14:50, 15:50).
    A value that stands alone counts only where it is written in figures: number words come and go with the wording.
    """
    left, right = _left_over(a.facts, b.facts)
    stated = [*_stated(left, b), *_stated(right, a)]
    sure = {id(f) for f in stated if f.strength is Strength.STRONG}
    fair = {id(f) for f in stated if f.unit or f.digits}
    changed: list[tuple[int, ValueChange]] = []
    for alike in (_same_unit, _same_kind, _alone(left, right)):
        for fact in list(left):
            other = next((o for o in right if alike(fact, o)), None)
            if other is not None:
                left.remove(fact)
                right.remove(other)
                both = {id(fact), id(other)}
                if both & sure or (alike is _same_unit and both <= fair):
                    changed.append((fact.start, ValueChange(fact.text, other.text)))
    if not _unread(b) - _unread(a):
        changed += [(f.start, ValueChange(f.text, "")) for f in left if id(f) in sure and f.digits]
    if not _unread(a) - _unread(b):
        changed += [(f.start, ValueChange("", f.text)) for f in right if id(f) in sure and f.digits]
    return tuple(change for _, change in sorted(changed, key=lambda c: c[0]))


def _unread(facts: Facts) -> Counter[str]:
    """Figures that were not understood as a value (40M): one of them may be what the other side says in words."""
    sure = [f for f in facts if f.strength is Strength.STRONG and f.kind != "label"]
    return Counter(
        found[0] for found in _FIGURE.finditer(facts.text) if not any(f.start <= found.start() < f.end for f in sure)
    )


def _same_unit(a: Fact, b: Fact) -> bool:
    return a.kind == b.kind and a.unit == b.unit


def _same_kind(a: Fact, b: Fact) -> bool:
    return a.kind == b.kind


def _alone(a: Sequence[Fact], b: Sequence[Fact]) -> Callable[[Fact, Fact], bool]:
    """Whether nothing else is left: then one stands for the other, whatever its kind."""
    return lambda _, __: len(a) == len(b) == 1


def _left_over(a: Sequence[Fact], b: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Values of either side that answer none of the other: equal ones go first, then equal ones in other terms."""
    if max(len(a), len(b)) > _TOO_MANY:
        return [], []
    scored = sorted(
        ((agreement(x, y), -i, -j) for i, x in enumerate(a) for j, y in enumerate(b) if agreement(x, y) > UNITS_DIFFER),
        reverse=True,
    )
    done: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in scored:
        if -i not in done[0] and -j not in done[1]:
            done[0].add(-i)
            done[1].add(-j)
    left, right = ([f for n, f in enumerate(side) if n not in seen] for side, seen in zip((a, b), done, strict=True))
    for fact in list(left):
        other = next((o for o in right if loosely(fact, o) or loosely(o, fact)), None)
        if other is not None:
            left.remove(fact)
            right.remove(other)
    return (
        [f for f in left if f.strength > Strength.WEAK and not any(says_again(f, o) for o in b)],
        [f for f in right if f.strength > Strength.WEAK and not any(says_again(f, o) for o in a)],
    )


def _stated(found: Sequence[Fact], other: Facts) -> list[Fact]:
    """Those that state a value which the other text does not hold even as mere characters."""
    text = folded(other.text)
    return [f for f in found if f.role in ("plain", "bracket") and folded(f.text) not in text]
