"""What a source text is like: a heading, a label or a sentence, and how long. Knows no rendering."""

from __future__ import annotations

from typing import NamedTuple

from aligncheck.lang.text import HAN, latin_words
from aligncheck.model.text import Lang

_LABEL, _SENTENCE = 2, 5
"""Words that a label and a sentence have at least to mean the same wherever they stand."""
_LONG_LABEL, _LONG = 4, 7
_VERY_LONG = 12
_HAN_A_WORD = 1.7
"""Han characters that say about what an English word says."""
_CLOSING = " \"'”’)）」』*_"
_ENDS = tuple(".!?…。！？:：;；,，")
_SPOKEN = tuple("!?！？…")


class Shape(NamedTuple):
    """``telling``: it may be asked to be rendered one way. ``long`` and ``very_long``: the surer, the longer it is."""

    telling: bool
    long: bool
    very_long: bool

    @classmethod
    def of(cls, text: str, lang: Lang, heading: bool) -> Shape:
        """Of a source text; ``heading`` says that it is one."""
        words = len(latin_words(text)) if lang == "en" else int(len(HAN.findall(text)) / _HAN_A_WORD)
        bare = text.rstrip(_CLOSING)
        sentence = bare.endswith(_ENDS) and not heading
        least = 1 if heading else _SENTENCE if sentence else _LABEL
        spoken = bare.endswith(_SPOKEN) and words < _LONG
        telling = words >= least and not spoken
        return cls(telling, words >= (_LONG if sentence else _LONG_LABEL), words >= _VERY_LONG)
