"""``aligncheck fix``: what a program can mend, mended in the files; what is left, told."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from aligncheck.cli.check import checked_input, checked_plan, compared_with, opened_cache, prepared
from aligncheck.cli.options import running, terminal_of, with_settings

if TYPE_CHECKING:
    from aligncheck.runner.fixing.applying import Refusal
    from aligncheck.runner.fixing.session import Fixed, FixedFile

_SETTINGS = ("source", "select", "ignore", "min_confidence", "keep", "exclude", "baseline")
_COLOURS = {"-": "red", "+": "green", "@": "cyan", "\\": "bright_black"}
FEW = 10
"""Lines of a file that are named one by one where fixes were refused for one reason."""


@click.command()
@click.argument("paths", nargs=-1)
@with_settings(*_SETTINGS)
@click.option("--unsafe", is_flag=True, help="Make the fixes that a person should look at, too.")
@click.option("--diff", is_flag=True, help="Change nothing; print what would change, and exit with 1 if anything.")
@click.option("--check", "check_only", is_flag=True, help="Change nothing; exit with 1 if anything would change.")
@click.option("--no-baseline", is_flag=True, help="Mend what the baseline knows as well.")
@click.option("--new-from", metavar="REV", help="Mend only what this revision did not have.")
@click.option("--new-from-merge-base", metavar="BRANCH", help="The same, from where the work left this branch.")
@click.option("--changed", is_flag=True, help="Only documents that differ from that revision, or the last commit.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 where something would change.")
@click.option("--color/--no-color", default=None, help="Coloured diff; by default on a terminal only.")
@running
def fix(paths: tuple[str, ...], **options: Any) -> None:
    """Mend in the translations what can be mended surely: script, punctuation, spacing.

    PATHS and settings are those of check. Only what is new is mended, neither suppressed nor in the baseline, and only
    in the target language; code, links and numbers stay as they are, and so does every other byte. A second run changes
    nothing. A single - reads one bilingual text from standard input and writes it, mended, to standard output.

    Exit codes: 0 done, whatever is left for a person; 1 something would change (--diff, --check); 2 something could not
    be read or written.
    """
    found = _piped(options) if paths == ("-",) else _filed(paths, options)
    for error in found.failures:
        click.echo(f"aligncheck: {error}", err=True)
    dry = options["diff"] or options["check_only"]
    if options["diff"]:
        color = terminal_of(options["color"]).color
        for line in _diff(found.files, color=color):
            click.echo(line, nl=False, color=color)
    if not options["quiet"]:
        for line in _account(found, dry=dry, piped=paths == ("-",)):
            click.echo(line, err=options["diff"] or paths == ("-",))
    sys.exit(2 if found.failures else 1 if dry and found.files and not options["exit_zero"] else 0)


def _filed(paths: tuple[str, ...], options: Mapping[str, Any]) -> Fixed:
    from aligncheck.runner.baselines import read_baseline
    from aligncheck.runner.fixing.session import Fixing, digests, fix_files
    from aligncheck.runner.session import baseline_file, plan_of

    cache = opened_cache(options)
    settings, rules = prepared(paths, options, cache)
    plan = plan_of(paths, settings)
    compared = compared_with(settings, options)
    known = digests(plan.jobs)
    checked = checked_plan(plan, settings, rules, options, cache, compared)
    entries = () if options["no_baseline"] else read_baseline(baseline_file(settings))
    fixing = Fixing(settings, rules, entries, compared, options["unsafe"])
    return fix_files(checked, fixing, known, dry=options["diff"] or options["check_only"])


def _piped(options: Mapping[str, Any]) -> Fixed:
    """Standard input to standard output; with ``--diff`` or ``--check`` only the account of it."""
    from aligncheck.runner.baselines import read_baseline
    from aligncheck.runner.fixing.session import Fixing, fix_text
    from aligncheck.runner.session import baseline_file

    settings, rules = prepared((".",), options, opened_cache(options))
    data = sys.stdin.buffer.read()
    checked = checked_input(settings, rules, options, data)
    entries = () if options["no_baseline"] else read_baseline(baseline_file(settings))
    after, found = fix_text(data, checked, Fixing(settings, rules, entries, unsafe=options["unsafe"]))
    if not found.failures and not options["diff"] and not options["check_only"]:
        sys.stdout.buffer.write(after)
        sys.stdout.buffer.flush()
    return found


def _diff(files: tuple[FixedFile, ...], *, color: bool) -> Iterator[str]:
    """A patch; where a terminal shows it in colours, what would be an order to the terminal is spelled out."""
    from aligncheck.report.invisible import pieces
    from aligncheck.runner.fixing.changes import unified

    for file in files:
        for line in unified(file.path, file.before[1], file.after[1]):
            if not color:
                yield line
                continue
            shown = "".join(f"<{p.label}>" if p.kind == "hidden" else p.text for p in pieces(line.rstrip("\r\n")))
            head = line.startswith(("--- ", "+++ "))
            yield click.style(shown, fg=None if head else _COLOURS.get(line[0]), bold=head or None) + "\n"


def _account(found: Fixed, *, dry: bool, piped: bool) -> Iterator[str]:
    """What was mended in which file, then in all; what is left, and why."""
    from aligncheck.report.conventions import count
    from aligncheck.report.invisible import plain

    for file in found.files if not piped else ():
        yield f"{plain(file.path)}: {_fixes(file.made)}"
    total = sum((file.made for file in found.files), Counter[str]())
    if not total and not found.failures:
        yield "Nothing to fix."
    elif total and (piped or len(found.files) > 1):
        yield f"{count(len(found.files), 'file')} {'would be ' if dry else ''}fixed: {_fixes(total)}."
    yield from _refused(found.refused)
    if found.unsafe:
        yield f"Left for a person to judge: {_fixes(found.unsafe)}; --unsafe makes them."


def _refused(refused: tuple[tuple[str, Refusal], ...]) -> Iterator[str]:
    """Line by line, or as a number where there are many for one reason in a file."""
    from aligncheck.report.invisible import plain

    kinds: dict[tuple[str, str, str], list[int]] = {}
    for path, one in refused:
        kinds.setdefault((path, one.code, one.reason), []).append(one.line)
    for (path, code, reason), lines in kinds.items():
        if len(lines) > FEW:
            yield f"{plain(path)}: {plain(code)} left alone on {len(lines)} lines: {plain(reason)}"
        for line in lines if len(lines) <= FEW else ():
            yield f"{plain(path)}:{line}: {plain(code)} left alone: {plain(reason)}"


def _fixes(made: Counter[str]) -> str:
    listed = ", ".join(f"{code} ×{number}" for code, number in sorted(made.items()))
    total = sum(made.values())
    return f"{total} {'fix' if total == 1 else 'fixes'} ({listed})"
