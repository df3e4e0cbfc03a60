"""Makes the trace of a sentence, and reads one back as far as that goes. Knows sentences of one language, no pairs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from aligncheck.drift.tokens import Token, cut, digest, digests, identity
from aligncheck.facts import Facts, Strength
from aligncheck.lang.digits import FOLD
from aligncheck.lang.en.lexis import NUMBERS, SCALES
from aligncheck.lang.patterns import deferred
from aligncheck.model.drift import Trace
from aligncheck.model.text import Lang, Mark, Span

_LONGEST_CODE = 60
"""Characters of inline code that is kept among the values."""
_HAN_NUMERAL = deferred(r"[一二三四五六七八九十百千万亿两零〇半%％]")
_VERSION = deferred(r"[~^]?v?[0-9]+(?:[./][0-9x*]+)+(?:-?(?:alpha|beta|rc|dev|pre|post)[0-9.-]*)?\+?|v[0-9]+\+?")
_SHORT_UNIT = deferred(r"^([0-9]{1,3}(?:\.[0-9]+)?)(ms|s|h|kb|mb|gb|tb)$")
_COUNTED = NUMBERS.keys() | SCALES


def trace(
    text: str, lang: Lang, marks: Sequence[Mark] = (), *, role: Literal["source", "target"], keep_text: bool = False
) -> Trace:
    """What is to be remembered of a sentence; of a translation no more than whether it changed."""
    tokens = cut(text, marks)
    kept = text if keep_text else None
    if role == "target":
        return Trace(identity(tokens), text=kept)
    code = {t.start: t.key for t in tokens if t.kind == "code" and (keep_text or len(t.key) <= _LONGEST_CODE)}
    spans = values(text, lang, marks, tokens)
    written = tuple(
        code.get(v.start, text[v.start : v.end]) for v in spans if v.start in code or not _is_code(v, tokens)
    )
    return Trace(identity(tokens), "".join(digest(t.key) for t in tokens), written, kept)


def values(text: str, lang: Lang, marks: Sequence[Mark], tokens: Sequence[Token]) -> list[Span]:
    """Where a sentence states numbers, dates, versions and inline code: whole tokens, in order, disjoint."""
    found = [Span(t.start, t.end) for t in tokens if t.kind in ("figure", "code")]
    if _counts(text, lang, tokens):
        facts = [f for f in Facts.of(text, lang, marks) if f.strength is not Strength.WEAK and f.role != "word"]
        spans = [_whole(Span(f.start, f.end), tokens) for f in facts]
        # A month or a weekday alone is a word like others, whatever else the sentence states.
        found = _joined(found, (s for s in spans if _counts(text[slice(*s)], lang, _within(tokens, s))))
    return found


def _is_code(span: Span, tokens: Sequence[Token]) -> bool:
    return any(t.kind == "code" and t.start == span.start for t in tokens)


def _counts(text: str, lang: Lang, tokens: Sequence[Token]) -> bool:
    if any(t.kind == "figure" for t in tokens):
        return True
    if lang == "zh":
        return _HAN_NUMERAL.search(text) is not None
    return any(t.key in _COUNTED for t in tokens)


def _within(tokens: Sequence[Token], span: Span) -> list[Token]:
    return [t for t in tokens if span.start <= t.start and t.end <= span.end]


def _whole(span: Span, tokens: Sequence[Token]) -> Span:
    """The span, grown to the edges of the tokens it touches."""
    touched = [t for t in tokens if t.start < span.end and span.start < t.end]
    return Span(touched[0].start, touched[-1].end) if touched else Span(span.start, span.start)


def _joined(spans: Iterable[Span], more: Iterable[Span]) -> list[Span]:
    """Both in order; those that overlap become one."""
    made: list[Span] = []
    for span in sorted(s for s in (*spans, *more) if s.start < s.end):
        if made and span.start < made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return made


class Item(NamedTuple):
    """What is compared of a sentence: a word, a sign, or a value of one word or more.

    Attributes:
        key: equal for equal items: a word's hash, a value's worth, code letter by letter.
        text: as written, None where only the hash is known.
        low: the word as ``Token.key``; None where it is not known.
        kind: ``word``, ``value`` or ``code``.
        start, end: characters of the sentence, 0 where it is not there any more.
    """

    key: str
    text: str | None
    low: str | None
    kind: Literal["word", "value", "code"]
    start: int = 0
    end: int = 0


def items(text: str, lang: Lang, marks: Sequence[Mark] = ()) -> list[Item]:
    """The items of a sentence that is there."""
    tokens = cut(text, marks)
    spans = values(text, lang, marks, tokens)
    made: list[Item] = []
    at = 0
    for token in tokens:
        while at < len(spans) and spans[at].end <= token.start:
            at += 1
        if at < len(spans) and spans[at].start <= token.start:
            if spans[at].start == token.start:
                made.append(_value(text[slice(*spans[at])], lang, spans[at], code=token.kind == "code"))
            continue
        kind: Literal["word", "code"] = "code" if token.kind == "code" else "word"
        made.append(Item(digest(token.key), text[token.start : token.end], token.key, kind, token.start, token.end))
    return made


def items_of(traced: Trace, lang: Lang) -> list[Item]:
    """The items of a sentence that was: of its words only hashes, unless its text is known."""
    hashes = digests(traced.words)
    if traced.text is not None:
        marks = _code_marks(traced)
        if not hashes or hashes == [digest(t.key) for t in cut(traced.text, marks)]:
            return items(traced.text, lang, marks)
    made: list[Item] = []
    at = 0
    for written in traced.values:
        code = written.startswith("`")
        own = [digest(written)] if code else [digest(t.key) for t in cut(written)]
        place = _place(hashes, own, at)
        if place is None:
            continue
        made += [Item(h, None, None, "word") for h in hashes[at:place]]
        made.append(_value(written, lang, Span(0, 0), code=code))
        at = place + len(own)
    return made + [Item(h, None, None, "word") for h in hashes[at:]]


def hashes_of(traced: Trace) -> list[str]:
    """The hashes of a sentence's tokens; none where neither they nor the text were kept."""
    if traced.text is not None and not traced.words:
        return [digest(token.key) for token in cut(traced.text)]
    return digests(traced.words)


def _code_marks(traced: Trace) -> list[Mark]:
    """Where the inline code of a sentence stood whose text is known: its values tell, in order."""
    marks: list[Mark] = []
    text, at = traced.text or "", 0
    for written in traced.values:
        plain = written.strip("`")
        found = re.compile(rf"(?<!\w)(?:{re.escape(plain)})(?!\w)").search(text, at) if plain else None
        if found is not None:
            at = found.end()
            if written.startswith("`"):
                marks.append(Mark("code", *found.span()))
    return marks


def _place(hashes: Sequence[str], own: Sequence[str], at: int) -> int | None:
    """Where a few hashes stand in a row, from ``at`` on."""
    return next((n for n in range(at, len(hashes) - len(own) + 1) if hashes[n : n + len(own)] == own), None)


def _value(text: str, lang: Lang, span: Span, *, code: bool) -> Item:
    if code:
        low = "`" + " ".join(text.strip("`").split()) + "`"
        return Item(low, low, low, "code", span.start, span.end)
    return Item(worth(text, lang), text, text.lower(), "value", span.start, span.end)


@lru_cache(maxsize=1 << 12)
def worth(text: str, lang: Lang) -> str:
    """A value in the form in which equal values are equal; a version or time by its figures."""
    folded = text.translate(FOLD).lower()
    # 30s are seconds here, no years.
    short = _SHORT_UNIT.match(folded)
    facts = list(Facts.of(f"{short[1]} {short[2]}" if short else text, lang))
    if len(facts) != 1 or (facts[0].readings[0].kind in ("number", "label") and _VERSION.fullmatch(folded)):
        return "=" + "".join(folded.replace(",", "").split())
    reading = facts[0].readings[0]
    date = str(reading.date) if reading.date is not None else ""
    return f"={reading.kind} {reading.value} {reading.unit} {reading.high or ''} {date}{facts[0].bound}"
