"""What English words round a value say of it: at least, at most, about, a change by or to it; sizes without figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.facts import Fact, Facts, Strength

BOUNDS = """\
at least 5 people => min
not less than 5 => min
no fewer than 12 => min
more than 40% => min
over 300 boats => min
well over 300 boats => min
above 38 °C => min
exceeding 3 km => min
in excess of 5 tonnes => min
upwards of 200 => min
a minimum of two => min
> 5 => min
≥5 => min
>= 5 => min
50+ stalls => min
5 or more people => min
18 and over => min
60 years or older => min
over 60 years old => min
for over 20 years => min
version 2.7 or later => min
at most 3 times => max
at the most 3 => max
no more than 10 days => max
not more than $5 million => max
never more than 4 => max
less than 10 kg => max
fewer than 30 => max
under 18 => max
children under 5 => max
below 10 °C => max
not exceeding 10 kg => max
must not exceed 300 kg => max
does not exceed 3 km => max
no later than 5 pm => max
a maximum of 10 => max
within 30 days => max
3 or fewer => max
10 or less => max
Python 3.9 and older => max
must not be lower than 30 °C => min
may never fall below 5 degrees => min
shall not be less than 3 m => min
must not be later than 5 pm => max
should not be stored above 25 °C => max
cannot be more than 3 m => max
<5% => max
<= 5 => max
5 people =>
up to 10 => max
as many as 60 =>
over 20 years =>
within 5% =>
-> 5 =>
5% more than 3% => ;
rather than 5 =>
no woman is over 60 =>
from 5 to 10 => ;
more than 5 and 10 => min;
"""


@pytest.mark.parametrize("line", BOUNDS.splitlines())
def test_bound(line: str) -> None:
    text, _, expected = line.partition(" =>")
    assert ";".join(fact.bound for fact in Facts.of(text, "en")) == expected.strip()


CHANGES = """\
rose 5% => by
rose by 5% => by
rose by more than 5% => by
a 5% rise => by
up 5% => by
down 3.5% => by
fell by two thirds => by
fell nearly 5% => by
was cut by 5 percentage points => by
an increase of 3.2 million => by
a cut of $5 => by
growth of about 3% => by
20% higher => by
a 3-point drop => by
extended by 3 days => by
fell by a quarter => by
fell by half => by
too clever by half =>
shares gained $5 => by
rose to 5% => to
the fee rose to $5 => to
raised the rate to 3% => to
rose from 3% to 5% => ;to
increased from 20 to 30 million => ;to
shortened to 3 days => to
cut to 10 kg => to
5% of people =>
by 10 people =>
was written by 5 people =>
up to 5% =>
fell below 5% =>
stood at 5% =>
a growth rate of 5% =>
from 5 to 10 => ;
tripled =>
"""


@pytest.mark.parametrize("line", CHANGES.splitlines())
def test_change(line: str) -> None:
    text, _, expected = line.partition(" =>")
    assert ";".join(fact.change for fact in Facts.of(text, "en")) == expected.strip()


SIZES = """\
dozens of boats => 24 99
scores of fans => 40 99
hundreds of boats => 200 999
a few hundred miles => 200 999
several hundred thousand people => 200000 999999
thousands of boats => 2000 99999
a few thousand => 2000 9999
tens of thousands => 20000 99999
hundreds of thousands => 200000 999999
several million => 2000000 9999999
millions of trees => 2000000 99999999
tens of millions => 20000000 99999999
hundreds of millions => 200000000 999999999
100s of cats => 200 999
multi-million deals => 2000000 9999999
"""


@pytest.mark.parametrize("line", SIZES.splitlines())
def test_vague_size(line: str) -> None:
    text, _, expected = line.partition(" => ")
    (fact,) = Facts.of(text, "en")
    assert (fact.kind, fact.strength, fact.role) == ("vague", Strength.WEAK, "plain")
    assert f"{fact.readings[0].value} {fact.readings[0].high}" == expected


@pytest.mark.parametrize("text", ["profits halved", "they halved the fee", "fell by half", "cut by a third"])
def test_halving_is_a_change(text: str) -> None:
    assert Facts.of(text, "en").facts[-1].strength >= Strength.FAIR


@pytest.mark.parametrize("text", ["a halved lemon", "halve the plums lengthwise", "too clever by half"])
def test_halves_that_change_nothing(text: str) -> None:
    assert [fact.strength for fact in Facts.of(text, "en")] == [Strength.WEAK]


def test_scores_and_tens_need_something_counted() -> None:
    assert Facts.of("he scores often", "en").facts == ()
    assert Facts.of("tens and ones", "en").facts == ()


def _only(text: str) -> Fact:
    (fact,) = Facts.of(text, "en")
    return fact


@pytest.mark.parametrize(
    "text",
    ["about 40", "roughly 40", "some 40 boats", "almost 90%", "close to 500", "~50", "as many as 60", "±5"],
)
def test_approximate(text: str) -> None:
    assert _only(text).approx


@pytest.mark.parametrize("text", ["40 boats", "exactly 40", "90%", "it is 40"])
def test_exact(text: str) -> None:
    assert not _only(text).approx


def test_a_bound_belongs_to_the_value_beside_it() -> None:
    first, second = Facts.of("at least 5 men and 7 boats", "en")
    assert (first.bound, second.bound) == ("min", "")


_LEAST = ["at least", "more than", "over", "no less than", "not below", "no fewer than"]
_MOST = ["at most", "less than", "under", "no more than", "not above", "not more than"]


@given(st.integers(3, 10**9), st.sampled_from(_LEAST), st.sampled_from(_MOST), st.sampled_from(["{}", "${}", "{} kg"]))
def test_a_limit_holds_for_any_value(value: int, least: str, most: str, style: str) -> None:
    written = style.format(f"{value:,}")
    assert _only(f"it holds {least} {written} now").bound == "min"
    assert _only(f"it holds {most} {written} now").bound == "max"
    assert _only(f"it holds {written} now").bound == ""


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "In Chinese that is written 250万, not otherwise.", 2_500_000),
        ("en", "They write 1亿 for it.", 100_000_000),
        ("en", "They write 1,250萬 for it.", 12_500_000),
        ("zh", "英文写作 2.5 million，仅此而已。", 2_500_000),
        ("zh", "英文写作3billion。", 3_000_000_000),
    ],
)
def test_a_notation_of_the_other_language_is_read_in_its_manner(lang: str, text: str, value: int) -> None:
    (fact,) = Facts.of(text, lang)
    assert fact.readings[0].value == value
    assert fact.text in text


def test_figures_without_a_chinese_power_are_read_as_before() -> None:
    assert [f.text for f in Facts.of("Chapter 3 万一 and 25 lamps", "en")] == [
        f.text for f in Facts.of("Chapter 3 xx and 25 lamps", "en")
    ]
