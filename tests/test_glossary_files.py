"""Glossaries in files: tables, TBX, workbooks, TOML; what is wrong with them, with its line and a remedy."""

from __future__ import annotations

import io

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.errors import InputError
from aligncheck.glossary import read
from aligncheck.glossary.tables import pairs_of, with_rows
from aligncheck.model.term import Term, fault_of

KEEPER = Term(en=("keeper", "lamp keeper"), zh=("看守人",), forbidden=("饲养员",), note="of a lighthouse")
ROWS = (
    ("zh", "en", "forbidden", "note", "colour"),
    ("看守人", "keeper | lamp keeper", "饲养员", "of a lighthouse", "red"),
)


def table(delimiter: str) -> str:
    return "".join(delimiter.join(row) + "\n" for row in ROWS)


@pytest.mark.parametrize("delimiter", ["\t", ",", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("path", ["terms.csv", "terms.tsv"])
def test_a_table_says_itself_how_it_is_written(delimiter: str, encoding: str, path: str) -> None:
    assert read(table(delimiter).encode(encoding), path) == [KEEPER]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("keeper\t看守人\n", [Term(en=("keeper",), zh=("看守人",))]),
        ("# English\tChinese\r\n\r\nkeeper\t看守人\tnoted in spring\r\n", [Term(en=("keeper",), zh=("看守人",))]),
        ("keeper,看守人\n", [Term(en=("keeper",), zh=("看守人",))]),
        ("sep=;\nen;zh\nkeeper;看守人\n", [Term(en=("keeper",), zh=("看守人",))]),
        ("Source Term,Target Term\nkeeper,看守人\n", [Term(en=("keeper",), zh=("看守人",))]),
        ("source,target\n看守人,keeper\n", [Term(en=("keeper",), zh=("看守人",))]),
        ("English,zh-CN,zh-TW\nscreen,屏幕,螢幕\n", [Term(en=("screen",), zh=("屏幕", "螢幕"))]),
        ("en,keep,case\nLumo,yes,TRUE\n", [Term(en=("Lumo",), keep=True, case=True)]),
        ("en,zh,status\na,甲,draft\n", [Term(en=("a",), zh=("甲",), status="draft")]),
        ("en,zh,status\nb,,rejected\n", [Term(en=("b",), status="rejected")]),
        ('en,zh\n"a, b",甲\n', [Term(en=("a, b",), zh=("甲",))]),
        ('en\tzh\n"a ""b"""\t甲\n', [Term(en=('a "b"',), zh=("甲",))]),
        ("en,zh,files\na,甲,docs/** | notes.md\n", [Term(en=("a",), zh=("甲",), files=("docs/**", "notes.md"))]),
        ("en,zh\n", []),
    ],
)  # fmt: skip
def test_what_a_table_says(text: str, expected: list[Term]) -> None:
    assert read(text.encode(), "terms.csv") == expected


@pytest.mark.parametrize(
    ("text", "path", "line", "what"),
    [
        ("en,zh\na,甲\nb,\n", "t.csv", 3, "no Chinese for 'b'"),
        ("en,zh\na,甲\n,乙\n", "t.csv", 3, "without a name"),
        ("en,zh,case\na,甲,perhaps\n", "t.csv", 2, "case is 'perhaps'"),
        ("en,zh,status\na,甲,lost\n", "t.csv", 2, "status is 'lost'"),
        ('en,zh\n"a,甲\n', "t.csv", 2, "not a table"),
        ("lantern\n", "t.tsv", 1, "no term"),
        ("[[term]]\nen = 'a'\nzh = '甲'\n[[term]]\nzh = '甲'\n", "t.toml", 4, "en"),
        ("[[term]]\nen = 'a'\nzh = '甲'\ncolour = 1\n", "t.toml", 1, "colour"),
        ("[[term]]\nen = \n", "t.toml", 2, "is not TOML"),
        ("words = 3\n", "t.toml", 1, "no terms"),
        ("<tbx><text></tbx>", "t.tbx", 1, "is not XML"),
        ("<html/>", "t.tbx", 1, "no TBX"),
        ("<tbx>\n</tbx>", "t.tbx", 1, "no concept"),
        ("a", "t.pdf", None, "ends in .pdf"),
        ("PK", "t.xlsx", None, "not a workbook"),
    ],
)
def test_what_is_wrong_has_a_place_and_a_remedy(text: str, path: str, line: int | None, what: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text.encode(), path)
    assert (caught.value.path, caught.value.line) == (path, line)
    assert what in caught.value.message
    assert caught.value.remedy


def workbook(*sheets: list[tuple[str, ...]]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        for rows in sheets:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return made.getvalue()


def test_a_workbook_has_terms_on_sheets_with_their_columns() -> None:
    assert read(workbook([("of 2026",)], list(ROWS)), "terms.xlsx") == [KEEPER]
    with pytest.raises(InputError, match="no sheet with columns"):
        read(workbook([("of 2026",)]), "terms.xlsx")
    with pytest.raises(InputError) as caught:
        read(workbook([ROWS[0], ROWS[1], ("", "lamp")]), "terms.xlsx")
    assert caught.value.line == 3


SECOND = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX"><text><body><termEntry id="c1">
<descrip type="definition">of a lighthouse</descrip>
<langSet xml:lang="en"><ntig><termGrp><term>keeper</term></termGrp></ntig>
<tig><term>lamp <hi>keeper</hi></term></tig></langSet>
<langSet xml:lang="zh-CN"><tig><term>看守人</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
<tig><term>饲养员</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
</termEntry><termEntry><langSet xml:lang="en"><tig><term>alone</term></tig></langSet></termEntry></body></text></martif>
"""
THIRD = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" style="dct" xml:lang="en">
<text><body><conceptEntry id="c1"><note>of a lighthouse</note>
<langSec xml:lang="en-GB"><termSec><term>keeper</term></termSec><termSec><term>lamp keeper</term></termSec></langSec>
<langSec xml:lang="zh-Hans"><termSec><term>看守人</term></termSec>
<termSec><term>饲养员</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>
<langSec xml:lang="de"><termSec><term>Wärter</term></termSec></langSec></conceptEntry></body></text></tbx>
"""


@pytest.mark.parametrize("text", [SECOND, THIRD, SECOND.replace("\n", "\r\n")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_both_editions_of_tbx_say_the_same(text: str, encoding: str) -> None:
    assert read(text.encode(encoding), "terms.tbx") == [KEEPER]


BOMB = '<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<tbx><term>&b;</term></tbx>'
OUTSIDE = '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n<tbx><term>&x;</term></tbx>'


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, BOMB.replace("ENTITY a", "ENTITY % a")])
def test_a_glossary_that_declares_entities_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="declares the entity"):
        read(text.encode(), "terms.tbx")


def test_elements_without_end_are_refused() -> None:
    with pytest.raises(InputError, match="without end"):
        read(("<tbx>" + "<a>" * 100_000).encode(), "terms.tbx")


def test_a_glossary_in_toml() -> None:
    text = '[[term]]\nen = ["keeper", "lamp keeper"]\nzh = "看守人"\nforbidden = "饲养员"\nnote = "of a lighthouse"\n'
    assert read(text.encode(), "terms.toml") == [KEEPER]
    assert read('terms = [["keeper", "看守人"]]\n'.encode(), "terms.toml") == [Term(en=("keeper",), zh=("看守人",))]


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".tbx", ".xlsx", ".toml", ".txt"])
@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_terms_or_an_error(suffix: str, data: bytes) -> None:
    path = "x" + suffix
    try:
        found, told = read(data, path), path
    except InputError as error:
        found, told = [], str(error.path)
    assert told == path
    assert all(fault_of(term) is None for term in found)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "lamp\t灯\n"),
        ("keeper\t看守人", "keeper\t看守人\nlamp\t灯\n"),
        ("note,zh,en\nx,看守人,keeper\n", "note,zh,en\nx,看守人,keeper\n,灯,lamp\n"),
        ("en\tzh\r\nlamp\t灯\r\n", "en\tzh\r\nlamp\t灯\r\n"),
    ],
)
def test_a_row_is_added_in_the_tables_own_columns(before: str, after: str) -> None:
    made = with_rows(before.encode(), [("lamp", "灯")], "terms.csv" if "," in before else "terms.tsv")
    assert made.decode() == after
    assert ("lamp", "灯") in pairs_of(read(made, "terms.csv"))


DRAFTED = """<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="a"><note>draft (term): berth = 泊位; 7 sentences, share 1.00; a.md:3</note>
<langSec xml:lang="en"><termSec><term>berth</term></termSec></langSec>
<langSec xml:lang="zh-Hans"><termSec><term>泊位</term>{status}</termSec></langSec></conceptEntry>
</body></text></tbx>"""
STATUS = '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>'


@pytest.mark.parametrize(("status", "expected"), [("", "draft"), (STATUS, "approved")])
def test_a_drafted_concept_is_checked_once_somebody_has_given_it_a_status(status: str, expected: str) -> None:
    (term,) = read(DRAFTED.format(status=status).encode(), "a.tbx")
    assert (term.en, term.zh, term.status) == (("berth",), ("泊位",), expected)


def test_a_concept_with_one_name_on_both_sides_is_kept_as_it_is() -> None:
    (term,) = read(DRAFTED.format(status=STATUS).replace("泊位", "berth").encode(), "a.tbx")
    assert (term.en, term.zh, term.keep) == (("berth",), (), True)


@pytest.mark.parametrize(
    ("cell", "name"), [("'-strict", "-strict"), ("'@quay", "@quay"), ("'tis", "'tis"), ("-strict", "-strict")]
)
def test_the_apostrophe_that_guards_a_cell_is_none_of_the_name(cell: str, name: str) -> None:
    (term,) = read(f"en,zh\n{cell},严格\n".encode(), "a.csv")
    assert term.en == (name,)
