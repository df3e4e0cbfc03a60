"""The server of one review: one address of this machine, a thread a connection, none that waits forever.

What a request means is in ``requests``; who may ask, in ``access``.
"""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from http.server import ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any

from aligncheck.errors import ConfigError
from aligncheck.runner.review.access import ADDRESS, Access
from aligncheck.runner.review.requests import PATIENCE, Handler
from aligncheck.runner.review.session import Review

_MOST = 128
"""Connections at the same time; a browser opens six."""


class Server(ThreadingHTTPServer):
    """Listens on 127.0.0.1 from the moment it is made; ``serve_forever`` answers.

    Args:
        review: what is served.
        port: 0 for any that is free.
        used: called when a token let a browser in, and ``access.address`` is a new one.
        fault: called with the text of an error of the program.

    Raises ConfigError for a port that cannot be had.
    """

    daemon_threads = True
    request_queue_size = 64
    allow_reuse_address = os.name == "posix"  # elsewhere it would let another program listen on the same port

    def __init__(
        self, review: Review, port: int, used: Callable[[], object], fault: Callable[[str], object] = lambda _: None
    ) -> None:
        self.review, self.fault = review, fault
        self._deadlines: dict[socket.socket, float | None] = {}
        self._lock = threading.Lock()
        try:
            super().__init__((ADDRESS, port), Handler)
        except OSError as error:
            raise ConfigError(
                f"--port: {port} cannot be had: {error.strerror or error}", remedy="name another"
            ) from None
        self.access = Access(self.server_port, used)

    def server_bind(self) -> None:
        """Bind, without asking for this machine's name, which may take long."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread, unless there are too many."""
        with self._lock:
            room = len(self._deadlines) < _MOST
            if room:
                self._deadlines[request] = time.monotonic() + PATIENCE
        if room:
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def shutdown_request(self, request: Any) -> None:
        """Close a connection."""
        with self._lock:
            self._deadlines.pop(request, None)
        super().shutdown_request(request)

    def awaits(self, connection: socket.socket, *, request: bool) -> None:
        """A request has to arrive in time from now on, or has arrived."""
        with self._lock:
            self._deadlines[connection] = time.monotonic() + PATIENCE if request else None

    def service_actions(self) -> None:
        """Twice a second: end connections whose request takes too long, however slowly it trickles in."""
        now = time.monotonic()
        with self._lock:
            for connection, deadline in self._deadlines.items():
                if deadline is not None and deadline < now:
                    _hang_up(connection)

    def server_close(self) -> None:
        """Stop listening and end all connections."""
        super().server_close()
        self.review.streams.end()
        with self._lock:
            for connection in self._deadlines:
                _hang_up(connection)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - the base class names them
        """Tell a fault of the program; that a browser went away is none."""
        if not isinstance(sys.exception(), OSError):
            self.fault(traceback.format_exc())


def _hang_up(connection: socket.socket) -> None:
    """End a connection that its own thread may be waiting on; that thread closes it."""
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
