"""How Chinese characters sound when they write foreign names, and which characters do that work.

The classes of sounds are those of ``lang/en/sounds.py``: a Chinese syllable is an initial, which stands for consonants
of a name, a vowel quality, and perhaps a nasal.
"""

from __future__ import annotations

from functools import cache

_ONSETS = {
    "b": "b0 p4 v4 f6 w6", "p": "p0 b3 f6", "m": "m0 n6", "f": "f0 v1 w3 T5 H6 p6 h5", "d": "d0 t2 T2 j6",
    "t": "t0 d2 T0 C5", "n": "n0 m6 l6", "l": "l0 r0", "g": "C4 g0 G0 k3 H1 K5 j5", "k": "k0 C1 g3 K0 H4 G6 Q3 q0",
    "h": "h0 C2 K0 j2 G3 g3 H2 w2 k5 x3 f6", "j": "G0 j0 k1 g1 Z1 d4 z3 C3 y4 Q4 S5",
    "q": "C0 Q2 q0 k3 t4 z3 S4 j3 Z4 s5", "x": "K2 T2 S0 s0 Q1 h1 C2 x1 z2 Z3 j4 G4", "zh": "j0 G0 Z0 z1 y3 C3 d4 t5",
    "ch": "C0 k6 t3 Q4 S4 j4 z5", "sh": "S0 s1 C2 j4 G5 Z3 Q3 x3 z4", "r": "r0 z4 j2 Z1 G2 y3 l4",
    "z": "z0 s2 j3 Z2 d4 Q3 x1 T3", "c": "z1 Q1 C3 s3 t4 k6 Z5", "s": "s0 T1 Q1 z1 S3 x2 C4 Z4",
    "w": "g4 v0 w0 f5 h5 H5 u0 o2 b6", "y": "j0 y0 G3 i0 e3 g5 l5 h4 x4 r6", "er": "l0 r0",
    "": "h4 H3 w5 v6 y4 j5 g6",
}  # fmt: skip
"""Initial → the sounds of a name that it may stand for, with what each costs, in tenths."""

_FINALS = {
    "a": "a0 @2 o3 e4 ia3 au3 ua3 ai3 ei5", "o": "o0 @0 ou0 u2 e3 a4 au2", "e": "@0 e0 ie2 u3 i3 a4 o3 ei2 ue3",
    "ai": "ai0 ei1 e1 a2 i3 @4 oi4", "ei": "ei0 e0 i2 ai1 @2 a3 ue2 uei2 ui3", "ao": "au0 o0 ou1 a3 @5 u5 io3",
    "ou": "ou0 o0 u2 au3 iou2", "i": "i0 e2 @2 ei3 ai4 ie2 iu5 ui2 ia4", "~": "@0 i0 u3 e3",
    "u": "u0 ou0 o2 @2 iu1 a5 au4 uo3", "v": "u0 iu0 i3 ui2 eu1 @4", "ia": "ia0 a0 ai3 e4 @3 aia1 ei4",
    "ie": "e0 ie0 i3 ei1 @2 ia3 a4 ai4", "iao": "au0 o0 io0 ou1 iau0 a5 u5", "iu": "iu0 u0 ou1 eu0 io2 o3 iou0",
    "ua": "ua0 a0 o3 @3", "uo": "o0 ou1 u2 a2 au1 uo0 ua3 @3 e4", "ui": "ui0 uei0 ei1 i1 e1 ue0 uai3",
    "uai": "uai0 ai0 uei2 i2 e3", "ue": "ue0 e1 o2 io1 ie2", "er": "@0 a2 o3 e1 u4 i3", "yue": "o0 io0 au1 u2 e3",
    "ya": "a0 ia0 ai2 @2 e3 ie3", "ye": "e0 ie0 ia3 ei1 i3 @3", "yao": "au0 o1 io1", "you": "u0 iu0 iou0 o4 @4",
    "yu": "u1 iu0 i2 ui1", "wo": "o0 a1 ou1 @0 au0 ua3 uo0 u3", "wa": "a0 ua0 o2 @3",
    "wei": "e0 i0 ei0 ue0 ui0 uei0 @2 a4", "wai": "ai0 i1 ei1", "wu": "u0 o2 @2 ou1", "an": "a0 e2 @1 o3 ai4 ei4",
    "en": "@0 e0 a2 i2 o2 u2 ie4 ei4", "in": "i0 e2 @1 ie2 ia4 a5 ei4", "ang": "a0 o1 @1 u2 au2 ou3",
    "eng": "@0 e0 o1 u2 i3 a3 ou3", "ing": "i0 e2 @2 ie2 ai4", "ong": "o0 u0 @1 a3 ou2",
    "un": "u0 @0 o0 e1 ue1 a3 i3 ui3", "ian": "e0 a1 @1 ia0 ie0 i2 ai5", "iang": "a0 ia0 o2", "iong": "u0 iu0 o1",
    "uan": "ua0 a0 o1 @3 u3", "uang": "ua0 a0 o1", "vn": "u1 i1 @2", "van": "ua1 a2 e2 @3",
    "yan": "a0 e1 ia0 @2 ie0 i3", "yang": "a0 ia0 u1 iou1 o2 ou2", "yong": "u0 iu0 o1 iou1 ou1", "yun": "u1 iu1 i2",
    "yuan": "ua1 a3 @3 e4 ia4", "wan": "a0 ua0 @2 o2 e3", "wen": "e0 i0 @1 ue0 a3", "wang": "a0 o0 ua0",
    "weng": "o0 u0 @1 a3",
}  # fmt: skip
"""Final → the vowel qualities it may stand for, with what each costs, in tenths. ``~`` is the vowel of si, zhi."""

CLUSTERS = {"c": 0.0, "q": 0.2, "z": 0.1, "ch": 0.2, "j": 0.3, "zh": 0.3, "s": 0.4}
"""Initials that may stand for ts and dz together, with what it costs."""

_BARE = """b0 bu0 pu0 fu0 te0 de0 ke0 ge0 he0 si0 ci0 zi0 shi0 chi2 zhi2 qi1 ji2 er0 mu0 le2 lu4 gu3 ku3 hu4 se3 ze3 xi3
    wu3 en0 yin3 che3 zhe3 du4 tu4 ni4 li5 ne4 e4 su4 po3 bo5 mo5 wei6 fo5"""
BARE = {item[:-1]: int(item[-1]) / 10 for item in _BARE.split()}
"""Syllables that may stand for a consonant without a vowel, with what it costs."""

_VOWEL_FIRST = {"wu": 0.0, "yi": 0.0, "yin": 0.0, "ying": 0.0, "wo": 0.1, "wa": 0.25, "yue": 0.3}


def vowel_first(syllable: str) -> float | None:
    """Cost of taking a syllable, perhaps with a y or w, for one that begins with its vowel; None when it cannot."""
    if syllable[:1] in ("y", "w"):
        return _VOWEL_FIRST.get(syllable, 0.2)
    return 0.0 if syllable[:1] in ("a", "e", "o") and syllable != "er" else None


_FOREIGN = """斯 姆 娜 莎 妮 莉 娅 玛 茨 兹 蒂 黛 埃 弗 詹 伦 奥 艾 阿 伊 巴 菲 桑 韦 瓦 维 泽 扎 耶 亚 蕾 茜 琳 丝 薇
    柯 珀 俄 捷 戈 尼 诺 莱 洛 勒 卢 鲁 罗 萨 塞 瑟 迪 邓 廷 滕 顿 佩 帕 普 卡 凯 坎 肯 科 库 奎 夸 克 特 德
    格 布 夫 朗 兰 曼 穆 莫 缪 贝 伯 鲍 彼 芬 哈 霍 汉 贾 琼 钦 希 锡 谢 欣 撒 摩 腓 利 拉 托 丹 潘 宾 纳 奈
    圭 恩 沃 雅 堡 犹 翰 逊 喀 瑙 蓓 芭 萝 谟 迦 尔 赫"""
"""Characters that write foreign names more than anything else."""

_USUAL = """蒙 赖 娃 乌 努 雷 索 苏 尤 杜 坦 皮 彭 庞 昆 林 默 拜 博 费 范 胡 惠 吉 乔 朱 珍 齐 恰 丘 辛 肖 舒 夏 沙
    绍 拿 弥 陶 汤 唐 塔 泰 戴 班 邦 宁 诸 施 彻 楚 祖 佐 宗 藏 赞 津 冈 甘 盖 瓜 高 贡 昂 翁 尚 申 雄 麦 迈
    梅 敏 毛 森 赛 扬 杨 延 吴 龙 璐 娄 黎 廉 柳 劳 隆 瑞 荣 凡 冯 孔 康 匡 堪 纽 刚 哥 瀚 逑 奴 腾 挪 拔 坡
    柏 彬 朋 庇 毗 丁 董 屯 浩 洪 嘉 焦 姜 君 钱 秦 琴 昌 柴 岑 崔 聪 仓 曹 蔡 宰 藻 罕 缅 仑 廖 媞 婷 妲 佛
    堤 媚 茉 婕 芙 芮 莲 菈 葛 魁 歇 梭 梵 桂 栋 悌 雯 霞 魏 苔 辅 逖 邬 郎 钮 阔 阮 雍 鞑 狄 玻 珊 琉 璃 甫
    盎 祁 纶 耿 胥 舍 芒 茅 莽 伽 蒲 亨 拓 英 莹"""
"""Other characters of the usual tables of transliteration, and of the Bible."""

_ORDINARY = """约 考 基 杰 切 奇 里 图 代 登 多 达 本 内 南 以 什 查 察 措 采 曾 金 根 加 古 果 安 因 温 文 米 门 明 马
    松 西 永 路 露 丽 列 连 留 律 让 若 法 万 丰 富 福 圣 衣 叶 台 波 比 宝 培 派 保 东 敦 通 海 豪 怀 黑 简
    江 居 久 强 迟 早 甸 巽 雪 香 诗 锐 麻 略 翠 荷 威 勃 季 爱 陀 思 妥 晓 剑 桥 州 郡 港 芝 第 戎 委 匈 牙
    立 宛 涅 意 易 卜 底 柔 浦 美 乐 闪 厄 白 地 印 暹 垂 士 支 俾 欧 韩 押 珥 抹 斐 辖 哩 示 书 帖 户 何 烈
    坚 玷 悉 冷 暗 流 疏 缓 隐 顺 甲 那 刺 便 别 但 未 扫 篾 腊 辟 歌 煞 薛 乃 业 益 烛 玫 瑶 妍 咪 娥 嫩 梨
    滨 芳 茵 蜜 蓝 顽 骚 澳 渥 瑾 皇 盛 祈 竺 聂 菩 蕴 谋 鹿 仰 依 占 叙 吕 哇 墨 孟 宏 寮 岗 帝 幸 庐 彰 念
    慕 揭 摄 敖 斗 旦 昔 曲 棉 榜 殊 汶 沁 泊 洲 济 渣 渡 湄 瓮 瓷 畅 硕 祢 素 绮 缇 翡 肇 舸 芘 茹 葡 萄 虞
    袁 谷 贺 轩 辽 迭 遮 邢 铎 银 霏 静 须 颇 鹤 钟 单 道"""
"""Characters that names hold now and then, and that are words of their own."""

_EVERYDAY = """的 他 她 所 不 们 为 人 一 会 中 上 来 没 更 都 给 和 于 时 月 大"""
"""Function words that old names hold now and then (斯堪的纳维亚, 所罗门, 蒙大拿)."""

NEVER_LAST = "的和于"
"""Of these, those that end no name: they join it to what follows."""

_NEVER = """了 着 过 是 在 我 你 它 这 有 与 或 又 就 才 还 最 很 把 被 将 吗 呢 吧 啊 么 嘛 此 每 个 些 者 只 说 要
    能 去 做 对 从 而 下 看 想 知 年 二 四 五 六 七 八 九 十"""
"""Function words and numerals, which end a name."""

_READ = {
    "什": "shi", "律": "lv", "吕": "lv", "女": "nv", "绿": "lv", "塞": "sai se", "莎": "sha sa", "伽": "jia ga",
    "贾": "jia", "莱": "lai lei", "让": "rang ran", "堡": "bao", "约": "yue", "柏": "bo bai", "彼": "bi", "若": "ruo",
    "翰": "han", "薄": "bo", "佛": "fo fu", "弗": "fu", "伦": "lun", "茜": "xi qian", "泽": "ze", "谢": "xie she",
    "歇": "xie", "圣": "sheng san", "朗": "lang", "仑": "lun", "珀": "po", "丘": "qiu", "吉": "ji gi", "尤": "you",
    "剑": "jian kan", "纽": "niu", "霍": "huo", "夏": "xia sha", "惠": "hui wei", "怀": "huai wai", "霞": "xia",
    "洪": "hong", "曾": "zeng", "藏": "zang", "秘": "bi mi", "希": "xi hi", "黑": "hei", "荷": "he", "华": "hua wa",
    "亨": "heng", "休": "xiu", "侯": "hou", "葡": "pu", "便": "bian", "单": "shan dan", "伯": "bo", "哥": "ge",
    "乔": "qiao", "娅": "ya", "勒": "le", "色": "se", "车": "che", "耶": "ye", "大": "da", "地": "di", "得": "de",
}  # fmt: skip
"""Readings in names where a dictionary's are others, or more; the sounds may be older or southern."""

WHOLE = {
    "堡": ("burg", "berg", "burgh", "borough", "bourg", "bury", "borg", "burgo"), "桥": ("bridge",),
    "港": ("port", "haven", "hafen", "ports"),
    "圣": ("saint", "san", "st", "santa", "santo", "sankt", "sao", "sainte"),
    "新": ("new", "nova", "novo", "neu", "novy"), "纽": ("new",), "约": ("york",), "州": ("shire",), "郡": ("shire",),
    "剑": ("cam",), "麦": ("mac", "mc"), "南": ("south",), "北": ("north",), "东": ("east",), "西": ("west",),
    "姆": ("ham",), "镇": ("ton", "town", "stadt"), "湾": ("bay",), "湖": ("lake",), "市": ("city",),
    "岛": ("island", "ey"), "山": ("mount", "mont", "hill"), "城": ("city", "grad", "ton"), "国": ("land",),
}  # fmt: skip
"""Characters that may translate a part of a name: → the parts."""

DOTS = frozenset("·・•‧．∙")
"""Marks between the parts of a foreign name."""

PURE, COMMON, WEAK, SELDOM, FUNCTION, NEVER = 0.6, 0.25, 0.0, -0.9, -1.5, -9.0
"""Evidence of a character for being part of a foreign name."""


@cache
def evidence() -> dict[str, float]:
    """Character → what it says for a foreign name (positive) or against it; ``SELDOM`` for those not listed."""
    tiers = ((_FOREIGN, PURE), (_USUAL, COMMON), (_ORDINARY, WEAK), (_EVERYDAY, FUNCTION), (_NEVER, NEVER))
    return {char: weight for chars, weight in tiers for char in chars.split()}


def readings(char: str, listed: list[str]) -> list[str]:
    """How a character is read in names: as this table says, otherwise as the dictionary lists it."""
    return _READ[char].split() if char in _READ else listed


@cache
def onsets(initial: str) -> dict[str, float]:
    """Sounds that an initial may stand for, with what each costs."""
    return {item[0]: int(item[1]) / 10 for item in _ONSETS[initial].split()}


@cache
def qualities(final: str) -> dict[str, float]:
    """Vowel qualities that a final may stand for, with what each costs."""
    return {item[:-1]: int(item[-1]) / 10 for item in _FINALS[final].split()}


@cache
def parts(syllable: str) -> tuple[str, str, str] | None:
    """Initial, final and nasal (``n``, ``g`` for ng or none) of a syllable in pinyin; None when it is none."""
    text = syllable.replace("ü", "v").replace("u:", "v")
    if text == "er":
        return "er", "er", ""
    if text in ("a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng"):
        initial, final = "", text
    elif text in ("yi", "yin", "ying"):
        initial, final = "y", text[1:]
    elif text[:1] in ("y", "w"):
        initial, final = text[0], text
    else:
        initial = text[:2] if text[:2] in ("zh", "ch", "sh") else text[:1]
        final = text[len(initial) :]
        if final == "i" and initial in ("zh", "ch", "sh", "r", "z", "c", "s"):
            final = "~"
        elif initial in ("j", "q", "x") and final[:1] == "u":
            final = "v" + final[1:]
        final = {"ve": "ue", "uen": "un"}.get(final, final)
    if initial not in _ONSETS or final not in _FINALS:
        return None
    nasal = "g" if final.endswith("ng") else "n" if final.endswith("n") else ""
    return initial, final, nasal
