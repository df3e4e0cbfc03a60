"""Chinese words with numbers in them and no value: set phrases, names, code, list marks. Nothing firm is found."""

from __future__ import annotations

import pytest

from aligncheck.facts import Facts, Strength

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
下周期
目前天气
之后天气转凉
以前天为父
过去年代
以上月份
证明天数
后天性
青春期
长春市
冬瓜汤
秋千架
夏先生
春节前
上半身
最初
起初
初中生
上月亮
千里马
王五来了
张三李四
七武士
五台山
四环
六一儿童节
三字经
八面玲珑
一波三折
五十步笑百步
说三道四
三人成虎
三里屯
六里桥
十里河
五道口
九死一生
百发百中
百里挑一
千钧一发
万众一心
万无一失
一石二鸟
一箭双雕
一举两得
四平八稳
六亲不认
十全十美
十拿九稳
一日千里
一心一意
一言九鼎
一见钟情
一落千丈
一鸣惊人
一目了然
一无所有
三顾茅庐
举一反三
朝三暮四
颠三倒四
丢三落四
不三不四
横七竖八
四舍五入
万紫千红
半信半疑
事半功倍
一分为二
合二为一
三头六臂
三教九流
四大皆空
千军万马
千言万语
万水千山
两败俱伤
两面三刀
入木三分
狡兔三窟
退避三舍
一鼓作气
三缄其口
四面楚歌
四季如春
五味杂陈
七窍生烟
八九不离十
十万火急
十面埋伏
百年大计
百感交集
百家争鸣
千锤百炼
千疮百孔
万不得已
万人空巷
半壁江山
半路出家
两小无猜
半天没说话
八成是他
一会儿
一旦停电
第一夫人
第二次世界大战
三星手机
电子时代
半辈子
花甲粉
十之八九
五五分
二八佳人
不夜城24小时营业
"""


def _firm(text: str, lang: str) -> list[str]:
    return [fact.text for fact in Facts.of(text, lang) if fact.strength > Strength.WEAK]


@pytest.mark.parametrize("text", CHINESE.splitlines())
def test_chinese_states_nothing(text: str) -> None:
    assert _firm(text, "zh") == []


NO_GAP = """\
买本书
喝杯水
有个人
送束花
这颗星
那座山
每位客人
某名学生
哪辆车
整座城
各种方法
几颗星
颗粒
支持
名字
只要
条件
位置
部分
例如
种类
节约名额
来自名校
来自例如这里
约位于
公约类
属于类风湿
属于类似情况
大约名列前茅
超过座位数
例外
例会
表用
"""


@pytest.mark.parametrize("text", NO_GAP.splitlines())
def test_a_measure_word_that_needs_no_numeral_is_no_gap(text: str) -> None:
    assert "gap" not in [fact.kind for fact in Facts.of(text, "zh")]
