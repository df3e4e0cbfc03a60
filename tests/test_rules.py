"""Every rule declares examples; they are its first tests. Every rule explains itself."""

from __future__ import annotations

import pytest

from aligncheck.checks import RULES, DocumentContext, Example, Rule
from aligncheck.config import Config
from aligncheck.engine import check_file, check_files
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Document, Pair, Side
from aligncheck.segment import segment

BAD = [pytest.param(rule, e, id=f"{rule.code}-bad-{n}") for rule in RULES for n, e in enumerate(rule.bad)]
GOOD = [pytest.param(rule, e, id=f"{rule.code}-good-{n}") for rule in RULES for n, e in enumerate(rule.good)]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


def document(text: str, lang: str) -> Document:
    return read(text.encode("utf-8"), f"example.{lang}.md")


def fires(rule: Rule, example: Example, lexicon: Lexicon) -> bool:
    """Whether the rule finds something: pair rules see the two texts as one pair, document rules as two files."""
    if not example.en or not example.zh:
        alone = document(example.en or example.zh, "en" if example.en else "zh")
        return any(f.code == rule.code for f in check_file(alone, Config(), lexicon).findings)
    english, chinese = document(example.en, "en"), document(example.zh, "zh")
    if rule.scope == "document":
        return any(f.code == rule.code for f in check_files(english, chinese, Config(), lexicon).findings)
    sides = (Side.of(english, tuple(segment(english, "en"))), Side.of(chinese, tuple(segment(chinese, "zh"))))
    pair = Pair(0, *sides, 1.0)
    context = DocumentContext(english, chinese, "en", "zh", [pair], lexicon, "two-files")
    return bool(list(rule.on_pair(context.pair(pair))))


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_bad_example_is_found(rule: Rule, example: Example, lexicon: Lexicon) -> None:
    assert fires(rule, example, lexicon)


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_good_example_is_not_found(rule: Rule, example: Example, lexicon: Lexicon) -> None:
    assert not fires(rule, example, lexicon)


def test_codes_and_names_are_unique_and_sorted() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_explains_itself(rule: Rule) -> None:
    assert rule.bad
    assert rule.good
    assert rule.page.count("\n\n") >= 1
    assert "silen" in rule.page.lower()
