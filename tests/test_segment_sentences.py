"""Where sentences end, in either language; every case with the counter-examples that must stay whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aligncheck.formats import read
from aligncheck.lang.en import sentences as english
from aligncheck.lang.zh import sentences as chinese
from aligncheck.segment import segment


def cut(boundaries: Callable[[str, int, int], list[int]], text: str) -> list[str]:
    found, start = [], 0
    for end in boundaries(text, 0, len(text)):
        found.append(text[start:end].strip())
        start = end
    return found


ENGLISH = [
    # abbreviations, initials and titles
    "Dr. Ames met Mrs. Lowe at St. Mary's.| They spoke for an hour.",
    "Use a cache, e.g. Redis, i.e. something fast.| It helps.",
    "The firm Acme Inc. was sold.| Its rival, Brown & Co. Ltd., was not.",
    "He works for Acme Inc.| The pay is good.",
    "It rose in the U.S. and the U.K. last year.",
    "She moved to the U.S.| The winters there are cold.",
    "See Fig. 3 and No. 5 on p. 12.| Then go on.",
    "The answer is no.| Five people left.",
    "J. R. Holt wrote it.| K. Lund drew it.",
    "We chose plan B.| It was cheaper.",
    "The bus leaves at 6 a.m. sharp.| Be there at 5 p.m.| The next one is late.",
    "Lee et al. (2019) showed it.| Others agreed.",
    "Bring pens, paper, etc.| Chairs are provided.",
    "On Jan. 5 and Sept. 12 it rained.",
    "Cats vs. dogs is an old debate.",
    # numbers, versions, addresses
    "It costs 3.50 in version 1.2.3.| Upgrade now.",
    "Visit https://example.com/a.html?q=1.| Then sign in.",
    "Node.js and ASP.NET are fine.",
    "1. Open the lid.| 2. Pour the water.",
    "It happened in 2019.| 42 people saw it.",
    # marks other than a period
    "Really?| Yes!| Good.",
    "Wait... what is that?",
    "He stopped...| Then he ran.",
    "It was over …| Nobody moved.",
    "There is one rule: do not run; walk.",
    # quotes and brackets
    "“Stop.”| “Why?”| He ran.",
    '"Are you in?" Mara asked.| "I am," he said.',
    '"Are you in?" she asked.',
    '"I have been here for years!"| He shook his head.',
    "(This is an aside.)| The main text goes on.",
    "It works (see Sect. 2).| Try it.",
    "The star is a note.*| Next sentence.",
    "A citation follows.[3]| Another sentence.",
    "yahoo! is lower case, and so is e.g. this.",
    "He said 'No.'| Then he left.",
    "line one\n| Line two",
    "broken, \nlines go on",
]

CHINESE = [
    "今天很冷。|我们不出门。",
    "真的吗？|当然！|走吧。",
    "他来了；她走了。",
    "原因有三：一是天气，二是路况。",
    "“走吧。”|“去哪儿？”",
    "他说：“走吧。”|她没有动。",
    "“走吧。”他说。|她没有动。",
    "“走吧。”|他站起身来，向门口走去。",
    "“走吧。”|她问道：“去哪儿？”",
    "他把“真的吗？”写在纸上。",
    "我……我不知道。",
    "后来……谁也没再提起。",
    "“我不知道……”|“你知道。”",
    "他走了（大概是累了。）然后睡了。",
    "（这一句在括号里。）|下一句在外面。",
    "版本是3.14。|价格为2.5元。",
    "用的是ASCII标点.|这是第二句.",
    "他问:真的吗?|我说:真的!|然后就散了。",
    "参数 a?b=c 不是问句。",
    "太慢了......后来就好了。",
    "「你好。」|「再见。」",
    "居然有这种事！！|他愣住了？！|没人说话。",
    "没有句号的段落",
    "第一行\n|第二行",
]


@pytest.mark.parametrize("marked", ENGLISH)
def test_english(marked: str) -> None:
    assert cut(english.boundaries, marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("marked", CHINESE)
def test_chinese(marked: str) -> None:
    assert cut(chinese.boundaries, marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


def test_code_does_not_end_a_sentence() -> None:
    document = read("Call `a.b. C` twice. `Field` is next. 使用 `x。y` 即可。".encode(), "a.md")
    assert [s.text for s in segment(document)] == ["Call a.b. C twice.", "Field is next.", "使用 x。y 即可。"]


def test_a_long_line_without_punctuation_is_one_sentence() -> None:
    document = read(("没有标点" * 25_000).encode(), "a.txt")
    (only,) = segment(document)
    assert len(only.text) == 100_000
