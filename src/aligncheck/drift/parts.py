"""Finds two renderings of one source inside one document. Knows pairs and their places; compares nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import TypeAlias

from aligncheck.drift.monolingual import likeness, pair_sentences
from aligncheck.lang.form import folded
from aligncheck.model.text import Pair, Segment

Pairs: TypeAlias = Sequence[Pair]

_FEWEST = 3
"""Sentences that two renderings have in common at least; a title that stands twice makes no second rendering."""

_SHARE = 0.5
"""Share of the shorter rendering that must have its counterpart in the other."""

_ALIKE = 0.3


def by_place(pairs: Pairs) -> list[tuple[Segment, int]]:
    """The source sentences of pairs in order of place, each with the number of its pair."""
    found = [(s, n) for n, pair in enumerate(pairs) if pair.source for s in pair.source.segments]
    return sorted(found, key=lambda f: f[0].span)


def twice_rendered(pairs: Pairs) -> tuple[list[Pair], list[Pair]] | None:
    """The pairs of a document's two copies of its source; None where it has no two.

    First come those whose rendering stands first.
    """
    inside = [p for p in pairs if p.reading != "stretch"]
    sources = by_place(inside)
    cut, common = _best_cut([folded(s.text) for s, _ in sources], [_target_place(inside[n]) for _, n in sources])
    if common < max(_FEWEST, _SHARE * min(cut, len(sources) - cut)):
        return None
    early = {n for _, n in sources[:cut]}
    targets = sorted((p.target.span.start, n) for n, p in enumerate(inside) if p.target)
    votes = [0 if inside[n].source is None else 1 if n in early else -1 for _, n in targets]
    turn, straight = _turn(votes)
    before = {n for _, n in targets[:turn]}
    parts: tuple[list[Pair], list[Pair]] = ([], [])
    for number, pair in enumerate(inside):
        # At the seam of two copies a sentence may be paired across it; where its rendering stands decides.
        first = number in before if pair.target else (number in early) == straight
        parts[not first].append(pair)
    return parts if all(any(p.target for p in part) for part in parts) else None


def _turn(votes: Sequence[int]) -> tuple[int, bool]:
    """Where a list of votes, 1 and -1, is best cut into those of one kind and those of the other; whether 1 is first.

    Of equal cuts the last.
    """
    whole, sum_before = sum(votes), 0
    best = (abs(whole), 0, whole < 0)
    for number, vote in enumerate(votes, 1):
        sum_before += vote
        agreement = 2 * sum_before - whole
        if abs(agreement) >= best[0]:
            best = abs(agreement), number, agreement > 0
    return best[1], best[2]


def _target_place(pair: Pair) -> int | None:
    return pair.target.span.start if pair.target else None


def _best_cut(keys: Sequence[str], places: Sequence[int | None]) -> tuple[int, int]:
    """Where to cut a list so that most of what is before stands behind again, and how many do.

    Of equal cuts the one where the renderings (``places``) make the widest jump: there the second copy begins.
    """
    before, behind = Counter[str](), Counter(keys)
    common, best, cut, jump = 0, 0, 0, -1
    last: int | None = None
    for number, key in enumerate(keys):
        here = places[number]
        wide = abs(here - last) if here is not None and last is not None else 0
        if (common, wide) > (best, jump):
            best, jump, cut = common, wide, number
        common -= min(before[key], behind[key])
        before[key] += 1
        behind[key] -= 1
        common += min(before[key], behind[key])
        last = here if here is not None else last
    return cut, best


def beside_stretch(pairs: Pairs) -> tuple[list[Pair], list[Pair]] | None:
    """A stretch of unpaired sentences that renders what pairs of the same document render, and these pairs; else None.

    What the stretch holds before and after it (a site's own words) is left out.
    """
    paired = [p for p in pairs if p.source and p.target and p.source.lang != p.target.lang]
    if not paired:
        return None
    wanted = [folded(p.target.text) for p in paired if p.target]
    lang = next(p.target.lang for p in paired if p.target)
    best: tuple[int, list[Pair]] = (0, [])
    for stretch, group in groupby(pairs, key=lambda p: p.stretch):
        alone = [p for p in group if stretch is not None and p.target and p.target.lang == lang]
        texts = [folded(p.target.text) for p in alone if p.target]
        matches = [m for m in pair_sentences(texts, wanted) if m.a and m.b]
        alike = [m for m in matches if likeness(*m.texts(texts, wanted)) > _ALIKE]
        if len(alike) > best[0]:
            best = len(alike), alone[alike[0].a[0] : alike[-1].a[-1] + 1]
    found, stretched = best
    return (stretched, paired) if found >= max(_FEWEST, _SHARE * min(len(stretched), len(paired))) else None
