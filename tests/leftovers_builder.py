"""Runs the rules on leftovers on one pair or on two Markdown files, for tests."""

from __future__ import annotations

from aligncheck.config import Config
from aligncheck.engine import check_file, check_files
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding
from aligncheck.model.text import Lang


def in_pair(source: str, target: str, lang: Lang = "en") -> tuple[Finding, ...]:
    """Findings of the family in one ready pair; ``lang`` is the source's language."""
    table = f"source\ttarget\n{source}\t{target}\n"
    other = {"en": "zh", "zh": "en"}[lang]
    document = read(table.replace("source\ttarget", f"{lang}\t{other}").encode(), "pairs.tsv")
    return check_file(document, Config(select=("MTX",), source=lang), Lexicon.load()).findings


def in_files(source: str, target: str, lang: Lang = "en") -> tuple[Finding, ...]:
    """Findings of the family in two Markdown files."""
    original, translation = read(source.encode(), "page.a.md"), read(target.encode(), "page.b.md")
    return check_files(original, translation, Config(select=("MTX",), source=lang), Lexicon.load()).findings


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return sorted({finding.code for finding in findings})
