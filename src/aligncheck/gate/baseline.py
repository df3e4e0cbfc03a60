"""The baseline: findings a project knows already, as lines of a file. Reads and writes no file itself.

The file holds JSON Lines, sorted by path, code and fingerprint, one for each fault: two branches that each add entries
merge line by line. An entry has no line number: a fingerprint stays as long as both sentences and the evidence do.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec
from msgspec import UNSET, UnsetType

from aligncheck.errors import InputError
from aligncheck.gate import STALE
from aligncheck.gate.conflicts import is_conflict
from aligncheck.model.report import Finding, Report, Severity, Status, fault_of

VERSION = 1
_HEAD = json.dumps({"aligncheck-baseline": VERSION})
_REPAIR = "mend the line, or make the file anew: aligncheck baseline write"


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fault that is known.

    Attributes:
        path: the document (a pair of files by its target), from the project's root.
        code: the rule.
        fingerprint: of the first of equal faults.
        count: how many equal faults the document has.
        message: what the rule said, for the reader of a diff.
        parts: of a finding that tells several faults, each one's fingerprint: of four sentences left in English one may
            be translated, and the other three are known still.
        reason: why it may stay, if somebody said so; kept when the file is updated.
    """

    path: str
    code: str
    fingerprint: str
    count: int
    message: str
    parts: tuple[str, ...] | UnsetType = UNSET
    reason: str | UnsetType = UNSET

    @property
    def key(self) -> tuple[str, str, str]:
        return self.path, self.code, self.fingerprint

    @property
    def faults(self) -> tuple[str, ...]:
        return (self.fingerprint, *(self.parts or ()))


class Marked(NamedTuple):
    """A report whose known findings are marked, and entries of its document with how often nothing answers them."""

    report: Report
    stale: tuple[tuple[Entry, int], ...]


def dump(entries: Iterable[Entry]) -> bytes:
    """The file's bytes: a line that says which version, then the entries in order."""
    lines = [json.dumps(_plain(e), ensure_ascii=False) for e in sorted(entries, key=lambda e: e.key)]
    return "".join(f"{line}\n" for line in (_HEAD, *lines)).encode("utf-8", "replace")


def parse(data: bytes, path: str) -> list[Entry]:
    """Entries of a file, each fault once (after a merge that kept both sides' lines: with the greater count).

    Raises InputError with path, line and remedy for anything that is no entry: nothing is passed over.
    """
    found: dict[tuple[str, str, str], Entry] = {}
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text:
            continue
        if is_conflict(text.decode("utf-8", "replace")):
            raise InputError("a merge conflict", path=path, line=number, remedy="keep the lines of both sides")
        try:
            if b'"aligncheck-baseline"' in text and _head(text, path, number):
                continue
            entry = msgspec.json.decode(text, type=Entry)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise InputError(f"not an entry: {error}", path=path, line=number, remedy=_REPAIR) from None
        if entry.count < 1 or not entry.fingerprint:
            raise InputError("not an entry: no count or fingerprint", path=path, line=number, remedy=_REPAIR)
        other = found.get(entry.key)
        found[entry.key] = entry if other is None or entry.count > other.count else other
    return list(found.values())


def mark(report: Report, entries: Sequence[Entry], judged: Iterable[str]) -> Marked:
    """Mark findings that the entries of its document know as baselined.

    ``judged``: codes of the rules that ran; entries of other rules are not stale. What is suppressed in the text stays
    so, and answers for its entry. A finding that tells several faults is known where each of them is.
    """
    codes = frozenset(judged)
    reasons = {fault: e.reason for e in reversed(entries) for fault in e.faults}
    own, left = Counter[str](), Counter[str]()
    for entry in entries:
        own[entry.fingerprint] += entry.count
        for fault in entry.faults:
            left[fault] += entry.count
    answered: dict[int, Finding] = {}
    for number, finding in enumerate(report.findings):  # those that are told just as they were
        fault = finding.faults[0]
        if own[fault] > 0:
            own[fault] -= 1
            left.subtract(finding.faults)
            answered[number] = _known(finding, reasons[fault])
    for number, finding in enumerate(report.findings):  # and those told alone or together, unlike before
        fault, *parts = finding.faults
        wanted = Counter([fault] if left[fault] > 0 else parts)
        if number not in answered and wanted and all(n <= left[f] for f, n in wanted.items()):
            left.subtract(wanted)
            answered[number] = _known(finding, reasons[next(iter(wanted))])
    present = Counter(fault for finding in report.findings for fault in finding.faults)
    stale = [(e, _unanswered(e, present)) for e in sorted(entries, key=lambda e: e.key) if e.code in codes]
    findings = tuple(answered.get(number, finding) for number, finding in enumerate(report.findings))
    return Marked(msgspec.structs.replace(report, findings=findings), tuple(s for s in stale if s[1] > 0))


def _known(finding: Finding, reason: str | UnsetType) -> Finding:
    """The finding as the baseline knows it; what is suppressed in the text stays so."""
    if finding.status is not Status.NEW:
        return finding
    return msgspec.structs.replace(finding, status=Status.BASELINED, reason=reason)


def _unanswered(entry: Entry, present: Counter[str]) -> int:
    """How often nothing in a document answers an entry; one that tells several faults is answered by any of them."""
    missing = entry.count - present[entry.fingerprint]
    return 0 if any(present[part] for part in entry.parts or ()) else max(0, missing)


def stale_finding(entry: Entry, count: int, name: str, severity: Severity) -> Finding:
    """What SUP002 (``name``, ``severity``) says of an entry that nothing answers ``count`` times."""
    times = "" if count == 1 else f", {count} times"
    message = f"The baseline knows a fault that is gone{times}: {entry.code} {entry.message}"
    digest = hashlib.sha256("\x1f".join((STALE, *entry.key)).encode("utf-8", "replace")).hexdigest()[:16]
    return Finding(STALE, name, severity, 1.0, message, None, (), (), digest, Status.NEW)


def entries_of(path: str, findings: Iterable[Finding], old: Iterable[Entry] = ()) -> list[Entry]:
    """Entries for the findings of a document, with the reasons that old entries gave.

    What is suppressed in the text, and what is said of the baseline itself, is left out.
    """
    reasons = {e.key: e.reason for e in old}
    counts: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        if finding.status is not Status.SUPPRESSED and finding.decidable:
            key = (finding.code, fault_of(finding.fingerprint))
            counts[key] += 1
            first.setdefault(key, finding)
    return [
        Entry(
            path,
            code,
            fingerprint,
            counts[code, fingerprint],
            finding.message,
            finding.faults[1:] or UNSET,
            reasons.get((path, code, fingerprint), UNSET),
        )
        for (code, fingerprint), finding in first.items()
    ]


def added(old: Sequence[Entry], new: Sequence[Entry]) -> list[Entry]:
    """Old entries and new ones; the greater count where both know a fault."""
    kept = {e.key: e for e in old}
    for entry in new:
        before = kept.get(entry.key)
        kept[entry.key] = entry if before is None or entry.count > before.count else before
    return list(kept.values())


def without(old: Sequence[Entry], stale: Mapping[tuple[str, str, str], int]) -> list[Entry]:
    """Old entries less what is stale, by key and count."""
    left = ((e, e.count - stale.get(e.key, 0)) for e in old)
    return [e if count == e.count else msgspec.structs.replace(e, count=count) for e, count in left if count > 0]


def _plain(entry: Entry) -> dict[str, object]:
    plain: dict[str, object] = msgspec.to_builtins(entry)
    return plain


def _head(text: bytes, path: str, number: int) -> bool:
    version = msgspec.json.decode(text, type=dict[str, msgspec.Raw]).get("aligncheck-baseline")
    if version is None:
        return False
    if bytes(version) != str(VERSION).encode():
        message = f"a baseline of version {bytes(version).decode(errors='replace')}, not {VERSION}"
        raise InputError(message, path=path, line=number, remedy="use the aligncheck that wrote it, or a newer one")
    return True
