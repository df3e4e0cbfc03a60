"""What machine translation leaves behind: refusals, remarks, prompts, loops, broken and garbled text (MTX).

``targets`` is what all of them look at.
"""

from __future__ import annotations

from aligncheck.checks._rule import Rule
from aligncheck.checks.leftovers.breaks import sentence_cut_off
from aligncheck.checks.leftovers.garbled import garbled_text
from aligncheck.checks.leftovers.markup import prompt_markup
from aligncheck.checks.leftovers.remarks import model_refusal, model_remark, placeholder_left, prompt_copied
from aligncheck.checks.leftovers.repeats import phrase_repeated, sentence_repeated
from aligncheck.checks.leftovers.scripts import third_language

RULES: tuple[Rule, ...] = (
    model_refusal,
    model_remark,
    prompt_copied,
    prompt_markup,
    phrase_repeated,
    sentence_repeated,
    sentence_cut_off,
    placeholder_left,
    third_language,
    garbled_text,
)
