"""Writes an alignment: ladder, TSV, JSON lines, TMX 1.4b. Knows beads and sentences, not where they come from."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from aligncheck.lang.patterns import deferred
from aligncheck.model.text import Bead, Lang

_FORBIDDEN = deferred("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Alignment:
    """Beads with the sentences they count, and the languages of both sides."""

    beads: Sequence[Bead]
    source: Sequence[str]
    target: Sequence[str]
    source_lang: Lang
    target_lang: Lang

    def surer_than(self, confidence: float) -> Alignment:
        """The same without beads of less confidence."""
        return replace(self, beads=[b for b in self.beads if b.confidence >= confidence])

    def texts(self, bead: Bead) -> tuple[str, str]:
        """Both sides of a bead: Chinese sentences are joined without a space."""
        joints = {"zh": "", "en": " "}
        return (
            joints[self.source_lang].join(self.source[i] for i in bead.source),
            joints[self.target_lang].join(self.target[j] for j in bead.target),
        )


def ladder(alignment: Alignment) -> str:
    """One bead a line, ``0,1|0``: sentences 0 and 1 of the source answer for sentence 0 of the target."""
    return "".join(f"{','.join(map(str, b.source))}|{','.join(map(str, b.target))}\n" for b in alignment.beads)


def tsv(alignment: Alignment) -> str:
    """A header of the two languages, then one bead a row; tabs and line ends inside a sentence become spaces."""
    rows = ("\t".join(" ".join(side.split()) for side in alignment.texts(bead)) for bead in alignment.beads)
    return "".join(f"{row}\n" for row in (f"{alignment.source_lang}\t{alignment.target_lang}", *rows))


def jsonl(alignment: Alignment) -> str:
    """One object a line: ids, type, confidence, whether the target stands at another place, and texts."""
    lines = []
    for bead in alignment.beads:
        row = {
            "source": bead.source,
            "target": bead.target,
            "type": bead.type,
            "confidence": bead.confidence,
            "moved": bead.moved,
            **dict(zip(("source_text", "target_text"), alignment.texts(bead), strict=True)),
        }
        lines.append(json.dumps(row, ensure_ascii=False) + "\n")
    return "".join(lines)


def tmx(alignment: Alignment) -> str:
    """TMX 1.4b with a unit for each two-sided bead (the format has no place for null alignments)."""
    left, right = alignment.source_lang, alignment.target_lang
    units = []
    for bead in alignment.beads:
        if bead.source and bead.target:
            texts = zip((left, right), alignment.texts(bead), strict=True)
            variants = "".join(f'<tuv xml:lang="{lang}"><seg>{_xml(text)}</seg></tuv>' for lang, text in texts)
            units.append(f"    <tu>{variants}</tu>\n")
    header = (
        f'  <header creationtool="aligncheck" creationtoolversion="1" segtype="sentence" o-tmf="aligncheck" '
        f'adminlang="en" srclang="{left}" datatype="plaintext"/>\n'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n{header}  <body>\n{"".join(units)}'
        "  </body>\n</tmx>\n"
    )


FORMATS: dict[str, Callable[[Alignment], str]] = {"ladder": ladder, "tsv": tsv, "jsonl": jsonl, "tmx": tmx}


def _xml(text: str) -> str:
    """Escaped text without the characters that XML 1.0 forbids."""
    return escape(_FORBIDDEN.sub("", text))
