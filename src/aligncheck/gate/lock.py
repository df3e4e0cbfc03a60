"""The lock: what a project accepted as right. Makes it of a file's bytes and back, a document only when asked for.

After a merge a document may have several sums, each of an accepted state, and beads of all these states; accepting it
anew leaves those of the present one. ``lock_lines`` tells what a line is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from aligncheck.errors import InputError
from aligncheck.gate.conflicts import is_conflict
from aligncheck.gate.lock_lines import (
    HEAD,
    VERSION,
    DocumentLine,
    Fact,
    HeadLine,
    beads_of,
    joined,
    read_line,
    read_whole,
    sums_of,
    written,
)
from aligncheck.model.drift import Accepted

_ANY_HEAD = re.compile(rb'^[ \t]*\{[ \t]*"aligncheck-lock"[ \t]*:[ \t]*(\d{1,9})', re.MULTILINE)
_REPAIR = "mend it, run aligncheck drift accept, or use the rest with --force"
_MERGE = "take out the markers and keep the lines of both sides; they may stand in any order"


class NewerLockError(InputError):
    """A lock that only a newer aligncheck understands; it must never be read in part or written over."""


class _Block(NamedTuple):
    """A document's lines, its own first, and what is looked up most: the source's path and the sums."""

    source: str | None
    sums: tuple[str, ...]
    lines: bytes


@dataclass(frozen=True, slots=True)
class Lock:
    """What a lock file holds.

    Attributes:
        path: the file, as the user named it.
        blocks: lines by document.
        skipped: what is wrong with lines that ``force`` passed over, in order.
    """

    path: str
    blocks: Mapping[str, _Block] = field(default_factory=dict)
    skipped: tuple[InputError, ...] = ()

    @property
    def known(self) -> tuple[str, ...]:
        """The documents, sorted."""
        return tuple(sorted(self.blocks))

    def source(self, document: str) -> str | None:
        """The path of a document's source; None where it has none or is not known."""
        block = self.blocks.get(document)
        return None if block is None else block.source

    def unchanged(self, document: str, sum_: str) -> bool:
        """Whether the files of this sum are an accepted state of the document."""
        block = self.blocks.get(document)
        return block is not None and sum_ in block.sums

    def size(self, document: str) -> int:
        """How many beads are recorded of a document; nothing is decoded for it."""
        block = self.blocks.get(document)
        return len(set(block.lines.splitlines())) - 1 - len(block.sums) if block else 0  # a merge may repeat lines

    def stands(self, document: str, source: str | None, sum_: str) -> bool:
        """Whether nothing but the files of this sum, with this source, is the accepted state of the document."""
        block = self.blocks.get(document)
        return block is not None and block.source == source and block.sums == (sum_,)

    def source_blobs(self, document: str) -> frozenset[str]:
        """``blob_of`` the document's source in each accepted state."""
        block = self.blocks.get(document)
        return frozenset(map(source_blob, block.sums)) if block else frozenset()

    def document(self, path: str) -> Accepted | None:
        """All that was accepted of a document; None where it is not known."""
        block = self.blocks.get(path)
        return None if block is None else Accepted(path, block.source, block.sums, beads_of(block.lines))


def sum_of(source: bytes, target: bytes | None) -> str:
    """Digest of a document's files: the source's name as a blob and, of two files, a digest of the target."""
    return blob_of(source) + ("" if target is None else f"-{blob_of(target)[:16]}")


def source_blob(sum_: str) -> str:
    """What ``blob_of`` the source was, by a digest of ``sum_of``."""
    return sum_.partition("-")[0]


def blob_of(content: bytes) -> str:
    """The name git gives a text (SHA-1 of ``blob SIZE\\0`` and its bytes): 40 hex digits.

    CRLF counts as LF: a checkout on another system has accepted nothing else.
    """
    text = content.replace(b"\r\n", b"\n")
    return hashlib.sha1(b"blob %d\0" % len(text) + text, usedforsecurity=False).hexdigest()


def dump(documents: Iterable[Accepted]) -> bytes:
    """The bytes of a lock that holds these documents, each of another path, and no others."""
    return replace(Lock(""), documents)


def replace(lock: Lock, accepted: Iterable[Accepted], drop: Collection[str] = ()) -> bytes:
    """The bytes of a lock with these documents accepted and those of the paths in ``drop`` gone.

    Lines of all others stay as they are.
    """
    gone = frozenset(drop)
    blocks = {path: block.lines for path, block in lock.blocks.items() if path not in gone}
    blocks.update((document.path, written(document)) for document in accepted)
    return HEAD + b"".join(blocks[path] for path in sorted(blocks))


def is_lock(data: bytes) -> bool:
    """Whether bytes are those of a lock, damaged or not, or none at all; other files are never written over."""
    return not data.strip() or _ANY_HEAD.search(data) is not None


def parse(data: bytes, path: str, *, force: bool = False) -> Lock:
    """A lock from a file's bytes; what several branches accepted of a document is joined.

    Raises InputError with path, line and remedy for a line that is none of a lock; with ``force`` such lines are
    passed over and told in ``Lock.skipped``. Raises NewerLockError in any case.
    """
    text = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    blocks = _whole(text)
    if blocks is not None:
        return Lock(path, blocks)
    for head in _ANY_HEAD.finditer(text):
        if int(head[1]) > VERSION:
            raise NewerLockError(
                f"a newer aligncheck wrote this lock: version {int(head[1])}, this one reads {VERSION}",
                path=path,
                line=text.count(b"\n", 0, head.start()) + 1,
                remedy="upgrade aligncheck",
            )
    blocks, problems = _by_line(text, path)
    if problems and not force:
        raise problems[0]
    return Lock(path, blocks, tuple(problems))


def _whole(text: bytes) -> dict[str, _Block] | None:
    """The documents of a file in which every line is right and in its place; None for any other.

    A lock of a thousand documents has 10 MB: read a document at a time, three times as quick as line by line.
    """
    if not text.startswith(HEAD) or not text.endswith(b"\n"):
        return None
    blocks: dict[str, _Block] = {}
    start = len(HEAD)
    while start < len(text):
        end = text.find(b"\n{", start) + 1 or len(text)
        lines = text[start:end]
        found = read_whole(lines)
        if found is None or found[0].document in blocks:
            return None
        named, facts = found
        blocks[named.document] = _Block(named.source, sums_of(facts), lines)
        start = end
    return blocks


def _by_line(text: bytes, path: str) -> tuple[dict[str, _Block], list[InputError]]:
    """The documents of any file, each with the facts that name it, and what is wrong with lines, in order."""
    named: dict[str, tuple[DocumentLine, bytes]] = {}
    facts: dict[str, list[bytes]] = {}
    first: dict[str, int] = {}
    sums: dict[str, list[str]] = {}
    problems = []
    headed = False
    for number, line in _lines(text):
        try:
            if not line.startswith(b"{"):
                fact = read_line(line, Fact)
                facts.setdefault(fact.key, []).append(line)
                first.setdefault(fact.key, number)
                if isinstance(fact.source, str):
                    sums.setdefault(fact.key, []).append(fact.source)
            elif b'"aligncheck-lock"' in line and b'"document"' not in line:
                headed = read_line(line, HeadLine).version == VERSION
            else:
                document = read_line(line, DocumentLine)
                named.setdefault(document.key, (document, line))
        except ValueError as error:
            problems.append(_problem(line, error, path, number))
    blocks = {}
    for key, (document, line) in named.items():
        lines = joined((line, *facts.pop(key, ())))
        blocks[document.document] = _Block(document.source, tuple(dict.fromkeys(sums.get(key, ()))), lines)
    for key, lost in facts.items():
        more = f", and {len(lost) - 1} more like it" if len(lost) > 1 else ""
        message = f"a line that belongs to no document of this file{more}"
        problems.append(InputError(message, path=path, line=first[key], remedy=_REPAIR))
    if blocks and not headed and not problems:
        problems.append(InputError("no line that names the lock's version", path=path, line=1, remedy=_REPAIR))
    return blocks, sorted(problems, key=lambda problem: problem.line or 0)


def _lines(text: bytes) -> Iterator[tuple[int, bytes]]:
    """Numbered lines that hold something."""
    for number, line in enumerate(text.split(b"\n"), 1):
        if trimmed := line.strip():
            yield number, trimmed


def _problem(line: bytes, error: ValueError, path: str, number: int) -> InputError:
    if is_conflict(line.decode("utf-8", "replace")):
        return InputError("a merge conflict", path=path, line=number, remedy=_MERGE)
    return InputError(f"not a line of a lock: {error}", path=path, line=number, remedy=_REPAIR)
