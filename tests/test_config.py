"""Configuration: what a file may say, what happens to mistakes, which source of a setting wins."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from aligncheck.config import Config, Override, PairPattern
from aligncheck.config.load import Settings, find
from aligncheck.config.load import settings as settings_of
from aligncheck.config.schema import schema, schema_text
from aligncheck.config.show import lines, toml
from aligncheck.errors import ConfigError
from aligncheck.model.report import Severity
from aligncheck.runner.results.catalogue import rules
from aligncheck.runner.settings import resolve

ROOT = Path(__file__).parent.parent
CODES = [rule.code for rule in rules()]


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def resolved(text: str, name: str = "aligncheck.toml") -> Settings:
    Path(name).write_text(text, encoding="utf-8")
    return resolve((".",), {}, CODES)


MISTAKES = [
    ("# a\n\nfial-on = 'error'", 3, "unknown key 'fial-on'", "did you mean 'fail-on'?"),
    ("[drift]\nlok = 'x'", 2, "unknown key 'lok' in [drift]", "did you mean 'lock'?"),
    ("[drift]\ngrace-days = -1", 2, "drift.grace-days", "docs/configuration.md"),
    ("fail_on = 'error'", 1, "unknown key 'fail_on'", "'fail-on'"),
    ("keep = [\n 'Foo',\n]\nselct = []", 4, "unknown key 'selct'", "'select'"),
    ("[[pairs]]\nsource='a'\ntarget='b'\n[[pairs]]\nsource='c'\ntagret='d'", 6, "'tagret' in [[pairs]]", "'target'"),
    ("[[pairs]]\ntarget = 'x'", 1, "missing required field `source`", ""),
    ("select = ['NUM',\n 'NMU001']", 1, "no rule begins with 'NMU001'", "did you mean 'NUM001'?"),
    ("ignore = ['NUM001', 'NUM999']", 1, "no rule begins with 'NUM999'", "'NUM009'"),
    ("[severity]\nNUM = 'error'\nDAT = 'eror'", 3, "severity.DAT", "did you mean 'error'?"),
    ("[severity]\nNUM = 'error'\nnum = 'error'", 3, "severity.num", "NUM001, or NUM"),
    ("[severity]\nXYZ = 'error'", 2, "no rule begins with 'XYZ'", "known are"),
    ("[[overrides]]\nfiles = ['a']\n\nignore = ['ABC']", 4, "no rule begins with 'ABC'", ""),
    ("[[overrides]]\nfiles = ['a']\n[overrides.severity]\nNUM = 'warn'", 4, "overrides.severity.NUM", "'warning'"),
    ("[[overrides]]\nignore = ['UNT']", 1, "missing required field `files`", ""),
    ("fail-on = 'eror'", 1, "fail-on", "did you mean 'error'?"),
    ("source = 'fr'", 1, "source", "en, zh"),
    ("\nmax-warnings = -1", 2, "max-warnings", ""),
    ("min-confidence = 1.5", 1, "min-confidence", ""),
    ("keep = 'Foo'", 1, "keep: expected `array`", ""),
    ("a = ", 1, "is not TOML", "mend the line"),
    ("source = 'en'\nsource = 'zh'", 2, "is not TOML", "mend the line"),
    ("exclude = ['!']", 1, "bad pattern in exclude", ".gitignore"),
    ("[[overrides]]\nfiles = ['!']", 2, "bad pattern in files", ".gitignore"),
    ("[[pairs]]\nsource = 'docs/{lang}/{path}.md'\ntarget='x'", 1, "{lang} in source", "{lang} is for target"),
    ("[[pairs]]\nsource = '{path}.md'\ntarget = 'zh/{name}.md'", 1, "do not hold the same", "{path} and {name}"),
    ("[[pairs]]\nsource = '{pth}.md'", 1, "{pth} in source", "{path} and {name}"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message", "remedy"), MISTAKES)
def test_a_mistake_is_told_with_its_line_and_what_would_be_right(
    text: str, line: int, message: str, remedy: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        resolved(text)
    assert caught.value.path == "aligncheck.toml"
    assert caught.value.line == line
    assert message in caught.value.message
    assert remedy in (caught.value.remedy or "")


def test_a_mistake_in_pyproject_is_told_with_its_line() -> None:
    with pytest.raises(ConfigError) as caught:
        resolved("[project]\nname = 'x'\n\n[tool.aligncheck]\nsource = 'en'\nselct = []\n", "pyproject.toml")
    assert (caught.value.path, caught.value.line) == ("pyproject.toml", 6)


def test_an_output_that_does_not_exist_is_told() -> None:
    with pytest.raises(ConfigError, match="unknown output format 'pdf'"):
        resolved("output = ['pdf=x.pdf']")


@pytest.mark.parametrize("text", ["\ufeffsource = 'zh'", "source = 'zh'\r\n# end\r\n"])
def test_byte_order_marks_and_windows_line_ends_are_read(text: str) -> None:
    assert resolved(text).config.source == "zh"


def test_a_file_that_is_not_utf8_is_told() -> None:
    Path("aligncheck.toml").write_bytes("keep = ['\u8336']".encode("gb18030"))
    with pytest.raises(ConfigError, match="is not UTF-8"):
        resolve((".",), {}, CODES)


def test_the_nearest_file_counts_and_its_own_name_first(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.aligncheck]\nsource = 'zh'\n", encoding="utf-8")
    assert find(tmp_path / "a" / "b") == tmp_path / "pyproject.toml"
    (tmp_path / "aligncheck.toml").write_text("", encoding="utf-8")
    assert find(tmp_path / "a" / "b") == tmp_path / "aligncheck.toml"
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    assert find(tmp_path / "a" / "b") == tmp_path / "aligncheck.toml"
    (tmp_path / "a" / ".git").mkdir()
    assert find(tmp_path / "a" / "b") is None, "a repository's settings do not come from outside of it"


def test_the_file_nearest_to_the_documents_counts(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder / "docs").mkdir(parents=True)
    (tmp_path / "one" / "aligncheck.toml").write_text("source = 'zh'", encoding="utf-8")
    assert resolve(("one/docs",), {}, CODES).file == "one/aligncheck.toml"
    assert resolve(("one/docs",), {}, CODES).root == tmp_path / "one"
    assert resolve(("one/docs", "two/docs"), {}, CODES).file is None
    assert resolve(("one/docs",), {}, CODES, isolated=True).config == Config()
    assert resolve(("two/docs",), {}, CODES, file="one/aligncheck.toml").config.source == "zh"


def test_without_a_file_the_root_is_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "docs").mkdir()
    assert resolve(("docs",), {}, CODES).root == tmp_path


def test_options_replace_or_add_and_say_so() -> None:
    Path("aligncheck.toml").write_text(
        "select = ['NUM']\nignore = ['NUM002']\nfail-on = 'info'\n[severity]\nNUM = 'info'\n", encoding="utf-8"
    )
    flags = {
        "select": ("--select", ["OMI"]),
        "ignore": ("--ignore", ["OMI003"]),
        "severity": ("--severity", {"OMI": "warning"}),
    }
    made = resolve((".",), flags, CODES)
    assert made.config.select == ("OMI",)
    assert made.config.ignore == ("NUM002", "OMI003")
    assert made.config.severity == {"NUM": Severity.INFO, "OMI": Severity.WARNING}
    assert made.origin == {
        "select": "--select",
        "ignore": "aligncheck.toml:2, --ignore",
        "fail-on": "aligncheck.toml:3",
        "severity": "aligncheck.toml:4, --severity",
    }


def test_a_wrong_option_is_told_by_its_name() -> None:
    with pytest.raises(ConfigError, match="--min-confidence: expected"):
        resolve((".",), {"min-confidence": ("--min-confidence", 3.0)}, CODES)
    with pytest.raises(ConfigError, match="--ignore: no rule begins with 'FOO'"):
        resolve((".",), {"ignore": ("--ignore", ["FOO"])}, CODES)


def test_overrides_narrow_the_settings_of_some_documents() -> None:
    config = Config(
        select=("NUM", "OMI"),
        severity={"NUM": Severity.ERROR},
        overrides=(
            Override(("docs/old/**",), ignore=("NUM002",), severity={"NUM": Severity.INFO}, keep=("Foo",)),
            Override(("*.tsv",), select=("DAT",), min_confidence=0.5),
        ),
    )
    assert config.at("docs/new/a.md") is config
    old = config.at("docs/en/a.md", "docs/old/a.md")
    assert [old.enables(c) for c in ("NUM001", "NUM002", "OMI001", "DAT001")] == [True, False, True, False]
    assert old.severity_of("NUM001", Severity.ERROR) is Severity.INFO
    assert old.keep == ("Foo",)
    both = config.at("docs/old/x.tsv")
    assert (both.select, both.ignore, both.min_confidence) == (("DAT",), ("NUM002",), 0.5)
    assert both.digest != old.digest != config.digest


def test_the_longest_code_gives_the_severity() -> None:
    config = Config(severity={"NUM": Severity.INFO, "NUM001": Severity.WARNING})
    assert config.severity_of("NUM001", Severity.ERROR) is Severity.WARNING
    assert config.severity_of("NUM002", Severity.ERROR) is Severity.INFO
    assert config.severity_of("DAT001", Severity.ERROR) is Severity.ERROR


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
CODE = st.sampled_from(["NUM", "OMI001", "D", "UNT"])
CODE_LISTS = st.lists(CODE, max_size=3).map(tuple)
SEVERITY = st.dictionaries(CODE, st.sampled_from(Severity), max_size=2)
CONFIGS = st.builds(
    Config,
    source=st.sampled_from(["en", "zh"]),
    pairs=st.lists(st.builds(PairPattern, TEXTS.filter(bool), st.none() | TEXTS), max_size=2).map(tuple),
    exclude=st.lists(TEXTS, max_size=2).map(tuple),
    select=CODE_LISTS,
    ignore=CODE_LISTS,
    severity=SEVERITY,
    min_confidence=st.floats(0, 1),
    keep=st.lists(TEXTS, max_size=2).map(tuple),
    overrides=st.lists(
        st.builds(
            Override,
            st.lists(TEXTS, min_size=1, max_size=2).map(tuple),
            select=st.none() | CODE_LISTS,
            severity=SEVERITY,
            min_confidence=st.none() | st.floats(0, 1),
        ),
        max_size=2,
    ).map(tuple),
    fail_on=st.sampled_from(["error", "warning", "info", "never"]),
    max_warnings=st.none() | st.integers(0, 9),
    strict_baseline=st.booleans(),
)


@given(CONFIGS)
@settings(max_examples=60, deadline=None)
def test_settings_shown_are_a_file_that_says_the_same(config: Config) -> None:
    text = "\n".join(lines(Settings(config, {}, None, Path())))
    shown = tomllib.loads(text)
    assert msgspec.convert(shown, Config) == config
    Draft202012Validator(schema()).validate(json.loads(json.dumps(shown)))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_written_as_toml(text: str) -> None:
    assert tomllib.loads(f"x = {toml(text)}") == {"x": text}


REFUSED = ("unknown key", "'tagret'", "fail-on", "missing")


@pytest.mark.parametrize("text", [text for text, _, message, _ in MISTAKES if message.startswith(REFUSED)])
def test_the_schema_refuses_what_the_program_refuses(text: str) -> None:
    assert not Draft202012Validator(schema()).is_valid(tomllib.loads(text))


def test_the_schema_in_docs_is_fresh() -> None:
    assert (ROOT / "docs" / "aligncheck.schema.json").read_text(encoding="utf-8") == schema_text()


def test_lists_of_defaults_are_not_shared() -> None:
    assert settings_of(None, Path(), {}).config == Config()
