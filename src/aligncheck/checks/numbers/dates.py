"""Rules on dates and times of day: the two sides must name the same ones. Reads no text itself."""

from __future__ import annotations

from collections.abc import Iterable

from aligncheck.checks._rule import Example, Hit, PairContext, pair_rule
from aligncheck.checks.numbers.say import faulty, hits
from aligncheck.model.report import Severity


@pair_rule(
    "DAT001",
    "date-mismatch",
    Severity.ERROR,
    since="0.1.0",
    when=faulty,
    bad=[
        Example("The mill opened on June 8, 1924.", "磨坊于1924年7月8日开业。", "another month"),
        Example("Trams returned in the 1990s.", "20世纪80年代有轨电车重新出现。", "another decade"),
        Example("We met in 2016.", "我们于2018年相识。", "another year"),
    ],
    good=[
        Example("The mill opened on June 8, 1924.", "磨坊于一九二四年六月八日开业。", "hanzi numerals"),
        Example("Trams returned in the 1990s.", "20世纪90年代有轨电车重新出现。", "century and decade"),
        Example("They meet on July 26.", "他们将于2020年7月26日会面。", "an added year"),
        Example("You may march on.", "你可以继续前进。", "no month"),
    ],
)
def date_mismatch(context: PairContext) -> Iterable[Hit]:
    """A date, year, decade or century of the source stands with another one in the translation.

    Why: a wrong date reads as well as the right one. Dates are compared by their parts, whatever the notation: 1920s,
    20世纪20年代 and 1920年代 are one decade. A part that only one side says is no fault, so an added year is accepted;
    in figures alone (03/04/2019) both orders of day and month are.

    Silent: on May, March and other names unless they stand as months; on 三月 against “three months” where a measure
    word tells them apart; on weekdays, which translators often leave to the date.
    """
    return hits(context, "DAT001")


@pair_rule(
    "DAT002",
    "date-missing",
    Severity.WARNING,
    since="0.1.0",
    when=faulty,
    bad=[
        Example(
            "The mill opened on June 8, 1924, and closed in 1971.",
            "磨坊于1924年6月8日开业，后来关闭。",
            "a year is gone",
        )
    ],
    good=[
        Example("The mill opened in 1924 and was rebuilt in 1924.", "磨坊于1924年开业，同年重建。", "a year said once"),
        Example("It was a fine Sunday.", "那天天气很好。", "a weekday"),
    ],
)
def date_missing(context: PairContext) -> Iterable[Hit]:
    """A date or time of one side has no counterpart in the other.

    Why: a sentence reads on without its date, and readers cannot tell that there was one.

    An error for dates in figures that the Chinese leaves out, a warning otherwise.

    Silent: on weekdays; on vague times (last century, the sixties); where the date is stated elsewhere in the pair.
    """
    return hits(context, "DAT002")


@pair_rule(
    "DAT003",
    "day-month-swapped",
    Severity.ERROR,
    since="0.1.0",
    when=faulty,
    bad=[Example("The mill opened on March 8.", "磨坊于8月3日开业。", "day for month")],
    good=[Example("The mill opened on 03/08/1924.", "磨坊于1924年8月3日开业。", "the figures allow either order")],
)
def day_month_swapped(context: PairContext) -> Iterable[Hit]:
    """Day and month have changed places.

    Why: a date in figures was read in the other order.

    Silent: where the source itself is in figures only, so that both orders are possible.
    """
    return hits(context, "DAT003")


@pair_rule(
    "DAT004",
    "time-mismatch",
    Severity.ERROR,
    since="0.1.0",
    when=faulty,
    bad=[
        Example("The ferry leaves at 5:30 p.m.", "渡轮下午4点30分出发。", "another hour"),
        Example("The ferry leaves at 10:26 PM.", "渡轮上午10点26分出发。", "morning for evening"),
    ],
    good=[
        Example("The ferry leaves at 5:30 p.m.", "渡轮17时30分出发。", "24 hours"),
        Example("The ferry leaves at 5:30.", "渡轮下午5点半出发。", "a time of day made plain"),
    ],
)
def time_mismatch(context: PairContext) -> Iterable[Hit]:
    """A time of day of the source stands with another one in the translation.

    Why: morning and evening are easily mixed up between 12 and 24 hours. Both are compared by value, with 上午, 下午,
    凌晨 and the like.

    Silent: where one side leaves open whether it is morning or evening.
    """
    return hits(context, "DAT004")


RULES = (date_mismatch, date_missing, day_month_swapped, time_mismatch)
