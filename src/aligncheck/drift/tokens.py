"""Cuts a sentence into tokens: words, Han characters, figures, code; each with the form that counts. Compares nothing.

A token's ``key`` is the same however the sentence is set: case, width, kinds of hyphens and quotes, markup and
addresses do not show in it. Signs that carry meaning do: ``-5``, ``>= 3``, ``50%``, ``C++``, ``--flag``.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from aligncheck.lang.digits import FOLD
from aligncheck.lang.patterns import deferred
from aligncheck.model.text import Lang, Mark

TokenKind = Literal["word", "han", "figure", "sign", "code"]

WIDTH = 3
"""Characters of a token's hash: 18 bits, so that one in 262,144 unlike tokens looks alike."""

_VERBATIM = frozenset({"code", "math", "placeholder"})
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_INSIDE = re.escape(_INVISIBLE)
_TOKEN = deferred(
    r"[\s,;()\"]*+(?:"
    r"(?P<plain>[a-z]+(?=[ ,;)]|[.:]? |[.:]?\Z))"
    r"|(?P<han>[㐀-䶿一-鿿豈-﫿\U00020000-\U000323af々〇])"
    r"|(?P<address>(?:https?|ftp)://[!-;=?-~]*[\w/=&#%-]|www\.[!-;=?-~]*[\w/=&#%-]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\{:?[#.][^{}]*\})"
    r"|(?P<code>``[^`]+``|`[^`]+`|%[sd](?![a-z])|%\([a-z_]+\)[sd]|\$?\{\{?[^{}]{1,60}\}\}?)"
    r"|(?P<figure>(?:(?<![\w)\]])(?:[-+±~≈^]|\+/-)(?=[$€£¥]?\.?[0-9]))?[$€£¥]?"
    r"(?:v(?=[0-9]+\.[0-9x])|(?<!\w)v(?=[0-9]))?"
    r"(?:[0-9]{1,3}(?:[,\u2009'][0-9]{3})+(?![0-9])|[0-9]+|\.[0-9]+)"
    r"(?:[.:/][0-9]+|\.[x*](?![a-z0-9]))*(?:-?(?:alpha|beta|rc|dev|pre|preview|snapshot|post)(?:[.-]?[0-9]+)*(?![a-z]))?"
    r"(?:e[-+]?[0-9]+(?![0-9a-z]))?(?:st\b|nd\b|rd\b|th\b)?[½⅓⅔¼¾⅛]?(?: ?[%‰])?|[½⅓⅔¼¾⅛⅜⅝⅞])"
    r"|(?P<flag>(?<![\w-])--?[a-z](?:[\w-]*\w)?)"
    r"|(?P<initials>(?:[a-z]\.)+[a-z](?!\w))"
    r"|(?P<word>[^\W\d_]+(?:[\w" + _INSIDE + r"]|'(?=[^\W\d_]))*(?:\+\+|\#(?!\w))?|_+\w+)"
    r"|(?P<sign>(?<=[0-9x])\+(?!\w)|>=|<=|!=|==|[<>≥≤≠≈=](?=\s*[-$]?[0-9])|[°×÷√∞€£¥$&]|[✅✓✔☑❌✗✘☒])"
    r")"
)  # fmt: skip
"""A token of a text in small letters; ``plain`` is a word, found faster."""
_ADDRESS = deferred(
    r"(?:https?://|mailto:|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+"
    r"|(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|edu|gov|cn|app|co|info|me|uk|de|eu|jp|tw|hk)(?:/\S*)?",
    re.IGNORECASE,
)
"""Words of a link that are an address, wherever it leads."""
_HAN_IN_WORD = deferred(r"[㐀-䶿一-鿿豈-﫿]")
_SIGNS = {
    ">=": "≥", "<=": "≤", "!=": "≠", "&": "and",
    "✅": "✓", "✔": "✓", "☑": "✓", "❌": "✗", "✘": "✗", "☒": "✗",
}  # fmt: skip
_DASHES = "—―"
"""What is never a minus or the beginning of a flag, although it is folded to a hyphen."""
_GROUPED = deferred(r"(?<=[0-9])[,\u2009'](?=[0-9]{3})")
_HIDDEN = dict.fromkeys(map(ord, _INVISIBLE))


class Token(NamedTuple):
    """A token at ``[start, end)`` of its sentence; ``key`` is what is compared."""

    kind: TokenKind
    key: str
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence as it stands now: its clean text, and its inline markup in characters of that."""

    text: str
    marks: Sequence[Mark] = ()


def cut(text: str, marks: Sequence[Mark] = ()) -> list[Token]:
    """The tokens of a sentence from left to right. Punctuation, tags, footnote signs and addresses are none."""
    folded = _small(text)
    if not marks:
        return _plain(text, folded, 0, len(folded))
    tokens: list[Token] = []
    at = 0
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        skipped = mark.kind in ("html", "footnote") or (
            mark.kind == "link" and _ADDRESS.fullmatch(text, mark.start, mark.end) is not None
        )
        if mark.start < at or not (skipped or mark.kind in _VERBATIM):
            continue
        tokens += _plain(text, folded, at, mark.start)
        if not skipped and mark.end > mark.start:
            tokens.append(Token("code", _verbatim(text[mark.start : mark.end]), mark.start, mark.end))
        at = mark.end
    return tokens + _plain(text, folded, at, len(folded))


def _verbatim(text: str) -> str:
    """Code counts letter by letter; only how it is broken over lines does not."""
    return "`" + " ".join(text.split()) + "`"


def _small(text: str) -> str:
    """The text in one width and in small letters, at the same length."""
    if text.isascii():
        return text.lower()
    folded = text.translate(FOLD)
    low = folded.lower()
    return low if len(low) == len(folded) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def _plain(text: str, folded: str, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(folded, start, end):
        kind = match.lastgroup or "plain"
        if kind == "plain":
            found.append(Token("word", match[kind], match.start(kind), match.end()))
        elif kind == "word" and _HAN_IN_WORD.search(match[kind]):
            found += _mixed(text, folded, match.start(kind), match.end())
        elif kind == "code":  # letter by letter, capitals and all
            found.append(Token("code", _verbatim(text[match.start(kind) : match.end()].strip("`")), *match.span(kind)))
        elif kind in ("figure", "flag") and text[match.start(kind)] in _DASHES:
            start = match.start(kind) + len(match[kind]) - len(match[kind].lstrip("-"))
            found += _plain(text, folded, start, match.end())
        elif kind != "address":
            found.append(_token(kind, match[kind], match.start(kind)))
    return found


def _mixed(text: str, folded: str, start: int, end: int) -> list[Token]:
    """A run of letters in which Han characters stand: v2版本."""
    found, at = [], start
    for match in _HAN_IN_WORD.finditer(folded, start, end):
        found += _plain(text, folded[: match.start()], at, match.start())
        found.append(Token("han", match.group(), *match.span()))
        at = match.end()
    return found + _plain(text, folded[:end], at, end)


def _token(kind: str, raw: str, start: int) -> Token:
    end = start + len(raw)
    match kind:
        case "figure":
            return Token("figure", _GROUPED.sub("", plainly(raw)).replace(" ", ""), start, end)
        case "initials":
            return Token("word", raw.replace(".", ""), start, end)
        case "sign":
            return Token("sign", _SIGNS.get(raw, raw), start, end)
        case "han":
            return Token("han", raw, start, end)
        case _:
            return Token("word", plainly(raw), start, end)


@lru_cache(maxsize=1 << 15)
def plainly(word: str) -> str:
    """A word as it is compared: small letters, no invisible characters; raised and lowered figures stay apart."""
    if word.isascii():
        return word.lower()
    return "".join(map(_letter, word.translate(_HIDDEN))).casefold()


@lru_cache(maxsize=1 << 12)
def _letter(char: str) -> str:
    form = unicodedata.decomposition(char)
    sign = {"<super>": "^", "<sub>": "_", "<fraction>": "|"}.get(form.partition(" ")[0], "")
    return sign + unicodedata.normalize("NFKC", char)


@lru_cache(maxsize=1 << 16)
def digest(key: str) -> str:
    """The hash of a token, ``WIDTH`` characters that need no escape in JSON or an address."""
    raw = hashlib.blake2b(key.encode(), digest_size=3).digest()
    return urlsafe_b64encode(raw)[:WIDTH].decode()


def digests(words: str) -> list[str]:
    """The hashes that ``Trace.words`` holds, apart."""
    return [words[at : at + WIDTH] for at in range(0, len(words), WIDTH)]


def identity(tokens: Iterable[Token]) -> str:
    """12 hexadecimal digits of what a sentence says. Words may be written together or apart, figures and code not."""
    parts = [t.key if t.kind in ("word", "han") else f"\x1f{t.key}\x1f" for t in tokens]
    return hashlib.blake2b("".join(parts).replace("\x1f\x1f", "\x1f").encode(), digest_size=6).hexdigest()


def joint(lang: Lang) -> str:
    """What stands between sentences that are joined, as in ``Side.of``."""
    return "" if lang == "zh" else " "
