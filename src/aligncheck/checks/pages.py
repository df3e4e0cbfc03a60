"""A rule's page as Markdown, from its declaration, its docstring and its examples. Prints and writes nothing."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator, Sequence

import msgspec

from aligncheck.checks import RULES, Example, Rule
from aligncheck.model.run import RuleInfo
from aligncheck.model.term import Term

_SECTION = re.compile(r"^(Why|Silent):", re.MULTILINE)
_TICKS = re.compile(r"`{3,}")


def catalogue() -> tuple[RuleInfo, ...]:
    """Every rule, by code, as outputs show it."""
    return tuple(describe(rule) for rule in RULES)


def describe(rule: Rule) -> RuleInfo:
    """One rule with its page: title, severity and version, what and why and when it is silent, examples."""
    text = inspect.cleandoc(rule.page)
    blocks = [
        f"# {rule.code} {rule.name}",
        f"Severity {rule.severity.value}, since {rule.since}.",
        _SECTION.sub(r"**\1:**", text),
        *_examples("Found", rule.bad),
        *_examples("Not found", rule.good),
    ]
    summary = " ".join(text.partition("\n\n")[0].split())
    page = "\n\n".join(blocks) + "\n"
    return RuleInfo(rule.code, rule.name, rule.severity, rule.since, summary, page, rule.scope == "run")


def _examples(title: str, examples: Sequence[Example]) -> Iterator[str]:
    if not examples:
        return
    yield f"## {title}"
    for example in examples:
        if example.why:
            yield f"{example.why[0].upper()}{example.why[1:]}:"
        if example.terms:
            yield "With the glossary"
            yield _fenced("\n".join(map(_entry, example.terms)))
        if example.before is not None:
            yield "Accepted was"
            yield from map(_shown, example.before)
            yield "and now stands"
        yield from map(_shown, (example.en, example.zh))


def _entry(term: Term) -> str:
    """A term as the setting ``terms`` takes it, in a line."""
    values = msgspec.to_builtins(term).items()
    return ", ".join(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values)


def _shown(text: str) -> str:
    return _fenced(text) if text else "(nothing)"


def _fenced(text: str) -> str:
    """Text as a code block, between fences that nothing in it can close."""
    fence = "`" * max([3, *(len(ticks) + 1 for ticks in _TICKS.findall(text))])
    return f"{fence}text\n{text}\n{fence}"
