"""A term of a glossary: what it is called in both languages, and what it must not be called. Shapes only."""

from __future__ import annotations

from typing import Literal

import msgspec

TermStatus = Literal["approved", "draft", "rejected"]
"""``approved`` ones are checked; a ``draft`` waits for somebody to decide; a ``rejected`` one is no term."""


class Term(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A concept with its names. Nothing says which language is the source: that is the run's setting.

    Attributes:
        en: English names; each means the concept, the first is preferred.
        zh: Chinese names, likewise: alternatives, of which a translation uses one.
        forbidden: names that a translation must not use for it, in the target language.
        case: whether upper and lower case of the English names matter (``Go``, ``US``).
        keep: not translated: it stands in the target as in the source.
        note: for people.
        files: patterns of the documents it holds for, as in .gitignore; without any, it holds everywhere.
        status: see ``TermStatus``.
    """

    en: tuple[str, ...]
    zh: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    case: bool = False
    keep: bool = False
    note: str = ""
    files: tuple[str, ...] = ()
    status: TermStatus = "approved"
