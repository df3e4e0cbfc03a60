"""Signs and words that stand twice (PUN007). Knows places; which words are never doubled is known to the languages."""

from __future__ import annotations

from collections.abc import Iterator

from aligncheck.checks._rule import DocumentContext, Example, Hit, document_rule
from aligncheck.checks.punctuation.sheet import Sheet, chinese, sheet_of
from aligncheck.lang.en.punctuation import DOUBLED_WORDS
from aligncheck.lang.zh.doubled import DOUBLED
from aligncheck.lang.zh.punctuation import DOUBLED_SIGNS, FULL
from aligncheck.model.report import Severity


@document_rule(
    "PUN007",
    "doubled-sign-or-word",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example("The keeper's lamp went out.", "守塔人的的灯熄了。"),
        Example("At dawn, the ferry leaves.", "黎明时分，，渡轮出发。"),
        Example("The ferry leaves at dawn.", "渡轮黎明出发，。"),
    ],
    good=[
        Example("The purpose of the trip is clear.", "此行目的的确很明确。"),
        Example("It is indeed so.", "的的确确如此。"),
        Example("Everyone looked, day after day.", "人人天天看看，慢慢地走。"),
        Example("Really?!", "真的吗？！"),
    ],
)
def doubled(document: DocumentContext) -> Iterator[Hit]:
    """A punctuation mark stands twice, or a word of grammar: ，， 的的 是是 因为因为; *the the* in English.

    Why: it is what editing leaves behind, and every reader sees it.

    One finding for signs, one for words. The fix is safe for two equal signs; of two different ones (，。) either may
    be meant, and where a word stands twice another may be missing.

    Silent: for words that Chinese doubles (看看, 人人, 慢慢, 是是非非) and where two words meet (目的的, 存在在,
    总和和); for ？！, ！！ and rows of dots; for ：： where the source has ::; for *had had* and *that that*.
    """
    sheet = chinese(document)
    if sheet is None:
        yield from _english(sheet_of(document))
        return
    for match in DOUBLED_SIGNS.finditer(sheet.text):
        said = match.group()
        if said in ("：：", "::") and "::" in sheet.source(match.start()):
            continue
        same = said[0] == said[-1]
        new = said[0].translate(FULL) if same else max(said[0], said[-1], key="、，；：。！？".find)
        yield sheet.hit(
            *match.span(),
            "doubled signs",
            f"‘{said}’ is one sign too many.",
            "Two punctuation marks where one belongs, {n} places.",
            [sheet.change(*match.span(), new, safe=same)],
        )
    for twice, (before, after) in DOUBLED.items():
        at = sheet.text.find(twice)
        while at >= 0:
            end = at + len(twice)
            if sheet.text[at - 1 : at] not in {*before} and sheet.text[end : end + 1] not in {*after}:
                yield _word(sheet, at, end, twice[: len(twice) // 2])
            at = sheet.text.find(twice, end)


def _english(sheet: Sheet) -> Iterator[Hit]:
    for match in DOUBLED_WORDS.finditer(sheet.text):
        first, second = match.group().split(" ")
        if first.lower() == second:
            yield _word(sheet, *match.span(), first)


def _word(sheet: Sheet, start: int, end: int, word: str) -> Hit:
    return sheet.hit(
        start,
        end,
        "doubled words",
        f"‘{word}’ stands twice.",
        "A word stands twice in succession, {n} places.",
        [sheet.change(start, end, word, safe=False)],
    )
