"""The baseline's file: what it holds, how it merges, what happens when it is damaged or written by two at once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import threading
import time
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import ferry

from aligncheck.errors import InputError
from aligncheck.gate.baseline import Entry, added, dump, entries_of, mark, parse, without
from aligncheck.model.report import Finding, Report, Severity, Status
from aligncheck.runner.baselines import change_baseline, read_baseline

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DIGEST = st.text("0123456789abcdef", min_size=16, max_size=16)
CODES = st.sampled_from(["NUM001", "OMI004"])
ENTRIES = st.lists(
    st.builds(
        Entry,
        TEXT,
        st.sampled_from(["NUM001", "OMI004"]),
        DIGEST,
        st.integers(1, 5),
        TEXT,
        st.just(msgspec.UNSET),
        TEXT,
    ),
    max_size=6,
    unique_by=lambda e: e.key,
)


def finding(fingerprint: str, code: str = "NUM001", status: Status = Status.NEW) -> Finding:
    return Finding(code, "number-mismatch", Severity.ERROR, 0.9, f"{code} differs.", 0, (), (), fingerprint, status)


def report(*fingerprints: str) -> Report:
    return msgspec.structs.replace(ferry(), findings=tuple(map(finding, fingerprints)))


@given(ENTRIES)
def test_entries_read_back_sorted(entries: list[Entry]) -> None:
    data = dump(entries)
    assert parse(data, "b") == sorted(entries, key=lambda e: e.key)
    assert dump(parse(data, "b")) == data
    assert all(json.loads(line) for line in data.decode().rstrip("\n").split("\n"))


@given(ENTRIES, ENTRIES)
def test_lines_of_two_branches_merge_by_keeping_both(mine: list[Entry], theirs: list[Entry]) -> None:
    merged = parse(dump(mine) + dump(theirs), "b")
    assert {e.key for e in merged} == {e.key for e in (*mine, *theirs)}
    counts = {e.key: e.count for e in merged}
    assert all(counts[e.key] >= e.count for e in (*mine, *theirs))
    assert {e.key for e in added(mine, theirs)} == counts.keys()


def test_known_findings_are_marked_as_often_as_they_are_known() -> None:
    known = Entry("p", "NUM001", "a" * 16, 2, "", reason="legacy page")
    marked = mark(report("a" * 16, "a" * 16 + "-2", "a" * 16 + "-3", "b" * 16), [known], ["NUM001"])
    statuses = [f.status for f in marked.report.findings]
    assert statuses == [Status.BASELINED, Status.BASELINED, Status.NEW, Status.NEW]
    assert [f.reason for f in marked.report.findings[:2]] == ["legacy page"] * 2
    assert not marked.stale


def test_what_nothing_answers_is_stale_where_its_rule_ran() -> None:
    known = [Entry("p", code, "a" * 16, 3, "") for code in ("NUM001", "OMI001")]
    assert mark(report("a" * 16), known, ["NUM001"]).stale == ((known[0], 2),)
    assert mark(report("a" * 16), known, []).stale == ()
    assert without(known, {known[0].key: 2}) == [msgspec.structs.replace(known[0], count=1), known[1]]
    assert without(known, {known[0].key: 3}) == [known[1]]


def test_what_is_suppressed_is_not_recorded_and_answers_its_entry() -> None:
    suppressed = msgspec.structs.replace(report(), findings=(finding("a" * 16, status=Status.SUPPRESSED),))
    assert entries_of("p", suppressed.findings) == []
    marked = mark(suppressed, [Entry("p", "NUM001", "a" * 16, 1, "")], ["NUM001"])
    assert marked.report.findings[0].status is Status.SUPPRESSED
    assert not marked.stale


def test_recording_counts_repeats_and_keeps_reasons() -> None:
    old = [Entry("p", "NUM001", "a" * 16, 1, "", reason="as agreed")]
    found = report("a" * 16, "a" * 16 + "-2", "b" * 16).findings
    assert [(e.fingerprint[0], e.count, e.reason) for e in entries_of("p", found, old)] == [
        ("a", 2, "as agreed"), ("b", 1, msgspec.UNSET),
    ]  # fmt: skip


FAULT = st.sampled_from(["a" * 16, "b" * 16, "c" * 16])


@given(st.lists(st.tuples(FAULT, st.lists(FAULT, max_size=3)), max_size=6))
def test_what_was_recorded_is_known_and_nothing_is_stale(told: list[tuple[str, list[str]]]) -> None:
    """Also where one fault stands several times, alone and among the parts of others."""
    seen: Counter[str] = Counter()
    findings = []
    for fault, parts in told:
        seen[fault] += 1
        mark_ = fault if seen[fault] == 1 else f"{fault}-{seen[fault]}"
        findings.append(msgspec.structs.replace(finding(mark_), parts=tuple(parts) or msgspec.UNSET))
    found = msgspec.structs.replace(report(), findings=tuple(findings))
    marked = mark(found, parse(dump(entries_of("p", found.findings)), "b"), ["NUM001"])
    assert {f.status for f in marked.report.findings} <= {Status.BASELINED}
    assert not marked.stale


GOOD = dump([Entry("p", "NUM001", "a" * 16, 1, "m")])
DAMAGED = [
    (GOOD[:-20] + b"\n", 2, "not an entry"),
    (GOOD + b"<<<<<<< HEAD\n", 3, "merge conflict"),
    (GOOD + b"=======\n", 3, "merge conflict"),
    (GOOD + b"\n\nnonsense\n", 5, "not an entry"),
    (GOOD + b"[]\n", 3, "not an entry"),
    (GOOD + b'{"path": "p"}\n', 3, "not an entry"),
    (GOOD.replace(b'"count": 1', b'"count": 0'), 2, "not an entry"),
    (GOOD.replace(b'"count": 1', b'"count": "1"'), 2, "not an entry"),
    (GOOD.replace(b'"message"', b'"mesage"'), 2, "not an entry"),
    (GOOD.replace(b'baseline": 1', b'baseline": 2'), 1, "version 2"),
    (b"\xff\xfe" + GOOD, 1, "not an entry"),
    (GOOD[:30] + b"\0" * 40, 2, "not an entry"),
]


@pytest.mark.parametrize(("data", "line", "message"), DAMAGED)
def test_a_damaged_file_is_an_error_that_says_how_to_repair_it(data: bytes, line: int, message: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(data, "known.jsonl")
    assert (caught.value.path, caught.value.line) == ("known.jsonl", line)
    assert message in caught.value.message
    assert caught.value.remedy


def test_changing_a_damaged_file_is_refused_unless_it_is_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "known.jsonl"
    file.write_bytes(b"nonsense\n")
    with pytest.raises(InputError):
        change_baseline(file, lambda old: old)
    assert file.read_bytes() == b"nonsense\n"
    change_baseline(file, lambda _: [Entry("p", "NUM001", "a" * 16, 1, "m")], anew=True)
    assert file.read_bytes() == GOOD


def test_several_writers_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "known.jsonl"

    def write(number: int) -> None:
        for n in range(5):
            entry = Entry(f"p{number}", "NUM001", f"{n:016x}", 1, "m")
            change_baseline(file, lambda old, entry=entry: [*old, entry])  # type: ignore[misc]

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read_baseline(file)) == 30


def test_the_directory_holds_nothing_but_the_file(tmp_path: Path) -> None:
    change_baseline(tmp_path / "known.jsonl", lambda _: [])
    assert [p.name for p in tmp_path.iterdir()] == ["known.jsonl"]


KILLS = 70


def test_a_writer_killed_at_any_moment_leaves_the_old_file_or_the_new(tmp_path: Path) -> None:
    """``kill -9`` at moments spread over the write; the next writer is not locked out and clears up."""
    file = tmp_path / "known.jsonl"
    one, two = ([Entry(f"p{n}", "NUM001", f"{n:016x}", 1, "x" * size) for n in range(2000)] for size in (60, 90))
    contents = {dump(one), dump(two)}
    change_baseline(file, lambda _: one)
    started = time.monotonic()
    change_baseline(file, lambda _: two)
    usual = time.monotonic() - started
    changes = 0
    for n in range(KILLS):
        before = file.read_bytes()
        child = os.fork()
        if child == 0:
            try:
                change_baseline(file, lambda old: one if len(old[0].message) == 90 else two)
            finally:
                os._exit(0)
        if n % 7 == 6:  # on a busy machine all others may be killed before they have begun
            while file.read_bytes() == before:
                time.sleep(usual / 50)
        else:
            time.sleep(usual * 2 * n / KILLS)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        content = file.read_bytes()
        assert content in contents
        changes += content != before
    assert changes >= KILLS // 7
    change_baseline(file, lambda _: [])
    assert read_baseline(file) == []
    assert [p.name for p in tmp_path.iterdir()] == ["known.jsonl"]


def test_git_merges_entries_that_two_branches_added(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)

    file = tmp_path / "known.jsonl"
    entries = [Entry(f"docs/{name}.md", "NUM001", "a" * 16, 1, "m") for name in "acegikmo"]
    file.write_bytes(dump(entries))
    git("init", ".")
    git("add", ".")
    git("commit", "-m", "known")
    git("checkout", "-b", "other")
    file.write_bytes(dump([*entries, Entry("docs/b.md", "NUM001", "b" * 16, 1, "m")]))
    git("commit", "-am", "b")
    git("checkout", "main")
    file.write_bytes(dump([*entries, Entry("docs/n.md", "NUM001", "c" * 16, 1, "m")]))
    git("commit", "-am", "n")
    git("merge", "other", "-m", "both")
    assert {e.path for e in read_baseline(file)} == {e.path for e in entries} | {"docs/b.md", "docs/n.md"}
