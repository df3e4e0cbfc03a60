"""Sentences and sections left in the source language. Knows whole sentences, not the words inside Chinese ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from aligncheck.checks._layout import pairs_given, two_files
from aligncheck.checks._prose import prose
from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, document_rule
from aligncheck.checks._wording import these
from aligncheck.checks.untranslated.kept import is_code
from aligncheck.lang.en.citations import CITATION, LICENCE
from aligncheck.lang.patterns import deferred
from aligncheck.lang.text import HAN, LATIN_WORD, han
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Severity
from aligncheck.model.text import Pair, Side

PLAIN_WORDS = 4
"""So many plain English words make a sentence English rather than a name or a title."""
LONG = 12
"""So many words, or Chinese characters, that do not repeat their source are no remark or name either."""
LONGEST_ENTRY = 500
COPIED = 0.7
"""Share of words (F1 of the two bags) from which a sentence repeats its source."""
_QUOTATION = deferred(r"[“\"「『‘][^“”\"「」『』]*[”\"」』’][.。]?")


@document_rule(
    "UNT001",
    "sentence-untranslated",
    Severity.ERROR,
    since="0.1.0",
    speaks_for=("OMI002", "NUM", "DAT", "LNK", "MNG", "UNT", "TRM"),
    explains=("OMI004", "OMI005"),
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

    An error where it repeats its source nearly word for word, or is long enough to be no remark; a warning where it
    is neither, where the whole sentence is a quotation, or where text in the right language follows that has no
    source of its own (perhaps both languages were meant to stand there). Consecutive ones are one finding, with names
    and short labels between them: a whole section left in English is told once.

    Silent: for names, addresses, commands and other text without plain words in lower case; for titles that are links
    to other sites; for entries of a bibliography, licences and copyright lines; for quotations in a longer sentence;
    for text without letters.
    """
    if not (two_files(document) or pairs_given(document)):
        return
    language = "English" if document.target_lang == "zh" else "Chinese"
    for run in untranslated_runs(document):
        sources = [p.source for p in run.pairs if p.source]
        targets = [p.target for p in run.pairs if p.target]
        sure = run.is_sure
        what = f"{these(len(targets), 'sentence')} {'is' if len(targets) == 1 else 'are'}"
        yield Hit(
            f"{what} still in {language}.",
            tuple(Evidence(*side.span) for side in sources),
            tuple(Evidence(*side.span) for side in targets),
            0.97 if sure else 0.8,
            severity=Severity.ERROR if sure else Severity.WARNING,
            pair=run.pairs[0].id,
            members=tuple(run.left),
        )


@dataclass
class Run:
    """Untranslated pairs in succession.

    Attributes:
        pairs: the untranslated ones and what stands between them in neither language.
        left: the plainly untranslated targets.
        copied: how many of these repeat their source.
        quoted: how many of these are a quotation as a whole.
        translated: how many sentences in the right language, without a source, follow at once.
    """

    pairs: list[Pair] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    copied: int = 0
    quoted: int = 0
    translated: int = 0

    @property
    def plain(self) -> int:
        return len(self.left)

    @property
    def is_copied(self) -> bool:
        return 2 * self.copied >= self.plain

    @property
    def is_sure(self) -> bool:
        words = sum(len(LATIN_WORD.findall(_text(p))) + han(_text(p)) for p in self.pairs)
        said = self.is_copied or words >= LONG
        return said and 2 * self.quoted < self.plain and 2 * self.translated < self.plain


def untranslated_runs(document: DocumentContext) -> Sequence[Run]:
    """What UNT001 speaks of; other rules of the family leave these pairs alone."""
    return document.once("untranslated runs", lambda d: tuple(_runs(d)))


def _runs(document: DocumentContext) -> Iterator[Run]:
    """Text that is in neither language (a name, a label), and source text without counterpart, ends no run."""
    run, between, ended = Run(), list[Pair](), False
    for pair in document.pairs:
        copied = _left(pair, document)
        if copied is None and run.plain and pair.target is not None:
            if _translated(pair.target, document.target_lang):
                ended = True
                run.translated += pair.source is None
            elif not ended:
                between.append(pair)
        if run.plain and ended and (copied is not None or pair.source is not None):
            yield run
            run, between, ended = Run(), [], False
        if copied is not None and pair.target is not None:
            run.pairs += [*(p for p in between if LATIN_WORD.search(_text(p))), pair]
            between = []
            run.left.append(pair.target.text)
            run.copied += copied
            run.quoted += _QUOTATION.fullmatch(pair.target.text.strip()) is not None
    if run.plain:
        yield run


def _text(pair: Pair) -> str:
    return pair.target.text if pair.target is not None else ""


def _translated(side: Side, expected: str) -> bool:
    return HAN.search(side.text) is not None if expected == "zh" else len(LATIN_WORD.findall(side.text)) >= PLAIN_WORDS


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
    if expected == "en":
        if HAN.search(side.text) is None:
            return False
        text = prose(side, titles=False)
        return han(text) >= 4 and han(text) > 2 * len(LATIN_WORD.findall(text))
    if HAN.search(side.text) is not None:
        return False
    if is_code(side.text) or CITATION.search(_entry(side)) or LICENCE.search(side.text):
        return False
    words = LATIN_WORD.findall(prose(side, titles=False))
    plain = [w for w in words if w.islower() and lexicon.knows_english(w)]
    return len(plain) >= PLAIN_WORDS and 2 * len(plain) >= len(words)


def _entry(side: Side) -> str:
    """The block of the sentence, where it is short enough to be an entry of a bibliography."""
    block = side.segments[0].block.text
    return block if len(block) <= LONGEST_ENTRY else side.text


def _copied(source: str, target: str) -> bool:
    """Whether the target is the source nearly unchanged, by the words they share."""
    if source == target:
        return True
    left, right = (Counter(LATIN_WORD.findall(t.lower()) or list(t)) for t in (source, target))
    return 2 * (left & right).total() >= COPIED * (left.total() + right.total())
