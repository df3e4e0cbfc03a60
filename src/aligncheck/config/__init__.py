"""What a run may be told: languages, rules, documents, what fails. Where settings come from: ``config.load``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from msgspec import Meta

from aligncheck.model.report import Severity
from aligncheck.model.term import NO_TERMS, Term, Terms

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

LANGUAGES = ("en", "zh")

FailOn = Literal["error", "warning", "info", "never"]
Code = Annotated[str, Meta(pattern="^[A-Z]{1,3}[0-9]{0,3}$", description="A rule's code, or the beginning of codes.")]
Codes = tuple[Code, ...]
TargetScript = Literal["Hans", "Hant-TW", "Hant-HK"]
Share = Annotated[float, Meta(ge=0, le=1)]
Count = Annotated[int, Meta(ge=0)]


class PairPattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Which files belong together. Paths are relative to the configuration file.

    ``{path}`` stands for any part of a path, ``{name}`` for a part without ``/``, ``{lang}`` for a tag of Chinese (zh,
    zh-CN, zh_TW, zh-hans …). What ``{path}`` and ``{name}`` stand for is the same on both sides.
    """

    source: Annotated[str, Meta(description="Where originals are: docs/en/{path}.md.", min_length=1)]
    target: Annotated[
        str | None,
        Meta(description="Where their translations are: docs/{lang}/{path}.md. Without it, files hold both languages."),
    ] = None


class Override(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Other settings for some documents; a later entry wins over an earlier one."""

    files: Annotated[
        tuple[str, ...],
        Meta(description="Patterns of documents, as in .gitignore; either file of a pair may match.", min_length=1),
    ]
    select: Annotated[Codes | None, Meta(description="Only these rules.")] = None
    ignore: Annotated[Codes, Meta(description="Rules left out here as well.")] = ()
    severity: Annotated[dict[Code, Severity], Meta(description="Severities here, by code.")] = {}
    min_confidence: Annotated[Share | None, Meta(description="Findings that are less sure are left out here.")] = None
    keep: Annotated[tuple[str, ...], Meta(description="More words that may stay in Latin letters.")] = ()
    glossary: Annotated[tuple[str, ...], Meta(description="More files of terms, for these documents.")] = ()
    terms: Annotated[tuple[Term, ...], Meta(description="More terms, for these documents.")] = ()


class Drift(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """How translations are kept in step with originals that change (``aligncheck drift``)."""

    lock: Annotated[
        str,
        Meta(description="File of what was accepted as right, relative to the configuration file.", min_length=1),
    ] = "aligncheck.lock"
    keep_text: Annotated[
        bool, Meta(description="Whether the lock keeps the original's sentences themselves, so that reports show them.")
    ] = False
    strict: Annotated[bool, Meta(description="Whether a translation that is behind its original fails the gate.")] = (
        False
    )
    grace_days: Annotated[
        Count | None, Meta(description="A document may be behind for so many days, counted in git, before it fails.")
    ] = None
    grace_changes: Annotated[
        Count | None, Meta(description="A document may lack so many material changes before it fails.")
    ] = None
    history: Annotated[
        str,
        Meta(
            description="File of the runs that `drift --record` recorded, relative to the configuration file.",
            min_length=1,
        ),
    ] = "aligncheck-drift-history.jsonl"
    pins: Annotated[
        tuple[str, ...],
        Meta(
            description="Keys of a translation's front matter that name the commit of the original it renders; a dot "
            "leads into a table."
        ),
    ] = ("sourceCommit", "l10n.sourceCommit", "default_lang_commit")


class Links(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Where the HTML pages lead. In an address ``{path}``, ``{line}``, ``{column}`` stand for a place, from 1."""

    editor: Annotated[
        str | None,
        Meta(
            description="Address of a place in your editor: vscode://file/{root}/{path}:{line}:{column}. {root} is the "
            "project's absolute path. It begins with http, https or an editor's scheme, of which file is none.",
        ),
    ] = None
    forge: Annotated[
        str | None,
        Meta(
            description="Address of a place on your forge: https://host/owner/name/blob/{commit}/{path}#L{line}. "
            "{commit} is what is checked out.",
        ),
    ] = None
    rule: Annotated[
        str | None,
        Meta(description="Address of a rule's page: https://host/rules/{code}. {name} is its name."),
    ] = None


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab", dict=True):
    """Settings of a run; every field has a default. In a file, names have hyphens: ``fail-on``."""

    source: Annotated[
        str,
        Meta(
            pattern="^(en|zh)$",
            description="The language the text was written in, en or zh; the other one is the translation.",
            extra_json_schema={"enum": list(LANGUAGES)},
        ),
    ] = "en"
    pairs: Annotated[
        tuple[PairPattern, ...],
        Meta(
            description="Which files belong together. Without it, files are paired by the names projects commonly use."
        ),
    ] = ()
    exclude: Annotated[tuple[str, ...], Meta(description="Files and directories to leave out, as in .gitignore.")] = ()
    select: Annotated[Codes, Meta(description="Only rules with these codes; empty means every rule.")] = ()
    ignore: Annotated[
        Codes, Meta(description="Rules to leave out; the longer code wins over a shorter one in select.")
    ] = ()
    severity: Annotated[
        dict[Code, Severity], Meta(description="Severities by code, in place of what the rules say; the longest wins.")
    ] = {}
    min_confidence: Annotated[Share, Meta(description="Findings that are less sure are left out, from 0 to 1.")] = 0.0
    keep: Annotated[
        tuple[str, ...],
        Meta(description="Words and phrases that may stay in Latin letters: products, people, terms of the house."),
    ] = ()
    glossary: Annotated[
        tuple[str, ...],
        Meta(
            description="Files of terms (.csv, .tsv, .tbx, .xlsx, .toml), relative to the configuration file: what "
            "each is called in both languages, and what it must not be called."
        ),
    ] = ()
    terms: Annotated[
        tuple[Term, ...],
        Meta(description="Terms like those of a glossary, each [English, Chinese] or a table."),
    ] = ()
    target_script: Annotated[
        TargetScript | None,
        Meta(
            description="The standard that Chinese translations follow: Hans, Hant-TW or Hant-HK. Without it, a "
            "document's script is what most of it is written in."
        ),
    ] = None
    detail: Annotated[
        bool,
        Meta(
            description="Whether every place of a fault in punctuation, spacing or script is a finding of its own, "
            "rather than one finding for each kind in a document."
        ),
    ] = False
    overrides: Annotated[tuple[Override, ...], Meta(description="Other settings for some documents, in order.")] = ()
    fail_on: Annotated[FailOn, Meta(description="The lowest severity that fails the gate.")] = "error"
    max_warnings: Annotated[
        Count | None, Meta(description="How many new warnings pass at most; without it, any number.")
    ] = None
    baseline: Annotated[
        str,
        Meta(
            description="File of the findings that are known already, relative to the configuration file.", min_length=1
        ),
    ] = "aligncheck-baseline.jsonl"
    strict_baseline: Annotated[
        bool, Meta(description="Whether entries of the baseline that nothing answers any more (SUP002) fail the gate.")
    ] = False
    require_reasons: Annotated[
        bool, Meta(description="Whether a comment that suppresses findings has to give a reason (else SUP001).")
    ] = False
    drift: Annotated[Drift, Meta(description="How translations are kept in step with originals that change.")] = Drift()
    decisions: Annotated[
        str,
        Meta(
            description="File of what people decided about findings (`aligncheck review`, `aligncheck triage`), "
            "relative to the configuration file.",
            min_length=1,
        ),
    ] = "aligncheck-decisions.jsonl"
    links: Annotated[Links, Meta(description="Where the HTML pages lead: an editor, a forge, pages on rules.")] = (
        Links()
    )
    output: Annotated[
        tuple[str, ...], Meta(description="Outputs, each FORMAT or FORMAT=PATH; without any, a summary and HTML pages.")
    ] = ()
    reports: Annotated[str, Meta(description="Directory for HTML and JSON reports.", min_length=1)] = "reports"

    @property
    def target(self) -> str:
        return "zh" if self.source == "en" else "en"

    def enables(self, code: str) -> bool:
        """Whether a rule is switched on: the longest matching code decides, ``ignore`` on a tie."""
        on = max((len(p) for p in self.select if code.startswith(p)), default=-1 if self.select else 0)
        off = max((len(p) for p in self.ignore if code.startswith(p)), default=-1)
        return on > off

    def severity_of(self, code: str, found: Severity) -> Severity:
        """What a rule's finding counts as, where a setting says so; ``found`` otherwise."""
        prefix = max((p for p in self.severity if code.startswith(p)), key=len, default=None)
        return found if prefix is None else self.severity[prefix]

    @property
    def glossaries(self) -> tuple[str, ...]:
        """All files of terms, also those of some documents only."""
        return tuple(dict.fromkeys((*self.glossary, *(name for each in self.overrides for name in each.glossary))))

    @cached_property
    def vocabulary(self) -> Terms:
        """The approved terms, one and the same value whenever it is asked for."""
        return Terms(self.terms) if self.terms else NO_TERMS

    def at(self, *paths: str) -> Config:
        """The settings for one document with these files; paths are relative to the configuration file.

        Documents for which the same settings hold get one and the same value, since a glossary may be large. Raises
        ValueError for a malformed pattern.
        """
        holding = tuple(matches(override.files, paths) for override in self.overrides)
        terms = (*self.terms, *(term for each in self._overriding(holding) for term in each.terms))
        scopes = self._scopes if len(terms) == len(self.terms) else _scopes(terms)
        within = frozenset(patterns for patterns in scopes if matches(patterns, paths))
        if not any(holding) and len(within) == len(scopes):
            return self
        made = self._narrowed
        if (holding, within) not in made:
            made[holding, within] = self._with(holding, tuple(t for t in terms if not t.files or t.files in within))
        return made[holding, within]

    @cached_property
    def _narrowed(self) -> dict[tuple[tuple[bool, ...], frozenset[tuple[str, ...]]], Config]:
        """Settings for some documents: by the overrides that hold, and the patterns of terms that match."""
        return {}

    @cached_property
    def _scopes(self) -> frozenset[tuple[str, ...]]:
        return _scopes(self.terms)

    def _overriding(self, holding: Sequence[bool]) -> Iterator[Override]:
        return (override for override, holds in zip(self.overrides, holding, strict=True) if holds)

    def _with(self, holding: Sequence[bool], terms: tuple[Term, ...]) -> Config:
        """These settings under the overrides that hold, with these terms."""
        narrowed = msgspec.structs.replace(self, terms=terms)
        for override in self._overriding(holding):
            narrowed = msgspec.structs.replace(
                narrowed,
                select=narrowed.select if override.select is None else override.select,
                ignore=(*narrowed.ignore, *override.ignore),
                severity={**narrowed.severity, **override.severity},
                min_confidence=narrowed.min_confidence if override.min_confidence is None else override.min_confidence,
                keep=(*narrowed.keep, *override.keep),
            )
        return narrowed

    @cached_property
    def digest(self) -> str:
        """Sixteen hex digits that change when a setting changes what is found in a document."""
        found = (self.source, self.select, self.ignore, self.severity, self.min_confidence, self.keep, self.terms)
        told = (self.require_reasons, self.target_script, self.detail)
        return hashlib.sha256(msgspec.json.encode((*found, *told), order="sorted")).hexdigest()[:16]


def matches(patterns: Sequence[str], paths: Sequence[str]) -> bool:
    """Whether one of the paths matches patterns in the manner of ``.gitignore``; ValueError for a malformed one."""
    spec = _compiled(tuple(patterns))
    return any(spec.match_file(path) for path in paths)


def _scopes(terms: Sequence[Term]) -> frozenset[tuple[str, ...]]:
    """The lists of patterns by which terms hold for some documents only."""
    return frozenset(term.files for term in terms if term.files)


@lru_cache(maxsize=1 << 10)
def _compiled(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)
