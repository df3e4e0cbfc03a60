"""By what a finding is known again in another run: hashes of the fault, not of its place. Knows no particular rule."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Sequence

from aligncheck.checks._rule import Hit, Rule
from aligncheck.model.text import Pair, Side

DIGITS = 16
"""Hexadecimal digits of a fingerprint."""
_BY_SENTENCE = ("pair", "drift")
"""Scopes of rules whose findings belong to two sentences."""


class Marks:
    """Gives out the fingerprints of one document, which ``path`` stands for. Ask in the order of the findings.

    A fingerprint hashes rule, path and fault, of a rule on a pair both sentences too; no line numbers or neighbours, so
    that moved text keeps it. A fault that stands several times is numbered (``-2``, ``-3`` …): one more is new.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._repeats: Counter[str] = Counter()

    def of(self, rule: Rule, hit: Hit, pair: Pair | None) -> tuple[str, ...]:
        """A finding's fingerprint, then those of the faults it tells together, where they differ from its own."""
        members = [self._digest(rule, member, pair) for member in hit.members]
        whole = self._digest(rule, hit.key or "\x1f".join(hit.members) or hit.message, pair)
        if members == [whole]:
            return (self._numbered(whole),)
        return tuple(map(self._numbered, (whole, *members)))

    def _digest(self, rule: Rule, fault: str, pair: Pair | None) -> str:
        sides: Sequence[Side | None] = (
            (pair.source, pair.target) if pair and rule.scope in _BY_SENTENCE else (None, None)
        )
        parts = (rule.code, self._path, *(_normal(side.text) if side else "" for side in sides), _normal(fault))
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:DIGITS]

    def _numbered(self, digest: str) -> str:
        self._repeats[digest] += 1
        times = self._repeats[digest]
        return digest if times == 1 else f"{digest}-{times}"


def _normal(text: str) -> str:
    """Text without what reflowing and width conversion change."""
    return "".join(unicodedata.normalize("NFKC", text).split())
