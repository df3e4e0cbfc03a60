"""Decisions held against reports: which of them stand, and what the baseline is to know for them. Reads no file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from msgspec import UNSET

from aligncheck.gate.baseline import Entry, mark
from aligncheck.model.report import Finding, Report, Status, fault_of
from aligncheck.model.triage import Choice, Decision
from aligncheck.model.triaged import Overruled, Said, Triage, TriagedDocument

PREFIXES = {
    Choice.TRUE: "to mend",
    Choice.FALSE_ALARM: "false alarm",
    Choice.ACCEPTED: "accepted",
    Choice.LATER: "fix later",
}
"""How the reason of an entry or a comment begins, by what was decided."""


def reason_of(decision: Decision) -> str:
    """What an entry or a comment says for itself: the decision, then the person's words."""
    words = f": {decision.reason}" if decision.reason else ""
    return PREFIXES[decision.decision] + words


def held(
    reports: Sequence[Report], identities: Sequence[str], said: Sequence[Said], overruled: Sequence[Overruled] = ()
) -> Triage:
    """Which decisions stand.

    Args:
        reports: of a run.
        identities: the path of each one's document from the project's root, by which a decision may name it, too: the
            page may have been made in another directory.
        said: decisions, one a finding.

    A decision belongs to the report that it was made of; where there is none, to the document that it names, whose
    decisions are then stale. It stands where that document has the finding.
    """
    ids = [report.id for report in reports]
    by_id: dict[str, list[int]] = defaultdict(list)
    by_path: dict[str, list[int]] = defaultdict(list)
    for number, (report, identity) in enumerate(zip(reports, identities, strict=True)):
        if report.findings:
            by_id[ids[number]].append(number)
        for path in dict.fromkeys((report.document.path, identity)):
            by_path[path].append(number)
    mine: dict[int, list[Said]] = defaultdict(list)
    absent = []
    for one in said:
        numbers = by_id.get(one.decision.report) or by_path.get(one.decision.document)
        for number in numbers or ():
            mine[number].append(one)
        if not numbers:
            absent.append(one)
    documents = tuple(_document(report, ids[number], mine[number]) for number, report in enumerate(reports))
    return Triage(documents, tuple(absent), tuple(overruled))


def _document(report: Report, id_: str, said: Sequence[Said]) -> TriagedDocument:
    codes = {f.fingerprint: f.code for f in report.findings}
    standing = {s.decision.fingerprint: s for s in said if codes.get(s.decision.fingerprint) == s.decision.code}
    gone = tuple(s for s in said if codes.get(s.decision.fingerprint) != s.decision.code)
    return TriagedDocument(report, standing, gone, any(s.decision.report != id_ for s in said))


def entries_for(
    path: str, report: Report, old: Sequence[Entry], wanted: Mapping[str, str], refused: Collection[str] = ()
) -> tuple[list[Entry], list[str]]:
    """What the baseline is to know of a document besides what it knows, and fingerprints that it cannot.

    Args:
        path: the document's, from the project's root.
        report: of a run without the baseline.
        old: its entries of this document; they are not told again.
        wanted: fingerprints of findings that may stay, and why.
        refused: fingerprints of findings that may not.

    An entry knows the first so many of equal faults, so it takes in those before the last that is wanted; where one of
    these is refused, what is wanted after it cannot be known.
    """
    new = {f.fingerprint: f for f in mark(report, old, ()).report.findings if f.status is Status.NEW}
    first_refused: dict[str, int] = {}
    for mark_ in refused:
        fault = fault_of(mark_)
        first_refused[fault] = min(_repeat(mark_), first_refused.get(fault, _repeat(mark_)))
    groups: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    impossible = []
    for fingerprint in wanted:
        finding = new.get(fingerprint)
        if finding is None:
            continue
        if _repeat(fingerprint) > first_refused.get(fault_of(fingerprint), _repeat(fingerprint)):
            impossible.append(fingerprint)
        else:
            groups[finding.code, fault_of(fingerprint)].append(finding)
    reasons = {entry.key: entry.reason for entry in old}
    entries = []
    for (code, fault), findings in groups.items():
        count = max(_repeat(f.fingerprint) for f in findings)
        why = reasons.get((path, code, fault)) or "; ".join(dict.fromkeys(wanted[f.fingerprint] for f in findings))
        parts = findings[0].faults[1:] or UNSET
        entries.append(Entry(path, code, fault, count, findings[0].message, parts, why))
    return entries, impossible


def without_words(triage: TriagedDocument, earlier: str) -> TriagedDocument:
    """The document where its decisions were made of the report ``earlier``, which words they asked to keep changed."""
    others = {s.decision.report for s in (*triage.decided.values(), *triage.gone)} - {triage.report.id, earlier}
    return triage if others else TriagedDocument(triage.report, triage.decided, triage.gone, stale=False)


def _repeat(fingerprint: str) -> int:
    """The how manieth of equal faults of its document a finding is, from 1."""
    return int(fingerprint.partition("-")[2] or 1)
