"""How a translation says in English from which state of which text it was made."""

from __future__ import annotations

import re

from aligncheck.lang.patterns import deferred

PIN_LABELS = frozenset(
    """sourcecommit sourcerevision sourcerev sourcesha originalcommit originalrevision originalsha originalversion
    upstreamcommit upstreamrevision upstreamsha englishcommit encommit englishrevision enrevision translatedfrom
    translatedfromcommit translationof translationsource translatedcommit lastsyncedcommit syncedcommit""".split()
)
"""What stands before ``:`` and a commit, in lower case, without spaces, hyphens and underscores. ``commit``,
``revision`` and ``base`` alone are not among them: they are said of anything."""

ORIGINAL = deferred(
    r"\btranslat(?:ed|ion)\b.{0,30}\b(?:from|of)\b | \boriginal\b | \bsource[ ](?:commit|text|page|document|file)\b"
    r" | \bEnglish[ ](?:version|text|page|document)\b | \bsynce?d\b",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that say a link leads to what was translated."""

FROM_COMMIT = deferred(
    r"\btranslat(?:ed|ion)\b[^.!?\n]{0,60}\bcommit\b | \bsynce?d[ ](?:to|with|at|from)\b[^.!?\n]{0,40}\bcommit\b",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands in a sentence before the commit that was translated."""

PERHAPS_ORIGINAL = deferred(r"\bsource\b | \bupstream\b | \bbased[ ]on\b", re.VERBOSE | re.IGNORECASE)
"""Words that are also said of what a text merely cites."""
