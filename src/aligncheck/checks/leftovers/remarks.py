"""What machine translation leaves behind, in words: refusals, remarks, prompts, placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from aligncheck.checks._layout import two_files
from aligncheck.checks._rule import DocumentContext, Example, Hit, document_rule
from aligncheck.checks.leftovers.targets import Target, around, targets, whole_source
from aligncheck.lang.en import leftovers as english
from aligncheck.lang.patterns import deferred
from aligncheck.lang.text import han, latin_words
from aligncheck.lang.zh import leftovers as chinese
from aligncheck.lang.zh.lexis import fold
from aligncheck.model.report import Severity

_STOP = deferred(r"[.!?。！？]")
_SENTENCE = 5
"""A label is followed by a translation, not by a translator's name, when so many words follow it."""


class _Match(NamedTuple):
    """Where a pattern matched in a target, and the topic it is about."""

    start: int
    end: int
    topic: str


@document_rule(
    "MTX001",
    "model-refusal",
    Severity.ERROR,
    since="0.1.0",
    explains=("OMI", "UNT", "NUM", "DAT", "LNK", "MNG", "TRM"),
    bad=[
        Example(
            "The ferry leaves at dawn.", "作为一个人工智能语言模型，我没有乘坐过渡轮。", "the model speaks of itself"
        ),
        Example("The ferry leaves at dawn.", "抱歉，我无法翻译这段文字。", "the model declines"),
        Example("The ferry leaves at dawn.", "I'm sorry, but I can't assist with that request."),
    ],
    good=[
        Example("“I cannot translate this letter,” she said.", "“我无法翻译这封信。”她说。", "the source says so"),
        Example("As an AI language model, I have no opinions.", "作为一个人工智能语言模型，我没有观点。"),
        Example("I'm sorry, I can't help you with that.", "抱歉，我无法满足您的要求。"),
    ],
)
def model_refusal(document: DocumentContext) -> Iterator[Hit]:
    """The target holds what a language model says of itself, or that it will not translate.

    Why: the answer of a model was taken for the translation, and nobody read it.

    Silent: where the source, or a sentence next to it, speaks of machines, of translating or of being unable to help;
    in pages whose original quotes such answers.
    """
    for target in _candidates(document):
        found = _unexcused(target, document, english.REFUSAL, chinese.REFUSAL)
        if found:
            yield _hit(target, found, "is the answer of a language model, not a translation.", 0.97)


@document_rule(
    "MTX002",
    "model-remark",
    Severity.WARNING,
    since="0.1.0",
    explains=("OMI002", "OMI005", "UNT001"),
    bad=[
        Example("The ferry leaves at dawn.", "以下是翻译：渡轮黎明出发。"),
        Example("The ferry leaves at dawn.", "译文：渡轮黎明时分从旧码头出发。", "a label before the translation"),
        Example("The ferry leaves at dawn.", "Here is the translation: 渡轮黎明出发。"),
    ],
    good=[
        Example(
            "Here is a translation of the letter: he is well.", "以下是这封信的译文：他很好。", "the source says so"
        ),
        Example("By Anna Berg", "翻译：李四", "the translator's name"),
    ],
)
def model_remark(document: DocumentContext) -> Iterator[Hit]:
    """The target holds a remark about the translation: a preamble, a label, a closing note.

    Why: chat models announce and explain what they were asked for, and the remark was copied with it.

    Silent: where the source speaks of translations or languages itself; for a translator's name after a label, and for
    labels in a file that holds both languages, where they tell one from the other.
    """
    for target in _candidates(document):
        found = _unexcused(target, document, english.REMARK, chinese.REMARK)
        if not found and (two_files(document) or document.layout == "pairs"):
            found = _label(target, document)
        if found:
            yield _hit(target, found, "speaks of the translation; nothing in the source does.", 0.85)


@document_rule(
    "MTX003",
    "prompt-copied",
    Severity.ERROR,
    since="0.1.0",
    explains=("OMI", "UNT", "NUM", "DAT", "LNK", "MNG", "TRM"),
    bad=[
        Example("The ferry leaves at dawn.", "请将以下内容翻译成中文：渡轮黎明出发。"),
        Example("The ferry leaves at dawn.", "你是一名专业翻译。渡轮黎明出发。"),
    ],
    good=[
        Example("Translate this into English: bonjour.", "将以下内容翻译成英文：bonjour。", "an exercise"),
        Example("You are a good translator.", "你是一位优秀的翻译。"),
    ],
)
def prompt_copied(document: DocumentContext) -> Iterator[Hit]:
    """The target holds an instruction to translate.

    Why: the prompt was stored with the answer.

    Silent: where the source, or a sentence next to it, speaks of translating or of languages; in pages whose original
    quotes such prompts.
    """
    for target in _candidates(document):
        found = _unexcused(target, document, english.PROMPT, chinese.PROMPT)
        if found:
            yield _hit(target, found, "is an instruction to a translator; the source has none.", 0.96)


@document_rule(
    "MTX008",
    "placeholder-left",
    Severity.WARNING,
    since="0.1.0",
    explains=("OMI", "UNT"),
    bad=[
        Example("The ferry leaves at dawn.", "[待翻译] The ferry leaves at dawn."),
        Example("The ferry leaves at dawn.", "TODO：翻译本段"),
        Example("The ferry returns after dark.", "渡轮天黑后返航。（以下省略）", "the rest was left out"),
    ],
    good=[
        Example("TODO: paint the boat.", "TODO：给船刷漆。"),
        Example("The price is to be decided.", "价格 TBD。"),
        Example("To be continued.", "未完待续。"),
    ],
)
def placeholder_left(document: DocumentContext) -> Iterator[Hit]:
    """The target holds a placeholder that the source has not: [TODO], 待翻译, TBD, lorem ipsum, （此处省略）.

    Why: text was meant to follow. A note that the translation is still to be made is an error, another placeholder a
    warning, a row of X a hint, because Chinese writers also put XXX for a name they leave open.

    Silent: where the source has the same word, or says in words that something is open, left out or to be continued.
    """
    for target in _candidates(document):
        found = _unexcused(target, document, english.PLACEHOLDER, chinese.PLACEHOLDER)
        if found:
            severity = {"translation": Severity.ERROR, "unknown": Severity.INFO}.get(found.topic, Severity.WARNING)
            sure = {Severity.ERROR: 0.96, Severity.WARNING: 0.8}.get(severity, 0.5)
            yield _hit(target, found, "stands where text is still to come.", sure, severity)


def _candidates(document: DocumentContext) -> list[Target]:
    """Targets with a word that any of the patterns needs: few, so that the patterns themselves may be slow."""
    return document.once("leftovers: candidates", _with_hints)


def _with_hints(document: DocumentContext) -> list[Target]:
    return [
        target
        for target in targets(document)
        if english.HINT.search(target.text.lower()) is not None or chinese.HINT.search(target.text) is not None
    ]


def _unexcused(target: Target, document: DocumentContext, *patterns: re.Pattern[str]) -> _Match | None:
    """The first match in the target that neither the source nearby nor the whole original accounts for.

    One that speaks of translating goes before others: ``TODO: translate`` says more than ``TODO:``.
    """
    text = fold(target.text)
    matches = [_Match(*match.span(), match.lastgroup or "") for p in patterns for match in p.finditer(text)]
    matches.sort(key=lambda match: (match.topic != "translation", match.start))
    for match in matches:
        if not _excused(text[match.start : match.end], match.topic, target, document, patterns):
            return match
    return None


def _excused(
    text: str, topic: str, target: Target, document: DocumentContext, patterns: tuple[re.Pattern[str], ...]
) -> bool:
    near, whole = fold(around(target, document)), _whole(document)
    if text.casefold() in near.casefold() or text.casefold() in whole.casefold():
        return True
    talks = [module.TALK[topic] for module in (english, chinese) if topic in module.TALK]
    if any(talk.search(near) for talk in talks):
        return True
    return any(match.lastgroup == topic for pattern in patterns for match in pattern.finditer(whole))


def _whole(document: DocumentContext) -> str:
    return document.once("leftovers: whole source", lambda made: fold(whole_source(made)))


def _label(target: Target, document: DocumentContext) -> _Match | None:
    """A label at the head of the target, followed by a sentence rather than by a name."""
    for pattern in (english.LABEL, chinese.LABEL):
        match = pattern.match(fold(target.text))
        if match is None:
            continue
        rest = target.text[match.end() :]
        if _STOP.search(rest) is None and han(rest) < 2 * _SENTENCE and len(latin_words(rest)) < _SENTENCE:
            continue
        found = _Match(match.start("translation"), match.end("translation"), "translation")
        if not _excused(match["translation"], "translation", target, document, (english.REMARK, chinese.REMARK)):
            return found
    return None


def _hit(target: Target, found: _Match, says: str, sure: float, severity: Severity | None = None) -> Hit:
    """A hit on what matched; ``says`` is what the message says of it."""
    text = target.text[found.start : found.end]
    lead = len(text) - len(text.lstrip())
    evidence = target.evidence(found.start + lead, found.start + lead + len(text.strip()))
    return Hit(
        f"“{text.strip()}” {says}",
        target.source_evidence(),
        (evidence,),
        sure,
        key=target.key(f"{found.topic}:{text.strip().casefold()}"),
        severity=severity,
        pair=target.pair.id,
    )
