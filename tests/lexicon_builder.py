"""A small dictionary in the layout of CC-CEDICT, and the lexicon that is compiled from it."""

from __future__ import annotations

import gzip

from aligncheck.lexicon import Lexicon
from aligncheck.lexicon.compile import compile_arrays

DICTIONARY = """\
# Lines that are no entries are passed over.
蘋果 苹果 [ping2 guo3] /apple/CL:個|个[ge4],顆|顆[ke1]/
果子 果子 [guo3 zi5] /fruit/
船長 船长 [chuan2 zhang3] /captain (of a boat)/skipper/
船 船 [chuan2] /boat; ship/
熱狗 热狗 [re4 gou3] /hot dog/
週 周 [zhou1] /week/
禮拜 礼拜 [li3 bai4] /see 週|周[zhou1]/
綠 绿 [lu:4] /green/
長 长 [chang2] /long/
長大 长大 [zhang3 da4] /to grow up/
長子 长子 [zhang3 zi3] /eldest son/
卡拉OK 卡拉OK [ka3 la1 O K] /karaoke/
九個字的詞太長不收錄 九个字的词太长不收录 [jiu3] /overlong/
"""


def zipped(text: str) -> bytes:
    return gzip.compress(text.encode("utf-8"), mtime=0)


def small_lexicon() -> Lexicon:
    return Lexicon(compile_arrays(zipped(DICTIONARY)), "small")
