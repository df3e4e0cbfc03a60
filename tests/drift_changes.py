"""Changes made by hand to sentences of ``seeds/``, of both kinds, with what is to be said of them."""

from __future__ import annotations

from typing import NamedTuple


class Example(NamedTuple):
    """A sentence before and after.

    ``says`` is a change that must be named, as it reads; ``""`` for a change that gives a translator nothing to do.
    ``blind`` is the same where the old wording is known by its fingerprint alone. ``kind`` is the kind of ``says``.
    """

    old: str
    new: str
    kind: str = ""
    says: str = ""
    blind: str | None = None
    lang: str = "en"

    def said(self, *, blind: bool) -> str:
        """What is to be named; ``""`` where nothing that matters is."""
        return self.blind if blind and self.blind is not None else self.says


SURE = frozenset({"number", "date", "code", "negation"})
"""Kinds of changes that must be told right without exception."""

_MATERIAL = [
    # Values.
    ("This guide covers version 3.2.", "This guide covers version 3.3.", "number", "3.2 → 3.3"),
    ("It runs on v1.22 and later.", "It runs on v1.23 and later.", "number", "v1.22 → v1.23"),
    ("Get release 1.22.0-rc1 first.", "Get release 1.22.0 first.", "number", "1.22.0-rc1 → 1.22.0"),
    ("The box reads up to four thermocouples.", "The box reads up to six thermocouples.", "number", "four → six"),
    ("In the storm, eleven roofs kept 600,000 litres out.", "In the storm, eleven roofs kept 60,000 litres out.",
     "number", "600,000 litres → 60,000 litres"),
    ("Nine out of ten visitors come back.", "Eight out of ten visitors come back.", "number",
     "Nine out of ten → Eight out of ten"),
    ("The slope is set to -5 by default.", "The slope is set to 5 by default.", "number", "-5 → 5"),
    ("The box uses 62 percent less power at night.", "The box uses 26 percent less power at night.", "number",
     "62 percent → 26 percent"),
    ("We welcomed 2.5 million visitors.", "We welcomed 2.5 billion visitors.", "number", "2.5 million → 2.5 billion"),
    ("It calls again every ten minutes until you answer.", "It calls again every ten hours until you answer.", "number",
     "ten minutes → ten hours"),
    ("The busiest night was August 12.", "The busiest night was August 21.", "date", "August 12 → August 21"),
    ("The next review is on January 5, 2028.", "The next review is on January 5, 2029.", "date",
     "January 5, 2028 → January 5, 2029"),
    ("The ferry opened in 1887.", "The ferry opened in 1878.", "date", "1887 → 1878"),
    ("The last boat leaves at 10:30.", "The last boat leaves at 11:30.", "date", "10:30 → 11:30"),
    ("Wait for one hour.", "Wait for two hours.", "number", "one hour → two hours"),
    ("The warranty lasts three years.", "The warranty lasts three years and costs 40 euros.", "added",
     "added: ‘and costs 40 euros’"),
    ("Turn the wheel from 10 to 20.", "Turn the wheel from 20 to 10.", "number", "10 → 20"),
    # Code.
    ("The option `--delay` accepts minutes.", "The option `--wait` accepts minutes.", "code", "`--delay` → `--wait`"),
    ("Press `OK` twice.", "Press `Ok` twice.", "code", "`OK` → `Ok`"),
    ("It accepts minutes (`30m`) or hours.", "It accepts minutes (`3m`) or hours.", "code", "`30m` → `3m`"),
    ("Start it with --quiet at night.", "Start it with --silent at night.", "replaced", "--quiet → --silent",
     "… → --silent"),
    # Negation.
    ("Never leave a kiln unattended.", "Leave a kiln unattended.", "negation", "Never leave → Leave",
     "never leave → Leave"),
    ("Open the sealed relay.", "Do not open the sealed relay.", "negation", "Open → Do not open",
     "open → Do not open"),
    ("It cannot turn the gas off.", "It can turn the gas off.", "negation", "cannot → can"),
    ("The clock doesn't adjust itself.", "The clock adjusts itself.", "negation", "doesn't adjust → adjusts"),
    ("There is no ticket and no dress code.", "There is a ticket and no dress code.", "negation", "no → a"),
    ("The box is supported on gas kilns.", "The box is no longer supported on gas kilns.", "negation",
     "supported → no longer supported"),
    # Duty.
    ("You should read the safety notes.", "You must read the safety notes.", "duty", "should → must"),
    ("Farms must open to the public.", "Farms may open to the public.", "duty", "must → may"),
    ("Owners have to publish the results.", "Owners should publish the results.", "duty", "have to → should"),
    # Conditions.
    ("The fan stops at night.", "The fan stops at night unless the flag is set.", "condition",
     "added: ‘unless the flag is set’"),
    ("The firing begins only when the lid is closed.", "The firing begins when the lid is closed.", "condition",
     "removed: ‘only’"),
    ("Read the notes before you open the case.", "Read the notes after you open the case.", "condition",
     "before → after"),
    ("Keep at least two metres away.", "Keep at most two metres away.", "condition", "least → most"),
    ("We never read your records unless you send them to us.", "We never read your records if you send them to us.",
     "condition", "unless → if"),
    ("Volunteers may look.", "If the sky is clear, volunteers may look.", "condition", "added: ‘If the sky is clear’"),
    ("It calls every ten minutes until you answer.", "It calls every ten minutes.", "condition",
     "removed: ‘until you answer’", "removed: ‘until you …’"),
    # Content.
    ("The red lamp stays on.", "The green lamp stays on.", "replaced", "red → green", "… → green"),
    ("Lift the lid and wait.", "Lift the lid or wait.", "replaced", "and → or"),
    ("Turn the valve on.", "Turn the valve off.", "replaced", "on → off"),
    ("The temperature is above the program.", "The temperature is below the program.", "replaced", "above → below"),
    ("Clean the fan filter.", "Clean the fan filter and the thermocouple.", "added", "added: ‘and the thermocouple’"),
    ("Close the lid, the port, and the door.", "Close the lid and the door.", "removed", "removed: ‘the port’",
     "words removed"),
    ("The box enables the alarm.", "The box disables the alarm.", "replaced", "enables → disables"),
    ("Records stay on the card.", "Records always stay on the card.", "added", "added: ‘always’"),
    ("It never fails.", "It rarely fails.", "negation", "never → rarely"),
    ("Support ends in March 2023.", "Support ends in May 2023.", "date", "March 2023 → May 2023"),
    ("The firing lasts over 9 hours.", "The firing lasts 9 hours.", "removed", "removed: ‘over’"),
    ("All lamps are red.", "Some lamps are red.", "replaced", "All → Some", "all → Some"),
    ("The server calls the client.", "The client calls the server.", "added", "added: ‘The client calls’"),
    ("Wood is sent from the mill to the town.", "Wood is sent from the town to the mill.", "added",
     "added: ‘town to the’"),
    ("Fix the box to the wall.", "Screw the box to the ceiling.", "replaced", "Fix → Screw", "… → Screw"),
    ("Overview", "Troubleshooting", "replaced", "Overview → Troubleshooting", "… → Troubleshooting"),
]  # fmt: skip

_COSMETIC = [
    # How it is set.
    ("It calls again every ten minutes.", "It calls again, every ten minutes!"),
    ("Why does it say “patience”?", "Why does it say 'Patience'?"),
    ("Set `lamp` to ten.", "Set lamp to ten."),
    ("Read the notes at https://a.example/old first.", "Read the notes at https://a.example/new first."),
    # Spelling.
    ("The box cannot recieve calls.", "The box cannot receive calls."),
    ("Thier clocks adjust themselves.", "Their clocks adjust themselves."),
    ("A cloged filter makes the box read too high.", "A clogged filter makes the box read too high."),
    ("The seperate port is occassionally blocked.", "The separate port is occasionally blocked."),
    ("The colour of the centre was analysed.", "The color of the center was analyzed."),
    ("The programme was cancelled.", "The program was canceled."),
    ("Set up the box before you log in.", "Setup the box before you login."),
    ("Use a built in clock.", "Use a built-in clock."),
    ("Send an email to us.", "Send an e-mail to us."),
    # Short and full forms.
    ("It does not work without a network.", "It doesn't work without a network."),
    ("You can't turn the gas off.", "You cannot turn the gas off."),
    ("We'll review these principles.", "We will review these principles."),
    ("Small pieces, e.g. tiles, crack first.", "Small pieces, for example tiles, crack first."),
    ("In order to silence the alarm, press the wheel.", "To silence the alarm, press the wheel."),
    # Values that are worth the same.
    ("We welcomed 2,500,000 visitors.", "We welcomed 2.5 million visitors."),
    ("Two of the lamps are red.", "2 of the lamps are red."),
    ("It opened on 1 May 2019.", "It opened on May 1, 2019."),
    ("Half of it, 50%, is kept.", "Half of it, 50 percent, is kept."),
    ("Wait 10s between calls.", "Wait 10 s between calls."),
    # Grammar.
    ("Push thermocouple through the port.", "Push the thermocouple through its port."),
    ("The card holds all record.", "The card holds all records."),
    ("The box will call you at night.", "The box calls you at night."),
    ("The filter that is clogged must go.", "The filter which is clogged must go."),
    ("Calls go through a mobile network.", "The call goes through the mobile network."),
    # Filler.
    ("Read the safety notes first.", "Please read the safety notes first."),
    ("Simply turn the wheel.", "Turn the wheel."),
    ("Note that the clock adjusts itself.", "The clock adjusts itself."),
    ("However, the archive is open.", "The archive is open, however."),
    ("The box now supports four zones.", "The box supports four zones."),
    # Order and equal words.
    ("Wear gloves and goggles.", "Wear goggles and gloves."),
    ("Now you can close the lid.", "You can close the lid now."),
    ("If the flame blinks, check the plug.", "Check the plug if the flame blinks."),
    ("You must not let it try.", "You mustn't let it try."),
    ("You need to wait for an hour.", "You have to wait for an hour."),
    ("Before you begin, read the following table.", "Before you start, read the table below."),
    ("This lets you open the lid.", "This allows you to open the lid."),
    ("It works with version 3.2 or higher.", "It works with version 3.2+."),
    ("Read the box's manual.", "Read the manual of the box.", "removed", "", "words removed"),
    ("Wait 30s between calls.", "Wait 30 seconds between calls."),
    ("Choose a program with the wheel.", "Select a program with the wheel."),
]

_CHINESE = [
    ("那是1996年的冬天。", "那是1997年的冬天。", "date", "1996年 → 1997年"),
    ("三年里一共卖了四千多块。", "三年里一共卖了五千多块。", "number", "四千多块 → 五千多块"),
    ("大坝为250万户家庭供水。", "大坝为25万户家庭供水。", "number", "250万 → 25万"),
    ("首次烧制期间，切勿离开。", "首次烧制期间，可以离开。", "negation", "切勿 → 可以"),
    ("它能关闭燃气。", "它不能关闭燃气。", "negation", "能 → 不能"),
    ("农场必须向公众开放。", "农场可以向公众开放。", "duty", "必须 → 可以"),
    ("选项 `--delay` 接受分钟。", "选项 `--wait` 接受分钟。", "code", "`--delay` → `--wait`"),
    ("打开机壳之前，请阅读须知。", "打开机壳之后，请阅读须知。", "condition", "之前 → 之后"),
    ("红灯会一直亮着。", "绿灯会一直亮着。", "replaced", "红灯 → 绿灯", "… → 绿灯"),
    ("把饭盒夹在腋下走出大门。", "走出大门。", "removed", "removed: ‘把饭盒夹在腋下’", "words removed"),
    ("我们会公布结果。", "除非镇上反对，我们会公布结果。", "condition", "added: ‘除非镇上反对’"),
    ("每个温区一支热电偶，共需两支。", "每个温区一支热电偶，共需三支。", "number", "两 → 三"),
    ("船从县城到小镇。", "船从小镇到县城。", "removed", "removed: ‘到小镇’"),
    ("尚不支持燃气窑。", "支持燃气窑。", "negation", "尚不支 → 支"),
    ("水位高时，过一次河要四分钟。", "水位高时，过一次河要四分钟!"),
    ("请先更新该盒子。", "请首先更新此盒子。"),
    ("如果需要帮助，请写信给我们。", "如需帮助，请写信给我们。"),
    ("请阅读安全须知。", "阅读安全须知。"),
    ("记录保存在存储卡上。", "记录都保存在了存储卡上。"),
    ("一共260万元。", "一共2,600,000元。"),
    ("请重新登陆系统。", "请重新登录系统。"),
    ("把盒子按装在墙上。", "把盒子安装在墙上。", "replaced", "", "… → 安装"),
    ("其它的事都交给河水。", "其他的事都交给河水。"),
]

EXAMPLES: tuple[Example, ...] = (
    *(Example(*row) for row in _MATERIAL),
    *(Example(*row) for row in _COSMETIC),
    *(Example(*row)._replace(lang="zh") for row in _CHINESE),
)
