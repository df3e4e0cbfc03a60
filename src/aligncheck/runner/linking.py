"""What links of HTML pages are filled in with: the project's place, the commit checked out. Fills in none."""

from __future__ import annotations

import os
from pathlib import Path

from aligncheck.config.load import Settings
from aligncheck.errors import ConfigError
from aligncheck.report.around import LinkTemplates


def templates(settings: Settings) -> LinkTemplates:
    """The settings' templates, with what they ask for. Raises ConfigError for a commit outside of a repository."""
    links = settings.config.links
    root = Path(os.path.abspath(settings.root))  # noqa: PTH100 - links stay: that is where the user opens files
    asked = (links.editor or "", links.forge or "", links.rule or "")
    return LinkTemplates(
        editor=links.editor,
        forge=links.forge,
        rule=links.rule,
        root=root.as_posix() if any("{root}" in template for template in asked) else "",
        commit=_commit(root) if any("{commit}" in template for template in asked) else "",
        prefix=Path(os.path.relpath(Path.cwd(), root)).as_posix(),
    )


def _commit(root: Path) -> str:
    from aligncheck.runner.history.git import Git

    commit = Git.at(str(root)).line("rev-parse", "HEAD")
    if commit is None:
        raise ConfigError("links.forge asks for {commit}, and none is checked out", remedy="commit, or name a branch")
    return commit
