"""What a request to a review means, and its answer: pages by their exact names, decisions in, changes out as a stream.

Everything is answered from memory; no address leads to a file.
"""

from __future__ import annotations

import re
import select
import socket
from contextlib import suppress
from email.errors import FirstHeaderLineIsContinuationDefect, MissingHeaderBodySeparatorDefect
from html import unescape
from http import HTTPStatus
from http.client import LineTooLong
from http.server import BaseHTTPRequestHandler
from io import BufferedIOBase
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote

from aligncheck.errors import InputError
from aligncheck.runner.review.access import Refused
from aligncheck.runner.review.posted import LONGEST, posted
from aligncheck.runner.review.session import INDEX, Content, Gone
from aligncheck.runner.review.streams import Full

if TYPE_CHECKING:
    from aligncheck.runner.review.serving import Server

DECISIONS = "/-/decisions"
EVENTS = "/-/events"
"""No page is called like these: names of pages end in .html or .json."""

PATIENCE = 30.0
"""Seconds in which a request must have been read, and an answer taken; a silent connection is closed after so long."""

_HEAD = 32 * 2**10
"""Bytes of all headers together."""

_DRAINED = 2**20
"""Bytes of what is refused that are read all the same, so that the client hears why."""

_HEARTBEAT = 5.0
"""Seconds after which a silent stream sends an empty line: it tells whether the window is still there."""

_NO_HEADER = (FirstHeaderLineIsContinuationDefect, MissingHeaderBodySeparatorDefect)
_READ = ("GET", "HEAD")
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_ALWAYS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_TEXT = "text/plain; charset=utf-8"
_LET_IN = (
    b'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=/">'
    b'<title>aligncheck review</title></head><body><p><a href="/">aligncheck review</a></p></body></html>\n'
)
"""Goes on to the overview by itself. A redirect would lose the cookie where another site led here: it is the same
request to the browser, and the cookie is for requests of this site alone."""


class Handler(BaseHTTPRequestHandler):
    """Answers the requests of one connection."""

    protocol_version = "HTTP/1.1"
    default_request_version = "HTTP/1.0"
    timeout = PATIENCE
    server: Server
    unread = False

    def handle_one_request(self) -> None:
        """Read a request and answer it."""
        self.server.awaits(self.connection, request=True)
        super().handle_one_request()

    def parse_request(self) -> bool:
        """Read the request's head, which must not be too long."""
        whole = self.rfile
        self.rfile = _Limited(whole, _HEAD)  # type: ignore[assignment] # all that is read of it are lines
        try:
            return super().parse_request()
        finally:
            self.rfile = whole

    def finish(self) -> None:
        """End the connection; what a refused client still sends is read first, or it would never see the answer."""
        super().finish()
        if self.unread:
            with suppress(OSError):
                self.connection.shutdown(socket.SHUT_WR)
                self.connection.settimeout(1)
                left = _DRAINED
                while left > 0 and (part := self.connection.recv(1 << 16)):
                    left -= len(part)

    def do_GET(self) -> None:
        """Answer any request."""
        try:
            body = self._body()
            self.server.awaits(self.connection, request=False)
            self._answer(body)
        except Refused as refused:
            self._say(refused.status, refused.text)
        except OSError:
            raise
        except Exception:
            self.close_connection = True
            self._say(HTTPStatus.INTERNAL_SERVER_ERROR, "A fault of the program; the terminal tells more.")
            raise

    do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = do_GET

    def _body(self) -> bytes:
        """The whole body. Raises Refused for one that is not announced, or too long."""
        if any(isinstance(defect, _NO_HEADER) for defect in self.headers.defects):
            self.close_connection = self.unread = True
            raise Refused(HTTPStatus.BAD_REQUEST, "A line of the head is no header.")  # those behind it are unknown
        lengths = self.headers.get_all("Content-Length", [])
        told = len(lengths) < 2 and all(re.fullmatch("[0-9]{1,15}", length) for length in lengths)
        if "Transfer-Encoding" in self.headers or not told:
            self.close_connection = self.unread = True
            raise Refused(HTTPStatus.LENGTH_REQUIRED, "Say the length of the body.")
        length = int(lengths[0]) if lengths else 0
        if length > LONGEST:
            self.close_connection = self.unread = True
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"A decision has at most {LONGEST} bytes.")
        return self.rfile.read(length)

    def _answer(self, body: bytes) -> None:
        access = self.server.access
        access.check_host(self.headers)
        path, _, query = self.path.partition("?")
        asked = parse_qs(query)
        if path == "/" and "token" in asked and self.command == "GET":
            self._let_in(access.enter(asked["token"][0], self.headers))
            return
        access.check(self.headers, changes=self.command not in _READ)
        allowed = ("POST",) if path == DECISIONS else ("GET",) if path == EVENTS else _READ
        if self.command not in allowed:
            self._say(HTTPStatus.METHOD_NOT_ALLOWED, f"Only {' and '.join(allowed)}.", {"Allow": ", ".join(allowed)})
        elif path == DECISIONS:
            self._decide(body)
        elif path == EVENTS:
            self._stream(_name(asked.get("page", ["/"])[0]))
        else:
            self._page(_name(path))

    def _let_in(self, cookie: str | None) -> None:
        more = {"Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"}
        if cookie is not None:
            more["Set-Cookie"] = cookie
        self._send(HTTPStatus.OK, Content("text/html; charset=utf-8", _LET_IN), more)

    def _page(self, name: str) -> None:
        content = self.server.review.content(name)
        if content is None:
            self._say(HTTPStatus.NOT_FOUND, "There is no such page in this review. The overview is at /")
            return
        self._send(HTTPStatus.OK, content, {"Content-Security-Policy": _policy(content)})

    def _decide(self, body: bytes) -> None:
        if self.headers.get_content_type() != "application/json":
            raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "A decision is JSON: application/json.")
        fingerprint, made = posted(body)
        try:
            self.server.review.decide(fingerprint, made)
        except Gone:
            raise Refused(HTTPStatus.CONFLICT, "The finding is no longer there: the text has changed.") from None
        except InputError as error:
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, f"Not saved: {error}") from None
        self._send(HTTPStatus.OK, Content("application/json", b"{}\n"), {})

    def _stream(self, name: str) -> None:
        review = self.server.review
        try:
            with review.streams.opened(name) as stream:
                self.close_connection = True
                self._head(HTTPStatus.OK, {"Content-Type": "text/event-stream"})
                self.wfile.write(b"retry: 1000\n\n" + review.state(name).encoded())
                while not stream.over and not self._left():
                    message = stream.next(_HEARTBEAT)
                    self.wfile.write(b":\n\n" if message is None else message.encoded())
        except Full:
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, "Too many windows listen already; close some.") from None

    def _left(self) -> bool:
        """Whether the browser has closed its end; on a stream it sends nothing."""
        readable, _, _ = select.select([self.connection], [], [], 0)
        return bool(readable) and not self.connection.recv(1, socket.MSG_PEEK)

    def _say(self, status: HTTPStatus, text: str, more: dict[str, str] | None = None) -> None:
        self._send(status, Content(_TEXT, f"{text}\n".encode("utf-8", "replace")), more or {})

    def _send(self, status: HTTPStatus, content: Content, more: dict[str, str]) -> None:
        own = {"Content-Type": content.kind, "Content-Length": str(len(content.body))}
        self._head(status, {**own, "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'", **more})
        if self.command != "HEAD":
            self.wfile.write(content.body)

    def _head(self, status: HTTPStatus, more: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**_ALWAYS, **more}.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """What the base class refuses, as plain text that repeats nothing of the request."""
        self.close_connection = self.unread = True
        status = HTTPStatus(code)
        self._say(status, status.description or status.phrase)

    def version_string(self) -> str:
        """What serves, without the versions of what it is made of."""
        return "aligncheck"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        """Nothing: addresses may hold a token."""


class _Limited:
    """The lines of a stream, up to so many bytes together."""

    def __init__(self, file: BufferedIOBase, left: int) -> None:
        self._file, self._left = file, left

    def readline(self, most: int) -> bytes:
        line = self._file.readline(min(most, self._left + 1))
        self._left -= len(line)
        if self._left < 0:
            raise LineTooLong("head")
        return line


def _name(path: str) -> str:
    """The name of the page at a path of an address; nothing in it is resolved."""
    return unquote(path.removeprefix("/"), errors="surrogateescape") or INDEX


def _policy(content: Content) -> str:
    """The policy that a page's head states, and that nobody may frame it, which only a header can say."""
    stated = _POLICY.search(content.body, 0, 4096)
    policy = unescape(stated[1].decode()) if stated else "default-src 'none'"
    return f"{policy}; frame-ancestors 'none'"
