"""Items that a Chinese enumeration lacks: the item is marked, and lists put in another way are let be."""

from __future__ import annotations

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pair_builder import context

from aligncheck.checks._rule import Hit
from aligncheck.checks.completeness import items
from aligncheck.config import Config
from aligncheck.engine import check_file, check_files
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding, Severity
from aligncheck.model.text import Lang

LEXICON = Lexicon.load()
[RULE] = items.RULES


def hits(en: str, zh: str, source: Lang = "en") -> list[Hit]:
    return list(RULE.on_pair(context(en, zh, source=source)))


def missing(en: str, zh: str, source: Lang = "en") -> list[str]:
    """The items said to be missing."""
    found = []
    for hit in hits(en, zh, source):
        english, chinese = (hit.source, hit.target) if source == "en" else (hit.target, hit.source)
        found += [en[e.start : e.end] for e in english]
        assert len(chinese) == 1
        assert "、" in zh[chinese[0].start : chinese[0].end]
    return found


def in_table(*rows: tuple[str, str], select: str = "OMI006") -> tuple[Finding, ...]:
    table = "en\tzh\n" + "".join(f"{en}\t{zh}\n" for en, zh in rows)
    return check_file(read(table.encode(), "p.tsv"), Config(select=tuple(select.split())), LEXICON).findings


OMITTED = [
    (
        "The farm grows apples, pears, cherries and plums.",
        "农场种植苹果、梨、樱桃和李子。",
        "农场种植苹果、梨和李子。",
        "cherries",
    ),
    (
        "Bring a tent, a sleeping bag, a lamp, and a map.",
        "请带上帐篷、睡袋、灯和地图。",
        "请带上帐篷、睡袋和灯。",
        "a map",
    ),
    (
        "The zoo keeps lions, tigers, elephants, zebras and bears.",
        "动物园里有狮子、老虎、大象、斑马和熊。",
        "动物园里有狮子、老虎、大象和熊。",
        "zebras",
    ),
    (
        "She speaks German, Polish, Turkish and Korean.",
        "她会说德语、波兰语、土耳其语和韩语。",
        "她会说德语、波兰语和韩语。",
        "Turkish",
    ),
    (
        "The soup contains onions, carrots, potatoes, celery and salt.",
        "汤里有洋葱、胡萝卜、土豆、芹菜和盐。",
        "汤里有洋葱、胡萝卜、芹菜和盐。",
        "potatoes",
    ),
    (
        "He plays the piano, the violin, the flute and the drum.",
        "他会弹钢琴、小提琴、长笛和鼓。",
        "他会弹钢琴、小提琴和鼓。",
        "the flute",
    ),
    (
        "Offices are in London, Paris, Berlin and Madrid.",
        "办事处设在伦敦、巴黎、柏林和马德里。",
        "办事处设在伦敦、巴黎和马德里。",
        "Berlin",
    ),
    (
        "The drawer held scissors, needles, thread, buttons and wool.",
        "抽屉里有剪刀、针、线、纽扣和羊毛。",
        "抽屉里有剪刀、针、线和羊毛。",
        "buttons",
    ),
    (
        "Rivers, lakes, forests or mountains cover the whole region.",
        "河流、湖泊、森林或山脉覆盖了整个地区。",
        "河流、湖泊或山脉覆盖了整个地区。",
        "forests",
    ),
    (
        "We sell coffee, tea, milk, juice and beer.",
        "我们出售咖啡、茶、牛奶、果汁和啤酒。",
        "我们出售咖啡、茶、果汁和啤酒。",
        "milk",
    ),
    ("The flag is red, white, green and yellow.", "旗帜是红、白、绿、黄四色。", "旗帜是红、白、黄三色。", "green"),
    (
        "Teachers, nurses, farmers and soldiers signed the letter.",
        "教师、护士、农民和士兵签署了这封信。",
        "教师、护士和士兵签署了这封信。",
        "farmers",
    ),
    (
        "The museum shows coins, swords, maps, clocks and masks.",
        "博物馆展出硬币、剑、地图、钟表和面具。",
        "博物馆展出硬币、剑、地图和钟表。",
        "masks",
    ),
    (
        "In the box lay a ring, a key, a photograph and a letter.",
        "盒子里有一枚戒指、一把钥匙、一张照片和一封信。",
        "盒子里有一枚戒指、一把钥匙和一封信。",
        "a photograph",
    ),
    (
        "The store, the garage, the stable and the mill burned down.",
        "商店、车库、马厩和磨坊都烧毁了。",
        "商店、车库和磨坊都烧毁了。",
        "the stable",
    ),
]
"""English, the whole list, the list that lacks an item, and the item."""

OTHERWISE = [
    ("Doctors, nurses, men and women alike came.", "医生、护士，男男女女都来了。"),
    ("The wind, the rain and the cold kept us at home.", "风雨和寒冷把我们困在家里。"),
    ("Cats, dogs, horses and cows live here.", "猫、狗、牛马都住在这里。"),
    ("We grow wheat, barley, oats and rye.", "我们种小麦、大麦等谷物。"),
    ("The parents, children, uncles and aunts came.", "父母、孩子、叔叔阿姨都来了。"),
    ("Knives, forks and spoons are in the drawer.", "刀叉、勺子在抽屉里。"),
    ("He read, wrote, slept and ate.", "他读书、写字、吃饭、睡觉。"),
    ("You can add, remove, move or rename files.", "可以添加、删除、移动或重命名文件。"),
    ("Red, green and blue lamps", "红、绿、蓝灯"),
    ("He sold apples, pears and, of course, plums.", "他卖苹果、梨，当然还有李子。"),
    ("Beijing, Shanghai, Tianjin and Chongqing are cities.", "京、津、沪、渝是城市。"),
    ("On Monday, Tuesday and Wednesday the shop is shut.", "星期一、二、三商店不开门。"),
    ("Tom, Ann, Bob and Joe left.", "汤姆、安、鲍勃和乔走了。"),
    ("I, you and he", "我、你和他"),
    ("Use HTTP, FTP, SSH or TCP.", "使用HTTP、FTP、SSH或TCP。"),
    ("Nuts, milk, eggs and fish may cause allergies.", "坚果、牛奶、鸡蛋、鱼都可能引起过敏。"),
    ("Oil, gas, coal and timber prices fell.", "油气、煤炭和木材价格下跌。"),
    ("Please wash, peel and slice the carrots, onions and potatoes.", "请将胡萝卜、洋葱和土豆洗净、去皮、切片。"),
    ("The board, led by Ms. Ode, met in Rome, Oslo and Bern.", "奥德女士的董事会在罗马、奥斯陆和伯尔尼开会。"),
    ("The farm sold 1,200 apples, pears and plums.", "农场卖出一千二百个苹果、梨和李子。"),
    ("A knife, a fork and a spoon", "一把刀和一把勺"),
    ("Apples, pears, cherries and plums", "农场种植苹果，梨，李子。"),
    ("Apples and pears", "苹果、梨"),
    ("The farm is old.", "农场、果园、磨坊都很旧。"),
    (", ,, and", "、、"),
]


@pytest.mark.parametrize(("en", "whole", "zh", "item"), OMITTED, ids=range(len(OMITTED)))
@pytest.mark.parametrize("source", ["en", "zh"])
def test_a_missing_item(en: str, whole: str, zh: str, item: str, source: Lang) -> None:
    assert missing(en, whole, source) == []
    assert missing(en, zh, source) == [item]


@pytest.mark.parametrize(("en", "zh"), OTHERWISE, ids=range(len(OTHERWISE)))
def test_lists_put_in_another_way(en: str, zh: str) -> None:
    assert missing(en, zh) == []


@pytest.mark.parametrize(("en", "whole", "zh", "item"), OMITTED, ids=range(len(OMITTED)))
def test_traditional_characters_change_nothing(en: str, whole: str, zh: str, item: str) -> None:
    convert = opencc.OpenCC("s2t").convert
    assert missing(en, convert(whole)) == []
    assert missing(en, convert(zh)) == [item]


def test_it_warns_and_is_surer_of_a_list_of_commas() -> None:
    [with_and] = in_table(("We sell coffee, tea, milk and beer.", "我们出售咖啡、茶和啤酒。"))
    [commas] = in_table(("We sell coffee, tea, milk and beer.", "我们出售咖啡、茶、啤酒。"))
    assert with_and.severity is commas.severity is Severity.WARNING
    assert with_and.confidence < commas.confidence < 1


def test_the_message_names_both_numbers_and_the_item() -> None:
    [hit] = hits("We sell coffee, tea, milk and beer.", "我们出售咖啡、茶和啤酒。")
    assert hit.message == "The English lists 4 items, the Chinese 3: “milk” has no counterpart."
    assert hit.key == "coffee, tea, milk and beer"


def test_two_missing_items_are_one_finding() -> None:
    en = "The zoo keeps lions, tigers, elephants, zebras and bears."
    [hit] = hits(en, "动物园里有狮子、大象和熊。")
    assert [en[e.start : e.end] for e in hit.source] == ["tigers", "zebras"]
    assert hit.key == en[en.index("lions") : -1]
    assert "“tigers” and “zebras” have no counterpart" in hit.message


def test_neither_most_of_a_list_nor_its_first_item_is_said_to_be_missing() -> None:
    assert missing("The zoo keeps lions, tigers, elephants, zebras and bears.", "动物园里有狮子、熊。") == []
    assert missing("The zoo keeps lions, tigers, elephants and bears.", "动物园里有老虎、大象和熊。") == []


def test_two_lists_are_compared_each_with_its_own() -> None:
    en = "Apples, pears, cherries and plums grow here; lions, tigers, zebras and bears live there."
    fruit, animals = "这里长着苹果、梨、樱桃和李子", "那里住着狮子、老虎、斑马和熊"
    assert missing(en, f"{fruit}；{animals}。") == []
    assert missing(en, f"{fruit.replace('樱桃和', '')}；{animals}。".replace("、李子", "和李子")) == ["cherries"]
    assert missing(en, f"{fruit}；{animals.replace('、斑马', '')}。") == ["zebras"]


MARKED = [
    ("Use `apples, pears, cherries and plums` here, now and there.", "在这里、那里使用`苹果`。"),
    ("Use {apples}, {pears}, {cherries} and {plums}.", "使用{apples}、{pears}和{plums}。"),
]


@pytest.mark.parametrize(("en", "zh"), MARKED)
def test_code_and_placeholders_are_no_items(en: str, zh: str) -> None:
    files = read(f"{en}\n".encode(), "page.en.md"), read(f"{zh}\n".encode(), "page.zh.md")
    assert not check_files(*files, Config(select=("OMI006",)), LEXICON).findings
    assert not in_table((en, zh))


@pytest.mark.parametrize("en", [row[0] for row in OMITTED[:3]])
def test_a_copied_text_lacks_nothing(en: str) -> None:
    assert missing(en, en) == []
    assert missing(en, en.replace(",", "、")) == []


def test_places_hold_behind_a_dotted_capital() -> None:
    en, _, zh, item = OMITTED[0]
    assert missing(f"İİİİ: {en}", f"İİİİ：{zh}") == [item]


@pytest.mark.xfail(strict=True, reason="a word put together of two items is taken for one of them")
def test_two_items_in_one_word() -> None:
    assert missing("Students, staff, alumni and visitors are welcome.", "欢迎师生、校友和访客。") == []


def test_an_acronym_that_is_missing() -> None:
    assert missing("Use HTTP, FTP, SSH or TCP.", "使用HTTP、FTP或TCP。") == ["SSH"]


def test_a_number_lost_with_its_item_is_one_finding() -> None:
    row = ("The zoo keeps lions, tigers, 14 elephants and bears.", "动物园里有狮子、老虎和熊。")
    assert [f.code for f in in_table(row)] == ["OMI006"]
    assert {f.code for f in in_table(row, select="NUM")}
    [one] = in_table(row, select="NUM OMI")
    assert one.code == "OMI006"
    assert one.severity is max((f.severity for f in in_table(row, select="NUM")), key=lambda s: s.rank)
    assert [s.text for s in one.source_spans] == ["14 elephants"]


def test_an_item_speaks_for_the_clause_within_it() -> None:
    assert "OMI004" in RULE.speaks_for
    for en, _, zh, _ in OMITTED:
        codes = [f.code for f in in_table((en, zh), select="OMI")]
        assert codes.count("OMI006") == 1
        assert len(codes) == 1, codes


UNRELATED = (
    ("The kettle is on the stove.", "水壶在炉子上。"),
    ("Nobody closed the window.", "没有人关窗。"),
    ("The parrot learned four words in a week.", "鹦鹉一周学会了四个词。"),
)


@given(st.lists(st.sampled_from(UNRELATED), max_size=5), st.sampled_from(OMITTED), st.integers(0, 5))
@settings(deadline=None, max_examples=25)
def test_unrelated_text_changes_no_finding(
    others: list[tuple[str, str]], row: tuple[str, str, str, str], at: int
) -> None:
    pair = (row[0], row[2])
    [before] = in_table(pair)
    [after] = in_table(*others[:at], pair, *others[at:])
    assert after.fingerprint == before.fingerprint
    assert [s.text for s in after.source_spans] == [row[3]]


THINGS = [
    ("apples", "苹果"), ("lions", "狮子"), ("coins", "硬币"), ("blankets", "毯子"), ("potatoes", "土豆"),
    ("scissors", "剪刀"), ("umbrellas", "雨伞"), ("elephants", "大象"), ("bicycles", "自行车"), ("candles", "蜡烛"),
]  # fmt: skip


@given(st.permutations(THINGS), st.integers(4, 8), st.data(), st.sampled_from(["和", "、", "以及"]))
@settings(deadline=None, max_examples=60)
def test_whatever_is_left_out_is_found(
    order: list[tuple[str, str]], size: int, data: st.DataObject, joint: str
) -> None:
    """Any item but the first, of any list of things that the dictionary knows."""
    listed = order[:size]
    out = data.draw(st.integers(1, size - 1))
    names = [en for en, _ in listed]
    en = f"We sell {', '.join(names[:-1])} and {names[-1]}."
    whole = [zh for _, zh in listed]
    kept = whole[:out] + whole[out + 1 :]
    assert missing(en, f"我们出售{'、'.join(whole[:-1])}{joint}{whole[-1]}。") == []
    assert missing(en, f"我们出售{'、'.join(kept[:-1])}{joint}{kept[-1]}。") == [names[out]]


NOISE_EN = st.lists(st.sampled_from("tea , , and milk apples lions or İ 1,200 . ( ) the sold".split()), min_size=1)
NOISE_ZH = st.lists(st.sampled_from("茶 、 、 和 牛奶 苹果 狮子 ， 或 İ 1200 。 （ ） 卖".split()), min_size=1)


@given(NOISE_EN.map(" ".join), NOISE_ZH.map("".join), st.sampled_from(["en", "zh"]))
@settings(deadline=None)
def test_any_pair_has_spans_within_its_texts(en: str, zh: str, source: Lang) -> None:
    for hit in hits(en, zh, source):
        sides = (en, zh) if source == "en" else (zh, en)
        for text, spans in zip(sides, (hit.source, hit.target), strict=True):
            assert all(0 <= e.start < e.end <= len(text) for e in spans)
