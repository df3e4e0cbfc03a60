"""Dictionary words in Chinese texts: each at its place, overlapping ones too, and strings that English writes alike."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aligncheck.coverage.places import Places, alike, chinese_places
from aligncheck.lang.zh.lexis import fold
from aligncheck.lexicon import Lexicon

LEXICON = Lexicon.load()


def found(texts: list[str]) -> list[tuple[int, str]]:
    """(text, word) of every occurrence, by place."""
    places = chinese_places(texts, LEXICON)
    rows = sorted(zip(places.at, places.size, places.text, strict=True))
    return [(int(t), places.folded[a : a + n]) for a, n, t in rows]


def marked(places: Places, flags: list[bool]) -> str:
    return "".join(c for c, flag in zip(places.folded, flags, strict=True) if flag)


OCCURRENCES = [
    ("", []),
    ("\n", []),
    ("...", []),
    ("abc 12", []),
    ("灯塔", ["灯", "灯塔", "塔"]),
    ("燈塔", ["灯", "灯塔", "塔"]),
    ("灯\n塔", ["灯", "塔"]),
    ("灯，塔", ["灯", "塔"]),
    ("電腦", ["电", "电脑", "脑"]),
]

ALIKE = [
    ("CDN和wi-fi", ["cdn", "wi", "fi"]),
    ("一千二百五十只羊，1,250头牛", ["1250", "1250"]),
    ("二十五到30岁", ["25", "30"]),
    ("3月5日", ["3", "5", "3月"]),
    ("十三月13月", ["13", "13"]),
    ("12月", ["12", "12月"]),
    ("版本2.10.3", ["2.10.3"]),
    ("一九〇八年", ["1908"]),
    ("Łódź是城市", ["łódź"]),
    ("", []),
    ("你好", []),
]

CLAUSES = [
    ("他来了，她走了。", "，。\n"),
    ("（见《手册》）“好”", "（）“”\n"),
    ("a,b;c:d!e?f(g)", ",;:!?()\n"),
    ("刀、叉…", "、…\n"),
    ("", "\n"),
]

GLOSSES = [
    ("内容分发网络（CDN）很快", "（cdn）"),
    ("木星（Jupiter, the planet）最大", "（jupiter, the planet）"),
    ("木星 (Jupiter) 最大", "(jupiter)"),
    ("木星（Jupiter 行星）最大", ""),
    ("木星（12）最大", ""),
    ("木星（见图）（Jupiter）", "（jupiter）"),
    ("木星（外层（Jupiter）最大", "（jupiter）"),
    ("木星（\nJupiter）最大", "（ jupiter）"),
    ("木星（Jupiter最大", ""),
]


@pytest.mark.parametrize(("text", "expected"), OCCURRENCES, ids=range(len(OCCURRENCES)))
def test_every_dictionary_word_is_found(text: str, expected: list[str]) -> None:
    assert [word for _, word in found([text])] == expected


@pytest.mark.parametrize(("text", "expected"), ALIKE, ids=range(len(ALIKE)))
def test_strings_that_english_writes_alike(text: str, expected: list[str]) -> None:
    assert [string for string, _, _ in alike(chinese_places([text], LEXICON))] == expected


@pytest.mark.parametrize(("text", "expected"), [("１２３元", ["123"]), ("ＣＤＮ很快", ["cdn"])])
def test_full_width_strings_are_read_like_narrow_ones(text: str, expected: list[str]) -> None:
    assert [string for string, _, _ in alike(chinese_places([text], LEXICON))] == expected


@pytest.mark.parametrize(("text", "expected"), CLAUSES, ids=range(len(CLAUSES)))
def test_marks_between_clauses(text: str, expected: str) -> None:
    places = chinese_places([text], LEXICON)
    assert marked(places, places.breaks.tolist()) == expected


@pytest.mark.parametrize(("text", "expected"), GLOSSES, ids=range(len(GLOSSES)))
def test_latin_brackets_are_glosses(text: str, expected: str) -> None:
    places = chinese_places([text], LEXICON)
    assert marked(places, places.gloss.tolist()) == expected


def test_a_gloss_ends_with_its_text() -> None:
    places = chinese_places(["木星（Jup", "iter）火星"], LEXICON)
    assert not places.gloss.any()


def test_words_do_not_cross_texts() -> None:
    assert [word for t, word in found(["灯", "塔"]) if len(word) > 1] == []
    assert found(["灯塔", "塔"])[-1] == (1, "塔")


@pytest.mark.parametrize("letter", ["İ", "İİİ"])
def test_lower_case_keeps_the_offsets(letter: str) -> None:
    texts = [f"{letter}与灯塔", "渡船"]
    places = chinese_places(texts, LEXICON)
    assert (places.heads[1:] - places.heads[:-1] - 1).tolist() == [len(text) for text in texts]


def test_function_words_carry_no_content() -> None:
    places = chinese_places(["他的船在港里。"], LEXICON)
    assert marked(places, places.content.tolist()) == "他船港"
    names = [LEXICON.word(int(w)) for w in places.words]
    assert {n for n, functional in zip(names, places.functional, strict=True) if functional} >= {"的", "在", "里"}
    assert "船" not in {n for n, functional in zip(names, places.functional, strict=True) if functional}


CHARACTERS = st.text("灯塔燈電腦海港的了在，。、（）ab XYzÉé１2,. \n\r𠮷㐀鿿豈ß😀〇一二十月年", max_size=40)
TEXTS = st.lists(CHARACTERS, max_size=6)


@given(TEXTS)
@example([])
@example([""])
@example(["", "\n", "灯"])
@settings(deadline=None)
def test_every_place_is_the_dictionary_word_it_says(texts: list[str]) -> None:
    places = chinese_places(texts, LEXICON)
    for t, w, at, size in zip(places.text, places.word, places.at, places.size, strict=True):
        assert places.folded[at : at + size] == LEXICON.word(int(places.words[w]))
        assert places.heads[t] <= at
        assert at + size < places.heads[t + 1]
    rows = list(zip(places.text.tolist(), places.word.tolist(), places.at.tolist(), strict=True))
    assert rows == sorted(rows)
    assert len(set(zip(places.at.tolist(), places.size.tolist(), strict=True))) == len(rows)
    assert sorted(set(places.words.tolist())) == places.words.tolist()


@given(TEXTS)
@settings(deadline=None)
def test_folded_texts_map_back(texts: list[str]) -> None:
    places = chinese_places(texts, LEXICON)
    assert len(places.heads) == len(texts) + 1
    for t, text in enumerate(texts):
        piece = places.folded[places.heads[t] : places.heads[t + 1]]
        assert len(piece) == len(text) + 1
        narrow = fold(text.replace("\n", " ")).translate({wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)})
        assert all(a in (b, c, c.lower()) for a, b, c in zip(piece, text, narrow, strict=False))
    flags = (places.han, places.breaks, places.content, places.gloss)
    assert {len(flag) for flag in flags} == {len(places.folded)}
    assert not (places.content & ~places.han).any()
    assert not (places.han & places.breaks).any()
    assert not (places.gloss & places.han).any()


@given(TEXTS, CHARACTERS)
@settings(deadline=None)
def test_a_text_is_read_alike_wherever_it_stands(texts: list[str], text: str) -> None:
    assert [word for t, word in found([*texts, text]) if t == len(texts)] == [word for _, word in found([text])]


@given(TEXTS)
@settings(deadline=None)
def test_like_strings_stand_where_they_say(texts: list[str]) -> None:
    places = chinese_places(texts, LEXICON)
    for string, start, end in alike(places):
        written = places.folded[start:end]
        assert "\n" not in written
        assert string == written.replace(",", "") or string.isdigit()


@given(TEXTS)
@settings(deadline=None)
def test_traditional_and_simplified_are_one(texts: list[str]) -> None:
    assert found(texts) == found([fold(text) for text in texts])
