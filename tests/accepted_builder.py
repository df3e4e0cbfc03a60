"""Documents that are accepted and then edited, for tests of drift."""

from __future__ import annotations

from functools import cache

from aligncheck.config import Config, Drift
from aligncheck.engine.drift import Drifting, beads_of, drift_of, pairing_of
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.drift import AcceptedBead
from aligncheck.model.text import Document

ENGLISH = """\
# The signal box

The signal box stands at the north end of the station. Two people work there in turns.

## Levers

There are 24 levers in the frame. Red levers belong to signals and black ones to points.

A lever that is locked must not be forced. Call the engineer instead.

## The bell

One beat on the bell means attention. Three beats ask whether the line is clear.

- Answer every beat at once.
- Write the time into the register.
"""

CHINESE = """\
# 信号楼

信号楼位于车站的北端。有两个人在那里轮班工作。

## 操纵杆

机架上有24根操纵杆。红色操纵杆控制信号，黑色操纵杆控制道岔。

被锁住的操纵杆不得强行扳动。请打电话给工程师。

## 铃

铃响一声表示注意。铃响三声是询问线路是否畅通。

- 每一声都要立即回应。
- 把时间写进登记簿。
"""


@cache
def lexicon() -> Lexicon:
    return Lexicon.load()


def document(text: str, path: str) -> Document:
    return read(text.encode("utf-8"), path)


def accepted(source: str, target: str | None, config: Config | None = None) -> tuple[AcceptedBead, ...]:
    """What is recorded of two texts, or of one that holds both languages."""
    config = config or Config()
    pairing = pairing_of(document(source, "a.en.md"), _second(target), config, lexicon())
    return beads_of(pairing.pairs, config, keep_text=config.drift.keep_text)


def drifted(
    before: tuple[str, str | None], after: tuple[str, str | None], *, keep_text: bool = False, source: str = "en"
) -> Drifting:
    """How what was accepted ``before`` has drifted; each is source and target, or one text that holds both."""
    config = Config(source=source, drift=Drift(keep_text=keep_text))
    return compared(accepted(*before, config), *after, config)


def compared(
    beads: tuple[AcceptedBead, ...], source: str, target: str | None, config: Config | None = None
) -> Drifting:
    """How two texts, or one that holds both languages, differ from what was accepted."""
    left = document(source, "a.en.md")
    return drift_of(beads, left, _second(target), config or Config(), lexicon(), "docs/a.zh.md")


def _second(text: str | None) -> Document | None:
    return None if text is None else document(text, "a.zh.md")
