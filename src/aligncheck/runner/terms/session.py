"""What a project's reports teach: terms mined over all of them, and their way into a file. Prints nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aligncheck.glossary.drafts import Tally
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Report
from aligncheck.runner.terms.drafting import Wanted, chosen, draft_of
from aligncheck.runner.terms.files import write_drafts
from aligncheck.runner.terms.pairs import tag_of, text_pairs
from aligncheck.terminology.mining import MinedTerm, mine


@dataclass(frozen=True, slots=True)
class Found:
    """Terms that were mined.

    Attributes:
        terms: the wanted ones, the best first.
        documents, pairs: how many taught them; pairs that are not sure enough do not count.
        lang: tag of the Chinese side.
    """

    terms: tuple[MinedTerm, ...]
    documents: int
    pairs: int
    lang: str

    def write(self, path: Path) -> Tally:
        """Write the terms as drafts, or merge them into what the file holds. Raises InputError, ConfigError."""
        return write_drafts(path, [draft_of(term) for term in self.terms], self.lang)


def mined(reports: Sequence[Report], wanted: Wanted) -> Found:
    """The wanted terms of all documents together."""
    pairs = list(text_pairs(reports))
    terms = chosen(mine(pairs, Lexicon.load()), wanted)
    return Found(terms, len(reports), len(pairs), tag_of(reports))
