"""Values by key in one SQLite file that may be lost, locked or damaged at any time. Knows nothing of what they mean.

Every value is kept with a digest of itself and its key, so that a damaged file can lose values but not change one.
What cannot be read is a miss, what cannot be written is forgotten: no call raises for the state of the file. A process
that is killed leaves a journal, from which SQLite takes back the half-done change. A transaction does not wait for the
disk: after a power failure the file may be damaged, and is then made anew.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

T = TypeVar("T")

BOUND = 256 * 2**20
"""Bytes of values and keys that are kept; beyond, what was used longest ago goes first."""

_VERSION = 1
_PATIENCE = 2.0
"""Seconds to wait for another process, once: after that the file is left alone for the rest of the run."""

_HOUR = 3600
_SCHEMA = """
CREATE TABLE entries (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, digest BLOB NOT NULL, size INTEGER NOT NULL,
                      used INTEGER NOT NULL);
CREATE TABLE contents (id INTEGER PRIMARY KEY, value BLOB NOT NULL);
CREATE INDEX by_use ON entries (used, id, size);
"""
_OURS_TO_MEND = frozenset(
    {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH}
)
"""Result codes that mean damage; with any other, such as busy or read-only, the file may be sound."""


class Info(NamedTuple):
    """``entries`` values of ``size`` bytes together, of at most ``bound``, in the file ``path``."""

    path: Path
    entries: int
    size: int
    bound: int


class Store:
    """The file, opened at the first use. Not to be shared between threads or carried over a fork."""

    def __init__(self, path: Path, bound: int = BOUND) -> None:
        self.path, self.bound = path, bound
        self._connection: sqlite3.Connection | None = None
        self._off = False

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Values of those keys that have a sound one; they count as used now."""
        wanted = list(keys)

        def read(connection: sqlite3.Connection) -> dict[bytes, bytes]:
            found: dict[bytes, bytes] = {}
            stale = []
            hour = int(time.time()) // _HOUR
            for key in wanted:
                row = connection.execute(
                    "SELECT e.id, e.digest, e.used, c.value FROM entries e JOIN contents c USING (id) WHERE e.key = ?",
                    (key,),
                ).fetchone()
                if row is not None and isinstance(row[3], bytes) and row[1] == _digest(key, row[3]):
                    found[key] = row[3]
                    # The hour, so that running again and again does not write each time.
                    stale += [row[0]] if row[2] != hour else []
            if stale:
                with suppress(sqlite3.OperationalError), _changing(connection):
                    connection.executemany("UPDATE entries SET used = ? WHERE id = ?", [(hour, n) for n in stale])
            return found

        return self._safely(read, {})

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep values, all of them or none; the least recently used go where there are too many."""

        def write(connection: sqlite3.Connection) -> None:
            hour = int(time.time()) // _HOUR
            with _changing(connection):
                for key, value in values.items():
                    connection.execute("DELETE FROM contents WHERE id = (SELECT id FROM entries WHERE key = ?)", (key,))
                    connection.execute("DELETE FROM entries WHERE key = ?", (key,))
                    row = (key, _digest(key, value), len(key) + len(value), hour)
                    at = connection.execute("INSERT INTO entries (key, digest, size, used) VALUES (?, ?, ?, ?)", row)
                    connection.execute("INSERT INTO contents (id, value) VALUES (?, ?)", (at.lastrowid, value))
                self._shrink(connection)

        if values:
            self._safely(write, None)

    def clear(self) -> None:
        """Forget everything."""

        def empty(connection: sqlite3.Connection) -> None:
            with _changing(connection):
                connection.execute("DELETE FROM entries")
                connection.execute("DELETE FROM contents")
            connection.execute("VACUUM")

        self._safely(empty, None)

    def info(self) -> Info:
        """What is kept and where; nothing where the file cannot be read."""

        def count(connection: sqlite3.Connection) -> tuple[int, int]:
            row = connection.execute("SELECT count(*), coalesce(sum(size), 0) FROM entries").fetchone()
            return int(row[0]), int(row[1])

        return Info(self.path, *self._safely(count, (0, 0)), self.bound)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _shrink(self, connection: sqlite3.Connection) -> None:
        total = connection.execute("SELECT coalesce(sum(size), 0) FROM entries").fetchone()[0]
        if total <= self.bound:
            return
        going = []
        # A tenth more than needed, so that a full store is not cut at every write.
        for number, size in connection.execute("SELECT id, size FROM entries ORDER BY used, id"):
            if total <= self.bound - self.bound // 10:
                break
            going.append((number,))
            total -= size
        connection.executemany("DELETE FROM entries WHERE id = ?", going)
        connection.executemany("DELETE FROM contents WHERE id = ?", going)

    def _safely(self, use: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """The result of ``use``; on a damaged file once more with a new one, ``otherwise`` where that fails too."""
        for _ in range(2):
            if self._off:
                break
            try:
                return use(self._opened())
            except (sqlite3.Error, OSError, MemoryError) as error:
                self._give_up(error)
        return otherwise

    def _give_up(self, error: Exception) -> None:
        """Remove a damaged file; leave one alone that cannot be used now."""
        with suppress(sqlite3.Error):
            self.close()
        self._connection = None
        # SQLite reports no code where Python could not make sense of what a row holds.
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        if not isinstance(error, sqlite3.Error) or code & 0xFF not in _OURS_TO_MEND:
            self._off = True
            return
        try:
            for end in ("-journal", ""):
                Path(f"{self.path}{end}").unlink(missing_ok=True)
        except OSError:
            self._off = True

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with suppress(OSError):  # it holds what users' documents say: nobody else's to read
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            self._connection = connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
            connection.execute("PRAGMA synchronous = OFF")
            if connection.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                self._set_up(connection)
        return self._connection

    def _set_up(self, connection: sqlite3.Connection) -> None:
        """Make the tables, unless another process has just done so."""
        connection.execute("PRAGMA page_size = 16384")
        with _changing(connection):
            if connection.execute("PRAGMA user_version").fetchone()[0] == _VERSION:
                return
            for name in ("entries", "contents"):
                connection.execute(f"DROP TABLE IF EXISTS {name}")
            for statement in _SCHEMA.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {_VERSION}")


@contextmanager
def _changing(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction: done whole or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _digest(key: bytes, value: bytes) -> bytes:
    return hashlib.sha256(key + value).digest()
