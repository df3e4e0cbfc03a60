"""The command line's contract: exit codes, outputs, names of reports, the ladder."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

ROOT = Path(__file__).parent.parent
CLEAN = "The lamp turns once every ten seconds.\n\n灯每十秒转一圈。\n"
WRONG = "The library lends 2.5 million books a year.\n\n图书馆每年外借25万册图书。\n"


def run(directory: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aligncheck", *arguments]
    return subprocess.run(command, cwd=directory, capture_output=True, text=True, timeout=120, check=False)


def tree(directory: Path, **files: str) -> None:
    (directory / "x").mkdir()
    for name, text in files.items():
        (directory / "x" / f"{name}.md").write_text(text, encoding="utf-8")


def test_exit_codes(tmp_path: Path) -> None:
    tree(tmp_path, clean=CLEAN, wrong=WRONG)
    assert run(tmp_path, "x/clean.md").returncode == 0
    assert run(tmp_path, "x/wrong.md").returncode == 1
    assert run(tmp_path, "check", "x").returncode == 1
    assert run(tmp_path, "x", "--exit-zero").returncode == 0
    assert run(tmp_path, "x", "--fail-on", "never").returncode == 0
    assert run(tmp_path, "x", "--ignore", "NUM").returncode == 0
    assert run(tmp_path, "x", "--select", "OMI,UNT").returncode == 0
    assert run(tmp_path).returncode in (0, 2)


def test_reports_lie_where_their_documents_lie(tmp_path: Path) -> None:
    tree(tmp_path, clean=CLEAN, wrong=WRONG)
    done = run(tmp_path, "x/", "--exit-zero")
    names = sorted(p.relative_to(tmp_path).as_posix() for p in (tmp_path / "reports").rglob("*.*"))
    assert names == [
        "reports/index.html",
        "reports/x/clean.md.html",
        "reports/x/clean.md.json",
        "reports/x/wrong.md.html",
        "reports/x/wrong.md.json",
    ]
    assert "x/wrong.md:3:" in done.stdout
    assert "\x1b" not in done.stdout


def test_json_follows_its_schema_and_key_order(tmp_path: Path) -> None:
    tree(tmp_path, wrong=WRONG)
    run(tmp_path, "x", "--output", "json=all.json", "--output", "jsonl=all.jsonl", "--output", "html=pages")
    (report,) = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    Draft202012Validator(json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))).validate(
        report
    )
    assert list(report) == ["schema_version", "tool", "signature", "document", "pairs", "findings", "stats"]
    assert report["document"]["path"] == "x/wrong.md"
    (finding,) = report["findings"]
    assert finding["code"].startswith("NUM")
    assert finding["severity"] == "error"
    assert [s["text"] for s in finding["source_spans"]] == ["2.5 million"]
    assert [s["text"] for s in finding["target_spans"]] == ["25万"]
    text = (tmp_path / "x" / "wrong.md").read_text(encoding="utf-8")
    for span in (*finding["source_spans"], *finding["target_spans"]):
        assert text[span["start"] : span["end"]] == span["text"]
    assert json.loads((tmp_path / "all.jsonl").read_text(encoding="utf-8")) == report
    assert (tmp_path / "pages" / "index.html").exists()
    assert not (tmp_path / "reports").exists()


def test_reports_are_written_without_a_cache_too(tmp_path: Path) -> None:
    tree(tmp_path, clean=CLEAN, wrong=WRONG)
    run(tmp_path, "x")
    run(tmp_path, "x", "--no-cache", "--reports", "uncached")
    written = {p.relative_to(tmp_path / "reports"): p.read_bytes() for p in (tmp_path / "reports").rglob("*.*")}
    again = {p.relative_to(tmp_path / "uncached"): p.read_bytes() for p in (tmp_path / "uncached").rglob("*.*")}
    assert len(written) == 5
    assert again == written


def test_same_input_same_bytes_on_any_number_of_workers(tmp_path: Path) -> None:
    tree(tmp_path, a=CLEAN, b=WRONG, c=CLEAN + "\n" + WRONG)
    run(tmp_path, "x", "-j", "1", "--reports", "one")
    run(tmp_path, "x", "-j", "3", "--reports", "three")
    one = {p.relative_to(tmp_path / "one"): p.read_bytes() for p in (tmp_path / "one").rglob("*.*")}
    three = {p.relative_to(tmp_path / "three"): p.read_bytes() for p in (tmp_path / "three").rglob("*.*")}
    assert one == three
    assert len(one) == 7


def test_two_files_in_either_order(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("The lamp turns once every ten seconds.\n", encoding="utf-8")
    (tmp_path / "two.md").write_text("灯每十秒转一圈。\n", encoding="utf-8")
    for order in (("one.md", "two.md"), ("two.md", "one.md")):
        run(tmp_path, *order, "--output", "json=out.json")
        (report,) = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
        assert report["document"]["source"] == {"path": "one.md", "lang": "en"}
        assert report["document"]["path"] == "two.md"
        assert [p["type"] for p in report["pairs"]] == ["1-1"]


def test_show_files(tmp_path: Path) -> None:
    tree(tmp_path, **{"a.en": "The lamp turns.", "a.zh": "灯在转动。", "b": CLEAN})
    done = run(tmp_path, "x", "--show-files")
    assert done.stdout.splitlines() == ["x/a.en.md -> x/a.zh.md", "x/b.md"]
    assert not (tmp_path / "reports").exists()


def test_ladder_of_sentence_files(tmp_path: Path) -> None:
    english = ["The lamp turns once every ten seconds.", "Keepers sleep below.", "Nobody has seen it go dark."]
    chinese = ["灯每十秒转一圈。", "看守人睡在下面。", "没有人见过它熄灭。"]
    (tmp_path / "a.en").write_text("\n".join(english) + "\n", encoding="utf-8")
    (tmp_path / "a.zh").write_text("\n".join(chinese) + "\n", encoding="utf-8")
    done = run(
        tmp_path, "align", "a.zh", "a.en", "--source", "zh", "--target", "en", "--sentences", "--format", "ladder"
    )
    assert done.stdout == "0|0\n1|1\n2|2\n"
    rows = run(tmp_path, "align", "a.en", "a.zh", "--sentences", "--format", "tsv").stdout.splitlines()
    assert rows == ["en\tzh", *("\t".join(pair) for pair in zip(english, chinese, strict=True))]
    lines = run(tmp_path, "align", "a.en", "a.zh", "--sentences", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["type"] for line in lines] == ["1-1"] * 3
    assert run(tmp_path, "align", "a.en", "a.zh", "--sentences", "--format", "tmx").stdout.count("<tu>") == 3


def test_rule_pages(tmp_path: Path) -> None:
    listed = run(tmp_path, "rule").stdout
    assert "OMI001  error    sentence-omitted" in listed
    page = run(tmp_path, "rule", "omi001").stdout
    assert page.startswith("# OMI001 sentence-omitted\n\nSeverity error, since 0.1.0.")
    assert run(tmp_path, "rule", "OMI999").returncode == 2
    assert "Silent" in page


def test_the_version_needs_nothing_heavy(tmp_path: Path) -> None:
    """It is told in 0.1 s; whatever of these is imported on the way would double that or worse."""
    assert run(tmp_path, "--version").stdout.startswith("aligncheck, version ")
    heavy = ["numpy", "sacrebleu", "pypinyin", "markupsafe", "markdown_it", "msgspec", "opencc", "simplemma"]
    code = f"import sys, aligncheck.cli; print([m for m in {heavy!r} if m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"
