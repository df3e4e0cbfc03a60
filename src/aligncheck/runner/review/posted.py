"""A decision as a window posts it: checked to the last field. Knows nothing of findings or files."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from aligncheck.gate.decisions import shortened
from aligncheck.model.triage import Choice
from aligncheck.runner.review.access import Refused
from aligncheck.runner.review.saving import Made

LONGEST = 64 * 2**10
"""Bytes of a decision as JSON."""

_Reason = Annotated[str, Meta(max_length=2000)]
_Words = Annotated[str, Meta(min_length=1, max_length=1000)]


class _Posted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``decision`` None takes back what was decided."""

    fingerprint: Annotated[str, Meta(min_length=1, max_length=100)]
    decision: Choice | None
    reason: _Reason | UnsetType = UNSET
    keep: Annotated[tuple[_Words, ...], Meta(max_length=50)] | UnsetType = UNSET
    term: tuple[_Words, _Words] | UnsetType = UNSET


_DECODER = msgspec.json.Decoder(_Posted)


def posted(body: bytes) -> tuple[str, Made | None]:
    """A finding's fingerprint and what was decided, None where that is taken back; texts are one line each.

    Raises Refused for anything else.
    """
    try:
        said = _DECODER.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused(HTTPStatus.BAD_REQUEST, f"No decision: {error}") from None
    if said.decision is None:
        return said.fingerprint, None
    reason = shortened(said.reason or "") or UNSET
    keep = tuple(filter(None, map(shortened, said.keep or ()))) or UNSET
    term: tuple[str, str] | UnsetType = UNSET
    if said.term:
        term = shortened(said.term[0]), shortened(said.term[1])
        if not all(term) or term[0].startswith("#"):
            raise Refused(HTTPStatus.BAD_REQUEST, "No decision: a term has two sides, and begins with a word.")
    return said.fingerprint, Made(said.decision, reason, keep, term)
