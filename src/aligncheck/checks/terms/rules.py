"""The rules on the user's glossary (TRM001 to TRM003). Knows how to say a fault, not how it is found."""

from __future__ import annotations

from collections.abc import Iterator

from aligncheck.checks._rule import Change, Evidence, Example, Hit, PairContext, Rule, pair_rule
from aligncheck.checks._wording import shortened
from aligncheck.checks.terms.judge import Fault, Verdict, verdicts
from aligncheck.lang.text import HAN
from aligncheck.lang.zh.lexis import fold
from aligncheck.model.report import Severity
from aligncheck.model.term import Term

_WICK = (Term(en=("wick trimmer",), zh=("芯剪",)), Term(en=("keeper",), zh=("看守人", "守塔人"), forbidden=("饲养员",)))
_CONTRACT = (Term(en=("contract",), zh=("合约",)),)
_LUMO = (Term(en=("Lumo Lamp",), keep=True, case=True),)


_SHOWN = 20
"""Places of a term in one source sentence that a finding points at."""


def _has_terms(pair: PairContext) -> bool:
    return len(pair.document.terms) > 0


@pair_rule(
    "TRM001",
    "term-missing",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example("Both contracts are signed.", "两份合同都已签署。", "another word stands for it", terms=_CONTRACT),
        Example("Ask the keeper for it.", "请向 keeper 索取。", "the source's word was left", terms=_WICK),
    ],
    good=[
        Example("Two keepers live here.", "這裡住著兩名守塔人。", "either name, in either script", terms=_WICK),
        Example("The keeper rests, and then the keeper reads.", "看守人休息，然后读书。", "said once", terms=_WICK),
        Example("Keepers wait, and so do we.", "他们在等，我们也一样。", "a pronoun is no other name", terms=_WICK),
    ],
    speaks_for=("UNT002",),
    when=_has_terms,
)
def term_missing(pair: PairContext) -> Iterator[Hit]:
    """A term of the source has another rendering in the target than those the glossary approves.

    Why: readers take two names for two things, and a name once settled costs nothing to keep.

    The source is searched for the glossary's names in any inflection, the longest first; the target for their approved
    names, Simplified or Traditional, wide or narrow. One of several names is enough, and once is enough however often
    the source says it. A warning where something else stands for the term: a word by which the dictionary renders it,
    or the source's word itself.

    Silent: without a glossary; in code, addresses, file names and titles of other pages; where the term is part of a
    longer term, of a longer name (Agent Framework) or of a word with a hyphen; where nothing else stands for it, since
    a translation may leave out what it has just named; where what stands there renders another word of the source.
    """
    yield from (_hit(pair, verdict) for verdict in _verdicts(pair) if verdict.fault is Fault.MISSING)


@pair_rule(
    "TRM002",
    "term-forbidden",
    Severity.WARNING,
    since="0.1.0",
    bad=[Example("The keeper trims the wick.", "饲养员修剪灯芯。", terms=_WICK)],
    good=[
        Example("The keeper trims the wick.", "看守人修剪灯芯。", terms=_WICK),
        Example(
            "The keeper met a zookeeper and a stockman.",
            "看守人遇到了一名动物园饲养员和一名牧工。",
            "it renders another word",
            terms=_WICK,
        ),
    ],
    speaks_for=("UNT002",),
    when=_has_terms,
)
def term_forbidden(pair: PairContext) -> Iterator[Hit]:
    """A term of the source is rendered by a name that the glossary forbids.

    Why: somebody decided that this name is wrong, most often because readers misunderstood it.

    An error where the forbidden name stands as a word of its own and no approved one does; otherwise a warning.

    Silent: without a glossary; where the forbidden name is part of a longer word or of an approved name; where it may
    render another word of the source (代理, forbidden for agent, where the source says proxy as well); where approved
    names answer every place at which the source names the term.
    """
    yield from (_hit(pair, verdict) for verdict in _verdicts(pair) if verdict.fault is Fault.FORBIDDEN)


@pair_rule(
    "TRM003",
    "term-changed",
    Severity.WARNING,
    since="0.1.0",
    bad=[Example("Light the Lumo Lamp first.", "先点亮 LUMO lamp。", terms=_LUMO)],
    good=[Example("Light the Lumo Lamp first.", "先点亮 Lumo Lamp。", terms=_LUMO)],
    when=_has_terms,
)
def term_changed(pair: PairContext) -> Iterator[Hit]:
    """A term that the glossary wants kept as it is was translated, or is spelled otherwise.

    Why: a product that is called something else cannot be found, and owners of names care for their spelling.

    A warning; an error where it is spelled otherwise and the glossary says that its case matters.

    Silent: without a glossary; where the target does not name it at all, which a pronoun may excuse; where the target
    spells it as the source does, or has a Chinese name that the glossary allows besides.
    """
    yield from (_hit(pair, verdict) for verdict in _verdicts(pair) if verdict.fault is Fault.CHANGED)


def _verdicts(pair: PairContext) -> list[Verdict]:
    return pair.once("terms", verdicts)


def _hit(pair: PairContext, verdict: Verdict) -> Hit:
    use = verdict.use
    text = pair.target.text
    said = "、".join(dict.fromkeys(text[start:end] for start, end in verdict.places))
    severity, confidence = _weight(verdict)
    return Hit(
        _message(verdict, said),
        tuple(Evidence(match.start, match.end) for match in use.matches[:_SHOWN]),
        tuple(Evidence(start, end) for start, end in verdict.places),
        confidence,
        f"{use.terms[0].en[0].lower()}={use.approved[0] if use.approved else ''}",
        severity,
        changes=tuple(_changes(verdict, text)),
    )


def _weight(verdict: Verdict) -> tuple[Severity, float]:
    if verdict.doubtful:
        return Severity.INFO, 0.5
    if verdict.sure:
        return Severity.ERROR, 0.95
    return Severity.WARNING, 0.85


def _message(verdict: Verdict, said: str) -> str:
    use = verdict.use
    name = shortened(use.name)
    right = "、".join(use.approved[:3])
    if verdict.fault is Fault.FORBIDDEN:
        return f"“{said}” is forbidden; " + (f"“{name}” is {right}." if right else f"it stands for “{name}”.")
    if verdict.fault is Fault.CHANGED:
        return f"“{said}” is to be {use.terms[0].en[0]}, as in the source."
    if verdict.latin:
        return f"“{name}” was left as “{said}”; the glossary says {right}."
    return f"“{name}” is “{said}” here; the glossary says {right}."


def _changes(verdict: Verdict, text: str) -> Iterator[Change]:
    """The preferred name in place of another one, where that is one word and the scripts agree."""
    names = verdict.use.approved
    if verdict.doubtful or not verdict.exact or not names:
        return
    if HAN.search(names[0]) and fold(text) != text:
        traditional = [name for name in names if fold(name) != name]
        names = tuple(traditional) or tuple(name for name in names if not HAN.search(name))
    if names:
        yield from (
            Change(start, end, text[start:end], names[0].removeprefix("to "), safe=False)
            for start, end in verdict.places
        )


RULES: tuple[Rule, ...] = (term_missing, term_forbidden, term_changed)
