"""A glossary: its file, its renderings in the cover of a pair, and what findings it prevents."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Shell
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.coverage.assign import NONE
from aligncheck.coverage.cover import Cover
from aligncheck.coverage.glossary import by_terms
from aligncheck.coverage.places import chinese_places
from aligncheck.coverage.words import CONTENT, english_words
from aligncheck.lexicon import Lexicon
from aligncheck.model.term import Term, Terms

LEXICON = Lexicon.load()

Pairs = tuple[tuple[str, str], ...]
"""English terms, each with a Chinese name."""
GREEN: Pairs = (("green ledger", "值班簿"),)
PLACED: list[tuple[str, str, Pairs, list[tuple[str, str]]]] = [
    ("The green ledger is full.", "值班簿写满了。", GREEN, [("green", "值班簿"), ("ledger", "值班簿")]),
    ("Green  Ledgers are full.", "值班簿写满了。", GREEN, [("Green", "值班簿"), ("Ledgers", "值班簿")]),
    ("The evergreen ledger", "值班簿", GREEN, []),
    ("The ledger", "值班簿和值班簿", (("ledger", "值班簿"),), [("ledger", "值班簿")] * 2),
    ("The ledger", "燈塔", (("ledger", "账簿"), ("ledger", "灯塔")), [("ledger", "灯塔")]),
    ("The ledger", "山羊", (("ledger", "值班簿"),), []),
    ("The Lumo drum", "Lumo鼓", (("Lumo drum", "Lumo鼓"), ("drum", "鼓")), [("Lumo", "lumo鼓"), ("drum", "lumo鼓")]),
    ("a.b", "点", (("a.b", "点"),), []),
]  # fmt: skip


def terms_of(pairs: Pairs) -> Terms:
    return Terms(Term(en=(english,), zh=(chinese,)) for english, chinese in pairs)


@pytest.mark.parametrize(("english", "chinese", "terms", "expected"), PLACED)
def test_words_of_a_term_have_its_rendering(
    english: str, chinese: str, terms: Pairs, expected: list[tuple[str, str]]
) -> None:
    words, places = english_words([english], LEXICON), chinese_places([chinese], LEXICON)
    found = by_terms(words, places, [english], terms_of(terms), LEXICON)
    assert [
        (english[words.start[w] : words.end[w]], places.folded[at : at + size])
        for w, at, size in zip(found.word, found.at, found.size, strict=True)
        if words.group[w] >= CONTENT
    ] == expected


@given(st.lists(st.tuples(st.text("ab .*(", max_size=4), st.text("茶山a", max_size=3)), max_size=3).map(tuple))
def test_any_terms_are_looked_for(terms: Pairs) -> None:
    usable = tuple((english.strip(), chinese) for english, chinese in terms if english.strip() and chinese)
    Cover.of(["a b a.b (a"], ["茶山a"], LEXICON, terms_of(usable))


def test_a_term_is_no_missing_word() -> None:
    def unrendered(terms: Pairs) -> int:
        found = Cover.of(["The sluicekeeper writes it down."], ["闸工把它记下来。"], LEXICON, terms_of(terms))
        return sum(int(state) == NONE for state in found.assignment.state)

    assert unrendered((("sluicekeeper", "闸工"),)) == unrendered(()) - 1


ENGLISH = "The keeper cleans the lantern with a soft cloth every morning.\n"
CHINESE = "看守人每天早上用软布擦拭lantern。\n"


def test_a_glossary_lets_latin_renderings_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shell = Shell(tmp_path, monkeypatch, capsys)
    shell.write("a.md", ENGLISH + "\n" + CHINESE)
    shell.write("aligncheck.toml", 'glossary = ["terms.tsv"]\n')
    assert shell("check", "a.md", "--isolated").code == 1
    done = shell("check", "a.md")
    assert (done.code, "terms.tsv: does not exist" in done.err) == (2, True)
    shell.write("terms.tsv", "# English\tChinese\nlantern\tlantern\n\nkeeper\t看守人\tnoted in spring\n")
    assert shell("check", "a.md").code == 0
    shell.write("terms.tsv", "lantern\n")
    done = shell("check", "a.md")
    assert (done.code, "terms.tsv:1: no term" in done.err) == (2, True)
    shell.write("aligncheck.toml", 'terms = [["lantern", "lantern"]]\n')
    assert shell("check", "a.md").code == 0
