"""Bytes to text, and what is refused."""

from __future__ import annotations

import pytest

from aligncheck.errors import InputError
from aligncheck.formats import is_supported, read
from aligncheck.formats.encoding import decode

SIMPLIFIED = "清晨的市场很热闹。\r\n人们提着篮子走来走去，讨论今天的菜价和天气。\n" * 3
TRADITIONAL = "清晨的市場很熱鬧。\r\n人們提著籃子走來走去，討論今天的菜價和天氣。\n" * 3
WESTERN = "The café’s menu — “fresh” and naïve — costs £5 a head.\nNothing else is odd.\n"


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, WESTERN, "plain\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(SIMPLIFIED, "gb18030"), (TRADITIONAL, "gb18030"), (TRADITIONAL, "big5"), (WESTERN, "cp1252")],
)
def test_older_encodings_are_guessed_and_noted(text: str, encoding: str) -> None:
    document = read(text.encode(encoding), "a.txt")
    assert (document.text, document.encoding) == (text, encoding)
    assert document.notes[0][0] == 1
    assert encoding in document.notes[0][1]


def test_a_mark_of_byte_order_is_no_text_and_leaves_no_note() -> None:
    document = read("\ufeff第一行\n".encode(), "a.txt")
    assert document.text == "第一行\n"
    assert document.notes == ()


def test_line_ends_stay_as_they_are() -> None:
    document = read(b"one.\r\n\r\ntwo.\r\rthree.\n", "a.txt")
    assert [document.place(block.span.start) for block in document.blocks] == [(1, 1), (3, 1), (5, 1)]


@pytest.mark.parametrize(
    ("data", "path", "line", "words"),
    [
        (b"good\nbad\0bad\n", "a.txt", 2, "NUL"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.md", 3, "NUL"),
        (b"good\ngood \xff\xff\xff\xfe\xff\x81\x81\x80 \xff", "a.txt", 2, "byte 10"),
        (b"", "a.txt", None, "empty"),
        (" \n\u3000\n".encode(), "a.md", None, "empty"),
        (b"x", "a.xyz", None, "no reader"),
        (b"\xff\xfea\x00\x00\xd8", "a.txt", 1, "utf-16"),
    ],
)
def test_what_cannot_be_read(data: bytes, path: str, line: int | None, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data, path)
    assert (caught.value.path, caught.value.line) == (path, line)
    assert words in caught.value.message
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("path", "known"), [("a.MD", True), ("x/y.mdx", True), ("a.tar.gz", False), ("Makefile", False)]
)
def test_suffixes(path: str, known: bool) -> None:
    assert is_supported(path) is known
