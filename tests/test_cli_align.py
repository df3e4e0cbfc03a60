"""``aligncheck align`` and ``aligncheck.align``: sides, formats, what is left out, and the line of progress."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

import aligncheck
from aligncheck import cli
from aligncheck.alignment.export import FORMATS, Alignment
from aligncheck.cli import progress
from aligncheck.errors import ConfigError
from aligncheck.model.text import Bead

ENGLISH = (
    "The mill stands by the stream. It has two wheels.",
    "Grain arrives in 40 sacks on Monday. A horse pulls the cart.",
    "The miller sells flour on Fridays. He sings while the stones turn.",
    "In spring the river carried the old bridge away. Masons from the town built a new one of stone.",
)
CHINESE = (
    "磨坊立在溪边。它有两个水轮。",
    "谷物星期一分40袋运到。一匹马拉着车。",
    "磨坊主每逢星期五卖面粉。石磨转动时，他唱着歌。",
    "春天，河水冲走了旧桥。镇上的石匠用石头建了一座新桥。",
)
KEYS = ["source", "target", "type", "confidence", "moved", "source_text", "target_text"]


class Done(NamedTuple):
    code: int
    out: str
    err: str


Align = Callable[..., Done]


@pytest.fixture
def align(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Align:
    """Run ``aligncheck align`` in a directory with a text, its translation, and sentences of both."""
    monkeypatch.chdir(tmp_path)
    files = {
        "mill.en.md": "\n\n".join(ENGLISH),
        "mill.zh.md": "\n\n".join(CHINESE),
        "moved.zh.md": "\n\n".join((CHINESE[3], *CHINESE[:3])),
        "both.md": "\n\n".join(f"{en}\n\n{zh}" for en, zh in zip(ENGLISH, CHINESE, strict=True)),
        "lines.en": "\n".join(sentences("en")),
        "lines.zh": "\n".join(sentences("zh")),
        "moved.zh": "\n".join((*sentences("zh")[6:], *sentences("zh")[:6])),
        "short.zh": "\n".join((*sentences("zh")[:4], *sentences("zh")[5:])),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text + "\n", encoding="utf-8")

    def run(*arguments: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["aligncheck", "align", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return Done(int(ended.value.code or 0), *capsys.readouterr())

    return run


def sentences(lang: str) -> list[str]:
    if lang == "en":
        return [f"{part.strip('.')}." for text in ENGLISH for part in text.split(". ")]
    return [f"{part}。" for text in CHINESE for part in text.split("。") if part]


def rows(done: Done) -> list[dict[str, object]]:
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def test_two_documents(align: Align) -> None:
    assert align("mill.en.md", "mill.zh.md") == (0, "".join(f"{n}|{n}\n" for n in range(8)), "")
    assert [row["target_text"] for row in rows(align("mill.en.md", "mill.zh.md", "--format", "jsonl"))] == sentences(
        "zh"
    )


@pytest.mark.parametrize("source", [(), ("--source", "zh"), ("--target", "en"), ("--source", "en", "--target", "zh")])
def test_bilingual_file_counts_each_language_by_itself(align: Align, source: tuple[str, ...]) -> None:
    assert align("both.md", *source).out == "".join(f"{n}|{n}\n" for n in range(8))
    first = "zh" if source and (source[1] == "zh" or source[0] == "--target") else "en"
    texts = [row["source_text"] for row in rows(align("both.md", *source, "--format", "jsonl"))]
    assert texts == sentences(first)


def test_ladder_of_a_bilingual_file_holds_every_sentence_once(align: Align, tmp_path: Path) -> None:
    text = (tmp_path / "both.md").read_text(encoding="utf-8").replace("镇上的石匠用石头建了一座新桥。", "")
    (tmp_path / "gaps.md").write_text(text, encoding="utf-8")
    sides = [line.split("|") for line in align("gaps.md").out.splitlines()]
    for which, count in ((0, 8), (1, 7)):
        assert sorted(int(n) for pair in sides for n in pair[which].split(",") if n) == list(range(count))
    assert ["7", ""] in sides


@pytest.mark.parametrize("options", [("--source", "en", "--target", "en"), ("--source", "zh", "--target", "zh")])
@pytest.mark.parametrize(
    "files",
    [
        ("mill.en.md", "mill.zh.md"),
        ("lines.en", "lines.zh", "--sentences"),
        pytest.param(("both.md",)),
    ],
)
def test_one_language_on_both_sides(align: Align, files: tuple[str, ...], options: tuple[str, ...]) -> None:
    done = align(*files, *options)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"aligncheck: both sides are {options[1]} (one side must be English, the other Chinese)\n"


@pytest.mark.parametrize("name", ["mill.en.md", "mill.zh.md"])
def test_two_texts_of_one_language(align: Align, name: str) -> None:
    assert align(name, name).code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("lines.en", "--sentences"), "one file of sentences (name a second one, or leave --sentences out)"),
        (("mill.en.md", "mill.zh.md", "--format", "xml"), "unknown format 'xml' (use one of ladder, tsv, jsonl, tmx)"),
        (("mill.en.md", "none.zh.md"), "none.zh.md: does not exist (check the path)"),
    ],
)
def test_what_cannot_be_run_says_what_to_do(align: Align, arguments: tuple[str, ...], message: str) -> None:
    assert align(*arguments) == (2, "", f"aligncheck: {message}\n")


def test_min_confidence_leaves_beads_out(align: Align) -> None:
    files = ("lines.en", "short.zh", "--sentences", "--format", "jsonl")
    every = rows(align(*files))
    assert rows(align(*files, "--min-confidence", "0")) == every
    middle = sorted(float(str(row["confidence"])) for row in every)[len(every) // 2]
    kept = rows(align(*files, "--min-confidence", str(middle)))
    assert kept == [row for row in every if float(str(row["confidence"])) >= middle]
    assert 0 < len(kept) < len(every)


@pytest.mark.parametrize(
    "value",
    ["-0.1", "1.01", "high", "nan"],
)
def test_min_confidence_out_of_range(align: Align, value: str) -> None:
    done = align("lines.en", "lines.zh", "--sentences", "--min-confidence", value)
    assert (done.code, done.out) == (2, "")
    assert "--min-confidence" in done.err


def test_json_lines(align: Align) -> None:
    found = rows(align("lines.en", "short.zh", "--sentences", "--format", "jsonl"))
    assert [list(row) for row in found] == [KEYS] * len(found)
    assert [row["type"] for row in found if row["target"] == []] == ["1-0"]
    assert [(row["source_text"], row["target_text"]) for row in found if not row["target"]] == [
        (sentences("en")[4], "")
    ]
    assert [i for row in found for i in list(row["source"])] == list(range(8))  # type: ignore[call-overload]
    assert all(0 <= float(str(row["confidence"])) <= 1 and row["moved"] is False for row in found)


def test_moved_text_is_paired_in_documents_but_sentences_keep_their_order(align: Align) -> None:
    found = rows(align("mill.en.md", "moved.zh.md", "--format", "jsonl"))
    assert [row["source_text"] for row in found if row["moved"]] == sentences("en")[6:]
    assert [row["target_text"] for row in found] == sentences("zh")
    assert [row["target"] for row in found] == [[2], [3], [4], [5], [6], [7], [0], [1]]
    lines = rows(align("lines.en", "moved.zh", "--sentences", "--format", "jsonl"))
    assert not [row for row in lines if row["moved"]]
    assert [j for row in lines for j in list(row["target"])] == list(range(8))  # type: ignore[call-overload]


def test_tmx_holds_beads_of_two_sides(align: Align) -> None:
    body = ElementTree.fromstring(align("lines.zh", "lines.en", "--sentences", "--format", "tmx").out.encode("utf-8"))
    assert (body.tag, body.get("version")) == ("tmx", "1.4")
    assert [header.get("srclang") for header in body.iter("header")] == ["zh"]
    assert [seg.text for seg in body.iter("seg")] == [
        text for pair in zip(sentences("zh"), sentences("en"), strict=True) for text in pair
    ]
    short = ElementTree.fromstring(align("lines.en", "short.zh", "--sentences", "--format", "tmx").out.encode("utf-8"))
    assert len(list(short.iter("tu"))) == 7
    assert sentences("en")[4] not in [seg.text for seg in short.iter("seg")]


def awkward(source: str, target: str) -> Alignment:
    return Alignment([Bead((0,), (0,), 0.5), Bead((1,), (), 1.0)], [source, "Left alone."], [target], "en", "zh")


def test_tmx_of_awkward_text_parses() -> None:
    text = FORMATS["tmx"](awkward('a < b & "c" \x0c\x00\x1b ]]>', "甲<乙>&丙"))
    segs = [seg.text for seg in ElementTree.fromstring(text.encode("utf-8")).iter("seg")]
    assert segs == ['a < b & "c"  ]]>', "甲<乙>&丙"]


def test_tmx_leaves_noncharacters_out() -> None:
    ElementTree.fromstring(FORMATS["tmx"](awkward("odd \uffff end", "甲\ufffe乙")).encode("utf-8"))


def test_tsv_keeps_one_row_a_bead() -> None:
    text = FORMATS["tsv"](awkward("a\ttab and\r\na line", "甲\n乙\u2028丙"))
    assert text == "en\tzh\na tab and a line\t甲 乙 丙\nLeft alone.\t\n"


def test_texts_are_joined_as_their_language_is_written() -> None:
    made = Alignment([Bead((0, 1), (0, 1), 1.0)], ["One.", "Two."], ["一。", "二。"], "en", "zh")
    assert made.texts(made.beads[0]) == ("One. Two.", "一。二。")


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_output_writes_the_same_to_a_file(align: Align, tmp_path: Path, form: str) -> None:
    printed = align("mill.en.md", "mill.zh.md", "--format", form)
    assert align("mill.en.md", "mill.zh.md", "--format", form, "--output", "out/a.txt") == (0, "", "")
    assert (tmp_path / "out" / "a.txt").read_bytes() == printed.out.encode("utf-8")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.txt"]


def test_progress_goes_to_standard_error_alone(align: Align, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "SOON", 0.0)
    monkeypatch.setattr(progress, "OFTEN", 0.0)
    files = ("lines.en", "lines.zh", "--sentences")
    quiet, default, shown = align(*files, "--no-progress"), align(*files), align(*files, "--progress")
    assert quiet == default == (0, "".join(f"{n}|{n}\n" for n in range(8)), "")
    assert (shown.code, shown.out) == (0, quiet.out)
    assert shown.err.startswith("\raligning ")
    assert "%" in shown.err
    assert shown.err.endswith(" \r")


def test_progress_of_a_bilingual_file(align: Align, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "SOON", 0.0)
    monkeypatch.setattr(progress, "OFTEN", 0.0)
    assert "aligning" in align("both.md", "--progress").err


class Clock:
    """Stands for ``time.monotonic``; ``now`` is set by the test."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        monkeypatch.setattr("aligncheck.cli.progress.time.monotonic", lambda: self.now)


def written(bar: progress.Bar, clock: Clock, *steps: tuple[float, int, int]) -> None:
    """Updates, each (seconds since the start, done, total)."""
    with bar:
        for seconds, done, total in steps:
            clock.now = 100.0 + seconds
            bar.update(done, total)


@pytest.mark.parametrize(
    ("steps", "err"),
    [
        ([], ""),
        ([(0.1, 1, 4), (0.4, 4, 4)], ""),
        ([(0.5, 1, 4)], "\rwork 25%\r        \r"),
        ([(1.0, 1, 3), (1.05, 2, 3), (1.25, 3, 3)], "\rwork 33%\rwork 100%\r         \r"),
        ([(2.0, 0, 0)], "\rwork 0%\r       \r"),
    ],
    ids=["no work", "quick", "late", "not too often", "nothing to do"],
)
def test_bar(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    steps: list[tuple[float, int, int]],
    err: str,
) -> None:
    clock = Clock(monkeypatch)
    written(progress.Bar("work", shown=True), clock, *steps)
    assert capsys.readouterr() == ("", err)


@pytest.mark.parametrize("terminal", [True, False])
def test_bar_shows_itself_where_a_person_looks_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool
) -> None:
    clock = Clock(monkeypatch)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal, raising=False)
    written(progress.Bar("work"), clock, (1.0, 1, 2))
    assert ("work 50%" in capsys.readouterr().err) is terminal
    written(progress.Bar("work", shown=False), clock, (2.0, 1, 2))
    assert capsys.readouterr().err == ""


def test_bar_is_taken_away_when_the_work_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = Clock(monkeypatch)
    with pytest.raises(TypeError):
        written(progress.Bar("work", shown=True), clock, (1.0, 1, 2), (2.0, None, 2))  # type: ignore[arg-type]
    assert capsys.readouterr().err == "\rwork 50%\r        \r"


@pytest.mark.parametrize("source_lang", ["en", "zh"])
def test_library_call_tiles_both_sides(source_lang: str) -> None:
    target_lang = "zh" if source_lang == "en" else "en"
    source, target = sentences(source_lang), sentences(target_lang)[:5] + sentences(target_lang)[6:]
    beads = aligncheck.align(source, target, source_lang=source_lang)
    assert [i for b in beads for i in b.source] == list(range(8))
    assert [j for b in beads for j in b.target] == list(range(7))
    assert [b.source for b in beads if not b.target] == [(5,)]
    assert aligncheck.align([], []) == []


@pytest.mark.parametrize("lang", ["de", "EN", ""])
def test_library_call_knows_two_languages(lang: str) -> None:
    with pytest.raises(ConfigError, match="use en or zh"):
        aligncheck.align(["One."], ["一。"], source_lang=lang)
