"""Mined terms for a terminal and for programs. Knows terms, writes no file."""

from __future__ import annotations

from pathlib import Path

import msgspec
from wcwidth import wcswidth

from aligncheck.glossary.drafts import Tally
from aligncheck.report.invisible import pieces
from aligncheck.runner.terms.drafting import draft_of, example_of
from aligncheck.runner.terms.session import Found

SHOWN = 50
"""Terms that a terminal shows."""
_WIDEST = 36


def table(found: Found) -> str:
    """The best terms as lines: English, Chinese, how often and in which share of the sentences, what else."""
    terms = found.terms
    if not terms:
        return ""
    rows = [("English", "Chinese", "count", "share", "others")]
    for term in terms[:SHOWN]:
        draft = draft_of(term)
        rows.append((term.en, draft.zh or "(keep)", str(term.count), f"{term.share:.0%}", draft.others))
    shown = [tuple(map(_visible, row)) for row in rows]
    widths = [min(_WIDEST, max(wcswidth(row[column]) for row in shown)) for column in range(4)]
    lines = []
    for row in shown:
        cells = [
            _padded(cell, width, right=2 <= at < 4) for at, (cell, width) in enumerate(zip(row, widths, strict=False))
        ]
        lines.append("  ".join((*cells, row[4])).rstrip())
    return "".join(f"{line}\n" for line in lines)


def as_json(found: Found) -> bytes:
    """All of the terms as one object, UTF-8, with a line end."""
    listed = []
    for term in found.terms:
        example = example_of(term)
        listed.append(
            {
                "en": term.en,
                "zh": term.zh,
                "kind": term.kind,
                "forms": term.forms,
                "count": term.count,
                "seen": term.seen,
                "share": round(term.share, 4),
                "confidence": round(term.confidence, 4),
                "score": round(term.score, 4),
                "others": [{"zh": zh, "count": count} for zh, count in term.others],
                "example": {
                    "en": example.english, "zh": example.chinese, "path": example.place[0], "line": example.place[1],
                },
            }
        )  # fmt: skip
    whole = {"schema_version": 1, "documents": found.documents, "pairs": found.pairs, "terms": listed}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def summary(found: Found, path: Path | None, tally: Tally | None) -> str:
    """How many terms there are, what became of the file, and what to do next."""
    documents = f"{found.documents} document{'s' * (found.documents != 1)}"
    said = f"{len(found.terms)} terms from {found.pairs} sure pairs of {documents}"
    if path is None or tally is None:
        if not found.terms:
            return f"{said}; --min-count 2 looks for rarer ones"
        more = f", of which the first {SHOWN} are shown" if len(found.terms) > SHOWN else ""
        return f"{said}{more}; --output terms.csv drafts a glossary"
    counts = f"{tally.added} new, {tally.known} known, {tally.removed} gone, {tally.decided} decided"
    told = f"{said}; {path}: {counts}"
    if not tally.added:
        return told
    return f"{told}. Set status to approved or rejected in it, and name the file in the setting glossary"


def _visible(text: str) -> str:
    return "".join(f"<{piece.label}>" if piece.kind == "hidden" else piece.text for piece in pieces(text))


def _padded(cell: str, width: int, *, right: bool) -> str:
    blanks = " " * max(0, width - wcswidth(cell))
    return blanks + cell if right else cell + blanks
