"""Brackets and quotation marks without their partner (PUN003). Knows signs and where one may stand alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from aligncheck.checks._layout import pairs_given
from aligncheck.checks._rule import DocumentContext, Example, Hit, document_rule
from aligncheck.checks.punctuation.sheet import FILLING, Sheet, sheet_of
from aligncheck.lang.patterns import deferred
from aligncheck.model.report import Severity

_PAIRS = ("()", "（）", "[]", "【】", "《》", "「」", "『』", "“”", "〔〕")
_SORT = {sign: "()" if pair in ("()", "（）") else pair for pair in _PAIRS for sign in pair}
"""What answers each other: brackets of either width."""
_OPENS = frozenset(pair[0] for pair in _PAIRS)
_QUOTES = frozenset(("「」", "『』", "“”"))
_SIGN = deferred("[" + "".join("\\" + sign for pair in _PAIRS for sign in pair) + "]")

_MARKER = deferred(
    r"(?:^|[\s，。；：、,;:.!?！？>*•·\-—“\"])(?:[A-Za-z]\d{0,3}|\d{1,3}[A-Za-z]|[ivxIVX]{2,4}"
    r"|第?[\d一二三四五六七八九十百①-⑳]{1,4}|\d+(?:\.\d+)+)\Z"
)
_FACE = deferred(r"[:;：；=8xX][-^o']?[()（）\[\]]+(?=\s|\Z)|[￣▽ωдﾟ｀´^＾>＞;；][)）]|[(（][￣^＾>＞;；╯｡ﾟ]|\^_")
_INTERVAL = deferred(r"[\[(（][^\[\]()（）\n]{1,24}[,，;][^\[\]()（）\n]{1,24}[)\]）]")

_SINGLE = deferred(r"(?<![A-Za-z])['‘]|['’](?![A-Za-z])")
"""Single quotation marks, as far as they are no apostrophes."""

REACH = {"()": 2, "[]": 2, "【】": 2, "《》": 1, "〔〕": 1}
"""So many passages on the partner of a bracket may stand."""
QUOTED = 60
"""The same for quotations, which may run over paragraphs."""
GIVEN = 4
"""The same where rows are pairs."""


class Sign(NamedTuple):
    """A bracket or quotation mark that has no partner in its passage."""

    at: int
    sort: str
    opens: bool


@document_rule(
    "PUN003",
    "unpaired-bracket",
    Severity.INFO,
    since="0.1.0",
    bad=[
        Example("The ferry (the old one) leaves at dawn.", "渡轮（旧的那艘黎明出发。"),
        Example("She said: “The lamp is lit.”", "她说：“灯亮了。"),
    ],
    good=[
        Example("1) the ferry, 2) the lamp", "1）渡轮，2）灯", "list numbers"),
        Example("Values in [1, 5) are right.", "[1, 5) 中的值是对的。", "an interval"),
        Example("Thanks :)", "谢谢 :)", "a face"),
        Example("“One.\n\n“Two.”", "“其一。\n\n“其二。”", "a quotation over paragraphs"),
    ],
)
def unpaired(document: DocumentContext) -> Iterator[Hit]:
    """A bracket or quotation mark is opened and never closed, or closed and never opened, within its paragraph.

    Why: the reader cannot tell where the aside or the quotation ends. A bracket is a warning where the source has all
    of its own in pairs.

    One finding for brackets, one for quotation marks.

    Silent: for list numbers, faces, intervals, apostrophes and inch marks; for code and math; where a quotation or
    bracket runs on into the next paragraphs; where the source has the same sign without a partner; where the
    partner stands in the other language's part of the paragraph.
    """
    sheet = sheet_of(document)
    given = pairs_given(document)
    signs = _alone(sheet)
    rows = [sign for sign in signs if given and _own_pair(sheet, sign)]
    apart = set(rows)
    rest = [sign for sign in signs if sign not in apart]  # they are closed where their source closes them
    for sign in sorted([*rows, *_resolved(sheet, rest, GIVEN if given else QUOTED)]):
        pair = sheet.pair(sign.at)
        source = pair.source.text if pair.source else None
        if source is not None and not (_balanced(source, sign.sort) and _in_order(source, sign.sort)):
            continue
        if sign.sort in _QUOTES and _left_to_others(sheet, sign.at, source, given=given):
            continue
        quote = sign.sort in _QUOTES
        hit = _hit(sheet, sign, "quotes" if quote else "brackets")
        sure = source is not None and not quote and pair.confidence >= 0.8 and "(" in sign.sort
        yield replace(hit, severity=Severity.WARNING) if sure else hit


def _own_pair(sheet: Sheet, sign: Sign) -> bool:
    """Whether the source of a row has such a bracket, so that it closes in the same row."""
    source = sheet.source(sign.at)
    return sign.sort not in _QUOTES and any(one in source for one in sign.sort)


def _left_to_others(sheet: Sheet, at: int, source: str | None, *, given: bool) -> bool:
    """Whether straight marks stand in for the partner, or the quotation may run over rows of a table of pairs."""
    passage = sheet.passage(at)
    straight = sheet.raw.find('"', passage.start, passage.end) >= 0
    return straight or (given and source is not None and _SINGLE.search(source) is not None)


def _hit(sheet: Sheet, sign: Sign, kind: str) -> Hit:
    what = "quotation mark" if kind == "quotes" else "bracket"
    place = sheet.raw[sign.at : sign.at + 8] if sign.opens else sheet.raw[max(0, sign.at - 7) : sign.at + 1]
    near = " ".join("".join(c for c in place.split("\n")[0] if c not in "“”").split())
    return sheet.hit(
        sign.at,
        sign.at + 1,
        kind,
        f"A {what} is {'opened and never closed' if sign.opens else 'closed and never opened'}: ‘{near}’.",
        f"{{n}} {what}s have no partner in their paragraph.",
        confidence=0.85,
    )


def _alone(sheet: Sheet) -> list[Sign]:
    """Signs without a partner in their passage, in order."""
    found: list[Sign] = []
    number, end = -1, -1
    opened: dict[str, list[int]] = {}
    closed: list[Sign] = []
    for match in _SIGN.finditer(sheet.text):
        at = match.start()
        if at >= end:
            found += _left(sheet, opened, closed)
            number = sheet.number(at)
            end, opened, closed = sheet.passages[number].end, defaultdict(list), []
        sign = match.group()
        sort = _SORT[sign]
        if sign in _OPENS:
            opened[sort].append(at)
        elif opened[sort]:
            opened[sort].pop()
        else:
            closed.append(Sign(at, sort, opens=False))
    return found + _left(sheet, opened, closed)


def _left(sheet: Sheet, opened: dict[str, list[int]], closed: Sequence[Sign]) -> list[Sign]:
    """What is left of a passage, without what may stand alone."""
    left = [*closed, *(Sign(at, sort, opens=True) for sort, places in opened.items() for at in places)]
    shut = {sign.sort for sign in closed}
    left = [sign for sign in left if not (sign.sort in _QUOTES and sign.sort in shut and opened.get(sign.sort))]
    if not left:  # of quotations that are turned round PUN004 speaks
        return []
    passage = sheet.passage(left[0].at)
    line = sheet.text[passage.start : passage.end]
    if FILLING in line and not _balanced_raw(sheet, left):
        left = [sign for sign in left if sign.sort in _QUOTES]
    if ">>>" in sheet.raw[passage.start : passage.end]:  # a session of a program
        return []
    meant = {at for pattern in (_FACE, _INTERVAL) for m in pattern.finditer(line) for at in range(*m.span())}
    elsewhere = {
        sort for sort in {sign.sort for sign in left} if not passage.whole and _balanced(passage.block.text, sort)
    }
    rest = []
    for sign in sorted(left):
        at = sign.at - passage.start
        marker = sign.sort == "()" and not sign.opens and _MARKER.search(line[max(0, at - 12) : at])
        if not (at in meant or marker or sign.sort in elsewhere):
            rest.append(sign)
    return rest


def _balanced_raw(sheet: Sheet, left: Sequence[Sign]) -> bool:
    """Whether these signs have no partner even among what is no prose."""
    passage = sheet.passage(left[0].at)
    raw = sheet.raw[passage.start : passage.end]
    return not all(_balanced(raw, sign.sort) for sign in left)


def _balanced(text: str, sort: str) -> bool:
    """Whether a text opens as many as it closes; of quotations, those of either style."""
    if sort in _QUOTES:
        return all(text.count(pair[0]) == text.count(pair[1]) for pair in _QUOTES) and text.count('"') % 2 == 0
    forms = ("()", "（）") if sort == "()" else (sort,)
    return sum(text.count(form[0]) - text.count(form[1]) for form in forms) == 0


def _in_order(text: str, sort: str) -> bool:
    """Whether a text opens before it closes; a message that is put together from pieces may not."""
    first = next((sign for sign in _SIGN.finditer(text) if _SORT[sign.group()] == sort), None)
    return first is None or first.group() in _OPENS or _MARKER.search(text[: first.start()]) is not None


def _resolved(sheet: Sheet, signs: Sequence[Sign], quoted: int) -> list[Sign]:
    """Without those whose partner stands in another passage, and quotations that the next paragraph opens again."""
    gone: set[int] = set()
    waiting: dict[str, Sign] = {}
    for sign in signs:
        before = waiting.get(sign.sort)
        if sign.opens:
            waiting[sign.sort] = sign
            if sign.sort in _QUOTES and _opens_again(sheet, sign):
                gone.add(sign.at)
        elif before and sheet.number(sign.at) - sheet.number(before.at) <= min(REACH.get(sign.sort, quoted), quoted):
            gone |= {before.at, sign.at}
            del waiting[sign.sort]
    return [sign for sign in signs if sign.at not in gone]


def _opens_again(sheet: Sheet, sign: Sign) -> bool:
    following = sheet.number(sign.at) + 1
    return following < len(sheet.starts) and sheet.raw[sheet.starts[following]] == sheet.raw[sign.at]
