"""Rules on what was accepted. They are given directives and entries already judged; they read no file themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aligncheck.checks._rule import Evidence, Example, Hit, acceptance_rule
from aligncheck.checks._wording import shortened
from aligncheck.model.report import Severity
from aligncheck.model.text import Span


@dataclass(frozen=True, slots=True)
class Written:
    """A directive of a document, and what there is to say about it.

    Attributes:
        span: in characters of the document; ``in_target`` says of which.
        text: what it says, ``ignore NUM001 -- reason``.
        problem: why it cannot be followed, as a clause; ``""`` where it can.
        unknown: words in the place of codes that no rule's code begins with, each with the nearest code or ``""``.
        unused: codes that cover no finding; ``("",)`` for a directive on every rule.
        needs_reason: whether it should say why and does not.
    """

    span: Span
    in_target: bool
    text: str
    problem: str = ""
    unknown: tuple[tuple[str, str], ...] = ()
    unused: tuple[str, ...] = ()
    needs_reason: bool = False


@acceptance_rule(
    "SUP001",
    "unused-suppression",
    Severity.WARNING,
    scope="suppressions",
    since="0.1.0",
    bad=[
        Example(
            "The lamp turns once every twelve seconds.",
            "<!-- aligncheck: ignore NUM001 -- 原文有误 -->\n塔灯每十二秒转动一圈。",
            "the numbers agree",
        ),
        Example(
            "The library holds 250 letters.",
            "<!-- aligncheck: ignore NUM01 -- 以译文为准 -->\n图书馆收藏着350封信件。",
            "no rule has this code",
        ),
        Example(
            "The library holds 250 letters.",
            "<!-- aligncheck: ingore NUM001 -- 以译文为准 -->\n图书馆收藏着350封信件。",
            "a slip of the pen",
        ),
        Example(
            "The lamp turns.\n\n<!-- aligncheck: enable NUM -->\n\nThe bell rings.",
            "塔灯转动。\n\n钟声响起。",
            "nothing was disabled",
        ),
    ],
    good=[
        Example(
            "The library holds 250 letters.",
            "<!-- aligncheck: ignore NUM001 -- 清点后更正 -->\n图书馆收藏着350封信件。",
            "it covers a finding",
        ),
        Example(
            "Write `<!-- aligncheck: ignore NUM001 -->` above the paragraph.",
            "在该段上方写 `<!-- aligncheck: ignore NUM001 -->`。",
            "code is no directive",
        ),
    ],
)
def unused_suppression(directives: Iterable[Written]) -> Iterator[Hit]:
    """A directive in a comment suppresses nothing, or says something that cannot be followed.

    Why: a suppression that has outlived its finding hides the next one; one with a wrong code never hid any, and
    its writer believes it does.

    Found are directives that cover no finding, or whose codes do so in part; a word that is no rule's code (the
    nearest right one is named); a verb other than ignore, ignore-file, disable and enable; an enable without a
    disable; and, where the setting ``require_reasons`` is on, a directive without a reason. One finding for each
    directive. It cannot be suppressed itself: take the directive out, or mend it.

    Silent: about codes whose rules are not all switched on in this run, since they were not looked for; about
    directives in code blocks and code spans, which show how it is done.
    """
    for one in directives:
        said = list(_said(one))
        if said:
            evidence = (Evidence(one.span.start, one.span.end),)
            source, target = ((), evidence) if one.in_target else (evidence, ())
            key = f"{'target' if one.in_target else 'source'} {one.text}"
            yield Hit(" ".join(said), source, target, confidence=1.0, key=key)


def _said(one: Written) -> Iterator[str]:
    """Sentences about a directive."""
    if one.problem:
        yield f"This directive cannot be followed: {one.problem}."
        return
    for word, nearest in one.unknown:
        yield f"“{shortened(word)}” is no rule's code" + (f"; the nearest is {nearest}." if nearest else ".")
    if "" in one.unused:
        yield "This directive covers no finding."
    elif one.unused:
        yield f"This directive covers no finding of {', '.join(one.unused)}."
    if one.needs_reason:
        yield "This directive gives no reason; write one after “ -- ”."


@acceptance_rule(
    "SUP002",
    "stale-baseline-entry",
    Severity.WARNING,
    scope="baseline",
    since="0.1.0",
    bad=[
        Example(
            "The library holds 250 letters.",
            "图书馆收藏着250封信件。",
            "the baseline still lists the 350 that stood here: the entry is stale",
        )
    ],
    good=[
        Example(
            "The library holds 250 letters.",
            "图书馆收藏着350封信件。",
            "the baseline lists this, and it is still found",
        )
    ],
)
def stale_baseline_entry(_: object) -> tuple[Hit, ...]:
    """The baseline lists a finding that is no longer there.

    Why: someone mended the fault. As long as the entry stays, the same fault may come back unseen; and a list that is
    shorter shows that work was done. ``aligncheck baseline prune`` takes such entries out.

    Silent: about documents that were not checked in this run, and about rules that are switched off.
    """
    return ()  # a document does not know what the baseline lists: the gate makes these findings
