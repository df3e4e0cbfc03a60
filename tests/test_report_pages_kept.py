"""Report pages are written when they would differ from what stands there, and only then."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from repository_builder import cache_at, check_all, files, remember_answers, write_pair

from aligncheck.config import Config
from aligncheck.model.report import Status
from aligncheck.model.run import Run
from aligncheck.runner import checking, pages
from aligncheck.runner.documents.discovery import discover
from aligncheck.runner.pages import write_pages
from aligncheck.runner.run import run

DOCUMENTS = 3


@pytest.fixture(autouse=True)
def _in_tmp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(DOCUMENTS):
        write_pair(number, 5 + number, wrong=17)


@pytest.fixture(scope="module", autouse=True)
def _answers() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vars(checking), "examine_files", vars(checking)["examine_files"])  # put back at the end
        remember_answers()
        yield


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that were written."""
    names: list[str] = []
    put = pages._put

    def noted(path: Path, content: bytes) -> bytes:
        names.append(path.relative_to("reports").as_posix())
        return put(path, content)

    monkeypatch.setattr(pages, "_put", noted)
    return names


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.integers(0, DOCUMENTS), st.integers(2, 6)),
        st.tuples(st.just("remove document"), st.integers(0, DOCUMENTS), st.just(0)),
        st.tuples(st.just("remove page"), st.integers(0, 20), st.just(0)),
        st.tuples(st.just("change page"), st.integers(0, 20), st.integers(0, 9)),
        st.tuples(st.just("touch page"), st.integers(0, 20), st.just(0)),
        st.tuples(st.just("clear cache"), st.just(0), st.just(0)),
        st.tuples(st.just("run"), st.just(0), st.just(0)),
    ),
    max_size=10,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_reports_are_those_of_a_fresh_run_whatever_happened_before(steps: list[tuple[str, int, int]]) -> None:
    for left in ("docs", "reports", "cache", "fresh"):
        shutil.rmtree(left, ignore_errors=True)
    for number in range(DOCUMENTS):
        write_pair(number, 5 + number, wrong=17)
    for act, which, value in [*steps, ("run", 0, 0)]:
        step(act, which, value)
    check_all(None, "fresh")
    fresh, found = files("fresh"), files("reports")
    assert {name: found.get(name) for name in fresh} == fresh
    gone = {n for n in found if n not in fresh}
    assert all(not Path("docs", *Path(n).with_suffix("").parts[1:]).exists() for n in gone), (
        "of documents that are gone"
    )


def step(act: str, which: int, value: int) -> None:
    """Do one thing an author, a careless user or a run may do."""
    there = sorted(p for p in Path("reports").rglob("*.*") if p.is_file())
    page = there[which % len(there)] if there else None
    if act == "edit":
        write_pair(which, 5 + which, wrong=None if value == 2 else 10 + value)
    elif act == "remove document" and len(list(Path("docs/zh").iterdir())) > 1:
        for language in ("en", "zh"):
            Path("docs", language, f"{which}.md").unlink(missing_ok=True)
    elif act == "run":
        check_all(cache_at(Path("cache")))
    elif act == "clear cache":
        cache_at(Path("cache")).clear()
    elif page is not None and act == "remove page":
        page.unlink()
    elif page is not None and act == "touch page":
        page.touch()
    elif page is not None and act == "change page":
        # The same size, at once after it was written: times alone do not show it.
        content = bytearray(page.read_bytes())
        content[len(content) * value // 10] ^= 1
        page.write_bytes(content)


def test_nothing_is_written_again_without_need(written: list[str]) -> None:
    for _ in range(2):
        check_all(cache_at(Path("cache")))
    assert len(written) == len(set(written)) == 2 * DOCUMENTS + 1
    written.clear()
    write_pair(1, 6, wrong=18)
    for _ in range(2):
        check_all(cache_at(Path("cache")))
    assert sorted(written) == ["docs/zh/1.md.html", "docs/zh/1.md.json", "index.html"]


def test_a_page_that_was_only_touched_or_copied_is_left_alone(written: list[str]) -> None:
    check_all(cache_at(Path("cache")))
    written.clear()
    shutil.copytree("reports", "copy")
    shutil.rmtree("reports")
    Path("copy").rename("reports")
    check_all(cache_at(Path("cache")))
    assert written == []


def test_a_change_hidden_behind_old_times_is_seen(written: list[str]) -> None:
    check_all(cache_at(Path("cache")))
    page = Path("reports/docs/zh/0.md.html")
    before, content = page.stat(), page.read_bytes()
    page.write_bytes(content.replace(b"a", b"b", 1))
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    written.clear()
    check_all(cache_at(Path("cache")))
    assert written == ["docs/zh/0.md.html"]
    assert page.read_bytes() == content


def test_pages_next_to_a_new_document_are_written_again(written: list[str]) -> None:
    check_all(cache_at(Path("cache")))
    written.clear()
    write_pair(9, 5)
    check_all(cache_at(Path("cache")))
    assert sorted(written) == ["docs/zh/2.md.html", "docs/zh/9.md.html", "docs/zh/9.md.json", "index.html"]


def test_another_standing_of_a_finding_is_shown(written: list[str]) -> None:
    cache = cache_at(Path("cache"))
    outcomes = list(run(discover(["docs"], Config()).jobs, Config(), 1, cache=cache))
    reports = [o.report for o in outcomes if o.report is not None]
    known = [msgspec.structs.replace(f, status=Status.BASELINED) for f in reports[1].findings]
    assert known
    for turn in range(2):
        if turn:
            reports[1] = msgspec.structs.replace(reports[1], findings=tuple(known))
        written.clear()
        write_pages(outcomes, Run(tuple(reports)), Path("reports"), cache=cache)
    assert sorted(written) == ["docs/zh/1.md.html", "docs/zh/1.md.json", "index.html"]
    assert b"baselined" in Path("reports/docs/zh/1.md.json").read_bytes()


def test_many_pages_are_written_by_several_processes_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    check_all(None, "one", workers=1)
    monkeypatch.setattr(pages, "WORTH_A_WORKER", 1)
    check_all(cache_at(Path("cache")), "reports", workers=2)
    assert files("reports") == files("one")


def test_temporary_files_of_killed_runs_are_removed_when_they_are_old() -> None:
    check_all(None)
    old, young = Path("reports/docs/zh/.0.md.html.x.part"), Path("reports/docs/zh/.0.md.html.y.part")
    for path in (old, young):
        path.write_bytes(b"half a p")
    os.utime(old, (0, 0))
    check_all(None)
    assert not old.exists()
    assert young.exists()
