"""Messages to every window that listens, each at its own pace. Knows nothing of what they say."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import msgspec

MOST = 48
"""Windows that may listen at the same time."""

_BEHIND = 2048
"""Messages a window may be behind before it is given up; it then asks for the whole state anew."""


class Message(NamedTuple):
    """A kind and a value that JSON can say."""

    kind: str
    value: object

    def encoded(self) -> bytes:
        """As an event of a stream (WHATWG, server-sent events)."""
        value = self.value.encode("utf-8", "replace").decode() if isinstance(self.value, str) else self.value
        return b"event: %s\ndata: %s\n\n" % (self.kind.encode(), msgspec.json.encode(value))


class Full(Exception):
    """As many windows as may listen do."""


class Stream:
    """What one window has not heard yet; ``name`` is the page it shows."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.over = False
        self._waiting: queue.Queue[Message] = queue.Queue(_BEHIND)

    def put(self, message: Message) -> None:
        """Add a message; a window that is too far behind is given up."""
        try:
            self._waiting.put_nowait(message)
        except queue.Full:
            self.over = True

    def next(self, seconds: float) -> Message | None:
        """The next message; None where there was none for so long."""
        try:
            return self._waiting.get(timeout=seconds)
        except queue.Empty:
            return None


class Streams:
    """All windows that listen."""

    def __init__(self) -> None:
        self._open: set[Stream] = set()
        self._lock = threading.Lock()

    @contextmanager
    def opened(self, name: str) -> Iterator[Stream]:
        """Listen for as long as the context lasts. Raises Full."""
        stream = Stream(name)
        with self._lock:
            if len(self._open) >= MOST:
                raise Full
            self._open.add(stream)
        try:
            yield stream
        finally:
            with self._lock:
                self._open.discard(stream)

    def end(self) -> None:
        """Let every window go."""
        with self._lock:
            for stream in self._open:
                stream.over = True

    def send(self, message: Message | Callable[[str], Message | None]) -> None:
        """To every window: a message, or what a function has to say for the page it shows."""
        with self._lock:
            for stream in self._open:
                own = message if isinstance(message, Message) else message(stream.name)
                if own is not None:
                    stream.put(own)
