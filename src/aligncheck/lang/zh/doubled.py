"""Chinese words of grammar that are never doubled, and the words in which the same characters meet rightly."""

from __future__ import annotations

_GUARDED: tuple[tuple[str, str, str], ...] = (
    ("的", "目标標有似靶中打众眾无無之鹄", "确確士当當话話哥款黎卢盧"),
    ("是", "于於还還但可总總凡就只要不倒老硬便若国國或像正先", "否非，。！,!、…"),
    (
        "和",
        "总總饱飽中温溫平缓緩调調祥柔共附随隨暖谐諧说說求亲親人谦謙昭",
        "平谐諧解睦气氣美服约約棋声聲田尚善风風煦蔼藹乐樂睦局谈談弦泰",
    ),
    ("在", "存所现現正实實内內外潜潛自好旨健何安乐樂", "显顯需都证證说說表皆可令影须須"),
    ("与", "参赋给干授", "会其众世否此"),
    ("與", "參賦給授", "會其眾世否此"),
    ("及", "涉波触觸顾顧提普企论論危埃旁殃累念", "时時格早第物其至"),
    ("被", "棉毛褥", "子褥单單套告"),
    ("并", "合吞兼火裁归", "且非不列行发购"),
    ("也", "", ""),
    ("吗", "", ""),
    ("嗎", "", ""),
    ("们", "哥爷娘姐", ""),
    ("們", "哥爺娘姐", ""),
)
"""A character, those before which it ends a word, and those with which its second copy begins one."""

_WORDS = (
    "我们 我們 他们 他們 因为 因為 由于 由於 如果 以及 或者 并且 並且 而且 但是 然而 根据 根據 对于 對於 其中 这些 "
    "這些 那些 已经 已經 进行 進行 为了 為了 之间 之間 并不 能够 能夠"
).split()

DOUBLED: dict[str, tuple[str, str]] = {
    **{2 * one: (one + before, one + after) for one, before, after in _GUARDED},
    **dict.fromkeys((2 * word for word in _WORDS), ("", "")),
}
"""A word of grammar twice in succession, and the characters before and after which it is right: 目的的, 的的确确,
是是非非, 总和和, 和和气气, 存在在, 参与与."""
