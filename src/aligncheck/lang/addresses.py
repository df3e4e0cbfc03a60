"""Addresses in two languages: which parts of a URL or path name a language, and when two mean one place.

Knows nothing of documents or of how a link is written.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from aligncheck.lang.language_tags import CHINESE, ENGLISH
from aligncheck.lang.patterns import deferred
from aligncheck.lang.text import HAN

_LANGUAGE = rf"(?:{ENGLISH}|en[-_]ww|intl|{CHINESE})"
"""What sites write for a language, or for the edition that is nobody's own."""
_SEGMENT = deferred(_LANGUAGE)
_STEM_MARK = deferred(rf"(?<=[^/])[-_.]{_LANGUAGE}(?=\.[a-z0-9]+$|$)")
_QUERY = deferred(r"(?:hl|lang|language|locale|lc|setlang|variant|utm_\w+|ref|spm)=[^&]*(?:&|$)")
_SCHEME = deferred(r"(?:https?:)?//|(?=www\.)", re.IGNORECASE)
_ENDING = deferred(r"(?:(?:^|/)(?:index|readme))?\.(?:html?|mdx?|rst|txt|php|aspx?)$|(?:^|/)index$")
_WIKI = deferred(r"(?:^|\.)wik(?:ipedia|tionary|ibooks|iversity|iquote|isource|inews|ivoyage)\.org$")
_HOMES = deferred(
    r"(?:^|\.)(?:[\w-]+\.cn|baidu\.com|zhihu\.com|csdn\.net|jianshu\.com|juejin\.im|segmentfault\.com|bilibili\.com"
    r"|oschina\.net|cnblogs\.com|docschina\.org|douban\.com|weibo\.com|qq\.com|163\.com|aliyun\.com|sina\.com"
    r"|youku\.com|gitee\.com|gov\.hk|[\w-]+\.tw|[\w-]+\.hk)$"
)
_CHINESE = deferred(rf"(?:^|[/@._-])(?:{CHINESE}|china)(?:[/._-]|$)")


class Address(NamedTuple):
    """An address without what differs between languages.

    Attributes:
        host: lower case, without ``www`` and language; empty for a place on the same site.
        path: segments without languages, dots and file ending, joined by ``/``.
        fragment: what stands after ``#``, its letters and digits only.
        chinese: whether the address as written leads to Chinese text.
        encyclopedia: whether it is a wiki whose articles have names in each language.
    """

    host: str
    path: str
    fragment: str
    chinese: bool
    encyclopedia: bool


@lru_cache(maxsize=4096)
def parse(address: str) -> Address:
    """Read an address, percent signs decoded; what cannot be read as one becomes a path."""
    text = unicodedata.normalize("NFKC", unquote(address.strip()))
    rest, _, fragment = text.partition("#")
    chinese = bool(HAN.search(text)) or bool(_CHINESE.search(rest.lower()))
    host = ""
    scheme = _SCHEME.match(rest)
    if scheme:
        host, _, rest = rest[scheme.end() :].partition("/")
        host = host.lower().partition("?")[0]
        chinese = chinese or bool(_HOMES.search(host))
        labels = host.removesuffix(":443").removesuffix(":80").split(".")
        while len(labels) > 2 and (labels[0] in ("www", "m") or _SEGMENT.fullmatch(labels[0])):
            del labels[0]
        host = ".".join(labels)
    path, _, query = rest.partition("?")
    query = _QUERY.sub("", query).rstrip("&")
    parts = [p for p in path.lower().split("/") if p not in ("", ".", "..") and not _SEGMENT.fullmatch(p)]
    joined = _ENDING.sub("", _STEM_MARK.sub("", "/".join(parts)))
    return Address(
        host, joined + (f"?{query.lower()}" if query else ""), bare(fragment), chinese, bool(_WIKI.search(host))
    )


def bare(fragment: str) -> str:
    """An anchor's or heading's letters and digits, in lower case: what every way to make anchors keeps."""
    return "".join(c for c in unicodedata.normalize("NFKC", unquote(fragment)).casefold() if c.isalnum())


def slug(heading: str) -> str:
    """The anchor that GitHub and most site generators give a heading: no punctuation, hyphens for spaces."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@lru_cache(maxsize=4096)
def same_place(one: str, other: str) -> bool:
    """Whether two addresses lead to the same text, perhaps in another language or at its new home.

    Anchors are translated with their headings, and those of the page itself are not compared at all; an article of an
    encyclopedia has its own name in each language.
    """
    a, b = parse(one), parse(other)
    if a.encyclopedia and b.encyclopedia and one != other:
        return a.path == b.path or a.chinese != b.chinese or bool(re.search(r"//zh\.|//en\.", one + other))
    if not (a.host or b.host) and a.fragment == b.fragment != "" and not (a.path and b.path):
        return True
    local = not (a.host and b.host)
    if (a.host == b.host and a.path == b.path) or (local and _tail(a.path, b.path)):
        return a.fragment == b.fragment or not (a.fragment and b.fragment) or not a.path or _translated(a, b)
    return _file(a.path) != "" and _file(a.path) == _file(b.path)


def for_chinese_readers(address: str) -> bool:
    """Whether an address leads to Chinese text, so that a translator may have chosen it for the readers."""
    return parse(address).chinese


def one_owner(one: str, other: str) -> bool:
    """Whether two addresses at different hosts belong to one organisation, by its name in both."""
    a, b = parse(one), parse(other)
    if a.host == b.host or not (a.host and b.host):
        return False
    names = [re.sub(r"[^a-z0-9]", "", (host.split(".")[-3:-1] or [""])[-1]) for host in (a.host, b.host)]
    whole = [bare(address.host + address.path) for address in (a, b)]
    return any(len(name) > 2 and name in text for name, text in ((names[0], whole[1]), (names[1], whole[0])))


def _translated(a: Address, b: Address) -> bool:
    return bool(HAN.search(a.fragment)) != bool(HAN.search(b.fragment))


def _tail(one: str, other: str) -> bool:
    """Whether one path ends the other: the same file seen from another directory."""
    short, long = sorted((one, other), key=len)
    return bool(short) and (long == short or long.endswith("/" + short))


def _file(path: str) -> str:
    """The last segment where it is telling: it has several words or figures, so that equal ones are one text."""
    last = path.partition("?")[0].rpartition("/")[2]
    last = re.sub(r"\.\w{1,4}$", "", last)
    return last if len(last) >= 6 and re.search(r"[0-9_-]", last) and re.search(r"[a-z]|\d{4}\.\d{4}", last) else ""
