"""Bytes to text: finds the encoding among those English and Chinese files come in; knows no file format.

A byte order mark decides, then valid UTF-8, then a score of each candidate: how many of its Chinese characters are
common ones, how many are implausible in running text. GB 2312 level 1 (rows 16-55) and Big5 level 1 (rows A4-C6) hold
the common characters of either standard, so the lead byte says how common a character is without a table.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from aligncheck.errors import InputError

_REMEDY = "save it as UTF-8"
_SAMPLE = 60_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PLAIN = re.compile(r"[\t\n\r -~\u00a0-\u00ff\u2010-\u203a\u2190-\u21ff\u2460-\u25ff\u3000-\u303f\uff00-\uffef]")
_COMMON_HAN = re.compile(r"[\u4e00-\u9fa5]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_HIGH, _LONE_HIGH = re.compile(rb"[\x80-\xff]"), re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_CP1252_MARKS = re.compile(rb"[\x85\x91-\x97\xa0\xa3\xa7\xa9\xab\xae\xb0-\xb7\xbb-\xff]")

_WIDER = {"big5": "big5hkscs"}
"""Python's codec for an encoding, where a wider one reads the same bytes."""


class Decoded(NamedTuple):
    """Text without byte order mark; ``guessed`` when nothing in the bytes proves the encoding."""

    text: str
    encoding: str
    guessed: bool


def decode(data: bytes, path: str) -> Decoded:
    """Decode a file's bytes; line ends stay as they are.

    Raises InputError with a line where the bytes hold NULs, and with a line and byte offset where no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding, path, len(mark)), encoding, guessed=False)
    wide = _utf16(data)
    if wide:
        return Decoded(_strict(data, wide, path, 0), wide, guessed=True)
    nul = data.find(b"\0")
    if nul >= 0:
        raise InputError(
            f"holds NUL bytes at line {_line(data, nul)}: not a text file",
            path=path,
            line=_line(data, nul),
            remedy="leave it out, or " + _REMEDY,
        )
    try:
        return Decoded(data.decode("utf-8"), "utf-8", guessed=False)
    except UnicodeDecodeError as error:
        first = error
    best = max(((_score(data, e), e) for e in ("gb18030", _WIDER["big5"], "cp1252")), key=lambda found: found[0])
    if best[0] > 0:
        encoding = best[1]
        return Decoded(data.decode(encoding), "big5" if encoding == _WIDER["big5"] else encoding, guessed=True)
    raise _undecodable(data, first.start, path)


def encoded(text: str, encoding: str) -> bytes:
    """A text in an encoding as ``Decoded`` names it. Raises UnicodeEncodeError."""
    return text.encode(_WIDER.get(encoding, encoding))


def _strict(data: bytes, encoding: str, path: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        raise InputError(
            f"byte {error.start + skipped} is not valid {encoding}",
            path=path,
            line=len(re.findall(r"\r\n?|\n", before)) + 1,
            remedy=_REMEDY,
        ) from error


def _undecodable(data: bytes, at: int, path: str) -> InputError:
    return InputError(
        f"byte {at} fits neither UTF-8, UTF-16, GB18030, Big5 nor CP1252",
        path=path,
        line=_line(data, at),
        remedy=_REMEDY,
    )


def _line(data: bytes, at: int) -> int:
    return len(re.findall(rb"\r\n?|\n", data[:at])) + 1


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: the reading in which nearly every character is plain or common Chinese."""
    if len(data) < 4 or len(data) % 2 or (b"\0" not in data and _is_utf8(data)):
        return None
    sample = data[:_SAMPLE]
    ascii_bytes = sum(32 <= b < 127 or b in (9, 10, 13) for b in sample)
    if ascii_bytes > 0.8 * len(sample):
        return None  # a plain text with a stray NUL: two ASCII letters read as UTF-16 happen to be a Chinese character
    best: tuple[float, str] | None = None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        good = len(_PLAIN.findall(text)) + len(_COMMON_HAN.findall(text))
        # Wrong byte order turns line ends and spaces (U+000A, U+0020) into U+0A00 and U+2000.
        share = (good - 4 * len(_CONTROL.findall(text))) / len(text)
        if "\n" in text or " " in text or "。" in text:
            share += 0.05
        best = max(best or (0.0, ""), (share, encoding))
    spaced = b"\0" in data or b"\n\0" in data or b"\0\n" in data
    return best[1] if best and best[0] > 0.97 and spaced else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _score(data: bytes, encoding: str) -> float:
    """How well the bytes read in an encoding: about 1 for ordinary text, below 0 for nonsense or an illegal byte."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return -1.0
    sample = text[:_SAMPLE]
    foreign = [c for c in sample if c > "\x7f"]
    if not foreign:
        return 0.0
    if encoding == "cp1252":
        return _score_western(data, len(sample))
    good = sum(_plausible(c, encoding) for c in foreign)
    return good / len(foreign) - 3 * len(_CONTROL.findall(sample)) / len(sample)


def _plausible(char: str, encoding: str) -> float:
    """1 for a common character of the encoding, less for a rare one, negative for what running text never has."""
    code = char.encode(encoding)
    if len(code) == 4 or "\ue000" <= char <= "\uf8ff":
        return -1.0
    lead, trail = code[0], code[-1]
    if encoding == "gb18030":
        if 0xB0 <= lead <= 0xD7 and trail >= 0xA1:
            return 1.0
        if 0xD8 <= lead <= 0xF7 and trail >= 0xA1:
            return 0.2
        return 0.8 if lead in (0xA1, 0xA3) and trail >= 0xA1 else -0.4
    if 0xA4 <= lead <= 0xC6:
        return 1.0
    if 0xC9 <= lead <= 0xF9:
        return 0.2
    return 0.8 if 0xA1 <= lead <= 0xA3 else -0.4


def _score_western(data: bytes, size: int) -> float:
    """CP1252: accented letters and typographic marks are scarce and stand beside ASCII."""
    sample = data[:_SAMPLE].replace(b"\xa0", b" ")
    high = len(_HIGH.findall(sample))
    if not high:
        return 1.0
    usual, alone = len(_CP1252_MARKS.findall(sample)), len(_LONE_HIGH.findall(sample))
    return (usual / high) * (alone / high) - 2 * max(0.0, high / size - 0.2)
