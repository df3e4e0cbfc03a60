"""Characters that conversion between Simplified and Traditional mixes up, and accepted variants. Knows no text.

Facts from OpenCC's tables, the Taiwan Ministry of Education's dictionary and Hong Kong's list of graphemes; which of
them a rule may speak of was decided here.
"""

from __future__ import annotations

CONFUSED: frozenset[tuple[str, str]] = frozenset(
    (pair[0], pair[1])
    for pair in """
    后後 後后 里裡 裡里 么麼 于於 准準 準准 干乾 乾干 干幹 幹干 乾幹 幹乾 系係 係系 系繫 繫系 係繫 繫係
    制製 製制 復複 複復 復覆 複覆 覆複 只隻 隻只 松鬆 鬆松 谷穀 穀谷 斗鬥 鬥斗 面麵 麵面 范範 範范 征徵
    徵征 云雲 雲云 表錶 錶表 台颱 颱台 鐘鍾 鍾鐘 歷曆 曆歷 卷捲 捲卷 舍捨 捨舍 沖衝 衝沖 志誌 誌志 余餘
    餘余 几幾 幾几 丑醜 醜丑 仆僕 僕仆 睏困 采採 採采 致緻 緻致 并並 并併 並併 併並 愿願 郁鬱 鬱郁 御禦
    禦御 吁籲 籲吁 胡鬍 鬍胡 硃朱 咸鹹 鹹咸 嚮向 傢家 韆千 瞭了 發髮 髮發 价價 据據 确確 胜勝 种種 适適
    极極 叶葉 虫蟲 筑築 涂塗 厂廠 广廣 宁寧 党黨 夸誇 姜薑 薑姜 尸屍 帘簾 杆桿 杠槓 板闆 闆板 柜櫃
    术術 癥症 簽籤 籤簽 苹蘋 荐薦 獲穫 穫獲 蜡蠟 讚贊 辟闢 闢辟 髒臟 臟髒 匯彙 彙匯 划劃 劃划 鬚須 須鬚
    齣出 丰豐 豐丰 淀澱 澱淀 慄栗 佣傭 傭佣 喂餵 离離 万萬 註注 注註 曲麴 紮扎 鼕冬 閤合 衚胡 鞦秋
    麯曲 孃娘 姦奸 佈布 瀰彌 彷仿 佛彿 嚐嘗 衹只 衕同 鬨哄 愈癒 踊踴
    """.split()
)
"""``XY``: X is written where Y is right. Of these alone a rule may speak: one of the two is plainly wrong in a word."""

SAME: dict[str, str] = {
    pair[1]: pair[0]
    for pair in "裡裏 麵麪 台臺 臺檯 為爲 眾衆 群羣 峰峯 著着 吃喫 才纔 啟啓 秘祕 床牀 線綫 麼麽 鬥鬬 僱雇".split()
}
"""Variant → the one it is compared as: both are right, or which is right is a matter of taste."""
SAME["檯"] = SAME["臺"] = "台"

ACCEPTED_WORDS: frozenset[str] = frozenset(
    """
    制做 日志 標志 標致 注釋 注解 注銷 注明 注腳 注記 注音 備注 附注 批注 腳注 注定 讚揚 讚美 讚賞 讚許
    讚嘆 讚歎 讚頌 回復 答復 反復 反覆 顛復 復查 復審 復習 複習 復印 計劃 匯報 匯集 匯總 匯編 匯整 克制
    秋千 借口 了了 幹麻 向往 胡同 家具 家伙 佈局 佈置 公佈 發佈 分佈 頒佈 宣佈 佈告 佈景 散佈 遍佈 瀰漫
    彷彿 嚐試 品嚐 嚮導 嚮往 併列 併排 並排 並列 併肩 並肩 一併 併購 升升 采邑 精采 喝采 精彩 丰采 風采
    神采 郁郁 欲望 朱砂 硃砂 斗栱 斗拱 佣兵 萬里 征文 系上 系數 面食 征集 板蕩 幾率 唯獨 簽條 籤條 合夥
    占卜 簽詩 征信 出征 征用 表針 余額 復興 復蘇 症結 癥結 症候 盡情 注疏 註疏 札記 扎實 紮實 扎根 紮根
    駐扎 駐紮 掙扎 包扎 包紮 扎營 札 念頭 收復 曲酒 大曲 紅曲 酒曲 神曲 里弄 夸克 廣谷 姜黃 薑黃 生姜
    捨入 捨去 采風 傭金 佣金 云云 仆倒 征召 反采 荐骨 並集 覆寫 范文 重覆 繫結 相彷 征調 征聘 徵調 徵聘 干系 繫帶 繫繩
    """.split()
)
"""Written like this by good writers of Traditional Chinese too: silent, whatever a dictionary prefers."""

SIMPLIFIED_LOOK_ALIKES: frozenset[str] = frozenset(
    "吓却咏恒强笋厨厦凉携叠碱秆糍揾兖泪昵晒栖洼炖瓮肴虱雇霉凄岩床群峰秘痴粽灶厘恤斋污汙册竈痹皋奬么麽并洒浄"
)
"""Simplified by OpenCC's tables, but variants that Taiwan or Hong Kong writes too, or that only a word can judge."""

TRADITIONAL_LOOK_ALIKES: frozenset[str] = frozenset("吒捱摺榘甯菸醣麴堃甦龢迺邨氾噁薹祇瞭藉乾徵覆夥彷鍾劏")
"""Traditional by OpenCC's tables, but right in Simplified names and words, or to be judged by the word."""

TRADITIONAL_BESIDES: frozenset[str] = frozenset("劃噹廬戰畫線諫諮買鉅鍊開閒驄餘餵鵰麵麪麼麽願儘噁瀋瀰")
"""Traditional only; the tables name rare characters beside their Simplified forms."""

REJECTED_WORDS: frozenset[str] = frozenset("關系 聯係 維係 係統 係列 詞匯 重覆性".split())
"""Listed by a dictionary as variants, and written by nobody who writes well."""

WEAK: frozenset[tuple[str, str]] = frozenset(
    (pair[0], pair[1])
    for pair in """
    只隻 隻只 系係 系繫 繫係 係繫 複覆 復覆 覆複 雲云 云雲 幹干 乾干 台颱 颱台 制製 面麵 麵面 表錶 卷捲 捲卷
    沖衝 衝沖 干乾 干幹 乾幹 幹乾 复復 郁鬱 鬱郁 舍捨 注註 註注 朴樸 辟闢 闢辟 曲麴 采採 採采 征徵 徵征""".split()
)
"""Of two-character words that only one dictionary lists, many of these are chance neighbours, or classical: such words
are no evidence, but keep silent what they allow."""

ONLY: dict[tuple[str, str], frozenset[str]] = {
    ("後", "后"): frozenset("皇后 太后 王后 皇太后 母后 后妃 后羿 后冠 影后 歌后 天后宮 蜂后 皇天后土".split()),
    ("裡", "里"): frozenset(
        """
    公里 英里 海里 華里 里程 里程碑 里程表 鄰里 故里 里昂 里約 里斯本 阿里 阿里巴巴 巴黎 千里 千里馬
    千里迢迢 百里 萬里 萬里長城 不遠千里 一日千里 平方公里 平方英里 馬里 的里雅斯特 亞里士多德
    加里寧格勒 公里數
    """.split()
    ),
    ("面", "麵"): frozenset(
        """麵包 麵粉 麵條 麵食 麵團 麵館 麵糊 麵筋 麵包店 麵包車 麵包師 方便麵 拉麵 泡麵 湯麵 炒麵 吃麵 牛肉麵 意大利麵
        義大利麵 麵包屑 麵包機 烤麵包 刀削麵 速食麵 掛麵""".split()
    ),
    ("係", "系"): frozenset("系統 系列 體系 派系 星系 銀河系 太陽系 生態系 系統性 系列化".split()),
    ("繫", "系"): frozenset("系統 系列 體系 派系 星系 銀河系 太陽系 生態系 系統性 系列化".split()),
    ("併", "並"): frozenset("並且 並非 並不 並不是 並沒有 並未 並列 並肩 並存".split()),
    ("表", "錶"): frozenset("手錶 腕錶 懷錶 鐘錶 錶帶".split()),
    ("愈", "癒"): frozenset("治癒 痊癒 癒合 病癒 自癒".split()),
    ("只", "隻"): frozenset("船隻 艦隻 形單影隻 隻字不提 隻言片語 片言隻語 隻身 隻手遮天 隻字片語 獨具隻眼".split()),
} | dict.fromkeys(
    (("并", "併"), ("並", "併")),
    frozenset("合併 兼併 吞併 歸併 裁併 併購 併吞 併入 併發症 火併 一併 併網 併攏 合併症".split()),
)
"""Of these pairs only these words are evidence: all others are often chance neighbours."""
