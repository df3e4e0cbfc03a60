"""Every rule declares examples; they are its first tests. Every rule explains itself."""

from __future__ import annotations

import pytest
from accepted_builder import drifted

from aligncheck import __version__
from aligncheck.checks import RULES, DocumentContext, Example, Rule
from aligncheck.config import Config
from aligncheck.engine import check_file, check_files
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.term import Terms
from aligncheck.model.text import Document, Pair, Side
from aligncheck.segment import segment

ON_TEXT = [rule for rule in RULES if rule.scope not in ("baseline", "files")]
"""Rules whose examples say all they see; what a baseline lists, or which files there are, stands in none."""
BAD = [pytest.param(rule, e, id=f"{rule.code}-bad-{n}") for rule in ON_TEXT for n, e in enumerate(rule.bad)]
GOOD = [pytest.param(rule, e, id=f"{rule.code}-good-{n}") for rule in ON_TEXT for n, e in enumerate(rule.good)]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


def document(text: str, lang: str) -> Document:
    return read(text.encode("utf-8"), f"example.{lang}.md")


def messages(rule: Rule, example: Example, lexicon: Lexicon) -> list[str]:
    """What the rule says: pair rules see the two texts as one pair, all others as two files."""
    if not example.en or not example.zh:
        alone = document(example.en or example.zh, "en" if example.en else "zh")
        return [f.message for f in check_file(alone, Config(), lexicon).findings if f.code == rule.code]
    if example.before is not None:
        found_drift = drifted(example.before, (example.en, example.zh))
        return [f.message for f in found_drift.findings if f.code == rule.code]
    english, chinese = document(example.en, "en"), document(example.zh, "zh")
    if rule.scope != "pair":
        config = Config(target_script=example.target_script)
        found = check_files(english, chinese, config, lexicon).findings
        return [f.message for f in found if f.code == rule.code]
    sides = (Side.of(english, tuple(segment(english, "en"))), Side.of(chinese, tuple(segment(chinese, "zh"))))
    pair = Pair(0, *sides, 1.0)
    context = DocumentContext(english, chinese, "en", "zh", [pair], lexicon, "two-files", terms=Terms(example.terms))
    return [hit.message for hit in rule.on_pair(context.pair(pair))]


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_bad_example_is_found(rule: Rule, example: Example, lexicon: Lexicon) -> None:
    assert messages(rule, example, lexicon)


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_good_example_is_not_found(rule: Rule, example: Example, lexicon: Lexicon) -> None:
    assert not messages(rule, example, lexicon)


def test_codes_and_names_are_unique_and_sorted() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_explains_itself(rule: Rule) -> None:
    assert rule.bad
    assert rule.good
    paragraphs = [" ".join(paragraph.split()) for paragraph in rule.page.strip().split("\n\n")]
    assert paragraphs[0].endswith(".")
    assert [paragraph for paragraph in paragraphs if paragraph.startswith("Why: ")]
    assert [paragraph for paragraph in paragraphs if paragraph.startswith("Silent: ")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_not_newer_than_the_program(rule: Rule) -> None:
    assert [*map(int, rule.since.split("."))] <= [*map(int, __version__.split(".")[:3])]


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_message_is_a_sentence(rule: Rule, example: Example, lexicon: Lexicon) -> None:
    for message in messages(rule, example, lexicon):
        assert message.endswith(".")
        assert "\n" not in message
        assert message.count("“") == message.count("”")
