"""Formulas of a sentence and of its translation: what may differ, and what may not."""

from __future__ import annotations

import pytest

from aligncheck.checks import DocumentContext
from aligncheck.checks.structure.formulas import formula_changed
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Pair, Side
from aligncheck.segment import segment

LEXICON = Lexicon.load()


def formulas(en: str, zh: str) -> list[tuple[list[str], list[str]]]:
    """The formulas that changed between two sentences."""
    documents = read(en.encode(), "a.en.md"), read(zh.encode(), "a.zh.md")
    left, right = (Side.of(d, tuple(segment(d, lang))) for d, lang in zip(documents, ("en", "zh"), strict=True))
    pair = Pair(0, left, right, 1.0)
    context = DocumentContext(*documents, "en", "zh", [pair], LEXICON, "two-files").pair(pair)
    return [
        ([left.text[e.start : e.end] for e in hit.source], [right.text[e.start : e.end] for e in hit.target])
        for hit in formula_changed.on_pair(context)
    ]


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("$a^2+b^2=c^2$", "$c^2 = a^2 + b^2$"),
        ("$\\int f(t)\\,dt$", "$\\int f(t) dt$"),
        ("$$\\dfrac{1}{2} m v^2$$", "$$\\frac12 m v^2$$"),
        ("$x_{max} \\geqslant 0$", "$x_{max}\\ge0$"),
        ("$f(x)$ and $g(x)$", "$g(x)$ 与 $f(x)$"),
        ("$v_{\\mathrm{boat}} > 3$", "$v_{\\mathrm{船}} > 3$"),
        ("$\\left( a + b \\right)$", "$(a+b)$"),
        ("$a$, $b$ and $c$", "$a$ 与 $b$"),
        ("$E = mc^2$", "$\\oint B \\cdot dl$"),
        ("for $12 a night or $15", "每晚$12，或$13"),
    ],
)
def test_formulas_that_say_the_same_or_cannot_be_compared(en: str, zh: str) -> None:
    assert formulas(f"Here {en} is written.", f"这里写着 {zh}。") == []


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("$x < y_1$", "$x < y_2$"),
        ("$a + b = c$", "$a - b = c$"),
        ("$$\\sum_{i=0}^{n} x_i$$", "$$\\sum_{i=1}^{n} x_i$$"),
        ("$k \\le 40$", "$k \\ge 40$"),
        ("$\\alpha + 0.05$", "$\\alpha + 0.5$"),
    ],
)
def test_formula_that_says_something_else(en: str, zh: str) -> None:
    assert formulas(f"Here {en} is written, as $z = 0$.", f"如 $z=0$，这里写着 {zh}。") == [
        ([en.strip("$")], [zh.strip("$")])
    ]
