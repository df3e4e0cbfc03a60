"""The lines of a decisions file: what each says, and which counts. Reads and writes no file, acts on none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec
from msgspec import UNSET

from aligncheck.errors import InputError
from aligncheck.gate.conflicts import is_conflict
from aligncheck.model.report import OWN
from aligncheck.model.triage import DECISIONS_VERSION, Choice, Decision
from aligncheck.model.triaged import Overruled, Said

LONGEST = 500
"""Characters of a reason, a word or a term; what is longer is cut and ends in an ellipsis."""
CHOICES = ", ".join(Choice)
"""The words for decisions, as errors name them."""

_HEAD = "aligncheck-decisions"
_REPAIR = "mend the line or take it out; docs/triage.md describes it"
_REPORT = re.compile(r"[0-9a-f]{16}")
_FINGERPRINT = re.compile(r"[0-9a-f]{16}(?:-[1-9][0-9]{0,8})?")
_CODE = re.compile(r"[A-Z]{1,4}[0-9]{1,4}")


def parse(text: str, path: str) -> list[Said]:
    """The decisions of a text of JSON Lines, in its order; several files may stand in it one after the other.

    Raises InputError with path, line and remedy for anything that is no decision: nothing is passed over.
    """
    found: list[Said] = []
    headed = False
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip().removeprefix("\ufeff")  # a mark begins each of several files
        if not line:
            continue
        if is_conflict(line):
            raise InputError("a merge conflict", path=path, line=number, remedy="keep the lines of both sides")
        try:
            if _is_head(line, path, number):
                headed = True
                continue
            decision = msgspec.json.decode(line, type=Decision)
        except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
            remedy = f"a decision is one of {CHOICES}" if "enum" in str(error) else _REPAIR
            raise InputError(f"not a decision: {error}", path=path, line=number, remedy=remedy) from None
        if not headed:
            remedy = f'put {{"{_HEAD}": {DECISIONS_VERSION}}} into the first line'
            raise InputError("no line that names the version of the decisions", path=path, line=number, remedy=remedy)
        found.append(Said(checked(decision, path, number), path, number))
    return found


def dump(decisions: Iterable[Decision]) -> bytes:
    """The bytes of a file, sorted by document and fingerprint: two branches on which people decided merge by lines."""
    ordered = sorted(decisions, key=lambda d: (d.document, d.fingerprint, d.code))
    head = f'{{"{_HEAD}": {DECISIONS_VERSION}}}\n'.encode()
    return head + b"".join(msgspec.json.encode(decision) + b"\n" for decision in ordered)


def checked(decision: Decision, path: str, line: int, *, remedy: str = _REPAIR) -> Decision:
    """The decision with its texts on one line, of printable characters and no longer than ``LONGEST``.

    Raises InputError where it names no finding that can be decided on, or an empty word.
    """
    wrong = None
    if not _REPORT.fullmatch(decision.report):
        wrong = f"{shortened(decision.report)!r} is no report's id, which has 16 hexadecimal digits"
    elif not _FINGERPRINT.fullmatch(decision.fingerprint):
        wrong = f"{shortened(decision.fingerprint)!r} is no fingerprint, which has 16 hexadecimal digits"
    elif not _CODE.fullmatch(decision.code):
        wrong = f"{shortened(decision.code)!r} is no rule's code"
    elif decision.code.startswith(OWN):
        wrong = f"nobody decides on {decision.code}: mend the comment, or run aligncheck baseline prune"
    elif not decision.document:
        wrong = "it names no document"
    if wrong is not None:
        raise InputError(f"not a decision: {wrong}", path=path, line=line, remedy=remedy)
    reason = shortened(decision.reason or "")
    keep = tuple(map(shortened, decision.keep or ()))
    term = tuple(map(shortened, decision.term or ()))
    if not all((*keep, *term)):
        raise InputError("not a decision: an empty word", path=path, line=line, remedy=remedy)
    if term and term[0].startswith("#"):
        raise InputError(
            "a line of a glossary that begins with # is a remark", path=path, line=line, remedy="add it to terms"
        )
    return msgspec.structs.replace(
        decision, reason=reason or UNSET, keep=keep or UNSET, term=(term[0], term[1]) if term else UNSET
    )


def shortened(text: str) -> str:
    """A text on one line, of printable characters, no longer than ``LONGEST``."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"


def counted(said: Iterable[Said]) -> tuple[list[Said], list[Overruled]]:
    """The decision that counts for each finding of a document, the later one where there are several.

    In the order of the first of each; the second list tells what was overruled by something else.
    """
    last: dict[tuple[str, str], Said] = {}
    overruled = []
    for one in said:
        key = one.decision.document, one.decision.fingerprint
        earlier = last.get(key)
        if earlier is not None and _gist(earlier.decision) != _gist(one.decision):
            overruled.append(Overruled(earlier, one))
        last[key] = one
    return list(last.values()), overruled


def _gist(decision: Decision) -> Decision:
    """What a decision says, whichever report it was said of."""
    return msgspec.structs.replace(decision, report="")


def _is_head(line: str, path: str, number: int) -> bool:
    if _HEAD not in line:
        return False
    version = msgspec.json.decode(line, type=dict[str, msgspec.Raw]).get(_HEAD)
    if version is None:
        return False
    if bytes(version) != str(DECISIONS_VERSION).encode():
        message = f"decisions of version {bytes(version).decode(errors='replace')[:20]}, not {DECISIONS_VERSION}"
        remedy = "use the aligncheck that wrote them, or a newer one"
        raise InputError(message, path=path, line=number, remedy=remedy)
    return True
