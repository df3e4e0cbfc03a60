"""What a document that is behind means for the gate."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from aligncheck.config import Config, Drift
from aligncheck.gate.drifting import Mode, Policy
from aligncheck.model.drift import DocumentDrift, DocumentState, SentenceDrift

TODAY = date(2026, 5, 20)


def document(state: DocumentState, changes: int = 1, since: str | None = None) -> DocumentDrift:
    one = SentenceDrift("stale", "DRF001", None, "", None, None, None, None, (), True)
    return DocumentDrift("docs/zh/a.md", "docs/en/a.md", "docs/zh/a.md", state, "x", {}, (one,) * changes, since)


def reasons(mode: Mode, settings: Drift, *documents: DocumentDrift, config: Config | None = None) -> tuple[str, ...]:
    policy = Policy(mode, settings, TODAY)
    excused = [msgspec.structs.replace(d, excused=policy.excuse(d)) for d in documents]
    return policy.judge(excused, [], config or Config(), 0).reasons


def test_a_change_of_the_original_alone_does_not_fail_by_default() -> None:
    assert reasons("advise", Drift(), document("stale", 9), document("orphaned"), document("unlocked")) == ()


def test_strict_fails_on_what_is_behind_or_lost_its_original() -> None:
    documents = [document(s) for s in ("current", "stale", "stale", "missing", "orphaned", "unlocked")]
    assert reasons("strict", Drift(), *documents) == ("2 documents behind the original", "1 document without original")


def test_release_fails_on_what_nobody_accepted_too() -> None:
    documents = [document(s) for s in ("current", "stale", "missing", "unlocked")]
    assert reasons("release", Drift(), *documents) == (
        "1 document behind the original",
        "1 document that nobody accepted",
    )


@pytest.mark.parametrize(("changes", "fails"), [(3, False), (4, True)])
def test_so_many_changes_may_be_open(changes: int, fails: bool) -> None:
    assert bool(reasons("strict", Drift(grace_changes=3), document("stale", changes))) is fails


@pytest.mark.parametrize(("since", "fails"), [("2026-05-06", False), ("2026-05-05", True), (None, True)])
def test_days_of_grace_end(since: str | None, fails: bool) -> None:
    assert bool(reasons("strict", Drift(grace_days=14), document("stale", since=since))) is fails


def test_a_release_knows_no_grace() -> None:
    assert reasons("release", Drift(grace_days=99, grace_changes=99), document("stale", since="2026-05-19"))


def test_nothing_fails_where_nothing_is_to_fail() -> None:
    assert reasons("release", Drift(), document("stale"), config=Config(fail_on="never")) == ()


def test_an_excuse_says_why() -> None:
    policy = Policy("strict", Drift(grace_days=14, grace_changes=1), TODAY)
    assert policy.excuse(document("stale", 1)) == "1 of 1 changes that may be open"
    assert policy.excuse(document("stale", 2, "2026-05-19")) == "behind since 2026-05-19, may be until 2026-06-02"
    assert policy.excuse(document("current")) == ""
