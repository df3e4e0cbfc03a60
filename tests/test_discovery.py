"""Which files become documents, which of them pairs, and what is said of the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.config import Config
from aligncheck.errors import ConfigError, InputError
from aligncheck.runner.documents.discovery import discover
from aligncheck.runner.documents.jobs import Plan
from aligncheck.runner.documents.naming import read_name

ENGLISH = "The kiln is fired on the first night of every month, and nobody opens it before dawn.\n"
CHINESE = "窑火在每月的第一个夜晚点燃，黎明之前谁也不会打开窑门。\n"
BOTH = ENGLISH + "\n" + CHINESE


@pytest.fixture(autouse=True)
def _in_tmp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def grow(files: dict[str, str | bytes]) -> None:
    """Write files by path; parents are made."""
    for path, content in files.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(content if isinstance(content, bytes) else content.encode())


def jobs(plan: Plan) -> list[tuple[str, str | None]]:
    return [(job.source, job.target) for job in plan.jobs]


def reasons(plan: Plan) -> dict[str, str]:
    return {skipped.path: skipped.reason for skipped in plan.skipped}


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("docs/en/x.md", "docs/zh/x.md"),
        ("docs/en/guide/x.md", "docs/zh-cn/guide/x.md"),
        ("docs/en/x.md", "docs/zh-hans/x.md"),
        ("docs/en/x.md", "docs/zh-hant/x.md"),
        ("docs/en-US/x.md", "docs/zh-TW/x.md"),
        ("docs/en/x.md", "docs/zh_CN/x.md"),
        ("docs/en/x.md", "docs/zh-HK/x.md"),
        ("content/english/x.txt", "content/chinese/x.txt"),
        ("docs/x.md", "docs-zh/x.md"),
        ("x.en.md", "x.zh.md"),
        ("pages/x.en.mdx", "pages/x.zh.mdx"),
        ("x.md", "x.zh-CN.md"),
        ("x.md", "x_zh.md"),
        ("x.md", "x-zh-Hans.md"),
        ("x_en.md", "x_zh_CN.md"),
        ("README.md", "README.zh-CN.md"),
        ("README.md", "README-zh-TW.md"),
        ("README.md", "README_CN.md"),
        ("README_EN.md", "README.md"),
        ("code_of_practice.md", "code-of-practice.zh-tw.md"),
        ("x.md", "x.zh.mdx"),
        ("_articles/x.md", "_articles/zh-hans/x.md"),
        ("site/content/docs/a/x.mdx", "site/content/docs/zh-cn/a/x.mdx"),
        ("foo_origin.md", "foo.md"),
        ("locales/en.json", "locales/zh-CN.json"),
        ("messages_en.json", "messages_zh_CN.json"),
    ],
)
def test_pairs_language_versions(english: str, chinese: str) -> None:
    grow({english: ENGLISH, chinese: CHINESE, "unrelated.md": BOTH})
    assert jobs(discover(["."], Config())) == sorted(
        [(english, chinese), ("unrelated.md", None)], key=lambda j: j[1] or j[0]
    )
    assert jobs(discover(["."], Config(source="zh"))) == sorted(
        [(chinese, english), ("unrelated.md", None)], key=lambda j: j[1] or j[0]
    )


def test_one_source_may_have_several_targets() -> None:
    grow({"README.md": ENGLISH, "README.zh-CN.md": CHINESE, "README.zh-TW.md": "窯火在每月的第一個夜晚點燃。\n"})
    plan = discover(["."], Config())
    assert jobs(plan) == [("README.md", "README.zh-CN.md"), ("README.md", "README.zh-TW.md")]
    assert [job.name for job in plan.jobs] == ["README.zh-CN.md", "README.zh-TW.md"]


def test_two_chinese_sources_of_one_translation_keep_their_reports_apart() -> None:
    grow({"x.en.md": ENGLISH, "x.zh-CN.md": CHINESE, "x.zh-TW.md": CHINESE})
    plan = discover(["."], Config(source="zh"))
    assert [(job.source, job.target, job.name) for job in plan.jobs] == [
        ("x.zh-CN.md", "x.en.md", "x.en.md"),
        ("x.zh-TW.md", "x.en.md", "x.en.md~2"),
    ]


def test_a_marked_page_still_in_english_is_paired() -> None:
    grow({"docs/x.md": ENGLISH, "docs/zh/x.md": "This page has not been translated so far, please help us.\n"})
    assert jobs(discover(["docs"], Config())) == [("docs/x.md", "docs/zh/x.md")]


@pytest.mark.parametrize("unmarked", [BOTH, CHINESE])
def test_an_unmarked_file_that_is_not_english_is_no_source(unmarked: str) -> None:
    grow({"README.md": unmarked, "README.zh-CN.md": CHINESE})
    assert jobs(discover(["."], Config())) == [("README.md", None), ("README.zh-CN.md", None)]


def test_a_bilingual_page_beside_its_english_version_stands_alone() -> None:
    grow({"x.md": BOTH, "x.en.md": ENGLISH})
    assert jobs(discover(["."], Config())) == [("x.en.md", None), ("x.md", None)]


def test_a_link_to_the_translation_does_not_make_a_page_chinese() -> None:
    grow({"README.md": "English | [简体中文](README.zh-CN.md)\n\n# Kiln\n\n" + ENGLISH, "README.zh-CN.md": CHINESE})
    assert jobs(discover(["."], Config())) == [("README.md", "README.zh-CN.md")]


def test_a_landing_page_is_no_third_version() -> None:
    grow({"docs/index.md": CHINESE, "docs/en/index.md": ENGLISH, "docs/zh/index.md": CHINESE})
    assert jobs(discover(["docs"], Config())) == [("docs/index.md", None), ("docs/en/index.md", "docs/zh/index.md")]


def test_a_chinese_original_with_two_translations() -> None:
    grow({"README.md": CHINESE, "README.en.md": ENGLISH, "README.zh-TW.md": CHINESE})
    assert jobs(discover(["."], Config())) == [("README.en.md", "README.md"), ("README.en.md", "README.zh-TW.md")]


@pytest.mark.parametrize("order", [("one.md", "two.md"), ("two.md", "one.md")])
def test_two_files_are_a_pair_by_their_prose(order: tuple[str, str]) -> None:
    grow({"one.md": CHINESE, "two.md": ENGLISH})
    assert jobs(discover(order, Config())) == [("two.md", "one.md")]
    assert jobs(discover(order, Config(source="zh"))) == [("one.md", "two.md")]


@pytest.mark.parametrize("content", [ENGLISH, CHINESE, BOTH])
def test_two_files_in_one_language_are_two_documents(content: str) -> None:
    grow({"one.md": content, "two.md": content})
    assert jobs(discover(["two.md", "one.md"], Config())) == [("one.md", None), ("two.md", None)]


def test_two_untold_files_are_a_pair_by_name() -> None:
    grow({"x.md": ENGLISH, "x.zh.md": ENGLISH})
    assert jobs(discover(["x.zh.md", "x.md"], Config())) == [("x.md", "x.zh.md")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_prose_is_told_in_any_encoding(encoding: str) -> None:
    grow({"one.txt": (CHINESE * 3 + "OK 123\n").encode(encoding), "two.txt": ENGLISH.encode(encoding)})
    assert jobs(discover(["one.txt", "two.txt"], Config())) == [("two.txt", "one.txt")]
    assert jobs(discover(["."], Config())) == [("one.txt", None), ("two.txt", None)]


def test_two_checkouts() -> None:
    grow({
        "upstream/a.md": ENGLISH, "upstream/guide/b.md": ENGLISH, "upstream/LICENSE.md": ENGLISH,
        "upstream/c.md": ENGLISH,
        "ours/a.md": CHINESE, "ours/guide/b.md": CHINESE, "ours/LICENSE.md": ENGLISH, "ours/d.md": CHINESE,
    })  # fmt: skip
    plan = discover(["ours/", "upstream"], Config())
    assert jobs(plan) == [
        ("upstream/a.md", "ours/a.md"),
        ("ours/d.md", None),
        ("upstream/guide/b.md", "ours/guide/b.md"),
        ("upstream/c.md", None),
    ]
    assert reasons(plan) == dict.fromkeys(("ours/LICENSE.md", "upstream/LICENSE.md"), "the same in both directories")


def test_two_checkouts_of_bilingual_files_are_not_paired() -> None:
    grow({"a/x.md": BOTH, "b/x.md": BOTH, "a/y.md": ENGLISH, "b/y.md": ENGLISH})
    assert all(target is None for _, target in jobs(discover(["a", "b"], Config())))


def test_language_directories_as_arguments() -> None:
    grow({"docs/en/x.md": ENGLISH, "docs/zh/x.md": CHINESE, "docs/zh-hant/x.md": CHINESE})
    expected = [("docs/en/x.md", "docs/zh-hant/x.md"), ("docs/en/x.md", "docs/zh/x.md")]
    assert jobs(discover(["docs/zh", "docs/en/", "docs/zh-hant"], Config())) == expected


def test_settings_and_third_languages_are_left_out() -> None:
    grow({
        "docs/en/x.md": ENGLISH, "docs/zh/x.md": CHINESE, "docs/it/x.md": "Il forno si accende di notte.\n",
        "README.md": ENGLISH, "README.fr.md": "Le four s'allume la nuit.\n", "how-to-do-it.md": ENGLISH,
        "how-to-do-it.zh.md": CHINESE, "package.json": "{}", "keep/it.md": ENGLISH,
    })  # fmt: skip
    plan = discover(["."], Config())
    assert jobs(plan) == [
        ("README.md", None),
        ("docs/en/x.md", "docs/zh/x.md"),
        ("how-to-do-it.md", "how-to-do-it.zh.md"),
        ("keep/it.md", None),
    ]
    assert reasons(plan) == {
        "README.fr.md": "a translation into another language",
        "docs/it/x.md": "a translation into another language",
        "package.json": "a key-value file without a counterpart",
    }


def test_a_named_file_is_always_a_document() -> None:
    grow({"en.json": "{}", ".hidden/x.md": BOTH, ".gitignore": "*.md\n"})
    assert jobs(discover(["en.json", ".hidden/x.md"], Config())) == [(".hidden/x.md", None), ("en.json", None)]


def test_ignore_files_are_honoured() -> None:
    grow({
        ".git/HEAD": "", ".gitignore": "/build/\n*.tmp.md\ndrafts\n", "docs/.gitignore": "!keep.tmp.md\n/private.md\n",
        "build/x.md": BOTH, "docs/build/x.md": BOTH, "docs/a.tmp.md": BOTH, "docs/keep.tmp.md": BOTH,
        "docs/private.md": BOTH, "docs/deep/private.md": BOTH, "docs/drafts/x.md": BOTH,
        "node_modules/x.md": BOTH, ".venv/x.md": BOTH,
    })  # fmt: skip
    expected = ["docs/build/x.md", "docs/deep/private.md", "docs/keep.tmp.md"]
    assert [job.source for job in discover(["."], Config()).jobs] == expected
    assert [job.source for job in discover(["docs"], Config()).jobs] == expected
    assert [job.source for job in discover(["build"], Config()).jobs] == ["build/x.md"]


def test_a_malformed_ignore_file_is_passed_over() -> None:
    grow({".gitignore": "!\n", "x.md": BOTH})
    assert [job.source for job in discover(["."], Config()).jobs] == ["x.md"]


def test_exclude_patterns() -> None:
    grow({"docs/a.md": BOTH, "docs/old/b.md": BOTH, "old.md": BOTH, "docs/c.md": BOTH})
    plan = discover(["docs", "old.md"], Config(exclude=("old", "/docs/c.md", "old.md")))
    assert [job.source for job in plan.jobs] == ["docs/a.md", "old.md"]
    with pytest.raises(ConfigError, match="exclude"):
        discover(["docs"], Config(exclude=("!",)))


def test_what_cannot_be_a_document_is_noted() -> None:
    grow({"d/x.md": BOTH, "d/picture.png": b"\x89PNG", "d/blob.txt": b"\x00\x01\x02\x00" * 50, "d/Makefile": "all:\n"})
    plan = discover(["d"], Config())
    assert jobs(plan) == [("d/x.md", None)]
    assert reasons(plan) == {
        "d/Makefile": "unsupported suffix (none)",
        "d/blob.txt": "binary",
        "d/picture.png": "unsupported suffix .png",
    }
    assert plan.problems == ()


def test_problems_do_not_stop_the_others() -> None:
    grow({"x.md": BOTH, "d/picture.png": b"\x89PNG", "p.png": b"\x89PNG", "e/y.md": BOTH})
    Path("e/broken.md").symlink_to("nowhere.md")
    Path("gone.md").symlink_to("elsewhere.md")
    plan = discover(["missing.md", "x.md", "d", "p.png", "e", "gone.md"], Config())
    assert jobs(plan) == [("e/y.md", None), ("x.md", None)]
    assert [(problem.path, problem.message) for problem in plan.problems] == [
        ("missing.md", "no such file or directory"),
        ("d", "no documents in this directory"),
        ("p.png", "files ending in .png are not supported"),
        ("e/broken.md", "broken symbolic link to nowhere.md"),
        ("gone.md", "broken symbolic link to elsewhere.md"),
    ]
    assert all(isinstance(problem, InputError) and problem.remedy for problem in plan.problems)


def test_no_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    grow({"d/x.md": BOTH, "d/closed/y.md": BOTH, "d/z.md": BOTH})
    scandir, access = os.scandir, os.access

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    monkeypatch.setattr(os, "access", lambda path, mode: not str(path).endswith("z.md") and access(path, mode))
    plan = discover(["d"], Config())
    assert jobs(plan) == [("d/x.md", None)]
    assert [(problem.path, problem.remedy) for problem in plan.problems] == [
        ("d/closed", "check its permissions"),
        ("d/z.md", "check its permissions"),
    ]


def test_links_to_directories_are_not_followed() -> None:
    grow({"d/x.md": BOTH})
    Path("d/loop").symlink_to(".")
    plan = discover(["d"], Config())
    assert jobs(plan) == [("d/x.md", None)]
    assert reasons(plan) == {"d/loop": "a link to a directory"}


def test_reports_of_two_arguments_never_collide(monkeypatch: pytest.MonkeyPatch) -> None:
    grow({"a/x.md": BOTH, "here/a/x.md": BOTH, "here/x.md": BOTH})
    monkeypatch.chdir("here")
    plan = discover(["../a", "a", "x.md", "./x.md", str(Path("x.md").resolve())], Config())
    assert [(job.source, job.name) for job in plan.jobs] == [
        ("../a/x.md", "a/x.md"),
        ("a/x.md", "a/x.md~2"),
        ("x.md", "x.md"),
    ]


def test_order_does_not_depend_on_the_arguments() -> None:
    grow({"b/x.md": BOTH, "a/x.md": BOTH, "a/y.md": ENGLISH, "a/y.zh.md": CHINESE})
    assert discover(["b", "a"], Config()) == discover(["a/y.zh.md", "a", "b"], Config())


@given(st.lists(st.sampled_from(["a", "zh", "en", "x-y", "zh-cn", "b_c"]), max_size=3), st.sampled_from("xyz"))
def test_a_mark_does_not_change_the_key(directories: list[str], stem: str) -> None:
    base = "/".join([*directories, stem])
    keys = {
        read_name(base + mark + ".md").key for mark in ("", ".en", ".zh", "_zh_CN", "-zh-Hant", ".zh-hant-tw", "_EN")
    }
    assert len(keys) == 1
