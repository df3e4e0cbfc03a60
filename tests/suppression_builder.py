"""A small bilingual document with known faults, in several formats, for tests of suppressions."""

from __future__ import annotations

from aligncheck.config import Config
from aligncheck.engine import check_file, check_files
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding, Report, Status

ROWS = (
    ("The lighthouse has stood on the rock since 1871.", "这座灯塔自1871年起便矗立在礁石上。"),
    ("The library on the ground floor holds 250 letters.", "一楼的图书馆收藏着350封信件。"),
    ("Its lamp turns once every twelve seconds.", "塔灯每十二秒转动一圈。"),
    ("The path to the door has 90 white stones.", "通向大门的小路铺着60块白石。"),
    ("Visitors may climb the tower on Sunday afternoons.", "星期日下午，游客可以登塔。"),
)
"""English and Chinese; the numbers of the second and the fourth row differ."""

SECOND, FOURTH = ROWS[1][1], ROWS[3][1]
ENGLISH = "\n\n".join(en for en, _ in ROWS) + "\n"
CHINESE = "\n\n".join(zh for _, zh in ROWS) + "\n"
LEXICON = Lexicon.load()

Said = tuple[str, str]
"""A finding's code and status."""


def check(english: str, chinese: str, config: Config | None = None, suffix: str = ".md") -> Report:
    """Check two files."""
    source, target = (read(text.encode(), f"a.{lang}{suffix}") for text, lang in ((english, "en"), (chinese, "zh")))
    return check_files(source, target, config or Config(), LEXICON)


def check_one(text: str, path: str = "a.md", config: Config | None = None) -> Report:
    """Check one bilingual file."""
    return check_file(read(text.encode(), path), config or Config(), LEXICON)


def said(report: Report) -> list[Said]:
    return [(finding.code, finding.status.value) for finding in report.findings]


def suppressed(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.status is Status.SUPPRESSED]


def messages(report: Report, code: str = "SUP001") -> list[str]:
    return [finding.message for finding in report.findings if finding.code == code]


def pairs(report: Report) -> list[tuple[str | None, str | None, float]]:
    """Both texts of every pair, and how sure it is."""
    return [
        (p.source.text if p.source else None, p.target.text if p.target else None, p.confidence) for p in report.pairs
    ]


def marks(report: Report) -> list[str]:
    """Fingerprints of all findings but those on suppressions, in order."""
    return [finding.fingerprint for finding in report.findings if not finding.code.startswith("SUP")]
