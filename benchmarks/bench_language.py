"""What the rules on the quality of the language cost: pairs a second by family, with and without a glossary, one core.

Usage: python benchmarks/bench_language.py [FILE …]

Measured are the texts of ``seeds/``, and each FILE: a bilingual one or a table of pairs. The documents are read and
paired, and which words render which is known, as in a run that has all rules on; counted is the CPU time that the rules
spend on top of it. CON is what is taken down of each pair for the rules on the run, and those on the document.

The glossary is a made-up one of TERMS terms, of which every pair of a made-up text has three. In half of the places the
translation has another word that the dictionary gives; the share is that of a whole run.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from aligncheck.alignment.layout import Pairing, pair_file
from aligncheck.checks import RULES, DocumentContext, Rule
from aligncheck.checks._cover import covered
from aligncheck.config import Config
from aligncheck.engine import check_file
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.term import NO_TERMS, Term, Terms
from aligncheck.model.text import Document
from aligncheck.segment import segment

REPEATS = 3
"""Runs over a text, of which the fastest counts."""
TERMS = 10_000
DENSE = 500
"""Pairs of the made-up text."""
WHOLE = 0.7
"""Weight in the dictionary of a rendering that is one, and no part of a gloss."""
SEEDS = Path(__file__).parent.parent / "seeds"

FRAME_EN = (
    "Before noon the {0} stood near the {1}, as it had for many years, and although the rain had stopped and the road "
    "was dry again, nobody who came along had ever seen the {2} there."
)
FRAME_ZH = "中午以前，{0}在{1}附近，多年来一直如此；虽然雨已经停了，路也干了，路过的人谁也没有在那里见过{2}。"
"""A sentence of ordinary length around the three terms."""

FAMILIES: dict[str, Callable[[str], bool]] = {
    "CON": lambda code: code.startswith("CON"),
    "PUN": lambda code: code.startswith("PUN"),
    "SCR": lambda code: code.startswith("SCR"),
    "TRM, names": lambda code: code.startswith("TRM01"),
    "TRM, glossary": lambda code: code.startswith("TRM00"),
}
"""Which rules belong together."""
ALL = "all together"


def contexts(documents: Iterable[Document], lexicon: Lexicon, terms: Terms = NO_TERMS) -> list[DocumentContext]:
    """The documents as rules see them, paired."""
    made = []
    for document in documents:
        plain = document.without_directives()
        pairing: Pairing = pair_file(plain, segment(plain), lexicon, "en")
        made.append(DocumentContext(plain, plain, "en", "zh", pairing.pairs, lexicon, pairing.layout, terms=terms))
    return made


def spent(ready: Sequence[DocumentContext], rules: Sequence[Rule]) -> float:
    """Seconds of CPU time for the rules, the fastest of several runs on contexts of which nothing is known yet."""
    best = float("inf")
    for _ in range(REPEATS):
        fresh = [replace(context, _made={}, _seen={}) for context in ready]
        for context in fresh:
            covered(context)
        start = time.process_time()
        for context in fresh:
            look(context, rules)
        best = min(best, time.process_time() - start)
    return best


def look(context: DocumentContext, rules: Sequence[Rule]) -> None:
    """What a run does with these rules in a document."""
    for rule in rules:
        if rule.scope == "document":
            Counter(rule.on_document(context))
    for gather in dict.fromkeys(rule.gather for rule in rules if rule.gather is not None):
        gather(context)
    on_pairs = [rule for rule in rules if rule.scope == "pair"]
    for pair in context.pairs if on_pairs else ():
        if pair.source and pair.target and pair.source.lang != pair.target.lang:
            seen = context.pair(pair)
            for rule in on_pairs:
                if rule.when is None or rule.when(seen):
                    Counter(rule.on_pair(seen))


def families(name: str, ready: Sequence[DocumentContext]) -> None:
    """A line for each family: microseconds a pair and pairs a second."""
    pairs = sum(bool(pair.source and pair.target) for context in ready for pair in context.pairs)
    chosen = {family: [r for r in RULES if holds(r.code)] for family, holds in FAMILIES.items()}
    chosen[ALL] = [rule for rules in chosen.values() for rule in rules]
    for family, rules in chosen.items():
        seconds = spent(ready, rules)
        print(f"{name:<24} {family:<14} {pairs:>7} {seconds / pairs * 1e6:>9.1f} {pairs / seconds:>9.0f}", flush=True)


def made_up(lexicon: Lexicon) -> tuple[Document, Terms]:
    """A text in which every pair has three of TERMS terms, half of them rendered otherwise."""
    words = []
    for word in map(lexicon.lemma, range(len(lexicon.arrays["lemma_at"]) - 1)):
        known = [name for name, weight in lexicon.translations(word).items() if weight >= WHOLE and len(name) > 1]
        if len(known) > 1 and len(word) > 4 and word.isalpha() and word not in FRAME_EN.lower():
            words.append((word, known[0], known[1]))
        if len(words) == TERMS:
            break
    terms = Terms(Term(en=(english,), zh=(right,)) for english, right, _ in words)
    rows = ["en\tzh"]
    step = max(1, len(words) // (3 * DENSE))
    chosen = words[::step]
    for number in range(min(DENSE, len(chosen) // 3)):
        three = chosen[3 * number : 3 * number + 3]
        said = [other if (number + at) % 2 else right for at, (_, right, other) in enumerate(three)]
        english = [word for word, _, _ in three]
        rows.append(f"{FRAME_EN.format(*english)}\t{FRAME_ZH.format(*said)}")
    return read("\n".join(rows).encode("utf-8"), "made-up.tsv"), terms


def glossary(lexicon: Lexicon) -> None:
    """What a large glossary costs where it has much to say: as a rule, and as a share of a whole run."""
    document, terms = made_up(lexicon)
    rules = [rule for rule in RULES if FAMILIES["TRM, glossary"](rule.code)]
    ready = contexts([document], lexicon, terms)
    pairs = len(ready[0].pairs)
    seconds = spent(ready, rules)
    print(
        f"{f'{len(terms)} terms, 3 a pair':<24} {'TRM, glossary':<14} {pairs:>7} {seconds / pairs * 1e6:>9.1f}", end=""
    )
    print(f" {pairs / seconds:>9.0f}")
    without, with_terms = (whole(document, config, lexicon) for config in (Config(), Config(terms=terms.all)))
    print(
        f"whole run without and with it: {without / pairs * 1e6:.0f} and {with_terms / pairs * 1e6:.0f} µs a pair",
        end="",
    )
    print(f", share of the glossary {1 - without / with_terms:.0%}")


def whole(document: Document, config: Config, lexicon: Lexicon) -> float:
    best = float("inf")
    for _ in range(REPEATS):
        start = time.process_time()
        check_file(document, config, lexicon)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    lexicon = Lexicon.load()
    print(f"{'text':<24} {'family':<14} {'pairs':>7} {'µs a pair':>9} {'pairs/s':>9}")
    seeds = [read(path.read_bytes(), path.name) for path in sorted(SEEDS.glob("*.txt"))]
    families("seeds", contexts(seeds, lexicon))
    for path in map(Path, sys.argv[1:]):
        families(path.stem, contexts([read(path.read_bytes(), path.name)], lexicon))
    glossary(lexicon)


if __name__ == "__main__":
    main()
