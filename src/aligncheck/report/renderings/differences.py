"""Which characters of two sentences differ; knows strings only."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

Spans = list[tuple[int, int]]

# Words and figures differ as wholes; a Chinese character stands for itself.
_TOKEN = re.compile(r"[0-9]+(?:[.,:][0-9]+)*|[A-Za-zÀ-ɏ]+(?:['’][A-Za-zÀ-ɏ]+)*|\s+|.", re.DOTALL)
_LONGEST = 600
"""Tokens between the equal ends of two texts up to which they are compared; more are one difference."""


def apart(a: str, b: str) -> tuple[Spans, Spans]:
    """Half-open ranges of ``a`` and of ``b`` that the other lacks; sorted, disjoint, none empty."""
    one, other = _TOKEN.findall(a), _TOKEN.findall(b)
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < min(len(one), len(other)) - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    inner = one[head : len(one) - tail], other[head : len(other) - tail]
    if max(map(len, inner)) > _LONGEST:
        blocks = [(0, len(inner[0]), 0, len(inner[1]))]
    else:
        codes = SequenceMatcher(None, *inner, autojunk=False).get_opcodes()
        blocks = [(i, k, j, m) for kind, i, k, j, m in codes if kind != "equal"]
    found: tuple[Spans, Spans] = ([], [])
    for i, k, j, m in blocks:
        for side, tokens, start, end in ((found[0], one, i + head, k + head), (found[1], other, j + head, m + head)):
            at = len("".join(tokens[:start]))
            if end > start:
                side.append((at, at + len("".join(tokens[start:end]))))
    return found
