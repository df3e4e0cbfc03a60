"""Pairs single sentences that were left alone on both sides: a caption, a list item, a name that stands elsewhere.

``moved.py`` needs several sentences, or many telling words. One short sentence says enough where it is the same name,
leads to the same page, is rendered so elsewhere in the document, or shares nearly all its words with one sentence of
the other side and with no other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from aligncheck.alignment.moved import in_source_order
from aligncheck.alignment.second_look import covered
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Bead, Segment

ALIKE, WORDY = 0.6, 4
"""Share of content words covered, on the mean of both sides, and how many of them either side has at least."""
SAME_PAGE = 0.5
"""Share of a sentence's characters that its link has, to be told by where it leads to."""
NAME = 8
"""Letters of a name that is told by itself."""
COMBINATIONS = 4000
"""So many pairs of lone sentences are compared by their words at most."""
CONFIDENCE = 0.8
"""Of a pair found here."""


def pair_alone(
    beads: Sequence[Bead], source: Sequence[Segment], target: Sequence[Segment], lexicon: Lexicon, source_lang: str
) -> list[Bead]:
    """The beads, nulls among them paired that are one sentence; ``Bead.moved`` where other pairs lie across."""
    left = {b.source[0]: b for b in beads if not b.target}
    right = {b.target[0]: b for b in beads if not b.source}
    found: list[tuple[int, int]] = []
    elsewhere = _elsewhere(beads, source, target)
    for key, other in ((_name, _name), (_page, _page), (lambda s: elsewhere.get(s.text, ""), lambda s: s.text)):
        taken = {i for i, _ in found}, {j for _, j in found}
        found += _by_key(_keyed(left.keys() - taken[0], source, key), _keyed(right.keys() - taken[1], target, other))
    rest = sorted(left.keys() - {i for i, _ in found}), sorted(right.keys() - {j for _, j in found})
    if 0 < len(rest[0]) * len(rest[1]) <= COMBINATIONS:
        found += _by_words(*rest, source, target, lexicon, source_lang)
    found = [(i, j) for i, j in found if source[i].block.kind == target[j].block.kind]
    if not found:
        return list(beads)
    gone = {id(bead) for i, j in found for bead in (left[i], right[j])}
    both = [(b.source[0], b.target[0]) for b in beads if b.source and b.target and not b.moved]
    pairs = [Bead((i,), (j,), CONFIDENCE, any((s < i) != (t < j) for s, t in both)) for i, j in found]
    return in_source_order([*(b for b in beads if id(b) not in gone), *pairs])


def _name(segment: Segment) -> str:
    """A text in Latin letters that may be a name, which translations keep."""
    text = "".join(c for c in segment.text if c.isalnum()).lower()
    return text if len(text) >= NAME and text.isascii() and not text.isdigit() else ""


def _page(segment: Segment) -> str:
    """Where a sentence that is mostly a link leads to."""
    links = [m for m in segment.marks if m.kind == "link" and "://" in (m.target or "")]
    if len(links) != 1 or links[0].end - links[0].start < SAME_PAGE * len(segment.text):
        return ""
    return (links[0].target or "").partition("://")[2].rstrip("/")


def _elsewhere(beads: Sequence[Bead], source: Sequence[Segment], target: Sequence[Segment]) -> dict[str, str]:
    """How the document renders a sentence, where it does so in one way only."""
    ways: dict[str, set[str]] = defaultdict(set)
    for bead in beads:
        if bead.type == "1-1":
            ways[source[bead.source[0]].text].add(target[bead.target[0]].text)
    return {text: next(iter(found)) for text, found in ways.items() if len(found) == 1}


def _keyed(ids: Iterable[int], text: Sequence[Segment], key: Callable[[Segment], str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for n in sorted(ids):
        if name := key(text[n]):
            found[name].append(n)
    return found


def _by_key(left: dict[str, list[int]], right: dict[str, list[int]]) -> list[tuple[int, int]]:
    """Sentences of one key that is as frequent on either side, in order."""
    shared = [name for name in left if len(left[name]) == len(right.get(name, ()))]
    return [pair for name in shared for pair in zip(left[name], right[name], strict=True)]


def _by_words(
    left: Sequence[int],
    right: Sequence[int],
    source: Sequence[Segment],
    target: Sequence[Segment],
    lexicon: Lexicon,
    source_lang: str,
) -> list[tuple[int, int]]:
    """Sentences that share nearly all their words, each with one other alone."""
    good: list[tuple[int, int]] = []
    for i in left:
        for j in right:
            texts = source[i].text, target[j].text
            en, zh = texts if source_lang == "en" else texts[::-1]
            share, words, _ = covered(en, zh, lexicon, english=True)
            if words < WORDY or share < ALIKE:
                continue
            back, others, _ = covered(zh, en, lexicon, english=False)
            if others >= WORDY and share + back >= 2 * ALIKE:
                good.append((i, j))
    lefts, rights = [i for i, _ in good], [j for _, j in good]
    return [(i, j) for i, j in good if lefts.count(i) == 1 and rights.count(j) == 1]
