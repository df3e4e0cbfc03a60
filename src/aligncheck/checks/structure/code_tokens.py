"""Code as words: what a program or a command says, without comments, white space and the style of its quotes.

No programming language is parsed. One scanner knows how the common ones write comments and strings; where it is wrong,
it is wrong in the same way on both sides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from aligncheck.lang.language_tags import CHINESE_TAG, ENGLISH_TAG
from aligncheck.lang.patterns import deferred
from aligncheck.lang.text import HAN
from aligncheck.model.text import Block

_HASH = frozenset(
    """bash sh shell zsh fish console terminal shell-session shellscript sh-session powershell ps1 python py python3
    ipython pycon yaml yml toml ini conf properties env dotenv ruby rb perl r elixir make makefile docker dockerfile
    cmake nginx gitignore git graphql nim julia""".split()
)
"""Languages (words of a fence's info string) whose comments begin with a number sign and in which ``//`` is none."""
_SLASHES = frozenset(
    """c cpp c++ h hpp csharp cs java kotlin kt scala go golang rust rs swift dart js javascript mjs cjs jsx ts
    typescript tsx json json5 jsonc astro svelte vue php scss sass less proto groovy gradle zig solidity""".split()
)
"""Languages whose comments begin with two slashes and in which a number sign begins something else."""
_DASHES = frozenset({"sql", "mysql", "postgresql", "lua", "haskell", "hs", "elm", "ada", "vhdl"})

_BLOCKS = r"/\*(?:[^*]|\*(?!/))*\*/|<!--(?:[^-]|-(?!->))*-->"
_STRINGS = (
    r"\"\"\"(?:[^\"]|\"(?!\"\"))*\"\"\"|'''(?:[^']|'(?!''))*'''"
    r"|\"(?:\\.|[^\"\\\n])*\"|(?:(?<!\w)[bfru]{1,2}|(?<!\w))'(?:\\.|[^'\\\n])*'(?!\w)"
    r"|(?<!`)`(?:\\.|[^`\\\n])*`(?!`)|“[^”\n]*”"
)
_LETTER = r"A-Za-z0-9_\u00c0-\u024f"
_WORD = rf"(?:--?|\.{{0,2}}/|~/|\.)?[{_LETTER}$@](?:[{_LETTER}./:@%+~$-]*[{_LETTER}/%$])?"
_CHINESE = deferred(rf"{HAN.pattern}|[\u3000-\u303f\uff00-\uff65]")
_CLOSERS = frozenset(")]}>")
_QUOTES = dict.fromkeys("\"'`“”‘’「」", '"')
_OPENING = deferred(r"\s*(?:<pre\b[^>]*>(?:\s*<code\b[^>]*>)?|(?:```|~~~)[^\n]*\n)")
_CLOSING = deferred(r"(?:(?:</code>\s*)?</pre>|(?:```|~~~))\s*\Z")
"""What frames code: tags in Markdown, fences in plain text."""
_LAYOUT = frozenset({*',;:.()[]{}|_*`"\\', ""})
_TELLING = deferred(r"[0-9_/@]|^-|\w\.\w|[a-z][A-Z]")
_SIGNS = frozenset("(){}[]=;<>|&$+*!")
_SIGNS_SHARE = 0.15
_LOCALE = deferred(rf"[-_./]?(?<![A-Za-z0-9])(?:{ENGLISH_TAG}|{CHINESE_TAG})(?![A-Za-z0-9])", re.IGNORECASE)


class Token(NamedTuple):
    """A word, string or sign of code at ``[start, end)``.

    ``text`` is what is compared: without marks of a language (``/zh-cn/``), which translators have to change. ``han``
    says that it is Chinese text, or punctuation of it.
    """

    text: str
    start: int
    end: int
    line: int
    string: bool
    han: bool


def language(block: Block) -> str:
    """The language a fence names: the first word of its info string, without options and braces."""
    found = re.match(r"\{?\.?([\w+#-]+)", block.info)
    return found.group(1).lower() if found else ""


def tokens(text: str, lang: str) -> list[Token]:
    """The words of a piece of code, in order. Comments, and commas and semicolons that end a list or line, are none."""
    return list(_without_closing_commas(list(_scan(text, lang))))


def _scan(text: str, lang: str) -> Iterator[Token]:
    line, counted = 0, 0
    opening, closing = _OPENING.match(text), _CLOSING.search(text)
    first, last = opening.end() if opening else 0, closing.start() if closing else len(text)
    for found in _scanner(_family(lang)).finditer(text, first, last):
        kind = found.lastgroup
        if kind == "comment":
            continue
        line += text.count("\n", counted, found.start())
        counted = found.start()
        raw = found.group()
        said = _LOCALE.sub("", _string(raw) if kind == "string" else unicodedata.normalize("NFKC", raw))
        han = _CHINESE.search(raw) is not None
        yield Token(_QUOTES.get(said, said), found.start(), found.end(), line, kind == "string", han)


def _without_closing_commas(found: list[Token]) -> Iterator[Token]:
    for n, token in enumerate(found):
        following = found[n + 1] if n + 1 < len(found) else None
        ends = following is None or following.line > token.line
        if token.text == "," and following is not None and following.text in _CLOSERS:
            continue
        if token.text == ";" and ends:
            continue
        yield token


def _string(literal: str) -> str:
    """A string as it is compared: one kind of quotes, single spaces."""
    inner = literal.strip("\"'`“”")
    return f'"{" ".join(unicodedata.normalize("NFKC", inner).split())}"'


def _family(lang: str) -> str:
    if lang in _HASH:
        return "hash"
    if lang in _SLASHES:
        return "slashes"
    return "dashes" if lang in _DASHES else ""


@cache
def _scanner(family: str) -> re.Pattern[str]:
    hashes, slashes = r"(?<!\S)#(?![!\[])[^\n]*", r"(?<!:)//[^\n]*"
    if family == "hash":
        comments = hashes
    elif family == "slashes":
        comments = f"{_BLOCKS}|{slashes}"
    elif family == "dashes":
        comments = f"{_BLOCKS}|(?<!\\S)--[^\\n]*"
    else:
        # An unknown language: only what looks like a remark.
        comments = rf"(?<!\S)(?:{_BLOCKS})|(?<!\S)(?:#+|//)(?=[ \t]|[^\x00-\x7f])[^\n]*"
    return re.compile(
        f"(?P<comment>{comments})|(?P<string>{_STRINGS})|(?P<han>{HAN.pattern}+)|(?P<word>{_WORD})|(?P<sign>\\S)"
    )


def prosaic(line: Sequence[Token]) -> bool:
    """Whether a line of code reads like a sentence: mostly plain words, few signs, and no path in quotes."""
    words = sum(t.text.isalpha() or (t.string and not _TELLING.search(t.text)) for t in line)
    return len(line) >= 3 and words >= 0.7 * len(line)


def programmatic(found: Sequence[Token]) -> bool:
    """Whether words are set among the signs of a program or the flags of a command."""
    signs = sum(t.text in _SIGNS or t.text.startswith("--") for t in found)
    return signs >= _SIGNS_SHARE * len(found)


def layout_only(found: Sequence[Token]) -> bool:
    """Whether there is nothing but brackets, commas and the like, which a change of layout moves."""
    return all(t.text in _LAYOUT for t in found)


def telling(found: Sequence[Token]) -> bool:
    """Whether words stand for themselves in any language: numbers, flags, paths, identifiers."""
    return any(_TELLING.search(t.text) for t in found)
