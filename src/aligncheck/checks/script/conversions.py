"""Characters that a conversion between the scripts got wrong. Knows words by the dictionary only."""

from __future__ import annotations

from collections.abc import Iterator

from aligncheck.checks._rule import DocumentContext, Example, Hit, document_rule
from aligncheck.checks.script.faults import Fault, around, told
from aligncheck.checks.script.texts import Texts, texts
from aligncheck.checks.script.words import words
from aligncheck.lang.zh.script_characters import local_form, telling
from aligncheck.lang.zh.script_judge import may_be_wrong, wrong_in_simplified, wrong_in_traditional
from aligncheck.model.report import Severity


@document_rule(
    "SCR002",
    "wrong-conversion",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example("Then we left the village.", "我們離開了村莊，然后沿著河邊慢慢走回學校。", "然後"),
        Example("The system is complicated.", "這個係統很復雜，沒有人願意負責維護。", "系統, 複雜"),
        Example("The queen smiled.", "皇後微笑著，沒有說話，轉身離開了宮殿。", "皇后"),
        Example("He looked at the chart.", "他看著图表，发现这个数据对于我们没有意义。", "看着"),
    ],
    good=[
        Example("Then we left the village.", "我們離開了村莊，然後沿著河邊慢慢走回學校。"),
        Example("The queen smiled.", "皇后在花園裡微笑著，後來國王也來了。", "皇后, 後來"),
        Example("It is published.", "這個版本發布後，我們了解到分布的情況並盡量改進。", "accepted variants"),
        Example("The mile stone", "三公里外的里程碑上寫著村里長的名字，請留意。", "里 as a measure and in names"),
        Example("Heaven and earth", "他瞭望乾坤，著名的著作里写着这句话，让我们记住。", "right in Simplified"),
    ],
)
def wrong_conversion(context: DocumentContext) -> Iterator[Hit]:
    """A character that this script has too, but not in this word: 然后 and 皇後 in Traditional, 看著 in Simplified.

    Why: several Traditional characters share one Simplified form, and programs that convert character by character
    take the wrong one. No spell checker finds it, and readers see at once that a machine did it. Each wrong form is
    told once for a document, and a text that was converted without care in one finding.

    Silent: where no word of two characters or more, no telling context and no habit of the whole text shows what is
    right; where words that overlap disagree; where good writers of Taiwan or Hong Kong use either (台/臺, 發布/發佈,
    了解/瞭解); in names, code, quotations in the other script; and where both scripts are mixed.
    """
    seen = texts(context)
    if seen.script == "Hans" and not seen.misplaced:
        elsewhere = telling()[1]  # of these SCR001 speaks: no Simplified text has them in any word
        found = [verdict for verdict in wrong_in_simplified(seen.text) if seen.text[verdict.at] not in elsewhere]
    elif seen.script == "Hant" and not seen.misplaced and may_be_wrong(seen.present):
        found = wrong_in_traditional(seen.text, words())
    else:
        return
    faults = [
        Fault(at, seen.text[at], _as_written(seen, right), word or around(seen.text, at))
        for at, right, word in found
        if seen.is_judged(at) and not seen.is_foreign(at)
    ]

    def one(fault: Fault) -> str:
        return f"“{fault.wrong}” stands where “{fault.right}” is right: {fault.shown}."

    yield from told(seen, faults, "The text was converted without care", "conversion", one)


def _as_written(seen: Texts, char: str) -> str:
    return local_form(char, seen.standard) if seen.script == "Hant" else char
