"""Chinese words that a term neither begins nor ends with. Knows no English."""

from __future__ import annotations

_BOTH = """
    的 了 着 之 而 且 并 与 和 及 或 也 又 就 才 都 还 更 很 是 在 于 以 为 被 把 将 从 到 给 让 使 这 那
    其 此 该 各 每 个 们 些 所 吗 呢 吧 啊 呀 么 嘛 啦 哦 如果 因为 所以 但是 但 可是 不过 虽然 而且 并且
    然后 于是 就是 还是 已经 这个 那个 这些 那些 这样 那样 一个 一种 一些 则 却 便 即 等 里 有 它 如 只 我
    你 您 他 她 我们 你们 他们 她们 它们 咱们 自己 您的 你的 我的 他的 它的 一 两 几 可以 可能 需要 能够 能
    会 要 应该 应当 必须 没 没有 不会 不能 不是 当 请 由 用 通过 进行 用于 使用 包括 包含 例如 比如 其中
    任何 所有 每个 每一 某个 某些 某 另 另一 另外 其他 其它 不同 以及 或者 为了 关于 对于 根据 按照 基于
    由于 作为 成为 具有 拥有 提供 实现 来自 来说 同样 相同 只是 只有 仅 仅仅 还有 非常 一样 一起 时 时候
    之间 之后 之前 以后 以前 中的 上的 什么 怎么 如何 为什么 哪些 哪个 多个 多种 许多 很多 更多 大多数
    大部分 第一 第二 第三
""".split()

NOT_FIRST: frozenset[str] = frozenset(
    (*_BOTH, *"对 向 过 得 地 来 去 者 中 下 给 个 种 次 件 性 化 们 起来 出来 下来 上去 过来 并不 年 月 日 号".split())
)
"""Words no Chinese term begins with, where they stand alone."""
NOT_LAST: frozenset[str] = frozenset(
    (*_BOTH, *"不 最 可 对 向 来 去 中 上 下 过 得 地 时 后 前 内 起来 出来 下来 上去 过来 进 至 给".split())
)
"""Words no Chinese term ends with, where they stand alone."""
NOT_INSIDE: frozenset[str] = frozenset(
    """是 为 作为 把 被 将 让 使 可以 能够 会 要 应 应当 应该 必须 需要 不会 不能 不是 没有 这 那 其 此 该 这个 那个
    它 我 你 您 他 她 我们 你们 他们 它们 如果 因为 但 但是 然后 已经 则 却 便 了 着 时""".split()
)
"""Words that make a clause of what they stand in (为 in 类型为字符串), so that no term has one inside."""
SUFFIXES: frozenset[str] = frozenset("型性者化度率式体")
"""Syllables that make a word of another: no English word accounts for one."""
