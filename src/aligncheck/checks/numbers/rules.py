"""Rules on numbers, units, money and multiples: the two sides must state the same values. Reads no text itself."""

from __future__ import annotations

from collections.abc import Iterable

from aligncheck.checks._rule import Example, Hit, PairContext, pair_rule
from aligncheck.checks.numbers.say import faulty, hits
from aligncheck.model.report import Severity


@pair_rule(
    "NUM001",
    "number-mismatch",
    Severity.ERROR,
    since="0.1.0",
    when=faulty,
    bad=[
        Example("The bridge carries 48 trains a day.", "这座桥每天通行43列火车。", "another figure"),
        Example("Five villages were flooded.", "四个村庄被淹。", "another small number"),
        Example("About 35% of the seed sprouted.", "约有百分之五十三的种子发了芽。", "digits exchanged"),
    ],
    good=[
        Example("The bridge carries forty-eight trains a day.", "这座桥每天通行48列火车。", "another spelling"),
        Example("Two thirds of the seed sprouted.", "三分之二的种子发了芽。", "a fraction"),
        Example("The field covers 30 acres.", "这块田占地约12公顷。", "a conversion that fits"),
        Example("He talks nineteen to the dozen.", "他说起话来滔滔不绝。", "an idiom, left free"),
    ],
)
def number_mismatch(context: PairContext) -> Iterable[Hit]:
    """A value of the source stands with another value in the translation.

    Why: readers trust figures, and a wrong one is seldom noticed. Values are compared, not their spelling: 2.5 million,
    2,500,000 and 250万 are one value, and so are a third, 三分之一 and 1/3. Each value of one side is matched with an
    equal one of the other; where one of the same sort is left over on both sides, the two are reported together.

    An error where both are surely numbers, a warning where one of them is a small numeral without measure word or unit.

    Silent: on set phrases (万一, 四处); on 一 and “one”; on names and identifiers; on conversions that fit the
    precision shown; on a value that is only mentioned again; inside code and addresses.
    """
    return hits(context, "NUM001")


@pair_rule(
    "NUM002",
    "number-missing",
    Severity.WARNING,
    since="0.1.0",
    when=faulty,
    bad=[
        Example("The lift holds 14 people and 900 kg.", "这部电梯限载14人。", "the weight is gone"),
        Example("Seven lamps were out on the pier.", "码头上的灯灭了。", "the count is gone"),
    ],
    good=[
        Example("Both sisters came.", "姐妹俩都来了。", "weak words for two"),
        Example("Our desk is open 24/7.", "服务台全年无休。", "an idiom"),
        Example("The first thing is to rest.", "首先要休息。", "first as order of words"),
    ],
)
def number_missing(context: PairContext) -> Iterable[Hit]:
    """A value of the English side has no counterpart in the Chinese.

    Why: dropped quantities are omissions that a length check cannot see.

    An error for figures and numbers above twelve, which are dropped on purpose very rarely; a warning for small numbers
    in words and for section and version numbers.

    Silent: on one, two, first and second; on half, both, twice and the like; on numbers of lists and headings; on names
    (COVID-19, G7); on 24/7 and 100%; where the Chinese states the value once for two mentions.
    """
    return hits(context, "NUM002")


@pair_rule(
    "NUM003",
    "number-added",
    Severity.WARNING,
    since="0.1.0",
    when=faulty,
    bad=[Example("The lift holds several people.", "这部电梯可以坐大约14个人。", "a figure from nowhere")],
    good=[
        Example("The men denied it.", "这四名男子否认了此事。", "Chinese likes to sum up with a count"),
        Example("It reached 80 °F.", "气温达到80华氏度（约27摄氏度）。", "a conversion added in brackets"),
    ],
)
def number_added(context: PairContext) -> Iterable[Hit]:
    """A figure of the Chinese side has no counterpart in the English.

    Why: it may come from another sentence, or from an older version of the source. Only Arabic figures count: Chinese
    sums up lists with a numeral (这三种方法) and names pairs with 两, which is style and no addition.

    A warning, since a translator may have drawn on the context.

    Silent: on conversions of a value that stands beside them; on values repeated for clarity.
    """
    return hits(context, "NUM003")


@pair_rule(
    "NUM004",
    "number-magnitude",
    Severity.ERROR,
    since="0.1.0",
    when=faulty,
    bad=[
        Example("The dam supplies 2.5 million homes.", "大坝为25万户家庭供水。", "万 and million confused"),
        Example("The fund holds $3 billion.", "该基金持有3亿美元。", "亿 and billion confused"),
    ],
    good=[Example("The dam supplies 2.5 million homes.", "大坝为250万户家庭供水。", "equal")],
)
def number_magnitude(context: PairContext) -> Iterable[Hit]:
    """The two values have the same digits and differ by a power of ten.

    Why: this is the commonest slip between a system of thousands and one of 万 and 亿, and one with large consequences.
    The message says how many times too large or too small the translation is.

    Silent: where number-mismatch (NUM001) is, by whose rules values are matched.
    """
    return hits(context, "NUM004")


@pair_rule(
    "NUM005",
    "multiplier-mismatch",
    Severity.WARNING,
    since="0.1.0",
    when=faulty,
    bad=[
        Example(
            "Output tripled within a decade.", "产量十年间增长了三倍。", "strictly 增长了三倍 makes four times as much"
        ),
        Example("Sales quadrupled.", "销售额增长了五倍。", "another multiple"),
        Example("Output rose by 20%.", "产量提高到20%。", "by became to"),
    ],
    good=[
        Example("Output tripled within a decade.", "产量十年间增至三倍。", "to three times"),
        Example("Output tripled within a decade.", "产量十年间增长了两倍。", "by two times"),
        Example("Output doubled.", "产量翻了一番。", "once doubled"),
        Example("Output rose by 20%.", "产量提高了20%。", "by, on both sides"),
    ],
)
def multiplier_mismatch(context: PairContext) -> Iterable[Hit]:
    """A multiple does not come out the same: tripled is 增至三倍 or 增长了两倍, strictly not 增长了三倍.

    Why: 增长了N倍 adds N times, so that N + 1 times results; 增长到N倍 results in N; 翻N番 doubles N times. Many
    writers use 增长了三倍 for three times as much, so that alone is a warning. “By 20%” against “to 20%” is an error.

    Silent: on twice and double, which are figures of speech as often as multiples.
    """
    return hits(context, "NUM005")


@pair_rule(
    "NUM006",
    "unit-mismatch",
    Severity.ERROR,
    since="0.1.0",
    when=faulty,
    bad=[
        Example("Water the bed every 36 h.", "每36天浇一次水。", "hours became days"),
        Example("The pipe is 15 cm wide.", "这根管子宽15毫米。", "centimetres became millimetres"),
    ],
    good=[
        Example("Water the bed every 24 h.", "每天浇一次水。", "one day is 24 hours"),
        Example("The pipe is 15 cm wide.", "这根管子宽150毫米。", "converted"),
    ],
)
def unit_mismatch(context: PairContext) -> Iterable[Hit]:
    """The same figure stands with another unit.

    Why: the digits agree, so a comparison of figures sees nothing.

    Silent: where the unit is only left out or said apart (at 80 miles an hour, 时速80英里); where both values are the
    same after conversion.
    """
    return hits(context, "NUM006")


@pair_rule(
    "NUM007",
    "currency-mismatch",
    Severity.ERROR,
    since="0.1.0",
    when=faulty,
    bad=[Example("The ticket costs €45.", "票价为45英镑。", "another currency")],
    good=[
        Example("The ticket costs €45.", "票价为45欧元。", "the same"),
        Example("The ticket costs ¥45.", "票价为45元。", "元 alone is Chinese money"),
        Example("Tickets rose from $40 to $45.", "票价从40美元涨到45元。", "元 after a neighbour that says the whole"),
    ],
)
def currency_mismatch(context: PairContext) -> Iterable[Hit]:
    """The same amount stands in another currency.

    Why: the digits agree, and an amount in another currency is another amount.

    An error; a warning where the Chinese says a bare 元 for dollars, euros or yen.

    Silent: where one side names no currency; on $ for any dollar; on a bare 元 where a neighbour names the currency,
    and in traditional characters, where 元 is a dollar.
    """
    return hits(context, "NUM007")


@pair_rule(
    "NUM008",
    "values-swapped",
    Severity.ERROR,
    since="0.1.0",
    when=faulty,
    bad=[
        Example(
            "The ward took in 12 men and 30 women.",
            "病房收治了30名男子和12名女子。",
            "each stands with the other's noun",
        ),
        Example("Its share rose from 20 to 35 percent.", "其份额从35%升至20%。", "from and to exchanged"),
        Example("Add 5 kg of sand and 10 m of rope.", "加入10公斤沙子和5米绳子。", "each has the other's unit"),
    ],
    good=[
        Example(
            "The ward took in 12 men and 30 women.", "病房收治了30名女子和12名男子。", "another order, the same counts"
        ),
        Example("Of 40 boats, 12 sank.", "有12艘船沉没，当时共有40艘。", "another order"),
        Example("It fell to 20 percent from 35 percent.", "它从35%降至20%。", "another order"),
    ],
)
def values_swapped(context: PairContext) -> Iterable[Hit]:
    """Two values of a sentence have changed places.

    Why: both values are there, so comparing values finds nothing; each stands with the word or unit of the other. Found
    where both stand with the other's noun by the dictionary, unit, or “from” and “to”, and neither with its own.

    Silent: where only the order of the values differs; where the words beside them are not in the dictionary.
    """
    return hits(context, "NUM008")


@pair_rule(
    "NUM009",
    "bound-reversed",
    Severity.ERROR,
    since="0.1.0",
    when=faulty,
    bad=[
        Example("Stir for at least 15 minutes.", "搅拌不超过15分钟。", "least became most"),
        Example("The valve opens above 80 bar.", "阀门在低于80巴时打开。", "above became below"),
    ],
    good=[
        Example("Stir for at least 15 minutes.", "搅拌15分钟以上。", "the same bound after the value"),
        Example("No fewer than 40 boats sank.", "沉没的船只不少于40艘。", "negated on both sides"),
        Example("Up to 40 boats sank.", "多达40艘船沉没。", "a size, no bound"),
    ],
)
def bound_reversed(context: PairContext) -> Iterable[Hit]:
    """At least became at most, more than became less than, ≥ became <.

    Why: the value is right, but what it limits is turned round.

    Silent: where one side states no bound; on nearly, about and up to, which say a size rather than a limit.
    """
    return hits(context, "NUM009")


RULES = (
    number_mismatch,
    number_missing,
    number_added,
    number_magnitude,
    multiplier_mismatch,
    unit_mismatch,
    currency_mismatch,
    values_swapped,
    bound_reversed,
)
