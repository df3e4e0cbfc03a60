"""Chinese names of units, currencies and measure words, each unit with its code in ``facts.units``."""

from __future__ import annotations

import re

from aligncheck.lang.patterns import any_of

_NAMES: dict[str, str] = {
    "nm": "纳米 nm", "um": "微米 um μm µm", "mm": "毫米 mm", "cm": "厘米 公分 cm", "m": "米 公尺 m",
    "km": "公里 千米 km", "in": "英寸 吋", "ft": "英尺 呎", "yd": "码", "mi": "英里 哩", "nmi": "海里",
    "li": "里 华里", "chi": "尺", "cun": "寸", "zhang": "丈", "ly": "光年", "ug": "微克 ug μg µg", "mg": "毫克 mg",
    "g": "克 g", "kg": "公斤 千克 kg", "t": "吨 公吨 t", "oz": "盎司", "lb": "磅", "jin": "斤 市斤", "liang": "两",
    "dan": "担 石", "m2": "平方米 平米 ㎡ m² m2 平方公尺", "km2": "平方公里 平方千米 km²", "ft2": "平方英尺",
    "mi2": "平方英里", "ha": "公顷 ha", "acre": "英亩", "mu": "亩", "ml": "毫升 ml mL", "l": "升 公升 L",
    "m3": "立方米 m³", "gal": "加仑", "bbl": "桶", "ms": "毫秒 ms", "us": "微秒", "ns": "纳秒 ns", "s": "秒 秒钟 s",
    "min": "分钟 min", "h": "小时 钟头 h", "d": "天 d 昼夜", "wk": "周 星期 礼拜", "mo": "月",
    "y": "年 岁 周岁 周年 载", "ctry": "世纪", "C": "摄氏度 ℃ °C", "F": "华氏度 ℉ °F", "deg": "度 °",
    "kmh": "km/h 公里/小时 千米/小时 公里每小时 千米每小时", "mph": "mph 英里/小时 英里每小时", "W": "瓦 瓦特 W",
    "kW": "千瓦 kW", "MW": "兆瓦 MW", "GW": "吉瓦 GW", "kWh": "千瓦时 度电 kWh", "V": "伏 伏特 V", "A": "安培 A",
    "J": "焦耳 J", "kJ": "千焦 kJ", "kcal": "千卡 大卡 kcal", "cal": "卡路里", "Hz": "赫兹 Hz",
    "kHz": "千赫 千赫兹 kHz", "MHz": "兆赫 兆赫兹 MHz", "GHz": "吉赫 吉赫兹 GHz", "bit": "比特 位", "B": "字节",
    "KB": "KB kB 千字节", "MB": "MB 兆字节", "GB": "GB 吉字节", "TB": "TB", "px": "像素 px", "times": "次 回 遍 趟",
    "qtr": "季度", "YUAN": "元 块 块钱 圆", "USD": "美元 美金", "CNY": "元人民币 人民币 人民币元", "EUR": "欧元",
    "GBP": "英镑", "JPY": "日元 日圆", "KRW": "韩元 韩圆", "INR": "卢比", "RUB": "卢布", "CHF": "瑞士法郎",
    "AUD": "澳元", "CAD": "加元", "HKD": "港元 港币", "TWD": "新台币 台币", "SGD": "新元 新加坡元",
    "CNT": "美分 分钱",
}  # fmt: skip
UNITS: dict[str, str] = {name: code for code, names in _NAMES.items() for name in names.split()}
"""Name or sign → code."""

SIGNS: dict[str, str] = {
    "us$": "USD", "$": "DOLLAR", "a$": "AUD", "c$": "CAD", "hk$": "HKD", "nt$": "TWD", "€": "EUR", "£": "GBP",
    "¥": "CNY|JPY", "￥": "CNY|JPY", "rmb": "CNY", "cny": "CNY", "usd": "USD", "eur": "EUR", "gbp": "GBP",
    "人民币": "CNY", "美金": "USD", "₩": "KRW", "₹": "INR",
}  # fmt: skip
"""What stands before a figure of money → currency code."""

_CJK = [name for name in UNITS if not name[0].isascii()]
_LATIN = [name for name in UNITS if name[0].isascii()]
UNIT = re.compile(
    rf"\s?(?:个(?P<half>半)?)?(?:(?P<cjk>{any_of(_CJK)})(?P<after>半(?![个年天月小夜径岛决途价]))?|(?P<latin>{any_of(_LATIN)})(?![A-Za-z0-9]))"
)
"""A unit after a numeral: 个 may come between, 半 inside or after it adds a half."""

NOT_UNIT = re.compile(
    r"米(?=[饭粉兰歇])|里(?=[面边程外德斯约奇拉昂])|年(?=[级轻龄代间纪货糕])|月(?=[亮光球饼票薪色台经])|日(?=[元圆本均夜报程])|天(?=[下空堂使国主性津然台花才气])|"
    r"周(?=[围边到密刊末瑞恩杰])|分(?=[之支别布部析类解离开子数配明为成手流给号])|度(?=[过假量日])|克(?=[服隆里拉罗])|两(?=[个位人者方侧边旁岸])|"
    r"节(?=[课点目约省])|桶(?=[装])|石(?=[头油化])|位(?=[置于数]|[^。，0-9]{0,6}[人者员家士师生手民客友众])|码(?=[头])|块(?=[石砖土板肉地木屏])|"
    r"元(?=[素组件旦首老帅])|回(?=[来去头到复答家])|尺(?=[寸度])|卡(?=[片车])|担(?=[任心保])|载(?=[有体荷])|瓦(?=[斯解])|升(?=[级到高温至])|伏(?=[击])"
)
CLASSIFIERS = (
    "个名位只条件例项种次回座家间所台辆架艘头匹张本份部篇章节层栋幢户口根枝支株棵颗粒块片包箱盒瓶杯桶碗门场届期批组队班级排行列代辈步遍趟"
    "顿餐道面方句字词页卷集首幅枚把尊员人国省市县区村州城票对双套类款股处者样阶段维路端型价线环重卡轮局盘声封起宗桩颈肘肢眼胎"
    "季版级档格角颔餐族柱院系科课题校厂店"
)
CLASSIFIER = re.compile(rf"\s?[{CLASSIFIERS}]")
BARE_MEASURE = re.compile(
    r"(?:^|[^0-9〇零一二两三四五六七八九十百千万亿几数多余半整这那上下某哪各每前后单该本此另首头第])\s?"
    r"(?:个(?![人体别性案中子儿头位数旧])|[颗座辆艘匹棵幢枚](?=[\u4e00-\u9fff])|支(?![持付撑配援出架])|项(?![目])|名(?![字称为义单声人誉]))"
)
"""A measure word that no numeral or pronoun licenses."""
