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


def _context(wrong: str, right: str, before: str = "", after: str = "", unless: str = "") -> Context:
    """``before`` and ``after`` are what stands there, ``unless`` what may not; looked for by the character itself."""
    behind = f"(?<={before.replace('|', f'{wrong}|')}{wrong})" if before else ""
    ahead = f"(?={after})" if after else ""
    return Context(wrong, right, deferred(f"{wrong}{ahead}{behind}{unless}"))


_NUMBER = r"[\d一二三四五六七八九十百千萬兩幾數半多]"
_BEAST = "狗犬貓鳥雞鴨鵝羊兔鼠猴虎獅豹狼熊鹿豬蜜蜂蝴蒼蚊螞螃蝦青鴿老大小白黑花紅黃野母公手腳眼耳鞋襪"
_NAME = "[布巴哈基艾瑪米莫加卡亨阿弗奧費帕塔納]"
_HAN = "[一-鿿]"

SURE: tuple[Context, ...] = (
    _context("后", "後", rf"{_NUMBER}[年月天日週周秒次輪步代]"),
    _context("后", "後", "小時|分鐘|世紀|星期|個月|年代|成立|建立|確立|設立|完成|結束|發布|開始|更新|安裝"),
    _context("后", "後", "[了完]", unless="(?![妃冠羿土稷座宮位])"),
    _context("么", "麼", "[什甚怎這那多要]"),
    _context("于", "於", _HAN, r"\s?\d"),
    _context("并", "並", "[，、；,;]", unless="(?![州購吞入])"),
    _context("并", "並", "", "[非不未沒無且]"),
    _context("几", "幾", "", "[個年天次種月日十百千萬位條張件名秒週周項款輪隻部口]", unless="(?<!茶几)"),
    _context("几", "幾", "[十好這]", unless="(?![案上])"),
    _context("余", "餘", r"[\d十百千萬億]", "[年人名個天次種位萬億家座]"),
    _context("只", "隻", "[兩三四五六七八九幾每]", f"[{_BEAST}]", unless="(?!老是|大[多概]|小心|手)"),
    _context("只", "隻", "一", f"[{_BEAST}]", unless="(?<![唯統單專同萬]一只)(?!老是|大[多概]|小心|手)"),
    _context("种", "種", rf"{_NUMBER}"),
    _context("种", "種", "[各這那此某哪每品物人]"),
    _context("种", "種", "", "[類種植子族]"),
    _context("种", "種", r"\d "),
    _context("据", "據", unless="(?<!拮据)"),
    _context("愿", "願", unless="(?<![鄉謹誠]愿)"),
    _context("厂", "廠"),
    _context("广", "廣"),
    _context("万", "萬", unless="(?!俟)"),
    _context("极", "極"),
    _context("确", "確"),
    _context("价", "價"),
    _context("适", "適", unless="(?<![李洪宮]适)"),
    _context("腊", "臘"),
    _context("虫", "蟲"),
    _context("党", "黨", unless="(?!項)"),
    _context("术", "術", unless="(?<![白蒼莪]术)"),
    _context("荐", "薦", unless="(?!骨)"),
    _context("胜", "勝", unless="(?!肽)"),
    _context("瞭", "了", "[為爲除到過有成做說用]", unless="(?![望解然])"),
    _context("裡", "里", _NAME, "[斯亞茲]"),
    _context("裏", "里", _NAME, "[斯亞茲]"),
)
"""Contexts and characters that allow one reading, whatever else the text does."""

HABITS: tuple[Context, ...] = (
    _context(
        "后",
        "後",
        r"[一-鿿\d\s”」）)`’]",
        unless="(?<![皇太王母影歌天視封廢立蜂蟻武呂帝元正妃女球艷豔賢]后)(?![妃冠羿土稷座翼位宮])",
    ),
    _context("于", "於", _HAN, unless="(?<![單鮮淳的]于)(?![飛歸闐謙禁右])"),
    _context("并", "並", unless="(?<![合兼吞歸裁火幽一]并)(?![州購吞入軌])"),
    _context("几", "幾", unless="(?<![茶窗案香炕憑書條隱]几)(?![案上淨])"),
    _context(
        "里",
        "裡",
        _HAN + _HAN,
        unless="(?![程約斯亞根德奧昂爾拉士夫巴茲特諾尼科卡姆弗森安格達洛克奇長民])",
    ),
)
"""What a text that never writes the right character, and was found wrong elsewhere, means by the wrong one."""
