"""The date rules where the document decides: the order of day and month in figures."""

from __future__ import annotations

import pytest
from pair_builder import codes, findings

from aligncheck.facts import day_first

DAY_FIRST = "Paid on 25/12/2019 and 31/01/2020."
MONTH_FIRST = "Paid on 12/25/2019 and 01/31/2020."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DAY_FIRST, True),
        (MONTH_FIRST, False),
        ("Paid on 03/04/2019.", None),
        (DAY_FIRST + MONTH_FIRST, None),
        ("", None),
        ("1/2/3/4 and 25/12", None),
    ],
)
def test_order_of_day_and_month(text: str, expected: bool | None) -> None:
    assert day_first(text) is expected


def test_either_order_is_accepted_without_evidence() -> None:
    assert codes("The mill opened on 03/08/2019.", "磨坊于2019年8月3日开业。") == []
    assert codes("The mill opened on 03/08/2019.", "磨坊于2019年3月8日开业。") == []


def test_the_order_of_the_document_decides() -> None:
    en, wrong, right = "The mill opened on 03/08/2019.", "磨坊于2019年3月8日开业。", "磨坊于2019年8月3日开业。"
    assert codes(en, wrong, DAY_FIRST) == ["DAT003"]
    assert codes(en, right, DAY_FIRST) == []
    assert codes(en, right, MONTH_FIRST) == ["DAT003"]
    assert codes(en, wrong, MONTH_FIRST) == []


def test_message_states_the_date_that_the_order_means() -> None:
    [(_, hit)] = findings("It opened on 03/08/2019.", "它于2019年3月8日开业。", DAY_FIRST)
    assert hit.message == "03/08/2019 = 2019-08-03; 2019年3月8日 = 2019-03-08: day and month are swapped."
    assert hit.source[0].value == "2019-08-03"


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("It opened in June 1924.", "它于1924年6月8日开业。"),
        ("From June 4 to 8 it was shut.", "6月4日至8日关闭。"),
        ("In June and July it rained.", "6月和7月下雨。"),
        ("It opened at 9 a.m.", "它于上午9时开门。"),
        ("It opened at 21:00.", "它于晚上九点开门。"),
        ("The 1960s were loud.", "上世纪六十年代很喧闹。"),
        ("The '60s were loud.", "20世纪60年代很喧闹。"),
        ("It lasted from 1981-87.", "从1981年持续到1987年。"),
        ("Mayor May spoke in March.", "梅市长三月讲话。"),
        ("On Tuesday it snowed.", "那天下雪了。"),
        ("In the fourth year of his reign he fled.", "他在位第四年出逃。"),
        ("In the twelfth month, on the third day, he left.", "十二月初三他离开了。"),
        ("It closed on 30 November.", "它于11月30日关闭。"),
    ],
)
def test_one_date_in_two_notations(en: str, zh: str) -> None:
    assert codes(en, zh) == []


def test_an_added_year_is_accepted_where_the_document_says_it_elsewhere() -> None:
    pair = ("Fire destroyed the mill.", "1924年，大火烧毁了磨坊。")
    assert codes(*pair) == ["DAT002"]
    assert codes(*pair, whole="The mill had opened in 1924 already.") == []
