"""The rule on headings: one level on either side. Knows blocks and their counterparts, no words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, document_rule
from aligncheck.checks._wording import these
from aligncheck.checks.structure.counterparts import Counterparts, counterparts, markdown
from aligncheck.model.report import Severity
from aligncheck.model.text import Block

_ENOUGH, _MOST = 2, 0.8
"""So many headings, and this share of all, show a habit."""


class _Heading(NamedTuple):
    """A heading and its counterpart; ``shift`` is how much deeper the target's is, None where one is no heading."""

    source: Block
    target: Block
    shift: int | None


@document_rule(
    "STR002",
    "heading-level",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example(
            "# Harbour\n\nThe harbour has two quays.\n\n## North quay\n\nThe ferry calls here.\n\n## South quay\n\n"
            "Fishing boats land here.",
            "# 港口\n\n港口有两座码头。\n\n## 北码头\n\n渡轮停靠在这里。\n\n### 南码头\n\n渔船在这里靠岸。",
            "the second quay became a part of the first",
        ),
        Example(
            "# Harbour\n\nThe harbour has two quays.\n\n## North quay\n\nThe ferry calls here.",
            "# 港口\n\n港口有两座码头。\n\n##北码头\n\n渡轮停靠在这里。",
            "without a space the signs are text",
        ),
    ],
    good=[
        Example(
            "# Harbour\n\nThe harbour has two quays.\n\n## North quay\n\nThe ferry calls here.",
            "# 港口\n\n港口有两座码头。\n\n## 北码头\n\n渡轮停靠在这里。",
        ),
        Example(
            "# Harbour\n\nIt has two quays.\n\n## North quay\n\nThe ferry calls here.\n\n"
            "## South quay\n\nBoats land here.",
            "## 港口\n\n它有两座码头。\n\n### 北码头\n\n渡轮停靠在这里。\n\n### 南码头\n\n渔船在这里靠岸。",
            "the whole page one level lower",
        ),
    ],
)
def heading_level(document: DocumentContext) -> Iterator[Hit]:
    """A heading has another level in the translation, or is no heading there.

    Why: the table of contents is made of headings. A section one level too deep becomes a part of the section before
    it, and ``##标题`` without its space is a line of text that begins with two signs.

    A warning; a hint where a heading became a paragraph or a paragraph a heading. Consecutive ones are one finding.

    Silent: where the headings of the whole document are shifted alike; in plain text, which has no levels.
    """
    if document.layout != "two-files" or not markdown(document):
        return
    both = counterparts(document)
    found = list(_headings(both))
    habit = _habit(found)
    for shift, group in groupby(found, key=lambda h: h.shift):
        if shift == habit:
            continue
        members = list(group)
        yield Hit(
            _message(members, habit),
            tuple(Evidence(*h.source.span) for h in members),
            tuple(Evidence(*h.target.span) for h in members),
            0.6 if _hint(members) else 0.9,
            severity=Severity.INFO if _hint(members) else Severity.WARNING,
            pair=both.source.pair_of[members[0].source.index].id,
            members=tuple(f"{h.source.kind} {h.shift} {h.source.text}" for h in members),
        )


def _headings(both: Counterparts) -> Iterator[_Heading]:
    for source, target in both.mutual():
        kinds = (source.kind, target.kind)
        if kinds == ("heading", "heading"):
            yield _Heading(source, target, target.level - source.level)
        elif kinds in {("heading", "paragraph"), ("paragraph", "heading")} and both.whole(source, target):
            yield _Heading(source, target, None)


def _habit(found: Sequence[_Heading]) -> int:
    """How much deeper the target's headings are as a rule."""
    shifts = Counter(h.shift for h in found if h.shift is not None)
    shift, count = shifts.most_common(1)[0] if shifts else (0, 0)
    return shift if count >= _ENOUGH and count >= _MOST * shifts.total() else 0


def _hint(members: Sequence[_Heading]) -> bool:
    return all(h.shift is None and not _signs(h) for h in members)


def _signs(heading: _Heading) -> bool:
    """Whether the signs of a heading stand in the target's text, for want of a space."""
    return heading.source.kind == "heading" and heading.target.text.startswith("#")


def _message(members: Sequence[_Heading], habit: int) -> str:
    first, many = members[0], len(members)
    if first.shift is None:
        if _signs(first):
            return "This heading is none in the translation, since no space follows the number signs."
        if first.source.kind == "heading":
            return f"{_these(many, 'heading')} no heading in the translation."
        return f"{_these(many, 'paragraph')} a heading in the translation."
    if many == 1:
        others = "; the others are shifted alike" if habit else ""
        return f"This heading has level {first.source.level}, its translation level {first.target.level}{others}."
    if not first.shift:
        return f"These {many} headings have one level on both sides; the others do not."
    levels = abs(first.shift)
    return (
        f"These {many} headings stand {levels} level{'s' * (levels > 1)} "
        f"{'deeper' if first.shift > 0 else 'higher'} in the translation."
    )


def _these(many: int, what: str) -> str:
    return f"{these(many, what)} {'is' if many == 1 else 'are each'}"
