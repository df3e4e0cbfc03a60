"""When a translation already holds what its original says anew."""

from __future__ import annotations

import pytest

from aligncheck.drift import Sentence, answered, compare, trace


def is_answered(old: str, new: str, target: str, *, lang: str = "en", keep_text: bool = True) -> bool:
    """Whether all material changes are answered; there is at least one."""
    (step,) = compare([trace(old, lang, role="source", keep_text=keep_text)], [Sentence(new)], lang)
    material = [w for w in step.changes if w.material]
    assert material
    return all(answered(w, new, target, lang, "en" if lang == "zh" else "zh") for w in material)


@pytest.mark.parametrize("keep_text", [True, False])
@pytest.mark.parametrize(
    ("old", "new", "target", "expected"),
    [
        ("This guide covers version 3.2.", "This guide covers version 3.3.", "本指南适用于 3.3 版。", True),
        ("This guide covers version 3.2.", "This guide covers version 3.3.", "本指南适用于 3.2 版。", False),
        ("It runs on v1.22.", "It runs on v1.23.", "它在 v1.23 上运行。", True),
        ("It runs on v1.22.", "It runs on v1.23.", "它在 v1.22 上运行。", False),
        ("We welcomed 2.5 million visitors.", "We welcomed 3.5 million visitors.", "我们接待了350万名访客。", True),
        ("We welcomed 2.5 million visitors.", "We welcomed 3.5 million visitors.", "我们接待了250万名访客。", False),
        ("The busiest night was August 12.", "The busiest night was August 21.", "最忙的一晚是8月21日。", True),
        ("The busiest night was August 12.", "The busiest night was August 21.", "最忙的一晚是8月12日。", False),
        ("Set `--delay` to 5.", "Set `--wait` to 5.", "将 `--wait` 设为 5。", True),
        ("Set `--delay` to 5.", "Set `--wait` to 5.", "将 `--delay` 设为 5。", False),
        ("Wait for five minutes.", "Wait for six minutes.", "等待六分钟。", True),
        ("Wait for five minutes.", "Wait for six minutes, then five more.", "等待五分钟。", False),
        ("It calls you twice.", "It never calls you.", "它从不给您打电话。", False),
        ("Lift the lid.", "You must lift the lid.", "您必须打开盖子。", False),
        ("Lift the lid and wait.", "Lift the lid.", "打开盖子。", False),
    ],
)
def test_values_and_code(old: str, new: str, target: str, expected: bool, keep_text: bool) -> None:
    assert is_answered(old, new, target, keep_text=keep_text) is expected


@pytest.mark.parametrize(
    ("old", "new", "target", "expected"),
    [
        ("The red lamp stays on.", "The green lamp stays on.", "绿色的灯一直亮着。", True),
        ("The red lamp stays on.", "The green lamp stays on.", "红色的灯一直亮着。", False),
        ("Clean the fan.", "Clean the fan and the thermometer.", "清洁风扇和温度计。", True),
        ("Clean the fan.", "Clean the fan and the thermometer.", "清洁风扇。", False),
    ],
)
def test_words_by_the_dictionary(old: str, new: str, target: str, expected: bool) -> None:
    assert is_answered(old, new, target) is expected


def test_words_that_are_not_known_prove_nothing() -> None:
    assert not is_answered("The red lamp stays on.", "The green lamp stays on.", "绿色的灯一直亮着。", keep_text=False)


def test_chinese_originals() -> None:
    assert is_answered("等待五分钟。", "等待六分钟。", "Wait for six minutes.", lang="zh")
    assert not is_answered("等待五分钟。", "等待六分钟。", "Wait for five minutes.", lang="zh")
