"""Reports to try the writers on: texts made up for the purpose, a clean one, a hostile one, a long one."""

from __future__ import annotations

from report_builder import Evidence, Fault, Line, build

from aligncheck.model.report import Report, Severity, Status


def _number(message: str, en: Evidence, zh: Evidence, confidence: float = 0.95) -> Fault:
    return Fault("NUM001", "number-mismatch", Severity.ERROR, message, (en,), (zh,), confidence)


OMITTED = "The stairs are closed when the wind passes force eight."

_OPENING = (
    Line("The Lighthouse Museum at Skarn Point", "斯卡恩角灯塔博物馆", level=1),
    Line(
        "The lighthouse was first lit on October 14, 1871, and has guided ships past the reef ever since.",
        "灯塔于1871年11月14日首次点亮，此后一直指引船只绕过礁石。",
        (
            Fault(
                "DAT001",
                "date-mismatch",
                Severity.ERROR,
                "October 14, 1871 is rendered as 1871年11月14日: the month differs.",
                (("October 14, 1871", "1871-10-14"),),
                (("1871年11月14日", "1871-11-14"),),
                0.99,
            ),
        ),
    ),
    Line("Its keepers lived here with their families until 1984.", "守塔人和家人一直住在这里，直到1984年。"),
    Line("Today the house belongs to the town.", "如今这座房子归镇上所有。"),
)

_VISITING = (
    Line("Visiting", "参观指南", level=2),
    Line("The museum is open from April to October, every day but Monday.", "博物馆四月至十月开放，周一闭馆。"),
    Line(
        "Some 2.4 million visitors have climbed the 168 steps to the lantern room.",
        "已有约24万名游客登上通往灯室的168级台阶。",
        (
            _number(
                "2.4 million is 2,400,000, but 24万 is 240,000: ten times too small.",
                ("2.4 million", "2400000"),
                ("24万", "240000"),
                confidence=0.99,
            ),
        ),
    ),
    Line(
        OMITTED,
        None,
        (
            Fault(
                "OMI001",
                "sentence-omitted",
                Severity.ERROR,
                "This sentence has no rendering; it would stand between lines 13 and 15.",
                ((OMITTED, None),),
                confidence=0.93,
            ),
        ),
    ),
    Line(
        "Children under six come in free. School classes should book two weeks ahead.",
        "六岁以下儿童免费入场，学校团体请提前两周预约。",
        type="2-1",
    ),
    Line(
        "Tickets are sold at the gate, or by the keeper when the gate is closed.",
        "门票在大门处出售；大门关闭时可向 keeper 购买。",
        (
            Fault(
                "UNT002",
                "words-untranslated",
                Severity.WARNING,
                "The English word “keeper” is left as it is.",
                (("keeper", None),),
                (("keeper", None),),
                0.81,
            ),
        ),
    ),
)

_LAMP = (
    Line("The lamp", "灯器", level=2),
    Line(
        "The lens was ground in 1869 and weighs almost four tonnes.",
        "透镜磨制于1869年，重近四吨。",
    ),
    Line(
        None,
        "透镜的每一面都由手工打磨。",
        (
            Fault(
                "OMI002",
                "sentence-added",
                Severity.WARNING,
                "This sentence answers to nothing in the source.",
                (),
                (("透镜的每一面都由手工打磨。", None),),
                0.78,
            ),
        ),
    ),
    Line("It turned on a bath of mercury.", "它在水银槽上转动。", confidence=0.52),
    Line(
        "A second lamp of 250 watts stands by in case the first one fails.",
        "备有一盏250瓦的灯,以防主灯失灵。",
        (
            Fault(
                "PUN002",
                "half-width-punctuation",
                Severity.INFO,
                "A half-width comma stands in Chinese text.",
                (),
                ((",", None),),
                0.9,
                Status.BASELINED,
            ),
        ),
    ),
    Line("On a clear night the beam is seen 21 nautical miles away.", "晴朗的夜晚，光束在21海里外仍清晰可见。"),
)


def lighthouse() -> Report:
    """A museum's leaflet in Simplified Chinese, with one fault of most kinds."""
    return build(
        "leaflets/lighthouse.md",
        [
            *_OPENING,
            *_VISITING,
            *_LAMP,
            *(
                Line(None, zh, stretch=True)
                for zh in ("版权归斯卡恩镇所有。", "未经许可不得转载。", "如有疑问请致信镇公所。")
            ),
        ],
        on_document=(
            Fault(
                "STR003",
                "heading-count",
                Severity.INFO,
                "The source has 3 headings and the translation has 3, but their levels differ in one place.",
                confidence=0.7,
            ),
        ),
        notes=("The encoding was taken to be GB18030.",),
    )


def ferry() -> Report:
    """A ferry's timetable in Traditional Chinese, with headings of three levels and one fault on two spans."""
    return build(
        "timetables/ferry.zh-Hant.md",
        [
            Line("Island ferry: winter timetable", "離島渡輪冬季時刻表", level=1),
            Line("Sailings", "班次", level=2),
            Line("Weekdays", "平日", level=3),
            Line(
                "The first ferry leaves the harbour at 6:40 a.m. and the last one at 9:15 p.m.",
                "首班渡輪上午6時40分離港，末班晚上8時15分開出。",
                (
                    Fault(
                        "DAT002",
                        "time-mismatch",
                        Severity.ERROR,
                        "9:15 p.m. is 21:15, but 晚上8時15分 is 20:15.",
                        (("9:15 p.m.", "21:15"),),
                        (("晚上8時15分", "20:15"),),
                    ),
                ),
            ),
            Line("The crossing takes thirty-five minutes in fair weather.", "天氣良好時，航程需三十五分鐘。"),
            Line("Weekends", "週末", level=3),
            Line("On Sundays the ferry calls at Heron Cove as well.", "星期日渡輪亦停靠鷺鷥灣。"),
            Line("Fares", "票價", level=2),
            Line(
                "A single ticket costs $12; a book of ten costs $95.",
                "單程票12元；十張本票95元。",
            ),
            Line("Bicycles travel free, but only on the lower deck.", "自行車免費，但只可停放於下層甲板。"),
            Line("Dogs are welcome on a lead.", "歡迎攜帶繫繩的狗隻。"),
        ],
        script="Hant",
    )


def dunes() -> Report:
    """A clause that the check found no rendering of, though it has one; and a comment that covers nothing."""
    left_out = Fault(
        "OMI003", "clause-omitted", Severity.WARNING, "No rendering of a clause.", (("out of the wind", None),)
    )
    unused = Fault("SUP001", "unused-suppression", Severity.INFO, "It covers nothing.")
    known = Fault("NUM001", "number-mismatch", Severity.ERROR, "3 and 4.", (("three", "3"),), status=Status.BASELINED)
    return build(
        "walks/dunes.md",
        [
            Line(
                "Lie down out of the wind and wait for the three seals.", "躺在背风处，等海豹出现。", (left_out, known)
            ),
            Line("They come at dusk.", "它们在黄昏时出现。"),
        ],
        on_document=(unused,),
    )


def clean() -> Report:
    """A document without findings."""
    return build(
        "notes/garden.md",
        [
            Line(
                "The walled garden", "圍牆花園".translate({ord("圍"): "围", ord("牆"): "墙", ord("園"): "园"}), level=1
            ),
            Line("Pears ripen against the south wall.", "梨子在南墙边成熟。"),
            Line("The gate is never locked.", "园门从不上锁。"),
        ],
    )


HOSTILE = (
    "<script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "]]> --> </style></script></title><svg onload=alert(1)>",
    "a\u2028b\u2029c\u202egpj.exe\u202c d\u2066e\u2069",
    "zero\u200bwidth\u200djoiner\ufeffmark\u00adhyphen\x00null\x1b[31mred\x07",
    "{{ 7*7 }} {% raw %} &amp; &#x3c;b&#x3e;",
    "[click](javascript:alert(1)) \"' onmouseover=alert(1) '\"",
    "Z" + "\u0335" * 400 + "algo",
    "שלום عالم",
    "W" * 5000,
)


def hostile() -> Report:
    """Every field holds text that wants out of its cell."""
    lines = []
    for number, text in enumerate(HOSTILE):
        fault = Fault(
            "XSS00" + str(number) + '"><script>',
            f"name-{text}",
            (Severity.ERROR, Severity.WARNING, Severity.INFO)[number % 3],
            f"message {text}",
            ((text, f"value {text}"),),
            ((text, f"value {text}"),),
        )
        lines.append(Line(f"before {text} after", f"之前{text}之后", (fault,), level=number % 3))
    return build(
        'docs/"><script>alert(1)</script>\u202e.md',
        lines,
        notes=HOSTILE,
        layout="<b>odd|{0}</b>",
        on_document=(Fault("XSS999", "x", Severity.ERROR, HOSTILE[0], ((HOSTILE[1], HOSTILE[2]),)),),
    )


def long_document(count: int, every: int = 40) -> Report:
    """``count`` pairs of ordinary length, a finding in each ``every``-th, a heading in each thirtieth."""
    en = (
        "The ferry to Heron Cove carries post, flour and the odd goat when the weather holds through the week.",
        "Keepers wrote down the wind, the tide and the name of each ship that passed before supper.",
        "A new rope was ordered in the spring, since the old one had worn thin against the iron rail.",
    )
    zh = (
        "开往鹭湾的渡轮运送邮件和面粉，只要一周天气稳定，偶尔还会运上一只山羊。",
        "守塔人每天晚饭前记下风向、潮汐以及过往船只的名字。",
        "春天订购了一条新缆绳，因为旧的那条在铁栏杆上磨得太细了。",
    )
    lines = []
    for number in range(count):
        if number % 30 == 0:
            lines.append(Line(f"Chapter {number // 30 + 1}", f"第{number // 30 + 1}章", level=1 + (number % 90 > 0)))
            continue
        faults: tuple[Fault, ...] = ()
        source, target = (
            f"{number + 1} years on, {en[number % 3][0].lower()}{en[number % 3][1:]}",
            f"{number + 1}年后，{zh[number % 3]}",
        )
        if number % every == 1:
            target = f"{number + 2}年后，{zh[number % 3]}"
            faults = (
                _number(
                    f"{number + 1} is rendered as {number + 2}.",
                    (str(number + 1), str(number + 1)),
                    (str(number + 2), str(number + 2)),
                ),
            )
        lines.append(Line(source, target, faults))
    return build("books/log.md", lines)


def every_report() -> list[Report]:
    """One of each kind, small ones."""
    return [lighthouse(), ferry(), clean(), hostile(), long_document(300), build("empty.md", [])]
