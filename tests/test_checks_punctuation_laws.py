"""Laws: safe fixes mend what they speak of, touch no code, link or number, and mended text stays as it is."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from punctuation_builder import ROUNDS, alone, applied, codes, fixes

_WORDS = (
    "渡轮",
    "灯塔",
    "守塔人",
    "的",
    "在",
    "黎明",
    "出发",
    "码头",
    "一",
    "Python",
    "AI",
    "Q",
    "3",
    "2026",
    "1,000",
    "3.5",
    "12:30",
)
_SIGNS = (
    *'，。、；：？！,;:?!.()（）“”‘’「」"…—-',
    "...",
    "。。",
    "，，",
    "--",
    "——",
    "……",
    " ",
    "  ",
    "\n\n",
    "\u3000",
)
_KEPT = (
    "`a,b`",
    "`用，，的的`",
    "https://a.org/b,c?d=1",
    "[灯](x,y.md)",
    ":smile:",
    ":)",
    "{count}",
    "**灯**",
    "C:",
    "v1.2",
)
_ODD = ("\u200b", "\ufeff", "\u202e", "\u00a0", "\u200d", "\ufe0f", "Ａ", "３", "\U0001f600", "葛\U000e0100", "\x08")

_parts = st.lists(st.sampled_from((*_WORDS, *_WORDS, *_SIGNS, *_KEPT, *_ODD)), min_size=1, max_size=60)
texts = _parts.map(lambda parts: "灯" + "".join(parts))
"""Chinese text with every kind of fault, and with all that no fix may touch."""


def safe_codes(text: str) -> set[str]:
    return {finding.code for finding in alone(text) if any(fix.safe for fix in finding.fixes or ())}


@settings(max_examples=150, deadline=None)
@given(texts)
def test_what_is_mended_stays_mended(text: str) -> None:
    for _ in range(ROUNDS):
        changes = fixes(alone(text))
        if not changes:
            break
        text = applied(text, changes)
    assert fixes(alone(text)) == []


@settings(max_examples=150, deadline=None)
@given(texts)
def test_no_fix_touches_code_links_or_numbers(text: str) -> None:
    kept = re.compile(r"`[^`\n]+`|https?://[!-~]+|\]\([!-~]+\)|\d[\d,.:]*\d|\{count\}|v1\.2")
    before = [found.span() for found in kept.finditer(text)]
    for fix in fixes(alone(text), unsafe=True):
        assert not any(
            start < fix.end and fix.start < end and fix.replacement != fix.text for start, end in before
        ) or (fix.replacement.replace(" ", "") == fix.text.replace(" ", ""))


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_characters="\0"), max_size=80).map(lambda text: "灯" + text))
def test_any_text_can_be_looked_at(text: str) -> None:
    alone(text, detail=True)


@settings(max_examples=60, deadline=None)
@given(texts)
def test_detail_tells_the_same_places(text: str) -> None:
    assert set(codes(alone(text))) == set(codes(alone(text, detail=True)))


def test_the_habit_is_clearer_after_the_fix() -> None:
    text = "在 Ferry 和 Lamp 里，用 Harbor 的，由 Pier 到 Quay 到 Buoy 以及 Tide 和 Mast 的。"
    text += "在 Gull 和 Tern 里。还有Dock在 Bay 里。"
    mended = applied(text, fixes(alone(text)))
    assert mended.endswith("还有 Dock 在 Bay 里。")
    assert codes(alone(mended)) == []


def test_long_lines_take_no_longer_than_their_length() -> None:
    for piece in ("的，", "， ", "“灯", "(", '"灯', "…", "A 的", "。 ", "‘灯", "[1,", ":)"):
        alone(piece * 20_000)
