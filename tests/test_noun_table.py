"""A table of the nouns of documents chooses the same places as looking at each of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from struct import pack

from hypothesis import given
from hypothesis import strategies as st

from aligncheck.checks.consistency.noun_table import NounTable
from aligncheck.checks.consistency.nouns import ALONE, FIELDS, FIRST, LAST, Place

KEYS = (0, 1, 2**63, 2**64 - 1)
"""Of a noun by itself, of the first and the last word of a phrase, of another noun."""
KINDS = dict(zip(KEYS, (ALONE, FIRST, LAST, ALONE), strict=True))
LARGE = st.sampled_from((0, 1, 2**32 - 1))


@st.composite
def places(draw: st.DrawFn) -> Place:
    key = draw(st.sampled_from(KEYS))
    small, middle = st.integers(0, 2**8 - 1), st.integers(0, 2**16 - 1)
    fields = [draw(one) for one in (middle, LARGE, middle, small, middle, small, LARGE)]
    return Place(key, KINDS[key], *fields)


DOCUMENTS = st.lists(st.lists(places(), max_size=8), max_size=5)


def table(documents: list[list[Place]]) -> tuple[NounTable, list[tuple[int, Place]]]:
    """The table of documents 10, 20 and so on, and what is in it."""
    numbered = {10 * n: some for n, some in enumerate(documents, 1)}
    packed = {n: b"".join(pack(f"<{FIELDS}", *place) for place in some) for n, some in numbered.items()}
    return NounTable(packed), [(n, place) for n, some in numbered.items() for place in some]


@given(DOCUMENTS)
def test_varied_are_the_keys_with_enough_places_and_two_renderings(documents: list[list[Place]]) -> None:
    made, everything = table(documents)
    times = Counter(place.key for _, place in everything)
    renderings = defaultdict(set)
    for _, place in everything:
        renderings[place.key].add(place.rendering)
    expected = [(n, p) for n, p in everything if times[p.key] > 2 and len(renderings[p.key]) > 1]
    assert list(made.varied(2)) == expected


@given(DOCUMENTS)
def test_heads_are_the_first_places_of_all_but_first_words(documents: list[list[Place]]) -> None:
    made, everything = table(documents)
    first: dict[int, tuple[int, Place]] = {}
    for one in everything:
        first.setdefault(one[1].key, one)
    assert list(made.heads()) == [one for one in everything if one is first[one[1].key] and one[1].kind != FIRST]


@given(DOCUMENTS, st.sets(st.sampled_from(KEYS)))
def test_places_are_found_by_their_keys(documents: list[list[Place]], keys: set[int]) -> None:
    made, everything = table(documents)
    assert list(made.of(keys)) == [(n, place) for n, place in everything if place.key in keys]
