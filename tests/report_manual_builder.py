"""A report with what a plain one lacks: inline markup, known findings with reasons, a finding that tells several."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import UNSET
from msgspec.structs import replace
from report_builder import Fault, Line, build

from aligncheck.model.report import InlineMark, PairRecord, Report, Severity, Status

Markup = Sequence[tuple[str, str] | tuple[str, str, str]]
"""Kind, the words it stands on, and its target where it has one."""

LINES = (
    Line("Starting the pump", "启动水泵", level=1),
    Line(
        "Run pump --prime before the first use, then read the safety notes.",
        "首次使用前请运行 pump --prime，然后阅读安全须知。",
    ),
    Line(
        "Never open the lid while {pressure} is above 3 bar; see the diagram of the valve.",
        "{pressure} 高于 5 bar 时切勿开盖；参见阀门示意图。",
        (
            Fault(
                "NUM001",
                "number-mismatch",
                Severity.ERROR,
                "3 bar is rendered as 5 bar.",
                (("3 bar", "3 bar"),),
                (("5 bar", "5 bar"),),
                0.97,
            ),
        ),
    ),
    Line(
        "The tank holds 1200 litres of water.",
        "水箱可容纳1250升水。",
        (
            Fault(
                "NUM001",
                "number-mismatch",
                Severity.ERROR,
                "1200 litres is rendered as 1250升.",
                (("1200", "1200"),),
                (("1250", "1250"),),
                0.96,
                Status.SUPPRESSED,
            ),
        ),
    ),
    Line(
        "Call the workshop, or write to the office.",
        "请致电 workshop 或写信给 office。",
        (
            Fault(
                "UNT002",
                "words-untranslated",
                Severity.WARNING,
                "Two English words are left as they are.",
                (("workshop", None), ("office", None)),
                (("workshop", None), ("office", None)),
                0.84,
            ),
        ),
    ),
    Line("Where flow is Q = Av, the area counts twice.", "流量为 Q = Av 时，面积起双重作用。"),
    Line(
        "Store it dry.",
        None,
        (
            Fault(
                "OMI001",
                "sentence-omitted",
                Severity.ERROR,
                "This sentence has no rendering.",
                (("Store it dry.", None),),
                (),
                0.91,
                Status.BASELINED,
            ),
        ),
    ),
)

_MARKUP: dict[int, tuple[Markup, Markup]] = {
    1: (
        (("code", "pump --prime"), ("strong", "safety notes"), ("link", "safety notes", "https://pump.example/safety")),
        (("code", "pump --prime"), ("link", "安全须知", "javascript:alert(1)")),
    ),
    2: (
        (("strong", "Never open the lid"), ("placeholder", "{pressure}"), ("image", "diagram of the valve", "v.png")),
        (("placeholder", "{pressure}"), ("emphasis", "切勿开盖"), ("image", "阀门示意图", "v.png")),
    ),
    3: ((("strong", "holds 1200"),), (("html", "升"),)),
    5: ((("math", "Q = Av"), ("footnote", "twice")), (("math", "Q = Av"),)),
}

REASON = "The tank was <b>replaced</b>; the plate says 1250."


def manual() -> Report:
    """A short manual, with markup in most of its sentences."""
    made = build("manuals/pump.zh.md", LINES)
    pairs = tuple(_marked(pair) for pair in made.pairs)
    findings = []
    for finding in made.findings:
        if finding.status is Status.SUPPRESSED:
            finding = replace(finding, reason=REASON)
        if finding.code == "UNT002":
            finding = replace(finding, parts=("0" * 16, "1" * 16))
        findings.append(finding)
    return replace(made, pairs=pairs, findings=tuple(findings))


def _marked(pair: PairRecord) -> PairRecord:
    sides = []
    for side, markup in zip((pair.source, pair.target), _MARKUP.get(pair.id, ((), ())), strict=True):
        marks = []
        for kind, words, *target in markup if side else ():
            at = side.text.index(words) if side else 0
            marks.append(InlineMark(kind, at, at + len(words), target[0] if target else UNSET))
        marks.sort(key=lambda m: (m.start, -m.end))
        sides.append(replace(side, marks=tuple(marks)) if side and marks else side)
    return replace(pair, source=sides[0], target=sides[1])
