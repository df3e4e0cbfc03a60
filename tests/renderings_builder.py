"""Renderings made of lines, their comparison in short, and a page that holds two translations of one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligncheck.drift.renderings import Group, Rendering, between_files
from aligncheck.drift.scoring import compare
from aligncheck.formats import read
from aligncheck.model.renderings import Renderings
from aligncheck.model.text import Side
from aligncheck.segment import segment

ENGLISH = (
    "The bakery opens before the first tram.",
    "Its oven was built in 1911 by two brothers.",
    "They baked 300 loaves a day and sold every one of them.",
    "A flood filled the cellar on May 4, 1953.",
    "The neighbours carried the flour upstairs in hats and prams.",
    "Nobody has found a better recipe since.",
    "On Sundays the queue reaches the old post office.",
    "The youngest baker sleeps above the shop with her cat.",
    "She says that bread listens when you sing to it.",
    "The oven has gone out only once in a hundred years.",
)
CHINESE = (
    "面包店在头班电车之前开门。",
    "它的烤炉是两兄弟在 1911 年砌的。",
    "他们每天烤 300 个面包，全都卖得精光。",
    "1953 年 5 月 4 日，一场洪水灌满了地窖。",
    "邻居们用帽子和婴儿车把面粉搬上了楼。",
    "从那以后，没有人找到过更好的配方。",
    "星期天，队伍一直排到老邮局。",
    "最年轻的面包师和她的猫睡在店铺楼上。",
    "她说，你对面包唱歌时，面包会听。",
    "一百年来，烤炉只熄灭过一次。",
)
REVISED = (
    *CHINESE[:2],
    "他们每天烤 200 个面包，全都卖得精光。",
    CHINESE[3],
    "左邻右舍把面粉装进帽子和婴儿车，一趟趟送到楼上。",
    CHINESE[5],
    "星期天,队伍一直排到老邮局.",
    *CHINESE[8:],
)
"""The same with another number, another wording, other punctuation, and without the eighth sentence."""


def page(full: Sequence[str] = CHINESE, beside: Sequence[str] = REVISED) -> str:
    """A page of three parts: a full translation, an interleaved one, the whole original."""
    beside = [*beside[:7], *[""] * (len(ENGLISH) - len(beside)), *beside[7:]]
    paragraphs = [slice(at, at + 2) for at in range(0, len(ENGLISH), 2)]
    whole = "\n\n".join("".join(full[p]) for p in paragraphs)
    mixed = "\n\n".join(f"{' '.join(ENGLISH[p])}\n\n{''.join(beside[p])}" for p in paragraphs)
    return f"面包史\n\n{whole}\n\n{mixed}\n\n{' '.join(ENGLISH)}\n"


def rendering(lines: Sequence[str], path: str = "a.txt", lang: str = "zh") -> Rendering:
    """A text of a paragraph a line; there must be one."""
    document = read("\n\n".join(lines).encode("utf-8", "surrogatepass"), path)
    return Rendering(document, segment(document, lang))


def compared(a: Sequence[str], b: Sequence[str], lang: str = "zh") -> Renderings:
    """The comparison of two texts without their source."""
    return compare(between_files(rendering(a, "a.txt", lang), rendering(b, "b.txt", lang)), lang, ("a.txt", "b.txt"))


def kinds(found: Renderings) -> list[str]:
    """How each entry differs, in order."""
    return [entry.difference for entry in found.entries]


def sentences(sides: Sequence[Side | None]) -> Iterator[tuple[int, int]]:
    """Every sentence of some sides by block and place."""
    return ((s.block.index, s.start) for side in sides if side for s in side.segments)


def tiles(groups: Sequence[Group], a: Rendering, b: Rendering) -> bool:
    """Whether every sentence of either rendering is in exactly one group, in order."""
    mine = list(sentences([g.a for g in groups])), list(sentences([g.b for g in groups]))
    return mine == tuple([(s.block.index, s.start) for s in text.segments] for text in (a, b))
