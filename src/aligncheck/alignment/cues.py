"""What a sentence shows besides its words: speech marks and its last mark. Knows no word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aligncheck.lang.en import cues as en_cues
from aligncheck.lang.zh import cues as zh_cues

_ASKS, _EXCLAIMS = frozenset("?？"), frozenset("!！")
_TAIL = " \t\n\"'”’」』)）*_"


@dataclass(frozen=True)
class Cues:
    """One side's cues, an entry a sentence.

    Attributes:
        opens, closes: whether the sentence begins with an opening, ends with a closing quotation mark.
        within: whether speech is going on before sentence i; one entry more than sentences.
        asks, exclaims: whether it ends with that mark, quotation marks aside.
    """

    opens: NDArray[np.bool_]
    closes: NDArray[np.bool_]
    within: NDArray[np.bool_]
    asks: NDArray[np.bool_]
    exclaims: NDArray[np.bool_]

    @classmethod
    def of(cls, texts: Sequence[str], lang: str) -> Cues:
        """Read the cues of a language's sentences, in order."""
        rules = en_cues if lang == "en" else zh_cues
        opens, closes, within, last = [], [], [False], []
        speaking = False
        for text in texts:
            quoted = not rules.QUOTES.isdisjoint(text)
            starts = [m.start() for m in rules.QUOTE_OPENS.finditer(text)] if quoted else []
            ends = [m.start() for m in rules.QUOTE_CLOSES.finditer(text)] if quoted else []
            if starts or ends:
                speaking = bool(starts) and (not ends or starts[-1] > ends[-1])
            opens.append(bool(starts) and starts[0] == 0)
            closes.append(bool(ends) and ends[-1] >= len(text.rstrip()) - 1 and not speaking)
            within.append(speaking)
            last.append(text.rstrip(_TAIL)[-1:])
        return cls(
            np.array(opens, bool), np.array(closes, bool), np.array(within, bool),
            np.array([mark in _ASKS for mark in last], bool), np.array([mark in _EXCLAIMS for mark in last], bool),
        )  # fmt: skip
