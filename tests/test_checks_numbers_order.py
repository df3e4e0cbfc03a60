"""Values that have changed places inside a sentence: found by their company, silent where only the order differs."""

from __future__ import annotations

import pytest
from pair_builder import codes, findings


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("The school has 14 teachers and 230 pupils.", "这所学校有230名教师和14名学生。"),
        ("The red boat carries 60 passengers and the blue boat 85.", "红船载客85人，蓝船载客60人。"),
        ("Rents rose from 400 to 650 euros.", "租金从650欧元涨到400欧元。"),
        ("Rents rose to 650 euros from 400 euros.", "租金从650欧元涨到400欧元。"),
        ("Soak 3 kg of rice in 8 litres of water.", "用3升水浸泡8公斤大米。"),
        ("The table is 180 cm long and 75 cm wide.", "桌子长75厘米，宽180厘米。"),
    ],
)
def test_swapped_values_are_found(en: str, zh: str) -> None:
    assert codes(en, zh) == ["NUM008"]


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("The school has 14 teachers and 230 pupils.", "这所学校有230名学生和14名教师。"),
        ("They repaired 3 of the 12 locks.", "12把锁中他们修好了3把。"),
        ("One in 40 wells, or 25 in all, ran dry.", "共有25口井干涸，占40分之一。"),
        ("Version 3.2 is faster compared to 3.1.", "与3.1版相比，3.2版更快。"),
        ("Rents rose to 650 euros from 400 euros.", "租金从400欧元涨到650欧元。"),
        ("The table is 180 cm long and 75 cm wide.", "桌子宽75厘米，长180厘米。"),
        ("The score was 3 to 5.", "比分是5比3。"),
        ("Ward A has 12 beds and ward B 15.", "A病房有12张床，B病房有15张。"),
    ],
)
def test_another_order_is_silent(en: str, zh: str) -> None:
    assert "NUM008" not in codes(en, zh)


def test_both_values_are_underlined_on_both_sides() -> None:
    [(code, hit)] = findings("The school has 14 teachers and 230 pupils.", "这所学校有230名教师和14名学生。")
    assert code == "NUM008"
    assert [(e.start, e.end) for e in hit.source] == [(15, 17), (31, 34)]
    assert [e.value for e in hit.target] == ["230", "14"]
    assert hit.message == "14 and 230 have changed places."


def test_a_table_of_values_is_left_alone() -> None:
    english = ", ".join(f"{n} lamps" for n in range(20, 40))
    chinese = "、".join(f"{n}盏灯" for n in reversed(range(20, 40)))
    assert codes(english, chinese) == []
