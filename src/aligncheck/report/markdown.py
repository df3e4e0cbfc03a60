"""A run as Markdown for a job's summary or a comment on a change; text of documents stays text in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from aligncheck.model.report import EvidenceSpan, PairSide, Report, Severity, Status
from aligncheck.model.run import Run
from aligncheck.report.conventions import (
    SEVERITIES,
    Entry,
    certainty,
    count,
    new_entries,
    outcome,
    percent,
    severity_order,
    totals,
)
from aligncheck.report.fixes import told
from aligncheck.report.inert import LIMIT, LONGEST, clip, code, prose, section
from aligncheck.report.invisible import plain, plain_with_places
from aligncheck.report.locating import located

MARKER = "<!-- aligncheck:summary -->"
"""The first line, by which a bot finds its comment again and replaces it."""

_ROOM = {"failures": 10_000, "documents": 20_000}
"""Characters that two of the sections may take, so that something is left for the findings."""

_MOST = 40
"""Findings that are shown at most: a comment is no archive."""


def write(run: Run) -> bytes:
    """Marker, verdict, totals, what could not be read, a table of the documents with findings, the worst findings.

    Each finding is folded, with both sentences in it. What has no room is counted where it would stand.
    """
    counted = ", ".join(f"<b>{part}</b>" if severity else part for part, severity in totals(run.reports, run.failures))
    lines = [MARKER, f"## aligncheck: {_heading(run)}", "", f"<p>{prose(plain(outcome(run.verdict)))}</p>", ""]
    lines += [f"<p>{counted}</p>"]
    unread = [f"<p>Cannot read {prose(clip(plain(str(failure))))}</p>" for failure in run.failures]
    lines += section("", unread, _ROOM["failures"], "of what could not be read")
    lines += _documents(run.reports)
    room = LIMIT - sum(len(line) + 1 for line in lines)
    found = sorted(new_entries(run.reports), key=lambda entry: severity_order(entry.finding))
    blocks = [_folded(entry) for entry in found[:_MOST]]
    lines += section("### Findings, worst first", blocks, room, "findings", len(found))
    return ("\n".join(lines) + "\n").encode()


def _heading(run: Run) -> str:
    if run.verdict.unread:
        return "not everything could be read"
    if not run.verdict.judged:
        return "findings"
    return "the gate fails" if run.verdict.reasons else "the gate passes"


def _documents(reports: Sequence[Report]) -> Iterator[str]:
    """A table of the documents with new findings, the worst first, and how many there are besides."""
    counted = [(report, Counter(f.severity for f in report.findings if f.status is Status.NEW)) for report in reports]
    with_findings = [(report, fresh) for report, fresh in counted if fresh]
    with_findings.sort(key=lambda item: [-item[1][severity] for severity in SEVERITIES])
    rows, room = [], _ROOM["documents"]
    for report, fresh in with_findings:
        row = _row(report, fresh)
        room -= len(row) + 1
        if room < 0:
            break
        rows.append(row)
    if rows:
        names = ("document", "pairs", "aligned", *(f"{s.value}s" if s.value != "info" else "info" for s in SEVERITIES))
        heads = "".join(f"<th>{name}</th>" for name in (*names, "known"))
        yield from ("", "<table>", f"<tr>{heads}</tr>", *rows, "</table>")
    said = []
    if left_out := len(with_findings) - len(rows):
        said.append(f"{count(left_out, 'more document')} with findings {_are(left_out)} not in the table.")
    if clean := len(reports) - len(with_findings):
        said.append(f"{count(clean, 'document')} {'has' if clean == 1 else 'have'} no new findings.")
    if said:
        yield from ("", " ".join(said))


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _row(report: Report, fresh: Counter[Severity]) -> str:
    known = sum(f.status is not Status.NEW for f in report.findings)
    numbers = [fresh[severity] for severity in SEVERITIES]
    cells = [str(report.stats.pairs), percent(report.stats.aligned), *(str(n) if n else "" for n in (*numbers, known))]
    path = f"<td>{code(plain(report.document.path))}</td>"
    return f"<tr>{path}{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _folded(entry: Entry) -> str:
    report, finding, pair = entry
    place, rule = code(clip(plain(str(entry.place)))), plain(finding.code)
    lines = [
        f"<details><summary><b>{finding.severity.value}</b> {prose(rule)} {place}: "
        f"{prose(clip(plain(finding.message)))}</summary>"
    ]
    for lang, side, spans in (
        (report.document.source.lang, pair.source if pair else None, finding.source_spans),
        (report.document.target.lang, pair.target if pair else None, finding.target_spans),
    ):
        if side:
            lines.append(f"<p>{prose(plain(lang))}: {_sentence(side, spans)}</p>")
        elif spans:
            lines.append(f"<p>{prose(plain(lang))}: {code(clip(plain(spans[0].text)))}</p>")
        elif pair:
            lines.append(f"<p>{prose(plain(lang))}: nothing</p>")
    if finding.fixes:
        lines.append(f"<p>{prose(clip(plain(told(finding))))}</p>")
    lines.append(f"<p>{certainty(finding)} sure; {code(f'aligncheck rule {rule}')}</p>")
    return "\n".join([*lines, "</details>"])


def _sentence(side: PairSide, spans: Sequence[EvidenceSpan]) -> str:
    """A sentence with its evidence in bold; of a long one, what is around the first piece of evidence."""
    shown, places = plain_with_places(side.text)
    found = (mark[:2] for mark in located(side, spans)[0])
    marks = [(places[start], places[end]) for start, end in found if (start, end) != (0, len(side.text))]
    first, last = 0, len(shown)
    if last > LONGEST:
        first = max(min(marks[0][0] - LONGEST // 3, last - LONGEST), 0) if marks else 0
        last = first + LONGEST
    out, at = ["…" if first else ""], first
    for start, end in marks:
        start, end = max(start, at), min(end, last)
        if start < end:
            out += [escape(shown[at:start]), "<b>", escape(shown[start:end]), "</b>"]
            at = end
    out += [escape(shown[at:last]), "…" if last < len(shown) else ""]
    return f"<code>{''.join(out)}</code>"
