"""The Chinese forms of each name in a document: the usual one, and others that sound like it. Words no finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from aligncheck.checks._rule import DocumentContext
from aligncheck.checks.names.mentions import LONGEST_TEXT, Name, Names, names_of
from aligncheck.lang.en.capitals import PEOPLES, SHORTEST
from aligncheck.lang.en.lexis import STOP
from aligncheck.lang.text import HAN
from aligncheck.lang.zh.sounds import WHOLE, evidence

_REACH = 2
"""Characters on either side that may make a longer word of a form."""

_LONG = 3
"""Characters of a form from which one of them may be mistyped and the rest still tell the name."""
_FIRST = 1
"""Pairs of a name that the cover does not render in which it is looked for by its sounds."""


class Other(NamedTuple):
    """A form of a name beside its usual one: the pair's number in the cover, its characters, and the form itself."""

    text: int
    start: int
    end: int
    form: str


@dataclass(frozen=True)
class Forms:
    """How a name is written in simplified characters: ``usual`` in ``texts`` of the pairs, and otherwise ``others``.

    Of a name that all its pairs have in one rendering nobody asked whether it is one of sounds.
    """

    name: Name
    usual: str
    texts: tuple[int, ...]
    others: tuple[Other, ...] = ()


def forms_of(document: DocumentContext) -> dict[str, Forms]:
    """By its spelling, each name whose Chinese form is settled by practice or by its sounds; worked out once."""
    return document.once("forms of names", lambda d: {forms.name.spelling: forms for forms in _forms(names_of(d))})


def _forms(names: Names) -> Iterator[Forms]:
    repeated = [name for name in names.known.values() if _telling(name, names)]
    rendered = names.rendered(repeated)
    usual: dict[str, str] = {}
    unsettled = []
    for name in repeated:
        first = rendered[name.spelling].most_common(1)
        if first and all(first[0][0] in names.chinese(text) for text in name.texts):
            usual[name.spelling] = first[0][0]
            yield Forms(name, first[0][0], tuple(name.texts))
            continue
        form = _usual(name, rendered[name.spelling], names)
        if form is not None:
            usual[name.spelling] = form
            unsettled.append(name)
    for name in unsettled:
        form = usual[name.spelling]
        has = tuple(text for text in name.texts if form in names.chinese(text))
        yield Forms(name, form, has, tuple(_others(name, form, has, usual, names)))


def _telling(name: Name, names: Names) -> bool:
    spelling = name.spelling
    return (
        len(name.texts) > 1
        and len(spelling) >= SHORTEST
        and not spelling.endswith(PEOPLES)
        and spelling.lower() not in names.settled
    )


def _usual(name: Name, rendered: Counter[str], names: Names) -> str | None:
    """The form most often met that writes the whole name by its sounds; of two as frequent the one met first."""
    best, most = None, 0
    for form in [form for form, _ in rendered.most_common(3)] or _heard_first(name, names):
        if names.writes(form, name.spelling):
            many = sum(form in names.chinese(text) for text in name.texts)
            if many > most:
                best, most = form, many
    return best


def _heard_first(name: Name, names: Names) -> list[str]:
    """What the first pairs with a name have that sounds like it: of words known to the dictionary that only begin
    sentences the cover does not ask that."""
    if name.also_small or name.spelling.lower() in STOP:
        return []
    found = []
    for text in filter(names.may_hold_a_name, name.texts[:_FIRST]):
        chinese = names.chinese(text)
        heard = names.heard(name.spelling, chinese)
        if heard is not None:
            found.append(chinese[heard[0] : heard[1]])
    return list(dict.fromkeys(found))


def _others(name: Name, usual: str, has: tuple[int, ...], forms: dict[str, str], names: Names) -> Iterator[Other]:
    """Where a pair that has the name lacks its usual form, and has another one."""
    with_it = set(has)
    for text in name.texts:
        chinese = names.chinese(text)
        if text in with_it or len(chinese) > LONGEST_TEXT or name.spelling.lower() in chinese:
            continue
        if _another_bearer(name, text, has, names):
            continue
        spans = names.heard(name.spelling, chinese), _mistyped(usual, chinese)
        for start, end in (span[:2] for span in spans if span):
            if _is_form(name, usual, chinese, start, end, names) and not _anothers(
                name, start, end, text, forms, names
            ):
                yield Other(text, start, end, chinese[start:end])
                break


def _mistyped(usual: str, chinese: str) -> tuple[int, int] | None:
    """Where a form of three characters or more stands with one other character in it."""
    if len(usual) < _LONG:
        return None
    for place in range(len(usual)):
        before, behind = usual[:place], usual[place + 1 :]
        at = chinese.find(before or behind) - (0 if before else 1)
        while at >= 0:
            if chinese.startswith(behind, at + place + 1):
                return at, at + len(usual)
            at = chinese.find(before, at + 1) if before else chinese.find(behind, at + 2) - 1
    return None


def _is_form(name: Name, usual: str, chinese: str, start: int, end: int, names: Names) -> bool:
    """Whether these characters are another form of a name: no part of the usual one or of a word, and no word."""
    form = chinese[start:end]
    if len(form) < 2 or form in usual or usual in form or not (_may_write(form) or _near(form, usual)):
        return False
    return not _a_word(name, usual, form, names) and not _cut_out(chinese, start, end, names)


def _near(form: str, usual: str) -> bool:
    """Whether a form has one other Chinese character than the usual one."""
    return len(form) == len(usual) >= _LONG and all(
        ours == theirs or HAN.match(ours) for ours, theirs in zip(form, usual, strict=True)
    )


def _may_write(form: str) -> bool:
    """Whether all characters are such as foreign names are written with."""
    return all(char in evidence() or char in WHOLE for char in form)


def _a_word(name: Name, usual: str, form: str, names: Names) -> bool:
    """Whether a form is a word of its own: another name (伊朗 for Tehran), or another word for the place (英国)."""
    if not names.lexicon.has_chinese(form):
        return False
    known = names.lexicon.translations(name.spelling)
    return form not in known or (usual in known and len(usual) != len(form))


def _cut_out(chinese: str, start: int, end: int, names: Names) -> bool:
    """Whether the characters are a part of a longer word: 格兰 of 苏格兰."""
    first, last = max(0, start - _REACH), min(len(chinese), end + _REACH)
    spans = ((a, b) for a in range(first, start + 1) for b in range(end, last + 1) if b - a > end - start)
    return any(names.lexicon.has_chinese(chinese[a:b]) for a, b in spans)


def _another_bearer(name: Name, text: int, has: Sequence[int], names: Names) -> bool:
    """Whether the name stands beside other names here than where it has its usual form: it may be somebody else's."""
    here = names.beside(name, [text])
    there = names.beside(name, has)
    return bool(here and there) and here.isdisjoint(there)


def _anothers(name: Name, start: int, end: int, text: int, forms: dict[str, str], names: Names) -> bool:
    """Whether the characters belong to another name of the pair."""
    chinese = names.chinese(text)
    for other in names.within(text):
        if other == name.spelling:
            continue
        form = forms.get(other)
        if form is not None:
            at = chinese.find(form)
            while at >= 0:
                if at < end and start < at + len(form):
                    return True
                at = chinese.find(form, at + 1)
            if form in chinese:
                continue
        heard = names.heard(other, chinese)
        if heard is not None and heard[0] < end and start < heard[1]:
            own = names.heard(name.spelling, chinese[start:end])
            if own is None or heard[2] >= own[2]:
                return True
    return False
