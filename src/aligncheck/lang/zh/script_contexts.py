"""Characters that are wrong in Traditional text by what stands around them, where no word decides. Knows no dictionary.

Three grounds: a context that allows one meaning only (三年后), a character that modern Traditional prose has in a few
words only (愿), and the habit of a text: one that writes 以后 and 然后 and never 後 writes 后 for 後 throughout.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from aligncheck.lang.patterns import deferred


class Context(NamedTuple):
    """``pattern`` finds the character ``wrong``, and nothing else, where ``right`` belongs."""

    wrong: str
    right: str
    pattern: re.Pattern[str]


def _context(wrong: str, right: str, pattern: str) -> Context:
    return Context(wrong, right, deferred(pattern))


_NUMBER = r"[\d一二三四五六七八九十百千萬兩幾數半多]"
_BEAST = "狗犬貓鳥雞鴨鵝羊兔鼠猴虎獅豹狼熊鹿豬蜜蜂蝴蒼蚊螞螃蝦青鴿老大小白黑花紅黃野母公手腳眼耳鞋襪"

SURE: tuple[Context, ...] = (
    _context("后", "後", rf"(?<={_NUMBER}[年月天日週周秒次輪步代])后"),
    _context("后", "後", r"(?<=小時|分鐘|世紀|星期|個月|年代|成立|建立|確立|設立|完成|結束|發布|開始|更新|安裝)后"),
    _context("后", "後", r"(?<=[了完])后(?![妃冠羿土稷座宮位])"),
    _context("么", "麼", r"(?<=[什甚怎這那多要])么"),
    _context("于", "於", r"(?<=[一-鿿])于(?=\s?\d)"),
    _context("并", "並", r"(?<=[，、；,;])并(?![州購吞入])"),
    _context("并", "並", r"并(?=[非不未沒無且])"),
    _context("几", "幾", r"几(?=[個年天次種月日十百千萬位條張件名秒週周項款輪隻部])|(?<=[十好這])几(?![案上])"),
    _context("余", "餘", r"(?<=[十百千萬億])余(?=[年人名個天次種位萬億家座])"),
    _context("只", "隻", rf"只(?=[{_BEAST}])(?<=[兩三四五六七八九幾每]只)(?!只(?:老是|大[多概]|小心|手))"),
    _context("种", "種", rf"(?<={_NUMBER})种|(?<=[各這那此某哪每品物人])种|种(?=[類種植子族])"),
    _context("据", "據", r"(?<!拮)据"),
    _context("愿", "願", r"(?<![鄉謹誠])愿"),
    _context("厂", "廠", "厂"),
    _context("广", "廣", "广"),
    _context("万", "萬", "万(?!俟)"),
    _context("极", "極", "极"),
    _context("确", "確", "确"),
    _context("价", "價", "价(?!值连城)"),
    _context("适", "適", r"(?<![李洪宮])适"),
    _context("腊", "臘", "腊"),
    _context("虫", "蟲", "虫"),
    _context("党", "黨", "党(?!項)"),
    _context("术", "術", r"(?<![白蒼莪])术"),
    _context("荐", "薦", "荐(?!骨)"),
    _context("胜", "勝", "胜(?!肽)"),
    _context("瞭", "了", r"(?<=[為除到過有成做說用])瞭(?![望解然])"),
    _context("裡", "里", r"裡(?=[斯亞茲])(?<=[布巴哈基艾瑪米莫加卡亨阿弗奧費帕塔納]裡)"),
    _context("裏", "里", r"裏(?=[斯亞茲])(?<=[布巴哈基艾瑪米莫加卡亨阿弗奧費帕塔納]裏)"),
)
"""Contexts and characters that allow one reading, whatever else the text does."""

HABITS: tuple[Context, ...] = (
    _context(
        "后",
        "後",
        r"(?<![皇太王母影歌天視封廢立蜂蟻武呂帝元正妃女球艷豔賢])(?<![^一-鿿\d\s”」）)`’])后(?![妃冠羿土稷座翼位宮])",
    ),
    _context("于", "於", r"(?<=[一-鿿])(?<![單鮮淳])于(?![飛歸闐謙禁右])"),
    _context("并", "並", r"(?<![合兼吞歸裁火幽一])并(?![州購吞入軌])"),
    _context("几", "幾", r"(?<![茶窗案香炕憑書條隱])几(?![案上淨])"),
    _context("里", "裡", r"(?<=[一-鿿]{2})里(?![程約斯亞根德奧昂爾拉士夫巴茲特諾尼科卡姆弗森安格達洛克奇長民])"),
)
"""What a text that never writes the right character, and was found wrong elsewhere, may be taken to mean by the wrong."""
