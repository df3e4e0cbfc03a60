"""Laws of the number rules: one value in two languages is silent, another fires, and nothing else matters to that."""

from __future__ import annotations

from fractions import Fraction

import pytest
from facts_renderers import decimal
from facts_sayings import Saying
from facts_strategies import SAYINGS, UNIT_WORDS, carriers
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pair_builder import findings

from aligncheck.checks._rule import Evidence, Hit
from aligncheck.checks.numbers.judge import Verdict, judge
from aligncheck.facts import Facts
from aligncheck.facts.units import DIMENSION, converts, same_unit, to_base

_CALENDAR = "date day month year decade century time weekday relative term".split()


def verdicts(english: str, chinese: str) -> tuple[Verdict, ...]:
    return judge(Facts.of(english, "en"), Facts.of(chinese, "zh"))


def outline(english: str, chinese: str) -> list[tuple[str, str, str]]:
    """What fires on a pair: the codes and the expressions."""
    return [
        (verdict.code, verdict.english.text if verdict.english else "", verdict.chinese.text if verdict.chinese else "")
        for verdict in verdicts(english, chinese)
    ]


def said(data: st.DataObject, kind: str, english: Saying, chinese: Saying) -> tuple[str, str]:
    """Two values of a kind, each in some rendering, in sentences that say the same of them."""
    one, other = data.draw(st.sampled_from(carriers(kind)))
    written = data.draw(st.sampled_from(english.english)), data.draw(st.sampled_from(chinese.chinese))
    return one.replace("{}", written[0]), other.replace("{}", written[1])


@pytest.mark.parametrize("kind", SAYINGS)
def test_the_same_value_is_silent(kind: str) -> None:
    @settings(max_examples=25, deadline=None)
    @given(SAYINGS[kind], st.data())
    def law(saying: Saying, data: st.DataObject) -> None:
        english, chinese = said(data, kind, saying, saying)
        assert outline(english, chinese) == [], (english, chinese)

    law()


@pytest.mark.parametrize("kind", SAYINGS)
def test_another_value_fires(kind: str) -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
    @given(SAYINGS[kind], SAYINGS[kind], st.data())
    def law(saying: Saying, other: Saying, data: st.DataObject) -> None:
        assume(saying.readings != other.readings and not _may_stand_for(saying, other))
        english, chinese = said(data, kind, saying, other)
        found = outline(english, chinese)
        assert found, (english, chinese)
        family = "DAT" if kind.split()[0] in _CALENDAR else "NUM"
        assert {code[:3] for code, _, _ in found} <= {family, "DAT" if kind == "fiscal year" else family}, found

    law()


def _may_stand_for(a: Saying, b: Saying) -> bool:
    """Whether two unlike values are rightly no fault.

    Days and weeks counted from today, and seasons and quarters, are rendered in one another's terms; twelve o'clock is
    noon and midnight. A range may be meant by one value that its ends make up: the parts of a length, a share of the
    whole.
    """
    first, second = a.readings[0], b.readings[0]
    if {first.value, second.value} == {0, 720} and first.kind == second.kind == "time":
        return True
    if first.unit == second.unit == "qtr" and {first.value, second.value} == {1, 3}:
        return True  # see test_another_value_fires_not_yet
    if first.kind in ("relative", "term"):
        return first.unit != second.unit and a.readings[1:] == b.readings[1:]
    return len(a.readings) == 2 and (_make_up(a, b) or _make_up(b, a))


def _make_up(parts: Saying, whole: Saying) -> bool:
    low, high = (Fraction(reading.value) for reading in parts.readings)
    for reading in whole.readings:
        worth = Fraction(reading.value)
        if abs(low + high - worth) <= worth / 40 or worth / 100 in (low / high, high / low):
            return True
    return False


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("One of the keepers left.", "三名看守人走了。"),
        ("Both sisters came.", "三姐妹都来了。"),
        ("The first thing is to rest.", "第三要休息。"),
        ("Once it rained for a while.", "下过三次雨。"),
        ("Dozens of boats sank.", "数百艘船沉没。"),
        ("It lasted a decade.", "持续了二十年。"),
        ("Chapter IV is long.", "第五章很长。"),
        ("It rained on Monday.", "昨天刮过风。"),
    ],
)
def test_weak_values_never_fire(english: str, chinese: str) -> None:
    """Articles, first and once, vague sizes, words that imply a number, romans: they may match, that is all."""
    assert Facts.of(english, "en").facts
    assert Facts.of(chinese, "zh").facts
    assert outline(english, chinese) == []


def _measured(english: str, chinese: str) -> tuple[str, str]:
    return f"The meter showed {english}, said Ann.", f"安说，仪表显示为{chinese}。"


def _words(code: str, english: str, chinese: str) -> tuple[str, str]:
    one, other = UNIT_WORDS[code]
    return _measured(f"{english} {one}", f"{chinese}{other}")


@settings(max_examples=80, deadline=None)
@given(st.integers(3, 20000), st.sampled_from(sorted(UNIT_WORDS)), st.sampled_from(sorted(UNIT_WORDS)))
def test_another_unit_fires(value: int, code: str, other: str) -> None:
    assume(not same_unit(code, other) and not converts(value, code, value, other))
    english, chinese = _measured(f"{value:,} {UNIT_WORDS[code][0]}", f"{value}{UNIT_WORDS[other][1]}")
    assert [found[0] for found in outline(english, chinese)] == ["NUM006"], (english, chinese)


@settings(max_examples=25, deadline=None)
@given(st.integers(3, 20000), st.sampled_from(sorted(UNIT_WORDS)))
def test_the_same_unit_is_silent(value: int, code: str) -> None:
    english, chinese = _words(code, f"{value:,}", str(value))
    assert outline(english, chinese) == [], (english, chinese)


def _converted(value: int, code: str, other: str) -> Fraction:
    """The exact value in the other unit."""
    base, zero, one = to_base(value, code), to_base(0, other), to_base(1, other)
    assert base is not None and zero is not None and one is not None  # noqa: PT018
    return (base - zero) / (one - zero)


def _ratio(code: str, other: str) -> Fraction:
    return _converted(1, code, other) - _converted(0, code, other)


_TOGETHER = [
    (code, other)
    for code in UNIT_WORDS
    for other in UNIT_WORDS
    if code != other and DIMENSION[code] == DIMENSION[other] and Fraction(1, 2000) < _ratio(code, other) < 2000
]


@settings(max_examples=80, deadline=None)
@given(st.integers(3, 999), st.integers(0, 2), st.sampled_from(_TOGETHER))
def test_conversions_are_silent_to_the_precision_shown(head: int, zeros: int, units: tuple[str, str]) -> None:
    value = head * 10**zeros
    exact = _converted(value, *units)
    # Rounded to the first place that is within a fiftieth.
    shown = next(r for n in range(9) if abs((r := round(exact, n)) - exact) <= abs(exact) / 50)
    assume(shown > 0)
    english, chinese = _measured(f"{value:,} {UNIT_WORDS[units[0]][0]}", f"{decimal(shown)}{UNIT_WORDS[units[1]][1]}")
    assert outline(english, chinese) == [], (english, chinese)


@settings(max_examples=60, deadline=None)
@given(st.integers(3, 999), st.sampled_from(_TOGETHER), st.sampled_from([Fraction(3, 4), Fraction(3, 2), Fraction(5)]))
def test_wrong_conversions_fire(value: int, units: tuple[str, str], error: Fraction) -> None:
    exact = _converted(value, *units) * error
    shown = next(r for n in range(9) if abs((r := round(exact, n)) - exact) <= abs(exact) / 50)
    assume(shown > 0 and DIMENSION[units[0]] != "temperature")
    english, chinese = _measured(f"{value:,} {UNIT_WORDS[units[0]][0]}", f"{decimal(shown)}{UNIT_WORDS[units[1]][1]}")
    assert outline(english, chinese), (english, chinese)


BEFORE = [
    ("", ""),
    ("It was raining. ", "下着雨。"),
    ("The keeper, a quiet man, wrote home: ", "沉默寡言的管理员写信回家："),
    ("“We are late,” she said. ", "“我们迟到了。”她说。"),
    ("Salt, rope and tar were dear then. " * 6, "那时盐、绳索和焦油都很贵。" * 6),
]
AFTER = [
    ("", ""),
    (" Nobody knew why.", "没人知道原因。"),
    (" The gulls cried over the harbour.", "海鸥在港口上空鸣叫。"),
    (" So it goes (as they say).", "就是这样（如人们所说）。"),
]


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """One to three sentences, most of them true to the original and some not."""
    english, chinese = [], []
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(sorted(SAYINGS)))
        saying = draw(SAYINGS[kind])
        other = draw(SAYINGS[kind]) if draw(st.integers(0, 2)) == 0 else saying
        one, two = draw(st.sampled_from(carriers(kind)))
        english.append(one.replace("{}", draw(st.sampled_from(saying.english))))
        chinese.append(two.replace("{}", draw(st.sampled_from(other.chinese))))
    return " ".join(english), "".join(chinese)


def at_fault(english: str, chinese: str) -> list[str]:
    return sorted(one for _, one, _ in outline(english, chinese))


@settings(max_examples=80, deadline=None)
@given(texts(), st.sampled_from(BEFORE), st.sampled_from(AFTER))
def test_text_without_values_changes_nothing(
    pair: tuple[str, str], before: tuple[str, str], after: tuple[str, str]
) -> None:
    """The same English values are at fault. What one that is said again is set against may change with the places."""
    assert at_fault(*(x + y + z for x, y, z in zip(before, pair, after, strict=True))) == at_fault(*pair)


@settings(max_examples=60, deadline=None)
@given(texts(), st.sampled_from(BEFORE), st.sampled_from(AFTER), st.booleans())
def test_text_without_values_on_one_side_wakes_nothing(
    pair: tuple[str, str], before: tuple[str, str], after: tuple[str, str], english: bool
) -> None:
    one, other = pair
    longer = (before[0] + one + after[0], other) if english else (one, before[1] + other + after[1])
    assert bool(outline(*longer)) == bool(outline(*pair))


def _places(hit: Hit, *, swapped: bool) -> tuple[object, ...]:
    def spans(evidence: tuple[Evidence, ...]) -> list[tuple[int, int]]:
        return [(piece.start, piece.end) for piece in evidence]

    english, chinese = (hit.target, hit.source) if swapped else (hit.source, hit.target)
    return spans(english), spans(chinese), hit.confidence, hit.severity


@settings(max_examples=50, deadline=None)
@given(texts())
def test_it_does_not_matter_which_language_is_the_source(pair: tuple[str, str]) -> None:
    forth = [(code, _places(hit, swapped=False)) for code, hit in findings(*pair)]
    back = [(code, _places(hit, swapped=True)) for code, hit in findings(*pair, source="zh")]
    assert forth == back


FIGURES = st.one_of(
    st.integers(0, 10**9).map(str),
    st.integers(0, 10**9).map("{:,}".format),
    st.integers(0, 9999).map(lambda value: f"{value // 100}.{value % 100:02d}"),
    st.integers(0, 100).map("{}%".format),
    st.integers(1, 99).map("-{}".format),
    st.integers(1, 999).map("${}".format),
    st.integers(1, 99).map("({})".format),
    st.integers(1, 99).map("[{}]".format),
    st.builds("{}:{:02d}".format, st.integers(0, 23), st.integers(0, 59)),
    st.builds("{}-{:02d}-{:02d}".format, st.integers(1900, 2050), st.integers(1, 12), st.integers(1, 28)),
    st.builds("{}/{}/{}".format, st.integers(1, 12), st.integers(1, 28), st.integers(1990, 2030)),
    st.builds("{}.{}.{}".format, st.integers(0, 9), st.integers(0, 9), st.integers(0, 20)),
    st.builds("{}-{}".format, st.integers(1, 60), st.integers(61, 99)),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(FIGURES, min_size=1, max_size=5), st.sampled_from([" ", ", ", "; ", " / ", " | ", "\t", "、", " = "]))
def test_a_row_of_figures_agrees_with_itself(row: list[str], between: str) -> None:
    text = between.join(row)
    assert outline(text, text) == []


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="0123456789 .,", max_size=16))
def test_any_heap_of_figures_agrees_with_itself(text: str) -> None:
    assert outline(text, text) == []


@pytest.mark.xfail(reason="one side reads more or less than the other", strict=True)
@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("As shown before [4-9], it holds.", "如前所述[4-9]，成立。"),
        ("He ran it in 1:43.02 again.", "他又跑出了1:43.02。"),
        ("They felled two to three hundred thousand trees.", "他们砍了20万到30万棵树。"),
        ("It holds 3m² of glass.", "它有3平方米玻璃。"),
        ("It took three weeks.", "花了三星期。"),
        ("The trams returned in the 1910s.", "有轨电车于二十世纪一十年代恢复运行。"),
    ],
)
def test_the_same_value_is_not_silent_yet(english: str, chinese: str) -> None:
    assert outline(english, chinese) == []


@pytest.mark.xfail(
    reason="ends of one unit count as parts of a sum, per cents as parts of a share, a quarter as three months",
    strict=True,
)
@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("The ridge is 11 to 35 kilometres away.", "山脊距此四十六到五十四公里。"),
        ("The mill closed in the third quarter of 1990.", "磨坊于1990年第一季度关闭。"),
        ("The share fell from 32% to 8%.", "份额从百分之二十五降到百分之二十二。"),
    ],
)
def test_another_value_fires_not_yet(english: str, chinese: str) -> None:
    assert outline(english, chinese)
