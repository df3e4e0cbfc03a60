"""How a language model speaks of its own work in Chinese, and what Chinese texts use as a placeholder.

The named group that matched is the topic; ``TALK`` tells whether another text speaks of that topic itself. The
patterns are in simplified characters, into which ``lexis.fold`` turns any text.
"""

from __future__ import annotations

import re

from aligncheck.lang.patterns import any_of, deferred

_HINTS = (
    "语言模型", "語言模型", "人工智", "AI", "译", "譯", "翻", "汉化", "漢化", "抱歉", "对不起", "對不起", "待续",
    "待續", "略", "原文", "中文", "英文", "汉语", "漢語", "英语", "英語",
)  # fmt: skip
HINT = deferred(any_of(_HINTS))
"""A text that has none of these matches nothing below."""

_RENDER = "(?:翻译|译文|译成)"
_ONE = "(?:一(?:个|名|款|位))?"
_MACHINE = (
    "(?:由[^，。\\n]{1,12}(?:开发|训练)的)?(?:大型|大|先进的)?(?:人工智能|人工智慧|AI)?(?:大型|大)?"
    "(?:语言模型|聊天机器人|(?<=人工智能)(?:翻译)?(?:助手|模型)|(?<=人工智慧)(?:助手|助理|模型)"
    "|(?<=AI)[ ]?(?:翻译)?(?:助手|助理|模型))"
)
_CANNOT = "(?:目前|暂时|恐怕)?(?:无法|不能|没办法|不便|难以)"

REFUSAL = deferred(
    rf"""
    (?P<machine>
        (?:作为|身为){_ONE}{_MACHINE}(?=[，,：:]|我)
        | (?:作为|身为){_ONE}(?:人工智能|人工智慧|AI)(?=[，,]?[ ]?我)
        | 我只?是{_ONE}{_MACHINE}
    )
    | (?P<translation>
        (?:我|抱歉|对不起)[，,！!]?[ ]?但?我?{_CANNOT}(?:[为帮](?:您|你))?(?:直接|完整地?|准确地?)?
            (?:提供|完成|协助|继续|进行)?[^，。！？\n]{{0,8}}(?:翻译|译文)
        | 请(?:您|你)?(?:提供|发送|输入|给出)(?:您|你)?(?:需要|想要|希望|想|要|待)?我?翻译的[^，。！？\n]{{0,8}}
            (?:文本|内容|原文|句子|文字|段落|文章)
        | (?:您|你)并?(?:没有|未)提供[^，。！？\n]{{0,8}}(?:翻译|原文)
        | 我只能(?:提供)?翻译 | (?:没有|无)(?:可|可以|需要|需|任何)翻译的(?:内容|文本|文字) | (?:无需|不需要)翻译
    )
    | (?P<apology>
        (?:抱歉|对不起)[，,！!]?[ ]?但?我{_CANNOT}(?:提供|协助|回答|满足|完成|处理|生成|继续)
            [^，。！？\n]{{0,10}}(?:请求|要求|内容|任务|帮助|服务)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A model that declines, or says what it is."""

REMARK = deferred(
    rf"""
    (?P<translation>
        (?:以下|下面|下方|这)[是为即][^，。！？：:\n]{{0,20}}{_RENDER}[^，。！？：:\n]{{0,8}}[：:]
        | (?:译文|(?:中文|英文)?翻译(?:结果)?)如下[：:。]?
        | (?:翻译|译)成(?:中文|英文|汉语|英语)(?:就是|是|为|即|如下)[：:]
        | (?:由|通过|使用|经)[ ]?(?:www\.)?(?:DeepL|Google|谷歌|有道|百度|ChatGPT|GPT|AI|机器)[^，。！？\n]{{0,25}}翻译
        | 希望(?:这|以上|本)[^，。！？\n]{{0,8}}{_RENDER}[^，。！？\n]{{0,8}}(?:帮助|满意|要求|需求|需要)
        | (?:注意?|备注|说明)[：:][以上本此该]{{0,2}}(?:译文|翻译)
            (?:已|尽量|力求|保留|采用|遵循|根据|保持)[^。\n]{{0,40}}
        | 如果?(?:您|你)?还?(?:需要|有)[^。！？\n]{{0,20}}(?:修改|调整|润色)[^。！？\n]{{0,6}}{_RENDER}
    )
    """,
    re.VERBOSE,
)
"""What a model says before or after the text it was asked for."""

LABEL = deferred(
    r"\W{0,6}(?P<translation>(?:译文|原文|(?:简体|繁体)?(?:中文|英文)?翻译(?:结果)?|(?:简体|繁体)?中文版?|英文版?|汉语|英语|中译|英译)"
    r"\**\s?[:：]|(?<=[【\[（(])(?:译文|翻译|中文翻译|机翻|机器翻译)(?=[】\]）)]))[】\]）)\s*]*"
)
"""A label before a translation, at the beginning of a text."""

PROMPT = deferred(
    r"""
    (?P<translation>
        [将把](?:以下|下面|下列|上面|上述|这段|这句)[^，。！？\n]{0,15}(?:翻译|译)[成为到](?:简体|繁体)?(?:中文|英文|汉语|英语)
        | 请翻译(?:以下|下面|下列|上述)[^，。！？\n]{0,8}(?:文本|内容|句子|段落|文字)
        | [你您]是一(?:名|位|个)[^，。！？\n]{0,12}(?:翻译|译者|译员)(?:专家|家|助手)?
        | [只仅](?:需要|需|要)?(?:输出|返回|回复|给出)(?:译文|翻译)
    )
    """,
    re.VERBOSE,
)
"""An instruction to a translator that is no part of the text."""

_OPEN, _CLOSE = r"[\[【(（〔<《]", r"[\]】)）〕>》]"
_PART = "(?:页面?|文|文档|文章|章节?|节|小节|部分|段|条目|内容)"

PLACEHOLDER = deferred(
    rf"""
    (?P<translation>
        {_OPEN}\s?(?:TODO[：:\s]{{0,2}})?(?:待翻译?|待译|未翻译|未译|尚未翻译|暂未翻译|需要?翻译|翻译待补|翻译中|待汉化
            |翻译未完成)\s?{_CLOSE}
        | ^\W{{0,3}}(?:待翻译|待译|待汉化)\W{{0,3}}$
        | (?<![A-Za-z])TODO[：:\s-]{{0,3}}(?:翻译|待译|汉化)
    )
    | (?P<stub>
        [本此该]{_PART}(?:的?(?:中文)?(?:翻译|译文|中文版本?))?(?:内容)?(?:目前)?
        (?:尚未|还没有?|暂未|暂无|尚无|正在|有待)(?:被|进行|完成)?(?:翻译|汉化|中文翻译|中文版)
    )
    | (?P<omitted>
        {_OPEN}(?:此处|以下|下文|后文|中间|(?:部分|其余)?内容|原文)?已?
            (?:(?:省略(?![号符])|从略|略去)[^\]】)）〕>》\n]{{0,10}}|略){_CLOSE}
    )
    | (?P<continued>未完待续)
    """,
    re.VERBOSE,
)
"""What stands where text is still to come."""

TALK: dict[str, re.Pattern[str]] = {
    topic: re.compile(pattern)
    for topic, pattern in {
        "machine": r"(?<![A-Za-z])AI(?![A-Za-z])|人工智|模型|助手|助理|机器|电脑|计算机|程序|程式",
        "translation": "译|翻成|语言|中文|英文|汉语|英语|外语",
        "stub": "译|汉化|本地化",
        "apology": "抱歉|对不起|遗憾|无法|不能|不了|没办法|没法|难以|恕|不好意思|不便|拒绝",
        "todo": "待办|任务|(?i:to-?do)",
        "pending": "待定|待公布|待确认|未定|尚未|未知|待续|再定|另行|另定|TB[DCA]",
        "lorem": "(?i:lorem)|占位",
        "unknown": r"X{2,}|×{2,}|[某几]|什么|_{2,}|三十|30|…|\*{2,}|〇〇",
        "omitted": "略|省|…|等等|云云",
        "continued": "续|下回|下集|下期|待",
    }.items()
}
"""How Chinese speaks of a topic: a source that does so explains why its translation does."""

LAST_WORD = deferred(
    "(?:以及|并且|並且|而且|但是|或者|因为|因為|所以|如果|虽然|雖然|由于|由於|为了|為了|尽管|儘管|即使|不仅|不僅|以便"
    "|例如|比如|其中|或|但)$"
)
"""A word that never ends a sentence."""

LAST_PARTICLE = deferred("^[^是]*的$|(?<![温柔总饱调缓附祥])和$|(?<![参给赋])[与與]$|(?<![普涉顾波])及$|[把被]$")
"""A particle that seldom ends a sentence: 的 closes one only after 是, 和 only as part of a word."""
