"""Inline code must be the same on both sides, letter by letter. Knows code spans, not programming languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

from aligncheck.checks._layout import is_locale
from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, PairContext, Rule, pair_rule
from aligncheck.checks.links.balance import Balance, balance
from aligncheck.checks.links.items import Item, code
from aligncheck.checks.links.messages import read_message
from aligncheck.lang.patterns import deferred
from aligncheck.lang.text import HAN
from aligncheck.model.report import Severity

_HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_INVISIBLE = str.maketrans("", "", _HIDDEN)
_TYPOGRAPHY = str.maketrans("“”„‘’‚—–−。、", "\"\"\"'''---.,", _HIDDEN)
_TRIFLES = str.maketrans("", "", ";\"'`")
_WORDS = deferred(r"[A-Za-z]+(?:(?:,? |['-])[A-Za-z]+)*[.!?]?")
_SIGNS = deferred(r"[^A-Za-z0-9\s]")
_PROSE = deferred(r"[A-Za-z][a-z]*(?:,? [A-Za-z0-9][A-Za-z0-9-]*)+[.!?]?")
_CLOSE = 0.75
"""So alike two pieces of code must be to be versions of one (Ratcliff and Obershelp)."""


@pair_rule(
    "LNK003",
    "code-differs",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example("Set `lamp_interval` to ten.", "将 `lamp_intervall` 设为十。", "a letter too many"),
        Example('Call `ring("fog")` at once.', "立即调用 `ring（“fog”）`。", "Chinese punctuation inside code"),
        Example("Use the `--quiet-horn` flag at night.", "夜间请使用该标志。", "which one, nobody knows"),
        Example("Open `lamp.log` first.", "请先打开 `lamp\u200b.log`。", "a character nobody sees"),
    ],
    good=[
        Example("Set `lamp_interval` to ten.", "将 lamp_interval 设为十。", "plain, but the same letters"),
        Example("Return a `list` of `str`.", "返回 `list[str]`。", "two were joined"),
        Example("Send a `System Message` first.", "先发送一条系统消息。", "words that were translated"),
        Example("Call `ring()` or `ring()` twice.", "调用 `ring()` 两次。", "named once instead of twice"),
    ],
)
def code_differs(pair: PairContext) -> Iterator[Hit]:
    """Code in a sentence was changed or lost.

    Why: readers type or copy it as it stands.

    An error where only punctuation became Chinese or invisible characters came in, which is surely wrong; a warning
    for other changes and for names that were lost; a hint where what stands in the code was translated, which may be
    right for an example.

    Silent: for code that became plain text of the same letters; for spans that were joined or split; for plain words
    that became prose, and translated phrases of several; for a name that the sentence has once instead of twice; for
    what stands in a neighbouring sentence. Of roles in reStructuredText only what they refer to is compared.
    """
    found = pair.document.once("code left over", _code)
    left = found.left.get(pair.pair.id)
    if left is None or not left.lost:
        return
    source, target = pair.source.text, pair.target.text
    locale = is_locale(pair.source.document)
    lost = [
        item
        for item in left.lost
        if not _stands(item.key, target)
        and not _stands(_title(source[item.start : item.end]), target)
        and not (locale and read_message(item.key).slots)
    ]
    gained = [item for item in left.gained if not _stands(item.key, source)]
    for item in lost:
        other = _answer(item, gained, alone=len(lost) == len(gained))
        if other is not None:
            gained.remove(other)
            if not (_PROSE.fullmatch(item.key) and HAN.search(other.key)):
                yield _changed(item, other)
        elif _name_like(item.key) and not found.dropped and item.key not in found.target_keys:
            yield Hit(
                f"The code “{item.key}” is missing from the translation.",
                (Evidence(item.start, item.end),),
                (),
                0.7,
                key=item.key,
            )


def _changed(item: Item, other: Item) -> Hit:
    plain = _plain(item.key)
    punctuation = plain == _plain(other.key) and plain == _squeeze(item.key) and any(c.isalnum() for c in plain)
    translated = not punctuation and len(HAN.findall(other.key)) != len(HAN.findall(item.key))
    invisible = other.key != other.key.translate(_INVISIBLE)
    if punctuation and invisible:
        message = f"Invisible characters stand in the code “{item.key}”."
    else:
        what = "Chinese punctuation stands in the code" if punctuation else "The code was changed"
        message = f"{what}: “{other.key}” instead of “{item.key}”."
    return Hit(
        message,
        (Evidence(item.start, item.end),),
        (Evidence(other.start, other.end),),
        0.97 if punctuation else 0.4 if translated else 0.75,
        key=f"{item.key} {other.key}",
        severity=Severity.ERROR if punctuation else Severity.INFO if translated else None,
    )


def _answer(item: Item, gained: list[Item], *, alone: bool) -> Item | None:
    """The code of the target that stands for a lost one: alike, or the next where equally many are left."""
    alike = [(_likeness(item.key, other.key), -n) for n, other in enumerate(gained)]
    if not alike:
        return None
    best, n = max(alike)
    if best >= _CLOSE:
        return gained[-n]
    return gained[0] if alone else None


def _likeness(one: str, other: str) -> float:
    a, b = _plain(one), _plain(other)
    return 1.0 if a == b else SequenceMatcher(None, a, b, autojunk=False).ratio()


def _title(text: str) -> str:
    """What a reader sees of a reference with a title: ``title`` of ```title <target>```."""
    return text.strip("`").partition("<")[0].strip() or text


def _stands(key: str, text: str) -> bool:
    """Whether the code stands in the text, perhaps without its brackets, in other capitals or with other spaces."""
    bare = key.strip("\"'").removesuffix("()") or key
    pattern = r"\s*".join(re.escape(part) for part in bare.split())
    before = r"(?<![A-Za-z0-9_])" if bare[:1].isalnum() else ""
    after = r"(?![A-Za-z0-9_])" if bare[-1:].isalnum() else ""
    return bool(re.search(before + pattern + after, text, re.IGNORECASE))


def _name_like(key: str) -> bool:
    """Whether code is a name or a command rather than words, a figure or a sign that prose may express."""
    return not _WORDS.fullmatch(key) and len(key) > 3 and any(c.isalpha() for c in key) and bool(_SIGNS.search(key))


def _squeeze(text: str) -> str:
    return "".join(text.split()).casefold()


def _plain(text: str) -> str:
    """Code without white space, with the punctuation of a keyboard."""
    return _squeeze(unicodedata.normalize("NFKC", text.translate(_TYPOGRAPHY)))


def _code(document: DocumentContext) -> Balance:
    return balance(document, code, _same)


def _same(source: str, target: str) -> bool:
    """Whether the target's code is the source's with the signs of a keyboard, give or take quotes and semicolons."""
    plain = _plain(target)
    return _squeeze(target) == plain and plain.translate(_TRIFLES) == _plain(source).translate(_TRIFLES)


RULES: tuple[Rule, ...] = (code_differs,)
