"""Reads sentence pairs labelled for omissions, checks them as one table of pairs, and counts what the OMI rules say.

A pair is faultless (``ok``) or has one fault, of which the words are known: those of the English that nothing renders,
or those of the Chinese that render nothing. A fault counts as found when any rule of the family speaks of its row; how
well the rule underlines the words is counted apart, over the faults that were found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from aligncheck.config import Config
from aligncheck.engine import check_file
from aligncheck.formats import tsv
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import EvidenceSpan, Finding, Report, Severity
from aligncheck.model.text import Span

GOLD = Path(__file__).parent
FAMILY = "OMI"
EXPECTED = ("omission", "addition", "item", "words")
"""The faults: a part of the text left out, a part added, one thing of several left out, one to three words left out."""
LEVELS = {"shown": Severity.INFO, "warned": Severity.WARNING, "gating": Severity.ERROR}
"""What a reader is shown, by the lowest severity that counts."""

_HEADER = "en\tzh\n"
_ENGLISH_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_CHINESE_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")


class OmissionPair(NamedTuple):
    """A labelled pair. ``expect`` is ``ok`` or one of EXPECTED, ``kind`` says what it tries.

    ``lost`` are the words at fault as they stand in the text, empty for a faultless pair.
    """

    expect: str
    kind: str
    en: str
    zh: str
    lost: str

    @property
    def faulty_text(self) -> str:
        """The side that holds the words at fault."""
        return self.zh if self.expect == "addition" else self.en

    @property
    def words(self) -> list[Span]:
        """The words of that side; of Chinese the characters."""
        pattern = _CHINESE_WORD if self.expect == "addition" else _ENGLISH_WORD
        return [Span(*word.span()) for word in pattern.finditer(self.faulty_text)]


class Said(NamedTuple):
    """A finding on one row: how severe, and what it underlines, in characters of either cell."""

    severity: Severity
    en: tuple[Span, ...]
    zh: tuple[Span, ...]


@dataclass(slots=True)
class OmissionScore:
    """What the rules said of a set, counted by row; ``found`` and ``alarms`` by level, see LEVELS."""

    clean: Counter[str] = field(default_factory=Counter)
    faults: Counter[tuple[str, str]] = field(default_factory=Counter)
    found: dict[str, Counter[tuple[str, str]]] = field(default_factory=lambda: {level: Counter() for level in LEVELS})
    alarms: dict[str, list[OmissionPair]] = field(default_factory=lambda: {level: [] for level in LEVELS})
    lost_words: int = 0
    marked_words: int = 0
    lost_and_marked: int = 0

    def recall(self, level: str, expect: str = "") -> float:
        """Share of the faults, or of those of one sort, that are found at a level."""
        found, faults = (
            sum(count for (sort, _), count in counts.items() if expect in ("", sort))
            for counts in (self.found[level], self.faults)
        )
        return found / faults if faults else 0.0

    def measures(self) -> dict[str, float]:
        """All figures as shares by name: ``omission shown``, ``false gating``, ``lost words marked`` …"""
        recalls = {f"{sort} {level}": self.recall(level, sort) for sort in EXPECTED for level in LEVELS}
        overall = {f"all {level}": self.recall(level) for level in LEVELS}
        false = {f"false {level}": len(self.alarms[level]) / max(self.clean.total(), 1) for level in LEVELS}
        marking = {
            "lost words marked": self.lost_and_marked / max(self.lost_words, 1),
            "marked words lost": self.lost_and_marked / max(self.marked_words, 1),
        }
        return {**recalls, **overall, **false, **marking}

    def count(self, pair: OmissionPair, said: Sequence[Said]) -> None:
        """Add what was said of a pair."""
        levels = [level for level, least in LEVELS.items() if any(s.severity.rank >= least.rank for s in said)]
        if pair.expect == "ok":
            self.clean[pair.kind] += 1
            for level in levels:
                self.alarms[level].append(pair)
            return
        self.faults[pair.expect, pair.kind] += 1
        for level in levels:
            self.found[level][pair.expect, pair.kind] += 1
        if said:
            self._count_marks(pair, said)

    def _count_marks(self, pair: OmissionPair, said: Sequence[Said]) -> None:
        start = pair.faulty_text.index(pair.lost)
        lost = _covered(pair.words, [Span(start, start + len(pair.lost))])
        marked = _covered(pair.words, [span for s in said for span in (s.zh if pair.expect == "addition" else s.en)])
        self.lost_words += len(lost)
        self.marked_words += len(marked)
        self.lost_and_marked += len(lost & marked)


def omission_sets() -> list[Path]:
    """The files of labelled pairs."""
    return sorted(GOLD.glob("omissions_*.tsv"))


def omission_pairs(path: Path) -> Iterator[OmissionPair]:
    """The pairs of a file; the first line names the columns."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        yield OmissionPair(*line.split("\t"))


def report_of(pairs: Sequence[OmissionPair], lexicon: Lexicon) -> Report:
    """Check pairs as one document, the way a user's table is checked."""
    return check_file(tsv.read(_table(pairs), "pairs.tsv"), Config(select=(FAMILY,)), lexicon)


def said_by_row(pairs: Sequence[OmissionPair], lexicon: Lexicon) -> list[list[Said]]:
    """The findings on each pair; one that spans several rows is said of each."""
    report = report_of(pairs, lexicon)
    line_of = {record.id: side.line for record in report.pairs if (side := record.source or record.target)}
    lengths = (len(f"{pair.en}\t{pair.zh}\n") for pair in pairs)
    starts = list(accumulate(lengths, initial=len(_HEADER)))
    rows: list[list[Said]] = [[] for _ in pairs]
    for finding in report.findings:
        for line in _lines(finding, line_of):
            row = line - 2
            english, chinese = starts[row], starts[row] + len(pairs[row].en) + 1
            rows[row].append(
                Said(
                    finding.severity,
                    _in_cell(finding.source_spans, line, english),
                    _in_cell(finding.target_spans, line, chinese),
                )
            )
    return rows


def score(path: Path, lexicon: Lexicon) -> OmissionScore:
    """Check a file and count."""
    result, pairs = OmissionScore(), list(omission_pairs(path))
    for pair, said in zip(pairs, said_by_row(pairs, lexicon), strict=True):
        result.count(pair, said)
    return result


def _table(pairs: Sequence[OmissionPair]) -> str:
    return _HEADER + "".join(f"{pair.en}\t{pair.zh}\n" for pair in pairs)


def _lines(finding: Finding, line_of: dict[int, int]) -> set[int]:
    """The lines a finding points at, or that of its pair where it points at nothing."""
    lines = {span.line for span in (*finding.source_spans, *finding.target_spans)}
    return lines or ({line_of[finding.pair]} if finding.pair is not None else set())


def _in_cell(spans: Sequence[EvidenceSpan], line: int, start: int) -> tuple[Span, ...]:
    """The spans on a line in characters of the cell that begins at ``start``."""
    return tuple(Span(span.start - start, span.end - start) for span in spans if span.line == line)


def _covered(words: Sequence[Span], spans: Sequence[Span]) -> set[Span]:
    """The words that a span touches."""
    return {word for word in words if any(span.start < word.end and word.start < span.end for span in spans)}
