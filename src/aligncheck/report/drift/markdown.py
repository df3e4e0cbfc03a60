"""Drift as Markdown for a job's summary or a comment on a change; text of documents stays text in it."""

from __future__ import annotations

from collections.abc import Iterator

from aligncheck.model.drift import DocumentDrift, DriftStatus, SentenceDrift
from aligncheck.report.conventions import count
from aligncheck.report.drift.standing import (
    LONGEST_CHANGE,
    in_words,
    named,
    share,
    standing,
    totals,
    verdict,
    waits,
    worst_first,
)
from aligncheck.report.inert import LIMIT, clip, code, prose, section
from aligncheck.report.invisible import plain

MARKER = "<!-- aligncheck:drift -->"
"""The first line, by which a bot finds its comment again and replaces it."""

_FAILURES = 10_000
"""Characters that what could not be read may take."""
_NAMED = 8
"""Changes of a document that are told."""
_TAIL = 200
"""Characters kept for what is said below the table."""


def write(status: DriftStatus) -> bytes:
    """Marker, share, verdict, totals, what could not be read, a table of the documents that are not current.

    Each of them is told with its changes, worst first. What has no room is counted where it would stand.
    """
    counted = ", ".join(f"<b>{prose(part)}</b>" if looks else prose(part) for part, looks in totals(status))
    current = share(status)
    title = "no documents with both files" if current is None else f"{current} of the documents are current"
    lines = [MARKER, f"## Translation drift: {title}", "", f"<p>{prose(clip(plain(verdict(status)), 2000))}</p>", ""]
    lines += [f"<p>{counted}; compared with {code(clip(plain(status.compared_with)))}</p>"]
    unread = [f"<p>Cannot read {prose(clip(plain(failure)))}</p>" for failure in status.failures]
    lines += section("", unread, _FAILURES, "of what could not be read")
    lines += _documents(status, LIMIT - sum(len(line) + 1 for line in lines) - _TAIL)
    return ("\n".join(lines) + "\n").encode()


def _documents(status: DriftStatus, room: int) -> Iterator[str]:
    """The table, as much of it as ``room`` characters hold, and what it leaves out."""
    behind = [d for d in worst_first(status) if d.state not in ("current", "unlocked")]
    rows: list[str] = []
    for document in behind:
        row = _row(document)
        room -= len(row) + 1
        if room < 0:
            break
        rows.append(row)
    if rows:
        yield from ("", "<table>", "<tr><th>document</th><th>how it stands</th><th>what changed</th></tr>")
        yield from (*rows, "</table>")
    said = []
    if left_out := len(behind) - len(rows):
        said.append(f"{count(left_out, 'more document')} that {'is' if left_out == 1 else 'are'} behind: not shown.")
    if unlocked := sum(d.state == "unlocked" for d in status.documents):
        said.append(f"{count(unlocked, 'document')} to be accepted: <code>aligncheck drift accept</code>.")
    if said:
        yield from ("", f"<p>{' '.join(said)}</p>")


def _row(document: DocumentDrift) -> str:
    cells = (code(clip(plain(document.path))), prose(clip(plain(standing(document)))), _changes(document))
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _changes(document: DocumentDrift) -> str:
    """What waits for a translator: changes, and sentences that came or went whole, a line each."""
    told = list(dict.fromkeys(change for s in document.drifted if waits(s) for change in _change(s)))
    shown = [code(change) for change in told[:_NAMED]]
    if len(told) > _NAMED:
        shown.append(f"{len(told) - _NAMED} more")
    return "<br>".join(shown)


def _change(sentence: SentenceDrift) -> Iterator[str]:
    if changes := [change for change in sentence.changes if change.material]:
        yield from named(changes, len(changes))
    else:
        side = sentence.source or sentence.target
        text = clip(plain(side.text if side else sentence.old or ""), LONGEST_CHANGE)
        yield f"{in_words(sentence.state)}: ‘{text}’"
