"""English number words: cardinals to quadrillions, ordinals, fractions, dozens and scores. Knows no digits."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from aligncheck.lang.digits import exact
from aligncheck.lang.patterns import any_of, deferred
from aligncheck.model.fact import Number

_ONES = (
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen""".split()
)
_ONES += ["seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SMALL: dict[str, int] = {word: i for i, word in enumerate(_ONES)}
SMALL |= {word: 10 * i for i, word in enumerate(_TENS, 2)}
SMALL |= {"threescore": 60, "fourscore": 80, "fourty": 40, "ninty": 90}
SCALE_WORDS: dict[str, int] = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "quintillion": 10**18, "sextillion": 10**21,
    "lakh": 10**5, "crore": 10**7, "dozen": 12, "score": 20, "gross": 144,
}  # fmt: skip
_ORDINAL_ONES = """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth""".split()
ORDINALS: dict[str, int] = {word: i for i, word in enumerate(_ORDINAL_ONES)}
ORDINALS |= {word + "th": value for word, value in SMALL.items() if 13 <= value < 20}
ORDINALS |= {word[:-1] + "ieth": 10 * i for i, word in enumerate(_TENS, 2)}
ORDINAL_SCALES = {"hundredth": 100, "thousandth": 10**3, "millionth": 10**6, "billionth": 10**9}
PARTS: dict[str, int] = {word + "s": value for word, value in ORDINALS.items() if value >= 3}
PARTS |= {word + "s": value for word, value in ORDINAL_SCALES.items()} | {"halves": 2, "quarters": 4}
_PART = {word: value for word, value in ORDINALS.items() if value >= 3} | ORDINAL_SCALES | {"half": 2, "quarter": 4}

_ALL = {*SMALL, *SCALE_WORDS, *ORDINALS, *ORDINAL_SCALES, *PARTS, "half", "quarter"}
WORDS: frozenset[str] = frozenset(_ALL - {"gross", "score"})
"""Words a spelled-out number may begin with."""

_NEXT = deferred(rf"(?:([ ]?-[ ]?| and |-and-|[ ])(an? )?)({any_of(_ALL)})(?![a-z])")
_FIRST = deferred(rf"({any_of(_ALL)})(?![a-z])")
_SPAN_BEFORE = deferred(r"(?:between|from|of|either|both|to|,) $")
_HALF_ENDS = deferred(r"(?![a-z]| (?:dozen|hundred|thousand|million|billion|of)(?![a-z])|-)")
_PART_AFTER = deferred(r" (?:parts?|deals?)(?![a-z])")

_COMMA = deferred(r", (?:and )?(?=[a-z])")
_POWERS = (10**21, 10**18, 10**15, 10**12, 10**9, 10**6, 10**3)
_ONE_DIGIT = any_of(["zero", "oh", "nought", *_ONES[1:10]])
_DIGITS = deferred(rf" point ((?:{_ONE_DIGIT})(?: (?:{_ONE_DIGIT})){{0,8}})(?![a-z-])")

Form = Literal["cardinal", "ordinal", "fraction", "year"]


class Spelled(NamedTuple):
    """A number in words: where it ends, its value, what form it has, how many words, whether it is vague."""

    end: int
    value: Number
    form: Form
    words: int
    other: Number | None = None


class _Reader:
    """Adds up number words from left to right; ``take`` says whether a word still belongs to the number."""

    def __init__(self) -> None:
        self.total = 0
        self.group: int | None = None
        self.year: int | None = None
        self.scale = 1
        self.scores = False
        self.inverts: bool | None = None
        self.form: Form = "cardinal"

    @property
    def value(self) -> int:
        return self.total + (self.group or 0)

    def take(self, word: str, joint: str) -> bool:
        """Add a word after ``joint`` (blank, hyphen or and); False if the number ended before it."""
        self.scale = SCALE_WORDS.get(word, 1)
        if word in SMALL:
            taken = self._small(SMALL[word], joint)
            self.scores = self.scores or word.endswith("score")
            return taken
        if word in SCALE_WORDS:
            return self._scale(SCALE_WORDS[word], joint)
        if word in ORDINALS:
            if not self._small(ORDINALS[word], joint):
                return False
            self.form = "ordinal"
            return True
        if word in ORDINAL_SCALES and "and" not in joint:
            taken = self._scale(ORDINAL_SCALES[word], joint)
            self.form = "ordinal" if taken else self.form
            return taken
        return False

    def _small(self, value: int, joint: str) -> bool:
        if self.group is None and not self.total:
            self.group = value
            return True
        base = self.group if self.group is not None else 0
        if base == 0 and self.total:
            self.group = value
            return value < 1000
        if base >= 100 and base % 100 == 0 and 0 < value < 100:
            self.group = base + value
            return True
        tens = base % 100
        below = 20 if self.scores else 10
        if tens >= 20 and tens % 10 == 0 and 0 < value < below and "," not in joint:
            self.group = base + value
            return True
        if self.inverts and joint == " and " and 0 < base % 100 < 10 and value % 10 == 0 and value < 100:
            # three and twenty: the old order, units before tens
            self.group = base + value
            return True
        if 10 <= base <= 21 and 10 <= value < 100 and joint in {" ", "-"} and not self.total and self.year is None:
            self.year = base * 100
            self.group = base * 100 + value
            self.form = "year"
            return True
        return False

    def _scale(self, scale: int, joint: str) -> bool:
        if "and" in joint or (self.year is not None and scale != 20):
            return False
        if scale in (12, 20, 144, 100):
            if self.group is not None and (self.group >= 100 or self.group == 0):
                return False
            self.group = (self.group or 1) * scale
            return True
        if self.group is None and self.total:
            self.total *= scale
            return True
        last = self.total % (scale * 1000) if self.total else 0
        if last and last < scale:
            return False
        self.total += (1 if self.group is None else self.group) * scale
        self.group = None
        return True


def spelled(text: str, at: int) -> Spelled | None:
    """Read the spelled-out number that begins at ``at`` of lower-cased text; None if no word of a number is there."""
    read = _run(text, at)
    if read is None or read.form != "cardinal":
        return read
    if text.startswith(" point ", read.end) and not (read.value == 1 and text.startswith("at ", max(0, at - 3))):
        return _decimals(text, read) or read
    # Groups may be set off by commas: two million, three hundred thousand, four hundred.
    while (comma := _COMMA.match(text, read.end)) is not None:
        power = next((p for p in _POWERS if read.value % p == 0), 0)
        more = _run(text, comma.end()) if power else None
        if more is None or more.form != "cardinal" or not 100 <= more.value < power:
            break
        read = Spelled(more.end, exact(Fraction(read.value + more.value)), "cardinal", read.words + more.words)
    return read


def _decimals(text: str, read: Spelled) -> Spelled | None:
    """``three point one four``: digits one by one after point."""
    found = _DIGITS.match(text, read.end)
    if found is None:
        return None
    digits = [SMALL.get(word, 0) for word in found.group(1).split()]
    value = Fraction(read.value) + sum(Fraction(digit, 10**place) for place, digit in enumerate(digits, 1))
    end, words = found.end(), read.words + len(digits) + 1
    scale = _NEXT.match(text, end)
    if scale and scale.group(1) == " " and not scale.group(2) and SCALE_WORDS.get(scale.group(3), 0) >= 1000:
        value, end = value * SCALE_WORDS[scale.group(3)], scale.end()
    return Spelled(end, exact(value), "cardinal", words)


def _run(text: str, at: int) -> Spelled | None:
    """The number words at ``at`` that follow one another without comma or point."""
    first = _FIRST.match(text, at)
    if first is None:
        return None
    word, end, words = first.group(1), first.end(), 1
    if word in ("half", "quarter") or word in PARTS:
        return None
    reader = _Reader()
    if not reader.take(word, ""):
        return None
    while words < 24 and reader.form != "ordinal":
        more = _NEXT.match(text, end)
        if more is None:
            break
        joint, article, word = more.groups()
        if joint == " and " and reader.inverts is None:
            reader.inverts = _SPAN_BEFORE.search(text, max(0, at - 8), at) is None
        done = _part_of(reader, joint, article, word, more.end(), words, text)
        if done is not None:
            return done
        if article or not reader.take(word, joint):
            break
        end, words = more.end(), words + 1
    part = _PART_AFTER.match(text, end) if reader.form == "ordinal" else None
    if part is not None and reader.value > 2:
        return Spelled(part.end(), Fraction(1, reader.value), "fraction", words + 1)
    return Spelled(end, reader.value, reader.form, words)


def _part_of(
    reader: _Reader, joint: str, article: str | None, word: str, end: int, words: int, text: str
) -> Spelled | None:
    """``two thirds``, ``one-third``, ``two and a half``, ``two and a half million``; None where it is none of these."""
    whole = reader.value
    if "and" in joint and word in ("half", "quarter") and (article or text[end - len(word) - 4 : end - len(word)]):
        if reader.scale >= 1000:
            # A million and a half is half a million more.
            more = Fraction(reader.scale, _PART[word])
            return Spelled(end, exact(whole + more), "cardinal", words + 2) if _HALF_ENDS.match(text, end) else None
        value = Fraction(whole) + Fraction(1, _PART[word])
        scale = _NEXT.match(text, end)
        if scale and scale.group(1) == " " and SCALE_WORDS.get(scale.group(3), 0) >= 1000:
            return Spelled(scale.end(), exact(value * SCALE_WORDS[scale.group(3)]), "cardinal", words + 3)
        return Spelled(end, exact(value), "cardinal", words + 2)
    if "and" in joint or article:
        return None
    if word in ORDINALS and (part := _PART_AFTER.match(text, end)) is not None and 1 < whole < ORDINALS[word]:
        return Spelled(part.end(), exact(Fraction(whole, ORDINALS[word])), "fraction", words + 2)
    if word in PARTS and whole and whole < PARTS[word] * 10:
        return Spelled(end, exact(Fraction(whole, PARTS[word])), "fraction", words + 1)
    if whole == 3 and words == 1 and word == "quarter" and joint == "-":
        return Spelled(end, Fraction(3, 4), "fraction", 2)
    if whole == 1 and words == 1 and word in _PART and word != "half":
        return Spelled(end, Fraction(1, _PART[word]), "fraction", 2)
    if whole == 1 and word == "half":
        return Spelled(end, Fraction(1, 2), "fraction", 2)
    return None
