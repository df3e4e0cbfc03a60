"""Drafts of terms, and how a new run's drafts go with what somebody has decided since. Knows no file format."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aligncheck.lang.zh.lexis import fold

COLUMNS = (
    "en", "zh", "forbidden", "case", "keep", "note", "files", "status",
    "count", "share", "others", "kind", "example_en", "example_zh", "place",
)  # fmt: skip
"""A draft table's columns, in the order of a new one: a glossary's, then what speaks for the draft."""
DRAFT = "draft"
_JOINTS = re.compile(r"[\s\-‐‑_]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposed term as it stands in a file: everything is text.

    Attributes:
        en, zh: its names; ``zh`` is empty for what is kept in Latin letters.
        forms: all ways the English name is written, by which it is known again.
        keep: whether it is not translated; then upper and lower case matter, too.
        kind: ``term``, ``name`` or ``keep``.
        count, share: in how many sentences it has this rendering, and which part of its sentences these are.
        others: competing renderings with their counts, parted by ``|``.
        example_en, example_zh, place: a pair that shows it, and where.
    """

    en: str
    zh: str
    forms: tuple[str, ...]
    keep: bool
    kind: str
    count: int
    share: float
    others: str
    example_en: str
    example_zh: str
    place: str

    def cells(self) -> dict[str, str]:
        """The cell of each column."""
        flag = "yes" if self.keep else "no"
        return {
            "en": self.en, "zh": self.zh, "forbidden": "", "case": flag, "keep": flag, "note": "", "files": "",
            "status": DRAFT, "count": str(self.count), "share": f"{self.share:.2f}", "others": self.others,
            "kind": self.kind, "example_en": self.example_en, "example_zh": self.example_zh, "place": self.place,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """What a file holds already: the names of a term, and whether it is a draft that nobody has touched."""

    names: frozenset[str]
    untouched: bool


@dataclass(frozen=True, slots=True)
class Merge:
    """What becomes of a file's entries.

    Attributes:
        entries: of each entry what replaces it, None for one that goes; the entry's own number for one that stays.
        new: drafts that come behind them.
    """

    entries: tuple[Draft | int | None, ...]
    new: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """What a merge did: drafts that were added, that were there already, that went, and decided terms that stay."""

    added: int
    known: int
    removed: int
    decided: int

    @classmethod
    def of(cls, merge: Merge) -> Tally:
        known = sum(isinstance(each, Draft) for each in merge.entries)
        decided = sum(isinstance(each, int) for each in merge.entries)
        return cls(len(merge.new), known, merge.entries.count(None), decided)


def key(name: str) -> str:
    """By what an English name is known again, however it is joined and in either number."""
    plain = _JOINTS.sub(" ", name.strip()).casefold()
    return plain[:-1] if len(plain) > 3 and plain.endswith("s") and not plain.endswith("ss") else plain


def keys(names: Sequence[str]) -> frozenset[str]:
    """The keys of several names."""
    return frozenset(key(name) for name in names if name.strip())


def merged(entries: Sequence[Entry], drafts: Sequence[Draft]) -> Merge:
    """Entries somebody has decided on stay as they are; drafts are renewed in their place, or go; new ones come last.

    A draft whose English name an entry has, in any of its forms, is not new. Of several entries of one name the first
    untouched one is renewed.
    """
    owner: dict[str, int] = {}
    for number, draft in enumerate(drafts):
        for name in keys((draft.en, *draft.forms)):
            owner.setdefault(name, number)
    taken: set[int] = set()
    for entry in entries:
        if not entry.untouched:
            taken |= {owner[name] for name in entry.names if name in owner}
    result: list[Draft | int | None] = []
    for number, entry in enumerate(entries):
        if not entry.untouched:
            result.append(number)
            continue
        own = min((owner[name] for name in entry.names if name in owner), default=-1)
        if own < 0 or own in taken:
            result.append(None)
        else:
            taken.add(own)
            result.append(drafts[own])
    return Merge(tuple(result), tuple(draft for number, draft in enumerate(drafts) if number not in taken))


def is_untouched(cells: Mapping[str, str]) -> bool:
    """Whether a row is as a run wrote it: a draft without remarks, whose names its own example shows."""
    if cells.get("status", "").strip().lower() != DRAFT:
        return False
    if any(cells.get(column, "").strip() for column in cells.keys() - set(COLUMNS)):
        return False
    if any(cells.get(column, "").strip() for column in ("forbidden", "note", "files")):
        return False
    zh, keep = cells.get("zh", ""), cells.get("keep", "")
    if cells.get("case", keep) != keep:
        return False
    if not zh:
        return keep == "yes"
    return keep == "no" and _within(zh, cells.get("example_zh", ""))


def _within(name: str, example: str) -> bool:
    """Whether a name stands in an example, whatever the script and blanks."""
    plain = "".join(fold(name).lower().split())
    return bool(plain) and plain in "".join(fold(example).lower().split())
