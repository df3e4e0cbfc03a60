"""The words of two texts and which of them match: worked out once where the same texts are looked at again."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from aligncheck.coverage.links import Links, matches
from aligncheck.coverage.tokens import Side, chinese, english
from aligncheck.lexicon import Lexicon


class Vocabulary(NamedTuple):
    """Tokens of both sides' sentences, and matching (English type, Chinese type, V)."""

    english: Side
    chinese: Side
    links: Links


@lru_cache(maxsize=1)
def vocabulary(en: tuple[str, ...], zh: tuple[str, ...], lexicon: Lexicon, kin: float) -> Vocabulary:
    """Of English and Chinese sentences; ``kin`` as in ``matches``. The result is not to be changed.

    Only the last one is kept: what moved is looked for in the very texts that have just been aligned.
    """
    left, right = english(en, lexicon), chinese(zh, lexicon)
    return Vocabulary(left, right, matches(left, right, lexicon, kin))
