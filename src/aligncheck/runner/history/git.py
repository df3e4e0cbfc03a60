"""Runs git in a directory, and puts its failures into words; knows nothing of documents."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from aligncheck.errors import ConfigError

_PLACES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR")
_OF_ANOTHER_CALL = (
    *_PLACES,
    "GIT_PREFIX",
    "GIT_NAMESPACE",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
)
"""What git sets for its hooks, and a shell may have left over. Settings (GIT_CONFIG_…) and object directories stay:
the one may declare a directory safe, the others hold what is being pushed."""

_OURS = {
    "LC_ALL": "C.UTF-8",
    "LANGUAGE": "en",  # messages are told apart by their words
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_OPTIONAL_LOCKS": "0",  # never in the way of a git command that the user runs at the same time
    "GIT_TERMINAL_PROMPT": "0",
}
_FATAL = re.compile(r"^(?:fatal|error): (.+)", re.MULTILINE)
_UNSAFE = re.compile(r"^\s*git config --global --add safe\.directory (.+)$", re.MULTILINE)


class Answer(NamedTuple):
    """What git said: exit code, standard output, standard error."""

    code: int
    output: bytes
    error: str


@dataclass(frozen=True, slots=True)
class Git:
    """git as run in ``directory`` with exactly ``environment``."""

    directory: str
    environment: Mapping[str, str]

    @classmethod
    def at(cls, directory: str) -> Git:
        """git as it finds the repository around a directory by itself, whatever a hook's environment points to."""
        kept = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_CALL}
        return cls(directory, {**kept, **_OURS})

    @classmethod
    def as_told(cls, directory: str) -> Git | None:
        """git on the repository that GIT_DIR and GIT_WORK_TREE name together; None where they don't."""
        if not (os.environ.get("GIT_DIR") and os.environ.get("GIT_WORK_TREE")):
            return None
        places = {name: str(Path.cwd() / os.environ[name]) for name in _PLACES if os.environ.get(name)}
        return cls(directory, {**cls.at(directory).environment, **places})

    def ask(self, *arguments: str, stdin: bytes = b"", environment: Mapping[str, str] | None = None) -> Answer:
        """Run a command that may fail. Raises ConfigError where git is missing or does not trust the repository."""
        command = ["git", "-C", self.directory, *arguments]
        try:
            done = subprocess.run(
                command, input=stdin, capture_output=True, check=False, env={**self.environment, **(environment or {})}
            )
        except OSError as error:
            raise ConfigError(
                f"git cannot be run: {error.strerror or error}",
                remedy="install git, or leave out the options that compare revisions",
            ) from None
        answer = Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))
        if answer.code and (unsafe := _UNSAFE.search(answer.error)):
            raise ConfigError(
                "git does not trust the repository, which belongs to another user",
                path=self.directory,
                remedy=f"git config --global --add safe.directory {unsafe[1]}",
            )
        return answer

    def run(self, *arguments: str, stdin: bytes = b"", environment: Mapping[str, str] | None = None) -> bytes:
        """The output of a command that has to succeed. Raises ConfigError with git's own words."""
        answer = self.ask(*arguments, stdin=stdin, environment=environment)
        if answer.code:
            raise ConfigError(f"git failed: {reason(answer)}", remedy="mend what git complains of")
        return answer.output

    def records(self, *arguments: str, stdin: bytes = b"") -> Generator[str]:
        """What a command prints, cut at NULs, as it prints it; who closes the iterator ends the command.

        Raises ConfigError with git's own words where the command fails.
        """
        command = ["git", "-C", self.directory, *arguments]
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as errors:
            given.write(stdin)
            given.seek(0)
            with subprocess.Popen(
                command, stdin=given, stdout=subprocess.PIPE, stderr=errors, env=dict(self.environment)
            ) as process:
                try:
                    yield from _cut(process)
                finally:
                    process.kill()  # does nothing to a process that ended by itself and was waited for
            if process.returncode:
                errors.seek(0)
                said = Answer(process.returncode, b"", errors.read().decode("utf-8", "replace"))
                raise ConfigError(f"git failed: {reason(said)}", remedy="mend what git complains of")

    def line(self, *arguments: str) -> str | None:
        """The only line of a command's output, a path perhaps; None where it fails."""
        answer = self.ask(*arguments)
        return None if answer.code else os.fsdecode(answer.output.removesuffix(b"\n"))


def _cut(process: subprocess.Popen[bytes]) -> Iterator[str]:
    """What stands between NULs of a process's output, until it ends."""
    rest = b""
    while process.stdout and (chunk := os.read(process.stdout.fileno(), 1 << 16)):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from map(os.fsdecode, filter(None, whole))
    if rest:
        yield os.fsdecode(rest)
    process.wait()


def reason(answer: Answer) -> str:
    """Why git failed: its last complaint, without what filters and hooks said before."""
    complaints = _FATAL.findall(answer.error)
    return complaints[-1] if complaints else answer.error.strip() or f"exit code {answer.code}"
