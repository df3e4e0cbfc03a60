"""What two pieces of code say differently, apart from what translators translate in code. Knows no document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from aligncheck.checks.structure.code_tokens import Token, language, layout_only, prosaic, telling, tokens
from aligncheck.model.text import Block, Span

ALIKE = 0.35
"""Two lines that share less than this of their words do not answer each other."""
_LONG = 40
"""Strings of so many characters are shown in part."""
_MANY_LINES = 4000
"""So many combinations of lines in one gap are not weighed; the gap is taken as a whole."""
_MANY = 1_000_000
"""So many combinations of lines in a block, or of words in two lines, are not compared one by one."""
_LANGUAGE_TAG = r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?"

Line = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the source's code and what stands in their place; one side may be empty.

    Attributes:
        source, target: the words.
        beside_source, beside_target: where a side is empty, the line its counterpart stands in, if there is one.
        line: whether a whole line was lost or added.
    """

    source: tuple[Token, ...]
    target: tuple[Token, ...]
    beside_source: tuple[Token, ...] = ()
    beside_target: tuple[Token, ...] = ()
    line: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes between two pieces of code, and how much of them is the same."""

    changes: tuple[Change, ...]
    alike: float
    size: int


def compare(source: Block, target: Block) -> Comparison:
    """What differs, comments, white space, line breaks, closing commas and translated words apart."""
    lang = language(source) or language(target)
    left, right = tokens(source.text, lang), tokens(target.text, lang)
    if [t.text for t in left] == [t.text for t in right]:
        return Comparison((), 1.0, len(left))
    one, two = _lines(left), _lines(right)
    changes: list[Change] = []
    for lines, others in _gaps(one, two):
        changes.extend(_in_gap(lines, others))
    size = len(left) + len(right)
    changed = sum(len(c.source) + len(c.target) for c in changes)
    return Comparison(tuple(changes), 1 - changed / size, len(left))


def likeness(source: Sequence[Token], target: Sequence[Token]) -> float:
    """The share of words that two pieces of code have in common, by Dice; words in Han may answer any other."""
    if not source or not target:
        return 0.0
    left, right = Counter(t.text for t in source), Counter(t.text for t in target)
    common = sum((left & right).values())
    translated = min(
        sum(t.han for t in target) + sum(t.han for t in source), len(source) - common, len(target) - common
    )
    return 2 * (common + 0.7 * max(translated, 0)) / (len(source) + len(target))


def _lines(found: Sequence[Token]) -> list[Line]:
    return [tuple(group) for _, group in groupby(found, key=lambda t: t.line)]


def _texts(line: Line) -> tuple[str, ...]:
    return tuple(t.text for t in line)


def _gaps(one: Sequence[Line], two: Sequence[Line]) -> Iterator[tuple[Sequence[Line], Sequence[Line]]]:
    """Successions of lines that are not the same on both sides."""
    left, right = list(map(_texts, one)), list(map(_texts, two))
    if len(left) * len(right) > _MANY:
        yield one, two
        return
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind != "equal":
            yield one[a:b], two[c:d]


def _in_gap(lines: Sequence[Line], others: Sequence[Line]) -> Iterator[Change]:
    left, right = [t for line in lines for t in line], [t for line in others for t in line]
    if _joined(left) == _joined(right):
        return
    if len(lines) * len(others) > _MANY_LINES:
        yield Change(tuple(left), tuple(right), line=True)
        return
    translated = _translated(left) or _translated(right)
    gone: Line = ()
    for line, other in [*_paired(lines, others), ((), ())]:
        if gone and other and not line and not translated:
            yield from _rewritten(gone, other)
            gone = ()
            continue
        if gone:
            yield Change(tuple(gone), (), line=True)
            gone = ()
        if line and other:
            yield from _in_line(line, other)
        elif line and _stands_alone(line, translated=translated):
            gone = line
        elif other and _stands_alone(other, translated=translated):
            yield Change((), tuple(other), line=True)


def _rewritten(line: Line, other: Line) -> Iterator[Change]:
    """Two lines that share next to nothing, one at the place of the other."""
    if len(line) == len(other):
        yield from _in_line(line, other)
    else:
        yield Change(tuple(line), tuple(other), line=True)


def _translated(found: Sequence[Token]) -> bool:
    return any(t.han for t in found)


def _stands_alone(line: Line, *, translated: bool) -> bool:
    """Whether a line without counterpart says something that would not be translated or laid out anew."""
    if layout_only(line) or _translated(line):
        return False
    return not (translated and (prosaic(line) or len(line) < 3))


def _paired(lines: Sequence[Line], others: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Lines that answer each other, in order, by the words they share; the others have an empty counterpart."""
    rows, columns = len(lines), len(others)
    if rows == columns and any(map(_translated, (*lines, *others))):
        return list(zip(lines, others, strict=True))
    gains = [[_gain(a, b) for b in others] for a in lines]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            joined = best[i + 1][j + 1] + gains[i][j] if gains[i][j] else 0.0
            best[i][j] = max(joined, best[i + 1][j], best[i][j + 1])
    found: list[tuple[Line, Line]] = []
    i = j = 0
    while i < rows or j < columns:
        if i < rows and j < columns and gains[i][j] and best[i][j] == best[i + 1][j + 1] + gains[i][j]:
            found.append((lines[i], others[j]))
            i, j = i + 1, j + 1
        elif j == columns or (i < rows and best[i][j] == best[i + 1][j]):
            found.append((lines[i], ()))
            i += 1
        else:
            found.append(((), others[j]))
            j += 1
    return found


def _gain(line: Line, other: Line) -> float:
    """What it is worth to pair two lines. A translated line may share no word with its original."""
    floor = 0.05 if _translated(line) or _translated(other) else 0.0
    return max(floor, likeness(line, other) - ALIKE)


def _in_line(line: Line, other: Line) -> Iterator[Change]:
    """Words that differ between two lines. In a line that was translated only what stands for itself counts."""
    left, right = _texts(line), _texts(other)
    if len(left) * len(right) > _MANY:
        yield Change(tuple(line), tuple(other), line=True)
        return
    translated = _translated(line) or _translated(other)
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        gone, come = line[a:b], other[c:d]
        if kind == "equal" or _joined(gone) == _joined(come) or _translated((*gone, *come)):
            continue
        if layout_only((*gone, *come)) or (translated and not (telling(gone) and telling(come))):
            continue
        if not (gone and come and _tag_for_tag(_joined(gone), _joined(come))):
            yield Change(tuple(gone), tuple(come), tuple(line), tuple(other))


def _tag_for_tag(one: str, two: str) -> bool:
    """Whether the mark of a language stands for another's; those of English and Chinese are left out of words."""
    return not (one and two) and re.fullmatch(_LANGUAGE_TAG, one or two) is not None


def _joined(found: Sequence[Token]) -> str:
    return "".join(t.text for t in found).replace('"', "")


def narrowed(change: Change, source: str, target: str) -> tuple[Span, Span]:
    """Where a change stands in the code of either side; of two long strings, only the words that are not the same."""
    one, two = _range(change.source), _range(change.target)
    if len(change.source) != 1 or len(change.target) != 1 or min(one.end - one.start, two.end - two.start) < _LONG:
        return one, two
    left, right = source[one.start : one.end], target[two.start : two.end]
    head = _alike(left, right)
    tail = min(_alike(left[::-1], right[::-1]), len(left) - head, len(right) - head)
    ends = [Span(at.start + head, at.end - tail) for at in (one, two)]
    return (ends[0], ends[1]) if all(a < b for a, b in ends) else (one, two)


def _range(found: Sequence[Token]) -> Span:
    return Span(found[0].start, found[-1].end) if found else Span(0, 0)


def _alike(left: str, right: str) -> int:
    """How many characters two texts begin with alike, up to the last white space among them."""
    size = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    while size and not left[size - 1].isspace():
        size -= 1
    return size
