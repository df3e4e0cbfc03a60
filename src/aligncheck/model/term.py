"""A term of a glossary: what it is called in both languages, and what it must not be called. Shapes only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

TermStatus = Literal["approved", "draft", "rejected"]
"""``approved`` ones are checked; a ``draft`` waits for somebody to decide; a ``rejected`` one is no term."""


class Term(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A concept with its names, for either direction of translation. A text may stand for a list of one."""

    en: Annotated[tuple[str, ...], Meta(description="English names; each means the concept, the first is preferred.")]
    zh: Annotated[
        tuple[str, ...], Meta(description="Chinese names: alternatives, of which a translation uses one.")
    ] = ()
    forbidden: Annotated[
        tuple[str, ...], Meta(description="Names, in the target language, that a translation must not use for it.")
    ] = ()
    case: Annotated[bool, Meta(description="Whether upper and lower case of the English names matter (Go, US).")] = (
        False
    )
    keep: Annotated[bool, Meta(description="Whether it stands in the translation as in the source.")] = False
    note: Annotated[str, Meta(description="For people.")] = ""
    files: Annotated[
        tuple[str, ...],
        Meta(description="Patterns of the documents it holds for, as in .gitignore; without any it holds everywhere."),
    ] = ()
    status: Annotated[
        TermStatus,
        Meta(description="Approved terms are checked; a draft waits for a decision; a rejected one is none."),
    ] = "approved"


class Terms:
    """The approved terms that hold for a document, as one value: equal only to itself, so that what is made of
    thousands of terms can be kept by it, and no document costs a comparison of them all.

    ``words`` are those of the English names, in small letters.
    """

    __slots__ = ("all", "words")

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self.all: tuple[Term, ...] = tuple(term for term in terms if term.status == "approved")
        names = (name for term in self.all for name in term.en)
        self.words = frozenset(word for name in names for word in name.lower().split())

    def __len__(self) -> int:
        return len(self.all)


NO_TERMS = Terms()


def spelled_out(value: object) -> object:
    """A term as files may write it, in the shape of ``Term``: ``["agent", "智能体"]`` is English and Chinese, and a
    string stands for a list of one. What is neither is given back as it is, for whoever checks it to say so.
    """
    if isinstance(value, list | tuple) and len(value) == 2 and all(isinstance(name, str) for name in value):
        return {"en": [value[0]], "zh": [value[1]]}
    if isinstance(value, dict):
        listed = {"en", "zh", "forbidden", "files"}
        return {k: [v] if k in listed and isinstance(v, str) else v for k, v in value.items()}
    return value


def fault_of(term: Term) -> tuple[str, str] | None:
    """Why a term can say nothing, and what mends it; None for one that can."""
    if not term.en or not all(name.strip() for name in (*term.en, *term.zh, *term.forbidden)):
        return "a term without a name", "give its English name, and leave out names that are empty"
    if not (term.zh or term.forbidden or term.keep) and term.status == "approved":
        return f"no Chinese for {term.en[0]!r}", "give its Chinese name, or a forbidden one, or say that it is kept"
    return None
