"""What becomes of sentence pairs when either text, or both, are edited."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from accepted_builder import CHINESE, ENGLISH, accepted, compared, drifted

Edit = Callable[[str], str]
BOTH = pytest.mark.parametrize("keep_text", [False, True], ids=["fingerprints", "text"])


def put(*changes: tuple[str, str]) -> Edit:
    """Replaces parts of a text, each of which it has to hold."""

    def edit(text: str) -> str:
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        return text

    return edit


def same(text: str) -> str:
    return text


BELL_EN = ENGLISH[ENGLISH.index("## The bell") :]
BELL_ZH = CHINESE[CHINESE.index("## 铃") :]


class Case(NamedTuple):
    """Edits of the two texts, and what has to be said: (code or state, a part of the message or the source)."""

    name: str
    source: Edit
    target: Edit
    said: tuple[tuple[str, str], ...] = ()


CASES = [
    Case("nothing", same, same),
    Case("a number", put(("24 levers", "26 levers")), same, (("DRF001", "24 → 26"),)),
    Case("a number, in both", put(("24 levers", "26 levers")), put(("24根", "26根"))),
    Case("a negation", put(("must not be", "must be")), same, (("DRF001", "not"),)),
    Case("a condition", put(("at once", "at once unless the line is closed")), same, (("DRF001", "unless"),)),
    Case(
        "reflow, markup, punctuation",
        put(
            ("The signal box stands at the north end of the station. Two", "The *signal box* stands at\nthe north end "
             "of the station!  Two"),
            ("Answer every beat at once.", "answer *every* beat at once"),
            ("- Write", "* Write"),
        ),
        same,
    ),
    Case("the translation's punctuation", same, put(("请打电话给工程师。", "请  打电话给工程师！"))),
    Case("a slip of the pen", put(("Red levers", "Red levres")), same, (("DRF002", "levres"),)),
    Case("a new sentence", put(("in turns.", "in turns. A cat lives under the stairs.")), same, (("DRF003", "A cat"),)),
    Case(
        "a new sentence, translated",
        put(("in turns.", "in turns. A cat lives under the stairs.")),
        put(("轮班工作。", "轮班工作。楼梯下面住着一只猫。")),
    ),
    Case(
        "a new paragraph",
        put(("## The bell", "Oil the levers every Monday. Use no petrol.\n\n## The bell")),
        same,
        (("DRF003", "Oil the levers"), ("DRF003", "Use no petrol")),
    ),
    Case(
        "a new item, translated",
        put(("- Write", "- Close the window.\n- Write")),
        put(("- 把时间", "- 关上窗户。\n- 把时间")),
    ),
    Case("code alone is new", put(("- Write", "- `lever --list`\n- Write")), same),
    Case(
        "a sentence is gone", put((" Call the engineer instead.", "")), same, (("DRF004", "Taken out of the source"),)
    ),
    Case("a sentence is gone from both", put((" Call the engineer instead.", "")), put(("请打电话给工程师。", ""))),
    Case("only the translation changed", same, put(("请打电话", "请致电")), (("DRF005", "its source did not"),)),
    Case("the translation is gone", same, put(("请打电话给工程师。", "")), (("DRF005", "taken out"),)),
    Case(
        "only the translation has it", same, put(("登记簿。", "登记簿。祝你好运。")), (("DRF005", "translation alone"),)
    ),
    Case(
        "both were rewritten",
        put(("Two people work there in turns.", "Nobody has worked there since the cable was laid.")),
        put(("有两个人在那里轮班工作。", "自从铺设电缆以来，那里再也没有人工作。")),
    ),
    Case(
        "rewritten, and not translated",
        put(("Two people work there in turns.", "Nobody has worked there since the cable was laid.")),
        same,
        (("DRF001", ""),),
    ),
    Case("a heading", put(("## Levers", "## Levers and wheels")), same, (("DRF001", "wheels"),)),
    Case(
        "two sentences became one",
        put(("north end of the station. Two people work there", "north end of the station and two people work there")),
        same,
        (("DRF002", "added: ‘and’"),),
    ),
    Case(
        "a section moved in both",
        lambda text: text.replace(BELL_EN, "").replace("## Levers", BELL_EN + "## Levers"),
        lambda text: text.replace(BELL_ZH, "").replace("## 操纵杆", BELL_ZH + "## 操纵杆"),
    ),
]  # fmt: skip


@BOTH
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_edits_of_either_text(case: Case, keep_text: bool) -> None:
    found = drifted((ENGLISH, CHINESE), (case.source(ENGLISH), case.target(CHINESE)), keep_text=keep_text)
    said = [(s.code, s.message) for s in found.sentences if s.code]
    assert [code for code, _ in said] == [code for code, _ in case.said], said
    for (_, message), (_, part) in zip(said, case.said, strict=True):
        assert part in message


def test_every_pair_is_counted_once() -> None:
    found = drifted((ENGLISH, CHINESE), (ENGLISH, CHINESE))
    assert found.counts == {"current": 13}
    edited = put(("24 levers", "26 levers"), (" Call the engineer instead.", ""))(ENGLISH)
    found = drifted((ENGLISH, CHINESE), (edited, CHINESE))
    assert found.counts == {"current": 11, "leftover": 1, "stale": 1}


def test_findings_point_at_both_texts() -> None:
    found = drifted((ENGLISH, CHINESE), (put(("24 levers", "26 levers"))(ENGLISH), CHINESE))
    (finding,) = found.findings
    (pair,) = found.pairs
    assert pair.source
    assert pair.target
    assert (pair.source.line, pair.target.line) == (7, 7)
    assert [span.text for span in finding.source_spans] == ["26"]
    assert [span.text for span in finding.target_spans] == ["机架上有24根操纵杆。"]


def test_the_old_text_is_told_where_it_was_kept() -> None:
    edited = put(("24 levers", "26 levers"))(ENGLISH)
    (known,) = drifted((ENGLISH, CHINESE), (edited, CHINESE), keep_text=True).sentences
    assert known.old == "There are 24 levers in the frame."
    assert known.chrf is not None
    assert 50 < known.chrf < 100
    (unknown,) = drifted((ENGLISH, CHINESE), (edited, CHINESE)).sentences
    assert (unknown.old, unknown.chrf, unknown.ter) == (None, None, None)


def test_either_language_may_be_the_source() -> None:
    edited = CHINESE.replace("24根", "26根")
    found = drifted((CHINESE, ENGLISH), (edited, ENGLISH), source="zh")
    assert [(s.code, s.message) for s in found.sentences] == [
        ("DRF001", "The source changed, the translation did not: 24 → 26.")
    ]


BILINGUAL = "\n\n".join(f"{en}\n\n{zh}" for en, zh in zip(ENGLISH.split("\n\n"), CHINESE.split("\n\n"), strict=True))


def test_one_file_may_hold_both_languages() -> None:
    assert not drifted((BILINGUAL, None), (BILINGUAL, None)).sentences
    edited = BILINGUAL.replace("24 levers", "26 levers").replace("请打电话", "请致电")
    found = drifted((BILINGUAL, None), (edited, None))
    assert [s.code for s in found.sentences] == ["DRF001", "DRF005"]


def test_text_that_was_accepted_without_translation_may_change() -> None:
    tail = "\n## History\n\nThe box was built in 1904. It burnt down twice.\n"
    edited = ENGLISH + tail.replace("1904", "1906") + "\nNobody was hurt.\n"
    found = drifted((ENGLISH + tail, CHINESE), (edited, CHINESE))
    assert [(s.code, s.severity, s.material, s.message) for s in found.sentences] == [
        ("DRF003", "info", False, "Changed in a part of the source that has no translation: 1904 → 1906."),
        ("DRF003", "info", False, "Added in a part of the source that has no translation: “Nobody was hurt”."),
    ]
    assert found.counts["untranslated"] == 4


@BOTH
def test_what_is_known_of_a_sentence_that_is_gone_is_told(keep_text: bool) -> None:
    edited = put(("There are 24 levers in the frame. ", ""))(ENGLISH)
    (gone,) = drifted((ENGLISH, CHINESE), (edited, CHINESE), keep_text=keep_text).sentences
    assert gone.code == "DRF004"
    assert ("There are 24 levers in the frame" if keep_text else "“24”") in gone.message


def test_states_of_two_branches_may_stand_together() -> None:
    """As a merge leaves them: both branches' sentences, of which either is right."""
    edited = put(("north end", "northern end"), (" Call the engineer instead.", ""))(ENGLISH)
    rendered = put(("请打电话给工程师。", ""))(CHINESE)
    both = dict.fromkeys((*accepted(ENGLISH, CHINESE), *accepted(edited, rendered)))
    for source, target in ((ENGLISH, CHINESE), (edited, rendered)):
        assert [s.code for s in compared(tuple(both), source, target).sentences if s.code] == []
