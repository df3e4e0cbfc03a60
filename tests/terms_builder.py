"""Runs the rules on the glossary on one pair of sentences, for tests."""

from __future__ import annotations

from pair_builder import side

from aligncheck.checks import DocumentContext, Hit, terms
from aligncheck.lexicon import Lexicon
from aligncheck.model.term import Term, Terms
from aligncheck.model.text import Lang, Pair


def term(en: str, zh: str = "", forbidden: str = "", **more: bool) -> Term:
    """A term; several names are parted by ``|``."""
    parts = [tuple(filter(None, names.split("|"))) for names in (en, zh, forbidden)]
    return Term(
        en=parts[0], zh=parts[1], forbidden=parts[2], case=more.get("case", False), keep=more.get("keep", False)
    )


def hits(glossary: tuple[Term, ...], en: str, zh: str, source: Lang = "en") -> list[tuple[str, Hit]]:
    """What the rules say, with their codes."""
    english, chinese = side(en, "en"), side(zh, "zh")
    left, right, target = (english, chinese, "zh") if source == "en" else (chinese, english, "en")
    pair, documents = Pair(0, left, right, 1.0), (left.document, right.document)
    context = DocumentContext(*documents, source, target, [pair], Lexicon.load(), "x", terms=Terms(glossary))
    return [(rule.code, hit) for rule in terms.RULES for hit in rule.on_pair(context.pair(pair))]


def codes(glossary: tuple[Term, ...], en: str, zh: str, source: Lang = "en") -> list[str]:
    return [code for code, _ in hits(glossary, en, zh, source)]
