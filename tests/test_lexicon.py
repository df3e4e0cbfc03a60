"""The dictionary: how entries are read, compiled and stored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from lexicon_builder import DICTIONARY, small_lexicon, zipped

from aligncheck.lexicon import Lexicon, _load, source, store
from aligncheck.lexicon.compile import LONGEST, Arrays, chinese_key, word_keys

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def small() -> Lexicon:
    return small_lexicon()


@pytest.fixture(scope="module")
def whole() -> Lexicon:
    return Lexicon.load()


def test_entries_are_simplified_words_with_syllables_and_senses() -> None:
    found = {entry.word: entry for entry in source.entries(zipped(DICTIONARY))}
    assert found["船长"] == ("船长", ("chuan", "zhang"), "captain (of a boat)/skipper")
    assert found["绿"].syllables == ("lv",)
    assert "卡拉OK" not in found
    assert len(found) == 12


GLOSSES = [
    ("apple/CL:個|个[ge4],顆|颗[ke1]", [["apple"]]), ("to be (somewhere)/at; in", [["to", "be"], ["at"], ["in"]]),
    ("big, large", [["big"], ["large"]]), ("when it rains, it pours", [["when", "it", "rains", "it", "pours"]]),
    ("surname Wang/king", [["king"]]), ("variant of 週|周[zhou1]", []), ("Taiwan pr. [xi1]", []), ("(loanword)", []),
    ("to give sb a hand", [["to", "give", "a", "hand"]]), ("fig. important person", [["important", "person"]]),
    ("Yellow River, second longest river in China", [["yellow"]]), ("", []),
    ("Sichuan province (Szechuan) in southwest China", [["sichuan"]]),
    ("River of no name", [["river", "of", "no", "name"]]),
    ("Shanghai municipality, central east China, abbr. to 滬|沪[Hu4]", [["shanghai"]]),
    ("Ada Lovelace (1815-1852), English mathematician and writer", [["ada", "lovelace"]]),
]  # fmt: skip


@pytest.mark.parametrize(("senses", "expected"), GLOSSES)
def test_glosses_are_words_without_remarks(senses: str, expected: list[list[str]]) -> None:
    assert list(source.glosses(senses)) == expected


REFERENCES: list[tuple[str, list[str]]] = [
    ("variant of 週|周[zhou1]", ["周"]), ("see 蘋果|苹果[ping2 guo3]/fruit", ["苹果"]), ("to see far", []),
    ("abbr. for 北京大學|北京大学[Bei3 jing1 Da4 xue2]", ["北京大学"]), ("apple/CL:個|个[ge4]", []),
    ("also written 船長[chuan2 zhang3]", ["船长"]),
]  # fmt: skip


@pytest.mark.parametrize(("senses", "expected"), REFERENCES)
def test_references_name_other_words(senses: str, expected: list[str]) -> None:
    assert source.references(senses) == expected


def test_forms_are_traced_to_what_they_are_forms_of() -> None:
    table = source.lemma_table()
    forms = {"went": "go", "apples": "apple", "children": "child", "mine": "i"}
    assert {form: table[form] for form in forms} == forms
    assert source.content("the children were running to the shore".split(), table) == ["child", "run", "shore"]
    assert source.alternatives("saw", table) == ["see", "saw"]


def test_words_and_lemmas_come_back(small: Lexicon) -> None:
    words = [small.word(i) for i in range(len(small.arrays["word_keys"]))]
    assert sorted(words) == sorted("苹果 果子 船长 船 热狗 周 礼拜 绿 长 长大 长子".split())
    lemmas = [small.lemma(i) for i in range(len(small.arrays["lemma_at"]) - 1)]
    assert lemmas == sorted(lemmas)
    assert {"apple", "captain", "skipper", "dog", "green"} <= set(lemmas)
    assert [small.lemma(small.lemma_ids(lemma)[0]) for lemma in lemmas] == lemmas


def test_a_word_has_one_key_however_it_is_made(small: Lexicon) -> None:
    chars, keys = small.arrays["chars"].tolist(), small.arrays["word_keys"].tolist()
    assert keys == sorted(set(keys))
    assert [chinese_key(chars, small.word(i)) for i in range(len(keys))] == keys
    assert chinese_key(chars, "苹龘") is None


@QUICK
@given(st.data(), st.integers(1, LONGEST))
def test_keys_of_a_text_are_the_keys_of_its_words(small: Lexicon, data: st.DataObject, length: int) -> None:
    chars = small.arrays["chars"].tolist()
    text = data.draw(st.text(st.sampled_from([chr(c) for c in chars]), max_size=12))
    ids = np.searchsorted(chars, [ord(c) for c in text]).astype(np.uint64) + np.uint64(1)
    expected = [chinese_key(chars, text[at : at + length]) for at in range(len(text) - length + 1)]
    assert word_keys(ids, length).tolist() == expected


def test_only_listed_words_are_known(small: Lexicon) -> None:
    assert all(small.has_chinese(word) for word in ("苹果", "船", "长大"))
    assert not any(small.has_chinese(word) for word in ("", "苹", "果苹", "苹龘", "九个字的词太长不收录"))
    assert [small.knows_english(word) for word in ("Apples", "the", "grue", "")] == [True, True, False, False]


RENDERINGS: list[tuple[str, dict[str, float]]] = [
    ("apple", {"苹果": 1.0}), ("Apples", {"苹果": 1.0}), ("ships", {"船": 1.0}), ("captain", {"船长": 1.0}), ("", {}),
    ("dog", {"热狗": 0.5}), ("hot dog", {"热狗": 1.0}), ("hot dogs", {"热狗": 1.0}), ("dog hot", {}), ("grue", {}),
    ("week", {"周": 1.0, "礼拜": 1.0}), ("grow", {"长大": 1.0}), ("overlong", {}),
]  # fmt: skip


@pytest.mark.parametrize(("english", "expected"), RENDERINGS)
def test_words_and_phrases_are_rendered_with_their_share(
    small: Lexicon, english: str, expected: dict[str, float]
) -> None:
    assert small.translations(english) == pytest.approx(expected)


RELATIVES = [
    ("silent", "silently"), ("calm", "calmness"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "relative"), RELATIVES)
def test_relatives_are_derived_from_one_root(whole: Lexicon, word: str, relative: str) -> None:
    one, two = whole.lemma_ids(word)[0], whole.lemma_ids(relative)[-1]
    assert two in whole.relatives(one)
    assert one in whole.relatives(two)
    assert one not in whole.relatives(one)


def test_the_commonest_reading_of_a_character_comes_first(small: Lexicon) -> None:
    names = bytes(small.arrays["syllables"]).decode().split(" ")
    row = int(np.searchsorted(small.arrays["chars"], ord("长"))) + 1
    assert [names[int(i) - 1] for i in small.arrays["readings"][row].tolist() if i] == ["zhang", "chang"]


KINDS = st.sampled_from(["u1", "u2", "u4", "u8", "i4", "i8", "f4", "f8"])
ARRAY = arrays(KINDS, array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=5), elements=st.integers(0, 99))
SAMPLE: Arrays = {"words": np.arange(40, dtype=np.uint32), "table": np.ones((3, 2), np.float32)}


def assert_same(one: Arrays | None, two: Arrays) -> None:
    assert one is not None
    assert {name: array.dtype for name, array in one.items()} == {name: array.dtype for name, array in two.items()}
    for name in two:
        np.testing.assert_array_equal(one[name], two[name], strict=True)


@QUICK
@given(st.dictionaries(st.text(max_size=8), ARRAY, max_size=5))
def test_arrays_come_back_as_they_were_saved(tmp_path: Path, saved: Arrays) -> None:
    path = tmp_path / "new" / "a.bin"
    store.save(path, saved)
    assert_same(store.load(path), saved)
    assert [file.name for file in path.parent.iterdir()] == ["a.bin"]


@QUICK
@given(st.data())
def test_a_damaged_file_is_not_loaded(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "a.bin"
    assert store.load(tmp_path) is None
    store.save(path, SAMPLE)
    content = bytearray(path.read_bytes())
    if data.draw(st.booleans(), label="cut short"):
        del content[data.draw(st.integers(0, len(content) - 1)) :]
    else:
        content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content)
    assert store.load(path) is None


@pytest.fixture
def cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Ask the cache in a folder that is not there yet; says whether the arrays had to be built."""
    monkeypatch.setenv("ALIGNCHECK_CACHE", str(tmp_path / "deep" / "cache"))

    def ask() -> bool:
        build = Mock(return_value=SAMPLE)
        assert_same(store.cached("k", build), SAMPLE)
        return build.called

    return ask


def test_what_is_stored_is_not_built_again_unless_it_is_damaged(cached: Callable[[], bool], tmp_path: Path) -> None:
    assert [cached(), cached()] == [True, False]
    [path] = (tmp_path / "deep" / "cache").iterdir()
    path.write_bytes(path.read_bytes()[:-1])
    assert [cached(), cached()] == [True, False]


def test_a_folder_that_cannot_be_written_is_no_error(cached: Callable[[], bool], tmp_path: Path) -> None:
    (tmp_path / "deep").write_text("in the way")
    assert [cached(), cached()] == [True, True]
    assert [path.name for path in tmp_path.iterdir()] == ["deep"]


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.bin" / "in the way").mkdir(parents=True)
    with pytest.raises(OSError, match=r"a\.bin"):
        store.save(tmp_path / "a.bin", SAMPLE)
    assert [path.name for path in tmp_path.iterdir()] == ["a.bin"]


def test_a_lexicon_is_compiled_once_for_each_dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load = _load.__wrapped__
    monkeypatch.setenv("ALIGNCHECK_CACHE", str(tmp_path))
    monkeypatch.setattr(source, "data_bytes", lambda: zipped(DICTIONARY))
    first = load()
    with monkeypatch.context() as patch:
        patch.setattr("aligncheck.lexicon.compile.compile_arrays", lambda _: pytest.fail("compiled again"))
        again = load()
    assert again.digest == first.digest
    assert again.translations("apple") == first.translations("apple") == {"苹果": 1.0}
    monkeypatch.setattr(source, "data_bytes", lambda: zipped("梨 梨 [li2] /pear/\n"))
    other = load()
    assert other.digest != first.digest
    assert (other.translations("apple"), other.translations("pear")) == ({}, {"梨": 1.0})


def test_no_word_is_longer_than_its_beginning_promises(small: Lexicon) -> None:
    words = [small.word(i) for i in range(len(small.arrays["word_keys"]))]
    for word in words:
        ids = small.letters[[ord(char) for char in word]]
        assert small.longest(word[0]) >= len(word)
        if len(word) == 1:
            assert small.word(int(small.single[ids[0]])) == word
        else:
            assert int(small.longest_from(ids[:1], ids[1:2])[0]) >= len(word)
    assert small.longest("x") == 0
