"""Marks stand on the words they mean, markup or not; text is escaped whatever it holds."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from report_samples import HOSTILE

from aligncheck.model.report import EvidenceSpan, InlineMark, PairSide
from aligncheck.report.html.marking import Mark, marked, visible
from aligncheck.report.locating import locate


def side_of(text: str, start: int, end: int) -> PairSide:
    return PairSide(text, 1, 1, 1, start, end)


def test_evidence_is_found_under_markup() -> None:
    raw = "The **lamp** cost [2.5 million](u) and the\n> lens *2.5 million*."
    side = side_of("The lamp cost 2.5 million and the lens 2.5 million.", 100, 100 + len(raw))

    def found(words: str, nth: int = 0) -> str | None:
        at = -1
        for _ in range(nth + 1):
            at = raw.index(words, at + 1)
        place = locate(side, EvidenceSpan(100 + at, 100 + at + len(words), 1, 1, words))
        return None if place is None else f"{place[0]}:{side.text[slice(*place)]}"

    assert found("2.5 million") == "14:2.5 million"
    assert found("2.5 million", 1) == "39:2.5 million"
    assert found("**lamp**") == "4:lamp"
    assert found("the\n> lens") == "30:the lens"
    assert found("[2.5 million](u)") == "14:2.5 million"
    assert found("(u)") is None


@given(
    st.lists(st.tuples(st.text("ab 1", min_size=1, max_size=6), st.text("*_`", max_size=3)), min_size=1, max_size=6),
    st.data(),
)
def test_evidence_whose_markup_is_outside_is_never_put_elsewhere(
    parts: list[tuple[str, str]], data: st.DataObject
) -> None:
    """Whatever markup is left out around it, the marked words are the evidence's words."""
    raw = "".join(words + markup for words, markup in parts)
    side = side_of("".join(words for words, _ in parts), 7, 7 + len(raw))
    which = data.draw(st.integers(0, len(parts) - 1))
    start = sum(len(w) + len(m) for w, m in parts[:which])
    words = parts[which][0]
    place = locate(side, EvidenceSpan(7 + start, 7 + start + len(words), 1, 1, words))
    if place is not None:
        assert side.text[slice(*place)] == words
    if words.strip():
        assert place is not None


@given(st.text(max_size=40) | st.sampled_from(HOSTILE))
def test_visible_text_is_escaped(text: str) -> None:
    shown = str(visible(text))
    rest = re.sub(r'<span class="(?:ch|ws)"(?: title="[\w+ ]+")?>[^<]*</span>', "", shown)
    assert "<" not in rest
    assert ">" not in rest


KINDS = ("code", "link", "image", "emphasis", "strong", "html", "math", "placeholder", "footnote", "unheard-of")
TEXT = st.text(st.sampled_from("a b<&>\"'中\u200b\u202e\u00a0。"), min_size=1, max_size=12)


@st.composite
def with_marks(draw: st.DrawFn) -> tuple[str, list[Mark], list[InlineMark]]:
    """A text, evidence and markup anywhere in it: overlapping, empty, beyond its end."""
    text = draw(TEXT)
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text) + 2))
    evidence = draw(st.lists(st.tuples(spans, st.sampled_from(["e", "w old"])), max_size=4))
    markup = draw(st.lists(st.tuples(spans, st.sampled_from(KINDS)), max_size=5))
    marks = [Mark(*span, number + 1, shape, f"#f-{number}") for number, (span, shape) in enumerate(evidence)]
    return text, marks, [InlineMark(kind, *span, 'javascript:alert("1")<') for span, kind in markup]


class Reader(HTMLParser):
    """Reads markup strictly: what opens is closed in order; text is kept with the elements it stands in."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.opened: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[tuple[str, tuple[tuple[str, str], ...]]] = []
        self.hrefs: list[str] = []
        self.feed(markup)
        self.close()
        assert self.opened == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened.append((tag, dict(attrs)))
        self.hrefs += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        inside = tuple((tag, a.get("data-f") or a.get("class") or "") for tag, a in self.opened)
        self.said.append((data, inside))

    @property
    def text(self) -> str:
        return "".join(said for said, inside in self.said if not any(tag == "a" for tag, _ in inside))


def shown(text: str) -> str:
    """What a reader of the text alone sees."""
    return Reader(str(visible(text))).text


@given(with_marks())
def test_markup_keeps_the_text_and_nests(one: tuple[str, list[Mark], list[InlineMark]]) -> None:
    text, marks, inline = one
    reader = Reader(str(marked(text, marks, inline)))
    assert reader.text == shown(text)
    assert all(href.startswith("#f-") for href in reader.hrefs)
    numbers = [said for said, inside in reader.said if any(tag == "a" for tag, _ in inside)]
    assert sorted(numbers) == sorted(str(m.number) for m in marks if m.start < min(m.end, len(text)))


@given(with_marks())
def test_each_character_stands_in_its_marks_and_in_no_others(one: tuple[str, list[Mark], list[InlineMark]]) -> None:
    """Read character by character, in a text whose every character is seen."""
    text, marks, inline = one
    text = "".join(chr(ord("a") + n % 26) for n in range(len(text)))
    at = 0
    for said, inside in Reader(str(marked(text, marks, inline))).said:
        if any(tag == "a" for tag, _ in inside):
            continue
        for _ in said:
            numbers = {n for tag, found in inside if tag == "mark" for n in found.split()}
            assert numbers == {str(m.number) for m in marks if m.start <= at < m.end}
            classes = {found or tag for tag, found in inside if tag != "mark"}
            assert classes == {CLASSES[m.kind] for m in inline if m.start <= at < m.end and m.kind in CLASSES}
            at += 1
    assert at == len(text)


CLASSES = {
    "code": "code",
    "link": "to",
    "image": "pic",
    "emphasis": "em",
    "strong": "strong",
    "html": "tag-in",
    "math": "math",
    "placeholder": "ph",
    "footnote": "fn",
}


def test_markup_is_cut_where_evidence_ends() -> None:
    made = str(marked("open the big lid", [Mark(5, 12, 3, "e", "#f-x")], [InlineMark("strong", 9, 16)]))
    assert made == (
        'open <mark class="e" data-f="3"><a class="b e" href="#f-x">3</a>the <strong>big</strong></mark>'
        "<strong> lid</strong>"
    )


def test_overlapping_evidence_shares_words_and_keeps_its_numbers() -> None:
    made = marked("abcdef", [Mark(0, 4, 1, "e", "#f-1"), Mark(2, 6, 2, "w", "#f-2")])
    assert re.findall(r'data-f="([\d ]+)"', made) == ["1", "1 2", "2"]
    assert re.findall(r">(\d)</a>", made) == ["1", "2"]


def test_a_link_shows_its_address_and_leads_nowhere() -> None:
    made = str(marked("see it", [], [InlineMark("link", 4, 6, 'javascript:alert("1")\u202e' + "x" * 999)]))
    assert "href" not in made
    title = re.search(r'title="([^"]*)"', made)
    assert title
    assert title[1].startswith("javascript:alert(&#34;1&#34;)&lt;RLO&gt;xxx")
    assert title[1].endswith("x…")
    assert 'role="link" aria-disabled="true" tabindex="0"' in made


def test_a_very_long_sentence_with_much_markup_is_no_trouble() -> None:
    """It grows with its marks, not with their square: 1500 words, each marked twice, all in one link."""
    text = "word " * 1500
    marks = [Mark(n * 5, n * 5 + 4, n + 1, "e", "#f") for n in range(1500)]
    inline = [InlineMark("link", 0, len(text)), *(InlineMark("code", n * 5 + 2, n * 5 + 6) for n in range(1500))]
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        made = marked(text, marks, inline)
    finally:
        sys.setprofile(None)
    assert made.count("<mark") == 3000 - 1
    assert calls < 200_000
