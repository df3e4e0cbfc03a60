"""The commit that a translation names: every form that is understood, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.config import Config
from aligncheck.runner.drift.pins import Pin, find_pin

SHA = "3f9c2d7e41b05a68c9d0e1f2a3b4c5d6e7f80912"
SHORT = SHA[:9]
SOURCE, TARGET = "docs/en/guide/kiln.md", "docs/zh/guide/kiln.md"
BODY = "\n\n# 窑\n\n" + "\n\n".join(f"第{n}窑在晚上点火。" for n in range(60)) + "\n"
KEYS = Config().drift.pins
HUB = "https://github.com/potters/handbook"


def pin(text: str | bytes, keys: tuple[str, ...] = KEYS, original: bytes = b"") -> Pin | None:
    return find_pin(text, keys, source=SOURCE, target=TARGET, original=original)


@pytest.mark.parametrize(
    ("front", "commit", "line", "key"),
    [
        (f"---\ntitle: 窑\nsourceCommit: {SHA}\n---", SHA, 3, "sourceCommit"),
        (f"---\ntitle: 窑\nl10n:\n  sourceCommit: {SHA}\n---", SHA, 4, "l10n.sourceCommit"),
        (f"---\nl10n:\n    other: 1\n    sourceCommit: '{SHA}' # as of May\n---", SHA, 4, "l10n.sourceCommit"),
        (f"---\nl10n: {{ sourceCommit: {SHA} }}\n---", SHA, 2, "l10n.sourceCommit"),
        (f"---\nl10n:\n- sourceCommit: {SHA}\n---", SHA, 3, "l10n.sourceCommit"),
        (f'---\ntitle: 窑\n"l10n.sourceCommit": "{SHA}"\n---', SHA, 3, "l10n.sourceCommit"),
        (f"---\ntitle: 窑\ndefault_lang_commit: {SHORT} # patched\ndrifted_from_default: true\n---", SHORT, 3, KEYS[2]),
        (f"---\ndefault_lang_commit: {SHORT}\ndrifted_from_default: file not found\n---", SHORT, 2, KEYS[2]),
        (f"---\ndefault_lang_commit: {SHORT} 0123abc\n---", SHORT, 2, KEYS[2]),
        (f"---\ndefault_lang_commit: [{SHORT}, 0123abc]\n---", SHORT, 2, KEYS[2]),
        (f"---\ndefault_lang_commit:\n  - {SHORT}\n  - 0123abc\n---", SHORT, 2, KEYS[2]),
        (f"---\ndefault_lang_commit: >-\n  {SHORT}\n---", SHORT, 2, KEYS[2]),
        ("---\ndefault_lang_commit: v1.22.3\n---", "v1.22.3", 2, KEYS[2]),
        ("---\ndefault_lang_commit: tag docs/2026-05\n---", "docs/2026-05", 2, KEYS[2]),
        (f"---\ntitle: 窑\n# sourceCommit: {SHA}\n---", SHA, 3, "sourceCommit"),
        (f"---\nsourceCommit: {HUB}/commit/{SHA}\n---", SHA, 2, "sourceCommit"),
        (f'+++\ntitle = "窑"\nsourceCommit = "{SHA}" # then\n+++', SHA, 3, "sourceCommit"),
        (f'+++\ntitle = "窑"\n[l10n]\nsourceCommit = "{SHA}"\n+++', SHA, 4, "l10n.sourceCommit"),
        (f'+++\nl10n.sourceCommit = "{SHA}"\n+++', SHA, 2, "l10n.sourceCommit"),
        (f'{{\n  "title": "窑",\n  "l10n": {{"sourceCommit": "{SHA}"}}\n}}', SHA, 3, "l10n.sourceCommit"),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_front_matter(front: str, commit: str, line: int, key: str, ends: str) -> None:
    text = (front + BODY).replace("\n", ends)
    assert pin(text) == Pin(commit, None, line, key)
    assert pin(b"\xef\xbb\xbf" + text.encode()) == Pin(commit, None, line, key)


def test_the_first_key_that_has_a_value_counts_and_keys_may_be_ones_own() -> None:
    text = (
        f"---\ndefault_lang_commit: 0123abc\nl10n:\n  sourceCommit: {SHA}\ni18n:\n  en:\n    rev: 77aa77aa\n---{BODY}"
    )
    assert pin(text) == Pin(SHA, None, 4, "l10n.sourceCommit")
    assert pin(text, ("i18n.en.rev",)) == Pin("77aa77aa", None, 7, "i18n.en.rev")
    assert pin(text, ("rev",)) is None


@pytest.mark.parametrize(
    "text",
    [
        f"# 窑\n\nsourceCommits are hashes such as {SHA}.",
        f"{BODY}\n---\nsourceCommit: {SHA}\n---\n",
        "---\ndefault_lang_commit:\n---",
        "---\ndefault_lang_commit: # none yet\nweight: 20\n---",
        "---\ndefault_lang_commit: main\n---",
        "---\ndefault_lang_commit:\ncSpell:ignore: otel2\n---",
        "---\ndefault_lang_commit: null\n---",
        "---\ndefault_lang_commit: file not found\n---",
        f"---\nparams:\n  sourceCommit: {SHA}\n---",
        f"+++\nsourceCommit = {SHA}\n+++",
        '{"sourceCommit": ',
        "",
    ],
)
def test_no_pin_of_front_matter(text: str) -> None:
    assert pin(text + BODY) is None


@pytest.mark.parametrize(
    ("remark", "commit"),
    [
        (f"<!-- sourceCommit: {SHA} -->", SHA),
        (f"<!-- source_commit: {SHORT}, docs/en/guide/kiln.md -->", SHORT),
        (f"<!--\n  translated-from: {SHORT}\n  translator: Ada\n-->", SHORT),
        (f"<!-- default_lang_commit={SHORT} -->", SHORT),
        ("<!-- translated from: v1.22.3 -->", "v1.22.3"),
        (f"<!-- 原文版本：{SHORT} -->", SHORT),
        (f"{{/* Source commit: {SHORT} */}}", SHORT),
        (f"[//]: # (upstream-commit: {SHORT})", SHORT),
        (f"Original commit: {SHA}", SHA),
        (f"> **Original commit:** `{SHORT}` (2026-05-01)", SHORT),
        (f"*译自：{SHORT}。*", SHORT),
        (f"<!-- EN-Revision: {SHA} Maintainer: ada Status: ready -->", SHA),
        (f"> 以原文为准。Translated from the English page at commit\n> `{SHORT}` (`2026-05-01`).", SHORT),
        (f"本页同步自英文版，提交 {SHORT}。", SHORT),
    ],
)
@pytest.mark.parametrize("at_end", [False, True])
def test_labelled_commits(remark: str, commit: str, at_end: bool) -> None:
    text = f"{BODY.strip()}\n\n{remark}\n" if at_end else f"{remark}\n{BODY}"
    found = pin(text)
    assert found is not None
    assert (found.commit, found.path) == (commit, None)
    assert commit in text.splitlines()[found.line - 1]
    assert pin(text, original=f"Mended in {commit}.".encode()) is None


@pytest.mark.parametrize(
    "remark",
    [
        f"<!-- commit: {SHA} -->",
        f"<!-- checksum: {SHA} -->",
        f"```html\n<!-- sourceCommit: {SHA} -->\n```",
        f"写上 `<!-- sourceCommit: {SHA} -->` 即可。",
        f"在翻译中写：Original commit: {SHA}",
        f"Original commit: see {SHA} for the reasons, and the list below",
        "Translated from: 20260501",
        "Translated from: deadbeef",
        "<!-- translated from: the English page -->",
        "<!-- translated from: 0123456789abcxyz -->",
        "Translated from: v1.22.3",
        f"Fixes: {SHA}",
        f"Read the original commit `{SHORT}` first.",
        f"The text was translated. See commit {SHA}.",
        f"译者在提交 {SHA} 中修正了错字。",
        f"---\ntitle: 窑\nparams:\n  upstreamCommit: {SHA}\n---",
    ],
)
def test_what_only_looks_like_a_labelled_commit(remark: str) -> None:
    assert pin(f"{remark}\n{BODY}") is None


def test_a_label_in_the_middle_of_a_long_page_is_content() -> None:
    half = BODY.strip()
    assert pin(f"{half}\n\nOriginal commit: {SHA}\n\n{half}") is None
    assert pin(f"{half}\n\n<!-- Original commit: {SHA} -->\n\n{half}") is not None


@pytest.mark.parametrize(
    "link",
    [
        f"{HUB}/blob/{SHA}/{SOURCE}",
        f"{HUB}/tree/{SHORT}/{SOURCE}",
        f"{HUB}/raw/{SHA}/{SOURCE}?plain=1#L4",
        f"https://raw.githubusercontent.com/potters/handbook/{SHA}/{SOURCE}",
        f"https://gitlab.example.org/group/sub/handbook/-/blob/{SHA}/{SOURCE}",
        f"https://codeberg.example.org/potters/handbook/src/commit/{SHA}/{SOURCE}",
    ],
)
@pytest.mark.parametrize(
    "remark",
    [
        "{}",
        "<!-- {} -->",
        "本文译自 <{}>。",
        "[原文]({})",
        "> Translated from [the original]({}), May 2026.",
        "原文：{}，有改动",
    ],
)
def test_links_to_the_original(link: str, remark: str) -> None:
    for text in (f"{remark.format(link)}\n{BODY}", f"{BODY}\n{remark.format(link)}\n"):
        found = pin(text)
        assert found is not None
        assert SHA.startswith(found.commit)
        assert (found.path, found.key) == (SOURCE, "link")
        assert link in text.splitlines()[found.line - 1]
        assert pin(text, original=link.encode()) is None


@pytest.mark.parametrize(
    ("remark", "path"),
    [
        (f"译自 {HUB}/commit/{SHA}", None),
        (f"[potters/handbook 原文 2026 5.1]({HUB}/tree/{SHA})", None),
        (f"Original commit: {HUB}/commit/{SHORT}", None),
        (f"<!-- upstream {HUB}/commit/{SHORT} -->", None),
        (f"原文：\n{HUB}/blob/{SHA}/old/kiln.md", "old/kiln.md"),
        (f"Based on <{HUB}/blob/{SHA}/content/guide/kiln.md>.", "content/guide/kiln.md"),
        (f"原文 {HUB}/blob/{SHA}/docs/en/%E7%AA%91/kiln.md", "docs/en/窑/kiln.md"),
    ],
)
def test_links_that_words_explain(remark: str, path: str | None) -> None:
    found = pin(f"{remark}\n{BODY}")
    assert found is not None
    assert SHA.startswith(found.commit)
    assert found.path == path


@pytest.mark.parametrize(
    "remark",
    [
        f"参见 {HUB}/blob/{SHA}/src/kiln.py",
        f"参见 {HUB}/blob/{SHA}/kiln.md",
        f"译自 {HUB}/blob/{SHA}/src/glaze.md",
        f"Based on {HUB}/commit/{SHA}",
        f"修复见 {HUB}/commit/{SHA}",
        f"译自 {HUB}/blob/main/{SOURCE}",
        f"译自 {HUB}/blob/v1.22/{SOURCE}",
        f"[查看源文件 source]({HUB}/blob/{SHA}/{TARGET})",
        f"```\n译自 {HUB}/blob/{SHA}/{SOURCE}\n```",
        f"译自 `{HUB}/blob/{SHA}/{SOURCE}`",
        f"原文在别处。\n另外请参见这里的实现 {HUB}/commit/{SHA}",
    ],
)
def test_links_that_are_merely_cited(remark: str) -> None:
    assert pin(f"{remark}\n{BODY}") is None


def test_an_index_page_is_told_by_more_than_its_name() -> None:
    def found(path: str) -> bool:
        text = f"译自 {HUB}/blob/{SHA}/{path}\n"
        return find_pin(text, KEYS, source="files/en-us/web/index.md", target="files/zh-cn/web/index.md") is not None

    assert found("content/en-us/web/index.md")
    assert not found("other/guide/index.md")


def test_a_link_in_the_middle_of_a_long_page_is_content() -> None:
    half = BODY.strip()
    assert pin(f"{half}\n\n译自 {HUB}/blob/{SHA}/{SOURCE}\n\n{half}") is None


@pytest.mark.parametrize("opening", ["<!-- ", "{/* ", "`", "> ", "https://a.b/c/", "a: ", "[", "1234567 "])
def test_a_page_of_openings_is_read_in_time(opening: str) -> None:
    for end in ("", "\n"):
        assert pin((opening + end) * 20_000) is None


@given(st.text(alphabet="a0-:=+{}[]#\"'\n `<!>()/译自 .", max_size=200))
def test_any_text_is_read(text: str) -> None:
    for front in ("", "---\n", "+++\n", "{"):
        found = pin(f"{front}{text}\n{front}")
        assert found is None or 1 <= found.line <= (front + text).count("\n") + 2
