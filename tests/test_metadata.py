"""Front matter as values by dotted key: against a full reader of YAML, and what the other two languages give."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from aligncheck.formats.metadata import Value, front_matter_end, metadata

Nested = dict[str, "str | list[str] | Nested"]

KEYS = st.from_regex(r"[a-zA-Z][a-zA-Z0-9_-]{0,7}", fullmatch=True)
WORDS = st.from_regex(r"[a-zA-Z0-9窑#:'\" .-]{1,12}", fullmatch=True)
NAMES = st.from_regex(r"[a-z][a-z0-9.]{0,11}", fullmatch=True)
TREES = st.recursive(
    st.dictionaries(KEYS, WORDS | st.lists(NAMES, min_size=1, max_size=3), min_size=1, max_size=4),
    lambda inner: st.dictionaries(KEYS, WORDS | inner, min_size=1, max_size=3),
    max_leaves=6,
)


def leaves(tree: Nested, above: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in tree.items():
        if isinstance(value, dict):
            found |= leaves(value, f"{above}{key}.")
        else:
            found[above + key] = value if isinstance(value, str) else " ".join(value)
    return found


@given(TREES, st.booleans())
def test_values_are_those_of_a_full_reader(tree: Nested, quoted: bool) -> None:
    yaml, out = YAML(typ="rt"), io.StringIO()
    yaml.width = 1000
    yaml.allow_unicode = True
    if quoted:
        yaml.default_style = '"'  # type: ignore[assignment]
    yaml.dump(tree, out)
    written = out.getvalue()
    found = {value.key: value for value in metadata(f"---\ntitle: x\n{written}---\nText.\n")}
    for key, text in leaves(tree).items():
        if any(char in text for char in "'\"\\") or not text.strip():
            continue  # escapes are not resolved: no commit has any
        assert found[key].text == text, written
        assert key.rpartition(".")[2] in f"---\ntitle: x\n{written}".splitlines()[found[key].line - 1]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("---\na: 1\nb:\n  c: [x, 'y']\n---\n", [("a", "1", 2), ("b.c", "x y", 4)]),
        ("---\na: {b: x, 'c': \"y\"}\n---\n", [("a.b", "x", 2), ("a.c", "y", 2)]),
        ("---\n# a comment\na: x # another\n\nb: y\n---\n", [("a", "x", 3), ("b", "y", 5)]),
        ('+++\na = 1\n[b]\nc = "x"\nd = ["y", "z"]\n+++\n', [("a", "1", 2), ("b.c", "x", 4), ("b.d", "y z", 5)]),
        ('{"a": 1,\n "b": {"c": "x"}}\n\nText.', [("a", "1", 1), ("b.c", "x", 2)]),
        ("+++\na = \n+++\n", []),
        ("---\na: 1\n", []),
        ("{a}", []),
        ("Text.\n---\na: 1\n---\n", []),
        ("", []),
    ],
)
def test_forms(text: str, values: list[tuple[str, str, int]]) -> None:
    assert metadata(text) == [Value(*value) for value in values]


def test_where_the_text_begins() -> None:
    assert front_matter_end("---\na: 1\n---\nText.") == len("---\na: 1\n---")
    assert front_matter_end("Text.\n---\na: 1\n---\n") == front_matter_end("") == 0
