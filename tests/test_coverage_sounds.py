"""Names that Chinese writes by their sound: found where they stand, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligncheck.coverage.sounds import Sounds
from aligncheck.lang.en.sounds import sounds, words
from aligncheck.lang.zh.lexis import fold
from aligncheck.lang.zh.sounds import parts
from aligncheck.lexicon import Lexicon

SURE = 0.5

NAMES = """
    Cromwell|克伦威尔|那年冬天，【】解散了议会。; Birkenhead|伯肯黑德|渡船从【】出发，十分钟就到对岸。;
    Zelenskyy|泽连斯基|【】在基辅接见了客人。; Johannesburg|约翰内斯堡|他们在【】转机。;
    Thomas Young|托马斯·杨|双缝实验是【】做的。; Kreisky|克赖斯基|总理【】没有回答。; Nuuk|努克|【】的夏天很短。;
    Ivory|艾弗里|门外站着【】和她的狗。; New York|纽约|去【】的机票涨价了。; South Dakota|南达科他|她在【】长大。;
    Cambridge|剑桥|【】的图书馆周日关门。; Edinburgh|爱丁堡|【】下了一夜的雨。; Hamburg|汉堡|货轮停在【】。;
    Petersburg|彼得斯堡|我们坐夜车去【】。; Alexander|亚历山大|信是【】写的。; Elizabeth|伊丽莎白|【】女王没有出席。;
    Victoria|维多利亚|瀑布的名字叫【】。; Charles|查尔斯|【】把帽子放在桌上。; William|威廉|【】学会了骑马。;
    Robert|罗伯特|医生叫【】。; Margaret|玛格丽特|【】住在楼上。; Catherine|凯瑟琳|【】寄来一张明信片。;
    Michael|迈克尔|球传给了【】。; Christopher|克里斯托弗|【】找到了钥匙。; Benjamin|本杰明|这是【】的风筝。;
    Samuel|塞缪尔|【】在码头等船。; Jonathan|乔纳森|【】忘了带伞。; Nicholas|尼古拉斯|画上的人是【】。;
    Frederick|弗雷德里克|【】修好了钟。; Gregory|格雷戈里|历法以【】的名字命名。; Dorothy|多萝西|【】梦见了一场大风。;
    Rebecca|丽贝卡|【】喜欢喝茶。; Jessica|杰西卡|【】把窗户打开了。; Amanda|阿曼达|【】今天请假。;
    Vanessa|瓦妮莎|【】唱了第二首歌。; Sophia|索菲娅|【】在种玫瑰。; Isabella|伊莎贝拉|【】会说三种语言。;
    Olivia|奥利维亚|【】的作业最好。; Natalie|娜塔莉|【】迟到了。; Patrick|帕特里克|【】从矿井里爬了出来。;
    Kennedy|肯尼迪|【】在台上讲话。; Roosevelt|罗斯福|总统【】坐着轮椅。; Churchill|丘吉尔|【】点了一支雪茄。;
    Washington|华盛顿|代表团抵达【】。; Lincoln|林肯|【】个子很高。; Jefferson|杰斐逊|【】收藏了许多书。;
    Clinton|克林顿|【】回到了故乡。; Johnson|约翰逊|【】拒绝评论。; Thompson|汤普森|【】的农场卖掉了。;
    Anderson|安德森|【】负责灯光。; Robinson|鲁滨逊|【】在岛上住了很久。; Jackson|杰克逊|【】跑得最快。;
    Wilson|威尔逊|秘书给【】打了电话。; Taylor|泰勒|【】公司昨天裁员。; Davidson|戴维森|【】把车停在路边。;
    Morrison|莫里森|【】写了一本小说。; Hamilton|汉密尔顿|【】赢了比赛。; Sullivan|沙利文|建筑师【】画了草图。;
    Newton|牛顿|苹果落在【】脚边。; Darwin|达尔文|【】在船上记日记。; Einstein|爱因斯坦|【】拉小提琴。;
    Faraday|法拉第|【】做过装订工。; Maxwell|麦克斯韦|方程由【】提出。; Kepler|开普勒|【】计算了轨道。;
    Galileo|伽利略|【】把望远镜对准月亮。; Copernicus|哥白尼|【】的书很晚才出版。; Heisenberg|海森堡|【】在岛上养病。;
    Planck|普朗克|【】收到一封长信。; Mendeleev|门捷列夫|元素表是【】排的。;
    Tchaikovsky|柴可夫斯基|乐队演奏【】的曲子。; Schrodinger|薛定谔|【】有一只猫。; Munich|慕尼黑|啤酒节在【】开幕。;
    Dostoevsky|陀思妥耶夫斯基|她整夜读【】。; Tolstoy|托尔斯泰|【】离家出走。; Pushkin|普希金|学生背诵【】的诗。;
    Gorbachev|戈尔巴乔夫|【】签了字。; Yeltsin|叶利钦|【】站在坦克上。; Khrushchev|赫鲁晓夫|【】参观了农场。;
    Beethoven|贝多芬|【】听不见掌声。; Mozart|莫扎特|【】六岁登台。; Schubert|舒伯特|【】没有写完。;
    Chopin|肖邦|【】思念故乡。; Wagner|瓦格纳|歌剧是【】写的。; Picasso|毕加索|【】换了颜料。;
    Rembrandt|伦勃朗|这幅画出自【】之手。; Hemingway|海明威|【】爱钓鱼。; Shelley|雪莱|【】的船沉了。;
    Berlin|柏林|火车开往【】。; Frankfurt|法兰克福|总部设在【】。; Stuttgart|斯图加特|工厂在【】。;
    Greece|希腊|船开往【】。; Dresden|德累斯顿|【】重建了教堂。; Vienna|维也纳|【】的咖啡馆很有名。;
    Zurich|苏黎世|他搬到了【】。; Geneva|日内瓦|会议在【】召开。; Amsterdam|阿姆斯特丹|【】到处是自行车。;
    Rotterdam|鹿特丹|集装箱运到【】。; Copenhagen|哥本哈根|飞机降落在【】。; Helsinki|赫尔辛基|【】的冬天很黑。;
    Stockholm|斯德哥尔摩|【】由许多小岛组成。; Warsaw|华沙|谈判地点是【】。; Budapest|布达佩斯|【】有很多温泉。;
    Bucharest|布加勒斯特|【】的街道很宽。; Belgrade|贝尔格莱德|两条河在【】汇合。; Sarajevo|萨拉热窝|【】举办过冬奥会。;
    Madrid|马德里|列车从【】开出。; Barcelona|巴塞罗那|【】队输了球。; Valencia|瓦伦西亚|橙子来自【】。;
    Lisbon|里斯本|【】有老式电车。; Milan|米兰|时装周在【】举行。; Florence|佛罗伦萨|游客挤满了【】。;
    Manchester|曼彻斯特|纺织厂在【】。; Birmingham|伯明翰|她去【】看展览。; Liverpool|利物浦|【】港口很忙。;
    Glasgow|格拉斯哥|【】造过大船。; Dublin|都柏林|酒吧开在【】。; Belfast|贝尔法斯特|【】的墙上有画。;
    Chicago|芝加哥|【】风很大。; Houston|休斯敦|【】发了洪水。; Philadelphia|费拉德尔菲亚|旧地图上写着【】。;
    Minnesota|明尼苏达|【】有上万个湖。; Alabama|亚拉巴马|棉花长在【】。; Connecticut|康涅狄格|学校在【】。;
    Michigan|密歇根|【】湖结冰了。; Montana|蒙大拿|【】人口不多。; Nairobi|内罗毕|动物园离【】不远。;
    Addis Ababa|亚的斯亚贝巴|总部在【】。; Kampala|坎帕拉|【】建在山上。; Casablanca|卡萨布兰卡|【】是个港口。;
    Baghdad|巴格达|【】停电了。; Kandahar|坎大哈|车队驶向【】。; Islamabad|伊斯兰堡|他飞往【】。;
    Karachi|卡拉奇|【】靠海。; Delhi|德里|【】地铁很挤。; Jakarta|雅加达|【】正在下沉。; Manila|马尼拉|台风逼近【】。;
    Sydney|悉尼|【】的歌剧院亮了灯。; Melbourne|墨尔本|比赛在【】进行。; Liechtenstein|列支敦士登|【】是个小国。;
    Buckingham|白金汉|卫兵守着【】宫。; Podgorica|波德戈里察|【】有一座桥。; Muhammad|穆罕默德|司机叫【】。;
    Ibrahim|易卜拉欣|【】卖地毯。; Gonzalez|冈萨雷斯|【】进了两个球。; Rodriguez|罗德里格斯|【】是新来的邻居。;
    Fernandez|费尔南德斯|【】教西班牙语。; Sánchez|桑切斯|【】的店关了。; Kowalski|科瓦尔斯基|【】开出租车。;
    Łukasz|卢卡什|【】会修钟表。; Nebuchadnezzar|尼布甲尼撒|国王【】修了花园。; Zechariah|撒迦利亚|祭司名叫【】。
"""

NOTHING = """
    Cromwell|图书馆周一闭馆，请周二再来。; Birkenhead|我把钥匙忘在办公室的抽屉里了。; Zelenskyy|孩子们在院子里堆雪人。;
    Johannesburg|这条河每年春天都会涨水。; Thomas|请在付款之前核对订单上的地址。; Kreisky|老师让我们把作业交到前台。;
    Ivory|晚饭以后，他们沿着湖边散步。; Robert|新的规定从下个月开始实行。; Margaret|她用旧报纸包好了盘子。;
    Michael|天气预报说明天有大雾。; Benjamin|电梯坏了，我们只好走楼梯。; Samuel|这家店的面条比那家便宜。;
    Jonathan|会议推迟到星期四下午三点。; Nicholas|屋顶漏水，墙上长了霉。; Frederick|他把自行车借给了邻居。;
    Dorothy|报告的第二部分还没有写完。; Rebecca|如果温度太高，机器会自动停止。; Jessica|请不要在走廊里大声说话。;
    Vanessa|秋天的山坡上开满了野花。; Sophia|他没有回答，只是摇了摇头。; Isabella|村里的老人都记得那场大火。;
    Olivia|价格上涨了一倍，销量却没有下降。; Patrick|我们需要更多的时间来讨论这个方案。; Kennedy|窗外传来一阵笑声。;
    Roosevelt|他每天早上五点起床练字。; Churchill|这道题有两种解法。; Lincoln|大家都同意先修路再盖房。;
    Clinton|小猫躲在沙发底下不肯出来。; Thompson|医生建议他少吃盐，多喝水。; Anderson|火车晚点了四十分钟。;
    Robinson|这本书的封面是绿色的。; Hamilton|他们用竹子搭了一座桥。; Sullivan|数据每隔一小时保存一次。;
    Darwin|妈妈把剩下的米饭做成了粥。; Einstein|工人们正在粉刷外墙。; Kepler|我从来没有见过这么大的鱼。;
    Galileo|经理要求所有员工重新登记。; Tchaikovsky|海风把窗帘吹了起来。; Tolstoy|他用一根绳子把箱子捆好。;
    Gorbachev|考试成绩将在网上公布。; Beethoven|那只狗认得回家的路。; Mozart|水烧开以后再放茶叶。;
    Schubert|桌上放着一盏旧油灯。; Picasso|这份合同需要双方签字盖章。; Hemingway|他父亲年轻时当过铁匠。;
    Frankfurt|附近没有停车的地方。; Stuttgart|政府决定提高最低工资。; Dresden|昨天夜里下了一场大雪。;
    Amsterdam|她的声音轻得几乎听不见。; Copenhagen|系统会在更新之后重新启动。; Helsinki|他们把货物搬到仓库里。;
    Budapest|谁也没想到结果会是这样。; Belgrade|这种药必须在饭后服用。; Barcelona|实验的误差不超过百分之三。;
    Lisbon|小路两旁种着高大的杨树。; Manchester|病人的情况已经稳定下来。; Glasgow|他把信折好，放进口袋。;
    Minnesota|请点击屏幕右上角的按钮。; Connecticut|奶奶讲的故事总也听不厌。; Nairobi|市场里的鱼卖得很快。;
    Kampala|这座桥是三百年前修的。; Baghdad|我们在山脚下过了一夜。; Karachi|法院驳回了他的请求。;
    Melbourne|洗好的衣服晾在院子里。; Gonzalez|这个词在古代有别的意思。; Kowalski|老板答应给他加薪。
"""

ROWS = [tuple(row.strip().split("|")) for row in NAMES.split(";")]
MISSED = [("Leipzig", "莱比锡"), ("Mumbai", "孟买")]
ABSENT = [tuple(row.strip().split("|")) for row in NOTHING.split(";")]


@pytest.fixture(scope="module")
def finder() -> Sounds:
    return Sounds(Lexicon.load())


@pytest.mark.parametrize(("name", "form", "frame"), ROWS, ids=[row[0] for row in ROWS])
def test_name_is_found(finder: Sounds, name: str, form: str, frame: str) -> None:
    text = frame.replace("【】", form)
    found = finder.find(name, text)
    assert found is not None
    start, end, value = found
    assert value >= SURE
    assert (start, end) == (text.index(form), text.index(form) + len(form)), text[start:end]


@pytest.mark.parametrize(("name", "form"), MISSED, ids=[row[0] for row in MISSED])
@pytest.mark.xfail(strict=True, reason="old forms, made from another sound or another language than the spelling shows")
def test_old_form_is_found(finder: Sounds, name: str, form: str) -> None:
    found = finder.find(name, f"书上写着{form}。")
    assert found is not None
    assert found[2] >= SURE


@pytest.mark.parametrize(("name", "text"), ABSENT, ids=[row[0] for row in ABSENT])
def test_nothing_is_found_where_the_name_is_not(finder: Sounds, name: str, text: str) -> None:
    found = finder.find(name, text)
    assert found is None or found[2] < SURE


def test_hardly_any_name_is_found_in_sentences_of_others(finder: Sounds) -> None:
    sentences = [text for _, text in ABSENT] + [frame.replace("【】", form) for _, form, frame in ROWS]
    pairs = hits = 0
    for number, (name, form, _) in enumerate(ROWS):
        for text in sentences[number % 3 :: 3]:
            if form[:2] not in text:
                found = finder.find(name, text)
                pairs += 1
                hits += found is not None and found[2] >= SURE
    assert pairs > 10000
    assert hits < 0.01 * pairs


def test_finds_in_folded_traditional_text(finder: Sounds) -> None:
    text = fold("總統羅斯福坐著輪椅。")
    found = finder.find("Roosevelt", text)
    assert found is not None
    assert text[found[0] : found[1]] == "罗斯福"


def test_prefers_the_likelier_of_two_names(finder: Sounds) -> None:
    text = "罗伯特和罗伯森一起去了伦敦。"
    robert, robertson = finder.find("Robert", text), finder.find("Robertson", text)
    assert robert is not None
    assert text[robert[0] : robert[1]] == "罗伯特"
    assert robertson is not None
    assert text[robertson[0] : robertson[1]] == "罗伯森"


def test_a_stretch_beside_a_dot_is_likelier(finder: Sounds) -> None:
    dotted, bare = finder.find("Young", "他叫托马斯·杨。"), finder.find("Young", "他种了一棵杨树。")
    assert dotted is not None
    assert bare is None or bare[2] < dotted[2]


def test_one_word_does_not_reach_across_a_dot(finder: Sounds) -> None:
    found = finder.find("Thompson", "他叫托马斯·普森。")
    assert found is None or found[2] < SURE


def test_a_particle_ends_no_name_but_may_stand_in_one(finder: Sounds) -> None:
    ahilud, north = "亚希律的儿子记下了这件事。", "斯堪的纳维亚的冬天很长。"
    found = finder.find("Ahilud", ahilud)
    assert found is not None
    assert ahilud[found[0] : found[1]] == "亚希律"
    found = finder.find("Scandinavia", north)
    assert found is not None
    assert north[found[0] : found[1]] == "斯堪的纳维亚"


def test_taken_characters_are_left_alone(finder: Sounds) -> None:
    text = "伯肯黑德离海不远，伯肯黑德的船很多。"
    first, second = text.index("伯"), text.rindex("伯")
    free = [True] * len(text)
    found = finder.find("Birkenhead", text, free)
    assert found is not None
    assert found[:2] == (first, first + 4)
    free[first : first + 4] = [False] * 4
    other = finder.find("Birkenhead", text, free)
    assert other is not None
    assert other[:2] == (second, second + 4)
    free = [False] * len(text)
    none_free = finder.find("Birkenhead", text, free)
    assert none_free is None or none_free[2] < found[2]


@pytest.mark.parametrize("name", ["", "X", "-", "'s", "李", "123"])
def test_what_has_no_sounds_is_not_looked_for(finder: Sounds, name: str) -> None:
    assert finder.find(name, "克伦威尔在克里特岛。") is None


def test_an_empty_text_holds_no_name(finder: Sounds) -> None:
    assert finder.find("Cromwell", "") is None


LETTERS = st.text("abcdefghijklmnopqrstuvwxyzäéñł' -", min_size=0, max_size=40)
CHINESE = st.text("克伦威尔斯特里亚·，。的是不了大新堡安娜马汉杨𠮷x1 ", max_size=30)


@given(name=LETTERS, text=CHINESE, data=st.data())
def test_laws(finder: Sounds, name: str, text: str, data: st.DataObject) -> None:
    free = data.draw(st.lists(st.booleans(), min_size=len(text), max_size=len(text)))
    found = finder.find(name, text, free)
    assert found == finder.find(name, text, free)
    unhindered = finder.find(name, text)
    if found is not None:
        assert 0 <= found[0] < found[1] <= len(text)
        assert 0.0 <= found[2] <= 1.0
        assert unhindered is not None
    assert unhindered == finder.find(name, text, [True] * len(text))


@given(text=CHINESE, name=LETTERS)
def test_memory_changes_nothing(finder: Sounds, fresh: Sounds, text: str, name: str) -> None:
    fresh.find("Robinson", text[::-1])
    assert fresh.find(name.upper(), text) == finder.find(name, text)


@pytest.fixture(scope="module")
def fresh() -> Sounds:
    return Sounds(Lexicon.load())


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("Philip", "filip"), ("Knight", "nit"), ("McDonald's", "makdonald"), ("Mackenzie", "makenzie"),
        ("Xavier", "xavier"), ("Maxwell", "makswel"), ("Schmidt", "Smit"), ("Chicago", "Cikago"),
        ("Khrushchev", "KruSev"), ("Cecil", "QeQil"), ("George", "GeorGE"), ("Guernsey", "gernsey"),
        ("Brown", "broun"), ("Bowie", "bowie"), ("Jacques", "jak"), ("Cambridge", "kambrijE"), ("Łódź", "lodz"),
        ("São", "sao"), ("Fritz", "frits"), ("Lamb", "lam"), ("Quentin", "kuentin"), ("Ekaterina", "ekaterina"),
    ],
)  # fmt: skip
def test_sounds_of_a_name(name: str, heard: str) -> None:
    assert "".join(sounds(word) for word in words(name)) == heard


@pytest.mark.parametrize(
    ("syllable", "expected"),
    [
        ("ke", ("k", "e", "")), ("wei", ("w", "wei", "")), ("lun", ("l", "un", "n")), ("er", ("er", "er", "")),
        ("shi", ("sh", "~", "")), ("qu", ("q", "v", "")), ("ang", ("", "ang", "g")), ("yi", ("y", "i", "")),
        ("xx", None), ("m", None),
    ],
)  # fmt: skip
def test_parts_of_a_syllable(syllable: str, expected: tuple[str, str, str] | None) -> None:
    assert parts(syllable) == expected
