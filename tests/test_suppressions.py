"""Which findings a directive covers, what remains of the report, and which directives are reported themselves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from suppression_builder import (
    CHINESE,
    ENGLISH,
    FOURTH,
    LEXICON,
    ROWS,
    SECOND,
    check,
    check_one,
    marks,
    messages,
    pairs,
    said,
    suppressed,
)

from aligncheck.config import Config
from aligncheck.engine import check_files
from aligncheck.formats import read
from aligncheck.gate import judge
from aligncheck.model.report import Severity
from aligncheck.suppressions.orders import understand

NEW, GONE = ("NUM001", "new"), ("NUM001", "suppressed")
PLAIN = check(ENGLISH, CHINESE)


def above(text: str, sentence: str, says: str) -> str:
    return text.replace(sentence, f"<!-- aligncheck: {says} -->\n{sentence}")


def test_the_fixture_has_two_faults() -> None:
    assert said(PLAIN) == [NEW, NEW]


@pytest.mark.parametrize("says", ["ignore NUM001 -- tide", "ignore NUM", "ignore", "ignore OMI, num001 -- tide"])
@pytest.mark.parametrize("side", ["source", "target"])
def test_above_a_block_of_either_file(says: str, side: str) -> None:
    sentence = ROWS[1][side == "target"]
    english, chinese = (above(text, sentence, says) for text in (ENGLISH, CHINESE))
    report = check(english, chinese, Config(ignore=("OMI", "SUP")))
    assert said(report) == [GONE, NEW]
    assert report.findings[0].reason == ("tide" if "tide" in says else report.findings[1].reason)
    assert (marks(report), pairs(report)) == (marks(PLAIN), pairs(PLAIN))


def test_a_suppressed_finding_stays_in_the_report_and_fails_nothing() -> None:
    config = Config(fail_on="info")
    report = check(ENGLISH, "<!-- aligncheck: disable NUM -- tide -->\n\n" + CHINESE, config)
    assert said(report) == [GONE, GONE]
    assert report.stats.findings == {"NUM001": 2}
    assert judge([report], config).reasons == ()
    assert judge([PLAIN], config).failing == 2


@pytest.mark.parametrize("text", [CHINESE, CHINESE.replace("\n\n", "\n")])
def test_beside_a_block(text: str) -> None:
    report = check(ENGLISH, text.replace(SECOND, f"{SECOND} <!-- aligncheck: ignore NUM001 -->"))
    assert GONE in said(report)


RANGES = [
    ("disable NUM -- tide", "", [GONE, GONE]),
    ("disable NUM -- tide", "enable NUM", [GONE, NEW]),
    ("disable NUM -- tide", "enable", [GONE, NEW]),
    ("disable -- tide", "enable NUM001", [GONE, NEW]),
    ("disable NUM -- tide", "disable NUM001", [GONE, GONE]),
    ("disable OMI -- tide", "enable", [NEW, NEW]),
]


@pytest.mark.parametrize(("opening", "closing", "found"), RANGES)
def test_ranges(opening: str, closing: str, found: list[tuple[str, str]]) -> None:
    text = above(CHINESE, ROWS[0][1], opening)
    text = above(text, ROWS[2][1], closing) if closing else text
    assert [one for one in said(check(ENGLISH, text)) if one[0] != "SUP001"] == found


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- aligncheck: ignore-file NUM -- tide -->\n\n{CHINESE}",
        f"{CHINESE}\n<!-- aligncheck: ignore-file NUM -- tide -->\n",
        f"---\naligncheck: ignore NUM -- tide\n---\n\n{CHINESE}",
        f"---\naligncheck: {{ignore: [NUM001], reason: tide}}\n---\n\n{CHINESE}",
    ],
)
def test_whole_documents(text: str) -> None:
    report = check(ENGLISH, text)
    assert said(report) == [GONE, GONE]
    assert {f.reason for f in report.findings} == {"tide"}


def test_findings_without_a_place_are_covered_by_the_whole_file_only() -> None:
    english = ENGLISH.replace("\n\n", "\n\n![lamp](lamp.png)\n\n", 1)
    plain = check(english, CHINESE)
    assert "LNK006" in [f.code for f in plain.findings]
    assert ("LNK006", "suppressed") in said(check(english, "<!-- aligncheck: ignore-file LNK -->\n\n" + CHINESE))


TABLE_EN = "| Lamp | Letters |\n|---|---|\n| The red lamp | 250 letters |\n| The old lamp | 90 letters |\n"
TABLE_ZH = "| 灯 | 信件 |\n|---|---|\n| 红灯 | 350封信 |\n| 旧灯 | 60封信 |\n"


def test_tables() -> None:
    assert said(check(TABLE_EN, TABLE_ZH)) == [NEW, NEW]
    row = TABLE_ZH.replace("350封信 |", "350封信 <!-- aligncheck: ignore NUM --> |")
    first_cell = TABLE_ZH.replace("红灯 |", "红灯 <!-- aligncheck: ignore NUM --> |")
    behind = TABLE_ZH.replace("350封信 |", "350封信 | <!-- aligncheck: ignore NUM -->")
    for text in (row, first_cell, behind):
        assert said(check(TABLE_EN, text)) == [GONE, NEW]
    assert said(check(TABLE_EN, f"<!-- aligncheck: ignore NUM -->\n{TABLE_ZH}")) == [GONE, GONE]


def test_list_items_headings_and_quotations() -> None:
    english = "## 250 letters\n\n- The lamp has 250 lenses.\n  - The bell has 90 rings.\n\n> Ships pass 30 miles off.\n"
    chinese = "## 350封信\n\n- 这盏灯有350片透镜。\n  - 这口钟有60个环。\n\n> 船只从50英里外经过。\n"
    assert said(check(english, chinese)) == [NEW] * 4
    lines = [n for n, line in enumerate(chinese.splitlines()) if line]
    for place, number in enumerate(lines):
        rows = chinese.splitlines()
        beside = "\n".join([*rows[:number], rows[number] + " <!-- aligncheck: ignore NUM -->", *rows[number + 1 :]])
        lead = rows[number][: len(rows[number]) - len(rows[number].lstrip(" >"))]
        over = "\n".join([*rows[:number], lead + "<!-- aligncheck: ignore NUM -->", *rows[number:]])
        for text in (beside, over):
            report = check(english, text)
            assert said(report) == [GONE if n == place else NEW for n in range(4)]
            assert pairs(report) == pairs(check(english, chinese))


def test_one_bilingual_file() -> None:
    text = "".join(f"{en}\n\n{zh}\n\n" for en, zh in ROWS)
    assert said(check_one(text)) == [NEW, NEW]
    for sentence in ROWS[1]:
        report = check_one(above(text, sentence, "ignore NUM001 -- tide"))
        assert said(report) == [GONE, NEW]
        assert pairs(report) == pairs(check_one(text))


@pytest.mark.parametrize("form", ["# aligncheck: {}", "// aligncheck: {}", "<!-- aligncheck: {} -->"])
@pytest.mark.parametrize("path", ["a.txt", "a.tsv"])
def test_lines_of_text_and_rows(form: str, path: str) -> None:
    joint, end = ("\t", "\n") if path == "a.tsv" else ("\n", "\n\n")
    rows = [f"{en}{joint}{zh}{end}" for en, zh in ROWS]
    plain = check_one("".join(rows), path)
    assert said(plain) == [NEW, NEW]
    rows[1] = form.format("ignore NUM001 -- tide") + "\n" + rows[1]
    if path == "a.txt":
        rows[1] = rows[1].replace(form.format("ignore NUM001 -- tide") + "\n", "", 1)
        rows[1] = rows[1].replace(SECOND, form.format("ignore NUM001 -- tide") + "\n" + SECOND)
    report = check_one("".join(rows), path)
    assert said(report) == [GONE, NEW]
    assert (marks(report), pairs(report)) == (marks(plain), pairs(plain))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_other_encodings(encoding: str) -> None:
    text = above(CHINESE, SECOND, "ignore NUM001 -- 潮水")
    target = read(text.replace("\n", "\r\n").encode(encoding), "a.zh.md")
    report = check_files(read(ENGLISH.encode(), "a.en.md"), target, Config(), LEXICON)
    assert said(report) == [GONE, NEW]
    assert suppressed(report)[0].reason == "潮水"


def test_the_narrowest_directive_gives_the_reason() -> None:
    text = above(CHINESE, SECOND, "ignore NUM001 -- the block")
    text = f"<!-- aligncheck: ignore-file NUM -- the file -->\n<!-- aligncheck: disable NUM -- the range -->\n\n{text}"
    assert [f.reason for f in check(ENGLISH, text).findings] == ["the block", "the range"]


WRONG = [
    ("ignore OMI -- tide", "This directive covers no finding of OMI."),
    ("ignore NUM001, DAT, OMI -- tide", "This directive covers no finding of DAT, OMI."),
    ("ignore NUM0001 -- tide", "“NUM0001” is no rule's code; the nearest is NUM001."),
    ("ignore number-mismatch", "“number-mismatch” is no rule's code; the nearest is NUM001."),
    ("ignore NUN", "“NUN” is no rule's code; the nearest is NUM."),
    ("ignore NUM001 tide", "“tide” is no rule's code."),
    ("ingore NUM001", "“ingore” is none of ignore, ignore-file, disable, enable; the nearest is ignore."),
    ("ignore SUP001", "SUP001 cannot be suppressed."),
    ("enable NUM", "nothing of this is disabled here."),
    ("", "it says none of ignore, ignore-file, disable, enable."),
]


@pytest.mark.parametrize(("says", "message"), WRONG)
def test_idle_and_wrong_directives_are_reported(says: str, message: str) -> None:
    report = check(ENGLISH, above(CHINESE, SECOND, says))
    (found,) = messages(report)
    assert message in found
    (finding,) = [f for f in report.findings if f.code == "SUP001"]
    assert [s.text for s in finding.target_spans] == [f"<!-- aligncheck: {says} -->"]
    assert (finding.severity, finding.target_spans[0].line) == (Severity.WARNING, 3)
    assert marks(report) == marks(PLAIN)


def test_a_missing_colon_is_reported() -> None:
    report = check(ENGLISH, CHINESE.replace(SECOND, f"<!-- aligncheck ignore NUM001 -->\n{SECOND}"))
    assert messages(report) == ["This directive cannot be followed: a colon is missing after “aligncheck”."]


def test_what_is_known_of_a_directive_is_followed() -> None:
    report = check(ENGLISH, above(CHINESE, SECOND, "ignore NUM001, NUM999 -- tide"))
    assert said(report) == [("SUP001", "new"), GONE, NEW]
    assert said(check(ENGLISH, above(CHINESE, SECOND, "ignore XYZ -- tide"))) == [("SUP001", "new"), NEW, NEW]


def test_only_rules_of_this_run_are_judged() -> None:
    text = above(CHINESE, ROWS[0][1], "ignore NUM001, OMI -- tide")
    judged = [
        (Config(), ["This directive covers no finding of NUM001, OMI."]),
        (Config(ignore=("NUM",)), ["This directive covers no finding of OMI."]),
        (Config(ignore=("NUM001", "OMI004")), []),
        (Config(select=("DAT", "SUP")), []),
        (Config(select=("NUM", "OMI")), []),
    ]
    assert [messages(check(ENGLISH, text, config)) for config, _ in judged] == [found for _, found in judged]
    every = above(CHINESE, ROWS[0][1], "ignore -- tide")
    assert messages(check(ENGLISH, every)) == ["This directive covers no finding."]
    assert messages(check(ENGLISH, every, Config(ignore=("MTX",)))) == []


def test_a_finding_too_doubtful_to_be_reported_still_uses_its_directive() -> None:
    text = above(CHINESE, SECOND, "ignore NUM001 -- tide")
    assert said(check(ENGLISH, text, Config(min_confidence=0.9999))) == []


def test_reasons_can_be_required() -> None:
    strict = Config(require_reasons=True)
    assert messages(check(ENGLISH, above(CHINESE, SECOND, "ignore NUM001 -- tide"), strict)) == []
    (message,) = messages(check(ENGLISH, above(CHINESE, SECOND, "ignore NUM001"), strict))
    assert message == "This directive gives no reason; write one after “ -- ”."
    assert messages(check(ENGLISH, above(CHINESE, SECOND, "ignore NUM001"))) == []


@pytest.mark.parametrize("says", ["disable", "disable SUP", "ignore-file"])
def test_nothing_suppresses_what_is_said_of_suppressions(says: str) -> None:
    text = f"<!-- aligncheck: {says} -->\n\n" + above(CHINESE, SECOND, "ignore DAT -- tide")
    assert ("SUP001", "new") in said(check(ENGLISH, text))
    assert ("SUP001", "suppressed") not in said(check(ENGLISH, text))


@pytest.mark.parametrize(
    ("text", "verb", "codes", "reason"),
    [
        (": ignore NUM001", "ignore", ("NUM001",), ""),
        (": ignore num001,OMI  DAT -- a -- b", "ignore", ("NUM001", "OMI", "DAT"), "a -- b"),
        (":ignore-file — 理由", "ignore-file", ("",), "理由"),
        (": ignore NUM001 —— 理由", "ignore", ("NUM001",), "理由"),
        (": disable --", "disable", ("",), ""),
        (r": ignore NUM -- a \| b", "ignore", ("NUM",), "a | b"),
        (": Ignore NUM001、OMI", "ignore", ("NUM001", "OMI"), ""),
    ],
)
def test_grammar(text: str, verb: str, codes: tuple[str, ...], reason: str) -> None:
    order = understand(text)
    assert (order.verb, order.codes, order.reason, order.problem, order.unknown) == (verb, codes, reason, "", ())


WORDS = ["ignore", "disable", "enable", "NUM001", "OMI", "--", "—", ",", "a", "ignore-file", ":", "|", "aligncheck"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join))
def test_any_words_are_understood_or_explained(words: str) -> None:
    order = understand(words)
    assert (order.verb is None) == bool(order.problem)
    assert all(code == code.upper() for code in order.codes)


CODES = ["NUM001", "NUM", "DAT001", "OMI", "", "UNT002", "MNG"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.sampled_from(CODES), st.booleans()), max_size=4),
    st.sampled_from(["en", "zh"]),
)
def test_directives_change_statuses_alone(written: list[tuple[int, str, bool]], lang: str) -> None:
    """Wherever they stand: the same pairs, the same findings; suppressed are those whose block has one for them."""
    texts = [list(side) for side in zip(*ROWS, strict=True)]
    mine = texts[lang == "zh"]
    bare = list(mine)
    for row, code, over in written:
        remark = f"<!-- aligncheck: ignore {code} -- tide -->"
        mine[row] = f"{remark}\n{mine[row]}" if over else f"{mine[row]} {remark}"
    # A directive above goes before those that are there, one beside after them: each stays at its paragraph.
    assert [text.split("\n")[-1].split(" <!--")[0] for text in mine] == bare
    english, chinese = ("\n\n".join(side) + "\n" for side in texts)
    report = check(english, chinese)
    assert (marks(report), pairs(report)) == (marks(PLAIN), pairs(PLAIN))
    covered = {row for row, code, _ in written if "NUM001".startswith(code)}
    assert [one for one in said(report) if one[0] != "SUP001"] == [GONE if row in covered else NEW for row in (1, 3)]
    idle = sum(row not in covered & {1, 3} or not "NUM001".startswith(code) for row, code, _ in written)
    assert len(messages(report)) == idle


def test_fourth_row_alone() -> None:
    assert said(check(ENGLISH, above(CHINESE, FOURTH, "ignore NUM001 -- tide"))) == [NEW, GONE]
