"""Drift statuses at random for property tests: valid under the schema, with text that wants out of every format."""

from __future__ import annotations

from datetime import date
from typing import get_args

from hypothesis import strategies as st
from report_strategies import hostile, numbers, optional, shares, sides_of, some, texts

from aligncheck.model import drift as model
from aligncheck.model.report import Severity, ToolInfo

days = st.dates(date(1990, 1, 1), date(2090, 1, 1)).map(date.isoformat)
figures = optional(st.floats(0, 400))


def _counts(states: object) -> st.SearchStrategy[dict[str, int]]:
    return st.dictionaries(st.sampled_from(get_args(states)), numbers, max_size=4)


def _sentences(words: st.SearchStrategy[str]) -> st.SearchStrategy[model.SentenceDrift]:
    change = st.builds(
        model.Wording,
        st.sampled_from(get_args(model.WordingKind)),
        words,
        words,
        st.booleans(),
        st.integers(0, 40),
        st.integers(0, 40),
    )
    return st.builds(
        model.SentenceDrift,
        state=st.sampled_from(get_args(model.SentenceState)),
        code=optional(st.sampled_from(["DRF001", "DRF002", "DRF003"])),
        severity=optional(st.sampled_from(Severity)),
        message=words,
        fingerprint=optional(st.text("0123456789abcdef", min_size=16, max_size=16)),
        source=optional(sides_of(words)),
        target=optional(sides_of(words)),
        old=optional(words),
        changes=some(change),
        material=st.booleans(),
        chrf=figures,
        ter=figures,
    )


def statuses_of(words: st.SearchStrategy[str]) -> st.SearchStrategy[model.DriftStatus]:
    document = st.builds(
        model.DocumentDrift,
        path=words,
        source=optional(words),
        target=optional(words),
        state=st.sampled_from(get_args(model.DocumentState)),
        reference=optional(words),
        sentences=_counts(model.SentenceState),
        drifted=some(_sentences(words)),
        since=optional(days),
        excused=st.just("") | words,
        notes=some(words),
    )
    return st.builds(
        model.DriftStatus,
        st.just(model.STATUS_VERSION),
        st.builds(ToolInfo, st.just("aligncheck"), words),
        words,
        st.builds(
            model.Summary,
            _counts(model.DocumentState),
            _counts(model.SentenceState),
            numbers,
            shares,
            optional(days),
        ),
        some(document),
        some(words),
        some(words),
        some(recorded),
    )


recorded = st.builds(
    model.Recorded,
    days,
    optional(st.text("0123456789abcdef", min_size=7, max_size=7)),
    _counts(model.DocumentState),
)
statuses = statuses_of(texts)
"""Text that UTF-8 can hold, so that it can be read back."""

hostile_statuses = statuses_of(hostile)
"""Any text may be hostile."""
