"""A review under attack: requests no browser sends, too many connections, a file of decisions in a bad place."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from command_line import Shell
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import ferry, lighthouse
from review_builder import PATIENCE, Project, Served, lines, review_of, serving, until

from aligncheck.errors import ConfigError, InputError
from aligncheck.runner import locked_file
from aligncheck.runner.locked_file import alone, change_file
from aligncheck.runner.review.rechecking import decisions_file
from aligncheck.runner.review.serving import _MOST
from aligncheck.runner.review.streams import Message
from aligncheck.runner.settings import resolve

REPORT = lighthouse()
FIRST = REPORT.findings[0].fingerprint
BODY = json.dumps({"fingerprint": FIRST, "decision": "true"})
BRIDGE = "The bridge is 120 metres long.\n\n这座桥长210米。\n"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A review with a cookie; at the end it still answers, and had no fault."""
    with serving(review_of(tmp_path, [("a.md", REPORT), ("b.md", ferry())])) as made:
        made.let_me_in()
        yield made
        assert made.ask("GET", "/").status == 200
    assert made.faults == []


def head(served: Served, first: str = "POST /-/decisions HTTP/1.1") -> str:
    common = f"Cookie: {served.cookie}\r\nOrigin: {served.origin}\r\nContent-Type: application/json\r\n"
    return f"{first}\r\nHost: {served.host}\r\n{common}"


@pytest.mark.parametrize(
    "trick",
    [
        "Content-Length : {n}\r\n",
        "Nonsense\r\nContent-Length: {n}\r\n",
        " folded\r\nContent-Length: {n}\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: {n}\r\n",
        "Transfer-Encoding : chunked\r\nContent-Length: {n}\r\n",
        "transfer-encoding: identity\r\nContent-Length: {n}\r\n",
        "Content-Length: {n}\r\nContent-Length: {n}\r\n",
        "Content-Length: 0, {n}\r\n",
        "Content-Length: 0\r\n {n}\r\n",
        "Content-Length: +{n}\r\n",
        "Content-Length: 0x10\r\n",
        "X: y\nContent-Length: 0\r\nContent-Length: {n}\r\n",
    ],
)
def test_no_request_hides_in_the_body_of_another(served: Served, trick: str) -> None:
    hidden = f"{head(served)}Content-Length: {len(BODY)}\r\n\r\n{BODY}"
    said = served.raw((head(served) + trick.format(n=len(hidden)) + "\r\n" + hidden).encode())
    assert said.count(b"HTTP/1.1 ") == 1
    # A folded line is part of the header before it.
    assert said.split()[1] in (b"400", b"411", b"415")
    assert not served.review.file.path.exists()


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("http://127.0.0.1/", b"404"), ("//evil.example/", b"404"), ("*", b"404"), ("127.0.0.1:1", b"404"),
        ("/..%2f..%2fetc%2fpasswd", b"404"), ("/../a.md.html", b"404"), ("/a.md.html%00", b"404"),
        ("/%ff%fe", b"404"), ("/\x7f", b"404"), ("/.", b"404"), ("/a.md.html/", b"404"), ("/a.md", b"404"),
        ("/a.md.html;x", b"404"), ("/a.md.html#f", b"404"), ("/__proto__", b"404"), ("/%", b"404"),
        ("/-/decisions", b"405"), ("/%2d/decisions", b"404"), ("//a.md.html", b"200"), ("/?token=", b"200"),
    ],
)  # fmt: skip
def test_every_target_but_a_page_leads_nowhere(served: Served, target: str, status: bytes) -> None:
    said = served.raw(f"{head(served, f'GET {target} HTTP/1.1')}Connection: close\r\n\r\n".encode())
    assert said.split()[1] == status
    assert b"root:" not in said


def test_an_ancient_request_is_told_nothing(served: Served) -> None:
    assert b"own address only" in served.raw(b"GET /\r\n\r\n")
    assert b"lighthouse" not in served.raw(f"GET /\r\nCookie: {served.cookie}\r\n\r\n".encode())


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=80), st.sampled_from([b"", b"GET / HTTP/1.1\r\n", b"POST /-/decisions HTTP/1.1\r\nHost: "]))
def test_no_bytes_are_a_fault_of_the_program(noise_server: Served, noise: bytes, before: bytes) -> None:
    said = noise_server.raw(before + noise + b"\r\n\r\n")
    assert not said.startswith(b"HTTP/1.1 2")
    assert b" 500 " not in said.partition(b"\r\n")[0]
    assert noise_server.faults == []


@pytest.fixture(scope="module")
def noise_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(review_of(tmp_path_factory.mktemp("noise"), [("a.md", REPORT)])) as made:
        yield made


def test_so_many_connections_and_no_more(served: Served) -> None:
    with ExitStack() as stack:
        threads = threading.active_count()
        for _ in range(3 * _MOST):
            stack.enter_context(socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE)).send(b"G")
        assert threading.active_count() <= threads + _MOST + 1
    until(lambda: threading.active_count() <= threads + 2)


def test_a_trouble_of_any_characters_is_told() -> None:
    assert Message("trouble", "b\udcff.md").encoded() == b'event: trouble\ndata: "b?.md"\n\n'
    assert Message("trouble", "a\n\ndata: x\r\n\u2028").encoded().count(b"\n") == 3


@pytest.mark.parametrize("place", ["../x.jsonl", "{outside}/x.jsonl", "link.jsonl", "dangling.jsonl", "up/x.jsonl"])
def test_a_review_writes_nothing_outside_of_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    outside, project = tmp_path / "outside", tmp_path / "project"
    outside.mkdir()
    project.mkdir()
    (outside / "empty").touch()
    (project / "link.jsonl").symlink_to(outside / "empty")
    (project / "dangling.jsonl").symlink_to(outside / "new")
    (project / "up").symlink_to(outside)
    monkeypatch.chdir(project)
    named = place.format(outside=outside)
    Path("aligncheck.toml").write_text(f"keep = []\ndecisions = '{named}'\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="leads out of the project") as caught:
        decisions_file(resolve([], {}, []))
    assert (caught.value.path, caught.value.line) == ("aligncheck.toml", 2)
    assert sorted(path.name for path in outside.iterdir()) == ["empty"]


@pytest.mark.parametrize("place", ["a" * 300, "x\\u0000y", "loop/x"])
def test_a_place_that_cannot_be_is_a_mistake_in_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("loop").symlink_to("loop")
    Path("aligncheck.toml").write_text(f'decisions = "{place}"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="no file can be there"):
        decisions_file(resolve([], {}, []))


@pytest.mark.parametrize("setting", ["baseline = {}", "reports = {}", "glossary = [{}]"])
@pytest.mark.parametrize("place", ["x\\u0000y", "a" * 300])
def test_places_that_cannot_be_are_no_fault_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], setting: str, place: str
) -> None:
    shell = Shell(tmp_path, monkeypatch, capsys)
    shell.write("a.md", BRIDGE)
    shell.write("aligncheck.toml", setting.format(f'"{place}"'))
    done = shell("check", "--exit-zero")
    assert "fault of the program" not in done.err
    assert "Traceback" not in done.err


def test_a_link_inside_of_the_project_stays_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("kept").mkdir()
    Path("kept/real.jsonl").touch()
    Path("link.jsonl").symlink_to("kept/real.jsonl")
    Path("aligncheck.toml").write_text('decisions = "link.jsonl"\n', encoding="utf-8")
    project = Project({"docs/a.md": BRIDGE})
    project.review.file.path = decisions_file(resolve([], {}, [])).path
    (finding,) = project.rechecking.once().whole.reports[0].findings
    with serving(project.review) as served:
        served.let_me_in()
        assert served.post({"fingerprint": finding.fingerprint, "decision": "later"}).status == 200
    assert Path("link.jsonl").is_symlink()
    assert [line["decision"] for line in lines(Path("kept/real.jsonl"))] == ["later"]


def test_a_lock_of_another_user_locks_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    change_file(tmp_path / "file", lambda: b"one")
    monkeypatch.setattr("os.access", lambda *_: False)
    monkeypatch.setattr(locked_file, "PATIENCE", 0.2)
    change_file(tmp_path / "file", lambda: b"two")
    with alone(tmp_path / "file"), pytest.raises(InputError, match="another process"):
        change_file(tmp_path / "file", lambda: b"three")
    assert (tmp_path / "file").read_bytes() == b"two"


def test_a_lock_that_cannot_be_had_is_told(served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "missing"))
    answer = served.post(BODY.encode())
    assert answer.status == 503
    assert "TMPDIR" in answer.text


def test_a_save_that_is_killed_leaves_a_whole_file(tmp_path: Path) -> None:
    """A process that saves without end, killed at any moment: the file is whole and no decision answered is lost."""
    program = (
        "import sys; from pathlib import Path; from report_samples import lighthouse\n"
        "from aligncheck.model.triage import Choice; from aligncheck.runner.review.saving import *\n"
        "r = lighthouse(); f = DecisionFile(Path('d.jsonl')); p = places_of([r]); n = 0\n"
        "while True:\n"
        "    f.save(p, r.findings[n % 7].fingerprint, Made(Choice.LATER, str(n))); print(n, flush=True); n += 1\n"
    )
    paths = os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])
    for round_ in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": paths},
        ) as process:
            assert process.stdout is not None
            for _ in range(40 + round_):
                answered = int(process.stdout.readline())
            time.sleep(0.0007 * round_)
            process.send_signal(signal.SIGKILL)
            answered = max([answered, *map(int, process.stdout.read().split())])
        said = [int(line["reason"]) for line in lines(tmp_path / "d.jsonl")]
        assert max(said) - answered in (0, 1)
        assert len(said) == 7
    change_file(tmp_path / "d.jsonl", lambda: b"")
    assert [path.name for path in tmp_path.iterdir()] == ["d.jsonl"]
