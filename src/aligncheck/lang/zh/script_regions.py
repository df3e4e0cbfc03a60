"""Words for one thing that differ between Mainland China, Taiwan and Hong Kong. Knows no text.

Facts from OpenCC's phrase tables and dictionaries of the regions. Left out is what means something else in the other
region (程序, 文件, 質量, 項目, 菜單), and what is usual in both (用戶, 優化, 搜索, 數據).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from aligncheck.lang.patterns import any_of, each_at

_TAIWAN = """
軟件 軟體|硬件 硬體|固件 韌體|信息 資訊|網絡 網路|互聯網 網際網路|默認 預設|缺省 預設|內存 記憶體|打印 列印
博客 部落格|數據庫 資料庫|服務器 伺服器|視頻 影片|音頻 音訊|短信 簡訊|硬盤 硬碟|光盤 光碟|磁盤 磁碟|U盤 隨身碟
鼠標 滑鼠|光標 游標|屏幕 螢幕|字符 字元|字符串 字串|字節 位元組|字段 欄位|數組 陣列|變量 變數|線程 執行緒|進程 行程
隊列 佇列|遞歸 遞迴|哈希 雜湊|緩存 快取|源代碼 原始碼|操作系統 作業系統|命令行 命令列|編程 程式設計
程序員 程式設計師|文件夾 資料夾|剪貼板 剪貼簿|粘貼 貼上|鏈接 連結|加載 載入|調試 除錯|兼容 相容
接口 介面|插件 外掛|模塊 模組|異步 非同步|枚舉 列舉|正則表達式 正規表示式|通配符 萬用字元
分辨率 解析度|帶寬 頻寬|寬帶 寬頻|局域網 區域網路|二進制 二進位|十六進制 十六進位|黑客 駭客
人工智能 人工智慧|智能手機 智慧型手機|芯片 晶片|激光 雷射|納米 奈米|筆記本電腦 筆記型電腦|首席執行官 執行長
知識產權 智慧財產權|出租車 計程車|公交車 公車|自行車 腳踏車|塑料 塑膠|方便麵 泡麵|概率 機率|幾率 機率|土豆 馬鈴薯
意大利 義大利|新西蘭 紐西蘭|沙特阿拉伯 沙烏地阿拉伯|老撾 寮國|肯尼亞 肯亞|尼日利亞 奈及利亞|埃塞俄比亞 衣索比亞
克羅地亞 克羅埃西亞|坦桑尼亞 坦尚尼亞|津巴布韋 辛巴威|馬爾代夫 馬爾地夫|格魯吉亞 喬治亞|悉尼 雪梨
"""
_HONG_KONG = """
軟體 軟件|硬體 硬件|韌體 固件|網路 網絡|網際網路 互聯網|默認 預設|缺省 預設|內存 記憶體|部落格 網誌
博客 網誌|服務器 伺服器|簡訊 短訊|短信 短訊|硬盤 硬碟|光盤 光碟|鼠標 滑鼠|程式設計師 程式編寫員
文件夾 資料夾|人工智慧 人工智能|智慧型手機 智能手機|雷射 激光|奈米 納米|駭客 黑客|計程車 的士
出租車 的士|自行車 單車|腳踏車 單車|公交車 巴士|塑料 塑膠|方便麵 即食麵|泡麵 即食麵|機率 概率|義大利 意大利
寮國 老撾|肯亞 肯尼亞|奈及利亞 尼日利亞|衣索比亞 埃塞俄比亞|克羅埃西亞 克羅地亞|雪梨 悉尼
智慧財產權 知識產權
"""
_MAINLAND = """
软体 软件|硬体 硬件|韧体 固件|网路 网络|网际网路 互联网|资料库 数据库|伺服器 服务器|记忆体 内存|列印 打印|部落格 博客
萤幕 屏幕|滑鼠 鼠标|硬碟 硬盘|光碟 光盘|磁碟 磁盘|随身碟 U盘|字元 字符|位元组 字节|栏位 字段
执行绪 线程|伫列 队列|递回 递归|快取 缓存|原始码 源代码|作业系统 操作系统|命令列 命令行|程式码 代码
程式设计师 程序员|资料夹 文件夹|剪贴簿 剪贴板|函式 函数|介面 界面|非同步 异步|正规表示式 正则表达式
解析度 分辨率|频宽 带宽|宽频 宽带|骇客 黑客|人工智慧 人工智能|智慧型手机 智能手机|晶片 芯片|雷射 激光|奈米 纳米
笔记型电脑 笔记本电脑|智慧财产权 知识产权|计程车 出租车|脚踏车 自行车|塑胶 塑料|泡面 方便面|义大利 意大利
纽西兰 新西兰|沙乌地阿拉伯 沙特阿拉伯|寮国 老挝|奈及利亚 尼日利亚|衣索比亚 埃塞俄比亚|克罗埃西亚 克罗地亚
坦尚尼亚 坦桑尼亚|辛巴威 津巴布韦|马尔地夫 马尔代夫
"""
_OTHERWISE: Mapping[str, str] = {
    "软体": r"软体(?!动物|家具|组织|机器人|沙发|恶意)",
    "軟體": r"軟體(?!動物|家具|沙發)",
    "內存": r"內存(?![在於有放檔])",
    "固件": r"(?<!緊)固件",
    "韌體": r"(?<!緊)韌體",
    "納米": r"納米(?!比|尼)",
    "默認": r"默認(?!了|自己|這|他|她|是)",
    "接口": r"(?<!卡)接口(?!令|水|語|角|道|說|便)",
    "變量": r"(?<!改)變量",
    "兼容": r"兼容(?!並|并)",
    "進程": r"(?<=[子父主多護])進程",
    "字符": r"(?<!文)字符(?![合串])",
    "字節": r"字節(?!跳動)",
    "字串": r"字串(?!起|連|成)",
    "字元": r"字元(?!素)",
    "雪梨": r"(?<=[在往到])雪梨(?!汁|膏|湯|糖|樹)",
    "土豆": r"土豆(?!網|泥)",
    "信息": r"信息(?!素)",
    "命令列": r"命令列(?![出表为舉举])",
    "栏位": r"栏位(?!置)",
    "递回": r"(?<!传)递回(?![来去到给])",
    "數組": r"(?<![函複數])數組(?=[的中裡裏元類是，。、])",
    "枚舉": r"枚舉(?=類|值|型|成員)",
    "介面": r"介面(?!剂)",
    "泡面": r"泡面(?!积|板)",
    "快取": r"快取(?!消|出|下|得|走)",
    "奈米": r"奈米(?=[級材技科結粒管碳機尺研線晶薄製塗级结线机制涂，。、）])",
    "寬帶": r"(?<!超)寬帶(?!子|了)",
    "打印": r"打印(?!章|象)",
    "光盤": r"光盤(?!行動)",
}
"""Words that mean something else among these neighbours, or that only some neighbours show to be meant."""

_REGIONS: Mapping[str, str] = {"Hant-TW": _TAIWAN, "Hant-HK": _HONG_KONG, "Hans": _MAINLAND}


@cache
def names_elsewhere(standard: str) -> Mapping[str, str]:
    """Words of other regions, and what readers of a standard call each."""
    return dict(entry.split() for line in _REGIONS[standard].split("\n") for entry in line.split("|") if entry.strip())


@cache
def _patterns(standard: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What any of these words begins with, and the words."""
    names = names_elsewhere(standard)
    special = [_OTHERWISE[word] for word in names if word in _OTHERWISE]
    plain = any_of(word for word in names if word not in _OTHERWISE)
    return re.compile(f"[{''.join(word[0] for word in names)}]"), re.compile("|".join([*special, plain]))


def words_elsewhere(standard: str, text: str) -> Iterator[re.Match[str]]:
    """The words of other regions in a text that follows a standard."""
    return each_at(*_patterns(standard), text, 0, len(text))
