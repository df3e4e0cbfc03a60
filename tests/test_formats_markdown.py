"""Markdown and MDX: blocks, their place, and inline text with exact offsets."""

from __future__ import annotations

import pytest

from aligncheck.formats import read
from aligncheck.model.text import Block, Document


def parse(text: str, path: str = "a.md") -> Document:
    return read(text.encode(), path)


def prose(text: str, path: str = "a.md") -> list[tuple[str, str]]:
    return [(b.kind, b.text) for b in parse(text, path).blocks if b.kind not in ("directive", "front-matter")]


def only(text: str, path: str = "a.md") -> Block:
    (block,) = parse(text, path).blocks
    return block


def marks(block: Block) -> list[tuple[str, str, str | None]]:
    return [(m.kind, block.text[m.start : m.end], m.target) for m in block.marks]


INLINE = [
    ("**“强调。”**后面", "“强调。”后面"),
    ("中文**粗体**和*斜体*。", "中文粗体和斜体。"),
    ("***both*** and ~~gone~~", "both and gone"),
    ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
    ("a _word_ here, 中文_强调_中文", "a word here, 中文强调中文"),
    ("unmatched **start and `tick", "unmatched **start and `tick"),
    ("`a*b*` and `` x`y ``", "a*b* and x`y"),
    ("[text](https://e.org/a_(b) \"t\") end", "text end"),
    ("[a **b** c](<x y.md>)[d]", "a b c[d]"),
    ("![alt 图](i.png) tail", "alt 图 tail"),
    ("see <https://e.org> or <me@e.org>", "see https://e.org or me@e.org"),
    ("&lt;tag&gt; &amp; &copy; AT&T &nosuch;", "<tag> & © AT&T &nosuch;"),
    (r"\*not em\* 1\. C:\dir", r"*not em* 1. C:\dir"),
    ("x<b>y</b><!-- hidden -->z", "xyz"),
    ("line<br>next", "line\nnext"),
    ("10<sup>9</sup> and a note<sup><a href=\"#n\">3</a></sup>", "10^9 and a note"),
    ("note[^1] here", "note here"),
    ("from $5 to $10, $x^2$ and $$E$$", "from $5 to $10, x^2 and E"),
    ("{{ name }} stays, {{< ref \"x\" >}}gone", "{{ name }} stays, gone"),
    ("wrapped\nEnglish", "wrapped English"),
    ("折行\n中文", "折行中文"),
    ("**折行**\n**中文**", "折行中文"),
    ("折行\nEnglish\n中文", "折行 English 中文"),
    ("hard  \nbreak\\\nhere", "hard\nbreak\nhere"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "clean"), INLINE)
def test_inline(text: str, clean: str) -> None:
    assert only(text).text == clean


def test_marks_and_targets() -> None:
    block = only("`c` [l **s**][Ref  X] ![i](p.png) <b>t</b> https://e.org/x. $a_1$ {n} [^f]\n\n[ref x]: /u 'T'\n")
    assert marks(block) == [
        ("code", "c", None),
        ("link", "l s", "/u"),
        ("strong", "s", None),
        ("image", "i", "p.png"),
        ("strong", "t", None),
        ("link", "https://e.org/x", "https://e.org/x"),
        ("math", "a_1", None),
        ("placeholder", "{n}", None),
        ("footnote", "", "f"),
    ]


def test_a_link_whose_text_is_its_address() -> None:
    block = only("Open [https://e.org](https://e.org).")
    assert block.text == "Open https://e.org."
    assert {m.target for m in block.marks} == {"https://e.org"}


def test_headings_levels_and_ids() -> None:
    found = parse("# One { #one }\n\nTwo\n---\n\n### 三 {#san} ###\n").blocks
    assert [(b.kind, b.level, b.text) for b in found] == [
        ("heading", 1, "One"),
        ("heading", 2, "Two"),
        ("heading", 3, "三"),
    ]


def test_lists() -> None:
    found = parse("- a\n- [x] b\n  wrapped\n\n  more\n  1. c\n     - d\n").blocks
    assert [(b.kind, b.level, b.info, b.text) for b in found] == [
        ("item", 1, "-", "a"),
        ("item", 1, "-", "b wrapped"),
        ("paragraph", 0, "", "more"),
        ("item", 2, "1.", "c"),
        ("item", 3, "-", "d"),
    ]


def test_quotes_and_alerts() -> None:
    found = parse("> [!NOTE]\n> 第一行\n> 第二行\n>\n> > deeper\n").blocks
    assert [(b.quote, b.text) for b in found] == [(1, "第一行第二行"), (2, "deeper")]


def test_a_quoted_fence_that_closes_bare_swallows_nothing() -> None:
    found = parse("> ```\n> code\n```\n\nText goes on.\n").blocks
    assert [(b.kind, b.quote, b.text) for b in found] == [("code", 1, "code"), ("paragraph", 0, "Text goes on.")]


def test_tables() -> None:
    text = "| 名 | Note `a\\|b` |\n|:--|--|\n| 甲 |  |\n| 乙 | two \\| bars |\n"
    document = parse(text)
    found = [(b.text, b.cell.row, b.cell.column) for b in document.blocks if b.cell]
    assert found == [("名", 0, 0), ("Note a\\|b", 0, 1), ("甲", 1, 0), ("乙", 2, 0), ("two | bars", 2, 1)]
    assert document.place(document.blocks[-1].span.start) == (4, 7)


def test_code_is_no_prose() -> None:
    found = parse("```py title\nx = 1\n\ny\n```\n\n    indented\n\n1. item\n\n   ~~~\n   in list\n   ~~~\n").blocks
    assert [(b.kind, b.info, b.text) for b in found if b.kind == "code"] == [
        ("code", "py title", "x = 1\n\ny"),
        ("code", "", "indented"),
        ("code", "", "in list"),
    ]


def test_front_matter() -> None:
    text = (
        '---\ntitle: "Say \\"hi\\" # now"\nweight: 3\ndescription: >-\n  First line,\n  second.\n'
        "hero:\n  tagline: It's fine # note\n---\nBody.\n"
    )
    found = parse(text).blocks
    assert [(b.kind, b.info, b.text) for b in found] == [
        ("value", "title", 'Say "hi" # now'),
        ("front-matter", "", "weight: 3"),
        ("value", "description", "First line, second."),
        ("front-matter", "", "hero:"),
        ("value", "tagline", "It's fine"),
        ("paragraph", "", "Body."),
    ]


def test_toml_front_matter_and_a_mere_rule() -> None:
    assert prose('+++\ntitle = "标题"\n+++\n正文\n') == [("value", "标题"), ("paragraph", "正文")]
    assert prose("---\n\nNo front matter here.\n\n---\n") == [("paragraph", "No front matter here.")]


def test_a_source_kept_in_comments() -> None:
    text = (
        "<!--\n## What is it? {#what}\n\nIt is a\ntool.\n\n- One\n-->\n## 是什么？{#what}\n\n工具。\n\n<!-- body -->\n"
    )
    found = parse(text).blocks
    assert [(b.kind, b.level, b.info, b.text) for b in found] == [
        ("comment", 2, "heading", "What is it?"),
        ("comment", 0, "paragraph", "It is a tool."),
        ("comment", 1, "-", "One"),
        ("heading", 2, "", "是什么？"),
        ("paragraph", 0, "", "工具。"),
        ("directive", 0, "comment", "body"),
    ]


HTML = [
    ("<details>\n<summary>More</summary>\n\nInside.\n\n</details>\n", ["More", "Inside."]),
    (
        '<aside class="q">\n  <img src="a.png" alt="x">\n  Said here.\n  <p>\n— Who\n  </p>\n</aside>\n',
        ["Said here.", "— Who"],
    ),
    ("<div>\n    <p>Indented\n    text.</p>\n</div>\n", ["Indented text."]),
    ("<ul><li>One</li><li>Two</li></ul>\n", ["One", "Two"]),
    ("Use `<Tabs>` and a <kbd>key</kbd>.\n", ["Use <Tabs> and a key."]),
    ("<script>\nvar x = 'text';\n</script>\nAfter.\n", ["After."]),
    ("- <b>item</b> text\n", ["item text"]),
    ("a < b and c > d\n", ["a < b and c > d"]),
]


@pytest.mark.parametrize(("text", "clean"), HTML)
def test_text_inside_html(text: str, clean: list[str]) -> None:
    assert [b.text for b in parse(text).blocks if b.kind in ("paragraph", "item")] == clean


def test_mdx() -> None:
    text = (
        "import { A } from 'a'\nexport const x = {\n  y: 1,\n}\n\n<Tabs items={['a > b']}>\n"
        '  <Tab title="标签">文字 {props.n}</Tab>\n</Tabs>\n\n<Card\n  description="说明"\n/>\n\n'
        "    not code\n\n{/* note */}\n"
    )
    assert prose(text, "a.mdx") == [
        ("value", "标签"),
        ("paragraph", "文字 {props.n}"),
        ("value", "说明"),
        ("paragraph", "not code"),
    ]


def test_a_line_of_a_paragraph_is_no_statement_of_mdx() -> None:
    text = "import a from 'a'\nimport b from 'b'\n\nTo use it you can\nimport the type, or\nexport a function.\n"
    assert prose(text, "a.mdx") == [("paragraph", "To use it you can import the type, or export a function.")]


DIRECTIVES = [
    ("/// note | Title here\n\nBody.\n\n///\n", [("value", "Title here"), ("paragraph", "Body.")]),
    (":::tip[标题]\n正文\n:::\n", [("value", "标题"), ("paragraph", "正文")]),
    (
        '!!! note "Title"\n    Body.\n\n    More.\nOut.\n',
        [("value", "Title"), ("paragraph", "Body."), ("paragraph", "More."), ("paragraph", "Out.")],
    ),
    ("{* ../x.py hl[1] *}\n\n[[toc]]\n\n{{< note >}}\nText.\n{{< /note >}}\n", [("paragraph", "Text.")]),
    ("[^1]: The note.\n", [("paragraph", "The note.")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DIRECTIVES)
def test_directives(text: str, expected: list[tuple[str, str]]) -> None:
    assert prose(text) == expected


def test_places_are_those_of_the_file() -> None:
    text = "\ufeff# 标题\r\n\r\n> - A **bold** claim\r\n>   goes on.\r\n"
    document = parse(text)
    assert document.text == text[1:]
    block = document.blocks[1]
    assert block.text == "A bold claim goes on."
    span = block.locate(2, 6)
    assert (document.text[span.start : span.end], document.place(span.start)) == ("bold", (3, 9))
    span = block.locate(13, 15)
    assert (document.text[span.start : span.end], document.place(span.start)) == ("go", (4, 5))


def test_a_links_title_may_hold_escaped_quotes() -> None:
    block = only('A [lamp](lamp.md "the \\"old\\" one") stands here.\n')
    assert [(m.kind, block.text[m.start : m.end], m.target) for m in block.marks] == [("link", "lamp", "lamp.md")]
    assert block.text == "A lamp stands here."
