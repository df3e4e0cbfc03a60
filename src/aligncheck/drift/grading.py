"""Measures how far a new wording is from the old: chrF and TER by sacrebleu. Judges nothing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from aligncheck.model.text import Lang

if TYPE_CHECKING:
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER


_LONGEST = 120
"""Words (Chinese characters) of both texts up to which TER is reckoned: it takes minutes for a page in one sentence."""


def grades(old: str, new: str, lang: Lang) -> tuple[float, float | None]:
    """chrF (0–100, 100 is equal) and TER (0 is equal) of the new text against the old, to one decimal.

    TER is None for long texts.
    """
    chrf, ter = _metrics(lang == "zh")
    size = max(len(old), len(new)) if lang == "zh" else max(len(old.split()), len(new.split()))
    far = round(ter.sentence_score(new, [old]).score, 1) if size <= _LONGEST else None
    return round(chrf.sentence_score(new, [old]).score, 1), far


@lru_cache(maxsize=2)
def _metrics(asian: bool) -> tuple[CHRF, TER]:
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    return CHRF(), TER(normalized=asian, asian_support=asian)
