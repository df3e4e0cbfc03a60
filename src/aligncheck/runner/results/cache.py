"""What earlier runs found, by everything it depends on: reports, rules, pages written. Knows no check and no page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from aligncheck.config.folders import cache_folder
from aligncheck.model.extract import Extract
from aligncheck.model.report import Report
from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.results.collection import no_collection
from aligncheck.runner.results.stamp import stamp
from aligncheck.runner.results.store import Info, Store

T = TypeVar("T")

FILE = "results.sqlite"
"""Name of the file in the cache folder."""


class Kept(NamedTuple):
    """A report on a document by itself, what rules on the whole run need of it, and a digest of both."""

    report: Report
    extract: Extract
    content: bytes


class ResultCache:
    """Results of earlier runs. A result that cannot be had is a miss, never an error."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def open(cls) -> ResultCache | None:
        """The user's cache; None where there is no place for one, or this package's files cannot be read."""
        try:
            stamp()
            return cls(Store(cache_folder() / FILE))
        except (RuntimeError, OSError):
            return None

    @property
    def path(self) -> Path:
        """The file that results are kept in."""
        return self._store.path

    def reports(self, keys: Iterable[bytes]) -> dict[bytes, Kept]:
        """Reports kept under these keys (see ``report_key``), without those there are none of."""
        found: dict[bytes, Kept] = {}
        decode = msgspec.msgpack.Decoder(tuple[Report, Extract]).decode
        with no_collection():
            for key, value in self._store.get(keys).items():
                try:
                    found[key] = Kept(*decode(value), content_of(value))
                except (msgspec.DecodeError, UnicodeDecodeError):
                    continue
        return found

    def keep_reports(self, encoded: Mapping[bytes, bytes]) -> None:
        """Keep reports as ``encoded`` made them, by key."""
        self._store.put(encoded)

    def note(self, kind: str, name: str, shape: type[T]) -> T | None:
        """What was noted under a kind and a name, where it has this shape."""
        key = _note_key(kind, name)
        value = self._store.get([key]).get(key)
        try:
            return None if value is None else msgspec.msgpack.decode(value, type=shape)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None

    def keep_note(self, kind: str, name: str, value: object) -> None:
        """Note a value; what UTF-8 cannot hold is not noted."""
        if (found := encoded(value)) is not None:
            self._store.put({_note_key(kind, name): found})

    def clear(self) -> None:
        """Forget all results."""
        self._store.clear()

    def info(self) -> Info:
        """Where results are kept, how many and how large."""
        return self._store.info()

    def close(self) -> None:
        self._store.close()


def report_key(job: Job, settings: str, source: bytes, target: bytes | None) -> bytes:
    """The key of a document's report: this program, its data, settings that change findings, paths, both contents.

    Args:
        settings: ``Config.digest`` of the settings for this document.
        source, target: bytes of the files; ``target`` is None for a bilingual file.
    """
    texts = (settings, job.source, job.target or "", job.identity)
    return _hash(b"report", stamp(), *(t.encode("utf-8", "surrogatepass") for t in texts), source, target or b"")


def encoded(value: object) -> bytes | None:
    """A value as it is kept; None where a string in it is no Unicode text (``"\\ud800"`` in a JSON file)."""
    try:
        return msgspec.msgpack.encode(value)
    except UnicodeEncodeError:
        return None


def content_of(value: bytes) -> bytes:
    """A digest of an encoded report, by which pages made of it are known."""
    return hashlib.sha256(value).digest()


def _note_key(kind: str, name: str) -> bytes:
    return _hash(b"note", stamp(), kind.encode(), name.encode("utf-8", "surrogatepass"))


def _hash(*parts: bytes) -> bytes:
    """SHA-256 of parts that cannot run into each other."""
    made = hashlib.sha256()
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.digest()
