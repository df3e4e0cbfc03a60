"""What a run compares with: a commit of the repository, and whether untouched documents are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from aligncheck.config import Config
from aligncheck.errors import AligncheckError, ConfigError
from aligncheck.model.report import Report
from aligncheck.runner.documents.jobs import Plan
from aligncheck.runner.history.earlier import Earlier, changed_jobs
from aligncheck.runner.history.new_only import as_of_then, examine_earlier, new_only
from aligncheck.runner.history.repository import Changes, Repository
from aligncheck.runner.run import Outcome


@dataclass(frozen=True, slots=True)
class Since:
    """A commit and what has changed since.

    Attributes:
        repository: where documents are kept.
        changes: what differs between the commit and the working tree.
        touched_only: whether documents that have not changed are left out.
        new_only: whether findings that the commit had are no news.
    """

    repository: Repository
    changes: Changes
    touched_only: bool
    new_only: bool

    def planned(self, plan: Plan) -> Plan:
        """The plan, without the jobs that no change touches where that is asked for."""
        if not self.touched_only:
            return plan
        return replace(plan, jobs=changed_jobs(plan.jobs, self.repository, self.changes), whole=False)

    def marked(self, outcomes: Sequence[Outcome], config: Config, *, whole: bool) -> tuple[Outcome, ...]:
        """The outcomes, with findings that the commit had marked as known where that is asked for."""
        if not self.new_only:
            return tuple(outcomes)

        def check_all(documents: Sequence[Earlier]) -> Iterator[Report | AligncheckError]:
            from aligncheck.lexicon import Lexicon

            examined = [examine_earlier(document, config, Lexicon.load()) for document in documents]
            yield from as_of_then(examined, [document.job for document in documents], outcomes, config, whole=whole)

        return new_only(outcomes, self.repository, self.changes, check_all)


def since(start: Path, *, new_from: str | None, merge_base: str | None, changed: bool) -> Since | None:
    """What the options ask for: a revision, or where a branch was left; ``changed`` alone means the last commit.

    None where they ask for nothing, and where they ask for the last commit of a repository that has none yet: there
    all is new. ``start`` is a directory in the repository. Raises ConfigError: both revisions are given, there is no
    repository, no such revision.
    """
    if new_from is not None and merge_base is not None:
        raise ConfigError("--new-from and --new-from-merge-base together", remedy="give one of them")
    if new_from is None and merge_base is None and not changed:
        return None
    repository = Repository.find(str(start))
    if repository is None:
        raise ConfigError("not inside a git working tree", path=str(start), remedy="name documents of a repository")
    if merge_base is None and new_from in (None, "HEAD") and not repository.has_commits():
        return None
    commit = repository.resolve(new_from or "HEAD") if merge_base is None else repository.merge_base(merge_base)
    return Since(repository, repository.changes(commit), changed, not changed or (new_from or merge_base) is not None)
