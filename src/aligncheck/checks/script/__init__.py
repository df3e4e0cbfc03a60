"""Simplified in Traditional text and the reverse, wrong conversions, words of the other standard (SCR)."""

from __future__ import annotations

from aligncheck.checks._rule import Rule
from aligncheck.checks.script.characters import other_script, script_not_asked_for
from aligncheck.checks.script.conversions import wrong_conversion
from aligncheck.checks.script.regional import word_of_another_region

RULES: tuple[Rule, ...] = (other_script, wrong_conversion, word_of_another_region, script_not_asked_for)
