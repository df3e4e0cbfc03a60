"""What may stay in Latin letters: quotations, code, and words a document keeps as a habit. Knows no rule."""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice

from aligncheck.checks._rule import DocumentContext
from aligncheck.lang.en.registers import SOFTWARE
from aligncheck.lang.patterns import deferred
from aligncheck.lang.text import HAN, LATIN_WORD
from aligncheck.lang.zh.loanwords import KEPT

HABIT = 3
"""A word that stays Latin in so many sentences, and in three of four that have it, is the document's own usage."""
_BACKTICKS = deferred(r"`([^`\n]{1,80})`")
_QUOTED = deferred(r"[“\"「『《‘`][^”\"」』》’`]{0,300}[”\"」』》’`]")
_GLOSS = deferred(r"[（(\[【〔][^（()）\[\]【】〔〕]{0,200}[）)\]】〕]")
_STATEMENT = deferred(
    r">>>|[A-Za-z_]\w*(?=\()|\([\"']|[\w\])] ?[-+*!<>]?=[= ]|->|::|[{};]\s*$"
    r"|\b(?:self|def|import|return)\b|\b(?:try|except|else|elif|finally)\b ?\w*:"
)
_STATEMENTS = 3
_SOFTWARE_SHARE = 20
"""One sentence in so many that names the tools of software makes a document technical."""
_FEW = 4


def without_quotations(text: str) -> str:
    """The text with quotations and brackets in Latin letters as NUL: a gloss, a title, a word that is spoken of."""
    for pattern in (_GLOSS, _QUOTED):
        text = pattern.sub(lambda m: m.group() if HAN.search(m.group()) else "\x00" * len(m.group()), text)
    return text


def is_code(text: str) -> bool:
    """Whether a text is a program or a session, whose comments alone may be translated."""
    return len(list(islice(_STATEMENT.finditer(text), _STATEMENTS))) == _STATEMENTS


def kept_words(document: DocumentContext) -> frozenset[str]:
    """Words that may stay Latin: loanwords, the user's, the document's code, and its habits; in lower case."""
    return document.once("words that may stay Latin", lambda d: KEPT | d.keep | _code_words(d) | _habits(d))


def often_kept(document: DocumentContext) -> frozenset[str]:
    """Words that stay Latin in two sentences or more, and in half of those that have them: perhaps on purpose."""
    return document.once("words that often stay Latin", lambda d: _staying(d, 2, 0.5))


def is_technical(document: DocumentContext) -> bool:
    """Whether the document holds code or is a program's own texts, or speaks of software in one sentence of some."""
    return document.once("technical", _technical)


def _habits(document: DocumentContext) -> frozenset[str]:
    """Words that the Chinese of this document keeps in Latin letters in most of the sentences that have them."""
    return _staying(document, HABIT, 0.75)


def _staying(document: DocumentContext, least: int, share: float) -> frozenset[str]:
    kept, had = document.once("Latin words on both sides", _latin_on_both_sides)
    return frozenset(w for w, n in kept.items() if n >= least and n >= share * had[w])


def _latin_on_both_sides(document: DocumentContext) -> tuple[Counter[str], Counter[str]]:
    """In how many pairs a word stays Latin in the Chinese, and how many have it in the English."""
    both = []
    for pair in document.pairs:
        if pair.source is None or pair.target is None:
            continue
        en, zh = (pair.source, pair.target) if pair.source.lang == "en" else (pair.target, pair.source)
        if HAN.search(zh.text):
            both.append((en.text.lower(), frozenset(LATIN_WORD.findall(zh.text.lower()))))
    often = Counter(chain.from_iterable(words for _, words in both))
    frequent = {w for w, n in often.items() if n > 1}
    kept: Counter[str] = Counter()
    had: Counter[str] = Counter()
    for english, chinese in both:
        source = frequent.intersection(LATIN_WORD.findall(english))
        had.update(source)
        kept.update(source & chinese)
    return kept, had


def _technical(document: DocumentContext) -> bool:
    if document.layout == "units" or any(
        b.kind == "code" for d in (document.source, document.target) for b in d.blocks
    ):
        return True
    sides = [p.source for p in document.pairs if p.source is not None]
    coded = sum("`" in s.text or any(m.kind == "code" for m in s.marks) for s in sides)
    if 30 * coded >= len(sides) > 0:
        return True
    spoken = sum(not SOFTWARE.isdisjoint(LATIN_WORD.findall(s.text.lower())) for s in sides)
    return spoken >= _FEW and _SOFTWARE_SHARE * spoken >= len(sides)


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
            found.update(LATIN_WORD.findall(text.lower()))
    return frozenset(found)
