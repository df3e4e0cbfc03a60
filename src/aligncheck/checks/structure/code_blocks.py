"""Rules on code blocks: lost, added, and code that differs from the source's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, document_rule
from aligncheck.checks._wording import shortened, these
from aligncheck.checks.structure.code_changes import Change, Comparison, compare, narrowed
from aligncheck.checks.structure.code_pairing import codes
from aligncheck.checks.structure.code_tokens import Token, language, programmatic, prosaic, tokens
from aligncheck.checks.structure.counterparts import Blocks, Counterparts, counterparts
from aligncheck.model.report import Severity
from aligncheck.model.text import Block, Span

SAME_EXAMPLE = 0.6
"""Code that is less alike than this is another example, which may be as good."""
STALE, WORDS = 0.85, 6
"""Code of so many words that is alike to this degree is the same but for a value that was not brought up to date."""
_SITE = re.compile(r"\"?(?:https?:)?//(?P<host>(?:[\w-]+\.)+[a-z]{2,})\b")
_LINE = 8
"""Shorter lines (a bracket, ``else:``) stand in any code."""
_PROSE = frozenset({"", "text", "txt", "plain", "plaintext", "md", "markdown", "mdx", "markdoc", "mermaid", "console"})
"""Fences that may hold sentences, diagrams or a program's output rather than code."""


@document_rule(
    "STR005",
    "code-block-unmatched",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example(
            "# Setup\n\nFirst fetch the tide tables for this year.\n\n```sh\ntides fetch --year 2026\n```\n\n"
            "Then start the clock in the harbour office.\n\n```sh\ntides serve\n```\n\nThe hands turn once a minute.",
            "# 安装\n\n首先获取今年的潮汐表。\n\n然后启动港务办公室里的时钟。\n\n"
            "```sh\ntides serve\n```\n\n指针每分钟转一圈。",
            "the first command is lost",
        )
    ],
    good=[
        Example(
            "# Setup\n\nFirst fetch the tide tables for this year.\n\n```sh\ntides fetch\n```\n\n"
            "Then start the clock in the harbour office.",
            "# 安装\n\n首先获取今年的潮汐表：`tides fetch`。\n\n然后启动港务办公室里的时钟。",
            "the command stands in the sentence",
        ),
        Example(
            "# Setup\n\nFirst fetch the tide tables for this year.\n\n```sh\ntides fetch\n```\n\n"
            "Then start the clock in the harbour office.",
            "# 安装\n\n首先获取今年的潮汐表。\n\n```sh\ntides fetch\n```\n\n然后启动港务办公室里的时钟。",
        ),
    ],
)
def code_block_unmatched(document: DocumentContext) -> Iterator[Hit]:
    """A code block of one document has no counterpart in the other.

    Why: the sentence before it promises a command that readers of the translation never see; or the translation still
    shows one that the source has dropped. Code holds no sentences, so no other rule sees it.

    A warning for code that is lost, a hint for code that was added. Blocks at one place are one finding.

    Silent: beside text that is itself without counterpart (OMI001 and OMI002 speak of it); where the other document
    has the code in a sentence, a table or an include directive; in files that hold both languages.
    """
    if document.layout != "two-files":
        return
    both, found = counterparts(document), codes(document)
    yield from _unmatched(found.lost, both, lost=True)
    yield from _unmatched(found.added, both, lost=False)


def _unmatched(blocks: Sequence[Block], both: Counterparts, *, lost: bool) -> Iterator[Hit]:
    here, there = (both.source, both.target) if lost else (both.target, both.source)
    place = both.gap_of_source if lost else both.gap_of_target
    own, other = (_squeezed(side.document.text) if blocks else "" for side in (here, there))
    for _, group in groupby(blocks, key=lambda b: place(b.index)):
        members = [b for b in group if _expected(b, both, lost=lost) and not _elsewhere(b, own, other)]
        if not members:
            continue
        spans = tuple(Evidence(*b.span) for b in members)
        yield Hit(
            _missing(members, here, lost=lost),
            spans if lost else (),
            () if lost else spans,
            0.8 if lost else 0.6,
            severity=Severity.WARNING if lost else Severity.INFO,
            pair=here.pair_before(members[0].index),
            members=tuple(f"{'lost' if lost else 'added'} {b.text}" for b in members),
        )


def _expected(block: Block, both: Counterparts, *, lost: bool) -> bool:
    """Whether the text on either side of a block was translated, with nothing in between that could stand for it."""
    here, there = (both.source, both.target) if lost else (both.target, both.source)
    across = both.forth if lost else both.back
    own, other = (both.gap_of_source, both.gap_of_target) if lost else (both.gap_of_target, both.gap_of_source)
    beside = [n for n in here.neighbours(block.index) if n is not None]
    place = own(block.index)
    return bool(beside) and all(n in across for n in beside) and all(other(n) != place for n in there.lone)


def _elsewhere(block: Block, own: str, other: str) -> bool:
    """Whether most lines of a block's code stand in the other document as often as in its own, in whatever form.

    ``own`` and ``other``: all text of either document, squeezed.
    """
    lines = [line for line in map(_squeezed, block.text.split("\n")) if len(line) >= _LINE] or [_squeezed(block.text)]
    return 2 * sum(other.count(line) >= own.count(line) for line in lines) > len(lines)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s`\\]+", "", text)


def _missing(members: Sequence[Block], here: Blocks, *, lost: bool) -> str:
    what = f"{these(len(members), 'code block')}{here.under(members[0].index)}"
    be = "is" if len(members) == 1 else "are"
    return f"{what} {be} {'missing from the translation' if lost else 'only in the translation'}."


@document_rule(
    "STR006",
    "code-changed",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example(
            "Start the clock in the harbour office with this command.\n\n"
            "```sh\ntides serve --port 8080 --station north --log tides.log\n```\n\nThe hands turn once a minute.",
            "用这条命令启动港务办公室里的时钟。\n\n"
            "```sh\ntides serve --port 3000 --station north --log tides.log\n```\n\n指针每分钟转一圈。",
            "the port of an older version",
        ),
        Example(
            "Write the station into the settings file.\n\n"
            "```yaml\nstation: north\ninterval: 60\nalarm: true\n```\n\nThen start the clock again.",
            "把站点写进设置文件。\n\n```yaml\nstation: north\ninterval: 60\n```\n\n然后重新启动时钟。",
            "a line is missing",
        ),
    ],
    good=[
        Example(
            "Start the clock.\n\n```sh\n# on the quay\ntides serve --name 'North Quay'  # as usual\n```\n\nIt ticks.",
            '启动时钟。\n\n```sh\n# 在码头上\ntides serve --name "北码头"\n```\n\n时钟会走。',
            "a comment and a name were translated",
        ),
        Example(
            "Open the page.\n\n```js\nopen('/en/quay/', {wide: true})\n```\n\nIt shows the quay.",
            "打开页面。\n\n```js\nopen('/zh-cn/quay/', {\n  wide: true,\n});\n```\n\n页面显示码头。",
            "the Chinese page, and another layout",
        ),
    ],
)
def code_changed(document: DocumentContext) -> Iterator[Hit]:
    """The translation's code says something else than the source's.

    Why: code is not translated. Where it differs, the source has usually been brought up to date (a version, a flag, a
    path, another line) and the translation still shows the old example, which readers copy and run.

    An error where the code is the same but for numbers, versions or flags; a warning where other words or lines differ,
    or where it may be a program's output; a hint where it holds sentences, where only a name or the site of an address
    differs, and for another example altogether. One finding for each block.

    Silent: for comments, and for anything that is in Chinese on either side; for white space, line breaks, closing
    commas and semicolons, and the kind of quotes; for marks of a language (``en``, ``/zh-cn/``).
    """
    if document.layout != "two-files":
        return
    both = counterparts(document)
    for source, target, same_place in codes(document).pairs:
        compared = None if source.text == target.text else compare(source, target)
        if compared is None or not compared.changes:
            continue
        severity, confidence = _weight(source, target, compared, same_place=same_place)
        yield Hit(
            _message(compared, both.source.under(source.index), source, target),
            tuple(_evidence(source, target, compared, of_source=True)),
            tuple(_evidence(source, target, compared, of_source=False)),
            confidence,
            severity=severity,
            pair=both.source.pair_before(source.index),
            members=tuple("\x1e".join(_said(c, source, target)) for c in compared.changes),
        )


_MOST = 20
"""So many changes of one block are shown."""


def _weight(source: Block, target: Block, compared: Comparison, *, same_place: bool) -> tuple[Severity, float]:
    """How sure it is that the source's code was meant to stand there as it is."""
    words = tokens(source.text, language(source))
    if compared.alike < SAME_EXAMPLE or _reads_like_prose(source, words):
        return Severity.INFO, 0.5
    stale = compared.alike >= STALE and compared.size >= WORDS and same_place
    code = programmatic(words) if language(source) in _PROSE else language(target) not in _PROSE
    if stale and code and any(_value_changed(c) for c in compared.changes):
        return Severity.ERROR, 0.95
    mild = all(_names_only(c) or _other_site(c) for c in compared.changes)
    return (Severity.INFO, 0.5) if mild else (Severity.WARNING, 0.85)


def _reads_like_prose(block: Block, words: Sequence[Token]) -> bool:
    """Whether a block holds sentences: a prompt, a letter, a poem."""
    if language(block) not in _PROSE:
        return False
    lines = [tuple(group) for _, group in groupby(words, key=lambda t: t.line)]
    return 2 * sum(map(prosaic, lines)) > len(lines)


def _value_changed(change: Change) -> bool:
    """Whether one value stands for another of the same form: a number, a version, a flag."""
    if len(change.source) != 1 or len(change.target) != 1:
        return False
    one, two = change.source[0].text, change.target[0].text
    flags = one.startswith("--") and two.startswith("--")
    return flags or (_masked(one) == _masked(two) and one != two)


def _masked(text: str) -> str:
    return re.sub(r"[0-9]+(?:\.[0-9]+)*", "0", text)


def _names_only(change: Change) -> bool:
    """Whether a string of plain words stands for another one: a person, a title, a greeting."""
    both = (*change.source, *change.target)
    return bool(change.source and change.target) and all(
        t.string and re.fullmatch(r'"[A-Z][A-Za-z ,.!?\']*"', t.text) for t in both
    )


def _other_site(change: Change) -> bool:
    """Whether a page of another site stands for a page: a mirror, or the site's Chinese edition."""
    if len(change.source) != 1 or len(change.target) != 1:
        return False
    one, two = (_SITE.match(t.text) for t in (change.source[0], change.target[0]))
    return bool(one and two and one["host"] != two["host"])


def _evidence(source: Block, target: Block, compared: Comparison, *, of_source: bool) -> Iterator[Evidence]:
    """The words that differ, or the line that lacks them, line by line; of another example the whole."""
    block = source if of_source else target
    if compared.alike < SAME_EXAMPLE:
        yield Evidence(*block.span)
        return
    seen: set[Span] = set()
    for change in compared.changes[:_MOST]:
        at = narrowed(change, source.text, target.text)[0 if of_source else 1]
        beside = change.beside_source if of_source else change.beside_target
        if at.start == at.end and beside:
            at = Span(beside[0].start, beside[-1].end)
        for line in re.compile(r"[^\n]*\S").finditer(block.text, at.start, at.end):
            start = line.start() + len(line.group()) - len(line.group().lstrip())
            if Span(start, line.end()) not in seen:
                seen.add(Span(start, line.end()))
                yield Evidence(*block.locate(start, line.end()))


def _said(change: Change, source: Block, target: Block) -> tuple[str, str]:
    one, two = narrowed(change, source.text, target.text)
    return source.text[one.start : one.end], target.text[two.start : two.end]


def _message(compared: Comparison, under: str, source: Block, target: Block) -> str:
    if compared.alike < SAME_EXAMPLE:
        return f"The translation's code{under} is another example than the source's."
    first = min(compared.changes, key=lambda c: (not c.source) + (not c.target))
    gone, come = map(shortened, _said(first, source, target))
    more = len(compared.changes) - 1
    rest = f"; {more} more difference{'s' * (more > 1)}" if more else ""
    if not come:
        return f"The translation's code{under} lacks “{gone}”{rest}."
    if not gone:
        return f"The translation's code{under} has “{come}”, which the source's lacks{rest}."
    return f"The translation's code{under} has “{come}” for “{gone}”{rest}."
