"""Where Chinese sentences end, and what marks text as Chinese; knows nothing of blocks or of English grammar."""

from __future__ import annotations

import re

from aligncheck.lang.patterns import deferred, each_at

HAN = "\u3400-\u9fff\uf900-\ufaff\u3007\U00020000-\U000323af"
"""Han characters, as the inside of a character class."""

_IS_HAN = deferred(f"[{HAN}]")
_CANDIDATE = deferred(
    r"(?P<stop>\.(?: \.)+|[。！？｡!?…]*[。！？｡!?][。！？｡!?…]*|…+|⋯+|\.+(?!\d))"
    r"(?P<close>(?:[ \u3000]?[”’」』）)】》〉\]]|[\"*_])*)|(?P<line>\n)"
)
_SIGNS = deferred(r"[.。！？｡!?…⋯\n]")
"""What a candidate begins with."""
_OPENERS = "“‘「『（(【《〈["
_PAIRS = dict(zip("”’」』）)】》〉]", "“‘「『（(【《〈[", strict=True))
_QUOTES = frozenset('”’」』"')
_GOES_ON = deferred(r"[，、；：,;:—的地得了着过等之是在和与及或而也都就这那]")
_SAID = deferred(
    r"[^，。！？；：,.!?;:“”「」]{0,6}?(?:说|說|道|问|問|答|喊|叫|嚷|吼|想|笑|哭|叹|嘆|讲|講|补充|補充|表示|回应|回應)[着道了]?(?:[。！]|$)"
)
"""A short clause of speech that closes its sentence: (“……？”) 她问。 One that a colon follows opens the next speech."""

_SPEAKS = deferred(r"[^，。！？；：,.!?;:“”「」]{1,12}[说說道问問答]：?[“「：]")
"""A clause that opens the next speech: 她问道：“…"""

FUNCTION = frozenset(
    "的了是在和与與及把被对對为為以而也都不我你他她它们們这這那哪有会會能可要就还還從从到于於或其将將让讓使用之吗嗎呢吧"
)
"""Characters of grammar: a stretch that has them is Chinese prose, not a name inside another language."""


def boundaries(text: str, start: int, end: int) -> list[int]:
    """Where sentences of ``text[start:end]`` end, ``end`` included, each after its closing quotes and brackets.

    A semicolon, a colon and an ellipsis in mid-text end none: gold alignments of novels and essays cut at none of them.
    A quotation that a speech tag follows (“……？”他问。) stays with it.
    """
    found, begin = [], start
    for match in each_at(_SIGNS, _CANDIDATE, text, start, end):
        at = match.end()
        if match["line"] is not None:
            if match.start() > begin and text[match.start() - 1] not in "，、,":
                found.append(match.start())
                begin = at
        elif at < end and _ends(text, begin, match, end):
            found.append(at)
            begin = at
    if begin < end:
        found.append(end)
    return found


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    stop, close, after = match["stop"], match["close"], match.end()
    if stop[0] in ".!?" and not _after_han(text, begin, match.start(), after, end):
        return False
    while after < end and text[after] in " \u3000\t":
        after += 1
    if after >= end:
        return True
    quoted = any(sign in _QUOTES for sign in close)
    if len(stop) > 1 and not stop.strip("…⋯. "):
        return quoted and (text[after] in _OPENERS or _SPEAKS.match(text, after, end) is not None)
    if not close.strip("*_ "):
        return text[after] not in "，、；：,;:—"
    return _closes(text, begin, close, match.start(), after, end)


def _after_han(text: str, begin: int, at: int, after: int, end: int) -> bool:
    """Whether an ASCII stop is Chinese punctuation: it follows Chinese, and no Latin word or digit follows at once."""
    before = text[max(begin, at - 12) : at]
    if not _IS_HAN.search(before):
        return False
    if text[at] == "." and not (_IS_HAN.match(before[-1:]) or before[-1:] in "”」』）)"):
        return False
    head = text[after : after + 1]
    return after >= end or not (head.isascii() and head.isalnum()) or bool(_IS_HAN.match(before[-1:]))


def _closes(text: str, begin: int, close: str, at: int, after: int, end: int) -> bool:
    """Whether a stop inside quotes or brackets ends the sentence around them as well."""
    head = text[after]
    if _GOES_ON.match(head) and not _IS_HAN.match(head):
        return False
    sign = close.strip("*_ ")[-1]
    if sign == '"':
        if text.count('"', begin, after) % 2:
            # The mark opens a quotation; the sentence ended before it.
            return False
        opened = text.rfind('"', begin, at)
    else:
        opened = text.rfind(_PAIRS[sign], begin, at)
    before = text[begin:opened].rstrip(" \u3000*") if opened >= 0 else ""
    if sign in _QUOTES:
        if before and before[-1] not in "，：；。！？,:;!?…—”’」』":
            # A quotation inside a clause (把“……？”写下来) goes on, unless another sentence clearly begins.
            return head in _OPENERS
        return not _SAID.match(text, after, min(end, after + 20)) and head not in "的地"
    return not before or before[-1] in "；。！？;!?…”」"
