"""Reports at random for property tests: valid under the schema, with text that wants out of every format."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from msgspec import UNSET

from aligncheck.errors import ConfigError, InputError
from aligncheck.model import report as model
from aligncheck.model.run import RuleInfo, Run, Verdict

HOSTILE_TEXTS = (
    "\n::error file=a.md::owned\n::set-output name=x::y",
    "##[add-mask]a ##vso[task.setvariable variable=x]y",
    "100%0A::warning::% %25 %3A,=;",
    "]]> --> <!-- </failure></details></code></table> <script>alert(1)</script> &amp; &#64;",
    "nul\x00 bell\x07 esc\x1b[2J del\x7f csi\x9b31m \ufffe\uffff",
    "\ud800 lone \udcff surrogates",
    "@everyone #12 GH-7 org/repo#3 :tada: $x^2$ deadbeef1 www.example.com https://example.com me@example.com",
    "| a | b |\n|---|---|\n`code` ``` **bold** _it_ ~~no~~ [click](javascript:alert(1)) ![i](x) \\",
    "line one\n\n\n# not a heading\r\n- item\t\u2028\u2029\u202e",
    "{0} {name} {{ 7*7 }} %s ${HOME}",
    "",
    " ",
)

texts = st.text(st.characters(codec="utf-8"), max_size=30)
hostile = st.text(max_size=20) | st.sampled_from(HOSTILE_TEXTS) | texts
numbers = st.integers(0, 10**9)
places = st.integers(1, 10**6)
shares = st.floats(0, 1)


def optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


@st.composite
def sides_of(draw: st.DrawFn, words: st.SearchStrategy[str]) -> model.PairSide:
    line, start = draw(places), draw(numbers)
    lines, length = draw(st.integers(0, 3)), draw(st.integers(0, 60))
    return model.PairSide(draw(words), line, draw(places), line + lines, start, start + length)


@st.composite
def _spans(draw: st.DrawFn, words: st.SearchStrategy[str]) -> model.EvidenceSpan:
    start, value = draw(numbers), draw(st.just(UNSET) | words)
    end = start + draw(st.integers(0, 60))
    return model.EvidenceSpan(start, end, draw(places), draw(places), draw(words), value)


def findings_of(words: st.SearchStrategy[str]) -> st.SearchStrategy[model.Finding]:
    return st.builds(
        model.Finding,
        words,
        words,
        st.sampled_from(model.Severity),
        shares,
        words,
        optional(st.integers(0, 3)),
        some(_spans(words)),
        some(_spans(words)),
        st.text("0123456789abcdef", min_size=16, max_size=16) | st.just("00112233445566aa"),
        st.sampled_from(model.Status),
        st.just(UNSET) | words,
    )


def reports_of(words: st.SearchStrategy[str]) -> st.SearchStrategy[model.Report]:
    pair = st.builds(
        model.PairRecord, st.integers(0, 3), words, shares, optional(sides_of(words)), optional(sides_of(words))
    )
    return st.builds(
        model.Report,
        st.just(1),
        st.builds(model.ToolInfo, words, words),
        words,
        st.builds(
            model.DocumentInfo,
            words,
            st.builds(model.SourceInfo, words, words),
            st.builds(model.TargetInfo, words, words, optional(st.sampled_from(["Hans", "Hant", "mixed"]))),
            words,
        ),
        some(pair),
        some(findings_of(words)),
        st.builds(
            model.Stats,
            numbers,
            numbers,
            numbers,
            numbers,
            shares,
            st.dictionaries(words, numbers, max_size=3),
            some(st.builds(model.Heading, numbers, st.integers(1, 6))),
            some(st.builds(model.Stretch, numbers, numbers, words, numbers)),
            some(words),
        ),
    )


reports = reports_of(texts)
"""Text that UTF-8 can hold, so that it can be read back."""

failures = st.builds(
    lambda kind, message, path, line, remedy: kind(message, path=path, line=line, remedy=remedy),
    st.sampled_from([InputError, ConfigError]),
    hostile,
    optional(hostile),
    optional(places),
    optional(hostile),
)
rules = st.builds(RuleInfo, hostile, hostile, st.sampled_from(model.Severity), texts, hostile, hostile)
runs = st.builds(
    Run,
    some(reports_of(hostile)),
    some(failures),
    some(rules),
    st.builds(Verdict, st.integers(0, 9), st.integers(0, 9), some(hostile)),
    st.sampled_from(["", "docs/zh", "a b/ü", "%41"]),
)
"""Whole runs in which any text may be hostile."""

many_runs = settings(
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow],
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
"""Enough examples; a failing run is shown as it was found, since to shrink one takes minutes."""
