"""File names and e-mail addresses must be the same on both sides. Knows how they are written, no words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, PairContext, Rule, pair_rule
from aligncheck.checks.links.balance import Balance, balance
from aligncheck.checks.links.items import emails, files
from aligncheck.lang.addresses import parse, same_place
from aligncheck.model.report import Severity


@pair_rule(
    "LNK007",
    "file-differs",
    Severity.WARNING,
    since="0.1.0",
    bad=[Example("Save it as lamps.yaml.", "将其保存为 horns.yaml。", "another file")],
    good=[
        Example("Save it as lamps.yaml.", "将其保存为 lamps.yaml。"),
        Example("Copy docs/en/plan.md.", "复制 docs/zh/plan.md。", "the translated file"),
        Example("The lamp is driven by Node.js.", "灯由 Node 驱动。", "a name that looks like a file"),
    ],
)
def file_differs(pair: PairContext) -> Iterator[Hit]:
    """A file name or path was changed.

    Why: readers look for the file by its name, and do not find it.

    Silent: where the name is only left out; for names that differ in the language or in figures alone, which NUM001
    compares; for names in code, which LNK003 compares; for names that stand elsewhere in the translation.
    """
    if "." not in pair.source.text or "." not in pair.target.text:
        return
    left = pair.document.once("files left over", _files).left.get(pair.pair.id)
    if not left or len(left.lost) != len(left.gained):
        return
    for lost, gained in zip(left.lost, left.gained, strict=True):
        if re.sub(r"\d+", "0", lost.key) != re.sub(r"\d+", "0", gained.key):
            yield Hit(
                f"The file is called “{gained.key}” instead of “{lost.key}”.",
                (Evidence(lost.start, lost.end),),
                (Evidence(gained.start, gained.end),),
                0.75,
                key=f"{lost.key} {gained.key}",
            )


@pair_rule(
    "LNK008",
    "email-differs",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example("Write to pilot@harbour.example.", "请写信至 pi1ot@harbour.example。", "a letter was mistaken"),
        Example("Write to pilot@harbour.example.", "请写信给引航员。", "the address is gone"),
    ],
    good=[
        Example("Write to pilot@harbour.example.", "请写信至 pilot@harbour.example。"),
        Example("[Write to us](mailto:pilot@harbour.example).", "请写信至 pilot@harbour.example。", "behind a link"),
    ],
)
def email_differs(pair: PairContext) -> Iterator[Hit]:
    """An e-mail address was changed or lost.

    Why: messages to a wrong address are lost, and nobody who could mend it ever hears of them.

    An error where the addresses differ in a letter or two, otherwise a warning.

    Silent: in code; where the address stands elsewhere in the translation; for addresses of another desk whose name or
    host names a language.
    """
    found = pair.document.once("e-mail left over", _emails)
    left = found.left.get(pair.pair.id)
    if not left or not left.lost or found.dropped:
        return
    for n, lost in enumerate(left.lost):
        gained = left.gained[n] if n < len(left.gained) else None
        if gained is None:
            if lost.key not in found.target_keys:
                yield Hit(
                    f"The address “{lost.key}” is missing from the translation.",
                    (Evidence(lost.start, lost.end),),
                    (),
                    0.75,
                    key=lost.key,
                )
        elif parse("//" + gained.key).chinese == parse("//" + lost.key).chinese:
            close = (
                SequenceMatcher(None, lost.key, gained.key, autojunk=False).ratio() * len(lost.key)
                > len(lost.key) - 2.5
            )
            yield Hit(
                f"The address is “{gained.key}” instead of “{lost.key}”.",
                (Evidence(lost.start, lost.end),),
                (Evidence(gained.start, gained.end),),
                0.95 if close else 0.75,
                key=f"{lost.key} {gained.key}",
                severity=Severity.ERROR if close else None,
            )


def _emails(document: DocumentContext) -> Balance:
    return balance(document, emails, lambda one, other: one == other)


def _files(document: DocumentContext) -> Balance:
    return balance(document, files, _same_file)


def _same_file(one: str, other: str) -> bool:
    one, other = one.casefold().replace("\\", "/"), other.casefold().replace("\\", "/")
    return one.rpartition("/")[2] == other.rpartition("/")[2] or same_place(one, other)


RULES: tuple[Rule, ...] = (file_differs, email_differs)
