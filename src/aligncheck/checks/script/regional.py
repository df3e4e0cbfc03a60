"""Words that another Chinese-speaking region uses. Knows no character by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from aligncheck.checks._rule import DocumentContext, Example, Hit, document_rule
from aligncheck.checks.script.texts import texts
from aligncheck.lang.zh.script_regions import names_elsewhere, words_elsewhere
from aligncheck.model.report import Severity

_READERS = {"Hant-TW": "Taiwan", "Hant-HK": "Hong Kong", "Hans": "Mainland China"}


@document_rule(
    "SCR003",
    "word-of-another-region",
    Severity.INFO,
    since="0.1.0",
    bad=[
        Example(
            "Install the software.", "請先安裝這個軟件，再重新啟動電腦。", "軟體 in Taiwan", target_script="Hant-TW"
        ),
        Example(
            "Print the page.", "请先在这里列印这一页，然后关闭电脑。", "打印 in the Mainland", target_script="Hans"
        ),
    ],
    good=[Example("Install the software.", "請先安裝這個軟件，再重新啟動電腦。", "nothing says which region is meant")],
)
def word_of_another_region(context: DocumentContext) -> Iterator[Hit]:
    """A thing that the readers asked for call by another word: 軟件 for Taiwan, 軟體 for Hong Kong or the Mainland.

    Why: conversion between the scripts leaves words as they are. They are understood, but show that the text was
    made for others. All of a document are one finding; the change is never a safe one.

    Silent: unless the setting ``target-script`` is Hant-TW, Hant-HK or Hans, or the document's path says so
    (``zh-TW/``, ``_zh_CN``); on words with another meaning there (程序, 文件), and on those that both regions use.
    """
    seen = texts(context)
    if seen.asked not in _READERS or seen.asked[:4] != seen.script:
        return
    names = names_elsewhere(seen.asked)
    found = [m for m in words_elsewhere(seen.asked, seen.text) if seen.is_judged(m.start())]
    many = Counter(m.group() for m in found)
    listed = ", ".join(f"{word} ({names[word]}){f' ×{n}' if n > 1 else ''}" for word, n in many.most_common())
    readers = _READERS[seen.asked]
    for match in found:
        word = match.group()
        yield seen.hit(
            match.start(),
            word,
            names[word],
            f"“{word}” is called “{names[word]}” in {readers}.",
            f"{{n}} words are called otherwise in {readers}: {listed}.",
            f"words for {seen.asked}",
            safe=False,
        )
