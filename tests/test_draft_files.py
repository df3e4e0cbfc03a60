"""Draft glossaries as tables and as TBX: written, merged, never over a decision; and what is refused."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from aligncheck.errors import InputError
from aligncheck.glossary import write_table, write_tbx
from aligncheck.glossary.drafts import COLUMNS, Draft, Tally
from aligncheck.report.spreadsheet.rows import defused

KILN = Draft(
    "kiln",
    "窑炉",
    ("kiln", "kilns"),
    False,
    False,
    "term",
    5,
    0.83,
    "炉子 ×1",
    "The kiln is hot.",
    "窑炉很热。",
    "a.md:3",
)
GLAZE = Draft("glaze", "釉料", ("glaze",), False, False, "term", 4, 1.0, "", "Stir the glaze.", "搅拌釉料。", "a.md:9")
BRAND = Draft(
    "Potterkit", "", ("Potterkit",), True, True, "keep", 7, 1.0, "", "Open Potterkit.", "打开 Potterkit。", "b.md:1"
)
ALL = (KILN, GLAZE, BRAND)
NS = {"t": "urn:iso:std:iso:30042:ed-2"}


def guard(cell: str) -> str:
    return str(defused(cell))


def merge(data: bytes | None, *drafts: Draft, path: str = "terms.csv") -> tuple[bytes, Tally]:
    return write_table.write(data, drafts, path, guard)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def edited(data: bytes, cells: dict[str, str]) -> bytes:
    """The table with cells of its first row changed, as a spreadsheet saves it."""
    table = rows(data)
    table[0].update(cells)
    made = io.StringIO()
    writer = csv.DictWriter(made, [*table[0]])
    writer.writeheader()
    writer.writerows(table)
    return made.getvalue().encode("utf-8-sig")


def test_a_new_table_opens_in_a_spreadsheet() -> None:
    data, tally = merge(None, *ALL)
    assert data.startswith(b"\xef\xbb\xbfen,zh,forbidden,case,keep,note,files,status,count,")
    assert data.count(b"\r\n") == 4
    assert tally == Tally(added=3, known=0, removed=0, decided=0)
    assert [row["status"] for row in rows(data)] == ["draft"] * 3
    assert rows(data)[2]["keep"] == rows(data)[2]["case"] == "yes"


@pytest.mark.parametrize("path", ["terms.csv", "terms.tsv"])
def test_a_second_run_changes_no_byte(path: str) -> None:
    data, _ = merge(None, *ALL, path=path)
    again, tally = merge(data, *ALL, path=path)
    assert again == data
    assert tally == Tally(added=0, known=3, removed=0, decided=0)


def test_counts_are_brought_up_to_date_and_terms_come_and_go() -> None:
    data, _ = merge(None, KILN, GLAZE)
    data, tally = merge(data, replace(KILN, zh="高炉", count=9), BRAND)
    assert [(row["en"], row["zh"], row["count"]) for row in rows(data)] == [
        ("kiln", "高炉", "9"),
        ("Potterkit", "", "7"),
    ]
    assert tally == Tally(added=1, known=1, removed=1, decided=0)


DECISIONS = (
    {"status": "approved"},
    {"status": "rejected"},
    {"status": ""},
    {"zh": "陶窑"},
    {"zh": "窑炉|窑"},
    {"zh": "窑"},
    {"en": "kiln|oven"},
    {"zh": ""},
    {"forbidden": "炉子"},
    {"note": "ask Li"},
    {"files": "docs/**"},
    {"keep": "yes"},
    {"case": "yes"},
)


@pytest.mark.parametrize("cells", DECISIONS, ids=str)
def test_decisions_survive_whatever_is_found(cells: dict[str, str]) -> None:
    data = edited(merge(None, *ALL)[0], cells)
    kept = rows(data)[0]
    for found in (ALL, (GLAZE,), (replace(KILN, zh="高炉", count=30, example_zh="高炉很热。"),)):
        after, tally = merge(data, *found)
        assert [row for row in rows(after) if "kiln" in row["en"]] == [kept]
        assert tally.decided == 1


@pytest.mark.parametrize("name", ["kilns", "Kiln", "KILN"])
def test_a_rejected_term_does_not_come_back_in_another_form(name: str) -> None:
    data = edited(merge(None, KILN)[0], {"status": "rejected"})
    after, _ = merge(data, replace(KILN, en=name, forms=(name,)))
    assert after == data


def test_order_unknown_columns_dialect_and_encoding_stay() -> None:
    text = 'status;zh;owner;en\ndraft;釉料;Li;glaze\napproved;"a;b";;other\n# seen\n'
    data = text.encode("gb18030")
    after, tally = merge(data, *ALL)
    lines = after.decode("gb18030").split("\n")
    assert after.startswith(data)
    assert lines[4:] == ["draft;窑炉;;kiln", "draft;;;Potterkit", ""]
    assert tally.decided == 3


def test_crlf_and_a_separator_line_stay() -> None:
    data = "\ufeffsep=;\r\nen;zh;status\r\nlathe;车床;approved\r\n".encode()
    after, _ = merge(data, KILN)
    assert after == data + "kiln;窑炉;draft\r\n".encode()


def test_a_last_line_without_end_gets_one() -> None:
    after, _ = merge(b"en,zh,status\nlathe,,rejected", KILN)
    assert after.decode() == "en,zh,status\nlathe,,rejected\nkiln,窑炉,draft\n"


def test_cells_that_look_like_formulas_are_guarded_and_known_again() -> None:
    odd = replace(KILN, en="-strict", forms=("-strict",), example_en="-strict\tit\nis", place="=a:1")
    data, _ = merge(None, odd)
    assert b"\r\n'-strict," in data
    assert b"'=a:1" in data
    assert merge(data, odd)[0] == data


NAMES = st.text(st.characters(exclude_characters="|", exclude_categories=["Cs"]), max_size=8)


@examples(max_examples=60)
@given(st.lists(st.tuples(NAMES, NAMES), max_size=6), st.sampled_from("ct"))
def test_any_names_are_written_once(names: list[tuple[str, str]], kind: str) -> None:
    drafts = [replace(KILN, en=en, zh=zh, forms=(en,)) for en, zh in names]
    path = f"terms.{kind}sv"
    data, _ = merge(None, *drafts, path=path)
    known = merge(data, *drafts, path=path)[0]
    assert merge(known, *drafts, path=path)[0] == known


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"name,price\nkiln,3\n", "no column en"),
        ("kiln\t窑炉\n".encode(), "no column en"),
        (b"en,zh\nkiln,\n", "no column status"),
        (b'en,zh,status\n"kiln,,draft\n', "no table"),
        (b"PK\x03\x04\0\0", "NUL"),
    ],
)
def test_what_is_no_draft_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as error:
        merge(data, KILN)
    assert error.value.remedy
    assert error.value.path == "terms.csv"


def test_a_character_that_the_encoding_lacks_is_refused() -> None:
    data = "en,zh,status\nlathe,車床是機器,approved\n".encode("big5") * 1
    with pytest.raises(InputError, match="has no"):
        merge(data, replace(KILN, zh="窑😀"))


def tbx(data: bytes | None, *drafts: Draft) -> tuple[bytes, Tally]:
    return write_tbx.write(data, drafts, "terms.tbx", "zh-Hans")


def test_tbx_is_well_formed_and_says_what_a_draft_is() -> None:
    data, _ = tbx(None, *ALL, replace(GLAZE, en="a<b & c", forms=(), example_zh="釉料\x00"))
    root = ElementTree.fromstring(data)
    assert root.tag == "{urn:iso:std:iso:30042:ed-2}tbx"
    concepts = root.findall(".//t:conceptEntry", NS)
    assert [c.findtext(".//t:term", namespaces=NS) for c in concepts] == ["kiln", "glaze", "Potterkit", "a<b & c"]
    assert len({c.get("id") for c in concepts}) == 4
    assert all((c.findtext("t:note", namespaces=NS) or "").startswith("draft (") for c in concepts)


def test_tbx_stays_byte_for_byte_and_decisions_survive() -> None:
    data, _ = tbx(None, *ALL)
    assert tbx(data, *ALL)[0] == data
    status = b'<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>'
    decided = data.replace("<term>窑炉</term>".encode(), "<term>窑炉</term>".encode() + status)
    other = decided.replace("<term>釉料</term>".encode(), "<term>釉</term>药".encode())
    for changed in (decided, other):
        after, tally = tbx(changed, replace(KILN, count=50), BRAND)
        assert status in after
        assert b"50 sentences" not in after
        assert tally.added == 0
        ElementTree.fromstring(after)


def test_tbx_drafts_come_and_go_and_are_renewed() -> None:
    data, _ = tbx(None, KILN, GLAZE)
    after, tally = tbx(data, replace(KILN, count=6), BRAND)
    assert tally == Tally(added=1, known=1, removed=1, decided=0)
    assert after == tbx(None, replace(KILN, count=6), BRAND)[0]


def test_tbx_of_others_keeps_its_concepts() -> None:
    data = (
        b'<?xml version="1.0"?>\n<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en">'
        b'<text><body><conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>Kilns</term></termSec>'
        b"</langSec></conceptEntry></body></text></tbx>"
    )
    assert tbx(data, KILN)[0] == data
    after, tally = tbx(data, KILN, GLAZE)
    assert tally == Tally(added=1, known=0, removed=0, decided=1)
    assert [e.text for e in ElementTree.fromstring(after).iterfind(".//t:term", NS)] == ["Kilns", "glaze", "釉料"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<martif><text><body/></text></martif>", "third edition"),
        (b"<tbx><text>", "no XML|not XML"),
        (b"<tbx/>", "no body"),
        (b'<tbx style="dct"><text><body/></text></tbx>', "another style"),
        (b'<t:tbx xmlns:t="urn:x"><t:text><t:body/></t:text></t:tbx>', "prefix"),
        (b'<!DOCTYPE tbx [<!ENTITY a "b">]><tbx><text><body/></text></tbx>', "entity"),
        ("<tbx><text><body>窑炉很热，请小心。</body></text></tbx>".encode("gb18030"), "UTF-8"),
    ],
)
def test_what_is_no_tbx_of_this_edition_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as error:
        tbx(data, KILN)
    assert error.value.remedy


def test_all_columns_are_filled() -> None:
    assert set(KILN.cells()) == set(COLUMNS)
