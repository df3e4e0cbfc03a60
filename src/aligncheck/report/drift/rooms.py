"""What of a long status the dashboard has room for; writes no markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from aligncheck.model.drift import DocumentDrift, SentenceDrift


def fitting(blocks: Iterable[str], room: int) -> list[str]:
    """The first blocks that ``room`` bytes hold."""
    kept = []
    for block in blocks:
        room -= len(block.encode("utf-8", "replace"))
        if room < 0:
            break
        kept.append(block)
    return kept


def shared_out(
    documents: Sequence[DocumentDrift], write: Callable[[DocumentDrift, SentenceDrift], str], room: int, around: int
) -> list[list[str]]:
    """Per document its first sentences as markup, as many as ``room`` bytes hold together.

    Every document gets a sentence before one gets another, the worst documents first; ``around`` are the bytes of a
    document's own frame, besides twice its path. Where not even one sentence fits, later documents have none.
    """
    shown: list[list[str]] = [[] for _ in documents]
    open_ones = list(range(len(documents)))
    depth = 0
    while open_ones:
        left = []
        for number in open_ones:
            document = documents[number]
            if depth == len(document.drifted):
                continue
            block = write(document, document.drifted[depth])
            frame = 0 if depth else around + 4 * len(document.path)
            size = len(block.encode("utf-8", "replace")) + frame
            if size > room:
                if depth == 0:
                    return shown
                continue
            room -= size
            shown[number].append(block)
            left.append(number)
        open_ones, depth = left, depth + 1
    return shown
