"""What a check is: a declared function from a pair, or from a document, to hits. Knows no particular check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeVar

from aligncheck.facts import Facts
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Severity
from aligncheck.model.term import NO_TERMS, Term, Terms
from aligncheck.model.text import Document, Lang, Pair, Side

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Characters that show the fault: of the side's text in a pair rule, of the document in a document rule.

    ``value`` is what they stand for, in a notation both languages share (``2500000``, ``1924-06-08``); of words without
    rendering, readings by which a reviser may look for one (``quartz 石英; pot 陶坯、壶``).
    """

    start: int
    end: int
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A change to the target text that mends the fault: ``new`` in place of its characters ``[start, end)``.

    Places are counted as in Evidence, and ``old``, never empty, is what stands there; the engine offers no change where
    the document holds something else at that place (markup, an escape). So a space between two characters is put in by
    replacing both. ``safe`` is one that is right whenever the finding is.
    """

    start: int
    end: int
    old: str
    new: str
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found. The engine adds code, severity (unless given here) and fingerprint.

    Attributes:
        message: one sentence that states the fault and both values.
        source, target: evidence on either side.
        confidence: the probability, 0–1, that a translator would agree.
        key: the fault in a form that survives rewording of the message; goes into the fingerprint, of a pair rule
            together with the pair's sentences. A document rule's key says all: nothing that an edit elsewhere changes
            (a neighbour, a number of things, a place) may stand in it.
        members: of a fault that several things share, the key of each, so that it is known again where it is told in
            other groups; ``key`` may then be left out.
        severity: where confidence decides it; None means the rule's own.
        pair: for document rules, the id of the pair it belongs to, if there is one; rules on the run always say it.
        document: for rules on the run, the number of the document it is in.
        changes: what mends it, all of it together.
        kind: in a document rule, of a fault that is told once however often it stands there: what it is known by. All
            hits of a rule with one kind become one finding, unless the setting ``detail`` asks for each.
        together: the message where several of a kind are told as one; ``{n}`` in it is their number.
    """

    message: str
    source: tuple[Evidence, ...] = ()
    target: tuple[Evidence, ...] = ()
    confidence: float = 0.9
    key: str = ""
    severity: Severity | None = None
    pair: int | None = None
    members: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    kind: str = ""
    together: str = ""
    document: int = 0


@dataclass(slots=True)
class DocumentContext:
    """What a document rule sees, and what a pair rule may ask about the rest of the document.

    ``keep`` is what the user's settings let stay in Latin letters, in lower-case words; ``terms`` is the user's
    glossary; ``target_script`` is the standard that Chinese targets are to follow
    (``Hans``, ``Hant-TW``, ``Hant-HK``), None where nothing was set.
    """

    source: Document
    target: Document
    source_lang: Lang
    target_lang: Lang
    pairs: Sequence[Pair]
    lexicon: Lexicon
    layout: str
    keep: frozenset[str] = frozenset()
    terms: Terms = NO_TERMS
    target_script: str | None = None
    _made: dict[str, object] = field(default_factory=dict)
    _seen: dict[int, PairContext] = field(default_factory=dict)

    def once(self, name: str, make: Callable[[DocumentContext], T]) -> T:
        """What ``make`` finds out about the document, worked out at its first use and kept under ``name``."""
        made = self._made
        if name not in made:
            made[name] = make(self)
        return made[name]  # type: ignore[return-value]

    def targets(self) -> Iterator[tuple[Pair, Side]]:
        """Every piece of text in the target language with its entry in the pairing, paired or not."""
        for pair in self.pairs:
            side = pair.target
            if side is not None and side.lang == self.target_lang:
                yield pair, side

    def pair(self, pair: Pair) -> PairContext:
        """What rules see of a pair; one and the same for all that ask."""
        seen = self._seen.get(pair.id)
        if seen is None:
            seen = self._seen[pair.id] = PairContext(pair, self)
        return seen


@dataclass
class PairContext:
    """What a pair rule sees: two sides by role and by language, and their facts, computed once."""

    pair: Pair
    document: DocumentContext
    source: Side = field(init=False)
    target: Side = field(init=False)
    english: Side = field(init=False)
    chinese: Side = field(init=False)
    _made: dict[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        source, target = self.pair.source, self.pair.target
        if source is not None and target is not None:
            self.source, self.target = source, target
            self.english, self.chinese = (source, target) if source.lang == "en" else (target, source)

    def once(self, name: str, make: Callable[[PairContext], T]) -> T:
        """What ``make`` finds out about the pair, worked out at its first use and kept under ``name``."""
        made = self._made
        if name not in made:
            made[name] = make(self)
        return made[name]  # type: ignore[return-value]

    @cached_property
    def facts(self) -> tuple[Facts, Facts]:
        """Facts of source and target."""
        return (
            Facts.of(self.source.text, self.source.lang, self.source.marks),
            Facts.of(self.target.text, self.target.lang, self.target.marks),
        )

    def hit_by_language(
        self,
        message: str,
        *,
        en: tuple[Evidence, ...] = (),
        zh: tuple[Evidence, ...] = (),
        confidence: float = 0.9,
        key: str = "",
        severity: Severity | None = None,
    ) -> Hit:
        """A hit from evidence named by language instead of by role."""
        source, target = (en, zh) if self.source.lang == "en" else (zh, en)
        return Hit(message, source, target, confidence, key, severity)


@dataclass(frozen=True, slots=True)
class Example:
    """An English and a Chinese sentence, and what is right or wrong with them. ``""`` is a missing side.

    ``before`` is what the two were when they were accepted, for rules on drift; ``target_script`` is the setting, and
    ``terms`` the user's glossary.
    """

    en: str
    zh: str
    why: str = ""
    before: tuple[str, str] | None = None
    target_script: Literal["Hans", "Hant-TW", "Hant-HK"] | None = None
    terms: tuple[Term, ...] = ()


PairCheck = Callable[[PairContext], Iterable[Hit]]
DocumentCheck = Callable[[DocumentContext], Iterable[Hit]]
Gather = Callable[[DocumentContext], bytes]


@dataclass(frozen=True)
class Rule:
    """A check with its declaration.

    Attributes:
        code: family and number, ``NUM001``.
        name: the fault in words, ``number-mismatch``.
        severity: of a hit that does not say its own.
        since: the first version that has it.
        bad, good: examples that must and must not fire; tests and documentation are made of them.
        scope: whether it sees one pair, the whole document or all documents of a run (see ``_run``); or, where it looks
            at what was accepted and not at text, the directives of a document (``suppressions``), the entries of a
            baseline (``baseline``), the sentence pairs that are not what was accepted (``drift``) or which files there
            are (``files``).
        check: the function; its docstring is the rule's page (what, why, when it stays silent).
        speaks_for: prefixes of rules that are silent where all they point at lies within what this rule points at:
            a number lost together with its clause is one fault.
        explains: prefixes of rules that are silent on the same pair, and around what this rule points at: where a
            machine refused to translate, it is no news that the translation is missing.
        when: for pair rules, a quick look that several rules may share: where it says no, they find nothing.
        gather: for rules on the run, what takes down what they need of each document; several may share it.
    """

    code: str
    name: str
    severity: Severity
    since: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    scope: Literal["pair", "document", "run", "suppressions", "baseline", "drift", "files"]
    check: Callable[..., Iterable[Hit]]
    speaks_for: tuple[str, ...] = ()
    explains: tuple[str, ...] = ()
    when: Callable[[PairContext], bool] | None = None
    gather: Gather | None = None

    @property
    def page(self) -> str:
        """The rule's documentation, from the function's docstring."""
        return self.check.__doc__ or ""

    def on_pair(self, context: PairContext) -> Iterator[Hit]:
        return iter(self.check(context))

    def on_document(self, context: DocumentContext) -> Iterator[Hit]:
        return iter(self.check(context))


def pair_rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    since: str,
    bad: Sequence[Example],
    good: Sequence[Example],
    speaks_for: tuple[str, ...] = (),
    explains: tuple[str, ...] = (),
    when: Callable[[PairContext], bool] | None = None,
) -> Callable[[PairCheck], Rule]:
    """Declare a check that looks at one two-sided pair at a time."""
    return lambda check: Rule(
        code, name, severity, since, tuple(bad), tuple(good), "pair", check, speaks_for, explains, when
    )


def document_rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    since: str,
    bad: Sequence[Example],
    good: Sequence[Example],
    speaks_for: tuple[str, ...] = (),
    explains: tuple[str, ...] = (),
) -> Callable[[DocumentCheck], Rule]:
    """Declare a check that looks at a whole document's pairing."""
    return lambda check: Rule(
        code, name, severity, since, tuple(bad), tuple(good), "document", check, speaks_for, explains
    )


def acceptance_rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    scope: Literal["suppressions", "baseline", "drift", "files"],
    since: str,
    bad: Sequence[Example],
    good: Sequence[Example],
) -> Callable[[Callable[..., Iterable[Hit]]], Rule]:
    """Declare a check that looks at what was accepted: directives, entries of a baseline, or what was translated."""
    return lambda check: Rule(code, name, severity, since, tuple(bad), tuple(good), scope, check)
