"""What counts as new since a revision: faults that the change made, wherever their line is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from git_builder import Checkout

from aligncheck.config import Config
from aligncheck.errors import AligncheckError
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Report, Status
from aligncheck.runner.documents.discovery import discover
from aligncheck.runner.history.earlier import Earlier, changed_jobs
from aligncheck.runner.history.new_only import examine_earlier, new_only
from aligncheck.runner.run import Outcome, run

PAIRS = (
    ("The ferry leaves the northern pier at dawn.", "渡船黎明时分从北码头出发。"),
    ("Its hold carries 40 crates of pears.", "船舱里装着40箱梨。"),
    ("The crossing takes three hours in calm weather.", "天气平静时，航程需要三小时。"),
    ("A lantern hangs from the mast after sunset.", "日落之后，桅杆上挂着一盏灯笼。"),
    ("The captain keeps a parrot that whistles.", "船长养了一只会吹口哨的鹦鹉。"),
    ("Passengers pay 12 coins for the return journey.", "乘客往返一趟要付12枚硬币。"),
)
WRONG = ("The harbour was dredged in 1931.", "港口于1913年疏浚。")
"""A pair with one fault, a year."""

Pairs = Sequence[tuple[str, str]]
EN, ZH = "docs/en/ferry.md", "docs/zh/ferry.md"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    made = Checkout.isolated(tmp_path / "repo", monkeypatch)
    monkeypatch.chdir(made.root)
    return made


def files(pairs: Pairs, english: str = EN, chinese: str = ZH) -> dict[str, str | bytes]:
    return {
        english: "\n\n".join(en for en, _ in pairs) + "\n",
        chinese: "\n\n".join(zh for _, zh in pairs) + "\n",
    }


def check_all(documents: Iterable[Earlier]) -> Iterable[Report | AligncheckError]:
    examined = (examine_earlier(document, Config(), Lexicon.load()) for document in documents)
    return (one if isinstance(one, AligncheckError) else one.report for one in examined)


def compare(checkout: Checkout, commit: str, *paths: str, config: Config | None = None) -> tuple[Outcome, ...]:
    plan = discover(paths or ["."], config or Config())
    outcomes = tuple(run(plan.jobs, config or Config(), workers=1))
    assert not plan.problems
    repository = checkout.repository
    return new_only(outcomes, repository, repository.changes(commit), check_all)


def findings(outcomes: Iterable[Outcome], status: Status = Status.NEW) -> list[tuple[str, str]]:
    """Rule and evidence in the target of each finding; hints are left out."""
    return [
        (f.code, "".join(s.text for s in f.target_spans or f.source_spans))
        for o in outcomes
        if o.report
        for f in o.report.findings
        if f.status is status and f.severity.rank
    ]


def notes(outcomes: Iterable[Outcome]) -> list[str]:
    return [note for o in outcomes if o.report for note in o.report.stats.notes if "not compared" in note]


def with_edit(at: int, old: str, new: str, pairs: Pairs = PAIRS) -> list[tuple[str, str]]:
    """The pairs, with a word of one of them replaced in either language."""
    made = list(pairs)
    english, chinese = made[at]
    assert (old in english) != (old in chinese)
    made[at] = english.replace(old, new), chinese.replace(old, new)
    return made


def test_an_english_edit_breaks_a_chinese_line_that_nobody_touched(checkout: Checkout) -> None:
    commit = checkout.commit(files([*PAIRS, WRONG]))
    checkout.write({EN: files([*with_edit(1, "40 crates", "45 crates"), WRONG])[EN]})
    outcomes = compare(checkout, commit)
    assert findings(outcomes) == [("NUM001", "40")]
    assert findings(outcomes, Status.BASELINED) == [("DAT001", "1913年")]
    assert not notes(outcomes)


def test_nothing_changed_and_nothing_is_checked_again(checkout: Checkout) -> None:
    commit = checkout.commit(files([*PAIRS, WRONG]))
    outcomes = tuple(run(discover(["."], Config()).jobs, Config(), workers=1))
    repository = checkout.repository

    def never(documents: Sequence[Earlier]) -> Iterable[Report | AligncheckError]:
        raise AssertionError(documents)

    compared = new_only(outcomes, repository, repository.changes(commit), never)
    assert findings(compared) == []
    assert findings(compared, Status.BASELINED) == [("DAT001", "1913年")]


def test_moved_text_and_inserted_paragraphs_bring_nothing_back(checkout: Checkout) -> None:
    commit = checkout.commit(files([*PAIRS[:3], WRONG, *PAIRS[3:5]]))
    checkout.write(files([PAIRS[5], WRONG, *PAIRS[:5]]))
    assert findings(compare(checkout, commit)) == []


def test_reflowed_text_brings_nothing_back(checkout: Checkout) -> None:
    commit = checkout.commit(files([*PAIRS, WRONG]))
    reflowed = {path: str(text).replace(" ", "\n") for path, text in files([*PAIRS, WRONG]).items()}
    checkout.write({**reflowed, ZH: reflowed[ZH].replace("，", "，\n")})
    outcomes = compare(checkout, commit)
    assert (findings(outcomes), findings(outcomes, Status.BASELINED)) == ([], [("DAT001", "1913年")])


BELLS = (
    ("The old bell rings when fog covers the inner bay.", "当雾气笼罩内湾时，旧钟就会响起。"),
    ("The iron bell rings when fog covers the outer bay.", "当雾气笼罩外湾时，铁钟就会响起。"),
    ("The small bell rings when fog covers the western bay.", "当雾气笼罩西湾时，小钟就会响起。"),
    ("The great bell rings when fog covers the eastern bay.", "当雾气笼罩东湾时，大钟就会响起。"),
)


@pytest.mark.parametrize("code", ["UNT001", "OMI001"])
@pytest.mark.parametrize("translated", [(0,), (3,), (1,), (0, 1, 3), ()])
def test_who_translates_a_part_of_what_was_left_makes_no_new_fault(
    checkout: Checkout, code: str, translated: Sequence[int]
) -> None:
    def texts(done: Sequence[int]) -> dict[str, str | bytes]:
        lacking = [(en, zh if n in done else en if code == "UNT001" else "") for n, (en, zh) in enumerate(BELLS)]
        return files([*PAIRS[:3], *lacking, *PAIRS[3:]])

    commit = checkout.commit(texts(()))
    checkout.write({**texts(translated), "docs/zh/ferry.md": str(texts(translated)[ZH]) + "\n谢谢。\n"})
    checkout.write({EN: str(texts(translated)[EN]) + "\nThank you.\n"})
    outcomes = compare(checkout, commit)
    assert findings(outcomes) == []
    assert {found for found, _ in findings(outcomes, Status.BASELINED)} == {code}


def test_a_sentence_more_that_is_left_in_english_is_new(checkout: Checkout) -> None:
    english = [en for en, _ in BELLS]
    commit = checkout.commit(files([*PAIRS[:3], *zip(english, english, strict=True), *PAIRS[3:]]))
    english.append("The glass bell rings when fog covers the southern bay.")
    checkout.write(files([*PAIRS[:3], *zip(english, english, strict=True), *PAIRS[3:]]))
    assert [code for code, _ in findings(compare(checkout, commit))] == ["UNT001"]


@pytest.mark.parametrize("told", [True, False])
def test_a_renamed_document_is_compared_with_what_it_was(checkout: Checkout, told: bool) -> None:
    commit = checkout.commit(files([*PAIRS, WRONG]))
    for path in (EN, ZH):
        new = path.replace("ferry", "harbour/boat")
        (checkout.root / new).parent.mkdir()
        (checkout.root / path).rename(checkout.root / new)
    checkout.write({"docs/en/harbour/boat.md": files([*with_edit(5, "12 coins", "14 coins"), WRONG])[EN]})
    if told:
        checkout.git("add", "--all")
    outcomes = compare(checkout, commit)
    assert findings(outcomes) == [("NUM001", "12")]
    assert findings(outcomes, Status.BASELINED) == [("DAT001", "1913年")]


def test_an_untracked_and_an_ignored_document_are_new(checkout: Checkout) -> None:
    commit = checkout.commit({".gitignore": "draft*\n"})
    checkout.write({**files([WRONG]), "draft.md": "\n\n".join(WRONG)})
    outcomes = compare(checkout, commit, "docs", "draft.md")
    assert findings(outcomes) == [("DAT001", "1913年")] * 2
    assert findings(outcomes, Status.BASELINED) == []


@pytest.mark.parametrize("added", [EN, ZH])
def test_a_pair_of_which_one_file_is_new_is_new_as_a_whole(checkout: Checkout, added: str) -> None:
    both = files([*PAIRS, WRONG])
    commit = checkout.commit({path: text for path, text in both.items() if path != added})
    checkout.write(both)
    assert findings(compare(checkout, commit)) == [("DAT001", "1913年")]


def test_a_deleted_target_leaves_its_source_new(checkout: Checkout) -> None:
    commit = checkout.commit({**files([*PAIRS, WRONG]), "docs/en/alone.md": files(PAIRS)[EN]})
    (checkout.root / ZH).unlink()
    outcomes = compare(checkout, commit)
    by_path = {o.job.path: {f.status for f in o.report.findings} for o in outcomes if o.report}
    assert by_path == {EN: {Status.NEW}, "docs/en/alone.md": {Status.BASELINED}}
    assert notes(outcomes) == [f"{EN}:1: not compared with {commit[:12]}, all findings are new: {ZH} is gone"]


POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'4d' * 32}\nsize 12345\n"


@pytest.mark.parametrize(
    ("path", "content", "why"),
    [
        (EN, b"\x00\x01\x02\x00" * 9, "holds NUL bytes at line 1"),
        (EN, "", "is empty"),
        (ZH, POINTER, "the commit holds a Git LFS pointer in place of the text (install git-lfs"),
    ],
)
def test_where_nothing_can_be_compared_all_is_new(
    checkout: Checkout, path: str, content: str | bytes, why: str
) -> None:
    commit = checkout.commit({**files([*PAIRS, WRONG]), path: content})
    checkout.write(files([*PAIRS, WRONG]))
    outcomes = compare(checkout, commit)
    assert findings(outcomes) == [("DAT001", "1913年")]
    (note,) = notes(outcomes)
    assert f"{ZH}:1: not compared with {commit[:12]}, all findings are new: {why}" in note


def test_line_ends_and_encodings_of_the_working_tree_make_nothing_new(checkout: Checkout) -> None:
    checkout.git("config", "core.autocrlf", "true")
    before = [*PAIRS, WRONG]
    after = with_edit(0, "dawn", "first light", before)

    def encoded(pairs: Pairs) -> dict[str, str | bytes]:
        texts = {path: str(text).replace("\n", "\r\n") for path, text in files(pairs).items()}
        return {EN: texts[EN].encode(), ZH: texts[ZH].encode("gb18030")}

    commit = checkout.commit({**encoded(before), ".gitattributes": "docs/zh/* text working-tree-encoding=GB18030\n"})
    checkout.write(encoded(after))
    outcomes = compare(checkout, commit)
    assert (findings(outcomes), findings(outcomes, Status.BASELINED)) == ([], [("DAT001", "1913年")])


def test_gb18030_as_it_is_in_the_repository(checkout: Checkout) -> None:
    before, after = [*PAIRS, WRONG], with_edit(2, "三小时", "四小时", [*PAIRS, WRONG])
    commit = checkout.commit({**files(before), ZH: str(files(before)[ZH]).encode("gb18030")})
    checkout.write({ZH: str(files(after)[ZH]).encode("gb18030")})
    outcomes = compare(checkout, commit)
    assert [code for code, _ in findings(outcomes)] == ["NUM001"]
    assert findings(outcomes, Status.BASELINED) == [("DAT001", "1913年")]


def test_odd_paths_and_a_subdirectory(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = 'docs/中文 "q"/it\'s.en.md', 'docs/中文 "q"/it\'s.zh.md'
    commit = checkout.commit({**files([*PAIRS, WRONG], *paths), "other.md": "x"})
    checkout.write({paths[0]: files([*with_edit(1, "40 crates", "45 crates"), WRONG], *paths)[paths[0]]})
    monkeypatch.chdir(checkout.root / "docs")
    outcomes = compare(checkout, commit)
    assert [o.job.target for o in outcomes] == [paths[1].removeprefix("docs/")]
    assert findings(outcomes) == [("NUM001", "40")]
    assert findings(outcomes, Status.BASELINED) == [("DAT001", "1913年")]


def test_todays_settings_hold_for_both_revisions(checkout: Checkout) -> None:
    commit = checkout.commit(files([*PAIRS, WRONG]))
    checkout.write(files([*with_edit(0, "dawn", "first light"), WRONG]))
    outcomes = compare(checkout, commit, config=Config(source="en", select=("DAT",)))
    assert (findings(outcomes), findings(outcomes, Status.BASELINED)) == ([], [("DAT001", "1913年")])


def test_an_english_text_from_outside_is_taken_as_it_is(checkout: Checkout, tmp_path: Path) -> None:
    pairs = [*PAIRS, WRONG]
    commit = checkout.commit({"zh.md": files(pairs)[ZH]})
    (tmp_path / "en.md").write_text(str(files(pairs)[EN]), encoding="utf-8")
    checkout.write({"zh.md": files(with_edit(1, "40箱", "45箱", pairs))[ZH]})
    outcomes = compare(checkout, commit, "../en.md", "zh.md")
    assert findings(outcomes) == [("NUM001", "45")]
    assert findings(outcomes, Status.BASELINED) == [("DAT001", "1913年")]
    (tmp_path / "zh.md").write_text(str(files(pairs)[ZH]), encoding="utf-8")
    outside = compare(checkout, commit, "../en.md", "../zh.md")
    assert findings(outside) == [("DAT001", "1913年")]
    assert "it lies outside the repository" in notes(outside)[0]


def test_documents_of_a_submodule(checkout: Checkout, tmp_path: Path) -> None:
    inner = Checkout.new(tmp_path / "inner")
    inner.commit(files([*PAIRS, WRONG]))
    checkout.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.root.as_uri(), "sub")
    commit = checkout.commit()
    outcomes = compare(checkout, commit)
    assert (findings(outcomes), findings(outcomes, Status.BASELINED)) == ([], [("DAT001", "1913年")])
    checkout.write({f"sub/{EN}": files([*with_edit(1, "40 crates", "45 crates"), WRONG])[EN]})
    outcomes = compare(checkout, commit)
    assert findings(outcomes) == [("NUM001", "40"), ("DAT001", "1913年")]
    assert "the submodule sub changed" in notes(outcomes)[0]


def test_changed_takes_the_pairs_that_a_diff_touches(checkout: Checkout) -> None:
    names = ("same", "source", "target", "gone")
    commit = checkout.commit({
        path: text for n in names for path, text in files(PAIRS, f"docs/en/{n}.md", f"docs/zh/{n}.md").items()
    } | {"alone.md": "\n\n".join(WRONG)})  # fmt: skip
    checkout.write({"docs/en/source.md": "Another text.\n", "docs/zh/target.md": "另一篇文章。\n", "new.md": "New.\n"})
    (checkout.root / "docs/zh/gone.md").unlink()
    repository = checkout.repository
    jobs = changed_jobs(discover(["."], Config()).jobs, repository, repository.changes(commit))
    assert [(job.source, job.target) for job in jobs] == [
        ("docs/en/gone.md", None),
        ("docs/en/source.md", "docs/zh/source.md"),
        ("docs/en/target.md", "docs/zh/target.md"),
        ("new.md", None),
    ]
