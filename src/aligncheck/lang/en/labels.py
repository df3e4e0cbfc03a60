"""English words that head, number or date parts of a text, and that every language has its own for. No prose."""

from __future__ import annotations

from aligncheck.lang.en.lexis import MONTHS
from aligncheck.lang.patterns import any_of, deferred

SECTIONS = frozenset(
    line.strip()
    for line in """
    about the author; about the authors; about this guide; about us; abstract; acknowledgements; acknowledgments;
    acceptance criteria; advantages; appendix; background; basic usage; before you begin; before you start;
    best practices; bibliography; case studies; case study; caption; common mistakes; conclusion; conclusions;
    contact us; contents; contributing guidelines; cover page; credits; definitions; disadvantages; discussion;
    epilogue; example; examples; executive summary; exercises; foreword; frequently asked questions; further reading;
    future work; general information; getting help; getting started; glossary; how it works; how to use;
    how to use this guide; image; in this section; in this article; in this chapter; installation instructions;
    introduction; key features; key points; key takeaways; keywords; known issues; learning objectives; learn more;
    limitations; list of figures; list of tables; literature review; materials and methods; methodology; methods;
    more information; more resources; next chapter; next page; next steps; objectives; on this page; our mission;
    our team; overview; picture; preface; prerequisites; previous chapter; previous page; prologue; pros and cons;
    public speaking; quick start; quotation; read more; recommendations; references; related articles; related links;
    related work; release notes; requirements; results; safety instructions; safety precautions; see also; step by step;
    summary; table of contents; terms and conditions; terms of service; privacy policy; the end; to be continued;
    troubleshooting; useful links; what is next; what's next; what you will learn; what you'll learn; who we are;
    why it matters; technical specifications; package contents; warranty information
    """.replace("\n", " ").split(";")
)
"""Headings, buttons and captions that name no product: in lower case."""

LEADS = (
    "note notes warning warnings tip tips caution important source sources example examples summary abstract keywords "
    "question answer danger hint definition theorem proof credit photo image caption translator author"
).split()
"""Words that, before a colon, open a note, a caption or a line of credits."""

NUMBERED = "figure table chapter section appendix equation listing exercise theorem lemma photo illustration".split()
"""Words that a number follows where a text refers to its own parts."""

WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

_LATIN_BEFORE, _LATIN_AFTER = (
    r"(?<![A-Za-z0-9])(?<![A-Za-z0-9][ ,.&-])(?<![A-Za-z0-9][,.] )",
    r"(?![ ,.&-]{0,2}[A-Za-z0-9])",
)
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)[0-9]{2}"
_MONTH = any_of(word.capitalize() for word in MONTHS)

LEAD = deferred(rf"(?P<word>{any_of(w.capitalize() for w in LEADS)}) ?[:：]")
NUMBER = deferred(
    rf"{_LATIN_BEFORE}(?P<word>{any_of(w.capitalize() for w in NUMBERED)}) ?[0-9]{{1,2}}(?:[.-][0-9]{{1,2}})*"
    r"(?![0-9])(?![ ,.&-]{0,2}[A-Za-z])"
)
WEEKDAY = deferred(rf"{_LATIN_BEFORE}(?P<word>{any_of(w.capitalize() for w in WEEKDAYS)}){_LATIN_AFTER}")
DATE = deferred(
    rf"(?<![A-Za-z])(?<![A-Za-z][ ,.&-])(?<![A-Za-z][,.] )(?:{_DAY} (?P<after>{_MONTH})(?:,? {_YEAR})?|"
    rf"(?P<word>{_MONTH}) (?:{_DAY}(?:, ?{_YEAR})?|{_YEAR}))(?![0-9A-Za-z])(?![ ,.&-]{{1,2}}[A-Za-z])"
)
ANY = deferred(rf"(?:{any_of(w.capitalize() for w in (*LEADS, *NUMBERED, *WEEKDAYS, *MONTHS))})(?![a-z])")
"""Whether one of the words above can be in a text at all."""
