"""DRF: translations that are not in step with their originals any more, seen from what was accepted."""

from __future__ import annotations

from aligncheck.checks._rule import Rule
from aligncheck.checks.drift.rules import (
    lone_document,
    source_added,
    stale_cosmetic,
    stale_translation,
    target_changed,
    translation_left_over,
)

RULES: tuple[Rule, ...] = (
    stale_translation,
    stale_cosmetic,
    source_added,
    translation_left_over,
    target_changed,
    lone_document,
)
