"""English sentences with their Chinese renderings, made of templates; and faulty ones, from the rules' own examples."""

from __future__ import annotations

from random import Random

from aligncheck.checks import RULES

PLACES = (
    ("harbour", "港口"),
    ("museum", "博物馆"),
    ("library", "图书馆"),
    ("market", "市场"),
    ("station", "车站"),
    ("lighthouse", "灯塔"),
    ("school", "学校"),
    ("bakery", "面包店"),
)
PEOPLE = (
    ("teacher", "老师"),
    ("gardener", "园丁"),
    ("fisherman", "渔夫"),
    ("doctor", "医生"),
    ("carpenter", "木匠"),
    ("captain", "船长"),
    ("baker", "面包师"),
    ("painter", "画家"),
)
THINGS = (
    ("clock", "时钟"),
    ("map", "地图"),
    ("lamp", "灯"),
    ("piano", "钢琴"),
    ("ladder", "梯子"),
    ("window", "窗户"),
    ("bicycle", "自行车"),
    ("umbrella", "雨伞"),
)
TEMPLATES = (
    ("The {p} opens the gate of the {q} every morning.", "{p}每天早上打开{q}的大门。"),
    ("Behind the {q} there is a small garden with apple trees.", "{q}后面有一个种着苹果树的小花园。"),
    ("The {p} bought {n} old books at the {q}.", "{p}在{q}买了{n}本旧书。"),
    ("Nobody knows who built the {q}.", "没有人知道是谁建造了{q}。"),
    ("In winter the {p} repairs the {t} in the cellar.", "冬天，{p}在地下室里修理{t}。"),
    ("The {t} was broken, so the {p} went home.", "{t}坏了，所以{p}回家了。"),
    ("Please put the {t} back on the shelf near the door.", "请把{t}放回门边的架子上。"),
    ("A narrow road leads from the {q} to the river.", "一条窄路从{q}通向河边。"),
    ("The {p} waited {n} minutes in front of the {q}.", "{p}在{q}前面等了{n}分钟。"),
    ("On Sundays the {q} is closed, but the park stays open.", "星期日{q}关门，但公园仍然开放。"),
    ("The {p} painted the {t} blue and the door green.", "{p}把{t}漆成蓝色，把门漆成绿色。"),
    (
        "It rained all night, and the street in front of the {q} was full of water.",
        "雨下了一整夜，{q}前面的街道积满了水。",
    ),
    ("Our neighbour sold the {t} for {n} euros.", "我们的邻居以{n}欧元的价格卖掉了{t}。"),
    ("The children asked the {p} for a story about the sea.", "孩子们请{p}讲一个关于大海的故事。"),
    ("After lunch the {p} reads the newspaper under the old tree.", "午饭后，{p}在老树下看报纸。"),
    ("You can see the mountains from the roof of the {q}.", "从{q}的屋顶可以看到群山。"),
    ("The {p} keeps the key of the {q} in a wooden box.", "{p}把{q}的钥匙放在一个木盒里。"),
    ("Last year {n} visitors came to the {q}.", "去年有{n}名游客来到{q}。"),
    ("The light in the {q} goes out at midnight.", "{q}的灯在午夜熄灭。"),
    ("My sister wrote a long letter to the {p}.", "我姐姐给{p}写了一封长信。"),
    ("There are {n} chairs and a long table in the {q}.", "{q}里有{n}把椅子和一张长桌。"),
    ("The {p} speaks slowly because the room is large.", "因为房间很大，{p}说话很慢。"),
    ("We took a photograph of the {t} before sunset.", "我们在日落前给{t}拍了一张照片。"),
    ("The price of the {t} includes delivery.", "{t}的价格包含运费。"),
)
HEADINGS = (
    ("The {p} and the {t}", "{p}与{t}"),
    ("A day at the {q}", "{q}的一天"),
    ("Behind the {q}", "{q}背后"),
    ("How the {t} was found", "{t}是怎样找到的"),
    ("Letters to the {p}", "写给{p}的信"),
)
Both = tuple[str, str]
"""An English text and its Chinese rendering."""


def filled(template: Both, random: Random) -> Both:
    """A template with words in its places, the same on both sides."""
    place, person, thing = random.choice(PLACES), random.choice(PEOPLE), random.choice(THINGS)
    number = str(random.randint(11, 989))
    english, chinese = (
        text.format(q=place[side], p=person[side], t=thing[side], n=number) for side, text in enumerate(template)
    )
    return english, chinese


def sound(random: Random, sentences: int) -> Both:
    """A paragraph of so many sentences, each rendered as it should be."""
    chosen = [filled(template, random) for template in random.sample(TEMPLATES, sentences)]
    return " ".join(en for en, _ in chosen), "".join(zh for _, zh in chosen)


WHOLE_FILES = {"OMI003", "STR001", "SCR001", "SCR002", "SCR003", "SCR004"}
"""Rules whose examples are a file of their own; those on script judge a text by what most of it is written in."""

FAULTS: tuple[tuple[str, Both], ...] = tuple(
    (rule.code, (example.en, example.zh))
    for rule in RULES
    for example in rule.bad
    if rule.code not in WHOLE_FILES
    and rule.scope not in ("baseline", "drift", "files")
    and not example.zh.startswith("```")
    and not example.terms
)
"""The examples of what rules must find, each with its rule's code."""


def faulty(random: Random, code: str = "") -> Both:
    """A paragraph, or several, with a planted fault."""
    return random.choice([both for rule, both in FAULTS if rule.startswith(code)])
