"""Who may ask a review: one person's browser, let in once by a token, and no page of another site. Reads no socket.

Other users of the machine can connect to the port, and any web page can make a browser send requests to it. Against
both: the cookie, which is had for a token only; the Host a request names, so that no foreign name that resolves to this
machine counts (DNS rebinding); and the Origin and Sec-Fetch-Site that the browser gives, which no page can forge.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from email.message import Message
from http import HTTPStatus

ADDRESS = "127.0.0.1"
"""The only one that is listened on."""

_OWN = ("same-origin", "none")
"""What Sec-Fetch-Site may say: a page of ours asks, or the person did in the browser itself."""


class Refused(Exception):
    """A request that is not answered, and what is said instead."""

    def __init__(self, status: HTTPStatus, text: str) -> None:
        super().__init__(text)
        self.status, self.text = status, text


class Access:
    """The secrets of one review. ``used`` is called when the token let a browser in, and a new one counts.

    A token counts once: it stands in the terminal and, while a browser is started, in the list of processes. The cookie
    is the same for all browsers that were let in, and ends with the review.
    """

    def __init__(self, port: int, used: Callable[[], object]) -> None:
        self._hosts = frozenset(f"{name}:{port}" for name in (ADDRESS, "localhost"))
        self._port, self._used = port, used
        self._token = secrets.token_urlsafe(24)
        self._secret = secrets.token_urlsafe(32)
        self._lock = threading.Lock()

    @property
    def address(self) -> str:
        """Where a browser is let in, once."""
        return f"http://{ADDRESS}:{self._port}/?token={self._token}"

    @property
    def _cookie(self) -> str:
        """The cookie's name: browsers keep cookies by host, whatever the port."""
        return f"aligncheck-{self._port}"

    def enter(self, token: str, headers: Message) -> str | None:
        """The cookie to be set for a token, None for a browser that is in already. Raises Refused."""
        if self._knows(headers):
            return None
        with self._lock:
            if not secrets.compare_digest(token.encode(), self._token.encode()):
                raise Refused(
                    HTTPStatus.FORBIDDEN,
                    "This address has let a browser in already, or is of an earlier review.\n"
                    "The terminal that runs aligncheck review shows a new one.",
                )
            self._token = secrets.token_urlsafe(24)
        self._used()
        return f"{self._cookie}={self._secret}; Path=/; HttpOnly; SameSite=Strict"

    def check_host(self, headers: Message) -> None:
        """Refuse a request that names another host than this one."""
        if _only(headers, "Host") not in self._hosts:
            raise Refused(HTTPStatus.MISDIRECTED_REQUEST, "aligncheck review answers to its own address only.")

    def check(self, headers: Message, *, changes: bool) -> None:
        """Refuse who was not let in, and pages of other origins; ``changes``: the request would change something."""
        if not self._knows(headers):
            raise Refused(
                HTTPStatus.FORBIDDEN,
                "This browser was not let in.\n"
                "Open the address that the terminal shows; every address lets one browser in, once.",
            )
        site = headers.get_all("Sec-Fetch-Site", [])
        if any(each not in _OWN for each in site):
            raise Refused(HTTPStatus.FORBIDDEN, "Another site asks. Open the overview yourself: type its address.")
        if changes and _only(headers, "Origin") != f"http://{headers['Host']}":
            raise Refused(HTTPStatus.FORBIDDEN, "Only pages of this review may change anything.")

    def _knows(self, headers: Message) -> bool:
        """Whether the cookie is there; other programs on this machine may have set others, well-formed or not."""
        pairs = ";".join(headers.get_all("Cookie", [])).split(";")
        given = [value for name, _, value in (pair.strip().partition("=") for pair in pairs) if name == self._cookie]
        return any(secrets.compare_digest(value.encode(), self._secret.encode()) for value in given)


def _only(headers: Message, name: str) -> str | None:
    """A header that is given exactly once."""
    given = headers.get_all(name, [])
    return given[0] if len(given) == 1 else None
