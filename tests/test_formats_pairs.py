"""Formats that hold pairs or keyed strings: TSV and JSON."""

from __future__ import annotations

import json

import pytest

from aligncheck.errors import InputError
from aligncheck.formats import read

PAIRS = "The cat sleeps.\t猫在睡觉。\nIt rains.\t下雨了。\n"


def rows(text: str) -> list[tuple[str | None, str | None, str]]:
    return [(b.unit, b.lang, b.text) for b in read(text.encode(), "a.tsv").blocks]


EXPECTED = [
    ("1", "en", "The cat sleeps."),
    ("1", "zh", "猫在睡觉。"),
    ("2", "en", "It rains."),
    ("2", "zh", "下雨了。"),
]


def shifted(by: int) -> list[tuple[str | None, str | None, str]]:
    return [(str(int(unit) + by), lang, text) for unit, lang, text in EXPECTED]


def test_without_header_the_script_tells_the_columns() -> None:
    assert rows(PAIRS) == EXPECTED
    assert sorted(rows("猫在睡觉。\tThe cat sleeps.\n下雨了。\tIt rains.\n")) == sorted(EXPECTED)


@pytest.mark.parametrize("header", ["en\tzh", "English\tChinese", "EN\tzh_CN", "source\ttarget", "英文\t中文"])
def test_headers(header: str) -> None:
    assert rows(f"{header}\n{PAIRS}") == shifted(1)


def test_a_header_may_swap_and_add_columns() -> None:
    text = "id\tzh\ten\tnote\n1\t猫在睡觉。\tThe cat sleeps.\t\n2\t下雨了。\tIt rains.\tx\n"
    assert sorted(rows(text)) == sorted(shifted(1))


def test_quotes_are_text_and_empty_cells_stay_away() -> None:
    assert rows('"Stop," he said.\t“停下，”他说。\nLost line.\t\n') == [
        ("1", "en", '"Stop," he said.'),
        ("1", "zh", "“停下，”他说。"),
        ("2", "en", "Lost line."),
    ]


def test_a_row_with_another_number_of_columns_is_noted() -> None:
    document = read((PAIRS + "no tab here\n\nA.\t甲。\tx\n").encode(), "a.tsv")
    assert [line for line, _ in document.notes] == [3, 5]
    assert {b.unit for b in document.blocks} == {"1", "2"}


@pytest.mark.parametrize("text", ["one column\nonly\n", "en\tzh\n", "\t\n"])
def test_no_usable_row(text: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text.encode(), "a.tsv")
    assert caught.value.remedy


def test_json_strings_with_key_paths_and_offsets() -> None:
    text = '{"menu": {"open": "打开 \\"文件\\"", "n": 3, "items": ["a\\u4e2d\\ud83d\\ude00", null, "b"]}, "": "z"}'
    document = read(text.encode(), "zh.json")
    assert [(b.unit, b.text) for b in document.blocks] == [
        ("menu.open", '打开 "文件"'),
        ("menu.items.0", "a中😀"),
        ("menu.items.2", "b"),
        ("", "z"),
    ]
    first, second = document.blocks[:2]
    span = first.locate(3, 7)
    assert document.text[span.start : span.end] == '\\"文件\\"'
    span = second.locate(2, 3)
    assert document.text[span.start : span.end] == "\\ud83d\\ude00"


def test_json_placeholders_are_marked() -> None:
    (block,) = read(json.dumps({"k": "Hi {{name}}, <b>%s</b> files"}).encode(), "en.json").blocks
    assert [(m.kind, block.text[m.start : m.end]) for m in block.marks] == [
        ("placeholder", "{{name}}"),
        ("html", "<b>"),
        ("placeholder", "%s"),
        ("html", "</b>"),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"a": "b",\n}', 2),
        ('{"a": "b"\n"c": 1}', 2),
        ("[1, 2", 1),
        ('{"a" 1}', 1),
        ('["a\tb"]', 1),
        ("[] []", 1),
        ("x", 1),
    ],
)
def test_malformed_json_names_the_line(text: str, line: int) -> None:
    with pytest.raises(InputError) as caught:
        read(text.encode(), "a.json")
    assert caught.value.line == line
    assert "JSON" in caught.value.message


def test_deep_json_is_no_matter_of_recursion() -> None:
    depth = 20_000
    (block,) = read(("[" * depth + '"x"' + "]" * depth).encode(), "a.json").blocks
    assert block.text == "x"


def test_double_back_ticks_are_paired_with_double_ones() -> None:
    document = read("en\tzh\nUse ``range(10)`` for 20, or `x`.\t用 ``range(10)`` 表示 20，或 `x`。\n".encode(), "a.tsv")
    english = document.blocks[0]
    assert [english.text[m.start : m.end] for m in english.marks] == ["``range(10)``", "`x`"]
