"""``aligncheck drift`` in a git repository: by revision, by pins, only what changed, days of grace."""

from __future__ import annotations

from pathlib import Path

import pytest
from accepted_builder import CHINESE, ENGLISH
from command_line import Shell
from drift_project import CONFIG, codes, committed, edit, git, project, states, status


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return project(Shell(tmp_path, monkeypatch, capsys))


@pytest.fixture
def accepted(shell: Shell) -> Shell:
    assert shell("drift", "accept").code == 0
    return shell


def test_since_a_revision(shell: Shell) -> None:
    git("init", ".")
    first = committed()
    assert states(shell, "--since", "HEAD") == {"docs/zh/box.md": "current"}
    edit(shell, "docs/en/box.md", " Call the engineer instead.", "")
    shell.write("docs/en/late.md", "# Late\n\nA page.\n")
    shell.write("docs/zh/late.md", "# 晚\n\n一页。\n")
    second = committed("2026-05-03")
    found = status(shell, "--since", first)
    assert {d["path"]: (d["state"], d["reference"], d["since"]) for d in found["documents"]} == {
        "docs/zh/box.md": ("stale", first[:12], "2026-05-03"),
        "docs/zh/late.md": ("unlocked", None, None),
    }
    assert codes(shell, "--since", first) == ["DRF004"]
    assert states(shell, "--since", second) == {"docs/zh/box.md": "current", "docs/zh/late.md": "current"}
    assert shell("drift", "--since", "nothing").code == 2


def test_only_what_changed(accepted: Shell) -> None:
    for name in ("one", "two"):
        accepted.write(f"docs/en/{name}.md", ENGLISH)
        accepted.write(f"docs/zh/{name}.md", CHINESE)
    accepted("drift", "accept")
    git("init", ".")
    committed()
    git("checkout", "-b", "work")
    edit(accepted, "docs/en/one.md", "24 levers", "26 levers")
    assert states(accepted, "--changed") == {"docs/zh/one.md": "stale"}
    committed()
    edit(accepted, "docs/en/two.md", "24 levers", "26 levers")
    assert states(accepted, "--changed") == {"docs/zh/two.md": "stale"}
    assert states(accepted, "--changed", "--merge-base", "main") == {
        "docs/zh/one.md": "stale",
        "docs/zh/two.md": "stale",
    }


@pytest.mark.parametrize("form", ["default_lang_commit: {}", "l10n:\n  sourceCommit: {}"])
def test_pins_that_a_project_has(shell: Shell, form: str) -> None:
    git("init", ".")
    commit = committed()
    shell.write("docs/zh/box.md", f"---\ntitle: 信号楼\n{form.format(commit)}\n---\n\n{CHINESE}")
    assert states(shell) == {"docs/zh/box.md": "current"}
    edit(shell, "docs/en/box.md", "24 levers", "26 levers")
    edit(shell, "docs/en/box.md", "station. Two", "station.\nTwo")
    committed("2026-05-07")
    (document,) = status(shell)["documents"]
    assert (document["state"], document["reference"], document["since"]) == ("stale", commit[:12], "2026-05-07")
    assert codes(shell) == ["DRF001"]
    assert document["drifted"][0]["old"] == "There are 24 levers in the frame."
    edit(shell, "docs/zh/box.md", "24根", "26根")
    assert states(shell) == {"docs/zh/box.md": "current"}


def test_a_pin_that_cannot_be_followed_is_a_note(shell: Shell) -> None:
    git("init", ".")
    shell.write("docs/zh/box.md", f"---\nsourceCommit: {'12ab' * 10}\n---\n\n{CHINESE}")
    committed()
    (document,) = status(shell)["documents"]
    assert document["state"] == "unlocked"
    assert "12ab12ab12ab" in document["notes"][0]


def test_grace_ends(accepted: Shell) -> None:
    accepted.write("aligncheck.toml", CONFIG + "[drift]\nstrict = true\ngrace-days = 14\n")
    git("init", ".")
    committed("2026-05-01")
    edit(accepted, "docs/en/box.md", "24 levers", "26 levers")
    committed("2026-05-10")
    assert accepted("drift", "--today", "2026-05-24").code == 0
    assert accepted("drift", "--today", "2026-05-25").code == 1
    assert accepted("drift", "--today", "2026-05-24", "--release").code == 1
    assert accepted("drift", "--today", "May").code == 2


def test_what_says_the_same_is_not_paired_again(accepted: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    git("init", ".")
    committed()

    def pairing(*_: object) -> None:
        raise AssertionError("nothing has to be paired")

    monkeypatch.setattr("aligncheck.runner.drift.work.drift_of", pairing)
    monkeypatch.setattr("aligncheck.runner.drift.work.pairing_of", pairing)
    edit(accepted, "docs/en/box.md", "station. Two people", "station.\nTwo *people*")
    edit(accepted, "docs/en/box.md", "# The signal box", "<!-- a remark -->\n\n# The signal box")
    edit(accepted, "docs/zh/box.md", "请打电话给工程师。", "请打电话给工程师！")
    (document,) = status(accepted)["documents"]
    assert (document["state"], document["sentences"]) == ("current", {"current": 13})
    assert states(accepted, "--since", "HEAD") == {"docs/zh/box.md": "current"}
