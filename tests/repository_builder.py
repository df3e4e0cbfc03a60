"""A few small documents in two languages, and a run over them as the command line does it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck.config import Config
from aligncheck.model.run import Run
from aligncheck.runner.documents.discovery import discover
from aligncheck.runner.output import destinations, write_outcomes
from aligncheck.runner.results.cache import FILE, ResultCache
from aligncheck.runner.results.store import Store
from aligncheck.runner.run import Outcome, run

if TYPE_CHECKING:
    from aligncheck.engine import Examined
    from aligncheck.lexicon import Lexicon
    from aligncheck.model.text import Document

ENGLISH = (
    "The lamp was lit on {day} March 1924.",
    "Nobody opens the gate before {day} o'clock.",
    "The keeper counted {day} boats in the harbour.",
)
CHINESE = ("灯于1924年3月{day}日点亮。", "{day}点之前没有人打开大门。", "守灯人在港口数到{day}条船。")


def write_pair(number: int, day: int, wrong: int | None = None) -> None:
    """Write ``docs/en/n.md`` and ``docs/zh/n.md``; ``wrong`` is what the Chinese says for ``day`` in one place."""
    for folder, sentences in (("en", ENGLISH), ("zh", CHINESE)):
        said = [s.format(day=day) for s in sentences]
        if folder == "zh" and wrong is not None:
            said[-1] = sentences[-1].format(day=wrong)
        Path("docs", folder).mkdir(parents=True, exist_ok=True)
        Path("docs", folder, f"{number}.md").write_text("\n\n".join(said) + "\n", encoding="utf-8")


def write_state(state: int) -> None:
    """Five documents in one of two states; the first is the same in both."""
    for number in range(5):
        write_pair(number, 5 + number, wrong=20 if number and number % 2 == state else None)


def remember_answers() -> None:
    """Let the engine answer from memory what it was asked before: it is pure, and slow next to files and cache."""
    from aligncheck.runner import checking

    check = vars(checking)["examine_files"]
    known: dict[tuple[str, ...], Examined] = {}

    def remembered(source: Document, target: Document, config: Config, lexicon: Lexicon, identity: str) -> Examined:
        key = source.path, source.text, target.text
        if key not in known:
            known[key] = check(source, target, config, lexicon, identity)
        return known[key]

    vars(checking)["examine_files"] = remembered


def cache_at(folder: Path) -> ResultCache:
    return ResultCache(Store(folder / FILE))


def check_all(
    cache: ResultCache | None, reports: str = "reports", workers: int | None = 1, outputs: Sequence[str] = ()
) -> list[Outcome]:
    """Check ``docs`` and write the outputs; pages go to ``reports``."""
    config = Config()
    plan = discover(["docs"], config)
    outcomes = list(run(plan.jobs, config, workers, cache=cache))
    found = tuple(o.report for o in outcomes if o.report is not None)
    whole = Run(found, tuple(o.error for o in outcomes if o.error is not None))
    wanted = destinations([*outputs, f"html={reports}"], reports)
    write_outcomes(outcomes, whole, wanted, cache=cache, workers=workers)
    return outcomes


def files(directory: str) -> dict[str, bytes]:
    """Every file under a directory, by relative path."""
    return {p.relative_to(directory).as_posix(): p.read_bytes() for p in Path(directory).rglob("*") if p.is_file()}
