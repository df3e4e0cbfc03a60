"""Code blocks of two documents: which answers which, what may differ, and what is said of what may not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.checks.structure.code_changes import compare
from aligncheck.checks.structure.code_tokens import tokens
from aligncheck.config import Config
from aligncheck.engine import check_files
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding
from aligncheck.model.text import Anchor, Block, Span

LEXICON = Lexicon.load()

BEFORE = ("The clock in the harbour office shows the tide.", "港务办公室里的时钟显示潮汐。")
MIDDLE = ("The hands turn once a minute and the bell rings at high water.", "指针每分钟转一圈，涨潮时铃会响。")
AFTER = ("Ask the harbour master before you stop it.", "停止之前请先询问港务长。")


def block(code: str, info: str = "") -> Block:
    return Block(0, "code", code, (Anchor(0, len(code), 0, len(code)),), Span(0, len(code)), info=info)


def changes(source: str, target: str, info: str = "") -> list[tuple[str, str]]:
    """What differs between two pieces of code, as words of either side."""
    compared = compare(block(source, info), block(target, info))
    return [(" ".join(t.text for t in c.source), " ".join(t.text for t in c.target)) for c in compared.changes]


def fence(code: str, info: str = "sh") -> str:
    return f"```{info}\n{code}\n```"


def page(which: int, *codes: str) -> str:
    """A heading and three sentences with code between them; an empty piece leaves nothing there."""
    heading = ("# The clock", "# 时钟")[which]
    between = [*codes, "", ""][:2]
    parts = [heading, BEFORE[which], between[0], MIDDLE[which], between[1], AFTER[which]]
    return "\n\n".join(part for part in parts if part) + "\n"


def findings(english: str, chinese: str, source: str = "en") -> list[Finding]:
    documents = {"en": read(english.encode(), "clock.en.md"), "zh": read(chinese.encode(), "clock.zh.md")}
    first, second = documents[source], documents["zh" if source == "en" else "en"]
    found = check_files(first, second, Config(source=source), LEXICON).findings
    return [f for f in found if f.code.startswith("STR")]


SAME = [
    ("tides serve  # in the office", "tides serve  # 在办公室里", "sh"),
    ("# start it\ntides serve", "# 先读说明书\n# 再启动\ntides serve", "sh"),
    ("open('quay')", 'open("quay")', "js"),
    ("open(“quay”)", 'open("quay")', "js"),
    ("f(a, b)", "f(a,\n  b)", "py"),
    ("f(a, b)", "f(\n    a,\n    b,\n)", "py"),
    ("let a = 1;\nlet b = 2", "let a = 1\nlet b = 2;", "js"),
    ("x=1", "x = 1", "py"),
    ("say('High water at noon')", "say('正午高潮')", "py"),
    ("cd <your-harbour>\nls", "cd <你的港口>\nls", "sh"),
    ("NAME = 'Anna'", "NAME = '安娜'", "py"),
    ("// go\nrun()", "/* 启动\n   时钟 */\nrun()", "ts"),
    ("<!-- the quay -->\n<p>Quay</p>", "<!-- 码头 -->\n<p>码头</p>", "html"),
    ("-- all boats\nSELECT * FROM boats", "-- 所有船\nSELECT * FROM boats", "sql"),
    ('"""Ring the bell."""\nring()', '"""敲钟。"""\nring()', "python"),
    ("open('/en/quay/')", "open('/zh-cn/quay/')", "js"),
    ("cp README.md out/", "cp README.zh-CN.md out/", "sh"),
    ("lang: en\nport: 80", "lang: zh-CN\nport: 80", "yaml"),
    ("locale: 'fr'\nport: 80", "locale: 'zh-TW'\nport: 80", "yaml"),
    ("Dear harbour master,\nthe bell is broken.\nYours, Anna", "港务长您好：\n铃坏了。\n安娜敬上", ""),
    ("Q: How deep is it?\nA: Four metres.", "问：有多深？\n答：四米。", "text"),
    ("quay/\n├── boats  # all of them\n└── nets", "quay/\n├── boats  # 所有的船\n└── nets", ""),
    ("boats, nets, ropes", "boats、nets、ropes", ""),
    ("print('a')  # one\n\n\nprint('b')", "print('a')\nprint('b')", "python"),
]


@pytest.mark.parametrize(("source", "target", "info"), SAME)
def test_translated_or_laid_out_anew_is_the_same_code(source: str, target: str, info: str) -> None:
    assert changes(source, target, info) == []
    assert changes(target, source, info) == []


OTHER = [
    ("pip install tides==2.1.0", "pip install tides==1.9.4", "sh", [("2.1.0", "1.9.4")]),
    ("tides serve --port 80", "tides serve --port 8080", "sh", [("80", "8080")]),
    ("tides serve --quiet now", "tides serve --silent now", "sh", [("--quiet", "--silent")]),
    ("tides serve --quiet", "tides serve", "sh", [("--quiet", "")]),
    ("tides serve", "tides serve --quiet", "sh", [("", "--quiet")]),
    ("cat /var/log/tides", "cat /tmp/tides", "sh", [("/var/log/tides", "/tmp/tides")]),
    ("npm run tides", "yarn run tides", "sh", [("npm", "yarn")]),
    ("wind: 4\nsea: 2\nice: 0", "wind: 4\nice: 0", "yaml", [("sea : 2", "")]),
    ("wind: 4\nice: 0", "wind: 4\nsea: 2\nice: 0", "yaml", [("", "sea : 2")]),
    ("a = 1  # first\nb = 2  # then", "a = 1  # 第一\nb = 3  # 然后", "py", [("2", "3")]),
    ("say('Ahoy', times=3)", "say('你好', times=5)", "py", [("3", "5")]),
    ("x = a // b", "x = a // c", "python", [("b", "c")]),
    ("#include <tide.h>\nrun()", "#include <wave.h>\nrun()", "c", [("tide.h", "wave.h")]),
    ("if a == b", "if a != b", "", [("=", "!")]),
]


@pytest.mark.parametrize(("source", "target", "info", "expected"), OTHER)
def test_other_code_is_told_word_by_word(source: str, target: str, info: str, expected: list[tuple[str, str]]) -> None:
    assert changes(source, target, info) == expected
    assert changes(target, source, info) == [(b, a) for a, b in expected]


WORDS = st.sampled_from(
    [
        "tides",
        "serve",
        "--port",
        "8080",
        "(",
        ")",
        "{",
        "}",
        "=",
        "'quay'",
        "a.b",
        "/var/log",
        "x",
        "# go",
        "// go",
        ",",
    ]
)
CODE = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=8).map("\n".join)
LANGUAGES = st.sampled_from(["", "sh", "py", "js", "sql", "text"])


@given(CODE, LANGUAGES)
def test_code_is_the_same_as_itself_in_any_layout(code: str, info: str) -> None:
    assert changes(code, code, info) == []
    indented = "\n\n".join(f"\t{line}  " for line in code.split("\n"))
    assert changes(code, indented, info) == []


@given(CODE, LANGUAGES, st.data())
def test_a_comment_in_chinese_changes_nothing(code: str, info: str, data: st.DataObject) -> None:
    lines = code.split("\n")
    at = data.draw(st.integers(0, len(lines)))
    sign = {"py": "# ", "sh": "# ", "js": "// ", "sql": "-- "}.get(info, "# ")
    assert changes(code, "\n".join([*lines[:at], sign + "检查潮汐", *lines[at:]]), info) == []


@given(CODE, CODE, LANGUAGES)
def test_changes_are_words_of_either_side_in_order(source: str, target: str, info: str) -> None:
    compared = compare(block(source, info), block(target, info))
    assert 0 <= compared.alike <= 1
    for text, words in (
        (source, [t for c in compared.changes for t in c.source]),
        (target, [t for c in compared.changes for t in c.target]),
    ):
        assert [(t.start, t.end) for t in words] == sorted({(t.start, t.end) for t in words})
        assert set(words) <= set(tokens(text, info))


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=200), LANGUAGES)
def test_any_text_can_be_compared(source: str, target: str, info: str) -> None:
    compared = compare(block(source, info), block(target, info))
    assert (compared.changes == ()) or source != target


def test_large_blocks_are_compared_in_bearable_time() -> None:
    one = "\n".join(f"boat[{n}] = {n * 7 % 1000}" for n in range(3000))
    two = "\n".join(f"ship[{n}] = {n * 11 % 1000}" for n in range(3000))
    assert compare(block(one, "py"), block(two, "py")).alike < 0.7


SERVE = "tides serve --port 8080 --station north --log tides.log"


@pytest.mark.parametrize("source", ["en", "zh"])
def test_stale_value_is_an_error_with_both_words_marked(source: str) -> None:
    old = SERVE.replace("8080", "3000")
    (finding,) = findings(page(0, fence(SERVE)), page(1, fence(old)), source)
    assert (finding.code, finding.severity.value) == ("STR006", "error")
    spans = [s.text for s in (*finding.source_spans, *finding.target_spans)]
    assert spans == (["8080", "3000"] if source == "en" else ["3000", "8080"])
    assert finding.source_spans[0].line == finding.target_spans[0].line == 6
    under = "The clock" if source == "en" else "时钟"
    assert finding.message == f"The translation's code under “{under}” has “{spans[1]}” for “{spans[0]}”."


@pytest.mark.parametrize(
    ("english", "chinese", "severity"),
    [
        (fence(SERVE), fence(SERVE.replace("--log", "--journal")), "error"),
        (fence(SERVE), fence(SERVE.replace("north", "south")), "warning"),
        (fence(SERVE + "\ntides bell"), fence(SERVE), "warning"),
        (
            fence("say('Good morning, Anna')\nring(bell)\nwait()", "py"),
            fence("say('Hello')\nring(bell)\nwait()", "py"),
            "info",
        ),
        (
            fence("open(https://example.org/tides)\nread(4)"),
            fence("open(https://example.cn/tides)\nread(4)"),
            "info",
        ),
        (
            fence("tide: 4.2 m\nwind: 3\nice: none at all", ""),
            fence("tide: 4.1 m\nwind: 3\nice: none at all", ""),
            "warning",
        ),
        (fence("tides serve --port 80"), fence("clock.start()\nbell.ring(3)\nlog.open()", "py"), "info"),
        (
            fence("Please ring the bell at noon\nand write to the master", ""),
            fence("Please ring the bell at dusk\nand write to the master", ""),
            "info",
        ),
    ],
)
def test_severity_follows_what_differs(english: str, chinese: str, severity: str) -> None:
    (finding,) = findings(page(0, english), page(1, chinese))
    assert (finding.code, finding.severity.value) == ("STR006", severity)


def test_lost_and_added_lines_are_marked_whole() -> None:
    lines = "wind: 4\nsea: 2\nice: 0\nfog: 1"
    (finding,) = findings(page(0, fence(lines, "yaml")), page(1, fence(lines.replace("sea: 2\n", ""), "yaml")))
    assert [s.text for s in finding.source_spans] == ["sea: 2"]
    assert finding.target_spans == ()
    assert finding.message == "The translation's code under “The clock” lacks “sea: 2”."
    (finding,) = findings(page(0, fence(lines, "yaml")), page(1, fence(lines + "\nice_age: 3", "yaml")))
    assert [s.text for s in finding.target_spans] == ["ice_age: 3"]
    assert finding.message.endswith("has “ice_age: 3”, which the source's lacks.")


def test_missing_flag_shows_the_line_it_is_missing_in() -> None:
    (finding,) = findings(page(0, fence(SERVE)), page(1, fence(SERVE.replace(" --station north", ""))))
    assert [s.text for s in finding.source_spans] == ["--station north"]
    assert [s.text for s in finding.target_spans] == ["tides serve --port 8080 --log tides.log"]


def test_of_long_strings_only_the_differing_words_are_marked() -> None:
    text = "say('Keep away from the north quay until the bell has rung {} times')\nring(bell)\nwait(bell)"
    english, chinese = (page(n, fence(text.format(word), "py")) for n, word in ((0, "four"), (1, "nine")))
    (finding,) = findings(english, chinese)
    assert [s.text for s in (*finding.source_spans, *finding.target_spans)] == ["four", "nine"]


def test_each_block_is_compared_with_its_own_counterpart() -> None:
    english = page(0, fence("tides fetch --year 2026 --all"), fence("tides bell --ring 4 --loud"))
    chinese = page(1, fence("tides fetch --year 2026 --all"), fence("tides bell --ring 3 --loud"))
    (finding,) = findings(english, chinese)
    assert [s.text for s in finding.target_spans] == ["3"]


def test_code_on_the_other_side_of_a_sentence_is_the_same_code() -> None:
    assert findings(page(0, fence(SERVE)), page(1, "", fence(SERVE))) == []


@pytest.mark.parametrize("source", ["en", "zh"])
def test_lost_block_is_a_warning_and_an_added_one_a_hint(source: str) -> None:
    other = fence("tides bell --ring 4")
    english, chinese = page(0, fence(SERVE), other), page(1, "", other)
    (finding,) = findings(english, chinese, source)
    assert (finding.code, finding.severity.value) == ("STR005", "warning" if source == "en" else "info")
    spans = finding.source_spans if source == "en" else finding.target_spans
    assert [s.text for s in spans] == [fence(SERVE)]


def test_blocks_lost_at_one_place_are_one_finding() -> None:
    both = fence(SERVE) + "\n\n" + fence("tides bell --ring 4")
    (finding,) = findings(page(0, both), page(1))
    assert finding.message == "These 2 code blocks under “The clock” are missing from the translation."
    assert len(finding.source_spans) == 2


@pytest.mark.parametrize(
    "chinese",
    [
        page(1).replace("涨潮时", f"运行 `{SERVE}` 之后，涨潮时"),
        page(1, "{{< include >}}\n\n<pre>" + SERVE + "</pre>"),
        page(1, fence(SERVE).replace("```sh\n", "    ").replace("\n```", "")),
    ],
    ids=["in the sentence", "in a tag", "indented"],
)
def test_code_in_another_form_is_not_lost(chinese: str) -> None:
    assert findings(page(0, fence(SERVE)), chinese) == []


def test_code_lost_with_its_sentence_is_left_to_the_sentence() -> None:
    english = page(0, fence(SERVE))
    chinese = page(1).replace(MIDDLE[1] + "\n\n", "")
    documents = read(english.encode(), "clock.en.md"), read(chinese.encode(), "clock.zh.md")
    assert [f.code for f in check_files(*documents, Config(), LEXICON).findings] == ["OMI001"]


def test_the_key_of_a_finding_does_not_hang_on_its_place() -> None:
    old = SERVE.replace("8080", "3000")
    (one,) = findings(page(0, fence(SERVE)), page(1, fence(old)))
    front = "# Harbour\n\nThere are two quays.\n\n", "# 港口\n\n这里有两座码头。\n\n"
    (two,) = findings(front[0] + page(0, fence(SERVE)), front[1] + page(1, fence(old)))
    assert one.fingerprint == two.fingerprint
