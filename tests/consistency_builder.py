"""Documents that share sentences, rendered alike or not, checked together as a run does it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aligncheck.config import Config
from aligncheck.engine import Examined, Part, across, examine_file
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding, Report

LEXICON = Lexicon.load()
Row = tuple[str, str]
"""An English sentence and its Chinese rendering."""

WARNING = "The pump must be switched off before the filter is taken out of its housing."
USUAL = "从壳体中取出滤芯之前，必须关闭水泵。"
OTHER = "把过滤器拿出外壳以前，务必停止泵浦的运转。"
VALVE = ("Open the drain valve slowly and let the water run into a bucket.", "慢慢打开排水阀，让水流入桶中。")
FILLER: tuple[Row, ...] = (
    ("The handle is made of brass.", "手柄由黄铜制成。"),
    ("A small bell hangs above the door of the workshop.", "车间门上挂着一个小铃铛。"),
    ("Oil the hinges every spring.", "每年春天给铰链上油。"),
    ("The manual lies in the upper drawer.", "说明书放在上面的抽屉里。"),
    ("Children must not play near the tank.", "儿童不得在水箱附近玩耍。"),
    ("Its lamp turns green when the tank is full.", "水箱装满后，指示灯变为绿色。"),
)


ANEW = (
    "请缓缓拧开泄水阀门，使水淌进水桶里。",
    "这把手是黄铜做的。",
    "一只小钟挂于作坊大门上头。",
    "每逢春季都要给合页加油。",
    "上层抽屉内有使用手册。",
    "严禁孩子靠近蓄水罐嬉戏。",
    "蓄水罐灌满时，它的灯会转绿。",
)
"""``VALVE`` and ``FILLER`` once more, by somebody else."""


def examined(path: str, rows: Sequence[Row], config: Config) -> Examined:
    """A table of pairs, checked by itself."""
    table = "en\tzh\n" + "".join(f"{en}\t{zh}\n" for en, zh in rows)
    return examine_file(read(table.encode(), path), config, LEXICON)


def part(path: str, rows: Sequence[Row], config: Config | None = None, edition: str = "hans") -> Part:
    settings = config or Config()
    return Part(*examined(path, rows, settings), settings, path, edition)


def together(parts: Sequence[Part], *, whole: bool = True) -> list[Report]:
    """The reports of a run, in order."""
    return list(across(parts, LEXICON, whole=whole).values())


def consistency(findings: Iterable[Finding], code: str = "CON") -> list[Finding]:
    return [finding for finding in findings if finding.code.startswith(code)]


def found(*rows: Row, config: Config | None = None) -> list[Finding]:
    """What is inconsistent in one table."""
    return consistency(together([part("a.tsv", rows, config)])[0].findings)


def by_path(reports: Iterable[Report]) -> dict[str, list[Finding]]:
    """What is inconsistent, by document; documents without are left out."""
    both = ((report.document.path, consistency(report.findings)) for report in reports)
    return {path: findings for path, findings in both if findings}
