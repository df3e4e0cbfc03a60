"""What a run may be told: languages, which rules, what fails. Reading it from a file belongs here too."""

from __future__ import annotations

import hashlib

import msgspec

from aligncheck.model.report import Severity

LANGUAGES = ("en", "zh")


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Settings of a run; every field has a default.

    Attributes:
        source: the language the text was written in; the other of en and zh is the translation.
        select: code prefixes to report (``("NUM", "OMI001")``); empty means every rule.
        ignore: code prefixes to leave out; the longer prefix wins over a shorter one in ``select``.
        severity: severities by code prefix, in place of what the rules say; the longest prefix decides.
        min_confidence: findings that are less sure are left out.
        keep: words and phrases that may stay in Latin letters.
        require_reasons: whether a suppression in a file has to say why (SUP001).
        fail_on: the lowest severity that makes the gate fail; None never fails.
        exclude: patterns in the manner of ``.gitignore`` for files a directory walk leaves out.
    """

    source: str = "en"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = {}
    min_confidence: float = 0.0
    keep: tuple[str, ...] = ()
    require_reasons: bool = False
    fail_on: Severity | None = Severity.ERROR
    exclude: tuple[str, ...] = ()

    @property
    def target(self) -> str:
        return "zh" if self.source == "en" else "en"

    def reports(self, code: str) -> bool:
        """Whether a rule is switched on: the longest matching prefix decides, ``ignore`` on a tie."""
        on = max((len(p) for p in self.select if code.startswith(p)), default=-1 if self.select else 0)
        off = max((len(p) for p in self.ignore if code.startswith(p)), default=-1)
        return on > off

    def severity_of(self, code: str, found: Severity) -> Severity:
        """What a rule's finding counts as, where a setting says so; ``found`` otherwise."""
        prefix = max((p for p in self.severity if code.startswith(p)), key=len, default=None)
        return found if prefix is None else self.severity[prefix]

    @property
    def digest(self) -> str:
        """Eight hex digits that change when a setting changes what is found."""
        found = msgspec.json.encode(msgspec.structs.replace(self, fail_on=None, exclude=()))
        return hashlib.sha256(found).hexdigest()[:8]
