"""Pairing by patterns a project sets, and the patterns that ``aligncheck init`` proposes."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.config import Config, PairPattern
from aligncheck.errors import ConfigError
from aligncheck.runner.documents.discovery import discover
from aligncheck.runner.documents.patterns import Sought, compile_pattern, match_files
from aligncheck.runner.documents.proposal import propose

ENGLISH, CHINESE = "The lamp turns once every ten seconds.\n", "灯每十秒转一圈。\n"


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def files(english: str, chinese: str, both: str = "") -> None:
    for names, text in ((english, ENGLISH), (chinese, CHINESE), (both, ENGLISH + "\n" + CHINESE)):
        for name in names.split():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text('{"a": "' + text.strip() + '"}' if name.endswith(".json") else text, encoding="utf-8")


def pairs(patterns: Sequence[tuple[str, str | None]], *paths: str, source: str = "en") -> list[tuple[str, str | None]]:
    config = Config(source=source, pairs=tuple(PairPattern(*pattern) for pattern in patterns))
    return [(job.source, job.target) for job in discover(paths or ["."], config).jobs]


def test_placeholders_stand_for_the_same_on_both_sides() -> None:
    files("docs/en/a/b.md docs/en/c.md other/en/a.md", "docs/zh/a/b.md docs/zh/c.md docs/zh/b.md")
    assert pairs([("docs/en/{path}.md", "docs/zh/{path}.md")]) == [
        ("docs/en/a/b.md", "docs/zh/a/b.md"),
        ("docs/en/c.md", "docs/zh/c.md"),
    ]
    assert pairs([("docs/en/{name}.md", "docs/zh/{name}.md")]) == [("docs/en/c.md", "docs/zh/c.md")]


def test_lang_stands_for_every_tag_of_chinese_that_is_there() -> None:
    files("x.md docs/y.md", "x.zh-CN.md x.zh_TW.md x.fr.md i18n/zh-hans/docs/y.md i18n/fr/docs/y.md")
    assert pairs([("{path}.md", "{path}.{lang}.md"), ("{path}.md", "i18n/{lang}/{path}.md")]) == [
        ("docs/y.md", "i18n/zh-hans/docs/y.md"),
        ("x.md", "x.zh-CN.md"),
        ("x.md", "x.zh_TW.md"),
    ]


def test_lang_is_a_tag_of_english_where_the_source_is_chinese() -> None:
    files("en/a.md", "zh/a.md")
    assert pairs([("zh/{path}.md", "{lang}/{path}.md")], source="zh") == [("zh/a.md", "en/a.md")]


def test_a_pattern_without_target_names_files_of_both_languages() -> None:
    files("docs/en/a.md", "docs/zh/a.md", "notes/n.md elsewhere.md")
    patterns: list[tuple[str, str | None]] = [("docs/en/{path}.md", "docs/zh/{path}.md"), ("notes/{path}.md", None)]
    assert pairs(patterns) == [("docs/en/a.md", "docs/zh/a.md"), ("notes/n.md", None)]
    assert pairs(patterns, "elsewhere.md", "notes") == [("elsewhere.md", None), ("notes/n.md", None)]


@pytest.mark.parametrize("named", ["docs/zh/a.md", "docs/a.md", "docs/zh"])
def test_a_counterpart_need_not_be_named(named: str) -> None:
    files("docs/a.md", "docs/zh/a.md")
    assert pairs([("docs/{path}.md", "docs/zh/{path}.md")], named) == [("docs/a.md", "docs/zh/a.md")]


def test_what_has_no_counterpart_is_left_out_with_the_path_that_is_missing() -> None:
    files("en/a.md", "zh/b.md", "c.md")
    config = Config(pairs=(PairPattern("en/{path}.md", "zh/{path}.md"),))
    plan = discover(["."], config)
    assert not plan.jobs
    assert [(skip.path, skip.reason) for skip in plan.skipped] == [
        ("c.md", "no pattern of [[pairs]] is meant for it"),
        ("en/a.md", "its counterpart zh/a.md is missing"),
        ("zh/b.md", "its counterpart en/b.md is missing"),
    ]


def test_patterns_are_relative_to_the_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files("docs/en/a.md", "docs/zh/a.md")
    monkeypatch.chdir(tmp_path / "docs" / "zh")
    config = Config(pairs=(PairPattern("docs/en/{path}.md", "docs/zh/{path}.md"),), exclude=("/docs/zh/b.md",))
    (tmp_path / "docs" / "zh" / "b.md").write_text(CHINESE, encoding="utf-8")
    plan = discover(["."], config, tmp_path)
    (job,) = plan.jobs
    assert (job.source, job.target) == ("../en/a.md", "a.md")
    assert job.identities == ("docs/en/a.md", "docs/zh/a.md")
    assert not plan.skipped


@pytest.mark.parametrize(("source", "target"), [("{lang}/{path}", "x/{path}"), ("{path}", "{name}"), ("{a}", None)])
def test_a_pattern_that_cannot_work_is_refused(source: str, target: str | None) -> None:
    with pytest.raises(ConfigError):
        compile_pattern(PairPattern(source, target), "en")


NAMES = st.text("ab.-_", min_size=1, max_size=6).filter(lambda name: name.strip("."))


@given(st.lists(st.lists(NAMES, min_size=1, max_size=3).map("/".join), min_size=1, max_size=4, unique=True))
@settings(max_examples=60, deadline=None)
def test_whatever_matches_both_sides_is_paired(stems: list[str]) -> None:
    pattern = compile_pattern(PairPattern("en/{path}.md", "zh/{path}.md"), "en")
    for stem in stems:
        assert pattern.source.fullmatch(f"en/{stem}.md")
        assert pattern.target
        assert pattern.target.fullmatch(f"zh/{stem}.md")
    assert match_files([pattern], [f"en/{stem}.md" for stem in stems], Path("nowhere")).lonely == {
        f"en/{stem}.md": Sought(f"zh/{stem}.md", "target") for stem in stems
    }


LAYOUTS = [
    ("docs/en/a.md docs/en/b/c.md", "docs/zh/a.md docs/zh/b/c.md", "", ["docs/en/{path}.md docs/zh/{path}.md"]),
    ("README.md x/y.md", "README.zh-CN.md x/y.zh-CN.md", "", ["{path}.md {path}.zh-CN.md"]),
    ("a.md b.md", "a.zh-CN.md a.zh-TW.md b.zh-CN.md", "", ["{path}.md {path}.{lang}.md"]),
    ("g/a.md g/b.md", "g/zh-hans/a.md g/zh-hans/b.md", "", ["g/{path}.md g/zh-hans/{path}.md"]),
    ("i/en.json j/en.json", "i/zh.json j/zh.json", "", ["{path}/en.json {path}/zh.json"]),
    ("", "", "notes/a.md notes/b.md", ["notes/{name}.md"]),
    ("d/en/a.md", "d/zh/a.md", "d/zh/both.md", ["d/en/{path}.md d/zh/{path}.md", "d/zh/both.md"]),
    ("only.md", "", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("english", "chinese", "both", "expected"), LAYOUTS)
def test_a_proposal_pairs_what_names_pair(
    english: str, chinese: str, both: str, expected: list[str], tmp_path: Path
) -> None:
    files(english, chinese, both)
    text, *_ = propose(tmp_path)
    config = msgspec.convert(tomllib.loads(text), Config)
    assert [" ".join(filter(None, (p.source, p.target))) for p in config.pairs] == expected
    if expected:
        by_name = [(job.source, job.target) for job in discover(["."], Config()).jobs if english or both]
        by_pattern = [(job.source, job.target) for job in discover(["."], config).jobs]
        assert by_pattern == by_name


def test_a_proposal_without_comments_signs_is_a_configuration(tmp_path: Path) -> None:
    files("docs/en/a.md", "docs/zh/a.md")
    text, *_ = propose(tmp_path)
    bare = "\n".join(line.removeprefix("# ") for line in text.splitlines() if " = " in line or "[" in line[:4])
    parsed = tomllib.loads(bare)
    assert set(parsed) == {field.encode_name for field in msgspec.structs.fields(Config)}
    msgspec.convert(parsed, Config)
