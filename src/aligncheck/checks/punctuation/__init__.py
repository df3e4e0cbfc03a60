"""Punctuation, width and spacing of the target text (PUN).

A module for each sort of fault; ``sheet`` puts the target's text together for all of them.
"""

from __future__ import annotations

from aligncheck.checks._rule import Rule
from aligncheck.checks.punctuation import (
    brackets,
    doubled,
    ellipses,
    endings,
    invisible,
    quotes,
    spacing,
    width,
)

RULES: tuple[Rule, ...] = (
    width.wrong_width,
    spacing.spacing_against_habit,
    brackets.unpaired,
    quotes.quotation_style,
    endings.end_changed,
    ellipses.ellipsis_or_dash,
    doubled.doubled,
    spacing.stray_space,
    invisible.invisible,
    endings.stop_in_heading,
)
