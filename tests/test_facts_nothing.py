"""Words with numbers in them that state no value: set phrases, names, code, list marks. Nothing firm may be found."""

from __future__ import annotations

import pytest

from aligncheck.facts import Facts, Strength
from aligncheck.model.text import Mark

ENGLISH = """\
May I come in?
She may march on.
Put one's faith in it.
one another
no one knew
hundreds of boats
dozens of letters
a few hundred miles
several thousand people
many millions
the first thing
a second thought
wait a second
at first sight
both of them
a couple of hours
half asleep
twin towers
a single cause
once upon a time
multi-million pound deal
`x = 42`
see https://example.org/2019/06/08
write to a1@b2.org
<td colspan="3">
``range(10)``
&#8212;
a quarter past
zero tolerance
the zeroth law
sun and sea
sat down
the august body
secondly
in the thirties
a dual role
twice shy
double bass
binary search
a decade
the next century
tennis
often
weighty
someone
everyone
alone
phone
stone
bone
attention
tension
freight
height
lent
onset
nineties music
two
one day
24/7
100% sure
COVID-19
H1N1
GPT-4
utf8
x86
(1) the wharf
(2) the mill
1. The wharf
2) The mill
1.2.3.4
v2
World War II
Wang Er
v1.2
by and by
won over
Mars
decent
third world
two and two together
seven days a week
"""

CHINESE = """\
万一下雨
千万别忘
四处走走
四周无人
二手车
一些人
一样
一般来说
一直
十分美丽
五花八门
七上八下
乱七八糟
三心二意
千方百计
四面八方
内陆
队伍
捌角亭旁
王二
李四
二氧化碳
三明治
四川
九龙
百姓
老百姓
万物
千米
千瓦
亿万富翁
统一
唯一
单一
之一
不一
再三
两口子
两者
两人
两国
俩人
二人
双方
一个
一次
一年
一天
第一
第二
首先
半夜
半径
一半
数百万
几十年
上千人
成千上万
数以百计
零食
零售
零件
星期天气
周边
百分比
百货公司
百科全书
万能
千古
十字路口
十足
八卦
七夕
五金
三角形
胡说八道
独一无二
一清二楚
接二连三
数一数二
`x = 42`
见https://example.org/2019
``range(10)``
COVID-19
H1N1病毒
（1）码头
1. 码头
2）磨坊
一、码头
三、磨坊
二进制
十六进制
二次销售
二类
不祥之兆
一下
一点也不
点点头
成为
打折扣
时间
日本
月亮
年轻
元素
数十人
几百艘
打开门
"""


def _firm(text: str, lang: str) -> list[str]:
    return [fact.text for fact in Facts.of(text, lang) if fact.strength > Strength.WEAK]


@pytest.mark.parametrize("text", ENGLISH.splitlines())
def test_english_states_nothing(text: str) -> None:
    assert _firm(text, "en") == []


@pytest.mark.parametrize("text", CHINESE.splitlines())
def test_chinese_states_nothing(text: str) -> None:
    assert _firm(text, "zh") == []


@pytest.mark.parametrize("kind", ["code", "math", "html", "image", "placeholder"])
def test_nothing_is_read_inside_markup(kind: str) -> None:
    mark = Mark(kind, 4, 12)  # type: ignore[arg-type]
    assert _firm("Run sleep 30 now", "en") == ["30"]
    assert [fact.text for fact in Facts.of("Run sleep 30 now", "en", [mark])] == []


def test_an_unknown_language_has_no_values() -> None:
    assert Facts.of("48 Züge", "de").facts == ()
