"""The Markdown summary: short enough, the same marker each time, and no text of a document that is more than text."""

from __future__ import annotations

import re

import pytest
from report_builder import Fault, Line, build
from report_comment import check_comment, rendered
from report_every_run import on_every_run
from report_samples import clean, ferry, lighthouse, long_document
from report_strategies import HOSTILE_TEXTS
from run_samples import FAILURES, at, with_statuses

from aligncheck.errors import InputError
from aligncheck.model.report import Severity
from aligncheck.model.run import Run, Verdict
from aligncheck.report import FORMATS

MARKER = "<!-- aligncheck:summary -->"


def text_of(run: Run) -> str:
    return FORMATS["markdown"](run).decode()


def check(run: Run) -> None:
    check_comment(text_of(run), MARKER)


test_samples_stay_text, test_any_run_stays_text = on_every_run(check)


@pytest.mark.parametrize("hostile", [t for t in HOSTILE_TEXTS if t.strip()])
def test_hostile_text_is_still_legible(hostile: str) -> None:
    words = re.findall(r"[a-z]{4,}", hostile)
    fault = Fault("NUM001", "n", Severity.ERROR, hostile, ((hostile, None),))
    page = rendered(text_of(Run((build("a.md", [Line(f"x{hostile}y", "甲", (fault,))]),))))
    (details,) = page.iter("details")
    assert [w for w in words if w not in details.text_content()] == []


def test_the_summary_of_a_run_that_fails() -> None:
    reasons = ("3 new findings of severity error or above",)
    text = text_of(Run((clean(), lighthouse()), FAILURES[:1], verdict=Verdict(3, 0, reasons)))
    assert text.startswith(
        f"{MARKER}\n## aligncheck: the gate fails\n\n"
        "<p>The gate fails: 3 new findings of severity error or above.</p>\n\n"
        "<p>2 documents, 22 pairs, <b>3 errors</b>, <b>2 warnings</b>, <b>1 info</b>, 1 baselined, "
        "<b>1 not read</b></p>\n\n"
        "<p>Cannot read <code>photo.md:3:</code> not text (save it as UTF-8)</p>\n"
    )
    assert (
        "<tr><td><code>leaflets/lighthouse.md</code></td><td>19</td><td>91%</td>"
        "<td>3</td><td>2</td><td>1</td><td>1</td></tr>\n</table>\n\n1 document has no new findings.\n"
    ) in text
    assert (
        "<details><summary><b>error</b> NUM001 <code>leaflets/lighthouse.md:14:4</code>: "
        "2.4 million is 2,400,000, but 24万 is 240,000: ten times too small.</summary>\n"
        "<p>en: <code>Some <b>2.4 million</b> visitors have climbed the 168 steps to the lantern room.</code></p>\n"
        "<p>zh: <code>已有约<b>24万</b>名游客登上通往灯室的168级台阶。</code></p>\n"
        "<p>99% sure; <code>aligncheck rule NUM001</code></p>\n</details>"
    ) in text


def test_the_summary_of_a_run_that_passes() -> None:
    text = text_of(Run((clean(),)))
    assert "## aligncheck: the gate passes" in text
    assert text.endswith("1 document has no new findings.\n")
    assert "<details>" not in text
    assert "not everything could be read" in text_of(Run((), FAILURES, verdict=Verdict(unread=3)))


def test_known_findings_are_counted() -> None:
    text = text_of(Run((with_statuses(),)))
    assert "1 baselined, 1 suppressed" in text
    assert text.count("<details>") == 1


def test_the_worst_findings_come_first() -> None:
    text = text_of(Run((lighthouse(), ferry())))
    assert re.findall(r"<summary><b>(\w+)</b>", text) == ["error"] * 4 + ["warning"] * 2 + ["info"]


def test_what_has_no_room_is_counted() -> None:
    text = text_of(Run((long_document(4000),)))
    assert text.count("<details>") == 40
    assert "\n\n60 more findings are not shown.\n" in text


def test_the_longest_run_fits_into_a_comment() -> None:
    long = "字" * 3000 + "<&>" * 2000
    fault = Fault("NUM001", "n", Severity.ERROR, long, ((long, None),), ((long, None),))
    report = build("a.md", [Line(long, long, (fault,))] * 60)
    many = tuple(at(f"{'directory/' * 30}{number}.md", report) for number in range(300))
    text = text_of(Run(many, tuple(InputError(long, path=str(n)) for n in range(90))))
    assert 30_000 < len(text) < 65_536
    shown = text.count("<details>")
    assert shown > 5
    assert f"\n\n{300 * 60 - shown} more findings are not shown.\n" in text
    assert re.search(r"\n\d+ more of what could not be read are not shown\.\n", text)
    assert re.search(r"\n\d+ more documents with findings are not in the table\.\n", text)
    check(Run(many))


def test_evidence_far_into_a_sentence_is_shown() -> None:
    text = f"{'字' * 900}250{'字' * 900}"
    fault = Fault("NUM001", "n", Severity.ERROR, "m", (), (("250", None),))
    assert "字<b>250</b>字" in text_of(Run((build("a.md", [Line("x", text, (fault,))]),)))
