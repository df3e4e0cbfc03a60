"""Reads message strings: named and numbered placeholders of the usual notations, ICU plurals and selections.

Sources: ICU MessageFormat, i18next, printf, Python's and JavaScript's format strings, Laravel. Compares nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from aligncheck.checks.links.items import Item
from aligncheck.lang.patterns import deferred

_TOKEN = deferred(
    r"(?P<double>\{\{\{?\s*(?P<dname>[-&#/^>]?\s*[\w$][^{}\n]{0,98})\}?\}\})"
    r"|(?P<dollar>[$%#]\{\s*(?P<vname>[\w.\[\]()-]{1,60})\s*\})"
    r"|(?P<nesting>\$t\((?P<tname>[^()\n]{1,100})\))"
    r"|(?P<python>%\((?P<pname>\w{1,40})\)[-+ #0]{0,3}\d{0,3}(?:\.\d{1,2})?[sdifrgeuxXc])"
    r"|(?P<escaped>%%)"
    r"|(?P<printf>(?<![0-9０-９])%(?:(?P<at>\d{1,2})\$)?(?:-(?=[\d*])|[+0#'I]){0,3}(?:\d{1,3}|\*(?:\d\$)?)?"
    r"(?:\.(?:\d{1,3}|\*(?:\d\$)?))?(?:hh?|ll?|[zjtqL]|<PRI)?(?P<type>[sdiufgxXoecp@])(?:\d{2}>)?)"
    r"|(?P<brace>\{)"
)
_SIMPLE = deferred(r"\{(?:\s*(?P<name>[A-Za-z_$][\w.$-]{0,60}|\d{1,2})\s*)?(?:[:!][^{}\n,]{0,40})?\}")
_FORMATTED = deferred(
    r"\{\s*(?P<name>\w[\w.]{0,60})\s*,\s*(?P<type>number|date|time|list|ordinal|duration|spellout)\b[^{}]{0,80}\}"
)
_COMPLEX = deferred(r"\{\s*(?P<name>\w[\w.]{0,60})\s*,\s*(?P<type>plural|select|selectordinal)\s*,")
_BRANCH = deferred(r"\s*(?:offset:\d+\s+)?(?P<key>=\d+|[^\s{}=,]{1,40})\s*\{")
_CLOCK = deferred(r"%[-_^#0]?[YHMBbAaSTyjZ]")
"""Directives of strftime that printf does not have: the parts of a date and their order are the language's own."""
_SAME_TYPE = str.maketrans("iu", "dd")
_DEEPEST = 5


class Choice(NamedTuple):
    """A plural or selection: its argument, type, the names of its branches, and where its head stands."""

    name: str
    type: str
    branches: tuple[str, ...]
    start: int
    end: int
    shown: bool


@dataclass(slots=True)
class Message:
    """What a message string holds.

    The keys of its slots are their notation and name. ``whole`` is False where braces of a choice do not close;
    ``clock`` says that it writes a date or a time.
    """

    slots: list[Item] = field(default_factory=list)
    nested: list[Item] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    whole: bool = True
    unnumbered: int = 0
    clock: bool = False


def read_message(text: str) -> Message:
    """Find the placeholders of a string, those in branches of choices too."""
    message = Message()
    _read(text, 0, len(text), message, 0)
    message.clock = bool(_CLOCK.search(text))
    return message


def _read(text: str, at: int, end: int, message: Message, depth: int) -> None:
    slots = message.nested if depth else message.slots
    while found := _TOKEN.search(text, at, end):
        at = found.end()
        if found["brace"]:
            at = _braced(text, found.start(), end, message, depth)
            continue
        if found["escaped"]:
            continue
        if found["double"]:
            key = "{{" + found["dname"].partition(",")[0].strip().lstrip("-& ") + "}}"
        elif found["dollar"]:
            key = found.group()[0] + "{" + found["vname"] + "}"
        elif found["nesting"]:
            key = f"$t({found['tname'].partition(',')[0].strip()})"
        elif found["python"]:
            key = f"%({found['pname']})"
        else:
            if not found["at"]:
                # An asterisk takes an argument of its own.
                message.unnumbered += 1 + found.group().count("*")
            key = f"%{found['at'] or message.unnumbered}${found['type'].translate(_SAME_TYPE)}"
        slots.append(Item(key, *found.span()))


def _braced(text: str, start: int, end: int, message: Message, depth: int) -> int:
    """Read what begins with a brace; returns where to go on."""
    slots = message.nested if depth else message.slots
    for pattern in (_SIMPLE, _FORMATTED):
        if found := pattern.match(text, start, end):
            slots.append(Item("{" + (found["name"] or "") + "}", *found.span()))
            return found.end()
    found = _COMPLEX.match(text, start, end)
    return _choice(text, found, end, message, depth) if found and depth < _DEEPEST else start + 1


def _choice(text: str, head: re.Match[str], end: int, message: Message, depth: int) -> int:
    at, branches, before, shown = head.end(), [], len(message.nested), False
    while branch := _BRANCH.match(text, at, end):
        close = _closing(text, branch.end(), end)
        if close < 0:
            message.whole = False
            return head.end()
        branches.append(branch["key"])
        shown = shown or "#" in text[branch.end() : close]
        _read(text, branch.end(), close, message, depth + 1)
        at = close + 1
    stop = re.compile(r"\s*\}").match(text, at, end)
    message.whole = message.whole and stop is not None and bool(branches)
    argument = "{" + head["name"] + "}"
    shown = shown or any(slot.key == argument for slot in message.nested[before:])
    message.choices.append(Choice(head["name"], head["type"], tuple(branches), head.start(), head.end(), shown))
    return stop.end() if stop else at


def _closing(text: str, at: int, end: int) -> int:
    """Where the brace closes that was opened before ``at``, or -1."""
    depth = 1
    for found in re.compile(r"[{}]").finditer(text, at, end):
        depth += 1 if found.group() == "{" else -1
        if not depth:
            return found.start()
    return -1
