"""Finds the commit of its original that a translation names; asks no git whether there is such a commit.

Where a page holds several, a key of its front matter goes before a labelled commit, and that before a link. A page may
cite any commit, so a link is believed only where words or its path say that it leads to the original, and neither link
nor label where the original holds the same commit: what both languages have is content.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote

from aligncheck.formats.metadata import front_matter_end, metadata
from aligncheck.lang.en import origins as english
from aligncheck.lang.zh import origins as chinese

_EDGE = 25
"""Lines with text at the beginning and at the end of a page among which remarks on its origin are looked for."""

_SHA = r"[0-9a-fA-F]{7,40}(?:[0-9a-fA-F]{24})?(?![0-9A-Za-z])"
_HEX = re.compile(_SHA)
_NAME = re.compile(r"[0-9A-Za-z][\w.+-]*(?:/[\w+-][\w.+-]*)*")
_TAG = re.compile(r"v?\d+(?:\.\d+)+(?:[-.+][0-9A-Za-z.]+)?")
_DAY = re.compile(r"(?:19|20)\d{6}")
_LINK = re.compile(
    rf"""https?://(?P<host>[\w.-]+(?::\d+)?)/(?P<project>[\w.~-]+(?:/[\w.~-]+)+?)
    (?:/-)?/(?P<what>blob|commits?|tree|raw|src(?:/commit)?|blame)/(?P<sha>{_SHA})
    (?P<path>(?:/[^\s?\#)>\]"'`，。、；：）】》|]*)?)
    | https?://raw\.githubusercontent\.com/[\w.-]+/[\w.-]+/(?P<rawsha>{_SHA})(?P<rawpath>/[^\s?\#)>\]"'`，。、；：）】》|]*)""",
    re.VERBOSE,
)
_SPEAKS = re.compile(rf"(?<![0-9A-Za-z])(?=[A-Fa-f]*[0-9]){_SHA}|<!--|\{{/\*|^\[(?://|comment)\]:", re.MULTILINE)
"""What a page has that names a commit by a label or a link."""

_COMMENT = re.compile(
    r"<!--((?:(?!<!--).)*?)-->|\{/\*((?:(?!\{/\*).)*?)\*/\}|^\[(?://|comment)\]: *# *[(\"'](.*)[)\"']$",
    re.DOTALL | re.MULTILINE,
)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_INLINE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_LABEL = re.compile(r"[\s>*_#/;-]*(?P<label>[A-Za-z\u4e00-\u9fff][\w .-]{1,40}?)[*_\s]*[:：=][*_\s]*(?P<rest>\S.*)")
_ALONE = re.compile(rf"[`\"'<(\[]*(?P<sha>{_SHA})[`\"'>)\]]*(?:[ ]*[(（][^)）]*[)）])?[ .。*_]*")
_BEHIND = re.compile(rf"[\s:：`\"'(（\[]*(?P<sha>{_SHA})")
_GENERIC = frozenset("index _index readme".split())
"""Names that pages of every directory have."""


@dataclass(frozen=True, slots=True)
class Pin:
    """The state of an original that a translation says it renders.

    Attributes:
        commit: a commit, whole or shortened, or a tag; as written. It may belong to another repository.
        path: the original's path in its repository, where the pin says so.
        line: where the translation says so, from 1.
        key: by what: a key of the front matter, the label, ``commit`` (in a sentence) or ``link``.
    """

    commit: str
    path: str | None
    line: int
    key: str


class _Remark(NamedTuple):
    """A line where a page may speak of its origin: its offset, its text, the line before it, and whether hidden."""

    start: int
    text: str
    before: str
    hidden: bool


def find_pin(
    text: str | bytes, keys: Sequence[str], *, source: str = "", target: str = "", original: bytes = b""
) -> Pin | None:
    """The pin of a translation, given its whole content; None where it has none.

    Args:
        keys: of the front matter, a dot leading into a table, the first that has a value before others. They and
            what ``PIN_LABELS`` lists are labels, too, in comments and on lines of their own.
        source, target: paths of both files, to tell a link to the original from one to another file or to the
            translation itself; without ``source`` a link with a path is no pin.
        original: the original as it is; what it holds itself is no pin.
    """
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    text = text.removeprefix("\ufeff")
    if (found := _of_keys(text, keys)) or not _SPEAKS.search(text):
        return found
    remarks = list(_remarks(text))
    return _of_labels(text, remarks, keys, original) or _of_links(text, remarks, source, target, original)


def _of_keys(text: str, keys: Sequence[str]) -> Pin | None:
    if not any(key.rpartition(".")[2] in text for key in keys):
        return None
    values = metadata(text)
    for key in keys:
        for value in values:
            if value.key != key:
                continue
            if link := _LINK.search(value.text):
                return Pin(_sha(link), _path(link), value.line, key)
            if name := next((n for n in _NAME.findall(value.text) if _may_name(n)), None):
                return Pin(name, None, value.line, key)
    return None


def _may_name(name: str) -> bool:
    """Whether a word of a value names a commit or a tag; a branch moves, and ``file not found`` names nothing."""
    return any(char.isdigit() for char in name) or bool(_HEX.fullmatch(name))


def _of_labels(text: str, remarks: Sequence[_Remark], keys: Sequence[str], original: bytes) -> Pin | None:
    known = {_plain(part) for key in keys for part in (key, key.rpartition(".")[2])}
    known |= english.PIN_LABELS | chinese.PIN_LABELS
    body = front_matter_end(text)
    for remark in remarks:
        if remark.start < body and not remark.text.startswith("#"):
            continue  # a key of the front matter, and none of those that were asked for
        found = _LABEL.match(remark.text)
        label = found["label"].strip() if found else ""
        name = _labelled(found["rest"].strip(), remark.hidden) if found and _plain(label) in known else None
        if name is None:
            name, label = _in_a_sentence(remark), "commit"
        if name and name.encode() not in original:
            return Pin(name, None, text.count("\n", 0, remark.start) + 1, label)
    return None


def _labelled(rest: str, hidden: bool) -> str | None:
    """The commit behind a label; a tag only in a comment, because readers are told versions of anything."""
    alone = _ALONE.match(rest) if hidden else _ALONE.fullmatch(rest)
    if alone and _is_sha(alone["sha"]):
        return alone["sha"]
    tag = _TAG.match(rest.strip("`\"'")) if hidden else None
    return tag[0] if tag else None


def _in_a_sentence(remark: _Remark) -> str | None:
    """The commit in ``Translated from commit 3f9c2d7e``; the sentence may begin on the line above."""
    text = f"{remark.before.rstrip()} {remark.text.lstrip('> ')}"
    for pattern in (english.FROM_COMMIT, chinese.FROM_COMMIT):
        for found in pattern.finditer(text):
            commit = _BEHIND.match(text, found.end())
            if commit and _is_sha(commit["sha"]):
                return commit["sha"]
    return None


def _is_sha(word: str) -> bool:
    """Whether hexadecimal digits are a commit rather than a word or a day."""
    return any(char.isdigit() for char in word) and not _DAY.fullmatch(word)


def _plain(label: str) -> str:
    return re.sub(r"[\s_.-]", "", label).lower()


def _of_links(text: str, remarks: Sequence[_Remark], source: str, target: str, original: bytes) -> Pin | None:
    for remark in remarks:
        for link in _LINK.finditer(remark.text):
            sha = _sha(link)
            if not any(char.isdigit() for char in sha) or sha.encode() in original:
                continue
            context = remark.text[: link.start()] + " " + remark.text[link.end() :]
            # What stands above explains a link that stands alone, not one within a sentence of its own.
            context = context if len(re.findall(r"\w", context)) > 3 else f"{remark.before} {context}"
            if _believed(_path(link), context, remark.hidden, source, target):
                return Pin(sha, _path(link), text.count("\n", 0, remark.start) + 1, "link")
    return None


def _believed(path: str | None, context: str, hidden: bool, source: str, target: str) -> bool:
    """Whether a link leads to the original: by its path alone where that is the source's, else by path and words."""
    sure = bool(english.ORIGINAL.search(context) or chinese.ORIGINAL.search(context))
    perhaps = sure or bool(english.PERHAPS_ORIGINAL.search(context) or chinese.PERHAPS_ORIGINAL.search(context))
    if path is None:
        return sure or (hidden and perhaps)
    common = _common_end(path, source)
    if not common or _common_end(path, target) > common:
        return False
    parts = min(path.count("/"), source.count("/")) + 1
    if common == parts and common > 1:
        return True
    generic = path.rpartition("/")[2].partition(".")[0].lower() in _GENERIC
    return perhaps and (common > 1 or not generic or parts == 1)


def _common_end(one: str, other: str) -> int:
    """How many names at the end of two paths are the same."""
    count = 0
    for a, b in zip(reversed(one.split("/")), reversed(other.split("/")), strict=False):
        if a != b:
            break
        count += 1
    return count


def _sha(link: re.Match[str]) -> str:
    return link["sha"] or link["rawsha"]


def _path(link: re.Match[str]) -> str | None:
    if link["what"] in ("commit", "commits"):
        return None
    return unquote((link["path"] or link["rawpath"] or "").strip("/").rstrip(".,;:")) or None


def _remarks(text: str) -> Iterator[_Remark]:
    """Lines in comments, and lines at either end of the page; no code."""
    text = _without_code(text)
    comments = [(found.start(), found.end()) for found in _COMMENT.finditer(text)]
    for found in _COMMENT.finditer(text):
        number = next(n for n in (1, 2, 3) if found[n] is not None)
        yield from _lines(found[number], found.start(number), hidden=True)
    begins = [begin for begin, _ in comments]
    seen = [
        line
        for line in _lines(text, 0, hidden=False)
        if not (at := bisect_right(begins, line.start)) or line.start >= comments[at - 1][1]
    ]
    yield from seen if len(seen) <= 2 * _EDGE else [*seen[:_EDGE], *seen[-_EDGE:]]


def _lines(text: str, offset: int, *, hidden: bool) -> Iterator[_Remark]:
    """Lines with text; ``offset`` is where the text stands in the page."""
    before = ""
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield _Remark(offset + len(line) - len(line.lstrip()), line.strip(), before, hidden)
            before = line.strip()
        offset += len(line)


def _without_code(text: str) -> str:
    """The text with blanks in place of fenced code, and of inline code that holds more than a name."""
    lines, fence = text.splitlines(keepends=True), ""
    for number, line in enumerate(lines):
        found = _FENCE.match(line)
        if fence or found:
            lines[number] = re.sub(r"[^\r\n]", " ", line)
        elif "`" in line:
            lines[number] = _INLINE.sub(
                lambda code: (
                    code[0]
                    if _HEX.fullmatch(code[0], len(code[1]), len(code[0]) - len(code[1]))
                    else " " * len(code[0])
                ),
                line,
            )
        if found and not fence:
            fence = found[1]
        elif found and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
    return "".join(lines)
