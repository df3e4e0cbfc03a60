"""Speed of reading and judging values: no expression makes either slow, however long it gets."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator

import pytest

from aligncheck.checks.numbers.judge import judge
from aligncheck.facts import Facts
from aligncheck.model.text import Lang

RUNS = "一二三四五六七八九|1234567890|one two three |1,1,1,|1-1-1|万亿|%%%%|:::|1/1/1|第第第|分之".split("|")

UNITS = "1|1.|1 |1万|1万2千|一到|第1章|1年|1月1日|百分之|半|~1|、1|1:|½|$1|v1|1岁|周|初|(|1(|` |<|(1) |1%".split("|")
UNITS += "May |one |twenty-|one hundred and |12:|1/2/|1'|half a |million |10^".split("|")

PILES = [
    ("(1) ", "(2) "), ("", "1, "), ("5 kg, ", "5公斤、"), ("on 1 May, ", "5月2日、"), ("Table 2, ", "表三、"),
    ("first, ", "第三、"), ("five boats, ", ""),
]  # fmt: skip
SLOW_PILES = [
    ("5 kg, ", "5米、", 4000), ("$5, ", "8元、", 4000), ("1, 2, ", "第、", 2500), ("5 kg, ", "", 10000),
    ("12:30, ", "3点半、", 10000), ("[27], ", "[28]、", 20000),
]  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def _only_own_garbage() -> Iterator[None]:
    """Keep what other tests left in memory out of the times."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def repeated(unit: str, size: int) -> str:
    return unit * (size // max(len(unit), 1))


def seconds(work: Callable[[], object]) -> float:
    """What the work takes of this process, whatever else the machine does."""
    start = time.process_time()
    work()
    return time.process_time() - start


def assert_linear(work: Callable[[int], float], size: int, attempts: int = 6) -> None:
    """Five times the text takes less than eight times as long; too short a time, or a bad moment, proves nothing."""
    for _ in range(attempts):
        whole = work(size)
        if whole < 0.04 or whole < 8 * work(size // 5):
            return
    pytest.fail("time grows faster than the text")


@pytest.mark.parametrize("unit", RUNS)
def test_a_long_run_is_read_and_judged_in_time(unit: str) -> None:
    """100 kB take 2 s on an idle core; anything quadratic would take minutes."""
    text = repeated(unit, 100_000)
    start = time.process_time()
    english = Facts.of(text, "en")
    middle = time.process_time()
    chinese = Facts.of(text, "zh")
    end = time.process_time()
    assert max(middle - start, end - middle) < 30
    assert seconds(lambda: judge(english, chinese)) < 30


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_reading_takes_linear_time(unit: str, lang: Lang) -> None:
    assert_linear(lambda size: seconds(lambda: Facts.of(repeated(unit, size), lang)), 4000)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_reading_a_long_row_of_groups_takes_linear_time(lang: Lang) -> None:
    assert_linear(lambda size: seconds(lambda: Facts.of(repeated(",000", size), lang)), 10_000)


def judging(english: str, chinese: str, size: int) -> float:
    one, other = Facts.of(repeated(english, size), "en"), Facts.of(repeated(chinese, size), "zh")
    return seconds(lambda: judge(one, other))


@pytest.mark.parametrize(("english", "chinese"), PILES)
def test_judging_takes_linear_time(english: str, chinese: str) -> None:
    assert_linear(lambda size: judging(english, chinese, size), 10_000)


@pytest.mark.parametrize(("english", "chinese", "size"), SLOW_PILES)
def test_judging_many_left_over_values_takes_linear_time(english: str, chinese: str, size: int) -> None:
    assert_linear(lambda size: judging(english, chinese, size), size)
