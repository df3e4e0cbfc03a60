"""Rules on drift. They see what became of a sentence pair, or a file without counterpart, and compare nothing."""

from __future__ import annotations

from collections.abc import Iterator

from aligncheck.checks._rule import Evidence, Example, Hit, acceptance_rule
from aligncheck.checks._wording import shortened
from aligncheck.model.drift import Drifted, Wording
from aligncheck.model.report import Severity
from aligncheck.model.text import Side

_NAMED = 4
"""So many changes of a sentence are named; of a sentence that has more, the rest is counted."""


@acceptance_rule(
    "DRF001",
    "stale-translation",
    Severity.WARNING,
    scope="drift",
    since="0.1.0",
    bad=[
        Example(
            "The cable car needs driver v1.23.",
            "缆车需要驱动程序 v1.22。",
            "a version",
            before=("The cable car needs driver v1.22.", "缆车需要驱动程序 v1.22。"),
        ),
        Example(
            "The gate opens by itself unless the wind is strong.",
            "大门会自动打开。",
            "a condition",
            before=("The gate opens by itself.", "大门会自动打开。"),
        ),
        Example(
            "Visitors must not feed the seals.",
            "游客必须喂海豹。",
            "a negation",
            before=("Visitors must feed the seals.", "游客必须喂海豹。"),
        ),
    ],
    good=[
        Example(
            "The cable car needs driver v1.23.",
            "缆车需要驱动程序 v1.23。",
            "the translation followed",
            before=("The cable car needs driver v1.22.", "缆车需要驱动程序 v1.22。"),
        ),
        Example(
            "The *cable car*\nneeds driver v1.22",
            "缆车需要驱动程序 v1.22。",
            "reflowed and marked up",
            before=("The cable car needs driver v1.22.", "缆车需要驱动程序 v1.22。"),
        ),
    ],
)
def stale_translation(one: Drifted) -> Iterator[Hit]:
    """The source of this sentence changed in what it says, and its translation did not.

    Why: readers of the translation are told what is no longer so. What changed is named: numbers, versions and dates,
    negation, duty, conditions, code, words that came and went.

    Silent: where the translation already says the new thing; where it was edited as well (then it is checked like any
    other); about changes that no translator would act on (DRF002, or nothing at all: line breaks, punctuation,
    markup, addresses of links).
    """
    if one.state == "stale" and one.material and one.source:
        material = tuple(c for c in one.changes if c.material)
        yield Hit(
            f"The source changed, the translation did not: {_named(material)}.",
            _places(one.source, material),
            _whole(one.target),
            0.9,
            key=f"stale {_key(one)}",
        )


@acceptance_rule(
    "DRF002",
    "stale-cosmetic",
    Severity.INFO,
    scope="drift",
    since="0.1.0",
    bad=[
        Example(
            "The harbour master receives every letter.",
            "港务长收到每一封信。",
            "a slip of the pen was mended",
            before=("The harbour master recieves every letter.", "港务长收到每一封信。"),
        )
    ],
    good=[
        Example(
            "The harbour master **receives** every letter!",
            "港务长收到每一封信。",
            "markup and punctuation",
            before=("The harbour master receives every letter.", "港务长收到每一封信。"),
        )
    ],
)
def stale_cosmetic(one: Drifted) -> Iterator[Hit]:
    """The wording of the source was touched up; what its translation has to say is the same.

    Why: a hint for a translator who wants to look, and a record of why nothing louder is said. It never fails a
    gate, and a document with nothing else is current.

    Silent: about line breaks, punctuation, case, markup and addresses of links, which are no change of wording.
    """
    if one.state == "stale" and not one.material and one.source:
        said = f"The source was touched up; the translation can stay: {_named(one.changes)}."
        yield Hit(said, _places(one.source, one.changes), _whole(one.target), 0.9, key=f"cosmetic {_key(one)}")


@acceptance_rule(
    "DRF003",
    "source-added",
    Severity.WARNING,
    scope="drift",
    since="0.1.0",
    bad=[
        Example(
            "The bell rings at dawn. Nobody knows who pulls the rope.",
            "黎明时钟声响起。",
            "a new sentence",
            before=("The bell rings at dawn.", "黎明时钟声响起。"),
        )
    ],
    good=[
        Example(
            "The bell rings at dawn. Nobody knows who pulls the rope.",
            "黎明时钟声响起。没有人知道是谁在拉绳子。",
            "it was translated at once",
            before=("The bell rings at dawn.", "黎明时钟声响起。"),
        )
    ],
)
def source_added(one: Drifted) -> Iterator[Hit]:
    """A sentence was added to the source and has no translation yet, or lost it when it was rewritten.

    Why: readers of the translation miss it, and nothing in the translation shows that.

    Silent: where a new sentence of the translation answers for it, and about code, numbers and addresses alone. A value
    of the front matter, such as a short title for menus, is a hint: either language may do without. So is what was
    added or changed in a part that had no translation when the document was accepted.
    """
    if one.source is None or one.state not in ("added", "untranslated"):
        return
    said = "Added to the source and not translated"
    if one.state == "untranslated":
        said = f"{'Changed' if one.changes else 'Added'} in a part of the source that has no translation"
    about = _named(one.changes) if one.changes and one.state == "untranslated" else _quoted(one.source.text)
    yield Hit(f"{said}: {about}.", _whole(one.source), (), 0.9, key=said, severity=_hint(one))


@acceptance_rule(
    "DRF004",
    "translation-left-over",
    Severity.WARNING,
    scope="drift",
    since="0.1.0",
    bad=[
        Example(
            "The bell rings at dawn.",
            "黎明时钟声响起。没有人知道是谁在拉绳子。",
            "its source is gone",
            before=(
                "The bell rings at dawn. Nobody knows who pulls the rope.",
                "黎明时钟声响起。没有人知道是谁在拉绳子。",
            ),
        )
    ],
    good=[
        Example(
            "The bell rings at dawn.",
            "黎明时钟声响起。",
            "the translation was taken out as well",
            before=(
                "The bell rings at dawn. Nobody knows who pulls the rope.",
                "黎明时钟声响起。没有人知道是谁在拉绳子。",
            ),
        )
    ],
)
def translation_left_over(one: Drifted) -> Iterator[Hit]:
    """A sentence was taken out of the source, and its translation still stands.

    Why: the translation promises or asks what the original no longer does.

    Silent: where the sentence moved to another place, or was merged with its neighbour. Where it had no translation of
    its own it is a hint: its neighbour's may say it.
    """
    if one.state == "leftover":
        known = one.old or "; ".join(change.old for change in one.changes)
        was = f": {_quoted(known)}" if known else ""
        said = (
            "Taken out of the source, and still translated" if one.target else "Taken out of the source, not translated"
        )
        yield Hit(f"{said}{was}.", (), _whole(one.target), 0.9, key=f"left over {was}", severity=_hint(one))


@acceptance_rule(
    "DRF005",
    "target-changed",
    Severity.INFO,
    scope="drift",
    since="0.1.0",
    bad=[
        Example(
            "The bell rings at dawn.",
            "清晨钟声敲响。",
            "only the translation was edited",
            before=("The bell rings at dawn.", "黎明时钟声响起。"),
        )
    ],
    good=[
        Example(
            "The bell rings at dawn.",
            "黎明时， 钟声响起！",
            "punctuation and spaces",
            before=("The bell rings at dawn.", "黎明时钟声响起。"),
        )
    ],
)
def target_changed(one: Drifted) -> Iterator[Hit]:
    """The translation of a sentence changed, and its source did not.

    Why: most often somebody made it better, and ``aligncheck drift accept`` says so; now and then something was lost.
    A translation that was taken out altogether is a warning.

    Silent: where the source changed too, in this sentence or in one that shares its translation; about punctuation,
    spaces and markup.
    """
    if one.state != "target-changed":
        return
    if one.source is None:
        yield Hit(
            "Added or changed in the translation alone; no sentence of the source answers for it.",
            (),
            _whole(one.target),
            0.9,
            key="target added",
        )
    elif one.target is None:
        said = f"The translation of this sentence was taken out: {_quoted(one.source.text)}."
        yield Hit(said, _whole(one.source), (), 0.9, key="target gone", severity=Severity.WARNING)
    else:
        said = "The translation changed, its source did not."
        yield Hit(said, _whole(one.source), _whole(one.target), 0.9, key="target changed")


@acceptance_rule(
    "DRF006",
    "lone-document",
    Severity.WARNING,
    scope="files",
    since="0.1.0",
    bad=[
        Example("The bell rings at dawn.", "", "never translated"),
        Example("", "黎明时钟声响起。", "its original is gone"),
    ],
    good=[Example("The bell rings at dawn.", "黎明时钟声响起。")],
)
def lone_document(_: object) -> tuple[Hit, ...]:
    """A document has no translation, or a translation has no original.

    Why: an original that was never translated is work to plan; a translation whose original was taken out or renamed
    goes on being read, and nobody keeps it in step. A warning where the two were accepted as a pair once, otherwise a
    hint.

    Silent: about files that hold both languages, files that the patterns of the settings don't speak of, files whose
    names don't say their language, and where no document comes in two files.
    """
    return ()  # a document does not know which files there are: the gate makes these findings


def _hint(one: Drifted) -> Severity | None:
    return None if one.material else Severity.INFO


def _named(changes: tuple[Wording, ...]) -> str:
    named = "; ".join(shortened(change.text) for change in changes[:_NAMED])
    more = len(changes) - _NAMED
    return named + (f"; {more} more" if more > 0 else "")


def _quoted(text: str) -> str:
    return f"“{shortened(text.rstrip('.。'))}”"


def _key(one: Drifted) -> str:
    return "\x1f".join(change.text for change in one.changes)


def _places(side: Side, changes: tuple[Wording, ...]) -> tuple[Evidence, ...]:
    """Where the changes stand in a side; all of it where nothing but gaps is left of them."""
    found = tuple(Evidence(c.start, c.end, c.text) for c in changes if c.start < c.end <= len(side.text))
    return tuple(dict.fromkeys(sorted(found, key=lambda e: (e.start, e.end)))) or _whole(side)


def _whole(side: Side | None) -> tuple[Evidence, ...]:
    return () if side is None else (Evidence(0, len(side.text)),)
