"""Names the fault of each term in a pair, or none. Knows what the sides say, no message's wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from aligncheck.checks._rule import PairContext
from aligncheck.checks.terms.renderings import is_explained, other_rendering
from aligncheck.checks.terms.uses import Place, Sides, Use, standing
from aligncheck.lang.text import HAN, LATIN_WORD

_MANY = 20
"""Places of a forbidden name that are told of a pair."""


class Fault(Enum):
    """What is wrong with a term."""

    MISSING = "missing"
    FORBIDDEN = "forbidden"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A fault of a term: where it shows in the target, what stands there, how sure it is."""

    fault: Fault
    use: Use
    places: tuple[Place, ...] = ()
    sure: bool = False
    latin: bool = False
    exact: bool = True
    doubtful: bool = False


def verdicts(pair: PairContext) -> list[Verdict]:
    """The faults of the terms in a pair; for ``PairContext.once``."""
    sides = Sides(pair)
    uses = sides.uses
    if not uses or (sides.to_chinese and _is_left_in_english(sides.target_prose)):
        return []  # what was not translated has a rule of its own
    found = (_verdict(use, uses) for use in uses)
    return [verdict for verdict in found if verdict is not None]


def _is_left_in_english(text: str) -> bool:
    """Whether a text has more Latin words than Chinese characters."""
    return len(HAN.findall(text)) < len(LATIN_WORD.findall(text))


def _verdict(use: Use, uses: Sequence[Use]) -> Verdict | None:
    rendered = use.is_rendered()
    if use.forbidden and (bad := _forbidden(use, uses, rendered=rendered)):
        return bad
    if rendered:
        return _respelled(use) if use.keeps else None
    if not use.sides.to_chinese or not use.approved or not use.plainly:
        return None  # English has so many words for one Chinese one that another is seldom wrong
    other = other_rendering(use)
    if other is None:
        return None
    fault = Fault.CHANGED if use.keeps else Fault.MISSING
    return Verdict(fault, use, ((other.start, other.end),), latin=other.latin, exact=other.exact)


def _forbidden(use: Use, uses: Sequence[Use], *, rendered: bool) -> Verdict | None:
    """A forbidden name stands in the target, and nothing but the term accounts for it."""
    if all(match.inside for match in use.matches):
        return None
    found = list(islice(_standing(use, use.sides.covered), _MANY))
    places = tuple(place for _, place in found)
    if not places or any(is_explained(name, use, uses) for name, _ in found):
        return None
    if rendered and len(use.places) >= len(use.matches):
        return None  # every time it is said, the approved name answers
    sure = not rendered and bool(use.plainly)
    return Verdict(Fault.FORBIDDEN, use, places, sure=sure, doubtful=not use.plainly)


def _standing(use: Use, taken: AbstractSet[int]) -> Iterator[tuple[str, Place]]:
    for name in use.forbidden:
        for place in standing(name, use.sides, taken):
            yield name, place


def _respelled(use: Use) -> Verdict | None:
    """A term that is kept stands in the target in other letters than in the source and in the glossary."""
    text = use.sides.pair.target.text
    written = {text[start:end] for start, end in use.places}
    right = {name for term in use.terms for name in (*term.en, *term.zh)}
    source = use.sides.pair.source.text
    right |= {source[match.start : match.end] for match in use.matches}
    if any(form in right or form.removesuffix("s") in right or form in source for form in written):
        return None  # what the source spells so somewhere was taken over from there: a path, a command
    if any(form.lower() in {name.lower() for name in right} for form in written):
        return Verdict(Fault.CHANGED, use, tuple(use.places), sure=any(term.case for term in use.terms), latin=True)
    return None
