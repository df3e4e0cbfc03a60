"""Text whose bytes were read in the wrong encoding, or escaped once too often. Knows encodings, no words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligncheck.checks._rule import DocumentContext, Example, Hit, document_rule
from aligncheck.checks.leftovers.targets import Target, around, targets
from aligncheck.lang.patterns import deferred
from aligncheck.lang.text import han
from aligncheck.model.report import Severity

_TAIL = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What the second and later bytes of UTF-8 become when they are read as Latin-1 or Windows-1252."""

_LATIN = deferred(
    rf"(?:[ÂÃ][{_TAIL}]|â[\x80€][{_TAIL}]|ã[\x80€][{_TAIL}]|ï[¼½][{_TAIL}]|ï»¿|(?:[åäæçèé][{_TAIL}]{{2}}){{2,}})+"
)
_GBK_AS_LATIN = deferred(r"[°-÷][¡-þ](?:[£°-÷][¡-þ])+")
_RARE = (
    "涓锛鐨銆紝浠鍙屽鍦鍏杩鍒勫鎴鐢瀹鍚澶璇屼鏄屾缁灏鏂鍜鍥嶅槸跺浼骞鏃鎬鑳瀵寮鍔鎵琛嗗鍗鏉閲湁嬪鍑傛笉垜"
    "搴鏁鐜鑰鈥滐闂锘"
)
"""What the commonest Chinese characters begin with when UTF-8 is read as GBK; hardly any text has two of them."""

_UTF8_AS_GBK = deferred(rf"[㐀-鿿]*[{_RARE}][㐀-鿿]+")
_FILLING = deferred("锟斤拷|锟斤|(?:烫){3,}|(?:屯){3,}|(?:锘){2,}")
"""What U+FFFD and uninitialised memory look like in GBK."""

_REPLACED = deferred("\ufffd+")
_QUESTION = deferred(r"\?{3,}(?=[^\W\d_])|(?<=[^\W\d_ ])\?{2,}(?=[^\W\d_])")
_DOUBLY = deferred(r"&amp;(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_ENTITY = deferred(r"&(?:amp|lt|gt|quot|apos|#39|#x27);", re.IGNORECASE)
_ESCAPE = deferred(r"(?:\\u[0-9a-fA-F]{4}){2,}|(?:\\x[0-9a-fA-F]{2}){3,}")
_SIGNS = (
    frozenset("\ufffdÂÃâãïåäæçèé?&\\锟烫屯锘")
    | frozenset(map(chr, range(0xB0, 0xF8))) - frozenset("·×±²³º»¹¼½¾¿°µ¶")
    | frozenset(_RARE)
)


@document_rule(
    "MTX010",
    "garbled-text",
    Severity.ERROR,
    since="0.1.0",
    explains=("OMI004", "UNT", "TRM"),
    bad=[
        Example("The ferry leaves at dawn.", "渡轮黎明出\ufffd\ufffd。"),
        Example("The café opens at dawn.", "cafÃ© 黎明开门。", "UTF-8 read as Latin-1"),
        Example("The ferry leaves at dawn.", "渡轮锟斤拷出发。", "bytes replaced on the way"),
    ],
    good=[
        Example("São João lies on the coast.", "São João 位于海岸。"),
        Example("Really???", "真的吗？？？"),
        Example("A pot of hot tea", "一壶滚烫的茶"),
    ],
)
def garbled_text(document: DocumentContext) -> Iterator[Hit]:
    """The target holds characters that come from a wrong encoding or from escaping twice.

    Why: ``Ã©``, ``锟斤拷`` or U+FFFD stand where a character was lost; readers see noise. Entities and question marks
    are a warning, since a format may want the one and a writer the other.

    Silent: where the source has the same characters; for accented words, and for question marks at the end of a
    sentence.
    """
    for target in targets(document):
        if not _SIGNS.isdisjoint(target.text):
            found = _find(target, document)
            if found:
                match, what, severity = found
                yield _hit(match, what, severity, target)


def _find(target: Target, document: DocumentContext) -> tuple[re.Match[str], str, Severity] | None:
    """The first garbled stretch that the source does not have, what it is, and how sure that is."""
    text = target.text
    source = around(target, document)
    for pattern, what, severity in _KINDS:
        for match in pattern.finditer(text):
            if match.group() not in source and _holds(pattern, match, source):
                return match, what, severity
    return None


def _holds(pattern: re.Pattern[str], match: re.Match[str], source: str) -> bool:
    """What a pattern alone cannot say of its match."""
    if pattern is _GBK_AS_LATIN:
        return _decodes(match.group())
    if pattern is _UTF8_AS_GBK:
        return _dense(match.group())
    if pattern is _QUESTION:
        return "?" not in source and "？" not in source
    return pattern is not _ENTITY or not _ENTITY.search(source)


def _decodes(text: str) -> bool:
    """Whether the Latin letters are Chinese text in GBK; in a short run every sign has to be a letter."""
    if sum(map(str.isalpha, text)) < (len(text) if len(text) < 8 else len(text) / 2):
        return False
    try:
        return han(text.encode("latin-1").decode("gbk")) >= 2
    except UnicodeDecodeError:
        return False


def _dense(text: str) -> bool:
    """Whether Chinese text turns into other Chinese text when its GBK bytes are read as UTF-8."""
    again = text.encode("gbk", "ignore").decode("utf-8", "ignore")
    return len({*text} & {*_RARE}) >= 2 and han(again) >= 2


_KINDS = (
    (_REPLACED, "stands where a character was lost", Severity.ERROR),
    (_FILLING, "is what is left of bytes that were replaced on the way", Severity.ERROR),
    (_LATIN, "is UTF-8 read as Latin-1", Severity.ERROR),
    (_UTF8_AS_GBK, "is UTF-8 read as GBK", Severity.ERROR),
    (_GBK_AS_LATIN, "is GBK read as Latin-1", Severity.ERROR),
    (_ESCAPE, "is an escape that was never decoded", Severity.WARNING),
    (_DOUBLY, "is an entity escaped twice", Severity.WARNING),
    (_ENTITY, "is an entity that the source writes as a character", Severity.WARNING),
    (_QUESTION, "stands in place of characters", Severity.WARNING),
)


def _hit(match: re.Match[str], what: str, severity: Severity, target: Target) -> Hit:
    return Hit(
        f"“{match.group()}” {what}.",
        target.source_evidence(),
        (target.evidence(*match.span()),),
        0.97 if severity is Severity.ERROR else 0.75,
        key=target.key(match.group()),
        severity=severity,
        pair=target.pair.id,
    )
