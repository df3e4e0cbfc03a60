"""Chinese names that English writes in pinyin: which name stands for which characters. Knows no dictionary glosses."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from aligncheck.coverage.tokens import Side
from aligncheck.lexicon import Lexicon

Ints = NDArray[np.int64]

MOST = 4
"""Syllables of the longest name looked for."""

SINGLE = 0.5
"""Weight of a name of one syllable: many characters sound alike."""


def name_links(en: Side, zh: Side, lexicon: Lexicon) -> tuple[Ints, Ints, NDArray[np.float32]]:
    """(English type, Chinese type, V) for names whose syllables a run of characters may be read as."""
    spelled = [(number, cut) for number, name in sorted(en.names.items()) for cut in _cuts(name, lexicon)]
    e: list[Ints] = []
    z: list[Ints] = []
    v: list[NDArray[np.float32]] = []
    # No character follows the last one of a sentence, and 0 is read as nothing: a run never leaves the text.
    letters = np.flatnonzero(zh.letters)
    for number, cut in spelled:
        starts = letters
        for place, syllable in enumerate(cut):
            starts = starts[_sounds(lexicon, syllable)[zh.letters[starts + place]]]
        if not len(starts):
            continue
        covered = np.unique(zh.token_type[(starts[:, None] + np.arange(len(cut))).reshape(-1)])
        covered = covered[covered >= 0]
        e.append(np.full(len(covered), number))
        z.append(covered)
        v.append(np.full(len(covered), 1.0 if len(cut) > 1 else SINGLE, np.float32))
    if not e:
        return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32)
    return np.concatenate(e), np.concatenate(z), np.concatenate(v)


def cuts(name: str, syllables: dict[str, int]) -> list[tuple[int, ...]]:
    """Every way to read a name (lower case) as one to ``MOST`` syllables."""
    ways: list[list[tuple[int, ...]]] = [[()], *([] for _ in name)]
    for end in range(1, len(name) + 1):
        for start in range(max(0, end - 6), end):
            number = syllables.get(name[start:end])
            if number is not None:
                ways[end] += [(*way, number) for way in ways[start] if len(way) < MOST]
    return ways[len(name)]


@lru_cache(maxsize=1 << 14)
def _cuts(name: str, lexicon: Lexicon) -> list[tuple[int, ...]]:
    return cuts(name, _numbers(lexicon))


def syllables(name: str, lexicon: Lexicon) -> list[tuple[str, ...]]:
    """Every way to read a name in small letters as one to ``MOST`` syllables of pinyin without tones."""
    listed = _listed(lexicon)
    return [tuple(listed[number - 1] for number in cut) for cut in _cuts(name, lexicon)]


def readings(char: str, lexicon: Lexicon) -> frozenset[str]:
    """How the dictionary reads a character, in pinyin without tones; ü is written v."""
    listed, letter = _listed(lexicon), int(lexicon.letters[ord(char)])
    return frozenset(listed[number - 1] for number in lexicon.arrays["readings"][letter].tolist() if number)


@lru_cache(maxsize=2)
def _listed(lexicon: Lexicon) -> list[str]:
    return lexicon.arrays["syllables"].tobytes().decode("ascii").split(" ")


@lru_cache(maxsize=2)
def _numbers(lexicon: Lexicon) -> dict[str, int]:
    return {name: i for i, name in enumerate(_listed(lexicon), start=1) if len(name) > 1}


@lru_cache(maxsize=1 << 9)
def _sounds(lexicon: Lexicon, syllable: int) -> NDArray[np.bool_]:
    """Of each character id, whether it may be read so."""
    sounds: NDArray[np.bool_] = (lexicon.arrays["readings"] == syllable).any(axis=1)
    return sounds
