"""Chinese words inside English sentences. Knows words and their surroundings, no whole sentences."""

from __future__ import annotations

from collections.abc import Iterator

from aligncheck.checks._prose import blank, prose
from aligncheck.checks._rule import Evidence, Example, Hit, PairContext, pair_rule
from aligncheck.checks.untranslated.kept import is_code, without_quotations
from aligncheck.lang.en.mentions import MENTION
from aligncheck.lang.en.sentences import FUNCTION_WORDS, STARTERS
from aligncheck.lang.patterns import deferred
from aligncheck.lang.text import HAN, LATIN_WORD
from aligncheck.lang.zh.numbers import SCALED
from aligncheck.model.report import Severity

WORDS = 3
"""So many words make a text English rather than a list of names."""
_RUN = deferred(rf"{HAN.pattern}+(?:[、，\s]*{HAN.pattern}+)*")
_BRACKETED = deferred(r"[（(\[【〔“\"「『《‘'][^（()）\[\]【】〔〕“”\"「」『』《》‘’']*[）)\]】〕”\"」』》’']")
_WORD_BEFORE = deferred(r"\b([A-Z][\w'’-]*)[ ,]*$")


@pair_rule(
    "UNT004",
    "chinese-in-english",
    Severity.ERROR,
    since="0.1.0",
    bad=[
        Example("The 渡轮 leaves the island at dawn.", "渡轮黎明离岛。", "a noun"),
        Example("当然, nobody had told the keeper.", "当然，没有人告诉看守人。", "an adverb at the beginning"),
    ],
    good=[
        Example("The dish is called mapo tofu (麻婆豆腐).", "这道菜叫麻婆豆腐。", "a gloss in brackets"),
        Example("The character 海 stands for the sea.", "“海”字表示大海。", "spoken of"),
        Example(
            "A figure such as 250万 stands for 2.5 million.", "250万这样的数字表示二百五十万。", "a notation spoken of"
        ),
        Example("Wang Xiaoyu 王小雨 painted the harbour.", "王小雨画了这座港口。", "a name with its characters"),
    ],
)
def chinese_in_english(pair: PairContext) -> Iterator[Hit]:
    """A Chinese word stands untranslated in an English sentence.

    Why: a word the translator left for later breaks the sentence for readers who know no Chinese.

    An error where the English is the translation and the Chinese sentence has the same characters; otherwise a
    warning, also after a capitalised word, where it may be a name's own spelling.

    Silent: in brackets and quotation marks (a gloss, a title), in code and links to other sites, in sentences that
    speak of words and names; where the English is the source, also after a capitalised word and in figures (250万).
    """
    english, chinese = pair.english, pair.chinese
    if not HAN.search(english.text) or is_code(english.text):
        return
    translated = pair.target is english
    text = blank(_BRACKETED, without_quotations(prose(english, titles=False)))
    if not translated:
        text = blank(SCALED, text)
    if len(LATIN_WORD.findall(text)) < WORDS or MENTION.search(text):
        return
    for run in _RUN.finditer(text):
        before = _WORD_BEFORE.search(text[: run.start()])
        named = before is not None and before[1].lower() not in FUNCTION_WORDS | STARTERS
        if named and not translated:
            continue
        place = chinese.text.find(run.group())
        sure = translated and place >= 0 and not named
        yield pair.hit_by_language(
            f"“{run.group()}” was left in Chinese.",
            en=(Evidence(run.start(), run.end()),),
            zh=(Evidence(place, place + len(run.group())),) if place >= 0 else (),
            confidence=0.95 if sure else 0.8,
            key=run.group(),
            severity=Severity.ERROR if sure else Severity.WARNING,
        )
