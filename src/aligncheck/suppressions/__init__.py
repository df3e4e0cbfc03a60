"""Which findings the directives of a document cover, and which directives cover none. Knows places, not faults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from aligncheck.checks import RULES
from aligncheck.checks.suppressed import Written
from aligncheck.config import Config
from aligncheck.model.directive import Directive
from aligncheck.model.extract import KeptDirective
from aligncheck.model.report import OWN
from aligncheck.model.text import Document, Span
from aligncheck.suppressions.orders import Order, understand
from aligncheck.suppressions.scopes import scope_of

STRETCH = 1024
"""Characters of a stretch of text, by which directives are looked up."""


class Located(NamedTuple):
    """A finding as far as directives see it: its rule, and the characters it speaks of on either side.

    ``source`` and ``target`` hold where each piece of evidence begins; without evidence on a side, where the sentence
    of its pair begins there; nothing where there is none.
    """

    code: str
    source: tuple[int, ...]
    target: tuple[int, ...]


class Settled(NamedTuple):
    """``covered`` holds the numbers of the findings that a directive covers, with its reason (``""`` without).

    ``kept`` are the directives as ``settle_more`` takes them.
    """

    covered: dict[int, str]
    directives: tuple[Written, ...]
    kept: tuple[KeptDirective, ...] = ()


@dataclass(slots=True)
class _Standing:
    """A directive that can be followed: what it asks, where, and which of its codes have covered something."""

    order: Order
    span: Span
    whole: bool
    used: set[str] = field(default_factory=set)


def settle(source: Document, target: Document, found: Sequence[Located], config: Config) -> Settled:
    """Which of the findings are covered by a directive of either document.

    Args:
        source, target: the same document where one file holds both languages.
        found: all findings, also those too doubtful to be reported: a directive that covers them is not idle.
        config: which rules are switched on, and whether a reason is asked for.
    """
    covered: dict[int, str] = {}
    written: list[Written] = []
    kept: list[KeptDirective] = []
    for document in (source, target) if source is not target else (target,):
        if not document.directives:
            continue
        standing = [_standing(document, directive) for directive in document.directives]
        problems = _follow(standing)
        _cover_all(standing, found, covered, source=document is source, target=document is target)
        for directive, one, problem in zip(document.directives, standing, problems, strict=True):
            kept.append(_kept(directive, one, problem, document is target))
            written.append(_written(kept[-1], one, config))
    return Settled(covered, tuple(written), tuple(kept))


def settle_more(kept: Sequence[KeptDirective], found: Sequence[Located], config: Config, *, single: bool) -> Settled:
    """The same for findings that were made later, when other documents were known.

    Args:
        kept: the document's directives, as ``settle`` left them.
        single: whether one file holds both languages.
    """
    covered: dict[int, str] = {}
    written: list[Written] = []
    for in_target in (False, True):
        mine = [one for one in kept if one.in_target == in_target]
        standing = [
            _Standing(understand(one.text), Span(one.first, one.last), one.whole, set(one.used)) for one in mine
        ]
        _cover_all(standing, found, covered, source=single or not in_target, target=in_target)
        written += [_written(one, now, config) for one, now in zip(mine, standing, strict=True)]
    return Settled(covered, tuple(written))


def _cover_all(
    standing: Sequence[_Standing], found: Sequence[Located], covered: dict[int, str], *, source: bool, target: bool
) -> None:
    """Note what the directives of one document cover; it is the ``source``, the ``target`` or both."""
    reach = _Reach(standing)
    for number, one in enumerate(found):
        places = [*(one.source if source else ()), *(one.target if target else ())]
        reason = _cover(standing, reach.of(places), one.code, places)
        if reason is not None:
            covered[number] = covered.get(number) or reason


class _Reach:
    """Directives by the stretches of text they cover, so that a finding is held against few of many."""

    def __init__(self, standing: Sequence[_Standing]) -> None:
        self.wide: list[int] = []
        self.near: dict[int, list[int]] = {}
        for number, one in enumerate(standing):
            if one.whole or one.order.verb == "disable":
                self.wide.append(number)
            elif one.order.verb == "ignore":
                for stretch in range(one.span.start // STRETCH, one.span.end // STRETCH + 1):
                    self.near.setdefault(stretch, []).append(number)

    def of(self, places: Sequence[int]) -> list[int]:
        """The numbers of those that may cover one of these characters, in order."""
        return sorted({*self.wide, *(n for place in places for n in self.near.get(place // STRETCH, ()))})


def _standing(document: Document, directive: Directive) -> _Standing:
    order = understand(directive.text)
    whole = order.verb == "ignore-file" or (order.verb == "ignore" and directive.place == "front-matter")
    at = directive.span.start
    span = scope_of(document, directive) if order.verb == "ignore" else Span(at, len(document.text))
    return _Standing(order, span, whole)


def _follow(standing: Sequence[_Standing]) -> list[str]:
    """For each directive why it cannot be followed; only an ``enable`` needs others for that."""
    problems, open_codes = [], list[str]()
    for one in standing:
        problem = one.order.problem
        if one.order.verb == "disable":
            open_codes += one.order.codes
        elif one.order.verb == "enable":
            asked = one.order.codes
            if not any(code.startswith(e) or e.startswith(code) for code in open_codes for e in asked):
                problem = "nothing of this is disabled here" if asked else problem
            open_codes = [code for code in open_codes if not any(code.startswith(e) for e in asked)]
        problems.append(problem)
    return problems


def _cover(standing: Sequence[_Standing], among: Sequence[int], code: str, places: Sequence[int]) -> str | None:
    """The reason of the directive that covers a finding most narrowly, a later one before an earlier; None if none."""
    best: tuple[int, int] | None = None
    for number in among:
        one = standing[number]
        if not one.order.covers(code) or not _holds(standing, number, code, places):
            continue
        one.used.update(prefix for prefix in one.order.codes if code.startswith(prefix))
        narrowness = 0 if one.whole else 1 if one.order.verb == "disable" else 2
        best = max(best or (narrowness, number), (narrowness, number))
    return None if best is None else standing[best[1]].order.reason


def _holds(standing: Sequence[_Standing], number: int, code: str, places: Sequence[int]) -> bool:
    one = standing[number]
    if one.whole:
        return True
    end = one.span.end
    if one.order.verb == "disable":
        later = (standing[other] for other in range(number + 1, len(standing)))
        ends = (other.span.start for other in later if other.order.verb == "enable" and other.order.covers(code))
        end = next(ends, end)
    return any(one.span.start <= place <= end for place in places)


def _kept(directive: Directive, one: _Standing, problem: str, in_target: bool) -> KeptDirective:
    return KeptDirective(
        in_target, directive.text, *directive.span, *one.span, one.whole, problem, tuple(sorted(one.used))
    )


def _written(kept: KeptDirective, one: _Standing, config: Config) -> Written:
    order, span = one.order, Span(kept.start, kept.end)
    text = kept.text.lstrip(": ")
    if kept.problem:
        return Written(span, kept.in_target, text, kept.problem)
    unused = () if order.verb == "enable" else tuple(c for c in order.codes if c not in one.used and _judged(c, config))
    needs_reason = config.require_reasons and order.verb != "enable" and not order.reason
    return Written(span, kept.in_target, text, "", order.unknown, unused, needs_reason)


def _judged(prefix: str, config: Config) -> bool:
    """Whether all rules of a prefix are switched on, so that nothing found means that there is nothing."""
    return all(config.enables(code) for code in _codes(prefix))


def _codes(prefix: str) -> Iterator[str]:
    return (rule.code for rule in RULES if rule.code.startswith(prefix) and not rule.code.startswith(OWN))
