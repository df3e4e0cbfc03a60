"""Writes suppressions into files for what a run found, and makes sure that they do what they should and no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aligncheck.config import Config
from aligncheck.errors import AligncheckError, ConfigError, InputError
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding, Report, Status
from aligncheck.model.text import Document
from aligncheck.runner.checking import check_documents
from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.files import read_bytes, write_whole
from aligncheck.runner.run import Outcome
from aligncheck.suppressions.orders import OWN
from aligncheck.suppressions.writing import Wish, with_ignores

_CODECS = {"big5": "big5hkscs"}
_BASELINE = "accept the finding in the baseline"
_REMEDY = f"write a directive by hand, or {_BASELINE}"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one document.

    Attributes:
        path: the document, as reports name it.
        files: the files that were written.
        findings: how many findings are suppressed now.
        error: why the document was left as it is; None where it was not.
    """

    path: str
    files: tuple[str, ...] = ()
    findings: int = 0
    error: AligncheckError | None = None


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it is, or as it would be."""

    path: str
    data: bytes
    document: Document


def add_ignores(outcomes: Sequence[Outcome], reason: str, config: Config) -> list[Change]:
    """Suppress every new finding by a directive in the translation, or in the source where it has no place there.

    Args:
        outcomes: of a run; their findings of status ``new`` are meant, those on suppressions themselves excepted.
        reason: what each directive says for itself, one line.
        config: as of the run.

    Each document is checked again as it would be, before anything is written. Where a finding would not be suppressed,
    or another one would come or go, its files stay as they are, and its Change has the error. Files keep their
    encoding, byte order mark and line ends. Raises ConfigError for a reason that no comment can hold.
    """
    said = " ".join(reason.split())
    if not said or "-->" in said or "*/" in said or not said.isprintable():
        raise ConfigError(f"{reason!r} is no reason for a comment", remedy="say in some plain words why")
    lexicon = Lexicon.load()
    changes = []
    for outcome in outcomes:
        if outcome.report is not None and (marks := _new_ones(outcome.report)):
            try:
                changes.append(_change(outcome, marks, said, config, lexicon))
            except AligncheckError as error:
                changes.append(Change(outcome.job.path, error=error))
    return changes


def _new_ones(report: Report) -> set[str]:
    found = report.findings
    return {f.fingerprint for f in found if f.status is Status.NEW and not f.code.startswith(OWN)}


def _change(outcome: Outcome, marks: set[str], reason: str, config: Config, lexicon: Lexicon) -> Change:
    paths = [path for path in (outcome.job.source, outcome.job.target) if path is not None]
    files = [_File(path, data, read(data, path)) for path in paths for data in [read_bytes(path)]]
    # The files are read anew: another document of this run may have had its directives written into one of them.
    before = _check(outcome.job, files, config, lexicon)
    meant = [f for f in before.findings if f.fingerprint in marks and f.status is Status.NEW]
    wishes: list[list[Wish]] = [[] for _ in files]
    for finding in meant:
        where, wish = _wish(finding, before, len(files) - 1)
        wishes[where].append(wish)
    changed = [_written(file, wished, reason) if wished else file for file, wished in zip(files, wishes, strict=True)]
    _verify(before, _check(outcome.job, changed, config, lexicon), {f.fingerprint for f in meant}, outcome.job.path)
    new = [file for file, old in zip(changed, files, strict=True) if file is not old]
    for file in new:
        _write(file)
    return Change(outcome.job.path, tuple(file.path for file in new), len(meant))


def _check(job: Job, files: Sequence[_File], config: Config, lexicon: Lexicon) -> Report:
    documents = [file.document for file in files]
    return check_documents(job, documents[0], documents[1] if len(documents) > 1 else None, config, lexicon)


def _wish(finding: Finding, report: Report, last: int) -> tuple[int, Wish]:
    """The file that a finding is suppressed in, 0 for the source, and where: at its evidence or its sentence."""
    pair = None if finding.pair is None else report.pairs[finding.pair]
    for where, spans, sentence in (
        (last, finding.target_spans, pair and pair.target),
        (0, finding.source_spans, pair and pair.source),
    ):
        if spans or sentence:
            return where, Wish(finding.code, spans[0].start if spans else sentence.start if sentence else None)
    return last, Wish(finding.code, None)


def _written(file: _File, wishes: Sequence[Wish], reason: str) -> _File:
    """The file with directives, in its own encoding. Raises InputError where it cannot have any."""
    document = file.document
    if document.format == "json":
        raise InputError("JSON has no comments to suppress findings in", path=file.path, remedy=_BASELINE)
    codec = _CODECS.get(document.encoding, document.encoding)
    text = with_ignores(document, wishes, reason)
    try:
        old, new = document.text.encode(codec), text.encode(codec)
    except UnicodeEncodeError as error:
        sign = error.object[error.start : error.end]
        message = f"{document.encoding} cannot write {sign!r} of the directive"
        raise InputError(message, path=file.path, remedy="save the file as UTF-8") from None
    if not file.data.endswith(old):
        message = f"cannot be written back as {document.encoding} byte for byte"
        raise InputError(message, path=file.path, remedy="save the file as UTF-8")
    data = file.data[: len(file.data) - len(old)] + new
    return _File(file.path, data, read(data, file.path))


def _verify(before: Report, after: Report, marks: set[str], path: str) -> None:
    """Raise InputError unless exactly the findings meant changed, and they are suppressed now."""
    now = {f.fingerprint: f for f in after.findings}
    for old in before.findings:
        new = now.get(old.fingerprint)
        if old.fingerprint in marks and (new is None or new.status is not Status.SUPPRESSED):
            raise InputError(f"no directive suppresses {old.code}", path=path, line=_line(old), remedy=_REMEDY)
        if old.fingerprint not in marks and not old.code.startswith(OWN) and (new is None or new.status != old.status):
            raise InputError(f"a directive would change {old.code}", path=path, line=_line(old), remedy=_REMEDY)
    known = {f.fingerprint for f in before.findings}
    for new in after.findings:
        if new.fingerprint not in known and not new.code.startswith(OWN):
            raise InputError(f"a directive would bring up {new.code}", path=path, line=_line(new), remedy=_REMEDY)
    if len(_own(after)) > len(_own(before)):
        line = _line(_own(after)[0])
        raise InputError("a directive would be reported itself", path=path, line=line, remedy=_REMEDY)


def _own(report: Report) -> list[Finding]:
    return [f for f in report.findings if f.code.startswith(OWN)]


def _line(finding: Finding) -> int | None:
    return next((span.line for span in (*finding.target_spans, *finding.source_spans)), None)


def _write(file: _File) -> None:
    """Replace a file's content, not its permissions, and not the link that leads to it."""
    place = Path(file.path).resolve()
    mode = place.stat().st_mode
    write_whole(place, file.data)
    place.chmod(mode)
