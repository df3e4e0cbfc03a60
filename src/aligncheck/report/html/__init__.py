"""The HTML pages, self-contained; what they show is worked out in page, picture and index."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from aligncheck.errors import AligncheckError
from aligncheck.model.report import Report
from aligncheck.report.html import document, overview
from aligncheck.report.html.frame import page
from aligncheck.report.html.index import index_of


def document_page(
    report: Report, index_href: str | None = None, *, previous_href: str | None = None, next_href: str | None = None
) -> str:
    """A document's page: one file that needs no other, reads without scripts and is the same for the same report."""
    links = document.Links(_address(index_href), _address(previous_href), _address(next_href))
    return page("document", document.body_of(report, links))


def index_page(reports: Sequence[Report], hrefs: Sequence[str | None], failures: Sequence[AligncheckError] = ()) -> str:
    """The overview of a run: documents × rules, worst first, then what could not be read."""
    return page("index", overview.body_of(index_of(reports, [_address(href) for href in hrefs]), failures))


def _address(path: str | None) -> str | None:
    """A relative path as a URL. The dot keeps a file called ``javascript:x`` from being a scheme."""
    if path is None:
        return None
    address = quote(path, safe="/", errors="surrogateescape")
    return address if address.startswith((".", "/")) else f"./{address}"
