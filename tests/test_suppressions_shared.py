"""A directive in an original with several translations is idle only where it is for none of them."""

from __future__ import annotations

from suppression_builder import CHINESE, ENGLISH, LEXICON, ROWS, messages, said

from aligncheck.config import Config
from aligncheck.engine import check_files
from aligncheck.formats import read
from aligncheck.model.report import Report
from aligncheck.suppressions.shared import without_those_used_elsewhere


def reports(english: str, *translations: str) -> list[Report]:
    source = read(english.encode(), "a.md")
    targets = [read(text.encode(), f"a.zh-{n}.md") for n, text in enumerate(translations)]
    return [check_files(source, target, Config(), LEXICON) for target in targets]


RIGHT = CHINESE.replace("350", "250").replace("60", "90")
ENGLISH_SAID = ENGLISH.replace(ROWS[1][0], f"<!-- aligncheck: ignore NUM001 -- tide -->\n{ROWS[1][0]}")


def test_one_that_serves_another_translation_is_not_idle() -> None:
    found = reports(ENGLISH_SAID, CHINESE, RIGHT)
    assert [len(messages(report)) for report in found] == [0, 1]
    first, second = without_those_used_elsewhere(found)
    assert first is found[0]
    assert (said(second), second.stats.findings) == ([], {})


def test_one_that_serves_none_is() -> None:
    found = reports(ENGLISH_SAID, RIGHT, RIGHT)
    assert without_those_used_elsewhere(found) == tuple(found)
    assert [len(messages(report)) for report in found] == [1, 1]


def test_directives_of_a_translation_stand_alone() -> None:
    idle = "<!-- aligncheck: ignore DAT -- tide -->\n" + RIGHT
    found = reports(ENGLISH, idle, RIGHT)
    assert without_those_used_elsewhere(found) == tuple(found)
    assert len(messages(found[0])) == 1
