"""What rules take for prose: marks, addresses and identifiers become blanks, and nothing moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.checks._prose import VERBATIM, is_marked, prose, unmarked_prose, without, without_addresses
from aligncheck.formats import read
from aligncheck.model.text import Side
from aligncheck.segment import segment


def side(text: str) -> Side:
    document = read(text.encode(), "page.md")
    return Side.of(document, tuple(segment(document, "en")))


MARKED = "Open the [harbour map](https://maps.example/quay), the [plan](plan.md), *port* and **pier** with `lamp on`."


def words(text: str) -> list[str]:
    return text.replace(",", " ").replace(".", " ").split()


def test_prose_keeps_the_words_of_links_and_emphasis() -> None:
    assert words(prose(side(MARKED))) == "Open the harbour map the plan port and pier with".split()


def test_titles_of_links_to_other_sites_may_be_left_out() -> None:
    assert words(prose(side(MARKED), titles=False)) == "Open the the plan port and pier with".split()


def test_unmarked_prose_keeps_bold_print_alone() -> None:
    assert words(unmarked_prose(side(MARKED))) == "Open the the and pier with".split()


def test_only_the_marks_asked_for_are_left_out() -> None:
    here = side("Write to quay@harbour.example with `lamp on`.")
    assert words(without(here, VERBATIM)) == ["Write", "to", "quay@harbour", "example", "with"]
    assert without(here, ()) == here.text


def test_a_character_is_told_to_stand_in_a_mark() -> None:
    here = side(MARKED)
    at = here.text.index("lamp")
    assert is_marked(at, here.marks, "code", "math")
    assert not is_marked(at, here.marks, "link")
    assert not is_marked(at - 2, here.marks, "code")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("See https://harbour.example/tides?year=2026 first.", "See first."),
        ("Ask www.harbour.example or pilot@harbour.example today.", "Ask or today."),
        ("Open docs/quay/map.txt and lamp_interval now.", "Open and now."),
        ("Read tides.json and harbour.org first.", "Read and first."),
        ("Tie the rope(s) twice.", "Tie the rope twice."),
        ("Run `lamp on` at dusk.", "Run at dusk."),
        ("Run `lamp 'north quay'` at dusk.", "Run at dusk."),
        ("He said `so' and ``no'' again.", "He said `so' and ``no'' again."),
        ("The lamp is on. the keeper sleeps", "The lamp is on. the keeper sleeps"),
        ("请运行`lamp on`再睡。", "请运行 再睡。"),
    ],
)
def test_addresses_and_identifiers_are_no_prose(text: str, left: str) -> None:
    assert " ".join(without_addresses(text).split()) == left


@given(st.text(alphabet="ab `'/.@_(s)[]*<>港:", max_size=60))
def test_nothing_moves(text: str) -> None:
    plain = without_addresses(text)
    assert len(plain) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, plain, strict=True))


@given(st.text(alphabet="ab `*_[](x)港。\n", min_size=1, max_size=60).filter(str.strip))
def test_nothing_moves_where_text_is_marked(text: str) -> None:
    document = read(text.encode(), "page.md")
    for each in segment(document, "en"):
        here = Side.of(document, (each,))
        for plain in (prose(here), prose(here, titles=False), unmarked_prose(here), without(here, VERBATIM)):
            assert len(plain) == len(here.text)
            assert all(new in (old, " ") for old, new in zip(here.text, plain, strict=True))
