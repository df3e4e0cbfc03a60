"""Originals at the commits that pins name: renamed, deleted, unknown, in submodules and beside the translations."""

from __future__ import annotations

from pathlib import Path

import pytest
from git_builder import Checkout

from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.drift.past import PastSource, past_sources
from aligncheck.runner.drift.pins import Pin
from aligncheck.runner.history.earlier import touches, were
from aligncheck.runner.history.repositories import Repositories

OLD, NEW = ("".join(f"{word} kiln number {n} is fired at night.\n" for n in range(9)) for word in ("The old", "The"))


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    made = Checkout.isolated(tmp_path / "repo", monkeypatch)
    monkeypatch.chdir(made.root)
    return made


def past(*pinned: tuple[str, str]) -> list[PastSource]:
    """Originals at commits."""
    wanted = [(path, Pin(commit, None, 1, "sourceCommit")) for path, commit in pinned]
    return past_sources(wanted, Repositories())


def at(path: str, commit: str) -> PastSource:
    return past((path, commit))[0]


def test_many_originals_at_many_commits(checkout: Checkout) -> None:
    names = ["docs/a.md", "docs/with space.md", "docs/中文 文件.md", "quote\"and'.md", "line\nbreak.md", ":(glob)x.md"]
    commits = [checkout.commit({name: f"{name} {n}\n" for name in names}) for n in range(4)]
    wanted = [(name, commits[(n + k) % 4]) for n, name in enumerate(names) for k in range(3)]
    expected = [f"{name} {commits.index(commit)}\n".encode() for name, commit in wanted]
    found = past(*wanted)
    assert [one.content for one in found] == expected
    assert [(one.path, one.commit, one.note) for one in found] == [(*one, "") for one in wanted]


def test_short_hashes_capitals_and_tags(checkout: Checkout) -> None:
    commit = checkout.commit({"a.md": OLD})
    checkout.git("tag", "v1.22.3")
    checkout.git("tag", "-a", "-m", "a tag", "docs/2026-05")
    checkout.commit({"a.md": NEW})
    for name in (commit, commit[:7], commit.upper(), "v1.22.3", "docs/2026-05", f"v1.22.3-0-g{commit[:8]}"):
        assert at("a.md", name) == PastSource(OLD.encode(), commit, "a.md"), name


def test_a_branch_moves_and_pins_nothing(checkout: Checkout) -> None:
    checkout.commit({"a.md": OLD})
    checkout.git("branch", "release-1.22")
    assert at("a.md", "release-1.22").commit is None


def test_renamed_originals_in_one_move_and_one_after_another(checkout: Checkout) -> None:
    first = checkout.commit({f"old/{n}.md": f"Page {n}.\n{OLD}" for n in range(5)})
    checkout.git("mv", "old", "docs")
    second = checkout.commit()
    checkout.commit({"docs/0.md": f"Page 0.\n{NEW}"})
    (checkout.root / "docs/en").mkdir()
    checkout.git("mv", "docs/0.md", "docs/en/zero.md")
    checkout.commit({"old/0.md": "Another text takes the old place.\n"})
    names = ["docs/en/zero.md", *(f"docs/{n}.md" for n in range(1, 5))]
    found = past(*((name, first) for name in names))
    assert [one.content for one in found] == [f"Page {n}.\n{OLD}".encode() for n in range(5)]
    assert [one.path for one in found] == [f"old/{n}.md" for n in range(5)]
    assert at(names[0], second).path == "docs/0.md"


def test_a_rename_that_is_not_committed(checkout: Checkout) -> None:
    commit = checkout.commit({"a.md": OLD, "c.md": NEW + OLD})
    checkout.git("mv", "a.md", "b.md")
    (checkout.root / "c.md").rename(checkout.root / "d.md")
    assert [one.path for one in past(("b.md", commit), ("d.md", commit))] == ["a.md", "c.md"]


def test_a_rename_on_a_branch_that_was_merged(checkout: Checkout) -> None:
    commit = checkout.commit({"a.md": OLD, "other.md": NEW})
    checkout.git("checkout", "-q", "-b", "side")
    checkout.git("mv", "a.md", "b.md")
    checkout.commit()
    checkout.git("checkout", "-q", "main")
    checkout.commit({"other.md": OLD})
    checkout.git("merge", "-q", "--no-ff", "-m", "merged", "side")
    assert at("b.md", commit) == PastSource(OLD.encode(), commit, "a.md")


def test_the_path_that_a_link_gives_goes_first(checkout: Checkout) -> None:
    commit = checkout.commit({"a.md": OLD, "upstream/a.md": NEW})
    found = past_sources(
        [("a.md", Pin(commit, path, 1, "link")) for path in ("upstream/a.md", "gone.md")], Repositories()
    )
    assert [(one.path, one.content) for one in found] == [("upstream/a.md", NEW.encode()), ("a.md", OLD.encode())]


def test_what_did_not_exist_yet_is_a_note(checkout: Checkout) -> None:
    first = checkout.commit({"a.md": OLD})
    checkout.commit({"b.md": "Nothing like it was there before.\n"})
    one, other = past(("b.md", first), ("a.md", first))
    assert one == PastSource(None, first, None, f"the original did not exist at {first[:12]}")
    assert other.content == OLD.encode()


def test_a_deleted_original_is_still_found(checkout: Checkout) -> None:
    commit = checkout.commit({"docs/en/a.md": OLD, "b.md": NEW})
    checkout.git("rm", "-q", "docs/en/a.md")
    checkout.commit()
    assert at("docs/en/a.md", commit).content == OLD.encode()


def test_a_commit_of_another_repository_is_a_note_on_that_document(checkout: Checkout) -> None:
    commit = checkout.commit({"a.md": OLD})
    foreign, blob = "3f9c2d7e41b05a68c9d0e1f2a3b4c5d6e7f80912", checkout.git("rev-parse", "HEAD:a.md")
    one, other, third = past(("a.md", foreign), ("a.md", commit), ("a.md", blob))
    assert one.content is None
    assert one.note == (
        "sourceCommit names 3f9c2d7e41b0, which is no commit of the repository that holds the original "
        "(is it one of another repository?)"
    )
    assert other.content == OLD.encode()
    assert third.commit is None


def test_a_shallow_clone_says_what_to_fetch(
    tmp_path: Path, checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = checkout.commit({"a.md": OLD}), checkout.commit({"a.md": NEW})
    checkout.git("clone", "-q", "--depth=1", checkout.root.as_uri(), str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    one, other = past(("a.md", first), ("a.md", second))
    assert "git fetch --unshallow" in one.note
    assert "fetch-depth: 0" in one.note
    assert other.content == NEW.encode()


def test_originals_in_a_submodule_and_in_another_checkout(tmp_path: Path, checkout: Checkout) -> None:
    upstream = Checkout.new(tmp_path / "upstream")
    commit = upstream.commit({"docs/a.md": OLD})
    upstream.commit({"docs/a.md": NEW})
    own = checkout.commit({"zh/a.md": "窑在晚上点火。\n"})
    checkout.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(upstream.root), "en")
    checkout.commit()
    found = past(("en/docs/a.md", commit), ("../upstream/docs/a.md", commit), ("en/docs/a.md", own))
    assert [one.content for one in found] == [OLD.encode(), OLD.encode(), None]
    assert [one.path for one in found] == ["docs/a.md", "docs/a.md", None]


def test_outside_of_git_and_before_the_first_commit(tmp_path: Path, checkout: Checkout) -> None:
    checkout.write({"a.md": OLD})
    (tmp_path / "b.md").write_text(OLD)
    inside, outside = past(("a.md", "1234567"), ("../b.md", "1234567"))
    assert "no commit" in inside.note
    assert outside.note == "the original lies outside of any git repository"


def test_from_a_subdirectory_through_a_link(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = checkout.commit({"docs/en/a.md": OLD, "docs/zh/b.md": NEW})
    checkout.commit({"docs/en/a.md": NEW})
    (checkout.root / "docs/zh/a.md").symlink_to("../en/a.md")
    monkeypatch.chdir(checkout.root / "docs/zh")
    found = past(("../en/a.md", commit), ("a.md", commit), ("b.md", commit))
    assert [one.content for one in found] == [OLD.encode(), OLD.encode(), NEW.encode()]


def test_bytes_are_what_a_checkout_would_give_now(checkout: Checkout) -> None:
    commit = checkout.commit({"old/a.txt": OLD, "plain.md": OLD})
    checkout.write({".gitattributes": "docs/*.txt text eol=crlf\n"})
    checkout.git("mv", "old", "docs")
    checkout.commit()
    found = past(("docs/a.txt", commit), ("plain.md", commit))
    assert [one.content for one in found] == [OLD.replace("\n", "\r\n").encode(), OLD.encode()]


def test_what_is_no_text_is_a_note(checkout: Checkout) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n"
    checkout.write({"a.md": pointer, "short.md": "One line."})
    (checkout.root / "b.md").symlink_to("a.md")
    commit = checkout.commit()
    (checkout.root / "b.md").unlink()
    checkout.commit({"a.md": OLD, "b.md": OLD})
    one, other, third = past(("a.md", commit), ("b.md", commit), ("short.md", commit))
    assert "Git LFS" in one.note
    assert other.note == f"the original was a symbolic link at {commit[:12]}"
    assert (one.content, other.content, third.content) == (None, None, b"One line.")


def test_both_files_at_a_revision(checkout: Checkout) -> None:
    zh = "窑在晚上点火。\n" * 9
    files: dict[str, str | bytes] = {"en/a.md": OLD, "zh/a.md": zh, "en/b.md": OLD, "en/c.md": OLD, "zh/c.md": "三"}
    commit = checkout.commit(files)
    checkout.git("mv", "en/a.md", "en/z.md")
    checkout.git("mv", "zh/a.md", "zh/z.md")
    checkout.commit({"zh/b.md": "二", "zh/z.md": f"一\n{zh}"})
    repository = checkout.repository
    jobs = [Job(f"en/{name}.md", f"zh/{name}.md", name) for name in "zbc"]
    moved, added, same = were(jobs, repository, repository.changes(commit))
    assert moved.document is not None
    assert (moved.document.source, moved.document.target) == (OLD.encode(), zh.encode())
    assert (added.document, added.untouched) == (None, False)
    assert (same.document, same.untouched) == (None, True)


def test_a_change_that_takes_an_original_away_touches_its_document(checkout: Checkout) -> None:
    commit = checkout.commit({"en/a.md": OLD, "zh/a.md": "一", "en/b.md": OLD + NEW})
    checkout.git("rm", "-q", "en/a.md")
    changes = checkout.repository.changes(commit)
    assert touches(["en/a.md", "zh/a.md"], checkout.repository, changes)
    assert not touches(["en/b.md"], checkout.repository, changes)
    assert touches(["../elsewhere.md"], checkout.repository, changes)
