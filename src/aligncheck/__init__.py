"""Keeps English and Chinese text in step. Public names load on first use, so that importing the package is quick.

>>> import aligncheck
>>> report = aligncheck.check("guide.md", "guide.zh-CN.md")        # doctest: +SKIP
>>> [f.message for f in report.findings if f.severity == aligncheck.Severity.ERROR]   # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

__all__ = [
    "Bead",
    "Config",
    "Document",
    "Finding",
    "Pair",
    "Report",
    "Severity",
    "__version__",
    "align",
    "check",
    "read",
]

if TYPE_CHECKING:
    from aligncheck.config import Config
    from aligncheck.model.report import Finding, Report, Severity
    from aligncheck.model.text import Bead, Document, Pair
    from aligncheck.runner.api import align, check, read

_HOME = {
    "Bead": "aligncheck.model.text",
    "Config": "aligncheck.config",
    "Document": "aligncheck.model.text",
    "Finding": "aligncheck.model.report",
    "Pair": "aligncheck.model.text",
    "Report": "aligncheck.model.report",
    "Severity": "aligncheck.model.report",
    "align": "aligncheck.runner.api",
    "check": "aligncheck.runner.api",
    "read": "aligncheck.runner.api",
}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'aligncheck' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
