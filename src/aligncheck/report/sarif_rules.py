"""Rules as SARIF describes them: name, what they find, help, default level; knows of findings only their rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aligncheck.model.report import Severity
from aligncheck.model.run import RuleInfo, Run
from aligncheck.report.invisible import plain

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_LONGEST = 1024
"""What GitHub takes of a description."""


def descriptors(run: Run) -> list[dict[str, Any]]:
    """Every rule of the run by code, and what is known of any other that a finding names.

    All of them, found or not: logs of two checks then differ in their results alone, as code scanning wants it.
    """
    known = {plain(rule.code): _described(rule) for rule in run.rules}
    for report in run.reports:
        for finding in report.findings:
            known.setdefault(plain(finding.code), _named(plain(finding.code), plain(finding.name), finding.severity))
    return [known[code] for code in sorted(known)]


def _described(rule: RuleInfo) -> dict[str, Any]:
    made = _named(plain(rule.code), rule.name, rule.severity)
    if rule.summary:
        made["fullDescription"] = {"text": rule.summary[:_LONGEST]}
    if rule.page.strip():
        made["help"] = {"text": rule.page, "markdown": rule.page}
    made["properties"]["since"] = rule.since
    return made


def _named(code: str, name: str, severity: Severity) -> dict[str, Any]:
    words = _words(name) or code or "finding"
    return {
        "id": code,
        "name": name[:255] or code,
        "shortDescription": {"text": words},
        "fullDescription": {"text": words},
        "help": {"text": f"aligncheck rule {code}"},
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {"tags": _tags(code), "problem.severity": _PROBLEMS[severity]},
    }


def _tags(code: str) -> Sequence[str]:
    family = code.rstrip("0123456789")
    return ["translation", family] if family else ["translation"]


def _words(name: str) -> str:
    """``number-mismatch`` as ``Number mismatch``."""
    words = name.replace("-", " ").strip()[:_LONGEST]
    return words[:1].upper() + words[1:]
