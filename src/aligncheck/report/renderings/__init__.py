"""Writers of a comparison of two renderings; they know its shape and nothing of how it was made."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aligncheck.model.renderings import Renderings

Writer = Callable[[Renderings], bytes]
"""A comparison as the bytes of one file."""


def _text(found: Renderings) -> bytes:
    from aligncheck.report.renderings import terminal

    return terminal.text(found).encode()


def _json(found: Renderings) -> bytes:
    from aligncheck.report.structured import indented

    return indented(found)


def _html(found: Renderings) -> bytes:
    from aligncheck.report.renderings import page

    return page.html(found).encode()


FORMATS: Mapping[str, Writer] = {"text": _text, "json": _json, "html": _html}
"""What ``--output NAME=FILE`` can write."""


def on_terminal(found: Renderings, *, color: bool, width: int, in_order: bool) -> str:
    """What ``text`` says, for a terminal of ``width`` cells; ``in_order`` of the document, else worst first."""
    from aligncheck.report.renderings import terminal

    return terminal.text(found, color=color, width=width, in_order=in_order)
