"""Writes the report pages of a run and their data, unless they stand there as they would be. Formats nothing itself."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, relpath
from typing import NamedTuple

import msgspec

from aligncheck import report as writers
from aligncheck.model.report import Report
from aligncheck.model.run import Run
from aligncheck.report.around import ALONE, NO_LINKS, Around, LinkTemplates, Served
from aligncheck.runner.files import sweep, write_whole
from aligncheck.runner.results.cache import ResultCache, encoded
from aligncheck.runner.results.records import Records
from aligncheck.runner.run import Outcome

WORTH_A_WORKER = 60
"""Pages that take longer to make than a worker process takes to start."""


class _Work(NamedTuple):
    """A document's page, or its data, to be written at ``directory/name``."""

    report: Report
    directory: str
    name: str
    around: Around

    def content(self) -> bytes:
        if self.name.endswith(".json"):
            return writers.json_object(self.report)
        return writers.document_page(self.report, self.around).encode("utf-8")


def write_pages(
    outcomes: Sequence[Outcome],
    whole: Run,
    directory: Path,
    *,
    cache: ResultCache | None = None,
    workers: int | None = None,
    links: LinkTemplates = NO_LINKS,
) -> None:
    """``index.html``, and for each document a page and its data beside it.

    ``whole.reports`` answer one by one to the outcomes that have a report. With ``cache``, a file that stands as an
    earlier run wrote it, and would be written the same, is left alone. Pages of documents that are gone stay.
    """
    records = Records(directory, cache)
    names = [o.job.name for o in outcomes if o.report is not None]
    digests = list(_digests(outcomes, whole.reports))
    stale: list[tuple[_Work, bytes]] = []
    pages = [f"{name}.html" for name in names]
    for at, (name, report, digest) in enumerate(zip(names, whole.reports, digests, strict=True)):
        for end, around in ((".html", around_document(pages, at, links)), (".json", ALONE)):
            made_of = _hash(digest, repr((end, around)))
            if cache is None or not records.stands(name + end, made_of):
                stale.append((_Work(report, str(directory), name + end, around), made_of))
    for (work, made_of), content in zip(stale, _write([work for work, _ in stale], workers), strict=True):
        records.written(work.name, made_of, content)
    drift = "drift.html" if (directory / "drift.html").exists() else None
    around = Around(drift=drift, links=links)
    made_of = _hash(b"".join(digests), repr((names, [str(f) for f in whole.failures], around)))
    if cache is None or not records.stands("index.html", made_of):
        page = writers.index_page(whole.reports, pages, whole.failures, around)
        records.written("index.html", made_of, _put(directory / "index.html", page.encode("utf-8")))
    records.save()


def around_document(pages: Sequence[str], at: int, links: LinkTemplates, served: Served | None = None) -> Around:
    """What surrounds the page number ``at`` of a run's pages, which are named from the overview's place."""
    own = pages[at]
    return Around(
        index=_address("index.html", own),
        previous=_address(pages[at - 1], own) if at else None,
        following=_address(pages[at + 1], own) if at + 1 < len(pages) else None,
        links=links,
        served=served,
    )


def _digests(outcomes: Iterable[Outcome], reports: Iterable[Report]) -> Iterator[bytes]:
    """Per report a digest of all its page may show.

    Most of a report are its pairs. They are what the engine made them, which is known by digest, and only the rest is
    looked at again: the gate gives findings another standing.
    """
    checked = (o for o in outcomes if o.report is not None)
    for outcome, report in zip(checked, reports, strict=True):
        if outcome.content is not None and outcome.report is not None and report.pairs is outcome.report.pairs:
            rest = encoded(msgspec.structs.replace(report, pairs=()))
            if rest is not None:
                yield _hash(outcome.content, "", rest)
                continue
        yield _hash(writers.json_object(report), "whole")


def _write(works: Sequence[_Work], workers: int | None) -> Iterator[bytes]:
    """Write files, on several cores where there are many; SHA-256 of each one's content, in order."""
    for folder in {Path(work.directory, work.name).parent for work in works}:
        sweep(folder)
    count = min(workers or os.cpu_count() or 1, len(works) // 2 // WORTH_A_WORKER)
    if count <= 1:
        yield from map(_write_one, works)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, mp_context=context) as pool:
        yield from pool.map(_write_one, works, chunksize=16)


def _write_one(work: _Work) -> bytes:
    return _put(Path(work.directory, work.name), work.content())


def _put(path: Path, content: bytes) -> bytes:
    write_whole(path, content)
    return hashlib.sha256(content).digest()


def _hash(first: bytes, text: str, *more: bytes) -> bytes:
    made = hashlib.sha256(first)
    made.update(text.encode("utf-8", "surrogatepass"))
    for part in more:
        made.update(part)
    return made.digest()


def _address(page: str, seen_from: str) -> str:
    """A page's path as another page of the reports names it."""
    return _way(dirname(page), dirname(seen_from)) + page.rpartition("/")[2]


@lru_cache(maxsize=1 << 12)
def _way(directory: str, seen_from: str) -> str:
    way = relpath(directory or ".", seen_from or ".")
    return "" if way == "." else f"{way}/"
