"""Bilingual documents of units that answer each other, and random edits of them on both sides, for tests."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Literal

from edit_sentences import FAULTS, HEADINGS, faulty, filled, sound

from aligncheck.config import Config
from aligncheck.engine import check_file, check_files
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding, Report
from aligncheck.model.text import Span

LEXICON = Lexicon.load()
Layout = Literal["two files", "one file", "text"]
_BREAKS = re.compile(r"(?<=[A-Za-z,.;:])\n(?=[A-Za-z])"), re.compile(r"(?<=[㐀-鿿，。])\n(?=[㐀-鿿])")
"""Where an English and a Chinese line may end without a sign of markup at the head of the next."""


@dataclass(frozen=True)
class Unit:
    """A heading, a paragraph or a few blocks in both languages; ``number`` stays with it wherever it moves.

    ``width`` is where its English lines are broken, ``level`` a heading's level.
    """

    number: int
    english: str
    chinese: str
    level: int = 0
    fault: bool = False
    width: int | None = None

    def sides(self, layout: Layout) -> tuple[str, str]:
        signs = "#" * self.level + " " if self.level and layout != "text" else ""
        return signs + self._flowed(self.english, chinese=False), signs + self._flowed(self.chinese, chinese=True)

    def _flowed(self, text: str, *, chinese: bool) -> str:
        """The text with its lines broken anew, unless it is more than a paragraph or a line would read as another."""
        if self.width is None or self.level or "\n" in text or re.search(r"[`$<|]|\]\(", text):
            return text
        half = self.width // 2
        lines = [text[n : n + half] for n in range(0, len(text), half)]
        if not chinese:
            lines = textwrap.wrap(text, self.width, break_long_words=False, break_on_hyphens=False)
        made = "\n".join(lines)
        return made if len(_BREAKS[chinese].findall(made)) == len(lines) - 1 else text


Units = tuple[Unit, ...]


@dataclass
class Edited:
    """Units after an edit, and the numbers of those that were deleted or changed, or are new."""

    units: list[Unit]
    touched: set[int] = field(default_factory=set)

    @property
    def fresh(self) -> int:
        return 1 + max((unit.number for unit in self.units), default=0) + max(self.touched, default=0)

    def insert(self, random: Random) -> None:
        """A sound paragraph somewhere."""
        self._add(random.randint(0, len(self.units)), sound(random, random.randint(1, 3)))

    def section(self, random: Random) -> None:
        """A heading with a few sound paragraphs before another heading, or at the end."""
        at = random.choice([*(n for n, unit in enumerate(self.units) if unit.level), len(self.units)])
        for _ in range(random.randint(1, 3)):
            self._add(at, sound(random, random.randint(1, 3)))
        self._add(at, filled(random.choice(HEADINGS), random), level=2)

    def delete(self, random: Random) -> None:
        unit = self.units.pop(random.randrange(len(self.units)))
        self.touched.add(unit.number)

    def move(self, random: Random) -> None:
        """A paragraph to another place."""
        unit = self.units.pop(random.randrange(len(self.units)))
        self.units.insert(random.randint(0, len(self.units)), unit)

    def move_section(self, random: Random) -> None:
        """A heading with what stands under it to another place between sections."""
        starts = [n for n, unit in enumerate(self.units) if unit.level]
        if len(starts) < 2:
            return
        chosen = random.randrange(len(starts))
        first, last = starts[chosen], [*starts, len(self.units)][chosen + 1]
        taken = self.units[first:last]
        del self.units[first:last]
        at = random.choice([*(n for n, unit in enumerate(self.units) if unit.level), len(self.units)])
        self.units[at:at] = taken

    def reflow(self, random: Random) -> None:
        """All lines broken elsewhere, or not at all."""
        width = random.choice((None, 60, 80, 100))
        self.units = [replace(unit, width=width) for unit in self.units]

    def rename(self, random: Random) -> None:
        """A heading by another name, on both sides."""
        headings = [n for n, unit in enumerate(self.units) if unit.level]
        if headings:
            at = random.choice(headings)
            english, chinese = filled(random.choice(HEADINGS), random)
            self.units[at] = replace(self.units[at], english=english, chinese=chinese)
            self.touched.add(self.units[at].number)

    def relevel(self, random: Random) -> None:
        """A heading of another level, on both sides."""
        headings = [n for n, unit in enumerate(self.units) if unit.level]
        if headings:
            at = random.choice(headings)
            self.units[at] = replace(self.units[at], level=random.randint(1, 4))

    def _add(self, at: int, both: tuple[str, str], level: int = 0) -> None:
        number = self.fresh
        self.units.insert(at, Unit(number, *both, level=level))
        self.touched.add(number)


EDITS: tuple[Callable[[Edited, Random], None], ...] = (
    Edited.insert,
    Edited.section,
    Edited.delete,
    Edited.move,
    Edited.move_section,
    Edited.reflow,
    Edited.rename,
    Edited.relevel,
)


def document(random: Random, size: int, layout: Layout) -> Units:
    """Sections of so many units in all, one in six with a fault; in plain text and one file only of one line each."""
    units = []
    for number in range(size):
        if number % 7 == 0:
            units.append(Unit(number, *filled(random.choice(HEADINGS), random), level=1 if number == 0 else 2))
        elif random.random() < 1 / 6:
            units.append(Unit(number, *_fault(random, layout), fault=True))
        else:
            units.append(Unit(number, *sound(random, random.randint(1, 3))))
    return tuple(units)


def _fault(random: Random, layout: Layout) -> tuple[str, str]:
    if layout == "two files":
        return faulty(random)
    return random.choice([both for _, both in FAULTS if "\n" not in both[0] + both[1]])


def edited(units: Units, random: Random, edits: int) -> Edited:
    """A document after so many random edits."""
    made = Edited(list(units))
    for _ in range(edits):
        if made.units:
            random.choice(EDITS)(made, random)
    return made


@dataclass(frozen=True)
class Checked:
    """A report, and where each unit stands in the source's and in the target's file."""

    report: Report
    places: dict[int, tuple[Span, Span]]

    def units_of(self, finding: Finding) -> set[int]:
        """Units that a finding points at, or whose sentences are its pair's."""
        pair = None if finding.pair is None else self.report.pairs[finding.pair]
        spans = [[Span(s.start, s.end) for s in side] for side in (finding.source_spans, finding.target_spans)]
        if pair is not None and not any(spans):
            spans = [[Span(s.start, s.end)] if s else [] for s in (pair.source, pair.target)]
        return {
            number
            for number, places in self.places.items()
            for place, side in zip(places, spans, strict=True)
            if any(s.start < place.end and place.start < s.end for s in side)
        }

    @property
    def marks(self) -> set[str]:
        return {mark for finding in self.report.findings for mark in finding.marks}


def checked(units: Sequence[Unit], layout: Layout) -> Checked:
    """Write the units into files of a layout, and check these."""
    texts, places = ["", ""], {}
    for unit in units:
        here = []
        for side, text in enumerate(unit.sides(layout)):
            into = side if layout == "two files" else 0
            here.append(Span(len(texts[into]), len(texts[into]) + len(text)))
            texts[into] += text + "\n\n"
        places[unit.number] = (here[0], here[1])
    if layout == "two files":
        source, target = (
            read(text.encode(), f"page.{lang}.md") for text, lang in zip(texts, ("en", "zh"), strict=True)
        )
        return Checked(check_files(source, target, Config(), LEXICON), places)
    suffix = "txt" if layout == "text" else "md"
    return Checked(check_file(read(texts[0].encode(), f"page.{suffix}"), Config(), LEXICON), places)


def known(finding: Finding, marks: Container[str]) -> bool:
    """Whether marks of an earlier report hold a finding: itself, or all that it tells, perhaps in other groups."""
    fingerprint, *parts = finding.marks
    return fingerprint in marks or (bool(parts) and all(part in marks for part in parts))


def news(before: Checked, after: Checked, touched: set[int]) -> tuple[list[Finding], list[Finding]]:
    """Findings on untouched units that are lost after an edit, and those that are new."""
    lost = [f for f in before.report.findings if not known(f, after.marks) and not before.units_of(f) & touched]
    new = [f for f in after.report.findings if not known(f, before.marks) and not after.units_of(f) & touched]
    return lost, new
