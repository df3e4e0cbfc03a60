"""Which places may render which words: by dictionary, by spelling and by sound."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.coverage.assign import Assignment, Candidates
from aligncheck.coverage.candidates import (
    KIN,
    LEAST,
    TypeLinks,
    by_links,
    by_sound,
    by_spelling,
    dictionary_links,
    joined,
)
from aligncheck.coverage.places import Places, chinese_places
from aligncheck.coverage.sounds import Sounds
from aligncheck.coverage.words import CONTENT, Words, english_words
from aligncheck.lexicon import Lexicon

LEXICON = Lexicon.load()
SOUNDS = Sounds(LEXICON)

Named = set[tuple[str, str, float]]


def both(english: list[str], chinese: list[str]) -> tuple[Words, Places]:
    return english_words(english, LEXICON), chinese_places(chinese, LEXICON)


def named(candidates: Candidates, words: Words, places: Places, english: list[str]) -> Named:
    """Candidates as (English word, Chinese place, weight)."""
    rows = zip(*candidates, strict=True)
    return {
        (
            english[words.text[w]][words.start[w] : words.end[w]],
            places.folded[a : a + n],
            round(float(v), 2),
        )
        for w, a, n, v in rows
    }


def dictionary(english: str, chinese: str) -> Named:
    words, places = both([english], [chinese])
    links = dictionary_links(words, places, LEXICON)
    return named(by_links(words, places, links), words, places, [english])


def spelling(english: str, chinese: str) -> set[tuple[str, str]]:
    words, places = both([english], [chinese])
    return {(en, zh) for en, zh, _ in named(by_spelling(words, places), words, places, [english])}


def sound(english: str, chinese: str, used: str = "") -> set[tuple[str, str]]:
    words, places = both([english], [chinese])
    flags = np.array([c in used for c in places.folded], bool)
    nothing = Assignment(np.zeros(len(words.text), np.int64), np.full(len(words.text), -1), flags)
    found = by_sound(words, places, nothing, [english], SOUNDS)
    return {(en, zh) for en, zh, _ in named(found, words, places, [english])}


GLOSSES = [
    ("lighthouse", "那座灯塔", ("lighthouse", "灯塔")),
    ("Lighthouses", "那座燈塔", ("Lighthouses", "灯塔")),
    ("the bridges", "桥梁", ("bridges", "桥梁")),
    ("a computer", "電腦", ("computer", "电脑")),
]

ALIKE = [
    ("our CDN", "我们的CDN很快", {("CDN", "cdn")}),
    ("the cdn", "CDN", {("cdn", "cdn")}),
    ("1,250 goats", "一千二百五十只山羊", {("1,250", "一千二百五十")}),
    ("1250 goats", "1,250只山羊", {("1250", "1,250")}),
    ("twenty goats", "20只山羊", {("twenty", "20")}),
    ("twenty goats", "二十只山羊", {("twenty", "二十")}),
    ("in December", "12月", {("December", "12月")}),
    ("in December", "十二月", set()),
    ("in December", "12日", set()),
    ("December 5", "12月5日", {("December", "12月"), ("5", "5")}),
    ("2.5 m", "2.5米", {("2.5", "2.5")}),
    ("2.5 m", "25米", set()),
    ("of by it", "of by it", set()),
    ("", "", set()),
    ("CDN", "", set()),
    ("", "CDN", set()),
]

NAMES = [
    ("Birkenhead waited.", "伯肯黑德在等。", "", {("Birkenhead", "伯肯黑德")}),
    ("Birkenhead waited.", "伯肯黑德在等。", "伯肯黑德", set()),
    ("Birkenhead waited.", "他在等。", "", set()),
    ("birkenhead waited.", "伯肯黑德在等。", "", set()),
    ("Bo waited.", "波在等。", "", set()),
    ("", "", "", set()),
]


@pytest.mark.parametrize(("english", "chinese", "expected"), GLOSSES)
def test_dictionary(english: str, chinese: str, expected: tuple[str, str]) -> None:
    assert (*expected, 1.0) in dictionary(english, chinese)


def test_a_relative_counts_for_less() -> None:
    found = {(en, zh): v for en, zh, v in dictionary("govern", "政府")}
    assert found[("govern", "政府")] == pytest.approx(KIN)


def test_function_words_render_nothing() -> None:
    assert not {zh for _, zh, _ in dictionary("at last the thing was in its place", "的在了是和")}


def test_stop_words_have_no_candidates() -> None:
    assert dictionary("of the by and it", "由其之和它房屋") == set()


@pytest.mark.parametrize(("english", "chinese", "expected"), ALIKE)
def test_spelling(english: str, chinese: str, expected: set[tuple[str, str]]) -> None:
    assert spelling(english, chinese) == expected


@pytest.mark.parametrize(("english", "chinese", "used", "expected"), NAMES)
def test_sound(english: str, chinese: str, used: str, expected: set[tuple[str, str]]) -> None:
    assert sound(english, chinese, used) == expected


def test_candidates_stay_in_their_own_text() -> None:
    english, chinese = ["lighthouse", "CDN 12"], ["CDN 12", "灯塔"]
    words, places = both(english, chinese)
    links = dictionary_links(words, places, LEXICON)
    assert len(links.type)
    assert len(by_links(words, places, links).word) == len(by_spelling(words, places).word) == 0


def test_every_place_of_a_rendering_is_a_candidate() -> None:
    words, places = both(["lighthouse, lighthouse"], ["灯塔，灯塔，灯塔"])
    found = by_links(words, places, dictionary_links(words, places, LEXICON))
    pairs = [(w, a) for w, a, n, _ in zip(*found, strict=True) if n == 2]
    assert len(pairs) == len(set(pairs)) == 6


def test_joining_keeps_every_row() -> None:
    words, places = both(["our CDN and 12 goats"], ["CDN与12只山羊"])
    links = by_links(words, places, dictionary_links(words, places, LEXICON))
    alike = by_spelling(words, places)
    whole = joined(links, alike)
    assert len(whole.word) == len(links.word) + len(alike.word)
    assert whole.at.tolist() == [*links.at.tolist(), *alike.at.tolist()]


def test_no_links_no_candidates() -> None:
    words, places = both(["goat"], ["山羊"])
    none = TypeLinks(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    assert len(by_links(words, places, none).word) == 0


ENGLISH = st.lists(
    st.sampled_from(
        "The the lighthouses bridge Bridge's CDN 1,250 20 twenty December of goats Birkenhead , . 2.5 govern".split()
    ),
    max_size=10,
).map(" ".join)
CHINESE = st.lists(
    st.sampled_from("灯塔 燈塔 桥 桥梁 CDN 1250 二十 12月 山羊 的 ， 。 伯肯黑德 2.5 政府 (CDN) 𠮷".split()),
    max_size=10,
).map("".join)
PAIRS = st.lists(st.tuples(ENGLISH, CHINESE), max_size=5)


@given(PAIRS)
@settings(deadline=None)
def test_candidates_lie_in_their_texts(pairs: list[tuple[str, str]]) -> None:
    words, places = both([en for en, _ in pairs], [zh for _, zh in pairs])
    links = dictionary_links(words, places, LEXICON)
    assert ((links.weight >= LEAST) & (links.weight <= 1.0)).all()
    assert not places.functional[links.word].any() if len(links.word) else True
    found = joined(by_links(words, places, links), by_spelling(words, places))
    text = words.text[found.word]
    assert (words.group[found.word] >= CONTENT).all()
    assert (found.size >= 1).all()
    assert (places.heads[text] <= found.at).all()
    assert (found.at + found.size < places.heads[text + 1]).all()


@given(PAIRS)
@settings(deadline=None)
def test_dictionary_candidates_are_glosses(pairs: list[tuple[str, str]]) -> None:
    words, places = both([en for en, _ in pairs], [zh for _, zh in pairs])
    found = by_links(words, places, dictionary_links(words, places, LEXICON))
    for word, at, size, weight in zip(*found, strict=True):
        zh = places.folded[at : at + size]
        ids = words.lemmas[words.type[word]]
        own = max((LEXICON.translations(LEXICON.lemma(i)).get(zh, 0.0) for i in ids), default=0.0)
        relatives = [r for i in ids for r in LEXICON.relatives(i)]
        kin = max((LEXICON.translations(LEXICON.lemma(r)).get(zh, 0.0) for r in relatives), default=0.0)
        assert weight == pytest.approx(own) or weight == pytest.approx(KIN * kin)
