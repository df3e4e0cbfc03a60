"""Signs of Chinese text: which belong beside Han characters, what half-width ones stand for. Judges no document.

After GB/T 15834-2011 (General rules for punctuation) and W3C, Requirements for Chinese Text Layout (clreq).
"""

from __future__ import annotations

from aligncheck.lang.patterns import deferred

FULL: dict[int, str] = {ord(half): full for half, full in zip(",;:?!.()", "，；：？！。（）", strict=True)}
"""The sign that Chinese text has for a half-width one."""

HAN = r"[^\W_\x00-\u058f\u1e00-\u1fff\u2070-\u24ff]"
"""A character of Chinese text, for a neighbour of a sign: a letter beyond Latin, Greek, Cyrillic and small figures.

The exact class of Han characters takes milliseconds to compile wherever it stands in an expression.
"""

CLOSERS = "”’」』）】》〉"
OPENERS = "“‘「『（【《〈"
BEFORE = rf"(?:{HAN}|[{CLOSERS}])"
"""What Chinese punctuation follows."""

_SMILE = rf"(?![-^o']?[)(DPp|\\/*]+(?!(?:[A-Za-z0-9]|{HAN})))"
_ROLE = r"(?!:?[a-z][\w.+-]*:)"
"""A name between colons: a shortcode (:smile:), a role of reStructuredText."""

# Expressions begin with the few characters they are about and look back from there: that is many times as fast.

HALF_WIDTH = deferred(
    rf"[,;:?!](?:(?:(?<={BEFORE}.)|(?<={HAN} [,;])(?={HAN}))"
    rf"(?:(?<=[,;:]){_SMILE}{_ROLE}(?![,;:])|(?<=[?!])[?!]{{0,2}}(?![=&\w]*=))(?: (?=\S))?"
    rf"|(?<=[A-Za-z0-9)\"%+\x1a][,;:])(?P<latin>)(?P<gap> ?)(?={HAN}))"
)
"""A half-width sign with the space after it: after Han, or between a Latin word (``latin``) and Han."""

HALF_STOP = deferred(rf"\.(?<={BEFORE}{BEFORE}\.)(?:(?=\s*(?:\n|\Z))| +(?={HAN}|[“「]))")
"""A full stop as a point: at the end of a text, or before a space and Chinese."""

NUMERAL_HEAD = deferred(r"[（(第]?[一二三四五六七八九十百零〇甲乙丙丁戊己庚辛壬癸]+")
"""What a point follows that makes a list number: 十一. 背景"""

CALL = deferred(r"\((?<=[A-Za-z0-9_]\()(?:[^()（）\n]|\([^()（）\n]{0,60}\)){1,200}\)")
"""The arguments of a function or a formula, Chinese ones too: RIGHT(文本; 数字)"""

HALF_BRACKETS = deferred(rf"\((?=[^()（）\n]{{0,80}}{HAN})[^()（）\n]{{1,80}}\)")
"""Half-width brackets around Chinese."""

MIXED_BRACKETS = deferred(r"（(?<![(（].)[^()（）\n]{1,60}(?<![:;8xX])\)|\([^()（）\n]{1,60}）")
"""A bracket that closes in another width than it opens."""

FULL_IN_LATIN = deferred(r"[，；：](?<=[a-z].) (?=[a-z])")
"""A full-width sign with the space of a half-width one, in a row of Latin words."""

_WIDE = "Ａ-Ｚａ-ｚ０-９"
_FACES = "＾＿￣＞＜；＝"
FULL_WIDTH = deferred(rf"[{_WIDE}](?<![{_WIDE}{_FACES}（].)[{_WIDE}]*(?![{_FACES}）])")
"""Letters and digits in the width of Han characters; faces (Ｔ＿Ｔ) aside."""


RUN = deferred(
    r"[A-Za-z0-9](?<![A-Za-z0-9].)(?:[A-Za-z0-9.,:+#%°/'’&-]*[A-Za-z0-9+#%°])?"
    rf"(?:(?P<after> ?)(?P<tail>{HAN})|(?<={HAN}.)|(?<={HAN} .))?"
)
"""A Latin word or number with the Han characters beside it, a space between them or none."""

JOINED_BEFORE = frozenset("第年月日号號星期周週阿老小图圖表附章节節步卷")
JOINED_AFTER = frozenset("年月日号號时時分秒点點度倍世")
"""What a number stands close to in any style: dates, times, ordinals, figures."""

NUMBERED = deferred(r"第\s?[\d一二三四五六七八九十百零〇]{1,5}\s?[章节節条條回卷部篇编編课課讲講]\Z")
"""The number of a chapter, which a space parts from its title."""

HAN_SPACE = deferred(rf" (?<={HAN}{{2}} )(?={HAN}{{2}})")
ENUMERATOR = deferred(
    r"(?:第?[一二三四五六七八九十百零〇]+[条條款章节節编編部回卷集期篇项項则則届屆]?|[一-鿿]{1,4}[:：]?|.*[神主])\Z"
)
"""What a space parts from the text after it: 第三条 …, the name of a speaker; and the honorific space of scripture."""
ENTRY = deferred(rf"[\w.-]+ {HAN}{{1,8}}(?: ?[:：|]|\Z)")
"""A name and its type at the head of a line: topic 字符串 : …"""
GLOSSED = deferred(rf" {HAN}{{2,4}}[A-Za-z]{{2}}")
"""A term with its Latin word, set off like one word: 分支branch."""
HONORED = frozenset("神主")

SIGN_SPACE = deferred(rf" (?:(?<={HAN} ) *(?=[，。、；：！？](?!\)))|(?<=[，。、；：！？] ) *(?={HAN}))")
"""Spaces before or after a full-width sign."""

SENTENCE_JOINT = deferred(rf"[。！？](?<={HAN}.) ?(?={HAN})")
"""Where one sentence follows another."""

PROSE_SIGN = deferred(r"[，。；！？,]")
"""What prose has, and a row of words has not."""

DOTS = deferred(r"(?:\.\.\.+|。。。+|、、、+|…+)(?![…./])")
"""Dots in a row: an ellipsis (……), or something written for one."""
ELLIPSES = frozenset(("……", "…………"))

NAME = deferred(r"「[^「」，。；！？\n]{1,24}」|“[^“”，。；！？\n]{1,24}”|\"[^\"，。；！？\n]{1,24}(?:\.\.\.|…)\"")
"""The name of a button or the path of a menu, in quotation marks: 「導入...」, 「表格 – 邊框」."""

DASHES = deferred(rf"(?:--|(?<= )[—–](?= ))(?: ?(?=(?:{HAN}|[{OPENERS}])))")
"""Signs written for a dash (——) between Chinese: two hyphens, or a dash of English between spaces."""

DOUBLED_SIGNS = deferred(
    rf"([，、；：,;])(?=[ ，、；：。！？,;])(?:(?<=(?:{BEFORE}|[A-Za-z0-9]).)[ ]?\1+(?![，、；：,;])"
    rf"|(?<={BEFORE}[，、；：])[，、；：。！？](?![，。、；：]))"
    rf"|[。！？](?=[ 。，、；：])(?<={BEFORE}.)(?:(?<=。)[ ]?。(?!。)|[，、；：](?![，。、；：]))"
)
"""A sign twice, or two of which one is too many."""

QUESTION_LOST = deferred(r"(?<![干幹])[吗嗎][。.][”」』）)]*\Z")
"""A question by its last word that ends in a full stop."""

ASKS = deferred(
    "为什么|為什麼|为何|為何|怎么样|怎麼樣|如何|怎样|怎樣|哪里|哪裡|哪儿|哪个|哪個|什么时候|什麼時候|多少|是不是"
    rf"|有没有|有沒有|可不可以|([能会會要对對行好]){HAN}?不\1"
)
STATES = deferred(
    "[也都想问問请請教]|不管|无论|無論|不论|任何|知道|了解|瞭解|明白|清楚|看看|说明|說明|介绍|介紹|告诉|告訴|决定|決定|取决|取決"
    "|解释|解釋|关于|關於|考虑|考慮|理解|这是|這是|就是|多少有|没多少|學|学"
)
"""What a direct question has, and what makes the same words an indirect or a rhetorical one."""

INVISIBLE = deferred(
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f\u00a0\x00-\x08\x0b\x0c\x0e-\x19\x1b-\x1f\x7f-\x9f"
    "\ue000-\uf8ff\U000e0000-\U000e007f]+"
)
"""Characters that show nothing, turn the direction of text, or mean nothing outside one font."""

CURLY = deferred(r"“[^“”\n]{1,200}”")
CORNER = deferred(r"「[^「」\n]{1,200}」")
STRAIGHT = deferred(r'"(?<![0-9A-Za-z]")(?![ ,.;:，。；：、])[^"“”\n]{1,120}"')
UNEVEN = deferred(r'“[^"“”\n]{1,80}"|"[^"“”\n]{1,80}”')
TURNED = deferred(r"”[^“”，。！？；：\n]{1,16}“")
SINGLE_OUTSIDE = deferred(rf"‘(?<![A-Za-z‘“]‘)[^‘’“”\n]{{0,60}}(?:{HAN}|[，。！？])[^‘’“”\n]{{0,60}}’")
"""Quotations in marks of one style, or of two that do not belong together."""
