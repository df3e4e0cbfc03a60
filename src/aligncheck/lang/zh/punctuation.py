"""Signs of Chinese text: which belong beside Han characters, what half-width ones stand for. Judges no document.

After GB/T 15834-2011 (General rules for punctuation) and W3C, Requirements for Chinese Text Layout (clreq).
"""

from __future__ import annotations

from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh.sentences import HAN

FULL: dict[int, str] = {ord(half): full for half, full in zip(",;:?!.()", "，；：？！。（）", strict=True)}
"""The sign that Chinese text has for a half-width one."""

CLOSERS = "”’」』）】》〉"
OPENERS = "“‘「『（【《〈"
STOPS = "，。、；：？！"
"""Full-width signs that stand close to what they follow."""

_SMILE = rf"(?![-^o']?[)(DPp|\\/*]+(?![A-Za-z0-9{HAN}]))"
_ROLE = r"(?!:?[a-z][\w.+-]*:)"
"""A name between colons: a shortcode (:smile:), a role of reStructuredText."""

HALF_WIDTH = deferred(
    rf"(?<=[{HAN}{CLOSERS}])(?: (?=[,;]))?(?P<sign>[,;:]{_SMILE}{_ROLE}(?![,;:])|[?!]{{1,3}}(?![=&\w]*=))(?: (?=\S))?"
    rf"|(?<=[A-Za-z0-9)\"%+\x1a])(?P<latin>[,;:])(?P<gap> ?)(?=[{HAN}])"
)
"""A half-width sign with the spaces that go with it: after Han, or between a Latin word (``latin``) and Han."""

HALF_STOP = deferred(rf"(?<=[{HAN}]{{2}})\.(?=\s*(?:\n|\Z))|(?<=[{HAN}]{{2}})\. ?(?= [{HAN}“「])")
"""A full stop as a point: at the end of a text, or before a space and Chinese."""

NUMERAL_HEAD = deferred(r"[（(第]?[一二三四五六七八九十百零〇甲乙丙丁戊己庚辛壬癸]+")
"""What a point follows that makes a list number: 十一. 背景"""

HALF_BRACKETS = deferred(rf"\((?=[^()（）\n]{{0,80}}[{HAN}])[^()（）\n]{{1,80}}\)")
"""Half-width brackets around Chinese."""

FULL_WIDTH = deferred(r"(?<![＾＿￣＞＜；＝（])[Ａ-Ｚａ-ｚ０-９]+(?![＾＿￣＞＜；＝）])")
"""Letters and digits in the width of Han characters; faces (Ｔ＿Ｔ) aside."""

DIGIT_STOPS = deferred(r"(?<=[0-9])。(?=[0-9])")

RUN = deferred(
    rf"(?P<head>[{HAN}])?(?P<before> ?)(?P<run>[A-Za-z0-9](?:[A-Za-z0-9.,:+#%°/'’&-]*[A-Za-z0-9+#%°])?)(?P<after> ?)(?P<tail>[{HAN}])?"
)
"""A Latin word or number with the Han characters beside it, a space between them or none."""

JOINED_BEFORE = frozenset("第年月日号號星期周週阿老小图圖表附章节節步卷")
JOINED_AFTER = frozenset("年月日号號时時分秒点點度倍世")
"""What a number stands close to in any style: dates, times, ordinals, figures."""

HAN_SPACE = deferred(rf"(?<=[{HAN}]{{2}})(?P<gap> )(?=[{HAN}]{{2}})")
ENUMERATOR = deferred(
    r"(?:第?[一二三四五六七八九十百零〇]+[条條款章节節编編部回卷集期篇项項则則届屆]?|[一-鿿]{1,4}[:：]?|.*[神主])\Z"
)
"""What a space parts from the text after it: 第三条 …, the name of a speaker; and the honorific space of scripture."""
HONORED = frozenset("神主")

SIGN_SPACE = deferred(rf"(?<=[{HAN}]) +(?=[，。、；：！？](?!\)))|(?<=[，。、；：！？]) +(?=[{HAN}])")
"""Spaces before or after a full-width sign."""

PROSE_SIGN = deferred(r"[，。；！？,]")
"""What prose has, and a row of words has not."""

DOTS = deferred(rf"(?<=[{HAN}{CLOSERS}，])(?:\.{{3,6}}|。{{3,}}|、{{3,}}|(?<!…)…(?!…)|…{{3}}(?!…))(?![.…。/])")
"""Signs written for an ellipsis (……) after Chinese."""

DASHES = deferred(rf"(?<=[{HAN}{CLOSERS}]) ?(?:--|(?<= )[—–](?= )) ?(?=[{HAN}{OPENERS}])")
"""Signs written for a dash (——) between Chinese: two hyphens, or a dash of English between spaces."""

DOUBLED_SIGNS = deferred(
    rf"(?<=[{HAN}{CLOSERS}A-Za-z0-9])(?P<same>([，、；：,;])[ ]?\2+|。[ ]?。(?!。))|(?<=[{HAN}{CLOSERS}])(?P<mixed>[，、；：][，、；：。！？]|[。！？][，、；：])"
    rf"(?![，。、；：])"
)
"""A sign twice, or two of which one is too many."""

QUESTION_LOST = deferred(r"[吗嗎][。.][”」』）)]*\Z")
"""A question by its last word that ends in a full stop."""

ASKS = deferred(
    r"[吗嗎呢么麼嘛吧]|什|谁|誰|哪|几|幾|多少|多[久大长長远遠高快]|怎|如何|何|为啥|為啥|啥|是否|可否|能否|会否|會否|有否|与否|與否|难道|難道|岂|豈"
    rf"|([{HAN}])[不没沒]\1|孰|焉|安能|请|請|[?？]|咋|不妨|要不|还是|還是|究竟|到底|莫非|想知道|好奇"
)
"""What Chinese asks with, or may stand for a question (a request)."""

INVISIBLE = deferred(
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f\u00a0\x00-\x08\x0b\x0c\x0e-\x19\x1b-\x1f\x7f-\x9f"
    "\ue000-\uf8ff\U000e0000-\U000e007f]+"
)
"""Characters that show nothing, turn the direction of text, or mean nothing outside one font."""

CURLY = deferred(r"“[^“”\n]{1,200}”")
CORNER = deferred(r"「[^「」\n]{1,200}」")
STRAIGHT = deferred(r'(?<![0-9A-Za-z])"(?![ ,.;:，。；：、])[^"“”\n]{1,120}"')
UNEVEN = deferred(r'“[^"“”\n]{1,80}"|"[^"“”\n]{1,80}”')
TURNED = deferred(r"”[^“”，。！？；：\n]{1,16}“")
SINGLE_OUTSIDE = deferred(rf"(?<![A-Za-z‘“])‘[^‘’“”\n]{{0,60}}[{HAN}，。！？][^‘’“”\n]{{0,60}}’")
"""Quotations in marks of one style, or of two that do not belong together."""
