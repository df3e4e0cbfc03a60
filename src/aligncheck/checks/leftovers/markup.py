"""What a prompt or the answer of a model is wrapped in: tokens of chat templates, fences, tags, JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligncheck.checks._layout import pairs_given, two_files
from aligncheck.checks._rule import DocumentContext, Evidence, Example, Hit, document_rule
from aligncheck.checks.leftovers.targets import Target, around, targets, whole_source
from aligncheck.model.report import Severity
from aligncheck.model.text import Block, Document

_TOKEN = re.compile(
    r"<[|｜](?:im_start|im_end|im_sep|endoftext|startoftext|begin_of_text|end_of_text|start_header_id|end_header_id"
    r"|eot_id|eom_id|assistant|user|system|end|pad|endofprompt|(?:begin|end)▁of▁sentence|User|Assistant)[|｜]>"
    r"|\[/?INST\]|<</?SYS>>|<(?:start|end)_of_turn>|</?think>|<(?:unk|pad|bos|eos)>|\[(?:UNK|PAD|BOS|EOS|CLS)\]"
    r"|▁(?=[^\W\d_])|(?<=\w)@@ (?=\w)|(?<= )@-@(?= )"
)
"""Tokens of the templates and vocabularies of language models."""

_TAG = re.compile(
    r"</?(translation|translated|translated[_-]?text|translate|target[_-]?text|source[_-]?text|target[_-]?language"
    r"|source[_-]?language|answer|response|prompt|instructions?)>",
    re.IGNORECASE,
)
_WRAPPER = re.compile(
    r"\s*\{\s*[\"'](?:translation|translated_text|translated|text|target|output|result|zh|en|译文|翻译)[\"']\s*:",
    re.IGNORECASE,
)
_FENCE = re.compile(r"\s*`{3,}")
_HEADING = re.compile(r"\s*#{1,6}[ \t]+(?=\S)")
_SPEAKER = re.compile(
    r"\s*#{2,3}\s*(?:Response|Instruction|Input|Output|Human|Assistant|System|User|Translation|译文|翻译|输出|回答|指令)\s*[:：]"
)
_PLAIN_FENCES = frozenset({"", "markdown", "md", "mdx", "text", "txt", "plaintext", "zh", "en"})


@document_rule(
    "MTX004",
    "prompt-markup",
    Severity.ERROR,
    since="0.1.0",
    bad=[
        Example("The ferry leaves at dawn.", "渡轮黎明出发。<|im_end|>", "a token of a chat template"),
        Example("The ferry leaves at dawn.", "[/INST] 渡轮黎明出发。"),
        Example(
            "# Ferry\n\nThe ferry leaves at dawn.",
            "```markdown\n# 渡轮\n\n渡轮黎明出发。\n```",
            "the page is wrapped in a code block",
        ),
    ],
    good=[
        Example("The template ends with [/INST].", "模板以 [/INST] 结尾。", "the source has it"),
        Example("Type `<|im_end|>` here.", "在此输入 `<|im_end|>`。", "code"),
        Example("```\nferry --dawn\n```", "```\nferry --dawn\n```"),
    ],
)
def prompt_markup(document: DocumentContext) -> Iterator[Hit]:
    """The target is wrapped in, or interrupted by, marks that models and prompts use.

    Why: ``<|im_end|>``, ``[/INST]``, a fence round a whole page, ``<translation>`` tags or ``{"translation": …}`` come
    from the tool that translated, and readers see them. Tokens are an error, wrappers a warning.

    Silent: in code; where the source has the same mark, anywhere in its file.
    """
    for target in targets(document):
        found = _mark(target, document)
        if found:
            match, severity = found
            yield _hit(match, target.evidence(*match.span()), target, severity)
    if two_files(document) and not pairs_given(document):
        yield from _wrapped(document)
        yield from _tags(document)


def _mark(target: Target, document: DocumentContext) -> tuple[re.Match[str], Severity] | None:
    raw = target.side.text
    if not any(map(raw.__contains__, "<[▁@{`#")):
        return None
    source = around(target, document)
    for match in _TOKEN.finditer(target.text):
        if match.group() not in source and match.group() not in whole_source(document):
            return match, Severity.ERROR
    if not pairs_given(document):
        return None
    tag = _TAG.search(raw)
    if tag and tag[1].lower() not in source.lower():
        return tag, Severity.WARNING
    for pattern, sign in ((_WRAPPER, "{"), (_FENCE, "`"), (_SPEAKER, "#"), (_HEADING, "#")):
        wrapper = pattern.match(raw) if sign in raw and sign not in source else None
        if wrapper:
            return wrapper, Severity.WARNING
    return None


def _wrapped(document: DocumentContext) -> Iterator[Hit]:
    """A translation that is one block of code, while its original is not."""
    block = _only_code(document.target)
    if block is None or _only_code(document.source) is not None or block.info.strip().lower() not in _PLAIN_FENCES:
        return
    line = document.target.text[block.span.start : block.span.end].partition("\n")[0]
    yield Hit(
        f"The whole translation is wrapped in a code block (“{line.strip()}”).",
        (),
        (Evidence(block.span.start, block.span.start + len(line)),),
        0.95,
        key="wrapped",
        severity=Severity.ERROR,
    )


def _only_code(document: Document) -> Block | None:
    """The block of code that holds all of a document, if there is one."""
    blocks = [block for block in document.blocks if block.kind != "front-matter"]
    fenced = len(blocks) == 1 and blocks[0].kind == "code" and _FENCE.match(document.text[slice(*blocks[0].span)])
    return blocks[0] if fenced else None


def _tags(document: DocumentContext) -> Iterator[Hit]:
    """Tags of a prompt in a Markdown file, whose reader takes tags out of the text."""
    text, source = document.target.text, document.source.text.lower()
    if "<" not in text:
        return
    code = [block.span for block in document.target.blocks if block.kind in ("code", "math", "comment", "directive")]
    seen: set[str] = set()
    for match in _TAG.finditer(text):
        name = match[1].lower()
        inside = any(span.start <= match.start() < span.end for span in code)
        quoted = text[match.start() - 1 : match.start()] == "`"
        if inside or quoted or f"<{name}" in source or f"</{name}" in source or name in seen:
            continue
        seen.add(name)
        yield _hit(match, Evidence(*match.span()), None, Severity.WARNING)


def _hit(match: re.Match[str], evidence: Evidence, target: Target | None, severity: Severity) -> Hit:
    text = match.group().strip()
    return Hit(
        f"“{text}” belongs to a prompt or to the answer of a model; the source has none.",
        target.source_evidence() if target else (),
        (evidence,),
        0.97 if severity is Severity.ERROR else 0.8,
        key=target.key(text) if target else text,
        severity=severity,
        pair=target.pair.id if target else None,
    )
