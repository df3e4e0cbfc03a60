"""The rule on tables: as many rows and columns on either side. Knows blocks and their counterparts, no words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, document_rule
from aligncheck.checks._wording import these
from aligncheck.checks.structure.counterparts import Blocks, Counterparts, counterparts
from aligncheck.lang.text import letters
from aligncheck.model.report import Severity
from aligncheck.model.text import Block, Cell, Document

_WORDS = 2
"""So many letters make a cell text, whose loss OMI001 sees."""


class _Table(NamedTuple):
    """A table's cells, by row and column."""

    cells: Mapping[tuple[int, int], Block]

    @property
    def rows(self) -> list[int]:
        return sorted({row for row, _ in self.cells})

    @property
    def columns(self) -> int:
        return 1 + max(column for _, column in self.cells)

    def row(self, number: int) -> list[Block]:
        return [block for (row, _), block in sorted(self.cells.items()) if row == number]


@document_rule(
    "STR004",
    "table-differs",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example(
            "High water at the north quay in May:\n\n| Day | Height |\n|---|---|\n| Monday | 3.1 |\n| Tuesday | 3.4 |\n"
            "| 28 | 3.9 |\n| Wednesday | 3.6 |\n\nHeights are in metres.",
            "五月北码头的高潮：\n\n| 日期 | 高度 |\n|---|---|\n| 星期一 | 3.1 |\n| 星期二 | 3.4 |\n"
            "| 星期三 | 3.6 |\n\n高度以米为单位。",
            "a row of numbers is missing",
        )
    ],
    good=[
        Example(
            "High water at the north quay:\n\n| Day | Height |\n|---|---|\n| Monday | 3.1 |\n| Tuesday | 3.4 |",
            "北码头的高潮：\n\n| 日期 | 高度 |\n|---|---|\n| 星期一 | 3.1 |\n| 星期二 | 3.4 |",
        ),
    ],
)
def table_differs(document: DocumentContext) -> Iterator[Hit]:
    """A row or a column of a table stands in one document only.

    Why: a row of numbers, codes or ticks holds no sentence that could be missed, and a table is what readers look
    things up in.

    A warning where the source's row or column is missing, a hint where one was added. One finding for each table.

    Silent: for rows and columns of words (OMI001 and OMI002 speak of them); for empty cells; for tables none of whose
    cells was paired.
    """
    if document.layout != "two-files":
        return
    both = counterparts(document)
    left, right = _tables(document.source), _tables(document.target)
    for one, two, ties in _matched(both, left, right):
        forth = {s.row: t.row for s, t in ties}
        back = {t.row: s.row for s, t in ties}
        rows = len(left[one].rows) - len(right[two].rows)
        if rows > 0:
            yield from _lone_rows(left[one], forth, both.source, rows, missing=True)
        elif rows < 0:
            yield from _lone_rows(right[two], back, both.target, -rows, missing=False)
        elif left[one].columns != right[two].columns:
            yield from _columns(left[one], right[two], both)


def _tables(document: Document) -> dict[int, _Table]:
    found: dict[int, dict[tuple[int, int], Block]] = defaultdict(dict)
    for block in document.blocks:
        if block.cell:
            found[block.cell.table][block.cell.row, block.cell.column] = block
    return {number: _Table(cells) for number, cells in found.items()}


def _matched(
    both: Counterparts, left: Mapping[int, _Table], right: Mapping[int, _Table]
) -> Iterator[tuple[int, int, list[tuple[Cell, Cell]]]]:
    """Tables most of whose paired cells answer each other, with these cells."""
    ties: dict[int, list[tuple[Cell, Cell]]] = defaultdict(list)
    for source, target in both.mutual():
        if source.cell and target.cell:
            ties[source.cell.table].append((source.cell, target.cell))
    for one, found in sorted(ties.items()):
        two, count = Counter(t.table for _, t in found).most_common(1)[0]
        if one in left and two in right and 2 * count > len(found):
            yield one, two, [(s, t) for s, t in found if t.table == two]


def _lone_rows(table: _Table, across: Mapping[int, int], side: Blocks, many: int, *, missing: bool) -> Iterator[Hit]:
    """Rows without a paired cell and without words, where there are at least as many rows too many."""
    alone = [row for row in table.rows if row not in across]
    rows = [table.row(row) for row in alone if not any(letters(b.text) >= _WORDS for b in table.row(row))]
    if not rows or len(alone) > many:
        return
    what = these(len(rows), "table row")
    where = "missing from the translation" if missing else "only in the translation"
    yield _hit(
        f"{what}{side.under(rows[0][0].index)} {'is' if len(rows) == 1 else 'are'} {where}.", rows, side, missing
    )


def _columns(one: _Table, two: _Table, both: Counterparts) -> Iterator[Hit]:
    """A last column that only one side has, of cells without words."""
    missing = one.columns > two.columns
    table, side = (one, both.source) if missing else (two, both.target)
    known = min(one.columns, two.columns)
    cells = [block for (_, column), block in sorted(table.cells.items()) if column >= known]
    if not cells or any(block.index in side.paired or letters(block.text) >= _WORDS for block in cells):
        return
    yield _hit(
        f"The table{side.under(cells[0].index)} has {one.columns} columns, its translation {two.columns}.",
        [[block] for block in cells],
        side,
        missing,
    )


def _hit(message: str, rows: Sequence[Sequence[Block]], side: Blocks, missing: bool) -> Hit:
    spans = tuple(Evidence(row[0].span.start, row[-1].span.end) for row in rows)
    texts = ["\x1e".join(block.text for block in row) for row in rows]
    return Hit(
        message,
        spans if missing else (),
        () if missing else spans,
        0.8 if missing else 0.6,
        severity=Severity.WARNING if missing else Severity.INFO,
        pair=side.pair_before(rows[0][0].index),
        members=tuple(f"{'missing' if missing else 'added'} {text}" for text in texts),
    )
