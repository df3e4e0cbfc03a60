"""Markup of what changed in a document: its sentences, old and new, the translation beside them. Works nothing out.

Nothing escapes by itself here: what comes from a status is ``Markup`` already, or goes through ``escape``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from aligncheck.lang.text import han
from aligncheck.lang.zh.script import script_of
from aligncheck.model.drift import DocumentDrift, DriftStatus, SentenceDrift, Wording
from aligncheck.model.report import PairSide
from aligncheck.report.drift.standing import phrases_of
from aligncheck.report.drift.word_diff import Part, differences, shortened
from aligncheck.report.html.marking import visible
from aligncheck.report.html.rows import Langs
from aligncheck.report.html.words import hint, html_lang, phrase
from aligncheck.report.invisible import plain

_TAGS = {"gone": "del", "come": "ins"}
_LONGEST = 900
"""Characters of a text that are shown."""
_LONGEST_PART = 400
_LONGEST_CHANGE = 90
_CHANGES = 8
"""Changes that are told, characters each."""


def source_is_chinese(status: DriftStatus) -> bool:
    """Which way the translation goes, by the sentences themselves: the status does not tell languages."""
    source, target = [""], [""]
    for document in status.documents:
        for sentence in document.drifted:
            source += [s for s in (sentence.old, sentence.source and sentence.source.text) if s]
            target += [sentence.target.text] if sentence.target else []
    return _han_share(source) > (_han_share(target) if any(target) else 0.3)


def langs_of(document: DocumentDrift, from_chinese: bool) -> Langs:
    """``lang`` values of both sides of a document."""
    sides = [s.source if from_chinese else s.target for s in document.drifted]
    chinese = html_lang("zh", script_of("".join(side.text for side in sides if side)))
    return Langs(chinese, "en") if from_chinese else Langs("en", chinese)


def _han_share(texts: Sequence[str]) -> float:
    joined = "".join(texts)
    return han(joined) / (len(joined) or 1)


def sentence(drifted: SentenceDrift, langs: Langs) -> str:
    """One sentence: what it is, how it changed, both texts, how alike old and new are."""
    looks = drifted.severity.value[0] if drifted.severity else "n"
    code = f'<b class="code">{visible(drifted.code)}</b> ' if drifted.code else ""
    sign = f'<span class="b {looks}"></span>' if drifted.severity else ""
    head = f"{sign}{code}{phrase(f'dr_s_{drifted.state}')}"
    chips = "".join(_chips(drifted.changes))
    told = f'<p class="chips">{chips}</p>' if chips else ""
    if drifted.message and not chips:
        told = f'<p class="said">{visible(_clipped(drifted.message))}</p>'
    texts = f"{_source(drifted, langs.source)}{_target(drifted, langs.target)}"
    return (
        f'<li class="{looks}"><p class="head">{head}{_figures(drifted)}</p>{told}<div class="texts">{texts}</div></li>'
    )


def _figures(drifted: SentenceDrift) -> str:
    told = [
        f"<span {hint(f'dr_{name.lower()}')}>{name} {value:.0f}</span>"
        for name, value in (("chrF", drifted.chrf), ("TER", drifted.ter))
        if value is not None
    ]
    return f'<span class="figures">{"".join(told)}</span>' if told else ""


def _chips(changes: Sequence[Wording]) -> Iterator[str]:
    for change in changes[:_CHANGES]:
        looks = "chip" if change.material else "chip slight"
        if change.old and change.new:
            told = f"{_words(change.old)} → {_words(change.new)}"
        elif change.kind in ("added", "removed") and (change.old or change.new):
            told = _words(change.new or change.old)
        else:
            told = _words(change.text)
        yield f'<span class="{looks}">{phrase(f"dr_k_{change.kind}")} {told}</span>'
    if len(changes) > _CHANGES:
        yield f'<span class="chip slight">{phrase("dr_left_out", len(changes) - _CHANGES)}</span>'


def _words(text: str) -> Markup:
    shown = plain(text)
    return escape(shown if len(shown) <= _LONGEST_CHANGE else f"{shown[: _LONGEST_CHANGE - 1]}…")


def _source(drifted: SentenceDrift, lang: str) -> str:
    new, old = drifted.source, drifted.old
    if old is not None and new is not None and old != new.text:
        return _text(lang, new, _interwoven(differences(old, new.text, phrases_of(drifted.changes))))
    if new is not None:
        return _text(lang, new, _marked(new.text, drifted.changes))
    if old is not None:
        return f'<p lang="{lang}"><del>{visible(_clipped(old))}</del></p>'
    return f'<p class="gap">{phrase("dr_source_gone")}</p>'


def _target(drifted: SentenceDrift, lang: str) -> str:
    if drifted.target is None:
        return f'<p class="gap">{phrase("dr_not_translated")}</p>'
    return _text(lang, drifted.target, visible(_clipped(drifted.target.text)))


def _text(lang: str, side: PairSide, shown: Markup) -> str:
    return f'<p lang="{lang}"><span class="line">{side.line}</span>{shown}</p>'


def _interwoven(parts: Sequence[Part]) -> Markup:
    shown = []
    for kind, text in shortened(parts, _LONGEST_PART):
        tag, words = _TAGS.get(kind), text.strip()
        if tag and words:
            before, after = text.split(words, 1)
            shown += [visible(before), Markup(f"<{tag}>{visible(words)}</{tag}>"), visible(after)]
        elif kind != "gone":
            shown.append(visible(text))
    return Markup("").join(shown)


def _marked(text: str, changes: Sequence[Wording]) -> Markup:
    """The text with the places of its changes underlined: what stood there before is not known."""
    size = len(text)
    places = [(max(c.start, 0), min(c.end, size)) for c in changes]
    cuts = sorted({0, size, *(at for start, end in places if start < end for at in (start, end))})
    parts: list[Part] = []
    for first, last in pairwise(cuts):
        changed = any(start <= first and last <= end for start, end in places)
        parts.append(Part("come" if changed else "same", text[first:last]))
    return _interwoven(parts)


def _clipped(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
