"""``aligncheck facts``: the values of sentences, and which value of a sentence answers which of its translation."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

import click

from aligncheck.cli.options import LANGUAGE
from aligncheck.errors import ConfigError, InputError

if TYPE_CHECKING:
    from aligncheck.checks import Hit, Rule
    from aligncheck.cli.facts_pair import Comparison
    from aligncheck.facts import Fact, Facts
    from aligncheck.model.text import Lang

_STDIN = "standard input"
_NARROWEST = 40
_OPTION = re.compile(r"--|-[A-Za-z]")
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


class _MinusSigns(click.Command):
    """A text may begin with a minus sign: ``-5 °C`` is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        options: list[str] = []
        texts: list[str] = []
        left = iter(args)
        for arg in left:
            if arg == "--":
                texts += left
            elif arg == "--lang":
                options += [arg, *islice(left, 1)]
            elif _OPTION.match(arg):
                options.append(arg)
            else:
                texts.append(arg)
        return super().parse_args(ctx, [*options, *(["--", *texts] if texts else [])])


@click.command(cls=_MinusSigns)
@click.argument("text", required=False)
@click.argument("translation", required=False)
@click.option("--lang", type=LANGUAGE, help="Language of TEXT; by default told by its script.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array, one object per text.")
@click.option("--color/--no-color", default=None, help="Coloured output; by default on a terminal only.")
def facts(text: str | None, translation: str | None, lang: str | None, as_json: bool, color: bool | None) -> None:
    """Show which values are seen in TEXT: numbers, dates, times, measures, money, and what each is worth.

    With an English and a Chinese text, in either order, show which value answers which, and what the NUM and DAT
    rules find. Without TEXT, or with -, sentences are read from standard input, one a line. Whatever is found, the
    exit code is 0.

    JSON: each object has text, lang and facts. Each fact has start and end (characters of the text), text, kind, value
    (in one notation for both languages; null where the number is missing), unit, strength (weak, fair or strong),
    role, approximate, further attributes that are set, and readings: all it may mean, the likeliest first, each with
    kind, value and unit. With two texts, each fact also has answers: the indices of the facts it matches in the other
    text; and each object has findings: code, name, severity, confidence, message, and spans, the evidence in its text.
    """
    if translation is not None:
        _show_pair(*_pair(text or "", translation, lang), as_json=as_json, color=color)
        return
    texts = _from_stdin() if text is None or text == "-" else [_checked(text)]
    found = [_facts(each, lang or _language(each) or "en") for each in texts]
    if as_json:
        click.echo(_json(_object(each) for each in found))
    elif not found:
        click.echo(f"no sentence on {_STDIN}", err=True)
    else:
        _show([_lines(each) for each in found], color=color)


def _checked(text: str) -> str:
    """The text, unless there is none of it or it is no Unicode."""
    if not text.strip():
        raise InputError("the text is empty", remedy="give a sentence, or - for standard input")
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise InputError("the text is not UTF-8", remedy="set the terminal to UTF-8, or use standard input")
    return text


def _from_stdin() -> list[str]:
    """The lines that are not blank."""
    from aligncheck.formats.encoding import decode

    whole = decode(sys.stdin.buffer.read(), _STDIN).text
    return [line.rstrip("\n") for line in io.StringIO(whole, newline=None) if line.strip()]


def _language(text: str) -> Lang | None:
    """The language of a sentence; None where it has neither words nor Han characters."""
    from aligncheck.lang.share import languages_of
    from aligncheck.lang.text import HAN

    told = languages_of(text)
    return told if told != "both" else "zh" if HAN.search(text) else "en"


def _facts(text: str, lang: Lang) -> Facts:
    from aligncheck.facts import Facts

    return Facts.of(text, lang)


def _pair(first: str, second: str, lang: Lang | None) -> tuple[Facts, Facts]:
    """The facts of two texts, as given. What has no words is in the language that the other leaves over."""
    if "-" in (first, second):
        raise ConfigError("standard input holds single sentences", remedy="give both texts, or - alone")
    for text in (first, second):
        _checked(text)
    known = (lang, None) if lang else (_language(first), _language(second))
    left = known[0] or ("zh" if known[1] == "en" else "en")
    right = known[1] or ("zh" if left == "en" else "en")
    if left == right:
        name = "English" if left == "en" else "Chinese"
        raise ConfigError(
            f"both texts are {name}", remedy="give one in either language; --lang names that of the first"
        )
    return _facts(first, left), _facts(second, right)


def _show_pair(first: Facts, second: Facts, *, as_json: bool, color: bool | None) -> None:
    from aligncheck.cli.facts_pair import Comparison

    compared = Comparison(first, second) if first.lang == "en" else Comparison(second, first)
    if as_json:
        click.echo(_json(_object(each, compared) for each in (first, second)))
    else:
        _show([_lines(first), _lines(second), _answers(compared), _findings(compared)], color=color)


def _show(blocks: Sequence[Iterator[str]], *, color: bool | None) -> None:
    """Print blocks of lines with a blank line between them."""
    texts = ("\n".join(block) for block in blocks)
    click.echo("\n\n".join(text for text in texts if text), color=color)


def _lines(facts: Facts) -> Iterator[str]:
    from aligncheck.cli.facts_text import lines

    return lines(facts, max(shutil.get_terminal_size((100, 24)).columns, _NARROWEST))


def _answers(compared: Comparison) -> Iterator[str]:
    """Which value answers which: English, Chinese, and the code of what a rule finds."""
    from aligncheck.cli.facts_text import expression, table

    def words(side: Facts, at: int | None) -> str:
        return "—" if at is None else expression(side.facts[at])

    english, chinese = compared.sides
    rows = [(words(english, a.english), a.sign, words(chinese, a.chinese), a.remark) for a in compared.answers()]
    if rows:
        head, *others = table([("en", "", "zh", ""), *rows], head=1)
        yield click.style(head, dim=True)
        yield from others


def _findings(compared: Comparison) -> Iterator[str]:
    from aligncheck.cli.facts_text import INDENT
    from aligncheck.report.invisible import plain

    for rule, hit in compared.found:
        severity = (hit.severity or rule.severity).value
        yield f"{INDENT}{rule.code}  {click.style(f'{severity:7}', fg=_COLOURS[severity])}  {plain(hit.message)}"
    if not compared.found:
        yield f"{INDENT}no findings"


def _json(objects: Iterator[dict[str, object]]) -> str:
    """An array with an object on each line."""
    written = (json.dumps(each, ensure_ascii=False) for each in objects)
    return "[" + ",\n ".join(written) + "]"


def _object(facts: Facts, compared: Comparison | None = None) -> dict[str, object]:
    """A text and its facts; with a comparison, what they answer and what is found in it, too."""
    listed = [_fact_object(fact) for fact in facts]
    whole: dict[str, object] = {"text": facts.text, "lang": facts.lang, "facts": listed}
    if compared is not None:
        mine = compared.sides.index(facts)
        for n, each in enumerate(listed):
            each["answers"] = [pair[1 - mine] for pair in compared.same if pair[mine] == n]
        whole["findings"] = [_finding_object(facts, rule, hit) for rule, hit in compared.found]
    return whole


def _fact_object(fact: Fact) -> dict[str, object]:
    from aligncheck.cli.facts_text import further
    from aligncheck.facts.notation import canonical

    def written(value: object) -> object:
        return value if isinstance(value, bool | int | str) else str(value)

    readings = [
        {"kind": r.kind, "value": None if r.kind == "gap" else canonical(r), "unit": r.unit} for r in fact.readings
    ]
    more = {name: written(value) for name, value in further(fact).items() if name != "approx"}
    return {
        "start": fact.start,
        "end": fact.end,
        "text": fact.text,
        **readings[0],
        "strength": fact.strength.name.lower(),
        "role": fact.role,
        "approximate": fact.approx,
        **more,
        "readings": readings,
    }


def _finding_object(facts: Facts, rule: Rule, hit: Hit) -> dict[str, object]:
    spans = hit.source if facts.lang == "en" else hit.target
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": (hit.severity or rule.severity).value,
        "confidence": round(hit.confidence, 3),
        "message": hit.message,
        "spans": [
            {"start": s.start, "end": s.end, "text": facts.text[s.start : s.end], "value": s.value} for s in spans
        ],
    }
