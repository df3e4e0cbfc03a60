"""Rules with fixes, good ones and bad ones, and documents to try them on: fixing is tested without any real rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from aligncheck.checks._rule import (
    Change,
    DocumentContext,
    Evidence,
    Example,
    Hit,
    PairContext,
    Rule,
    document_rule,
    pair_rule,
)
from aligncheck.config import Config
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Severity
from aligncheck.runner.checking import check_bytes
from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.fixing.passes import Settled, settle
from aligncheck.runner.run import Outcome

SAME = (Example("x", "x"),)
ENGLISH = "The lamp, which is old, turns twice. The GPS of the boat, too, works again.\n"
CHINESE = "这盏灯,很旧,转两圈。船上的GPS,也,恢复了。\n"


def places(context: DocumentContext, pattern: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Matches in the target's sentences, with the pair they are in."""
    for pair, side in context.targets():
        for found in re.finditer(pattern, side.text):
            yield pair.id, found


def replacing(code: str, pattern: str, new: str, *, safe: bool = True, kind: str = "k", locate: bool = True) -> Rule:
    """A document rule that wants ``new`` (a template of ``re``) for what a pattern finds in the target's sentences.

    Without ``locate`` it looks at the whole file, as no decent rule would.
    """

    def check(context: DocumentContext) -> Iterator[Hit]:
        if not locate:
            for found in re.finditer(pattern, context.target.text):
                change = Change(*found.span(), found[0], found.expand(new), safe)
                yield Hit("One.", target=(Evidence(*found.span()),), changes=(change,), kind=kind, together="{n}.")
            return
        for pair, side in context.targets():
            for found in re.finditer(pattern, side.text):
                start, end = side.locate(*found.span())
                change = Change(start, end, found[0], found.expand(new), safe)
                yield Hit(
                    f"{found[0]!r} stands here.",
                    target=(Evidence(start, end),),
                    confidence=0.9,
                    key=f"{code} {found[0]}",
                    pair=pair.id,
                    changes=(change,),
                    kind=kind,
                    together="{n} stand here.",
                )

    return document_rule(code, code.lower(), Severity.INFO, since="1", bad=SAME, good=SAME)(check)


COMMA = replacing("TST001", r"(?<=[一-鿿]),(?=[一-鿿])", "，")
"""Half-width commas between Chinese characters."""


def _spacing(context: DocumentContext) -> Iterator[Hit]:
    """Spaces around Latin words: two changes where they lack on both sides, to be made together."""
    for pair, found in places(context, r"([一-鿿])([A-Z]+)([一-鿿])"):
        side = next(side for other, side in context.targets() if other.id == pair)
        head, tail = (found.start(1), found.start(2) + 1), (found.end(2) - 1, found.end(3))
        changes = []
        wanted = [(head, f"{found[1]} {found[2][0]}"), (tail, f"{found[2][-1]} {found[3]}")]
        if len(found[2]) == 1:
            wanted = [(found.span(), f"{found[1]} {found[2]} {found[3]}")]
        for (start, end), new in wanted:
            span = side.locate(start, end)
            changes.append(Change(*span, side.text[start:end], new))
        where = side.locate(*found.span())
        yield Hit("No space.", target=(Evidence(*where),), changes=tuple(changes), kind="space", together="{n} spaces.")


SPACE = document_rule("TST002", "spaces", Severity.WARNING, since="1", bad=SAME, good=SAME)(_spacing)


def _word(context: PairContext) -> Iterator[Hit]:
    """An unsafe one, of a pair: another word."""
    for found in re.finditer("船", context.target.text):
        change = Change(*found.span(), "船", "舟", safe=False)
        yield Hit("船 for boat.", target=(Evidence(*found.span()),), key="船", changes=(change,))


WORD = pair_rule("TST003", "word", Severity.WARNING, since="1", bad=SAME, good=SAME)(_word)
GOOD = (COMMA, SPACE, WORD)


def use(monkeypatch: pytest.MonkeyPatch, *rules: Rule) -> None:
    """Have the engine know these rules alone; only without the cache, which does not know of it."""
    for module in ("engine.check", "suppressions.orders"):
        monkeypatch.setattr(f"aligncheck.{module}.RULES", rules)


def check(jobs: Sequence[Job], contents: Mapping[Path, bytes], config: Config | None = None) -> list[Outcome]:
    made = []
    for job in jobs:
        target = None if job.target is None else contents[Path(job.target).resolve()]
        source = contents[Path(job.source).resolve()]
        report, extract = check_bytes(job, source, target, config or Config(), Lexicon.load())
        made.append(Outcome(job, report, extract=extract))
    return made


def settled(contents: Mapping[str, bytes], *pairs: tuple[str, str | None], unsafe: bool = False) -> Settled:
    """Files by name, mended; ``pairs`` are source and target, by default the two names there are, or the only one."""
    names = list(contents)
    jobs = [
        Job(source, target, target or source)
        for source, target in pairs or ((names[0], names[1] if len(names) > 1 else None),)
    ]
    held = {Path(name).resolve(): data for name, data in contents.items()}
    return settle(check(jobs, held), held, check, unsafe=unsafe)


def mended(target: bytes, name: str = "a.zh.md", english: bytes = ENGLISH.encode(), *, unsafe: bool = False) -> bytes:
    """A translation with all its fixes; a second run changes nothing."""
    source = name.replace("zh", "en")
    after = settled({source: english, name: target}, unsafe=unsafe).contents[Path(name).resolve()]
    again = settled({source: english, name: after}, unsafe=unsafe)
    assert again.contents[Path(name).resolve()] == after
    assert not again.made or not any(again.made.values())
    return after


def reasons(found: Settled) -> list[tuple[str, str]]:
    return [(one.code, one.reason) for refused in found.refused.values() for one in refused]
