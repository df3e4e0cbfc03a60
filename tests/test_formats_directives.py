"""Directives: every form of comment is found where it is one, and leaves the document as it would be without."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.formats import read
from aligncheck.model.text import Document

SAYS = "ignore NUM001 -- 原文有误"
HTML, MDX, LINK = f"<!-- aligncheck: {SAYS} -->", f"{{/* aligncheck: {SAYS} */}}", f"[//]: # (aligncheck: {SAYS})"


def parse(text: str, path: str = "a.md") -> Document:
    return read(text.encode(), path)


def directives(text: str, path: str = "a.md") -> list[tuple[str, str]]:
    return [(d.text.lstrip(": "), d.place) for d in parse(text, path).directives]


def shape(document: Document) -> list[tuple[object, ...]]:
    """All that pairing and rules see of the blocks but offsets."""
    return [
        (b.index, b.kind, b.text, b.level, b.quote, b.lang, b.cell, b.marks, b.info, b.unit and 1)
        for b in document.blocks
    ]


PLACES = [
    ("{}\nOne lamp.\n", "One lamp.\n", "line"),
    ("One lamp.\n\n{}\n\nTwo.\n", "One lamp.\n\nTwo.\n", "line"),
    ("One lamp. {}\n", "One lamp.\n", "beside"),
    ("One {} lamp.\n", "One lamp.\n", "beside"),
    ("{} One lamp.\n", "One lamp.\n", "beside"),
    ("One lamp {}\nturns.\n", "One lamp\nturns.\n", "beside"),
    ("# Lamp {}\n", "# Lamp\n", "beside"),
    ("# Lamp ## {}\n", "# Lamp ##\n", "beside"),
    ("# Lamp {{#id}} {}\n", "# Lamp {#id}\n", "beside"),
    ("Lamp {}\n====\n", "Lamp\n====\n", "beside"),
    ("- one {}\n- two\n", "- one\n- two\n", "beside"),
    ("- one\n{}\n- two\n", "- one\n- two\n", "line"),
    ("- one\n  {}\n  - two\n", "- one\n  - two\n", "line"),
    ("- {} one\n- two\n", "- one\n- two\n", "beside"),
    ("1. {}\n   one\n2. two\n", "1. one\n2. two\n", "line"),
    ("- one\n\n  {}\n  more\n", "- one\n\n  more\n", "line"),
    ("> {}\n> quoted\n", "> quoted\n", "line"),
    ("> one\n> {}\n> two\n", "> one\n>\n> two\n", "line"),
    ("> {} quoted\n", "> quoted\n", "beside"),
    ("> - one\n> {}\n> - two\n", "> - one\n> - two\n", "line"),
    ("| a | b |\n|---|---|\n| c | d {} |\n| e | f |\n", "| a | b |\n|---|---|\n| c | d |\n| e | f |\n", "beside"),
    ("| a | b |\n|---|---|\n| c | d | {}\n", "| a | b |\n|---|---|\n| c | d |\n", "beside"),
    ("{}\n| a | b |\n|---|---|\n| c | d |\n", "| a | b |\n|---|---|\n| c | d |\n", "line"),
    ("{}\n```\ncode\n```\n", "```\ncode\n```\n", "line"),
    ("<div>\n    one\n    {}\n    two\n</div>\n", "<div>\n    one\n\n<p>two\n</div>\n", "line"),
    ("<table><tr><td>one {}</td><td>two</td></tr></table>\n", "<table><tr><td>one</td><td>two</td></tr></table>\n",
     "beside"),
    (":::note[Lamp] {}\none\n:::\n", ":::note[Lamp]\none\n:::\n", "beside"),
    ("!!! note\n    {}\n    one\n", "!!! note\n    one\n", "line"),
    ("---\ntitle: Lamp\n---\n{}\none\n", "---\ntitle: Lamp\n---\none\n", "line"),
]  # fmt: skip


@pytest.mark.parametrize("comment", [HTML, MDX])
@pytest.mark.parametrize(("text", "bare", "place"), PLACES)
def test_a_directive_is_found_and_leaves_no_trace(text: str, bare: str, place: str, comment: str) -> None:
    for ending in ("\n", "\r\n"):
        written = text.replace("\n", ending).format(comment)
        document = parse(written)
        assert [(d.text, d.place) for d in document.directives] == [(f": {SAYS}", place)]
        start, end = document.directives[0].span
        assert written[start:end] == comment
        assert document.text == written
        assert shape(document) == shape(parse(bare.replace("\n", ending).replace("{{", "{").replace("}}", "}")))


@pytest.mark.parametrize("path", ["a.md", "a.mdx"])
def test_link_definition_and_comment_of_several_lines(path: str) -> None:
    assert directives(f"One.\n\n{LINK}\nTwo.\n", path) == [(SAYS, "line")]
    assert directives(f"> {LINK}\n> Two.\n", path) == [(SAYS, "line")]
    assert directives('[//]: # "aligncheck: ignore"\n\nTwo.\n', path) == [("ignore", "line")]
    long = "<!--\naligncheck: ignore NUM001,\n  OMI -- because of\n  the tide\n-->"
    assert directives(f"{long}\nTwo.\n", path) == [("ignore NUM001, OMI -- because of the tide", "line")]


INERT = [
    f"```\n{HTML}\n```\n",
    f"~~~ md\n> {HTML}\n~~~\n",
    f"- item\n\n  ```\n  {HTML}\n  ```\n",
    f"> ```\n> {HTML}\n> ```\n",
    f"Text.\n\n    {HTML}\n",
    f"- item\n\n      {HTML}\n",
    f"Use `{HTML}` above.\n",
    f"Use ``a ` {HTML}`` above.\n",
    f"Use `a\n{MDX} b` above.\n",
    f"<pre>\n{HTML}\n</pre>\n",
    "Beside text <!-- aligncheck:\nignore NUM001 --> it stands on one line.\n",
    f"A formula: ${HTML}$.\n",
    f"Escaped \\{HTML} here.\n",
    f"    {LINK}\n",
    f"| a |\n|---|\n| `{HTML}` |\n",
    "<!-- aligncheck reads this page too. -->\n\nText.\n",
    "Say aligncheck: ignore NUM001 -- it is prose.\n",
    f"---\ntitle: Use {HTML} here\n---\n\nText.\n",
    f"---\ntitle: x\n---\n\n```\n---\naligncheck: {SAYS}\n---\n```\n",
]


@pytest.mark.parametrize("text", INERT)
def test_code_and_prose_that_mention_a_directive_are_none(text: str) -> None:
    assert directives(text) == []


def test_a_shown_directive_stays_text_beside_a_true_one() -> None:
    document = parse(f"{HTML}\nWrite `{HTML}` above.\n\n```\n{HTML}\n```\n")
    assert len(document.directives) == 1
    assert [b.text for b in document.blocks] == [f"Write {HTML} above.", HTML]


FRONT = [
    ("aligncheck: ignore NUM001 -- tide", "ignore NUM001 -- tide"),
    ("aligncheck: 'ignore NUM001 -- tide'", "ignore NUM001 -- tide"),
    ("aligncheck: ignore-file NUM -- tide # more", "ignore-file NUM -- tide"),
    ("aligncheck: {ignore: [NUM001, OMI], reason: low tide, again}", "ignore NUM001, OMI -- low tide, again"),
    ("aligncheck:\n  ignore: [NUM001, OMI]\n  reason: low tide", "ignore NUM001, OMI -- low tide"),
    ("aligncheck:\n  ignore:\n    - NUM001\n    - OMI\n  reason: 'tide: low'", "ignore NUM001, OMI -- tide: low"),
    ("aligncheck:\n  - NUM001", "- NUM001"),
    ("aligncheck:", ""),
]


@pytest.mark.parametrize(("key", "says"), FRONT)
def test_front_matter(key: str, says: str) -> None:
    plain = shape(parse("---\ntitle: Lamp\n---\n\nText.\n"))
    for text in (f"---\ntitle: Lamp\n{key}\n---\n\nText.\n", f"---\n{key}\ntitle: Lamp\n---\n\nText.\n"):
        assert directives(text) == [(says, "front-matter")]
        assert shape(parse(text)) == plain
    assert shape(parse(f"---\n{key}\n---\n\nText.\n")) == shape(parse("Text.\n"))
    assert directives(f"---\n# aligncheck: {SAYS}\ntitle: Lamp\n---\n\nText.\n") == [(SAYS, "line")]


def test_front_matter_in_toml() -> None:
    assert directives('+++\naligncheck = "ignore NUM001 -- tide"\n+++\n\nText.\n') == [
        ("ignore NUM001 -- tide", "front-matter")
    ]
    table = '+++\naligncheck = { ignore = ["NUM001", "OMI"], reason = "tide" }\n+++\n\nText.\n'
    assert directives(table) == [("ignore NUM001, OMI -- tide", "front-matter")]


@pytest.mark.parametrize("form", ["# {}", "// {}", "<!-- {} -->", "  #{}"])
def test_plain_text_and_rows_take_a_line(form: str) -> None:
    line = form.format(f"aligncheck: {SAYS}")
    wrapped = "The lamp of the lighthouse turns once every twelve\nseconds, and it is seen from ships a long way off.\n"
    for bare in (wrapped, "One lamp.\n一盏灯。\n", "1. one\n2. two\n"):
        rows = bare.splitlines(keepends=True)
        for at in range(len(rows)):
            document = parse("".join([*rows[:at], line + "\n", *rows[at:]]), "a.txt")
            assert [(d.text, d.place) for d in document.directives] == [(f": {SAYS}", "line")]
            assert shape(document) == shape(parse(bare, "a.txt"))
    for at in range(3):
        table = ["en\tzh\n", "One lamp.\t一盏灯。\n", "Two lamps.\t两盏灯。\n"]
        document = parse("".join([*table[:at], line + "\n", *table[at:]]), "a.tsv")
        assert [d.text for d in document.directives] == [f": {SAYS}"]
        assert shape(document) == shape(parse("".join(table), "a.tsv"))
        assert not document.notes


@pytest.mark.parametrize(
    "text",
    [
        f"```\n# aligncheck: {SAYS}\n```\n\nText.\n",
        "# aligncheck: an overview\n\nText that goes on for some time, to make a heading of the line above it.\n",
        f"Write # aligncheck: {SAYS}\n",
        f"# aligncheck: {SAYS}\tzh\n",
    ],
)
def test_lines_of_plain_text_that_are_no_directive(text: str) -> None:
    if "\t" not in text:
        assert directives(text, "a.txt") == []
    else:
        assert parse(text + "en text\t中文\n", "a.tsv").directives == ()


LINES = [
    "The lamp turns.", "塔灯转动。", "", "- one", "  - 二", "1. three", "> quoted", "> - in it", "# Lamp", "标题",
    "====", "| a | b |", "|---|---|", "| c | 丁 |", "```", "    code", "<div>", "</div>", "<!-- a remark of ours -->",
    "`code`",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(lines=st.lists(st.sampled_from(LINES), min_size=1, max_size=12), at=st.integers(0, 12), carriage=st.booleans())
def test_a_directive_at_the_end_of_a_line_changes_no_block(lines: list[str], at: int, carriage: bool) -> None:
    at %= len(lines)
    ending = "\r\n" if carriage else "\n"
    texts = [ending.join([*lines[:at], lines[at] + extra, *lines[at + 1 :]]) for extra in ("", f" {HTML}")]
    if not texts[0].strip():
        return
    without, document = (parse(text) for text in texts)
    assert document.text == texts[1]
    if document.directives and lines[at].strip() and lines[at] not in ("====", "```", "|---|---|", "<div>", "</div>"):
        assert shape(document) == shape(without)
    for block in document.blocks:
        for anchor in block.anchors:
            if anchor.end - anchor.start == anchor.doc_end - anchor.doc_start and document.directives:
                assert block.text[anchor.start : anchor.end] == document.text[anchor.doc_start : anchor.doc_end]


def test_many_directives_are_read_in_linear_time() -> None:
    """Ten thousand in a file of a megabyte; a quadratic reader would take minutes."""
    document = parse(f"The lamp turns. {HTML}\n\n" * 10_000)
    assert len(document.directives) == 10_000
