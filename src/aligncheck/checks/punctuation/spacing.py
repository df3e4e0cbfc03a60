"""Spaces between Han and Latin text, between Han, and beside full-width signs (PUN002, PUN008). Knows no word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from aligncheck.checks._rule import Change, DocumentContext, Example, Hit, document_rule
from aligncheck.checks.punctuation.sheet import Sheet, chinese
from aligncheck.lang.text import HAN as _HAN
from aligncheck.lang.zh.punctuation import (
    ENTRY,
    ENUMERATOR,
    GLOSSED,
    HAN_SPACE,
    HONORED,
    JOINED_AFTER,
    JOINED_BEFORE,
    PROSE_SIGN,
    RUN,
    SENTENCE_JOINT,
    SIGN_SPACE,
)
from aligncheck.model.report import Severity

BULLETS = ("•", "-", "*", "·", "—")
TITLE = 16
"""Characters at the head of a list item that may be its title."""
MOST = 0.85
"""Share of the places that agree from which they are the document's habit."""
ENOUGH = 12
"""So many places must agree."""
LABEL = 4
"""Characters before a number that may make it a label: 步骤 3, 定义 1."""
RARE = 2
"""So many spaces between Han in a passage may be slips; more are a manner of setting it."""


class Edge(NamedTuple):
    """Where Chinese meets a Latin word or a number: from the one's last character to the other's first.

    ``latin`` is the character of the word or number.
    """

    start: int
    end: int
    latin: int
    spaced: bool
    digits: bool


@document_rule(
    "PUN002",
    "spacing-against-habit",
    Severity.INFO,
    since="0.1.0",
    bad=[
        Example(
            "Ferry and Lamp are ports of Harbor, which Pier, Quay, Buoy, Tide and Mast use, but not Dock.",
            "在 Ferry 和 Lamp 中、用 Harbor 的、由 Pier 到 Quay 到 Buoy 以及 Tide 和 Mast 的人，都不用Dock靠岸。",
        )
    ],
    good=[
        Example("Use Python here, and use it there.", "在这里用 Python，在那里用Python来写。", "no habit"),
        Example("Chapter 3, April 2026", "第3章，2026年4月"),
    ],
)
def spacing_against_habit(document: DocumentContext) -> Iterator[Hit]:
    """Chinese and Latin letters, or digits, stand with a space between them, or without, against the document's habit.

    Why: both manners are in use and style guides differ; within a document the mixture looks careless.

    Letters and digits have a habit each: twelve places and 85% of them. The fix is safe, and makes the habit clearer.

    Silent: without a clear habit; for dates, times, ordinals, percentages, degrees and single letters (U盘, T恤); for
    code, addresses and placeholders; at the edges of links and other markup; for spaces in headings, cells and rows
    of words and before a type (topic 字符串), where they part one thing from the next; for numbers at the head of a
    line.
    """
    sheet = chinese(document)
    if sheet is None:
        return
    edges = list(_edges(sheet))
    for digits, what in ((False, "Latin letters"), (True, "digits")):
        yield from _against(sheet, [edge for edge in edges if edge.digits is digits], what)


def _edges(sheet: Sheet) -> Iterator[Edge]:
    text = sheet.text
    for match in RUN.finditer(text):
        tail = match["tail"]
        start = match.start()
        before = 2 if text[start - 1 : start] == " " else 1
        head = text[start - before : start - before + 1]
        if not (tail or _HAN.match(head)):
            continue
        end = match.end() if tail is None else match.start("after")
        run = text[start:end]
        digits = not any(map(str.isalpha, run))
        if len(run) == 1 and not digits:
            continue
        if _HAN.match(head) and not (digits and head in JOINED_BEFORE):
            yield Edge(start - before, start + 1, start, before == 2, digits)
        odd = digits and (run[-1] in "%°" or (tail or "") in JOINED_AFTER or head in ("第", "图", "表", "圖"))
        first = text[start - 1 : start] in ("\n", "")
        if tail and not odd and not (digits and (first or _label(sheet, start))):
            yield Edge(end - 1, match.end(), end - 1, bool(match["after"]), digits)


def _label(sheet: Sheet, at: int) -> bool:
    """Whether a number here may be that of a figure, a definition or a step, whose title follows."""
    passage = sheet.passage(at)
    return at - passage.start <= LABEL and PROSE_SIGN.search(sheet.text, passage.start, at) is None


def _against(sheet: Sheet, edges: Sequence[Edge], what: str) -> Iterator[Hit]:
    spaced = sum(edge.spaced for edge in edges)
    most = max(spaced, len(edges) - spaced)
    if most == len(edges) or most < ENOUGH or most < MOST * len(edges):
        return
    habit = spaced == most
    odd = [edge for edge in edges if edge.spaced is not habit and sheet.solid(edge.start, edge.end)]
    if not habit:
        odd = [edge for edge in odd if _in_prose(sheet, edge.start) and not _entry(sheet, edge.latin)]
    share = f"the document writes {'a space' if habit else 'none'} at {most} of {len(edges)} places"
    for at, group in groupby(odd, key=lambda edge: edge.start if edge.spaced else edge.latin):
        here = list(group)
        yield sheet.hit(
            here[0].start,
            here[-1].end,
            f"spacing of {what}",
            f"{'No space' if habit else 'A space'} between Chinese and {what}; {share}.",
            f"{'No space' if habit else 'A space'} between Chinese and {what}, {{n}} places; {share}.",
            [_mended(sheet, at, here)],
        )


def _mended(sheet: Sheet, at: int, edges: Sequence[Edge]) -> Change:
    """The space between the two taken away, or put beside the Latin character: changes never share a character."""
    if edges[0].spaced:
        return sheet.change(at + 1, at + 2, "")
    before = any(edge.start < at for edge in edges)
    after = any(edge.start == at for edge in edges)
    return sheet.change(at, at + 1, " " * before + sheet.raw[at] + " " * after)


def _in_prose(sheet: Sheet, at: int) -> bool:
    """Whether a space here parts no title from a number, no cell from the next."""
    passage = sheet.passage(at)
    if passage.block.kind in ("heading", "cell"):
        return False
    return PROSE_SIGN.search(sheet.near(at)) is not None


@document_rule(
    "PUN008",
    "stray-space",
    Severity.INFO,
    since="0.1.0",
    bad=[
        Example("The keeper lights the lamp, and it burns all night.", "守塔人点亮 灯火，它彻夜燃烧。"),
        Example("The ferry leaves at dawn, and it is full.", "渡轮黎明出发 ，座无虚席。"),
    ],
    good=[
        Example("# Chapter One: The Ferry", "# 第一章 渡轮"),
        Example("Names: Zhang San, Li Si", "姓名 张 三 李 四"),
        Example("North, south, east, west", "北方 南方 东方 西方", "a row of words"),
    ],
)
def stray_space(document: DocumentContext) -> Iterator[Hit]:
    """A space stands between two Han characters, or before or after a full-width sign.

    Why: Chinese writes no spaces between words, and its signs carry their own; a space is mostly left over from editing
    or from a line break.

    The fix is safe beside a sign, unsafe between Han.

    Silent: in headings, cells and text without sentence punctuation; in verses and other passages with many such
    spaces; between single characters (张 三); before a term with its Latin word attached (目前的 分支branch); after
    numbers of chapters and names of speakers; for the space of honour in scripture; for wider spaces and line breaks;
    where the document writes a space after most of its signs.
    """
    sheet = chinese(document)
    if sheet is not None:
        yield from _between_han(sheet)
        yield from _beside_signs(sheet)


def _between_han(sheet: Sheet) -> Iterator[Hit]:
    found = list(HAN_SPACE.finditer(sheet.text))
    many = Counter(sheet.number(match.start()) for match in found)
    for match in found:
        if many[sheet.number(match.start())] > RARE or not _slip(sheet, match):
            continue
        start, end = match.span()
        yield sheet.hit(
            start,
            end,
            "between Han",
            "A space between two Chinese characters.",
            "A space between two Chinese characters, {n} places.",
            [sheet.change(start, end, "", safe=False)],
            confidence=0.75,
        )


def _entry(sheet: Sheet, at: int) -> bool:
    """Whether a word heads a line of its own with what it is: topic 字符串 : …"""
    passage = sheet.passage(at)
    entry = ENTRY.match(sheet.text, passage.start, passage.end)
    return entry is not None and at < entry.end()


def _slip(sheet: Sheet, match: re.Match[str]) -> bool:
    at = match.start()
    if not _in_prose(sheet, at) or sheet.text[at + 1] in HONORED or sheet.text[at - 1] in HONORED:
        return False
    if not sheet.solid(at - 1, at + 2) or GLOSSED.match(sheet.text, at):
        return False
    passage = sheet.passage(at)
    head = sheet.text[passage.start : at]
    titled = passage.block.kind == "item" or head[:1] in BULLETS
    return not (ENUMERATOR.match(head) or (titled and len(head) <= TITLE and PROSE_SIGN.search(head) is None))


def _beside_signs(sheet: Sheet) -> Iterator[Hit]:
    found = [m for m in SIGN_SPACE.finditer(sheet.text) if sheet.solid(m.start() - 1, m.end() + 1)]
    ends = [m for m in found if sheet.text[m.start() - 1] in "。！？"]
    if 2 * len(ends) > len(SENTENCE_JOINT.findall(sheet.text)):
        found = [m for m in found if sheet.text[m.start() - 1] not in "。！？"]
    for match in found:
        yield sheet.hit(
            *match.span(),
            "beside a sign",
            "A space beside a full-width sign.",
            "A space beside a full-width sign, {n} places.",
            [sheet.change(*match.span(), "")],
        )
