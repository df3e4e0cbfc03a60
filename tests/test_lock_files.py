"""The lock's file: changed by one process at a time, whole whatever happens, never written over unread."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from git_builder import Checkout, isolate
from lock_builder import all_of, page

from aligncheck.errors import InputError
from aligncheck.gate.lock import Lock, NewerLockError, dump, replace
from aligncheck.runner.drift.locks import change_lock, merge_attribute, read_lock

PAGES = [page("a", "one", "two"), page("b", "three"), page("c", "four", "five")]
GOOD = dump(PAGES)
DAMAGED = GOOD.replace(b'"]]', b'"]', 1)
NEWER = b'{"aligncheck-lock": 2}\n'


def test_where_there_is_no_file_nothing_is_known(tmp_path: Path) -> None:
    file = tmp_path / "aligncheck.lock"
    assert read_lock(file) == Lock(str(file))
    change_lock(file, lambda lock: replace(lock, PAGES))
    assert file.read_bytes() == GOOD
    assert [path.name for path in tmp_path.iterdir()] == ["aligncheck.lock"]


def test_a_lock_that_stays_as_it_is_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "aligncheck.lock"
    file.write_bytes(GOOD)
    before = file.stat()
    change_lock(file, lambda lock: replace(lock, PAGES[1:]))
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_lock_that_leads_nowhere_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    with pytest.raises(InputError, match="link"):
        read_lock(tmp_path / "link")
    with pytest.raises(InputError, match="directory"):
        read_lock(tmp_path)


def test_a_damaged_lock_is_not_written_over_unless_everything_is_accepted(tmp_path: Path) -> None:
    file = tmp_path / "aligncheck.lock"
    file.write_bytes(DAMAGED)
    with pytest.raises(InputError, match=r"aligncheck\.lock:4: not a line of a lock: .*accept.*--force"):
        change_lock(file, lambda lock: replace(lock, PAGES[1:]))
    assert file.read_bytes() == DAMAGED
    change_lock(file, lambda lock: replace(lock, PAGES[1:]), force=True)
    assert [len(document.beads) for document in all_of(read_lock(file))] == [1, 1, 2]
    file.write_bytes(DAMAGED)
    change_lock(file, lambda lock: replace(lock, PAGES[1:]), anew=True)
    assert all_of(read_lock(file)) == PAGES[1:]


def test_a_newer_lock_is_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "aligncheck.lock"
    file.write_bytes(NEWER)
    with pytest.raises(NewerLockError):
        read_lock(file, force=True)
    with pytest.raises(NewerLockError):
        change_lock(file, lambda lock: replace(lock, PAGES), anew=True, force=True)
    assert file.read_bytes() == NEWER


def test_a_change_that_fails_leaves_the_file(tmp_path: Path) -> None:
    file = tmp_path / "aligncheck.lock"
    file.write_bytes(GOOD)

    def fail(_: Lock) -> bytes:
        raise RuntimeError("no")

    with pytest.raises(RuntimeError, match="no"):
        change_lock(file, fail)
    assert file.read_bytes() == GOOD


ACCEPTING = """
import sys
from pathlib import Path
from lock_builder import page
from aligncheck.gate.lock import replace
from aligncheck.runner.drift.locks import change_lock
print("ready", flush=True)
sys.stdin.readline()
for number in range(20):
    change_lock(Path(sys.argv[1]), lambda lock: replace(lock, [page(f"{sys.argv[2]}-{number}", "one")]))
"""


def test_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "aligncheck.lock"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", ACCEPTING, str(file), name],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for name in "mn"
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
    for process in processes:
        process.communicate(b"\n")
        assert process.returncode == 0
    assert read_lock(file).known == tuple(sorted(page(f"{name}-{n}").path for name in "mn" for n in range(20)))


def test_a_process_killed_at_any_step_leaves_the_old_lock_or_the_new(tmp_path: Path) -> None:
    """``kill -9`` at every call to the system that a change makes, one after the other; the next one clears up."""
    file = tmp_path / "aligncheck.lock"
    new = replace(read_lock(file), PAGES[:1])
    change_lock(file, lambda _: GOOD)
    seen = []
    for step in range(1000):
        file.write_bytes(GOOD)
        child = os.fork()
        if child == 0:
            try:
                killed_at(step)
                change_lock(file, lambda _: new)
                os._exit(0)
            finally:
                os._exit(3)
        _, status = os.waitpid(child, 0)
        assert file.read_bytes() in (GOOD, new)
        seen.append(file.read_bytes())
        if not os.WIFSIGNALED(status):
            assert os.WEXITSTATUS(status) == 0
            break
    assert len(seen) > 5
    assert seen[0] == GOOD
    assert seen[-1] == new
    assert seen == sorted(seen, key=[GOOD, new].index), "once it is there, the new file stays"
    change_lock(file, lambda _: GOOD)
    assert [path.name for path in tmp_path.iterdir()] == ["aligncheck.lock"]


def killed_at(step: int) -> None:
    """Kill this process at the call to the system (audit event) with this number, counted from 0."""
    left = step

    def count(event: str, _: tuple[object, ...]) -> None:
        nonlocal left
        if event.startswith(("open", "os.", "tempfile.", "glob.", "pathlib.", "fcntl.")):
            left -= 1  # killing is a call too
            if left == -1:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def merge_of(checkout: Checkout, name: str) -> str:
    return checkout.git("check-attr", "merge", "--", name).rpartition(": ")[2]


@pytest.mark.parametrize("name", ["aligncheck.lock", "my lock [1]*.lock", "#锁.lock", "!a\\\"b'.lock"])
def test_git_is_told_to_keep_both_sides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    checkout = Checkout.isolated(tmp_path / "root", monkeypatch)
    file = checkout.root / "docs" / name
    change_lock(file, lambda lock: replace(lock, PAGES))
    said = merge_attribute(file)
    assert said is not None
    assert str(file.parent / ".gitattributes") in said
    assert "merge=union" in said
    assert merge_of(checkout, f"docs/{name}") == "union"
    written = (file.parent / ".gitattributes").read_bytes()
    assert merge_attribute(file) is None
    assert (file.parent / ".gitattributes").read_bytes() == written


@pytest.mark.parametrize("before", [b"*.png binary", b"*.png binary\r\n*.md text\r\n", b""])
def test_what_gitattributes_says_already_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bytes) -> None:
    checkout = Checkout.isolated(tmp_path, monkeypatch)
    checkout.write({".gitattributes": before, "aligncheck.lock": GOOD})
    assert merge_attribute(tmp_path / "aligncheck.lock")
    lines = (tmp_path / ".gitattributes").read_bytes().splitlines()
    assert lines == [*before.splitlines(), b"aligncheck.lock merge=union"]
    assert b"\r\n" in before or b"\r" not in (tmp_path / ".gitattributes").read_bytes()


@pytest.mark.parametrize(
    "setting", ["*.lock -merge", "aligncheck.lock merge=ours", "aligncheck.lock merge=union", "* merge"]
)
def test_a_setting_of_the_project_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    checkout = Checkout.isolated(tmp_path, monkeypatch)
    checkout.write({".gitattributes": setting + "\n", "docs/aligncheck.lock": GOOD})
    assert merge_attribute(tmp_path / "docs" / "aligncheck.lock") is None
    assert not (tmp_path / "docs" / ".gitattributes").exists()
    assert (tmp_path / ".gitattributes").read_text() == setting + "\n"


def test_without_git_nothing_is_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    file = tmp_path / "aligncheck.lock"
    file.write_bytes(GOOD)
    assert merge_attribute(file) is None
    Checkout.new(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert merge_attribute(file) is None
    assert not (tmp_path / ".gitattributes").exists()
