"""Words that may stay and terms: from decisions into the configuration file and the glossary, and no further."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from command_line import Shell
from hypothesis import given
from hypothesis import strategies as st
from triage_builder import SETTINGS, all_of, contents, export, reports, statuses, write_pair, write_project

from aligncheck.errors import ConfigError
from aligncheck.runner.triage.settings_file import with_listed

LEFT = ("The harbour festival opens in May.", "港口的 festival 在五月开幕。")
"""Words left in English, which a setting may allow."""


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    made = Shell(tmp_path, monkeypatch, capsys)
    write_project(made)
    write_pair(made, "k", [LEFT])
    return made


def left(shell: Shell) -> list[str]:
    return [code for path, code, _ in statuses(shell) if path == "zh/k.md"]


def decided(shell: Shell, **record: object) -> str:
    return export(shell, lambda _, f: {"decision": "false-alarm", **record} if f.code.startswith("UNT") else None)


@pytest.mark.parametrize("place", ["baseline", "comment"])
def test_what_kept_words_do_away_with_needs_nothing_else(shell: Shell, place: str) -> None:
    assert left(shell) == ["UNT002"]
    file = decided(shell, keep=["festival"])
    done = shell("triage", "apply", file, "--false-alarm", place)
    assert done.code == 0, done.err
    assert "aligncheck.toml: 1 word more to keep: festival" in done.out
    assert "1 decided finding vanished with these words" in done.out
    assert left(shell) == []
    assert not (shell.folder / "aligncheck-baseline.jsonl").exists()
    assert "aligncheck:" not in (shell.folder / "zh/k.md").read_text("utf-8")
    text = (shell.folder / "aligncheck.toml").read_text("utf-8")
    assert text == SETTINGS.replace("# a lamp\n", '# a lamp\n  "festival",\n')
    before = contents(shell)
    again = shell("triage", "apply", file, "--false-alarm", place)
    assert (again.code, contents(shell)) == (0, before), again.err


def test_a_stale_document_is_stale_in_spite_of_its_words(shell: Shell) -> None:
    file = decided(shell, keep=["festival"])
    shell("triage", "apply", file)
    write_pair(shell, "k", [LEFT, ("The bridge is 120 metres long.", "这座桥长210米。")])
    assert shell("triage", "apply", file).code == 2


def test_terms_go_into_the_first_glossary_in_its_own_manner(shell: Shell) -> None:
    shell.write("aligncheck.toml", 'glossary = ["terms.tsv", "more.tsv"]\n' + SETTINGS)
    shell.write("more.tsv", "tower\t塔楼\n")
    (shell.folder / "terms.tsv").write_bytes("# 术语\r\nlamp\t灯\r\nlens\t透镜".encode("gb18030"))
    file = export(shell, lambda n, _: {"decision": "later", "term": [["lamp", "灯"], ["bridge", " 桥\t梁 "]][n % 2]})
    before = contents(shell)
    done = shell("triage", "apply", file, "--later", "nothing")
    assert done.code == 0, done.err
    expected = "# 术语\r\nlamp\t灯\r\nlens\t透镜\r\nbridge\t桥 梁\r\n".encode("gb18030")
    assert contents(shell) == {**before, "terms.tsv": expected}
    assert shell("triage", "apply", file, "--later", "nothing").code == 0
    assert (shell.folder / "terms.tsv").read_bytes() == expected


def test_a_glossary_is_made_where_there_is_none(shell: Shell) -> None:
    file = decided(shell, term=["festival", "灯会"])
    shell.write("glossary.tsv", "not\tours\n")
    done = shell("triage", "apply", file)
    assert done.code == 2
    assert "the settings do not call it a glossary" in done.err
    (shell.folder / "glossary.tsv").unlink()
    assert shell("triage", "apply", file).code == 0
    assert (shell.folder / "glossary.tsv").read_text("utf-8") == "festival\t灯会\n"
    assert tomllib.loads((shell.folder / "aligncheck.toml").read_text("utf-8"))["glossary"] == ["glossary.tsv"]
    assert shell("check", "--exit-zero").code == 0


def test_words_can_be_left_out(shell: Shell) -> None:
    before = (shell.folder / "aligncheck.toml").read_bytes()
    file = decided(shell, keep=["festival"], term=["festival", "灯会"])
    assert shell("triage", "apply", file, "--no-keep", "--no-glossary").code == 0
    assert (shell.folder / "aligncheck.toml").read_bytes() == before
    assert not (shell.folder / "glossary.tsv").exists()


def test_without_a_configuration_file_words_have_no_place(shell: Shell) -> None:
    (shell.folder / "aligncheck.toml").unlink()
    file = export(shell, all_of("false-alarm", keep=["festival"]), paths=["zh/k.md", "en/k.md"])
    before = contents(shell)
    paths = ["--in", "zh/k.md", "--in", "en/k.md"]
    done = shell("triage", "apply", file, *paths)
    assert (done.code, contents(shell)) == (2, before)
    assert "run aligncheck init" in done.err
    assert shell("triage", "apply", file, *paths, "--no-keep").code == 0


def test_the_settings_of_a_python_project(shell: Shell) -> None:
    table = SETTINGS.replace("[[pairs]]", "[[tool.aligncheck.pairs]]")
    (shell.folder / "aligncheck.toml").unlink()
    text = f'[project]\nname = "x"\n\n[tool.aligncheck]\n{table}\n[tool.other]\nkeep = ["y"] # theirs\n'
    shell.write("pyproject.toml", text)
    assert shell("triage", "apply", decided(shell, keep=['odd "word"\\'])).code == 0
    after = (shell.folder / "pyproject.toml").read_text("utf-8")
    assert after == text.replace("# a lamp\n", '# a lamp\n  "odd \\"word\\"\\\\",\n')
    assert reports(shell)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'keep = ["a"]\n'),
        ("# Settings.\n", '# Settings.\n\nkeep = ["a"]\n'),
        ("[[pairs]]\nsource = 'x'\n", "keep = [\"a\"]\n\n[[pairs]]\nsource = 'x'\n"),
        ("# It.\n[drift]\nstrict = true", 'keep = ["a"]\n\n# It.\n[drift]\nstrict = true'),
        ("source = 'en' # en\n\n# P.\n[drift]\n", "source = 'en' # en\nkeep = [\"a\"]\n\n# P.\n[drift]\n"),
        ("keep = []\n", 'keep = ["a"]\n'),
        ("keep = ['b'] # b\n", "keep = ['b', \"a\"] # b\n"),
        ("keep = [\n  'b', # b\n]\n[links]\n", "keep = [\n  'b', # b\n  \"a\",\n]\n[links]\n"),
        ("keep = ['a']\n", "keep = ['a']\n"),
        ("exclude = [\n'[x]',\n]\n", "exclude = [\n'[x]',\n]\nkeep = [\"a\"]\n"),
    ],
)
def test_the_rest_of_the_settings_stays(before: str, after: str, mark: str, ending: str) -> None:
    before, after = (mark + text.replace("\n", ending) for text in (before, after))
    made = with_listed(before, {"keep": ["a"]}, "aligncheck.toml", shared=False)
    assert made == (after if "\n" in before else after.replace("\r\n", "\n"))


WORDS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12), max_size=4, unique=True)
BODIES = st.sampled_from(["", "# x\n", "source = 'en'\n", "keep = ['b',\n 'c']\n[drift]\n", "[[pairs]]\nsource='x'\n"])


@given(BODIES, WORDS, WORDS)
def test_whatever_is_added_is_added_once_and_nothing_else_changes(body: str, keep: list[str], more: list[str]) -> None:
    old = tomllib.loads(body)
    once = with_listed(body, {"keep": keep, "glossary": more}, "x", shared=False)
    made = tomllib.loads(once)
    assert made.pop("keep", []) == list(dict.fromkeys([*old.pop("keep", []), *keep]))
    assert made.pop("glossary", []) == more
    assert made == old
    assert with_listed(once, {"keep": keep, "glossary": more}, "x", shared=False) == once


def test_what_cannot_be_changed_is_left_to_the_user() -> None:
    with pytest.raises(ConfigError) as caught:
        with_listed("tool = {aligncheck = 3}\n", {"keep": ["a"]}, "pyproject.toml", shared=True)
    assert "add by hand to keep: a" in str(caught.value)


def test_a_glossary_is_no_document(shell: Shell) -> None:
    shell.write("aligncheck.toml", "")
    before = [report.document.path for report in reports(shell)]
    assert shell("triage", "apply", decided(shell, term=["festival", "灯会"])).code == 0
    assert (shell.folder / "glossary.tsv").exists()
    assert [report.document.path for report in reports(shell)] == before
    assert "glossary.tsv" in shell("check", "--show-files").out
