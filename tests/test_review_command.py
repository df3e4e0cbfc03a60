"""``aligncheck review`` from start to Ctrl-C: what it checks, prints and writes, and that it follows the documents."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Shell
from review_builder import PATIENCE, Client, lines, until

LIBRARY = "The library lends 2.5 million books a year.\n\n图书馆每年外借25万册图书。\n"
BRIDGE = "The bridge is 120 metres long.\n\n这座桥长210米。\n"
SETTINGS = 'decisions = "kept/decisions.jsonl"\n'


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    (tmp_path / "work").mkdir()
    made = Shell(tmp_path / "work", monkeypatch, capsys)
    made.write("aligncheck.toml", SETTINGS)
    made.write("docs/library.md", LIBRARY)
    made.write("docs/桥.md", BRIDGE)
    return made


class Running:
    """The command in a process of its own, and a client that was let in."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [sys.executable, "-u", "-m", "aligncheck", "review", "--no-open", "--port", "0", *arguments]
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        )
        assert self.process.stdout is not None
        self.said = [line for _, line in zip(range(3), self.process.stdout, strict=False)]
        address = self.said[1].split()[1]
        origin, _, token = address.partition("/?token=")
        self.client = Client(int(origin.rpartition(":")[2]))
        self.client.enter(f"/?token={token}")

    def interrupt(self) -> tuple[int, str, str]:
        """What Ctrl-C does: the exit code, and all that was said since the start."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, out, err


@pytest.fixture
def running(shell: Shell) -> Iterator[Running]:
    made = Running(shell.folder)
    yield made
    if made.process.poll() is None:
        made.process.kill()
    made.process.communicate()


def findings(client: Client, path: str) -> list[tuple[str, str]]:
    """Fingerprint and rule of each finding of a document."""
    report = json.loads(client.ask("GET", f"{path}.json").body)
    return [(f["fingerprint"], f["code"]) for f in report["findings"]]


def test_from_the_first_line_to_the_last(running: Running, shell: Shell) -> None:
    assert running.said[0] == "2 findings to look at, 0 decided; decisions go to kept/decisions.jsonl.\n"
    assert running.said[1].startswith("Open http://127.0.0.1:")
    [(fingerprint, _)] = findings(running.client, "/docs/library.md")
    assert running.client.post({"fingerprint": fingerprint, "decision": "true"}).status == 200
    assert running.client.ask("GET", "/docs/%E6%A1%A5.md.html").status == 200
    code, out, err = running.interrupt()
    assert code == 0
    assert "For another one: http://127.0.0.1:" in out
    assert out.endswith("1 of 2 decided.\nkept/decisions.jsonl: aligncheck triage apply acts on it.\n")
    assert err.strip() == ""
    [line] = lines(shell.folder / "kept/decisions.jsonl")
    assert (line["document"], line["decision"]) == ("docs/library.md", "true")
    written = {str(path.relative_to(shell.folder)) for path in shell.folder.rglob("*") if path.is_file()}
    assert written == {"aligncheck.toml", "docs/library.md", "docs/桥.md", "kept/decisions.jsonl"}


def test_the_round_trip(running: Running, shell: Shell) -> None:
    for path, decision in (("/docs/library.md", "accepted"), ("/docs/%E6%A1%A5.md", "false-alarm")):
        for fingerprint, _ in findings(running.client, path):
            assert running.client.post({"fingerprint": fingerprint, "decision": decision}).status == 200
    assert running.interrupt()[0] == 0
    assert shell("check", "-q").code == 1
    assert shell("triage", "apply").code == 0
    assert shell("check", "-q").code == 0
    shell.write("docs/library.md", LIBRARY.replace("25万", "26万"))
    assert "1 error, 1 warning, 1 baselined" in shell("check", "-q", "--output", "concise").out


def test_it_follows_the_documents(running: Running, shell: Shell) -> None:
    client = running.client
    [(mended, _)] = findings(client, "/docs/library.md")
    [(standing, _)] = findings(client, "/docs/%E6%A1%A5.md")
    for fingerprint in (mended, standing):
        client.post({"fingerprint": fingerprint, "decision": "accepted"})
    with client.listening("/docs/library.md.html") as events:
        next(events)
        shell.write("docs/library.md", LIBRARY.replace("25万", "250万") + "\nIt has 12 rooms.\n\n馆内有13个房间。\n")
        assert next(event for event in events if event[0] == "version") == ("version", 2)
    [(fresh, _)] = findings(client, "/docs/library.md")
    assert fresh != mended
    assert findings(client, "/docs/%E6%A1%A5.md")[0][0] == standing
    assert client.post({"fingerprint": mended, "decision": "true"}).status == 409
    kept = {line["fingerprint"] for line in lines(shell.folder / "kept/decisions.jsonl")}
    assert kept == {mended, standing}
    shell.write("docs/new.md", BRIDGE.replace("bridge", "tower").replace("桥", "塔"))
    until(lambda: client.ask("GET", "/docs/new.md.html").status == 200)
    (shell.folder / "docs/桥.md").unlink()
    until(lambda: client.ask("GET", "/docs/%E6%A1%A5.md.html").status == 404)
    assert running.interrupt()[0] == 0


def test_a_mistake_in_the_settings_is_told_and_mended(running: Running, shell: Shell) -> None:
    with running.client.listening() as events:
        next(events)
        shell.write("aligncheck.toml", SETTINGS + 'select = ["NOPE"]\n')
        kind, told = next(events)
        assert kind == "trouble"
        assert told.startswith("aligncheck.toml:2: select: ")
        assert running.client.ask("GET", "/").status == 200, "the last run is still shown"
        shell.write("aligncheck.toml", SETTINGS)
        assert next(event for event in events if event[0] == "trouble") == ("trouble", None)
        shell.write("kept/decisions.jsonl", "nonsense\n")
        kind, told = next(events)
        assert kind == "trouble"
        assert "decisions.jsonl:1: not a decision" in told
        (shell.folder / "kept/decisions.jsonl").unlink()
        assert next(events) == ("trouble", None)
    code, _, err = running.interrupt()
    assert code == 0
    assert "aligncheck: aligncheck.toml:2" in err


def test_a_known_finding_follows_the_baseline(running: Running, shell: Shell) -> None:
    with running.client.listening("/docs/library.md.html") as events:
        next(events)
        assert shell("baseline", "write").code == 0
        assert next(event for event in events if event[0] == "version")[1] > 1
    report = json.loads(running.client.ask("GET", "/docs/library.md.json").body)
    assert [f["status"] for f in report["findings"]] == ["baselined"]


def test_a_damaged_file_of_decisions_keeps_it_from_starting(shell: Shell) -> None:
    damaged = shell.write("kept/decisions.jsonl", '{"aligncheck-decisions": 1}\n=======\n')
    done = shell("review", "--no-open", "--port", "0")
    assert done.code == 2
    assert done.err == "aligncheck: kept/decisions.jsonl:2: a merge conflict (keep the lines of both sides)\n"
    assert damaged.read_text() == '{"aligncheck-decisions": 1}\n=======\n'


def test_what_keeps_it_from_starting(shell: Shell) -> None:
    (shell.folder / "aligncheck.toml").write_text("bad = 1\n")
    assert shell("review", "--no-open", "--port", "0").code == 2
    assert shell("review", "--isolated", "--no-open", "--port", "0").code == 2
    assert shell("review", "--port", "65536").code == 2
    assert shell("review", "--port", "x").code == 2


def test_a_project_has_a_port_of_its_own(shell: Shell) -> None:
    from aligncheck.cli.review import own_port

    ports = {own_port(shell.folder), own_port(shell.folder / "docs"), own_port(shell.folder)}
    assert len(ports) == 2
    assert all(20_000 <= port < 30_000 for port in ports)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere there is always a screen")
def test_no_browser_is_opened_where_there_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    from aligncheck.cli.review import has_screen

    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    assert has_screen() == (sys.platform == "darwin")
    monkeypatch.setenv("DISPLAY", ":0")
    assert has_screen()
