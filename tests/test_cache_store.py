"""The file results are kept in: what it may lose, what it must never get wrong, whatever happens to it."""

from __future__ import annotations

import multiprocessing
import os
import random
import sqlite3
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aligncheck.runner.results import store as module
from aligncheck.runner.results.store import Store

VALUES = {f"key {n}".encode(): bytes([n]) * (n * 911 % 5000) for n in range(60)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "results.sqlite"


def filled(path: Path) -> Store:
    store = Store(path)
    store.put(VALUES)
    return store


def test_values_are_found_again_by_this_and_the_next_process(path: Path) -> None:
    store = filled(path)
    assert store.get(VALUES) == VALUES
    store.close()
    assert Store(path).get([*VALUES, b"unknown"]) == VALUES
    assert path.stat().st_mode & 0o077 == 0


def test_a_later_value_takes_the_place_of_an_earlier_one(path: Path) -> None:
    store = filled(path)
    store.put({b"key 1": b"new"})
    assert Store(path).get([b"key 1"]) == {b"key 1": b"new"}
    assert store.info().entries == len(VALUES)


def test_clear_forgets_and_gives_the_room_back(path: Path) -> None:
    store = filled(path)
    before = path.stat().st_size
    store.clear()
    assert store.get(VALUES) == {}
    assert store.info() == (path, 0, 0, module.BOUND)
    assert path.stat().st_size < before
    store.put({b"a": b"b"})
    assert store.get([b"a"]) == {b"a": b"b"}


def test_what_was_used_longest_ago_goes_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1_000_000_000.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    store = Store(path, bound=10_000)
    for name in (b"a", b"b", b"c"):
        store.put({name: bytes(2_500)})
        now[0] += 3600
    store.get([b"a"])
    now[0] += 3600
    store.put({b"d": bytes(2_500)})
    assert store.get([b"a", b"b", b"c", b"d"]).keys() == {b"a", b"c", b"d"}
    assert store.info().size <= 10_000


def test_a_value_larger_than_the_bound_leaves_a_store_that_works(path: Path) -> None:
    store = Store(path, bound=1_000)
    store.put({b"large": bytes(5_000)})
    assert store.info().size <= 1_000
    store.put({b"small": b"x"})
    assert store.get([b"small"]) == {b"small": b"x"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 2**20), st.binary(min_size=1, max_size=40)), min_size=1, max_size=6))
def test_a_damaged_file_loses_values_but_changes_none(path: Path, damages: list[tuple[int, bytes]]) -> None:
    path.unlink(missing_ok=True)
    filled(path).close()
    content = bytearray(path.read_bytes())
    for at, garbage in damages:
        place = at % len(content)
        content[place : place + len(garbage)] = garbage
    path.write_bytes(content)
    store = Store(path)
    found = store.get(VALUES)
    assert found.items() <= VALUES.items()
    store.put(VALUES)
    again = Store(path)
    assert again.get(VALUES).items() <= VALUES.items()
    again.close()
    store.close()


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(4000), bytes(10_000)])
def test_a_file_that_is_no_store_is_made_anew(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    store = Store(path)
    assert store.get(VALUES) == {}
    store.put(VALUES)
    assert Store(path).get(VALUES) == VALUES


def test_a_cut_file_is_made_anew(path: Path) -> None:
    filled(path).close()
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    store = Store(path)
    assert store.get(VALUES).items() <= VALUES.items()
    store.put(VALUES)
    store.put(VALUES)
    assert Store(path).get(VALUES) == VALUES


def test_a_value_moved_to_another_key_is_not_believed(path: Path) -> None:
    filled(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE entries SET key = CAST('other' AS BLOB) WHERE key = CAST('key 7' AS BLOB)")
        connection.execute("UPDATE contents SET value = CAST('text' AS TEXT) WHERE id = 3")
    connection.close()
    found = Store(path).get([*VALUES, b"other"])
    assert b"other" not in found
    assert len(found) == len(VALUES) - 2


def test_tables_of_another_shape_are_replaced(path: Path) -> None:
    filled(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE contents")
    connection.close()
    store = Store(path)
    assert store.get(VALUES) == {}
    store.put(VALUES)
    assert Store(path).get(VALUES) == VALUES


def test_a_locked_file_is_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path).close()
    monkeypatch.setattr(module, "_PATIENCE", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    store = Store(path)
    assert store.get(VALUES) == {}
    store.put({b"new": b"value"})
    other.execute("ROLLBACK")
    other.close()
    assert Store(path).get([*VALUES, b"new"]) == VALUES


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes where it may not")
def test_a_read_only_place_is_read(path: Path) -> None:
    filled(path).close()
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        store = Store(path)
        assert store.get(VALUES) == VALUES
        store.put({b"new": b"value"})
        store.clear()
        assert store.get(VALUES) == {}
        assert Store(path).get(VALUES) == VALUES
    finally:
        path.parent.chmod(0o700)


def test_a_place_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for place in (tmp_path / "file" / "results.sqlite", tmp_path):
        store = Store(place)
        store.put(VALUES)
        assert store.get(VALUES) == {}
        assert store.info().entries == 0
        store.clear()


def hammer(path: Path, seed: int) -> int:
    """What one of several processes does to the store at once; the number of values it found."""
    chance, store, found = random.Random(seed), Store(path), 0
    for turn in range(60):
        some = chance.sample(sorted(VALUES), 5)
        store.put({key: VALUES[key] for key in some})
        got = store.get(some)
        assert got.items() <= VALUES.items()
        found += len(got)
        if turn % 25 == seed:
            store.clear()
    store.close()
    return found


def test_several_processes_at_once_lose_at_most_what_is_cleared(path: Path) -> None:
    with ProcessPoolExecutor(3, mp_context=multiprocessing.get_context("spawn")) as pool:
        found = list(pool.map(hammer, [path] * 3, range(3)))
    assert all(count > 200 for count in found)
    assert len(Store(path).get(VALUES)) == Store(path).info().entries > 0
