"""The dashboard of a translation: one page, self-contained, how much is current, what is behind and since when.

Nothing escapes by itself here: what comes from a status is ``Markup`` already, or goes through ``escape``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from aligncheck.model.drift import DocumentDrift, DriftStatus
from aligncheck.report.drift.documents import Section
from aligncheck.report.drift.pictures import state_bar, trend
from aligncheck.report.drift.standing import both_files, share, worst_first
from aligncheck.report.html.frame import Body, address, page
from aligncheck.report.html.marking import visible
from aligncheck.report.html.words import label, phrase
from aligncheck.report.invisible import plain

_MOST = 40
"""Failures, reasons and excused documents that are listed of each."""
_LONGEST = 300
"""Characters of each that are shown."""


def write(status: DriftStatus) -> bytes:
    """The page: no request, no script needed, the same for the same status."""
    return page_of(status, None).encode("utf-8", "replace")


def page_of(status: DriftStatus, index_href: str | None) -> str:
    """The page as text; ``index_href`` is the overview of the reports, relative to it."""
    documents = worst_first(status)
    section = Section(status, documents)
    parts = [
        f'<a class="skip" href="#documents">{phrase("skip_table")}</a>\n' if documents else "",
        *_top(status, address(index_href)),
        "<main>\n",
        *_standing(status),
        '<div class="cards">\n' if status.failing or status.failures else "",
        *_listed("dr_failing", status.failing),
        *_listed("failures", status.failures),
        "</div>\n" if status.failing or status.failures else "",
    ]
    if documents:
        parts += [*section.table(), *section.changes(), *_excused(documents), *section.names(), *_how()]
    else:
        parts.append(f'<section class="empty" id="documents"><p class="big">{phrase("dr_empty")}</p></section>\n')
    tool = phrase("made_by", plain(f"{status.tool.name} {status.tool.version}"))
    parts.append(f"</main>\n<footer><p>{tool}</p></footer>\n")
    return page("drift", Body(Markup("Translation drift – aligncheck"), "", Markup("".join(parts))))


def _top(status: DriftStatus, index: str | None) -> Iterator[str]:
    yield '<header class="top">\n<div class="title">'
    if index is not None:
        link = f'<a href="{escape(index)}">{phrase("all_documents")}</a>'
        yield f'<nav class="crumbs" {label("documents")}>{link}</nav>\n'
    yield f"<h1>{phrase('dr_title')}</h1>\n"
    told = [
        phrase("n_documents", len(status.documents)),
        phrase("dr_sentences", sum(status.summary.sentences.values())),
        Markup(f"{phrase('dr_compared')} {_short(status.compared_with)}"),
    ]
    yield f'<p class="meta">{"".join(f"<span>{one}</span>" for one in told)}</p></div>\n<p class="verdict">'
    if status.failing:
        yield f'<span class="count e"><span class="b e"></span>{phrase("dr_fails")}</span>'
    if status.failures:
        yield f'<span class="count w"><span class="b w"></span>{phrase("dr_incomplete")}</span>'
    if not (status.failing or status.failures):
        yield f'<span class="count ok">{phrase("dr_passes")}</span>'
    yield "</p>\n</header>\n"


def _standing(status: DriftStatus) -> Iterator[str]:
    summary = status.summary
    yield f'<section class="standing" {label("dr_standing")}>\n<div class="now">'
    current = share(status)
    if current is None:
        yield f'<p class="figure"><b>–</b> {phrase("dr_no_share")}</p>\n'
    else:
        yield f'<p class="figure"><b>{current}</b> {phrase("dr_current")}</p>\n'
        numbers = phrase("dr_of", summary.documents.get("current", 0), both_files(summary.documents))
        told = [numbers, *([phrase("dr_material", summary.material)] if summary.material else [])]
        told += [Markup(f"{phrase('dr_oldest')} {visible(summary.oldest[:10])}")] if summary.oldest else []
        yield f'<p class="meta">{"".join(f"<span>{one}</span>" for one in told)}</p>\n'
    yield from state_bar(summary.documents)
    yield "</div>\n"
    if len(status.history) > 1:  # one point is no trend
        yield f'<div class="runs"><h2>{phrase("dr_trend")}</h2>\n'
        yield from trend(status.history)
        yield "</div>"
    yield "</section>\n"


def _listed(title: str, texts: Sequence[str]) -> Iterator[str]:
    if not texts:
        return
    yield f'<section class="failures"><h2>{phrase(title)} {_amount(len(texts))}</h2>\n<ul>'
    yield from _items([_short(text) for text in texts])
    yield "</ul></section>\n"


def _excused(documents: Sequence[DocumentDrift]) -> Iterator[str]:
    excused = [d for d in documents if d.excused]
    if not excused:
        return
    yield f'<section class="excused"><h2>{phrase("dr_excused")} {_amount(len(excused))}</h2>\n'
    yield f'<p class="soft">{phrase("dr_excused_why")}</p>\n<ul>'
    yield from _items([f"<bdi>{_short(d.path)}</bdi> <span>{_short(d.excused)}</span>" for d in excused])
    yield "</ul></section>\n"


def _amount(number: int) -> str:
    return f'<span class="amount">{number}</span>'


def _items(texts: Sequence[str]) -> Iterator[str]:
    yield from (f"<li>{text}</li>" for text in texts[:_MOST])
    if len(texts) > _MOST:
        yield f"<li>{phrase('dr_left_out', len(texts) - _MOST)}</li>"


def _short(text: str) -> Markup:
    return visible(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")


def _how() -> Iterator[str]:
    yield f'<details class="how"><summary>{phrase("dr_how")}</summary>\n'
    yield from (f"<p>{phrase(key)}</p>" for key in ("dr_how_words", "dr_how_chips", "dr_how_figures"))
    yield "</details>\n"
