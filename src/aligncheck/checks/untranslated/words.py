"""English words and clauses inside Chinese sentences. Knows words and their surroundings, no whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from aligncheck.checks._prose import prose, unmarked_prose
from aligncheck.checks._rule import Evidence, Example, Hit, PairContext, pair_rule
from aligncheck.checks.untranslated.kept import (
    is_code,
    is_technical,
    kept_words,
    often_kept,
    without_quotations,
)
from aligncheck.lang.en.registers import COMPUTING, IDENTIFIER, NO_TERM, SCIENTIFIC
from aligncheck.lang.en.sentences import FUNCTION_WORDS, STARTERS
from aligncheck.lang.patterns import deferred
from aligncheck.lang.text import HAN, LATIN_WORD, han
from aligncheck.lang.zh.lexis import fold
from aligncheck.lang.zh.loanwords import SLANG
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Severity
from aligncheck.model.text import Side

CLAUSE = 3
"""So many words in a row, one of them of a closed class, are no term."""
_LATIN = deferred("[A-Za-z][A-Za-z]")
_STRETCH = deferred(r"[A-Za-z][A-Za-z'’\-‑]*(?:(?:,? |,)[A-Za-z][A-Za-z'’\-‑]*)*")
_LONG = 6
"""Letters from which a word that touches a digit is a word and no unit or identifier."""
COVERED = 0.6
"""Share of a clause's words whose translations stand in the sentence, from which it was translated after all."""
COMPLETE = 1.5
"""Chinese characters per English word from which a sentence is complete without its Latin words."""
_TIES_BEFORE, _TIES_AFTER = frozenset("\x00=~^%*\"'’-‑+.&@#_/\\×"), frozenset("\x00=~^%*\"'’-‑+&@#_/\\×")
_BRACKETS = frozenset("(（[")
_GLOSSING = deferred(rf"{HAN.pattern} ?[(（\[]\s*$")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Latin words in succession inside Chinese text, which the source has in lower case.

    ``stretch`` is all that is Latin around them; which of it may stay hangs on the rest of the document.
    """

    text: str
    stretch: str
    start: int
    end: int
    words: tuple[str, ...]
    alone: bool
    """Whether no other Latin word stands beside it."""


@dataclass
class _Look:
    """A pair under examination, with what the document says about its words."""

    pair: PairContext

    @cached_property
    def source_words(self) -> tuple[str, ...]:
        return tuple(LATIN_WORD.findall(prose(self.pair.english, titles=False)))

    @cached_property
    def common(self) -> frozenset[str]:
        """Words the source writes in lower case, or with a capital only because they open it (However)."""
        lower = frozenset(w for w in self.source_words if w.islower())
        first = self.source_words[0].lower() if self.source_words else ""
        return lower | {first} if self.is_closed(first) else lower

    def is_closed(self, word: str) -> bool:
        """Whether a word is of a closed class, or an adverb: neither a name nor a term."""
        adverb = word.endswith("ly") and len(word) >= _LONG and self.lexicon.knows_english(word[:-2])
        return word in FUNCTION_WORDS or word in STARTERS or adverb

    @cached_property
    def names(self) -> frozenset[str]:
        """Words the source writes with a capital somewhere but at its beginning, in lower case."""
        return frozenset(w.lower() for w in self.source_words[1:] if not w.islower())

    @cached_property
    def sequence(self) -> str:
        return f" {' '.join(self.source_words).lower()} "

    @property
    def lexicon(self) -> Lexicon:
        return self.pair.document.lexicon

    @cached_property
    def technical(self) -> bool:
        return is_technical(self.pair.document)

    @cached_property
    def kept(self) -> frozenset[str]:
        return kept_words(self.pair.document)

    @cached_property
    def chinese(self) -> str:
        return fold(self.pair.chinese.text)

    def in_a_row(self, words: Sequence[str]) -> bool:
        return f" {' '.join(words).lower()} " in self.sequence


@pair_rule(
    "UNT002",
    "words-untranslated",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example("Ask the librarian before you copy a chart.", "复制海图前请先问 librarian。", "a common noun"),
        Example("Nobody may climb the ladder in a storm.", "任何人不得 climb the ladder in a storm。", "half a clause"),
        Example("The keeper had almost forgotten the bell.", "看守人almost忘了那口钟。", "glued to Chinese"),
    ],
    good=[
        Example("Run the `restart` command again.", "再次运行 restart 命令。", "named as code in the source"),
        Example("We call this a cairn.", "我们称之为石堆（cairn）。", "a gloss in brackets"),
        Example("We call this a cairn.", "我们称之为 cairn（石堆）。", "a term with its gloss"),
        Example("Open the Harbour settings page.", "打开 Harbour settings 页面。", "beside a name"),
        Example("Fix the bug first.", "先修 bug。", "a loanword"),
    ],
)
def words_untranslated(pair: PairContext) -> Iterator[Hit]:
    """Common words of the source stand untranslated in the Chinese.

    Why: a word that was skipped breaks the sentence for readers who know no English.

    An error for a clause (three words or more that stand so in the source, one of them of a closed class: of, the,
    as), unless its translation stands in the sentence too; and for one or two words of plain text whose translations
    in the dictionary the sentence lacks. Otherwise a warning. A hint where the document holds code or speaks of
    software, since technical writers keep many a term (hash map, but not old settings), and for terms of science that
    no dictionary lists.

    Silent: in code, addresses, parameters, italics, links to other sites, quotation marks and brackets (a gloss); for
    a word beside its own translation; beside a capitalised word, where the source has the two side by side (a name);
    for words that stand in the document's code too, or that it keeps in Latin letters as a habit; for loanwords
    Chinese readers know.
    """
    chinese = pair.chinese
    if pair.target is not chinese or not _LATIN.search(chinese.text):
        return
    shared = set(LATIN_WORD.findall(chinese.text.lower())) - kept_words(pair.document)
    if shared.isdisjoint(LATIN_WORD.findall(pair.english.text.lower())):
        return
    if not HAN.search(chinese.text) or is_code(chinese.text) or is_code(pair.english.text):
        return
    look = _Look(pair)
    for phrase in _phrases(chinese, look):
        severity, confidence = _weigh(phrase, look)
        beside = " beside its translation" if len(phrase.words) >= CLAUSE and _is_left_over(phrase, look) else ""
        yield pair.hit_by_language(
            f"“{phrase.text}” was left in English{beside}.",
            en=tuple(_where(phrase.text, pair.english.text)),
            zh=(Evidence(phrase.start, phrase.end),),
            confidence=confidence,
            key=phrase.stretch.lower(),
            severity=severity,
        )


def _phrases(side: Side, look: _Look) -> Iterator[_Phrase]:
    text = without_quotations(unmarked_prose(side))
    for stretch in _STRETCH.finditer(text):
        words = [(m.group(), stretch.start() + m.start()) for m in LATIN_WORD.finditer(stretch.group())]
        for first, last in _runs([_is_common(w, look, alone=len(words) == 1) for w, _ in words]):
            start, end = words[first][1], words[last][1] + len(words[last][0])
            row = tuple(w for w, _ in words[first : last + 1])
            before = words[first - 1][0] if first else ""
            after = words[last + 1][0] if last + 1 < len(words) else ""
            phrase = _Phrase(side.text[start:end], stretch.group(), start, end, row, not before and not after)
            if _tied(text, phrase, look) or _part_of_name(phrase, before, after, look) or not _telling(phrase, look):
                continue
            yield phrase


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and last place of each succession of true flags."""
    first = None
    for n, flag in enumerate([*flags, False]):
        if flag and first is None:
            first = n
        elif not flag and first is not None:
            yield first, n - 1
            first = None


def _is_common(word: str, look: _Look, *, alone: bool) -> bool:
    """Whether the source has the word in lower case.

    A capital in the Chinese does not make a name of it where it stands alone and the source never has one; but
    technical writers capitalise what they name (a Pod).
    """
    if word.islower():
        return word in look.common
    low = word.lower()
    return alone and len(word) >= _LONG - 1 and not look.technical and low in look.common - look.names


def _tied(text: str, phrase: _Phrase, look: _Look) -> bool:
    """Whether the words are glued to something that makes them an identifier, a gloss or a part of a name."""
    if _GLOSSING.search(text[: phrase.start]):
        return True
    before, after = text[max(0, phrase.start - 2) : phrase.start], text[phrase.end : phrase.end + 2]
    left, right = before[-1:], after[:1]
    if left in _TIES_BEFORE and left and before != "..":
        return True
    if right and right in _BRACKETS:
        # A bracket the source has too says something of its own; any other explains the word.
        return right in "([" or not re.search(rf"(?i){re.escape(phrase.words[-1])} \(", look.pair.english.text)
    if right in _TIES_AFTER and right:
        return True
    if (left.isdigit() or right.isdigit()) and len(phrase.words) == 1 and len(phrase.text) < _LONG:
        return True
    if left == ":" and not HAN.match(before):
        return True
    if left == "：" and before[0].isascii() and before[0].isalpha():
        return True
    return right in {":", "."} and after[1:2].isalnum() and after[1:2].isascii()


def _part_of_name(phrase: _Phrase, before: str, after: str, look: _Look) -> bool:
    """Whether a neighbour in the stretch makes the words part of a name: the source has the two side by side."""
    if len(phrase.words) > CLAUSE and look.in_a_row(phrase.words):
        return False
    if before and (before.lower() in look.kept or look.in_a_row((before, phrase.words[0]))):
        return True
    return bool(after) and (after.lower() in look.kept or look.in_a_row((phrase.words[-1], after)))


def _telling(phrase: _Phrase, look: _Look) -> bool:
    """Whether one of the words is one that should have been translated, and none is explained beside."""
    plain = [w.lower() for w in phrase.words if w.lower() not in look.kept]
    if not plain or (len(plain) == 1 and len(plain[0]) < 3) or not look.common.issuperset(plain):
        return False
    known = [w for w in plain if look.lexicon.knows_english(w)]
    if not known:
        return not look.technical and len(plain) == 1 and SCIENTIFIC.fullmatch(plain[0]) is not None
    return len(phrase.words) >= CLAUSE or not any(_explained(phrase, w, look) for w in known)


def _explained(phrase: _Phrase, word: str, look: _Look) -> bool:
    """Whether the word's translation stands right beside it (元数据 metadata); of one character in technical text only.

    In other text one character is often part of the verb or noun that was cut in half.
    """
    least = 1 if look.technical else 2
    before, after = look.chinese[: phrase.start].rstrip(), look.chinese[phrase.end :].lstrip()
    return any(
        weight >= 0.5 and len(text) >= least and (before.endswith(text) or after.startswith(text))
        for text, weight in look.lexicon.translations(word).items()
    )


def _weigh(phrase: _Phrase, look: _Look) -> tuple[Severity, float]:
    """How sure it is that the words should have been translated."""
    words = [w.lower() for w in phrase.words]
    if len(words) >= CLAUSE and look.in_a_row(words) and any(w in FUNCTION_WORDS for w in words):
        return (Severity.WARNING, 0.9) if _is_left_over(phrase, look) else (Severity.ERROR, 0.96)
    known = [w for w in words if look.lexicon.knows_english(w)]
    if not known or (look.technical and len(words) < CLAUSE and NO_TERM.isdisjoint(words)):
        return Severity.INFO, 0.5
    if not look.technical and phrase.alone and _is_sure(phrase, look):
        return Severity.ERROR, 0.95
    return Severity.WARNING, 0.75


def _is_sure(phrase: _Phrase, look: _Look) -> bool:
    """Whether each word is of a closed class, or one that the dictionary translates and the sentence does not.

    Words may be kept on purpose: by the document elsewhere, for their colour, beside a number, about computers.
    """
    if (
        not (phrase.text.islower() or look.is_closed(phrase.text.lower()))
        or look.chinese[phrase.end :].lstrip()[:1].isdigit()
    ):
        return False
    english = look.pair.english.text
    if IDENTIFIER.search(english) or not COMPUTING.isdisjoint(LATIN_WORD.findall(english.lower())):
        return False
    often = often_kept(look.pair.document)
    return all(
        len(w) >= 4 and w not in SLANG and (look.is_closed(w) or (w not in often and _is_missing(w, look)))
        for w in phrase.words
    )


def _is_missing(word: str, look: _Look) -> bool:
    translations = look.lexicon.translations(word)
    return bool(translations) and not any(len(t) > 1 and t in look.chinese for t in translations)


def _is_left_over(phrase: _Phrase, look: _Look) -> bool:
    """Whether the clause was translated and a piece of copy was left: by its words, or by the sentence's length."""
    if han(look.chinese) >= COMPLETE * len(look.source_words):
        return True
    content = [w for w in map(str.lower, phrase.words) if w not in FUNCTION_WORDS]
    found = sum(any(t in look.chinese for t in look.lexicon.translations(w)) for w in content)
    return found >= COVERED * len(content) > 0


def _where(phrase: str, text: str) -> Iterator[Evidence]:
    found = re.search(rf"(?<![A-Za-z]){re.escape(phrase)}(?![A-Za-z])", text, re.IGNORECASE)
    if found:
        yield Evidence(found.start(), found.end())
