"""A review that is being served, and a client that asks it byte by byte what no browser would."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aligncheck.config.load import Settings
from aligncheck.model.report import Report
from aligncheck.runner.results.catalogue import rules
from aligncheck.runner.review.rechecking import Rechecking, decisions_file
from aligncheck.runner.review.saving import DecisionFile
from aligncheck.runner.review.serving import Server
from aligncheck.runner.review.session import Review
from aligncheck.runner.review.streams import Full
from aligncheck.runner.session import Checked, check_all, plan_of
from aligncheck.runner.settings import resolve

PATIENCE = 60.0
"""Seconds to wait for what takes a fraction of one."""


@dataclass
class Answer:
    """What a server said."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Client:
    """Asks a review on a port of this machine, with the cookie once it was let in."""

    def __init__(self, port: int) -> None:
        self.port, self.cookie = port, ""
        self.host = f"127.0.0.1:{port}"
        self.origin = f"http://{self.host}"

    def enter(self, path: str) -> None:
        """Use a token; requests carry the cookie from now on."""
        answer = self.ask("GET", path)
        assert answer.status == 200
        self.cookie = answer.headers["Set-Cookie"].partition(";")[0]

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str | None) -> Answer:
        """One request on a connection of its own; of headers, ``_`` stands for a hyphen and None for leaving it out."""
        given = {"Host": self.host, "Cookie": self.cookie, **{k.replace("_", "-"): v for k, v in headers.items()}}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in given.items():
                if value is not None:
                    connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def post(self, value: object, **headers: str | None) -> Answer:
        """A decision as a page posts it; ``bytes`` go as they are."""
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        given: dict[str, str | None] = {"Content_Type": "application/json", "Origin": self.origin, **headers}
        return self.ask("POST", "/-/decisions", body, **given)

    def raw(self, data: bytes) -> bytes:
        """All that the server says to some bytes before it hangs up."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            said = b""
            while part := connection.recv(1 << 16):
                said += part
            return said

    @contextmanager
    def listening(self, page: str = "/") -> Iterator[Iterator[tuple[str, Any]]]:
        """The events a window with this page gets, as kind and value. Raises Full where too many listen."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", f"/-/events?page={page}", headers={"Cookie": self.cookie})
            answer = connection.getresponse()
            if answer.status == 503:
                raise Full
            assert answer.status == 200
            assert answer.headers["Content-Type"] == "text/event-stream"
            yield _events(answer)
        finally:
            connection.close()


class Served(Client):
    """A client, and the review with its server. ``let_in`` are the addresses told after a token was used, ``faults``
    the program's own errors."""

    def __init__(self, review: Review, port: int) -> None:
        self.review = review
        self.let_in: list[str] = []
        self.faults: list[str] = []
        self.server = Server(review, port, lambda: self.let_in.append(self.server.access.address), self.faults.append)
        super().__init__(self.server.server_port)

        self._thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def let_me_in(self) -> None:
        """Use the token that counts now."""
        self.enter(self.server.access.address.removeprefix(self.origin))

    def stop(self) -> None:
        """End the server, as Ctrl-C does."""
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()


def _events(answer: http.client.HTTPResponse) -> Iterator[tuple[str, Any]]:
    kind = ""
    while line := answer.readline().decode().rstrip("\n"):
        name, _, value = line.partition(": ")
        if name == "event":
            kind = value
        elif name == "data":
            yield kind, json.loads(value)
        answer.readline() if name in ("data", "retry", "") else None


@contextmanager
def serving(review: Review, *, port: int = 0) -> Iterator[Served]:
    """Serve a review for as long as the context lasts."""
    served = Served(review, port)
    try:
        yield served
    finally:
        served.stop()


def review_of(folder: Path, documents: Sequence[tuple[str, Report]]) -> Review:
    """A review of some reports, with its decisions in ``folder``."""
    review = Review(DecisionFile(folder / "decisions.jsonl"))
    review.show(documents)
    review.read_decisions()
    return review


def lines(path: Path) -> list[dict[str, Any]]:
    """The decisions in a file, without its first line."""
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    assert json.loads(first) == {"aligncheck-decisions": 1}
    return [json.loads(line) for line in rest]


def until(true: Callable[[], bool]) -> None:
    """Wait for what is bound to come."""
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


class Project:
    """Documents in the current directory, checked in this process when a test says so."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        for path, text in texts.items():
            self.write(path, text)
        settings = resolve([], {}, self._codes(), isolated=True)
        self.review = Review(decisions_file(settings))
        self.rechecking = Rechecking(self.review, [], settings, self._check, lambda _: None)
        self.rechecking.once()

    def write(self, path: str, text: str) -> None:
        """Save a document; ``rechecking.once()`` takes it up."""
        file = Path(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def _codes(self) -> list[str]:
        return [rule.code for rule in rules(None)]

    def _check(self) -> tuple[Checked, Settings]:
        settings = resolve([], {}, self._codes(), isolated=True)
        return check_all(plan_of([], settings), settings, rules(None), workers=1), settings
