"""Scores what two renderings have in common: per sentence and over all, with sacreBLEU's chrF. Pairs nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from aligncheck import __version__
from aligncheck.drift.differing import difference
from aligncheck.drift.renderings import Group
from aligncheck.lang.zh.lexis import fold
from aligncheck.lang.zh.script import script_of
from aligncheck.model.renderings import (
    RENDERINGS_VERSION,
    Compared,
    Difference,
    RenderingInfo,
    Renderings,
    RenderingsSummary,
)
from aligncheck.model.report import PairSide, ToolInfo
from aligncheck.model.text import Lang, Side

if TYPE_CHECKING:
    from sacrebleu.metrics.chrf import CHRF


def compare(groups: Sequence[Group], lang: Lang, paths: tuple[str, str], source: str | None = None) -> Renderings:
    """The comparison of what was found to render the same source.

    Args:
        groups: of ``drift.renderings``, in document order.
        lang: the language of both renderings.
        paths: the files of A and B.
        source: the file of the source, where one is known.
    """
    from sacrebleu.metrics.chrf import CHRF

    scripts = [_script([g.a for g in groups], lang), _script([g.b for g in groups], lang)]
    plain = None not in scripts and scripts[0] != scripts[1]
    metric = CHRF()
    both = [(_scored(g.a, plain), _scored(g.b, plain)) for g in groups if g.a and g.b]
    entries = tuple(_entry(n, group, metric, plain) for n, group in enumerate(groups))
    whole, signature = None, ""
    if both:
        whole = round(metric.corpus_score([b for _, b in both], [[a for a, _ in both]]).score, 2)
        signature = str(metric.get_signature())
    return Renderings(
        RENDERINGS_VERSION,
        ToolInfo("aligncheck", __version__),
        lang,
        RenderingInfo(paths[0], scripts[0]),
        RenderingInfo(paths[1], scripts[1]),
        source,
        _summary(entries, whole, signature, plain),
        entries,
    )


def _entry(number: int, group: Group, metric: CHRF, plain: bool) -> Compared:
    source, a, b = (None if side is None else PairSide.of(side) for side in group)
    if group.a is None or group.b is None:
        return Compared(number, source, a, b, "only-b" if group.a is None else "only-a", None)
    kind, values = difference(group.a, group.b)
    score = metric.sentence_score(_scored(group.b, plain), [_scored(group.a, plain)]).score
    return Compared(number, source, a, b, kind, round(score, 2), values)


def _summary(entries: Sequence[Compared], chrf: float | None, signature: str, plain: bool) -> RenderingsSummary:
    counts: Counter[Difference] = Counter(e.difference for e in entries)
    compared = len(entries) - counts["only-a"] - counts["only-b"]
    share = (counts["equal"] + counts["form"]) / compared if compared else 0.0
    named = {kind: counts[kind] for kind in get_args(Difference)}
    return RenderingsSummary(chrf, signature, plain, compared, round(share, 4), named)


def _script(sides: Sequence[Side | None], lang: Lang) -> str | None:
    return script_of("".join(side.text for side in sides if side is not None)) if lang == "zh" else None


def _scored(side: Side, plain: bool) -> str:
    """What is scored: the text as it is, or in simplified characters."""
    return fold(side.text) if plain else side.text
