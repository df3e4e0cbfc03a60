"""Says whether a translation already holds what a change of its original brought. Knows one sentence pair."""

from __future__ import annotations

from aligncheck.facts import Facts
from aligncheck.facts.compare import UNITS_DIFFER, agreement
from aligncheck.model.drift import Wording
from aligncheck.model.text import Lang


def answered(change: Wording, source: str, target: str, source_lang: Lang, target_lang: Lang) -> bool:
    """Whether a translation says the new thing of a change, and the old one no more.

    Args:
        change: a material change of the source.
        source, target: the sentences as they are now.

    Only for changes of values and code that put one in the place of another, or brought one: the new value must be in
    the translation, and the old one must not, unless the source still says that too. Any other change is not answered.
    """
    if change.kind not in ("number", "date", "code") or not change.new:
        return False
    if change.kind == "code":
        return _has_code(change.new, target) and not (
            change.old and _has_code(change.old, target) and not _has_code(change.old, source)
        )
    new_there = _states(change.new, source_lang, target, target_lang)
    old_there = bool(change.old) and _states(change.old, source_lang, target, target_lang)
    return new_there and not (old_there and not _states(change.old, source_lang, source, source_lang))


def _has_code(code: str, text: str) -> bool:
    return "".join(code.strip("`").split()) in "".join(text.split())


def _states(value: str, lang: Lang, text: str, text_lang: Lang) -> bool:
    """Whether a text states a value, whatever it is written like."""
    facts = list(Facts.of(value, lang))
    there = list(Facts.of(text, text_lang))
    if not facts:
        return value.lower() in text.lower()
    return all(any(agreement(f, other) > UNITS_DIFFER + 0.1 for other in there) for f in facts)
