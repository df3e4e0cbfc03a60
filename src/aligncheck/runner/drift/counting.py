"""Counts over the documents of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from aligncheck.model.drift import DocumentDrift, DocumentState, SentenceState, Summary

STATES: tuple[DocumentState, ...] = get_args(DocumentState)


def summary(documents: Sequence[DocumentDrift]) -> Summary:
    """How many documents and sentence pairs are in each state; of documents, also those that none is in."""
    states = Counter(document.state for document in documents)
    sentences = Counter[SentenceState]()
    for document in documents:
        sentences.update(document.sentences)
    both = states["current"] + states["stale"] + states["unlocked"]
    return Summary(
        {state: states[state] for state in STATES},
        dict(sorted(sentences.items())),
        sum(document.material for document in documents),
        round(states["current"] / both, 4) if both else 1.0,
        min((document.since for document in documents if document.since is not None), default=None),
    )
