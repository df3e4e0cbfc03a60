"""Reads the strings of a JSON locale file with their key paths and exact offsets; knows no catalogue convention."""

from __future__ import annotations

import re

from aligncheck.errors import InputError
from aligncheck.formats.clean import Clean, Cleaned
from aligncheck.formats.drafts import Drafts
from aligncheck.formats.values import with_marks
from aligncheck.model.text import Document, Span

_TOKEN = re.compile(
    r'[ \t\r\n]*(?:(?P<string>"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")'
    r"|(?P<sign>[{}\[\],:])|(?P<scalar>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))"
)
_ESCAPE = re.compile(
    r'\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(["\\/bfnrt]))'
)
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def read(text: str, path: str) -> Document:
    """Read every string value; ``unit`` is the key path, keys and indices joined by dots (``menu.items.0``).

    Raises InputError with a line when the text is not JSON (RFC 8259).
    """
    drafts = Drafts(text)
    _Reader(text, path, drafts).run()
    return Document(path, text, drafts.finish(), "json")


class _Reader:
    """A tokenizer with an explicit stack, so that depth is bounded by memory and not by the interpreter."""

    def __init__(self, text: str, path: str, drafts: Drafts) -> None:
        self.text, self.path, self.drafts = text, path, drafts
        # Keys of the open containers: a name in an object, a position in an array, None before an object's first key.
        self.keys: list[str | int | None] = []
        self.pos = 0

    def run(self) -> None:
        self._value(*self._token())
        while self.keys:
            self._member()
        if self.text[self.pos :].strip():
            raise self._error("something follows the end of the JSON value")

    def _error(self, message: str) -> InputError:
        line = len(re.findall(r"\r\n?|\n", self.text[: self.pos])) + 1
        return InputError(f"not valid JSON: {message}", path=self.path, line=line, remedy="mend the file's syntax")

    def _token(self) -> tuple[str, str, int]:
        """Kind, characters and start of the next token."""
        found = _TOKEN.match(self.text, self.pos)
        if not found or found.lastgroup is None:
            ahead = re.compile(r"[ \t\r\n]*").match(self.text, self.pos)
            self.pos = ahead.end() if ahead else self.pos
            raise self._error("unexpected end" if self.pos >= len(self.text) else f"unexpected {self.text[self.pos]!r}")
        self.pos = found.end()
        return found.lastgroup, found[found.lastgroup], found.start(found.lastgroup)

    def _value(self, kind: str, token: str, start: int) -> None:
        if token == "{":
            self.keys.append(None)
        elif token == "[":
            self.keys.append(-1)
        elif kind == "string":
            unit = ".".join(str(key) for key in self.keys)
            span = Span(start + 1, start + len(token) - 1)
            self.drafts.add("value", with_marks(self._string(*span)), span, unit=unit)
        elif kind == "sign":
            raise self._error(f"unexpected {token!r}")

    def _member(self) -> None:
        """Read on in the innermost container: its end, or a comma and the next member."""
        key = self.keys[-1]
        in_array, empty = isinstance(key, int), key in (None, -1)
        kind, token, start = self._token()
        if token == ("]" if in_array else "}"):
            self.keys.pop()
            return
        if not empty:
            if token != ",":
                raise self._error(f"a comma is missing before {token!r}")
            kind, token, start = self._token()
        if isinstance(key, int):
            self.keys[-1] = key + 1
        else:
            if kind != "string":
                raise self._error("a key is missing")
            self.keys[-1] = self._string(start + 1, start + len(token) - 1).text
            if self._token()[1] != ":":
                raise self._error("a colon is missing after a key")
            kind, token, start = self._token()
        self._value(kind, token, start)

    def _string(self, start: int, end: int) -> Cleaned:
        """A string's characters, escapes resolved (RFC 8259, section 7); a lone surrogate becomes U+FFFD."""
        clean = Clean()
        for found in _ESCAPE.finditer(self.text, start, end):
            clean.copy(self.text[start : found.start()], start)
            high, low, code, short = found.groups()
            if high:
                char = chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
            elif code:
                char = "\ufffd" if 0xD800 <= int(code, 16) <= 0xDFFF else chr(int(code, 16))
            else:
                char = _SHORT.get(short, short)
            clean.replace(char, *found.span())
            start = found.end()
        clean.copy(self.text[start:end], start)
        return clean.finish()
