"""The summary of decisions in words: for a terminal, and as Markdown. Counts nothing itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from aligncheck.model.triage import Choice
from aligncheck.report.conventions import Place, count
from aligncheck.report.inert import code, prose
from aligncheck.report.invisible import log, plain
from aligncheck.report.terminal import cells, pad
from aligncheck.report.triage.figures import Changed, Count, Figures, Gone, Judged, RuleCount

_NAMES = {
    Choice.TRUE: ("true", "true"),
    Choice.FALSE_ALARM: ("false alarm", "false alarms"),
    Choice.ACCEPTED: ("accepted", "accepted"),
    Choice.LATER: ("to fix later", "to fix later"),
}
"""What one finding of a choice is called, and several."""
_HEAD = ("findings", "decided", "true", "false alarm", "accepted", "later", "undecided")


def text(figures: Figures) -> str:
    """For a terminal: a table of rules, one of documents, and what is to be mended or no longer stands."""
    blocks: list[Sequence[str]] = [[decided(figures.count)]]
    rules = [(f"{rule.code} {rule.name}", rule.count) for rule in figures.rules if rule.count.decided]
    blocks.append(_columns(rules))
    blocks.append(_columns([(d.path + (" (stale)" if d.stale else ""), d.count) for d in figures.documents]))
    blocks += [_titled(f"{title}:", rows) for title, rows in _sections(figures)]
    return log("\n\n".join("\n".join(block) for block in blocks if block) + "\n")


def markdown(figures: Figures) -> str:
    """For a page: the same; texts of documents and people stay text."""
    lines = ["## Decisions on findings", "", f"<p>{prose(decided(figures.count))}</p>"]
    rules = [(f"{rule.code} {rule.name}", rule.count) for rule in figures.rules if rule.count.decided]
    lines += _table("rule", rules)
    lines += _table("document", [(d.path + (" (stale)" if d.stale else ""), d.count) for d in figures.documents])
    for title, rows in _sections(figures):
        if rows:
            lines += ["", f"### {title}", "", "<ul>", *(f"<li>{prose(row)}</li>" for row in rows), "</ul>"]
    return "\n".join(lines) + "\n"


def decided(counted: Count) -> str:
    """How many findings are decided, by what, and how many are not."""
    said = choices(counted.decisions)
    line = f"{counted.decided} of {count(counted.findings, 'finding')} decided"
    known = f"{counted.known} undecided, but known already" if counted.known else ""
    return "; ".join(filter(None, (f"{line}: {said}" if said else line, known)))


def choices(decisions: Mapping[str, int]) -> str:
    """How many findings of each choice: ``12 false alarms, 1 accepted``; nothing where there are none."""
    named = ((_NAMES[choice][decisions[choice] != 1], decisions[choice]) for choice in Choice)
    return ", ".join(f"{number} {name}" for name, number in named if number)


def judged(counted: Count) -> str:
    """How well a rule was judged to do: ``12 decided, 2 false alarms``."""
    wrong = counted.decisions[Choice.FALSE_ALARM]
    return f"{counted.decided} decided, {wrong} {_NAMES[Choice.FALSE_ALARM][wrong != 1]}"


def to_mend(found: Judged) -> str:
    """A finding that is to be mended, on a line."""
    reason = f" -- {found.reason}" if found.reason else ""
    return _line(str(Place(found.path, found.line, found.column)), found.code, found.message + reason)


def gone(one: Gone) -> str:
    """A decision that stands no longer, on a line."""
    return _line(one.document, one.code, f"{one.decision}: {one.because} ({one.file}:{one.line})")


def changed(one: Changed) -> str:
    """A finding that was decided twice, on a line."""
    said = f"{one.earlier}, then {one.decision}, which counts"
    return _line(one.document, one.code, f"{said} ({one.file}:{one.line})")


def _line(*parts: str) -> str:
    return "  ".join(map(plain, parts))


def _sections(figures: Figures) -> list[tuple[str, list[str]]]:
    return [
        ("False alarms by rule", [f"{rule.code}: {judged(rule.count)}" for rule in _wrong(figures.rules)]),
        ("To mend", list(map(to_mend, figures.to_mend))),
        ("No longer there", list(map(gone, figures.gone))),
        ("Decided twice", list(map(changed, figures.decided_twice))),
    ]


def _wrong(rules: Sequence[RuleCount]) -> list[RuleCount]:
    """Rules with false alarms, those first of whose findings the largest share is none."""
    return sorted((rule for rule in rules if rule.false_alarms), key=lambda rule: -(rule.false_alarms or 0))


def _titled(title: str, rows: Sequence[str]) -> list[str]:
    return [title, *(f"  {row}" for row in rows)] if rows else []


def _numbers(counted: Count) -> list[str]:
    numbers = (counted.findings, counted.decided, *(counted.decisions[choice] for choice in Choice), counted.undecided)
    return [str(number) if number else "·" for number in numbers]


def _columns(rows: Sequence[tuple[str, Count]]) -> list[str]:
    """A table whose first column is as wide as its longest name."""
    if not rows:
        return []
    table = [["", *_HEAD], *([plain(name), *_numbers(counted)] for name, counted in rows)]
    widths = [max(cells(row[at]) for row in table) for at in range(len(table[0]))]
    return [
        "  ".join([pad(row[0], widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))])
        for row in table
    ]


def _table(what: str, rows: Sequence[tuple[str, Count]]) -> Iterator[str]:
    if not rows:
        return
    yield from ("", "<table>")
    yield f"<tr>{''.join(f'<th>{name}</th>' for name in (what, *_HEAD))}</tr>"
    for name, counted in rows:
        numbers = "".join(f'<td align="right">{number}</td>' for number in _numbers(counted))
        yield f"<tr><td>{code(plain(name))}</td>{numbers}</tr>"
    yield "</table>"
