"""The lines of a decisions file, to bytes and back. Reads and writes no file, and acts on none of them.

JSON Lines: the first line says which version, then one decision a line, sorted by document and fingerprint, so that two
branches on which people decided merge line by line.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from aligncheck.errors import InputError
from aligncheck.model.triage import DECISIONS_VERSION, Decision

_HEAD = b'{"aligncheck-decisions": %d}\n' % DECISIONS_VERSION
_REPAIR = "mend or remove the line"
_MARKERS = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")


class _Head(msgspec.Struct, forbid_unknown_fields=True, rename={"version": "aligncheck-decisions"}):
    version: int


_DECISIONS = msgspec.json.Decoder(Decision)


def dump(decisions: Iterable[Decision]) -> bytes:
    """The file's bytes; equal sets of decisions make equal bytes."""
    ordered = sorted(decisions, key=lambda d: (d.document, d.fingerprint, d.code))
    return _HEAD + b"".join(msgspec.json.encode(decision) + b"\n" for decision in ordered)


def parse(data: bytes, path: str) -> list[Decision]:
    """Decisions of a file, one a finding of a document: the later line counts where a merge left two.

    Raises InputError with path, line and remedy for anything that is no decision: nothing is passed over.
    """
    found: dict[tuple[str, str], Decision] = {}
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        text = line.strip()
        if not text:
            continue
        if text.startswith(_MARKERS):
            raise InputError("a merge conflict", path=path, line=number, remedy="keep the lines of both sides")
        try:
            if text.startswith(b'{"aligncheck-decisions"'):
                _check_version(msgspec.json.decode(text, type=_Head).version, path, number)
                continue
            decision = _DECISIONS.decode(text)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise InputError(f"not a decision: {error}", path=path, line=number, remedy=_REPAIR) from None
        if not decision.fingerprint:
            raise InputError("not a decision: no fingerprint", path=path, line=number, remedy=_REPAIR)
        found[decision.document, decision.fingerprint] = decision
    return list(found.values())


def _check_version(version: int, path: str, number: int) -> None:
    if version != DECISIONS_VERSION:
        message = f"decisions of version {version}, not {DECISIONS_VERSION}"
        raise InputError(message, path=path, line=number, remedy="use the aligncheck that wrote it, or a newer one")
