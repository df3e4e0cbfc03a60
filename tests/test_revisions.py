"""What names of revisions stand for, and what is said where they stand for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from git_builder import Checkout

from aligncheck.errors import ConfigError

MORE_HISTORY = "fetch more history: `git fetch --unshallow`, or `fetch-depth: 0` in actions/checkout"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    return Checkout.isolated(tmp_path / "repo", monkeypatch)


def remedy(error: pytest.ExceptionInfo[ConfigError]) -> str:
    return error.value.remedy or ""


def test_every_way_to_name_a_commit(checkout: Checkout) -> None:
    first = checkout.commit({"a.md": "a"})
    second = checkout.commit({"a.md": "b"})
    checkout.git("tag", "-a", "v1", "-m", "one", first)
    resolve = checkout.repository.resolve
    assert [resolve(r) for r in ("HEAD", "main", "HEAD~1", "v1", second[:10])] == [second, second, first, first, second]


@pytest.mark.parametrize("revision", ["-", "--help", "--upload-pack=evil", "", "a\nb", "a\0b"])
def test_what_is_no_revision_never_reaches_git(checkout: Checkout, revision: str) -> None:
    checkout.commit()
    with pytest.raises(ConfigError, match="is no revision"):
        checkout.repository.resolve(revision)
    with pytest.raises(ConfigError, match="is no revision"):
        checkout.repository.merge_base(revision)


@pytest.mark.parametrize(
    ("revision", "hint"),
    [
        ("mian", "did you mean main?"),
        ("mian~1", "did you mean main~1?"),
        ("release-1.O", "did you mean release-1.0?"),
        ("quite-another-thing", "name a branch, a tag or a commit of this clone, or fetch it first"),
        ("main..HEAD", "name one commit, not a range"),
        ("0" * 40, "there is no earlier commit to compare with: use --new-from-merge-base with the default branch"),
        ("main:a.md", "main exists, but what follows leads to no commit"),
        ("HEAD~7", "HEAD exists, but what follows leads to no commit"),
    ],
)
def test_an_unknown_revision_comes_with_the_nearest_remedy(checkout: Checkout, revision: str, hint: str) -> None:
    checkout.commit({"a.md": "a"})
    checkout.git("tag", "release-1.0")
    with pytest.raises(ConfigError, match="revision") as error:
        checkout.repository.resolve(revision)
    assert remedy(error) == hint


def test_a_repository_without_commits(checkout: Checkout) -> None:
    for ask in (checkout.repository.resolve, checkout.repository.merge_base):
        with pytest.raises(ConfigError, match="the repository has no commits yet"):
            ask("HEAD")


def test_a_branch_that_only_the_remote_has(tmp_path: Path, checkout: Checkout) -> None:
    checkout.commit({"a.md": "a"})
    checkout.git("branch", "release")
    checkout.git("clone", "-q", checkout.root.as_uri(), str(tmp_path / "clone"))
    clone = Checkout(tmp_path / "clone")
    with pytest.raises(ConfigError, match="unknown revision 'release'") as error:
        clone.repository.merge_base("release")
    assert remedy(error) == "write origin/release"
    with pytest.raises(ConfigError) as error:
        clone.repository.resolve("release~2")
    assert remedy(error) == "write origin/release~2"
    assert clone.repository.merge_base("origin/release") == clone.git("rev-parse", "HEAD")


def test_a_shallow_clone_says_how_to_get_the_rest(tmp_path: Path, checkout: Checkout) -> None:
    old = checkout.commit({"a.md": "a"})
    checkout.git("checkout", "-q", "-b", "topic")
    checkout.commit({"a.md": "b"})
    checkout.git("checkout", "-q", "main")
    checkout.commit({"b.md": "b"})
    checkout.git("clone", "-q", "--depth", "1", "--no-single-branch", checkout.root.as_uri(), str(tmp_path / "shallow"))
    shallow = Checkout(tmp_path / "shallow").repository
    for revision in ("HEAD~1", old, "v0.9"):
        with pytest.raises(ConfigError, match=f"unknown revision '{revision}' in this shallow clone") as error:
            shallow.resolve(revision)
        assert remedy(error) == MORE_HISTORY
    with pytest.raises(ConfigError, match="'origin/topic' and HEAD have no common ancestor in this shallow") as error:
        shallow.merge_base("origin/topic")
    assert remedy(error) == MORE_HISTORY


def test_merge_base_is_where_the_branch_left(checkout: Checkout) -> None:
    base = checkout.commit({"a.md": "a"})
    checkout.git("checkout", "-q", "-b", "topic")
    checkout.commit({"b.md": "b"})
    checkout.git("checkout", "-q", "main")
    checkout.commit({"c.md": "c"})
    checkout.git("checkout", "-q", "topic")
    assert checkout.repository.merge_base("main") == base


def test_histories_that_never_met(checkout: Checkout) -> None:
    checkout.commit({"a.md": "a"})
    checkout.git("checkout", "-q", "--orphan", "island")
    checkout.commit({"b.md": "b"})
    with pytest.raises(ConfigError, match="'main' and HEAD have no common ancestor"):
        checkout.repository.merge_base("main")
