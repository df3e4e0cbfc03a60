"""A run as JUnit XML, for the test pages of Jenkins, GitLab and other build servers."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree

from aligncheck.model.report import Report, Severity, Status
from aligncheck.model.run import Run
from aligncheck.report.conventions import Entry, certainty, new_entries
from aligncheck.report.fixes import with_fix
from aligncheck.report.invisible import plain
from aligncheck.report.regions import in_repository
from aligncheck.report.xml_text import legal


def write(run: Run) -> bytes:
    """A suite per document, a case per new finding or a passing one for a document without; UTF-8.

    A finding that stops the gate is a failure, a lesser one a skipped test, for which a build server marks no build as
    broken. What could not be read is an error. A case's name holds the finding's fingerprint, not its line: servers
    follow a case from build to build by class and name, and GitLab drops the second of two equal ones.
    """
    failing = _failing(run)
    root = ElementTree.Element("testsuites", name="aligncheck")
    for report in run.reports:
        root.append(_suite(report, failing, run.prefix))
    for failure in run.failures:
        path = in_repository(failure.path, run.prefix) if failure.path is not None else "aligncheck"
        suite = ElementTree.SubElement(root, "testsuite", name=legal(path))
        case = ElementTree.SubElement(suite, "testcase", classname=legal(path), name="can be read")
        fault = ElementTree.SubElement(case, "error", type=type(failure).__name__, message=_told(failure.message))
        fault.text = _told(str(failure))
    for suite in root:
        for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            suite.set(name, str(sum(1 for _ in suite.iter(tag))))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _failing(run: Run) -> Severity:
    """The least severity that stops the gate: as far down as the verdict counts, and errors in any case."""
    found = Counter(f.severity for r in run.reports for f in r.findings if f.status is Status.NEW)
    least, reached = Severity.ERROR, found[Severity.ERROR]
    for severity in (Severity.WARNING, Severity.INFO):
        if run.verdict.failing > reached:
            least, reached = severity, reached + found[severity]
    return least


def _suite(report: Report, failing: Severity, prefix: str) -> ElementTree.Element:
    path = legal(in_repository(report.document.path, prefix))
    suite = ElementTree.Element("testsuite", name=path)
    properties = ElementTree.SubElement(suite, "properties")
    for status in Status:
        known = sum(f.status is status for f in report.findings)
        ElementTree.SubElement(properties, "property", name=status.value, value=str(known))
    used: Counter[str] = Counter()
    for entry in new_entries([report]):
        suite.append(_case(entry, path, failing, used))
    if not used:
        ElementTree.SubElement(suite, "testcase", classname=path, name="no new findings", file=path)
    return suite


def _case(entry: Entry, path: str, failing: Severity, used: Counter[str]) -> ElementTree.Element:
    finding = entry.finding
    name = _told(f"{finding.code} {finding.name} {finding.fingerprint}")
    used[name] += 1
    if used[name] > 1:
        name = f"{name} ({used[name]})"
    case = ElementTree.Element("testcase", classname=path, name=name, file=path)
    grave = finding.severity.rank >= failing.rank
    message = _told(with_fix(finding))
    told = {"type": finding.severity.value, "message": message if grave else f"{finding.severity.value}: {message}"}
    ElementTree.SubElement(case, "failure" if grave else "skipped", told).text = "\n".join(_lines(entry))
    return case


def _lines(entry: Entry) -> list[str]:
    """What a build server shows as the failure: place, message, both sentences."""
    report, finding, pair = entry
    lines = [f"{_told(str(entry.place))}: {finding.severity.value} {_told(finding.code)} {_told(finding.message)}"]
    if pair:
        for lang, side in ((report.document.source.lang, pair.source), (report.document.target.lang, pair.target)):
            lines.append(f"{_told(lang)}: {_told(side.text) if side else '-'}")
    return [*lines, f"{certainty(finding)} sure; aligncheck rule {_told(finding.code)}"]


def _told(text: str) -> str:
    return legal(plain(text))
