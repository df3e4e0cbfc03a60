"""Chinese words that hold a numeral without stating a number, and words that state one without a numeral."""

from __future__ import annotations

from fractions import Fraction

from aligncheck.model.fact import Kind, Number

_PHRASES = (
    "一些 一样 一般 一直 一起 一定 一切 一下 一旦 一方面 一边 一向 一再 一致 一时 一度 "
    "一同 一律 一带 一贯 一并 一番 一生 一面 一旁 一味 一共 一概 一路 一心 一如 一经 "
    "一系列 一身 一道 一会儿 一会 一齐 一块儿 一来 一头 一手 一举 一阵 一连 一应 一线 一体 "
    "一流 一口气 一整 一把 一望 万一 万物 万事 万能 万象 万般 万岁 万圣 万国 万民 万有 "
    "万维 万达 万科 万豪 万历 万福 亿万 千万别 千万不 千万要 千万得 千万莫 千万勿 千万记 "
    "千方百计 千篇一律 千变万化 千千万万 千辛万苦 千家万户 千古 千秋 千禧 千金 千瓦 千米 千克 "
    "千卡 千赫 千帕 千丝万缕 百般 百姓 百货 百科 百合 百叶 百度 百事 百老汇 百慕大 百分比 "
    "百分制 百分点 百分数 百分位 百无 百折 百灵 百态 百战 百花 百里 百家 老百姓 十足 十字 "
    "十全 百万富翁 亿万富翁 三明治 三文鱼 三亚 三星 三菱 三国 三体 三藏 三心二意 三番五次 "
    "三三两两 三言两语 三思 三围 三轮车 三昧 三更 三长两短 三氧 三甲 三胞胎 再三 十万八千里 "
    "十有八九 十之八九 四川 四处 四面八方 四海 四散 四下里 四下 四分五裂 四通八达 四起 四溢 "
    "四射 四邻 五角大楼 五角星 五金 五花八门 五谷 五脏 五颜六色 五湖四海 五彩 五毛 五体投地 "
    "五光十色 五香 五行 六神 六合彩 七夕 七上八下 七手八脚 七嘴八舌 乱七八糟 七七八八 八卦 "
    "八方 八字 八宝 九龙 九州 九霄 九泉 二手 二维 二氧化 二进制 二元 二话 二胡 二叠 二极管 "
    "二聚 二甲 二尖瓣 不二 独一无二 说一不二 略知一二 一五一十 一清二楚 一干二净 数一数二 "
    "接二连三 两口子 两难 两极 两性 两可 两全 两栖 两回事 两样 半斤八两 半岛 半导体 半径 "
    "半决赛 半途 半空 半夜 多半 半晌 半点 半身 小半 统一 唯一 单一 同一 第一线 不一 专一 "
    "逐一 任一 之一 均一 合一 归一 九牛一毛 七零八落 四五六 零售 零件 零食 零散 零星 零碎 "
    "零部件 零钱 零花 凋零 丁零 零基础 零距离 归零 清零 零和 零下 零上 孤零零 点点 三三 "
    "两两 一一 万万 四不像 五四 六四 七七 九一八 一二九 八一 三八 五一 十一国庆 双十一 百忙 "
    "百叶窗 千百 万千 万余 成千上万 成百上千 数以千计 数以万计 数以百计 胡说八道 过百 过万 "
    "近千 近万 "
)
NO_NUMBER: frozenset[str] = frozenset(_PHRASES.split())
"""Set phrases, words and vague quantities (上万) that begin with a numeral or hold one and state none."""

_WORDS: tuple[tuple[str, tuple[tuple[Kind, Number, str], ...]], ...] = (
    ("双 俩 孪生 两旁 两侧 两边 两岸 两手 二战 往返 双方 彼此", (("number", 2, ""),)),
    ("仨 三角", (("number", 3, ""),)),
    ("百分百", (("percent", 100, ""),)),
    ("翻一番 翻了一番 翻番 翻倍 加倍 倍增 翻了倍", (("multiplier", 2, ""),)),
    ("翻两番 翻了两番", (("multiplier", 4, ""),)),
    ("翻三番 翻了三番", (("multiplier", 8, ""),)),
    (
        "减半",
        (
            ("multiplier", Fraction(1, 2), ""),
            ("fraction", Fraction(1, 2), ""),
        ),
    ),
    ("一半 大半 半数 对半 半", (("fraction", Fraction(1, 2), ""),)),
    ("元年 单", (("number", 1, ""),)),
    (
        "半年",
        (
            ("measure", 6, "mo"),
            ("fraction", Fraction(1, 2), ""),
        ),
    ),
    ("半个世纪", (("measure", 50, "y"),)),
    ("半小时 半个小时 半个钟头", (("measure", 30, "min"),)),
    (
        "半天",
        (
            ("measure", 12, "h"),
            ("fraction", Fraction(1, 2), ""),
        ),
    ),
    (
        "半个月",
        (
            ("measure", 15, "d"),
            ("measure", 2, "wk"),
        ),
    ),
    ("正午 中午", (("time", 720, ""),)),
    ("午夜 零点", (("time", 0, ""),)),
    ("首", (("ordinal", 1, ""),)),
    ("次日", (("ordinal", 2, ""),)),
    ("四面 四方 四围 四周 四季 四肢 四壁", (("number", 4, ""),)),
    ("每天 每日", (("measure", 1, "d"),)),
    ("每周", (("measure", 1, "wk"),)),
    ("每月", (("measure", 1, "mo"),)),
    ("每年", (("measure", 1, "y"),)),
    ("每小时", (("measure", 1, "h"),)),
    ("五官", (("number", 5, ""),)),
    ("全天候 昼夜", (("measure", 24, "h"),)),
    ("一刻", (("measure", 15, "min"),)),
    ("三刻", (("measure", 45, "min"),)),
    ("季度", (("measure", 1, "qtr"),)),
)
WORDS: dict[str, tuple[tuple[Kind, Number, str], ...]] = {
    word: readings for words, readings in _WORDS for word in words.split()
}
"""Word → what it may mean as (kind, value, unit). All are weak but for the multipliers."""
