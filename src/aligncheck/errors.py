"""Errors a user can act on; knows nothing of where they are shown."""

from __future__ import annotations


class AligncheckError(Exception):
    """Something the user must mend: names the file, the place and the remedy.

    Args:
        message: what is wrong, in a phrase.
        path: the file concerned, as the user named it.
        line: line in that file, counted from 1.
        remedy: what to do about it, as an imperative phrase.

    The command line prints it as ``path:line: message (remedy)`` and exits with 2.
    """

    def __init__(
        self, message: str, *, path: str | None = None, line: int | None = None, remedy: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.remedy = remedy

    def __str__(self) -> str:
        place = "" if self.path is None else f"{self.path}: " if self.line is None else f"{self.path}:{self.line}: "
        return place + self.message + (f" ({self.remedy})" if self.remedy else "")

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.message, self.path, self.line, self.remedy))


class InputError(AligncheckError):
    """A document that cannot be read: missing, not text, malformed."""


class ConfigError(AligncheckError):
    """A setting or command-line value that is unknown or out of range."""


def _rebuild(
    kind: type[AligncheckError], message: str, path: str | None, line: int | None, remedy: str | None
) -> AligncheckError:
    """Make the error anew on the other side of a worker process, keyword arguments and all."""
    return kind(message, path=path, line=line, remedy=remedy)
