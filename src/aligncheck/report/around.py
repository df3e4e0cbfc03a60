"""What an HTML page is told beside its report: where other pages are, where its links lead, who serves it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from aligncheck.model.triage import Decision


@dataclass(frozen=True, slots=True)
class LinkTemplates:
    """Addresses to be filled in, as the settings ``[links]`` have them; None where there is no such link.

    Attributes:
        editor: of a place in an editor.
        forge: of a place on a forge.
        rule: of a rule's page.
        root: the absolute path of the project, for ``{root}``.
        commit: the commit that is checked out, for ``{commit}``.
        prefix: the current directory as seen from the project's root, ``""`` there; reports name files from it.
    """

    editor: str | None = None
    forge: str | None = None
    rule: str | None = None
    root: str = ""
    commit: str = ""
    prefix: str = ""


NO_LINKS = LinkTemplates()


@dataclass(frozen=True, slots=True)
class Served:
    """Of pages that ``aligncheck review`` serves: decisions by fingerprint, and which run of the checks they show."""

    decisions: Mapping[str, Decision] = field(default_factory=dict)
    version: int = 0


@dataclass(frozen=True, slots=True)
class Around:
    """Relative addresses of other pages (paths, not quoted), templates of links, and the server, where there is one."""

    index: str | None = None
    previous: str | None = None
    following: str | None = None
    drift: str | None = None
    links: LinkTemplates = NO_LINKS
    served: Served | None = None


ALONE = Around()
"""A page that stands for itself."""
