"""What a whole run came to, as every writer and the verdict see it: reports, what could not be read, rules, outcome."""

from __future__ import annotations

from dataclasses import dataclass

from aligncheck.errors import AligncheckError
from aligncheck.model.report import Report, Severity

CLEAN, FAILED, COULD_NOT_RUN = 0, 1, 2
"""Exit codes of the command line."""


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """A rule as outputs describe it.

    Attributes:
        code, name, severity, since: as declared.
        summary: the first paragraph of its page, one sentence.
        page: the whole page as Markdown: what, why, when it stays silent, examples.
        across: whether it holds the documents of a run against each other.
    """

    code: str
    name: str
    severity: Severity
    since: str
    summary: str
    page: str
    across: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """``failing`` findings stop the gate, ``unread`` documents could not be checked; ``reasons`` say why it fails.

    Where reports are only written in another form, nothing was ``judged``.
    """

    failing: int = 0
    unread: int = 0
    reasons: tuple[str, ...] = ()
    judged: bool = True

    def exit_code(self, *, exit_zero: bool = False) -> int:
        """2 where something could not be read, else 1 where the gate fails (0 with ``exit_zero``), else 0."""
        if self.unread:
            return COULD_NOT_RUN
        return FAILED if self.reasons and not exit_zero else CLEAN


@dataclass(frozen=True, slots=True)
class Run:
    """Everything an output may show.

    Attributes:
        reports: one per document, in order; paths in them are relative to the current directory.
        failures: what could not be read or checked.
        rules: the rules of this version, by code.
        verdict: whether the gate fails, and why.
        prefix: the current directory seen from the project's root, ``""`` where it is the root, else ``docs/zh``;
            programs that know files by their place in the repository put it before a report's paths.
    """

    reports: tuple[Report, ...]
    failures: tuple[AligncheckError, ...] = ()
    rules: tuple[RuleInfo, ...] = ()
    verdict: Verdict = Verdict()
    prefix: str = ""
