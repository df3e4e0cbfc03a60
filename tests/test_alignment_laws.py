"""Laws of sentence alignment that hold for any texts, blocks, priors, corridors and weights."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from aligncheck.alignment import Sentence, align_sentences, dp
from aligncheck.alignment.aligner import align
from aligncheck.alignment.constants import Constants
from aligncheck.alignment.cues import Cues
from aligncheck.alignment.second_look import second_look
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Bead

LEXICON = Lexicon.load()
FEW = settings(max_examples=25, deadline=None)
FEWER = settings(max_examples=6, deadline=None)

ENGLISH = [
    "The ferry leaves at seven every morning.", "She counted the coins twice and put them back.",
    "“Who opened the window?” he asked.", "Nobody answered.", "It rained for three days, from Monday to Wednesday.",
    "The bakery on Mill Street sells 40 loaves a day.", "Run `make install` first.", "Yes.", "1998",
    "We walked home along the river, talking about the harvest, the new bridge and the price of salt.",
]  # fmt: skip
CHINESE = [
    "渡轮每天早上七点开船。", "她把硬币数了两遍，又放了回去。", "“谁开的窗？”他问。", "没有人回答。",
    "雨下了三天，从星期一一直下到星期三。", "磨坊街的面包店一天卖四十个面包。", "先运行 `make install`。", "对。",
    "1998", "我们沿着河走回家，一路聊着收成、新桥和盐的价钱。",
]  # fmt: skip
ODD = ["", " ", "……", "!?!?", "—", "🎉🎉 👩‍🚀", "\u200b", "\x00", "ﬁ", "İstanbul", "１２月３日", "二〇二四", "مرحبا"]
ODD += ["a" * 3000, "水" * 3000]

lines = st.text(st.characters(exclude_characters="\n", codec="utf-8"), max_size=12)
sentences = st.one_of(st.sampled_from(ENGLISH), st.sampled_from(CHINESE), st.sampled_from(ODD), lines)
texts = st.one_of(
    st.lists(sentences, max_size=9),
    st.tuples(sentences, st.integers(0, 9)).map(lambda one: [one[0]] * one[1]),
    st.lists(st.sampled_from(ODD), max_size=9),
)
langs = st.sampled_from(["en", "zh"])


def plain(lines: Sequence[str], lang: str) -> list[Sentence]:
    return [Sentence(line, lang) for line in lines]


def other(lang: str) -> str:
    return "zh" if lang == "en" else "en"


def turned(bead: Bead) -> Bead:
    return replace(bead, source=bead.target, target=bead.source)


def assert_tiles(beads: Sequence[Bead], n: int, m: int) -> None:
    """Every sentence stands in one bead, in order, and no bead is empty."""
    assert [i for bead in beads for i in bead.source] == list(range(n))
    assert [j for bead in beads for j in bead.target] == list(range(m))
    assert all(bead.source or bead.target for bead in beads)
    assert all(0.0 <= bead.confidence <= 1.0 for bead in beads)


@FEW
@given(texts, texts, langs)
def test_beads_tile_both_sides(source: list[str], target: list[str], lang: str) -> None:
    beads = align_sentences(plain(source, lang), plain(target, other(lang)), LEXICON, source_lang=lang)
    assert_tiles(beads, len(source), len(target))


@FEW
@given(texts.filter(bool), texts.filter(bool))
def test_exchanging_the_sides_mirrors_the_beads(english: list[str], chinese: list[str]) -> None:
    left, right = plain(english, "en"), plain(chinese, "zh")
    beads = align(left, right, LEXICON)
    assert [turned(bead) for bead in align(right, left, LEXICON, source_lang="zh")] == beads


@FEW
@given(texts, texts, langs)
def test_aligning_twice_gives_the_same(source: list[str], target: list[str], lang: str) -> None:
    left, right = plain(source, lang), plain(target, other(lang))
    once, again = (align_sentences(left, right, LEXICON, source_lang=lang) for _ in range(2))
    assert once == again


@given(texts, langs)
@settings(max_examples=20, deadline=None)
def test_against_nothing_every_sentence_stands_alone_for_certain(source: list[str], lang: str) -> None:
    left = plain(source, lang)
    expected = [Bead((i,), (), 1.0) for i in range(len(source))]
    assert align_sentences(left, [], LEXICON, source_lang=lang) == expected
    assert align_sentences([], left, LEXICON, source_lang=other(lang)) == [Bead((), b.source, 1.0) for b in expected]


def blocks(lang: str) -> st.SearchStrategy[list[Sentence]]:
    """Sentences in blocks of any kind; a block's number need not even rise."""
    kinds = st.sampled_from(["", "heading", "paragraph", "item", "cell", "value", "comment", "front-matter", "martian"])
    sentence = st.builds(Sentence, sentences, st.just(lang), st.integers(0, 4), kinds, st.integers(0, 6))
    return st.lists(sentence, max_size=9)


@FEW
@given(langs.flatmap(lambda lang: st.tuples(blocks(lang), blocks(other(lang)), st.just(lang))))
def test_beads_tile_whatever_the_blocks_are(case: tuple[list[Sentence], list[Sentence], str]) -> None:
    source, target, lang = case
    assert_tiles(align_sentences(source, target, LEXICON, source_lang=lang), len(source), len(target))


Priors = Callable[[NDArray[np.int64], NDArray[np.int64]], NDArray[np.float64]]


def prior(seed: int, scale: float, n: int, m: int) -> Priors:
    """Any number for each pair of sentences; it is asked about sentences that exist and no others."""
    table = np.random.default_rng(seed).normal(0, scale, (n, m))

    def of(i: NDArray[np.int64], j: NDArray[np.int64]) -> NDArray[np.float64]:
        assert i.shape == j.shape
        assert ((i >= 0) & (i < n) & (j >= 0) & (j < m)).all()
        return np.asarray(table[i, j])

    return of


@st.composite
def weights(draw: st.DrawFn) -> Constants:
    """Constants up to four times larger or smaller than the fitted ones; shares stay shares."""
    values = {}
    for item in fields(Constants):
        value = getattr(Constants(), item.name) * draw(st.floats(0.25, 4.0))
        values[item.name] = min(value, 0.99) if 0 < getattr(Constants(), item.name) < 1 else value
    return replace(Constants(), **values)


@FEW
@given(texts, texts, langs, weights(), st.integers(0, 2**32 - 1), st.sampled_from([0.0, 1.0, 20.0, 1000.0]))
def test_beads_tile_at_any_cost(
    source: list[str], target: list[str], lang: str, constants: Constants, seed: int, scale: float
) -> None:
    left, right = plain(source, lang), plain(target, other(lang))
    english, chinese = (source, target) if lang == "en" else (target, source)
    extra = prior(seed, scale, len(english), len(chinese))
    beads = align(left, right, LEXICON, source_lang=lang, prior=extra, constants=constants)
    assert_tiles(beads, len(source), len(target))


@FEW
@given(st.integers(1, 8), st.integers(1, 8), langs)
def test_a_prior_decides_where_words_say_nothing(i: int, j: int, lang: str) -> None:
    source, target = plain(["…"] * 8, lang), plain(["…"] * 8, other(lang))
    beads = align(source, target, LEXICON, source_lang=lang, prior=lambda a, b: 50.0 * ((a == i - 1) & (b == j - 1)))
    english = [bead if lang == "en" else turned(bead) for bead in beads]
    assert any(i - 1 in bead.source and j - 1 in bead.target for bead in english)


def assert_inside(beads: Sequence[Bead], corridor: Sequence[tuple[int, int]]) -> None:
    for bead in beads:
        for i in bead.source if bead.target else ():
            low, high = corridor[i]
            assert low <= bead.target[0], (bead, corridor[i])
            assert bead.target[-1] < high, (bead, corridor[i])


Confined = tuple[list[str], list[str], list[tuple[int, int]]]


@st.composite
def confined(draw: st.DrawFn) -> Confined:
    """English, Chinese, and for each English sentence a range of Chinese ones: in any order, some of them empty."""
    source, target = draw(texts), draw(texts)
    end = st.integers(0, len(target))
    ends = st.tuples(end, end).map(lambda pair: (min(pair), max(pair)))
    return source, target, draw(st.lists(ends, min_size=len(source), max_size=len(source)))


@FEW
@given(confined())
def test_beads_of_two_sides_stay_inside_the_corridor(case: Confined) -> None:
    source, target, corridor = case
    beads = align_sentences(plain(source, "en"), plain(target, "zh"), LEXICON, corridor=corridor)
    assert_tiles(beads, len(source), len(target))
    assert_inside(beads, corridor)


@FEW
@given(confined())
def test_a_corridor_is_by_english_sentence_whichever_side_is_the_source(case: Confined) -> None:
    english, chinese, corridor = case
    left, right = plain(english, "en"), plain(chinese, "zh")
    beads = align_sentences(right, left, LEXICON, source_lang="zh", corridor=corridor)
    assert [turned(bead) for bead in beads] == align_sentences(left, right, LEXICON, corridor=corridor)


def document(seed: int, size: int) -> tuple[list[Sentence], list[Sentence]]:
    """A text and its translation, long enough to be cut into pieces; some sentences of either side are missing."""
    rng = random.Random(seed)
    picks = [rng.randrange(len(ENGLISH)) for _ in range(size)]
    left = [f"{ENGLISH[k]} No. {at}" for at, k in enumerate(picks) if rng.random() < 0.9]
    right = [f"{CHINESE[k]}第{at}号" for at, k in enumerate(picks) if rng.random() < 0.9]
    return plain(left, "en"), plain(right, "zh")


@FEWER
@given(st.integers(0, 10**6), st.integers(60, 250))
def test_long_texts_tile_and_mirror(seed: int, size: int) -> None:
    left, right = document(seed, size)
    assert_tiles(align_sentences(left, right, LEXICON), len(left), len(right))
    beads = align(left, right, LEXICON)
    assert [turned(bead) for bead in align(right, left, LEXICON, source_lang="zh")] == beads


def test_the_second_look_mirrors() -> None:
    left = plain([ENGLISH[5], *ENGLISH[:2]], "en")
    right = plain([CHINESE[5], *CHINESE[:2], "老渔夫的女儿在山坡上种葡萄和橄榄。"], "zh")
    found = [Bead((0,), (0,), 0.9), Bead((1, 2), (1, 2, 3), 0.6)]
    beads = second_look(found, left, right, LEXICON, "en")
    mirrored = second_look([turned(bead) for bead in found], right, left, LEXICON, "zh")
    assert [turned(bead) for bead in mirrored] == beads


@FEWER
@given(st.integers(0, 10**6), st.integers(60, 200), weights(), st.sampled_from([0.0, 5.0, 1000.0]))
def test_long_texts_tile_at_any_cost(seed: int, size: int, constants: Constants, scale: float) -> None:
    left, right = document(seed, size)
    extra = prior(seed, scale, len(left), len(right))
    assert_tiles(align(left, right, LEXICON, prior=extra, constants=constants), len(left), len(right))


@FEWER
@given(st.integers(0, 10**6), st.integers(60, 250), st.integers(0, 12))
def test_long_texts_stay_inside_the_corridor(seed: int, size: int, breadth: int) -> None:
    left, right = document(seed, size)
    at = [i * len(right) // len(left) for i in range(len(left))]
    corridor = [(max(0, j - breadth), min(len(right), j + breadth)) for j in at]
    beads = align_sentences(left, right, LEXICON, corridor=corridor)
    assert_tiles(beads, len(left), len(right))
    assert_inside(beads, corridor)


@contextmanager
def without_the_compiled_kernel() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, module in sys.modules.items():
            if name.startswith("aligncheck.alignment.") and getattr(module, "kernel", None) is not None:
                patch.setattr(module, "kernel", None)
        yield


def both_kernels(seed: int, size: int, breadth: int) -> tuple[list[Bead], list[Bead]]:
    if getattr(dp, "kernel", None) is None:
        pytest.skip("the compiled kernel was not built")
    left, right = document(seed, size)
    corridor = [(max(0, i - breadth), len(right)) for i in range(len(left))]
    compiled = align_sentences(left, right, LEXICON, corridor=corridor)
    with without_the_compiled_kernel():
        return compiled, align_sentences(left, right, LEXICON, corridor=corridor)


@FEWER
@given(st.integers(0, 10**6), st.integers(1, 150), st.sampled_from([3, 12, 200]))
def test_the_compiled_kernel_finds_the_same_beads_unless_they_are_doubtful(seed: int, size: int, breadth: int) -> None:
    one, two = (
        {(b.source, b.target): b.confidence for b in beads if b.source and b.target}
        for beads in both_kernels(seed, size, breadth)
    )
    for bead in one.keys() | two.keys():
        assert max(one.get(bead, 0.0), two.get(bead, 0.0)) < 0.6 or one[bead] == pytest.approx(two[bead], abs=5e-3)


def test_the_compiled_kernel_puts_nulls_in_the_same_order() -> None:
    for seed, size, breadth in ((11, 116, 12), (48, 141, 3), (50, 128, 3)):
        one, two = both_kernels(seed, size, breadth)
        assert [(b.source, b.target) for b in one] == [(b.source, b.target) for b in two]


def test_a_piece_may_be_widest_at_its_end() -> None:
    with without_the_compiled_kernel():
        beads = align_sentences(plain(["Yes."], "en"), plain(["对。", "好。"], "zh"), LEXICON, corridor=[(0, 1)])
    assert_tiles(beads, 1, 2)


def test_a_sentence_may_hold_a_line_end() -> None:
    beads = align(plain(["One line.", "Two."], "en"), plain(["第一\n行。", "二。"], "zh"), LEXICON)
    assert_tiles(beads, 2, 2)


def test_a_sentence_may_be_a_row_of_numerals() -> None:
    beads = align_sentences(plain(["One.", "Two."], "en"), plain(["一" * 5000, "二。"], "zh"), LEXICON)
    assert_tiles(beads, 2, 2)


def test_the_time_for_a_row_of_blanks_is_linear() -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        Cues.of(["_" * size + "x"], "en")
        return time.process_time() - start

    assert any(seconds(16_000) < 8 * max(seconds(4_000), 0.002) for _ in range(6))
