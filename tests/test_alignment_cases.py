"""Alignments written by hand, and texts of extreme size and shape."""

from __future__ import annotations

import random
import time
import tracemalloc
from collections.abc import Collection, Sequence

import pytest

from aligncheck.alignment import Sentence, align_sentences
from aligncheck.alignment.aligner import align
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Bead

LEXICON = Lexicon.load()
Rung = tuple[tuple[int, ...], tuple[int, ...]]

LETTERS = """
Old Marta had carried the mail through the valley for thirty-one years. | 老玛尔塔在山谷里送了三十一年的信。
She loaded her grey donkey before the sun reached the tower. | 太阳还没照到塔顶，她就给那头灰驴装好了货。
The first house on her way belonged to a widower who grew roses. | 路上的第一户人家是个种玫瑰的鳏夫。
He received few letters, but he always offered her a cup of coffee. | 他收到的信不多，却总要请她喝杯咖啡。
In winter the path froze, and she tied ropes around her boots. | 冬天路面结冰，她就在靴子上缠上绳子。
Once a wolf followed her all the way to the bridge. | 有一次，一只狼一路跟着她走到桥边。
She threw it a piece of bread and sang until it went away. | 她扔给它一块面包，唱着歌，直到它走开。
The children waited at the school gate, hoping for parcels from the city. | 孩子们在校门口等着，盼着城里寄来的包裹。
In the spring of 1987 a flood tore the bridge down. | 1987年春天，一场洪水冲垮了那座桥。
For six weeks no newspaper came into the village. | 整整六个星期，没有一份报纸送进村里。
Marta learned to row, although she could not swim. | 玛尔塔不会游泳，却学会了划船。
The mayor gave her a medal, which she hung on the donkey's neck. | 镇长颁给她一枚奖章，她把它挂在了驴脖子上。
Her daughter wanted her to move to the coast and rest. | 女儿想让她搬到海边去休养。
She answered that the sea had no stairs to climb. | 她回答说，大海可没有台阶可爬。
Last autumn the post office bought a small electric van. | 去年秋天，邮局买了一辆小型电动货车。
The young driver gets lost whenever fog fills the gorge. | 只要峡谷里起雾，那个年轻司机就会迷路。
Then he knocks at her kitchen window and asks for directions. | 这时他便去敲她厨房的窗户问路。
She draws him a map on the back of an old envelope. | 她在旧信封背面给他画一张地图。
The donkey now spends its days under the apple trees. | 那头驴如今整天待在苹果树下。
It still lifts its ears when the van comes up the hill. | 货车上坡的时候，它还是会竖起耳朵。
"""

VIOLINS = """
My uncle repairs violins in a cellar behind the station. | 我叔叔在车站后面的地下室里修小提琴。
The room smells of glue and old wood. | 屋子里有一股胶水和旧木头的气味。
Most of his customers are students. + They pay him in small coins. | 他的顾客多半是学生，付给他的都是些零钱。
He opens each violin with a thin knife, and he writes down every crack in a green notebook. \
| 他用一把薄刀打开每一把小提琴。 + 每一道裂缝他都记在一本绿色的笔记本里。
A famous musician from Vienna once came to see him. | 有一次，一位维也纳的著名音乐家来找他。
She was angry. + She was tired. + Her train left in an hour. | 她又生气又疲倦，火车一个小时后就要开了。
He finished the work in twenty minutes and refused her money. | 他二十分钟就干完了活，还不肯收她的钱。
Years later she sent him two tickets for the opera. | 多年以后，她给他寄来两张歌剧票。
He fell asleep during the second act. | 第二幕演到一半，他就睡着了。
"""

HUT = """
We reached the hut at dusk. | 我们黄昏时到了小屋。
“Is there any firewood left?” asked my brother. | “还有柴火吗？”我弟弟问。
“Yes. + It is behind the stove, next to the bucket.” | “有，在炉子后面，水桶旁边。”
He made a fire while I melted snow for the soup. | 他生火，我化雪煮汤。
The wind shook the shutters all night. | 风整夜摇着百叶窗。
Nobody slept. + At four o'clock we heard bells in the valley. | 谁也没睡着，凌晨四点，我们听见山谷里传来铃声。
My brother put on his coat and went to look. | 弟弟穿上外套出去看。
A herd of goats had gathered around the well. | 一群山羊围在井边。
“Good. + Now we have milk for breakfast,” he said. | “好，这下早饭有奶喝了。”他说。
"""

CODES = """
kf_117(0x1F, 40) → qz-09: 8080/8443 | kf_117(0x1F, 40) → qz-09：8080/8443
jsonb_v3 = wgx.toml & 2.4.1 & rsv_77 | jsonb_v3 = wgx.toml & 2.4.1 & rsv_77
kf_118(0x2A, 55) → qz-10: 9090/9443 | kf_118(0x2A, 55) → qz-10：9090/9443
xtrm_init(77), xtrm_stat(78), xtrm_quit(79) | xtrm_init(77)、xtrm_stat(78)、xtrm_quit(79)
zlr-64 >= 1.8, zlr-32 >= 1.9, zlr-16 >= 2.0 | zlr-64 >= 1.8、zlr-32 >= 1.9、zlr-16 >= 2.0
pcre2 10.42, sqlite3 3.45.1, nghttp2 1.59 | pcre2 10.42、sqlite3 3.45.1、nghttp2 1.59
vhd9/etc/mnt4 → vhd9/usr/mnt5 | vhd9/etc/mnt4 → vhd9/usr/mnt5
tcp/5672, tcp/15672, udp/4789 | tcp/5672、tcp/15672、udp/4789
kf_119(0x3B, 60) → qz-11: 7070/7443 | kf_119(0x3B, 60) → qz-11：7070/7443
sha256: 9f86d081, crc32: 3610a686 | sha256：9f86d081，crc32：3610a686
"""

GARDEN = """
# Growing Tomatoes | # 种番茄
Tomatoes need warmth and patience. | 番茄需要温暖和耐心。
Start the seeds indoors in March. | 三月在室内播种。
## Soil | ## 土壤
Choose loose soil with plenty of compost. | 选择疏松、多堆肥的土壤。
Clay holds too much water. | 黏土含水太多。
## Water | ## 浇水
Water the roots, not the leaves. | 水要浇在根上，不要浇在叶子上。
Once every two days is enough. | 每两天浇一次就够了。
Stop a week before the harvest. | 收获前一周停止浇水。
## Pests | ## 虫害
Snails come at night and eat the young leaves. | 蜗牛夜里来吃嫩叶。
A ring of ash keeps them away. | 撒一圈灰就能挡住它们。
## Harvest | ## 收获
Pick the fruit when it is red and still firm. | 果实变红但还结实的时候采摘。
Never put it in the refrigerator. | 千万别放进冰箱。
"""


def sides(text: str) -> tuple[list[str], list[str], list[Rung]]:
    """The sentences of both sides and the beads: a line holds a bead, ``+`` parts its sentences."""
    source: list[str] = []
    target: list[str] = []
    beads: list[Rung] = []
    for line in text.strip().splitlines():
        left, right = ([part.strip() for part in side.split("+")] for side in line.split(" | "))
        i, j = len(source), len(target)
        beads.append((tuple(range(i, i + len(left))), tuple(range(j, j + len(right)))))
        source, target = source + left, target + right
    return source, target, beads


def plain(lines: Sequence[str], lang: str) -> list[Sentence]:
    return [Sentence(line, lang) for line in lines]


def marked(lines: Sequence[str], lang: str) -> list[Sentence]:
    """Sentences with their blocks: lines with ``#`` are headings, those between them one paragraph."""
    found: list[Sentence] = []
    block = -1
    for line in lines:
        level = len(line) - len(line.lstrip("#"))
        block += bool(level or not found or found[-1].level)
        found.append(Sentence(line.lstrip("# "), lang, block, "heading" if level else "paragraph", level))
    return found


def ladder(beads: Sequence[Bead]) -> list[Rung]:
    return [(bead.source, bead.target) for bead in beads]


def without(items: Sequence[str], lost: Collection[int]) -> list[str]:
    return [item for at, item in enumerate(items) if at not in lost]


def one_to_one(count: int, source: Collection[int], target: Collection[int]) -> list[Rung]:
    """The beads of sentences that answer one another, where some are lost from the source, others from the target."""
    beads: list[Rung] = []
    i = j = 0
    for at in range(count):
        one, two = (i,) if at not in source else (), (j,) if at not in target else ()
        beads.append((one, two))
        i, j = i + len(one), j + len(two)
    return [bead for bead in beads if bead != ((), ())]


@pytest.mark.parametrize("text", [LETTERS, VIOLINS, HUT, CODES], ids=["letters", "violins", "hut", "codes"])
def test_complete_translations(text: str) -> None:
    source, target, beads = sides(text)
    assert ladder(align_sentences(plain(source, "en"), plain(target, "zh"), LEXICON)) == beads
    mirrored = align_sentences(plain(target, "zh"), plain(source, "en"), LEXICON, source_lang="zh")
    assert ladder(mirrored) == [(b, a) for a, b in beads]


LOST = {
    "in the middle": [8], "at the start": [0], "two at the start": [0, 1], "at the end": [19],
    "two at the end": [18, 19], "here and there": [4, 13], "a run of five": [7, 8, 9, 10, 11],
}  # fmt: skip


@pytest.mark.parametrize("lost", LOST.values(), ids=LOST)
@pytest.mark.parametrize("side", ["source", "target"])
def test_sentences_without_counterpart_stand_alone(lost: list[int], side: str) -> None:
    source, target, _ = sides(LETTERS)
    gone: tuple[list[int], list[int]] = (lost, []) if side == "source" else ([], lost)
    left, right = plain(without(source, gone[0]), "en"), plain(without(target, gone[1]), "zh")
    assert ladder(align_sentences(left, right, LEXICON)) == one_to_one(20, *gone)


def test_sentences_missing_on_both_sides() -> None:
    source, target, _ = sides(LETTERS)
    beads = align_sentences(plain(without(source, [5]), "en"), plain(without(target, [12, 16]), "zh"), LEXICON)
    assert ladder(beads) == one_to_one(20, [5], [12, 16])


def test_sentences_that_nothing_may_answer_are_nulls_for_certain() -> None:
    beads = align_sentences(plain(["Yes."], "en"), plain(["对。"], "zh"), LEXICON, corridor=[(0, 0)])
    assert sorted(ladder(beads)) == [((), (0,)), ((0,), ())]
    assert min(bead.confidence for bead in beads) > 0.99


@pytest.mark.parametrize(("lost", "added"), [([3], []), ([], [6]), ([2], [7]), ([0, 1], [9])])
def test_numbers_and_identifiers_alone_show_what_is_missing(lost: list[int], added: list[int]) -> None:
    source, target, _ = sides(CODES)
    left, right = plain(without(source, added), "en"), plain(without(target, lost), "zh")
    assert ladder(align_sentences(left, right, LEXICON)) == one_to_one(10, added, lost)


SECTIONS = {
    "none": [], "the second": [3, 4, 5], "the third": [6, 7, 8, 9], "the last": [13, 14, 15],
    "two in a row": [3, 4, 5, 6, 7, 8, 9], "the text before the first": [1, 2], "a heading": [6],
}  # fmt: skip


@pytest.mark.parametrize("lost", SECTIONS.values(), ids=SECTIONS)
@pytest.mark.parametrize("side", ["source", "target"])
def test_headings_pair_with_headings_when_sections_are_missing(lost: list[int], side: str) -> None:
    source, target, _ = sides(GARDEN)
    gone: tuple[list[int], list[int]] = (lost, []) if side == "source" else ([], lost)
    left, right = marked(without(source, gone[0]), "en"), marked(without(target, gone[1]), "zh")
    assert ladder(align_sentences(left, right, LEXICON)) == one_to_one(16, *gone)


def assert_tiles(beads: Sequence[Bead], n: int, m: int) -> None:
    assert [i for bead in beads for i in bead.source] == list(range(n))
    assert [j for bead in beads for j in bead.target] == list(range(m))


def test_ten_thousand_equal_sentences() -> None:
    start = time.process_time()
    beads = align_sentences([Sentence("Yes.")] * 10_000, [Sentence("是。", "zh")] * 10_000, LEXICON)
    assert ladder(beads) == [((i,), (i,)) for i in range(10_000)]
    assert time.process_time() - start < 60


@pytest.mark.parametrize(("english", "chinese"), [(1, 10_000), (30, 3000), (3000, 30)])
def test_sides_of_very_different_length(english: int, chinese: int) -> None:
    left, right = [Sentence("The door was open.")] * english, [Sentence("门开着。", "zh")] * chinese
    start = time.process_time()
    beads = align_sentences(left, right, LEXICON)
    assert_tiles(beads, english, chinese)
    assert_tiles(align_sentences(right, left, LEXICON, source_lang="zh"), chinese, english)
    alone = sum(not bead.source or not bead.target for bead in beads)
    assert alone > max(english, chinese) * 0.9, "no sentence is merged with a heap of others"
    assert time.process_time() - start < 60


ADJECTIVES = "red 红 small 小 old 旧 heavy 重 wet 湿 cheap 便宜 famous 著名 empty 空 sharp 锋利 round 圆".split()
NOUNS = """table 桌子 horse 马 river 河 teacher 老师 window 窗户 lamp 灯 doctor 医生 mountain 山 book 书 knife 刀
    garden 花园 bridge 桥 ship 船 village 村庄 mirror 镜子 cloud 云 chair 椅子 key 钥匙 letter 信""".split()
VERBS = "sees 看见 buys 买 forgets 忘记 paints 画 carries 搬 follows 跟随 sells 卖 loves 爱 draws 画 finds 找到".split()


def generated(size: int) -> tuple[list[Sentence], list[Sentence]]:
    rng = random.Random(size)
    left, right = [], []
    for _ in range(size):
        words = [(kind, 2 * rng.randrange(len(kind) // 2)) for kind in (ADJECTIVES, NOUNS, VERBS, ADJECTIVES, NOUNS)]
        left.append("The {} {} {} the {} {}.".format(*(kind[at] for kind, at in words)))
        right.append("{}{}{}{}{}。".format(*(kind[at + 1] for kind, at in words)))
    return plain(left, "en"), plain(right, "zh")


def peak(size: int) -> int:
    """Bytes that aligning so many sentences needs at most."""
    left, right = generated(size)
    tracemalloc.start()
    beads = align(left, right, LEXICON)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert_tiles(beads, size, size)
    return most


def test_memory_grows_no_faster_than_the_text() -> None:
    assert peak(4000) < 3 * peak(2000)
