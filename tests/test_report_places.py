"""Addresses of places: filled from templates, every value percent-encoded, none with a scheme that runs something."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_manual_builder import manual
from report_pages import parsed
from report_samples import hostile, lighthouse

from aligncheck.config.addresses import EDITOR, FIELDS, WEB, fault_of
from aligncheck.config.load import settings
from aligncheck.errors import ConfigError
from aligncheck.report import document_page
from aligncheck.report.around import Around, LinkTemplates
from aligncheck.report.conventions import Place
from aligncheck.report.html.places import in_editor, of_rule, on_forge

VSCODE = "vscode://file/{root}/{path}:{line}:{column}"
FORGE = "https://host.example/o/n/blob/{commit}/{path}#L{line}"


def links(prefix: str = ".", **changed: str) -> LinkTemplates:
    made = {"editor": VSCODE, "forge": FORGE, "rule": "https://host.example/{code}?n={name}", **changed}
    return LinkTemplates(**{"root": "/srv/a b", "commit": "1f2e", **made}, prefix=prefix)


def test_places_are_filled_in() -> None:
    place = Place("docs/zh/地图 #1?.md", 12, 4)
    quoted = "docs/zh/%E5%9C%B0%E5%9B%BE%20%231%3F.md"
    assert in_editor(links(), place) == f"vscode://file/srv/a%20b/{quoted}:12:4"
    assert on_forge(links(), place) == f"https://host.example/o/n/blob/1f2e/{quoted}#L12"
    assert in_editor(links(editor="idea://open?file={root}/{path}&line={line}"), place) == (
        f"idea://open?file=/srv/a%20b/{quoted}&line=12"
    )
    assert in_editor(links(root="C:/me"), Place("a.md", 1, 1)) == "vscode://file/C:/me/a.md:1:1"
    assert LinkTemplates() == LinkTemplates(None, None, None)
    assert in_editor(LinkTemplates(), place) is on_forge(LinkTemplates(), place) is None


def test_a_document_as_a_whole_is_its_beginning() -> None:
    assert on_forge(links(), Place("a.md")) == "https://host.example/o/n/blob/1f2e/a.md#L1"
    assert str(in_editor(links(), Place("a.md"))).endswith("/a.md:1:1")


@pytest.mark.parametrize(
    ("prefix", "path", "wanted"),
    [
        ("docs", "zh/a.md", "docs/zh/a.md"),
        ("docs/zh", "../en/a.md", "docs/en/a.md"),
        ("docs", "./a.md", "docs/a.md"),
        ("docs", "/srv/a b/x/a.md", "x/a.md"),
        ("..", "proj/a.md", None),
        (".", "../other/a.md", None),
        (".", "/elsewhere/a.md", None),
    ],
)
def test_paths_lead_from_the_projects_root(prefix: str, path: str, wanted: str | None) -> None:
    """What lies outside the project is on no forge; an editor opens it all the same."""
    made = on_forge(links(prefix), Place(path, 3, 1))
    assert made == (None if wanted is None else f"https://host.example/o/n/blob/1f2e/{wanted}#L3")
    assert in_editor(links(prefix), Place(path, 3, 1)) is not None
    without_root = in_editor(links(prefix, editor="subl://open?url={path}"), Place(path, 3, 1))
    assert (without_root is None) == (wanted is None)


def test_an_absolute_path_without_a_root_has_no_address() -> None:
    assert in_editor(links(root=""), Place("/a.md", 1, 1)) is on_forge(links(root=""), Place("/a.md", 1, 1)) is None


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30), st.integers(1, 10**6))
def test_no_path_changes_where_a_link_leads(name: str, line: int) -> None:
    made = on_forge(links(), Place(f"docs/{name}", line, 1))
    if made is None:  # it climbed out of the project
        assert ".." in name
        return
    address = urlsplit(made)
    assert (address.scheme, address.netloc, address.query) == ("https", "host.example", "")
    assert address.fragment == f"L{line}"
    assert made.isascii()
    assert unquote(address.path).startswith("/o/n/blob/1f2e/")


def test_rules_have_their_page() -> None:
    (finding,) = [f for f in lighthouse().findings if f.code == "NUM001"]
    assert of_rule(links(), finding) == "https://host.example/NUM001?n=number-mismatch"
    assert of_rule(LinkTemplates(), finding) is None


BAD = [
    "javascript:alert(1)//{path}",
    "JavaScript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///{root}/{path}",
    "blob:https://x/{path}",
    "//host/{path}",
    "{path}",
    "docs/{code}",
    "https:{path}",
    "https://{path}/",
    "https:///{path}",
    "https://host/{path }",
    "https://host/{pth}",
    "https://host/{path",
    "https://host/{0}{path!r}",
    "vscode://file/{path}\n",
    " https://host/{path}",
    "",
]


@pytest.mark.parametrize("template", BAD)
def test_bad_templates_are_told_and_never_filled(template: str, tmp_path: Path) -> None:
    schemes, fields = FIELDS["editor"]
    assert fault_of(template, schemes, fields) is not None
    made = links(editor=template, forge=template, rule=template)
    place = Place("a.md", 1, 1)
    assert in_editor(made, place) is on_forge(made, place) is of_rule(made, lighthouse().findings[0]) is None
    page = document_page(lighthouse(), Around(links=made))
    assert not parsed(page).xpath("//a[contains(@class, 'go') or @class='code']")
    file = tmp_path / "aligncheck.toml"
    escaped = template.replace("\n", "\\n")
    file.write_text(f'source = "en"\n\n[links]\nforge = "https://host/{{path}}"\neditor = "{escaped}"\n', "utf-8")
    with pytest.raises(ConfigError) as raised:
        settings(file, tmp_path, {})
    assert str(raised.value).startswith(f"{file}:5: links.editor: ")
    assert raised.value.remedy


def test_templates_of_the_settings_are_taken(tmp_path: Path) -> None:
    file = tmp_path / "aligncheck.toml"
    file.write_text(f'[links]\neditor = "{VSCODE}"\nforge = "{FORGE}"\nrule = "http://h/{{code}}/{{name}}"\n', "utf-8")
    assert settings(file, tmp_path, {}).config.links.editor == VSCODE
    file.write_text('[links]\nrule = "vscode://file/{code}"\n', "utf-8")
    with pytest.raises(ConfigError, match=r"links\.rule: the scheme 'vscode' is not allowed"):
        settings(file, tmp_path, {})


def test_no_scheme_runs_what_it_is_given() -> None:
    assert WEB < EDITOR
    assert not EDITOR & {"javascript", "data", "vbscript", "file", "blob", "about", "view-source", "filesystem", "ws"}


def test_cards_lead_to_editor_forge_and_rule() -> None:
    tree = parsed(document_page(manual(), Around(links=links())))
    (card,) = tree.xpath("//article[@data-n='1']")
    assert card.get("data-place") == "manuals/pump.zh.md:6:15"
    assert [a.get("href") for a in card.xpath(".//a[@class='go']")] == [
        "vscode://file/srv/a%20b/manuals/pump.zh.md:6:15",
        "https://host.example/o/n/blob/1f2e/manuals/pump.zh.md#L6",
    ]
    (rule,) = card.xpath(".//a[@class='code']")
    assert (rule.text_content(), rule.get("href")) == ("NUM001", "https://host.example/NUM001?n=number-mismatch")
    assert rule.get("rel") == "noopener noreferrer"
    assert tree.xpath("//footer//code")[-1].text_content() == "1f2e"


def test_hostile_names_stay_in_their_place() -> None:
    tree = parsed(document_page(hostile(), Around(links=links())))
    for link in tree.xpath("//article//a[@class='go' or @class='code']"):
        address = urlsplit(link.get("href"))
        assert address.scheme in ("vscode", "https")
        assert address.netloc in ("file", "host.example")
    assert "<RLO>" in tree.xpath("//article")[1].get("data-place")
