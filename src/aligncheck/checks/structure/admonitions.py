"""The rule on admonitions: notes, tips and warnings that are set off from the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, document_rule
from aligncheck.checks._wording import these
from aligncheck.checks.structure.asides import Aside, asides
from aligncheck.checks.structure.counterparts import Counterparts, counterparts
from aligncheck.model.report import Severity
from aligncheck.model.text import Block

_ALARMS = frozenset({"important", "warning", "danger"})
"""Kinds that keep a reader from harm."""


@document_rule(
    "STR007",
    "admonition-differs",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example(
            "The ladder is old.\n\n:::danger\nNobody may climb it in a storm.\n:::\n\nThe lamp turns by itself.",
            "梯子很旧。\n\n:::tip\n暴风雨中任何人不得攀爬。\n:::\n\n灯会自己转动。",
            "a danger became a tip",
        ),
    ],
    good=[
        Example(
            "The ladder is old.\n\n:::note\nNobody may climb it in a storm.\n:::\n\nThe lamp turns by itself.",
            "梯子很旧。\n\n:::note[注意]\n暴风雨中任何人不得攀爬。\n:::\n\n灯会自己转动。",
            "a title of its own",
        ),
        Example(
            "The ladder is old.\n\n> [!NOTE]\n> Nobody may climb it in a storm.\n\nThe lamp turns by itself.",
            "梯子很旧。\n\n> **注意**：暴风雨中任何人不得攀爬。\n\n灯会自己转动。",
            "set off in another way",
        ),
    ],
)
def admonition_differs(document: DocumentContext) -> Iterator[Hit]:
    """An admonition is of another kind in the translation, or is not set off at all.

    Why: a danger that is shown as a tip, or as ordinary text, is not read as a danger.

    A warning where a warning became something else or the reverse, and where an admonition became ordinary text
    although the translation sets off others; a hint where it sets off none, between notes and tips, and where ordinary
    text became an admonition. Consecutive ones are one finding.

    Silent: for words that mean the same (``info`` and ``note``); for admonitions set off in another way (a quotation,
    a bold word); where their text has no counterpart (OMI001 speaks of it); for tabs and folded details.
    """
    if document.layout != "two-files":
        return
    left, right = asides(document.source), asides(document.target)
    if not left and not right:
        return
    both = counterparts(document)
    there = {a.first.index: a for a in right}
    here = {a.first.index for a in left}
    yield from _other_kind(left, there, both)
    for fault, group in groupby(left, key=lambda a: _plain(a, there, both)):
        if fault:
            yield _unframed(list(group), both, lost=True, habit=bool(right))
    added = {a.first.index for a in right if _added(a, here, both)}
    for fault, group in groupby(right, key=lambda a: a.first.index in added):
        if fault:
            yield _unframed(list(group), both, lost=False, habit=bool(left))


def _other_kind(left: Sequence[Aside], there: dict[int, Aside], both: Counterparts) -> Iterator[Hit]:
    for aside in left:
        other = there.get(both.forth.get(aside.first.index, -1))
        if other is None or other.kind == aside.kind:
            continue
        yield Hit(
            f"This admonition is of the kind “{aside.word}”, its translation of the kind “{other.word}”.",
            (Evidence(*aside.opening),),
            (Evidence(*other.opening),),
            0.85,
            key=f"{aside.kind} {other.kind} {aside.first.text}",
            severity=None if _ALARMS.intersection((aside.kind, other.kind)) else Severity.INFO,
            pair=both.source.pair_of[aside.first.index].id,
        )


def _plain(aside: Aside, there: dict[int, Aside], both: Counterparts) -> bool:
    """Whether an admonition's text is ordinary text of the target."""
    into = both.forth.get(aside.first.index)
    return into is not None and into not in there and not _set_off(both.target.document.blocks, into)


def _added(aside: Aside, here: set[int], both: Counterparts) -> bool:
    source = both.back.get(aside.first.index)
    return source is not None and source not in here and not _set_off(both.source.document.blocks, source)


def _set_off(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is quoted, or it or the one before it begins with a bold word."""
    near = blocks[max(0, index - 1) : index + 1]
    return any(b.quote or any(m.kind == "strong" and m.start == 0 for m in b.marks) for b in near)


def _unframed(members: Sequence[Aside], both: Counterparts, *, lost: bool, habit: bool) -> Hit:
    here, across = (both.source, both.forth) if lost else (both.target, both.back)
    there = both.target if lost else both.source
    what = f"{these(len(members), 'admonition')}{here.under(members[0].first.index)}"
    be = "is" if len(members) == 1 else "are"
    own = tuple(Evidence(*a.opening) for a in members)
    others = tuple(Evidence(*there.document.blocks[across[a.first.index]].span) for a in members)
    return Hit(
        f"{what} {be} ordinary text in the {'translation' if lost else 'source'}.",
        own if lost else others,
        others if lost else own,
        0.7 if lost and habit else 0.5,
        severity=Severity.WARNING if lost and habit else Severity.INFO,
        pair=here.pair_of[members[0].first.index].id,
        members=tuple(f"{'plain' if lost else 'added'} {a.first.text}" for a in members),
    )
