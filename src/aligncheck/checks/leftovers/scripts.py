"""Text of a third language in a target. Knows scripts, and nothing of what is said in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligncheck.checks._prose import VERBATIM, blank, without
from aligncheck.checks._rule import DocumentContext, Example, Hit, document_rule
from aligncheck.checks.leftovers.targets import Target, around, targets
from aligncheck.model.report import Severity
from aligncheck.model.text import MarkKind

_SCRIPTS: tuple[tuple[str, str, int, str], ...] = (
    ("Japanese", "ぁ-ゖァ-ヺーｦ-ﾝ", 2, r"Japan|日本|日语|日語|日文|东京|東京"),
    ("Korean", "가-힣", 2, r"Korea|韩|韓|朝鲜|朝鮮|首尔|首爾"),
    (
        "Cyrillic",
        "\u0400-\u052f",
        3,
        r"Russia|Ukrain|Bulgar|Serb|Soviet|Belarus|Kazakh|Mongol|俄|乌克兰|烏克蘭|苏联|蘇聯",
    ),
    ("Arabic", "\u0620-\u064a\u066e-\u06d3", 3, r"Arab|Persia|Iran|Urdu|Islam|Muslim|Quran|阿拉伯|波斯|伊朗|乌尔都"),
    ("Hebrew", "\u05d0-\u05ea", 3, r"Hebrew|Jew|Israel|Yiddish|希伯来|希伯來|犹太|猶太|以色列"),
    ("Thai", "\u0e01-\u0e4e", 3, r"Thai|泰"),
    ("Devanagari", "\u0904-\u0963", 3, r"Hindi|India|Nepal|Sanskrit|Marathi|印度|梵|印地|尼泊尔"),
    ("Bengali", "\u0985-\u09cd", 3, r"Bengal|Bangla|孟加拉"),
    ("Tamil", "\u0b83-\u0bcd", 3, r"Tamil|泰米尔"),
    ("Greek", "\u0386-\u03ce\u1f00-\u1fff", 4, r"Greek|Greece|希腊|希臘"),
    ("Georgian", "\u10a0-\u10ff", 3, r"Georgia|格鲁吉亚"),
    ("Armenian", "\u0531-\u0587", 3, r"Armenia|亚美尼亚"),
)
"""Name, letters, how many in a row are a word rather than a sign, and what a text that speaks of the language says."""

_WORDS = tuple(
    (name, re.compile(rf"[{cls}]+(?:[ 、，・]?[{cls}]+)*"), least, re.compile(talk))
    for name, cls, least, talk in _SCRIPTS
)
_ANY = re.compile("[" + "".join(cls for _, cls, _, _ in _SCRIPTS) + "]")
_SELF_NAMES = frozenset(
    """にほんご ほんご 한국어 조선말 русский українська български српски беларуская қазақ монгол
    тоҷикӣ العربية فارسی اردو עברית ไทย ภาษาไทย हिन्दी हिंदी नेपाली मराठी বাংলা தமிழ் ελληνικά ქართული հայերեն""".split()
)
"""Languages by the name their speakers give them, which menus of languages show."""

_APART = re.compile(r"[（(\[【〔“\"「『《〈‘][^“”\"「」『』《》〈〉（）()\[\]【】〔〕]*[）)\]】〕”\"」』》〉’]")
"""Bracketed and quoted text: a gloss, a title, a word that is spoken of, an emoticon."""

_SET_APART: frozenset[MarkKind] = VERBATIM | {"emphasis", "link"}
"""Marks over what may be foreign on purpose."""


@document_rule(
    "MTX009",
    "third-language",
    Severity.WARNING,
    since="0.1.0",
    explains=("OMI004",),
    bad=[
        Example("The ferry leaves at dawn.", "渡轮は夜明けに出发。", "Japanese"),
        Example("The ferry leaves at dawn.", "渡轮 출발합니다 黎明。", "Korean"),
        Example("The ferry leaves at dawn.", "渡轮отправляется黎明出发。", "Russian"),
    ],
    good=[
        Example("The beta of the α-particle", "α粒子的β值", "letters of maths"),
        Example("Read this page in Korean.", "本页语言：中文、한국어。", "a language's own name"),
        Example("She smiled.", "她笑了(ﾟдﾟ)。", "an emoticon"),
        Example("The tea is called matcha.", "这种茶叫抹茶（まっちゃ）。", "a gloss"),
    ],
)
def third_language(document: DocumentContext) -> Iterator[Hit]:
    """The target holds words in a script that is neither Chinese nor Latin, and the source has none.

    Why: multilingual models slip into another language in mid-sentence, mostly Japanese, Korean or Russian.

    Silent: where the source has the script too, or speaks of its language or people; in quotation marks, brackets and
    italics; for languages named in a list or by their own name; for single letters, as in maths and in の.
    """
    for target in targets(document):
        text = target.text
        if text.isascii() or not _ANY.search(text):
            continue
        found = _foreign(target, document)
        if found:
            name, match = found
            yield Hit(
                f"“{match.group()}” is {name}; the source has none.",
                target.source_evidence(),
                (target.evidence(*match.span()),),
                0.85,
                key=target.key(match.group()),
                pair=target.pair.id,
            )


def _foreign(target: Target, document: DocumentContext) -> tuple[str, re.Match[str]] | None:
    text = blank(_APART, without(target.side, _SET_APART))
    found = []
    for name, pattern, least, talk in _WORDS:
        words = [
            m for m in pattern.finditer(text) if _letters(m.group()) >= least and m.group().lower() not in _SELF_NAMES
        ]
        if words:
            found.append((name, words[0], pattern, talk))
    if len(found) != 1:
        return None
    name, word, pattern, talk = found[0]
    source = around(target, document)
    return None if pattern.search(source) or talk.search(source) else (name, word)


def _letters(word: str) -> int:
    return sum(c.isalpha() and c != "ー" for c in word)
