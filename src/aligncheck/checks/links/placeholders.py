"""Placeholders of message strings must survive translation. Knows how messages are filled in, no words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from aligncheck.checks._layout import is_locale, pairs_given, two_files
from aligncheck.checks._prose import is_marked
from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, PairContext, Rule, pair_rule
from aligncheck.checks.links.items import Item
from aligncheck.checks.links.messages import Choice, Message, read_message
from aligncheck.lang.patterns import deferred
from aligncheck.model.report import Severity
from aligncheck.model.text import Side

_MANGLED = deferred(
    r"[｛{]\s?[｛{]?[^{}｛｝\n]{0,60}[｝}]{1,2}|[％%]\s?(?:\d[$＄])?\s?[sSdD@](?![A-Za-z])|[％%][(（]\w+[)）]\s?[a-zA-Z]?"
)
_NAMED = deferred(r"[A-Za-z_]\w*[A-Za-z_]")
_COLON = deferred(r"(?<![A-Za-z0-9:/.)\]}>]):([a-z][a-z0-9_]{1,30})(?![a-z0-9_:/-])")
_METAVARIABLE = deferred(r"[$%#]?\{[A-Z][A-Z0-9_]*\}")
"""A word in capitals may be one that the reader is to fill in."""
_AFTER_OPTION = deferred(r"(?:(?<![A-Za-z0-9])--?[a-z][\w-]*[ =]?|\][ .]*|(?<![A-Za-z0-9]):[a-z]+(?: [a-z]+)? )$")
_UNIT_OF_ONE = deferred(r"[._](?:zero|one|two|singular|0|1)$")
_PLURAL_UNIT = deferred(r"[._](?:zero|one|two|few|many|other|plural|singular|\d)$")
_PLURAL_BRANCH = deferred(r"zero|one|two|few|many|other|=\d+")


@pair_rule(
    "LNK002",
    "placeholder-differs",
    Severity.ERROR,
    since="0.1.0",
    bad=[
        Example("Welcome aboard, {{skipper}}!", "欢迎登船！", "the name is gone"),
        Example("Berth {berthNumber} is free.", "{泊位} 号泊位空闲。", "the placeholder was translated"),
    ],
    good=[
        Example("Welcome aboard, {{ skipper }}!", "{{skipper}}，欢迎登船！", "at another place"),
        Example("Choose a colour {red, green} for the buoy.", "为浮标选一种颜色（红、绿）。", "braces of prose"),
    ],
)
def placeholder_differs(pair: PairContext) -> Iterator[Hit]:
    """A placeholder of the source is missing in the translation, or one stands there that the source does not have.

    Why: the reader sees raw braces, or a sentence without the name it is about, and some programs fail.

    Read are ``{name}``, ``{0}``, ``{{name}}``, ``${name}``, ``%{name}``, ``%(name)s``, ``%s``, ``%1$s``, ``$t(key)``,
    ``:name`` in locale files, and ICU plurals and selections with what stands in their branches.

    An error in locale files and tables of pairs. A warning in running text; for single letters and figures in braces,
    which may be mathematics; for words in capitals and after the name of an option, which may be the reader's to fill
    in; for another order of nameless ones.

    Silent: for the parts of dates (``%d %b %Y``); for another order, if the placeholders are named or numbered; for a
    name used once instead of twice; for a count that is not shown in the singular; for fewer plural branches (Chinese
    needs only ``other``); for a selection that Chinese does not need; for braces round prose and in code.
    """
    source, target = pair.source.text, pair.target.text
    locale = is_locale(pair.source.document)
    if not ("{" in source or "%" in source or "$" in source or "{" in target or (locale and ":" in source)):
        return
    if not pairs_given(pair.document):
        yield from _in_prose(pair)
        return
    left, right = _message(pair.source, colons=locale), _message(pair.target, colons=locale)
    if left.whole and not right.whole:
        yield Hit("The braces of this message do not match.", (), (Evidence(0, len(target)),), 0.96, key="braces")
        return
    yield from _branches(left, right)
    lost, gained = _difference(left, right)
    clock = left.clock or right.clock
    lost = [slot for slot in lost if not (clock and _type(slot) != slot.key)]
    gained = [slot for slot in gained if slot.key[0] != ":" and not (clock and _type(slot) != slot.key)]
    if lost and sorted(map(_type, lost)) == sorted(map(_type, gained)) and _type(lost[0]) != lost[0].key:
        yield _reordered(lost, gained)
        return
    if _UNIT_OF_ONE.search(pair.source.segments[0].block.unit or ""):
        lost = lost[1:]
    if _PLURAL_UNIT.search(pair.source.segments[0].block.unit or "") or (gained and not locale):
        known = pair.document.once("placeholder names", _names)
        gained = [slot for slot in gained if slot.key not in known and locale]
    yield from _told(pair, lost, gained)


def _type(slot: Item) -> str:
    """A placeholder without its number: what is left of ``%2$s`` is ``s``."""
    return slot.key.rpartition("$")[2] if slot.key[0] == "%" else slot.key


def _reordered(lost: list[Item], gained: list[Item]) -> Hit:
    return Hit(
        "Placeholders without numbers stand in another order.",
        tuple(Evidence(slot.start, slot.end) for slot in lost),
        tuple(Evidence(slot.start, slot.end) for slot in gained),
        0.8,
        key="order " + " ".join(slot.key for slot in lost),
        severity=Severity.WARNING,
    )


def _told(pair: PairContext, lost: list[Item], gained: list[Item]) -> Iterator[Hit]:
    mangled = [Item(m.group(), *m.span()) for m in _MANGLED.finditer(pair.target.text) if not _sound(m.group())]
    for n, slot in enumerate(lost):
        other = gained[n] if n < len(gained) else mangled[n] if n < len(mangled) else None
        told = f"became “{pair.target.text[other.start : other.end]}”" if other else "is missing from the translation"
        locale = is_locale(pair.source.document)
        argument = _METAVARIABLE.fullmatch(slot.key) or _AFTER_OPTION.search(pair.source.text, 0, slot.start)
        sure = (_unmistakable(slot.key) or locale) and not argument
        yield Hit(
            f"The placeholder “{pair.source.text[slot.start : slot.end]}” {told}.",
            (Evidence(slot.start, slot.end),),
            (Evidence(other.start, other.end),) if other else (),
            0.97 if sure else 0.7,
            key=slot.key,
            severity=None if sure else Severity.WARNING,
        )
    for slot in gained[len(lost) :]:
        yield Hit(
            f"The placeholder “{pair.target.text[slot.start : slot.end]}” is not in the source.",
            (),
            (Evidence(slot.start, slot.end),),
            0.95,
            key=slot.key,
        )


def _in_prose(pair: PairContext) -> Iterator[Hit]:
    """Placeholders of running text, as its format marks them; only those with a name."""
    sources, targets = _marked(pair.source), _marked(pair.target)
    there = {slot.key for slot in targets}
    lost = [slot for slot in sources if slot.key not in there and slot.key not in "".join(pair.target.text.split())]
    if not lost:
        return
    whole = pair.document.target.text
    for slot in lost:
        shown = pair.source.text[slot.start : slot.end]
        if not two_files(pair.document) or shown not in whole:
            yield Hit(
                f"The placeholder “{shown}” is missing from the translation.",
                (Evidence(slot.start, slot.end),),
                (),
                0.75,
                key=slot.key,
                severity=Severity.WARNING,
            )


def _marked(side: Side) -> list[Item]:
    if "{" not in side.text:
        return []
    marks = [m for m in side.marks if m.kind == "placeholder" and m.end > m.start]
    named = [m for m in marks if _NAMED.fullmatch(side.text[m.start : m.end].strip("${} "))]
    return [Item("".join(side.text[m.start : m.end].split()), m.start, m.end) for m in named]


def _message(side: Side, *, colons: bool = False) -> Message:
    """The message of a side; ``:name`` counts in locale files alone, and nothing in the code of prose.

    It is read from the block, since joined sentences may have lost the space between them.
    """
    first, last = side.segments[0], side.segments[-1]
    text = first.block.text[first.start : last.end] if first.block is last.block else side.text
    message = read_message(text)
    if text != side.text:
        message = _moved(message, side)
    if side.document.format == "tsv":
        marks = side.marks
        kept = [s for s in message.slots if not is_marked(s.start, marks, "code")]
        # Where some stand in code, the numbers of the others say nothing.
        message.clock = message.clock or len(kept) < len(message.slots)
        message.slots = kept
    elif colons:
        message.slots += [Item(m.group(), *m.span()) for m in _COLON.finditer(side.text)]
    return message


def _moved(message: Message, side: Side) -> Message:
    """The message with the places of its parts in the side's text instead of the block's."""
    base = side.segments[0].start
    starts = [segment.start - base for segment in side.segments]

    def place(at: int) -> int:
        n = max(0, bisect_right(starts, at) - 1)
        return min(side.offsets[n] + at - starts[n], len(side.text))

    slots = [[Item(s.key, place(s.start), place(s.end)) for s in part] for part in (message.slots, message.nested)]
    choices = [c._replace(start=place(c.start), end=place(c.end)) for c in message.choices]
    return Message(slots[0], slots[1], choices, message.whole, clock=message.clock)


def _difference(left: Message, right: Message) -> tuple[list[Item], list[Item]]:
    """Placeholders that only one message has; nameless ones are counted, of named ones one is enough."""
    shown = [_argument(c) for c in left.choices if c.shown]
    needed = [*left.slots, *left.nested, *shown]
    there = [*right.slots, *right.nested, *map(_argument, right.choices)]
    known = {slot.key for slot in [*needed, *map(_argument, left.choices)]}
    lost = [s for n, s in enumerate(needed) if _once(needed, n) and s.key not in {t.key for t in there}]
    gained = [s for n, s in enumerate(there) if _once(there, n) and s.key not in known]
    bare = [slot for slot in needed if slot.key == "{}"]
    if bare and len(missing := [slot for slot in there if slot.key == "{}"]) not in (0, len(bare)):
        lost += bare[len(missing) :]
    return lost, gained


def _once(slots: list[Item], n: int) -> bool:
    return all(slot.key != slots[n].key for slot in slots[:n])


def _argument(choice: Choice) -> Item:
    return Item("{" + choice.name + "}", choice.start, choice.end)


def _branches(left: Message, right: Message) -> Iterator[Hit]:
    """Branches of plurals and selections whose names the program does not know."""
    for choice in right.choices:
        mine = next((c for c in left.choices if c.name == choice.name and c.type == choice.type), None)
        if mine is None:
            continue
        if choice.type == "select":
            wrong = sorted(set(choice.branches) ^ set(mine.branches))
        else:
            wrong = [b for b in choice.branches if not _PLURAL_BRANCH.fullmatch(b)]
            wrong += [] if "other" in choice.branches else ["other"]
        if wrong:
            yield Hit(
                f"The branches of “{choice.name}” differ: {', '.join(wrong)}.",
                (Evidence(mine.start, mine.end),),
                (Evidence(choice.start, choice.end),),
                0.96,
                key=f"{choice.name} {' '.join(wrong)}",
            )


def _names(document: DocumentContext) -> frozenset[str]:
    """Every placeholder of the source: what the program fills in somewhere."""
    return frozenset(
        slot.key
        for pair in document.pairs
        if pair.source and "{" in pair.source.text
        for slot in read_message(pair.source.text).slots
    )


def _sound(text: str) -> bool:
    return bool(read_message(text).slots)


def _unmistakable(key: str) -> bool:
    """Whether a placeholder in a table of pairs can be nothing else."""
    return key.startswith(("{{", "$", "%", "#")) or bool(_NAMED.fullmatch(key.strip("{}")))


RULES: tuple[Rule, ...] = (placeholder_differs,)
