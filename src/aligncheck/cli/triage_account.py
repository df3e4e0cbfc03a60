"""What ``aligncheck triage apply`` says when it is done: what went where, and what is left to do. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligncheck.config.load import Settings
from aligncheck.model.triage import Choice
from aligncheck.model.triaged import Triage
from aligncheck.report.conventions import count
from aligncheck.report.invisible import log, plain
from aligncheck.report.triage.figures import Figures, figures, to_mend
from aligncheck.report.triage.summary import changed, decided, gone
from aligncheck.report.triage.summary import to_mend as shown
from aligncheck.runner.session import baseline_file
from aligncheck.runner.triage.applying import Applied, Asked

_LEFT = {
    Choice.TRUE: "To mend",
    Choice.FALSE_ALARM: "False alarms, left as they are",
    Choice.ACCEPTED: "Accepted, left as they are",
    Choice.LATER: "To fix later, left as they are",
}


def account(triage: Triage, done: Applied, asked: Asked, settings: Settings) -> Iterator[str]:
    """Lines for a terminal; nothing in them is an order to it."""
    found = figures(triage)
    lines = [
        *_what_was_said(found),
        *_what_was_written(done, asked, settings),
        *(line for choice in Choice for line in _left(triage, done, choice, asked)),
        *_titled("Not a comment", _not_commented(done, asked)),
        *_titled("Left out: they no longer stand", map(gone, found.gone)),
        *_titled("Left out: the baseline cannot tell them from an equal finding that is to stay", _equal(triage, done)),
        _undecided(found),
    ]
    return (log(line) for line in lines if line)


def _what_was_said(found: Figures) -> Iterator[str]:
    yield decided(found.count)
    yield from _titled("Decided twice", map(changed, found.decided_twice))


def _what_was_written(done: Applied, asked: Asked, settings: Settings) -> Iterator[str]:
    would = "would have " if asked.dry else ""
    wrote = [change for change in done.changes if change.error is None and change.marks]
    for change in wrote:
        yield f"{plain(', '.join(change.files))}: {would}{count(len(change.marks), 'finding')} suppressed by comments"
    words = done.words
    if words.keep:
        file = plain(words.settings or "")
        yield f"{file}: {would}{count(len(words.keep), 'word')} more to keep: {_list(words.keep)}"
    if words.terms:
        terms = [f"{english} = {chinese}" for english, chinese in words.terms]
        yield f"{plain(words.glossary)}: {would}{count(len(terms), 'term')} more: {_list(terms)}"
    if done.vanished:
        yield f"{count(len(done.vanished), 'decided finding')} {would}vanished with these words"
    if done.entries:
        yield f"{plain(baseline_file(settings).as_posix())}: {would}{count(done.entries, 'known finding')} more"
    if done.already:
        yield f"{count(done.already, 'decided finding')} known already"
    if not (wrote or words or done.entries):
        yield "nothing to write"


def _left(triage: Triage, done: Applied, choice: Choice, asked: Asked) -> list[str]:
    """The findings of a choice that stay as they are."""
    if asked.places[choice] != "nothing":
        return []
    found = to_mend(triage.documents, choice)
    return _titled(_LEFT[choice], (shown(one) for one in found if one.fingerprint not in done.vanished))


def _not_commented(done: Applied, asked: Asked) -> Iterator[str]:
    for change in done.not_commented:
        remedy = "in the baseline instead" if asked.fallback else "--fallback baseline accepts them there"
        yield f"{plain(str(change.error))}: {count(len(change.marks), 'finding')}, {remedy}"


def _equal(triage: Triage, done: Applied) -> Iterator[str]:
    left = set(done.left_out)
    for choice in Choice:
        yield from (shown(one) for one in to_mend(triage.documents, choice) if one.fingerprint in left)


def _undecided(found: Figures) -> str:
    left = found.count.undecided
    return f"{count(left, 'finding')} not decided yet" if left else ""


def _titled(title: str, rows: Sequence[str] | Iterator[str]) -> list[str]:
    rows = list(rows)
    return [f"{title}:", *(f"  {row}" for row in rows)] if rows else []


def _list(words: Sequence[str]) -> str:
    return plain(", ".join(words))
