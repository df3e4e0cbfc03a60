"""Terms of a set of paired sentences, with what they are rendered by. Knows no documents, files or glossaries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from aligncheck.lang.en.phrases import UNLIKELY
from aligncheck.lexicon import Lexicon
from aligncheck.terminology.candidates import Proposals
from aligncheck.terminology.chinese import chinese_strings
from aligncheck.terminology.english import english_phrases
from aligncheck.terminology.linking import Candidate, Found, Occurrences, link
from aligncheck.terminology.masking import BREAK, Marked, masked, without_quoted
from aligncheck.terminology.prior import Prior, glosses, without_glosses

Kind = Literal["term", "name", "keep"]


class TextPair(NamedTuple):
    """An English sentence and its Chinese rendering, whichever is the source.

    ``place`` tells pairs apart for the caller, and is sorted by: (path, line) or a number. Marks are inline markup.
    """

    english: str
    chinese: str
    place: tuple[str, int] = ("", 0)
    english_marks: Sequence[Marked] = ()
    chinese_marks: Sequence[Marked] = ()


class Use(NamedTuple):
    """An occurrence of a term: its pair, and the characters of the phrase and of its rendering in the pair's texts."""

    pair: TextPair
    english: tuple[int, int]
    chinese: tuple[int, int]


@dataclass(frozen=True)
class Rendering:
    """What a term is rendered by: as most often written, in how many different sentences, and where."""

    zh: str
    count: int
    uses: tuple[Use, ...]


@dataclass(frozen=True)
class MinedTerm:
    """A term that the pairs teach.

    Attributes:
        en: how it is most often written; ``forms``: all ways it is written, the most frequent first.
        renderings: the most frequent first; each is a rendering of its own right, not a part of a longer one.
        seen: in how many different sentences it stands by itself, not as a part of a longer term.
        confidence: 0–1, that the first rendering is right, with its boundaries.
        termhood: 0–1, that it is a term and no word of the general language.
        kind: ``keep`` for what stays in Latin letters, ``name`` for what is always written with a capital.
    """

    en: str
    forms: tuple[str, ...]
    renderings: tuple[Rendering, ...]
    seen: int
    confidence: float
    termhood: float
    kind: Kind

    @property
    def zh(self) -> str:
        """The rendering of most sentences."""
        return self.renderings[0].zh

    @property
    def count(self) -> int:
        """In how many different sentences it has this rendering."""
        return self.renderings[0].count

    @property
    def share(self) -> float:
        """The share of its sentences that have this rendering."""
        return self.count / self.seen

    @property
    def others(self) -> tuple[tuple[str, int], ...]:
        """Competing renderings with their counts."""
        return tuple((rendering.zh, rendering.count) for rendering in self.renderings[1:])

    @property
    def score(self) -> float:
        """By what drafts are ordered."""
        return self.confidence * self.termhood


class _Side:
    """Sorted, different pairs with their masked texts."""

    def __init__(self, pairs: Iterable[TextPair]) -> None:
        first: dict[tuple[str, str], TextPair] = {}
        for pair in sorted(pairs, key=lambda p: (p.english, p.chinese, p.place)):
            first.setdefault((pair.english, pair.chinese), pair)
        self.pairs = list(first.values())
        english = [masked(pair.english, pair.english_marks) for pair in self.pairs]
        chinese = [masked(pair.chinese, pair.chinese_marks) for pair in self.pairs]
        self.given = glosses(chinese)
        chinese = [without_glosses(text, BREAK) for text in chinese]
        both = [without_quoted(one, other) for one, other in zip(english, chinese, strict=True)]
        self.english, self.chinese = [one for one, _ in both], [other for _, other in both]


def mine(pairs: Iterable[TextPair], lexicon: Lexicon, *, least: int = 2) -> tuple[MinedTerm, ...]:
    """Terms of the pairs, the best first; ``least``: different sentences that must show a term's first rendering.

    A pair that comes again counts once. The result does not depend on the order of the pairs.
    """
    side = _Side(pairs)
    if not side.pairs:
        return ()
    phrases, strings = english_phrases(side.english, lexicon), chinese_strings(side.chinese, lexicon)
    prior = Prior(lexicon, side.given)
    proposals = Proposals(phrases, strings, len(side.pairs), lexicon, prior, least)
    candidates = proposals.candidates()
    english = Occurrences(
        phrases.text(), proposals.english.kind, phrases.first - phrases.words.bounds[phrases.text()],
        phrases.first - phrases.words.bounds[phrases.text()] + phrases.size, {c.phrase for c in candidates},
    )  # fmt: skip
    chinese = Occurrences(
        strings.text, proposals.chinese.kind, strings.start, strings.end, {c.string for c in candidates}
    )
    counts = phrases.words.bounds[1:] - phrases.words.bounds[:-1]
    sizes = {n: (max(1, int(counts[n])), max(1, len(text))) for n, text in enumerate(side.chinese)}
    linked: dict[int, list[tuple[Candidate, list[Found]]]] = defaultdict(list)
    for candidate, found in link(candidates, english, chinese, sizes):
        linked[candidate.phrase].append((candidate, found))
    terms = []
    for kind, links in linked.items():
        term = _term(kind, links, side, proposals, english, chinese, lexicon)
        if term is not None and term.count >= least:
            terms.append(term)
    return tuple(sorted(terms, key=lambda t: (-t.score, -t.count, t.en, t.zh)))


def _term(
    kind: int,
    links: list[tuple[Candidate, list[Found]]],
    side: _Side,
    proposals: Proposals,
    english: Occurrences,
    chinese: Occurrences,
    lexicon: Lexicon,
) -> MinedTerm | None:
    phrases, strings = proposals.phrases, proposals.strings
    links = sorted(links, key=lambda each: (-len({f.text for f in each[1]}), each[0].names))
    renderings = []
    surfaces: Counter[str] = Counter()
    own: set[int] = set()
    for _, found in links:
        written = Counter(strings.surface(f.string) for f in found)
        uses = tuple(
            Use(side.pairs[f.text], phrases.span(f.phrase), (int(strings.start[f.string]), int(strings.end[f.string])))
            for f in found
        )
        texts = {f.text for f in found}
        own |= texts
        surfaces.update(phrases.surface(f.phrase) for f in found)
        renderings.append(Rendering(_most(written), len(texts), uses))
    seen = len(own | {text for text in english.spans[kind] if english.free(kind, text)})
    best = links[0][0]
    there = {f.text for f in links[0][1]}
    others = len(there | {text for text in chinese.spans[best.string] if chinese.free(best.string, text)})
    count = len(there)
    known = best.prior >= 0.8
    dice = 2 * count / (seen + others)
    sure = dice ** (0.5 if known else 0.8) * count / (count + (0.5 if known else 1.2))
    forms = tuple(sorted(surfaces, key=lambda s: (-surfaces[s], s)))
    name = _name(forms)
    zh = renderings[0].zh
    keep = not any(c > "\u2e80" for c in zh)
    return MinedTerm(
        _spelling(surfaces), forms, tuple(renderings), seen, min(sure, 0.99), _termhood(kind, forms, proposals, lexicon),
        "keep" if keep else "name" if name else "term",
    )  # fmt: skip


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda s: (-counts[s], s))


def _spelling(surfaces: Counter[str]) -> str:
    """How a term is best written: as most often, in small letters where it ever is, for headings have capitals."""
    written: Counter[str] = Counter()
    for surface, count in surfaces.items():
        written[surface.lower()] += count
    best = _most(written)
    return min((s for s in surfaces if s.lower() == best), key=lambda s: (s != best, -surfaces[s], s))


def _name(forms: Sequence[str]) -> bool:
    return all(word[0].isupper() for form in forms for word in form.split())


def _termhood(kind: int, forms: Sequence[str], proposals: Proposals, lexicon: Lexicon) -> float:
    """From how general the words are: many glosses, verbs and words of much use are no terms."""
    size = int(proposals.size[kind])
    if size == 1:
        low = forms[0].lower()
        if low in UNLIKELY or lexicon.english_lemma(low) in UNLIKELY:
            return 0.05
        glosses = len(lexicon.translations(low))
        value = 1.0 if forms[0].isupper() else 1 / (1 + 0.12 * glosses**0.5)
        return value * (1 - float(proposals.verb[kind])) ** 2
    return 1.0 - float(proposals.verb[kind])
