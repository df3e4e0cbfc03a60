"""What the rules on script look at: all Chinese target text of a document as one text, and which script it is in."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cached_property

from aligncheck.checks._prose import prose
from aligncheck.checks._rule import Change, DocumentContext, Evidence, Hit
from aligncheck.lang.language_tags import standard_of
from aligncheck.lang.zh.script_characters import APART, KANA, LANGUAGE_NAMES, majority, telling
from aligncheck.model.report import Severity
from aligncheck.model.text import MarkKind, Pair, Side

_SHARE = 10
"""Telling characters by which a text that only its path assigns to a script is known to be in the other."""
_SAMPLE = 40_000
"""Characters that are counted to tell the script: of a longer text every second, third … one."""
_NEAR = 20
"""Characters beside a fault by which it is known where each place is told."""
_OWN: frozenset[MarkKind] = frozenset({"link", "emphasis"})
"""Marks over what may be a name in its own script."""


class Texts:
    """All Chinese target text of a document, one side a line.

    Attributes:
        text: the sides joined; a place in it is what ``hit`` and ``is_judged`` take.
        asked: the standard that the settings ask for, or the path; None where neither does.
        present: its characters.
        script: ``Hans`` or ``Hant``; ``mixed``; None where too little text tells.
    """

    def __init__(self, context: DocumentContext) -> None:
        sides = list(context.targets()) if context.target_lang == "zh" else []
        self._sides: list[tuple[Pair, Side]] = sides
        self.text = "\n".join(side.text for _, side in sides)
        self._starts = []
        at = 0
        for _, side in sides:
            self._starts.append(at)
            at += len(side.text) + 1
        self.set = context.target_script
        self.asked = context.target_script or (standard_of(context.target.path) if sides else None)
        self._counts = Counter(self.text[:: 1 + len(self.text) // _SAMPLE])
        self.present = set(self._counts if len(self.text) < _SAMPLE else self.text)
        self.script = majority(self._counts)
        self._judged: dict[int, str] = {}
        self._foreign: dict[int, bool] = {}

    @cached_property
    def misplaced(self) -> bool:
        """Whether the text as a whole is not in the script asked for."""
        if self.asked is None or self.script not in ("Hans", "Hant") or self.asked[:4] == self.script:
            return False
        return self.set is not None or sum(self._counts[c] for c in telling()[self.script == "Hant"]) >= _SHARE

    @cached_property
    def standard(self) -> str:
        """The standard of Traditional text: what is asked for, or by how it writes "in"."""
        if self.asked in ("Hant-TW", "Hant-HK"):
            return self.asked
        return "Hant-HK" if self.text.count("裏") > self.text.count("裡") else "Hant-TW"

    def _side(self, at: int) -> tuple[Pair, Side, int]:
        """The side a place lies in, and where in it."""
        number = bisect_right(self._starts, at) - 1
        pair, side = self._sides[number]
        return pair, side, at - self._starts[number]

    def is_judged(self, at: int) -> bool:
        """Whether the script of a place matters: not in code and addresses, nor where it is the other one on purpose.

        On purpose are a language's own name, with what is said of it in its script, quotations and titles wholly in
        the other script, Japanese, and a character that stands by itself.
        """
        number = bisect_right(self._starts, at) - 1
        if number not in self._judged:
            self._judged[number] = self._judge(self._sides[number][1])
        around = self.text[max(0, at - 1) : at] + self.text[at + 1 : at + 2]
        return self._judged[number][at - self._starts[number]] != " " and any("㐀" <= char <= "鿿" for char in around)

    def is_foreign(self, at: int) -> bool:
        """Whether the whole sentence around a place is in the other script."""
        number = bisect_right(self._starts, at) - 1
        if number not in self._foreign:
            text = self._sides[number][1].text
            own, other = self._own_and_other
            self._foreign[number] = own.isdisjoint(text) and not other.isdisjoint(text)
        return self._foreign[number]

    @cached_property
    def _own_and_other(self) -> tuple[frozenset[str], frozenset[str]]:
        simplified, traditional = telling()
        return (traditional, simplified) if self.script == "Hant" else (simplified, traditional)

    def _judge(self, side: Side) -> str:
        """The side's prose with blanks for what is in the other script on purpose."""
        text = side.text
        own, other = self._own_and_other
        if KANA.search(text):
            return " " * len(text)
        spans = [found.span() for found in LANGUAGE_NAMES.finditer(text)]
        if spans and own.isdisjoint(text):
            return " " * len(text)  # what is called by its own name is said in its own script: 简体中文翻译
        spans += [found.span() for found in APART.finditer(text) if own.isdisjoint(found.group())]
        for mark in side.marks:
            marked = text[mark.start : mark.end]
            if (
                mark.kind in _OWN
                and own.isdisjoint(marked)
                and (sum(map(other.__contains__, marked)) > 1 or marked == text)
            ):
                spans.append((mark.start, mark.end))
        seen = list(prose(side))
        for begin, end in spans:
            seen[begin:end] = " " * (end - begin)
        return "".join(seen)

    def hit(
        self,
        at: int,
        old: str,
        new: str | None,
        message: str,
        together: str,
        kind: str,
        *,
        safe: bool = True,
        severity: Severity | None = None,
    ) -> Hit:
        """A hit on the characters ``old`` at a place, with the change to ``new``."""
        pair, side, here = self._side(at)
        start, end = side.locate(here, here + len(old))
        changes = (Change(start, end, old, new, safe),) if new else ()
        return Hit(
            message,
            (),
            (Evidence(start, end),),
            key=f"{kind}\x1f{side.text[max(0, here - _NEAR) : here + _NEAR]}",
            severity=severity,
            pair=pair.id,
            changes=changes,
            kind=kind,
            together=together,
        )

    def whole(self, message: str, key: str) -> Hit:
        """A hit on the document as a whole, shown at the first text."""
        _, side = self._sides[0]
        return Hit(message, (), (Evidence(*side.span),), key=key, pair=None)


def texts(context: DocumentContext) -> Texts:
    """The document's text for these rules, worked out once."""
    return context.once("script: texts", Texts)
