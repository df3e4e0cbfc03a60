"""Terms in the settings: short and long forms, glossaries of some documents, what a document's digest depends on."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Shell
from triage_builder import SETTINGS, export, write_pair, write_project

from aligncheck.checks import RULES
from aligncheck.config import Config, Override
from aligncheck.config.load import Settings
from aligncheck.config.show import lines
from aligncheck.errors import ConfigError, InputError
from aligncheck.model.term import Term
from aligncheck.runner.settings import resolve

AGENT = Term(en=("agent",), zh=("智能体",))


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, monkeypatch, capsys)


def resolved(text: str) -> Settings:
    Path("aligncheck.toml").write_text(text, encoding="utf-8")
    return resolve((".",), {}, [rule.code for rule in RULES])


def test_terms_are_written_short_or_long(shell: Shell) -> None:
    shell.write("more.csv", "en,zh\nproxy,代理\n")
    made = resolved(
        'glossary = ["more.csv"]\n'
        'terms = [["agent", "智能体"], {en = "Lumo", keep = true}, {en = ["a", "b"], zh = "甲", forbidden = ["乙"]}]\n'
    )
    expected = (AGENT, Term(en=("Lumo",), keep=True), Term(en=("a", "b"), zh=("甲",), forbidden=("乙",)))
    assert made.config.terms == (*expected, Term(en=("proxy",), zh=("代理",)))
    shown = next(line for line in lines(made) if line.startswith("terms"))
    assert '[["agent", "智能体"], {en = "Lumo", keep = true}, {en = ["a", "b"], zh = "甲", forbidden = "乙"}' in shown
    assert resolved(shown).config.terms == made.config.terms


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('source = "en"\nterms = [["agent"]]\n', 2, "terms"),
        ('terms = [["agent", 3]]\n', 1, "terms"),
        ('terms = [["agent", ""]]\n', 1, "without a name"),
        ('[[terms]]\nen = "agent"\n', 1, "no Chinese for 'agent'"),
        ('[[terms]]\nen = "agent"\nzh = "甲"\nchinese = "乙"\n', 4, "unknown key 'chinese'"),
        ('[[terms]]\nen = "agent"\nzh = "甲"\nfiles = ["!"]\n', 4, "bad pattern in files"),
        ('[[overrides]]\nfiles = ["a"]\nterms = [["", "甲"]]\n', 3, "without a name"),
    ],
)
@pytest.mark.usefixtures("shell")
def test_a_term_that_says_nothing_is_told_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(ConfigError) as caught:
        resolved(text)
    assert what in caught.value.message
    assert (caught.value.line, bool(caught.value.remedy)) == (line, True)


def test_a_term_and_a_glossary_may_be_of_some_documents(shell: Shell) -> None:
    shell.write("law.tsv", "en\tzh\ncontract\t合约\n")
    config = resolved(
        'terms = [["agent", "智能体"], {en = "port", zh = "端口", files = "net/**"}]\n'
        '[[overrides]]\nfiles = ["law/**"]\nglossary = ["law.tsv"]\nterms = [["suit", "诉讼"]]\n'
    ).config
    names = {path: [t.en[0] for t in config.at(path).vocabulary.all] for path in ("a.md", "net/a.md", "law/a.md")}
    assert names == {"a.md": ["agent"], "net/a.md": ["agent", "port"], "law/a.md": ["agent", "suit", "contract"]}
    assert config.glossaries == ("law.tsv",)
    assert len({config.at(path).digest for path in names}) == 3
    assert config.at("law/a.md") is config.at("law/b.md"), "what is made of many terms is made once"


def test_settings_of_a_document_hold_until_a_term_changes() -> None:
    config = Config(terms=(AGENT,), overrides=(Override(files=("x/**",), ignore=("NUM",)),))
    assert config.at("a.md") is config
    assert config.vocabulary is config.vocabulary
    others = [
        Config(terms=(Term(en=("agent",), zh=("智能体",), **more),)).digest
        for more in ({}, {"forbidden": ("代理",)}, {"case": True}, {"keep": True}, {"status": "draft"})
    ]
    assert len({Config().digest, *others}) == len(others) + 1
    assert len(Config(terms=(Term(en=("a",), status="draft"),)).vocabulary) == 0


TBX = """<tbx><text><body><conceptEntry><langSec xml:lang="en"><termSec><term>lamp</term></termSec></langSec>
<langSec xml:lang="zh"><termSec><term>灯</term></termSec></langSec></conceptEntry></body></text></tbx>
"""


@pytest.mark.parametrize(("name", "text"), [("terms.tbx", TBX), ("terms.toml", 'terms = [["lamp", "灯"]]')])
def test_triage_adds_no_rows_to_what_is_no_table_of_text(shell: Shell, name: str, text: str) -> None:
    write_project(shell)
    write_pair(shell, "k", [("The harbour festival opens in May.", "港口的 festival 在五月开幕。")])
    file = export(shell, lambda _, f: {"decision": "later", "term": ["quay", "岸壁"]} if f.code == "UNT002" else None)
    shell.write("aligncheck.toml", f'glossary = ["{name}"]\n' + SETTINGS)
    shell.write(name, text)
    done = shell("triage", "apply", file)
    assert done.code == 2
    assert f"{name}: terms are added to tables of text only" in done.err
    assert "quay = 岸壁" in done.err
    assert (shell.folder / name).read_text("utf-8") == text


def test_a_glossary_is_read_for_a_run(shell: Shell) -> None:
    shell.write("a.tsv", "en\tzh\nBoth contracts are signed.\t两份合同都已签署。\n")
    shell.write("aligncheck.toml", 'glossary = ["terms.toml"]\nselect = ["TRM"]\nfail-on = "warning"\n')
    shell.write("terms.toml", '[[term]]\nen = "contract"\nzh = "合约"\n')
    done = shell("check", "a.tsv", "--output", "text")
    assert (done.code, "TRM001" in done.out) == (1, True), done.err
    shell.write("terms.toml", '[[term]]\nen = "contract"\nzh = ["合约", "合同"]\n')
    assert shell("check", "a.tsv").code == 0, "a changed glossary is another question to the cache"
    shell.write("terms.toml", "[[term]]\n")
    assert shell("check", "a.tsv").code == 2


def test_an_unknown_kind_of_glossary(shell: Shell) -> None:
    shell.write("terms.pdf", "x")
    with pytest.raises(InputError, match=r"ends in \.pdf"):
        resolved('glossary = ["terms.pdf"]\n')
