"""Reads gold alignments, lets the aligner answer them, and scores the answer.

Measures as is usual for sentence alignment (Thompson and Koehn 2019). Strict: a bead counts only when it is exactly a
bead of the gold. Its precision runs over all beads proposed, nulls included, its recall over the gold beads with two
sides. Null: precision and recall of the sentences left without a counterpart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from aligncheck.alignment import Sentence, align_sentences
from aligncheck.alignment.layout import pair_file
from aligncheck.config import Config
from aligncheck.engine import pair_documents
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Document, Pair
from aligncheck.segment import segment

GOLD = Path(__file__).parent

Side = tuple[int | str, ...]
"""Line numbers in a sentence list, the joined text in a document; empty for a null."""
Beads = list[tuple[Side, Side]]
"""English and Chinese side of each bead."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A text with its gold; ``files`` are English then Chinese, or one bilingual file."""

    name: str
    files: tuple[Path, ...]
    beads: Beads
    sentences: bool

    @property
    def nulls(self) -> int:
        return sum(not (en and zh) for en, zh in self.beads)


@dataclass(frozen=True, slots=True)
class Answer:
    """Beads proposed for a text, each with the confidence the aligner gives it."""

    beads: Beads
    confidence: list[float]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts from which the measures follow; counts of several texts may be added up."""

    proposed: int = 0
    right: int = 0
    two_sided: int = 0
    found: int = 0
    nulls_proposed: int = 0
    nulls: int = 0
    nulls_right: int = 0

    def __add__(self, other: Score) -> Score:
        names = self.__slots__
        return Score(*(getattr(self, name) + getattr(other, name) for name in names))

    @property
    def strict(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of beads."""
        return _measures(self.right, self.proposed, self.found, self.two_sided)

    @property
    def null(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of sentences without a counterpart."""
        return _measures(self.nulls_right, self.nulls_proposed, self.nulls_right, self.nulls)


def sentence_sets(folder: Path = GOLD) -> Iterator[GoldSet]:
    """Lists of sentences, one a line: ``NAME.en``, ``NAME.zh``, and the ladder ``NAME.gold``."""
    for path in sorted(folder.glob("*.gold")):
        files = path.with_suffix(".en"), path.with_suffix(".zh")
        yield GoldSet(path.stem, files, list(_ladder(path.read_text(encoding="utf-8"))), sentences=True)


def document_sets(folder: Path = GOLD) -> Iterator[GoldSet]:
    """Documents with ``NAME.gold.tsv``: ``NAME.en.md`` and ``NAME.zh.md``, or the bilingual ``NAME.txt``."""
    for path in sorted(folder.glob("*.gold.tsv")):
        name = path.name.removesuffix(".gold.tsv")
        single, double = (folder / f"{name}.txt",), (folder / f"{name}.en.md", folder / f"{name}.zh.md")
        files = single if single[0].exists() else double
        rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
        yield GoldSet(name, files, [(_text(en), _text(zh)) for en, zh in rows], sentences=False)


def answer(gold: GoldSet, lexicon: Lexicon) -> Answer:
    """What the aligner says, in the terms of the gold."""
    return _of_lines(gold, lexicon) if gold.sentences else _of_documents(gold, lexicon)


def lines(path: Path) -> list[str]:
    """Sentences of a list."""
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def document(path: Path) -> Document:
    """A file of a document set, as the tool reads it."""
    return read(path.read_bytes(), path.name)


def score(gold: Beads, proposed: Beads) -> Score:
    """Count what a proposal has right. Equal beads count as often as both sides hold them (cells of a table)."""
    wanted, given = Counter(gold), Counter(proposed)
    right = wanted & given
    nulls, nulls_given = Counter(_nulls(gold)), Counter(_nulls(proposed))
    return Score(
        proposed=len(proposed),
        right=right.total(),
        two_sided=sum(1 for en, zh in gold if en and zh),
        found=sum(n for (en, zh), n in right.items() if en and zh),
        nulls_proposed=nulls_given.total(),
        nulls=nulls.total(),
        nulls_right=(nulls & nulls_given).total(),
    )


def judged(gold: Beads, given: Answer) -> Iterator[tuple[float, bool]]:
    """Confidence of each proposed bead with two sides, and whether it is exactly right."""
    wanted = set(gold)
    for bead, confidence in zip(given.beads, given.confidence, strict=True):
        if bead[0] and bead[1]:
            yield confidence, bead in wanted


def _ladder(text: str) -> Iterator[tuple[Side, Side]]:
    """Beads of ``zh lines|en lines``, a bead a line, lines counted from 0."""
    for line in text.splitlines():
        if line.strip():
            zh, en = (tuple(int(n) for n in side.split(",") if n.strip()) for side in line.split("|")[:2])
            yield en, zh


def _text(joined: str) -> Side:
    return (joined,) if joined else ()


def _nulls(beads: Beads) -> Iterator[tuple[str, int | str]]:
    for en, zh in beads:
        if not (en and zh):
            yield from (("en", item) for item in en)
            yield from (("zh", item) for item in zh)


def _measures(right: int, proposed: int, found: int, wanted: int) -> tuple[float, float, float]:
    precision, recall = right / proposed if proposed else 0.0, found / wanted if wanted else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def _of_lines(gold: GoldSet, lexicon: Lexicon) -> Answer:
    """Chinese is given as the source, as it stands first in a ladder."""
    english, chinese = (
        [Sentence(text, lang) for text in lines(path)] for path, lang in zip(gold.files, ("en", "zh"), strict=True)
    )
    beads = align_sentences(chinese, english, lexicon, source_lang="zh")
    return Answer([(b.target, b.source) for b in beads], [b.confidence for b in beads])


def _of_documents(gold: GoldSet, lexicon: Lexicon) -> Answer:
    documents = [document(path) for path in gold.files]
    if len(documents) == 2:
        pairs: Sequence[Pair] = pair_documents(documents[0], documents[1], Config(), lexicon).pairs
    else:
        pairs = pair_file(documents[0], segment(documents[0]), lexicon, "en").pairs
    return Answer(list(_sides(pairs)), [pair.confidence for pair in pairs])


def _sides(pairs: Iterable[Pair]) -> Iterator[tuple[Side, Side]]:
    for pair in pairs:
        yield (pair.source.text,) if pair.source else (), (pair.target.text,) if pair.target else ()
