"""Text left in the source language: sentences, words, labels (UNT). ``kept`` tells which words may stay as they are."""

from __future__ import annotations

from aligncheck.checks._rule import Rule
from aligncheck.checks.untranslated.chinese import chinese_in_english
from aligncheck.checks.untranslated.labels import fixed_word_untranslated, label_untranslated
from aligncheck.checks.untranslated.sentences import sentence_untranslated
from aligncheck.checks.untranslated.words import words_untranslated

RULES: tuple[Rule, ...] = (
    sentence_untranslated,
    words_untranslated,
    label_untranslated,
    chinese_in_english,
    fixed_word_untranslated,
)
