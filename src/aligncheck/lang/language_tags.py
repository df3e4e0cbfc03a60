"""Tags that name English or Chinese in paths, addresses and settings: en, en-GB, zh_CN, zh-Hant, cn. Knows no language.

Patterns for lower-case text, without groups; whoever uses one says what may stand around it.
"""

from __future__ import annotations

from aligncheck.lang.patterns import deferred

ENGLISH_TAG = r"en(?:[-_](?:us|gb|au|ca))?"
CHINESE_TAG = r"zh(?:[-_](?:hans|hant))?(?:[-_](?:cn|tw|hk|mo|sg))?"
"""The languages by their ISO codes, with script and region."""

ENGLISH = rf"{ENGLISH_TAG}|eng|english"
CHINESE = rf"{CHINESE_TAG}|cn|chs|cht|chinese"
"""The same with other names they go by. As alternatives, the longest is not always the first."""

_PATH = deferred(r"(?<![a-z0-9])zh[-_](?:(hans|hant)(?:[-_](cn|tw|hk|mo|sg))?|(cn|tw|hk|mo|sg))(?![a-z0-9])")
_REGIONS = {"cn": "Hans", "sg": "Hans", "tw": "Hant-TW", "hk": "Hant-HK", "mo": "Hant-HK"}


def standard_of(path: str) -> str | None:
    """The standard that a path names (``docs/zh-TW/a.md``): Hans, Hant-TW, Hant-HK, or Hant where no region is told."""
    found = list(_PATH.finditer(path.lower()))
    if not found:
        return None
    script, region, alone = found[-1].groups()
    if script == "hans" or (script and not region):
        return "Hans" if script == "hans" else "Hant"
    return _REGIONS[region or alone]
