"""Markup of the dashboard's documents: the table, what changed in each, and the names of those that are current.

Nothing escapes by itself here: what comes from a status is ``Markup`` already, or goes through ``escape``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from aligncheck.model.drift import DocumentDrift, DriftStatus, SentenceState
from aligncheck.report.conventions import percent
from aligncheck.report.drift.pictures import badge, state_key
from aligncheck.report.drift.rooms import fitting, shared_out
from aligncheck.report.drift.sentences import langs_of, sentence, source_is_chinese
from aligncheck.report.drift.standing import WAITING_FIRST, WORST_FIRST, looks_of
from aligncheck.report.html.marking import visible
from aligncheck.report.html.words import hint, label, phrase, placeholder

_ROWS = 90_000
_NAMES = 75_000
_WHOLE = 340_000
"""Bytes that the table and the names of current documents take at most, and with them the sentences."""

_FRAME = 500
"""Bytes around the sentences of a document."""
_OPEN = 3
"""So many documents or fewer are unfolded from the beginning."""
_LOUD = {"stale": "w", "added": "w", "leftover": "w"}
"""Sentence states in which something is to be translated, with the looks of their cells."""


class Section:
    """The documents of a status, worst first, and how they refer to one another on the page."""

    def __init__(self, status: DriftStatus, documents: Sequence[DocumentDrift]) -> None:
        self._listed = [d for d in documents if d.state != "current" or d.drifted or d.notes]
        self._current = [d for d in documents if d.state == "current" and not (d.drifted or d.notes)]
        drifted = [d for d in self._listed if d.drifted]
        from_chinese = source_is_chinese(status)
        langs = [langs_of(d, from_chinese) for d in drifted]
        lookup = {id(d): lang for d, lang in zip(drifted, langs, strict=True)}
        anchors = _anchors(drifted)
        self._states = [s for s in WAITING_FIRST[:-1] if any(d.sentences.get(s) for d in self._listed)]
        self._rows = fitting((_row(d, self._states, anchors.get(id(d))) for d in self._listed), _ROWS)
        self._names = fitting((f"<li>{visible(d.path)}</li>" for d in self._current), _NAMES)
        room = _WHOLE - sum(len(block.encode("utf-8", "replace")) for block in (*self._rows, *self._names))
        shown = shared_out(drifted, lambda d, s: sentence(s, lookup[id(d)]), room, _FRAME)
        self._shown = [(d, blocks) for d, blocks in zip(drifted, shown, strict=True) if blocks]
        self._anchors = {id(d): anchors[id(d)] for d, _ in self._shown}
        self._hidden = sum(len(d.drifted) for d in drifted) - sum(map(len, shown))

    def table(self) -> Iterator[str]:
        """Documents × states, for all that have more to say than that they are current."""
        if not self._listed:
            yield f'<p class="fine" id="documents" tabindex="-1">{phrase("dr_nothing")}</p>\n'
            return
        shown = self._listed[: len(self._rows)]
        rows = "".join(_row(d, self._states, self._anchors.get(id(d))) for d in shown)
        search = f'<input type="search" id="filter" {placeholder("filter_documents")}>'
        yield (
            f'<section id="documents" tabindex="-1" {label("dr_documents")}>\n<h2>{phrase("dr_documents")}</h2>\n'
            f'<p class="tools" id="tools" hidden><label><span class="sr">{phrase("filter_documents")}</span>{search}'
            '</label> <output id="shown" aria-live="polite"></output></p>\n'
            f'<div class="scroll" tabindex="0" role="region" {label("dr_table")}>\n<table class="matrix" id="matrix">\n'
        )
        yield f"<thead><tr>{''.join(_heads(self._states))}</tr></thead>\n<tbody>{rows}</tbody>\n</table>\n</div>\n"
        if left := len(self._listed) - len(shown):
            yield f'<p class="soft">{phrase("dr_rows_left", left)}</p>\n'
        yield "</section>\n"

    def changes(self) -> Iterator[str]:
        """What changed, a fold for each document."""
        if not self._shown:
            return
        yield f'<section class="changes"><h2>{phrase("dr_what")}</h2>\n'
        if self._hidden:
            yield f'<p class="soft">{phrase("dr_what_left", self._hidden)}</p>\n'
        opened = len(self._shown) <= _OPEN
        for document, blocks in self._shown:
            yield from _fold(document, blocks, self._anchors[id(document)], opened)
        yield "</section>\n"

    def names(self) -> Iterator[str]:
        """The documents about which there is nothing to say."""
        if not self._current:
            return
        yield f'<details class="names"><summary>{phrase("dr_names", len(self._current))}</summary>\n<ul>'
        yield "".join(self._names)
        if left := len(self._current) - len(self._names):
            yield f'<li class="soft">{phrase("dr_names_left", left)}</li>'
        yield "</ul></details>\n"


def _anchors(documents: Sequence[DocumentDrift]) -> Mapping[int, str]:
    """An address within the page for each document, the same for the same path."""
    found: dict[int, str] = {}
    taken: set[str] = set()
    for document in documents:
        anchor = f"d-{hashlib.sha256(document.path.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"
        while anchor in taken:
            anchor += "x"
        taken.add(anchor)
        found[id(document)] = anchor
    return found


def _heads(states: Sequence[SentenceState]) -> Iterator[str]:
    yield f'<th scope="col" class="doc">{phrase("document")}</th><th scope="col" class="st">{phrase("dr_state")}</th>'
    yield f'<th scope="col">{phrase("dr_since")}</th>'
    yield f'<th scope="col" {hint("dr_to_translate_title")}>{phrase("dr_to_translate")}</th>'
    yield from (f'<th scope="col">{phrase(f"dr_s_{state}")}</th>' for state in states)
    yield f'<th scope="col" class="share">{phrase("dr_pairs_current")}</th>'


def _row(document: DocumentDrift, states: Sequence[SentenceState], anchor: str | None) -> str:
    name = f"<bdi>{visible(document.path)}</bdi>"
    if anchor:
        name = f'<a href="#{anchor}">{name}</a>'
    rank = len(WORST_FIRST) - WORST_FIRST.index(document.state)
    cells = [
        f'<tr><th scope="row" class="doc">{name}</th>',
        f'<td class="st" data-v="{rank}">{badge(document.state)}{phrase(state_key(document.state))}</td>',
        _since(document.since),
        _number(document.material, "w"),
        *(_number(document.sentences.get(state, 0), _LOUD.get(state, "")) for state in states),
        _share(document),
    ]
    return "".join(cells) + "</tr>\n"


def _since(day: str | None) -> str:
    if day is None:
        return "<td></td>"
    digits = "".join(c for c in day[:10] if c in "0123456789") or "0"
    return f'<td data-v="{digits}">{visible(day[:10])}</td>'


def _number(number: int, looks: str) -> str:
    if not number:
        return "<td></td>"
    return f'<td data-v="{number}"{f" class={looks}" if looks else ""}>{number}</td>'


def _share(document: DocumentDrift) -> str:
    whole = sum(document.sentences.values())
    if not whole:
        return "<td></td>"
    share = document.sentences.get("current", 0) / whole
    bars = f'<rect class="ground" width="100" height="6"/><rect class="fill" width="{share * 100:.0f}" height="6"/>'
    drawn = f'<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">{bars}</svg>'
    return f'<td class="share" data-v="{share:.4f}">{drawn}<b>{percent(share)}</b></td>'


def _fold(document: DocumentDrift, blocks: Sequence[str], anchor: str, opened: bool) -> Iterator[str]:
    looks = looks_of(document.state)
    yield f'<details class="doc {looks.value[0] if looks else "n"}"{" open" if opened else ""}>'
    yield f"<summary>{badge(document.state)}<bdi>{visible(document.path)}</bdi>"
    told: list[str] = [phrase(state_key(document.state))]
    told += [phrase("dr_material", document.material)] if document.material else []
    told += [f"{phrase('dr_since_day')} {visible(document.since[:10])}"] if document.since else []
    told += [f"{phrase('dr_not_counted')} {visible(document.excused[:120])}"] if document.excused else []
    yield f'<span class="told">{"".join(f"<span>{one}</span>" for one in told)}</span></summary>\n'
    yield f'<div class="inside" id="{anchor}">'
    if files := _files(document):
        yield f'<p class="meta">{files}</p>'
    yield from (f'<p class="note">{visible(note)}</p>' for note in document.notes[:10])
    yield f"<ol>{''.join(blocks)}</ol>"
    if left := len(document.drifted) - len(blocks):
        yield f'<p class="soft">{phrase("dr_more_sentences", left)}</p>'
    yield "</div></details>\n"


def _files(document: DocumentDrift) -> str:
    told = []
    if document.source is not None and document.source != document.target:
        told.append(
            f"<span><bdi>{visible(document.source)}</bdi> → <bdi>{visible(document.target or '—')}</bdi></span>"
        )
    if document.reference:
        told.append(f"<span>{phrase('dr_compared')} {visible(document.reference[:80])}</span>")
    return "".join(told)
