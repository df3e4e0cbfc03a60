"""Directives written into files: at the right place, in the manner of the file, with the effect meant and no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from suppression_builder import CHINESE, ENGLISH, ROWS, SECOND, check, check_one, marks, pairs, said

from aligncheck.config import Config
from aligncheck.errors import ConfigError, InputError
from aligncheck.formats import read
from aligncheck.model.report import Report, Status
from aligncheck.runner import ignores
from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.ignores import add_ignores, suppress
from aligncheck.runner.run import Outcome, run
from aligncheck.suppressions.writing import Wish, with_ignores

SEEDS = Path(__file__).parent.parent / "seeds"
REASON = "accepted in spring"


def outcome(source: Path, target: Path | None = None) -> Outcome:
    job = Job(str(source), None if target is None else str(target), "x")
    return next(run([job], Config(), 1))


def report_of(outcome_: Outcome) -> Report:
    assert outcome_.report is not None
    return outcome_.report


def files(tmp_path: Path, english: str, chinese: str, suffix: str = ".md") -> tuple[Path, Path]:
    paths = tmp_path / f"a.en{suffix}", tmp_path / f"a.zh{suffix}"
    for path, text in zip(paths, (english, chinese), strict=True):
        path.write_bytes(text.encode())
    return paths


def added(before: str, after: str) -> list[str]:
    """Lines that are new or longer; every other line has to be there still, in order."""
    old, new = before.splitlines(), []
    for line in after.splitlines():
        if old and line == old[0]:
            old.pop(0)
        elif old and "aligncheck:" in line and line.startswith(old[0].removesuffix(" |")) and "<!--" in line[1:]:
            new.append(line)
            old.pop(0)
        else:
            new.append(line)
    assert not old
    return new


ABOVE, BESIDE = "<!-- aligncheck: ignore NUM001 -- R -->", " <!-- aligncheck: ignore NUM001 — R -->"
PLACES = [
    ("It has 250 lenses.", "它有350片透镜。", ABOVE),
    ("> It has 250 lenses.", "> 它有350片透镜。", f"> {ABOVE}"),
    ("- It has 250 lenses.", "- 它有350片透镜。", f"- 它有350片透镜。{BESIDE}"),
    ("- A lamp.\n\n  It has 250 lenses.", "- 一盏灯。\n\n  它有350片透镜。", f"  {ABOVE}"),
    ("> [!NOTE]\n> It has 250 lenses.", "> [!NOTE]\n> 它有350片透镜。", f"> 它有350片透镜。{BESIDE}"),
    ("## A lamp of 250 lenses", "## 有350片透镜的灯", f"## 有350片透镜的灯{BESIDE}"),
    ("## A lamp of 250 lenses {#a}", "## 有350片透镜的灯 {#a}", ABOVE),
    ("A lamp of 250 lenses\n=====", "有350片透镜的灯\n=====", f"有350片透镜的灯{BESIDE}"),
    ("| a |\n|---|\n| 250 lenses |", "| 甲 |\n|---|\n| 350片透镜 |", f"| 350片透镜{BESIDE} |"),
    ("!!! note\n    It has 250 lenses.", "!!! note\n    它有350片透镜。", f"    {ABOVE}"),
    (
        "---\ntitle: It has 250 lenses\n---\n\nA lamp.",
        "---\ntitle: 它有350片透镜\n---\n\n一盏灯。",
        "# aligncheck: ignore NUM001 -- R",
    ),
    ("It has 250 lenses in May 2019.", "它在2018年5月有350片透镜。", ABOVE.replace("NUM001", "DAT001, NUM001")),
]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(("english", "chinese", "new"), PLACES)
def test_the_place_fits_the_block(english: str, chinese: str, new: str, ending: str, tmp_path: Path) -> None:
    english, chinese = (text.replace("\n", ending) + ending for text in (english, chinese))
    source, target = files(tmp_path, english, chinese)
    before = outcome(source, target)
    (change,) = add_ignores([before], REASON, Config())
    assert change.error is None
    assert change.files == (str(target),)
    text = target.read_bytes().decode()
    assert added(chinese, text) == [new.replace(" R", f" {REASON}")]
    assert text.count("\n") == text.count(ending)
    after = report_of(outcome(source, target))
    assert {f.status for f in after.findings} == {Status.SUPPRESSED}
    assert {f.reason for f in after.findings} == {REASON}
    assert (marks(after), pairs(after)) == (marks(report_of(before)), pairs(report_of(before)))
    assert add_ignores([outcome(source, target)], REASON, Config()) == []


def test_what_has_no_place_in_the_translation_is_written_into_the_source(tmp_path: Path) -> None:
    chinese = CHINESE.replace(f"{ROWS[2][1]}\n\n", "")
    source, target = files(tmp_path, ENGLISH, chinese)
    (change,) = add_ignores([outcome(source, target)], REASON, Config())
    assert (change.path, change.files, len(change.marks)) == (str(target), (str(source), str(target)), 3)
    assert added(ENGLISH, source.read_text()) == [f"<!-- aligncheck: ignore OMI001 -- {REASON} -->"]
    assert {f.status for f in report_of(outcome(source, target)).findings} == {Status.SUPPRESSED}


def test_mdx_has_its_own_comments(tmp_path: Path) -> None:
    source, target = files(tmp_path, ENGLISH, f"{CHINESE}\n- 一\n", ".mdx")
    assert add_ignores([outcome(source, target)], REASON, Config())[0].error is None
    assert f"{{/* aligncheck: ignore NUM001 -- {REASON} */}}\n{SECOND}" in target.read_text()


@pytest.mark.parametrize(("suffix", "joint", "end"), [(".txt", "\n", "\n\n"), (".tsv", "\t", "\n")])
def test_one_bilingual_file(suffix: str, joint: str, end: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    text = "".join(f"{en}{joint}{zh}{end}" for en, zh in ROWS)
    path.write_text(text)
    (change,) = add_ignores([outcome(path)], REASON, Config())
    assert (change.files, len(change.marks), change.error) == ((str(path),), 2, None)
    assert added(text, path.read_text()) == [f"# aligncheck: ignore NUM001 -- {REASON}"] * 2
    assert said(report_of(outcome(path))) == [("NUM001", "suppressed")] * 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030", "big5"])
def test_encoding_mark_and_line_ends_stay(encoding: str, tmp_path: Path) -> None:
    source, target = files(tmp_path, ENGLISH, "")
    text = CHINESE.replace("\n", "\r\n")
    if encoding == "big5":
        text = "".join("這座燈塔自1871年起便矗立在礁石上。\r\n\r\n一樓的圖書館收藏350封信件，供旅客閱讀。\r\n")
        source.write_text("\n\n".join(en for en, _ in ROWS[:2]))
    target.write_bytes(text.encode(encoding))
    target.chmod(0o600)
    (change,) = add_ignores([outcome(source, target)], "tide", Config())
    assert change.error is None
    now = target.read_bytes().decode(encoding)
    assert added(text, now) == ["<!-- aligncheck: ignore NUM001 -- tide -->"] * len(change.marks)
    assert target.read_bytes()[:2] == text.encode(encoding)[:2] or encoding in ("gb18030", "big5")
    assert target.stat().st_mode & 0o777 == 0o600
    assert "\n" not in now.replace("\r\n", "")


def test_a_directive_of_the_block_is_extended(tmp_path: Path) -> None:
    english, chinese = "It has 250 lenses in May 2019.\n", "它在2018年5月有350片透镜。"
    cases = [
        (f"<!-- aligncheck: ignore DAT001 -- tide -->\n{chinese}\n",
         f"<!-- aligncheck: ignore DAT001, NUM001 -- tide -->\n{chinese}\n"),
        (f"{chinese} <!-- aligncheck: ignore DAT -->\n", f"{chinese} <!-- aligncheck: ignore DAT, NUM001 -->\n"),
        (f"[//]: # (aligncheck: ignore DAT)\n{chinese}\n", f"[//]: # (aligncheck: ignore DAT, NUM001)\n{chinese}\n"),
    ]  # fmt: skip
    for before, after in cases:
        source, target = files(tmp_path, english, before)
        assert add_ignores([outcome(source, target)], REASON, Config())[0].error is None
        assert target.read_text() == after


def test_findings_without_a_place_go_to_the_top() -> None:
    text = "---\ntitle: x\n---\nText.\n"
    document = read(text.encode(), "a.md")
    first = with_ignores(document, [Wish("STR001", None, "tide"), Wish("OMI003", None, "tide")])
    assert first == "---\ntitle: x\n---\n<!-- aligncheck: ignore-file OMI003, STR001 -- tide -->\nText.\n"
    again = with_ignores(read(first.encode(), "a.md"), [Wish("LNK001", None, "flood")])
    assert again == first.replace("STR001", "STR001, LNK001")


def test_json_has_no_comments(tmp_path: Path) -> None:
    source, target = tmp_path / "en.json", tmp_path / "zh.json"
    source.write_text('{"a": "One lamp has 250 lenses."}')
    target.write_text('{"a": "一盏灯有350片透镜。"}')
    (change,) = add_ignores([outcome(source, target)], REASON, Config())
    assert change.files == ()
    assert isinstance(change.error, InputError)
    assert (change.error.path, change.error.remedy) == (str(target), "accept the finding in the baseline")
    assert "350" in target.read_text()
    assert "aligncheck" not in target.read_text()


def test_what_cannot_be_written_leaves_the_files_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = files(tmp_path, ENGLISH, "")
    target.write_bytes(CHINESE.encode("gb18030"))
    before = target.read_bytes()
    monkeypatch.setattr(ignores, "with_ignores", lambda document, *_: document.text)
    for change in add_ignores([outcome(source, target)], REASON, Config()):
        assert change.error is not None
        assert change.error.message == "no directive suppresses NUM001"
    monkeypatch.setattr(ignores, "with_ignores", lambda document, *_: "# 标题\n\n" + document.text)
    assert add_ignores([outcome(source, target)], REASON, Config())[0].error is not None
    assert target.read_bytes() == before


def test_one_bad_document_stops_no_other(tmp_path: Path) -> None:
    source, target = files(tmp_path, ENGLISH, CHINESE)
    gone = outcome(source, target)
    other = tmp_path / "b.zh.md"
    other.write_text(CHINESE)
    fine = outcome(source, other)
    target.unlink()
    first, second = add_ignores([gone, fine], REASON, Config())
    assert first.error is not None
    assert (second.files, len(second.marks), second.error) == ((str(other),), 2, None)


def test_a_source_of_two_translations_gets_a_directive_once(tmp_path: Path) -> None:
    source, one = files(tmp_path, ENGLISH, CHINESE.replace(f"{ROWS[2][1]}\n\n", ""))
    other = tmp_path / "a.zh-TW.md"
    other.write_text(one.read_text())
    first, second = add_ignores([outcome(source, one), outcome(source, other)], REASON, Config())
    assert (first.error, second.error) == (None, None)
    assert source.read_text().count("aligncheck:") == 1


@pytest.mark.parametrize("reason", ["", "  ", "a --> b", "a */ b", "a \x07 b", "a -- b"])
def test_a_reason_has_to_fit_a_comment(reason: str) -> None:
    with pytest.raises(ConfigError):
        add_ignores([], reason, Config())


def test_a_bar_in_the_reason_does_not_cut_a_row(tmp_path: Path) -> None:
    source, target = files(tmp_path, "| a |\n|---|\n| 250 lenses |\n", "| 甲 |\n|---|\n| 350片透镜 |\n")
    (change,) = add_ignores([outcome(source, target)], "this | that", Config())
    assert change.error is None
    assert r"this \| that" in target.read_text()
    assert [f.reason for f in report_of(outcome(source, target)).findings] == ["this | that"]


@pytest.mark.parametrize("name", ["ferry.txt", "observatory.txt", "rooftops.txt", "tea-factory.txt", "guide"])
def test_the_projects_own_documents(name: str, tmp_path: Path) -> None:
    names = ["guide.md", "guide.zh-CN.md"] if name == "guide" else [name]
    paths = [tmp_path / each for each in names]
    for path in paths:
        path.write_bytes((SEEDS / path.name).read_bytes())
    before = outcome(paths[0], paths[1] if len(paths) > 1 else None)
    (change,) = add_ignores([before], REASON, Config())
    after = report_of(outcome(paths[0], paths[1] if len(paths) > 1 else None))
    assert change.error is None
    assert len(change.marks) == len(report_of(before).findings)
    assert {f.status for f in after.findings} == {Status.SUPPRESSED}
    assert (marks(after), pairs(after)) == (marks(report_of(before)), pairs(report_of(before)))
    for path in paths:
        for line in added((SEEDS / path.name).read_text(), path.read_text()):
            assert "aligncheck: ignore" in line


FORMS = ["{}", "- {}", "> {}", "## {}", "1. {}", "> - {}", "- outer\n  - {}", "| a |\n|---|\n| {} |", "> {}\n> {}"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.sampled_from(FORMS)), min_size=1, max_size=5, unique_by=lambda r: r[0]),
    st.sampled_from([".md", ".mdx"]),
    st.booleans(),
)
def test_whatever_is_written_does_what_was_meant(rows: list[tuple[int, str]], suffix: str, bilingual: bool) -> None:
    """In any mixture of blocks, in one file or in two: all that was found is suppressed, and nothing else changes."""
    texts = ["\n\n".join(form.replace("{}", ROWS[n][k]) for n, form in rows) + "\n" for k in (0, 1)]
    if bilingual:
        texts = ["\n\n".join(form.replace("{}", side) for n, form in rows for side in ROWS[n]) + "\n"] * 2
        before = check_one(texts[1], "a.zh" + suffix)
    else:
        before = check(texts[0], texts[1], suffix=suffix)
    document = read(texts[1].encode(), "a.zh" + suffix)
    wishes = [Wish(f.code, f.target_spans[0].start, REASON) for f in before.findings if f.target_spans]
    written = with_ignores(document, wishes)
    after = check_one(written, "a.zh" + suffix) if bilingual else check(texts[0], written, suffix=suffix)
    assert (marks(after), pairs(after)) == (marks(before), pairs(before))
    meant = [Status.SUPPRESSED if f.target_spans else Status.NEW for f in before.findings]
    assert [f.status for f in after.findings] == meant


def test_findings_chosen_one_by_one_each_with_its_reason(tmp_path: Path) -> None:
    source, target = files(tmp_path, ENGLISH, CHINESE)
    before = outcome(source, target)
    first, second = marks(report_of(before))
    text = target.read_bytes()
    dry = suppress([(before, {first: "one --> <b>", second: "two"})], [before], Config(), dry=True)
    assert target.read_bytes() == text
    assert suppress([(before, {first: "one --> <b>", second: "two"})], [before], Config()) == dry
    assert [change.marks for change in dry] == [(first, second)]
    after = report_of(outcome(source, target))
    assert [f.reason for f in after.findings] == ["one —> <b>", "two"]
    assert suppress([(before, {second: "three"})], [before], Config())[0].files == ()


def test_what_would_do_more_than_was_meant_leaves_the_rest_to_be_written(tmp_path: Path) -> None:
    english = "It has 250 lenses. It has 90 stones.\n\nIt has 45 steps.\n"
    source, target = files(tmp_path, english, "它有350片透镜。它有60块石头。\n\n它有54级台阶。\n")
    before = outcome(source, target)
    first, _, third = marks(report_of(before))
    done, left = suppress([(before, {first: "one", third: "three"})], [before], Config())
    assert (done.marks, left.marks) == ((third,), (first,))
    assert left.error is not None
    assert left.error.message == "a directive would change NUM001"
    assert [f.status.value for f in report_of(outcome(source, target)).findings] == ["new", "new", "suppressed"]
