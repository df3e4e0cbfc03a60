"""Mining of terms: what is one, what renders it and where it ends, on sentences of our own; and laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from manual_builder import MANUAL, pairs

from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Mark
from aligncheck.terminology.chinese import chinese_strings
from aligncheck.terminology.masking import BREAK, masked, without_quoted
from aligncheck.terminology.mining import MinedTerm, TextPair, mine


def mined(found: list[TextPair], least: int = 2) -> dict[str, MinedTerm]:
    return {term.en: term for term in mine(found, Lexicon.load(), least=least)}


def test_competing_renderings_are_counted() -> None:
    agent = mined(pairs())["agent"]
    assert (agent.zh, agent.count, agent.seen, agent.others) == ("智能体", 6, 8, (("代理", 2),))
    assert agent.share == 0.75
    assert set(agent.forms) == {"agent", "Agents"}


def test_a_phrase_is_one_term_and_its_parts_are_none() -> None:
    found = mined(pairs())
    assert found["prompt template"].zh == "提示模板"
    assert not {"prompt", "template"} & found.keys()


def test_what_stays_in_latin_letters_is_kept() -> None:
    quillstack = mined(pairs())["Quillstack"]
    assert (quillstack.kind, quillstack.zh, quillstack.count) == ("keep", "Quillstack", 4)


def test_general_words_rank_below_terms() -> None:
    found = mined(pairs())
    assert found["prompt template"].score > 0.5 > found["name"].score
    assert "use" not in found or found["use"].score < 0.1


def test_uses_say_where() -> None:
    for use in mined(pairs())["agent"].renderings[1].uses:
        start, end = use.english
        assert use.pair.english[start:end] == "agent"
        start, end = use.chinese
        assert use.pair.chinese[start:end] == "代理"


def test_traditional_characters_are_kept_as_written() -> None:
    sentences = (
        ("Every circuit has a fuse.", "每條電路都有保險絲。"),
        ("Replace the fuse with a new one.", "請更換保險絲。"),
        ("A fuse melts when it is hot.", "保險絲過熱時會熔斷。"),
        ("Nobody found the fuse in the dark.", "沒有人在黑暗中找到保險絲。"),
    )
    assert mined(pairs(sentences))["fuse"].zh == "保險絲"


def test_a_gloss_in_brackets_tells_what_is_rendered() -> None:
    sentences = (
        ("Tilt shift needs a bright lens.", "移轴拼摄（Tilt shift）需要明亮的镜头。"),
        ("With tilt shift the church stands straight.", "用移轴拼摄，教堂就不会歪。"),
        ("Nobody here has tried tilt shift yet.", "这里还没有人试过移轴拼摄。"),
    )
    term = mined(pairs((*MANUAL, *sentences)))["tilt shift"]
    assert (term.zh, term.count, term.kind) == ("移轴拼摄", 3, "term")


def test_a_sentence_that_comes_again_counts_once() -> None:
    again = [TextPair(en, zh, ("copy.tsv", line)) for line, (en, zh) in enumerate(MANUAL)]
    assert mined([*pairs(), *again]) == mined([*again, *pairs()])
    assert mined([*pairs(), *again])["agent"].count == 6


def test_rare_terms_can_be_left_out() -> None:
    assert all(term.count >= 4 for term in mined(pairs(), least=4).values())
    assert "prompt template" in mined(pairs(), least=4)


@examples(max_examples=15)
@given(st.permutations(pairs()))
def test_the_order_of_pairs_does_not_matter(shuffled: list[TextPair]) -> None:
    assert mine(shuffled, Lexicon.load()) == mine(pairs(), Lexicon.load())


TEXT = st.text(st.sampled_from("ab Zé-'.,(（的智能体模型。\n\x1f\u200b😀0９/"), max_size=60)


@examples(max_examples=60)
@given(st.lists(st.tuples(TEXT, TEXT), max_size=8))
def test_no_text_is_too_odd(texts: list[tuple[str, str]]) -> None:
    found = [TextPair(en, zh, ("odd", line)) for line, (en, zh) in enumerate(texts)]
    for term in mine(found, Lexicon.load()):
        assert 0 <= term.confidence <= 1
        assert 0 <= term.termhood <= 1
        assert 2 <= term.count <= term.seen


def test_texts_that_are_no_sentences_are_passed_over() -> None:
    endless = [TextPair("agent " * 50_000, "智能体" * 50_000), TextPair("a-" * 80_000 + "_", "（" * 80_000 + "a")]
    assert mine([*endless, *pairs()], Lexicon.load()) == mine(pairs(), Lexicon.load())


def test_nothing_teaches_nothing() -> None:
    assert mine([], Lexicon.load()) == ()


@pytest.mark.parametrize("code", ["run_agent()", "src/agent", "agent@home.example", "https://agent.test", "agent_id"])
def test_code_and_addresses_are_no_words(code: str) -> None:
    assert masked(f"Call {code} now.", ()).replace(BREAK, "") in ("Call  now.", "Call now.")


def test_marked_code_is_no_word_and_offsets_stay() -> None:
    text = "Press the key now."
    assert masked(text, [Mark("code", 6, 13)]) == "Press " + BREAK * 7 + " now."


def test_titles_left_in_english_teach_nothing() -> None:
    english, chinese = without_quoted("See A short walk in summer.", "参见 A short walk in summer 一文。")
    assert "walk" not in english + chinese
    assert (len(english), len(chinese)) == (27, 29)


def test_no_string_is_a_clause_and_one_may_begin_with_a_negation() -> None:
    strings = chinese_strings(["最大长度有限，字段不可变，类型为数字。"], Lexicon.load())
    found = {strings.normal(number) for number in range(len(strings.text))}
    assert {"最大长度", "不可变"} <= found
    assert not any("为" in string for string in found)
