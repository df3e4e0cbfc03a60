"""The rules of this version as outputs describe them; an earlier run's where the cache has them. Judges nothing."""

from __future__ import annotations

from aligncheck.model.run import RuleInfo
from aligncheck.runner.results.cache import ResultCache

_KIND = "rules"


def rules(cache: ResultCache | None = None) -> tuple[RuleInfo, ...]:
    """Every rule, by code. Importing the checks takes a second, which a run that finds all in the cache can save."""
    known = None if cache is None else cache.note(_KIND, "", tuple[RuleInfo, ...])
    if known:
        return known
    from aligncheck.checks.pages import catalogue

    found = catalogue()
    if cache is not None:
        cache.keep_note(_KIND, "", found)
    return found
