"""How wrong characters are told: each wrong form once, and a text that is full of them in one sentence. Judges nothing."""

from __future__ import annotations

from collections import Counter
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
    safe: bool = True

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
    forms = Counter(fault.form for fault in faults)
    listed = ", ".join(f"{form} ×{many}" if many > 1 else form for form, many in forms.most_common())
    for fault in faults:
        if len(forms) >= MANY:
            kind, together = name, f"{whole}, {{n}} characters: {listed}."
        else:
            shown = dict.fromkeys(f.shown for f in faults if f.form == fault.form)
            where = f"where “{fault.right}” is right" if fault.right else "in text of the other script"
            words = "、".join(list(shown)[:_WORDS]) + ("…" if len(shown) > _WORDS else "")
            kind, together = fault.form, f"“{fault.wrong}” stands {{n}} times {where}: {words}."
        yield texts.hit(fault.at, fault.wrong, fault.right, one(fault), together, kind, safe=fault.safe)


def around(text: str, at: int) -> str:
    """The characters beside a place, as far as they are Chinese: what shows a fault where no word does."""
    begin, end = at, at + 1
    while begin > max(0, at - 2) and "㐀" <= text[begin - 1] <= "鿿":
        begin -= 1
    while end < min(len(text), at + 3) and "㐀" <= text[end] <= "鿿":
        end += 1
    return text[begin:end]
