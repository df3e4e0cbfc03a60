"""What of a document is held against the other documents of a run; no output shows it. Knows no rule."""

from __future__ import annotations

import msgspec


class KeptDirective(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A directive that was settled for its own document, and may yet cover what the whole run shows.

    Attributes:
        in_target: whether it stands in the target's document (always, where one file holds both languages).
        text: what it says, ``: ignore CON001 -- reason``.
        start, end: where it stands, in characters of its document.
        first, last: the characters it covers, both included; of no account where it covers the ``whole`` document.
        problem: why it cannot be followed, ``""`` where it can.
        used: those of its codes that have covered something.
    """

    in_target: bool
    text: str
    start: int
    end: int
    first: int
    last: int
    whole: bool
    problem: str
    used: tuple[str, ...]


class Extract(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """``gathered`` is what rules on the whole run took down, by the name of what took it; they alone can read it."""

    gathered: dict[str, bytes] = {}
    directives: tuple[KeptDirective, ...] = ()
