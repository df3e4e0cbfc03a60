"""Locks of two branches, merged by git itself: no conflict, and every fact that either branch accepted."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from git_builder import Checkout
from hypothesis import given, settings
from hypothesis import strategies as st
from lock_builder import all_of, page, sentences_of

from aligncheck.errors import InputError
from aligncheck.gate.lock import Lock, dump, parse, replace
from aligncheck.model.drift import Accepted
from aligncheck.runner.drift.locks import change_lock, merge_attribute, read_lock

Pages = Iterable[Accepted]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    made = Checkout.isolated(tmp_path, monkeypatch)
    made.commit({"docs/en/a.md": "One.\n"})
    return made


def merged(checkout: Checkout, base: Pages | None, ours: Pages, theirs: Pages, *, union: bool = True) -> Lock:
    """The lock after two branches accepted pages, the way the command does it. With base None it is new on both."""
    file = checkout.root / "aligncheck.lock"

    def accept(pages: Pages) -> None:
        change_lock(file, lambda lock: replace(lock, pages))
        if union:
            merge_attribute(file)
        checkout.commit()

    if base is not None:
        accept(base)
    checkout.git("branch", "other")
    accept(ours)
    checkout.git("checkout", "-q", "other")
    accept(theirs)
    checkout.git("checkout", "-q", "main")
    checkout.git("merge", "-q", "other", "-m", "both")
    return read_lock(file)


BASE = [page(name, f"{name} one", f"{name} two") for name in "abcde"]
NEW = {name: page(name, f"{name} one", f"{name} 2", f"{name} three") for name in "abcde"}


@pytest.mark.parametrize("union", [True, False])
@pytest.mark.parametrize(("ours", "theirs"), [("a", "d"), ("a", "b"), ("b", "a"), ("ace", "bd"), ("e", "d")])
def test_different_documents(checkout: Checkout, ours: str, theirs: str, *, union: bool) -> None:
    """Neighbours too, and without any setting of git."""
    lock = merged(checkout, BASE, [NEW[name] for name in ours], [NEW[name] for name in theirs], union=union)
    expected = [NEW[name] if name in ours + theirs else old for name, old in zip("abcde", BASE, strict=True)]
    assert all_of(lock) == expected
    assert (checkout.root / "aligncheck.lock").read_bytes() == dump(expected)


def test_the_first_lock_on_both_branches(checkout: Checkout) -> None:
    lock = merged(checkout, None, [BASE[0], NEW["b"], BASE[3]], [BASE[0], NEW["c"], BASE[4]])
    assert all_of(lock) == [BASE[0], NEW["b"], NEW["c"], BASE[3], BASE[4]]


def test_new_documents_side_by_side(checkout: Checkout) -> None:
    lock = merged(checkout, [BASE[0], BASE[4]], [BASE[1], BASE[2]], [NEW["c"], BASE[3]])
    assert lock.known == tuple(old.path for old in BASE)
    both = lock.document(BASE[2].path)
    assert both is not None
    assert set(both.sums) == {*BASE[2].sums, *NEW["c"].sums}
    assert set(both.beads) == {*BASE[2].beads, *NEW["c"].beads}
    assert [document for document in all_of(lock) if document.path != both.path] == [
        BASE[0],
        BASE[1],
        BASE[3],
        BASE[4],
    ]


def test_different_sentences_of_one_document(checkout: Checkout) -> None:
    old = [f"sentence {n}" for n in range(9)]
    ours, theirs = [*old[:2], "ours", *old[3:]], [*old[:6], "theirs", *old[7:]]
    lock = merged(checkout, [page("a", *old)], [page("a", *ours)], [page("a", *theirs)])
    document = lock.document(page("a").path)
    assert document is not None
    assert set(document.sums) == {*page("a", *ours).sums, *page("a", *theirs).sums}
    assert document.beads == page("a", *old[:2], "ours", *old[3:6], "theirs", *old[7:]).beads


def test_one_document_accepted_in_two_states(checkout: Checkout) -> None:
    ours, theirs = page("a", "one", "ours"), page("a", "one", "theirs")
    lock = merged(checkout, [page("a", "one", "old")], [ours], [theirs])
    assert all(lock.unchanged(ours.path, sum_) for sum_ in (*ours.sums, *theirs.sums))
    assert not lock.unchanged(ours.path, page("a", "one", "old").sums[0])
    told = ("one", "ours", "theirs", "old")
    assert sentences_of(lock.document(ours.path), told) == {"one", "ours", "theirs"}


def test_small_documents_that_both_branches_accept(checkout: Checkout) -> None:
    """Git puts conflicts together that stand close to each other: the line of a document is then among them twice."""
    old = [page(name, "one", "two") for name in "abc"]
    ours, theirs = ([page(name, "one", f"{side} {name}") for name in "abc"] for side in ("ours", "theirs"))
    lock = merged(checkout, old, ours, theirs)
    for name, path in zip("abc", lock.known, strict=True):
        told = [f"{side} {other}" for side in ("ours", "theirs") for other in "abc"]
        assert sentences_of(lock.document(path), told) == {f"ours {name}", f"theirs {name}"}


def test_without_the_attribute_the_same_document_is_a_conflict_that_says_so(checkout: Checkout) -> None:
    with pytest.raises(AssertionError):
        merged(checkout, [page("a", "old")], [page("a", "ours")], [page("a", "theirs")], union=False)
    file = checkout.root / "aligncheck.lock"
    with pytest.raises(InputError, match=r"aligncheck\.lock:3: a merge conflict"):
        read_lock(file)
    without = b"".join(
        line for line in file.read_bytes().splitlines(keepends=True) if not line.startswith((b"<", b"=", b">"))
    )
    file.write_bytes(without)
    assert len(read_lock(file).document(page("a").path).sums) == 2  # type: ignore[union-attr]


SENTENCES = st.lists(st.sampled_from(["one", "two", "three", "four", "two"]), max_size=5)
STATES = st.dictionaries(st.sampled_from("abcdef"), SENTENCES).map(
    lambda states: [page(name, *sentences) for name, sentences in states.items()]
)


@given(STATES, STATES, STATES)
@settings(max_examples=60, deadline=None)
def test_whatever_two_branches_do_each_fact_stays_with_its_document(base: Pages, ours: Pages, theirs: Pages) -> None:
    """What either branch accepted anew is there, and no document has a fact that was never accepted of it."""
    versions = [parse(dump(pages), "l") for pages in (ours, base, theirs)]
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("ours", "base", "theirs")]
        for file, lock in zip(files, versions, strict=True):
            file.write_bytes(replace(lock, []))
        command = ["git", "merge-file", "-p", "--union", *map(str, files)]
        data = subprocess.run(command, check=True, capture_output=True).stdout
    result = parse(data, "l")
    for path in {path for lock in (*versions, result) for path in lock.known}:
        mine, before, other, now = (facts_of(lock, path) for lock in (*versions, result))
        assert (mine - before) | (other - before) <= now <= mine | before | other


def facts_of(lock: Lock, path: str) -> set[object]:
    document = lock.document(path)
    return set() if document is None else {*document.sums, *document.beads}
