"""Pairs the two languages of one bilingual file, whatever its layout; knows runs and places, not words.

The file is a sequence of *runs*, maximal stretches of one language. Text and its translation stand in neighbouring
runs (inline, paragraph by paragraph, whole then whole), so one monotone alignment of all English sentences with all
Chinese ones is enough once it knows which runs are neighbours. Long runs beside many short ones (a complete
translation before the interleaved text) are set aside and then paired with each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from aligncheck.alignment import Progress, Sentence, align_sentences
from aligncheck.alignment.mending import is_title, joined, opens_block, pair_run_in_headings, undo_chance
from aligncheck.alignment.sentences import sentences_of
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Bead, Lang, Segment

if TYPE_CHECKING:
    from numpy.typing import NDArray

OTHER_WAY = -3.0
"""Log score of pairing against the file's habit (translation first, where the original stands first elsewhere)."""
TITLE = 1.0
"""Log score of a title line with the short sentence that opens the block after it (a run-in heading)."""
SAME_BLOCK = 3.0
"""Log score of pairing inside one block: an inline rendering, a table row."""
HABIT_RUNS = 8
"""About so many runs are looked at to tell which language comes first."""
EDGE = 4
"""Sentences of a long run that its short neighbours may reach: a title before, a last paragraph after."""
MAX_CELLS = 3_000_000
"""Sentence combinations up to which the neighbourhood is spelled out; longer files align along the diagonal."""


@dataclass(frozen=True, slots=True)
class Run:
    """Sentences of one language in succession, by their numbers in that language's list."""

    lang: Lang
    first: int
    last: int

    @property
    def size(self) -> int:
        return self.last - self.first


def runs_of(segments: Sequence[Segment]) -> list[Run]:
    """The runs of a file in order; ``first`` and ``last`` count within the run's own language."""
    counts: dict[Lang, int] = {}
    runs: list[Run] = []
    for segment in segments:
        at = counts.get(segment.lang, 0)
        counts[segment.lang] = at + 1
        if runs and runs[-1].lang == segment.lang:
            runs[-1] = Run(segment.lang, runs[-1].first, at + 1)
        else:
            runs.append(Run(segment.lang, at, at + 1))
    return runs


@dataclass(frozen=True, slots=True)
class Chain:
    """Beads in text order, each with English ids and Chinese ids; ``pair_file`` merges several chains of one file."""

    beads: tuple[Bead, ...]


def align_runs(
    english: Sequence[Segment],
    chinese: Sequence[Segment],
    runs: Sequence[Run],
    lexicon: Lexicon,
    progress: Progress | None = None,
) -> list[Chain]:
    """Align the two languages of one file.

    Returns one chain of beads over neighbouring runs and, where long runs were left over on both sides, a second one
    over those. Each sentence is in exactly one bead; ``Bead.source`` holds English ids, ``Bead.target`` Chinese ones.
    """
    left, right = sentences_of(english), sentences_of(chinese)
    if len(runs) <= 2:
        return [Chain(tuple(align_sentences(left, right, lexicon, source_lang="en", progress=progress)))]
    way = _habit(english, chinese, runs, lexicon)
    main = _neighbours(left, right, english, chinese, runs, way, lexicon, progress)
    main = pair_run_in_headings(undo_chance(main, english, chinese, lexicon), english, chinese)
    rest = _leftovers(main, left, right, english, chinese, lexicon)
    if not rest:
        return [Chain(tuple(main))]
    taken = {i for b in rest for i in b.source}, {j for b in rest for j in b.target}
    kept = [b for b in main if not (taken[0] & set(b.source) or taken[1] & set(b.target))]
    return [Chain(tuple(kept)), Chain(tuple(rest))]


def _neighbours(
    left: Sequence[Sentence],
    right: Sequence[Sentence],
    english: Sequence[Segment],
    chinese: Sequence[Segment],
    runs: Sequence[Run],
    way: int,
    lexicon: Lexicon,
    progress: Progress | None,
) -> list[Bead]:
    """Align neighbouring runs; the inner sentences of long runs take no part and come back as nulls."""
    near = {lang: _near(runs, lang) for lang in ("en", "zh")}
    en, zh = near["en"], near["zh"]
    place = _Places.of(english, chinese, runs, en, zh)
    corridor = place.corridor()
    narrow = sum(hi - lo for lo, hi in corridor) <= MAX_CELLS
    beads = align_sentences(
        [left[i] for i in en],
        [right[j] for j in zh],
        lexicon,
        source_lang="en",
        prior=_Prior(place, way),
        corridor=corridor if narrow else None,
        progress=progress,
    )
    beads = [Bead(tuple(en[i] for i in b.source), tuple(zh[j] for j in b.target), b.confidence) for b in beads]
    far = [Bead((i,), (), 1.0) for i in sorted(set(range(len(left))) - set(en))]
    far += [Bead((), (j,), 1.0) for j in sorted(set(range(len(right))) - set(zh))]
    return _merged(beads, far)


def _near(runs: Sequence[Run], lang: Lang) -> list[int]:
    """Sentences of a language without the inner ones of runs that are long beside the others."""
    longest = max(12.0, 5 * median(r.size for r in runs)) if len(runs) >= 6 else float("inf")
    ids: list[int] = []
    for index, run in enumerate(runs):
        if run.lang != lang:
            continue
        if run.size <= longest:
            ids += range(run.first, run.last)
        else:
            ids += range(run.first, run.first + EDGE) if index else ()
            ids += range(run.last - EDGE, run.last) if index + 1 < len(runs) else ()
    return ids


def _merged(beads: Sequence[Bead], nulls: Sequence[Bead]) -> list[Bead]:
    """Put nulls among beads so that each language's ids stay in order."""
    todo = {side: [b for b in nulls if (b.source, b.target)[side]] for side in (0, 1)}
    merged: list[Bead] = []
    for bead in beads:
        for side, ids in enumerate((bead.source, bead.target)):
            while ids and todo[side] and (todo[side][0].source + todo[side][0].target)[0] < ids[0]:
                merged.append(todo[side].pop(0))
        merged.append(bead)
    return [*merged, *todo[0], *todo[1]]


@dataclass(frozen=True)
class _Places:
    """Run, block and table row of each sentence, as arrays: what a place says about who answers for whom.

    ``before_en`` is the block before an English sentence that opens its block like a run-in heading, else -1;
    ``title_zh`` the block of a Chinese sentence that is a title by itself, else -2.
    """

    en_run: NDArray[np.int64]
    zh_run: NDArray[np.int64]
    en_block: NDArray[np.int64]
    zh_block: NDArray[np.int64]
    before_en: NDArray[np.int64]
    title_zh: NDArray[np.int64]

    @classmethod
    def of(
        cls,
        english: Sequence[Segment],
        chinese: Sequence[Segment],
        runs: Sequence[Run],
        en: Sequence[int],
        zh: Sequence[int],
    ) -> _Places:
        """Places of the English sentences ``en`` and the Chinese sentences ``zh``."""
        number: dict[Lang, list[int]] = {"en": [], "zh": []}
        for index, run in enumerate(runs):
            number[run.lang] += [index] * run.size
        return cls(
            np.array([number["en"][i] for i in en]),
            np.array([number["zh"][j] for j in zh]),
            np.array([_spot(english[i]) for i in en]),
            np.array([_spot(chinese[j]) for j in zh]),
            np.array([english[i].block.index - 1 if opens_block(english[i]) else -1 for i in en]),
            np.array([chinese[j].block.index if is_title(chinese[j]) else -2 for j in zh]),
        )

    def corridor(self) -> list[tuple[int, int]]:
        """For each English sentence the Chinese ones it may answer for: those of the runs before and after it."""
        lo = np.searchsorted(self.zh_run, self.en_run - 1, side="left")
        hi = np.searchsorted(self.zh_run, self.en_run + 1, side="right")
        return [(int(a), int(b)) for a, b in zip(lo, hi, strict=True)]


@dataclass(frozen=True)
class _Prior:
    """Log score of English sentence i answering Chinese sentence j by their places in the file."""

    places: _Places
    way: int

    def __call__(self, i: NDArray[np.int64], j: NDArray[np.int64]) -> NDArray[np.float64]:
        p = self.places
        apart = p.zh_run[j] - p.en_run[i]
        score = np.where(np.abs(apart) > 1, 4 * OTHER_WAY, 0.0)
        if self.way:
            run_in = p.title_zh[j] == p.before_en[i]
            score = np.where(apart == -self.way, np.where(run_in, TITLE, OTHER_WAY), score)
        return np.asarray(np.where(p.zh_block[j] == p.en_block[i], SAME_BLOCK, score), dtype=np.float64)


def _spot(segment: Segment) -> int:
    """A number that sentences of one block, or of one table row, share."""
    cell = segment.block.cell
    return segment.block.index if cell is None else -(1 + cell.table * 100_000 + cell.row)


def _habit(english: Sequence[Segment], chinese: Sequence[Segment], runs: Sequence[Run], lexicon: Lexicon) -> int:
    """1 where the Chinese mostly follows its English, -1 where it precedes it, 0 where neither is clear.

    A sample of the runs decides, by the sentences next to the border.
    """
    after = before = 0.0
    numbers = [n for n, run in enumerate(runs) if run.lang == "en"]
    for n in numbers[:: max(1, len(numbers) // HABIT_RUNS)]:
        run = runs[n]
        if n + 1 < len(runs):
            other = runs[n + 1]
            after += _covered(_head(english, run), _head(chinese, other), lexicon)
        if n:
            other = runs[n - 1]
            before += _covered(_head(english, run), _head(chinese, other), lexicon)
    if max(after, before) < 1.1 * min(after, before) + 0.3:
        return 0
    return 1 if after > before else -1


def _covered(english: str, chinese: str, lexicon: Lexicon) -> float:
    """Share of the English words that the Chinese covers; quicker than ``Lexicon.likeness``, which looks both ways."""
    words = lexicon.coverage(english, chinese)
    return sum(w.covered for w in words) / len(words) if words else 0.0


def _head(segments: Sequence[Segment], run: Run) -> str:
    """The first two sentences of a run; runs that translate each other begin alike."""
    return joined(segments[run.first : min(run.last, run.first + 2)])


def _leftovers(
    main: Sequence[Bead],
    left: Sequence[Sentence],
    right: Sequence[Sentence],
    english: Sequence[Segment],
    chinese: Sequence[Segment],
    lexicon: Lexicon,
) -> list[Bead]:
    """Align the long unpaired stretches of both languages with each other; empty where they are no translations."""
    en = _long_stretches([i for b in main if not b.target for i in b.source], english)
    zh = _long_stretches([j for b in main if not b.source for j in b.target], chinese)
    if not en or not zh:
        return []
    beads = align_sentences([left[i] for i in en], [right[j] for j in zh], lexicon, source_lang="en")
    beads = [Bead(tuple(en[i] for i in b.source), tuple(zh[j] for j in b.target), b.confidence) for b in beads]
    return _trusted(beads)


def _long_stretches(ids: Sequence[int], segments: Sequence[Segment], least: int = 5) -> list[int]:
    """Those ids that stand in stretches of at least ``least`` consecutive sentences of one run."""
    kept: list[int] = []
    stretch: list[int] = []
    for i in [*ids, -2]:
        if stretch and (i != stretch[-1] + 1 or segments[i].run != segments[stretch[-1]].run):
            kept += stretch if len(stretch) >= least else []
            stretch = []
        if i >= 0:
            stretch.append(i)
    return kept


def _trusted(beads: Sequence[Bead], window: int = 4, least: float = 0.5) -> list[Bead]:
    """The stretch from the first to the last bead whose neighbourhood is paired with confidence on the whole.

    Leftovers that do not translate each other give scattered, doubtful beads: nothing of them remains.
    """
    worth = [b.confidence if b.source and b.target else 0.0 for b in beads]
    good = [
        k
        for k, w in enumerate(worth)
        if w >= least
        and sum(worth[max(0, k - window) : k + window + 1]) / len(worth[max(0, k - window) : k + window + 1]) >= least
    ]
    return list(beads[good[0] : good[-1] + 1]) if len(good) >= 4 else []
