"""The HTML pages, self-contained; what they show is worked out in page, picture and index."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from aligncheck.errors import AligncheckError
from aligncheck.model.report import Report
from aligncheck.report.around import Around
from aligncheck.report.html import document, overview
from aligncheck.report.html.frame import address, page
from aligncheck.report.html.index import index_of
from aligncheck.report.html.mending import has_places
from aligncheck.report.html.places import of_rule


def document_page(report: Report, around: Around) -> str:
    """A document's page: one file that needs no other, reads without scripts and is the same for the same report."""
    name = "mending" if any(map(has_places, report.findings)) else "document"
    return page(name, document.body_of(report, around), served=around.served is not None)


def index_page(
    reports: Sequence[Report], hrefs: Sequence[str | None], failures: Sequence[AligncheckError], around: Around
) -> str:
    """The overview of a run: documents × rules, worst first, then what could not be read."""
    index = index_of(reports, [address(href) for href in hrefs], partial(of_rule, around.links))
    return page("index", overview.body_of(index, failures, around), served=around.served is not None)
