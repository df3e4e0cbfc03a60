"""A rule on a term that the documents of a run render in two ways."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, NamedTuple

from aligncheck.checks._rule import Evidence, Example, Hit
from aligncheck.checks._run import RunContext, run_rule
from aligncheck.checks.consistency.nouns import FIRST, Place, noun_renderings
from aligncheck.lang.en.lexis import WORD
from aligncheck.lang.zh.lexis import fold
from aligncheck.lang.zh.phrases import NOT_FIRST
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import PairSide, Severity

if TYPE_CHECKING:
    from aligncheck.checks.consistency.noun_table import NounTable

LEAST = 3
"""Sentences that have the usual rendering, at least."""
GLOSS = 0.85
"""Weight of a rendering that a dictionary gives as a whole."""
SETTLED, REPEATED = 4, 2
"""Sentences that two renderings without a common character have, at least, and one that no dictionary has."""
MOST = 20
"""Lines that a message names at most."""
_COMMON = frozenset("者性化度率式体體器人员員物品家会會法机機名的上下中大小一不有无無")
"""Characters that two words may share without being akin."""


class _Use(NamedTuple):
    """A sentence with the term: its document's number, the place, the rendering in simplified characters."""

    document: int
    place: Place
    rendering: str


class _Term(NamedTuple):
    """A term: its words' dictionary forms, that of the noun that is rendered, its uses and their different English
    sentences by rendering, and the usual rendering."""

    name: str
    word: str
    uses: Mapping[str, Sequence[_Use]]
    sentences: Mapping[str, AbstractSet[str]]
    usual: str


@run_rule(
    "CON003",
    "term-rendered-differently",
    Severity.INFO,
    gather=noun_renderings,
    since="0.1.0",
    bad=[
        Example(
            "Open the channel. Clean the channel. Close the channel. Paint the channel.\n\nNone swims in the channel.",
            "打开信道。清洁信道。关闭信道。粉刷信道。\n\n没有人在通道里游泳。",
            "the last sentence seems to speak of another thing",
        )
    ],
    good=[
        Example(
            "Open the channel. Clean the channel. Close the channel. Paint the channel.\n\nNone swims in the channel.",
            "打开信道。清洁信道。关闭信道。粉刷信道。\n\n没有人在信道里游泳。",
            "one rendering",
        ),
        Example(
            "Paint the gate. Open the gate. Lock the gate. Wash the gate.\n\nShe leaned on the gate.",
            "粉刷大门。打开大门。锁上大门。清洗大门。\n\n她倚在门上。",
            "a short form",
        ),
    ],
)
def term_rendered_differently(context: RunContext) -> Iterator[Hit]:
    """A noun has one rendering nearly everywhere and another one in a few places, in one document or across the run.

    Why: a term stands for one thing. With two names for it readers look for a second thing that is not there.

    Looked at are nouns (*the channel*, *the new channel*), the words of two-word phrases (*load balancer*, *code of
    conduct*), and what renders them by the dictionary or by what the document itself teaches. Counted are different
    sentences of all documents of the run. Reported is a rarer rendering that shares a telling character with the
    usual one (信道, 通道), for then both have the same sense; another one (智能体, 代理) where it stands in two
    sentences, and the usual one in four. Once for a term and document, at its first place, with the lines of the
    others, the usual rendering, how often it stands and where first. A hint, since a dictionary does not know every
    sense. ``aligncheck terms`` lists all competing renderings.

    Silent: where fewer than three sentences have the usual rendering; where the other one is as frequent, be it
    only with those where the noun ends a longer name (*public institutions*); about a short or long form of it (网络,
    神经网络); where the usual rendering stands in the same sentence, or another word of the sentence accounts for the
    rarer one; about a rendering that goes with another modifier (*screen reader* 屏幕阅读器, *reader* 读者); about
    words of the user's glossary, words with very many translations, verbs, names, and nouns of everyday reasoning
    (*goal*, *option*); about a sentence that stands elsewhere with the usual rendering, of which CON001 speaks;
    about pairs that are not sure, or of which another rule says already what is wrong; between translations into
    Simplified and into Traditional Chinese, or for different regions; where the source is Chinese.
    """
    editions: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(context.documents):
        if document.gathered.get(noun_renderings.__name__):
            editions[document.edition].append(number)
    for numbers in editions.values():
        yield from _in_edition(context, sorted(numbers, key=lambda n: context.documents[n].identity))


def _in_edition(context: RunContext, numbers: Sequence[int]) -> Iterator[Hit]:
    from aligncheck.checks.consistency.noun_table import NounTable  # loads numpy

    told: set[tuple[int, str, str]] = set()
    table = NounTable({n: context.documents[n].gathered[noun_renderings.__name__] for n in numbers})
    terms = sorted(_terms(context, table), key=lambda term: (" " in term.name, term.name))
    found = [(term, uses) for term in terms if (uses := list(_rarer(context, term)))]
    as_head = _as_head(context, table, {term.name for term, _ in found if " " not in term.name})
    for term, all_uses in found:
        rarer: dict[int, list[_Use]] = defaultdict(list)
        for use in all_uses:
            if as_head[term.name, term.usual] and as_head[term.name, use.rendering] >= as_head[term.name, term.usual]:
                continue  # in longer names the word is called so more often than not
            if (use.document, term.word, use.rendering) not in told:
                rarer[use.document].append(use)
        for number, uses in rarer.items():
            told.update((number, term.word, use.rendering) for use in uses)
            yield _hit(context, term, number, uses)


def _as_head(context: RunContext, table: NounTable, words: AbstractSet[str]) -> Counter[tuple[str, str]]:
    """How many different sentences have one of these nouns, by itself or at the end of a phrase, by rendering."""
    heads: dict[int, str] = {}
    for number, place in table.heads() if words else ():
        noun = _named(context, _Use(number, place, "")).rpartition(" ")[2]
        heads[place.key] = context.lexicon.english_lemma(noun.lower())
    asked = [key for key, word in heads.items() if word in words]
    seen = {(heads[use.place.key], use.rendering, _english(context, use)) for use in _uses(context, table.of(asked))}
    return Counter((word, rendering) for word, rendering, _ in seen)


def _uses(context: RunContext, places: Iterable[tuple[int, Place]]) -> Iterator[_Use]:
    """The places of which no other rule says that something is wrong, with what renders the noun there."""
    for number, place in places:
        if place.pair not in context.documents[number].faulty:
            use = _Use(number, place, "")
            rendering = fold(_written(context, use))
            if rendering not in NOT_FIRST:
                yield use._replace(rendering=rendering)


def _terms(context: RunContext, table: NounTable) -> Iterator[_Term]:
    """Terms with a rendering that is the usual one, and others."""
    uses: dict[int, list[_Use]] = defaultdict(list)
    for use in _uses(context, table.varied(LEAST)):
        uses[use.place.key].append(use)
    for some in uses.values():
        if len({use.rendering for use in some}) > 1:
            term = _term(context, some)
            if term is not None:
                yield term


def _term(context: RunContext, uses: Sequence[_Use]) -> _Term | None:
    """A term of which each different sentence counts once; None where no rendering is the usual one."""
    by_rendering: dict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        by_rendering[use.rendering].append(use)
    sentences = {text: {_english(context, use) for use in some} for text, some in by_rendering.items()}
    usual = min(sentences, key=lambda text: (-len(sentences[text]), text))
    words = WORD.findall(_named(context, uses[0]).lower())
    if len(sentences[usual]) < LEAST or not words:
        return None
    lemmas = [context.lexicon.english_lemma(word) for word in words]
    noun = lemmas[0] if uses[0].place.kind == FIRST else lemmas[-1]
    return _Term(" ".join(lemmas), noun, by_rendering, sentences, usual)


def _rarer(context: RunContext, term: _Term) -> Iterator[_Use]:
    """Uses of a term in which another rendering is a real alternative to the usual one."""
    sentences = term.sentences[term.usual]
    beside = {use.place.beside for use in term.uses[term.usual]}
    for rendering, uses in term.uses.items():
        many = len(term.sentences[rendering])
        if many >= len(sentences) or rendering in term.usual or term.usual in rendering:
            continue
        settled = len(sentences) >= SETTLED and many >= REPEATED and " " not in term.name
        if not settled and not _akin(rendering, term.usual):
            continue
        weight = context.lexicon.translations(term.word).get(rendering, 0.0)
        if weight < GLOSS and (weight or many < REPEATED):
            continue
        apart = [use for use in uses if _stands_alone(context, use, term)]
        if not beside.isdisjoint(use.place.beside for use in apart):
            yield from apart  # else it goes with words that the usual one does not go with: another sense


def _stands_alone(context: RunContext, use: _Use, term: _Term) -> bool:
    """Whether a use's sentence has the usual rendering neither here nor elsewhere, nor another word for the rarer."""
    english, chinese = _sides(context, use)
    if english.text in term.sentences[term.usual] or term.usual in fold(chinese.text):
        return False
    return not _said_by_another(use, term.word, english.text, context.lexicon)


def _akin(a: str, b: str) -> bool:
    """Whether two renderings share a telling character."""
    return not (set(a) & set(b)).issubset(_COMMON)


def _said_by_another(use: _Use, word: str, english: str, lexicon: Lexicon) -> bool:
    """Whether the dictionary gives the rendering for another word of the sentence."""
    others = {lexicon.english_lemma(one) for one in WORD.findall(english.lower())} - {word}
    return any(lexicon.translations(one).get(use.rendering, 0.0) >= GLOSS for one in others)


def _hit(context: RunContext, term: _Term, number: int, uses: Sequence[_Use]) -> Hit:
    """The finding on the rarer renderings of a term in one document."""
    place, usual = uses[0].place, term.uses[term.usual][0]
    here = "”, “".join(dict.fromkeys(_written(context, use) for use in uses))
    said, times = _written(context, usual), len(term.sentences[term.usual])
    where = f"{context.documents[usual.document].path}:{_sides(context, usual)[1].line}"
    return Hit(
        f"“{_named(context, uses[0])}” is “{here}” here{_lines(context, uses[1:])}, but “{said}” in {times} sentences "
        f"(first at {where}).",
        (Evidence(place.start, place.start + place.size),),
        (Evidence(place.at, place.at + place.length, said),),
        0.6,
        members=tuple(sorted({f"{term.name}\x1f{use.rendering}" for use in uses})),
        pair=place.pair,
        document=number,
    )


def _lines(context: RunContext, uses: Sequence[_Use]) -> str:
    """The other places of a finding, in words."""
    lines = list(dict.fromkeys(_sides(context, use)[1].line for use in uses))
    if not lines:
        return ""
    shown = ", ".join(map(str, lines[:MOST])) + (" …" if len(lines) > MOST else "")
    return f" and in line{'s' if len(lines) > 1 else ''} {shown}"


def _sides(context: RunContext, use: _Use) -> tuple[PairSide, PairSide]:
    """The English and the Chinese of a use's pair."""
    pair = context.documents[use.document].pairs[use.place.pair]
    assert pair.source is not None
    assert pair.target is not None
    return pair.source, pair.target


def _english(context: RunContext, use: _Use) -> str:
    return _sides(context, use)[0].text


def _named(context: RunContext, use: _Use) -> str:
    """The term as it is written there."""
    return _english(context, use)[use.place.start : use.place.start + use.place.size]


def _written(context: RunContext, use: _Use) -> str:
    """Its rendering as it is written there."""
    return _sides(context, use)[1].text[use.place.at : use.place.at + use.place.length]
