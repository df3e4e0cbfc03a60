"""Rules on sentences that the documents of a run have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from aligncheck.checks._rule import Evidence, Example, Hit
from aligncheck.checks._run import RunContext, run_rule
from aligncheck.checks._wording import shortened
from aligncheck.checks.consistency.groups import Member, differing, place, sides, translated_apart
from aligncheck.checks.consistency.keys import said_by, sentences
from aligncheck.checks.consistency.shape import Shape
from aligncheck.checks.consistency.wording import chrf, weight
from aligncheck.checks.consistency.wording import differing as differing_characters
from aligncheck.lang.form import folded
from aligncheck.model.report import Severity
from aligncheck.model.text import Lang

CLEAR = 3
"""Times a rendering stands, at least, before it is the usual one and another an exception."""
SHARE = 2 / 3
"""Of all its places, which the usual one has at least."""


@dataclass(frozen=True, slots=True)
class _Usual:
    """The rendering that most places have, the first of several: where it stands, how often, and of how many."""

    member: Member
    text: str
    times: int
    all: int

    @property
    def clear(self) -> bool:
        return self.times >= CLEAR and self.times >= SHARE * self.all


@run_rule(
    "CON001",
    "same-source-rendered-differently",
    Severity.INFO,
    gather=sentences,
    since="0.1.0",
    bad=[
        Example(
            "The pump must be switched off before the filter is taken out of its housing.\n\nClean it.\n\n"
            "The pump must be switched off before the filter is taken out of its housing.",
            "从壳体中取出滤芯之前，必须关闭水泵。\n\n清洗滤芯。\n\n把过滤器拿出外壳以前，泵浦务必要停机。",
            "a warning that stands twice",
        ),
        Example(
            "# Safety notes\n\nRead them.\n\n# Pump\n\nSwitch it off.\n\n# Safety notes\n\nRead them again.",
            "# 安全须知\n\n请阅读。\n\n# 水泵\n\n请关闭。\n\n# 安全注意事项\n\n请再次阅读。",
            "two headings",
        ),
    ],
    good=[
        Example(
            "The pump must be switched off first.\n\nWait.\n\nThe pump must be switched off first.",
            "必须先关闭水泵。\n\n请等待。\n\n必须先关闭水泵！",
            "punctuation only",
        ),
        Example(
            "“No,” she said.\n\nHe laughed.\n\n“No,” she said.", "“不。”她说。\n\n他笑了。\n\n“不行。”她说。", "speech"
        ),
        Example(
            "Horizontal scaling\n\nIt is cheap.\n\nHorizontal scaling",
            "水平扩展（Horizontal scaling）\n\n它很便宜。\n\n水平扩展",
            "the original in brackets at the first mention",
        ),
    ],
)
def same_source(context: RunContext) -> Iterator[Hit]:
    """The same sentence, heading or label is rendered in several ways.

    Why: readers take two names for two things, and a step that stands in two chapters should read alike in both.
    Translation memories pay for themselves by this.

    All documents of a run are held against each other. Sentences count as the same without regard to case, white
    space, punctuation, width and markup. Reported is the rarer rendering, once for each document, with the usual one,
    its first place and how often it stands; of two that are equally frequent, the later one by path and place. How far
    apart they are is said as chrF (100 is equal). A warning where one rendering is clearly the usual one, or where the
    sentence is so long that chance did not word it twice; else a hint. Two documents that render most of what they
    share otherwise were translated apart: one hint for the document says so.

    Silent: about single words that are no headings, short sentences and exclamations, which depend on what stands
    round them; where only a particle, punctuation, script or width differs, or the original was added in brackets;
    about pairs that are not sure, or of which another rule says already what is wrong; between translations into
    Simplified and into Traditional Chinese, or for different regions.
    """
    groups = differing(context)
    separate = translated_apart(context, groups)
    for group in groups:
        yield from _told(context, group, separate)
    yield from _told_once(context, groups, separate)


def _told(context: RunContext, group: Sequence[Member], separate: Mapping[tuple[int, int], object]) -> Iterator[Hit]:
    """A finding for each document that has another than the usual rendering."""
    source = sides(context, group[0])[0].text
    shape = Shape.of(source, context.documents[group[0].document].languages[0], _is_heading(context, group[0]))
    if not shape.telling:
        return
    counts = Counter(member.other for member in group)
    first = max(group, key=lambda member: counts[member.other])
    usual = _Usual(first, sides(context, first)[1].text, counts[first.other], len(group))
    rarer: dict[int, list[Member]] = defaultdict(list)
    for member in group:
        if member.other != first.other and member.other not in {m.other for m in rarer[member.document]}:
            rarer[member.document].append(member)
    for number, members in rarer.items():
        if (number, first.document) not in separate and (first.document, number) not in separate:
            yield from _rarer(context, shape, usual, members)


def _rarer(context: RunContext, shape: Shape, usual: _Usual, members: Sequence[Member]) -> Iterator[Hit]:
    """The finding on the rarer renderings of one document; none where they differ in nothing that counts."""
    language = context.documents[members[0].document].languages[1]
    counted = [(member, sides(context, member)[1].text) for member in members]
    weighed = [(m, text, _weight(context, text, usual.text, language)) for m, text in counted]
    told = [one for one in weighed if one[2] >= 0]
    if not told:
        return
    member, text, apart = told[0]
    source = sides(context, member)[0].text
    score = context.figure(f"chrf {_digest(text, usual.text)}", lambda: round(chrf(text, usual.text), 1))
    others = f", and {len(told) - 1} more here" if len(told) > 1 else ""
    message = (
        f"“{shortened(source)}” is rendered “{shortened(text)}” here{others}, but {_times(usual.times)} "
        f"“{shortened(usual.text)}” ({'first at' if usual.times > 1 else 'at'} {place(context, usual.member)}; "
        f"chrF {score:.0f})."
    )
    severity, confidence = _grade(shape, usual, apart)
    yield Hit(
        message,
        (Evidence(0, len(source)),),
        tuple(differing_characters(text, usual.text)) or (Evidence(0, len(text)),),
        confidence,
        members=tuple(sorted(f"{said_by(source)}\x1f{folded(one)}" for _, one, _ in told)),
        severity=severity,
        pair=member.pair,
        document=member.document,
    )


def _weight(context: RunContext, text: str, usual: str, lang: Lang) -> float:
    return context.figure(f"weight {lang} {_digest(text, usual)}", lambda: float(weight(text, usual, lang)))


def _grade(shape: Shape, usual: _Usual, apart: float) -> tuple[Severity, float]:
    """How much a rarer rendering matters, and how sure it is that a reviser would have one of them."""
    if apart < 2:
        return Severity.INFO, 0.5
    if usual.clear:
        return (Severity.WARNING, 0.9) if shape.long else (Severity.INFO, 0.75)
    return (Severity.WARNING, 0.8) if shape.very_long else (Severity.INFO, 0.6)


def _told_once(
    context: RunContext, groups: Sequence[Sequence[Member]], separate: Mapping[tuple[int, int], tuple[int, int]]
) -> Iterator[Hit]:
    """One hint for each document that was translated apart from another."""
    firsts: dict[int, tuple[int, tuple[int, int]]] = {}
    for (a, b), counts in separate.items():
        if b not in firsts or context.documents[a].identity < context.documents[firsts[b][0]].identity:
            firsts[b] = a, counts
    for number, (other, (differ, shared)) in firsts.items():
        member, usual = _example(groups, number, other)
        there = context.documents[other]
        where = "stand in it twice" if other == number else f"it shares with {there.path}"
        (source, target), text = sides(context, member), sides(context, usual)[1].text
        yield Hit(
            f"Of {shared} source sentences that {where}, {differ} are rendered in two ways, as if translated apart: "
            f"“{shortened(source.text)}” is “{shortened(target.text)}” here and “{shortened(text)}” "
            f"at {place(context, usual)}.",
            (Evidence(0, len(source.text)),),
            (Evidence(0, len(target.text)),),
            0.7,
            key=f"apart\x1f{'' if other == number else there.identity}",
            pair=member.pair,
            document=number,
        )


def _example(groups: Sequence[Sequence[Member]], number: int, other: int) -> tuple[Member, Member]:
    """The first sentence of a document that another one, or the document itself, renders otherwise; and where."""
    return next(
        (member, usual)
        for group in groups
        for at, member in enumerate(group)
        for usual in (group[:at] if number == other else group)
        if member.document == number and usual.document == other and member.other != usual.other
    )


def _is_heading(context: RunContext, member: Member) -> bool:
    return member.pair in context.documents[member.document].headings


def _times(many: int) -> str:
    return "once" if many == 1 else f"{many} times"


def _digest(*texts: str) -> str:
    return blake2b("\x1f".join(texts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
