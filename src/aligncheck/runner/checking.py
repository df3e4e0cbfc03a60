"""Reads and checks one document, and says under which key its report may be kept. Keeps nothing."""

from __future__ import annotations

from dataclasses import dataclass

from aligncheck.config import Config
from aligncheck.engine import Examined, examine_file, examine_files
from aligncheck.errors import AligncheckError, InputError
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.extract import Extract
from aligncheck.model.report import Report
from aligncheck.model.text import Document
from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.files import read_bytes
from aligncheck.runner.results.cache import encoded, report_key
from aligncheck.runner.results.collection import no_collection


@dataclass(frozen=True, slots=True)
class Checked:
    """A report with its extract, or the error that prevented it; with a key, ``value`` is both as they are cached."""

    report: Report | None
    extract: Extract | None = None
    error: AligncheckError | None = None
    key: bytes | None = None
    value: bytes | None = None


def check_job(job: Job, config: Config, lexicon: Lexicon, *, keep: bool) -> Checked:
    """Read and check one document or pair of documents.

    The key is that of the bytes that were read: a file may have changed since the cache was asked for it.
    """
    try:
        source = read_bytes(job.source)
        target = None if job.target is None else read_bytes(job.target)
        with no_collection():  # nearly all that is made lives as long as the document is looked at
            examined = check_bytes(job, source, target, config, lexicon)
    except AligncheckError as error:
        return Checked(None, error=error)
    except Exception as error:  # a fault of ours in one document must not lose the others' reports
        fault = InputError(
            f"could not be checked: {type(error).__name__}: {error}", path=job.path, remedy="please report this"
        )
        fault.__cause__ = error
        return Checked(None, error=fault)
    if keep and (value := encoded(examined)) is not None:
        key = report_key(job, config.at(*job.identities).digest, source, target)
        return Checked(*examined, key=key, value=value)
    return Checked(*examined)


def check_bytes(job: Job, source: bytes, target: bytes | None, config: Config, lexicon: Lexicon) -> Examined:
    """Check what a job's files hold, held once, or would hold, by itself. Raises InputError where it cannot be read."""
    right = None if job.target is None or target is None else read(target, job.target)
    return check_documents(job, read(source, job.source), right, config, lexicon)


def check_documents(job: Job, source: Document, target: Document | None, config: Config, lexicon: Lexicon) -> Examined:
    """Check a job's documents by the settings for its paths; ``target`` is None where one file holds both languages."""
    settings = config.at(*job.identities)
    if target is None:
        return examine_file(source, settings, lexicon, job.identity)
    return examine_files(source, target, settings, lexicon, job.identity)
