"""What a bibliography entry, a licence and a copyright line look like in English: text that no translator touches."""

from __future__ import annotations

from aligncheck.lang.patterns import deferred

CITATION = deferred(
    r"[A-Z][\w'’-]+,? (?:[A-Z]\.[ -]?){1,3},?(?: (?:&|and) [^()]{3,60}| et al\.?)? ?\(?(?:1[89]|20)[0-9]{2}[a-z]?\)?"
    r"|\bet al\.,? \(?(?:1[89]|20)[0-9]{2}|\bdoi: ?10\.|\bISBN\b|\barXiv:|\bPMID\b|\b[Vv]ol\. ?[0-9]+|\bpp\. ?[0-9]+"
    r"|\b[0-9]+ ?\([0-9]+\) ?[:,] ?[0-9]+ ?[–-] ?[0-9]+|\b[0-9]{4};[0-9]+"
    r"|\bProceedings of\b|\bUniversity Press\b"
)
"""An author with initials and a year, a page range, a publisher: an entry that readers must be able to look up."""

LICENCE = deferred(
    r"(?i)\bcopyright (?:\(c\)|©|[0-9]{4})|©|\ball rights reserved\b|\blicen[cs]ed (?:under|to you)\b"
    r"|\bpermission is hereby granted\b|\bprovided [“\"]as is[”\"]"
)
"""A licence holds in its own language only."""
