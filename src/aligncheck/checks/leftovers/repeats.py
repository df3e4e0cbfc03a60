"""Text that a model repeated: a phrase over and over, a sentence twice. Knows words and their order, not meanings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from aligncheck.checks._layout import pairs_given
from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, document_rule
from aligncheck.checks._wording import these
from aligncheck.checks.leftovers.targets import Target, around, targets
from aligncheck.lang.patterns import deferred
from aligncheck.model.report import Severity
from aligncheck.model.text import Segment

TIMES = 3
"""A phrase so often in succession is a loop; people say things twice for emphasis."""
SHORT_TIMES = 6
"""The same for phrases of fewer words than ``PHRASE``, which people repeat more often."""
PHRASE = {"zh": 4, "en": 2}
"""So many characters, or words, are a phrase."""
HEAVY = {"zh": 20, "en": 60}
"""So many characters of repetition take the place of text: an error."""
LONGEST = 60
"""In characters or words; longer ones are sentences."""
SENTENCE = {"zh": 8, "en": 5}
"""So many characters, or words, of a sentence are no accident when they come twice."""
ALIKE = 0.5
"""Two sources with at least this share of words in common may have one translation."""

_BREATH = deferred(r"[\s，、,!！—-]{0,3}")
"""What may stand between a word and its repetition inside one sentence."""

_LENGTHENED = deferred(r"(?!www|iii|xxx)([^\W\d_])\1\1", re.IGNORECASE)
_NO_LETTERS = deferred(r"[\W_][\W_]*")
_UNIT = deferred(r"[㐀-鿿豈-﫿]|[A-Za-zÀ-ɏ]+(?:['’-][A-Za-zÀ-ɏ]+)*|\d+|[^\W\d_]")
_SOUND = frozenset(
    "哈呵嘿嘻啊呜哇喔哦噢嗷嗡轰隆咚滴答嗒叮当铃汪喵咩咕嘎呱吱唧啪砰噼哗啦呼噜嘟嘀喳嘭扑通咔嚓呀嗯哎唉噢嘘咯吼咳鸣呃啧突沙簌汩咻嗖噗咝吁潺"
)
"""Characters that imitate sounds, which come in rows."""


class _Loop(NamedTuple):
    """Where a phrase repeats: its first and last character, its own text, and how often it stands there."""

    start: int
    end: int
    phrase: str
    times: int


@document_rule(
    "MTX005",
    "phrase-repeated",
    Severity.WARNING,
    since="0.1.0",
    explains=("OMI004", "OMI005"),
    bad=[
        Example("The ferry leaves at dawn from the old pier.", "渡轮从旧码头，从旧码头，从旧码头，从旧码头黎明出发。"),
        Example("The keeper was very tired.", "守塔人非常非常非常非常非常非常非常累。"),
    ],
    good=[
        Example("Very, very, very tired keepers", "非常非常非常累的守塔人", "the source repeats too"),
        Example("They laughed.", "他们哈哈哈哈哈哈哈哈地笑。", "a sound"),
        Example("He walked on and on.", "他一直走，一直走。", "twice, for emphasis"),
    ],
)
def phrase_repeated(document: DocumentContext) -> Iterator[Hit]:
    """A phrase stands three times or more in succession in the target, and nothing repeats in the source.

    Why: language models fall into loops, and a loop often takes the place of the rest of the sentence.

    An error where the repetition fills twenty Chinese characters or sixty Latin letters, otherwise a warning.

    Silent: where the source repeats a word or phrase itself, or lengthens a word (sooo); for words that imitate sounds;
    for a phrase said twice.
    """
    for target in targets(document):
        if not _may_loop(target.text, target.side.lang):
            continue
        loop = _loop(_units(target.text), target.side.lang, target.side.text)
        if loop is None or any(map(_repetitive, around(target, document).split("\n"))):
            continue
        severe = loop.end - loop.start - len(loop.phrase) >= HEAVY[target.side.lang] and bool(target.source)
        yield Hit(
            f"“{loop.phrase}” stands {loop.times} times in succession; the source repeats nothing.",
            target.source_evidence(),
            (target.evidence(loop.start, loop.end),),
            0.95 if severe else 0.8,
            key=target.key(loop.phrase.casefold()),
            severity=Severity.ERROR if severe else Severity.WARNING,
            pair=target.pair.id,
        )


AGAIN = 5
"""Three times four characters, overlap as they may, say so many characters again: six times one, four times two …"""


def _may_loop(text: str, lang: str) -> bool:
    """A quick look: whatever follows itself often enough repeats some four characters, or two words, three times."""
    grams: list[str] | list[tuple[str, str]]
    if lang == "zh":
        if len(text) - len(set(text)) < AGAIN:
            return False
        plain = _NO_LETTERS.sub("", text)
        grams = [plain[i : i + 4] for i in range(len(plain) - 3)]
    else:
        grams = list(pairwise(_NO_LETTERS.sub(" ", text.lower()).split()))
    again = len(grams) - len(set(grams))
    return again >= TIMES - 1 and max(Counter(grams).values()) >= TIMES


_Unit = tuple[str, int, int]
"""A word or Han character in lower case, and where it stands."""


def _units(text: str) -> list[_Unit]:
    return [(m.group().casefold(), m.start(), m.end()) for m in _UNIT.finditer(text)]


def _loop(units: Sequence[_Unit], lang: str, text: str) -> _Loop | None:
    """The first phrase that follows itself often enough."""
    words = [unit for unit, _, _ in units]
    for start, size, times in _tandems(words):
        phrase = words[start : start + size]
        needed = TIMES if size >= PHRASE[lang] and len(set(phrase)) > 1 else SHORT_TIMES
        linked = lang == "en" and size <= 3 and "and" in phrase
        if times < needed or linked or _sounds(phrase) or not any(map(str.isalpha, phrase)):
            continue
        starts = [units[start + size * k][1] for k in range(times)]
        end = units[start + size * times - 1][2]
        if len({_plain(text[a:b]) for a, b in pairwise([*starts, end])}) == 1:
            return _Loop(starts[0], end, text[starts[0] : units[start + size - 1][2]], times)
    return None


def _sounds(phrase: Sequence[str]) -> bool:
    return all(character in _SOUND for character in "".join(phrase))


def _tandems(words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Where a run of words follows itself twice or more: its first word, its size, how often it stands there."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        places[word].append(at)
    covered = 0
    for at, word in enumerate(words):
        if at < covered:
            continue
        here = places[word]
        for other in here[bisect_right(here, at) : bisect_right(here, at + LONGEST)]:
            size = other - at
            times = 1
            while words[at : at + size] == words[at + times * size : at + (times + 1) * size]:
                times += 1
            if times > 1:
                yield at, size, times
                if times >= TIMES:
                    covered = at + size * times
                    break


def _repetitive(source: str) -> bool:
    """Whether the source repeats a word or phrase in succession, or lengthens a word.

    A doubled character is a common form of Chinese words, so only three of them count.
    """
    if _LENGTHENED.search(source):
        return True
    units = _units(source)
    for start, size, times in _tandems([unit for unit, _, _ in units]):
        edges = [(units[start + size * k - 1][2], units[start + size * k][1]) for k in range(1, times)]
        single = size == 1 and units[start][0] >= "㐀"
        if (times > 2 or not single) and all(_BREATH.fullmatch(source, a, b) for a, b in edges):
            return True
    return False


@document_rule(
    "MTX006",
    "sentence-repeated",
    Severity.WARNING,
    since="0.1.0",
    explains=("OMI002", "OMI005"),
    bad=[
        Example(
            "The ferry leaves at dawn from the old pier.",
            "渡轮黎明时分从旧码头出发。渡轮黎明时分从旧码头出发。",
        )
    ],
    good=[
        Example(
            "Row, row, row the boat home. Row, row, row the boat home.", "划啊划啊把船划回家。划啊划啊把船划回家。"
        ),
        Example("Is anybody there? Anybody there?", "有人吗？有人吗？", "short"),
    ],
)
def sentence_repeated(document: DocumentContext) -> Iterator[Hit]:
    """A sentence stands twice in succession in the target, and once in the source.

    Why: a slip of copying, or a model that lost its place; often the second copy stands where another sentence belongs.

    Silent: for short sentences; where the source repeats a sentence too, or has two sentences that resemble each other;
    for headings, table cells and other text that stands alone.
    """
    before: _Said | None = None
    alone = pairs_given(document)
    for target in targets(document):
        if alone and len(target.side.segments) == 1:
            continue
        said = [_Said(target, segment, _plain(segment.text)) for segment in target.side.segments]
        inside = _passage(said)
        if inside and not _twice(target.source):
            yield _repeated(*inside)
        elif before and said and _copy(before, said[0], document):
            yield _repeated([before], said[:1])
        before = said[-1]


class _Said(NamedTuple):
    """A sentence of a target; ``plain`` is its letters and figures alone."""

    target: Target
    segment: Segment
    plain: str


def _repeated(first: Sequence[_Said], second: Sequence[_Said]) -> Hit:
    what = f"{these(len(second), 'sentence')} {'stands' if len(second) == 1 else 'stand'}"
    return Hit(
        f"{what} twice in succession; the source says it once.",
        second[0].target.source_evidence(),
        tuple(Evidence(said[0].segment.span.start, said[-1].segment.span.end) for said in (first, second)),
        0.85,
        key=second[0].target.key("\x1f".join(said.plain for said in second)),
        pair=second[0].target.pair.id,
    )


def _passage(said: Sequence[_Said]) -> tuple[Sequence[_Said], Sequence[_Said]] | None:
    """A sentence or more that one target says twice in succession, and their repetition."""
    for start, size, _ in _tandems([each.plain for each in said]):
        first = said[start : start + size]
        if any(map(_long, first)):
            return first, said[start + size : start + 2 * size]
    return None


def _plain(text: str) -> str:
    return _NO_LETTERS.sub("", text).casefold()


def _long(said: _Said) -> bool:
    segment = said.segment
    size = len(said.plain) if segment.lang == "zh" else len(segment.text.split())
    return segment.block.kind in ("paragraph", "item", "value") and size >= SENTENCE[segment.lang]


def _copy(one: _Said, two: _Said, document: DocumentContext) -> bool:
    """Whether a target says again by accident what the one before it said: of a source that differs, or of none."""
    if one.plain != two.plain or not _long(two) or pairs_given(document):
        return False
    if one.segment.block.kind != two.segment.block.kind:
        return False
    if not one.target.source or not two.target.source:
        return not _twice(around(two.target, document))
    return not _alike(one.target.source, two.target.source)


def _twice(source: str) -> bool:
    """Whether a sentence or clause of the source stands in it twice."""
    parts = [_plain(part) for part in re.split(r"[.!?;。！？；\n]+", source)]
    parts = [part for part in parts if part]
    return len(set(parts)) < len(parts)


def _alike(one: str, two: str) -> bool:
    left, right = ({word for word, _, _ in _units(text)} for text in (one, two))
    return len(left & right) >= ALIKE * min(len(left), len(right))
