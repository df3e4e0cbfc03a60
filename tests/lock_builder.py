"""Accepted documents for tests of the lock: made of sentences, and at random with text that wants out of its line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from hypothesis import strategies as st
from report_strategies import hostile

from aligncheck.gate.lock import Lock
from aligncheck.model.drift import Accepted, AcceptedBead, Trace

_DIGESTS = st.text("0123456789abcdef", max_size=8)
_TRACES = st.builds(Trace, _DIGESTS, _DIGESTS, st.lists(hostile, max_size=2).map(tuple), st.none() | hostile)
_SIDES = st.lists(_TRACES, max_size=2).map(tuple)
_BEADS = st.lists(st.builds(AcceptedBead, _SIDES, _SIDES), max_size=4)
_SUMS = st.lists(_DIGESTS, max_size=3, unique=True).map(tuple)
documents = st.lists(
    st.builds(
        Accepted,
        hostile,
        st.none() | hostile,
        _SUMS,
        _BEADS.flatmap(lambda beads: st.just(tuple(beads)) | st.just(tuple(beads) * 2)),
    ),
    max_size=4,
    unique_by=lambda document: document.path,
)


def trace_of(sentence: str) -> Trace:
    return Trace(hashlib.sha256(sentence.encode()).hexdigest()[:8])


def page(name: str, *sentences: str) -> Accepted:
    """A page that holds these sentences, each with its rendering, accepted once."""
    beads = (AcceptedBead((trace_of(s),), (trace_of(f"rendering of {s}"),)) for s in sentences)
    state = hashlib.sha256("\n".join(sentences).encode()).hexdigest()[:8]
    return Accepted(f"docs/zh/{name}.md", f"docs/en/{name}.md", (state,), tuple(beads))


def all_of(lock: Lock) -> list[Accepted]:
    """Every document of a lock, decoded."""
    found = [lock.document(path) for path in lock.known]
    return [document for document in found if document is not None]


def sentences_of(document: Accepted | None, among: Iterable[str]) -> set[str]:
    """Those of some sentences that a document holds with their rendering."""
    held = set(document.beads if document else ())
    return {s for s in among if AcceptedBead((trace_of(s),), (trace_of(f"rendering of {s}"),)) in held}
