"""How Chinese makes words of words: verbs that take their object into one word, nouns that class a name before them."""

from __future__ import annotations

from aligncheck.lang.patterns import any_of, deferred

_NOUNS = """属性 参数 方法 函数 类 类型 字段 变量 常量 命令 选项 标签 接口 模块 关键字 键 值 对象 组件 标志
文件 文本文件 目录 文件夹 分支 指令 元素 事件 环境变量 端点 列 表""".split()

NAMED_THING = deferred(rf"[\s」”’》]*的?\s?(?:{any_of(_NOUNS)})")
"""What follows such a name, in plain simplified text."""

OBJECT_VERBS = frozenset("在住犯出报有无入离到上下做打开受交加编写改查纠调配着染")
"""Verbs and prepositions that make a word with a noun of one character as their object (犯法, 住院, 报错, 编程)."""
