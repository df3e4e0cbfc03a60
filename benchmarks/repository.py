"""Writes a made-up documentation repository, English pages and their Chinese translations, to measure whole runs on.

Every page is a function of the seed and its number. Sentences are put together from parts given in both languages, so
that the aligner meets words it knows, words it does not, numbers, dates, code and links; about one sentence in eighty
has a planted fault. Nothing is copied from anywhere.
"""

from __future__ import annotations

import random
from pathlib import Path

Text = tuple[str, str]
"""The same thing in English and in Chinese."""

THINGS: tuple[Text, ...] = tuple(
    (en.strip(), zh.strip())
    for en, zh in (
        line.split("=")
        for line in """server=服务器
database=数据库;cache=缓存;scheduler=调度器;gateway=网关;certificate=证书
password=密码;backup=备份;log file=日志文件;network=网络;firewall=防火墙;container=容器;cluster=集群
queue=队列;index=索引
browser=浏览器;printer=打印机;keyboard=键盘;battery=电池;camera=摄像头;sensor=传感器;engine=发动机;pump=水泵;valve=阀门
filter=过滤器
library=图书馆;museum=博物馆;harbour=港口;bridge=大桥;railway=铁路;factory=工厂;warehouse=仓库;laboratory=实验室
contract=合同;invoice=发票;budget=预算;report=报告;survey=调查;translation=译文;dictionary=词典;manual=手册
farmer=农民;engineer=工程师;teacher=教师;student=学生;doctor=医生;customer=客户;editor=编辑;administrator=管理员""".replace(
            "\n", ";"
        ).split(";")
    )
)
DEEDS: tuple[Text, ...] = tuple(
    (en.strip(), zh.strip())
    for en, zh in (
        line.split("=")
        for line in """checks=检查;replaces=更换;repairs=修理;protects=保护;measures=测量;records=记录;deletes=删除
copies=复制;encrypts=加密;compares=比较;restores=恢复;moves=移动;opens=打开;closes=关闭;inspects=检验;prints=打印;sorts=整理
publishes=发布;translates=翻译;describes=描述;controls=控制;supports=支持;stops=停止;starts=启动""".replace(
            "\n", ";"
        ).split(";")
    )
)
WHENS: tuple[Text, ...] = (
    ("every morning", "每天早上"), ("before the meeting", "会议之前"), ("after the upgrade", "升级之后"),
    ("during the night", "夜间"), ("once a week", "每周一次"), ("in winter", "冬天"), ("without warning", "毫无预警地"),
    ("at the same time", "同时"), ("as soon as possible", "尽快"), ("in the new building", "在新大楼里"),
)  # fmt: skip
REASONS: tuple[Text, ...] = (
    ("because the disk is full", "因为磁盘已满"), ("because the old version is no longer safe", "因为旧版本不再安全"),
    ("although nobody asked for it", "尽管没有人提出要求"), ("unless the owner refuses", "除非所有者拒绝"),
    ("if the temperature rises", "如果温度升高"), ("so that no data is lost", "以免丢失数据"),
    ("until the water level falls", "直到水位下降"), ("while the guests are waiting", "在客人等候期间"),
)  # fmt: skip
CITIES: tuple[Text, ...] = (
    ("Shanghai", "上海"), ("Beijing", "北京"), ("London", "伦敦"), ("Guangzhou", "广州"), ("Paris", "巴黎"),
    ("Chengdu", "成都"), ("Berlin", "柏林"), ("Singapore", "新加坡"), ("Nanjing", "南京"), ("Sydney", "悉尼"),
)  # fmt: skip
MONTHS = "January February March April May June July August September October November December".split()


class Page:
    """One page being written: both texts, block by block, and how many sentences they hold."""

    def __init__(self, number: int, seed: int, pages: int) -> None:
        self.random = random.Random(seed * 1_000_003 + number)
        self.number, self.pages = number, pages
        self.blocks: list[Text] = []
        self.sentences = 0

    def write(self) -> None:
        """Between 20 and 60 sentences in sections of paragraphs, lists, tables and code."""
        wanted = self.random.randint(20, 60)
        self._heading("#")
        while self.sentences < wanted:
            if self.random.random() < 0.25:
                self._heading("##")
            self.random.choice(
                (self._paragraph, self._paragraph, self._paragraph, self._list, self._table, self._code)
            )()

    def text(self, side: int) -> str:
        """The whole page in English (0) or Chinese (1)."""
        return "\n\n".join(block[side] for block in self.blocks if block[side]) + "\n"

    def sentence(self) -> Text:
        """One sentence, now and then with a fault in the Chinese."""
        self.sentences += 1
        kinds = (self._because, self._counted, self._dated, self._coded, self._linked, self._forbidden)
        en, zh = self.random.choice((self._plain, self._plain, *kinds))()
        fault = self.random.random()
        if fault < 0.004:
            zh = en
        elif fault < 0.008:
            zh = ""
        elif fault < 0.012:
            zh = zh.replace("不得", "可以").replace("1", "7")
        return en, zh

    def _noun(self) -> Text:
        return self.random.choice(THINGS)

    def _clause(self) -> Text:
        actor, deed, object_ = self._noun(), self.random.choice(DEEDS), self._noun()
        return f"the {actor[0]} {deed[0]} the {object_[0]}", f"{actor[1]}{deed[1]}{object_[1]}"

    def _plain(self) -> Text:
        (en, zh), when = self._clause(), self.random.choice(WHENS)
        return f"{_upper(en)} {when[0]}.", f"{when[1]}，{zh}。"

    def _because(self) -> Text:
        (en, zh), why = self._clause(), self.random.choice(REASONS)
        return f"{_upper(en)} {why[0]}.", f"{why[1]}，{zh}。"

    def _counted(self) -> Text:
        (en, zh), city, count = self._clause(), self.random.choice(CITIES), self.random.randint(11, 90_000)
        return f"In {city[0]}, {en} for {count:,} people.", f"在{city[1]}，{zh}，涉及{count}人。"

    def _dated(self) -> Text:
        en, zh = self._clause()
        year, month, day = self.random.randint(1950, 2026), self.random.randint(1, 12), self.random.randint(1, 28)
        share = self.random.randint(2, 98)
        return (
            f"Since {MONTHS[month - 1]} {day}, {year}, {en} in {share}% of all cases.",
            f"自{year}年{month}月{day}日以来，{share}%的情况下{zh}。",
        )

    def _coded(self) -> Text:
        en, zh = self._clause()
        option = f"`--{self.random.choice(('depth', 'limit', 'retries', 'size'))}={self.random.randint(1, 512)}`"
        return f"With {option}, {en}.", f"使用 {option} 时，{zh}。"

    def _linked(self) -> Text:
        (en, zh), other = self._clause(), self.random.randrange(self.pages)
        address = f"page-{other:04}.md"
        return f"{_upper(en)}, as [page {other}]({address}) explains.", f"如[第 {other} 页]({address})所述，{zh}。"

    def _forbidden(self) -> Text:
        actor, object_ = self._noun(), self._noun()
        return f"The {actor[0]} must not touch the {object_[0]}.", f"{actor[1]}不得接触{object_[1]}。"

    def _heading(self, mark: str) -> None:
        one, two = self._noun(), self._noun()
        self.blocks.append((f"{mark} The {one[0]} and the {two[0]}", f"{mark} {one[1]}与{two[1]}"))

    def _paragraph(self) -> None:
        made = [self.sentence() for _ in range(self.random.randint(2, 5))]
        self.blocks.append((" ".join(en for en, _ in made), "".join(zh for _, zh in made)))

    def _list(self) -> None:
        made = [self.sentence() for _ in range(self.random.randint(2, 5))]
        self.blocks.append(("\n".join(f"- {en}" for en, _ in made), "\n".join(f"- {zh}" for _, zh in made if zh)))

    def _table(self) -> None:
        head = "| Part | Count | Note |\n|---|---|---|", "| 部件 | 数量 | 说明 |\n|---|---|---|"
        rows = []
        for _ in range(self.random.randint(2, 4)):
            noun, count, (en, zh) = self._noun(), self.random.randint(1, 400), self.sentence()
            rows.append((f"| {noun[0]} | {count} | {en} |", f"| {noun[1]} | {count} | {zh} |"))
        self.blocks.append(tuple("\n".join((head[side], *(row[side] for row in rows))) for side in (0, 1)))  # type: ignore[arg-type]

    def _code(self) -> None:
        block = f"```sh\nrun --page {self.number} --seed {self.random.randint(1, 999)}\n```"
        self.blocks.append((block, block))


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def write_repository(root: Path, pages: int, seed: int = 1) -> int:
    """Write ``docs/en/…`` and ``docs/zh/…`` under ``root``, in folders of 50 pages; returns the number of sentences."""
    (root / ".git").mkdir(parents=True, exist_ok=True)
    (root / ".gitignore").write_text("reports/\nbuild/\n*.tmp\n", encoding="utf-8")
    sentences = 0
    for number in range(pages):
        page = Page(number, seed, pages)
        page.write()
        sentences += page.sentences
        for side, language in enumerate(("en", "zh")):
            path = root / "docs" / language / f"part-{number // 50:02}" / f"page-{number:04}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page.text(side), encoding="utf-8")
    return sentences


def edit(root: Path, number: int, turn: int) -> None:
    """Change one sentence of a Chinese page, as an author would."""
    path = root / "docs" / "zh" / f"part-{number // 50:02}" / f"page-{number:04}.md"
    path.write_text(path.read_text(encoding="utf-8") + f"\n管理员第 {turn} 次检查服务器。\n", encoding="utf-8")
