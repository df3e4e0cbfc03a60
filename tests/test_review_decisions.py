"""Decisions of a review: what the file holds after each, what other windows hear, what a new run leaves standing."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import pytest
from report_samples import ferry, lighthouse
from review_builder import Served, lines, review_of, serving, until

from aligncheck.errors import InputError
from aligncheck.gate.decisions import dump
from aligncheck.model.report import Report
from aligncheck.model.triage import Choice, Decision
from aligncheck.runner.review.saving import DecisionFile
from aligncheck.runner.review.session import Review
from aligncheck.runner.review.streams import MOST, Full, Message, Streams

REPORT, OTHER = lighthouse(), ferry()
DOCUMENTS = [("leaflets/lighthouse.md", REPORT), ("ferry.md", OTHER)]
FINGERPRINTS = [f.fingerprint for f in REPORT.findings]
FIRST, SECOND, *_ = FINGERPRINTS
ELSEWHERE = Decision("0" * 16, "not/checked.md", "NUM001", "f" * 16, Choice.ACCEPTED, "kept")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A review that let this client in; it never has a fault."""
    with serving(review_of(tmp_path, DOCUMENTS)) as served:
        served.let_me_in()
        yield served
    assert served.faults == []


def decide(served: Served, fingerprint: str, decision: str | None, **more: object) -> None:
    answer = served.post({"fingerprint": fingerprint, "decision": decision, **more})
    assert answer.status == 200, answer.text


def data(served: Served, path: str) -> Any:
    found = re.search(r'id="data">(.*?)</script>', served.ask("GET", path).text)
    assert found is not None
    return json.loads(found[1])


def without(report: Report, number: int) -> Report:
    """The report as it is when a fault was mended."""
    left = tuple(f for at, f in enumerate(report.findings) if at != number)
    return msgspec.structs.replace(report, findings=left)


def test_a_decision_is_a_line_at_once(served: Served) -> None:
    decide(served, FIRST, "false-alarm", reason="  The months\n agree.\t", keep=[" Skarn "], term=["lens", "透镜"])
    assert lines(served.review.file.path) == [
        {
            "report": REPORT.id,
            "document": REPORT.document.path,
            "code": REPORT.findings[0].code,
            "fingerprint": FIRST,
            "decision": "false-alarm",
            "reason": "The months agree.",
            "keep": ["Skarn"],
            "term": ["lens", "透镜"],
        }
    ]


def test_a_decision_replaces_the_one_before_and_is_taken_back(served: Served) -> None:
    for decision in ("true", "later", "accepted"):
        decide(served, FIRST, decision)
    decide(served, SECOND, "true", reason=" ")
    found = {line["fingerprint"]: line for line in lines(served.review.file.path)}
    assert {f: line["decision"] for f, line in found.items()} == {FIRST: "accepted", SECOND: "true"}
    assert "reason" not in found[SECOND]
    decide(served, FIRST, None)
    assert [line["fingerprint"] for line in lines(served.review.file.path)] == [SECOND]
    decide(served, SECOND, None)
    assert lines(served.review.file.path) == []


def test_pages_carry_the_decisions_on_their_findings(served: Served) -> None:
    theirs = OTHER.findings[0].fingerprint
    decide(served, FIRST, "true")
    decide(served, theirs, "later")
    assert set(data(served, "/leaflets/lighthouse.md.html")["served"]["decisions"]) == {FIRST}
    assert data(served, "/")["served"]["decisions"][theirs]["decision"] == "later"
    decide(served, FIRST, None)
    assert data(served, "/leaflets/lighthouse.md.html")["served"]["decisions"] == {}


def test_another_window_hears_of_a_decision(served: Served) -> None:
    decide(served, SECOND, "later")
    with served.listening("/leaflets/lighthouse.md.html") as events:
        kind, state = next(events)
        assert (kind, state["version"], state["trouble"]) == ("state", 1, None)
        assert set(state["decisions"]) == {SECOND}
        decide(served, FIRST, "accepted", reason="as printed")
        kind, told = next(events)
        assert (kind, told["fingerprint"]) == ("decision", FIRST)
        assert (told["record"]["decision"], told["record"]["reason"]) == ("accepted", "as printed")
        decide(served, FIRST, None)
        assert next(events) == ("decision", {"fingerprint": FIRST, "record": None})


def test_a_page_nobody_serves_has_no_version(served: Served) -> None:
    with served.listening("/gone.md.html") as events:
        assert next(events)[1]["version"] is None


def test_lines_on_other_documents_stay(tmp_path: Path) -> None:
    file = tmp_path / "decisions.jsonl"
    file.write_bytes(dump([ELSEWHERE]))
    review = review_of(tmp_path, DOCUMENTS)
    with serving(review) as served:
        served.let_me_in()
        decide(served, FIRST, "true")
    assert [line["fingerprint"] for line in lines(file)] == [FIRST, ELSEWHERE.fingerprint]
    assert review.progress == (1, sum(len(report.findings) for _, report in DOCUMENTS))


def test_eight_clients_lose_nothing(served: Served) -> None:
    wanted = dict(zip(FINGERPRINTS, ("true", "later", "accepted", "false-alarm") * 2, strict=False))

    def client(number: int) -> None:
        for fingerprint, decision in wanted.items():
            decide(served, fingerprint, "later")
            decide(served, fingerprint, decision, reason="always the same" if number else "")
            assert served.ask("GET", "/").status == 200

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(client, range(8)))
    assert {line["fingerprint"]: line["decision"] for line in lines(served.review.file.path)} == wanted


def test_two_reviews_share_a_file(tmp_path: Path) -> None:
    with serving(review_of(tmp_path, DOCUMENTS[:1])) as one, serving(review_of(tmp_path, DOCUMENTS[1:])) as two:
        one.let_me_in()
        two.let_me_in()
        decide(one, FIRST, "true")
        decide(two, OTHER.findings[0].fingerprint, "later")
        decide(one, SECOND, "accepted")
        assert len(lines(one.review.file.path)) == 3


def test_a_new_review_goes_on_where_the_last_one_ended(tmp_path: Path) -> None:
    with serving(review_of(tmp_path, DOCUMENTS)) as served:
        served.let_me_in()
        decide(served, FIRST, "accepted", reason="as printed")
    again = review_of(tmp_path, DOCUMENTS)
    assert again.progress.decided == 1
    with serving(again) as served:
        served.let_me_in()
        assert data(served, "/")["served"]["decisions"][FIRST]["reason"] == "as printed"


def test_a_new_run_keeps_decisions_on_what_stands(served: Served) -> None:
    decide(served, FIRST, "true")
    decide(served, SECOND, "accepted")
    mended = without(REPORT, 0)
    with served.listening("/leaflets/lighthouse.md.html") as here, served.listening("/ferry.md.html") as there:
        next(here)
        next(there)
        served.review.show([("leaflets/lighthouse.md", mended), DOCUMENTS[1]])
        served.review.read_decisions()
        assert next(here) == ("version", 2)
        decide(served, SECOND, "later")
        assert next(there)[0] == "decision"  # nothing else happened to the other page
    assert served.post({"fingerprint": FIRST, "decision": "true"}).status == 409
    found = {line["fingerprint"]: line for line in lines(served.review.file.path)}
    assert found[SECOND]["report"] == mended.id != REPORT.id
    assert found[FIRST]["report"] == REPORT.id
    assert served.review.progress.decided == 1
    assert data(served, "/leaflets/lighthouse.md.html")["served"]["version"] == 2
    assert data(served, "/ferry.md.html")["served"]["version"] == 1
    assert data(served, "/")["served"]["version"] == 2


def test_a_sentence_that_comes_back_has_its_decision_again(served: Served) -> None:
    decide(served, FIRST, "true")
    for report in (without(REPORT, 0), REPORT):
        served.review.show([("leaflets/lighthouse.md", report)])
        served.review.read_decisions()
    assert served.review.progress.decided == 1
    assert lines(served.review.file.path)[0]["report"] == REPORT.id


def test_the_same_run_again_is_no_news(served: Served) -> None:
    with served.listening() as events:
        next(events)
        served.review.show([("leaflets/lighthouse.md", lighthouse()), ("ferry.md", ferry())])
        decide(served, FIRST, "true")
        assert next(events)[0] == "decision"


def test_a_document_that_is_gone_or_new_changes_its_neighbours_links(served: Served) -> None:
    served.review.show(DOCUMENTS[:1])
    assert served.ask("GET", "/ferry.md.html").status == 404
    assert "ferry.md.html" not in served.ask("GET", "/leaflets/lighthouse.md.html").text
    assert data(served, "/leaflets/lighthouse.md.html")["served"]["version"] == 2
    served.review.show(DOCUMENTS[:1], [InputError("is not text", path="<b>.md")])
    assert "is not text" in served.ask("GET", "/").text
    assert data(served, "/leaflets/lighthouse.md.html")["served"]["version"] == 2
    assert data(served, "/")["served"]["version"] == 3


def test_decisions_made_in_the_file_are_taken_over(served: Served) -> None:
    decide(served, FIRST, "true")
    other = dump([Decision("0" * 16, "elsewhere/named.md", "XXX000", SECOND, Choice.LATER)])
    with served.listening("/leaflets/lighthouse.md.html") as events:
        next(events)
        served.review.file.path.write_bytes(other)
        served.review.read_decisions()
        heard = dict(next(events)[1].values() for _ in range(2))
    assert heard[FIRST] is None
    assert (heard[SECOND]["document"], heard[SECOND]["code"]) == (REPORT.document.path, REPORT.findings[1].code)
    assert [line["report"] for line in lines(served.review.file.path)] == [REPORT.id]


def test_a_damaged_file_is_told_and_left_alone(served: Served) -> None:
    decide(served, FIRST, "true")
    damaged = b'{"aligncheck-decisions": 1}\n<<<<<<< HEAD\n'
    served.review.file.path.write_bytes(damaged)
    answer = served.post({"fingerprint": SECOND, "decision": "true"})
    assert answer.status == 503
    assert "a merge conflict" in answer.text
    with pytest.raises(InputError):
        served.review.read_decisions()
    assert served.review.file.path.read_bytes() == damaged
    assert served.review.progress.decided == 1


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    review = Review(DecisionFile(tmp_path / "file" / "decisions.jsonl"))
    review.show(DOCUMENTS)
    with serving(review) as served:
        served.let_me_in()
        answer = served.post({"fingerprint": FIRST, "decision": "true"})
        assert answer.status == 503
        assert "decisions.jsonl" in answer.text


def test_a_trouble_is_told_once_and_to_those_who_come_later(served: Served) -> None:
    with served.listening() as events:
        next(events)
        assert served.review.say("aligncheck.toml:3: bad")
        assert not served.review.say("aligncheck.toml:3: bad")
        assert next(events) == ("trouble", "aligncheck.toml:3: bad")
        with served.listening() as later:
            assert next(later)[1]["trouble"] == "aligncheck.toml:3: bad"
        assert served.review.say(None)
        assert next(events) == ("trouble", None)


def test_so_many_windows_and_no_more() -> None:
    streams = Streams()
    opened = [streams.opened("index.html") for _ in range(MOST)]
    for each in opened:
        each.__enter__()
    with pytest.raises(Full), streams.opened("index.html"):
        pass
    opened[0].__exit__(None, None, None)
    with streams.opened("index.html") as stream:
        for number in range(10_000):
            streams.send(Message("decision", number))
        assert stream.over, "a window that never listens is given up"


def test_a_window_that_is_closed_makes_room(served: Served) -> None:
    def listens() -> bool:
        served.review.say(secrets.token_hex())  # whoever is gone is noticed when there is something to tell
        try:
            with served.listening() as events:
                return next(events)[0] == "state"
        except Full:
            return False

    for _ in range(2 * MOST):
        until(listens)
