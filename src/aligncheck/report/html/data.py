"""What a page's script has to know of its documents, as data that is not run; shows nothing."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from markupsafe import Markup

from aligncheck.model.report import Report
from aligncheck.report.around import Served
from aligncheck.report.html.frame import json_in_script


def data_block(reports: Sequence[Report], hrefs: Sequence[str | None], served: Served | None) -> Markup:
    """``{"documents": [{"report", "path", "href", "findings": [[fingerprint, code, severity, status], …]}, …]}``.

    ``report`` is the report's id; findings are in the report's order, those on suppressions left out, which nobody
    decides on. Served pages have ``"served": {"version", "decisions": {fingerprint: record}}`` as well.
    """
    documents = [
        {
            "report": report.id,
            "path": report.document.path.encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
            "href": href,
            "findings": [
                [f.fingerprint, f.code, f.severity.value, f.status.value] for f in report.findings if f.decidable
            ],
        }
        for report, href in zip(reports, hrefs, strict=True)
    ]
    data: dict[str, object] = {"documents": documents}
    if served is not None:
        decisions = msgspec.to_builtins(served.decisions)
        data["served"] = {"version": served.version, "decisions": decisions}
    return Markup('<script type="application/json" id="data">{}</script>\n').format(Markup(json_in_script(data)))
