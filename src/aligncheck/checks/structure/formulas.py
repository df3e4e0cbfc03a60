"""The rule on formulas: what stands between dollar signs is the same in any language. Knows notation, no words."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from aligncheck.checks._rule import Evidence, Example, Hit, PairContext, pair_rule
from aligncheck.lang.patterns import deferred
from aligncheck.lang.text import HAN
from aligncheck.model.report import Severity
from aligncheck.model.text import Side

ALIKE = 0.6
"""Formulas less alike than this are two formulas, not one that changed."""
_WORDS = deferred(r"\\(?:text(?:rm|it|bf)?|mbox|mathrm|operatorname\*?)\s*\{[^{}]*\}")
_LOOKS = deferred(
    r"\\(?:(?:left|right|[bB]igg?[lr]?|displaystyle|limits|quad|qquad)(?![A-Za-z])|[,;:! ])|[\s{}~&]|\\\\"
)
_TERMS = deferred(r"[=+]|[^=+]+")
_SYNONYMS = {
    r"\dfrac": r"\frac",
    r"\tfrac": r"\frac",
    r"\leq": r"\le",
    r"\leqslant": r"\le",
    r"\geq": r"\ge",
    r"\geqslant": r"\ge",
    r"\neq": r"\ne",
    r"\to": r"\rightarrow",
    r"\ast": "*",
    r"\lbrace": r"\{",
    r"\rbrace": r"\}",
    r"\dots": r"\ldots",
    r"\cdots": r"\ldots",
}
_COMMAND = deferred(r"\\[A-Za-z]+")
_FORMULA = deferred(r"[A-Za-z\\^_=]")


class _Formula(NamedTuple):
    """A formula of a side's text at ``[start, end)``, and what it says without the way it is set."""

    said: str
    start: int
    end: int


@pair_rule(
    "STR008",
    "formula-changed",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example(
            "The height is $h = a \\cos(2\\pi t / 12.4)$ at any hour.",
            "任意时刻的高度为 $h = a \\cos(2\\pi t / 14.2)$。",
            "two digits changed places",
        ),
        Example("The load grows with $v^2$ alone.", "负荷只随 $v^3$ 增长。", "another power"),
    ],
    good=[
        Example(
            "The height is $h=a \\cos(2\\pi t)$ if $t \\leq 12$.",
            "若 $t\\le 12$，则高度为 $h = a\\cos(2 \\pi t)$。",
            "another order, other spaces, another name of the sign",
        ),
        Example(
            "It is $v_{\\text{boat}} + c$ downstream.", "顺流时为 $v_{\\text{船}} + c$。", "the words in it translated"
        ),
        Example("It costs $5 or $6 a night.", "每晚5或6美元。", "prices"),
    ],
)
def formula_changed(pair: PairContext) -> Iterator[Hit]:
    """A formula says something else than the source's.

    Why: formulas are copied, not translated. One that differs was mistyped, or corrected in the source since.

    Silent: for white space, brackets that only group, other names of a sign, another order of the terms of a sum or of
    the sides of an equation, and words set in a formula; where the two sides hold different numbers of formulas; for
    formulas that share little, which are two different ones.
    """
    if not _has_formula(pair.source):
        return
    left, right = _formulas(pair.source), _formulas(pair.target)
    if len(left) != len(right):
        return
    known, known_there = Counter(f.said for f in right), Counter(f.said for f in left)
    gone = [f for f in left if not _take(known, f.said)]
    come = [f for f in right if not _take(known_there, f.said)]
    for one, two in zip(gone, come, strict=True):
        if sorted(_TERMS.findall(one.said)) == sorted(_TERMS.findall(two.said)):
            continue
        if SequenceMatcher(None, one.said, two.said, autojunk=False).ratio() < ALIKE:
            continue
        here, there = pair.source.text[one.start : one.end], pair.target.text[two.start : two.end]
        yield Hit(
            f"The formula “{here}” is “{there}” in the translation.",
            (Evidence(one.start, one.end),),
            (Evidence(two.start, two.end),),
            0.85,
            key=f"{one.said}\x1f{two.said}",
        )


def _has_formula(side: Side) -> bool:
    return any(m.kind == "math" for s in side.segments for m in s.block.marks)


def _formulas(side: Side) -> list[_Formula]:
    found = []
    for mark in side.marks:
        text = side.text[mark.start : mark.end]
        if mark.kind == "math" and _FORMULA.search(text) and not HAN.search(_WORDS.sub("", text)):
            found.append(_Formula(_said(text), mark.start, mark.end))
    return found


def _said(text: str) -> str:
    """A formula without words, spaces and grouping, and with one name for each sign."""
    text = _WORDS.sub("", unicodedata.normalize("NFKC", text))
    text = _COMMAND.sub(lambda m: _SYNONYMS.get(m.group(), m.group()), text)
    return _LOOKS.sub("", text).strip(".,;:")


def _take(known: Counter[str], said: str) -> bool:
    known[said] -= 1
    return known[said] >= 0
