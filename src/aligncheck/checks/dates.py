"""Dates, periods and times of day that differ by value between the two sides of a pair."""

from __future__ import annotations

from collections.abc import Iterator

from aligncheck.checks._rule import Example, Hit, PairContext, Rule, pair_rule
from aligncheck.checks.numbers import both_or_one, both_values, hit
from aligncheck.checks.numbers_differ import differences
from aligncheck.model.report import Severity


@pair_rule(
    "DAT001",
    "date-mismatch",
    Severity.ERROR,
    since="0.1.0",
    bad=[
        Example("The museum opened on June 8, 1924.", "博物馆于1924年7月8日开放。", "June against July"),
        Example("It was rebuilt in the 1930s.", "它在20世纪40年代重建。", "another decade"),
    ],
    good=[
        Example("The museum opened on June 8, 1924.", "博物馆于1924年6月8日开放。"),
        Example("It was rebuilt in the 1930s.", "它在上世纪三十年代重建。", "the same decade in words"),
        Example("Doors close at 5.30 pm.", "下午五点半关门。", "12 and 24 hours"),
        Example("It may rain.", "可能会下雨。", "a verb, no month"),
    ],
)
def date_mismatch(pair: PairContext) -> Iterator[Hit]:
    """A date, a decade, a century or a time of day is another one in the translation.

    Why: a wrong day or year is believed, and nobody checks it against the original.

    An error where both sides state one and a part that both give differs; a warning where kinds differ.

    Silent: where one side says less than the other (no year, no weekday), where day and month are merely written in
    another order, and wherever the values agree in any reading.
    """
    for difference in differences(pair):
        if difference.calendar and difference.english is not None and difference.chinese is not None:
            yield hit(pair, difference, both_values(difference.english, difference.chinese) + ".", Severity.ERROR)


@pair_rule(
    "DAT002",
    "date-unmatched",
    Severity.WARNING,
    since="0.1.0",
    bad=[Example("The museum opened on June 8, 1924, in a storm.", "博物馆在暴风雨中开放。", "the date is gone")],
    good=[Example("The museum opened in June.", "博物馆于六月开放。")],
)
def date_unmatched(pair: PairContext) -> Iterator[Hit]:
    """A date of one side has no counterpart on the other.

    Why: it was dropped or added.

    At most a warning: dates are often known from the context.

    Silent: as for DAT001; also for dates in words.
    """
    for difference in differences(pair):
        fact = difference.english or difference.chinese
        if difference.calendar and fact is not None and (difference.english is None or difference.chinese is None):
            where = "translation" if (difference.english is None) == (pair.source.lang == "zh") else "source"
            yield hit(pair, difference, f"{both_or_one(fact)} has no counterpart in the {where}.", Severity.WARNING)


RULES: tuple[Rule, ...] = (date_mismatch, date_unmatched)
