"""Words for a gap: how much of what is missing, and the section it belongs to. Knows blocks, not why they are alone."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

from aligncheck.checks._layout import is_locale
from aligncheck.checks._wording import shortened
from aligncheck.model.text import Block, Document, Side

PLURAL = {"is": "are", "has": "have"}
_HEADING = "heading "
NAMED = 3
"""So many sections are named one by one; of more the first and the last."""
GROUPS = 6
"""So many groups of keys are named; more are not."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a gap amounts to: sections that are missing whole with what they hold, what else, and where that stands."""

    sections: tuple[str, ...]
    within: Counter[str]
    others: Counter[str]
    under: str

    def message(self, fault: str) -> str:
        """A sentence with ``fault`` as its predicate for one thing: ``is missing from the translation``."""
        several = " ".join([PLURAL[fault.split()[0]], *fault.split()[1:]])
        where = f" under {self.under}" if self.under else ""
        beside = f"{_amount(self.others)}{where}" if self.others else ""
        if not self.sections:
            single = self.others.total() == 1
            this = next(iter(self.others))
            lone = f"The {this}" if this.startswith(_HEADING) else f"This {this}"
            return f"{lone} {fault}." if single else f"{beside[0].upper()}{beside[1:]} {several}."
        named = _sections(self.sections)
        if self.others:
            return f"{named} ({_amount(self.within)}) and {beside} {several}."
        return f"{named} {fault if len(self.sections) == 1 else several}: {_amount(self.within)}."


def tell(document: Document, sides: Sequence[Side], paired: frozenset[int]) -> Told:
    """What the sentences of a gap amount to; ``paired`` are blocks with a sentence that has a counterpart."""
    blocks = list({s.block.index: s.block for side in sides for s in side.segments}.values())
    whole = _whole(document, blocks, paired)
    inside = {i for span in whole for i in span}
    within, others = Counter[str](), Counter[str]()
    seen: set[object] = set()
    begun = {(b.cell.table, b.cell.row) for b in document.blocks if b.cell is not None and b.index in paired}
    for segment in (s for side in sides for s in side.segments):
        kind, thing = _thing(document, segment.block, paired, begun)
        if thing is not None and thing in seen:
            continue
        seen.add(thing)
        if segment.block.index not in inside:
            others[kind] += 1
        elif segment.block.kind != "heading":
            within[kind] += 1
    names = tuple(shortened(document.blocks[span.start].text) for span in whole)
    return Told(names, within, others, _under(document, sides, inside))


def _whole(document: Document, blocks: Sequence[Block], paired: frozenset[int]) -> list[range]:
    """Blocks of each section with text in a gap and no sentence with a counterpart; none within another.

    Its heading need not be among the sentences of the gap: it may say too little to be told missing.
    """
    missing = {b.index for b in blocks if b.kind != "heading"}
    found: list[range] = []
    for heading in _headings(document, blocks):
        if found and heading.index in found[-1]:
            continue
        end = heading.index + 1
        while end < len(document.blocks) and not _closes(document.blocks[end], heading):
            end += 1
        members = range(heading.index, end)
        if missing.intersection(members) and not paired.intersection(members):
            found.append(members)
    return found


def _headings(document: Document, blocks: Sequence[Block]) -> list[Block]:
    """The headings among the blocks and over them, in order."""
    every = [b.index for b in document.blocks if b.kind == "heading"]
    above = {bisect_right(every, b.index) for b in blocks} - {0}
    return [document.blocks[every[n - 1]] for n in sorted(above)]


def _closes(block: Block, heading: Block) -> bool:
    return block.kind == "heading" and block.level <= heading.level


def _thing(document: Document, block: Block, paired: frozenset[int], begun: Set[tuple[int, int]]) -> tuple[str, object]:
    """What a sentence's block counts as, and the thing it is counted once for (None: each sentence counts).

    ``begun``: table and row of each table row with a cell that has a counterpart.
    """
    if block.unit is not None:
        return ("string" if is_locale(document) else "row"), block.unit
    if block.index in paired:
        return "sentence", None
    if block.cell is not None:
        row = (block.cell.table, block.cell.row)
        return ("table cell", block.index) if row in begun else ("table row", row)
    if block.kind == "heading":
        return f"{_HEADING}“{shortened(block.text)}”", block.index
    return ("list item", block.index) if block.kind == "item" else ("sentence", None)


def _under(document: Document, sides: Sequence[Side], inside: set[int]) -> str:
    """The heading over what belongs to no missing section, or the keys that strings share; else nothing.

    A heading among what is missing is named itself.
    """
    blocks = [s.segments[0].block for s in sides if s.segments[0].block.index not in inside]
    if not blocks or any(b.kind == "heading" for b in blocks):
        return ""
    if blocks[0].unit is not None:
        groups = list(dict.fromkeys((b.unit or "").rpartition(".")[0] for b in blocks))
        named = [f"“{group}”" for group in groups if group]
        return _joined(named) if 0 < len(named) <= GROUPS else ""
    headings = _headings(document, blocks[:1])
    return f"“{shortened(headings[0].text)}”" if headings else ""


def _sections(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"The section “{names[0]}”"
    if len(names) <= NAMED:
        return f"The sections {_joined([f'“{name}”' for name in names])}"
    return f"{len(names)} sections, from “{names[0]}” to “{names[-1]}”,"


def _amount(things: Counter[str]) -> str:
    parts = [
        f"the {kind}" if kind.startswith(_HEADING) else f"{count} {kind}{'s' * (count > 1)}"
        for kind, count in things.items()
    ]
    return _joined(parts)


def _joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
