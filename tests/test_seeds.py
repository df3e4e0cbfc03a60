"""The project's own documents, checked through the command line: what was planted is found, and nothing else."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
EXPECTED = Path(__file__).parent / "expected"
PLANTED: list[dict[str, Any]] = json.loads((EXPECTED / "findings.json").read_text(encoding="utf-8"))
GOLD = sorted((EXPECTED / "pairs").glob("*.tsv"))

Report = dict[str, Any]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """Reports of the documents in seeds/, by path."""
    out = tmp_path_factory.mktemp("seeds") / "all.json"
    command = [sys.executable, "-m", "aligncheck", "check", "seeds/", "--output", f"json={out}", "--exit-zero"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ})
    assert done.returncode == 0, done.stderr
    return {report["document"]["path"]: report for report in json.loads(out.read_text(encoding="utf-8"))}


def touches(report: Report, finding: dict[str, Any], planted: dict[str, Any], side: str) -> bool:
    """Whether the finding's evidence on a side overlaps the planted words there; true where none were planted."""
    if side not in planted:
        return True
    text = (ROOT / report["document"][side]["path"]).read_text(encoding="utf-8")
    places = [match.span() for match in re.finditer(re.escape(planted[side]), text)]
    start, end = places[planted.get(f"{side}_occurrence", 0)]
    return any(span["start"] < end and start < span["end"] for span in finding[f"{side}_spans"])


def answers(report: Report, finding: dict[str, Any], planted: dict[str, Any]) -> bool:
    return (
        report["document"]["path"] == planted["document"]
        and finding["code"] == planted["code"]
        and all(touches(report, finding, planted, side) for side in ("source", "target"))
    )


def loud(report: Report) -> list[dict[str, Any]]:
    return [finding for finding in report["findings"] if finding["severity"] != "info"]


def test_every_document_has_a_report(reports: dict[str, Report]) -> None:
    assert sorted(reports) == [
        "seeds/ferry.txt",
        "seeds/guide.zh-CN.md",
        "seeds/observatory.txt",
        "seeds/rooftops.txt",
        "seeds/tea-factory.txt",
    ]
    assert reports["seeds/guide.zh-CN.md"]["document"]["source"]["path"] == "seeds/guide.md"
    scripts = {path: report["document"]["target"]["script"] for path, report in reports.items()}
    assert scripts.pop("seeds/rooftops.txt") in ("Hant", "mixed")
    assert set(scripts.values()) == {"Hans"}


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: f"{planted['document']}-{planted['code']}")
def test_planted_defect_is_found(reports: dict[str, Report], planted: dict[str, Any]) -> None:
    report = reports[planted["document"]]
    assert any(answers(report, finding, planted) for finding in loud(report)), planted


def test_nothing_else_is_reported(reports: dict[str, Report]) -> None:
    false_alarms = [
        (path, finding["code"], finding["message"])
        for path, report in reports.items()
        for finding in loud(report)
        if not any(answers(report, finding, planted) for planted in PLANTED)
    ]
    assert not false_alarms


def test_one_language_is_noted_once(reports: dict[str, Report]) -> None:
    findings = reports["seeds/tea-factory.txt"]["findings"]
    assert [(finding["code"], finding["severity"]) for finding in findings] == [("OMI003", "info")]


def plain(text: str | None) -> str:
    """A side without what pairing does not decide: spaces, list numbers, markup at the edges."""
    folded = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))
    return re.sub(r"^(?:\d{1,2}[.、])?[*#>]*", "", folded).strip("*")


def paired(report: Report) -> Counter[tuple[str, str]]:
    return Counter(
        (plain(pair["source"] and pair["source"]["text"]), plain(pair["target"] and pair["target"]["text"]))
        for pair in report["pairs"]
    )


def test_pairs_agree_with_those_made_by_hand(reports: dict[str, Report]) -> None:
    """At least 99% of the pairs, nulls among them; and hardly a pair that nobody made.

    A third column with ``?`` marks what may be a pair: bylines, cells that hold only a value.
    """
    missing: list[tuple[str, str]] = []
    extra: list[tuple[str, str]] = []
    total = 0
    for path in GOLD:
        rows = [row.split("\t") for row in path.read_text(encoding="utf-8").splitlines()[1:]]
        wanted = Counter((plain(row[0]), plain(row[1])) for row in rows if len(row) == 2)
        allowed = Counter((plain(row[0]), plain(row[1])) for row in rows)
        found = paired(reports[f"seeds/{path.stem}"])
        missing += (wanted - found).elements()
        extra += [pair for pair in (found - allowed).elements() if all(pair)]
        total += wanted.total()
    assert total > 250
    assert len(missing) <= total * 0.01, missing
    assert len(extra) <= total * 0.01, extra


@pytest.mark.parametrize("side", ["source", "target"])
def test_planted_words_stand_where_they_are_said_to_be(side: str) -> None:
    """Once in the file, or the occurrence is told."""
    for planted in PLANTED:
        if side in planted:
            name = planted["document"].replace(".zh-CN", "") if side == "source" else planted["document"]
            count = (ROOT / name).read_text(encoding="utf-8").count(planted[side])
            assert count > planted[f"{side}_occurrence"] if f"{side}_occurrence" in planted else count == 1, planted
