"""Decisions held against reports: whose they are, when they are stale, and what the baseline knows for them."""

from __future__ import annotations

from collections import Counter

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from report_samples import ferry

from aligncheck.gate.baseline import Entry, added, dump, mark, parse
from aligncheck.gate.triage import entries_for, held, reason_of
from aligncheck.model.report import Finding, Report, Severity, Status, fault_of
from aligncheck.model.triage import Choice, Decision
from aligncheck.model.triaged import Said

FAULTS = [sign * 16 for sign in "abc"]
MARKS = st.lists(st.sampled_from(FAULTS), min_size=1, max_size=8)


def report(faults: list[str], path: str = "zh/a.md") -> Report:
    """A report of a document with these faults, the repeats numbered as the engine numbers them."""
    seen: Counter[str] = Counter()
    found = []
    for fault in faults:
        seen[fault] += 1
        own = fault if seen[fault] == 1 else f"{fault}-{seen[fault]}"
        found.append(
            Finding("NUM001", "number-mismatch", Severity.ERROR, 0.9, "It differs.", 0, (), (), own, Status.NEW)
        )
    document = msgspec.structs.replace(ferry().document, path=path)
    return msgspec.structs.replace(ferry(), document=document, findings=tuple(found))


def marked(found: Report, entries: list[Entry]) -> dict[str, Status]:
    return {f.fingerprint: f.status for f in mark(found, entries, ["NUM001"]).report.findings}


@given(MARKS, st.data())
def test_what_is_wanted_is_known_and_what_is_refused_is_not(faults: list[str], data: st.DataObject) -> None:
    found = report(faults)
    own = [f.fingerprint for f in found.findings]
    choices = dict(
        zip(own, data.draw(st.lists(st.sampled_from("wr-"), min_size=len(own), max_size=len(own))), strict=True)
    )
    wanted = {fingerprint: "accepted" for fingerprint, choice in choices.items() if choice == "w"}
    refused = [fingerprint for fingerprint, choice in choices.items() if choice == "r"]
    entries, impossible = entries_for("zh/a.md", found, [], wanted, refused)
    status = marked(found, entries)
    assert all(status[fingerprint] is Status.NEW for fingerprint in (*refused, *impossible))
    assert all(status[fingerprint] is Status.BASELINED for fingerprint in wanted.keys() - impossible)
    assert {fault_of(fingerprint) for fingerprint in impossible} <= {fault_of(fingerprint) for fingerprint in refused}
    assert entries_for("zh/a.md", found, entries, wanted, refused) == ([], impossible)
    assert not mark(found, entries, ["NUM001"]).stale


@given(MARKS, st.data())
def test_two_people_who_decide_at_once_lose_nothing(faults: list[str], data: st.DataObject) -> None:
    """Each applies to what the other has written already, or to what was there before: a merge keeps both lines."""
    found = report(faults)
    half = st.sets(st.sampled_from([f.fingerprint for f in found.findings]))
    mine, theirs = (dict.fromkeys(sorted(data.draw(half)), "accepted") for _ in range(2))
    first, _ = entries_for("zh/a.md", found, [], mine)
    after = added(first, entries_for("zh/a.md", found, first, theirs)[0])
    apart = parse(dump(first) + dump(entries_for("zh/a.md", found, [], theirs)[0]), "b")
    assert marked(found, after) == marked(found, apart)
    assert all(marked(found, after)[fingerprint] is Status.BASELINED for fingerprint in (*mine, *theirs))


def test_reasons_of_people_stay_and_others_are_added() -> None:
    found = report([FAULTS[0]] * 3)
    old = [Entry("zh/a.md", "NUM001", FAULTS[0], 1, "It differs.", reason="as agreed")]
    ((entry,), _) = entries_for("zh/a.md", found, old, {f"{FAULTS[0]}-3": "false alarm: no"})
    assert (entry.count, entry.reason) == (3, "as agreed")
    ((entry,), _) = entries_for("zh/a.md", found, [], {FAULTS[0]: "accepted: one", f"{FAULTS[0]}-2": "fix later"})
    assert (entry.count, entry.reason) == (2, "accepted: one; fix later")


def said(found: Report, fingerprint: str, *, document: str = "zh/a.md", code: str = "NUM001") -> Said:
    return Said(Decision(found.id, document, code, fingerprint, Choice.LATER, "soon"), "d.jsonl", 2)


def test_a_decision_belongs_to_its_report_else_to_the_document_it_names() -> None:
    now, other = report(FAULTS[:2]), report(FAULTS[2:], "zh/b.md")
    before = report(FAULTS)
    lines = [
        said(now, FAULTS[0], document="elsewhere/a.md"),
        said(before, FAULTS[1], document="docs/zh/a.md"),
        said(before, FAULTS[2]),
        said(other, FAULTS[2], document="zh/b.md", code="NUM002"),
        said(before, FAULTS[2], document="zh/c.md"),
    ]
    triage = held([now, other], ["docs/zh/a.md", "docs/zh/b.md"], lines)
    first, second = triage.documents
    assert (list(first.decided), first.gone, first.stale) == (FAULTS[:2], (lines[2],), True)
    assert (dict(second.decided), second.gone, second.stale) == ({}, (lines[3],), False)
    assert triage.absent == (lines[4],)
    assert (triage.findings, triage.choices) == (3, {Choice.LATER: 2})


def test_reasons_begin_with_what_was_decided() -> None:
    decision = said(report(FAULTS), FAULTS[0]).decision
    assert reason_of(decision) == "fix later: soon"
    assert reason_of(msgspec.structs.replace(decision, decision=Choice.TRUE, reason=msgspec.UNSET)) == "to mend"
