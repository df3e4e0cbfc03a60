"""The lines of the lock: what is written is read, what is merged is joined, what is damaged is named."""

from __future__ import annotations

import json
import pickle
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lock_builder import all_of, documents, page

from aligncheck.errors import InputError
from aligncheck.gate.lock import Lock, NewerLockError, dump, parse, replace, sum_of
from aligncheck.model.drift import Accepted, AcceptedBead, Trace


@given(documents)
@settings(max_examples=50)
def test_what_is_written_is_read(accepted: list[Accepted]) -> None:
    data = dump(accepted)
    lock = parse(data, "l")
    assert all_of(lock) == sorted(accepted, key=lambda document: document.path)
    assert lock.known == tuple(sorted(document.path for document in accepted))
    assert [lock.source(document.path) for document in accepted] == [document.source for document in accepted]
    assert dump(all_of(lock)) == data
    assert [lock.size(document.path) for document in accepted] == [len(document.beads) for document in accepted]
    assert replace(lock, []) == data
    assert all(json.loads(line) for line in data.decode().removesuffix("\n").split("\n"))


@given(documents, st.data())
@settings(max_examples=50)
def test_accepting_again_gives_the_same_bytes(accepted: list[Accepted], data: st.DataObject) -> None:
    written = dump(accepted)
    some = data.draw(st.lists(st.sampled_from(accepted), unique_by=lambda d: d.path)) if accepted else []
    assert replace(parse(written, "l"), some) == written


@given(documents, documents)
@settings(max_examples=50)
def test_lines_in_any_order_say_the_same(mine: list[Accepted], theirs: list[Accepted]) -> None:
    """Two whole locks, one after the other: every state and every bead of both, each once."""
    lock = parse(dump(mine) + dump(theirs), "l")
    assert set(lock.known) == {document.path for document in (*mine, *theirs)}
    for document in (*mine, *theirs):
        joined = lock.document(document.path)
        assert joined is not None
        assert all(lock.unchanged(document.path, sum_) for sum_ in document.sums)
        assert len(joined.sums) == len(set(joined.sums))
        assert lock.size(document.path) == len(joined.beads)
        for bead in document.beads:
            assert joined.beads.count(bead) == max(
                other.beads.count(bead) for other in (*mine, *theirs) if other.path == document.path
            )
    again = parse(replace(lock, []), "l")
    assert all_of(again) == all_of(lock)


@given(documents, documents, st.data())
@settings(max_examples=50)
def test_only_what_is_accepted_or_dropped_changes(
    old: list[Accepted], new: list[Accepted], data: st.DataObject
) -> None:
    drop = data.draw(st.lists(st.sampled_from([document.path for document in old]))) if old else []
    lock = parse(replace(parse(dump(old), "l"), new, drop), "l")
    expected = {document.path: document for document in old if document.path not in drop}
    expected |= {document.path: document for document in new}
    assert {document.path: document for document in all_of(lock)} == expected


def test_the_lines_are_those_that_other_versions_read() -> None:
    source = Trace("9f86d081", "a1b2c3d4", ("v1.22",), "It rains.")
    beads = (AcceptedBead((source,), (Trace("60303ae2"),)), AcceptedBead((Trace("00"),), ()))
    data = dump([Accepted("译/a.md", "en/a.md", ("5d41402a",), (*beads, beads[1])), Accepted("b.md", None, (), ())])
    assert data.decode() == (
        '{"aligncheck-lock": 1}\n'
        '{"document": "b.md"}\n'
        '{"document": "译/a.md", "source": "en/a.md"}\n'
        '["MxRxZY_m","5d41402a"]\n'
        '["MxRxZY_m",[["9f86d081","a1b2c3d4",["v1.22"],"It rains."]],["60303ae2"]]\n'
        '["MxRxZY_m",["00"],[]]\n'
        '["MxRxZY_m",["00"],[],2]\n'
    )


def test_a_sum_tells_states_apart_but_not_line_ends() -> None:
    assert sum_of(b"a\r\nb\r\n", b"c\r\n") == sum_of(b"a\nb\n", b"c\n")
    states = [(b"ab", b"c"), (b"a", b"bc"), (b"abc", b""), (b"abc", None), (b"c", b"ab"), (b"a\rbc", None)]
    assert len({sum_of(*state) for state in states}) == len(states)


def test_a_sum_names_the_source_as_git_does() -> None:
    """Locks of other versions hold such sums: raise VERSION where they are made otherwise."""
    named = "f2ba8f84ab5c1bce84a7b441cb1959cfc7093b7f"  # printf abc | git hash-object --stdin
    assert sum_of(b"abc", None) == named
    assert sum_of(b"abc", b"abc") == f"{named}-{named[:16]}"


PAGES = [page("a", "one", "two"), page("b", "three"), page("c", "four", "five")]
GOOD = dump(PAGES)
LINES = GOOD.split(b"\n")[:-1]


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + GOOD,
        GOOD.replace(b"\n", b"\r\n"),
        GOOD.removesuffix(b"\n"),
        GOOD.replace(b"\n", b"\n\n  \n"),
        b"\n".join([LINES[0], *sorted(LINES[1:], reverse=True)]),
        GOOD.replace(b'","', b'", "'),
    ],
)
def test_what_editors_and_systems_do_to_a_file_is_harmless(data: bytes) -> None:
    lock = parse(data, "l")
    assert [(d.path, d.sums, set(d.beads)) for d in all_of(lock)] == [(d.path, d.sums, set(d.beads)) for d in PAGES]
    assert replace(lock, PAGES) == GOOD


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b"\r\n\r\n"])
def test_an_empty_file_knows_nothing(data: bytes) -> None:
    lock = parse(data, "l")
    assert lock == Lock("l")
    assert not lock.known
    assert lock.document("docs/zh/a.md") is None
    assert not lock.unchanged("docs/zh/a.md", PAGES[0].sums[0])


def with_line(number: int, line: bytes) -> bytes:
    return b"\n".join([*LINES[: number - 1], line, *LINES[number:]]) + b"\n"


A_LINE, B_LINE = 2, 6
DAMAGED = [
    (with_line(4, LINES[3][:-5]), 4, "not a line of a lock"),
    (with_line(4, b"\0" * 40), 4, "not a line of a lock"),
    (with_line(4, b"[[[[" * 10_000), 4, "not a line of a lock"),
    (with_line(4, b"\\u" + b'[{"a":' * 100_000), 4, "not a line of a lock"),
    (with_line(4, LINES[3].replace(b"[[", b"[[7,").replace(b',["', b",[7,")), 4, "not a line of a lock"),
    (with_line(4, LINES[3][:-1] + b",0]"), 4, "not a line of a lock"),
    (with_line(4, LINES[3][:-1] + b",2,3]"), 4, "not a line of a lock"),
    (with_line(4, LINES[3].split(b",[")[0] + b"]"), 4, "not a line of a lock"),
    (with_line(4, LINES[3].replace(b'"]]', b'\xff"]]')), 4, "not a line of a lock"),
    (with_line(4, LINES[3] + b" " + LINES[4]), 4, "not a line of a lock"),
    (with_line(4, LINES[3].replace(b'["', b'["-', 1)), 4, "belongs to no document"),
    (with_line(B_LINE, b'{"document": 7}'), B_LINE, "not a line of a lock"),
    (with_line(B_LINE, b'{"document": "b", "path": "c"}'), B_LINE, "not a line of a lock"),
    (with_line(1, b'{"aligncheck-lock": 0}'), 1, "not a line of a lock"),
    (with_line(1, b'{"aligncheck-lock": "1"}'), 1, "not a line of a lock"),
    (GOOD[len(LINES[0]) + 1 :], 1, "version"),
    (GOOD.decode().encode("utf-16"), 1, "not a line of a lock"),
    (b"PNG\r\n\x1a\n\0\0", 1, "not a line of a lock"),
]


@pytest.mark.parametrize(("data", "line", "message"), DAMAGED)
def test_a_damaged_line_is_named_with_what_to_do(data: bytes, line: int, message: str) -> None:
    with pytest.raises(InputError, match=f"{message}.*aligncheck drift accept.*--force") as caught:
        parse(data, "my.lock")
    assert str(caught.value).startswith(f"my.lock:{line}: ")


def test_with_force_the_rest_is_used() -> None:
    lock = parse(with_line(4, LINES[3][:-5]), "l", force=True)
    assert [(problem.path, problem.line) for problem in lock.skipped] == [("l", 4)]
    first = lock.document(PAGES[0].path)
    assert first is not None
    assert (first.sums, first.beads) == (PAGES[0].sums, PAGES[0].beads[1:])
    assert all_of(lock)[1:] == PAGES[1:]
    assert pickle.loads(pickle.dumps(lock)).known == lock.known


def test_facts_of_a_lost_document_line_go_to_no_other_document() -> None:
    lock = parse(with_line(B_LINE, LINES[B_LINE - 1][:-3]), "l", force=True)
    assert all_of(lock) == [PAGES[0], PAGES[2]]
    assert [problem.line for problem in lock.skipped] == [B_LINE, B_LINE + 1]
    assert "and 1 more like it" in lock.skipped[1].message


@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=3), st.integers(0, 40))
def test_damage_anywhere_leaves_the_other_documents_whole(place: int, put: bytes, cut: int) -> None:
    """Bytes taken out and put in: no other error, and nothing wrong with documents that were not touched."""
    data = GOOD[:place] + put + GOOD[place + cut :]
    try:
        lock = parse(data, "l", force=True)
    except NewerLockError:
        return
    starts = [GOOD.index(b'{"document": "%b' % document.path.encode()) for document in PAGES] + [len(GOOD)]
    for document, start, end in zip(PAGES, starts, starts[1:], strict=False):
        if place + cut < start or place >= end:
            assert lock.document(document.path) == document
    try:
        unforced = parse(data, "l")
    except InputError as error:
        assert str(error) == str(lock.skipped[0])  # noqa: PT017
    else:
        assert unforced == lock


@pytest.mark.parametrize("marker", [b"<<<<<<< HEAD", b"=======", b">>>>>>> other", b"||||||| base"])
def test_a_merge_conflict_says_that_both_sides_may_stay(marker: bytes) -> None:
    data = b"\n".join([*LINES[:3], marker, *LINES[3:]]) + b"\n"
    with pytest.raises(InputError, match="merge conflict") as caught:
        parse(data, "l")
    assert caught.value.line == 4
    assert "both sides" in (caught.value.remedy or "")
    assert all_of(parse(data, "l", force=True)) == PAGES


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize(
    ("data", "line"),
    [(b'{"aligncheck-lock": 2}\nwhatever\n', 1), (GOOD + b'{"aligncheck-lock":12, "more": []}\n', len(LINES) + 1)],
)
def test_a_newer_lock_is_refused_even_with_force(data: bytes, line: int, force: bool) -> None:
    with pytest.raises(NewerLockError, match="newer aligncheck wrote this lock") as caught:
        parse(data, "l", force=force)
    assert (caught.value.line, caught.value.remedy) == (line, "upgrade aligncheck")


def test_a_document_named_like_a_head_is_a_document() -> None:
    accepted = [Accepted('{"aligncheck-lock": 2}', '"aligncheck-lock"', ("0",), ())]
    assert all_of(parse(dump(accepted), "l")) == accepted
    assert all_of(parse(dump(accepted) * 2, "l")) == accepted


def test_a_million_lines_take_time_in_proportion() -> None:
    """Quadratic work would take hours."""
    lines = dump([page("a", *map(str, range(1000)))])[len(LINES[0]) + 1 :]
    name, _, facts = lines.partition(b"\n")
    start = time.monotonic()
    lock = parse(
        b"\n".join([LINES[0], name, facts * 500 + name, facts * 500]) + b"\n" * 1000 + b"<" * 1000, "l", force=True
    )
    document = lock.document("docs/zh/a.md")
    assert document is not None
    assert len(document.beads) == 1000
    assert len(lock.skipped) == 1
    assert time.monotonic() - start < 300
