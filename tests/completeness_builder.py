"""Builds a handbook with parts left out and checks it as two files, for tests of completeness."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from aligncheck.config import Config
from aligncheck.engine import check_files
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Finding

LEXICON = Lexicon.load()
SECTIONS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("Hiring a boat", "租船"),
        ("Bring your passport and 40 euros in cash.", "请带上护照和40欧元现金。"),
        ("The clerk writes your name into the green book.", "职员会把你的名字写进绿色的本子里。"),
    ),
    (
        ("Before you leave", "出发之前"),
        ("Check that the tank is full of petrol.", "检查油箱里是否装满了汽油。"),
        ("Count the life jackets under the bench.", "数一数长凳下面的救生衣。"),
        ("Children must wear a whistle around the neck.", "儿童必须在脖子上挂一个哨子。"),
    ),
    (
        ("On the lake", "在湖上"),
        ("Fishermen have the right of way near the island.", "在岛屿附近，渔民享有优先通行权。"),
        ("Swans become angry when a motor is loud.", "马达声音很大时，天鹅会生气。"),
    ),
    (
        ("When the weather turns", "天气变化时"),
        ("An orange lamp on the church tower warns of storms.", "教堂塔楼上的橙色灯警告暴风雨即将来临。"),
        ("Row to the nearest bank and wait under the trees.", "划到最近的岸边，在树下等待。"),
    ),
    (
        ("Coming back", "返回"),
        ("Tie both ropes to the iron rings of the pier.", "把两根绳子系在码头的铁环上。"),
        ("Hand the key to the woman in the kiosk.", "把钥匙交给售货亭里的女士。"),
    ),
)
Name = tuple[int, int]


def page(lang: str, lost: Collection[Name] = ()) -> str:
    """The handbook in a language, without the sentences named by section and position."""
    which = 0 if lang == "en" else 1
    return "\n\n".join(
        ("## " if n == 0 else "") + sentence[which]
        for section, sentences in enumerate(SECTIONS)
        for n, sentence in enumerate(sentences)
        if (section, n) not in lost
    )


def found(english: str, chinese: str, suffix: str = "md", source: str = "en") -> list[Finding]:
    texts = {"en": english, "zh": chinese}
    target = "zh" if source == "en" else "en"
    left, right = (
        read(texts[lang].encode("utf-8"), f"{name}.{suffix}") for name, lang in (("a", source), ("b", target))
    )
    config = Config(source=source, select=("OMI001", "OMI002", "OMI003"))
    return list(check_files(left, right, config, LEXICON).findings)


def told(findings: Sequence[Finding]) -> list[tuple[str, str, str]]:
    return [(f.code, f.severity.value, f.message) for f in findings]


def whole(*sections: int) -> set[Name]:
    return {(section, n) for section in sections for n in range(len(SECTIONS[section]))}
