"""Results of earlier runs: when they are used, when not, and that nobody can tell from the outputs."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from repository_builder import cache_at, check_all, files, write_pair

from aligncheck.config import Config
from aligncheck.errors import InputError
from aligncheck.lexicon import source
from aligncheck.model.run import RuleInfo
from aligncheck.runner import checking
from aligncheck.runner.documents.jobs import Job
from aligncheck.runner.results import cache as caching
from aligncheck.runner.results import catalogue, stamp
from aligncheck.runner.results.cache import ResultCache, report_key
from aligncheck.runner.run import run

JOB = Job("docs/en/1.md", "docs/zh/1.md", "docs/zh/1.md")


@pytest.fixture(autouse=True)
def _in_tmp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(4):
        write_pair(number, 5 + number, wrong=17 if number == 2 else None)


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of the documents that were really checked."""
    done: list[str] = []
    check = checking.check_job

    def noted(job: Job, *arguments: object, **options: object) -> checking.Checked:
        done.append(job.path)
        return check(job, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "check_job", noted)
    return done


def test_only_what_changed_is_checked_again(tmp_path: Path, checked: list[str]) -> None:
    cache = cache_at(tmp_path)
    first = check_all(cache)
    assert len(checked) == 4
    assert any(o.report.findings for o in first if o.report)
    assert check_all(cache) == first
    assert len(checked) == 4
    write_pair(1, 9, wrong=8)
    second = check_all(cache)
    assert checked[4:] == ["docs/zh/1.md"]
    assert [o for n, o in enumerate(second) if n != 1] == [o for n, o in enumerate(first) if n != 1]
    write_pair(1, 6)
    assert check_all(cache) == first
    assert len(checked) == 5


def test_every_setting_that_changes_findings_is_part_of_the_key() -> None:
    one = report_key(JOB, Config().digest, b"a", b"b")
    others = [
        report_key(JOB, Config(ignore=("NUM",)).digest, b"a", b"b"),
        report_key(JOB, Config().digest, b"ab", b""),
        report_key(JOB, Config().digest, b"", b"ab"),
        report_key(JOB, Config().digest, b"a", None),
        report_key(replace(JOB, source="docs/en/2.md"), Config().digest, b"a", b"b"),
        report_key(replace(JOB, target="docs/zh/2.md"), Config().digest, b"a", b"b"),
        report_key(replace(JOB, identities=("en/1.md", "zh/1.md")), Config().digest, b"a", b"b"),
    ]
    assert len({one, *others}) == 8
    assert report_key(replace(JOB, name="elsewhere"), Config(fail_on="never").digest, b"a", b"b") == one


def test_another_version_of_this_program_finds_nothing(
    tmp_path: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = cache_at(tmp_path)
    check_all(cache)
    monkeypatch.setattr(caching, "stamp", lambda: b"another")
    check_all(cache)
    assert len(checked) == 8


def test_errors_are_not_kept(tmp_path: Path, checked: list[str]) -> None:
    Path("docs/zh/3.md").write_text(" ", encoding="utf-8")
    cache = cache_at(tmp_path)
    for _ in range(2):
        assert [isinstance(o.error, InputError) for o in check_all(cache)] == [False, False, False, True]
    assert len(checked) == 5
    Path("docs/en/3.md").unlink()
    [outcome] = run([Job("docs/en/3.md", "docs/zh/3.md", "x")], Config(), cache=cache)
    assert outcome.error is not None


def test_a_file_that_changes_during_the_run_is_kept_under_what_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = cache_at(tmp_path)
    known = ResultCache.reports

    def edited(self: ResultCache, keys: object) -> object:
        write_pair(0, 5, wrong=28)
        return known(self, keys)  # type: ignore[arg-type]

    monkeypatch.setattr(ResultCache, "reports", edited)
    check_all(cache)
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    write_pair(0, 5)
    check_all(cache, "cached")
    check_all(None, "fresh")
    assert files("cached") == files("fresh")


def test_text_that_is_no_unicode_is_checked_but_not_kept(tmp_path: Path) -> None:
    for language, text in (("en", "The lamp is old."), ("zh", "灯是旧的。")):
        Path(f"docs/lone.{language}.json").write_text(f'{{"a": "{text} \\ud800"}}', encoding="utf-8")
    cache = cache_at(tmp_path)
    for _ in range(2):
        outcomes = check_all(cache, "cached")
        check_all(None, "fresh")
        assert all(o.report is not None for o in outcomes)
        assert files("cached") == files("fresh")


def test_outputs_are_the_same_with_any_number_of_workers_cold_and_cached(tmp_path: Path) -> None:
    made: list[dict[str, bytes]] = []
    outputs = ("json=all.json", "jsonl=all.jsonl", "text=all.txt")
    for workers, cache in ((1, None), (1, cache_at(tmp_path / "a")), (4, cache_at(tmp_path / "b"))):
        for turn in range(1 if cache is None else 2):
            reports = f"reports-{len(made)}-{turn}"
            check_all(cache, reports, workers, outputs)
            made.append(files(reports) | {name: Path(f"all.{name}").read_bytes() for name in ("json", "jsonl", "txt")})
    assert len(made) == 5
    assert all(one == made[0] for one in made)
    assert len(made[0]) == 4 * 2 + 1 + 3


def test_a_value_that_is_no_report_is_a_miss(tmp_path: Path, checked: list[str]) -> None:
    cache = cache_at(tmp_path)
    check_all(cache)
    keys = [report_key(JOB, Config().digest, Path(JOB.source).read_bytes(), Path(JOB.target or "").read_bytes())]
    assert cache.reports(keys).keys() == set(keys)
    for nonsense in (b"", b"\xc1", msgspec.msgpack.encode({"a": 1})):
        cache.keep_reports(dict.fromkeys(keys, nonsense))
        assert cache.reports(keys) == {}
    check_all(cache)
    assert checked[4:] == ["docs/zh/1.md"]


def test_a_cached_run_loads_neither_engine_nor_numpy_nor_templates() -> None:
    program = (
        "import sys; from pathlib import Path; from repository_builder import cache_at, check_all;"
        "from aligncheck.runner.results.catalogue import rules;"
        "cache = cache_at(Path('cache')); check_all(cache); assert rules(cache);"
        "heavy = ['numpy', 'markupsafe', *(f'aligncheck.{m}' for m in ('engine', 'checks', 'facts', 'lexicon'))];"
        "print(*(name for name in heavy if name in sys.modules))"
    )
    paths = [str(Path(__file__).parent), *sys.path]
    printed = []
    for _ in range(2):
        command = [sys.executable, "-c", f"import sys; sys.path[:] = {paths!r}; {program}"]
        printed.append(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
    assert len(printed[0]) == 6
    assert printed[1] == []


def test_a_cached_command_imports_only_what_it_needs(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from aligncheck.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: code = end.code\n"
        "print(code, *sorted(sys.modules), file=sys.stderr)"
    )
    command = [sys.executable, "-c", program, "check", "docs", "--exit-zero"]
    environment = {**os.environ, "ALIGNCHECK_CACHE": str(tmp_path / "cache"), "PYTHONPATH": os.pathsep.join(sys.path)}
    loaded = []
    for _ in range(2):
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        code, *names = done.stderr.splitlines()[-1].split()
        assert code == "0"
        assert "Report: reports/index.html" in done.stdout
        loaded.append(set(names))
    layers = ("engine", "checks", "facts", "lexicon", "coverage", "alignment", "segment", "suppressions", "report.html")
    heavy = {"numpy", "markupsafe", "markdown_it", *(f"aligncheck.{layer}" for layer in layers)}
    assert loaded[0] >= heavy
    assert not heavy & loaded[1]


def test_rules_come_from_the_cache_as_they_are_declared(tmp_path: Path) -> None:
    cache = cache_at(tmp_path)
    fresh = catalogue.rules()
    assert catalogue.rules(cache) == fresh == catalogue.rules(cache)
    assert catalogue.rules(cache_at(tmp_path)) == fresh
    assert all(isinstance(rule, RuleInfo) for rule in catalogue.rules(cache))
    assert [rule.code for rule in fresh] == sorted({rule.code for rule in fresh})
    for rule in fresh:
        assert rule.page.startswith(f"# {rule.code} {rule.name}\n")
        assert rule.summary
        assert "\n" not in rule.summary
        assert rule.page.count("```") % 2 == 0
        assert "**Silent:**" in rule.page or "Silent" not in rule.page


class TestStamp:
    def parts(self) -> list[bytes]:
        return list(stamp._parts())

    def test_covers_every_dependency_that_the_lexicon_names(self) -> None:
        versions = {v.partition(" ")[0] for v in source.versions()[1:]}
        assert versions <= stamp.DISTRIBUTIONS
        assert source.data_bytes() == self.parts()[-1]

    def test_names_packages_this_project_depends_on(self) -> None:
        project = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
        for name in stamp.DISTRIBUTIONS:
            assert f'  "{name.replace("_", "-")}>=' in project
        assert dict(stamp._installed()).keys() == stamp.DISTRIBUTIONS

    def test_says_versions_where_no_metadata_directory_is_found(self) -> None:
        assert stamp._version("msgspec") == f"msgspec {msgspec.__version__}"
        assert stamp._version("no-such-package") == "no-such-package of unknown version"

    def test_changes_with_every_file_of_the_package(self, monkeypatch: pytest.MonkeyPatch) -> None:
        before = self.parts()
        names = [part for part in before if part.startswith(b"/") and b"\n" not in part]
        assert b"/engine/check.py" in names
        assert b"/report/assets/document.css" in names
        assert not [name for name in names if b"__pycache__" in name]
        read = stamp._content
        monkeypatch.setattr(stamp, "_content", lambda path: read(path) + b" " * path.endswith("engine/check.py"))
        assert self.parts() != before
