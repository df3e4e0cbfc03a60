"""Brings a new run to a review whenever documents, settings or what is known change. Serves nothing."""

from __future__ import annotations

import os
import threading
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from aligncheck.config.load import Settings
from aligncheck.errors import AligncheckError
from aligncheck.runner.linking import templates
from aligncheck.runner.review.saving import DecisionFile
from aligncheck.runner.review.session import Review
from aligncheck.runner.session import Checked, baseline_file
from aligncheck.runner.triage.reading import own_file
from aligncheck.runner.watch import PAUSE, watch

Check = Callable[[], tuple[Checked, Settings]]
"""Checks everything once; raises AligncheckError where it cannot, as for a mistake in the settings."""


def decisions_file(settings: Settings) -> DecisionFile:
    """The project's file of decisions, the only one a review writes."""
    return DecisionFile(Path(own_file(settings)))


class Rechecking:
    """Watches the documents under ``paths`` from the moment it is made, and checks again in a thread of its own.

    Args:
        tell: called with a trouble that keeps a run from being shown, or None when it is over; the windows say it, too.
        pause: see ``watch``.
    """

    def __init__(
        self,
        review: Review,
        paths: Sequence[str],
        settings: Settings,
        check: Check,
        tell: Callable[[str | None], object],
        *,
        pause: float = PAUSE,
    ) -> None:
        self._review, self._check, self._tell = review, check, tell
        self._decisions = str(review.file.path)
        glossaries = (os.path.relpath(settings.root / name) for name in settings.config.glossaries)
        also = [self._decisions, str(baseline_file(settings)), *glossaries, *([settings.file] if settings.file else [])]
        self._changes = watch(
            paths or [os.path.relpath(settings.root)],
            exclude=settings.config.exclude,
            also=also,
            reports=settings.config.reports,
            pause=pause,
        )
        next(self._changes)

    def start(self) -> None:
        """Check whenever something changes, until the program ends. What changed since this was made counts."""
        threading.Thread(target=self._follow, name="rechecking", daemon=True).start()

    def once(self) -> Checked:
        """Check and show. Raises what ``check`` raises, and InputError for a damaged file of decisions."""
        checked, settings = self._check()
        show(self._review, checked, settings)
        self._review.read_decisions()
        return checked

    def _follow(self) -> None:
        run: str | None = None
        for changed in self._changes:
            if changed != (self._decisions,):
                run = self._trouble(self._again)
            decisions = self._trouble(self._review.read_decisions)
            self._say(run or decisions)

    def _again(self) -> None:
        show(self._review, *self._check())

    def _say(self, trouble: str | None) -> None:
        if self._review.say(trouble):
            self._tell(trouble)

    def _trouble(self, act: Callable[[], None]) -> str | None:
        """What went wrong; documents or settings may be half written, and the next change mends them."""
        try:
            act()
        except AligncheckError as error:
            return str(error)
        except Exception:
            self._tell(traceback.format_exc())
            return "a fault of the program; the terminal tells more"
        return None


def show(review: Review, checked: Checked, settings: Settings) -> None:
    """Let a review serve what was checked."""
    names = (o.job.name for o in checked.outcomes if o.report is not None)
    documents = list(zip(names, checked.whole.reports, strict=True))
    review.show(documents, checked.whole.failures, templates(settings))
