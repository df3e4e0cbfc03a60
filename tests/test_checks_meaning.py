"""Sentences whose meaning was turned round, and right ones that look as if it were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pair_builder import context

from aligncheck.checks import meaning
from aligncheck.checks._rule import Hit
from aligncheck.lang.en import polarity as en
from aligncheck.lang.en.opposites import SENSES
from aligncheck.lang.zh import polarity as zh
from aligncheck.lang.zh.opposites import OPPOSITES
from aligncheck.model.report import Severity


def findings(english: str, chinese: str) -> list[tuple[str, Hit]]:
    pair = context(english, chinese)
    return [(rule.code, hit) for rule in meaning.RULES for hit in rule.on_pair(pair)]


def codes(english: str, chinese: str) -> list[str]:
    return [code for code, _ in findings(english, chinese)]


LOST = [
    ("The pump does not start in winter.", "水泵在冬季启动。"),
    ("The committee did not approve the plan.", "委员会批准了该计划。"),
    ("The island has never exported timber.", "该岛出口过木材。"),
    ("The old key cannot open the vault.", "旧钥匙可以打开金库。"),
    ("The harbour is no longer protected by a wall.", "港口受一道墙保护。"),
    ("The keeper wasn't arrested.", "守塔人被逮捕了。"),
    ("The town won't publish the results.", "镇里将公布结果。"),
    ("The two valves are not compatible.", "这两种阀门兼容。"),
    ("Travellers did not believe the guide.", "旅客们相信向导。"),
    ("The council decided not to sell the building.", "市议会决定出售这座建筑。"),
    ("The engine must not overheat.", "发动机必须过热。"),
    ("The medicine doesn’t relieve pain.", "这种药能缓解疼痛。"),
    ("There is no evidence of a leak.", "有证据表明存在泄漏。"),
    ("The bakery had no customers in March.", "面包店三月份有顾客。"),
    ("The sailors were not rescued on Tuesday.", "水手们于周二获救。"),
    ("The festival will not be held in Bergen.", "節日將在卑爾根舉行。"),
    ("The company does not collect addresses.", "公司收集地址。"),
    ("The owner has not signed the contract.", "业主已签署合同。"),
]

GAINED = [
    ("The system supports automatic backups.", "系统不支持自动备份。"),
    ("The minister attended the ceremony.", "部长没有出席典礼。"),
    ("The report mentions the accident.", "报告未提及事故。"),
    ("The museum accepts foreign cards.", "博物馆不接受外国银行卡。"),
    ("The price includes breakfast.", "价格不包括早餐。"),
    ("The captain agreed with the pilot.", "船长不同意领航员的意见。"),
    ("The players understand the rules.", "球员们不理解规则。"),
    ("The data are reliable.", "数据不可靠。"),
    ("The factory produces glass.", "工厂不再生产玻璃。"),
    ("The judge remembered the witness.", "法官没有记住证人。"),
]

DUTY = [
    ("Drivers must wear a helmet.", "司机可以戴头盔。"),
    ("You must not wear a helmet.", "你不必戴头盔。"),
    ("Members need not pay in advance.", "会员必须提前付款。"),
    ("Members do not have to pay in advance.", "会员不得提前付款。"),
    ("Residents must close the gate.", "居民禁止关闭大门。"),
    ("Guests may bring a dog.", "客人必须带狗。"),
    ("The server MUST close the connection.", "服务器应该关闭连接。"),
    ("The server SHOULD close the connection.", "服务器可以关闭连接。"),
    ("The server MAY close the connection.", "服务器必须关闭连接。"),
    ("Tenants are required to clean the stairs.", "租户无需打扫楼梯。"),
]

LIMITS = [
    ("At least the roof is dry.", "顶多屋顶是干的。"),
    ("It costs at most a little patience.", "起码需要一点耐心。"),
    ("The red wire carries less current.", "红线承载更多电流。"),
    ("Visitors buy more tickets online.", "游客在网上买的票更少。"),
]

OPPOSITE = [
    ("Wages increased in the spring.", "春季工资下降。"),
    ("The price of bread fell.", "面包价格上涨。"),
    ("Norway exports fish to Spain.", "挪威从西班牙进口鱼类。"),
    ("He bought three horses.", "他出售了三匹马。"),
    ("Disable the alarm first.", "先启用警报器。"),
    ("The law allows fishing here.", "法律禁止在这里捕鱼。"),
    ("The team won the match.", "球队输掉了比赛。"),
    ("Open the valve slowly.", "慢慢关闭阀门。"),
    ("The test was positive.", "检测结果为阴性。"),
    ("The northern bank is steep.", "南岸很陡。"),
    ("Click the left button.", "点击右侧按钮。"),
    ("The tumour is benign.", "肿瘤是恶性的。"),
    ("Upload the picture.", "下载图片。"),
    ("The highest tower leans.", "最低的塔倾斜了。"),
    ("She remembered the song.", "她忘记了那首歌。"),
    ("The majority voted for the harbour.", "少数人投票支持建港。"),
    ("Sort the names in ascending order.", "按降序排列姓名。"),
    ("The company reported a profit.", "公司公布了亏损。"),
    ("The prince is optimistic.", "王子很悲观。"),
    ("Before the meeting, check the lamps.", "会议之后，检查灯具。"),
    ("The drug inhibits growth.", "该药促进生长。"),
    ("They encrypt the letters.", "他们解密信件。"),
    ("Cheap cabins face the sea.", "昂贵的客舱面朝大海。"),
]

FLIPS = [
    *(("MNG001", *pair) for pair in (*LOST, *GAINED)),
    *(("MNG002", *pair) for pair in DUTY),
    *(("MNG003", *pair) for pair in LIMITS),
    *(("MNG004", *pair) for pair in OPPOSITE),
]

RIGHT = [
    # Negations that Chinese renders by other words.
    ("The climb is not easy.", "攀登很难。"),
    ("The mill is not far from here.", "磨坊就在附近。"),
    ("I don't doubt his story.", "我相信他的故事。"),
    ("He did not forget the key.", "他记得带钥匙。"),
    ("The bus did not stop until midnight.", "公交车直到午夜才停。"),
    ("Nobody knew the answer.", "无人知晓答案。"),
    ("He failed to answer.", "他没有回答。"),
    ("She refused to sign.", "她不肯签字。"),
    ("The lake lacks oxygen.", "湖水没有足够的氧气。"),
    ("He left without paying.", "他没付钱就走了。"),
    ("Few people understand the rules.", "没有多少人理解规则。"),
    ("The rope is too short to reach the ground.", "绳子太短，够不到地面。"),
    ("The door is unlocked.", "门没有锁。"),
    ("It is impossible to hear the bell.", "不可能听到钟声。"),
    ("The valve is useless.", "阀门没有用处。"),
    ("Unless it rains, we sail.", "如果不下雨，我们就起航。"),
    ("I can hardly hear you.", "我几乎听不到你说话。"),
    ("The data are unreliable.", "数据不可靠。"),
    ("Walk rather than drive.", "走路，不要开车。"),
    ("Instead of talking, they worked.", "他们没有说话，而是在干活。"),
    ("The shop is closed on Mondays.", "商店周一不营业。"),
    ("Keep the lid shut.", "不要打开盖子。"),
    ("Avoid touching the wire.", "不要触摸电线。"),
    ("The ferry stopped running in May.", "五月起渡轮不再运行。"),
    ("He is absent today.", "他今天没有出席。"),
    ("We ran out of sugar.", "我们没有糖了。"),
    ("The pier has yet to open.", "码头尚未开放。"),
    ("The owner neglected to add a lock.", "店主没有添加锁。"),
    ("Return is invalid without a receipt.", "没有收据不可退货。"),
    ("Members reticent to see a change left.", "不愿看到变化的成员离开了。"),
    ("I rarely found time not to talk.", "我总是在说话。"),
    ("If the card is no longer required, return it.", "如果 longer 需要该卡，请退还。"),
    # Chinese phrases with a negation character that negate nothing.
    ("However, the harbour is deep.", "不过，港口很深。"),
    ("Prices rise constantly.", "价格不断上涨。"),
    ("The captain had to open the hatch.", "船长不得不打开舱口。"),
    ("She could not help laughing.", "她忍不住笑了。"),
    ("Everyone must admit the fault.", "人人不得不承认错误。"),
    ("The tide is very strong.", "潮水非常强。"),
    ("The future of the mill is bright.", "磨坊的未来一片光明。"),
    ("The rooms are especially large.", "房间特别大。"),
    ("Do you know whether the shop is open?", "你知道商店是否开门吗？"),
    ("Can he swim?", "他会不会游泳？"),
    ("Soon the rain stopped.", "不久雨停了。"),
    ("No matter who calls, open the door.", "无论谁来电，都要开门。"),
    ("The cake is good.", "蛋糕不错。"),
    ("Many boats sank.", "不少船沉没了。"),
    ("You can only win by training.", "你非训练不可，才能取胜。"),
    ("The wireless station opened.", "无线电台开放了。"),
    # English phrases with a negation that negate nothing.
    ("Not only the walls but also the roof burned.", "墙壁和屋顶都烧毁了。"),
    ("I can't wait to see the island.", "我迫切想看到那座岛。"),
    ("You cannot be too careful with fire.", "用火要格外小心。"),
    ("I couldn't agree more.", "我完全同意。"),
    ("Why don't we open the window?", "我们打开窗户吧。"),
    ("Never mind the cost.", "费用没关系。"),
    ("The well never fails to give water.", "这口井总能出水。"),
    ("It was not long before the guests arrived.", "客人很快就到了。"),
    ("The result is not unexpected.", "结果在预料之中。"),
    ("Make sure the file has not been opened.", "请检查，也许有人打开过文件。"),
    ("Don't hesitate to call the office.", "请随时致电办公室。"),
    # Duties.
    ("You must be tired.", "你可能累了。"),
    ("Passengers must not smoke.", "乘客不得吸烟。"),
    ("Passengers may not smoke.", "乘客不得吸烟。"),
    ("You should lock the shed.", "你必须锁上棚子。"),
    ("You need not hurry.", "你不用着急。"),
    ("The keys must not be copied.", "严禁复制钥匙。"),
    ("You can read the map.", "你可以看地图。"),
    ("These forms are not required.", "这些表格不是必需的。"),
    ("To be honest is essential, as you may find.", "你会发现，诚实是必须的。"),
    ("The landlord may not necessarily agree.", "房东并不必然同意。"),
    # Limits and opposites.
    ("Less often we sail at night.", "我们很少夜航。"),
    ("The route is known but its origin is unclear.", "路线明确，但起源不明确。"),
    ("The shop is offline today.", "商店今天只做线下生意。"),
    ("The gulls are not naturally drawn to a simple nest.", "海鸥并非天生喜欢复杂的巢穴，巢越简单越好。"),
    ("Unlock the mailbox.", "解除邮箱的锁定。"),
    ("Wait at least ten minutes.", "至少等十分钟。"),
    ("He eats less than his brother.", "他的兄弟吃得更多。"),
    ("The losses did not increase.", "损失减少了。"),
    ("Imports fell and exports rose.", "出口上升，进口下降。"),
    ("Sales of old boats increased after the price reduction.", "降价以后，旧船的销量增加了。"),
    ("After the war, and before the flood, the mill was built.", "洪水之前，磨坊建成。"),
    ("Remove the old filter and install a new one.", "安装新的过滤器。"),
    ("The tower on the left bank is taller.", "左岸的塔更高。"),
    ("Add the salt at the end.", "最后加盐。"),
    ("South Africa opened its official archive.", "南非正式开放档案馆。"),
    ("To turn it off, close the valve and open the drain.", "关闭时，先关阀门，再打开排水口。"),
    ("The `enable` flag is set.", "禁用时设置 `enable` 标志。"),
]


@pytest.mark.parametrize(("code", "english", "chinese"), FLIPS)
def test_flip_is_found(code: str, english: str, chinese: str) -> None:
    assert codes(english, chinese) == [code]


@pytest.mark.parametrize(("english", "chinese"), RIGHT)
def test_right_translation_is_silent(english: str, chinese: str) -> None:
    assert codes(english, chinese) == []


def test_short_lost_negation_is_an_error_and_shown_on_both_sides() -> None:
    english, chinese = "The council did not approve the plan.", "市议会批准了该计划。"
    ((code, hit),) = findings(english, chinese)
    assert (code, hit.severity) == ("MNG001", Severity.ERROR)
    assert [english[e.start : e.end] for e in hit.source] == ["did not approve"]
    assert [chinese[e.start : e.end] for e in hit.target] == ["批准"]


def test_governed_negation_is_a_warning() -> None:
    ((_, hit),) = findings("The mayor said that the council did not approve the plan.", "市长说市议会批准了该计划。")
    assert hit.severity is Severity.WARNING


def test_gained_negation_shows_the_negated_word() -> None:
    chinese = "报告未提及事故。"
    ((_, hit),) = findings("The report mentions the accident.", chinese)
    assert [chinese[e.start : e.end] for e in hit.target] == ["未提及"]


def test_direction_does_not_matter() -> None:
    pair = context("The ferry accepts foreign cards.", "渡轮不接受外国银行卡。", source="zh")
    ((hit),) = [hit for rule in meaning.RULES for hit in rule.on_pair(pair)]
    assert hit.target[0].start == len("The ferry ")


def test_a_ban_for_a_freedom_is_an_error_and_a_keyword_a_warning() -> None:
    ((_, ban),) = findings("Members need not pay in advance.", "会员不得提前付款。")
    ((_, keyword),) = findings("The server MUST close the connection.", "服务器应该关闭连接。")
    assert (ban.severity, keyword.severity) == (Severity.ERROR, Severity.WARNING)


def test_a_changed_duty_is_not_said_again_as_a_negation() -> None:
    assert codes("You must not wear a helmet.", "你无须戴头盔。") == ["MNG002"]


def test_concepts_are_the_same_in_both_languages() -> None:
    assert {concept for senses in SENSES.values() for concept, _ in senses} == set(OPPOSITES)


@pytest.mark.parametrize("concept", sorted(OPPOSITES))
def test_ends_of_a_concept_have_no_word_in_common(concept: str) -> None:
    first, second = OPPOSITES[concept]
    assert first
    assert second
    assert not set(first) & set(second)
    assert not [form for form, senses in SENSES.items() if {(concept, 0), (concept, 1)} <= set(senses)]


SENTENCES = st.sampled_from([pair for _, *pair in FLIPS] + [list(pair) for pair in RIGHT])


@given(SENTENCES)
def test_a_side_with_both_ends_or_a_denial_is_silent(pair: list[str]) -> None:
    assert codes("Nothing never happens without not being said, or unsaid?", pair[1]) == []


@given(st.text(alphabet="不没有未无非别可能会是的他来去。，，好人才难", max_size=40))
def test_negators_stand_inside_the_text_and_negate_what_follows(text: str) -> None:
    for negator in zh.negators(text):
        assert 0 <= negator.start < negator.end <= negator.stop <= len(text)
        assert zh.CHARACTER.search(text, negator.start, negator.end)


@given(
    st.lists(st.sampled_from("not never the boat did is sail only until no if why opened . , ?".split()), max_size=14)
)
def test_negations_stand_inside_the_text_and_have_a_scope(words: list[str]) -> None:
    text = " ".join(words)
    for negation in en.negations(text):
        assert 0 <= negation.start < negation.end <= negation.scope[0].start < len(text)
