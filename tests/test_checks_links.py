"""Links, code, file names, addresses, footnotes, images, anchors: what is found and what a translator may do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligncheck.checks import links
from aligncheck.config import Config
from aligncheck.engine import check_file, check_files
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding

CODES = {rule.code for rule in links.RULES}
LEXICON = Lexicon.load()


def found(en: str, zh: str, source: str = "en") -> list[Finding]:
    """The family's findings on two Markdown files."""
    english, chinese = read(en.encode(), "page.en.md"), read(zh.encode(), "page.zh.md")
    both = (english, chinese) if source == "en" else (chinese, english)
    report = check_files(*both, Config(source=source, select=("LNK",)), LEXICON)
    return [f for f in report.findings if f.code in CODES]


def codes(en: str, zh: str, source: str = "en") -> list[str]:
    return [f"{f.code} {f.severity.value}" for f in found(en, zh, source)]


LINKS = "https://harbour.example"
SAME = [
    (f"{LINKS}/tides/", "http://www.harbour.example/tides", "scheme, www and slash"),
    (f"{LINKS}/tides/index.html", f"{LINKS}/tides/", "the index file"),
    (f"{LINKS}/en-us/tides", f"{LINKS}/zh-cn/tides", "a language segment"),
    (f"{LINKS}/tides", f"{LINKS}/zh-hans/tides", "a language segment that English lacks"),
    ("https://en.harbour.example/tides", "https://zh.harbour.example/tides", "a language host"),
    (f"{LINKS}/tides?hl=en", f"{LINKS}/tides?hl=zh-CN", "a language in the query"),
    ("./tides.md", "./tides.zh-CN.md", "a language in the file name"),
    ("tides_en.pdf", "tides_zh.pdf", "a language in the file name, with underscore"),
    ("../tides/", "../../zh/tides/", "a translation lies deeper"),
    (f"{LINKS}/tides#spring-tide", f"{LINKS}/tides#大潮", "a translated anchor"),
    (f"{LINKS}/tides#spring-tide", f"{LINKS}/tides#%E5%A4%A7%E6%BD%AE", "an anchor with percent signs"),
    ("https://en.wikipedia.org/wiki/Tide", "https://zh.wikipedia.org/wiki/潮汐", "an encyclopedia"),
    ("https://en.wikipedia.org/wiki/Tide", "https://zh.wikipedia.org/wiki/Tide_(sea)", "an article with a Latin name"),
    (f"{LINKS}/tides", "https://www.zhihu.com/question/1234", "a Chinese page instead"),
    (f"{LINKS}/tides", "https://charts.example/潮汐表", "a page with a Chinese address instead"),
    (f"{LINKS}/files/tide-tables-2024.pdf", "https://mirror.example/tide-tables-2024.pdf", "the same file elsewhere"),
]
OTHER = [
    (f"{LINKS}/tides", f"{LINKS}/fog", "another page"),
    (f"{LINKS}/tides", "https://beacon.example/tides", "another host"),
    (f"{LINKS}/watch?v=aaaa", f"{LINKS}/watch?v=bbbb", "another film"),
    (f"{LINKS}/tides#section-6.4", f"{LINKS}/tides#section-6.3", "another section"),
    ("./tides.md", "./fog.md", "another file"),
]


@pytest.mark.parametrize(("one", "other", "why"), SAME)
def test_one_place_under_two_addresses(one: str, other: str, why: str) -> None:
    assert codes(f"Read the [tables]({one}) first.", f"请先阅读[表格]({other})。") == [], why


@pytest.mark.parametrize(("one", "other", "why"), OTHER)
@pytest.mark.parametrize("source", ["en", "zh"])
def test_another_place(one: str, other: str, why: str, source: str) -> None:
    assert codes(f"Read the [tables]({one}) first.", f"请先阅读[表格]({other})。", source) == ["LNK001 warning"], why


def test_evidence_is_the_text_of_the_link_and_its_value_the_address() -> None:
    (finding,) = found(f"Read the [tide tables]({LINKS}/tides).", f"请阅读[潮汐表]({LINKS}/fog)。")
    assert [(s.text, s.value) for s in finding.source_spans] == [("tide tables", f"{LINKS}/tides")]
    assert [(s.text, s.value) for s in finding.target_spans] == [("潮汐表", f"{LINKS}/fog")]


def test_links_with_the_same_text_are_compared_with_each_other() -> None:
    (finding,) = found(
        f"[Tern]({LINKS}/tern) and [Skua]({LINKS}/skua) are boats.",
        f"[Skua]({LINKS}/skua2)和[Tern]({LINKS}/tern2)是船。",
    )[:1]
    assert finding.source_spans[0].text == finding.target_spans[0].text == "Tern"


def test_a_page_of_the_same_organisation_is_a_hint() -> None:
    assert codes(
        "Read the [harbour blog](https://blog.ternport.example/sea).",
        "请阅读[港口博客](https://www.ternport.example/news)。",
    ) == ["LNK001 info"]


MOVED = (
    f"The lamp turns slowly at night. See the [plan]({LINKS}/plan).\n\nThe horn sounds in fog. It is very loud.",
    f"夜里灯转得很慢。\n\n雾天雾号会响。声音很大。参见[平面图]({LINKS}/plan)。",
)


def test_a_link_that_moved_to_another_paragraph_is_not_missing() -> None:
    assert codes(*MOVED) == []


def test_missing_links_of_a_pair_are_one_finding() -> None:
    found_here = found(
        f"Take the [chart]({LINKS}/chart), the [lamp]({LINKS}/lamp) and the [horn]({LINKS}/horn). "
        f"Call the [pilot]({LINKS}/pilot).",
        f"带上海图、灯和雾号。请呼叫[引航员]({LINKS}/pilot)。",
    )
    assert [f.code for f in found_here] == ["LNK009"]
    assert [s.text for s in found_here[0].source_spans] == ["chart", "lamp", "horn"]


def test_a_document_without_links_says_so_once() -> None:
    english = "\n\n".join(
        f"The [{name}]({LINKS}/{name}) is in the {name} house." for name in ("lamp", "horn", "bell", "flag")
    )
    chinese = "\n\n".join(f"{name}在{name}房里。" for name in ("灯", "雾号", "钟", "旗"))
    assert codes(english, chinese) == ["LNK009 info"]


@pytest.mark.parametrize(
    ("zh", "why"),
    [
        (f"请阅读[潮汐表]（{LINKS}/tides）。", "Chinese brackets"),
        (f"请阅读［潮汐表］（{LINKS}/tides）。", "only Chinese brackets"),
        ("请阅读[潮汐表](https：//harbour.example/tides)。", "a Chinese colon"),
        (f"请阅读[潮汐表]({LINKS}/tides table)。", "a space"),
        (f"请阅读[潮汐表]({LINKS}/tides。)", "a full stop inside"),
    ],
)
def test_broken_links(zh: str, why: str) -> None:
    assert "LNK010 error" in codes(f"Read the [tide tables]({LINKS}/tides).", zh), why


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        (f"The tables [1] ({LINKS}/tides) help.", f"这些表格[1]（{LINKS}/tides）很有用。"),
        ("Write `[text](https://x y)` for a link.", "链接写作 `[文本](https://x y)`。"),
        (f"See {LINKS}/tides, please.", f"请看：{LINKS}/tides，谢谢。"),
    ],
)
def test_sound_links(en: str, zh: str) -> None:
    assert "LNK010 error" not in codes(en, zh)


CODE = [
    ("Set `lamp_on` now.", "现在设置 `lamp_on`。", []),
    ("Set `lamp_on` now.", "现在设置 lamp_on。", []),
    ("Set `lamp_on` now.", "现在设置 **lamp_on**。", []),
    ("Call `ring()` now.", "现在调用 `ring`。", []),
    ("Use `lamp on` now.", "现在使用 `lamp  on`。", []),
    ('The tag `"pt-BR"` works.', "标签 pt-BR 可用。", []),
    ("It lies at `−40°` south.", "位于南纬 `-40°`。", []),
    ("Give `a` and `b` back.", "返回 `a, b`。", []),
    ("A `yes` is enough.", "肯定的回答就够了。", []),
    ("Type `{lamp: 1, horn: 2}` here.", "在此输入 `{lamp：1，horn：2}`。", ["LNK003 error"]),
    ('Type `say("fog")` here.', "在此输入 `say(“fog”)`。", ["LNK003 error"]),
    ("Use `--dry-run` here.", "在此使用 `——dry-run`。", ["LNK003 error"]),
    ("Use `lamp_interval` here.", "在此使用 `lamp_intervals`。", ["LNK003 warning"]),
    ("Open `lamp.on` here.", "在此打开 `horn.off`。", ["LNK003 warning"]),
    ('Type `say("fog")` here.', '在此输入 `say("雾")`。', ["LNK003 info"]),
    ("Send a `System Message` first.", "先发送一条 `系统消息`。", []),
    ("Open the given `path` now.", "现在打开给定的 `路径`。", ["LNK003 info"]),
    ("Run `lampctl --reset` first.", "请先重置。", ["LNK003 warning"]),
]


@pytest.mark.parametrize(("en", "zh", "expected"), CODE)
def test_code(en: str, zh: str, expected: list[str]) -> None:
    assert codes(en, zh) == expected


PAGES = [
    ("Save it in logs/lamp.txt today.", "今天将其存入 logs/horn.txt。", ["LNK007 warning"]),
    ("Save it in logs/lamp.txt today.", "今天将其存入 lamp.txt。", []),
    ("Save it in lamp1.txt today.", "今天将其存入 lamp2.txt。", []),
    ("It was made with Node.js and Vue.js.", "由 Node 和 Vue 制成。", []),
    ("Ask pilot@harbour.example today.", "请询问 pilot@harbour.example。", []),
    ("Ask pilot@harbour.example today.", "请询问 pilot@harbuor.example。", ["LNK008 error"]),
    ("Ask pilot@harbour.example today.", "请询问 office@beacon.example。", ["LNK008 warning"]),
    ("Ask pilot@harbour.example today.", "请询问 pilot@zh.harbour.example。", []),
    ("Ask us today.", "请询问 pilot@harbour.example。", []),
]


@pytest.mark.parametrize(("en", "zh", "expected"), PAGES)
def test_files_and_addresses(en: str, zh: str, expected: list[str]) -> None:
    assert codes(en, zh) == expected


NOTES = "[^a]: Built in spring.\n\n[^b]: Built in autumn.\n"
ZH_NOTES = "[^a]: 建于春天。\n\n[^b]: 建于秋天。\n"


@pytest.mark.parametrize(
    ("zh", "expected"),
    [
        (f"灯旧[^a]，号新[^b]。\n\n{ZH_NOTES}", []),
        (f"灯旧[^a]，号新。\n\n{ZH_NOTES}", ["LNK005 warning"]),
        ("灯旧[^a]，号新[^b]。\n\n[^a]: 建于春天。\n", ["LNK005 warning"]),
        ("灯旧[^1]，号新[^2]。\n\n[^1]: 建于春天。\n\n[^2]: 建于秋天。\n", []),
        ("灯旧，号新。", []),
    ],
)
def test_footnotes(zh: str, expected: list[str]) -> None:
    assert codes(f"The lamp is old[^a] and the horn is new[^b].\n\n{NOTES}", zh) == expected


def test_footnotes_in_code_do_not_count() -> None:
    assert codes(f"The lamp is old[^a].\n\n{NOTES}", f"灯是旧的[^a]，`[^c]` 是写法。\n\n{ZH_NOTES}") == []


IMAGES = "The lamp:\n\n![lamp](img/lamp.png)\n\nThe horn:\n\n![horn](img/horn.png)\n"


@pytest.mark.parametrize(
    ("zh", "expected"),
    [
        ("灯：\n\n![灯](img/lamp.png)\n\n雾号：\n\n![雾号](img/horn.png)\n", []),
        ("灯：\n\n![灯](img/zh/lamp.png)\n\n雾号：\n\n![雾号](img/horn_zh.svg)\n", []),
        ("灯：\n\n![灯](img/lamp.png)\n\n雾号：\n", ["LNK006 warning"]),
        ('灯：\n\n<img src="img/lamp.png">\n\n雾号：\n\n<img src="img/horn.png">\n', []),
        ("灯：\n\n![灯](img/other.png)\n\n雾号：\n\n![雾号](img/another.png)\n", []),
    ],
)
def test_images(zh: str, expected: list[str]) -> None:
    assert codes(IMAGES, zh) == expected


def test_badges_are_no_pictures() -> None:
    badge = "![build](https://ci.example/boats.svg?branch=main) ![cover](https://badges.example/boats)"
    assert codes(f"The lamp turns.\n\n{badge}\n", "灯在转。\n") == []


def test_portraits_are_no_pictures() -> None:
    portrait = '<img src="/people/tern.jpg" class="round" alt="avatar">'
    assert codes(f"The lamp turns.\n\n{portrait}\n\nSo says Tern.\n", "灯在转。\n\n燕鸥如是说。\n") == []


HEADINGS = "See [oil](#oil-and-wicks).\n\n## Oil and wicks\n\nKeep them dry.\n"


@pytest.mark.parametrize(
    ("zh", "expected"),
    [
        ("参见[油](#油和灯芯)。\n\n## 油和灯芯\n\n保持干燥。\n", []),
        ("参见[油](#油和灯芯)。\n\n## 油，和灯芯！\n\n保持干燥。\n", []),
        ('参见[油](#oil-and-wicks)。\n\n<a id="oil-and-wicks"></a>\n\n## 油和灯芯\n\n保持干燥。\n', []),
        ("参见[油](#oil-and-wicks)。\n\n## 油和灯芯\n\n保持干燥。\n", ["LNK011 warning"]),
        ("参见[油](#油与灯芯)。\n\n## 油和灯芯\n\n保持干燥。\n", ["LNK011 warning"]),
    ],
)
def test_anchors(zh: str, expected: list[str]) -> None:
    assert codes(HEADINGS, zh) == expected


def test_dead_anchors_of_the_source_are_not_the_translators_fault() -> None:
    english = "See [oil](#nowhere).\n\n## Oil\n\nKeep it dry.\n"
    assert codes(english, "参见[油](#nowhere)。\n\n## 油\n\n保持干燥。\n") == []


def test_many_dead_anchors_are_one_finding() -> None:
    words = [("oil", "油"), ("wicks", "灯芯"), ("glass", "玻璃"), ("rope", "绳"), ("paint", "漆")]
    english = "".join(f"See [{a}](#{a}).\n\n## {a.title()}\n\nKeep it dry.\n\n" for a, _ in words)
    chinese = "".join(f"参见[{b}](#{a})。\n\n## {b}\n\n保持干燥。\n\n" for a, b in words)
    (finding,) = found(english, chinese)
    assert [s.text for s in finding.target_spans] == [a for a, _ in words]


def test_each_row_of_a_table_of_pairs_stands_alone() -> None:
    rows = f"en\tzh\nSee {LINKS}/lamp now.\t现在请看。\nSee {LINKS}/lamp later.\t以后请看 {LINKS}/lamp。\n"
    report = check_file(read(rows.encode(), "pairs.tsv"), Config(), LEXICON)
    assert [(f.code, f.pair) for f in report.findings if f.code in CODES] == [("LNK009", 0)]


def test_roles_are_compared_by_what_they_refer_to() -> None:
    rows = (
        "en\tzh\n"
        "Turn the :term:`lamp` with :func:`~sea.turn`.\t用 :func:`sea.turn` 转动 :term:`灯 <lamp>`。\n"
        "Read the `tide tables <https://harbour.example/t>`_ now.\t请阅读 `潮汐表 <https://harbour.example/t>`_ 。\n"
        "Press :guilabel:`Turn` now.\t请按 :guilabel:`转动` 。\n"
        "Call :func:`sea.turn` now.\t请调用 :func:`sea.burn` 。\n"
    )
    report = check_file(read(rows.encode(), "pairs.tsv"), Config(), LEXICON)
    assert [(f.code, f.pair) for f in report.findings if f.code in CODES] == [("LNK003", 3)]


ADDRESS = st.from_regex(r"https://[a-z]{3,8}\.example/[a-z]{3,8}(/[a-z]{3,8})?", fullmatch=True)


@settings(max_examples=40, deadline=None)
@given(st.lists(ADDRESS, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_same_links_in_any_order_are_silent(addresses: list[str], random: object) -> None:
    shuffled = list(addresses)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    english = "Take " + ", ".join(f"[this]({a})" for a in addresses) + " along."
    assert codes(english, "请带上" + "、".join(f"[这个]({a})" for a in shuffled) + "。") == []


@settings(max_examples=40, deadline=None)
@given(st.from_regex(r"[a-z]{2,8}(_[a-z]{2,8}|\.[a-z]{2,8}|\(\))", fullmatch=True))
def test_the_same_code_is_silent_and_lost_code_is_told(code: str) -> None:
    assert codes(f"Use `{code}` at sea.", f"在海上使用 `{code}`。") == []
    assert codes(f"Use `{code}` at sea.", "在海上使用它。") == (["LNK003 warning"] if len(code) > 3 else [])
