"""Text in the other Chinese script: a whole document, and single characters. Knows no word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligncheck.checks._rule import DocumentContext, Example, Hit, document_rule
from aligncheck.checks.script.faults import Fault, around, told
from aligncheck.checks.script.texts import Texts, texts
from aligncheck.checks.script.words import words
from aligncheck.lang.zh.script_characters import local_form, simplified_of, telling, traditional_of
from aligncheck.lang.zh.script_forms import CONFUSED
from aligncheck.lang.zh.script_words import folded
from aligncheck.model.report import Severity

_NAMES = {"Hans": "Simplified", "Hant": "Traditional"}
_OTHER = {"Hans": "Hant", "Hant": "Hans"}


@document_rule(
    "SCR001",
    "other-script",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example("The harbour opens again.", "這個港口從今年開始重新開放，遊客隨時可以進来參觀。", "来 is Simplified"),
        Example(
            "We close the workshop.", "我们决定关闭这个车间，从现在开始所有员工搬到新廠工作。", "廠 is Traditional"
        ),
    ],
    good=[
        Example("The harbour opens again.", "這個港口從今年開始重新開放，遊客隨時可以進來參觀。"),
        Example(
            "Languages: Chinese", "請選擇語言：繁體中文、简体中文、English，然後儲存設定。", "a language's own name"
        ),
        Example("He wrote the sign himself.", "他親自寫了「开门」這個標語，貼在車間門邊。", "quoted as it was written"),
        Example("The group keeps its bed.", "羣島上的溫泉裏沒有床，衆人為此爭論。", "variants"),
    ],
)
def other_script(context: DocumentContext) -> Iterator[Hit]:
    """A character of the other Chinese script: Simplified in a Traditional text, Traditional in a Simplified one.

    Why: it was forgotten in converting or typed with the wrong keyboard; readers of the one script see a misspelling.
    Each character is told once for a document, and a text that is full of them in one finding.

    Silent: on variants that Taiwan or Hong Kong writes as well (裏, 群, 床), on the names of languages and scripts, on
    quotations, brackets, titles and links that are wholly in the other script, beside Japanese, in code and
    addresses, on a character that stands alone, and where both scripts are mixed, as in a text about them.
    """
    seen = texts(context)
    if seen.script not in _OTHER or seen.misplaced:
        return
    foreign = telling()[seen.script == "Hans"] & seen.present
    if not foreign:
        return
    faults = []
    for match in re.finditer(f"[{''.join(sorted(foreign))}]", seen.text):
        at = match.start()
        if seen.is_judged(at):
            faults.append(_fault(seen, at))
    other, own = _NAMES[_OTHER[seen.script]], _NAMES[seen.script]

    def one(fault: Fault) -> str:
        right = f"; “{fault.right}” is right" if fault.right else ""
        return f"“{fault.wrong}” in “{fault.shown}” is {other} in {own} text{right}."

    yield from told(seen, faults, f"{other} characters stand in {own} text", f"{other} in {own}", one)


def _fault(seen: Texts, at: int) -> Fault:
    """The fault at a place; of several characters that may be right, a word decides."""
    char, shown = seen.text[at], around(seen.text, at)
    if seen.script == "Hans":
        return Fault(at, char, simplified_of(char), shown)
    forms = traditional_of(char, seen.standard)
    if not any((form, forms[0]) in CONFUSED for form in forms):
        return Fault(at, char, forms[0], shown)
    begin = max(0, at - 5)
    right = words().preferred(folded(seen.text[begin : at + 5]), at - begin)
    return Fault(at, char, local_form(right, seen.standard) if right and right != char else None, shown)


@document_rule(
    "SCR004",
    "script-not-asked-for",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example("The gate is open.", "大门开着，请进来坐坐，我们马上开始。", "Simplified", target_script="Hant-TW"),
    ],
    good=[
        Example("The gate is open.", "大门开着，请进来坐坐，我们马上开始。", "nothing says which script is asked for")
    ],
)
def script_not_asked_for(context: DocumentContext) -> Iterator[Hit]:
    """The whole text is in the other script than the setting ``target-script``, or the document's path, asks for.

    Why: the wrong file was delivered, or a file was copied and never converted. ``docs/zh-TW/guide.md`` in Simplified
    characters is of no use to the readers it is meant for. Single characters are then not told (SCR001, SCR002).

    Silent: where neither setting nor path names a script, where both scripts are mixed, and where too little text
    tells.
    """
    seen = texts(context)
    if not seen.misplaced or seen.script is None:
        return
    ground = "the setting target-script" if seen.set else "the path"
    message = f"The text is {_NAMES[seen.script]} Chinese; {ground} asks for {seen.asked}."
    yield seen.whole(message, f"{seen.script} for {seen.asked}")
