"""Chinese names of units, currencies and measure words, each unit with its code in ``facts.units``."""

from __future__ import annotations

from aligncheck.lang.patterns import any_of, deferred

_NAMES: dict[str, str] = {
    "nm": "纳米 nm", "um": "微米 um μm µm", "mm": "毫米 公厘 mm", "cm": "厘米 公分 cm", "dm": "分米 dm",
    "m": "米 公尺 m",
    "km": "公里 千米 km", "in": "英寸 英吋 吋", "ft": "英尺 英呎 呎", "yd": "码", "mi": "英里 哩", "nmi": "海里 浬",
    "fathom": "英寻", "furlong": "弗隆", "league": "里格", "li": "里 华里", "chi": "尺 市尺", "cun": "寸",
    "zhang": "丈",
    "ly": "光年", "au": "天文单位", "pc": "秒差距", "ug": "微克 ug μg µg", "mg": "毫克 mg", "g": "克 公克 g",
    "kg": "公斤 千克 kg", "t": "吨 公吨 t", "oz": "盎司 盎斯 安士", "lb": "磅", "st": "英石", "ct": "克拉",
    "jin": "斤 市斤", "liang": "两", "qian": "钱", "dan": "担 石", "cm2": "平方厘米 平方公分 cm²",
    "m2": "平方米 平米 平方公尺 ㎡ m² m2", "km2": "平方公里 平方千米 km²", "ft2": "平方英尺 平方呎", "mi2": "平方英里",
    "ha": "公顷 ha", "acre": "英亩", "mu": "亩", "qing": "顷", "ul": "微升 μL µL", "ml": "毫升 ml mL", "cl": "厘升 cL",
    "dl": "分升 dL", "l": "升 公升 L", "m3": "立方米 立方 立方公尺 m³", "km3": "立方公里 立方千米 km³",
    "ft3": "立方英尺",
    "gal": "加仑", "qt": "夸脱", "pint": "品脱", "floz": "液盎司 液量盎司", "cup": "量杯", "tbsp": "汤匙 大匙 餐匙",
    "tsp": "茶匙 小匙", "bbl": "桶", "ms": "毫秒 ms", "us": "微秒 μs µs", "ns": "纳秒 ns", "s": "秒 秒钟 s",
    "min": "分钟 min", "ke": "刻钟", "h": "小时 钟头 h", "shichen": "时辰", "d": "天 d 昼夜 日龄",
    "wk": "周 星期 礼拜 周龄",
    "mo": "月 月龄", "y": "年 岁 周岁 周年 载", "ctry": "世纪",
    "C": "摄氏度 ℃ °C", "F": "华氏度 ℉ °F",
    "K": "开尔文 开氏度",
    "deg": "度 °", "kmh": "km/h 公里/小时 千米/小时 公里/时 千米/时 公里每小时 千米每小时",
    "mph": "mph 英里/小时 英里每小时",
    "mps": "m/s 米/秒 米每秒", "kmps": "km/s 公里/秒 千米/秒 公里每秒 千米每秒", "kn": "节", "Pa": "帕 帕斯卡 Pa",
    "hPa": "百帕 hPa", "kPa": "千帕 kPa", "MPa": "兆帕 MPa", "bar": "巴 bar", "atm": "大气压 标准大气压 大气压力 atm",
    "mmHg": "毫米汞柱 毫米水银柱 mmHg", "psi": "psi 磅/平方英寸", "mW": "毫瓦 mW", "W": "瓦 瓦特 W", "kW": "千瓦 kW",
    "MW": "兆瓦 MW", "GW": "吉瓦 GW", "hp": "马力", "J": "焦耳 焦 J", "kJ": "千焦 千焦耳 kJ", "MJ": "兆焦 兆焦耳 MJ",
    "GJ": "吉焦 吉焦耳 GJ", "cal": "卡路里 卡", "kcal": "千卡 大卡 千卡路里 kcal", "Wh": "瓦时 瓦小时 Wh",
    "kWh": "千瓦时 千瓦小时 度电 kWh", "MWh": "兆瓦时 兆瓦小时 MWh", "GWh": "吉瓦时 GWh", "TWh": "太瓦时 TWh",
    "Hz": "赫兹 赫 Hz", "kHz": "千赫 千赫兹 kHz", "MHz": "兆赫 兆赫兹 MHz", "GHz": "吉赫 吉赫兹 GHz",
    "rpm": "rpm 转/分 转/分钟 转每分钟", "bit": "比特 位", "B": "字节", "KB": "KB kB 千字节", "MB": "MB 兆字节",
    "GB": "GB 吉字节", "TB": "TB 太字节", "PB": "PB 拍字节", "bps": "比特/秒 比特每秒",
    "kbps": "kbps Kbps 千比特/秒 千比特每秒",
    "Mbps": "Mbps 兆比特/秒 兆比特每秒", "Gbps": "Gbps 吉比特/秒 吉比特每秒", "umol": "微摩尔 μmol µmol",
    "mmol": "毫摩尔 mmol",
    "mol": "摩尔 mol", "iu": "国际单位 IU", "dB": "分贝 dB", "mV": "毫伏 mV", "V": "伏 伏特 V", "kV": "千伏 千伏特 kV",
    "mA": "毫安 毫安培 mA", "A": "安培", "px": "像素 px", "times": "次 回 遍 趟", "qtr": "季度",
}  # fmt: skip
_CURRENCY_NAMES: dict[str, str] = {
    "YUAN": "元 块 块钱 圆 元钱", "USD": "美元 美金 美圆", "CNY": "元人民币 人民币 人民币元", "EUR": "欧元",
    "GBP": "英镑",
    "JPY": "日元 日圆", "KRW": "韩元 韩圆 韩币", "INR": "印度卢比", "INR|PKR": "卢比", "PKR": "巴基斯坦卢比",
    "RUB": "卢布 俄罗斯卢布",
    "CHF": "瑞士法郎 瑞郎", "AUD": "澳元 澳大利亚元 澳币", "CAD": "加元 加拿大元 加币", "NZD": "纽元 新西兰元 纽币",
    "HKD": "港元 港币 港圆", "TWD": "新台币 台币 元新台币", "SGD": "新元 新加坡元 新币", "SEK": "瑞典克朗",
    "NOK": "挪威克朗",
    "DKK": "丹麦克朗", "CZK": "捷克克朗", "SEK|NOK|DKK|CZK": "克朗", "PLN": "兹罗提 波兰兹罗提",
    "HUF": "福林 匈牙利福林",
    "TRY": "土耳其里拉", "ITL": "意大利里拉", "TRY|ITL": "里拉", "ILS": "谢克尔 新谢克尔", "SAR": "沙特里亚尔",
    "IRR": "伊朗里亚尔", "SAR|IRR": "里亚尔", "AED": "迪拉姆 阿联酋迪拉姆", "EGP": "埃及镑 埃镑",
    "ZAR": "兰特 南非兰特",
    "NGN": "奈拉 尼日利亚奈拉", "KES": "肯尼亚先令 肯先令", "BRL": "雷亚尔 巴西雷亚尔", "MXN": "墨西哥比索",
    "ARS": "阿根廷比索",
    "CLP": "智利比索", "PHP": "菲律宾比索", "PESO": "比索", "THB": "泰铢", "VND": "越南盾",
    "IDR": "印尼盾 印度尼西亚盾 印尼卢比",
    "VND|IDR": "盾", "MYR": "林吉特 令吉 马币 马来西亚林吉特", "BDT": "塔卡 孟加拉塔卡", "UAH": "格里夫纳",
    "KZT": "坚戈",
    "IQD": "伊拉克第纳尔 第纳尔", "FRF": "法国法郎", "FRANC": "法郎", "DEM": "德国马克 马克", "ESP": "比塞塔",
    "BTC": "比特币 枚比特币",
    "CNT": "美分 分钱 欧分", "PNY": "便士",
}  # fmt: skip
MONEY = frozenset(_CURRENCY_NAMES) | {"CNY|JPY", "DOLLAR"}
"""Codes that make a value money."""

UNITS: dict[str, str] = {
    name: code for code, names in (*_NAMES.items(), *_CURRENCY_NAMES.items()) for name in names.split()
}
"""Name or sign → code."""

SIGNS: dict[str, str] = {
    "us$": "USD", "$": "DOLLAR", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD",
    "nt$": "TWD", "s$": "SGD", "r$": "BRL", "€": "EUR", "£": "GBP", "¥": "CNY|JPY", "￥": "CNY|JPY", "rmb": "CNY",
    "cny": "CNY", "usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "hkd": "HKD", "chf": "CHF", "aud": "AUD",
    "cad": "CAD", "krw": "KRW", "inr": "INR", "人民币": "CNY", "美金": "USD", "港币": "HKD", "新台币": "TWD",
    "₩": "KRW",
    "₹": "INR", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₫": "VND", "฿": "THB", "₱": "PHP", "₦": "NGN", "₿": "BTC",
    "₴": "UAH",
    "₸": "KZT", "zł": "PLN",
}  # fmt: skip
"""What stands before a figure of money → currency code."""

_CJK = [name for name in UNITS if not name[0].isascii()]
_LATIN = [name for name in UNITS if name[0].isascii()]
UNIT = deferred(
    rf"\s?(?:个(?P<half>半)?)?(?:(?P<cjk>{any_of(_CJK)})(?P<after>半(?![个年天月小夜径岛决途价]))?|(?P<latin>{any_of(_LATIN)})(?![A-Za-z0-9]))"
)
"""A unit after a numeral: 个 may come between, 半 inside or after it adds a half."""

NOT_UNIT = deferred(
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
CLASSIFIER = deferred(rf"\s?[{CLASSIFIERS}]")
BARE_MEASURE = deferred(
    r"(?:^|[^0-9〇零一二两三四五六七八九十百千万亿几数多余半整这那上下某哪各每前后单该本此另首头第])\s?"
    r"(?:个(?![人体别性案中子儿头位数旧])|[颗座辆艘匹棵幢枚](?=[\u4e00-\u9fff])|支(?![持付撑配援出架])|项(?![目])|名(?![字称为义单声人誉]))"
)
"""A measure word that no numeral or pronoun licenses."""
