"""Marks stand on the words they mean, markup or not; text is escaped whatever it holds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from report_samples import HOSTILE

from aligncheck.model.report import EvidenceSpan, PairSide
from aligncheck.report.html.marking import visible
from aligncheck.report.locating import locate


def side_of(text: str, start: int, end: int) -> PairSide:
    return PairSide(text, 1, 1, 1, start, end)


def test_evidence_is_found_under_markup() -> None:
    raw = "The **lamp** cost [2.5 million](u) and the\n> lens *2.5 million*."
    side = side_of("The lamp cost 2.5 million and the lens 2.5 million.", 100, 100 + len(raw))

    def found(words: str, nth: int = 0) -> str | None:
        at = -1
        for _ in range(nth + 1):
            at = raw.index(words, at + 1)
        place = locate(side, EvidenceSpan(100 + at, 100 + at + len(words), 1, 1, words))
        return None if place is None else f"{place[0]}:{side.text[slice(*place)]}"

    assert found("2.5 million") == "14:2.5 million"
    assert found("2.5 million", 1) == "39:2.5 million"
    assert found("**lamp**") == "4:lamp"
    assert found("the\n> lens") == "30:the lens"
    assert found("[2.5 million](u)") == "14:2.5 million"
    assert found("(u)") is None


@given(
    st.lists(st.tuples(st.text("ab 1", min_size=1, max_size=6), st.text("*_`", max_size=3)), min_size=1, max_size=6),
    st.data(),
)
def test_evidence_whose_markup_is_outside_is_never_put_elsewhere(
    parts: list[tuple[str, str]], data: st.DataObject
) -> None:
    """Whatever markup is left out around it, the marked words are the evidence's words."""
    raw = "".join(words + markup for words, markup in parts)
    side = side_of("".join(words for words, _ in parts), 7, 7 + len(raw))
    which = data.draw(st.integers(0, len(parts) - 1))
    start = sum(len(w) + len(m) for w, m in parts[:which])
    words = parts[which][0]
    place = locate(side, EvidenceSpan(7 + start, 7 + start + len(words), 1, 1, words))
    if place is not None:
        assert side.text[slice(*place)] == words
    if words.strip():
        assert place is not None


@given(st.text(max_size=40) | st.sampled_from(HOSTILE))
def test_visible_text_is_escaped(text: str) -> None:
    shown = str(visible(text))
    rest = re.sub(r'<span class="(?:ch|ws)"(?: title="[\w+ ]+")?>[^<]*</span>', "", shown)
    assert "<" not in rest
    assert ">" not in rest
