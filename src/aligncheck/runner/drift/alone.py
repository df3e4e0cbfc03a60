"""Files of a plan whose counterpart is missing: what was never translated, and what lost its original."""

from __future__ import annotations

from pathlib import Path

from aligncheck.config import Config
from aligncheck.runner.documents.jobs import Alone, Job, Plan
from aligncheck.runner.documents.naming import read_name
from aligncheck.runner.documents.peek import peek_languages


def split_plan(plan: Plan, config: Config) -> tuple[tuple[Job, ...], tuple[Alone, ...]]:
    """The jobs that hold both languages, and files without counterpart.

    Without patterns, a file is one that lacks its counterpart if its name says its language as those of pairs do, and
    its prose is in that language alone. A file without such a mark may be meant for one language only.
    """
    pairs = [job for job in plan.jobs if job.target is not None]
    if config.pairs or not pairs:
        return plan.jobs, plan.alone
    marked = any(read_name(job.source).lang for job in pairs)
    found = {job: alone for job in plan.jobs if (alone := _alone(job, config, marked=marked)) is not None}
    return tuple(job for job in plan.jobs if job not in found), tuple(found.values())


def lost(path: str, source: str | None, root: Path) -> Alone | None:
    """What is left of an accepted document in two files, of which one is gone; None where both or none are there.

    ``path`` and ``source`` are the target's and the source's, from the project's root.
    """
    if source is None:
        return None
    there = (root / source).is_file(), (root / path).is_file()
    if there == (True, False):
        return Alone(source, source, "target", path)
    return Alone(path, path, "source", source) if there == (False, True) else None


def _alone(job: Job, config: Config, *, marked: bool) -> Alone | None:
    lang = read_name(job.source).lang if job.target is None else None
    if lang is None or (lang == config.source and not marked) or peek_languages(job.source) not in (lang, None):
        return None
    return Alone(job.source, job.identity, "target" if lang == config.source else "source")
