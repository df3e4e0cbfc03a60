"""Laws of the rules on leftovers: what the source says itself is no leftover; a broken text stays broken anywhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from leftovers_builder import codes, in_pair

LEFT = (
    "作为一个人工智能语言模型，我无法回答。", "抱歉，我无法翻译这段文字。", "以下是翻译：", "请将以下内容翻译成中文：",
    "[待翻译]", "（此处省略）", "未完待续", "TODO: translate", "TBD", "<|im_end|>", "[/INST]", "渡轮は夜明けに", "Ã©",
    "锟斤拷", "出\ufffd发",
)  # fmt: skip
CLEAN = (
    "渡轮黎明出发。", "守塔人把天气记入日志。", "风停了，海面很静。", "绳子要留出一米的余量。", "他们在雾中等待。",
)  # fmt: skip
ENGLISH = ("The ferry leaves at dawn.", "The wind dropped.", "They waited in the fog.", "Leave a metre of rope.")
sentences = st.lists(st.sampled_from(CLEAN), unique=True, max_size=4).map("".join)
originals = st.lists(st.sampled_from(ENGLISH), min_size=1, unique=True).map(" ".join)


@given(originals, st.sampled_from(LEFT), sentences, sentences)
def test_a_leftover_is_found_wherever_it_stands(source: str, left: str, before: str, after: str) -> None:
    expected = codes(in_pair(source, "渡轮。" + left + "。"))
    assert expected
    assert set(expected) <= set(codes(in_pair(source, before + left + after + "。"))) | {"MTX002"}


@given(originals, st.sampled_from(LEFT), sentences)
def test_what_the_source_says_is_no_leftover(source: str, left: str, text: str) -> None:
    assert codes(in_pair(source + " " + left, text + left)) == []


@given(originals, st.lists(st.sampled_from(CLEAN), min_size=1, unique=True))
def test_clean_text_is_silent(source: str, texts: list[str]) -> None:
    assert codes(in_pair(source, "".join(texts))) == []
    assert codes(in_pair("".join(texts), source, "zh")) == []


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=2, max_size=8))
def test_chinese_read_as_windows_1252_is_garbled(text: str) -> None:
    garbled = text.encode().decode("cp1252", "replace").replace("\ufffd", "\x81")
    assert "MTX010" in codes(in_pair("The wind dropped.", "风停了" + garbled + "风停了"))


@given(
    st.lists(st.sampled_from("旧码头黎明渡轮守塔人绳子天气"), min_size=4, max_size=8, unique=True).map("".join),
    st.integers(3, 9),
)
def test_a_phrase_in_a_loop_is_found_and_underlined(phrase: str, times: int) -> None:
    loops = [f for f in in_pair("The wind dropped.", phrase * times + "。") if f.code == "MTX005"]
    assert [f.target_spans[0].text for f in loops] == [phrase * times]
    assert "MTX005" not in codes(in_pair("The wind dropped.", phrase * 2 + "。"))
