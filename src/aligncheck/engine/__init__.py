"""Documents to reports: each by itself, then all of a run together. Pure: no files, clock, processes or output."""

from __future__ import annotations

from aligncheck.config import Config
from aligncheck.engine.across import Part, across
from aligncheck.engine.check import Examined, examine_file, examine_files, pair_documents
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Report
from aligncheck.model.text import Document


def check_file(document: Document, config: Config, lexicon: Lexicon, identity: str | None = None) -> Report:
    """The report on a file that holds both languages, or ready pairs, where it is all there is: ``examine_file``."""
    return _alone(examine_file(document, config, lexicon, identity), config, lexicon, identity)


def check_files(
    source: Document, target: Document, config: Config, lexicon: Lexicon, identity: str | None = None
) -> Report:
    """The report on a translation and its original where they are all there is; see ``examine_files``."""
    return _alone(examine_files(source, target, config, lexicon, identity), config, lexicon, identity)


def _alone(examined: Examined, config: Config, lexicon: Lexicon, identity: str | None) -> Report:
    part = Part(*examined, config, examined.report.document.path if identity is None else identity)
    ((report),) = across([part], lexicon).values()
    return report


__all__ = ["Examined", "Part", "across", "check_file", "check_files", "examine_file", "examine_files", "pair_documents"]
