"""Since when an original differs from what was accepted, by fixed dates of commits."""

from __future__ import annotations

from pathlib import Path

import pytest
from git_builder import Checkout

from aligncheck.gate.lock import blob_of
from aligncheck.runner.drift.dates import Age, Behind, Version, ages, behind_since
from aligncheck.runner.history.repositories import Repositories

A, B, C, D = (("".join(f"The kiln of {n} burns {word}.\n" for n in range(9))) for word in ("oak", "ash", "elm", "yew"))


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    made = Checkout.isolated(tmp_path / "repo", monkeypatch)
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture
def days(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> Days:
    return Days(checkout, monkeypatch)


class Days:
    """Commits on days of May 2026; authors wrote them a month before."""

    def __init__(self, checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
        self.checkout, self.monkeypatch = checkout, monkeypatch

    def set(self, day: int) -> None:
        self.monkeypatch.setenv("GIT_AUTHOR_DATE", f"2026-04-{day:02}T12:00:00Z")
        self.monkeypatch.setenv("GIT_COMMITTER_DATE", f"2026-05-{day:02}T23:30:00-02:00")  # the next day in UTC

    def commit(self, day: int, files: dict[str, str | bytes]) -> str:
        self.set(day)
        return self.checkout.commit(files)


def age(*accepted: str, source: str = "en/a.md") -> Age:
    return ages([Behind(source, frozenset(blob_of(text.encode()) for text in accepted))], Repositories())[0]


def told(found: Age) -> tuple[str | None, int, str]:
    return found.since, len(found.versions), found.note


def test_a_blob_has_the_name_that_git_gives_it(checkout: Checkout) -> None:
    checkout.commit({"a.md": A, "empty.md": ""})
    assert blob_of(A.encode()) == checkout.git("rev-parse", "HEAD:a.md")
    assert blob_of(b"") == checkout.git("rev-parse", "HEAD:empty.md")


def test_the_oldest_commit_after_the_accepted_state(days: Days) -> None:
    commits = [days.commit(n, {"en/a.md": text, "b.md": text}) for n, text in enumerate((A, B, C, D), start=1)]
    found = age(B)
    assert told(found) == ("2026-05-04", 2, "")
    assert found.versions == tuple(
        Version(commits[n], f"2026-05-0{n + 2}", "en/a.md", blob_of(text.encode())) for n, text in ((2, C), (3, D))
    )
    assert told(age(A)) == ("2026-05-03", 3, "")
    assert told(age(D)) == (None, 0, "")
    assert told(age(A, C)) == ("2026-05-05", 1, "")


def test_what_was_taken_back_starts_anew(days: Days) -> None:
    for day, text in enumerate((A, B, A, C), start=1):
        days.commit(day, {"en/a.md": text})
    assert told(age(A)) == ("2026-05-05", 1, "")


def test_what_is_not_committed_has_no_date(days: Days) -> None:
    days.commit(1, {"en/a.md": A})
    days.checkout.write({"en/a.md": B, "en/new.md": A})
    assert told(age(A)) == (None, 0, "")
    assert told(age(B, source="en/new.md")) == (None, 0, "")


def test_an_accepted_state_that_was_never_committed(days: Days) -> None:
    days.commit(1, {"en/a.md": A})
    days.commit(2, {"en/a.md": B})
    assert told(age(C)) == (None, 0, "the accepted original was never committed")


def test_renames_are_no_change_and_no_end(days: Days) -> None:
    days.commit(1, {"old/a.md": A})
    days.commit(2, {"old/a.md": B})
    days.checkout.git("mv", "old", "en")
    days.commit(3, {})
    assert told(age(B)) == (None, 0, "")
    assert told(age(A)) == ("2026-05-03", 1, "")
    days.commit(4, {"en/a.md": C, "old/a.md": D})
    assert told(age(B)) == ("2026-05-05", 1, "")
    assert [version.path for version in age(A).versions] == ["old/a.md", "en/a.md"]


def test_a_merge_counts_once_on_the_day_it_arrived(days: Days) -> None:
    days.commit(1, {"en/a.md": A})
    days.checkout.git("checkout", "-q", "-b", "side")
    days.commit(2, {"en/a.md": B})
    days.commit(3, {"en/a.md": C})
    days.checkout.git("checkout", "-q", "main")
    days.commit(4, {"b.md": A})
    days.set(5)
    days.checkout.git("merge", "-q", "--no-ff", "-m", "merged", "side")
    assert told(age(A)) == ("2026-05-06", 1, "")
    assert told(age(B)) == ("2026-05-04", 1, "")  # accepted on the branch


def test_line_ends_that_are_converted(days: Days) -> None:
    days.checkout.write({".gitattributes": "*.md text eol=crlf\n"})
    for day, text in enumerate((A, B, C), start=1):
        days.commit(day, {"en/a.md": text.replace("\n", "\r\n"), "en/b.md": text})
    found = age(A.replace("\n", "\r\n"))
    assert told(found) == ("2026-05-03", 2, "")
    assert told(age(A)) == told(found)


def test_line_ends_that_stand_in_the_repository(days: Days) -> None:
    for day, text in enumerate((A, B, C), start=1):
        days.commit(day, {"en/a.md": text.replace("\n", "\r\n")})
    assert told(age(A)) == told(age(A.replace("\n", "\r\n"))) == ("2026-05-03", 2, "")


def test_another_encoding_in_the_working_tree(days: Days) -> None:
    days.checkout.write({".gitattributes": "*.md working-tree-encoding=GB18030\n"})
    for day, text in enumerate(("一", "二", "三"), start=1):
        days.commit(day, {"en/a.md": f"{text}\n".encode("gb18030")})
    accepted = frozenset({blob_of("一\n".encode("gb18030"))})
    assert told(ages([Behind("en/a.md", accepted)], Repositories())[0]) == ("2026-05-03", 2, "")


def test_a_shallow_clone_tells_the_least_it_can_be(tmp_path: Path, days: Days, monkeypatch: pytest.MonkeyPatch) -> None:
    for day, text in enumerate((A, B, C, D), start=1):
        days.commit(day, {"en/a.md": text})
    days.checkout.git("clone", "-q", "--depth=2", days.checkout.root.as_uri(), str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    found = age(A)
    assert found.since == "2026-05-04"
    assert found.note.startswith("at least so long: the clone is shallow (fetch more history")
    assert told(age(C)) == ("2026-05-05", 1, "")


def test_outside_of_git_and_before_the_first_commit(tmp_path: Path, checkout: Checkout) -> None:
    checkout.write({"en/a.md": A})
    (tmp_path / "b.md").write_text(A)
    assert told(age(B)) == told(age(B, source="../b.md")) == (None, 0, "")


def test_without_git_there_are_no_dates(tmp_path: Path, days: Days) -> None:
    days.commit(1, {"en/a.md": A})
    days.monkeypatch.setenv("PATH", str(tmp_path))
    found = age(B)
    assert found.since is None
    assert found.note.startswith("no dates: git cannot be run")


def test_an_original_in_a_submodule(tmp_path: Path, checkout: Checkout, days: Days) -> None:
    upstream = Days(Checkout.new(tmp_path / "upstream"), days.monkeypatch)
    for day, text in enumerate((A, B, C), start=1):
        upstream.commit(day, {"a.md": text})
    checkout.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(upstream.checkout.root), "en")
    assert told(age(A)) == ("2026-05-03", 2, "")


def test_many_files_at_once_with_odd_names(days: Days) -> None:
    names = ["en/with space.md", "中文 文件.md", "line\nbreak.md", ":(glob)x.md", "-option.md"]
    for day, text in enumerate((A, B, C), start=1):
        days.commit(day, {name: f"{name} {text}" for name in names})
    wanted = [Behind(f"./{name}", frozenset({blob_of(f"{name} {A}".encode())})) for name in names]
    assert [told(one) for one in ages(wanted, Repositories())] == [("2026-05-03", 2, "")] * len(names)
    assert [told(one) for one in ages([*wanted[:1], *wanted[:1]], Repositories())] == [("2026-05-03", 2, "")] * 2


def test_a_deleted_and_restored_original(days: Days) -> None:
    days.commit(1, {"en/a.md": A, "b.md": D})
    days.checkout.git("rm", "-q", "en/a.md")
    days.commit(2, {})
    days.commit(3, {"en/a.md": C})
    assert told(age(A)) == ("2026-05-04", 1, "")


def test_a_reformatted_page_is_behind_since_its_words_changed(days: Days) -> None:
    days.commit(1, {"en/a.md": A, "en/b.md": A})
    days.commit(2, {"en/a.md": A.replace("\n", "\n\n"), "en/b.md": C})
    days.commit(3, {"en/a.md": C, "en/b.md": A.replace("\n", "\n\n")})
    days.commit(4, {"en/a.md": D})
    accepted = frozenset({blob_of(A.encode())})
    paths = ["en/a.md", "en/b.md"]
    found = list(zip(paths, ages([Behind(path, accepted) for path in paths], Repositories()), strict=True))
    assert [one.since for _, one in found] == ["2026-05-03", "2026-05-03"]

    def material(_: int, content: bytes) -> bool:
        return content.decode().split() != A.split()

    assert behind_since(found, material, Repositories()) == ["2026-05-04", None]
