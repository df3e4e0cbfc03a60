"""A comparison of two renderings as an HTML page: A and B side by side, what differs marked. Works nothing out."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from aligncheck.model.renderings import Compared, Difference, Renderings
from aligncheck.model.report import PairSide
from aligncheck.report.conventions import percent
from aligncheck.report.html import words
from aligncheck.report.html.frame import Body, page
from aligncheck.report.html.marking import visible
from aligncheck.report.html.words import label, phrase
from aligncheck.report.invisible import plain
from aligncheck.report.renderings.differences import Spans, apart

_SHAPES: dict[Difference, str] = {"values": "e", "only-a": "w", "only-b": "w", "wording": "i"}
"""The class that gives a difference colour and form; those without are not seen as differences."""

_WORST = 10
"""Entries that the list above the text leads to."""

_BLOCK = 60
"""Rows laid out together: what is far away costs nothing."""


def html(found: Renderings) -> str:
    """A page that needs no other, reads without scripts and is the same for the same comparison."""
    summary = found.summary
    parts = [
        f'<a class="skip" href="#text">{phrase("skip")}</a>\n<header class="top">\n<div class="title">\n',
        f'<h1>{phrase("r_title")}</h1>\n<p class="meta">{_meta(found)}</p>\n</div>\n',
        f'<p class="verdict">{"".join(_counts(found))}</p>\n</header>\n',
        f'<section class="bar" {label("r_controls")}>',
        f'<label class="check"><input type="checkbox" id="only" checked> {phrase("r_only")}</label>'
        f'<span class="keys"><kbd>j</kbd> <kbd>k</kbd> {phrase("r_keys")}</span></section>\n<main>\n',
        *_worst(found),
        f'<section id="text" class="text" tabindex="-1" {label("text")}>\n',
        '<div class="p heads"><span></span><h2>A</h2><span></span><h2>B</h2></div>\n',
        *_rows(found),
        "</section>\n</main>\n",
        f"<footer><p>{phrase('made_by', f'{found.tool.name} {found.tool.version}')}",
        f" · chrF <code>{visible(summary.signature)}</code></p></footer>\n" if summary.signature else "</p></footer>\n",
    ]
    title = escape(plain(f"{found.a.path} | {found.b.path}")) + " – aligncheck"
    return page("renderings", Body(title, "", Markup("".join(parts))))


def _meta(found: Renderings) -> str:
    files = [f"<bdi>{visible(path)}</bdi>" for path in dict.fromkeys((found.a.path, found.b.path))]
    told = [files[0] if len(files) == 1 else f"A {files[0]} | B {files[1]}"]
    summary = found.summary
    told += [" | ".join(words.LANGUAGE_NAMES.get(lang, escape(lang)) for lang in dict.fromkeys(_langs(found)))]
    if summary.chrf is not None:
        told.append(f"chrF {summary.chrf:.1f}")
        told += [phrase("r_folded")] if summary.folded else []
        told.append(phrase("r_equal", percent(summary.share_equal), summary.compared))
    return "".join(f"<span>{one}</span>" for one in told)


def _langs(found: Renderings) -> tuple[str, str]:
    return words.html_lang(found.lang, found.a.script), words.html_lang(found.lang, found.b.script)


def _counts(found: Renderings) -> Iterator[str]:
    for kind, shape in _SHAPES.items():
        if number := found.summary.differences.get(kind, 0):
            yield f'<span class="count {shape}"><span class="b {shape}"></span>{phrase(_key(kind), number)}</span>'
    if not found.worst_first:
        yield f'<span class="count ok">{phrase("r_same")}</span>'


def _key(kind: Difference) -> str:
    return "r_" + kind.replace("-", "_")


def _worst(found: Renderings) -> Iterator[str]:
    if len(found.worst_first) < 2:
        return
    yield f'<section class="worst"><h2>{phrase("r_worst")}</h2><ol>\n'
    for entry in found.worst_first[:_WORST]:
        side = entry.a or entry.b
        said = "; ".join(value.text for value in entry.values) or plain(side.text if side else "")[:60]
        yield f'<li><a href="#s-{entry.id}">{_badge(entry)} {visible(said)}</a></li>\n'
    yield "</ol></section>\n"


def _badge(entry: Compared) -> str:
    shape = _SHAPES.get(entry.difference, "")
    score = "" if entry.chrf is None else f' <span class="score">chrF {entry.chrf:.1f}</span>'
    kind = phrase(f"{_key(entry.difference)}_one")
    return f'<span class="b {shape}"></span> <b class="kind {shape}">{kind}</b>{score}'


def _rows(found: Renderings) -> Iterator[str]:
    langs = tuple(str(escape(lang)) for lang in _langs(found))
    other = "en" if found.lang == "zh" else "zh"
    for number, entry in enumerate(found.entries):
        if number % _BLOCK == 0:
            yield '<div class="block">\n'
        yield _row(entry, (langs[0], langs[1]), other)
        if number % _BLOCK == _BLOCK - 1 or number == len(found.entries) - 1:
            yield "</div>\n"


def _row(entry: Compared, langs: tuple[str, str], source_lang: str) -> str:
    shape = _SHAPES.get(entry.difference)
    looks = f"p has {shape}" if shape else "p same"
    marks = apart(entry.a.text, entry.b.text) if entry.a and entry.b else ([], [])
    head = ""
    if shape or entry.difference == "form":
        values = "; ".join(value.text for value in entry.values)
        told = f' <span class="values">{visible(values)}</span>' if values else ""
        head = f'<p class="head">{_badge(entry)}{told}</p>'
    above = f'<p class="source" lang="{source_lang}">{visible(entry.source.text)}</p>' if entry.source else ""
    left = _cell("A", entry.a, _marked(entry.a, "del", marks[0]), langs[0], "r_only_b_one")
    right = _cell("B", entry.b, _marked(entry.b, "ins", marks[1]), langs[1], "r_only_a_one")
    focus = ' tabindex="-1"' if shape else ""
    return f'<div class="{looks}" id="s-{entry.id}"{focus}>{head}{above}{left}{right}</div>\n'


def _cell(letter: str, side: PairSide | None, text: str, lang: str, missing: str) -> str:
    if side is None:
        return f'<span class="n"><b>{letter}</b></span><p class="gap">{phrase(missing)}</p>'
    lines = f"{side.line}–{side.end_line}" if side.end_line != side.line else str(side.line)
    return f'<span class="n"><b>{letter}</b> {lines}</span><p lang="{lang}">{text}</p>'


def _marked(side: PairSide | None, tag: str, marks: Spans) -> str:
    text = side.text if side else ""
    out: list[str] = []
    at = 0
    for start, end in marks:
        out += [visible(text[at:start]), f"<{tag}>{visible(text[start:end])}</{tag}>"]
        at = end
    return "".join([*out, visible(text[at:])])
