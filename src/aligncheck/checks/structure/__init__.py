"""How both documents are built: order, headings, lists, tables, code blocks, admonitions, formulas (STR).

A rule module for each; ``counterparts`` says which block answers which, ``asides`` where notes begin. Four modules
know about code: ``code_tokens`` cuts it into words, ``code_pairing`` says which block answers which, ``code_changes``
compares two, ``code_blocks`` has the rules.
"""

from __future__ import annotations

from aligncheck.checks._rule import Rule
from aligncheck.checks.structure.admonitions import admonition_differs
from aligncheck.checks.structure.code_blocks import code_block_unmatched, code_changed
from aligncheck.checks.structure.formulas import formula_changed
from aligncheck.checks.structure.headings import heading_level
from aligncheck.checks.structure.lists import list_differs
from aligncheck.checks.structure.moved import text_moved
from aligncheck.checks.structure.tables import table_differs

RULES: tuple[Rule, ...] = (
    text_moved,
    heading_level,
    list_differs,
    table_differs,
    code_block_unmatched,
    code_changed,
    admonition_differs,
    formula_changed,
)
