"""Words that turn a statement round: negation, duty, bounds, opposites. Says what the modules beside it find."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aligncheck.checks._prose import prose
from aligncheck.checks._rule import Evidence, Example, Hit, PairContext, Rule, pair_rule
from aligncheck.checks.meaning import modality, negation, opposites
from aligncheck.lang.zh.lexis import fold
from aligncheck.model.report import Severity
from aligncheck.model.text import Side, Span


@dataclass(frozen=True, slots=True)
class _Texts:
    """Both sides without code and addresses, at their own offsets; the Chinese in simplified characters."""

    english: str
    chinese: str


def _texts(pair: PairContext) -> _Texts:
    return _Texts(prose(pair.english), fold(prose(pair.chinese)))


@pair_rule(
    "MNG001",
    "negation-flipped",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example("The bridge does not open on Sundays.", "这座桥周日开放。", "the negation was lost"),
        Example("The museum has never published its catalogue.", "博物馆出版过馆藏目录。", "never was lost"),
        Example("The ferry accepts foreign cards.", "渡轮不接受外国银行卡。", "a negation was added"),
    ],
    good=[
        Example("The bridge does not open on Sundays.", "这座桥周日不开放。"),
        Example("The test is not easy.", "这项测试很难。", "an opposite renders the negation"),
        Example("Not only the crew but also the guests slept.", "不仅船员睡了，客人也睡了。"),
        Example("The mayor had to publish the report.", "市长不得不公布报告。", "a double negation states"),
        Example("We did not open the gate until the rain stopped.", "雨停了我们才打开大门。", "not until"),
        Example("Isn't the tower open today?", "今天塔开放吗？", "a question"),
    ],
)
def negation_flipped(pair: PairContext) -> Iterator[Hit]:
    """A statement is negated on one side only.

    Why: a lost *not* makes a sentence say the contrary, and reads well; no reader can notice it.

    The word behind the negation is looked up in the dictionary; the finding is made where its rendering stands on the
    other side, and nothing there could render the negation. An error where the English is short and negates the very
    word that was found, otherwise a warning.

    Silent: where anything on the other side may answer the negation, be it in other words (难, 拒绝, 只, 才; fail,
    lack, unless, few, un-); for questions; for set phrases (not only, cannot wait, 不过, 不仅) and double negations
    (不得不); for words the dictionary does not tie to a place; in long sentences with several negations.
    """
    flip = pair.once("meaning flip", _flip)
    if flip is None:
        return
    here, there = _quoted(pair.english, flip.english), _quoted(pair.chinese, flip.chinese)
    if flip.lost:
        message = f"“{here}” is negated in the English; the Chinese has “{there}” without a negation."
    else:
        message = f"“{there}” is negated in the Chinese; the English has “{here}” without a negation."
    yield pair.hit_by_language(
        message,
        en=(Evidence(*flip.english),),
        zh=(Evidence(*flip.chinese),),
        confidence=0.95 if flip.sure else 0.8,
        key=f"lost {here.lower()}" if flip.lost else f"gained {there}",
        severity=Severity.ERROR if flip.sure else Severity.WARNING,
    )


@pair_rule(
    "MNG002",
    "duty-changed",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example("Visitors must sign the book.", "访客可以在登记簿上签名。", "a duty became a permission"),
        Example("You need not sign the book.", "您不得在登记簿上签名。", "freedom became a ban"),
        Example("Guests must leave by noon.", "客人中午前不得离开。", "a duty became a ban"),
        Example("The client SHOULD send a header.", "客户端必须发送标头。", "keywords of RFC 2119"),
    ],
    good=[
        Example("Visitors must sign the book.", "访客须在登记簿上签名。"),
        Example("You should rest.", "你必须休息。", "ordinary should is a matter of tone"),
        Example("It must be late.", "可能很晚了。", "a guess"),
        Example("You may not enter.", "您不得入内。"),
    ],
)
def duty_changed(pair: PairContext) -> Iterator[Hit]:
    """A duty became a permission, a ban or a matter of choice, or the other way round.

    Why: in contracts, manuals and standards *must*, *must not*, *need not* and *may* are the whole point of a sentence.

    An error where *must not*, *need not* and *must* are mixed up, otherwise a warning. Keywords in capitals are taken
    literally (RFC 2119: MUST, SHOULD, MAY).

    Silent: where a side states no duty or several; for *should*, *shall* and *can* in small letters, which Chinese
    renders by degrees of its own; for guesses (it must be late); for words with other meanings (要, 可, 会); in long
    sentences.
    """
    shift = pair.once("meaning duty", _duty)
    if shift is not None:
        yield _shifted(pair, shift)


@pair_rule(
    "MNG003",
    "limit-reversed",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example("At least the crew was paid.", "顶多船员领到了工资。", "least became most"),
        Example("The new pump is less noisy.", "新水泵的噪音更多。", "less became more"),
    ],
    good=[
        Example("At least the crew was paid.", "至少船员领到了工资。"),
        Example("Wait for at least ten minutes.", "最多等十分钟。", "numbers have a rule of their own: NUM009"),
        Example("There is less noise at night.", "夜里噪音更少。"),
    ],
)
def limit_reversed(pair: PairContext) -> Iterator[Hit]:
    """*At least* became *at most*, or *less* became *more*, where no number is limited.

    Why: the words are short, alike and easily mixed up.

    Silent: where a number stands beside the words, which NUM009 compares; where either side has words for both; where a
    negation stands near.
    """
    texts = pair.once("meaning texts", _texts)
    shift = modality.bound(texts.english, texts.chinese)
    if shift is not None:
        yield _shifted(pair, shift)
    for swap in pair.once("meaning swaps", _swaps):
        if swap.concept in opposites.AMOUNTS:
            yield _swapped(pair, swap)


@pair_rule(
    "MNG004",
    "opposite-word",
    Severity.WARNING,
    since="0.1.0",
    bad=[
        Example("Imports rose in May.", "五月份出口上升。", "import became export"),
        Example("Press the button to enable the alarm.", "按下按钮即可禁用警报。", "enable became disable"),
        Example(
            "After the storm, the harbour was full of boats.", "风暴来临之前，港口里满是船只。", "after became before"
        ),
    ],
    good=[
        Example("Imports rose in May.", "五月份进口上升。"),
        Example("Imports rose and exports fell.", "出口下降，进口上升。", "both are there"),
        Example("Unemployment did not increase.", "失业率下降了。", "a negation turns the word round"),
        Example("Close the old account.", "关闭旧账户，并开放新账户。", "what renders the word stands there"),
    ],
)
def opposite_word(pair: PairContext) -> Iterator[Hit]:
    """The Chinese has the opposite of an English word: import and export, increase and decrease, first and last.

    Why: opposites stand in the same surroundings, so that a slip from one to the other looks right.

    The pairs of opposites are a list; a finding needs one word on the English side, the other one's rendering on the
    Chinese side, and nothing on either side that explains it.

    Silent: where a rendering of the English word stands in the Chinese as well; where another English word may be what
    the Chinese word renders; where a negation stands near either word; in long sentences.
    """
    if pair.once("meaning flip", _flip) is not None:
        return
    texts = pair.once("meaning texts", _texts)
    swaps = [swap for swap in pair.once("meaning swaps", _swaps) if swap.concept not in opposites.AMOUNTS]
    order = opposites.reordered(texts.english, texts.chinese)
    for swap in [*swaps[:1], *([order] if order and not swaps else [])]:
        yield _swapped(pair, swap)


def _flip(pair: PairContext) -> negation.Flip | None:
    """A negation on one side only; nothing where a duty changed, which is the more precise thing to say."""
    if pair.once("meaning duty", _duty) is not None:
        return None
    texts = pair.once("meaning texts", _texts)
    lexicon = pair.document.lexicon
    flip = negation.lost(texts.english, texts.chinese, lexicon)
    return flip or negation.gained(texts.english, texts.chinese, lexicon)


def _duty(pair: PairContext) -> modality.Shift | None:
    texts = pair.once("meaning texts", _texts)
    return modality.duty(texts.english, texts.chinese)


def _swaps(pair: PairContext) -> list[opposites.Swap]:
    texts = pair.once("meaning texts", _texts)
    return list(opposites.swaps(texts.english, texts.chinese, pair.document.lexicon))


def _shifted(pair: PairContext, shift: modality.Shift) -> Hit:
    here, there = _quoted(pair.english, shift.english), _quoted(pair.chinese, shift.chinese)
    return pair.hit_by_language(
        f"“{here}” was rendered by “{there}”, which says “{shift.rendered}”.",
        en=(Evidence(*shift.english, shift.said),),
        zh=(Evidence(*shift.chinese, shift.rendered),),
        confidence=0.95 if shift.sure else 0.8,
        key=f"{shift.said} {shift.rendered}",
        severity=Severity.ERROR if shift.sure else Severity.WARNING,
    )


def _swapped(pair: PairContext, swap: opposites.Swap) -> Hit:
    here, there = _quoted(pair.english, swap.english), _quoted(pair.chinese, swap.chinese)
    return pair.hit_by_language(
        f"“{there}” is the opposite of “{here}”.",
        en=(Evidence(*swap.english),),
        zh=(Evidence(*swap.chinese),),
        confidence=0.85,
        key=f"{here.lower()} {there}",
    )


def _quoted(side: Side, span: Span) -> str:
    return side.text[slice(*span)]


RULES: tuple[Rule, ...] = (negation_flipped, duty_changed, limit_reversed, opposite_word)
