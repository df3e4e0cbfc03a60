"""Fixes of documents that share files, pass after pass until nothing changes. Holds all in memory, writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from aligncheck.formats import read
from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.fixing.applying import Refusal, Repair, apply, repairs_of
from aligncheck.runner.rewriting import Held
from aligncheck.runner.run import Outcome

PASSES = 12
"""Passes after which fixes that still find something to do are taken for ones that never will come to rest."""
_ROUNDS = 4
"""How often documents are begun anew where some rules' fixes undo each other."""

Contents = Mapping[Path, bytes]
"""What files hold, or would hold, by their resolved paths."""
Check = Callable[[Sequence[Job], Contents], Sequence[Outcome]]
"""Checks jobs as if their files held this. Raises InputError for what cannot be read then."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Documents whose fixes have come to rest.

    Attributes:
        contents: what their files would hold.
        outcomes: by job, as they would be checked then.
        made: of each file, how many repairs of which rule were made.
        refused: of each file, repairs that are still offered and not made, and why.
    """

    contents: dict[Path, bytes]
    outcomes: tuple[Outcome, ...]
    made: dict[Path, Counter[str]] = field(default_factory=dict)
    refused: dict[Path, tuple[Refusal, ...]] = field(default_factory=dict)


def target_of(job: Job) -> Path:
    """The file that holds a job's target text."""
    return Path(job.path).resolve()


def settle(outcomes: Sequence[Outcome], contents: Contents, check: Check, *, unsafe: bool) -> Settled:
    """Make what fixes there are, and those that come up then, and so on.

    Rules whose fixes undo each other get none of theirs: the documents are as if these had none.
    """
    settled = Settled(dict(contents), tuple(outcomes))
    for _ in range(_ROUNDS):
        before = settled.contents
        settled, restless = _without_the_restless(settled, check, unsafe=unsafe)
        if not restless or settled.contents == before:
            break
    return settled


def _without_the_restless(begin: Settled, check: Check, *, unsafe: bool) -> tuple[Settled, frozenset[str]]:
    """The passes, begun anew without the rules at fault as often as they do not end; and these rules."""
    restless: frozenset[str] = frozenset()
    while True:
        settled, more = _passes(begin, check, restless, unsafe=unsafe)
        if not more:
            return settled, restless
        restless |= more


def _passes(begin: Settled, check: Check, but: frozenset[str], *, unsafe: bool) -> tuple[Settled, frozenset[str]]:
    """All passes; with the rules that kept them from ending, if they did not end."""
    now = replace(begin, made={path: Counter(counts) for path, counts in begin.made.items()})
    states = [now.contents]
    acting: list[frozenset[str]] = []
    while len(acting) < PASSES:
        now, codes = _pass(now, check, but, unsafe=unsafe)
        if not codes:
            return now, frozenset()
        acting.append(codes)
        if now.contents in states:
            return begin, frozenset().union(*acting[states.index(now.contents) :])
        states.append(now.contents)
    return begin, acting[-1]


def _pass(now: Settled, check: Check, but: frozenset[str], *, unsafe: bool) -> tuple[Settled, frozenset[str]]:
    """Every file once; with the codes of the rules that changed something."""
    contents, made, refused = dict(now.contents), dict(now.made), dict[Path, tuple[Refusal, ...]]()
    codes: set[str] = set()
    for path, (name, offered) in _by_file(now.outcomes, unsafe=unsafe).items():
        wanted = [repair for repair in offered if repair.code not in but]
        never = [
            Refusal(repair.code, repair.fixes[0].line, "such fixes would not come to rest")
            for repair in offered
            if repair.code in but
        ]
        applied = apply(Held(name, contents[path], read(contents[path], name)), wanted)
        contents[path] = applied.file.data
        codes |= {repair.code for repair in applied.made}
        made[path] = made.get(path, Counter()) + Counter(repair.code for repair in applied.made)
        refused[path] = tuple(sorted({*applied.refused, *never}, key=lambda one: (one.line, one.code, one.reason)))
    if contents == now.contents:
        return replace(now, refused=refused), frozenset()
    touched = {path for path, data in contents.items() if data != now.contents[path]}
    stale = [n for n, outcome in enumerate(now.outcomes) if touched & _files(outcome.job)]
    anew = dict(zip(stale, check([now.outcomes[n].job for n in stale], contents), strict=True))
    outcomes = tuple(anew.get(number, outcome) for number, outcome in enumerate(now.outcomes))
    return Settled(contents, outcomes, made, refused), frozenset(codes)


def _by_file(outcomes: Sequence[Outcome], *, unsafe: bool) -> dict[Path, tuple[str, list[Repair]]]:
    """The repairs of each file that has some, and a name it goes by."""
    found: dict[Path, tuple[str, list[Repair]]] = {}
    for outcome in outcomes:
        repairs = [one for one in repairs_of(outcome.report) if unsafe or one.safe] if outcome.report else []
        if repairs:
            found.setdefault(target_of(outcome.job), (outcome.job.path, []))[1].extend(repairs)
    return found


def _files(job: Job) -> set[Path]:
    return {Path(path).resolve() for path in (job.source, job.target) if path is not None}


def sharing(outcomes: Sequence[Outcome]) -> list[list[Outcome]]:
    """The outcomes with a report, in sets that share no file; only sets in which there is something to mend."""
    sets: list[tuple[set[Path], list[int]]] = []
    home: dict[Path, tuple[set[Path], list[int]]] = {}
    for number, outcome in enumerate(outcomes):
        if outcome.report is None:
            continue
        files, members = _files(outcome.job), [number]
        for other in {id(home[path]): home[path] for path in files if path in home}.values():
            files |= other[0]
            members += other[1]
            sets.remove(other)
        one = (files, members)
        sets.append(one)
        home |= dict.fromkeys(files, one)
    made = [[outcomes[number] for number in sorted(members)] for _, members in sets]
    return [each for each in made if any(o.report and any(True for _ in repairs_of(o.report)) for o in each)]
