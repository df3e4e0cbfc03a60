"""Runs the punctuation rules on texts and applies the fixes they offer, for tests."""

from __future__ import annotations

from collections.abc import Iterable

from aligncheck.config import Config
from aligncheck.engine import check_file, check_files
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding, Fix
from aligncheck.model.text import Lang

ROUNDS = 6
"""So many times fixes are applied at most: those that overlap wait for the next time."""


def alone(text: str, *, detail: bool = False, name: str = "page.zh.md") -> tuple[Finding, ...]:
    """Findings in a Chinese text without original."""
    return check_file(read(text.encode(), name), Config(select=("PUN",), detail=detail), Lexicon.load()).findings


def in_pair(source: str, target: str, lang: Lang = "en") -> tuple[Finding, ...]:
    """Findings in one ready pair; ``lang`` is the source's language."""
    other = {"en": "zh", "zh": "en"}[lang]
    document = read(f"{lang}\t{other}\n{source}\t{target}\n".encode(), "pairs.tsv")
    return check_file(document, Config(select=("PUN",), source=lang), Lexicon.load()).findings


def in_files(source: str, target: str, lang: Lang = "en") -> tuple[Finding, ...]:
    """Findings in two Markdown files."""
    documents = read(source.encode(), "page.a.md"), read(target.encode(), "page.b.md")
    return check_files(*documents, Config(select=("PUN",), source=lang), Lexicon.load()).findings


def codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def fixes(findings: Iterable[Finding], *, unsafe: bool = False) -> list[Fix]:
    """What mends the findings, in order, without what overlaps the one before it."""
    chosen: list[Fix] = []
    offered = [fix for finding in findings for fix in finding.fixes or () if unsafe or fix.safe]
    for fix in sorted(offered, key=lambda one: (one.start, one.end)):
        if not chosen or fix.start >= chosen[-1].end:
            chosen.append(fix)
    return chosen


def applied(text: str, changes: Iterable[Fix]) -> str:
    """The text with the changes made."""
    pieces, at = [], 0
    for fix in changes:
        assert text[fix.start : fix.end] == fix.text
        pieces += [text[at : fix.start], fix.replacement]
        at = fix.end
    return "".join(pieces) + text[at:]


def mended(text: str, *, unsafe: bool = False) -> str:
    """A Chinese text with its fixes applied until there is none left."""
    for _ in range(ROUNDS):
        changes = fixes(alone(text), unsafe=unsafe)
        if not changes:
            return text
        text = applied(text, changes)
    raise AssertionError(f"fixes without end: {text!r}")
