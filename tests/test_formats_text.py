"""Plain text: what is a paragraph, a heading, an item."""

from __future__ import annotations

import pytest

from aligncheck.formats import read
from aligncheck.model.text import Block

LONG = "This sentence is long enough to count as running text, because it goes on and on, past eighty columns."
LANG = "这一句话足够长，可以算作正文，因为它一直写下去，超过了八十列的宽度，所以前面的短行是标题，而不是正文。"


def blocks(text: str) -> list[Block]:
    return list(read(text.encode(), "a.txt").blocks)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks(text)]


def test_hard_wrapped_prose_is_joined() -> None:
    text = (
        "The old mill by the river had been silent for more than thirty years\n"
        "when a family from the city bought it and began, to the surprise of\n"
        "everyone, to grind flour again.\n\nNobody had expected that.\n"
    )
    first, second = blocks(text)
    assert first.text == " ".join(text.split("\n\n")[0].split("\n"))
    assert second.text == "Nobody had expected that."


def test_hard_wrapped_chinese_is_joined_without_spaces() -> None:
    text = "河边的老磨坊已经沉寂了三十多年，直到城里来的一家人把它买下，并且出乎\n所有人的意料，重新开始磨面粉。\n"
    (only,) = blocks(text)
    assert only.text == text.replace("\n", "")


@pytest.mark.parametrize(
    "text",
    [
        "milk\nbread\ntwo eggs\n",
        f"{LONG}\n{LONG}\nShort one.\n",
        "A title\nAnother line of the page that is not very long\n2026-01-01 10:00\n",
        "第一行诗\n第二行诗\n",
    ],
)
def test_lines_of_their_own_stay_apart(text: str) -> None:
    assert [block.text for block in blocks(text)] == text.strip().split("\n")


def test_headings() -> None:
    assert kinds(f"Our plan\n\n{LONG}\n\n背景\n====\n\n{LANG}\n\n# Next\n{LONG}") == [
        ("heading", "Our plan"),
        ("paragraph", LONG),
        ("heading", "背景"),
        ("paragraph", LANG),
        ("heading", "Next"),
        ("paragraph", LONG),
    ]


def test_a_heading_may_stand_there_in_both_languages() -> None:
    found = kinds(f"Three goals\n\n三个目标\n\n{LONG}\n\n{LANG}")
    assert [kind for kind, _ in found] == ["heading", "heading", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line", ["A sentence.", "By Jane | May 3, 2025", "https://example.com/a", "2026-01-01", "• item"]
)
def test_what_is_no_heading(line: str) -> None:
    assert blocks(f"{line}\n\n{LONG}")[0].kind != "heading"


def test_list_markers_are_no_text() -> None:
    found = blocks("1. First point\n2) 第二点\n  • Third\n- fourth\n3、第五\n")
    assert [(b.kind, b.info, b.text) for b in found] == [
        ("item", "1.", "First point"),
        ("item", "2)", "第二点"),
        ("item", "•", "Third"),
        ("item", "-", "fourth"),
        ("item", "3、", "第五"),
    ]


@pytest.mark.parametrize("text", ["2026 was dry.", "3.5 metres", "-5 degrees", "A 1) in the middle"])
def test_numbers_are_no_markers(text: str) -> None:
    assert blocks(text)[0].text == text


def test_a_marked_heading_keeps_its_marker_apart() -> None:
    first = blocks(f"1. Fairness / 公平\n{LONG}")[0]
    assert (first.kind, first.info, first.text) == ("heading", "1.", "Fairness / 公平")


def test_a_rule_is_no_block_and_code_is_code() -> None:
    assert kinds("One.\n\n-----\n\n```\nx = 1\n```\nTwo.") == [
        ("paragraph", "One."),
        ("code", "```\nx = 1\n```"),
        ("paragraph", "Two."),
    ]


def test_light_markup_is_stripped_and_notes_are_kept() -> None:
    (first, second) = blocks("A **bold** word and a [link](https://example.com), 2*3*4.\n\nAn ecosystem of tools.*\n")
    assert first.text == "A bold word and a link, 2*3*4."
    assert [(m.kind, m.target) for m in first.marks] == [("strong", None), ("link", "https://example.com")]
    assert second.text == "An ecosystem of tools.*"
