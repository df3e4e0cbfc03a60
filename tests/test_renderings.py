"""Two renderings compared: laws that hold for any text, what counts as a difference, and where renderings stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from renderings_builder import CHINESE, ENGLISH, REVISED, compared, kinds, page, rendering, tiles

from aligncheck.alignment.layout import pair_file
from aligncheck.config import Config
from aligncheck.drift.monolingual import pair_sentences
from aligncheck.drift.renderings import Rendering, between_files, within_document
from aligncheck.drift.scoring import compare
from aligncheck.engine import pair_documents
from aligncheck.formats import read
from aligncheck.lang.form import folded
from aligncheck.lexicon import Lexicon
from aligncheck.model.renderings import Renderings
from aligncheck.model.text import Pair
from aligncheck.segment import segment

TEXTS = st.lists(st.sampled_from([*CHINESE, *REVISED, "好的。", "猫。"]), min_size=1, max_size=12)
ANYTHING = st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=60), max_size=8)
SOME = st.sets(st.integers(0, len(CHINESE) - 1), min_size=1).map(lambda chosen: [CHINESE[n] for n in sorted(chosen)])


@given(TEXTS, TEXTS)
def test_every_sentence_is_in_one_group_in_order(a: list[str], b: list[str]) -> None:
    one, other = rendering(a), rendering(b, "b.txt")
    assert tiles(between_files(one, other), one, other)


@given(ANYTHING, ANYTHING)
@settings(max_examples=60)
def test_any_text_can_be_compared(a: list[str], b: list[str]) -> None:
    one, other = rendering(["猫。", *a]), rendering(["猫。", *b], "b.txt")
    groups = between_files(one, other)
    assert tiles(groups, one, other)
    found = compare(groups, "zh", ("a.txt", "b.txt"))
    assert sum(found.summary.differences.values()) == len(found.entries)
    assert all((e.chrf is None) == (e.a is None or e.b is None) for e in found.entries)


@given(TEXTS)
def test_a_text_is_equal_to_itself(a: list[str]) -> None:
    found = compared(a, a)
    assert set(kinds(found)) == {"equal"}
    assert found.summary.chrf == 100
    assert found.summary.share_equal == 1
    assert found.worst_first == []


@given(SOME, SOME)
def test_differences_are_the_same_from_either_side(a: list[str], b: list[str]) -> None:
    counts = compared(a, b).summary.differences
    turned = compared(b, a).summary.differences
    assert (counts["only-a"], counts["only-b"]) == (turned["only-b"], turned["only-a"])
    assert [counts[k] for k in ("equal", "form", "wording")] == [turned[k] for k in ("equal", "form", "wording")]


def test_every_kind_is_the_same_from_either_side() -> None:
    mirrored = {"only-a": "only-b", "only-b": "only-a"}
    assert [mirrored.get(k, k) for k in kinds(compared(REVISED, CHINESE))] == kinds(compared(CHINESE, REVISED))


@given(st.permutations(CHINESE), st.integers(0, len(CHINESE)))
def test_a_sentence_that_is_added_is_the_only_difference(a: list[str], at: int) -> None:
    found = compared(a, [*a[:at], "隔壁的钟表匠总抱怨面粉落进齿轮。", *a[at:]])
    assert [k for k in kinds(found) if k != "equal"] == ["only-b"]
    assert kinds(found)[at] == "only-b"


@given(st.lists(st.text("甲乙丙丁", min_size=1, max_size=5), max_size=40), st.lists(st.text("甲乙丙丁", max_size=5)))
def test_matches_tile_both_lists(a: list[str], b: list[str]) -> None:
    matches = pair_sentences(a, b)
    assert [i for m in matches for i in m.a] == list(range(len(a)))
    assert [j for m in matches for j in m.b] == list(range(len(b)))
    assert all(len(m.a) + len(m.b) in (1, 2, 3) for m in matches)


def test_what_is_wide_and_unlike_still_tiles() -> None:
    a = [f"{chr(0x4E00 + n)}{chr(0x6000 + n * 7 % 900)}一" for n in range(700)]
    b = [f"{chr(0x7000 + n)}二{chr(0x8000 + n * 5 % 800)}" for n in range(450)]
    matches = pair_sentences(a, b)
    assert [i for m in matches for i in m.a] == list(range(len(a)))
    assert [j for m in matches for j in m.b] == list(range(len(b)))


def test_sentences_split_and_joined_are_one_entry() -> None:
    joined = "星期天，队伍一直排到老邮局，最年轻的面包师和她的猫睡在店铺楼上。"
    found = compared(CHINESE, [*CHINESE[:6], joined, *CHINESE[8:]])
    assert [(k, e.a.text) for k, e in zip(kinds(found), found.entries, strict=True) if k != "equal" and e.a] == [
        ("form", CHINESE[6] + CHINESE[7])
    ]


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("他们每天烤 300 个面包。", "他们每天烤300个面包。", "form"),
        ("她说：“面包会听。”", "她說:「麵包會聽。」", "form"),
        ("产量为 2,500 吨。", "产量为２５００吨。", "form"),
        ("产量为 250 万吨。", "产量为 2,500,000 吨。", "wording"),
        ("长 2.5 米。", "长 25 米。", "values"),
        ("从 10–20 人增加。", "从 10-20 人增加。", "form"),
        ("1953 年 5 月 4 日发了洪水。", "1953 年 5 月 14 日发了洪水。", "values"),
        ("有一半的面粉湿了。", "有 50% 的面粉湿了。", "wording"),
        ("客流下降了 18%。", "客流下降了八成。", "values"),
        ("这座桥一共有三个拱。", "桥拱一共有三座。", "wording"),
        ("两兄弟砌了烤炉。", "兄弟俩砌了烤炉。", "wording"),
        ("页面有 4000 万的访问。", "页面有 40M 的访问。", "wording"),
        ("从 1911 年起，他们每天烤面包。", "从那时起，他们每天烤面包。", "values"),
    ],
)
def test_how_sentences_differ(a: str, b: str, kind: str) -> None:
    assert kinds(compared([a], [b])) == [kind]
    assert kinds(compared([b], [a])) == [kind]


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("The mill closed in 1953, and so did the bank.", "In 1953 the mill closed; the bank did too.", "wording"),
        ("The Mill — closed.", "The mill - closed", "form"),
        ("It cost 2.5 million euros.", "It cost 25 million euros.", "values"),
        ("It rained for the next three days.", "It rained for the next nine days.", "values"),
        ("The train left at 15:50.", "The train left at 14:50.", "values"),
        ("It is written in C# today.", "It is written in C today.", "wording"),
    ],
)
def test_english_renderings(a: str, b: str, kind: str) -> None:
    assert kinds(compared([a], [b], "en")) == [kind]


def test_a_change_of_value_names_both() -> None:
    (entry,) = [e for e in compared(CHINESE, REVISED).entries if e.difference == "values"]
    assert [(v.a, v.b, v.text) for v in entry.values] == [("300", "200", "300 → 200")]


def test_scripts_are_no_difference_of_wording() -> None:
    traditional = ["麵包店在頭班電車之前開門。", "它的烤爐是兩兄弟在 1911 年砌的。", "星期天，隊伍一直排到老郵局。"]
    found = compared([CHINESE[0], CHINESE[1], CHINESE[6]], traditional)
    assert kinds(found) == ["form"] * 3
    assert (found.a.script, found.b.script, found.summary.folded) == ("Hans", "Hant", True)
    assert found.summary.chrf == 100


def test_the_score_says_how_it_was_made() -> None:
    summary = compared(CHINESE, REVISED).summary
    assert summary.signature.startswith("nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:")
    assert summary.chrf is not None
    assert 60 < summary.chrf < 100


def test_other_values_come_first_then_what_is_missing_then_by_score() -> None:
    assert [e.difference for e in compared(CHINESE, REVISED).worst_first] == ["values", "only-a", "wording"]


def paired(text: Rendering) -> tuple[Pair, ...]:
    """A rendering with its original."""
    original = read("\n\n".join(ENGLISH).encode(), "en.txt")
    return pair_documents(original, text.document, Config(), Lexicon.load()).pairs


def test_the_source_pairs_what_has_no_word_in_common() -> None:
    other = [*CHINESE[:5], "至今仍无更佳做法。", *CHINESE[6:]]
    one, two = rendering(CHINESE), rendering(other, "b.txt")
    groups = between_files(one, two, (paired(one), paired(two)))
    assert tiles(groups, one, two)
    found = compare(groups, "zh", ("a.txt", "b.txt"), "en.txt")
    assert [e.source.text for e in found.entries if e.source] == list(ENGLISH)
    assert [e.id for e in found.worst_first] == [5]


def within(text: str) -> Renderings:
    document = read(text.encode(), "page.txt")
    pairs = pair_file(document, segment(document), Lexicon.load(), "en").pairs
    return compare(within_document(pairs), "zh", ("page.txt", "page.txt"), "page.txt")


def test_the_two_renderings_of_a_page_in_three_parts() -> None:
    found = within(page())
    differing = {e.source.text: e.difference for e in found.entries if e.source and e.difference != "equal"}
    assert differing == {
        ENGLISH[2]: "values",
        ENGLISH[4]: "wording",
        ENGLISH[6]: "form",
        ENGLISH[7]: "only-a",
    }
    assert len(found.entries) == len(ENGLISH)
    assert all(e.a.start < e.b.start for e in found.entries if e.a and e.b)


def test_a_page_whose_parts_agree() -> None:
    assert kinds(within(page(CHINESE, CHINESE))) == ["equal"] * len(ENGLISH)


def test_a_full_translation_beside_an_interleaved_text_with_one_original() -> None:
    text = page().rpartition("\n\n")[0] + "\n"
    assert [e.difference for e in within(text).worst_first if e.difference != "only-a"] == ["values", "wording"]


def test_a_source_sentence_that_recurs() -> None:
    rows = [(ENGLISH[0], CHINESE[0]), (ENGLISH[3], CHINESE[3]), (ENGLISH[0], "面包房比头班电车开得还早。")]
    text = "en\tzh\n" + "".join(f"{en}\t{zh}\n" for en, zh in rows)
    document = read(text.encode(), "pairs.tsv")
    (group,) = within_document(pair_file(document, segment(document), Lexicon.load(), "en").pairs)
    assert group.a is not None
    assert group.b is not None
    assert (group.a.text, group.b.text) == (CHINESE[0], rows[2][1])


def test_keys_of_locale_files_say_what_answers_what() -> None:
    a = read('{"open": "打开", "close": "关闭"}'.encode(), "zh.json")
    b = read('{"close": "打开", "open": "关闭", "new": "新建"}'.encode(), "zh-new.json")
    one, other = Rendering(a, segment(a, "zh")), Rendering(b, segment(b, "zh"))
    texts = [(g.a.text if g.a else "", g.b.text if g.b else "") for g in between_files(one, other)]
    assert texts == [("打开", "关闭"), ("关闭", "打开"), ("", "新建")]


def test_what_never_matters_is_folded() -> None:
    assert folded("Ｅ－mail，“好”！") == folded("e-mail, 好") == "email好"
    assert folded("2.5 %") != folded("25 %")
    assert folded("10²") != folded("102")
