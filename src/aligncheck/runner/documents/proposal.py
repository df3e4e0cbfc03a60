"""Proposes a configuration for a repository: looks at its files, sees how they pair, writes a commented file."""

from __future__ import annotations

import os
import re
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from aligncheck.config import Config, Drift, Override, PairPattern
from aligncheck.config.show import toml
from aligncheck.lang.language_tags import CHINESE
from aligncheck.runner.documents.discovery import discover
from aligncheck.runner.documents.jobs import Plan
from aligncheck.runner.documents.patterns import compile_pattern, match_files
from aligncheck.runner.documents.peek import peek_languages
from aligncheck.runner.run import run

_WIDTH = 100
_TAG = re.compile(rf"(?<![A-Za-z])(?i:{CHINESE})(?![A-Za-z])")
_BOUNDARY = re.compile(r"[/._-]")
_SAMPLES = {"target-script": "Hans"}
"""What a setting that has no default may be; 0 where nothing stands here."""
_BILINGUAL = 0.2
"""Share of a file's characters in pairs, from which it holds both languages: Chinese pages quote some English."""


_LINKS = {
    "editor": "vscode://file/{root}/{path}:{line}:{column}",
    "forge": "https://git.example.org/owner/name/blob/{commit}/{path}#L{line}",
    "rule": "https://docs.example.org/rules/{code}",
}
"""Examples of what has no default."""


def propose(root: Path) -> tuple[str, int, int, Plan]:
    """The text of a configuration file for the project at ``root``; pairs and bilingual files found; the documents."""
    plan = discover([os.path.relpath(root)], Config(), root)
    pairs = [(job.identities[0], job.identities[1]) for job in plan.jobs if job.target is not None]
    alone = [job for job in plan.jobs if job.target is None and peek_languages(job.source) in ("both", "zh")]
    both = [o.job.identity for o in run(alone, Config()) if o.report and o.report.stats.aligned > _BILINGUAL]
    patterns = [*_patterns(pairs, root), *_bilingual(both, pairs)]
    text = "".join(f"{line}\n" for line in _lines(patterns, len(pairs), len(both)))
    return text, len(pairs), len(both), plan


def _patterns(pairs: Sequence[tuple[str, str]], root: Path) -> list[PairPattern]:
    """Patterns that pair the files just as they were found to pair, the most general ones first tried."""
    left = set(pairs)
    chosen: list[PairPattern] = []
    while left:
        votes = Counter(pattern for pair in left for pattern in _candidates(*pair))
        best = max(votes, key=lambda p: (votes[p], *_preference(p))) if votes else PairPattern(*min(left))
        held = match_files([compile_pattern(best, "en")], [t for _, t in sorted(left)], root).pairs
        explained = left & {(s, t) for s, t in held if t is not None}
        # A pattern that pairs files which do not belong together would be worse than one line for each of them.
        if not explained or {t for _, t in held} - {t for _, t in left}:
            pair = min(left)
            best, explained = PairPattern(*pair), {pair}
        chosen.append(best)
        left -= explained
    return chosen


def _preference(pattern: PairPattern) -> tuple[bool, bool, int, str]:
    """Of patterns that explain as much: the name varies, not the directory; one language is named; the shorter one."""
    named = PurePosixPath(pattern.source).stem.startswith("{path}")
    target = pattern.target or ""
    return named, "{lang}" not in target, -len(pattern.source) - len(target), pattern.source


def _candidates(source: str, target: str) -> Iterator[PairPattern]:
    """What two paths may be instances of: a part they share is ``{path}``, a tag of Chinese perhaps ``{lang}``."""
    if "{" in source + target:
        return
    whole = PurePosixPath(source).suffix
    edges = [found.start() for found in _BOUNDARY.finditer(source)]
    for end in edges:
        starts = (start for start in (0, *(edge + 1 for edge in edges)) if start < end)
        part = next((source[start:end] for start in starts if _stands(source[start:end], target)), "")
        if not part or source[end:] == whole == "":
            continue
        at = target.rindex(part)
        one = source[: end - len(part)] + "{path}" + source[end:]
        two = target[:at] + "{path}" + target[at + len(part) :]
        yield PairPattern(one, two)
        tagged = _TAG.sub("{lang}", two)
        if tagged.count("{lang}") == 1:
            yield PairPattern(one, tagged)


def _stands(part: str, path: str) -> bool:
    """Whether the part stands between boundaries of the path."""
    at = path.rfind(part)
    if at < 0:
        return False
    end = at + len(part)
    return (at == 0 or bool(_BOUNDARY.match(path[at - 1]))) and (end == len(path) or bool(_BOUNDARY.match(path[end])))


def _bilingual(alone: Sequence[str], pairs: Sequence[tuple[str, str]]) -> Iterator[PairPattern]:
    """Patterns for files that hold both languages; a directory by one line where it holds nothing else."""
    paired = {str(PurePosixPath(path).parent) for pair in pairs for path in pair}
    for folder, grouped in groupby(sorted(alone, key=lambda p: (str(PurePosixPath(p).parent), p)), _folder):
        files = list(grouped)
        if folder in paired or folder == "." or len(files) <= 1:
            yield from (PairPattern(file) for file in files if "{" not in file)
        else:
            suffixes = sorted({PurePosixPath(file).suffix for file in files})
            yield from (PairPattern(f"{folder}/{{name}}{suffix}") for suffix in suffixes)


def _folder(path: str) -> str:
    return str(PurePosixPath(path).parent)


def _lines(patterns: Sequence[PairPattern], pairs: int, both: int) -> Iterator[str]:
    yield "# Settings of aligncheck. Paths are relative to this file; docs/configuration.md explains every key."
    yield f"# Found here: {pairs} pairs of files, {both} files that hold both languages."
    yield "# What is commented out shows the default."
    yield from _defaults(Config, leaving_out=("pairs", "overrides", "severity", "drift", "links"))
    yield ""
    yield from _comment(_description(Config, "severity"))
    yield from ("# [severity]", '# STR001 = "warning"', "")
    yield from _comment(_description(Config, "drift"))
    yield "# [drift]"
    yield from _defaults(Drift)
    yield ""
    yield from _comment(_description(Config, "links"))
    yield "# [links]"
    for key, example in _LINKS.items():
        yield f"# {key} = {toml(example)}"
    yield ""
    yield from _comment(_description(Config, "pairs"))
    if not patterns:
        yield from ("# [[pairs]]", '# source = "docs/en/{path}.md"', '# target = "docs/{lang}/{path}.md"', "")
    for pattern in patterns:
        yield "[[pairs]]"
        yield f"source = {toml(pattern.source)}"
        if pattern.target is not None:
            yield f"target = {toml(pattern.target)}"
        yield ""
    yield from _comment(_description(Config, "overrides"))
    yield from ("# [[overrides]]", '# files = ["docs/**/changelog.md"]', '# ignore = ["UNT"]')


def _defaults(kind: type[Config | Drift], leaving_out: Sequence[str] = ()) -> Iterator[str]:
    """The settings of a table with what they mean, commented out; a sample stands for what is not set."""
    values = msgspec.to_builtins(kind())
    for field in msgspec.structs.fields(kind):
        if field.encode_name not in leaving_out:
            yield ""
            yield from _comment(_description(kind, field.encode_name))
            value = values[field.encode_name]
            yield f"# {field.encode_name} = {toml(_SAMPLES.get(field.encode_name, 0) if value is None else value)}"


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(text, _WIDTH)]


def _description(kind: type[Config | Override | Drift], key: str) -> str:
    """What the declaration of a setting says of it."""
    (_,), parts = msgspec.json.schema_components([kind], ref_template="#/{name}")
    properties: dict[str, Any] = parts[kind.__name__]["properties"]
    return str(properties[key].get("description", ""))
