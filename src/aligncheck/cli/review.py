"""``aligncheck review``: the pages in a browser, decisions saved as they are made."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from aligncheck.cli.check import checked_plan, opened_cache, prepared
from aligncheck.cli.options import with_settings
from aligncheck.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

    from aligncheck.config.load import Settings
    from aligncheck.runner.review.serving import Server
    from aligncheck.runner.review.session import Review
    from aligncheck.runner.session import Checked

_PORTS = range(20_000, 30_000)
"""Of which a project has its own: above those of well-known services, below those that systems give away."""

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
"""Variables of the environment; with none of them there is no screen, or nobody told of one."""


@click.command()
@click.argument("paths", nargs=-1)
@with_settings("source", "select", "ignore", "severity", "min_confidence", "exclude")
@click.option(
    "--port", type=click.IntRange(0, 65535), help="Port to listen on, 0 for any; else one of the project's own."
)
@click.option("--no-open", is_flag=True, help="Open no browser; print the address only.")
@click.option("--no-baseline", is_flag=True, help="Show findings that the baseline knows as new ones.")
@click.option("-j", "--jobs", type=click.IntRange(0), default=0, help="Worker processes; 0: as many as the work needs.")
@click.option("--no-cache", is_flag=True, help="Use no results of earlier runs, and keep none.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def review(paths: tuple[str, ...], **options: Any) -> None:
    """Look at the findings in a browser and decide what they are.

    Checks what check would, and serves its pages on this machine alone (127.0.0.1). Decisions are saved as they are
    made, into the file that the setting decisions names; aligncheck triage apply acts on them. Documents that change
    are checked again. Nothing else is written. Ctrl-C ends it.
    """
    from aligncheck.runner.review.rechecking import Rechecking, decisions_file
    from aligncheck.runner.review.session import Review

    settings, _ = prepared(paths, options, opened_cache(options))
    served = Review(decisions_file(settings))
    served.file.read()  # a damaged one is told before anything is checked
    server = _server(served, options["port"], settings)
    rechecking = Rechecking(served, paths, settings, lambda: _check(paths, options), _tell)
    for error in rechecking.once().whole.failures:
        click.echo(f"aligncheck: {error}", err=True)
    _welcome(server, served, open_browser=not options["no_open"])
    try:
        rechecking.start()
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo(err=True)
    finally:
        server.server_close()
    _farewell(served)


def _check(paths: tuple[str, ...], options: Mapping[str, Any]) -> tuple[Checked, Settings]:
    """One run, with the settings as they are now."""
    from aligncheck.runner.session import plan_of

    cache = opened_cache(options)
    settings, rules = prepared(paths, options, cache)
    return checked_plan(plan_of(paths, settings), settings, rules, options, cache), settings


def _server(served: Review, port: int | None, settings: Settings) -> Server:
    """The server on the port asked for, else on the project's own, else on any.

    Browsers keep what a page remembers (language, looks, decisions that could not be saved) by its port.
    """
    from aligncheck.runner.review.serving import Server

    def entered() -> None:
        click.echo(f"A browser was let in. For another one: {server.access.address}")

    def fault(text: str) -> None:
        click.echo(f"{text}aligncheck: this is a fault of the program; please report it with the lines above", err=True)

    try:
        server = Server(served, own_port(settings.root) if port is None else port, entered, fault)
    except ConfigError:
        if port is not None:
            raise
        server = Server(served, 0, entered, fault)
    return server


def own_port(root: Path) -> int:
    """A project's port, the same every time."""
    digest = hashlib.sha256(os.path.abspath(root).encode("utf-8", "surrogateescape")).digest()  # noqa: PTH100
    return _PORTS[int.from_bytes(digest[:4]) % len(_PORTS)]


def _welcome(server: Server, served: Review, *, open_browser: bool) -> None:
    decided, findings = served.progress
    noun = "finding" if findings == 1 else "findings"
    click.echo(f"{findings} {noun} to look at, {decided} decided; decisions go to {served.file.path}.")
    click.echo(f"Open {server.access.address}")
    click.echo("Every address lets one browser in, once. Ctrl-C ends the review.")
    if open_browser and has_screen():
        import threading
        import webbrowser

        # In a thread, because some browsers are waited for until they end.
        threading.Thread(target=webbrowser.open, args=(server.access.address,), daemon=True).start()


def has_screen() -> bool:
    """Whether a browser would have a window; else one made for terminals would take this terminal over."""
    return os.name != "posix" or sys.platform == "darwin" or any(map(os.environ.get, _SCREENS))


def _tell(trouble: str | None) -> None:
    """Say what keeps a new run from being shown, or that nothing does any more."""
    click.echo("All is well again." if trouble is None else f"aligncheck: {trouble}", err=True)


def _farewell(served: Review) -> None:
    decided, findings = served.progress
    click.echo(f"{decided} of {findings} decided.")
    if decided:
        click.echo(f"{served.file.path}: aligncheck triage apply acts on it.")
