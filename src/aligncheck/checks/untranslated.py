"""Sentences and words left in the source language. Knows words and their surroundings, not how a pair was found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from aligncheck.checks._rule import (
    DocumentContext,
    Evidence,
    Example,
    Hit,
    PairContext,
    Rule,
    document_rule,
    pair_rule,
)
from aligncheck.lang.text import HAN, LATIN_WORD, han
from aligncheck.lang.zh.loanwords import KEPT
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Severity
from aligncheck.model.text import Pair, Side

PLAIN_WORDS = 4
"""So many plain English words make a sentence English rather than a name or a title."""
HABIT = 3
"""A word that stays Latin in so many sentences, and in most of those that have it, is the document's own usage."""
_URL = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+\.[\w.]+|[!-~]*[/\\_@#$=<>{}|][!-~]*", re.ASCII)
_BACKTICKS = re.compile(r"`([^`\n]{1,80})`")
_GLOSS = re.compile(r"[（(\[【〔][^（()）\[\]【】〔〕]{0,200}[）)\]】〕]")
_QUOTED = re.compile(r"[“\"「『《‘][^”\"」』》’]{0,200}[”\"」』》’]")


@document_rule(
    "UNT001",
    "sentence-untranslated",
    Severity.ERROR,
    since="0.1.0",
    bad=[
        Example(
            "The lamp turns once every ten seconds. The keepers sleep in the room below.",
            "灯每十秒转一圈。 The keepers sleep in the room below.",
            "the second sentence was left in English",
        )
    ],
    good=[
        Example("The lamp turns once every ten seconds.", "灯每十秒转一圈。"),
        Example("Rotterdam Centraal Station, platform 9", "Rotterdam Centraal Station, platform 9", "a name"),
        Example("pip install lamp-control", "pip install lamp-control", "a command"),
    ],
)
def sentence_untranslated(document: DocumentContext) -> Iterator[Hit]:
    """A sentence of the target is still in the source language.

    Why: a paragraph that was copied to be translated later, and forgotten.

    An error where it repeats its source nearly word for word, otherwise a warning. Consecutive ones are one finding.

    Silent: for names, addresses, commands and other text without plain words in lower case; for titles that are links
    to other sites; for quotations in a longer sentence; for text without letters.
    """
    if document.source is document.target and document.layout != "pairs":
        return
    language = "English" if document.target_lang == "zh" else "Chinese"
    for copied, group in groupby(document.pairs, key=lambda pair: _left(pair, document)):
        if copied is None:
            continue
        members = list(group)
        sources = [p.source for p in members if p.source]
        targets = [p.target for p in members if p.target]
        what = "This sentence is" if len(members) == 1 else f"These {len(members)} sentences are"
        yield Hit(
            f"{what} still in {language}.",
            tuple(Evidence(*side.span) for side in sources),
            tuple(Evidence(*side.span) for side in targets),
            0.97 if copied else 0.8,
            key="copied" if copied else "foreign",
            severity=Severity.ERROR if copied else Severity.WARNING,
            pair=members[0].id,
        )


def _left(pair: Pair, document: DocumentContext) -> bool | None:
    """True where a target repeats its source, False where it is in that language anyhow, None where it is fine."""
    if pair.target is None or not _foreign(pair.target, document.target_lang, document.lexicon):
        return None
    copied = pair.source is not None and _copied(pair.source.text, pair.target.text)
    if pair.source is not None and not copied and _foreign(pair.source, document.source_lang, document.lexicon):
        return None
    return copied


def _foreign(side: Side, expected: str, lexicon: Lexicon) -> bool:
    """Whether a side's prose is in the other language than the expected one."""
    text = _without_markup(side)
    if expected == "en":
        return han(text) >= 4 and han(text) > 2 * len(LATIN_WORD.findall(text))
    if han(text):
        return False
    words = [m.group() for m in LATIN_WORD.finditer(text)]
    plain = [w for w in words if w.islower() and lexicon.knows_english(w)]
    return len(plain) >= PLAIN_WORDS and 2 * len(plain) >= len(words)


def _without_markup(side: Side) -> str:
    """The side's text with what is no prose blanked out, at the same offsets.

    That is code, maths, identifiers, addresses, and the titles that links to other sites are made of.
    """
    text = side.text
    for mark in side.marks:
        abroad = mark.kind == "link" and (mark.target or "").startswith(("http://", "https://"))
        if abroad or mark.kind in {"code", "math", "html", "placeholder", "image"}:
            text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return _URL.sub(lambda m: " " * len(m.group()), text)


def _copied(source: str, target: str) -> bool:
    """Whether the target is the source nearly unchanged: chrF of 70 or more (Popović 2015)."""
    if source == target:
        return True
    from sacrebleu.metrics.chrf import CHRF

    return bool(CHRF().sentence_score(target, [source]).score >= 70)


@pair_rule(
    "UNT002",
    "words-untranslated",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example("Ask the librarian before you copy a chart.", "复制海图前请先问 librarian。", "a common noun"),
        Example("Nobody may climb the ladder in a storm.", "任何人不得 climb the ladder in a storm。", "half a clause"),
    ],
    good=[
        Example("Run the `restart` command again.", "再次运行 restart 命令。", "named as code in the source"),
        Example("We call this a cairn.", "我们称之为石堆（cairn）。", "a gloss in brackets"),
        Example("Open the Harbour settings page.", "打开 Harbour settings 页面。", "beside a name"),
        Example("Fix the bug first.", "先修 bug。", "a loanword"),
    ],
)
def words_untranslated(pair: PairContext) -> Iterator[Hit]:
    """Common words of the source stand untranslated in the Chinese.

    Why: a word that was skipped breaks the sentence for readers who know no English.

    An error for three plain words or more in a row, a warning for fewer; a hint for one word where the document holds
    code, since technical writers keep many a term.

    Silent: in code, addresses, parameters, italics, quotation marks and brackets (a gloss); beside a capitalised word
    (a name); for words that stand in the document's code too, or that it keeps in Latin letters as a habit, and for
    loanwords Chinese readers know; for words the dictionary does not know.
    """
    chinese, english = pair.chinese, pair.english
    if pair.target is not chinese or not han(chinese.text):
        return
    lexicon = pair.document.lexicon
    in_source = {m.group().lower() for m in LATIN_WORD.finditer(_without_markup(english))}
    habits = pair.document.once("words kept in Latin", _habits)
    code = pair.document.once("words of its code", _code_words)
    technical = pair.document.once("technical", _technical)
    for phrase in _phrases(chinese):
        plain = [w for w in phrase.words if w in in_source and w not in KEPT | habits | code]
        known = [w for w in plain if lexicon.knows_english(w)]
        if not known or not in_source.issuperset(phrase.words) or (len(known) == 1 and len(known[0]) < 3):
            continue
        long = len(plain) >= 3
        term = technical and len(phrase.words) == 1
        yield pair.hit_by_language(
            f"“{phrase.text}” was left in English.",
            en=tuple(_where(phrase.text, english.text)),
            zh=(Evidence(phrase.start, phrase.end),),
            confidence=0.93 if long else 0.5 if term else 0.75,
            key=phrase.text.lower(),
            severity=Severity.ERROR if long else Severity.INFO if term else Severity.WARNING,
        )


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Latin words in succession inside Chinese text, none of them capitalised or marked as something special."""

    text: str
    start: int
    end: int
    words: tuple[str, ...]


def _phrases(side: Side) -> Iterator[_Phrase]:
    text = _without_markup(side)
    for mark in side.marks:
        if mark.kind in {"emphasis", "link"}:
            text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    for pattern in (_GLOSS, _QUOTED):
        text = pattern.sub(lambda m: m.group() if han(m.group()) else "\x00" * len(m.group()), text)
    for stretch in re.finditer(r"[A-Za-z][A-Za-z0-9 ,.'’\-‑+&]*", text):
        words = [(m.group(), stretch.start() + m.start()) for m in LATIN_WORD.finditer(stretch.group())]
        if any(not w.islower() for w, _ in words) or re.search(r"[0-9+&.]\S", stretch.group()):
            continue
        if _tied(text, stretch.start(), stretch.end()):
            continue
        start, end = words[0][1], words[-1][1] + len(words[-1][0])
        yield _Phrase(side.text[start:end], start, end, tuple(w for w, _ in words))


def _tied(text: str, start: int, end: int) -> bool:
    """Whether the stretch is glued to something that makes it an identifier, a gloss or a part of a name."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return bool(re.match(r"[0-9\x00:：=~^%*\"'“‘-]", before)) or bool(re.match(r"[0-9\x00:=~^%*\"'”’]", after))


def _where(phrase: str, text: str) -> Iterator[Evidence]:
    found = re.search(rf"(?<![A-Za-z]){re.escape(phrase)}(?![A-Za-z])", text, re.IGNORECASE)
    if found:
        yield Evidence(found.start(), found.end())


def _habits(document: DocumentContext) -> frozenset[str]:
    """Words that the Chinese of this document keeps in Latin letters in most of the sentences that have them."""
    kept: Counter[str] = Counter()
    had: Counter[str] = Counter()
    for pair in document.pairs:
        if pair.source is None or pair.target is None:
            continue
        sides = (pair.source, pair.target) if pair.source.lang == "en" else (pair.target, pair.source)
        if not HAN.search(sides[1].text):
            continue
        source = {m.group().lower() for m in LATIN_WORD.finditer(sides[0].text)}
        target = {m.group().lower() for m in LATIN_WORD.finditer(sides[1].text)}
        had.update(source)
        kept.update(source & target)
    return frozenset(w for w, n in kept.items() if n >= HABIT and 2 * n > had[w])


def _technical(document: DocumentContext) -> bool:
    """Whether the document holds code, in blocks or in one sentence of thirty."""
    if any(b.kind == "code" for d in (document.source, document.target) for b in d.blocks):
        return True
    sides = [p.source for p in document.pairs if p.source is not None]
    coded = sum("`" in s.text or any(m.kind == "code" for m in s.marks) for s in sides)
    return 30 * coded >= len(sides) > 0


def _code_words(document: DocumentContext) -> frozenset[str]:
    """Words of the document's code, inline and in blocks: its prose may name them untranslated."""
    found: set[str] = set()
    for block in {id(b): b for d in (document.source, document.target) for b in d.blocks}.values():
        texts = (
            [block.text]
            if block.kind == "code"
            else [block.text[m.start : m.end] for m in block.marks if m.kind == "code"]
        )
        texts += _BACKTICKS.findall(block.text) if "`" in block.text and block.kind != "code" else []
        for text in texts:
            found.update(m.group().lower() for m in LATIN_WORD.finditer(text))
    return frozenset(found)


RULES: tuple[Rule, ...] = (sentence_untranslated, words_untranslated)
