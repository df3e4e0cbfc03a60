"""How quickly documents are read, paired and checked, by length; generated text, one core.

Usage: python benchmarks/bench_check.py [sentences …]

The last column is time by sentence against the shortest text: near 1 where the work grows with the length only.
"""

from __future__ import annotations

import sys
import time

from aligncheck.config import Config
from aligncheck.engine import check_files
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.text import Document

PLACES = (("harbour", "港口"), ("library", "图书馆"), ("station", "车站"), ("museum", "博物馆"), ("market", "市场"))
THINGS = (("lamp", "灯"), ("letter", "信"), ("boat", "船"), ("window", "窗户"), ("map", "地图"), ("bridge", "桥"))
VERBS = (("repaired", "修好了"), ("sold", "卖掉了"), ("painted", "粉刷了"), ("moved", "搬走了"), ("found", "找到了"))


def generated(sentences: int) -> tuple[str, str]:
    """Paragraphs of three sentences in both languages; every ninth Chinese sentence is joined to its neighbour."""
    english, chinese = [], []
    for n in range(sentences):
        place, thing = PLACES[n * 7 % len(PLACES)], THINGS[n * 11 % len(THINGS)]
        verb = VERBS[n * 13 % len(VERBS)]
        count = 13 + n * 37 % 900
        end = "\n\n" if n % 3 == 2 else " "
        english.append(f"The {place[0]} {verb[0]} {count} {thing[0]}s in the year {1900 + n % 120}.{end}")
        stop = "，" if n % 9 == 4 else "。"
        chinese.append(f"{1900 + n % 120}年，{place[1]}{verb[1]}{count}件{thing[1]}{stop}{end.strip(' ')}")
    return "".join(english), "".join(chinese)


def main() -> None:
    lexicon = Lexicon.load()
    sizes = [int(size) for size in sys.argv[1:]] or [200, 2_000, 20_000]
    check_files(*_documents(20), Config(), lexicon)
    print(f"{'sentences':>10} {'read s':>8} {'check s':>8} {'pairs/s':>9} {'by sentence':>12}")
    shortest = 0.0
    for size in sizes:
        start = time.perf_counter()
        documents = _documents(size)
        middle = time.perf_counter()
        report = check_files(*documents, Config(), lexicon)
        spent = time.perf_counter() - middle
        shortest = shortest or spent / size
        rate = report.stats.pairs / spent
        print(f"{size:>10} {middle - start:>8.2f} {spent:>8.2f} {rate:>9.0f} {spent / size / shortest:>12.2f}")


def _documents(size: int) -> tuple[Document, Document]:
    english, chinese = generated(size)
    return read(english.encode("utf-8"), "a.md"), read(chinese.encode("utf-8"), "b.md")


if __name__ == "__main__":
    main()
