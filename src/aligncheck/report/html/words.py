"""The words of the pages in English and Chinese, from assets/*.json; the page's script swaps them."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

import msgspec
from markupsafe import Markup, escape

LANGUAGE_NAMES = {
    "en": "English",
    "zh": "中文",
    "zh-Hans": "简体中文",
    "zh-Hant": "繁體中文",
}


FILES = {
    "document": ("words", "words_document", "words_triage", "words_review"),
    "mending": ("words", "words_document", "words_mending", "words_triage", "words_review"),
    "index": ("words", "words_index", "words_triage", "words_review"),
    "drift": ("words", "words_drift"),
    "renderings": ("words",),
}
"""Page → the files of its words; a page carries no others. A key stands in one file only."""


@cache
def words(*files: str) -> dict[str, tuple[str, str]]:
    """Key → (English, Chinese), of all files or some. ``{0}`` is the first argument; ``a|b`` has the singular first."""
    found: dict[str, tuple[str, str]] = {}
    for file in files or sorted({file for page in FILES.values() for file in page}):
        text = resources.files("aligncheck.report").joinpath("assets", f"{file}.json").read_bytes()
        found |= msgspec.json.decode(text, type=dict[str, tuple[str, str]])
    return found


def say(key: str, *arguments: int | str) -> str:
    """A phrase in English."""
    english = words()[key][0]
    one, bar, many = english.partition("|")
    return (one if not bar or arguments[:1] == (1,) else many).format(*arguments)


@lru_cache(maxsize=1 << 10)
def phrase(key: str, *arguments: int | str) -> Markup:
    """A phrase in English that the script can turn into Chinese."""
    data = f' data-a="{escape("|".join(map(str, arguments)))}"' if arguments else ""
    return Markup(f'<span data-t="{key}"{data}>{escape(say(key, *arguments))}</span>')


@cache
def label(key: str) -> Markup:
    """An ``aria-label`` attribute that the script can turn into Chinese."""
    return _attribute("aria-label", "l", key)


@cache
def hint(key: str) -> Markup:
    """A ``title`` attribute that the script can turn into Chinese."""
    return _attribute("title", "h", key)


def placeholder(key: str) -> Markup:
    """A ``placeholder`` attribute that the script can turn into Chinese."""
    return _attribute("placeholder", "p", key)


def _attribute(name: str, mark: str, key: str) -> Markup:
    return Markup(f'{name}="{escape(say(key))}" data-{mark}="{key}"')


def for_script(page: str) -> tuple[dict[str, str], dict[str, str]]:
    """Key → English and key → Chinese, for the script of a page."""
    known = words(*FILES[page])
    return {key: en for key, (en, _) in known.items()}, {key: zh for key, (_, zh) in known.items()}


def html_lang(lang: str, script: str | None) -> str:
    """The value of a ``lang`` attribute: ``en``, ``zh-Hans``, ``zh-Hant``, ``zh``."""
    return f"{lang}-{script}" if lang == "zh" and script in ("Hans", "Hant") else lang
