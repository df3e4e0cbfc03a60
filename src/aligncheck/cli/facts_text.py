"""Values of sentences, laid out for a terminal: the sentence, markers under it, a table. Finds nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from aligncheck.facts import Fact, Facts, Reading
from aligncheck.facts.notation import shown
from aligncheck.report.invisible import pieces, plain
from aligncheck.report.terminal import cells, fit

INDENT = "    "
_WIDEST = 36
"""Cells an expression gets in a table; a longer one stands whole in its sentence above."""
_COLUMNS = ("expression", "value", "kind", "unit", "strength", "role", "remarks")
_PLACED = frozenset({"start", "end", "text", "readings", "strength", "digits", "role"})
"""Attributes of a Fact that have a column, or none. Any other that is set is a remark."""
_REMARKS = {"approx": "approximate", "bound min": "at least", "bound max": "at most"}


def further(fact: Fact) -> dict[str, object]:
    """Attributes that have no column and differ from their defaults."""
    return {
        name: value
        for name, value in fact._asdict().items()
        if name not in _PLACED and value != fact._field_defaults.get(name)
    }


def lines(facts: Facts, width: int) -> Iterator[str]:
    """A sentence cut to ``width`` cells, markers under its values, and a line for each value."""
    letters = _visible(facts.text)
    label = click.style(f"{facts.lang:{len(INDENT)}}", dim=True)
    for first, last in _cut(letters, facts, width - len(INDENT)):
        yield label + "".join(letters[first:last]).rstrip()
        label = INDENT
        marks = _marks(letters, facts, first, last)
        if marks:
            yield INDENT + click.style(marks, fg="cyan")
    yield ""
    if facts.facts:
        head, *rows = table((_COLUMNS, *(_row(fact) for fact in facts)), head=1)
        yield click.style(head, dim=True)
        yield from rows
    else:
        yield f"{INDENT}no values found"


def table(rows: Sequence[Sequence[str]], *, head: int = 0) -> list[str]:
    """Rows in columns, indented; a column that is empty below the first ``head`` rows is left out."""
    columns = [column for column in zip(*rows, strict=True) if any(column[head:])]
    widths = [max(map(cells, column)) for column in columns]
    return [
        (INDENT + "  ".join(cell + " " * (w - cells(cell)) for cell, w in zip(row, widths, strict=True))).rstrip()
        for row in zip(*columns, strict=True)
    ]


def expression(fact: Fact) -> str:
    """The words of a fact, for a table."""
    return fit(plain(fact.text), _WIDEST)


def _row(fact: Fact) -> tuple[str, ...]:
    first, *others = fact.readings
    remarks = [name if value is True else f"{name} {value}" for name, value in further(fact).items()]
    remarks = [_REMARKS.get(remark, remark) for remark in remarks]
    for other in others:
        remarks.append(f"or {_value(fact, other)}" + (f" ({other.kind})" if other.kind != first.kind else ""))
    unit = "" if first.kind == "label" else first.unit
    role = "" if fact.role == "plain" else fact.role
    strength = fact.strength.name.lower()
    return expression(fact), _value(fact, first), first.kind, unit, strength, role, ", ".join(remarks)


def _value(fact: Fact, reading: Reading) -> str:
    """The value as messages write it, with digits in groups."""
    return "missing" if reading.kind == "gap" else shown(fact._replace(readings=(reading,))).rpartition(" = ")[2]


def _visible(text: str) -> list[str]:
    """What stands for each character: itself, a space, or the label of one that cannot be seen."""
    letters: list[str] = []
    for piece in pieces(text):
        if piece.kind == "hidden":
            letters += [f"<{piece.label}>", *[""] * (len(piece.text) - 1)]
        else:
            letters += (" " if c.isspace() else c for c in piece.text)
    return letters


def _cut(letters: list[str], facts: Facts, width: int) -> Iterator[tuple[int, int]]:
    """Lines of at most ``width`` cells, as ranges: cut after a space or before a Chinese character, round values."""
    inside = {at for fact in facts for at in range(fact.start + 1, fact.end)}
    first = used = gap = 0
    for at, letter in enumerate(letters):
        if at not in inside and at > first and (letters[at - 1] == " " or (cells(letter) == 2 and letter.isalnum())):
            gap = at
        used += cells(letter)
        if used > width and at > first and letter != " ":
            cut = gap if gap > first else at
            yield first, cut
            first, used = cut, cells("".join(letters[cut : at + 1]))
    yield first, len(letters)


def _marks(letters: list[str], facts: Facts, first: int, last: int) -> str:
    """``^~~~`` under each value of a line; a value cut in two goes on with ``~``."""
    marks = ""
    for fact in facts:
        if fact.start < last and fact.end > first:
            start = cells("".join(letters[first : max(fact.start, first)]))
            end = cells("".join(letters[first : min(fact.end, last)]))
            marks = marks.ljust(start) + ("^" if fact.start >= first else "~").ljust(end - start, "~")
    return marks
