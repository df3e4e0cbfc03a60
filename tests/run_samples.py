"""Whole runs to try the writers on: the sample reports together, nothing, failures alone, odd paths."""

from __future__ import annotations

from fixes_builder import sample
from msgspec.structs import replace
from report_builder import Fault, Line, build
from report_samples import clean, every_report, ferry, lighthouse
from report_strategies import HOSTILE_TEXTS

from aligncheck.errors import ConfigError, InputError
from aligncheck.model.report import Report, Severity, Status
from aligncheck.model.run import RuleInfo, Run, Verdict

FAILURES = (
    InputError("not text", path="photo.md", line=3, remedy="save it as UTF-8"),
    ConfigError("unknown key"),
    InputError("no such file", path="../else/where.md"),
)
RULES = (
    RuleInfo(
        "NUM001", "number-mismatch", Severity.ERROR, "0.1.0", "Two numbers differ.", "Two numbers differ.\n\nWhy."
    ),
    RuleInfo("OMI001", "sentence-omitted", Severity.ERROR, "0.1.0", "A sentence is missing.", "A sentence is missing."),
)
ODD_PATHS = (
    "docs/with space/naïve.md",
    "文档/灯塔 (新).md",
    "C:\\docs\\guide.md",
    "C:/docs/guide.md",
    "../outside/guide.md",
    "/absolute/guide.md",
    "//host/share/guide.md",
    "a/../b/./guide.md",
    "100%,a:b;c=d#e?f.md",
    b"latin-\xe9.md".decode("utf-8", "surrogateescape"),
    "-dash.md",
    "::error::.md",
)


def at(path: str, report: Report) -> Report:
    """A report as if its one file had this path."""
    document = report.document
    files = replace(
        document, path=path, source=replace(document.source, path=path), target=replace(document.target, path=path)
    )
    return replace(report, document=files)


def _number(message: str, status: Status = Status.NEW) -> Fault:
    return Fault("NUM001", "number-mismatch", Severity.ERROR, message, (("7", "7"),), (("8", "8"),), status=status)


def with_statuses() -> Report:
    """Three findings, one of each status; two with a reason."""
    faults = [_number(f"Number {status.value}.", status) for status in Status]
    report = build("known.md", [Line("Lamp 7 is out.", "8号灯灭了。", (fault,)) for fault in faults])
    reasons = {Status.BASELINED: "old text", Status.SUPPRESSED: "a model's name"}
    found = tuple(replace(f, reason=reasons[f.status]) if f.status in reasons else f for f in report.findings)
    return replace(report, findings=found)


def two_files() -> Report:
    """A pair of files: one finding on the target, one where the target lacks the sentence."""
    faults = (
        _number("7 is not 8."),
        Fault("OMI001", "sentence-omitted", Severity.WARNING, "Left out.", (("The bell is rung at noon.", None),)),
    )
    report = build(
        "zh/bell.md",
        [Line("Lamp 7 is out.", "8号灯灭了。", faults[:1]), Line("The bell is rung at noon.", None, faults[1:])],
    )
    return replace(report, document=replace(report.document, source=replace(report.document.source, path="en/bell.md")))


def hostile_texts() -> Report:
    """Each hostile text as sentence, message, name, code, value and reason."""
    lines = [
        Line(f"a{text}b", f"甲{text}乙", (Fault(text, text, Severity.ERROR, text, ((text, text),), ((text, text),)),))
        for text in HOSTILE_TEXTS
    ]
    return build(
        "hostile.md", lines, on_document=[Fault("STR001", text, Severity.INFO, text) for text in HOSTILE_TEXTS]
    )


def every_run() -> dict[str, Run]:
    """Runs by name."""
    reasons = ("3 new findings of severity error or above",)
    return {
        "empty": Run(()),
        "failures only": Run((), FAILURES, verdict=Verdict(unread=3)),
        "samples": Run(tuple(every_report()), verdict=Verdict(9, reasons=reasons)),
        "rules": Run((lighthouse(), ferry()), FAILURES, RULES, Verdict(4, 3, reasons), "docs/zh"),
        "clean": Run((clean(),), rules=RULES),
        "statuses": Run((with_statuses(),), rules=RULES),
        "fixes": Run((sample(),), rules=RULES),
        "two files": Run((two_files(),), prefix="docs"),
        "hostile": Run((hostile_texts(),), tuple(InputError(t, path=t) for t in HOSTILE_TEXTS), prefix="a b"),
        "paths": Run(tuple(at(path, ferry()) for path in ODD_PATHS)),
    }
