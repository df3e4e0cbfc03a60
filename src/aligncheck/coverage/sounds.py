"""Which characters of a Chinese sentence write the sounds of a foreign name. Knows no word and no sentence's meaning.

A name is a row of sounds (``lang/en/sounds.py``); a character stands for a few of them: an initial consonant, a vowel,
a nasal. A chain of characters that leads through the name from its first sound to its last is judged by what each
character explains, what had to be bent or left out, and how usual the characters are in foreign names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import exp
from typing import TypeAlias

from aligncheck.lang.en import sounds as latin
from aligncheck.lang.zh import sounds as han
from aligncheck.lexicon import Lexicon

Move: TypeAlias = tuple[int, float]
Found: TypeAlias = tuple[int, int, float]

CONSONANT, VOWEL, NASAL = 1.3, 0.5, 0.8
"""What a character explains: evidence for each part of it that the name has."""
BENT = 3.0
"""Evidence against, per unit of cost."""
TAKEN = 1.5
"""Evidence against a character that another word has taken."""
SINGLE = 1.0
"""Evidence against a name of one character."""
BESIDE_DOT = 0.7
"""Evidence for a stretch beside the mark between the parts of a name."""
CUT_OFF = 0.9
"""Evidence against a stretch, per side where a character follows that seldom stands outside of names."""
SPLIT = 0.3
"""Evidence against a row of vowels being shared out among two characters."""
LEAST = -0.8
"""A chain with less evidence is given up."""
OPENING = -1.3
"""Evidence that the first two characters of a name have together, or more."""
LONGEST = 24
"""Sounds of the longest name looked for."""

_ENOUGH = (9.0, 9.0, 2.4, 1.8, 1.6, 1.4, 1.3, 0.9, 0.6, 0.5, 0.4)
"""Evidence that makes a match as likely as not, by the number of sounds of the name: chance suits short names more."""
STEEP = 1.1
"""How fast the likelihood grows with evidence."""

BREAK, DOT = 0, 1
"""Codes of a character that no name holds, and of the mark between the parts of a name."""


class _Name:
    """A name's sounds, what leaving out each of them costs, and the moves found so far."""

    def __init__(self, name: str) -> None:
        parts = [latin.sounds(word) for word in latin.words(name)]
        text = "".join(parts)[:LONGEST]
        self.text = text
        self.compound = len(parts) > 1
        self.dropped = [latin.dropping(text, place) * BENT for place in range(len(text))]
        tail = [0.0]
        for cost in reversed(self.dropped):
            tail.append(tail[-1] + cost)
        self.tail = tail[::-1]
        for place in latin.endings(text):
            self.tail[place] = min(self.tail[place], latin.ENDING_DROPPED * BENT)
        first, lost = 0, 0.0
        while first < len(text) and lost <= latin.HEAD_DROPPED * BENT:
            lost += self.dropped[first]
            first += 1
        self.heads = text[:first]
        self.moves: dict[int, tuple[Move, ...]] = {}
        self.enough = _ENOUGH[min(len(text), len(_ENOUGH) - 1)]


@dataclass(frozen=True)
class _Reading:
    """A syllable as names use it: what its initial, its vowel and its nasal may stand for."""

    onsets: dict[str, float]
    cluster: float | None
    vowel_first: float | None
    nasal_only: bool
    final: str
    bare: float
    nasal: str

    @classmethod
    def of(cls, syllable: str) -> _Reading | None:
        """The reading of a syllable in pinyin; None when it is none."""
        parts = han.parts(syllable)
        if parts is None:
            return None
        initial, final, nasal = parts
        onsets = han.onsets(initial)
        return cls(
            {sound: (VOWEL if sound in latin.VOWELS else CONSONANT) - BENT * cost for sound, cost in onsets.items()},
            han.CLUSTERS.get(initial), han.vowel_first(syllable), syllable == "en", final,
            han.BARE.get(syllable, 0.7), nasal,
        )  # fmt: skip

    def begins(self) -> set[str]:
        """Sounds that it can begin with."""
        found = set(self.onsets)
        if self.vowel_first is not None:
            found |= set(latin.VOWELS)
        if self.cluster is not None:
            found |= {"t", "d"}
        return found | set("nm" if self.nasal_only else "")


@dataclass(frozen=True)
class _Kind:
    """Characters of one sound and one evidence, which are alike here."""

    readings: tuple[_Reading, ...]
    evidence: float
    parts: tuple[str, ...]


class _Characters:
    """Gives characters codes, one for each kind."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._numbers: dict[tuple[tuple[str, ...], float, tuple[str, ...]], int] = {}
        self.codes: dict[str, int] = dict.fromkeys(han.DOTS, DOT)
        nothing = _Kind((), han.NEVER, ())
        self.kinds = [nothing, nothing]
        self.evidence = [han.NEVER, 0.0]
        self.begins: list[frozenset[str]] = [frozenset(), frozenset()]
        self.never_last = {self.code(char) for char in han.NEVER_LAST}

    @cached_property
    def _listed(self) -> dict[str, list[str]]:
        syllables = ["", *bytes(self._lexicon.arrays["syllables"]).decode("ascii").split(" ")]
        chars = self._lexicon.arrays["chars"].tolist()
        rows = self._lexicon.arrays["readings"][1:, :2].tolist()
        return {chr(code): [syllables[i] for i in row if i] for code, row in zip(chars, rows, strict=True)}

    def code(self, char: str) -> int:
        """The code of a character not met before."""
        evidence = han.evidence().get(char, han.SELDOM)
        syllables = tuple(han.readings(char, self._listed.get(char, []))[:2])
        parts = tuple(latin.sounds(part) for part in han.WHOLE.get(char, ()))
        code = BREAK if evidence == han.NEVER or not syllables else self._numbers.get((syllables, evidence, parts), -1)
        if code < 0:
            readings = tuple(reading for text in syllables if (reading := _Reading.of(text)))
            code = self._numbers[syllables, evidence, parts] = len(self.kinds)
            begins = frozenset({part[0] for part in parts}.union(*(reading.begins() for reading in readings)))
            self.kinds.append(_Kind(readings, evidence, parts))
            self.begins.append(begins)
            self.evidence.append(evidence)
        self.codes[char] = code
        return code


class Sounds:
    """Finds transliterated names; made once per lexicon, it remembers characters, sentences and names."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._characters = _Characters(lexicon)
        self._name = lru_cache(maxsize=2048)(_Name)
        self._sentence = lru_cache(maxsize=512)(self._encode)

    def find(self, name: str, chinese: str, free: Sequence[bool] | None = None) -> Found | None:
        """The stretch of folded Chinese text that best writes the name: start, end and V in 0–1, how likely it does.

        ``free[i]`` is False for characters that other words have taken.
        """
        known = self._name(name)
        if len(known.text) < 2:
            return None
        codes, openings = self._sentence(chinese)
        score, start, end = self._best(known, codes, openings, free)
        if score <= LEAST:
            return None
        score += self._surroundings(codes, start, end)
        return start, end, 1 / (1 + exp(STEEP * (known.enough - score)))

    def _best(
        self, name: _Name, codes: list[int], openings: dict[int, None], free: Sequence[bool] | None
    ) -> tuple[float, int, int]:
        """Evidence, start and end of the best chain of characters."""
        heads, moves, tail, begins = name.heads, name.moves, name.tail, self._characters.begins
        never_last = self._characters.never_last
        best, size, place = (LEAST, 0, 0), len(codes), 0
        for opening in openings:
            if opening < place or begins[codes[opening]].isdisjoint(heads):
                continue
            place = opening
            live: dict[int, tuple[float, int]] = {0: (0.0, place)}
            while live and place < size:
                code = codes[place]
                if code == DOT:
                    if not name.compound:
                        break
                    place += 1
                    continue
                if place in openings and not begins[code].isdisjoint(heads):
                    live[0] = (0.0, place)
                taken = TAKEN if free is not None and not free[place] else 0.0
                reached: dict[int, tuple[float, int]] = {}
                for at, (before, start) in live.items():
                    key = code << 6 | at
                    found = moves.get(key)
                    if found is None:
                        found = moves[key] = self._moves(name, code, at)
                    for end, gain in found:
                        total = before + gain - taken
                        if total > LEAST and (end not in reached or total > reached[end][0]):
                            reached[end] = (total, start)
                            if total - tail[end] > best[0] and code not in never_last:
                                best = (total - tail[end], start, place + 1)
                place += 1
                live = reached
        return best

    def _surroundings(self, codes: list[int], start: int, end: int) -> float:
        """What the characters beside a stretch say."""
        evidence = self._characters.evidence
        score = -SINGLE if end - start == 1 else 0.0
        beside = [*codes[max(0, start - 1) : start], *codes[end : end + 1]]
        if DOT in beside:
            score += BESIDE_DOT
        return score - CUT_OFF * sum(evidence[code] == han.PURE for code in beside)

    def _encode(self, chinese: str) -> tuple[list[int], dict[int, None]]:
        """Codes of the characters, and in order the places where a name may begin."""
        known = self._characters.codes
        codes = [known[char] if char in known else self._characters.code(char) for char in chinese]
        evidence = self._characters.evidence
        openings, after = [], 0.0
        for place in range(len(codes) - 1, -1, -1):
            weight = evidence[codes[place]]
            if codes[place] > DOT and (weight + after > OPENING or (place and codes[place - 1] == DOT)):
                openings.append(place)
            after = weight
        return codes, dict.fromkeys(reversed(openings))

    def _moves(self, name: _Name, code: int, at: int) -> tuple[Move, ...]:
        """From a place in the name: where a character may lead, with the evidence of it."""
        ends: dict[int, float] = {}
        text, kind = name.text, self._characters.kinds[code]
        for part in kind.parts:
            if text.startswith(part, at):
                ends[at + len(part)] = max(kind.evidence, 0.0) + min(2.5, 0.7 * len(part))
        begin, lost = at, 0.0
        most = (latin.MOST_DROPPED if at else latin.HEAD_DROPPED) * BENT
        begins = self._characters.begins[code]
        while begin < len(text) and lost <= most:
            if text[begin] in begins:
                for reading in kind.readings:
                    for end, gain in _syllable(text, begin, reading):
                        gain += kind.evidence - lost
                        if gain > ends.get(end, -2.0):
                            ends[end] = gain
            lost += name.dropped[begin]
            begin += 1
        return tuple(ends.items())


def _syllable(text: str, at: int, reading: _Reading) -> Iterator[Move]:
    """What a syllable explains from a place on: an initial, then a vowel, then a nasal."""
    gain = reading.onsets.get(text[at])
    if gain is not None:
        yield from _vowel(text, at + 1, reading, gain)
        swallowed = latin.SWALLOWED.get(text[at + 1 : at + 2])
        if swallowed is not None and text[at + 2 : at + 3] in latin.NOT_MUTE:
            yield from _vowel(text, at + 2, reading, gain - BENT * swallowed)
    if reading.cluster is not None and text[at : at + 2] in ("ts", "dz", "ds"):
        yield from _vowel(text, at + 2, reading, CONSONANT - BENT * reading.cluster)
    if reading.vowel_first is not None and (text[at] in latin.VOWELS or (reading.nasal_only and text[at] in "nm")):
        split = SPLIT if at and text[at - 1] in latin.VOWELS else 0.0
        yield from _vowel(text, at, reading, -BENT * reading.vowel_first - split)


def _vowel(text: str, at: int, reading: _Reading, gain: float) -> Iterator[Move]:
    for end in range(at, min(at + 4, len(text) + 1)):
        if end > at and text[end - 1] not in latin.VOWELS:
            break
        here = gain + VOWEL - BENT * _distance(reading.final, text[at:end]) if end > at else gain - BENT * reading.bare
        if reading.nasal:
            yield from _nasal(text, end, reading.nasal, here)
            continue
        yield end, here
        if text[end : end + 1] in ("r", "l") and text[end + 1 : end + 2] not in latin.NOT_MUTE:
            yield end + 1, here - BENT * (0.05 if text[end] == "r" else 0.35)


def _nasal(text: str, at: int, nasal: str, gain: float) -> Iterator[Move]:
    if text[at : at + 1] in ("r", "l") or text[at : at + 2] == "gn":
        gain -= BENT * 0.1
        at += 1
    if text[at : at + 1] not in ("n", "m"):
        yield at, gain - BENT * 0.7
        return
    if text[at] == "m":
        gain -= BENT * 0.15
    after = text[at + 1 : at + 2]
    if after in latin.NOT_MUTE:
        # Anna is 安娜: the nasal may be heard twice.
        yield at, gain - BENT * 0.15
        yield at + 1, gain + NASAL - BENT * 0.2
        return
    yield at + 1, gain + NASAL
    if text[at] == "m":
        yield at, gain - BENT * 0.15
    if after in ("g", "G", "H"):
        yield at + 2, gain + NASAL - (0.0 if nasal == "g" else 0.2)


@lru_cache(maxsize=1 << 14)
def _distance(final: str, vowels: str) -> float:
    """How far a final is from a row of vowels."""
    heard, meant = han.qualities(final), latin.qualities(vowels)
    return min((cost + heard[quality] for quality, cost in meant.items() if quality in heard), default=0.6)
