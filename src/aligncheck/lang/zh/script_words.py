"""Which of several Traditional characters is right in a word, by the words of two dictionaries. Knows no document.

Evidence is a word of two characters or more. Where two words overlap that ask for different characters, or where good
writers use either, there is no verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from aligncheck.lang.zh.lexis import simplified_table
from aligncheck.lang.zh.script_forms import ACCEPTED_WORDS, CONFUSED, ONLY, REJECTED_WORDS, SAME, WEAK

_LONGEST = 5
"""Characters of the longest word looked for; longer ones are sayings that hold these words."""
_PAIR = 2
_PARTICLES = "的了"


class Headword(NamedTuple):
    """A word in both scripts; ``name`` where a dictionary writes its sound with a capital."""

    traditional: str
    simplified: str
    name: bool


class Verdict(NamedTuple):
    """A character that is wrong: where, what is right there, and the word that shows it, as it should be written."""

    at: int
    right: str
    word: str


@cache
def opencc_table(name: str) -> Mapping[str, tuple[str, ...]]:
    """A table of OpenCC as installed: what is converted, and into what, the likeliest first."""
    text = files("opencc").joinpath("dictionary", name).read_text(encoding="utf-8")
    rows = (line.partition("\t") for line in text.splitlines())
    return {key: tuple(values.split()) for key, _, values in rows}


@cache
def _folding() -> dict[int, str]:
    """Any form of a character → one that stands for all of them, for ``str.translate``."""
    table = dict(simplified_table())
    for simplified, forms in opencc_table("STCharacters.txt").items():
        if len(forms) > 1:
            table |= {ord(form): simplified for form in forms if len(form) == 1 and form != simplified}
    for simplified, forms in opencc_table("STCharacters.txt").items():
        if simplified in forms:
            table.pop(ord(simplified[0]), None)
    return table | {ord(variant): table.get(ord(form), form) for variant, form in SAME.items()}


def folded(text: str) -> str:
    """The text with one character for all that conversion may confuse; offsets stay."""
    return text.translate(_folding())


_SAME = str.maketrans(SAME)
_WRITTEN = re.compile(f"[裏{''.join(sorted({wrong for wrong, _ in CONFUSED}))}]")


class Words:
    """Words with characters that conversion confuses, and the forms in which dictionaries write them.

    Attributes:
        nouns: two-character words that are no names, in Simplified: what 里 may follow in the sense of "in".
    """

    def __init__(self, headwords: Iterable[Headword]) -> None:
        keys = {folded(wrong) for wrong, _ in CONFUSED}
        some = re.compile(f"[{''.join(sorted(keys.union(*CONFUSED)))}]")
        self._forms: dict[str, set[str]] = {}
        self._preferred: dict[str, str] = {}
        self._listed: set[str] = set()
        self.nouns: set[str] = set()
        for simplified, forms in opencc_table("STPhrases.txt").items():
            if len(simplified) == _PAIR and simplified[1] in _PARTICLES:
                continue  # what ends the word before it: 能干 in 能干的
            if some.search(simplified) and len(simplified) <= _LONGEST and len(forms[0]) == len(simplified):
                self._add(simplified, forms, forms[0])
        for traditional, simplified, name in headwords:
            if not 1 < len(traditional) == len(simplified) <= _LONGEST:
                continue
            if not name and len(simplified) == _PAIR:
                self.nouns.add(simplified)
            if some.search(simplified) is None or traditional in REJECTED_WORDS:
                continue
            if len(simplified) == _PAIR and simplified[1] in _PARTICLES and simplified[0] in keys:
                continue
            self._add(simplified, (traditional,), "" if name else traditional)
            if not name:
                self._listed.add(folded(simplified))
        for word in (*ACCEPTED_WORDS, *_taiwanese()):
            self._add(word, (word,), "")
        self._begun = {word[at : at + _PAIR] for word in self._forms for at in range(len(word) - 1)}
        sure = self._listed | {folded(word) for word in ACCEPTED_WORDS}
        self._good = {form for word in sure if len(word) == _PAIR for form in self._forms[word]}

    def _add(self, word: str, forms: Iterable[str], preferred: str) -> None:
        key = folded(word)
        self._forms.setdefault(key, set()).update(form.translate(_SAME) for form in forms if len(form) == len(key))
        if preferred:
            self._preferred.setdefault(key, preferred.translate(_SAME))

    def covering(self, text: str, at: int) -> list[tuple[int, str]]:
        """Words of a folded text that cover a character and lie in no longer one: where each begins, and it."""
        begun = self._begun
        if text[at - 1 : at + 1] not in begun and text[at : at + _PAIR] not in begun:
            return []
        found: list[tuple[int, int]] = []
        for size in range(_LONGEST, 1, -1):
            for begin in range(max(0, at - size + 1), min(at, len(text) - size) + 1):
                end = begin + size
                if text[begin:end] in self._forms and not any(a <= begin and end <= b for a, b in found):
                    found.append((begin, end))
        return [(begin, text[begin:end]) for begin, end in found]

    def preferred(self, text: str, at: int) -> str | None:
        """The character that all words of a folded text prefer at a place; None where they differ, or without words."""
        words = [(begin, self._preferred.get(word, "")) for begin, word in self._telling(text, at)]
        chosen = {word[at - begin : at - begin + 1] for begin, word in words}
        return chosen.pop() or None if len(chosen) == 1 else None

    def _telling(self, text: str, at: int) -> list[tuple[int, str]]:
        """The words around a place; chance neighbours and names count only where there are no others."""
        words = self.covering(text, at)
        return [one for one in words if one[1] in self._listed or len(one[1]) > _PAIR] or words

    def wrong(self, text: str) -> list[Verdict]:
        """The characters of a Traditional text of which words say that another one is right, in order."""
        good = self._good
        verdicts = []
        for match in _WRITTEN.finditer(text):
            at = match.start()
            if text[at : at + _PAIR] in good or text[at - 1 : at + 1] in good:
                continue  # many times as fast as looking at all words around
            begin = max(0, at - _LONGEST)
            verdict = self._judge(text[begin : at + _LONGEST].translate(_SAME), at - begin)
            if verdict:
                verdicts.append(verdict._replace(at=at))
        return verdicts

    def allows(self, text: str, at: int) -> bool:
        """Whether a word around the character is right as it is written."""
        begin = max(0, at - _LONGEST)
        plain = text[begin : at + _LONGEST].translate(_SAME)
        here = at - begin
        return any(
            plain[here] in self._letters(word, here - start) for start, word in self.covering(folded(plain), here)
        )

    def _letters(self, word: str, at: int) -> set[str]:
        return {form[at] for form in self._forms[word]}

    def _judge(self, plain: str, at: int) -> Verdict | None:
        char, like = plain[at], folded(plain)
        words = self._telling(like, at)
        if not words or any(char in self._letters(word, at - begin) for begin, word in words):
            return None
        right = self.preferred(like, at)
        begin, word = max(words, key=lambda one: len(one[1]))
        if right is None or (char, right) not in CONFUSED:
            return None
        if (char, right) in WEAK:
            if any(char in self._letters(word, at - begin) for begin, word in self.covering(like, at)):
                return None
            if not any(word in self._listed or len(word) > _PAIR for _, word in words):
                return None
        written = self._preferred[word]
        if written not in ONLY.get((char, right), (written,)):
            return None
        return Verdict(at, right, _as_here(written, plain[begin : begin + len(written)]))


def _as_here(written: str, here: str) -> str:
    """A dictionary's word with the variants that the text has (核准, not 覈准), as far as those are no faults."""
    return "".join(own if (own, good) not in CONFUSED else good for good, own in zip(written, here, strict=True))


def _taiwanese() -> Iterable[str]:
    """What Taiwan calls things that the Mainland calls otherwise, as far as conversion may confuse it: 捲軸."""
    confused = {char for pair in CONFUSED for char in pair}
    forms = {form for forms in opencc_table("TWPhrases.txt").values() for form in forms}
    return sorted(form for form in forms if 1 < len(form) <= _LONGEST and not confused.isdisjoint(form))
