"""Builds one pair from two sentences and runs the number and date rules on it, for tests."""

from __future__ import annotations

from aligncheck.checks import numbers
from aligncheck.checks._rule import DocumentContext, Hit, PairContext
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Anchor, Block, Document, Lang, Pair, Segment, Side, Span

RULES = numbers.RULES


def side(text: str, lang: Lang, whole: str = "") -> Side:
    """One sentence as a document of one block; ``whole`` stands for the text of the rest of the document."""
    block = Block(0, "paragraph", text, (Anchor(0, len(text), 0, len(text)),), Span(0, len(text)), lang=lang)
    document = Document("x.txt", text + "\n" + whole, (block,), "text")
    return Side.of(document, (Segment(lang, block, 0, len(text)),))


def context(en: str, zh: str, whole: str = "", source: Lang = "en") -> PairContext:
    english, chinese = side(en, "en", whole), side(zh, "zh")
    left, right = (english, chinese) if source == "en" else (chinese, english)
    pair = Pair(0, left, right, 1.0)
    target = "zh" if source == "en" else "en"
    return DocumentContext(left.document, right.document, source, target, [pair], Lexicon.load(), "x").pair(pair)


def findings(en: str, zh: str, whole: str = "", source: Lang = "en") -> list[tuple[str, Hit]]:
    pair = context(en, zh, whole, source)
    return [(rule.code, hit) for rule in RULES for hit in rule.on_pair(pair)]


def codes(en: str, zh: str, whole: str = "") -> list[str]:
    return [code for code, _ in findings(en, zh, whole)]
