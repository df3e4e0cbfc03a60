"""What a translation must keep as it is: links, code, placeholders, tags, footnotes, pictures, file names (LNK).

A rule module for each; ``items`` finds what a sentence holds, ``balance`` what is left over between both sides,
``messages`` reads message strings.
"""

from __future__ import annotations

from aligncheck.checks._rule import Rule
from aligncheck.checks.links import code, hyperlinks, names, pages, placeholders, tags

_MODULES = (code, hyperlinks, names, pages, placeholders, tags)

RULES: tuple[Rule, ...] = tuple(sorted((rule for m in _MODULES for rule in m.RULES), key=lambda rule: rule.code))
