"""Words left in English or in Chinese inside a sentence: what is found, how sure it is, what stays silent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pair_builder import context

from aligncheck.checks import untranslated
from aligncheck.checks._rule import Hit
from aligncheck.lang.zh.loanwords import KEPT

PAIR_RULES = [rule for rule in untranslated.RULES if rule.scope == "pair"]


def hits(en: str, zh: str, source: str = "en") -> list[tuple[str, str, Hit]]:
    """Code and severity of every finding of a pair, with the hit."""
    pair = context(en, zh, source=source)
    return [
        (rule.code, (hit.severity or rule.severity).value, hit) for rule in PAIR_RULES for hit in rule.on_pair(pair)
    ]


def found(en: str, zh: str, source: str = "en") -> list[tuple[str, str]]:
    return [(code, severity) for code, severity, _ in hits(en, zh, source)]


def technical(en: str, zh: str) -> list[str]:
    """Severities in the texts of a program's own interface."""
    pair = context(en, zh)
    pair.document.layout = "units"
    return [(hit.severity or rule.severity).value for rule in PAIR_RULES for hit in rule.on_pair(pair)]


SURE_WORDS = [
    ("The shepherd counted his goats twice.", "牧羊人把goats数了两遍。"),
    ("She has almost finished the quilt.", "她almost缝完了那条被子。"),
    ("However, the well was dry.", "However，井已经干了。"),
    ("Their barn burned down in spring.", "Their谷仓在春天烧毁了。"),
    ("Nobody repaired the fence after the flood.", "洪水过后没有人修 fence。"),
    ("The orchard meanwhile belonged to a widow.", "果园meanwhile归一位寡妇所有。"),
    ("He planted barley behind the chapel.", "他在小教堂后面种了“barley和豆子”。"),
    ("Bring a blanket, because the nights are cold.", "带上一条 blanket，因为夜里很冷。"),
    ("A neighbour lent us his wagon.", "邻居把他的wagon借给了我们。"),
    ("Step 1: immediately close the gate.", "步骤 1：immediately关上大门。"),
    ("Only the shepherd knows where the spring rises.", "只有 shepherd 知道泉水从哪里涌出。"),
    ("The farm is famous for machine weaving.", "这个农场以机器 weaving 闻名。"),
]

CLAUSES = [
    ("We walked home and sang until the moon rose.", "我们 walked home and sang，月亮升起。"),
    ("Dry the herbs in the shade of the barn for a week.", "把草药 in the shade of the barn 晾一周。"),
    ("If the ewe refuses the lamb, keep them in a small pen.", "如果母羊不认羊羔，keep them in a small pen。"),
]

SILENT = {
    "a translation": ("The shepherd counted his goats twice.", "牧羊人把山羊数了两遍。"),
    "a loanword": ("She writes a blog about quilts.", "她写一个关于被子的 blog。"),
    "a gloss in brackets": ("This cheese is called quark.", "这种奶酪叫夸克奶酪（quark）。"),
    "a gloss with an abbreviation": (
        "The index of dryness (IOD) was high.",
        "干燥指数（index of dryness，简称 IOD）很高。",
    ),
    "a word that is spoken of": ("The verb “weave” is irregular.", "动词“weave”是不规则的。"),
    "a word with its own gloss": ("Use the shears on the fleece.", "对羊毛使用 shears（大剪刀）。"),
    "an address": ("See www.barley.example for prices.", "价格见 www.barley.example。"),
    "a file": ("Open the file barley.txt now.", "现在打开 barley.txt。"),
    "an option": ("Use the --fence option here.", "在这里使用 --fence 选项。"),
    "a variable": ("The fence_height is set by hand.", "手动设置 fence_height。"),
    "part of a name": ("We bought seeds from Meadow tools yesterday.", "昨天我们从 Meadow tools 买了种子。"),
    "an unknown word": ("The old word tharf was forgotten.", "人们忘记了 tharf。"),
    "a unit": ("The barn is 12 m long and 30 ft high.", "谷仓长 12 m，高 30 ft。"),
    "a word the source lacks": ("The barn is red.", "谷仓是 scarlet 色的。"),
    "a program": (
        'barn = open("barn.txt") # the barn\nfence = barn.read()\nprint(fence)',
        'barn = open("barn.txt") # 谷仓\nfence = barn.read()\nprint(fence)',
    ),
    "capitals of a name": ("The village of Barley lies in a valley.", "Barley 村坐落在山谷里。"),
    "a surname": ("Mrs Weaver weaves rugs.", "Weaver 太太织地毯。"),
}


@pytest.mark.parametrize(("en", "zh"), SURE_WORDS)
def test_a_common_word_in_plain_text_is_an_error(en: str, zh: str) -> None:
    assert found(en, zh) == [("UNT002", "error")]


@pytest.mark.parametrize(("en", "zh"), CLAUSES)
def test_a_clause_is_an_error(en: str, zh: str) -> None:
    assert found(en, zh) == [("UNT002", "error")]


@pytest.mark.parametrize(("en", "zh"), SILENT.values(), ids=SILENT)
def test_what_may_stay_latin_is_silent(en: str, zh: str) -> None:
    assert found(en, zh) == []


@pytest.mark.parametrize(
    ("en", "zh", "why"),
    [
        ("We will hold a workshop on Monday in the barn.", "周一我们将在谷仓举办一个 workshop。", "in fashion"),
        ("The cursor jumps to the next furrow.", "cursor 会跳到下一条垄沟。", "about computers"),
        ("He drew level 4 on the map.", "他在地图上画了 level 4。", "beside a number"),
        ("Keep the seeds in a jar with rice.", "把种子放在罐子里。jar with rice里存放种子，与米一起。", "copied too"),
        ("Any shepherd can do it.", "任何牧羊人都能做到这一点，只要他是 shepherd。", "translated as well"),
    ],
)
def test_a_word_that_may_be_kept_on_purpose_is_a_warning(en: str, zh: str, why: str) -> None:
    assert found(en, zh) == [("UNT002", "warning")], why


def test_a_term_of_science_that_no_dictionary_lists_is_a_hint() -> None:
    assert found("Rats were given brelodine for a week.", "大鼠服用 brelodine 一周。") == [("UNT002", "info")]


def test_a_technical_document_gets_hints_for_its_terms() -> None:
    assert technical("The shepherd handles each goat.", "shepherd 处理每只山羊。") == ["info"]
    assert technical("A goat map is drawn.", "画出 goat map。") == ["info"]


@pytest.mark.parametrize(
    ("en", "zh", "severity"),
    [
        ("The old fences are kept.", "old fences 会被保留。", "warning"),
        ("Their goats are counted.", "their 山羊已清点。", "warning"),
        ("Count the goats of the shepherd first.", "先清点 goats of the shepherd。", "error"),
    ],
)
def test_what_is_no_term_is_loud_in_technical_text_too(en: str, zh: str, severity: str) -> None:
    assert technical(en, zh) == [severity]


def test_a_piece_of_copy_beside_its_translation_is_a_warning() -> None:
    en = "Keep the wool dry in the barn."
    assert found(en, "羊毛要在谷仓里保持干燥。dry in the barn。") == [("UNT002", "warning")]


@pytest.mark.xfail(strict=True, reason="a common word in quotation marks looks like a word that is spoken of")
def test_a_common_word_left_in_quotation_marks() -> None:
    assert found("The mayor called the plan a “miracle” twice.", "市长两次称这个计划是“miracle”。")


@pytest.mark.xfail(strict=True, reason="capitals in both texts: an animal's name looks like a person's or a firm's")
def test_a_common_name_with_capitals() -> None:
    assert found("A Barn Owl nests in the tower.", "一只 Barn Owl 在塔里筑巢。")


@pytest.mark.parametrize(
    ("en", "zh", "marked"),
    [
        ("The shepherd counted his goats twice.", "牧羊人把goats数了两遍。", "goats"),
        ("Dry the herbs in the shade for a week.", "把草药 in the shade 晾一周。", "in the shade"),
        ("A neighbour lent us his wagon.", "邻居把他的wagon借给了我们。", "wagon"),
    ],
)
def test_both_sides_are_underlined(en: str, zh: str, marked: str) -> None:
    ((_, _, hit),) = hits(en, zh)
    assert [zh[e.start : e.end] for e in hit.target] == [marked]
    assert [en[e.start : e.end] for e in hit.source] == [marked]


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("The tide 图 hangs by the door.", "潮汐图挂在门边。"),
        ("当然 nobody had told the shepherd.", "当然没有人告诉牧羊人。"),
        ("She will 修理 the fence tomorrow.", "她明天修理篱笆。"),
    ],
)
def test_chinese_in_an_english_translation_is_an_error(en: str, zh: str) -> None:
    assert found(en, zh, source="zh") == [("UNT004", "error")]
    assert found(en, zh, source="en") == [("UNT004", "warning")]


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("They drink baijiu (白酒) at the wedding.", "他们在婚礼上喝白酒。"),
        ("The sign says “出口” in red letters.", "牌子上用红字写着“出口”。"),
        ("The character 羊 looks like a ram.", "“羊”字像一头公羊。"),
        ("This soup is called 羊汤 in the north.", "这种汤在北方叫羊汤。"),
        ("Chen Guiying 陈桂英", "陈桂英"),
    ],
)
def test_chinese_that_is_meant_is_silent(en: str, zh: str) -> None:
    assert found(en, zh, source="zh") == []


def test_after_a_capital_chinese_may_be_a_names_own_spelling() -> None:
    en, zh = "We met Chen Guiying 陈桂英 at the market.", "我们在集市上遇见了陈桂英。"
    assert found(en, zh, source="zh") == [("UNT004", "warning")]
    assert found(en, zh, source="en") == []


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("Table 2 lists the herbs.", "Table 2 列出了草药。"),
        ("The herbs are listed in Table 2.", "草药列在Table 2中。"),
        ("Warning: the bull is loose.", "Warning: 公牛跑出来了。"),
        ("The fair opens on August 14, 1951.", "集市于 August 14, 1951 开幕。"),
        ("The fair opened in August 1951.", "集市于August 1951开幕。"),
        ("Milk is collected on Thursday.", "Thursday收牛奶。"),
    ],
)
def test_a_fixed_word_is_found(en: str, zh: str) -> None:
    assert found(en, zh) == [("UNT005", "warning")]


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("Table 2 lists the herbs.", "表2列出了草药。"),
        ("April sells herbs.", "April 卖草药。"),
        ("The sale on Black Friday was quiet.", "Black Friday 的促销很冷清。"),
        ("Section 230 protects them.", "Section 230 保护他们。"),
        ("The book is Smith, Table 2.", "这本书是 Smith, Table 2。"),
        ("He quoted “Warning: Bull” on the gate.", "他引用了门上的“Warning: Bull”。"),
        ("The report (March 2015) names him.", "报告（March 2015）提到了他。"),
    ],
)
def test_names_and_citations_with_such_words_are_silent(en: str, zh: str) -> None:
    assert found(en, zh) == []


@given(st.text(alphabet="的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出，。、", min_size=1, max_size=60))
def test_pure_chinese_is_never_a_finding(zh: str) -> None:
    assert found("The shepherd counted his goats twice in March 1951.", zh) == []


@given(st.sampled_from(sorted(KEPT)))
def test_a_loanword_is_never_a_finding(word: str) -> None:
    assert found(f"We saw a {word} today.", f"我们今天看见了 {word} 。") == []


@given(st.sampled_from(["goats", "barley", "blanket", "orchard", "shepherd", "wagon"]), st.integers(0, 8))
def test_the_place_in_the_sentence_does_not_matter(word: str, at: int) -> None:
    chinese = "昨天我们看见了它们"
    assert found(f"Yesterday we saw the {word}.", f"{chinese[:at]}{word}{chinese[at:]}。") == [("UNT002", "error")]
