"""What a person decided about findings, field for field as a line of a decisions file (see docs/triage.md)."""

from __future__ import annotations

from enum import StrEnum

import msgspec
from msgspec import UNSET, UnsetType

DECISIONS_VERSION = 1
"""Of a decisions file, said in its first line: ``{"aligncheck-decisions": 1}``."""


class Choice(StrEnum):
    """What a finding is: a fault to be mended; none at all; a fault that may stay; one to be mended another day."""

    TRUE = "true"
    FALSE_ALARM = "false-alarm"
    ACCEPTED = "accepted"
    LATER = "later"


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of a decisions file.

    Attributes:
        report: the id of the report that the person saw (``Report.id``).
        document: its document's path, as the report had it.
        code: the rule.
        fingerprint: of the finding, with the number of the repeat.
        decision: what the person said.
        reason: why, in the person's words; one line.
        keep: words that may stay in Latin letters from now on.
        term: English and Chinese of a rendering that counts from now on.
    """

    report: str
    document: str
    code: str
    fingerprint: str
    decision: Choice
    reason: str | UnsetType = UNSET
    keep: tuple[str, ...] | UnsetType = UNSET
    term: tuple[str, str] | UnsetType = UNSET
