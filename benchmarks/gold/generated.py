"""Generated text with its gold, for measuring speed: sentences of both languages from templates and a vocabulary."""

from __future__ import annotations

import random

from gold.scores import Beads

PEOPLE = """\
teacher 教师|doctor 医生|farmer 农民|sailor 水手|baker 面包师|lawyer 律师|painter 画家|driver 司机|nurse 护士
singer 歌手|soldier 士兵|student 学生|engineer 工程师|gardener 园丁|editor 编辑|carpenter 木匠|captain 船长
judge 法官|poet 诗人|scholar 学者|tailor 裁缝|widow 寡妇|butcher 屠夫|merchant 商人|servant 仆人|prisoner 囚犯
dancer 舞蹈家|hunter 猎人|banker 银行家|librarian 图书管理员|translator 翻译|journalist 记者|grandmother 祖母
neighbour 邻居|stranger 陌生人|policeman 警察|shepherd 牧羊人|musician 音乐家|secretary 秘书|monk 和尚"""
THINGS = """\
lamp 灯|letter 信|boat 船|window 窗户|map 地图|bridge 桥|chair 椅子|table 桌子|mirror 镜子|blanket 毯子
basket 篮子|bottle 瓶子|hammer 锤子|ladder 梯子|painting 油画|violin 小提琴|umbrella 雨伞|suitcase 手提箱
bicycle 自行车|camera 照相机|candle 蜡烛|coat 大衣|cup 杯子|diary 日记|drum 鼓|envelope 信封|flag 旗子|gate 大门
hat 帽子|kettle 水壶|knife 刀|machine 机器|medal 奖章|needle 针|newspaper 报纸|novel 小说|pillow 枕头|plough 犁
poem 诗|rope 绳子|saddle 马鞍|shirt 衬衫|shovel 铲子|spoon 勺子|statue 雕像|stove 炉子|sword 剑|telescope 望远镜
tent 帐篷|ticket 票|towel 毛巾|toy 玩具|trumpet 小号|vase 花瓶|wagon 马车|wall 墙|watch 手表|wheel 车轮
whistle 哨子|piano 钢琴|report 报告|contract 合同|dictionary 词典|photograph 照片|computer 电脑|telephone 电话
fence 篱笆|coin 硬币|barrel 木桶|carpet 地毯"""
PLACES = """\
harbour 港口|library 图书馆|station 车站|museum 博物馆|market 市场|hospital 医院|garden 花园|factory 工厂
church 教堂|kitchen 厨房|valley 山谷|forest 森林|island 岛屿|village 村庄|castle 城堡|theatre 剧院|hotel 旅馆
school 学校|prison 监狱|temple 寺庙|desert 沙漠|mountain 山|palace 宫殿|office 办公室|restaurant 餐馆
university 大学|laboratory 实验室|mill 磨坊|cellar 地窖|tower 塔|square 广场|airport 机场|court 法院|cave 山洞
orchard 果园|monastery 修道院|lighthouse 灯塔|warehouse 仓库"""
QUALITIES = """\
old 古老|new 崭新|heavy 沉重|light 轻便|beautiful 美丽|ugly 丑陋|expensive 昂贵|cheap 便宜|clean 干净|dirty 肮脏
strange 奇怪|famous 著名|simple 简单|complicated 复杂|warm 温暖|cold 冰冷|dark 黑暗|bright 明亮|broken 破碎
precious 珍贵|dangerous 危险|useful 有用|useless 无用|soft 柔软|hard 坚硬|narrow 狭窄|wide 宽阔|thin 单薄
thick 厚重|mysterious 神秘|ordinary 普通|enormous 巨大|tiny 微小|sharp 锋利|rusty 生锈|silent 安静
colourful 鲜艳|fragile 脆弱|solid 结实|ancient 悠久"""
VERBS = """\
repaired 修理|painted 粉刷|moved 搬走|borrowed 借走|stole 偷走|bought 购买|sold 出售|cleaned 清洗|examined 检查
described 描述|destroyed 毁掉|discovered 发现|hid 藏起|lost 丢失|remembered 记得|forgot 忘记|admired 欣赏
measured 测量|photographed 拍摄|opened 打开|burned 烧毁|buried 埋葬|carried 搬运|collected 收集|delivered 递送
designed 设计|exchanged 交换|imitated 模仿|inherited 继承|inspected 视察|invented 发明|kept 保存|mentioned 提到
noticed 注意到|ordered 订购|praised 称赞|promised 答应|received 收到|recognised 认出|removed 移走|rented 租用
replaced 更换|returned 归还|searched 搜查|sketched 素描|studied 研究|touched 触摸|weighed 称量|wrapped 包裹
abandoned 抛弃|cursed 诅咒|dropped 掉落|lifted 举起|locked 锁上|pushed 推动"""
TIMES = """\
yesterday 昨天|last winter 去年冬天|this morning 今天早上|on Sunday 星期天|at midnight 午夜|before dawn 黎明前
in the evening 傍晚|after the war 战后|during the flood 洪水期间|in spring 春天|every summer 每年夏天
at noon 中午|in those years 那些年|long ago 很久以前|for the first time 第一次|after dinner 晚饭后
on market days 赶集的日子|in the autumn 秋天|since childhood 从小|one rainy day 一个雨天"""


def _words(table: str) -> list[tuple[str, str]]:
    pairs = (entry.rpartition(" ") for line in table.splitlines() for entry in line.split("|"))
    return [(english, chinese) for english, _, chinese in pairs]


SLOTS = {
    "who": _words(PEOPLE),
    "whom": _words(PEOPLE),
    "what": _words(THINGS),
    "thing": _words(THINGS),
    "where": _words(PLACES),
    "how": _words(QUALITIES),
    "did": _words(VERBS),
    "when": _words(TIMES),
}
CLAUSES = (
    ("the {what} was {how}", "那{what}很{how}"),
    ("the {who} {did} the {what}", "{who}{did}了{what}"),
    ("{when} the {who} {did} the {how} {what}", "{who}{when}{did}了那{how}的{what}"),
    ("the {who} from the {where} {did} {n} {what}s", "来自{where}的{who}{did}了{n}件{what}"),
    ("there was another {how} {what} beside the {where}", "{where}旁边还有一件{how}的{what}"),
    ("nobody in the {where} knew who {did} the {what} {when}", "{when}是谁{did}了{what}，{where}里没有人知道"),
    ("the {how} {what} in the {where} belonged to the {who}", "{where}里那{how}的{what}属于{who}"),
    ("the {who} told the {whom} about the {how} {what} {when}", "{when}，{who}跟{whom}说起那{how}的{what}"),
    (
        "{when} they {did} one {what} and {n} {thing}s in the {where}",
        "{when}，他们在{where}{did}了一件{what}和{n}件{thing}",
    ),
)
JOINTS = (
    ("{a}, and {b}", "{a}，{b}"),
    ("{a}, but {b}", "{a}，但是{b}"),
    ("{a} because {b}", "因为{b}，所以{a}"),
    ("although {a}, {b}", "虽然{a}，{b}"),
    ("when {a}, {b}", "{a}的时候，{b}"),
)
Clause = tuple[str, str]


def generated(sentences: int) -> tuple[list[str], list[str], Beads]:
    """English and Chinese sentences, about so many a side, and their gold; the same at every call.

    Sentences have 4 to 40 words. Of the beads 4% are one English sentence in two Chinese ones, 4% the other way about,
    and 1% a side have no counterpart.
    """
    chance = random.Random(sentences)
    english: list[str] = []
    chinese: list[str] = []
    beads: Beads = []
    while len(english) < sentences:
        en, zh = _bead(chance)
        ids = range(len(english), len(english) + len(en)), range(len(chinese), len(chinese) + len(zh))
        beads.append((tuple(ids[0]), tuple(ids[1])))
        english += [f"{text[0].upper()}{text[1:]}." for text in en]
        chinese += [f"{text}。" for text in zh]
    return english, chinese, beads


def _bead(chance: random.Random) -> tuple[list[str], list[str]]:
    kind = chance.random()
    one = _joined(chance, chance.choices((1, 2, 3), (5, 4, 1))[0])
    if kind < 0.90:
        return [one[0]], [one[1]]
    if kind < 0.91:
        return [one[0]], []
    if kind < 0.92:
        return [], [one[1]]
    first, second = _clause(chance), _clause(chance)
    if kind < 0.96:
        return [first[0], second[0]], [f"{first[1]}，{second[1]}"]
    return [f"{first[0]}, and {second[0]}"], [first[1], second[1]]


def _joined(chance: random.Random, clauses: int) -> Clause:
    english, chinese = _clause(chance)
    for _ in range(clauses - 1):
        joint, other = chance.choice(JOINTS), _clause(chance)
        english = joint[0].format(a=english, b=other[0])
        chinese = joint[1].format(a=chinese, b=other[1])
    return english, chinese


def _clause(chance: random.Random) -> Clause:
    forms = chance.choice(CLAUSES)
    words = {slot: chance.choice(pairs) for slot, pairs in SLOTS.items()}
    number = str(chance.randint(2, 999))
    english, chinese = (
        form.format(n=number, **{slot: pair[side] for slot, pair in words.items()}) for side, form in enumerate(forms)
    )
    return english, chinese
