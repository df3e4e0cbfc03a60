"""Chinese characters and words for matching: script folding, function words, numerals. Knows no English."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

FUNCTION: frozenset[str] = frozenset(
    """的 了 着 过 地 得 之 而 且 并 与 和 及 或 也 又 就 才 都 还 更 最 很 是 在 于 以 为 被 把 将 对 向 从 到
    给 让 使 这 那 其 此 该 各 每 个 们 些 所 者 吗 呢 吧 啊 呀 么 嘛 啦 哦 着呢 如果 因为 所以 但是 但 可是
    不过 虽然 而且 并且 然后 于是 就是 还是 已经 这个 那个 这些 那些 这样 那样 一个 一种 一些 则 却 便 即 等
    里 上 下 中 来 去 起来 出来 下来 上去 过来 之间 之后 以后 有 它 如 只 件 条 颗 根 副 口 这里 那里 的话
    应该 要是 即使 正如 虽 虽是 一声 一阵""".split()
)
"""Words that English often leaves without counterpart."""

DIGITS: dict[str, int] = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"〇": 0, "两": 2}
SCALES: dict[str, int] = {"十": 10, "百": 100, "千": 1000}
MYRIADS: dict[str, int] = {"万": 10**4, "亿": 10**8}


@cache
def simplified_table() -> dict[int, str]:
    """Traditional character → its (first) simplified one, for ``str.translate``: same length, context-free.

    Good enough to compare texts, not to convert them for a reader. The table is OpenCC's TSCharacters.
    """
    text = files("opencc").joinpath("dictionary").joinpath("TSCharacters.txt").read_text(encoding="utf-8")
    table: dict[int, str] = {}
    for line in text.splitlines():
        traditional, _, simplified = line.partition("\t")
        choice = simplified.split(" ")[0]
        if len(traditional) == len(choice) == 1 and traditional != choice:
            table[ord(traditional)] = choice
    return table


@cache
def _traditional() -> re.Pattern[str]:
    """Any character of the table, or any beyond the basic plane: these are rare, and slow to be told apart."""
    return re.compile(f"[{''.join(chr(code) for code in simplified_table() if code < 0x10000)}\U00010000-\U0010ffff]")


def fold(text: str) -> str:
    """Simplified form of Chinese text, character by character; offsets stay valid."""
    if _traditional().search(text) is None:  # many times as fast as a translation that changes nothing
        return text
    return text.translate(simplified_table())


LONGEST_NUMERAL = 30
"""Characters; far more than any number that is written out."""


def numeral(text: str) -> int | None:
    """Value of a Chinese numeral (二十五, 一千零八, 三万, 一九九七); None when it is none, or too long."""
    if len(text) > LONGEST_NUMERAL:
        return None
    if len(text) > 1 and all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    total = section = digit = 0
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in SCALES:
            section += (digit or 1) * SCALES[c]
            digit = 0
        elif c in MYRIADS:
            total = (total + section + digit) * MYRIADS[c]
            section = digit = 0
        else:
            return None
    return total + section + digit if text else None
