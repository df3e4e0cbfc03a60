"""Chinese words that negate, and set phrases that only look as if they did. Knows no English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from aligncheck.lang.patterns import any_of, deferred
from aligncheck.model.text import Span

_NOT_NEGATIVE = """
不但 不仅 不光 不只 不单 不断 不久 差不多 不论 不管 不锈钢 不丹 不列颠 不动产 不惜 不愧 不妨 不少 有限公司
有限责任 截止 为止 举止 停工 无论 无线 无人机 无锡 无花果 无产阶级 无政府 无穷大 无缝 无比 无数 无氧 无疑 莫大
没药 非常 非洲 非凡 南非 北非 中非 东非 西非 亚非 非裔 非典型 是非 未来 利未 未婚夫 未婚妻 乙未 丁未 己未 辛未
癸未 特别 别人 别的 分别 区别 个别 级别 性别 类别 识别 辨别 告别 别墅 别处 鉴别 判别 差别 离别 派别 送别 别名
别克 道别 别针 别致 别样 久别 阔别 永别 诀别 别称 国别 组别 界别 别国 别家 别具 甄别 别出心裁 别动队 饯别 惜别
临别 握别 是否 能否 可否 与否 何时 何地 何种 任何 如何 何塞 几何 何况 无论何时 何谓 哪吒 灾难 难民 遇难 罹难
空难 海难 矿难 苦难 逃难 患难 避难 免费 免疫 赦免 停车 停泊 停机 休斯敦 休斯顿 休息 退休 休闲 休假 休养 刚才
人才 才华 才干 才智 方才 口才 才艺 秀才 奇才 英才 仅次于 假期 假日 放假 请假 暑假 寒假 假设 假如 节假日 度假
错落 交错 错综 没落 淹没 沉没 埋没 出没 吞没 覆没 违反 违法 违规 一只 两只 每只 几只 这只 那只 多只 三只 四只
五只 六只 八只 十只 百只 千只 万只 船只 只猫 只鸟 只狗 只羊
""".split()
"""Set phrases in which a character of negation negates nothing (不过, 特别, 未来, 是否) or is part of a name."""

_STATING = """
不得不 不能不 不可不 不会不 不得已 无不 没有不 莫不 无一不 无处不 无时不 不可避免 不至于 要不 要不是 不然 了不起
不远 不错 不断 不久 不过 不知不觉 不约而同 不可思议 不亦乐乎 不禁 不由 不由得 不由自主 不料 对不起 不好意思
不客气 巴不得 恨不得 说不定 忍不住 禁不住 止不住 情不自禁 好不容易 不解之缘 不朽 不得了 川流不息 不停 不住 不已
不懈 不屈 不折不扣 不言而喻 不可或缺 必不可少 不容置疑 不遗余力 不胫而走 层出不穷 源源不断 络绎不绝 接连不断
滔滔不绝 锲而不舍 孜孜不倦 经久不衰 不翼而飞 微不足道 美中不足 供不应求 不甘 不忍 不相上下 不谋而合 与众不同
不可分割 密不可分 不可多得 独一无二 毫无疑问 无意中 无非 无穷 无限 无所谓 无名 无时无刻 无忧无虑 无微不至
无与伦比 无几 虚无 无偿 无私 无辜 无奈 无聊 无情 无敌 无价 无期徒刑 无烟 无垠 无双 无损 啼笑皆非 非议 除非 莫非
非得 非要 并非不 未免 未尝不 未必不 方兴未艾 别说 别看 别提 别扭 别有用心 别开生面 难免 难怪 没关系 没错 没事
没准 没多久 没完没了 没说的 不在乎 不一 不等 不时 不日 不如 不及 不到 不足 不满 不安 不幸 不利 不良 不明 不慎
不小心 不止 不愧 不失 不乏 不难 不必说 不用说 不说 不算 不免 不无 不成 不行 不平 不齐 不容 不计 不外 不下 不低于
不少于 不多于 不超过 不大于 不小于 不高于 不比 不亚于 不逊于 不减 不见 不见得 不信 不服 不屑 不顾 不畅 不适 不便
不孕 不育 不定 不多 不够 不复 动不动 看不起 瞧不起 来不及 用不着 舍不得 受不了 离不开 少不了 免不了 靠不住
不怎么样 不像话 不折 不倒 不争 不凡 不菲 不俗 不群 不等式 不变 不定式 未必 未知 未遂 未然 未几 未了 无力 无人
无声 无息 无神 无事 无意 无心 无形 无尽 无边 无常 无知 无理 无礼 无耻 无能 无益 无端
""".split()
"""Set phrases with a character of negation that negate no word behind them, and double negations that state."""

_HINTS = """
难 缺 拒 禁 停 止 避 阻 免得 避免 以免 免除 免于 豁免 难免 幸免 失败 失去 失灵 失误 失效 丧失 除非 除了 除外
除开 以外 之外 例外 错 假 反对 反而 反倒 而是 相反 取消 取缔 撤销 放弃 抛弃 忽略 忽视 疏忽 否 绝 罕见 罕有 稀少
很少 极少 甚少 较少 少有 少见 鲜有 鲜为 鲜少 减少 至少 只 仅 才 怎 何 哪里 那里 哪能 哪有 哪会 哪肯 哪敢 哪还
哪儿 岂 谁 吗 吧 隐瞒 漏 忘 丢 低于 少于 小于 脱离 逃脱 摆脱 远离 违 厌 嫌 憎 防止 以防 提防 谨防 防范 枉 徒劳
徒然 白白 落空 宁可 宁愿 宁肯 与其说 直到 直至 毫 超出 出乎 意外 排除 解除 剔除 删除 杜绝 抵制 抗拒 有限 限于
关闭 中断 断绝 间断 尚待 有待 还待 谣 也许 或许 恐怕 局限 限制 受限 多余 空缺 妄 弃 反之
""".split()
"""Words that may render an English negation without any of the characters of negation."""

_NEGATORS = """
不 没有 没 未 未曾 未能 尚未 从未 并未 并不 并没有 并没 决不 绝不 毫不 从不 从来不 从没 从来没 从来没有 不再
不要 不能 不会 不可 不可以 不可能 不得 不应 不应该 不该 不必 不用 不需 不需要 不许 不准 不想 不愿 不肯 不敢 不曾
无法 无需 无须 毋须 毋需 切勿 请勿 勿 请不要 请别 不是 并不是 并非 不太 还没有 还没 还不 也不 也没有 也没 都不
都没有 都没 再也不 再也没有 永不 不予 不宜 不足以 不易 不会再 不能再 不太会 不应再 不得再 不应当 不可能会 不能够
不是在
""".split()
"""Words that negate the verb or adjective right behind them."""

CHARACTER = deferred(r"[不没未无勿别非毋甭休弗莫](?<!莫(?=[斯桑尔里罗奈迪山名大卡塔拉德利特格尼纳托比克夫扎]))")
_HARMLESS = deferred(rf"{any_of(_NOT_NEGATIVE)}|没收(?!到)|不过(?![一二三四五六七八九十百千两几\d是才就为])")
_POSITIVE = deferred(
    rf"(.)[不没]\1|有没有|不同(?!意)|{any_of(_STATING)}|非[^，。；！？]{{1,12}}?不(?:可|行|成)|最好是?没"
    r"|未[^，。；！？]{1,10}?[前先]|不[^，。；！？不]{1,3}不"
)
"""Besides the phrases: 是不是, 有没有, 非…不可, 最好没, 未…之前, 不…不."""
_HINT = deferred(rf"{CHARACTER.pattern}|{any_of(_HINTS)}")
_NEGATOR = deferred(any_of(_NEGATORS))
_END = deferred(r"[，。；！？：、,;!?:…—（）()「」“”\"\n\x00]|但|而|因为|所以|如果")
CLAUSE = deferred(r"[，。；！？：,;!?:\n]+")
"""What ends a clause."""


class Negator(NamedTuple):
    """A word at ``[start, end)`` that negates ``[end, stop)``, the rest of its clause."""

    start: int
    end: int
    stop: int


def hints(text: str) -> list[Span]:
    """Places of everything that could render an English negation; set phrases like 不过 and 特别 are left out."""
    return [Span(*m.span()) for m in _HINT.finditer(_blank(_HARMLESS, text))]


def clause(text: str, start: int, end: int) -> Span:
    """The clause around ``[start, end)``."""
    first = max((m.end() for m in CLAUSE.finditer(text, 0, start)), default=0)
    last = CLAUSE.search(text, end)
    return Span(first, last.start() if last else len(text))


def negators(text: str) -> Iterator[Negator]:
    """Words that clearly negate what follows them, from left to right; 忍不住, 不得不 and 是不是 are none."""
    if not CHARACTER.search(text):
        return
    plain = _blank(_POSITIVE, _blank(_HARMLESS, text))
    for found in _NEGATOR.finditer(plain):
        end = _END.search(plain, found.end())
        yield Negator(found.start(), found.end(), end.start() if end else len(plain))


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda m: "\x00" * len(m.group()), text)
