"""Laws that hold for every text: clean text maps back to the very characters of the document."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.errors import InputError
from aligncheck.formats import SUFFIXES, read
from aligncheck.model.text import PROSE, Document
from aligncheck.segment import segment

FRAGMENTS = [
    "plain words ", "中文句子。", "“引文。”", "A sentence. ", "\n", "\n\n", "  \n", "\\\n", "\r\n", "\r", "\t",
    "    ", "> ", "- ", "* ", "1. ", "# ", "## 标题 {#id}", "```", "~~~", "`", "``", "`code`", "**", "*", "_",
    "~~", "[", "](", ")", "[a](b)", "![图](c.png)", "[^1]", "[^1]: ", "<b>", "</b>", "<br>", "<div>", "</div>",
    "<details>", "<Tab title=\"名\">", "</Tab>", "<", ">", "<!--", "-->", "<!-- note: text here -->", "&amp;",
    "&", "\\*", "\\", "$", "$x^2$", "{{ var }}", "{", "}", "{/* c */}", "{% tag %}", "|", "|---|---|",
    "| a | 乙 |", "---", "===", ":::note[标题]", ":::", "!!! note \"标题\"", "/// tip | Title", "///",
    "https://example.com/a?b=c", "import x from 'y'", "title: 标题", "a@b.org", "Mr. ", "e.g. ", "3.14",
    "2026年4月", " / ", "…", "……", "?", "！", "（", "）", "\u3000", "\xa0", "😀", "é", "\u2028", "<pre>", "</pre>",
    "<!-- aligncheck: ignore NUM001 -- 原因 -->", "<!--\naligncheck: disable\n-->", "{/* aligncheck: enable */}",
    "[//]: # (aligncheck: ignore OMI)", "# aligncheck: ignore-file", "aligncheck: ignore NUM", "---\n",
]  # fmt: skip

texts = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=40).map("".join)


def check(document: Document) -> None:
    """Anchors are sorted, disjoint and true; spans lie in the document and in order; marks lie in their block."""
    last = 0
    for number, block in enumerate(document.blocks):
        assert block.index == number
        assert last <= block.span.start <= block.span.end <= len(document.text)
        last = block.span.start
        clean = place = 0
        for anchor in block.anchors:
            assert clean <= anchor.start < anchor.end <= len(block.text)
            assert place <= anchor.doc_start < anchor.doc_end
            assert block.span.start <= anchor.doc_start
            assert anchor.doc_end <= block.span.end
            clean, place = anchor.end, anchor.doc_end
            if anchor.end - anchor.start == anchor.doc_end - anchor.doc_start:
                assert block.text[anchor.start : anchor.end] == document.text[anchor.doc_start : anchor.doc_end]
        assert all(0 <= mark.start <= mark.end <= len(block.text) for mark in block.marks)
        assert block.text == block.text.strip()
        assert block.text


def check_segments(document: Document, lang: str | None) -> None:
    """Sentences stand in order, apart, trimmed, and cover every letter and digit of the prose."""
    found = segment(document, lang)
    covered: dict[int, int] = {}
    for before, after in zip([None, *found], found, strict=False):
        assert after.text == after.text.strip()
        assert after.text
        assert 0 <= after.span.start <= after.span.end <= len(document.text)
        covered[after.block.index] = covered.get(after.block.index, 0) + sum(c.isalnum() for c in after.text)
        if before is None:
            assert after.run == 0
            continue
        assert (before.block.index, before.end) <= (after.block.index, after.end)
        assert before.block is not after.block or before.end <= after.start
        assert after.run == before.run + (before.lang != after.lang)
    for block in document.blocks:
        if block.kind in PROSE:
            assert covered.get(block.index, 0) == sum(c.isalnum() for c in block.text)


def read_or_refuse(data: bytes, path: str) -> Document | None:
    """The document, or None where it is refused with an error that a user can act on."""
    refused: InputError | None = None
    try:
        return read(data, path)
    except InputError as error:
        refused = error
    assert refused.path == path
    assert refused.remedy
    return None


@settings(max_examples=150, deadline=None)
@given(text=texts, suffix=st.sampled_from([".md", ".mdx", ".txt"]), lang=st.sampled_from([None, "en", "zh"]))
def test_prose_maps_back(text: str, suffix: str, lang: str | None) -> None:
    if not text.strip():
        return
    document = read(text.encode(), "a" + suffix)
    assert document.text == text
    check(document)
    check_segments(document, lang)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.lists(texts, min_size=1, max_size=3), min_size=1, max_size=5))
def test_rows_map_back(rows: list[list[str]]) -> None:
    text = "\n".join("\t".join(rows_) for rows_ in rows)
    document = read_or_refuse(text.encode(), "a.tsv")
    if document:
        check(document)
        check_segments(document, None)


@settings(max_examples=60, deadline=None)
@given(value=st.recursive(texts | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(texts, inner)))
def test_strings_map_back(value: object) -> None:
    import json

    for ascii_only in (True, False):
        document = read(json.dumps(value, ensure_ascii=ascii_only, indent=1).encode(), "a.json")
        check(document)
        check_segments(document, None)


@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=200), suffix=st.sampled_from(sorted(SUFFIXES)))
def test_any_bytes_are_read_or_refused(data: bytes, suffix: str) -> None:
    document = read_or_refuse(data, "a" + suffix)
    if document:
        check(document)


@pytest.mark.parametrize("suffix", [".md", ".mdx", ".txt"])
@pytest.mark.parametrize(
    "sign", ["`", "*", "[", "[a](", "<", "<a ", "<!--", "{{", "$", "> ", "- ", "“", "（", "!", "**a", "|"]
)
def test_repeated_openers_are_read_in_linear_time(sign: str, suffix: str) -> None:
    """A quadratic scanner would take minutes here; the test's own time limit is that it ends."""
    document = read((sign * (60_000 // len(sign))).encode(), "a" + suffix)
    check(document)
