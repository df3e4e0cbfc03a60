"""Compares two renderings that stand in files: reads and pairs them, writes the comparison. Judges one score."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import msgspec

from aligncheck.config import Config
from aligncheck.config.load import find, settings
from aligncheck.drift.renderings import Rendering, between_files, within_document
from aligncheck.drift.scoring import compare
from aligncheck.engine import pair_documents
from aligncheck.engine.drift import pairing_of
from aligncheck.errors import ConfigError, InputError
from aligncheck.lang.share import languages_of
from aligncheck.lexicon import Lexicon
from aligncheck.model.renderings import Renderings
from aligncheck.model.text import Document, Lang, Pair
from aligncheck.report.renderings import FORMATS, on_terminal
from aligncheck.runner.files import read_document, write_whole
from aligncheck.runner.output import Destination, Terminal
from aligncheck.segment import segment

_NAMES = {"en": "English", "zh": "Chinese"}


def wanted(outputs: Sequence[str]) -> tuple[Destination, ...]:
    """What ``--output`` asks for, text without it. Raises ConfigError for a format that is not there."""
    found = []
    for output in outputs or ("text",):
        form, _, path = output.partition("=")
        if form not in FORMATS:
            raise ConfigError(f"unknown output format {form!r}", remedy=f"use one of {', '.join(FORMATS)}")
        found.append(Destination(form, path or None))
    return tuple(found)


def compare_files(a: str, b: str, *, source: str | None = None, lang: Lang | None = None) -> Renderings:
    """The comparison of the renderings in two files, by their source where its file is given.

    ``lang`` is the language of both; without it their prose tells. Raises ConfigError and InputError: one file given
    twice, two languages, both languages in one file, nothing in common.
    """
    for one, other in ((a, b), (a, source), (b, source)):
        if other is not None and _same(one, other):
            raise ConfigError("is given twice", path=one, remedy="name two renderings of the same text")
    documents = [read_document(path).without_directives() for path in (a, b)]
    lang = lang or _language(documents)
    pairs = None if source is None else _pairs(source, documents, lang)
    first, second = (Rendering(document, segment(document, lang)) for document in documents)
    found = compare(between_files(first, second, pairs), lang, (a, b), source)
    if not found.summary.compared:
        what = "shares no source sentence with" if pairs else "has no sentence that answers one of"
        raise InputError(f"{what} {a}", path=b, remedy="check that both render the same text")
    return found


def compare_within(path: str, *, lang: Lang | None = None) -> Renderings:
    """The comparison of the renderings of one source in one bilingual file.

    ``lang`` is their language; without it the target's, by the nearest configuration file. Raises InputError where
    nothing is rendered twice.
    """
    document = read_document(path)
    folder = Path(os.path.abspath(path)).parent  # noqa: PTH100 - resolve() would follow links out of the project
    lang = lang or settings(find(folder), folder, {}).config.target
    pairing = pairing_of(document, None, Config(source=_other(lang)), Lexicon.load())
    groups = within_document(pairing.pairs)
    found = compare(groups, lang, (path, path), path)
    if not found.summary.compared:
        raise InputError(
            f"renders no sentence twice in {_NAMES[lang]}", path=path, remedy="name the second rendering's file, too"
        )
    return found


def below(found: Renderings, least: float | None) -> Renderings:
    """The comparison with its verdict: it fails where corpus chrF is below ``least``."""
    score = found.summary.chrf
    if least is None or score is None or score >= least:
        return found
    return msgspec.structs.replace(found, failing=(f"chrF {score:.2f} is below {least:g}",))


def write(found: Renderings, outputs: Sequence[Destination], terminal: Terminal, *, in_order: bool) -> str:
    """Write every output that is a file; returns what belongs on standard output."""
    printed = []
    for output in outputs:
        if output.path is not None:
            write_whole(Path(output.path), FORMATS[output.format](found))
        elif output.format == "text":
            printed.append(on_terminal(found, color=terminal.color, width=terminal.width, in_order=in_order))
        else:
            printed.append(FORMATS[output.format](found).decode("utf-8"))
    return "".join(printed)


def _pairs(source: str, renderings: Sequence[Document], lang: Lang) -> tuple[Sequence[Pair], Sequence[Pair]]:
    original = read_document(source).without_directives()
    if languages_of(original.text) == lang:
        remedy = f"name the {_NAMES[_other(lang)]} original"
        raise ConfigError(f"the source is {_NAMES[lang]} like its renderings", path=source, remedy=remedy)
    config, lexicon = Config(source=_other(lang)), Lexicon.load()
    first, second = (pair_documents(original, document, config, lexicon).pairs for document in renderings)
    return first, second


def _language(documents: Sequence[Document]) -> Lang:
    """The one language of all. Raises InputError."""
    told = [languages_of(document.text) for document in documents]
    for document, lang in zip(documents, told, strict=True):
        if lang == "both":
            remedy = "name it alone to compare the renderings in it, or say which language with --lang"
            raise InputError("holds both languages", path=document.path, remedy=remedy)
        if lang is None:
            raise InputError("has too little text to tell its language", path=document.path, remedy="say --lang")
    if told[0] != told[1]:
        message = f"one is {_NAMES[str(told[0])]}, the other {_NAMES[str(told[1])]}: {documents[0].path}"
        remedy = "name two renderings in one language; aligncheck check compares a text with its original"
        raise InputError(message, path=documents[1].path, remedy=remedy)
    return str(told[0])


def _other(lang: Lang) -> Lang:
    return "zh" if lang == "en" else "en"


def _same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except OSError:
        return False  # one is missing, which reading it will say
