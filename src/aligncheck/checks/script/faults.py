"""How wrong characters are told: each form once, and a text that is full of them in one sentence. Judges nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from aligncheck.checks._rule import Hit
from aligncheck.checks.script.texts import Texts

MANY = 8
"""Wrong forms from which a text is told to be full of them, in one finding."""
_WORDS = 5


class Fault(NamedTuple):
    """A wrong character: where, what is right (None where that is unclear), and the word or the text that shows it."""

    at: int
    wrong: str
    right: str | None
    shown: str

    @property
    def form(self) -> str:
        return f"{self.wrong}→{self.right}" if self.right else self.wrong


def told(texts: Texts, faults: Sequence[Fault], whole: str, name: str, one: Callable[[Fault], str]) -> Iterator[Hit]:
    """A hit for each fault: of one kind if they are the same wrong form, or all of one kind where there are many forms.

    Args:
        whole: what a text is that is full of them, as the beginning of a sentence.
        name: the kind of all together.
        one: the message of a single fault.
    """
    forms: dict[str, list[Fault]] = {}
    for fault in faults:
        forms.setdefault(fault.form, []).append(fault)
    if len(forms) >= MANY:
        counts = sorted(((form, len(same)) for form, same in forms.items()), key=lambda one: -one[1])
        listed = ", ".join(f"{form} ×{many}" if many > 1 else form for form, many in counts)
        kinds = dict.fromkeys(forms, (name, f"{whole}, {{n}} characters: {listed}."))
    else:
        kinds = {form: (form, _told_together(same)) for form, same in forms.items()}
    for fault in faults:
        kind, together = kinds[fault.form]
        yield texts.hit(fault.at, fault.wrong, fault.right, one(fault), together, kind)


def _told_together(faults: Sequence[Fault]) -> str:
    """What is said of several faults of one form."""
    first = faults[0]
    where = f"where “{first.right}” is right" if first.right else "in text of the other script"
    shown = list(dict.fromkeys(fault.shown for fault in faults))
    words = "、".join(shown[:_WORDS]) + ("…" if len(shown) > _WORDS else "")
    return f"“{first.wrong}” stands {{n}} times {where}: {words}."


def around(text: str, at: int) -> str:
    """The characters beside a place, as far as they are Chinese: what shows a fault where no word does."""
    begin, end = at, at + 1
    while begin > max(0, at - 2) and "㐀" <= text[begin - 1] <= "鿿":
        begin -= 1
    while end < min(len(text), at + 3) and "㐀" <= text[end] <= "鿿":
        end += 1
    return text[begin:end]
