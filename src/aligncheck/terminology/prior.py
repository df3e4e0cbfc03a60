"""How far the dictionary, spelling and glosses in the texts speak for a rendering. Knows no statistics."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aligncheck.lang.en.lexis import STOP
from aligncheck.lang.patterns import deferred
from aligncheck.lexicon import Lexicon

_WORD = deferred(r"[a-z0-9]+")
_GLOSS = deferred(r"[（(]\s*([A-Za-zÀ-ɏ][^（）()㐀-鿿\n]{1,60})[）)]")
_HAN_BEFORE = deferred(r"[㐀-鿿A-Za-z0-9 -]{2,16}\Z")
NEVER = -9.0
"""What speaks against a rendering whatever else does."""
_DIGIT = deferred(r"[0-9]")
_LETTERS = deferred(r"[^a-z0-9]+")


def bare(text: str) -> str:
    """A Latin string as it is compared: small letters and digits only."""
    return _LETTERS.sub("", text.lower())


def _alike(phrase: str, string: str) -> bool:
    """Whether a Latin string is the phrase, in one number or the other, or its initials."""
    one, other = bare(phrase), bare(string)
    if one == other or (phrase[-1] == "s" and one[:-1] == other):
        return True
    return "".join(word[0] for word in _WORD.findall(phrase.lower()) if word not in STOP) == other.removesuffix("s")


def glosses(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each English string that folded Chinese texts give in brackets, what stands before the brackets.

    ``提示工程（Prompt Engineering）`` says by itself what it renders.
    """
    found: dict[str, dict[str, None]] = {}
    for text in texts:
        if "(" not in text and "（" not in text:
            continue
        for match in _GLOSS.finditer(text):
            before = _HAN_BEFORE.search(text, max(0, match.start() - 16), match.start())
            if before is None:
                continue
            for part in re.split(r"[,，、;/]", match.group(1)):
                if bare(part):
                    found.setdefault(bare(part), {})[before.group().replace(" ", "")] = None
    return {name: tuple(texts) for name, texts in found.items()}


def without_glosses(text: str, filling: str) -> str:
    """A Chinese text with ``filling`` for what stands in brackets in Latin letters after Chinese."""
    if "(" not in text and "（" not in text:
        return text
    return _GLOSS.sub(lambda match: filling * len(match.group()), text)


class Prior:
    """What is known of renderings before anything is counted."""

    def __init__(self, lexicon: Lexicon, given: dict[str, tuple[str, ...]]) -> None:
        self.lexicon = lexicon
        self.given = given

    def of(self, phrase: str, string: str) -> float:
        """From 0 to 1: 1 for a gloss of the whole, a gloss in the text, or the same letters; parts count by share.

        ``phrase`` as written; ``string`` folded and without blanks.
        """
        plain = bare(phrase)
        latin = not any(char > "\u2e80" for char in string)
        if latin and not _alike(phrase, string):
            return NEVER
        if _DIGIT.search(string) and not _DIGIT.search(phrase):
            return NEVER
        if latin or (plain == bare(string) and len(plain) == len(string.replace("-", "").replace(".", ""))):
            return 1.0
        if any(before.endswith(string) for before in self.given.get(plain, ())):
            return 1.0
        if self.lexicon.translations(phrase).get(string, 0.0) >= 0.5:
            return 1.0
        words = [word for word in _WORD.findall(phrase.lower()) if word not in STOP]
        covered, rendered = [False] * len(string), 0
        for word in words:
            tables = self.lexicon.translations(word)
            spans = [
                (a, b)
                for a in range(len(string))
                for b in range(a + 1, min(len(string), a + 6) + 1)
                if string[a:b] == word or tables.get(string[a:b], 0.0) >= (0.3 if b - a > 1 else 0.8)
            ]
            if spans:
                a, b = max(spans, key=lambda span: (span[1] - span[0], -span[0]))
                rendered += 1
                covered[a:b] = [True] * (b - a)
        if not words or not rendered:
            return 0.0
        return 0.9 * (rendered / len(words)) * (sum(covered) / len(string))
