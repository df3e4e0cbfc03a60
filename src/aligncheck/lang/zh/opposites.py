"""Chinese words that have a clear opposite, by concept. Knows no English."""

from __future__ import annotations

from typing import NamedTuple

from aligncheck.lang.patterns import deferred
from aligncheck.model.text import Span

_WORDS = """
amount: 更多 越多 较多 多于 | 更少 越少 较少 少于 不到
increase: 增加 增长 上升 上涨 增多 增大 升高 攀升 飙升 | 减少 下降 下跌 降低 下滑 缩减 骤降 减小 减轻 缩小 削减
import: 进口 导入 | 出口 导出
buy: 购买 买入 收购 采购 购入 买家 买方 | 出售 卖出 售出 抛售 卖掉 卖给 卖家 卖方
time: 早些时候 此前 | 后来 随后 稍后 晚些时候
include: 包括 包含 | 排除 不包括 不含 不包含
enable: 启用 激活 开启 打开 | 禁用 停用 关闭 取消
allow: 允许 准许 获准 | 禁止 拒绝 阻止 不准 不许
truth: 为真 真值 | 为假 假值
open: 打开 开启 开放 开门 | 关闭 关上 关门 闭合
win: 赢得 获胜 战胜 胜出 击败 | 输掉 失利 落败 败北 输给
good: 良好 优秀 优良 很好 最好 更好 | 糟糕 恶劣 很差 最差 更差 糟透
new: 新增 新的 崭新 全新 最新 | 旧的 陈旧 老旧
early: 早期 较早 提早 早年 | 晚期 后期 较晚 晚年
high: 最高 更高 较高 很高 高达 | 最低 更低 较低 很低 低至
large: 最大 更大 较大 巨大 庞大 大型 大规模 越大 | 最小 更小 较小 微小 小型 小规模 越小
long: 长期 更长 最长 漫长 较长 | 短期 更短 最短 短暂 较短
fast: 更快 最快 快速 迅速 飞快 快于 | 更慢 最慢 缓慢 迟缓 慢于
strong: 强大 强劲 更强 最强 强烈 | 虚弱 软弱 疲软 薄弱 更弱 最弱 微弱
rich: 富裕 富有 富人 富豪 | 贫穷 贫困 穷人
positive: 阳性 积极 正面 | 阴性 消极 负面
north: 北部 北方 北边 以北 北岸 北侧 北面 | 南部 南方 南边 以南 南岸 南侧 南面
east: 东部 东边 以东 东岸 东侧 东面 | 西部 西边 以西 西岸 西侧 西面
left: 左侧 左边 左手 左脚 左臂 左腿 左上角 左下角 | 右侧 右边 右手 右脚 右臂 右腿 右上角 右下角
inside: 内部 里面 室内 | 外部 外面 室外 户外
top: 顶部 顶端 | 底部 底端
male: 男性 男人 男子 | 女性 女人 女子
boy: 男孩 男童 | 女孩 女童
father: 父亲 爸爸 | 母亲 妈妈
son: 儿子 | 女儿
brother: 兄弟 哥哥 弟弟 | 姐妹 姐姐 妹妹
summer: 夏天 夏季 | 冬天 冬季
success: 成功 | 失败
accept: 接受 同意 | 拒绝
support: 支持 拥护 | 反对
start: 开始 开幕 开幕式 拉开大幕 启动 | 结束 闭幕 闭幕式 落幕 终结
arrive: 到达 抵达 | 离开 离去
enter: 进入 加入 | 离开 退出
attack: 攻击 进攻 袭击 | 防御 防守 保卫
build: 建造 修建 兴建 建成 | 摧毁 拆除 拆毁 毁坏
add: 添加 加入 插入 | 删除 移除 去除 删掉
send: 发送 寄出 发出 传送 送出 传输 派出 | 接收 收到
connect: 连接 接通 | 断开
lock: 锁定 上锁 | 解锁 开锁
install: 安装 装机 | 卸载 拆除
upload: 上传 | 下载
encrypt: 加密 | 解密
show: 显示 表明 展示 | 隐藏 掩盖 隐瞒
public: 公共 公开 公立 公安 | 私人 私有 私立 私营
military: 军事 军用 军方 | 民用 平民
domestic: 国内 当地 本地 | 国际 国外 外国 海外
urban: 城市 城镇 | 农村 乡村
majority: 多数 | 少数
maximum: 最大 最高 最多 | 最小 最低 最少
same: 相同 同样 一样 类似 相似 | 不同 迥异
possible: 可能 | 不可能
legal: 合法 | 非法 违法
known: 已知 | 未知
stable: 稳定 | 不稳定
valid: 有效 | 无效
sufficient: 充足 足够 充分 | 不足 不够 匮乏
direct: 直接 | 间接
formal: 正式 官方 | 非正式 非官方
correct: 正确 | 错误 不正确
mutable: 可变 | 不可变
optimism: 乐观 | 悲观
love: 喜爱 热爱 喜欢 爱着 | 憎恨 讨厌 仇恨 厌恶
friend: 朋友 友人 | 敌人 仇敌
birth: 出生 诞生 | 死亡 去世 逝世
healthy: 健康 | 感染 患病 生病
question: 问题 | 答案 回答
parent: 父母 家长 | 儿童 孩子 小时候
now: 目前 当前 现在 如今 当今 | 过去 以往 从前
future: 未来 将来 今后 | 过去 以往 从前
soon: 立即 立刻 马上 | 最终 终于
initially: 最初 起初 | 最终 终于
easy: 容易 轻松 简单 轻易 | 困难 艰难 难以 挑战性
cheap: 便宜 廉价 低廉 | 昂贵 高价
near: 附近 靠近 接近 邻近 | 遥远 远离 偏远
wide: 宽阔 广泛 更宽 | 狭窄 更窄
deep: 深层 更深 最深 | 浅层 更浅 最浅
thick: 浓密 茂密 厚厚 更厚 密集 | 稀疏 薄薄 更薄
heavy: 沉重 更重 繁重 | 轻便 更轻
hot: 炎热 温暖 更热 | 寒冷 冰冷 更冷
wet: 潮湿 湿润 | 干燥 干旱
bright: 明亮 光明 | 黑暗 昏暗
full: 装满 充满 | 空的 空荡荡
safe: 安全 | 危险
young: 年轻 年幼 | 年老 年长 老年
simple: 简单 基本 | 复杂 繁杂
rare: 罕见 稀有 | 常见 普遍
major: 主要 重大 | 次要
senior: 高级 资深 | 初级
upper: 上部 上层 | 下部 下层
vertical: 垂直 竖直 | 水平
odd: 奇数 | 偶数
acute: 急性 | 慢性
benign: 良性 | 恶性
proximal: 近端 | 远端
anterior: 前部 前侧 | 后部 后侧
artery: 动脉 | 静脉
hypertension: 高血压 | 低血压
hyperglycemia: 高血糖 | 低血糖
systolic: 收缩压 | 舒张压
prospective: 前瞻性 | 回顾性
upregulated: 上调 | 下调
agonist: 激动剂 | 拮抗剂
promote: 促进 激活 推动 | 抑制 阻碍 拦截
input: 输入 | 输出
read: 读取 阅读 | 写入
ascending: 升序 | 降序
prefix: 前缀 | 后缀
row: 一行 每行 | 一列 每列
encode: 编码 | 解码
synchronous: 同步 | 异步
static: 静态 | 动态
near-end: 本地 | 远程
uppercase: 大写 | 小写
optional: 可选 | 必需 必填
manual: 手动 | 自动
online: 在线 联机 | 离线 脱机 线下
profit: 盈利 利润 获利 | 亏损
surplus: 盈余 顺差 过剩 | 赤字 逆差
supply: 供应 供给 | 需求
assets: 资产 | 负债
income: 收入 | 支出
employer: 雇主 | 雇员
plaintiff: 原告 | 被告
guilty: 有罪 | 无罪 无辜
peace: 和平 | 战争
victory: 胜利 | 失败 战败
ancestor: 祖先 | 后代 后裔
doctor: 医生 医师 | 病人 患者
advantage: 优势 优点 | 劣势 缺点
encourage: 鼓励 | 劝阻
arrest: 逮捕 被捕 拘捕 | 释放
expand: 扩大 扩张 扩展 | 缩小 收缩 缩减
appear: 出现 | 消失
remember: 记得 记住 | 忘记 忘了
advance: 前进 推进 | 后退 撤退
admit: 承认 | 否认
praise: 赞扬 表扬 称赞 | 批评 谴责
approve: 批准 通过 | 否决 驳回
hire: 雇用 雇佣 聘用 招聘 | 解雇 开除
accelerate: 加速 加快 | 减速 减缓 放缓
strengthen: 加强 增强 强化 | 削弱 减弱
improve: 改善 改进 提升 好转 | 恶化
temporary: 临时 暂时 | 永久
absolute: 绝对 | 相对
active: 主动 积极 活跃 | 被动 消极
objective: 客观 | 主观
qualitative: 定性 | 定量
partly: 部分 | 全部 完全 全面
voluntary: 自愿 志愿 | 强制 强迫
attend: 出席 参加 | 缺席 错过
pain: 疼痛 痛苦 | 快乐 愉快 愉悦
first: 首次 第一次 首个 首届 | 最后一次 最后一个 最后一届
confirm: 证实 确认 确诊 | 否认
responsible: 负责 | 不负责
introduce: 引进 引入 | 消除 根除 废除
protect: 保护 | 破坏 损害 毁坏
continue: 继续 | 停止 终止
keep: 保留 保持 | 丢弃 放弃 抛弃
comply: 遵守 遵循 遵从 | 违反 违背
trust: 信任 相信 | 怀疑
unite: 团结 统一 合并 | 分裂 拆分
friendly: 友好 | 敌对 不友好
happy: 高兴 快乐 开心 | 悲伤 难过 伤心
clever: 聪明 明智 | 愚蠢
polite: 礼貌 | 粗鲁 无礼
modern: 现代 当代 | 古代 古老
developed: 发达 先进 | 发展中 落后
natural: 天然 自然 | 人工 人造
normal: 正常 | 异常 反常
married: 已婚 | 未婚 单身
professional: 专业 职业 | 业余
indigenous: 土著 原住民 本土 | 移民 外来
day: 白天 日间 | 夜间 夜晚 夜里
morning: 早上 上午 早晨 清晨 | 晚上 傍晚
sunrise: 日出 黎明 | 日落 黄昏
upwards: 向上 往上 | 向下 往下
upstream: 上游 | 下游
take-off: 起飞 | 降落 着陆
capitalism: 资本主义 | 社会主义
democracy: 民主 | 独裁
consumer: 消费者 | 生产者
predator: 捕食者 | 猎物
solid: 固体 | 液体
acid: 酸性 | 碱性
soluble: 可溶 | 不溶
freeze: 冻结 结冰 | 融化 解冻
prosecution: 检方 检察官 检察院 | 辩方 辩护
rain: 大雨 暴雨 | 小雨
ally: 盟友 盟国 | 敌人 敌国
spend: 花费 | 节省
busy: 忙碌 繁忙 | 清闲 空闲
resign: 辞职 | 任命
liberal: 自由派 | 保守派
temporary-host: 主人 | 客人
carefully: 小心 仔细 精心 认真 | 粗心 随意
raise: 提高 上调 抬高 调高 | 降低 下调 调低
shared: 共同 共用 一起 共享 | 分别 单独 各自
attract: 吸引 | 排斥
beauty: 美丽 漂亮 | 丑陋
clean: 干净 清洁 | 肮脏
clear: 清晰 明确 清楚 | 模糊 含糊
cooperate: 合作 协作 | 竞争
repair: 修复 修理 维修 | 损坏 损毁
employed: 就业 | 失业
famous: 著名 知名 有名 | 默默无闻
flexible: 灵活 | 僵硬 僵化 死板
forward: 向前 往前 | 向后 往后 倒退
gradual: 逐渐 逐步 渐渐 | 突然 忽然 骤然
hope: 希望 | 绝望
individual: 个人 个体 单独 | 集体
intentional: 故意 蓄意 有意 | 意外 偶然
kind: 善良 仁慈 友善 | 残忍 残酷
modest: 谦虚 谦逊 | 傲慢 骄傲
loud: 吵闹 嘈杂 大声 喧闹 | 安静 寂静 悄悄
often: 经常 常常 通常 往往 | 很少 偶尔 极少
precise: 精确 准确 确切 | 粗略 大致 大约
reward: 奖励 奖赏 | 惩罚 处罚
smooth: 光滑 平滑 平稳 | 粗糙
gather: 聚集 集合 集结 | 散开 分散 驱散
severe: 严重 重度 | 轻微 轻度
special: 特殊 特定 特别 | 一般 普通 通用
tense: 紧张 | 放松 平静
theory: 理论 | 实践
tradition: 传统 | 现代 新式
useful: 有用 | 无用 没用
life: 生命 活着 | 死亡
above: 上方 上面 | 下方 下面
front: 前方 前面 正面 | 后方 后面 背面
season: 春天 春季 | 秋天 秋季
expert: 专家 | 新手 初学者
predecessor: 前任 | 继任者 接任者
entrance: 入口 | 出口
sender: 发件人 发送者 寄件人 | 收件人 接收者
donor: 捐赠者 供体 捐献者 | 受体 受赠者
abundant: 丰富 充裕 充沛 | 稀缺 匮乏 短缺
victim: 受害者 受害人 | 凶手 肇事者
supporter: 支持者 | 反对者
loyal: 忠诚 忠实 | 背叛 叛徒
violent: 和平 非暴力 | 暴力
heaven: 天堂 | 地狱
frequent: 频繁 | 偶尔
sunny: 晴朗 晴天 | 多云 阴天 阴雨
eventual: 开头 开端 | 结尾 末尾 尾声
sea: 海上 海洋 | 陆上 陆地
win-lose: 获胜者 赢家 冠军 | 失败者 输家
raise-hide: 揭露 披露 曝光 | 掩盖 隐瞒
ease: 放宽 放松 缓解 | 收紧 加剧
"""


def _ends() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    table = {}
    for line in _WORDS.strip().splitlines():
        concept, _, ends = line.partition(": ")
        first, second = ends.split(" | ")
        table[concept] = (tuple(first.split()), tuple(second.split()))
    return table


OPPOSITES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = _ends()
"""Concept → words for its first and its second end; words so clear that they accuse where they stand for the other."""

_FIRST_CLAUSE = deferred(r"[^，。；！？：,;!?]{2,40}?(?P<word>之前|以前|之后|以后|过后|[前后])[，,]")
_OTHER_ORDER = deferred(r"[前后先再才]|随即|接着|然后|次日|翌日")


class Order(NamedTuple):
    """Which end of before (0) and after (1) the sentence opens with, and where."""

    end: int
    place: Span


def clause_order(text: str) -> Order | None:
    """What ……之前， or ……之后， at the head of a sentence says; nothing where another word of order stands in it."""
    found = _FIRST_CLAUSE.match(text)
    if found is None:
        return None
    start, end = found.span("word")
    if _OTHER_ORDER.search(text[:start] + text[end:]):
        return None
    return Order(int("后" in found["word"]), Span(start, end))
