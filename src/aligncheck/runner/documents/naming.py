"""Reads the language out of a file's path by the conventions of documentation projects; never opens the file."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from aligncheck.formats import suffix_of
from aligncheck.lang.language_tags import CHINESE, ENGLISH

_OTHER = (
    r"(?:ar|az|be|bg|bn|ca|cs|da|de|el|es|et|fa|fi|fr|he|hi|hr|hu|id|it|ja|jp|ka|kk|ko|kr|lt|lv|mn|ms|nb|nl|no|pl|pt"
    r"|ro|ru|sk|sl|sr|sv|sw|ta|te|th|tr|uk|ur|uz|vi)(?:[-_][a-z]{2,4})?"
)
# The earliest separator wins: x_zh_CN is x + zh_CN, not x_zh + CN.
_MARKED = re.compile(rf"(?:(?P<rest>.+?)[-_.])??(?:(?P<en>{ENGLISH})|(?P<zh>{CHINESE}))", re.IGNORECASE)
_FOREIGN = re.compile(rf"(?:(?P<rest>.+?)[-_.])??(?P<other>{_OTHER})", re.IGNORECASE)
_ORIGINAL = re.compile(r"(?P<rest>.+)[-_.]orig(?:in|inal)", re.IGNORECASE)

_MARKDOWN = frozenset({".md", ".mdx", ".markdown"})


class Name(NamedTuple):
    """What a path says of its document.

    Attributes:
        path: the path, with ``/``.
        key: what the language versions of one document have in common: directories and stem without language marks,
            the suffix. ``-`` and ``_`` are one, upper and lower case too.
        lang: ``"en"`` or ``"zh"`` where the file name or a directory says so, else None.
        stem: the stem without language mark as it is written, to tell the closer of two candidates.
    """

    path: str
    key: tuple[str, ...]
    lang: str | None
    stem: str

    @property
    def suffix(self) -> str:
        return suffix_of(self.path)


def read_name(path: str) -> Name:
    """Parse a normal relative path with ``/``.

    The file's own mark outranks a directory's, an inner directory an outer one.
    """
    *above, name = path.split("/")
    suffix = suffix_of(name)
    lang, directories = None, []
    for part in above:
        rest, found = _split(part)
        lang = found or lang
        if rest:
            directories.append(rest)
    stem, found = _split(name.removesuffix(suffix))
    if original := _ORIGINAL.fullmatch(stem):
        stem = original["rest"]
    return Name(path, (*map(_fold, directories), _fold(stem), _family(suffix)), found or lang, stem)


def foreign_keys(path: str) -> tuple[tuple[str, ...], ...]:
    """Keys the document would have if one part of its path named a third language; empty when none can.

    Only the existence of the English or Chinese document under such a key shows that ``it`` means Italian.
    """
    *above, name = path.split("/")
    suffix = suffix_of(name)
    parts = [*above, name.removesuffix(suffix)]
    keys = []
    for at, part in enumerate(parts):
        if found := _FOREIGN.fullmatch(part):
            others = [_split(p)[0] for p in parts]
            others[at] = found["rest"] or ""
            stem = others.pop()
            keys.append((*(_fold(p) for p in others if p), _fold(stem), _family(suffix)))
    return tuple(keys)


@lru_cache(maxsize=1 << 12)  # directories come up again for every file in them
def _split(part: str) -> tuple[str, str | None]:
    """A path component without its language mark, and the language."""
    found = _MARKED.fullmatch(part)
    if not found:
        return part, None
    return found["rest"] or "", "en" if found["en"] else "zh"


def _fold(part: str) -> str:
    return part.casefold().replace("_", "-")


def _family(suffix: str) -> str:
    """A translation of ``x.md`` may be ``x.mdx``."""
    folded = suffix.casefold()
    return ".md" if folded in _MARKDOWN else ".yaml" if folded == ".yml" else folded
