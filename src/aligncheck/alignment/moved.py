"""Pairs text that stands at another place in the translation. Alignment is monotone: it leaves both sides as nulls.

Or it pairs two sections with each other that changed places. Among the sentences left alone on either side, and those
in beads whose words have nothing in common, clear mutual best matches are *seeds*. Two runs of such sentences that
share seeds are aligned with each other by themselves. Then the rest is aligned anew without them, and searched again.
At the end, what stands alone right beside moved text on both sides joins it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from aligncheck.alignment import Sentence, align_sentences
from aligncheck.alignment.constants import Constants
from aligncheck.alignment.gains import Direction
from aligncheck.alignment.vocabulary import vocabulary
from aligncheck.coverage.links import expand
from aligncheck.coverage.tokens import distinct
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Bead

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Texts: TypeAlias = tuple[Sequence[Sentence], Sequence[Sentence]]
"""English and Chinese sentences."""
Run: TypeAlias = tuple[int, int]
"""First and last number, inclusive, of consecutive sentences of one side that were left alone."""
Seed: TypeAlias = tuple[int, int, float]
"""Sentences i and j, and the gain of their words (see ``gains.py``)."""

LEAST_GAIN, LEAST_SCORE = 0.5, 4.0
"""Gain of a word, and of all words of a sentence, that a seed needs."""
CLEAR = 1.5
"""How many times the score of the second best match, on either side."""
BEADS, ENOUGH = 2, 10.0
"""Moved text has at least so many beads with a seed or a likeness; or one with a seed of this score."""
ALIKE = 0.4
"""Similarity from which a bead beside those with seeds belongs to the moved text; random pairs seldom reach it."""
STRANGE, MATCH = 0.15, 0.4
"""Share of a bead's English words with a match in it up to which the bead may be chance, and the least such V."""
ROUNDS = 12
"""How often text is taken out and the rest aligned anew, at most."""
BESIDE = 0.8
"""Confidence of a bead that only its place made: alone, of one kind, and right beside moved text on both sides."""


def pair_moved(
    beads: Sequence[Bead], source: Sequence[Sentence], target: Sequence[Sentence], lexicon: Lexicon, source_lang: str
) -> list[Bead]:
    """The beads, those among them paired that are nulls but answer each other; ``Bead.moved`` marks these.

    A moved bead stands where its source stood: source ids stay in order, target ids do not.
    """
    forward = source_lang == "en"
    texts = (source, target) if forward else (target, source)
    rest = list(beads) if forward else list(map(_swapped, beads))
    words = _words(texts, lexicon) if all(texts) else None
    found: list[Bead] = []
    for _ in range(ROUNDS):
        moved = _moved(rest, texts, words, lexicon) if words else []
        if not moved:
            break
        found += moved
        rest = _aligned_without(found, texts, lexicon)
    if not found:
        return list(beads)
    whole = _joined(rest, found, texts)
    return in_source_order(whole if forward else list(map(_swapped, whole)))


def _swapped(bead: Bead) -> Bead:
    return replace(bead, source=bead.target, target=bead.source)


def _aligned_without(moved: Sequence[Bead], texts: Texts, lexicon: Lexicon) -> list[Bead]:
    """The alignment of everything else. No bead reaches over a hole: its best part stays, the rest is alone."""
    gone = {i for bead in moved for i in bead.source}, {j for bead in moved for j in bead.target}
    kept = tuple([n for n in range(len(text)) if n not in side] for text, side in zip(texts, gone, strict=True))
    beads = align_sentences([texts[0][i] for i in kept[0]], [texts[1][j] for j in kept[1]], lexicon)
    done: list[Bead] = []
    for bead in beads:
        en, zh = _runs([kept[0][i] for i in bead.source]), _runs([kept[1][j] for j in bead.target])
        if len(en) <= 1 and len(zh) <= 1:
            done.append(Bead(_ids(en), _ids(zh), bead.confidence))
            continue
        best = max(product(en, zh), key=lambda pair: _likeness(_ids([pair[0]]), _ids([pair[1]]), texts, lexicon))
        done.append(Bead(_ids([best[0]]), _ids([best[1]]), bead.confidence))
        done += [Bead((i,), (), bead.confidence) for i in _ids([run for run in en if run != best[0]])]
        done += [Bead((), (j,), bead.confidence) for j in _ids([run for run in zh if run != best[1]])]
    return done


def _ids(runs: Sequence[Run]) -> tuple[int, ...]:
    return tuple(n for first, last in runs for n in range(first, last + 1))


def _likeness(en: Sequence[int], zh: Sequence[int], texts: Texts, lexicon: Lexicon) -> float:
    return lexicon.likeness(" ".join(texts[0][i].text for i in en), "".join(texts[1][j].text for j in zh))


def _moved(beads: Sequence[Bead], texts: Texts, words: Direction, lexicon: Lexicon) -> list[Bead]:
    """Beads of the smallest run that moved; English is the source."""
    loose = [b for b in beads if not (b.source and b.target)] + _strange(beads, words)
    runs = _runs(sorted(i for b in loose for i in b.source)), _runs(sorted(j for b in loose for j in b.target))
    here = {(i, j) for b in beads for i in b.source for j in b.target}
    seeds = [seed for seed in _seeds(runs, words) if seed[:2] not in here] if all(runs) else []
    found = [_aligned(en, zh, group, texts, lexicon) for en, zh, group in _shared(seeds, runs)]
    return min(
        (beads for beads in found if beads), key=lambda b: (sum(len(x.source) for x in b), b[0].source), default=[]
    )


def _strange(beads: Sequence[Bead], words: Direction) -> list[Bead]:
    """Beads of two sides in whose Chinese hardly any English word has a match."""
    en = words.own
    low, high = np.zeros(en.count, np.int64), np.zeros(en.count, np.int64)
    for bead in beads:
        if bead.source and bead.target:
            low[list(bead.source)], high[list(bead.source)] = bead.target[0], bead.target[-1] + 1
    begin, end = words.postings.ranges(en.type, low[en.sentence], high[en.sentence])
    good = np.concatenate(([0], np.cumsum(words.postings.value >= MATCH)))
    hits = np.bincount(en.sentence, weights=good[end] > good[begin], minlength=en.count).tolist()
    size = np.bincount(en.sentence, minlength=en.count).tolist()
    return [
        b
        for b in beads
        if b.source and b.target and sum(hits[i] for i in b.source) <= STRANGE * max(1, sum(size[i] for i in b.source))
    ]


def _runs(ids: Sequence[int]) -> list[Run]:
    runs: list[Run] = []
    for n in ids:
        if runs and runs[-1][1] == n - 1:
            runs[-1] = (runs[-1][0], n)
        else:
            runs.append((n, n))
    return runs


def _words(texts: Texts, lexicon: Lexicon) -> Direction:
    constants = Constants()
    strings = (tuple([s.text for s in side]) for side in texts)
    en, zh, links = vocabulary(*strings, lexicon, constants.kin)
    return Direction(en, zh, links, constants)


def _seeds(runs: tuple[list[Run], list[Run]], words: Direction) -> list[Seed]:
    """Pairs of sentences of the runs that are clearly each other's best match among these."""
    en, zh = words.own, words.other
    lone_en, lone_zh = _members(runs[0], en.count), _members(runs[1], zh.count)
    kind, sentence = distinct(en.type, en.sentence, en.count)
    kind, sentence = kind[lone_en[sentence]], sentence[lone_en[sentence]]
    begin, end = words.postings.ranges(kind, 0, zh.count)
    rows, places = expand(begin, end - begin)
    gain = words.gain_of(kind[rows], places)
    good = (gain > LEAST_GAIN) & lone_zh[words.postings.at[places]]
    key = sentence[rows[good]] * zh.count + words.postings.at[places[good]]
    pairs, inverse = np.unique(key, return_inverse=True)
    score = np.bincount(inverse, weights=gain[good], minlength=len(pairs)).astype(np.float64)
    i, j = pairs // zh.count, pairs % zh.count
    chosen = _clear_best(i, score) & _clear_best(j, score) & (score >= LEAST_SCORE)
    return list(zip(i[chosen].tolist(), j[chosen].tolist(), score[chosen].tolist(), strict=True))


def _members(runs: Sequence[Run], count: int) -> NDArray[np.bool_]:
    member = np.zeros(count, bool)
    for first, last in runs:
        member[first : last + 1] = True
    return member


def _clear_best(group: Ints, score: Floats) -> NDArray[np.bool_]:
    """Which entries are the best of their group by a clear margin."""
    order = np.lexsort((-score, group))
    ranked, value = group[order], score[order]
    first = np.ones(len(order), bool)
    first[1:] = ranked[1:] != ranked[:-1]
    second = np.zeros(len(order))
    second[:-1] = np.where(ranked[1:] == ranked[:-1], value[1:], 0.0)
    best = np.zeros(len(order), bool)
    best[order[first & (value >= CLEAR * second)]] = True
    return best


def _shared(seeds: Sequence[Seed], runs: tuple[list[Run], list[Run]]) -> list[tuple[Run, Run, list[Seed]]]:
    """Runs of both sides that share seeds."""
    of = [{n: run for run in side for n in range(run[0], run[1] + 1)} for side in runs]
    groups: dict[tuple[Run, Run], list[Seed]] = defaultdict(list)
    for seed in seeds:
        groups[of[0][seed[0]], of[1][seed[1]]].append(seed)
    return [(one, two, members) for (one, two), members in groups.items()]


def _aligned(one: Run, two: Run, seeds: Sequence[Seed], texts: Texts, lexicon: Lexicon) -> list[Bead]:
    """Beads of the two runs from the first to the last one with a seed, and those beside them that are alike."""
    left, right = texts[0][one[0] : one[1] + 1], texts[1][two[0] : two[1] + 1]
    places = {(i - one[0], j - two[0]) for i, j, _ in seeds}
    beads = align_sentences(left, right, lexicon)

    def alike(bead: Bead) -> bool:
        return (
            bool(bead.source and bead.target) and _likeness(bead.source, bead.target, (left, right), lexicon) >= ALIKE
        )

    good = [n for n, b in enumerate(beads) if any(i in b.source and j in b.target for i, j in places)]
    if not good:
        return []
    first, last = good[0], good[-1]
    while first > 0 and alike(beads[first - 1]):
        first -= 1
    while last + 1 < len(beads) and alike(beads[last + 1]):
        last += 1
    chosen = [b for b in beads[first : last + 1] if b.source and b.target]
    if len(chosen) < BEADS and max(score for _, _, score in seeds) < ENOUGH:
        return []
    return [
        Bead(tuple(i + one[0] for i in b.source), tuple(j + two[0] for j in b.target), b.confidence, moved=True)
        for b in chosen
    ]


def _joined(rest: Sequence[Bead], moved: Sequence[Bead], texts: Texts) -> list[Bead]:
    """All beads; what is alone right beside moved text on both sides, and of one kind, has moved with it."""
    alone = {i for b in rest if not b.target for i in b.source}, {j for b in rest if not b.source for j in b.target}
    added: list[Bead] = []
    for bead in moved:
        for step, end in ((-1, 0), (1, -1)):
            i, j = bead.source[end] + step, bead.target[end] + step
            while i in alone[0] and j in alone[1] and texts[0][i].kind == texts[1][j].kind:
                added.append(Bead((i,), (j,), BESIDE, moved=True))
                alone[0].remove(i)
                alone[1].remove(j)
                i, j = i + step, j + step
        i, j = (
            _heading_before(ids[0], a, t) for ids, a, t in zip((bead.source, bead.target), alone, texts, strict=True)
        )
        if i >= 0 and j >= 0:
            added.append(Bead((i,), (j,), BESIDE, moved=True))
            alone[0].remove(i)
            alone[1].remove(j)
    gone = {i for b in added for i in b.source}, {j for b in added for j in b.target}
    kept = [b for b in rest if not (gone[0].intersection(b.source) or gone[1].intersection(b.target))]
    return [*kept, *moved, *added]


def _heading_before(first: int, alone: set[int], text: Sequence[Sentence]) -> int:
    """The nearest heading among the lone sentences right before one; -1 for none."""
    n = first - 1
    while n in alone and text[n].kind != "heading":
        n -= 1
    return n if n in alone else -1


def in_source_order(beads: Sequence[Bead]) -> list[Bead]:
    """Beads by their source; one without a source stays behind the bead with the target before its own."""
    order = sorted((b for b in beads if b.source), key=lambda b: b.source)
    after: dict[int, list[Bead]] = defaultdict(list)
    place = {j: n for n, b in enumerate(order) for j in b.target}
    before = -1
    for bead in sorted((b for b in beads if b.target), key=lambda b: b.target):
        if bead.source:
            before = place[bead.target[-1]]
        else:
            after[before].append(bead)
    return [*after[-1], *(b for n, bead in enumerate(order) for b in (bead, *after[n]))]
