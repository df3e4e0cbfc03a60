"""What git says of the working tree: where it is, what changed since a commit, what files held then."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from git_builder import Checkout

from aligncheck.errors import ConfigError
from aligncheck.runner.history.repository import Repository

ODD = ("with space.md", "quote\"and'.md", "中文 文件.md", "line\nbreak.md", "tab\there.md", "-option.md", ":(glob)x.md")
TEXT = "The kiln is fired on the first night of every month.\n" * 5


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    return Checkout.isolated(tmp_path / "repo", monkeypatch)


def state(root: Path) -> dict[str, str]:
    """Every file of the repository itself, with a digest of its content."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((root / ".git").rglob("*"))
        if path.is_file()
    }


def test_found_from_the_top_from_below_and_from_a_linked_worktree(tmp_path: Path, checkout: Checkout) -> None:
    checkout.commit({"docs/zh/a.md": TEXT})
    checkout.git("worktree", "add", "-q", str(tmp_path / "linked"), "-b", "other")
    (tmp_path / "link").symlink_to(checkout.root)
    places = {"repo": "repo", "repo/docs/zh": "repo", "link/docs": "repo", "linked/docs": "linked"}
    for start, root in places.items():
        found = Repository.find(str(tmp_path / start))
        assert found is not None
        assert found.root == str(tmp_path / root)
    assert Repository.find(str(tmp_path)) is None
    assert Repository.find(str(checkout.root / ".git")) is None


def test_a_hook_finds_the_repository_it_runs_in(
    tmp_path: Path, checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = checkout.commit({"docs/a.md": TEXT})
    other = Checkout.new(tmp_path / "other")
    for name, value in {"GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/next-index", "GIT_PREFIX": "docs/"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(checkout.root / "docs")
    found = Repository.find(".")
    assert found is not None
    assert found.changes(found.resolve("HEAD")).commit == commit
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    assert Repository.find(".") == found


def test_a_repository_beside_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Checkout.isolated(tmp_path / "home", monkeypatch)
    commit = home.commit({"a.md": TEXT})
    (home.root / ".git").rename(tmp_path / "store")
    monkeypatch.chdir(home.root)
    assert Repository.find(".") is None
    monkeypatch.setenv("GIT_DIR", "../store")
    monkeypatch.setenv("GIT_WORK_TREE", ".")
    found = Repository.find(".")
    assert found is not None
    assert found.read(found.resolve("HEAD"), ["a.md"]) == {"a.md": TEXT.encode()}
    assert found.changes(commit).old == {}


def test_git_is_missing(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(checkout.root))
    with pytest.raises(ConfigError, match="git cannot be run"):
        Repository.find(str(checkout.root))


def test_a_repository_of_somebody_else(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(ConfigError, match="belongs to another user") as error:
        Repository.find(str(checkout.root))
    assert error.value.remedy == f"git config --global --add safe.directory {checkout.root}"


def test_a_git_file_that_leads_nowhere_is_an_error(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: gone\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="git finds no repository"):
        Repository.find(str(tmp_path))


def test_staged_unstaged_untracked_and_deleted(checkout: Checkout) -> None:
    commit = checkout.commit({f"{name}.md": f"{name}\n{TEXT}" for name in ("same", "staged", "edited", "gone", "rm")})
    checkout.write({".gitignore": "ignored.md\n", "ignored.md": "x", "new.md": "n", "added.md": "a", "staged.md": "s"})
    checkout.git("add", "staged.md", "added.md")
    checkout.write({"edited.md": "e"})
    (checkout.root / "gone.md").unlink()
    checkout.git("rm", "-q", "--cached", "rm.md")
    changes = checkout.repository.changes(commit)
    assert changes.old == {
        ".gitignore": None,
        "added.md": None,
        "edited.md": "edited.md",
        "new.md": None,
        "rm.md": "rm.md",
        "staged.md": "staged.md",
    }
    assert changes.deleted == {"gone.md"}
    assert [changes.touched(p) for p in ("same.md", "edited.md", "ignored.md", "nowhere.md")] == [False, *[True] * 3]
    assert [changes.before(p) for p in ("same.md", "edited.md", "ignored.md", "new.md")] == [
        "same.md", "edited.md", None, None,
    ]  # fmt: skip


def test_renames_whether_git_was_told_or_not(checkout: Checkout) -> None:
    commit = checkout.commit({"a.md": "a\n" + TEXT, "b.md": "b\n" * 40, "c.txt": "other\n" * 40})
    checkout.git("mv", "a.md", "docs-a.md")
    (checkout.root / "docs").mkdir()
    (checkout.root / "b.md").rename(checkout.root / "docs/b.md")
    checkout.write({"docs/b.md": "b\n" * 40 + "edited\n", "docs/none.md": "z"})
    before = state(checkout.root)
    changes = checkout.repository.changes(commit)
    assert changes.old == {"docs-a.md": "a.md", "docs/b.md": "b.md", "docs/none.md": None}
    assert changes.deleted == frozenset()
    assert state(checkout.root) == before


def test_reading_changes_nothing_in_the_repository(checkout: Checkout) -> None:
    commit = checkout.commit({"a.md": TEXT})
    os.utime(checkout.root / "a.md", (1, 1))
    before = state(checkout.root)
    assert checkout.repository.changes(commit).old == {}
    assert state(checkout.root) == before


def test_an_edit_in_the_very_moment_of_the_commit(checkout: Checkout) -> None:
    """Of the same size, too: only the index being no younger than the file tells git to look."""
    checkout.git("config", "core.trustctime", "false")
    checkout.write({"a.md": "one"})
    os.utime(checkout.root / "a.md", (10**9, 10**9))
    commit = checkout.commit()
    checkout.write({"a.md": "two", "new.md": "three"})
    for path in ("a.md", ".git/index"):
        os.utime(checkout.root / path, (10**9, 10**9))
    assert checkout.repository.changes(commit).old == {"a.md": "a.md", "new.md": None}


@pytest.mark.parametrize(
    "setting", ["diff.renames=false", "diff.external=false", "color.ui=always", "core.quotePath=1"]
)
def test_settings_of_the_user_make_no_difference(checkout: Checkout, setting: str) -> None:
    commit = checkout.commit({"a.md": TEXT, "中.md": "b"})
    checkout.git("config", *setting.split("="))
    checkout.git("mv", "a.md", "b.md")
    checkout.write({"中.md": "c"})
    assert checkout.repository.changes(commit).old == {"b.md": "a.md", "中.md": "中.md"}


def test_any_name_a_directory_can_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = Checkout.isolated(tmp_path / 'a:b "c" \\d\n中', monkeypatch)
    commit = checkout.commit({"a.md": TEXT})
    (checkout.root / "a.md").rename(checkout.root / "b.md")
    assert checkout.repository.root == str(checkout.root)
    assert checkout.repository.changes(commit).old == {"b.md": "a.md"}


def test_any_name_a_file_can_have(checkout: Checkout) -> None:
    commit = checkout.commit({name: f"{number}\n{TEXT}" for number, name in enumerate(ODD)})
    checkout.write(dict.fromkeys(ODD[:3], "changed"))
    checkout.git("mv", "--", ODD[3], "moved\n.md")
    repository = checkout.repository
    contents = repository.read(commit, [*ODD, "missing.md"])
    assert contents == {**{n: f"{i}\n{TEXT}".encode() for i, n in enumerate(ODD)}, "missing.md": None}
    assert repository.read(commit, ODD[:3]) == {name: contents[name] for name in ODD[:3]}
    assert repository.changes(commit).old == {**{n: n for n in ODD[:3]}, "moved\n.md": ODD[3]}


def test_contents_come_back_byte_by_byte(checkout: Checkout) -> None:
    files: dict[str, str | bytes] = {
        "empty.txt": b"",
        "ends.txt": b"\n\n",
        "no end.txt": b"x",
        "binary.txt": bytes(range(256)) * 4,
        "like.txt": b"\n0123456789abcdef blob 3\nabc\n",
    }
    commit = checkout.commit(files)
    assert checkout.repository.read(commit, files) == files


def test_what_is_no_document(tmp_path: Path, checkout: Checkout) -> None:
    inner = Checkout.new(tmp_path / "inner")
    inner.commit({"x.md": TEXT})
    checkout.write({"a.md": TEXT})
    (checkout.root / "link.md").symlink_to("a.md")
    checkout.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.root.as_uri(), "sub.md")
    commit = checkout.commit()
    (checkout.root / "link.md").unlink()
    (checkout.root / "a.md").rename(checkout.root / "link.md")
    (checkout.root / "a.md").symlink_to("link.md")
    repository = checkout.repository
    changes = repository.changes(commit)
    assert changes.old == {"link.md": None}
    assert changes.deleted == {"a.md"}
    assert repository.read(commit, ["link.md", "sub.md", "sub.md/x.md"]) == {
        "link.md": None, "sub.md": None, "sub.md/x.md": None,
    }  # fmt: skip
    assert changes.submodule_of("sub.md/x.md") == "sub.md"
    assert not changes.touched("sub.md/x.md")
    (checkout.root / "sub.md/x.md").write_text("edited", encoding="utf-8")
    assert repository.changes(commit).touched("sub.md/x.md")
    found = Repository.find(str(checkout.root / "sub.md"))
    assert found is not None
    assert found.root == str(checkout.root / "sub.md")


def test_line_ends_and_encodings_as_in_the_working_tree(checkout: Checkout) -> None:
    checkout.git("config", "core.autocrlf", "true")
    chinese = "第一行。\r\n第二行。\r\n"
    files: dict[str, str | bytes] = {
        ".gitattributes": "gb.txt text working-tree-encoding=GB18030\n",
        "lines.txt": chinese,
        "gb.txt": chinese.encode("gb18030"),
    }
    commit = checkout.commit(files)
    assert checkout.git("cat-file", "blob", "HEAD:gb.txt") == "第一行。\n第二行。"
    repository = checkout.repository
    assert repository.read(commit, ["lines.txt", "gb.txt"]) == {
        "lines.txt": chinese.encode(), "gb.txt": chinese.encode("gb18030"),
    }  # fmt: skip
    assert repository.changes(commit).old == {}


def test_a_filter_that_fails_is_an_error(checkout: Checkout) -> None:
    commit = checkout.commit({"a.md": TEXT})
    checkout.write({".gitattributes": "*.md filter=broken\n"})
    checkout.git("config", "filter.broken.smudge", "false")
    checkout.git("config", "filter.broken.required", "true")
    with pytest.raises(ConfigError, match="git cannot give back an earlier version"):
        checkout.repository.read(commit, ["a.md"])


def test_an_object_that_is_lost_is_an_error(checkout: Checkout) -> None:
    commit = checkout.commit({"a.md": "a", "b.md": "b"})
    blob = checkout.git("rev-parse", "HEAD:a.md")
    (checkout.root / f".git/objects/{blob[:2]}/{blob[2:]}").unlink()
    with pytest.raises(ConfigError, match="git lacks an earlier version"):
        checkout.repository.read(commit, ["a.md", "b.md"])


def test_a_merge_conflict_is_a_change(checkout: Checkout) -> None:
    checkout.commit({"a.md": "a\n"})
    checkout.git("checkout", "-q", "-b", "topic")
    checkout.commit({"a.md": "b\n"})
    checkout.git("checkout", "-q", "main")
    commit = checkout.commit({"a.md": "c\n"})
    with pytest.raises(AssertionError):
        checkout.git("merge", "topic")
    assert checkout.repository.changes(commit).old == {"a.md": "a.md"}


def test_paths_seen_from_the_root(checkout: Checkout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout.write({"docs/zh/a.md": TEXT})
    (checkout.root / "b.md").symlink_to("docs/zh/a.md")
    (checkout.root / "out.md").symlink_to(tmp_path / "x.md")
    monkeypatch.chdir(checkout.root / "docs")
    path_of = checkout.repository.path_of
    assert [path_of(p) for p in ("zh/a.md", "../b.md", str(checkout.root / "docs/zh/a.md"))] == ["docs/zh/a.md"] * 3
    assert [path_of(p) for p in ("../../x.md", "../out.md", "..foo.md")] == [None, None, "docs/..foo.md"]


def test_a_log_names_files_or_the_directories_that_hold_many(checkout: Checkout) -> None:
    names = [f"docs/{part}/{n}.md" for part in ("en", "zh") for n in range(9)]
    checkout.write(dict.fromkeys([*names, "top.md"], TEXT))
    first = checkout.commit()
    second = checkout.commit({"docs/en/3.md": "changed\n"})
    checkout.commit({"top.md": "changed\n"})
    for wanted in (["docs/en/3.md"], names):
        found = list(checkout.repository.log(wanted, "--format=%H"))
        assert [one.about for one in found] == [second, first]
        assert [entry.new for entry in found[0].entries] == ["docs/en/3.md"]
    many = [f"{n}/{n}.md" for n in range(20)]
    assert [one.about for one in checkout.repository.log([*many, "top.md"], "--format=%H")][-1] == first


def test_a_log_may_be_left_and_may_fail(checkout: Checkout) -> None:
    for n in range(3):
        checkout.commit({"a.md": str(n)})
    log = checkout.repository.log(["a.md"], "--format=%H")
    assert next(log).about == checkout.git("rev-parse", "HEAD")
    log.close()
    with pytest.raises(ConfigError, match="git failed: "):
        list(checkout.repository.log(["a.md"], "--format=%H", "--no-such-option"))
