"""The examples for CI in the texts: valid YAML that names inputs, outputs and hooks there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from ci_builder import ROOT, documents, expressions
from ruamel.yaml import YAML

TEXTS = ("README.md", "README.zh-CN.md", "docs/ci.md")

(ACTION,) = documents("action.yml")
(HOOKS,) = documents(".pre-commit-hooks.yaml")
COMPONENT = documents("templates/aligncheck.yml")[0]["spec"]["inputs"]


def examples(name: str) -> list[Any]:
    """The YAML examples of a text: indented blocks that begin as a list or with ``include:``."""
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.findall(r"(?m)(?:^ {4}.*\n)+", text)
    return [YAML(typ="safe").load(block) for block in blocks if block.startswith(("    - ", "    include:"))]


def entries(name: str) -> Iterator[dict[str, Any]]:
    for example in examples(name):
        yield from example["include"] if isinstance(example, dict) else example


@pytest.mark.parametrize("name", TEXTS)
def test_each_system_has_its_example(name: str) -> None:
    kinds = {key for entry in entries(name) for key in entry}
    assert {"uses", "repo", "component"} <= kinds


@pytest.mark.parametrize("name", TEXTS)
def test_examples_name_what_there_is(name: str) -> None:
    for entry in entries(name):
        if str(entry.get("uses", "")).startswith("OWNER/aligncheck@"):
            assert entry.get("with", {}).keys() <= ACTION["inputs"].keys()
        if "repo" in entry:
            assert {hook["id"] for hook in entry["hooks"]} <= {hook["id"] for hook in HOOKS}
        if "component" in entry or "remote" in entry:
            assert (
                str(entry.get("component") or entry["remote"])
                .partition("@")[0]
                .endswith(("/aligncheck", "/templates/aligncheck.yml"))
            )
            assert entry.get("inputs", {}).keys() <= COMPONENT.keys()
        for expression in expressions(entry):
            if found := re.match(r"steps\.aligncheck\.outputs\.([\w-]+)", expression):
                assert found[1] in ACTION["outputs"]


def test_versions_are_the_one_there_is() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (version,) = re.findall(r'(?m)^version = "(.+)"$', project)
    for name in TEXTS:
        text = (ROOT / name).read_text(encoding="utf-8")
        assert set(re.findall(r"(?:OWNER/aligncheck[^\s\"]*@|rev: |raw/)v([\d.]+\d)", text)) == {version}
