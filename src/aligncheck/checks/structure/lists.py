"""The rule on lists: items that became one, lists of another kind. Knows blocks and counterparts, no words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median
from typing import NamedTuple

from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, document_rule
from aligncheck.checks._wording import these
from aligncheck.checks.structure.counterparts import Counterparts, counterparts, markdown
from aligncheck.lang.text import letters
from aligncheck.model.report import Severity
from aligncheck.model.text import Block, Pair

_SHORT = 0.7
"""Joined items whose translation is shorter than this share of the usual length have lost something."""
_MARKER = re.compile(r"-(?=[^\s-])|\*(?=[^\s*])|\+(?=[^\s+])|\d{1,2}[.)](?=[^\s\d])")
_INNER_MARKER = re.compile(rf"(?<=\n)[ \t]*(?:{_MARKER.pattern})")
_ENOUGH = 5
"""So many pairs show how long a translation usually is."""


class _Item(NamedTuple):
    """A list item and its counterpart, and what is the matter with it."""

    source: Block
    target: Block
    fault: str


@document_rule(
    "STR003",
    "list-differs",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example(
            "Before you sail:\n\n- Check the weather report.\n- Fill the water tank.\n- Tell the harbour office.",
            "出航之前：\n\n- 查看天气预报。\n-加满水箱。\n- 通知港务办公室。",
            "without a space the sign is text",
        ),
        Example(
            "To start the engine:\n\n1. Open the fuel valve.\n2. Turn the key.\n3. Wait for the green light.",
            "启动发动机：\n\n- 打开燃油阀。\n- 转动钥匙。\n- 等待绿灯亮起。",
            "steps became bullets",
        ),
    ],
    good=[
        Example(
            "Before you sail:\n\n- Check the weather report.\n- Fill the water tank.\n- Tell the harbour office.",
            "出航之前：\n\n* 查看天气预报。\n* 加满水箱。\n* 通知港务办公室。",
            "another bullet",
        ),
        Example(
            "To start the engine:\n\n1. Open the fuel valve.\n2. Turn the key.",
            "启动发动机：\n\n1) 打开燃油阀。\n2) 转动钥匙。",
            "another sign after the number",
        ),
    ],
)
def list_differs(document: DocumentContext) -> Iterator[Hit]:
    """A list of the translation has other items, or is of another kind.

    Why: two items that became one often mean that one of them was not translated; steps without numbers can no longer
    be referred to; and ``-文本`` without its space is no list item but text that begins with a sign.

    A warning where items became one and the translation is too short for all of them, and where a sign stands in the
    text; a hint where numbers became bullets or the reverse, where the depth differs, or where items became paragraphs.
    Consecutive ones are one finding.

    Silent: for items without counterpart (OMI001 and OMI002 speak of them); for the choice of bullet or of the sign
    after a number; in plain text.
    """
    if document.layout != "two-files" or not markdown(document):
        return
    both = counterparts(document)
    yield from _joined(document, both)
    for fault, group in groupby(_items(both), key=lambda item: item.fault):
        if not fault:
            continue
        members = list(group)
        yield Hit(
            _message(members, both),
            tuple(Evidence(*i.source.span) for i in members),
            tuple(Evidence(*i.target.span) for i in members),
            0.85 if fault == "sign" else 0.5,
            severity=Severity.WARNING if fault == "sign" else Severity.INFO,
            pair=both.source.pair_of[members[0].source.index].id,
            members=tuple(f"{fault} {i.source.text}" for i in members),
        )


def _joined(document: DocumentContext, both: Counterparts) -> Iterator[Hit]:
    """Neighbouring items of the source whose sentences stand in one item of the target."""
    blocks, others = document.source.blocks, document.target.blocks
    for into, group in groupby(sorted(both.forth.items()), key=lambda entry: entry[1]):
        items = [blocks[n] for n, _ in group]
        if len(items) < 2 or any(b.kind != "item" for b in items):
            continue
        sign = _sign(others[into], both)
        if not sign and others[into].kind != "item":
            continue
        among = {b.index for b in items}
        pairs = [p for p in document.pairs if p.source and among.intersection(s.block.index for s in p.source.segments)]
        usual = document.once("usual length", _usual)
        lost = usual is not None and _length(pairs) < _SHORT * usual
        reason = ", since no space follows a sign" if sign else ", which is too short for all of them" if lost else ""
        yield Hit(
            f"These {len(items)} list items{both.source.under(items[0].index)} are one in the translation{reason}.",
            tuple(Evidence(*b.span) for b in items),
            (sign or Evidence(*others[into].span),),
            0.75 if lost or sign else 0.5,
            key="joined" + "".join("\x1f" + b.text for b in items),
            severity=Severity.WARNING if lost or sign else Severity.INFO,
            pair=next(p.id for p in pairs if p.target),
        )


def _length(pairs: Sequence[Pair]) -> float:
    """Length of the target in lengths of the source, where both are there."""
    both = [(p.source, p.target) for p in pairs if p.source and p.target]
    return sum(letters(t.text) for _, t in both) / max(1, sum(letters(s.text) for s, _ in both))


def _usual(document: DocumentContext) -> float | None:
    """How long translations of this document usually are; None where too little is there to tell."""
    lengths = [_length([p]) for p in document.pairs if p.source and p.target and len(p.source.text) > 20]
    return median(lengths) if len(lengths) >= _ENOUGH else None


def _items(both: Counterparts) -> Iterator[_Item]:
    """List items with their counterparts, in order; between sections stands one without fault."""
    last: Block | None = None
    for source, target in both.mutual():
        if source.kind != "item" and target.kind != "item":
            continue
        if last is not None and both.source.heading(source.index) is not both.source.heading(last.index):
            yield _Item(source, target, "")
        last = source
        yield _Item(source, target, _fault(source, target, both))


def _fault(source: Block, target: Block, both: Counterparts) -> str:
    kinds = (source.kind, target.kind)
    if kinds == ("item", "item"):
        numbered = source.info[:1].isdigit(), target.info[:1].isdigit()
        if numbered[0] != numbered[1]:
            return "bullets" if numbered[0] else "numbers"
        return "" if source.level == target.level else "depth"
    if kinds == ("item", "paragraph") and both.whole(source, target):
        return "sign" if _sign(target, both) else "paragraph"
    return ""


def _sign(block: Block, both: Counterparts) -> Evidence | None:
    """The sign of a list item that a line of the target's block begins with, for want of a space; not emphasis."""
    text, found = both.target.document.text, None
    if block.kind == "paragraph" and not any(m.start == 0 and m.kind in {"emphasis", "strong"} for m in block.marks):
        found = _MARKER.match(text, block.span.start)
    found = found or _INNER_MARKER.search(text, *block.span)
    return Evidence(*found.span()) if found else None


def _message(members: Sequence[_Item], both: Counterparts) -> str:
    many, fault = len(members), members[0].fault
    under = both.source.under(members[0].source.index)
    what = these(many, "list item")
    be = "is" if many == 1 else "are"
    if fault == "sign":
        return f"{what}{under} {be} plain text in the translation, since no space follows the sign."
    if fault == "bullets":
        return f"{what}{under} {be} numbered, the translation's bulleted."
    if fault == "numbers":
        return f"{what}{under} {be} bulleted, the translation's numbered."
    if fault == "depth":
        return f"{what}{under} {be} nested to another depth in the translation."
    return f"{what}{under} {be} a paragraph in the translation."
