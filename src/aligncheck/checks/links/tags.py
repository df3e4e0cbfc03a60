"""Tags in message strings must survive translation. Knows tags, not what they look like to a reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from aligncheck.checks._layout import is_locale, pairs_given
from aligncheck.checks._prose import is_marked
from aligncheck.checks._rule import Evidence, Example, Hit, PairContext, Rule, pair_rule
from aligncheck.checks.links.balance import marks
from aligncheck.checks.links.items import Item
from aligncheck.lang.patterns import deferred
from aligncheck.model.report import Severity
from aligncheck.model.text import Side

_VALUE = r"(?:\"[^\"]*\"|'[^']*'|\{[^{}]*\})"
_TAG = deferred(rf"<(/?)([A-Za-z][A-Za-z0-9.:-]{{0,30}}|\d{{1,2}})(?:\s+[A-Za-z_:@][\w.:-]*\s*=\s*{_VALUE})*\s*(/?)>")
_MANGLED = deferred(r"[＜〈《<]\s?[/／]?\s?[A-Za-z0-9]{1,20}\s?[/／]?\s?[＞〉》>]")
_FAULTS = {
    "open": "is not closed in the translation",
    "lost": "is missing from the translation",
    "added": "is not in the source",
}
_VOID = frozenset({"br", "hr", "img", "input", "wbr"})
_LAYOUT = frozenset({"br", "hr", "nobr", "p", "wbr"})
_STYLE = frozenset("b big center cite em font i mark q s small span strong sub sup tt u var".split())
_HTML = frozenset(
    """a abbr acronym audio bdi bdo button canvas code data datalist del details dfn div iframe img input ins kbd label
    meter object option output picture progress rp rt ruby samp select source strike summary svg time video""".split()
)


@pair_rule(
    "LNK004",
    "tag-differs",
    Severity.ERROR,
    since="0.1.0",
    bad=[Example("Press <LampIcon /> to begin.", "按下即可开始。", "the icon is gone")],
    good=[
        Example("Press <LampIcon /> to begin.", "按下 <LampIcon/> 即可开始。"),
        Example("Press <b>twice</b> to begin.", "按两次即可开始。", "bold print outside message strings"),
    ],
)
def tag_differs(pair: PairContext) -> Iterator[Hit]:
    """A tag of a message string is missing, left open, or not in the source.

    Why: without ``<link>`` nothing can be clicked; a tag that is not closed spoils the page after it.

    An error, but a warning for tags that only change the look (``<b>``, ``<em>``), which Chinese uses less, and in
    tables of pairs, where angle brackets may be something else.

    Silent: for line breaks and paragraphs; for attributes; for tags in code; for words in angle brackets
    that nothing closes (``<file>``), which readers are to fill in; in running text for all but components
    (``<LampIcon />``), since other markup is the translator's business.
    """
    if not pairs_given(pair.document):
        yield from _components(pair)
        return
    if "<" not in pair.source.text and "<" not in pair.target.text:
        return
    sources, targets = _tags(pair.source), _tags(pair.target)
    real = _elements(sources) | _elements(targets)
    sources, targets = ([t for t in tags if t.key.strip("/") in real] for tags in (sources, targets))
    before, after = Counter(tag.key for tag in sources), Counter(tag.key for tag in targets)
    if before == after:
        return
    locale = is_locale(pair.source.document)
    for name in sorted({key.strip("/") for key in before | after} - _LAYOUT):
        closed = before[name] == before["/" + name] and before[name + "/"] == 0
        unclosed = closed and before[name] > 0 and after[name] != after["/" + name]
        count, there = (sum(c[k] for k in (name, name + "/")) for c in (before, after))
        if not unclosed and (count == there or (count < there and (count or not locale or name in _STYLE))):
            continue
        sure = locale and (unclosed or name not in _STYLE)
        fault = "open" if unclosed and there >= count else "lost" if count > there else "added"
        yield Hit(
            f"The tag “<{name}>” {_FAULTS[fault]}.",
            tuple(Evidence(t.start, t.end) for t in sources if t.key.strip("/") == name),
            tuple(Evidence(t.start, t.end) for t in targets if t.key.strip("/") == name) or _mangled(pair.target, name),
            0.96 if sure else 0.7,
            key=f"{name} {fault}",
            severity=None if sure else Severity.WARNING,
        )


def _components(pair: PairContext) -> Iterator[Hit]:
    """Components of running text that are gone; the text of a sentence does not show where they stood."""
    mine, yours = marks(pair)
    if not mine:
        return
    there = {mark.target for mark in yours if mark.kind == "html"}
    names = {m.target for m in mine if m.kind == "html"} - there - _LAYOUT - _STYLE - _HTML
    for name in sorted(name for name in names if name):
        if f"<{name}" not in pair.document.target.text.lower():
            written = re.search(rf"<({re.escape(name)})\b", pair.document.source.text, re.IGNORECASE)
            yield Hit(
                f"The tag “<{written[1] if written else name}>” is missing from the translation.",
                (Evidence(0, len(pair.source.text)),),
                (),
                0.7,
                key=name,
                severity=Severity.WARNING,
            )


def _mangled(side: Side, name: str) -> tuple[Evidence, ...]:
    found = (m for m in _MANGLED.finditer(side.text) if name in m.group())
    return tuple(Evidence(m.start(), m.end()) for m in found if not _TAG.fullmatch(m.group()))


def _elements(tags: Sequence[Item]) -> set[str]:
    """Names that are elements for sure: closed, empty, or with attributes; ``<name>`` alone is a word to fill in."""
    closed = {tag.key[1:] for tag in tags if tag.key.startswith("/")}
    return closed | {tag.key.strip("/") for tag in tags if tag.key.endswith("/") or tag.key.strip("/") in _VOID}


def _tags(side: Side) -> list[Item]:
    """Tags by name: ``b`` opens, ``/b`` closes, ``b/`` is empty."""
    marks = side.marks
    return [
        Item(found[1] + found[2] + ("/" if found[3] else ""), found.start(), found.end())
        for found in _TAG.finditer(side.text)
        if not is_marked(found.start(), marks, "code")
    ]


RULES: tuple[Rule, ...] = (tag_differs,)
