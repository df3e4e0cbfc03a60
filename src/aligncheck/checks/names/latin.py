"""Names that stay in Latin letters at one place and are written in Chinese at another. Knows no other fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from aligncheck.checks._rule import Change, DocumentContext, Evidence, Example, Hit, Rule, document_rule
from aligncheck.checks.names.forms import Forms, forms_of
from aligncheck.checks.names.mentions import Names, names_of
from aligncheck.checks.names.variants import written
from aligncheck.model.report import Severity

USUAL = 2
"""Pairs that must have each name in its usual way; the other way must be rarer."""


class _Kept(NamedTuple):
    """A name in Latin letters in the Chinese of a pair: the pair's number, and its characters."""

    text: int
    start: int
    end: int


@document_rule(
    "TRM015",
    "name-half-transcribed",
    Severity.INFO,
    since="0.1.0",
    bad=[
        Example(
            "Harriet came at nine. Then Harriet brought bread. We thanked Harriet.",
            "哈丽特九点来。然后哈丽特带来面包。我们感谢了 Harriet。",
        )
    ],
    good=[
        Example(
            "Harriet came at nine. Then Harriet brought bread. We thanked Harriet.",
            "哈丽特（Harriet）九点来。然后哈丽特带来面包。我们感谢了哈丽特。",
        )
    ],
)
def name_half_transcribed(document: DocumentContext) -> Iterator[Hit]:
    """A name that most sentences write in Chinese characters stays in Latin letters in others.

    Why: a reader has to find out that the two are one, and a search for either misses the other.

    Told once for each name, with its places.

    Silent: where both stand in one sentence (a gloss in brackets), where the name stands beside other Latin words (a
    product, a title, a full name), where both are equally frequent; in translations into English.
    """
    if document.target_lang != "zh":
        return
    names = names_of(document)
    for forms in forms_of(document).values():
        kept = list(_kept(forms, names))
        many = len(forms.texts)
        if many >= USUAL and 0 < len(kept) < many:
            form = written(forms, names)
            for place in kept:
                yield _hit(forms, place, form, names)


def _kept(forms: Forms, names: Names) -> Iterator[_Kept]:
    low = forms.name.spelling.lower()
    with_it = {*forms.texts, *(other.text for other in forms.others)}
    alone = None
    for text in forms.name.texts:
        chinese = names.chinese(text)
        if text in with_it or low not in chinese:
            continue
        if alone is None:
            alone = re.compile(_ALONE.format(re.escape(low)))
        match = alone.search(chinese)
        if match:
            yield _Kept(text, *match.span())


_ALONE = r"(?<![a-z0-9(（\[【<《“\"'.&/@#·_-])(?<![a-z0-9&.] ){}(?![a-z0-9)）\]】>》”\".&/@·_'’-])(?! ?[a-z0-9&(（])"
"""A name in small letters that stands neither in brackets or quotes nor beside other Latin letters."""


def _hit(forms: Forms, place: _Kept, form: str, names: Names) -> Hit:
    pair, name, many = names.pairs[place.text], forms.name.spelling, len(forms.texts)
    span = pair.chinese.locate(place.start, place.end)
    found = pair.chinese.text[place.start : place.end]
    start = next(mention.start for mention in forms.name.mentions if mention.text == place.text)
    return Hit(
        f"“{name}” stays in Latin letters here, but is {form} in {many} other sentences.",
        (Evidence(*pair.english.locate(start, start + len(name))),),
        (Evidence(*span, form),),
        confidence=0.6,
        key=f"{name} {names.english[place.text]}",
        pair=pair.pair.id,
        changes=(Change(*span, found, form, safe=False),),
        kind=f"{name} {forms.usual}",
        together=f"“{name}” is {form} in {many} sentences, but stays in Latin letters in {{n}} others.",
    )


RULES: tuple[Rule, ...] = (name_half_transcribed,)
