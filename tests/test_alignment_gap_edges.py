"""What is mended beside nulls, and which lone sentences are paired with lone ones elsewhere."""

from __future__ import annotations

import pytest

from aligncheck.alignment import Sentence, align_sentences
from aligncheck.alignment.gap_edges import mend_edges
from aligncheck.alignment.moved_alone import pair_alone
from aligncheck.alignment.second_look import second_look
from aligncheck.config import Config
from aligncheck.engine import check_files
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Bead
from aligncheck.segment import segment

LEXICON = Lexicon.load()
DIARY = (
    ("The lighthouse keeper lit the lamp at sunset.", "灯塔看守人在日落时点亮了灯。"),
    ("His daughter counted the ships on the horizon.", "他的女儿数着地平线上的船只。"),
    ("A cold wind blew from the north all night.", "整夜都刮着寒冷的北风。"),
    ("In the morning the doctor came by rowing boat.", "早上，医生划着小船来了。"),
    ("She brought medicine and a letter from the capital.", "她带来了药品和一封来自首都的信。"),
    ("The children collected shells on the beach after school.", "放学后，孩子们在海滩上收集贝壳。"),
)
STRANGE = "这家餐馆的厨师擅长烹饪辣味火锅和凉拌黄瓜。"


def sentences(lang: str, *texts: str, kinds: str = "") -> list[Sentence]:
    """Sentences; ``kinds`` has an ``h`` for each heading."""
    return [
        Sentence(text, lang, n, "heading" if kinds[n : n + 1] == "h" else "", 2 if kinds[n : n + 1] == "h" else 0)
        for n, text in enumerate(texts)
    ]


EN, ZH = sentences("en", *(en for en, _ in DIARY)), sentences("zh", *(zh for _, zh in DIARY))


def shapes(beads: list[Bead]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(b.source, b.target) for b in beads]


MERGES = [
    ([Bead((0, 1), (0,), 0.7), Bead((), (1,), 0.8), Bead((2,), (2,), 1.0)], [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]),
    ([Bead((), (0,), 0.8), Bead((0, 1), (1,), 0.7), Bead((2,), (2,), 1.0)], [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]),
    ([Bead((0,), (0, 1), 0.7), Bead((1,), (), 0.8), Bead((2,), (2,), 1.0)], [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]),
]


@pytest.mark.parametrize(("beads", "expected"), MERGES, ids=["null behind", "null before", "two targets"])
def test_a_merge_gives_up_the_sentence_that_renders_the_null_beside_it(
    beads: list[Bead], expected: list[tuple[tuple[int, ...], tuple[int, ...]]]
) -> None:
    assert shapes(mend_edges(beads, EN[:3], ZH[:3], LEXICON, "en")) == expected


def test_a_merge_keeps_its_sentences_where_the_null_is_something_else() -> None:
    beads = [Bead((0, 1), (0,), 0.7), Bead((), (1,), 0.8), Bead((2,), (2,), 1.0)]
    target = [ZH[0], *sentences("zh", STRANGE), ZH[2]]
    assert mend_edges(beads, EN[:3], target, LEXICON, "en") == beads


def test_no_pair_leaves_the_corridor() -> None:
    beads = [Bead((0, 1), (0,), 0.7), Bead((), (1,), 0.8), Bead((2,), (2,), 1.0)]
    corridor = [(0, 1), (0, 1), (0, 3)]
    assert mend_edges(beads, EN[:3], ZH[:3], LEXICON, "en", corridor) == beads


def test_a_strange_pair_beside_a_sure_null_is_an_omission_and_an_addition() -> None:
    target = [ZH[0], *sentences("zh", STRANGE), *ZH[3:]]
    tail = [Bead((n,), (n - 1,), 1.0) for n in (3, 4, 5)]
    sure = [Bead((0,), (0,), 1.0), Bead((1,), (), 0.99), Bead((2,), (1,), 0.9), *tail]
    expected = [((0,), (0,)), ((1,), ()), ((2,), ()), ((), (1,)), *shapes(tail)]
    assert shapes(mend_edges(sure, EN, target, LEXICON, "en")) == expected
    for kept in (Bead((1,), (), 0.6), None):
        beads = [Bead((0,), (0,), 1.0), *([kept] if kept else []), Bead((2,), (1,), 0.9), *tail]
        assert mend_edges(beads, EN, target, LEXICON, "en") == beads


HEADS = (("Storm signals", "风暴信号"), ("The pilot", "引航员"))


def test_a_gap_slides_to_where_a_section_is_missing_whole() -> None:
    source = sentences("en", DIARY[0][0], HEADS[0][0], DIARY[1][0], HEADS[1][0], DIARY[3][0], kinds=" h h ")
    target = sentences("zh", DIARY[0][1], HEADS[1][1], DIARY[3][1], kinds=" h ")
    wrong = [
        Bead((0,), (0,), 1.0),
        Bead((1,), (1,), 0.6),
        Bead((2,), (), 1.0),
        Bead((3,), (), 0.7),
        Bead((4,), (2,), 1.0),
    ]
    mended = shapes(mend_edges(wrong, source, target, LEXICON, "en"))
    assert mended == [((0,), (0,)), ((1,), ()), ((2,), ()), ((3,), (1,)), ((4,), (2,))]
    right = sentences("zh", DIARY[0][1], HEADS[0][1], DIARY[3][1], kinds=" h ")
    assert mend_edges(wrong, source, right, LEXICON, "en") == wrong


def test_where_nothing_is_alone_nothing_changes() -> None:
    beads = align_sentences(EN, ZH, LEXICON)
    assert shapes(beads) == [((n,), (n,)) for n in range(len(DIARY))]


@pytest.mark.parametrize(
    ("lost", "split"),
    [
        ("The ISAF and the RYA check the courses and the teachers every year.", True),
        ("See https://example.org/harbour/rules for the courses.", True),
        ("The courses are good as well.", False),
    ],
)
def test_a_merge_without_the_acronyms_or_address_of_its_last_sentence_lacks_it(lost: str, split: bool) -> None:
    source = sentences("en", "Sailing courses begin in spring and end in autumn.", lost)
    target = sentences("zh", "帆船课程在春季开始，秋季结束，内容十分丰富，适合每一个喜欢大海的人。")
    beads = second_look([Bead((0, 1), (0,), 0.8)], source, target, LEXICON, "en")
    assert shapes(beads) == ([((0,), (0,)), ((1,), ())] if split else [((0, 1), (0,))])


MOVED = {
    "name": ("harbour-tools 2", "harbour-tools 2"),
    "page": ("[All harbour maps](https://example.org/maps)", "[港口地图大全](https://example.org/maps)"),
    "words": ("The blind fisherman sold his silver watch.", "失明的渔夫卖掉了他的银表。"),
}


@pytest.mark.parametrize(("english", "chinese"), MOVED.values(), ids=MOVED.keys())
def test_a_lone_sentence_elsewhere_is_moved_and_neither_missing_nor_added(english: str, chinese: str) -> None:
    left = "\n\n".join([english, *(en for en, _ in DIARY)])
    right = "\n\n".join([*(zh for _, zh in DIARY), chinese])
    one, two = (read(text.encode("utf-8"), f"{name}.md") for text, name in ((left, "a"), (right, "b")))
    config = Config(select=("OMI001", "OMI002", "STR001"))
    assert [f.code for f in check_files(one, two, config, LEXICON).findings] == ["STR001"]


def test_what_the_document_renders_so_elsewhere_is_paired() -> None:
    english = ["Plate: view of the mole", DIARY[0][0], DIARY[1][0], "Plate: view of the mole"]
    chinese = ["图版：防波堤景色", DIARY[0][1], "图版：防波堤景色", DIARY[1][1]]
    left, right = (
        segment(read("\n\n".join(texts).encode("utf-8"), f"x.{lang}.md"), lang)
        for texts, lang in ((english, "en"), (chinese, "zh"))
    )
    beads = [
        Bead((0,), (0,), 1.0),
        Bead((1,), (1,), 1.0),
        Bead((), (2,), 1.0),
        Bead((2,), (3,), 1.0),
        Bead((3,), (), 1.0),
    ]
    paired = pair_alone(beads, left, right, LEXICON, "en")
    assert [(b.source, b.target, b.moved) for b in paired] == [
        ((0,), (0,), False),
        ((1,), (1,), False),
        ((2,), (3,), False),
        ((3,), (2,), True),
    ]


def test_lone_sentences_that_say_different_things_stay_alone() -> None:
    english, chinese = f"{DIARY[0][0]}\n\n{DIARY[2][0]}", f"{DIARY[0][1]}\n\n{STRANGE}"
    left, right = (
        segment(read(text.encode("utf-8"), f"x.{lang}.md"), lang) for text, lang in ((english, "en"), (chinese, "zh"))
    )
    beads = [Bead((0,), (0,), 1.0), Bead((1,), (), 1.0), Bead((), (1,), 1.0)]
    assert pair_alone(beads, left, right, LEXICON, "en") == beads
