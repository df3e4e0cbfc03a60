"""How Chinese tells of people: surnames with their readings, and words that stand instead of a name. Knows no text."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from aligncheck.lang.patterns import deferred

INSTEAD = deferred(r"[他她它祂牠妳您其该此彼之自]|[这那]|本人|两人|二人|双方|对方|前者|后者|诸")
"""Words that point at somebody or something named before, in simplified characters."""

_SURNAMES = """王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he
    林lin 高gao 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 邓deng 冯feng 韩han 曹cao 曾zeng 彭peng 萧xiao 肖xiao
    蔡cai 潘pan 田tian 董dong 袁yuan 于yu 余yu 叶ye 蒋jiang 杜du 苏su 魏wei 程cheng 吕lv 丁ding 沈shen 任ren 姚yao
    卢lu 傅fu 钟zhong 姜jiang 崔cui 谭tan 廖liao 范fan 汪wang 陆lu 金jin 石shi 戴dai 贾jia 韦wei 夏xia 邱qiu 方fang
    侯hou 邹zou 熊xiong 孟meng 秦qin 白bai 江jiang 阎yan 闫yan 薛xue 尹yin 段duan 雷lei 黎li 史shi 龙long 陶tao 贺he
    顾gu 毛mao 郝hao 龚gong 邵shao 万wan 钱qian 严yan 赖lai 覃qin 洪hong 武wu 莫mo 孔kong 汤tang 向xiang 常chang 温wen
    康kang 施shi 文wen 牛niu 樊fan 葛ge 邢xing 安an 齐qi 易yi 乔qiao 伍wu 庞pang 颜yan 倪ni 庄zhuang 聂nie 章zhang
    鲁lu 岳yue 翟zhai 殷yin 詹zhan 申shen 欧ou 耿geng 关guan 兰lan 焦jiao 俞yu 左zuo 柳liu 甘gan 祝zhu 包bao 宁ning
    尚shang 符fu 舒shu 阮ruan 柯ke 纪ji 梅mei 童tong 凌ling 毕bi 单shan 季ji 裴pei 霍huo 涂tu 成cheng 苗miao 谷gu
    盛sheng 曲qu 翁weng 冉ran 骆luo 蓝lan 路lu 游you 辛xin 靳jin 管guan 柴chai 蒙meng 鲍bao 华hua 喻yu 祁qi 蒲pu 房fang
    滕teng 屈qu 饶rao 解xie 牟mu 艾ai 尤you 阳yang 时shi 穆mu 农nong 司si 卓zhuo 古gu 吉ji 缪miao 简jian 车che 项xiang
    连lian 芦lu 麦mai 褚chu 娄lou 窦dou 戚qi 岑cen 景jing 党dang 宫gong 费fei 卜bu 冷leng 晏yan 席xi 卫wei 米mi 柏bai
    宗zong 瞿qu 桂gui 全quan 佟tong 应ying 臧zang 闵min 苟gou 邬wu 边bian 卞bian 姬ji 师shi 和he 仇qiu 栾luan 隋sui
    商shang 刁diao 沙sha 荣rong 巫wu 寇kou 桑sang 郎lang 甄zhen 丛cong 仲zhong 虞yu 敖ao 巩gong 明ming 佘she 池chi
    查zha 麻ma 苑yuan 迟chi 邝kuang 官guan 封feng 谈tan 匡kuang 鞠ju 惠hui 荆jing 乐yue 冀ji 郁yu 胥xu 南nan 班ban
    储chu 原yuan 栗li 燕yan 楚chu 鄢yan 劳lao 谌chen 奚xi 皮pi 粟su 冼xian 蔺lin 楼lou 盘pan 满man 闻wen 位wei 厉li
    仝tong 习xi 茅mao 桓huan 钮niu 洛luo 蓟ji 宓mi 郦li 嵇ji 濮pu 鱼yu 元yuan 区ou 尉wei 朴piao
    欧阳ouyang 上官shangguan 司马sima 诸葛zhuge 夏侯xiahou 皇甫huangfu 尉迟yuchi 公孙gongsun 慕容murong 令狐linghu
    司徒situ 东方dongfang 南宫nangong 西门ximen 独孤dugu 端木duanmu 长孙zhangsun 宇文yuwen 轩辕xuanyuan 呼延huyan"""
"""The surnames of nearly all Chinese people, the most frequent first, then double ones. They are facts of the census
and of the Hundred Surnames; readings are those that surnames have (单 shan, 曾 zeng, 仇 qiu, 查 zha)."""


@cache
def surnames() -> dict[str, tuple[str, ...]]:
    """Reading → the surnames (simplified) that are read so; ü is written v."""
    found: dict[str, list[str]] = defaultdict(list)
    for item in dict.fromkeys(_SURNAMES.split()):
        name = item.rstrip("abcdefghijklmnopqrstuvwxyz")
        found[item[len(name) :]].append(name)
    found["lu"] += found["lv"]
    return {reading: tuple(names) for reading, names in found.items()}
