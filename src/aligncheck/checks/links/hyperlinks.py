"""Links must lead to the same place on both sides, and work. Knows addresses, no words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from aligncheck.checks._layout import pairs_given, two_files
from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, PairContext, Rule, pair_rule
from aligncheck.checks.links.balance import Balance, balance, marks
from aligncheck.checks.links.items import Item, links
from aligncheck.lang.addresses import bare, for_chinese_readers, one_owner, same_place
from aligncheck.model.report import Severity

_BROKEN = re.compile(
    r"(?P<scheme>https?(?:：\s*[/／]{0,2}|:\s*(?:／／|/ /| //)))"
    r"|(?P<brackets>[\]］]\s?(?:（\s?(?P<one>(?:https?://|\.{0,2}/|#)[!-~]+)|［\s?(?P<two>https?://[!-~]+)))"
)
_RAW = re.compile(r"\]\([^()\n]{0,80}(?:\([^()\n]{0,80}\)[^()\n]{0,80})?\)")
_DOUBTFUL = 0.5
"""Two sentences that belong together with less than this probability may have other links for good reasons."""
_WIDE = re.compile(r"[\u3000\uff01-\uff0f\uff1a-\uff1f。、《》“”‘’【】]")


class _Coupled(NamedTuple):
    """Links that stand for each other with different addresses, and those of the source that nothing stands for."""

    couples: list[tuple[Item, Item]]
    missing: list[Item]


@pair_rule(
    "LNK001",
    "link-differs",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example(
            "Read the [tide tables](https://harbour.example/tides/2024-north) first.",
            "请先阅读[潮汐表](https://harbour.example/lamps/fog-horn)。",
            "the text is right, the address is another page's",
        )
    ],
    good=[
        Example(
            "Read the [tide tables](https://harbour.example/en/tides#north-quay).",
            "请阅读[潮汐表](https://harbour.example/zh-cn/tides#北码头)。",
            "the Chinese page, with its own anchor",
        ),
        Example(
            "Read about [lighthouses](https://en.wikipedia.org/wiki/Lighthouse).",
            "阅读[灯塔](https://zh.wikipedia.org/wiki/灯塔)的介绍。",
            "the article in the reader's language",
        ),
        Example("See the [plan](./plan.md).", "参见[平面图](./plan.zh-CN.md)。", "the translated file"),
    ],
)
def link_differs(pair: PairContext) -> Iterator[Hit]:
    """A link leads to another place than in the source.

    Why: a link that was copied from the wrong line, or whose page the source has replaced since, sends readers astray
    and nobody sees it in the text.

    A warning, since translators may know a better page; a hint where both belong to one organisation, whose pages have
    probably moved, and where the two sentences may not belong together.

    Silent: for another scheme, ``www``, a closing slash, a query that names a language; for paths, file names and hosts
    that differ in the language alone; for the article of an encyclopedia in the other language; for translated
    anchors; for pages in Chinese that stand in for others; for the same document at another site; for links that
    stand elsewhere in the translation. The text of a link is not compared.
    """
    for lost, gained in _coupled(pair).couples:
        if for_chinese_readers(gained.key) == for_chinese_readers(lost.key):
            unsure = one_owner(lost.key, gained.key) or pair.pair.confidence < _DOUBTFUL
            yield Hit(
                f"The link leads to “{gained.key}” instead of “{lost.key}”.",
                (Evidence(lost.start, lost.end, lost.key),),
                (Evidence(gained.start, gained.end, gained.key),),
                0.5 if unsure else 0.8,
                key=f"{lost.key} {gained.key}",
                severity=Severity.INFO if unsure else None,
            )


@pair_rule(
    "LNK009",
    "link-missing",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example(
            "Read the [tide tables](https://harbour.example/tides) and the [fog rules](https://harbour.example/fog).",
            "请阅读[潮汐表](https://harbour.example/tides)和雾天规则。",
            "the second link was not taken over",
        )
    ],
    good=[
        Example(
            "Read the [tide tables](https://harbour.example/tides) and the [fog rules](https://harbour.example/fog).",
            "请阅读[雾天规则](https://harbour.example/fog)和[潮汐表](http://www.harbour.example/tides/)。",
            "in another order",
        )
    ],
)
def link_missing(pair: PairContext) -> Iterator[Hit]:
    """A link of the source is gone in the translation.

    Why: the clause that held it may be gone too; if not, readers miss the way.

    A warning, one for all links of a pair; a hint where the two sentences may not belong together. Where a document
    keeps hardly any link, this is said once, as a hint.

    Silent: for a link that stands elsewhere in the translation, even if only once; for what LNK001 and LNK010 speak of.
    """
    missing = _coupled(pair).missing
    if not missing:
        return
    found = pair.document.once("links left over", _links)
    if found.dropped:
        if found.first == pair.pair.id:
            first = missing[0]
            yield Hit(
                "The translation leaves links out, from here on.",
                (Evidence(first.start, first.end, first.key),),
                (),
                0.6,
                key="links dropped",
                severity=Severity.INFO,
            )
        return
    gone = [item for item in missing if not _stands_elsewhere(item.key, found, pair.document)]
    if not gone or list(_breaks(pair)):
        return
    what = f"The link to “{gone[0].key}” is" if len(gone) == 1 else f"{len(gone)} links are"
    yield Hit(
        f"{what} missing from the translation.",
        tuple(Evidence(item.start, item.end, item.key) for item in gone),
        (),
        0.5 if pair.pair.confidence < _DOUBTFUL else 0.75,
        severity=Severity.INFO if pair.pair.confidence < _DOUBTFUL else None,
        members=tuple(item.key for item in gone),
    )


@pair_rule(
    "LNK010",
    "link-broken",
    Severity.ERROR,
    since="0.1.0",
    bad=[
        Example(
            "Read the [tide tables](https://harbour.example/tides).",
            "请阅读[潮汐表]（https://harbour.example/tides）。",
            "Chinese brackets make no link",
        ),
        Example("Go to https://harbour.example now.", "请立即访问 https：//harbour.example。", "a Chinese colon"),
        Example("See [the fog rules](#fog-rules).", "参见[雾天规则](#雾天 规则)。", "a space inside the address"),
    ],
    good=[
        Example(
            "The tide tables (https://harbour.example/tides) help.", "潮汐表（https://harbour.example/tides）有帮助。"
        ),
        Example("Go to https://harbour.example now.", "请立即访问：https://harbour.example。"),
    ],
)
def link_broken(pair: PairContext) -> Iterator[Hit]:
    """A link of the translation cannot work: its punctuation became Chinese, or its address holds a space.

    Why: keyboards and translation programs turn ``:``, ``(`` and ``]`` into their full-width forms, and headings are
    copied into anchors with their spaces. Readers see raw markup instead of a link.

    Silent: where the source is written in the same way; for text in brackets that is followed by an address in Chinese
    brackets, unless the source has a link there.
    """
    yield from _breaks(pair)


def _breaks(pair: PairContext) -> Iterator[Hit]:
    """Signs of links that stand in the target's text as they are."""
    text = pair.target.text
    mine, yours = marks(pair)
    if not yours and "]" not in text and "http" not in text and "］" not in text:
        return
    sources, targets = links(pair.source, mine), links(pair.target, yours)
    if ("http" in text or "]" in text or "］" in text) and (found := _BROKEN.search(text)):
        address = (found["one"] or found["two"] or "").rstrip(".,")
        linked = f"]({address}" in pair.source.text or any(
            s.key == address != pair.source.text[s.start : s.end] for s in sources
        )
        written = "http" in pair.source.text or any(s.key.startswith("http") for s in sources)
        if not _BROKEN.search(pair.source.text) and (linked if address else written):
            yield _broken(found.group(), found.start(), found.end())
            return
    if sources and not pairs_given(pair.document) and "](" in text and "](" not in pair.source.text:
        for found in _RAW.finditer(text):
            yield _broken(found.group(), found.start(), found.end())
    for item in targets:
        wide = _WIDE.search(item.key.partition("#")[0])
        if wide and not any(_WIDE.search(other.key) for other in sources):
            yield _broken(wide.group(), item.start, item.end, item.key)


def _broken(what: str, start: int, end: int, value: str | None = None) -> Hit:
    return Hit(f"The link is broken by “{what}”.", (), (Evidence(start, end, value),), 0.96, key=what)


def _links(document: DocumentContext) -> Balance:
    return balance(document, links, same_place)


def _coupled(pair: PairContext) -> _Coupled:
    """What is left of a pair's links, put together by their text, or by order where the numbers agree."""
    return pair.once("links coupled", _couple)


def _couple(pair: PairContext) -> _Coupled:
    left = pair.document.once("links left over", _links).left.get(pair.pair.id)
    if left is None or not left.lost:
        return _Coupled([], [])
    couples, missing, free = [], [], list(left.gained)
    for lost in left.lost:
        text = bare(pair.source.text[lost.start : lost.end])
        alike = next((g for g in free if bare(pair.target.text[g.start : g.end]) == text), None)
        if alike is None:
            missing.append(lost)
        else:
            free.remove(alike)
            couples.append((lost, alike))
    if len(missing) == len(free):
        couples, missing = [*couples, *zip(missing, free, strict=True)], []
    return _Coupled(couples, missing)


def _stands_elsewhere(address: str, found: Balance, document: DocumentContext) -> bool:
    """Whether the translation has the link at another place, in text that is in no pair too."""
    if address in found.target_keys:
        return True
    return two_files(document) and address in document.target.text


RULES: tuple[Rule, ...] = (link_differs, link_missing, link_broken)
