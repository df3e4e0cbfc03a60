"""Dates written in figures alone, which both languages share: 2019-06-08, 6/8/2019. Knows no words."""

from __future__ import annotations

import re

from aligncheck.lang.draft import Draft

NUMERIC = re.compile(
    r"(?P<y>[12][0-9]{3})(?P<s>[-/.])(?P<m>[01]?[0-9])(?P=s)(?P<d>[0-3]?[0-9])(?![0-9]|[-/.][0-9])"
    r"|(?P<a>[0-3]?[0-9])(?P<t>[-/.])(?P<b>[0-3]?[0-9])(?P=t)(?P<z>[12][0-9]{3}|[0-9]{2})(?![0-9]|[-/.][0-9])"
)


def numeric_date(text: str, at: int) -> Draft | None:
    """The all-figure date at ``at``. Day before month and month before day are both readings where both exist."""
    found = NUMERIC.match(text, at)
    if found is None:
        return None
    draft = Draft(at, found.end())
    if found["y"]:
        orders = [(int(found["m"]), int(found["d"]))]
        year = int(found["y"])
    else:
        if len(found["z"]) == 2 and found["t"] != "/":
            return None
        a, b, year = int(found["a"]), int(found["b"]), int(found["z"])
        year += 0 if year > 99 else 2000 if year < 50 else 1900
        orders = [(a, b), (b, a)]
    for month, day in orders:
        if 1 <= month <= 12 and 1 <= day <= 31:
            draft.add_date(year, month, day)
    return draft if draft.readings else None
