"""Drift to try the writers on: a handbook in both directions, nothing at all, hostile text, a thousand documents."""

from __future__ import annotations

from functools import cache

from drift_builder import document, drifted, status, wording
from report_samples import HOSTILE
from report_strategies import HOSTILE_TEXTS

from aligncheck.model.drift import DocumentDrift, DriftStatus, Recorded, SentenceDrift

_VERSION = "Install version 1.23 of the harbour client before you connect a buoy."
_VERSION_WAS = "Install version 1.22 of the harbour client before you connect a buoy."
_TIDE = "Close the sluice within 45 minutes unless the tide is falling."
_TIDE_WAS = "Close the sluice within 30 minutes."
_ROPE = "You must coil the spare rope, and it may not lie on the deck."
_ROPE_WAS = "You should coil the spare rope."
_LAMP = "Trim the lamp every evening."
_LAMP_WAS = "Trim the lamp evry evening."
_FOG = "In fog, sound the horn twice a minute."
_MOVED = drifted("moved", 52, "The chart hangs in the wheelhouse.", "海图挂在驾驶室里。")
_LEFT_OVER = drifted(
    "leftover",
    31,
    None,
    "夜间停泊须在码头登记。",
    old="Overnight mooring is entered in the quay book.",
    message="The original no longer has this sentence; its translation is still there.",
)
_MOORED = "Boats that are moored overnight pay at the kiosk."


def _client() -> DocumentDrift:
    found = [
        drifted(
            "stale",
            12,
            _VERSION,
            "连接浮标之前，请先安装港口客户端1.22版。",
            (wording("date", "1.22", "1.23", within=_VERSION),),
            old=_VERSION_WAS,
            message="The original says 1.23 where it said 1.22, and the translation still says what it said.",
            chrf=93.6,
            ter=8.3,
        ),
        drifted(
            "stale",
            19,
            _TIDE,
            "请在30分钟内关闭水闸。",
            (
                wording("number", "30", "45", within=_TIDE),
                wording("condition", "", "unless the tide is falling", within=_TIDE),
            ),
            old=_TIDE_WAS,
            message="30 → 45; added: ‘unless the tide is falling’",
            chrf=58.2,
            ter=66.7,
        ),
        drifted("added", 27, _FOG, None, message="A sentence of the original has no translation yet."),
        _LEFT_OVER,
        drifted(
            "stale",
            40,
            _LAMP,
            "每晚修剪灯芯。",
            (wording("typo", "evry", "every", within=_LAMP, material=False),),
            old=_LAMP_WAS,
            message="A slip of the pen was mended.",
            chrf=95.0,
            ter=20.0,
        ),
        _MOVED,
    ]
    return document(
        "docs/zh/client/install.md", found, source="docs/en/client/install.md", current=58, since="2026-03-14"
    )


def _mooring() -> DocumentDrift:
    """Only fingerprints are known of how the source was."""
    found = [
        drifted(
            "stale",
            8,
            _ROPE,
            "备用缆绳应盘好。",
            (
                wording("duty", "should", "must", within=_ROPE),
                wording("negation", "", "may not", within=_ROPE),
            ),
            message="should → must; added: ‘may not’",
        ),
        drifted(
            "retranslated",
            15,
            _MOORED,
            "过夜停泊的船只在售票亭付费。",
            (wording("replaced", "", "at the kiosk", within=_MOORED),),
        ),
        drifted("target-changed", 21, "Ring the bell.", "请敲钟。", message="The translation changed by itself."),
    ]
    return document(
        "docs/zh/mooring.md",
        found,
        source="docs/en/mooring.md",
        current=31,
        since="2026-06-02",
        notes=("The commit that the front matter names is not in this clone; the lock was used.",),
    )


def _letters() -> DocumentDrift:
    """A single change that a grace period excuses."""
    text = "Letters leave the island on Tuesdays and Fridays."
    found = [
        drifted(
            "stale",
            5,
            text,
            "信件每周二离岛。",
            (wording("added", "", "and Fridays", within=text),),
            old="Letters leave the island on Tuesdays.",
            message="added: ‘and Fridays’",
            chrf=84.1,
            ter=33.3,
        )
    ]
    return document(
        "docs/zh/letters.md",
        found,
        source="docs/en/letters.md",
        current=12,
        since="2026-09-20",
        excused="1 material change, 2 allowed",
    )


def history() -> tuple[Recorded, ...]:
    """Fourteen weekly runs: things got worse, and then better."""
    stale = (1, 1, 2, 2, 3, 4, 4, 6, 6, 5, 5, 4, 4, 3)
    missing = (5, 5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 1, 1, 1)
    return tuple(
        Recorded(
            f"2026-{6 + week // 4:02d}-{1 + week % 4 * 7:02d}",
            f"{week * 7919 + 4096:07x}",
            {"current": 12 - behind, "stale": behind, "missing": lacking, "orphaned": int(week > 8)},
        )
        for week, (behind, lacking) in enumerate(zip(stale, missing, strict=True))
    )


def harbour() -> DriftStatus:
    """A handbook translated from English: some of everything."""
    current = [
        document(f"docs/zh/pilots/{name}.md", source=f"docs/en/pilots/{name}.md", current=20 + at)
        for at, name in enumerate(("arrival", "charts", "currents", "departure", "ice", "lights", "signals", "tugs"))
    ]
    documents = [
        _client(),
        _letters(),
        _mooring(),
        document("docs/en/storms.md", source="docs/en/storms.md", state="missing"),
        document("docs/zh/old-fees.md", state="orphaned"),
        document("docs/zh/knots.md", source="docs/en/knots.md", state="unlocked"),
        *current,
    ]
    return status(
        documents,
        failures=("docs/zh/radio.md: not text (save it as UTF-8)",),
        failing=("4 material changes that no translation answers",),
        history=history(),
    )


def tea() -> DriftStatus:
    """From Chinese into English, in traditional characters."""
    was, now = "水溫以八十度為宜，沖泡三分鐘。", "水溫以九十度為宜，沖泡三分鐘，切勿久浸。"
    found = [
        drifted(
            "stale",
            4,
            now,
            "Use water of eighty degrees and let it draw for three minutes.",
            (wording("number", "八十", "九十", within=now), wording("negation", "", "切勿久浸", within=now)),
            old=was,
            message="八十 → 九十; added: ‘切勿久浸’",
            chrf=61.0,
            ter=41.2,
        )
    ]
    return status([document("tea/en/oolong.md", found, source="tea/zh/oolong.md", current=9, since="2026-10-01")])


def hostile() -> DriftStatus:
    """Every field holds text that wants out of its place."""
    texts = [*HOSTILE, *HOSTILE_TEXTS]
    found: list[SentenceDrift] = []
    for line, text in enumerate(texts, 1):
        change = wording("replaced", text, f"{text} now", within=f"{text} now")
        found.append(drifted("stale", line, f"{text} now", f"译{text}", (change,), old=f"{text} once", message=text))
        found.append(drifted("leftover", line, None, text, old=text, message=text))
    documents = [
        document(
            f'docs/"><script>alert({n})</script>{text[:300]}.md',
            found[n::3],
            source=text[:300],
            reference=text,
            since=text[:10],
            excused=text,
            notes=tuple(texts),
        )
        for n, text in enumerate(texts[:3])
    ]
    documents += [document(f"{text[:200]}{n}", state="missing", source=text) for n, text in enumerate(texts)]
    runs = tuple(Recorded(text[:12], text, {"stale": n}) for n, text in enumerate(texts))
    return status(documents, failures=tuple(texts), failing=tuple(texts), history=runs, compared_with=texts[0])


def long_sentences() -> DriftStatus:
    """Sentences of many thousand characters, alike and unlike."""
    old = " ".join(f"word{n}" for n in range(9_000))
    new = old.replace("word17 ", "word18 ").replace("word4000 ", "")
    other = "字" * 40_000
    found = [
        drifted("stale", 1, new, other, (wording("replaced", "word17", "word18", within=new),), old=old),
        drifted("stale", 2, other, new, (wording("removed", other, ""),), old="短"),
    ]
    return status([document("long.md", found, source="long.en.md", current=2)])


@cache
def thousand(stale: int = 100, sentences: int = 3) -> DriftStatus:
    """A thousand documents, the first ``stale`` of them with so many changed sentences each."""
    documents = []
    for number in range(1000):
        path = f"content/zh/docs/chapter-{number % 40:02d}/section-{number:04d}.md"
        found = [_keeper(number, line) for line in range(sentences)] if number < stale else []
        documents.append(
            document(
                path,
                found,
                source=path.replace("/zh/", "/en/"),
                current=40,
                since=f"2026-{1 + number % 9:02d}-11" if found else None,
            )
        )
    return status(documents, history=history())


def _keeper(number: int, line: int) -> SentenceDrift:
    now = f"After {number + 2} winters the keeper of light {line} had the lantern glass replaced, though the rail held."
    was = f"After {number + 1} winters the keeper of light {line} had the lantern glass replaced."
    return drifted(
        "stale",
        10 + line * 7,
        now,
        f"过了{number + 1}个冬天，{line}号灯塔的守塔人让人更换了灯笼玻璃。",
        (
            wording("number", str(number + 1), str(number + 2), within=now),
            wording("added", "", "though the rail held", within=now),
        ),
        old=was,
        message=f"{number + 1} → {number + 2}; added: ‘though the rail held’",
        chrf=80.0,
        ter=35.0,
    )


def every_status() -> dict[str, DriftStatus]:
    """One of each kind."""
    return {
        "harbour": harbour(),
        "tea": tea(),
        "empty": status([]),
        "current": status([document("a.md", source="b.md", current=3)]),
        "unlocked": status([document(f"{n}.md", source=f"{n}.en.md", state="unlocked") for n in range(30)]),
        "missing": status([document("only.md", source="only.md", state="missing")]),
        "hostile": hostile(),
        "long": long_sentences(),
        "thousand": thousand(),
    }
