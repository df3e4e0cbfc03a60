"""Gaps: successions of sentences without a counterpart that say something. Knows nothing of how they are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from aligncheck.checks._layout import two_files
from aligncheck.checks._prose import VERBATIM, without
from aligncheck.checks._rule import DocumentContext
from aligncheck.lang.patterns import deferred
from aligncheck.lang.text import letters
from aligncheck.lang.zh.notes import NOTE
from aligncheck.model.text import Document, Pair, Side

NEARBY = 3
"""So many blocks apart a repeated sentence counts as the same one."""
BETWEEN = 2
"""So many rendered sentences may lie between gaps that are told as one."""
ECHO, SAYING = 0.5, 6
"""Likeness of a missing sentence with an added one that says it, and the words either has at least."""
AROUND, COMPARED = 20, 60
"""How many pairs away an added sentence is looked for, and how many are compared at most."""
QUOTED = 20
"""So many letters a sentence needs to be told a quotation of a longer one."""
STUB_SHARE, STUB_SENTENCES = 0.8, 10
"""A translation that lacks this share of its sentences, and so many, was hardly begun."""
SIGNS, DENSE = 4, 20
"""So many signs of program code, one in so many characters, make a text code that was taken for prose."""
TITLE = 2
"""Words of the longest title of a container that only says what it is."""
_CONTAINER = deferred(r"[ \t>*-]*(?:/{3,}|:{3,}|!!!|\?\?\?|===)")
_CREDIT = deferred(r"[—–―-]\s?\S")
_TAG = deferred(r"<([A-Z][\w.]*)[^<>]*$")
_PLACEHOLDER = deferred(r"\{\{?[\w.]+\}?\}|<\/?\w+>")
_NO_WORD = deferred(r"\W\W*")
_CODE = deferred(r"[{}<>=;|\\]|\w\(|:\s*['\"]")


@dataclass(frozen=True, slots=True)
class Gap:
    """Unpaired sentences of one side in succession; those of the other side may lie between.

    ``furniture``: they stand in attributes of a component that the other document uses nowhere.
    """

    pairs: tuple[Pair, ...]
    furniture: bool = False
    sides: tuple[Side, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sides", tuple(only(p) for p in self.pairs))


def only(pair: Pair) -> Side:
    """The one side of an unpaired sentence."""
    side = pair.source or pair.target
    assert side is not None
    return side


def bare(text: str) -> str:
    """Letters and digits of a text, in lower case: what survives other quotation marks or another line break."""
    return _NO_WORD.sub("", text).lower()


def size(side: Side) -> float:
    """Length in English words; a Chinese character is worth 0.6."""
    return letters(side.text) * 0.6 if side.lang == "zh" else len(side.text.split())


def gaps(document: DocumentContext, *, omitted: bool) -> Iterator[Gap]:
    """The gaps of the source, or of the target, in order; in a file of keys, whose order tells nothing, one in all."""
    if all(p.reading != "null" for p in document.pairs):
        return
    rendered = document.once("rendered", _rendered)
    if document.layout == "units":
        runs = [(True, [p for p in document.pairs if p.reading == "null"])]
    else:
        runs = [(null, list(group)) for null, group in groupby(document.pairs, key=lambda p: p.reading == "null")]
    for null, group in runs:
        alone = [p for p in group if (p.source if omitted else p.target)] if null else []
        members = _worth(alone, rendered)
        of_layout = {p.id for p in members if _furniture(only(p), document.target if omitted else document.source)}
        for furniture in (False, True):
            chosen = tuple(p for p in members if (p.id in of_layout) == furniture)
            if chosen:
                yield Gap(chosen, furniture)


def together(document: DocumentContext, one: Gap, two: Gap) -> bool:
    """Whether two gaps are told as one: only a rendered sentence or two lie between, and no heading."""
    if one.furniture != two.furniture:
        return False
    between = [p for p in document.pairs[one.pairs[-1].id + 1 : two.pairs[0].id] if p.source and p.target]
    headings = (s.block.kind == "heading" for p in between if p.source for s in p.source.segments)
    return len(between) <= BETWEEN and not any(headings)


def echoed(document: DocumentContext, gap: Gap) -> bool:
    """Whether sentences that stand alone on the other side say most of a gap: condensed or moved, not left out."""
    around = document.pairs[max(0, gap.pairs[0].id - AROUND) : gap.pairs[-1].id + AROUND + 1]
    others = [p.target or p.source for p in around if p.reading == "null"]
    answers = [s for s in others if s is not None and s.lang != gap.sides[0].lang and size(s) >= SAYING]
    if not answers or len(answers) * len(gap.sides) > COMPARED:
        return False
    said = sum(any(_alike(document, side, other) for other in answers) for side in gap.sides if size(side) >= SAYING)
    return 2 * said > len(gap.sides)


def _alike(document: DocumentContext, one: Side, two: Side) -> bool:
    english, chinese = (one.text, two.text) if one.lang == "en" else (two.text, one.text)
    return document.lexicon.likeness(english, chinese) >= ECHO


def stub(document: DocumentContext) -> tuple[tuple[Side, ...], int] | None:
    """The missing sentences and the number of all, where the translation was hardly begun (a placeholder); or None."""
    if not two_files(document):
        return None
    if sum(p.source is not None and p.target is None for p in document.pairs) < STUB_SENTENCES:
        return None
    sources = [p for p in document.pairs if p.source is not None and telling(p.source)]
    missing = tuple(p.source for p in sources if p.source is not None and p.target is None)
    if len(missing) < max(STUB_SENTENCES, STUB_SHARE * len(sources)):
        return None
    return missing, len(sources)


def telling(side: Side) -> bool:
    """Whether the text has words of its own: not a link, a number, code alone, nor a translator's note."""
    if NOTE.match(side.text) or "://" in side.text[:8]:
        return False
    if _is_default_title(side):
        return False
    covered = sum(m.end - m.start for m in side.marks if m.kind in {"code", "math", "image"})
    return letters(side.text) - covered >= (2 if side.lang == "zh" else 4) and not _is_code(side)


def paired_blocks(document: DocumentContext) -> tuple[frozenset[int], frozenset[int]]:
    """Blocks of the source, and of the target, with a sentence that has a counterpart."""
    both = [(p.source, p.target) for p in document.pairs if p.source and p.target]
    return (
        frozenset(s.block.index for source, _ in both for s in source.segments),
        frozenset(s.block.index for _, target in both for s in target.segments),
    )


def _rendered(document: DocumentContext) -> dict[int, list[str]]:
    """For each block, its sentences that stand in a two-sided pair, bare."""
    found: dict[int, list[str]] = {}
    for pair in document.pairs:
        if pair.source and pair.target:
            for segment in (*pair.source.segments, *pair.target.segments):
                found.setdefault(segment.block.index, []).append(bare(segment.text))
    return found


def _worth(alone: Sequence[Pair], rendered: dict[int, list[str]]) -> list[Pair]:
    """Those that say something that is not said nearby; who said a repeated quotation goes with it."""
    kept: list[Pair] = []
    repeated = False
    for pair in alone:
        side = only(pair)
        repeated = _repeats(side, rendered) or (repeated and bool(_CREDIT.match(side.text)))
        if telling(side) and not repeated:
            kept.append(pair)
    return kept


def _repeats(side: Side, rendered: dict[int, list[str]]) -> bool:
    """Whether the text stands in a pair a few blocks away: a title above its bilingual form, a pull-quote."""
    here, text = side.segments[0].block.index, bare(side.text)
    near = (other for at in range(here - NEARBY, here + NEARBY + 1) for other in rendered.get(at, ()))
    return any(text == other or (len(text) >= QUOTED and text in other) for other in near)


def _is_default_title(side: Side) -> bool:
    """Whether a container is titled by what it is (a note, a warning): sites add that word to those without a title."""
    block, text = side.segments[0].block, side.document.text
    if block.kind != "value" or block.info != "title" or size(side) > TITLE:
        return False
    return bool(_CONTAINER.match(text, text.rfind("\n", 0, side.span.start) + 1))


def _is_code(side: Side) -> bool:
    """Whether the text is a piece cut out of program code: its braces do not match, or signs of code are dense."""
    text = _PLACEHOLDER.sub(" ", without(side, VERBATIM))
    signs = len(_CODE.findall(text))
    return signs >= SIGNS and (DENSE * signs >= len(text) or not _matching(text))


def _matching(text: str) -> bool:
    """Whether every brace that is opened is closed, and the other way round."""
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


def _furniture(side: Side, other: Document) -> bool:
    """Whether the text is an attribute of a component (an advert, a card) that the other document has nowhere."""
    block = side.segments[0].block
    if block.kind != "value" or block.unit is not None or not block.info:
        return False
    text = side.document.text
    tag = _TAG.search(text, max(0, text.rfind("<", 0, block.span.start)), block.span.start)
    return tag is not None and f"<{tag[1]}" not in other.text
