"""A side's text without what is no prose: the same length, and blanks for addresses, code and placeholders."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.checks._prose import prose
from aligncheck.model.text import Anchor, Block, Document, Mark, Segment, Side, Span


def in_blocks(text: str, *marks: Mark) -> Side:
    block = Block(0, "paragraph", text, (Anchor(0, len(text), 0, len(text)),), Span(0, len(text)), marks=marks)
    return Side.of(Document("x.md", text, (block,), "markdown"), (Segment("en", block, 0, len(text)),))


PROSE = [
    ("plain words, 3.5 of them", "plain words, 3.5 of them"),
    ("see https://a.example/b?c=d now", "see                         now"),
    ("mail me@here.example or not", "mail                 or not"),
    ("and/or", "      "),
    ("the file(s) here", "the file    here"),
    ("read notes.md first", "read          first"),
    ("请看a/b吧", "请看   吧"),
    ("end. Begin.", "end. Begin."),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_prose_keeps_offsets_and_drops_addresses(text: str, expected: str) -> None:
    assert prose(in_blocks(text)) == expected


def test_prose_drops_code_and_keeps_emphasis() -> None:
    side = in_blocks("run this now", Mark("code", 0, 3), Mark("strong", 4, 8), Mark("placeholder", 9, 12))
    assert prose(side) == "    this    "


@given(st.text("ab./@_ -(s)中，:htps=<>{}\n", max_size=40))
@settings(deadline=None)
def test_prose_is_as_long_as_the_text(text: str) -> None:
    cleaned = prose(in_blocks(text))
    assert len(cleaned) == len(text)
    assert all(a in (b, " ") for a, b in zip(cleaned, text, strict=True))


@pytest.mark.parametrize("unit", ["a", "a.", "a-", "A", "1"])
@pytest.mark.xfail(strict=True, reason="the pattern of addresses takes quadratic time on a long run of letters")
def test_a_long_run_of_letters_is_read_quickly(unit: str) -> None:
    begin = time.process_time()
    prose(in_blocks((unit * 8000)[:8000] + " or a/b"))
    assert time.process_time() - begin < 0.1
