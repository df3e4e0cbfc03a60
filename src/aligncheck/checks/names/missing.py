"""Names that the Chinese lacks, and names that stand in for others. Knows the forms of names, not how lists run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from aligncheck.checks._rule import Change, DocumentContext, Evidence, Example, Hit, Rule, document_rule
from aligncheck.checks.names.forms import Forms, forms_of
from aligncheck.checks.names.lists import Lack, lacking
from aligncheck.checks.names.mentions import LONGEST_TEXT, Names, names_of
from aligncheck.lang.en.capitals import THIRD_PERSON
from aligncheck.lang.zh.people import INSTEAD
from aligncheck.lang.zh.sounds import SELDOM, WEAK, evidence
from aligncheck.model.report import Severity

STEADY = 0.6
"""Share of a name's pairs that have its usual form: of a name that is told in other ways as often, nothing is said."""
KNOWN, FAMILIAR = 2, 3
"""Pairs that must have a form: of a name that may have been swapped, and of one that may have been left out."""
NEIGHBOURS = 2
"""Pairs before and behind in which a name may stand as well, so that the reader knows who is meant."""
STEM = 4
"""Letters by which words of one family are known: Persia, Persian."""


@dataclass(frozen=True)
class _Lost:
    """A name that its pair lacks: which name, the pair's number, where it stands there, and what stands in for it.

    ``other`` is another name of the document whose form stands at ``at`` in the Chinese, though its pair lacks it.
    """

    forms: Forms
    text: int
    start: int
    other: Forms | None = None
    at: int = -1


def _lost(document: DocumentContext) -> list[_Lost]:
    return document.once("names without rendering", lambda d: list(_found(forms_of(d), names_of(d))))


def _found(forms: dict[str, Forms], names: Names) -> Iterator[_Lost]:
    steady = {name: one for name, one in forms.items() if len(one.texts) >= max(KNOWN, STEADY * len(one.name.texts))}
    spelled: dict[str, list[Forms]] = defaultdict(list)
    for one in steady.values():
        spelled[one.usual].append(one)
    for one in steady.values():
        has = {*one.texts, *(other.text for other in one.others)}
        for text, start, _ in one.name.mentions:
            if text in has or len(names.chinese(text)) > LONGEST_TEXT or _is_told(one, text, names):
                continue
            has.add(text)
            extra = _extra(text, spelled, names)
            yield _Lost(one, text, start, *(extra[0] if len(extra) == 1 else (None, -1)))


def _is_told(forms: Forms, text: int, names: Names) -> bool:
    """Whether the Chinese has the name in another way that can be known: in Latin letters, by its sounds."""
    chinese, name = names.chinese(text), forms.name.spelling
    return name.lower() in chinese or names.heard(name, chinese) is not None


def _extra(text: int, spelled: dict[str, list[Forms]], names: Names) -> list[tuple[Forms, int]]:
    """Names whose forms stand in the Chinese, and no word of their family in the English; each with its place."""
    chinese, english, known = names.chinese(text), names.english[text], evidence()
    here = [form for form in spelled if form in chinese]
    found = []
    for form in here:
        owners, start = spelled[form], chinese.find(form)
        end = start + len(form)
        if any(form in other and form != other for other in here):
            continue
        if any(known.get(char, SELDOM) > WEAK for char in chinese[max(0, start - 1) : start] + chinese[end : end + 1]):
            continue  # a part of a longer name
        if any(owner.name.spelling[:STEM] in english for owner in owners):
            continue
        owner = next((owner for owner in owners if names.writes(form, owner.name.spelling)), None)
        heard = (names.heard(name, chinese) for name in names.within(text))
        if owner and not any(other and other[0] < end and start < other[1] for other in heard):
            found.append((owner, start))
    return found


@document_rule(
    "TRM012",
    "name-missing",
    Severity.INFO,
    since="0.1.0",
    bad=[
        Example("Thomas, Richard and Harriet rowed home.", "托马斯和哈丽特划船回家。", "Richard stayed?"),
        Example(
            "We met Harriet at the pier. Harriet had a red coat. Harriet smiled at the gulls. A storm came up at noon. "
            "The boats stayed in the harbour. Nobody went out that day. In the morning Harriet left for the city.",
            "我们在码头遇见了哈丽特。哈丽特穿着红大衣。哈丽特对海鸥微笑。中午起了风暴。船都留在港里。那天没有人出海。"
            "早上动身去了城里。",
            "who left?",
        ),
    ],
    good=[
        Example("Thomas, Richard and Harriet rowed home.", "托马斯、理查德和哈丽特划船回家。"),
        Example(
            "We met Harriet at the pier. Harriet had a red coat. Harriet smiled at the gulls. A storm came up at noon. "
            "The boats stayed in the harbour. Nobody went out that day. In the morning Harriet left for the city.",
            "我们在码头遇见了哈丽特。哈丽特穿着红大衣。哈丽特对海鸥微笑。中午起了风暴。船都留在港里。那天没有人出海。"
            "早上她动身去了城里。",
        ),
    ],
)
def name_missing(document: DocumentContext) -> Iterator[Hit]:
    """A name has nothing in the Chinese sentence that stands for it: one of a row, or one that is written elsewhere.

    Why: Chinese may leave out who is spoken of, but only where the reader knows; in the middle of nowhere he does not.

    Of a row of three names two stand in the Chinese, joined to each other and to no other: that is a warning. (Longer
    rows and other lists are told by OMI006.) Otherwise the name must have one form in three pairs at least, and in
    most of those that have the name.

    Silent: where the Chinese has a pronoun or a word such as 该 or 此, where the name stands in one of the two
    sentences before or behind, where it is a part of a longer name (United Arab Emirates), where another name stands in
    for it (TRM013 tells that); for translations into English.
    """
    names = names_of(document)
    if document.target_lang != "zh":
        return
    for lack in lacking(names):
        yield _one_of_a_row(lack, names)
    for lost in _lost(document):
        if lost.other is None and len(lost.forms.texts) >= FAMILIAR and not _is_understood(lost, names):
            pair, name = names.pairs[lost.text], lost.forms.name.spelling
            yield Hit(
                f"Nothing stands for “{name}”, which is {lost.forms.usual} in {len(lost.forms.texts)} other sentences.",
                (Evidence(*pair.english.locate(lost.start, lost.start + len(name)), lost.forms.usual),),
                confidence=0.6,
                key=f"{name} {names.english[lost.text]}",
                pair=pair.pair.id,
            )


def _one_of_a_row(lack: Lack, names: Names) -> Hit:
    pair, text = names.pairs[lack.text], names.english[lack.text]
    name, row = text[slice(*lack.missing)], pair.chinese.text[slice(*lack.chinese)]
    return Hit(
        f"“{text[slice(*lack.row)]}” are three, {row} are two: “{name}” is missing.",
        (Evidence(*pair.english.locate(*lack.missing)),),
        (Evidence(*pair.chinese.locate(*lack.chinese)),),
        confidence=0.8,
        key=f"{name} {text}",
        severity=Severity.WARNING,
        pair=pair.pair.id,
    )


def _is_understood(lost: _Lost, names: Names) -> bool:
    """Whether a reader knows who is meant, or the name is not one by itself."""
    usual = lost.forms.usual
    first, last = max(0, lost.text - NEIGHBOURS), min(len(names.pairs), lost.text + NEIGHBOURS + 1)
    return (
        INSTEAD.search(names.chinese(lost.text)) is not None
        or names.may_hold_a_name(lost.text)
        or any(usual in names.chinese(text) for text in range(first, last))
        or bool(names.beside(lost.forms.name, [lost.text]))
    )


@document_rule(
    "TRM013",
    "name-swapped",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example(
            "Harriet came at nine. Bernard came at ten. Harriet brought bread. Bernard brought wine. Harriet left. "
            "Bernard paid the bill.",
            "哈丽特九点来。伯纳德十点来。哈丽特带来面包。伯纳德带来酒。哈丽特离开。哈丽特付了账。",
            "Bernard paid",
        )
    ],
    good=[
        Example(
            "Harriet came at nine. Bernard came at ten. Harriet brought bread. Bernard brought wine. Harriet left. "
            "Bernard paid the bill.",
            "哈丽特九点来。伯纳德十点来。哈丽特带来面包。伯纳德带来酒。哈丽特离开。他付了账。",
        )
    ],
)
def name_swapped(document: DocumentContext) -> Iterator[Hit]:
    """Where one name stands in the source, the translation has another one that this document knows.

    Why: somebody else now says and does it, and the sentence reads well.

    Both names must have Chinese forms that the document uses elsewhere: the one has its form not here, nor anything
    that sounds like it, and the other's form stands here without its name on the English side.

    It is a hint where both sides have a pronoun: each may name whom the other only points at.

    Silent: where a word of the other name's family stands in the source (Persia, Persian), where several names could
    stand in for it, or where something in the Chinese sounds like the name after all.
    """
    names = names_of(document)
    for lost in _lost(document):
        if lost.other is not None:
            english, chinese = names.english[lost.text], names.chinese(lost.text)
            pronouns = bool(THIRD_PERSON.search(english)), bool(INSTEAD.search(chinese))
            yield _swap(lost, lost.other, names, sure=not all(pronouns))


def _swap(lost: _Lost, other: Forms, names: Names, *, sure: bool) -> Hit:
    pair, name, form = names.pairs[lost.text], lost.forms.name.spelling, other.usual
    english = pair.english.locate(lost.start, lost.start + len(name))
    chinese = pair.chinese.locate(lost.at, lost.at + len(form))
    left, right = Evidence(*english, lost.forms.usual), Evidence(*chinese, other.name.spelling)
    into_chinese = pair.target is pair.chinese
    old, new = (
        (pair.chinese.text[lost.at : lost.at + len(form)], lost.forms.usual)
        if into_chinese
        else (name, other.name.spelling)
    )
    return Hit(
        f"The English has “{name}”, the Chinese {form}, which is “{other.name.spelling}” elsewhere.",
        (left,) if into_chinese else (right,),
        (right,) if into_chinese else (left,),
        confidence=0.8 if sure else 0.6,
        key=f"{name} {form}",
        severity=Severity.WARNING if sure else Severity.INFO,
        pair=pair.pair.id,
        changes=(Change(*(chinese if into_chinese else english), old, new, safe=False),),
    )


RULES: tuple[Rule, ...] = (name_missing, name_swapped)
