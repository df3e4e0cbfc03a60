"""Which words of a text went and which came, for display; judges nothing and knows no format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Kind = Literal["same", "gone", "come"]

_WORD = re.compile(r"[A-Za-z0-9\u00c0-\u024f]+(?:['’.,:/_-][A-Za-z0-9\u00c0-\u024f]+)*|\s+|.", re.DOTALL)
_THIN = re.compile(r"\W*")
_MOST = 1_000_000
"""Words times words that are still compared; 1,000 words on either side take half a second at worst."""
_LONGEST_WHOLE = 60
_ALIKE = 0.35
"""Below this share of words in common, two sentences are easier to read one after the other than interwoven."""


class Part(NamedTuple):
    """A stretch of text that stayed, went or came."""

    kind: Kind
    text: str


def differences(old: str, new: str, whole: Iterable[str] = ()) -> list[Part]:
    """Parts in reading order: without those that came they join to ``old``, without those that went to ``new``.

    What is the same between two changes and has neither letter nor digit goes with them. The phrases ``whole`` stay in
    one piece, so that of a Chinese number not a single figure is told.
    """
    word = _words_with(whole)
    before, after = word.findall(old), word.findall(new)
    found: list[Part] = []
    for same, first, second in _blocks(before, after):
        made = (Part("same", first),) if same else (Part("gone", first), Part("come", second))
        for part in made:
            if found and found[-1].kind == part.kind == "same":
                found[-1] = Part("same", found[-1].text + part.text)
            elif part.text:
                found.append(part)
    return found


def _words_with(whole: Iterable[str]) -> re.Pattern[str]:
    phrases = sorted({p.strip() for p in whole if p.strip() and len(p) <= _LONGEST_WHOLE}, key=lambda p: (-len(p), p))
    if not phrases:
        return _WORD
    inside = "[A-Za-z0-9\u00c0-\u024f]"
    bounded = (f"(?<!{inside}){re.escape(p)}(?!{inside})" for p in phrases)
    return re.compile(f"{'|'.join(bounded)}|{_WORD.pattern}", re.DOTALL)


def ranges(parts: Sequence[Part], kind: Literal["gone", "come"]) -> list[tuple[int, int]]:
    """Where parts of a kind stand in the text they belong to, without the spaces around them."""
    at, found = 0, []
    for part in parts:
        if part.kind == kind:
            start, end = at + len(part.text) - len(part.text.lstrip()), at + len(part.text.rstrip())
            if start < end:
                found.append((start, end))
        if part.kind in ("same", kind):
            at += len(part.text)
    return found


def shortened(parts: Sequence[Part], most: int) -> list[Part]:
    """The parts, those longer than ``most`` characters cut in the middle."""
    half = most // 2
    return [p if len(p.text) <= most else Part(p.kind, f"{p.text[:half]} … {p.text[-half:]}") for p in parts]


def _blocks(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[bool, str, str]]:
    """Stretches that are the same (with what they are) and that are not (with both sides), in order."""
    gone, come = "", ""
    for same, first, second in _matched(before, after):
        if same and first and not ((gone or come) and _THIN.fullmatch(first)):
            yield from _unlike(gone, come)
            gone, come = "", ""
            yield True, first, second
        else:
            gone, come = gone + first, come + second
    yield from _unlike(gone, come)


def _unlike(gone: str, come: str) -> Iterator[tuple[bool, str, str]]:
    """A change, with what both of its sides end in given back to what is the same."""
    end = 0
    while end < min(len(gone), len(come)) and gone[-1 - end] == come[-1 - end] and not gone[-1 - end].isalnum():
        end += 1
    tail = gone[len(gone) - end :]
    if gone or come:
        yield False, gone[: len(gone) - end], come[: len(come) - end]
    if tail:
        yield True, tail, tail


def _matched(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[bool, str, str]]:
    if len(before) * len(after) > _MOST:
        yield before == after, "".join(before), "".join(after)
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    codes = matcher.get_opcodes()
    common = sum(last - first for tag, first, last, _, _ in codes if tag == "equal")
    if common < _ALIKE * max(len(before), len(after)):
        yield False, "".join(before), "".join(after)
        return
    for tag, first, last, start, end in codes:
        yield tag == "equal", "".join(before[first:last]), "".join(after[start:end])
