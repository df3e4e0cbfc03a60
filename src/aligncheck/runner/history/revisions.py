"""Names of revisions to commits, with the nearest remedy where there is none; knows nothing of files."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Sequence
from difflib import get_close_matches

from aligncheck.errors import ConfigError
from aligncheck.runner.history.git import Git, reason

MORE_HISTORY = "fetch more history: `git fetch --unshallow`, or `fetch-depth: 0` in actions/checkout"
_SUFFIX = re.compile(r"[~^@:].*", re.DOTALL)
"""What may follow a name: ``main~3``, ``main^2``, ``main@{yesterday}``."""


def resolve(git: Git, revision: str) -> str:
    """The commit (40 or 64 hex digits) that a branch, a tag, a hash or an expression like ``main~3`` stands for.

    Raises ConfigError: no such revision, perhaps because the clone is shallow or the branch only on the remote.
    """
    _well_formed(revision)
    answer = git.ask("rev-parse", "--verify", f"{revision}^{{commit}}")
    if answer.code == 0:
        return answer.output.decode("ascii").strip()
    raise _unknown(git, revision)


def resolve_all(git: Git, names: Collection[str]) -> dict[str, str | None]:
    """The commits of many hashes, shortened ones and tags; None for what names none. One process.

    Nothing is fetched for a partial clone: the commit may well be of another repository.
    """
    asked = [(name, prefix) for name in sorted(set(names)) for prefix in _prefixes(name)]
    commits = objects(git, [f"{prefix}{name}^{{commit}}" for name, prefix in asked], fetch=False)
    found: dict[str, str | None] = dict.fromkeys(names)
    for (name, _), commit in zip(asked, commits, strict=True):
        found[name] = found[name] or commit
    return found


def _prefixes(name: str) -> tuple[str, ...]:
    """Where a name is looked for: among tags, and as a hash (``git describe`` ends in one); branches move."""
    return ("", "refs/tags/") if re.search("(?:^|-g)[0-9a-f]{4,64}$", name, re.IGNORECASE) else ("refs/tags/",)


def objects(git: Git, names: Sequence[str], *, fetch: bool = True) -> list[str | None]:
    """The objects that names stand for, such as ``COMMIT:path``; None where there is none. One process.

    ``fetch`` is whether a partial clone may get what it lacks.
    """
    if not names:
        return []
    end, options = ("\0", ["-z"]) if any("\n" in name for name in names) else ("\n", [])
    environment = {} if fetch else {"GIT_NO_LAZY_FETCH": "1"}
    stdin = os.fsencode("".join(name + end for name in names))
    answer = git.ask("cat-file", "--batch-check=%(objectname)", *options, stdin=stdin, environment=environment)
    if answer.code:
        raise ConfigError(f"git failed: {reason(answer)}", remedy="mend what git complains of")
    found: list[str | None] = []
    output, at = os.fsdecode(answer.output), 0
    for name in names:
        # What is missing is told by its name, which may hold a line break itself.
        missing = next(
            (said for said in (f"{name} missing\n", f"{name} ambiguous\n") if output.startswith(said, at)), ""
        )
        size = len(missing) or output.index("\n", at) + 1 - at
        found.append(None if missing else output[at : at + size - 1])
        at += size
    return found


def merge_base(git: Git, branch: str) -> str:
    """The newest commit that ``branch`` and HEAD share; the first git names where several are equally new.

    Raises ConfigError as ``resolve``, and where they share none.
    """
    commit, head = resolve(git, branch), resolve(git, "HEAD")
    answer = git.ask("merge-base", commit, head)
    if answer.code == 0:
        return answer.output.decode("ascii").split()[0]
    what = f"{branch!r} and HEAD have no common ancestor"
    if is_shallow(git):
        raise ConfigError(f"{what} in this shallow clone", remedy=MORE_HISTORY)
    raise ConfigError(what, remedy="name the branch that this one came from, or a revision with --new-from")


def is_shallow(git: Git) -> bool:
    """Whether the clone lacks the older part of its history."""
    return git.line("rev-parse", "--is-shallow-repository") == "true"


def _well_formed(revision: str) -> None:
    """Refuse what git would take for an option, or could not be told."""
    if not revision or revision.startswith("-") or not revision.isprintable():
        raise ConfigError(f"{revision!r} is no revision", remedy="name a branch, a tag or a commit")


def _unknown(git: Git, revision: str) -> ConfigError:
    """Why a revision is not found, as near to the cause as git lets one see."""
    unknown = f"unknown revision {revision!r}"
    if not git.line("rev-list", "--all", "--max-count=1") and git.line("rev-parse", "--verify", "HEAD") is None:
        return ConfigError(f"{unknown}: the repository has no commits yet", remedy="commit first, or check everything")
    if re.fullmatch("0{40}|0{64}", revision):
        remedy = "there is no earlier commit to compare with: use --new-from-merge-base with the default branch"
        return ConfigError(f"{unknown}: this is what a new branch is said to have been before", remedy=remedy)
    refs = (git.line("for-each-ref", "--format=%(refname)") or "").split("\n")
    name = _SUFFIX.sub("", revision)
    for ref in refs if name != "HEAD" else ():
        if re.fullmatch(f"refs/remotes/[^/]+/{re.escape(name)}", ref):
            known = ref.removeprefix("refs/remotes/")
            return ConfigError(
                f"{unknown}: no branch of this clone, but one of the remote",
                remedy=f"write {known + revision[len(name) :]}",
            )
    if is_shallow(git):
        return ConfigError(f"{unknown} in this shallow clone", remedy=MORE_HISTORY)
    if ".." in revision:
        return ConfigError(f"{revision!r} is no single revision", remedy="name one commit, not a range")
    short = ["HEAD", *(ref.split("/", 2)[2] for ref in refs if ref.count("/") >= 2)]
    if name in short:
        return ConfigError(unknown, remedy=f"{name} exists, but what follows leads to no commit")
    if near := get_close_matches(name, short, n=1):
        return ConfigError(unknown, remedy=f"did you mean {near[0] + revision[len(name) :]}?")
    return ConfigError(unknown, remedy="name a branch, a tag or a commit of this clone, or fetch it first")
