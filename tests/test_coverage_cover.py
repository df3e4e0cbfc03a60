"""How words of paired texts cover each other: each pair by itself, whatever stands around it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aligncheck.coverage.assign import NONE, OWN
from aligncheck.coverage.cover import LEARN_FROM, Cover
from aligncheck.coverage.words import CONTENT
from aligncheck.lexicon import Lexicon

LEXICON = Lexicon.load()

Row = tuple[str, str, str]
"""English word, its state (none, shared, own), and the Chinese of its best candidate."""


def cover(*pairs: tuple[str, str]) -> Cover:
    return Cover.of([en for en, _ in pairs], [zh for _, zh in pairs], LEXICON)


def rows(found: Cover, text: int, english: str) -> list[Row]:
    """What became of the words of content of one text."""
    words, given_ = found.words, found.assignment
    table = []
    for w in range(int(words.bounds[text]), int(words.bounds[text + 1])):
        if words.group[w] >= CONTENT:
            best, zh = int(given_.best[w]), ""
            if best >= 0:
                at = int(found.candidates.at[best])
                zh = found.places.folded[at : at + int(found.candidates.size[best])]
            spelled = english[words.start[w] : words.end[w]]
            table.append((spelled, ("none", "shared", "own")[given_.state[w]], zh))
    return table


def used(found: Cover, text: int) -> str:
    places = found.places
    low, high = int(places.heads[text]), int(places.heads[text + 1])
    return "".join(c for c, u in zip(places.folded[low:high], found.assignment.used[low:high], strict=True) if u)


TABLE: list[tuple[str, str, list[Row]]] = [
    ("", "", []),
    ("", "灯塔", []),
    ("the of and", "灯塔", []),
    ("lighthouse", "", [("lighthouse", "none", "")]),
    ("lighthouse", "，。", [("lighthouse", "none", "")]),
    ("lighthouse", "灯塔", [("lighthouse", "own", "灯塔")]),
    ("Lighthouses", "燈塔", [("Lighthouses", "own", "灯塔")]),
    ("lighthouse, lighthouse", "灯塔", [("lighthouse", "own", "灯塔"), ("lighthouse", "shared", "灯塔")]),
    ("lighthouse, lighthouse", "灯塔，灯塔", [("lighthouse", "own", "灯塔")] * 2),
    ("the goat and the bridge", "桥梁和山羊", [("goat", "own", "山羊"), ("bridge", "own", "桥梁")]),
    ("1,250 goats", "一千二百五十只山羊", [("1,250", "own", "一千二百五十"), ("goats", "own", "山羊")]),
    ("the CDN's bridge", "CDN的桥梁", [("CDN", "own", "cdn"), ("bridge", "own", "桥梁")]),
    ("Birkenhead", "伯肯黑德", [("Birkenhead", "own", "伯肯黑德")]),
    ("Birkenhead", "灯塔", [("Birkenhead", "none", "")]),
    ("a goat\na bridge", "山羊\n桥梁", [("goat", "own", "山羊"), ("bridge", "own", "桥梁")]),
    ("a museum’s garden", "博物馆的花园", [("museum", "own", "博物馆"), ("garden", "own", "花园")]),
    ("the 𠮷 goat 😀", "𠮷山羊😀", [("goat", "own", "山羊")]),
]


@pytest.mark.parametrize(("english", "chinese", "expected"), TABLE, ids=range(len(TABLE)))
def test_cover_of_one_pair(english: str, chinese: str, expected: list[Row]) -> None:
    assert rows(cover((english, chinese)), 0, english) == expected


def test_no_pairs() -> None:
    empty = cover()
    assert len(empty.words.text) == len(empty.assignment.state) == len(empty.assignment.used) == 0


@pytest.mark.parametrize("chinese", ["ＣＤＮ", "价格是１２５０元"])
def test_full_width_is_alike(chinese: str) -> None:
    english = "CDN" if "Ｃ" in chinese else "1,250"
    assert rows(cover((english, chinese)), 0, english)[0][1] == "own"


def test_capitals_are_looked_up() -> None:
    assert rows(cover(("LIGHTHOUSE", "灯塔")), 0, "LIGHTHOUSE") == [("LIGHTHOUSE", "own", "灯塔")]


def states(text: int, *pairs: tuple[str, str]) -> list[str]:
    return [state for _, state, _ in rows(cover(*pairs), text, pairs[text][0])]


@pytest.mark.parametrize(
    ("pair", "other"),
    [
        (("twenty goats", "二十只山羊"), ("20 bridges", "20座桥梁")),
        (("two goats", "2只山羊"), ("a second bridge", "旧桥")),
    ],
)
def test_other_spellings_of_a_number_elsewhere(pair: tuple[str, str], other: tuple[str, str]) -> None:
    assert states(0, pair, other) == states(1, other, pair) == ["own", "own"]


@pytest.mark.parametrize(
    ("pair", "other"),
    [
        (("twenty goats", "20只山羊"), ("20 bridges", "20座桥梁")),
        (("second bridge", "第2座桥梁"), ("two goats", "2只山羊")),
    ],
)
def test_digits_answer_each_spelling_of_a_number(pair: tuple[str, str], other: tuple[str, str]) -> None:
    assert states(0, pair, other) == states(1, other, pair) == ["own", "own"]


def test_renderings_of_a_word_are_those_chosen_most_often() -> None:
    found = cover(
        ("a goat", "山羊"), ("an old bridge", "旧桥"), ("bridges", "桥梁"), ("Bridge", "桥梁"), ("a bridge", "山羊")
    )
    kinds = {form: number for number, form in enumerate(found.words.forms)}
    assert found.renderings(kinds["bridge"]) == ["桥梁", "桥"]
    assert found.renderings(kinds["goat"]) == ["山羊"]
    assert found.renderings(kinds["a"]) == []


@pytest.mark.parametrize("often", [1, 30, 100])
def test_what_is_said_often_is_covered_each_time(often: int) -> None:
    found = cover(("goat, 20, " * often, "山羊，20，" * often))
    assert found.assignment.state.tolist() == [OWN] * (2 * often)


@pytest.mark.parametrize("often", [30, 100])
@pytest.mark.xfail(
    strict=True, reason="the nearest of many places are found by counting, as if they were evenly spread"
)
def test_what_is_said_often_in_one_half_is_covered_each_time(often: int) -> None:
    found = cover(("goat, " * often + "20, " * often, "山羊，" * often + "20，" * often))
    assert NONE not in found.assignment.state


@pytest.mark.parametrize(
    ("english", "chinese"),
    [("NATO", "北约"), ("EU", "欧盟"), ("USA", "美国"), ("DNA", "脱氧核糖核酸"), ("PC", "个人电脑")],
)
def test_acronyms_of_the_dictionary(english: str, chinese: str) -> None:
    assert chinese in LEXICON.translations(english.lower())
    assert rows(cover((english, chinese)), 0, english) == [(english, "own", chinese)]


def test_a_word_with_an_accent() -> None:
    assert "天真" in LEXICON.translations("naive")
    assert rows(cover(("naïve", "天真")), 0, "naïve") == [("naïve", "own", "天真")]


def test_a_name_in_two_words_takes_two_stretches() -> None:
    text = "Birkenhead and Liverpool"
    assert rows(cover((text, "利物浦和伯肯黑德")), 0, text) == [
        ("Birkenhead", "own", "伯肯黑德"),
        ("Liverpool", "own", "利物浦"),
    ]


ENGLISH = st.lists(
    st.sampled_from(
        "The the lighthouses bridge museum CDN 1,250 twenty December goats Birkenhead , . 2.5 Wxqv winter 's".split()
    ),
    max_size=12,
).map(" ".join)
CHINESE = st.lists(
    st.sampled_from("灯塔 燈塔 桥 桥梁 博物馆 CDN 1250 二十 12月 山羊 的 ， 。 伯肯黑德 2.5 冬天 𠮷 \n".split(" ")),
    max_size=12,
).map("".join)
PAIRS = st.lists(st.tuples(ENGLISH, CHINESE), max_size=5)
UNRELATED = ("Wooden spoons are cheap.", "木勺子很便宜。")


@given(PAIRS)
@example([])
@example([("", "")])
@settings(deadline=None)
def test_no_character_and_no_word_is_used_twice(pairs: list[tuple[str, str]]) -> None:
    found = cover(*pairs)
    given_ = found.assignment
    seen: list[int] = []
    for w in range(len(found.words.text)):
        best = int(given_.best[w])
        assert (best == -1) == (given_.state[w] == NONE)
        if best >= 0:
            assert found.candidates.word[best] == w
        if given_.state[w] == OWN:
            at = int(found.candidates.at[best])
            seen += range(at, at + int(found.candidates.size[best]))
    assert len(seen) == len(set(seen)) == int(given_.used.sum())


@given(PAIRS)
@settings(deadline=None)
def test_only_words_of_content_are_rendered(pairs: list[tuple[str, str]]) -> None:
    found = cover(*pairs)
    assert (found.words.group[found.assignment.state != NONE] >= CONTENT).all()


@given(PAIRS, st.data())
@settings(deadline=None)
def test_an_unrelated_pair_changes_no_other(pairs: list[tuple[str, str]], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(pairs)))
    one, other = cover(*pairs), cover(*pairs[:at], UNRELATED, *pairs[at:])
    for number, (english, _) in enumerate(pairs):
        assert rows(one, number, english) == rows(other, number + (number >= at), english)
        assert used(one, number) == used(other, number + (number >= at))


@given(PAIRS, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_pairs_does_not_matter(pairs: list[tuple[str, str]], random: Random) -> None:
    order = list(range(len(pairs)))
    random.shuffle(order)
    one, other = cover(*pairs), cover(*(pairs[n] for n in order))
    for place, number in enumerate(order):
        assert rows(one, number, pairs[number][0]) == rows(other, place, pairs[number][0])
        assert used(one, number) == used(other, place)


@given(ENGLISH, CHINESE)
@settings(deadline=None, max_examples=30)
def test_a_pair_said_often_is_covered_alike_each_time(english: str, chinese: str) -> None:
    found = cover(*[(english, chinese)] * (LEARN_FROM + 5))
    first = rows(found, 0, english)
    assert all(rows(found, number, english) == first for number in range(1, LEARN_FROM + 5))
    assert first == rows(cover((english, chinese)), 0, english)


NOISE = st.text("abTHE ,.'’1２ 灯塔燈的，。（）(İ)\n𠮷é×ｃ十月", max_size=50)


@given(st.lists(st.tuples(NOISE, NOISE), max_size=4))
@settings(deadline=None)
def test_any_text_has_a_cover(pairs: list[tuple[str, str]]) -> None:
    found = cover(*pairs)
    assert len(found.words.bounds) == len(found.places.heads) == len(pairs) + 1
    assert len(found.assignment.used) == len(found.places.folded)
