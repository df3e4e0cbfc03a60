"""Runs of one language inside a block and over a document."""

from __future__ import annotations

from itertools import pairwise

import pytest

from aligncheck.formats import read
from aligncheck.model.text import Segment
from aligncheck.segment import segment
from aligncheck.segment.runs import runs

SPLIT = [
    # several sentences of either language, in either order and by turns
    "The kettle boils. Tea is ready. 水开了。茶好了。",
    "水开了。茶好了。 The kettle boils. Tea is ready.",
    "The kettle boils. ‖水开了。 ‖Tea is ready. ‖茶好了。",
    # a sentence that begins with a name or number in Latin script
    "We have moved the server. Everything is done. ‖AI 将带来新的风险。",
    "Python 3.11 was released. ‖Python 3.11 已发布。",
    "A total of 500 people came ‖共有500人到场",
    # headings, bylines, dates
    "Our values / ‖我们的价值观",
    "Deep Learning | ‖深度学习",
    "Resilience/‖韧性",
    "Getting Started ‖快速开始",
    "我们的原则 ‖Our principles",
    "Introduction ‖简介",
    "1. Name ‖名称",
    "May 3, 2025 | By Jane Doe ‖2025年5月3日 | 作者：Jane Doe",
    "2025年5月3日 | 作者：王小明 ‖May 3, 2025 | By Wang Xiaoming",
    "Table 1: Results ‖表 1：结果",
    # short sentences and quotations
    "Yes. ‖是的。",
    "Thank you very much ‖非常感谢",
    "“Where are you going?” asked the boy. ‖“你要去哪里？”男孩问。",
    "For details, see https://example.com/a ‖详情请见 https://example.com/a",
    "Contact: info@example.com ‖联系方式：info@example.com",
]

WHOLE_CHINESE = [
    "使用 Kubernetes 和 Docker",
    "Agent 工作流",
    "Kubernetes 简介",
    "OpenAI Agents SDK 简介",
    "在 fastapi 中使用 async def",
    "先用 few-shot prompting 和 chain-of-thought 试试",
    "请运行 npm install 然后重启。",
    "他引用了“The quick brown fox jumps over the lazy dog.”这句话，然后笑了。",
    "世界粮食计划署（World Food Programme of the United Nations）成立于1961年。",
    "论文 Attention Is All You Need 提出了一种架构。",
    "点击 Save as draft 按钮保存。",
    "我喜欢 The Beatles 的 Hey Jude 和 Let It Be。",
    "GPT-4 发布于 2023 年 3 月 14 日。",
    "深度学习（Deep Learning）",
    "她在 Build 大会上说：“AI is the defining technology of our time.”",
]

WHOLE_ENGLISH = [
    "The word 道 (dao) means the way.",
    "In Chinese, 人工智能 means artificial intelligence.",
    "She quoted the proverb “学而时习之，不亦说乎？” in her speech.",
    "We read 红楼梦 and 三国演义 in class.",
    "The team visited 北京 last year.",
    "We call this “inner peace” (内心的平静). It matters.",
]


@pytest.mark.parametrize("marked", SPLIT)
def test_runs_are_parted(marked: str) -> None:
    if "‖" not in marked:
        turn = marked.index("T") if marked.startswith("水") else marked.index("水")
        marked = marked[:turn] + "‖" + marked[turn:]
    text = marked.replace("‖", "")
    found = [text[run.start : run.end].strip() for run in runs(text)]
    assert found == [part.strip(" /|") for part in marked.split("‖")]
    langs = [run.lang for run in runs(text)]
    assert all(a != b for a, b in pairwise(langs))


@pytest.mark.parametrize("text", WHOLE_CHINESE)
def test_chinese_stays_whole(text: str) -> None:
    assert [run.lang for run in runs(text)] == ["zh"]


@pytest.mark.parametrize("text", WHOLE_ENGLISH)
def test_english_stays_whole(text: str) -> None:
    assert [run.lang for run in runs(text)] == ["en"]


def cut(text: str, lang: str | None = None, path: str = "a.md") -> list[Segment]:
    return segment(read(text.encode(), path), lang)


def test_runs_are_numbered_over_blocks() -> None:
    found = cut("One here.\n\nTwo here.\n\n一。\n\n2025-01-02\n\n二。\n\nThree here.\n")
    assert [(s.lang, s.run) for s in found] == [
        ("en", 0),
        ("en", 0),
        ("zh", 1),
        ("zh", 1),
        ("zh", 1),
        ("en", 2),
    ]


def test_a_block_without_words_takes_the_language_after_it_at_the_beginning() -> None:
    assert [s.lang for s in cut("2025\n\n一句话。\n")] == ["zh", "zh"]


def test_blocks_of_signs_have_no_sentence() -> None:
    assert [s.text for s in cut("……\n\n🎉\n\n话。\n")] == ["话。"]


def test_in_a_translated_file_plain_english_keeps_its_label() -> None:
    found = cut("这是译文。\n\nThis paragraph was left in English by the translator.\n\nDocker\n", "zh")
    assert [s.lang for s in found] == ["zh", "en", "zh"]


def test_in_an_english_file_chinese_keeps_its_label() -> None:
    assert [s.lang for s in cut("This is the source. 这一句是中文。\n", "en")] == ["en", "zh"]


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lovelace, Alan Turing, Grace Hopper",
        "example.com, docs.example.org, index.html, blog.example.net",
        "@ada @alan @grace",
    ],
)
def test_names_in_a_translated_file_are_no_english_sentence(line: str) -> None:
    assert {s.lang for s in cut(f"致谢。\n\n{line}\n", "zh")} == {"zh"}


def test_a_source_kept_in_comments_is_english_in_a_chinese_file() -> None:
    found = cut("<!-- ## Objectives here -->\n## 目标\n", "zh")
    assert [(s.block.kind, s.lang) for s in found] == [("comment", "en"), ("heading", "zh")]


def test_columns_of_a_table_of_pairs_keep_their_language() -> None:
    found = cut("en\tzh\nHello there.\tHello there.\n", path="a.tsv")
    assert [(s.lang, s.block.unit) for s in found] == [("en", "2"), ("zh", "2")]


def test_a_sentence_maps_back_through_markup_and_wrapping() -> None:
    text = "> **第一句**很\n> 短。Second [one](u) is\n> longer.\n"
    document = read(text.encode(), "a.md")
    first, second = segment(document)
    assert (first.text, second.text) == ("第一句很短。", "Second one is longer.")
    span = second.locate(0, 10)
    assert text[span.start : span.end] == "Second [one"
    assert document.place(second.span.start) == (2, 5)
    assert text[second.span.start : second.span.end].endswith("longer.")
