"""Rows of a glossary's table to terms: what columns are called, what cells mean. Knows no file format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from aligncheck.errors import InputError
from aligncheck.lang.text import HAN
from aligncheck.model.term import Term, TermStatus, fault_of

Row = tuple[int, Sequence[str]]
"""A row's line in the file (its number in a workbook), and its cells."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "en": ("en", "english", "english term", "en-us", "en-gb", "eng", "term (en)", "英文", "英语", "英語"),
    "zh": (
        "zh", "chinese", "chinese term", "zh-cn", "zh-tw", "zh-hk", "zh-hans", "zh-hant", "simplified chinese",
        "traditional chinese", "chinese simplified", "chinese traditional", "中文", "简体中文", "繁體中文",
    ),
    "source": ("source", "source term", "source text", "term", "原文"),
    "target": ("target", "target term", "target text", "translation", "approved", "preferred", "译文", "譯文", "译名"),
    "forbidden": ("forbidden", "forbidden terms", "do not use", "deprecated", "banned", "avoid", "禁用", "禁用译名"),
    "case": ("case", "case sensitive", "match case", "区分大小写"),
    "keep": ("keep", "do not translate", "dnt", "untranslatable", "non-translatable", "不译", "不翻译"),
    "note": ("note", "notes", "comment", "comments", "remark", "remarks", "definition", "备注", "說明", "说明"),
    "files": ("files", "file", "paths", "path", "scope"),
    "status": ("status", "state", "状态"),
}  # fmt: skip
"""What a column may be called; ``source`` and ``target`` are of the language that most of their cells are in."""

_ROLES = {name: role for role, names in COLUMNS.items() for name in names}
_YES = frozenset(["yes", "y", "true", "1", "x", "✓", "✔", "是"])
_NO = frozenset(["", "no", "n", "false", "0", "-", "否"])
_STATUS: Mapping[str, TermStatus] = {
    **dict.fromkeys(("", "approved", "preferred", "final", "accepted", "yes"), "approved"),
    **dict.fromkeys(("draft", "proposed", "new", "pending"), "draft"),
    **dict.fromkeys(("rejected", "no"), "rejected"),
}
_PARTS = re.compile(r"\s*\|\s*")
_PLAIN = re.compile(r"[_\s]+")
_GUARD = re.compile(r"'(?=\s*[=+\-@＝＋－＠﹦﹢﹣﹫]|[0-9]{8})")
"""The apostrophe by which a cell is kept from being taken for a formula or a number; it is none of the name's."""


def roles(cells: Sequence[str]) -> list[str | None]:
    """What each column of a header row holds (a key of ``COLUMNS``), None for one that does not matter."""
    return [_ROLES.get(_PLAIN.sub(" ", cell.strip().removeprefix("\ufeff").lower())) for cell in cells]


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row names columns that terms can be read from."""
    named = set(roles(cells))
    answered = bool(named & {"en", "source"}) and bool(named & {"zh", "target", "forbidden", "keep"})
    return answered or {"zh", "target"} <= named


def terms_of(rows: Iterable[Row], path: str) -> list[Term]:
    """The terms of a table whose first row is its header; empty rows are passed over.

    Raises InputError with path, line and remedy for a row that is no term.
    """
    table = [(line, cells) for line, cells in rows if any(cell.strip() for cell in cells)]
    if not table:
        return []
    (line, head), *body = table
    columns = _languages(roles(head), body)
    if "en" not in columns:
        raise InputError("no column of English terms", path=path, line=line, remedy="call it en, and the other one zh")
    return [_term(columns, cells, path, line) for line, cells in body]


def _languages(named: list[str | None], body: Sequence[Row]) -> list[str | None]:
    """Roles in which source and target have become languages, by what stands in them."""

    def chinese(column: int) -> int:
        filled = (cells[column] for _, cells in body if column < len(cells) and cells[column].strip())
        return sum(1 if HAN.search(cell) else -1 for cell in filled)

    languages = {"source": "en", "target": "zh"}
    if "source" in named and "target" in named:
        source, target = chinese(named.index("source")), chinese(named.index("target"))
        if source > 0 and source > target:
            languages = {"source": "zh", "target": "en"}
    elif "zh" in named and "en" not in named:
        languages = {"source": "en", "target": "en"}
    return [languages.get(role, role) if role else None for role in named]


def _term(columns: Sequence[str | None], cells: Sequence[str], path: str, line: int) -> Term:
    """A row's term. Several columns of one kind add up."""
    values: dict[str, list[str]] = {}
    for role, cell in zip(columns, cells, strict=False):
        if role and cell.strip():
            values.setdefault(role, []).append(_unguarded(" ".join(cell.split())))

    def names(role: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(part for cell in values.get(role, ()) for part in _PARTS.split(cell) if part))

    def said(role: str) -> str:
        return " ".join(values.get(role, ()))

    term = Term(
        en=names("en"),
        zh=names("zh"),
        forbidden=names("forbidden"),
        case=_flag(said("case"), "case", path, line),
        keep=_flag(said("keep"), "keep", path, line),
        note=said("note"),
        files=names("files"),
        status=_status(said("status"), path, line),
    )
    if fault := fault_of(term):
        raise InputError(f"no term: {fault[0]}", path=path, line=line, remedy=fault[1])
    return term


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARD.match(cell) else cell


def _flag(said: str, column: str, path: str, line: int) -> bool:
    word = said.lower()
    if word not in _YES and word not in _NO:
        raise InputError(f"{column} is {said[:40]!r}", path=path, line=line, remedy="write yes or no")
    return word in _YES


def _status(said: str, path: str, line: int) -> TermStatus:
    if said.lower() not in _STATUS:
        raise InputError(f"status is {said[:40]!r}", path=path, line=line, remedy="write approved, draft or rejected")
    return _STATUS[said.lower()]
