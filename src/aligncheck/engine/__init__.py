"""One document, or one pair of documents, to a report. Pure: no files, clock, processes or output."""

from __future__ import annotations

from aligncheck.engine.check import check_file, check_files, pair_documents

__all__ = ["check_file", "check_files", "pair_documents"]
