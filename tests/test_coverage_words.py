"""English words: where they stand, what they are to the length model, and which begin a clause."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aligncheck.coverage.words import CONTENT, GROUPS, Words, english_words
from aligncheck.lexicon import Lexicon

LEXICON = Lexicon.load()

SPELLINGS = [
    ("", []),
    ("\n", []),
    ("，。！ — …", []),
    ("今天下雨。", []),
    ("Bread", ["Bread"]),
    ("The baker's oven", ["The", "baker", "oven"]),
    ("The baker’s oven", ["The", "baker", "oven"]),
    ("We’ll see, they'd say.", ["We", "see", "they", "say"]),
    ("the millers' carts", ["the", "millers", "carts"]),
    ("O'Hara left", ["O", "Hara", "left"]),
    ("the word 'open' is painted", ["the", "word", "open", "is", "painted"]),
    ("'twas late", ["twas", "late"]),
    ("’s", ["s"]),
    ("a well-known four-legged friend", ["a", "well", "known", "four", "legged", "friend"]),
    ("1,250 tons of 2.5 mm wire", ["1,250", "tons", "of", "2.5", "mm", "wire"]),
    ("in 1908, 40 ships.", ["in", "1908", "40", "ships"]),
    ("Pay 3, or 4.", ["Pay", "3", "or", "4"]),
    ("v2.10.3 of x86", ["v", "2.10.3", "of", "x", "86"]),
    ("the 3rd lock", ["the", "3", "rd", "lock"]),
    ("naïve Zoë ate a crêpe in Łódź", ["naïve", "Zoë", "ate", "a", "crêpe", "in", "Łódź"]),
    ("first line\nsecond line", ["first", "line", "second", "line"]),
    ("tab\there", ["tab", "here"]),
    ("𠮷 dog 😀 cat", ["dog", "cat"]),
    ("船 ship 港 harbour", ["ship", "harbour"]),
    ("１２ dogs", ["dogs"]),
]

KINDS = [
    ("the", "article"), ("of", "preposition"), ("Until", "preposition"), ("and", "conjunction"), ("BUT", "acronym"),
    ("was", "auxiliary"), ("these", "determiner"), ("thereof", "particle"), ("him", "pronoun"), ("I", "pronoun"),
    ("theirs", "pronoun"), ("things", "light"), ("got", "light"), ("Perhaps", "light"), ("lantern", "known"),
    ("Lanterns", "known"), ("baking", "known"), ("Qwzntrel", "name"), ("qwzntrel", "unknown"), ("1,024", "digits"),
    ("3.5", "digits"), ("IT", "acronym"), ("WXQV", "acronym"),
]  # fmt: skip

OPENING = [
    ("Rain fell, snow too; then ice.", ["Rain", "snow", "then"]),
    ("The door (made of oak) creaked.", ["The", "made", "creaked"]),
    ("He said “wait here” and left.", ["He", "wait", "and"]),
    ("A bell—old, cracked—rang.", ["A", "old", "cracked", "rang"]),
    ("A well-built, half-timbered barn", ["A", "half"]),
    ("They're late", ["They"]),
    ("one line\nanother line", ["one"]),
    ("", []),
]


def spelled(words: Words, texts: list[str]) -> list[str]:
    return [texts[t][a:b] for t, a, b in zip(words.text, words.start, words.end, strict=True)]


@pytest.mark.parametrize(("text", "expected"), SPELLINGS, ids=range(len(SPELLINGS)))
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert spelled(english_words([text], LEXICON), [text]) == expected


@pytest.mark.parametrize(("word", "kind"), KINDS)
def test_what_a_word_is(word: str, kind: str) -> None:
    words = english_words([word], LEXICON)
    assert [GROUPS[group] for group in words.group] == [kind]


@pytest.mark.parametrize(("text", "expected"), OPENING, ids=range(len(OPENING)))
def test_words_behind_a_mark_open_a_clause(text: str, expected: list[str]) -> None:
    words = english_words([text], LEXICON)
    assert [w for w, opens in zip(spelled(words, [text]), words.opens, strict=True) if opens] == expected


@pytest.mark.parametrize("text", ["They sold 1,250 lamps.", "It is 2.5 metres deep."])
def test_a_comma_inside_a_number_opens_nothing(text: str) -> None:
    assert english_words([text], LEXICON).opens.tolist().count(True) == 1


@pytest.mark.parametrize("text", ["3 × 4", "12 ÷ 3"])
def test_a_sign_of_arithmetic_is_no_word(text: str) -> None:
    assert len(english_words([text], LEXICON).text) == 2


def test_content_begins_behind_the_function_words() -> None:
    assert GROUPS[:CONTENT] == ("article", "preposition", "conjunction", "auxiliary", "determiner", "particle")


def test_forms_of_one_word_share_a_type() -> None:
    words = english_words(["bridge bridges Bridge", "bridged"], LEXICON)
    assert len(set(words.type[:3].tolist())) == 1
    assert "bridge" in words.forms


def test_a_number_is_the_same_with_and_without_commas() -> None:
    words = english_words(["1,250 1250"], LEXICON)
    assert words.type[0] == words.type[1]
    assert words.forms == ("1250",)


def test_an_acronym_is_not_the_word_it_resembles() -> None:
    words = english_words(["IT fell on US", "it fell on us"], LEXICON)
    kinds = [GROUPS[group] for group in words.group]
    assert kinds[:4] == ["acronym", "known", "preposition", "acronym"]
    assert kinds[4:] == ["determiner", "known", "preposition", "pronoun"]


@pytest.mark.xfail(strict=True, reason="words in capitals are taken for acronyms and never looked up")
def test_a_shouted_word_is_known() -> None:
    words = english_words(["CLOSE THE GATE"], LEXICON)
    assert [GROUPS[group] for group in words.group] == ["known", "article", "known"]


LETTERS = "abzAZÀéÖſɏ×÷0123456789'’.,;:!?()[]—–“”\"-\n\r\t 中。，𠮷😀İß"
TEXTS = st.lists(st.text(LETTERS, max_size=60), max_size=6)
SENTENCES = st.lists(
    st.sampled_from("The old lamp's of 1,250 2.5 and fell , . ( ) I WXQV don’t — ships".split()), max_size=14
).map(" ".join)


@given(TEXTS)
@example([])
@example([""])
@example(["", "", "a"])
@example(["a\nb", "\n", "c"])
@settings(deadline=None)
def test_words_are_in_order_disjoint_and_map_back(texts: list[str]) -> None:
    words = english_words(texts, LEXICON)
    assert len(words.bounds) == len(texts) + 1
    assert words.bounds[0] == 0
    assert words.bounds[-1] == len(words.text)
    places = list(zip(words.text.tolist(), words.start.tolist(), words.end.tolist(), strict=True))
    for (t, _, end), (u, start, _) in pairwise(places):
        assert t < u or (t == u and end <= start)
    for number, (t, start, end) in enumerate(places):
        assert 0 <= start < end <= len(texts[t])
        assert words.bounds[t] <= number < words.bounds[t + 1]
        word = texts[t][start:end]
        assert word.isalpha() or (word[0].isdigit() and word[-1].isdigit()) or set(word) & set("×÷")


@given(TEXTS)
@settings(deadline=None)
def test_columns_are_well_formed(texts: list[str]) -> None:
    words = english_words(texts, LEXICON)
    sizes = {len(c) for c in (words.text, words.start, words.end, words.type, words.group, words.opens)}
    assert len(sizes) == 1
    assert len(words.forms) == len(words.lemmas) == len(set(words.forms))
    assert all(0 <= t < len(words.forms) for t in words.type)
    assert all(0 <= g < len(GROUPS) for g in words.group)
    for low, high in pairwise(words.bounds):
        assert high == low or words.opens[low]


@given(st.lists(SENTENCES, max_size=5), SENTENCES)
@settings(deadline=None)
def test_a_text_is_cut_alike_wherever_it_stands(texts: list[str], text: str) -> None:
    alone, among = english_words([text], LEXICON), english_words([*texts, text], LEXICON)
    low = among.bounds[-2]
    assert among.start[low:].tolist() == alone.start.tolist()
    assert among.end[low:].tolist() == alone.end.tolist()
    assert among.group[low:].tolist() == alone.group.tolist()
    assert among.opens[low:].tolist() == alone.opens.tolist()
    assert [among.forms[t] for t in among.type[low:]] == [alone.forms[t] for t in alone.type]


@given(st.text(LETTERS, max_size=60))
@settings(deadline=None)
def test_line_ends_are_as_good_as_blanks(text: str) -> None:
    one, other = english_words([text], LEXICON), english_words([text.replace("\n", " ")], LEXICON)
    assert spelled(one, [text]) == spelled(other, [text])
    assert one.opens.tolist() == other.opens.tolist()
