"""Finds the runs of one language in a text that may hold two; knows words only by the weights ``lang`` gives them.

A text is read as a path through two states, English and Chinese, of least cost (Viterbi): every word costs something
in the wrong language, closed-class words most, names least; changing language costs little at the end of a sentence,
more at a space, and is impossible inside a word, a clause or a quotation. So ``OpenAI 的第三阶段`` is Chinese as a
whole, while ``… Done. 完成了。`` changes at the stop.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from aligncheck.lang.en.sentences import word_weight
from aligncheck.lang.patterns import deferred
from aligncheck.lang.zh.sentences import FUNCTION, HAN
from aligncheck.model.text import Lang, Span

_HAN, _HANS = deferred(f"[{HAN}]"), deferred(f"[{HAN}][{HAN}]*")
_WORD = deferred(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’\u2011-]*")
_WORDS = deferred(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’\u2011-]+|[aI]")
"""The same without single letters, a and I apart."""
_HANDLE = deferred(r"@[A-Za-z0-9_-]+|[A-Za-z0-9_-]+(?: ?\.[A-Za-z0-9_-]{2,})+")
"""Account names, domains and file names: letters, but no words."""
_DOTTED = deferred(r"\.[A-Za-z0-9_-]{2}")
"""What every domain and file name has."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_TOKEN = deferred(
    r"(?P<neutral>https?://[A-Za-z0-9\-._~:/?#@!$&*+,;=%()]+|[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    rf"|(?P<en_date>{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, ?\d{{4}})?(?!\d)|\d{{1,2}} {_MONTH},? \d{{4}})"
    r"|(?P<zh_date>\d{4} ?年(?: ?\d{1,2} ?月(?: ?\d{1,2} ?[日号號])?)?|\d{1,2} ?月 ?\d{1,2} ?[日号號])"
    rf"|(?P<han>[{HAN}]+)"
    r"|(?P<word>[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f0-9'’\u2011_-]*(?:\.[A-Za-z0-9]+)*)"
    r"|(?P<number>\d+(?:[.,:]\d+)*[%‰]?)"
    r"|(?P<separator>[ \u3000]+[/|｜／·•∙⋅][ \u3000]+|\n)"
    r"|(?P<stop>[.!?…。！？]+[\"'”’」』)）\]*]*)"
    r"|(?P<space>[ \t\u00a0\u3000]+)"
    r"|(?P<wide>[，、；：]+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_SIGNS = deferred(r"[“”‘’「」『』（）()《》【】\"]|\n")
_PAIRED = dict(zip("”’」』）)》】", "“‘「『（(《【", strict=True))
_NEVER, _AT_SPACE, _AT_STOP, _AT_SEPARATOR = 12.0, 3.0, 1.2, 1.0
# What it costs where a short text changes script for good: at a sign between spaces, a slash, a space or a stop.
_AT_HALF = {"separator": 0.25, "slash": 0.6, "space": 0.95, "stop": 0.4}
_CHANGES = {"stop": _AT_STOP, "separator": _AT_SEPARATOR}
_DATE_COSTS = {"zh_date": (4.0, 0.0), "en_date": (0.0, 3.0)}
_INSIDE, _TITLE = 0.25, 0.35
_LONGEST_QUOTE = 600
_LONGEST_HALVES = 120
_SEPARATORS = " \t\n\u3000/|｜／·•∙⋅–—"


class Run(NamedTuple):
    """A stretch of a text in one language; ``lang`` is None where nothing shows one."""

    start: int
    end: int
    lang: Lang | None


class _Token(NamedTuple):
    """Where a token begins, what it costs in either language, and what changing language right before it costs."""

    start: int
    en: float
    zh: float
    change: float


def has_han(text: str) -> bool:
    return _HAN.search(text) is not None


def plainly(text: str) -> Lang | None:
    """The language a sentence is plainly in: English prose without Chinese, or Chinese with little else; else None."""
    han = 0 if text.isascii() else sum(map(len, _HANS.findall(text)))
    named = "@" in text or _DOTTED.search(text)
    words = _WORDS.findall(_HANDLE.sub(" ", text) if named else text)
    if han == 0:
        return "en" if len(words) >= 4 and sum(map(word_weight, words)) >= 3 else None
    return "zh" if han >= 2 and han > 2 * len(words) else None


def runs(text: str) -> list[Run]:
    """Runs of one language in ``text``, in order; together they leave out only signs that part two runs."""
    if not has_han(text):
        return [Run(0, len(text), "en" if _WORD.search(text) else None)]
    if not _WORD.search(text):
        return [Run(0, len(text), "zh")]
    changes = _decode(_tokens(text))
    ends = [start for start, _ in changes[1:]] + [len(text)]
    found = [Run(start, end, lang) for (start, lang), end in zip(changes, ends, strict=True)]
    return [_bare(text, run, i > 0, i + 1 < len(found)) for i, run in enumerate(found)]


def _bare(text: str, run: Run, follows: bool, precedes: bool) -> Run:
    """A run without the sign that parts it from its neighbour (`` / ``, `` | ``)."""
    start, end = run.start, run.end
    while follows and start < end and text[start] in _SEPARATORS:
        start += 1
    while precedes and end > start and text[end - 1] in _SEPARATORS:
        end -= 1
    return run._replace(start=start, end=end)


def _tokens(text: str) -> list[_Token]:
    """The tokens that cost something or allow a change. Quoted and bracketed matter counts little and allows none."""
    found: list[_Token] = []
    quoted = [*_quotations(text), Span(len(text), len(text))]
    k = 0
    turn, at_turn = _turn(text) if len(text) <= _LONGEST_HALVES else (-1, _NEVER)
    change, fresh = _NEVER, True
    for match in _TOKEN.finditer(text):
        kind, start = match.lastgroup or "", match.start()
        if kind == "space":
            change = min(change, _AT_SPACE)
            continue
        en, zh = _costs(kind, match, fresh)
        while start >= quoted[k].end < len(text):
            k += 1
        if quoted[k].start < start < quoted[k].end:
            en, zh, change = _INSIDE * en, _INSIDE * zh, _NEVER
        elif start == turn:
            change = min(change, at_turn)
        if en or zh or change < _NEVER or not found:
            found.append(_Token(0 if not found else start, en, zh, change))
        fresh = kind in ("stop", "separator", "other")
        change = _CHANGES.get(kind, _NEVER)
    return found


def _costs(kind: str, match: re.Match[str], fresh: bool) -> tuple[float, float]:
    """What a token costs in English and in Chinese; ``fresh`` tells the first word of a sentence."""
    if kind == "han":
        token = match.group()
        return 1.0 + 0.35 * len(token) + 0.5 * sum(c in FUNCTION for c in token), 0.0
    if kind == "word":
        word = match.group()
        # A capital in mid-sentence: a name, or a title (Attention Is All You Need), which any language may hold.
        return 0.0, word_weight(word) if fresh or not word[0].isupper() else min(word_weight(word), _TITLE)
    if kind in _DATE_COSTS:
        return _DATE_COSTS[kind]
    if kind == "wide" or (kind == "stop" and match.group()[0] in "。！？"):
        return 0.5, 0.0
    if kind == "number" and _HAN.match(match.string[match.end() : match.end() + 2].lstrip(" ")):
        return 0.2, 0.0
    return 0.0, 0.0


def _turn(text: str) -> tuple[int, float]:
    """Where a short text turns from Latin script to Han, or back, for good, and what the change costs there."""
    kinds = [(m.lastgroup or "", m.start()) for m in _TOKEN.finditer(text)]
    if [kind for kind, _ in kinds[:2]] == ["number", "stop"]:
        del kinds[:2]
    sides = [kind in ("han", "zh_date") for kind, _ in kinds if kind in ("han", "word", "zh_date", "en_date")]
    if not sides or sides != sorted(sides, reverse=sides[0]) or sides[0] == sides[-1]:
        return -1, _NEVER
    second = ("word", "en_date") if sides[0] else ("han", "zh_date")
    i = next(k for k, (kind, _) in enumerate(kinds) if kind in second)
    while i > 1 and kinds[i - 1][0] in ("number", "other") and text[kinds[i - 1][1]] not in "/|｜／–—":
        i -= 1
    at, before = kinds[i][1], [kind for kind, _ in kinds[:i] if kind != "space"]
    if not before or "stop" in before[:-1]:
        return -1, _NEVER
    sign = text[:at].rstrip()[-1:]
    if sign in "/|｜／•·–—":
        return at, _AT_HALF["separator" if text[:at].endswith(" ") else "slash"]
    if before[-1] == "stop":
        return at, _AT_HALF["stop"]
    # A sentence may begin with a Latin term; two headings side by side have no punctuation.
    sentence = any(kind == "stop" or (kind == "wide" and text[start] != "：") for kind, start in kinds)
    return (at, _AT_HALF["space"]) if kinds[i - 1][0] == "space" and not sentence else (-1, _NEVER)


def _decode(tokens: Sequence[_Token]) -> list[tuple[int, Lang]]:
    """Where each language begins on the cheapest path (Viterbi, 1967); of equal paths the one that changes later."""
    en = zh = 0.0
    back: list[tuple[bool, bool]] = []
    for _, cost_en, cost_zh, change in tokens:
        from_zh, from_en = zh + change < en, en + change < zh
        en, zh = (zh + change if from_zh else en) + cost_en, (en + change if from_en else zh) + cost_zh
        back.append((from_zh, from_en))
    changes: list[tuple[int, Lang]] = []
    english = en < zh
    for i in range(len(tokens) - 1, -1, -1):
        if back[i][0 if english else 1] or i == 0:
            changes.append((tokens[i].start, "en" if english else "zh"))
            english = not english
    return changes[::-1]


def _quotations(text: str) -> list[Span]:
    """Outermost quotations and brackets; none when nothing is said outside them, for then they are the text."""
    spans: list[Span] = []
    stack: list[tuple[str, int]] = []
    for match in _SIGNS.finditer(text):
        sign, at = match.group(), match.start()
        if (stack and at - stack[0][1] > _LONGEST_QUOTE) or sign == "\n":
            stack.clear()
        opened = '"' if sign == '"' else _PAIRED.get(sign)
        index = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][0] == opened), None) if opened else None
        if index is not None:
            if index == 0:
                spans.append(Span(stack[0][1], at))
            del stack[index:]
        elif sign != "\n" and sign not in _PAIRED and len(stack) < 20:
            stack.append((sign, at))
    outside, at = False, 0
    for span in [*spans, Span(len(text), len(text))]:
        outside = outside or any(c.isalpha() for c in text[at : span.start])
        at = max(at, span.end)
    return spans if outside else []
