"""What git leaves in a file where a merge failed. Knows no file's format."""

from __future__ import annotations

_MARKERS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def is_conflict(line: str) -> bool:
    """Whether a line is one of git's conflict markers."""
    return line.startswith(_MARKERS)
