"""A small project with faults, and files of decisions about them as the pages export them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from command_line import Shell

from aligncheck.model.report import Finding, Report
from aligncheck.report.structured import read_json

SETTINGS = """\
# What this project calls its own.
keep = [
  "Lumo", # a lamp
]

# English beside Chinese.
[[pairs]]
source = "en/{path}.md"
target = "zh/{path}.md"

[[pairs]]
source = "both/{path}.md"
"""

ROWS = (
    ("The library lends 2.5 million books a year.", "图书馆每年外借25万册图书。"),
    ("The bridge is 120 metres long.", "这座桥长210米。"),
    ("The museum keeps 90 paintings.", "博物馆收藏着60幅画。"),
    ("The tower has 45 steps.", "塔楼有54级台阶。"),
)
"""English and Chinese; each has a wrong number."""
FINE = ("The lamp turns once every ten seconds.", "灯每十秒转一圈。")

Said = tuple[str, str, str]
"""A finding's document, code and status."""


def write_project(shell: Shell) -> None:
    """Two pairs of files and a bilingual one; four, one and one findings."""
    shell.write("aligncheck.toml", SETTINGS)
    write_pair(shell, "a", ROWS)
    write_pair(shell, "b", [FINE, ROWS[1]])
    shell.write("both/c.md", f"{ROWS[0][0]}\n\n{ROWS[0][1]}\n")


def write_pair(shell: Shell, name: str, rows: Iterable[tuple[str, str]]) -> None:
    for folder, side in (("en", 0), ("zh", 1)):
        shell.write(f"{folder}/{name}.md", "\n\n".join(row[side] for row in rows) + "\n")


def reports(shell: Shell, *arguments: str) -> list[Report]:
    """What a check reports now, by document."""
    done = shell("check", "--output", "json", *arguments)
    assert done.code in (0, 1), done.err
    return read_json(done.out.encode())


def statuses(shell: Shell, *arguments: str) -> list[Said]:
    found = reports(shell, *arguments)
    return [(r.document.path, f.code, f.status.value) for r in found for f in r.findings]


Decide = Callable[[int, Finding], dict[str, Any] | None]
"""What is said of a finding, by its number and itself: a record as the pages keep it; None leaves it undecided."""


def lines(found: Sequence[Report], decide: Decide) -> list[dict[str, Any]]:
    """The lines that the pages would export, the head first."""
    out: list[dict[str, Any]] = [{"aligncheck-decisions": 1}]
    number = 0
    for report in found:
        for finding in report.findings:
            record = None if finding.code.startswith("SUP") else decide(number, finding)
            number += 1
            if record is not None:
                named = {"report": report.id, "document": report.document.path, "code": finding.code}
                out.append({**named, "fingerprint": finding.fingerprint, **record})
    return out


def dumped(records: Iterable[object]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def export(shell: Shell, decide: Decide, name: str = "decisions.jsonl", paths: Sequence[str] = ()) -> str:
    """Write a file of decisions about what a check finds now; its name."""
    shell.write(name, dumped(lines(reports(shell, *paths), decide)))
    return name


def all_of(*choices: str, **more: Any) -> Decide:
    """The choices in turn, each with the same reason and words."""
    return lambda number, _: {"decision": choices[number % len(choices)], **more}


def contents(shell: Shell) -> dict[str, bytes]:
    """Every file of the project but reports, by path."""
    files = (p for p in sorted(shell.folder.rglob("*")) if p.is_file())
    named = {p.relative_to(shell.folder).as_posix(): p.read_bytes() for p in files}
    return {path: data for path, data in named.items() if not path.startswith("reports/")}
