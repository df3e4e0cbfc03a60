"""How a language model speaks of its own work in English, and what English texts use as a placeholder.

The named group that matched is the topic; ``TALK`` tells whether another text speaks of that topic itself. Only ASCII
letters make words here, because English stands in Chinese text without spaces.
"""

from __future__ import annotations

import re

from aligncheck.lang.patterns import any_of, deferred

_HINTS = (
    "translat", "language model", "an ai", "sorry", "afraid", "apologi", "fulfil", "request", "note", "todo", "tbd",
    "tbc", "tba", "fixme", "lorem", "xxx", "omitted", "truncated", "...", "…", "to be continued", "chinese:",
    "english:", "chinese：", "english：",
)  # fmt: skip
HINT = deferred(any_of(_HINTS))
"""A text in lower case that has none of these matches nothing below."""

_MACHINE = r"(?:an?[ ]AI|an?[ ]artificial[ ]intelligence|an?[ ](?:large[ ]|AI[ ])?language[ ]model)"
_CANNOT = r"(?:unable[ ]to|not[ ]able[ ]to|cannot|can['’]?t|can[ ]not|won['’]t)"

REFUSAL = deferred(
    rf"""
    (?P<machine>
        \bas[ ]{_MACHINE}(?:[ ](?:language[ ]model|model|assistant|chatbot|translator))?(?:,|(?=[ ]I\b))
        | \bI(?:['’]m|[ ]am)[ ](?:just[ ]|only[ ]|merely[ ])?{_MACHINE}\b
    )
    | (?P<translation>
        \bI\b[^.!?\n]{{0,40}}\b{_CANNOT}\b[^.!?\n]{{0,25}}\btranslat(?:e|ing|ions?)\b
        | \b(?:there[ ]is[ ])?no[ ](?:text|content)\b[^.!?\n]{{0,25}}\b(?:to[ ]translate|for[ ]translation)\b
        | \bplease[ ](?:provide|share|send|paste)\b[^.!?\n]{{0,40}}\b(?:translate|translated|translation)\b
    )
    | (?P<apology>
        \bI(?:(?:['’]m|[ ]am)[ ](?:sorry|afraid)|[ ]apologi[sz]e)\b[^.!?\n]{{0,15}}\bI\b[^.!?\n]{{0,12}}
            \b{_CANNOT}[ ](?:assist|help|comply|fulfil|fulfill)\b[^.!?\n]{{0,12}}\b(?:that|this|your)\b
        | \bI(?:['’]m|[ ]am)?[ ]{_CANNOT}[ ](?:assist[ ]with|comply[ ]with|fulfil|fulfill)[ ]
            (?:this|that|your)[ ]request\b
    )
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
"""A model that declines, or says what it is."""

REMARK = deferred(
    r"""
    (?P<translation>
        \b(?:here(?:[ ]is|['’]s|[ ]are)|below[ ]is|the[ ]following[ ]is)\b
            [^.:\n]{0,40}\btranslat(?:ion|ions|ed)\b[^.:\n]{0,40}[:：]
        | \btranslated[ ](?:with|by)[ ](?:www\.)?(?:DeepL|Google|ChatGPT|GPT|Youdao|Baidu|an?[ ]AI)
        | \b(?:I[ ]hope|let[ ]me[ ]know)\b[^.\n]{0,40}\b(?:this|the)[ ]translation\b[^.\n]{0,40}
        | \bnotes?:[ ](?:I(?:['’]ve|[ ]have)?|the[ ]translation|this[ ]translation)[ ][^.\n]{0,20}
          \b(?:translated|kept|preserved|retained|maintains|preserves|aims)\b[^.\n]{0,60}
    )
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
"""What a model says before or after the text it was asked for."""

LABEL = deferred(
    r"\W{0,6}(?P<translation>(?:(?:Chinese|English) translation|Translat(?:ion|ed(?: text)?)|(?:Simplified )?Chinese"
    r"|English)\**[ ]?[:：])[\s*]*",
    re.IGNORECASE,
)
"""A label before a translation, at the beginning of a text."""

PROMPT = deferred(
    r"""
    (?P<translation>
        \btranslate[ ](?:the[ ](?:following|above|text|sentence|paragraph)|this|these)\b[^.\n]{0,40}
            \b(?:in)?to[ ](?:simplified[ ]|traditional[ ])?(?:Chinese|English|Mandarin)\b
        | \byou[ ]are[ ]an?[ ](?:professional|expert|experienced|skilled|helpful)\b[\w ,-]{0,30}\btranslator\b
        | \b(?:only|just)[ ](?:output|return|reply[ ]with|provide|give)[ ]the[ ]translat(?:ion|ed[ ]text)\b
    )
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
"""An instruction to a translator that is no part of the text."""

PLACEHOLDER = deferred(
    r"""
    (?P<translation>
        [\[【(（<]\s?(?:TODO\W{0,3})?(?:needs?[ ]translation|to[ ]be[ ]translated|(?:not[ ](?:yet[ ])?|un)translated
            |translate(?:[ ](?:me|this|here))?|translation[ ](?:needed|missing|pending|required|to[ ]come))\s?[\]】)）>]
        | \bTODO\W{0,3}(?:please[ ])?(?:translate|translation)\b | \bNOT[ ]TRANSLATED\b
    )
    | (?P<stub>\bthis[ ](?:page|document|section|article|chapter)[ ](?:has[ ]not|hasn['’]t|is[ ]not|isn['’]t)[ ]
        (?:yet[ ]been|been|yet|being)?[ ]?translated\b)
    | (?P<todo>[\[【]\s?(?:TODO|FIXME)\b[^\]】\n]{0,40}[\]】] | \b(?-i:TODO|FIXME)[ ]?[:：]
        | ^(?:TODO|FIXME)[.!]?$)
    | (?P<pending>\b(?-i:TB[DCA])\b)
    | (?P<lorem>\blorem[ ]ipsum\b)
    | (?P<unknown>(?<![\w$/.-])(?-i:XXX+)(?![\w.-]))
    | (?P<omitted>
        [\[(（【](?:(?:\.{3}|…)[ ]?(?:the[ ])?(?:rest|remaining|remainder|omitted|truncated|continued)\b
            |(?:the[ ])?(?:rest|remainder|remaining|content|text|section)s?[ ](?:\w+[ ]){0,4}(?:omitted|truncated))
            [^\])）】\n]{0,40}[\])）】]
    )
    | (?P<continued>[\[(（【]\s?to[ ]be[ ]continued\W{0,3}[\])）】])
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
"""What stands where text is still to come."""

TALK: dict[str, re.Pattern[str]] = {
    topic: re.compile(pattern, re.IGNORECASE)
    for topic, pattern in {
        "machine": r"\b(?:AIs?|A\.I\.|artificial|LLMs?|chat ?bots?|assistants?|GPT\S*|models?|machines?|computers?"
        r"|robots?|program(?:me)?s?)\b",
        "translation": r"translat|interpret|\boriginal\b|rendering|\blanguages?\b|\bChinese\b|\bEnglish\b|\bMandarin\b",
        "stub": r"translat|locali[sz]",
        "apology": r"sorry|apolog|afraid|regret|unable|cannot|can not|n['’]t|\bcant\b|not able|unfortunate|forgive"
        r"|refus",
        "todo": r"to-?\s?do|fixme|tasks?\b",
        "pending": r"\bTB[DCA]\b|to be \w+|undecided|unknown|pending|not (?:yet )?|yet to|later",
        "lorem": r"lorem|ipsum|dummy|placeholder",
        "unknown": r"X{2,}|\bX\b|_{2,}|\bsuch|\bso-and-so|blank|placeholder|whatever|certain|somebody|someone|something"
        r"|\b30(?:th)?\b|thirt|\.{3}|…|\*{2,}|<\w+>|\[\w+\]|\{\w+\}",
        "omitted": r"omit|skip|snip|elid|abridg|abbreviat|truncat|\.{3}|…|and so (?:on|forth)|et cetera|etc",
        "continued": r"continue|next (?:time|part|week|month|episode|issue|chapter)|stay tuned|sequel|more to come",
    }.items()
}
"""How English speaks of a topic: a source that does so explains why its translation does."""

LAST_WORD = deferred(
    r"(?<![\w'’-])(?:the|an|and|or|but|because|although|whereas|unless|which|whose|into|between|during|their|its)$",
    re.IGNORECASE,
)
"""A word that never ends a sentence."""

LAST_PARTICLE = deferred(
    r"(?<![\w'’-])(?:of|to|from|with|for|at|by|is|are|was|were|has|have|had|be|been|not|very)$", re.IGNORECASE
)
"""A word that seldom ends a sentence."""
