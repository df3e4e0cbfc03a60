"""Where findings stand, for programs: file, lines, columns and characters; knows no output format.

A report holds the text of sentences, not of files, so the end of evidence is told only where it is sure: on one line,
or in text that is the document's own, line breaks and all.
"""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple
from urllib.parse import quote

from aligncheck.model.report import EvidenceSpan, PairSide
from aligncheck.report.conventions import Entry

_DRIVE = re.compile(r"[A-Za-z]:/")


class Region(NamedTuple):
    """Characters of a file, by default its very beginning.

    Attributes:
        path: as the report names it.
        line, column: of the first character, from 1.
        end_line: of the last character.
        end_column: behind the last character; None where it is not known, which stands for the end of ``end_line``.
        start, length: characters from the beginning of the file; None unless they are just those of the lines above.
        text: the characters without markup.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int | None = 1
    start: int | None = None
    length: int | None = None
    text: str = ""

    @property
    def one_line(self) -> bool:
        return self.end_line == self.line and self.end_column is not None


def region_of(entry: Entry) -> Region:
    """The finding's own place: the target's evidence or sentence, else the source's, else the document's beginning."""
    report, finding, pair = entry
    document = report.document
    for path, spans, side in (
        (document.target.path, finding.target_spans, pair.target if pair else None),
        (document.source.path, finding.source_spans, pair.source if pair else None),
    ):
        if spans:
            return _of_span(path, spans[0], side)
        if side:
            return _of_side(path, side)
    return Region(document.path)


def counterpart_of(entry: Entry) -> Region | None:
    """The source's sentence, else its evidence, where the finding's own place is in the target."""
    report, finding, pair = entry
    if not (finding.target_spans or (pair and pair.target)):
        return None
    path = report.document.source.path
    if pair and pair.source:
        return _of_side(path, pair.source)
    return _of_span(path, finding.source_spans[0], None) if finding.source_spans else None


def in_repository(path: str, prefix: str) -> str:
    """A report's path as the repository knows it; ``prefix`` is the current directory seen from its root.

    A path that leads out of the repository keeps its ``../``, an absolute one stays as it is.
    """
    joined = posixpath.normpath(posixpath.join(prefix, path))
    return f"/{joined.lstrip('/')}" if joined.startswith("/") else joined


def inside(path: str) -> bool:
    """Whether a path of ``in_repository`` stays within the repository."""
    return not (path.startswith(("/", "../")) or path == ".." or _DRIVE.match(path))


def uri(path: str) -> str:
    """A path of ``in_repository`` as an URI reference: relative, or ``file:`` for an absolute path.

    All but letters, digits and ``-._~/`` is percent-encoded. A name that is not UTF-8 keeps its bytes.
    """
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "replace")
    if _DRIVE.match(path):
        return f"file:///{path[:2]}{quote(data[2:])}"
    return f"file://{quote(data)}" if path.startswith("/") else quote(data)


def _of_side(path: str, side: PairSide) -> Region:
    if side.line != side.end_line:
        return Region(path, side.line, side.column, side.end_line, None, text=side.text)
    length = side.end - side.start
    return Region(path, side.line, side.column, side.line, side.column + length, side.start, length, side.text)


def _of_span(path: str, span: EvidenceSpan, side: PairSide | None) -> Region:
    """A span's region; the words of a sentence of several lines may hide a line break, as a space or as nothing."""
    length, words = span.end - span.start, span.text
    within = side is not None and side.start <= span.start and span.end <= side.end
    if within and side is not None and side.line == side.end_line:
        return Region(path, span.line, span.column, span.line, span.column + length, span.start, length, words)
    breaks = words.count("\n")
    verbatim = len(words) == length and (breaks or not within or not re.search(r"\s", words))
    if not verbatim:
        return Region(path, span.line, span.column, span.line, None, text=words)
    end = len(words) - words.rindex("\n") if breaks else span.column + length
    return Region(path, span.line, span.column, span.line + breaks, end, span.start, length, words)
