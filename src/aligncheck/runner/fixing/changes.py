"""What would change in a file as a unified diff, as ``git apply`` and ``patch`` read it. Knows nothing of fixes.

Lines neither come nor go, so that they are compared one by one: it takes no longer for the longest file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

CONTEXT = 3
"""Unchanged lines shown around changed ones."""


def unified(path: str, before: str, after: str) -> Iterator[str]:
    """Lines of the diff, each as it is to be written, with its line end. Both texts have as many lines.

    A line ends at a line feed; a carriage return before it belongs to the line, as for git.
    """
    old, new = before.split("\n"), after.split("\n")
    changed = [number for number, (was, would) in enumerate(zip(old, new, strict=True)) if was != would]
    if not changed:
        return
    name = path.removeprefix("/")
    yield f"--- a/{name}\n"
    yield f"+++ b/{name}\n"
    for first, last in _hunks(changed, len(old) - (not old[-1])):
        yield f"@@ -{_range(first, last)} +{_range(first, last)} @@\n"
        at = first
        while at < last:
            run = at
            while run < last and old[run] != new[run]:
                run += 1
            yield from (_line("-", old, number) for number in range(at, run))
            yield from (_line("+", new, number) for number in range(at, run))
            if run < last:
                yield _line(" ", old, run)
            at = run + 1


def _hunks(changed: Sequence[int], lines: int) -> Iterator[tuple[int, int]]:
    """First line and the one behind the last of each hunk, counted from 0."""
    first, last = changed[0], changed[0]
    for number in changed[1:]:
        if number - last > 2 * CONTEXT + 1:
            yield max(0, first - CONTEXT), min(lines, last + 1 + CONTEXT)
            first = number
        last = number
    yield max(0, first - CONTEXT), min(lines, last + 1 + CONTEXT)


def _range(first: int, last: int) -> str:
    return f"{first + 1}" if last - first == 1 else f"{first + 1},{last - first}"


def _line(sign: str, lines: Sequence[str], number: int) -> str:
    end = "\n" if number < len(lines) - 1 else "\n\\ No newline at end of file\n"
    return f"{sign}{lines[number]}{end}"
