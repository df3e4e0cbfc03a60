"""A translation that breaks off before its sentence ends. Knows length and how no sentence ends."""

from __future__ import annotations

from collections.abc import Iterator

from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, PairContext, pair_rule
from aligncheck.lang.en import leftovers as english
from aligncheck.lang.patterns import deferred
from aligncheck.lang.text import han, latin_words
from aligncheck.lang.zh import leftovers as chinese
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Severity
from aligncheck.model.text import Side

SHARES = {"word": 0.75, "fragment": 0.75, "comma": 0.5, "particle": 0.4, "dots": 0.35}
"""Below this share of the length its source leads to expect, a target that ends like this has lost text.

A comma may be a slip of punctuation, and three dots may be style; a conjunction, half a word or an open bracket is
neither.
"""
SURE = 0.5
_ENDED = deferred(r"[.!?。！？][\"'”’」』）)\]*_]*\s*$")
_COMMA = deferred(r"[,，、]$")
_DOTS = deferred(r"(?:…+|\.{3,})[\"'”’」』）)]*$")
_BRACKET = deferred(r"[（(\[【「『“《]$")
_OPENED = {"（": "）", "【": "】", "「": "」", "『": "』", "《": "》"}
_FIGURES = deferred(r"\d+")
_LAST = {"zh": chinese.LAST_WORD, "en": english.LAST_WORD}
_PARTICLE = {"zh": chinese.LAST_PARTICLE, "en": english.LAST_PARTICLE}
_FRAGMENT = deferred(r"(?<=[A-Za-z,] )[a-z]{2,}$")


@pair_rule(
    "MTX007",
    "sentence-cut-off",
    Severity.WARNING,
    since="0.1.0",
    explains=("OMI004",),
    bad=[
        Example(
            "The ferry leaves at dawn, and it returns after dark when the lamps on the pier are lit.",
            "渡轮黎明出发，",
        ),
        Example(
            "The keeper trims the wick, winds the clock and writes the weather into the log.", "守塔人修剪灯芯以及"
        ),
        Example("The ferry leaves at dawn from the old pier behind the customs house.", "渡轮黎明（从旧"),
        Example("The ferry leaves at dawn from the old pier behind the customs house.", "渡轮黎明从旧的"),
    ],
    good=[
        Example("The ferry leaves at dawn.", "渡轮黎明出发"),
        Example("“The ferry leaves at dawn,” he said,", "“渡轮黎明出发，”他说，", "the source goes on, too"),
        Example("The ferry leaves at dawn.", "渡轮黎明出发，", "a slip of punctuation; nothing is missing"),
    ],
)
def sentence_cut_off(pair: PairContext) -> Iterator[Hit]:
    """The target's last sentence breaks off: it ends in a comma, an open bracket, a conjunction or half a word.

    Why: a model that ran out of room stops in mid-sentence.

    Silent: unless the source ends with a full stop and the target is shorter than it leads to expect; in headings, list
    items and table cells; where the sentence goes on in the same block.
    """
    source, target = pair.source, pair.target
    if not _comparable(source, target):
        return
    found = _break(target, source.text, pair.document.lexicon)
    share = _size(target) / _size(source)
    if found is None or share >= SHARES[found[0]]:
        return
    kind, start = found
    if kind == "comma" and pair.document.once("leftovers: ends in commas", _ends_in_commas):
        return
    yield Hit(
        f"The translation breaks off after “{target.text[start:].strip()}”; its source ends with a full stop.",
        (Evidence(0, len(source.text)),),
        (Evidence(start, len(target.text)),),
        0.9 if share < SURE else 0.75,
        key=target.text[-12:],
    )


def _comparable(source: Side, target: Side) -> bool:
    """Whether the target is the end of its block without a full stop, while the source has one."""
    block = target.segments[-1].block
    if block.kind not in ("paragraph", "value") or target.segments[-1].end < len(block.text.rstrip()):
        return False
    if _DOTS.search(source.text[-8:].rstrip()) or not _ENDED.search(source.text[-8:]):
        return False
    tail = target.text[-8:].rstrip()
    return bool(_DOTS.search(tail)) or not _ENDED.search(tail)


def _break(target: Side, source: str, lexicon: Lexicon) -> tuple[str, int] | None:
    """How the target ends where it cannot end, and where those characters begin."""
    text, lang = target.text.rstrip(), target.lang
    kinds = (
        ("comma", _COMMA),
        ("dots", _DOTS),
        ("word", _BRACKET),
        ("word", _LAST[lang]),
        ("particle", _PARTICLE[lang]),
    )
    for kind, pattern in kinds:
        match = pattern.search(text)
        if match:
            return kind, max(match.start(), len(text) - 1) if lang == "zh" and kind == "particle" else match.start()
    last = max(text.rfind(sign) for sign in _OPENED)
    if last >= 0 and _OPENED[text[last]] not in text[last:]:
        return "word", last
    piece = _FRAGMENT.search(text) if lang == "en" else None
    unknown = piece and piece.group() not in source and not lexicon.knows_english(piece.group())
    return ("fragment", piece.start()) if piece and unknown else None


def _ends_in_commas(document: DocumentContext) -> bool:
    """Whether the document's whole sentences end in commas as often as those that look broken: verses, subtitles."""
    whole = broken = 0
    for pair in document.pairs:
        if not (pair.source and pair.target and _COMMA.search(pair.target.text[-1:])):
            continue
        if _comparable(pair.source, pair.target):
            share = _size(pair.target) / _size(pair.source)
            whole += share >= SHARES["comma"]
            broken += share < SHARES["comma"]
    return whole >= max(1, broken)


def _size(side: Side) -> float:
    """Length in English words, roughly: a Chinese character is worth 0.6 of one."""
    return 1 + len(latin_words(side.text)) + len(_FIGURES.findall(side.text)) + 0.6 * han(side.text)
