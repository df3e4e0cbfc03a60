"""What editors of Chinese change without saying anything else, and small words that do say something. Knows words."""

from __future__ import annotations

NEGATORS: frozenset[str] = frozenset(
    """
    不 没 未 无 勿 别 非 莫 毋 切勿 请勿 不能 不会 不要 不可 不可以 不得 不应 不应该 不该 不必 不用 不许 不准 没有 无法
    从不 绝不 决不 并不 并非 不是 不再 尚未 从未 未能 不能够 不需要 无需 禁止 严禁
    """.split()
)

DUTIES: dict[str, str] = {
    word: duty
    for duty, words in {
        "must": "必须 务必 须 必需 一定要 务须 不得不 要求 强制",
        "should": "应该 应当 应 建议 推荐 最好",
        "may": "可以 可能 能够 可 能 允许 也许 或许 可选",
        "need": "需要 需",
    }.items()
    for word in words.split()
}
CONDITIONS: dict[str, str] = {
    word: sense
    for sense, words in {
        "if": "如果 若 假如 倘若 要是 当 若是 时",
        "unless": "除非",
        "only": "只 仅 只有 仅仅 只能 仅限 才 唯有",
        "except": "除了 除 以外 之外",
        "least": "至少 最少 不少于 不低于 以上",
        "most": "至多 最多 不超过 以下 以内",
        "before": "之前 以前 前",
        "after": "之后 以后 后",
        "until": "直到 直至",
    }.items()
    for word in words.split()
}
SENSES: dict[str, str] = {
    word: sense
    for sense, words in {
        "or": "或 或者",
        "more": "超过 多于 大于 高于",
        "less": "少于 小于 低于",
        "always": "总是 始终 一直",
        "often": "通常 经常 往往 一般",
        "sometimes": "有时 偶尔",
        "rarely": "很少 罕见 极少",
    }.items()
    for word in words.split()
}
LIGHT: frozenset[str] = frozenset(
    """
    的 了 地 得 着 也 就 都 将 会 即 则 而 与 和 及 以及 并 并且 且 请 把 被 在 于 是 之 其 该 此 这 那 您 你 们
    我 我们 您的 你的 它 它们 他们 所 来 去 上 中 里 内 时候 这个 那个 一个 个 种 一种 这种 这些 那些 一些 些 对
    对于 从 由 为 为了 以 用 使 让 使得 因为 因此 所以 由于 但 但是 不过 然而 虽然 尽管 同时 另外 此外 还 又 再
    已 已经 正在 现在 目前 当前 非常 很 十分 比较 简单地 只需 进行 以便 从而 例如 比如 譬如 如 等 等等 即可 就是
    吧 呢 啊 吗 呀 嘛 哦 到 给 跟 同 有 着的 各 每 某 本 一
    """.split()
)
"""Words of grammar, politeness and transition."""

PREPOSITIONS: frozenset[str] = frozenset("从 自 由 到 至 向 往 于 在 对 给 把 将 被 比 为".split())
"""Words that say which part the next one plays."""

EQUAL: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split())
    for row in (
        "首先 先", "下面的 以下 下列 如下 下面", "如果 如 若 假如 倘若 要是", "所有 全部", "部分 一部分",
        "登录 登陆", "账号 帐号 账户 帐户", "其他 其它", "像 象", "做 作", "图像 图象", "唯一 惟一",
        "点击 单击", "它 他 她", "信息 讯息", "服务器 伺服器", "软件 软体", "网络 网路", "帮助 协助", "使用 用 利用",
    )
)  # fmt: skip
"""Words one of which may stand for another."""
