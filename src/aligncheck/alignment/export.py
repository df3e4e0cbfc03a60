"""Writes an alignment: ladder, TSV, JSON lines, TMX 1.4b. Knows beads and sentences, not where they come from."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from aligncheck.model.text import Bead, Lang

Writer = Callable[[Sequence[Bead], Sequence[str], Sequence[str], Lang, Lang], str]


def ladder(beads: Sequence[Bead], source: Sequence[str], target: Sequence[str], left: Lang, right: Lang) -> str:
    """One bead a line, ``0,1|0``: sentences 0 and 1 of the source answer for sentence 0 of the target."""
    del source, target, left, right
    return "".join(f"{','.join(map(str, b.source))}|{','.join(map(str, b.target))}\n" for b in beads)


def tsv(beads: Sequence[Bead], source: Sequence[str], target: Sequence[str], left: Lang, right: Lang) -> str:
    """A header of the two languages, then one bead a row; tabs and line ends inside a sentence become spaces."""
    pairs = (_texts(bead, source, target, left, right) for bead in beads)
    rows = ("\t".join(" ".join(side.split()) for side in pair) for pair in pairs)
    return "".join(f"{row}\n" for row in (f"{left}\t{right}", *rows))


def jsonl(beads: Sequence[Bead], source: Sequence[str], target: Sequence[str], left: Lang, right: Lang) -> str:
    """One object a line: ids, texts, type and confidence."""
    lines = []
    for bead in beads:
        texts = dict(zip(("source_text", "target_text"), _texts(bead, source, target, left, right), strict=True))
        row = {"source": bead.source, "target": bead.target, "type": bead.type, "confidence": bead.confidence, **texts}
        lines.append(json.dumps(row, ensure_ascii=False) + "\n")
    return "".join(lines)


def tmx(beads: Sequence[Bead], source: Sequence[str], target: Sequence[str], left: Lang, right: Lang) -> str:
    """TMX 1.4b with a unit for each two-sided bead (the format has no place for null alignments)."""
    units = []
    for bead in beads:
        if bead.source and bead.target:
            texts = zip((left, right), _texts(bead, source, target, left, right), strict=True)
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


FORMATS: dict[str, Writer] = {"ladder": ladder, "tsv": tsv, "jsonl": jsonl, "tmx": tmx}


def _texts(bead: Bead, source: Sequence[str], target: Sequence[str], left: Lang, right: Lang) -> tuple[str, str]:
    joints = {True: "", False: " "}
    return (
        joints[left == "zh"].join(source[i] for i in bead.source),
        joints[right == "zh"].join(target[j] for j in bead.target),
    )


def _xml(text: str) -> str:
    """Escaped text without the control characters that XML 1.0 forbids."""
    return escape("".join(c for c in text if c >= " " or c in "\t\n\r"))
