"""Chinese words that hold a numeral without stating a number, and words that state one without a numeral."""

from __future__ import annotations

from fractions import Fraction

from aligncheck.model.fact import Kind, Number

_PHRASES = (
    "一些 一样 一般 一直 一起 一定 一切 一下 一旦 一方面 一边 一向 一再 一致 一时 一度 一同 一律 一带 一贯 一并 一番 "
    "一生 一面 一旁 一味 一共 一概 一路 一心 一如 一经 一系列 一身 一道 一会儿 一会 一齐 一块儿 一来 一头 一手 一举 "
    "一阵 一连 一应 一线 一体 一流 一口气 一整 一把 一望 万一 万物 万事 万能 万象 万般 万岁 万圣 万国 万民 万有 万维 "
    "万达 万科 万豪 万历 万福 亿万 千万别 千万不 千万要 千万得 千万莫 千万勿 千万记 千方百计 千篇一律 千变万化 "
    "千千万万 千辛万苦 千家万户 千古 千秋 千禧 千金 千瓦 千米 千克 千卡 千赫 千帕 千丝万缕 百般 百姓 百货 百科 百合 "
    "百叶 百度 百事 百老汇 百慕大 百分比 百分制 百分点 百分数 百分位 百无 百折 百灵 百态 百战 百花 百里 百家 老百姓 "
    "十足 十字 十全 百万富翁 亿万富翁 三明治 三文鱼 三亚 三菱 三国 三体 三藏 三心二意 三番五次 三三两两 三言两语 "
    "三思 三围 三轮车 三昧 三长两短 三氧 三甲 三胞胎 再三 十万八千里 四川 四处 四面八方 四海 "
    "四散 四下里 四下 四分五裂 四通八达 四起 四溢 四射 四邻 五角大楼 五角星 五金 五花八门 五谷 五脏 五颜六色 五湖四海 "
    "五彩 五毛 五体投地 五光十色 五香 五行 六神 六合彩 七夕 七上八下 七手八脚 七嘴八舌 乱七八糟 七七八八 八卦 八方 "
    "八字 八宝 九龙 九州 九霄 九泉 二手 二维 二氧化 二进制 二元 二话 二胡 二叠 二极管 二聚 二甲 二尖瓣 不二 独一无二 "
    "说一不二 略知一二 一五一十 一清二楚 一干二净 数一数二 接二连三 两口子 两难 两极 两性 两可 两全 两栖 两回事 两样 "
    "半斤八两 半岛 半导体 半径 半决赛 半途 半空 半夜 多半 半晌 半点 半身 半辈子 统一 唯一 单一 同一 第一线 不一 专一 "
    "逐一 任一 之一 均一 合一 归一 九牛一毛 七零八落 四五六 零售 零件 零食 零散 零星 零碎 零部件 零钱 零花 凋零 丁零 "
    "零基础 零距离 归零 清零 零和 零下 零上 孤零零 点点 三三 两两 一一 万万 四不像 五四 六四 七七 九一八 一二九 八一 "
    "三八 五一 十一国庆 双十一 百忙 百叶窗 千百 万千 万余 胡说八道 过百 过万 近千 近万 八面玲珑 八面威风 一波三折 "
    "五十步笑百步 三道四 九九归一 三人成虎 三人行必 二八佳人 三字经 六一儿童节 六一节 十一长假 十一黄金周 五四运动 "
    "五卅运动 八一建军节 二七大罢工 七七事变 三八节 双十二 双十节 五台山 三里屯 三元桥 三元里 五道口 六里桥 八里庄 "
    "十里河 十里堡 十里洋场 五棵松 八宝山 九寨沟 八达岭 千岛湖 三门峡 六盘水 九华山 五指山 七里河 九龙坡 十三陵 四环 "
    "五环旗 奥运五环 三九天 三伏天 三陪 三废 三农 三峡 七武士 七剑 九宫格 十字绣 十日谈 百年孤独 万花筒 万圣节 "
    "一鼓作气 二话不说 三缄其口 三从四德 三六九等 三足鼎立 三生有幸 三年五载 三下五除二 四面楚歌 四季如春 五大三粗 "
    "五味杂陈 五雷轰顶 六月飞雪 七窍生烟 七老八十 八斗之才 八九不离十 九五之尊 九霄云外 十年寒窗 十年树木 十万火急 "
    "十面埋伏 百年大计 百年好合 百思不得 百废待兴 百感交集 百川归海 百花齐放 百家争鸣 百依百顺 百尺竿头 百步穿杨 "
    "千里迢迢 千里之行 千里马 千金难买 千刀万剐 千锤百炼 千呼万唤 千疮百孔 千秋万代 千山万水 千叮万嘱 万不得已 "
    "万事俱备 万人空巷 万家灯火 万寿无疆 万籁俱寂 万古长青 万变不离其宗 两小无猜 两袖清风 两肋插刀 半壁江山 半身不遂 "
    "半推半就 半路出家 "
)
NO_NUMBER: frozenset[str] = frozenset(_PHRASES.split())
"""Set phrases, words and vague quantities (上万) that begin with a numeral or hold one and state none."""

ROWS: frozenset[str] = frozenset(phrase for phrase in NO_NUMBER if set(phrase) <= set("一二三四五六七八九"))
"""Those of digits alone: 一一, 五四."""

_WORDS: tuple[tuple[str, tuple[tuple[Kind, Number, str], ...]], ...] = (
    ("双 俩 孪生 两旁 两侧 两边 两岸 两手 二战 往返 双方 彼此", (("number", 2, ""),)),
    ("仨 三角", (("number", 3, ""),)),
    ("百分百", (("percent", 100, ""),)),
    ("翻番 翻倍 加倍 倍增 翻了倍 翻了番", (("multiplier", 2, ""),)),
    ("半打", (("number", 6, ""),)),
    (
        "减半 腰斩",
        (
            ("multiplier", Fraction(1, 2), ""),
            ("fraction", Fraction(1, 2), ""),
        ),
    ),
    ("一半 大半 半数 对半 半", (("fraction", Fraction(1, 2), ""),)),
    ("单", (("number", 1, ""),)),
    ("半百", (("number", 50, ""),)),
    ("三更 三更半夜", (("time", 0, ""),)),
    (
        "半岁 小半年 大半年 半年",
        (
            ("measure", 6, "mo"),
            ("fraction", Fraction(1, 2), ""),
        ),
    ),
    ("半个世纪", (("measure", 50, "y"),)),
    ("半小时 半个小时 半个钟头 半个多小时 半个多钟头", (("measure", 30, "min"),)),
    ("半个多世纪", (("measure", 50, "y"),)),
    ("半年多 半年来", (("measure", 6, "mo"),)),
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
    ("午夜", (("time", 0, ""),)),
    ("首", (("ordinal", 1, ""),)),
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
_AGES = {"而立": 30, "不惑": 40, "知天命": 50, "花甲": 60, "古稀": 70, "弱冠": 20, "半百": 50, "耄耋": 80}
_AGED: dict[str, tuple[tuple[Kind, Number, str], ...]] = {
    form: (("measure", age, "y"), ("number", age, ""))
    for word, age in _AGES.items()
    for form in (f"{word}之年", f"{word}老人", *(f"年{verb}{word}" for verb in "过近逾届方满"))
} | dict.fromkeys(("年方二八", "二八年华", "二八芳龄"), (("measure", 16, "y"),))
"""Ages by their old names: 而立之年, 年过花甲."""

WORDS: dict[str, tuple[tuple[Kind, Number, str], ...]] = {
    word: readings for words, readings in _WORDS for word in words.split()
} | _AGED
"""Word → what it may mean as (kind, value, unit). All are weak but for the multipliers."""
