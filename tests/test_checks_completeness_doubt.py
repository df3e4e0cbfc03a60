"""What is missing and what was added: placeholders, what stays silent or is doubtful, and fingerprints."""

from __future__ import annotations

import pytest
from completeness_builder import LEXICON, SECTIONS, found, page, told, whole

from aligncheck.config import Config
from aligncheck.engine import check_file
from aligncheck.formats import read


def test_a_placeholder_page_is_one_finding() -> None:
    assert told(found(page("en"), "# 租船手册\n\n本页面尚未翻译，欢迎参与贡献。")) == [
        ("OMI001", "error", "The translation is hardly begun: 16 of 16 sentences are missing.")
    ]


def test_half_a_page_is_no_placeholder() -> None:
    messages = [f.message for f in found(page("en"), page("zh", whole(2, 3, 4)))]
    assert messages == [
        "The sections “On the lake”, “When the weather turns” and “Coming back” are missing from the translation: "
        "6 sentences."
    ]


QUOTE = "My grandfather built the pier with his own hands before the war."
SILENT = {
    "a pull-quote repeats a rendered sentence": (
        f"The old woman said: “{QUOTE}”\n\n<aside>\n\n{QUOTE}\n\n— Anna, boat builder\n\n</aside>",
        "老妇人说：“战前，我的祖父亲手建造了这座码头。”",
    ),
    "code that was taken for prose": (
        "The gate opens at six.\n\n*/ label: 'Light', }} boats={[ { title: 'Swan', text: 'A white boat.' }, { title:",
        "大门六点开。",
    ),
    "a box is titled by what it is": ("::: warning\nThe ice is thin.\n:::", "::: warning 警告\n冰很薄。\n:::"),
    "a note of the translator": ("The fee is low.", "费用很低。\n\n译注：一欧元约合八元人民币。"),
}


@pytest.mark.parametrize(("english", "chinese"), SILENT.values(), ids=SILENT.keys())
def test_silent(english: str, chinese: str) -> None:
    assert told(found(page("en") + "\n\n" + english, page("zh") + "\n\n" + chinese)) == []


def test_a_quotation_of_nothing_nearby_is_missing() -> None:
    english = f"{page('en')}\n\n<aside>\n\n{QUOTE}\n\n— Anna, boat builder\n\n</aside>"
    (finding,) = found(english, page("zh"))
    assert [span.text for span in finding.source_spans] == [QUOTE, "— Anna, boat builder"]


CARD = '<Card title="Learn to sail in one summer" description="Our school has twelve boats and five teachers." />'


def test_text_of_a_component_the_translation_never_uses_is_a_hint() -> None:
    (finding,) = found(f"{page('en')}\n\n{CARD}", page("zh"), "mdx")
    assert (finding.code, finding.severity.value) == ("OMI001", "info")
    used = '<Card title="买一张地图" description="地图上标出了所有的码头和浅滩。" />'
    both = '<Card title="Buy a map" description="The map shows all piers and shallows." />'
    (finding,) = found(f"{page('en')}\n\n{both}\n\n{CARD}", f"{page('zh')}\n\n{used}", "mdx")
    assert (finding.code, finding.severity.value) == ("OMI001", "error")


def test_fingerprints_outlive_edits_elsewhere() -> None:
    before = found(page("en"), page("zh", whole(2)))
    extra_en, extra_zh = "The harbour master lives upstairs.", "港务长住在楼上。"
    after = found(f"{extra_en}\n\n{page('en')}", f"{extra_zh}\n\n{page('zh', whole(2))}")
    assert [f.fingerprint for f in before] == [f.fingerprint for f in after]


def test_the_fingerprint_of_a_missing_section_outlives_its_revision() -> None:
    revised = page("en").replace("Swans become angry", "Ducks and swans become angry")
    before, after = (found(text, page("zh", whole(2))) for text in (page("en"), revised))
    assert [f.fingerprint for f in before] == [f.fingerprint for f in after]
    others = found(page("en"), page("zh", whole(3)))
    assert [f.fingerprint for f in before] != [f.fingerprint for f in others]


@pytest.mark.parametrize(
    ("line", "severity"),
    [
        ("## 每一位船夫都应当知道的事", "info"),
        ("每一位船夫都应当知道救生衣存放在什么地方，以及如何使用它们。", "warning"),
    ],
)
def test_an_editor_s_title_in_a_file_of_both_languages_is_a_hint(line: str, severity: str) -> None:
    couples = [sentence for section in SECTIONS for sentence in section[1:]]
    blocks = [text for couple in couples for text in couple]
    document = read("\n\n".join([*blocks[:10], line, *blocks[10:]]).encode("utf-8"), "both.md")
    findings = check_file(document, Config(select=("OMI001", "OMI002", "OMI003")), LEXICON).findings
    assert [(f.code, f.severity.value) for f in findings] == [("OMI002", severity)]


def test_what_an_added_sentence_sums_up_elsewhere_is_a_warning() -> None:
    english = (
        "Soldiers and students receive a discount on the yearly ticket.\n\n"
        "The yearly ticket is sold at the post office behind the cathedral."
    )
    chinese = "士兵和学生在大教堂后面的邮局购买年票，可以享受折扣。"
    findings = found(f"{english}\n\n{page('en')}", f"{page('zh')}\n\n{chinese}")
    assert [(f.code, f.severity.value) for f in findings] == [("OMI001", "warning"), ("OMI002", "warning")]
    findings = found(f"{english}\n\n{page('en')}", f"{page('zh')}\n\n昨天有人在湖边看见了一只受伤的鹿和两只狐狸。")
    assert [(f.code, f.severity.value) for f in findings] == [("OMI001", "error"), ("OMI002", "warning")]
