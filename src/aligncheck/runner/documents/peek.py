"""Looks into a file before it is read: binary or text, and in which language. Knows no format's structure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck.errors import InputError

if TYPE_CHECKING:
    from aligncheck.lang.share import Languages

_HEAD = 4096
_ENOUGH = 200_000


def looks_binary(path: str) -> bool:
    """Whether the first bytes hold NULs that UTF-16 does not explain; an unreadable file is not called binary."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - every file of a directory is opened
            head = file.read(_HEAD)
        if b"\0" in head:
            from aligncheck.formats.encoding import decode

            decode(head, path)
    except InputError:
        return True
    except OSError:
        pass
    return False


def peek_languages(path: str) -> Languages | None:
    """The language of a file's prose, from its first 200,000 characters; None when it cannot be told or read."""
    from aligncheck.formats.encoding import decode
    from aligncheck.lang.share import languages_of

    try:
        return languages_of(decode(Path(path).read_bytes(), path).text[:_ENOUGH])
    except (OSError, InputError):
        return None
