"""Addresses of places: in an editor, on a forge, of a rule's page, filled in from templates. Knows no markup."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import quote

from aligncheck.config.addresses import EDITOR, WEB, fault_of
from aligncheck.model.report import Finding
from aligncheck.report.around import LinkTemplates
from aligncheck.report.conventions import Place

_FIELD = re.compile(r"/?\{(?P<field>\w+)\}")
"""A field with the slash before it, since an absolute path brings its own."""


def in_editor(links: LinkTemplates, place: Place) -> str | None:
    """The address that opens a place in an editor; None without a template, or where it cannot lead there.

    A document outside the project is reached from its root by ``..``, which a browser works out.
    """
    if links.editor is None:
        return None
    path = _path(links, place)
    if path is None or (_is_outside(path) and "{root}" not in links.editor):
        return None
    return _filled(links.editor, EDITOR, {**_values(links, place), "path": path})


def on_forge(links: LinkTemplates, place: Place) -> str | None:
    """The address of a place on a forge; None without a template, and for what lies outside the project."""
    if links.forge is None:
        return None
    path = _path(links, place)
    if path is None or _is_outside(path):
        return None
    return _filled(links.forge, WEB, {**_values(links, place), "path": path})


def of_rule(links: LinkTemplates, finding: Finding) -> str | None:
    """The address of a rule's page; None without a template."""
    if links.rule is None:
        return None
    return _filled(links.rule, WEB, {"code": finding.code, "name": finding.name})


def _values(links: LinkTemplates, place: Place) -> dict[str, str]:
    """A document as a whole is its beginning."""
    line, column = place.line or 1, place.column or 1
    return {"root": links.root, "commit": links.commit, "line": str(line), "column": str(column)}


def _path(links: LinkTemplates, place: Place) -> str | None:
    """A report's path, which begins at the current directory, as seen from the project's root."""
    path = posixpath.normpath(posixpath.join(links.prefix, place.path))
    if not posixpath.isabs(path):
        return path
    return posixpath.relpath(path, links.root) if posixpath.isabs(links.root) else None


def _is_outside(path: str) -> bool:
    return path == ".." or path.startswith("../")


def _filled(template: str, schemes: frozenset[str], values: Mapping[str, str]) -> str | None:
    """The template with its fields percent-encoded, the segments of paths kept; None for one that is not allowed.

    Settings are checked where they are read; whoever makes templates in another way gets no bad link either.
    """
    if fault_of(template, schemes, values) is not None:
        return None

    def value(found: re.Match[str]) -> str:
        field = found["field"]
        slash = "/" if found[0].startswith("/") else ""
        if field == "root":
            return slash + quote(values[field].removeprefix(slash), safe="/:")
        return slash + quote(values[field], safe="/" if field == "path" else "", errors="surrogateescape")

    return _FIELD.sub(value, template)
