"""Files that are written: whole or not at all, and what is no file stays what it is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from aligncheck.errors import InputError
from aligncheck.runner.files import write_whole


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.json"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [p.name for p in path.parent.iterdir()] == ["b.json"]


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[bytes] = []
    reader = Thread(target=lambda: read.append(path.read_bytes()))
    reader.start()
    write_whole(path, b"through")
    reader.join(60)
    assert read == [b"through"]
    assert path.is_fifo()


def test_the_systems_devices_stay_devices(tmp_path: Path) -> None:
    """Root, which many build servers run as, could replace them by files."""
    (tmp_path / "a.md").write_text("One boat.\n\n一条船。\n", encoding="utf-8")
    outputs = ("--output", "json=/dev/null", "--output", "concise=/dev/stdout")
    command = [sys.executable, "-m", "aligncheck", "a.md", "--isolated", *outputs]
    before = {path: os.lstat(path).st_ino for path in ("/dev/null", "/dev/stdout")}
    with (tmp_path / "out.txt").open("wb") as out:
        assert subprocess.run(command, cwd=tmp_path, stdout=out, check=False, timeout=300).returncode == 0
    assert {path: os.lstat(path).st_ino for path in before} == before
    assert "1 document" in (tmp_path / "out.txt").read_text(encoding="utf-8")


def test_a_directory_in_the_way_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_whole(tmp_path, b"x")
