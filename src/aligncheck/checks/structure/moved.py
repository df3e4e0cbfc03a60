"""The rule on order: text that stands at another place of the translation. Knows pairs and their places, no words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, document_rule
from aligncheck.checks._wording import these
from aligncheck.model.report import Severity
from aligncheck.model.text import Pair, Side

Moved: TypeAlias = tuple[Pair, Side, Side]
"""A pair with its two sides."""


@document_rule(
    "STR001",
    "text-moved",
    Severity.INFO,
    since="0.1.0",
    bad=[
        Example(
            "# Ropes\n\nTie the boat to the iron ring before the tide turns. Leave a metre of rope to spare.\n\n"
            "# Fuel\n\nThe pump opens at six. Pay the harbour master in cash.\n\n"
            "# Rubbish\n\nGlass goes into the green container. Old oil must be handed in at the office.",
            "# 燃料\n\n油泵六点开放。请用现金向港务长付款。\n\n# 垃圾\n\n玻璃放进绿色容器。废机油须交到办公室。\n\n"
            "# 绳索\n\n退潮之前把船系在铁环上。绳子要留出一米的余量。",
            "the section about ropes comes last in the translation",
        )
    ],
    good=[
        Example(
            "# Fuel\n\nThe pump opens at six. Pay the harbour master in cash.",
            "# 燃料\n\n油泵六点开放。请用现金向港务长付款。",
        ),
        Example(
            "When the tide turns, untie the boat. Then start the engine.",
            "退潮时解开缆绳。然后发动引擎。",
            "the order inside a sentence is the language's own",
        ),
    ],
)
def text_moved(document: DocumentContext) -> Iterator[Hit]:
    """Text of the source stands at another place in the target.

    Why: a translator may have good reasons; but often the source was put into a new order and the translation was not.
    Either way the text is not missing, and it is compared like any other.

    Only a hint. Consecutive sentences are one finding.

    Silent: for changes of order inside a sentence or between sentences that were merged, and for lone sentences that
    few words tie to each other.
    """
    for pairs in _runs(document.pairs):
        sources, targets = [source for _, source, _ in pairs], [target for _, _, target in pairs]
        line = document.target.place(targets[0].span.start)[0]
        size = sum(len(source.segments) for source in sources)
        what = f"{these(size, 'sentence')} {'stands' if size == 1 else 'stand'}"
        yield Hit(
            f"{what} at another place in the translation: line {line}.",
            tuple(map(_evidence, sources)),
            tuple(map(_evidence, targets)),
            min(pair.confidence for pair, _, _ in pairs),
            pair=pairs[0][0].id,
            members=tuple(source.text for source in sources),
        )


def _runs(pairs: Sequence[Pair]) -> list[list[Moved]]:
    """Moved pairs that follow each other in both texts; what has no counterpart may stand between."""
    both = [(p, p.source, p.target) for p in pairs if p.source and p.target]
    place = {pair.id: n for n, (pair, _, _) in enumerate(sorted(both, key=lambda entry: entry[2].span.start))}
    runs: list[list[Moved]] = []
    last: Pair | None = None
    for entry in both:
        pair = entry[0]
        if pair.reading == "moved":
            if last is not None and last.reading == "moved" and place[pair.id] == place[last.id] + 1:
                runs[-1].append(entry)
            else:
                runs.append([entry])
        last = pair
    return runs


def _evidence(side: Side) -> Evidence:
    return Evidence(side.span.start, side.span.end)
