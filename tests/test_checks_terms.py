"""Terms of a glossary in a pair: missing, forbidden, changed; what finds them, and what keeps the rules silent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from terms_builder import codes, hits, term

from aligncheck.config import Config
from aligncheck.engine import check_file
from aligncheck.formats import read
from aligncheck.lang.zh.lexis import fold
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Severity
from aligncheck.model.term import Term

CONTRACT = term("contract", "合约|契约")
AGENT = term("agent", "智能体", "代理")
MODEL = (term("language model", "语言模型"), term("large language model", "大语言模型"), term("model", "模型"))
LUMO = term("Lumo Lamp", keep=True, case=True)
FILES = term("file system", "文件系统")

SILENT = [
    ((CONTRACT,), "Both contracts are signed.", "两份契约都已签署。", "a variant"),
    ((CONTRACT,), "Both contracts are signed.", "兩份契約都已簽署。", "the other script"),
    ((term("AI lab", "AI实验室"),), "The AI lab is open.", "ＡＩ 实验室开着。", "width and inner space"),
    ((term("machine learning", "机器学习"),), "Machine learning helps.", "机器的学习有用。", "的 between its words"),
    ((CONTRACT,), "The contract ends, but no contract began.", "合约结束了，却从未开始。", "said once"),
    ((CONTRACT,), "Read it, and sign the contract.", "读完请签字。", "nothing stands for it"),
    ((CONTRACT,), "Muscles contract the tube.", "肌肉使管子收缩。", "a verb"),
    ((CONTRACT,), "Run `contract` twice.", "运行两次合同。", "code"),
    ((CONTRACT,), "See contract.md for it.", "见合同。", "a file name"),
    ((CONTRACT,), "A sub-contract is signed.", "分包合同已签署。", "a word with a hyphen"),
    ((CONTRACT,), "Open the Contract Desk page.", "打开合同页面。", "part of a name"),
    (MODEL, "The large language model answers.", "大语言模型作出回答。", "the longest term"),
    ((AGENT,), "The agent asks a proxy.", "智能体询问代理。", "each is answered"),
    ((AGENT, term("proxy", "代理服务器|代理")), "The agent behind the proxy.", "代理背后的它。", "proxy is 代理"),
    ((AGENT,), "The agent is new.", "代理人是新来的。".replace("代理人", "智能体"), "approved"),
    ((term("bank", "行"),), "The bank is shut.", "行里关门了。", "a character as a word"),
    ((FILES,), "The filesystem is full.", "文件系统满了。", "in one word"),
    ((FILES,), "The file-systems are full.", "文件系统满了。", "with a hyphen"),
    ((term("example", "示例"),), "For example, a lamp.", "例如一盏灯。", "a set phrase"),
    ((term("IT", "信息技术"),), "It is late.", "天晚了。", "capitals matter where the word has another sense"),
    ((LUMO,), "Light the Lumo Lamp.", "点亮 Lumo Lamp。", "kept"),
    ((LUMO,), "Light the Lumo Lamp.", "点亮它。", "not named"),
    ((CONTRACT,), "Both contracts are signed.", "Both contracts are signed.", "not translated"),
]  # fmt: skip
FOUND = [
    ((CONTRACT,), "Both contracts are signed.", "两份合同都已签署。", "TRM001", "合同"),
    ((CONTRACT,), "Sign the contract.", "签署 contract。", "TRM001", "contract"),
    (MODEL, "A large language model answers.", "大型语言模型作出回答。", "TRM001", "大型语言模型"),
    ((term("token", "令牌"),), "Count the tokens.", "清点这些词元（tokens）。", "TRM001", "词元"),
    ((term("to translate", "迻译"),), "Please translate it.", "请翻译。", "TRM001", "翻译"),
    ((AGENT,), "The agents answer.", "代理作出回答。", "TRM002", "代理"),
    ((AGENT,), "The agents answer.", "代理作出回答，代理又提问。", "TRM002", "代理"),
    ((LUMO,), "Light the Lumo Lamp.", "点亮 LUMO LAMP。", "TRM003", "LUMO LAMP"),
]  # fmt: skip


@pytest.mark.parametrize(("glossary", "en", "zh", "why"), SILENT)
def test_silent(glossary: tuple[Term, ...], en: str, zh: str, why: str) -> None:
    assert codes(glossary, en, zh) == [], why


@pytest.mark.parametrize(("glossary", "en", "zh", "code", "said"), FOUND)
def test_found(glossary: tuple[Term, ...], en: str, zh: str, code: str, said: str) -> None:
    ((found, hit),) = hits(glossary, en, zh)
    assert found == code
    assert {zh[e.start : e.end] for e in hit.target} == {said}
    assert f"“{said}”" in hit.message


@pytest.mark.parametrize(("glossary", "en", "zh", "code", "said"), FOUND)
def test_the_other_script_says_the_same(glossary: tuple[Term, ...], en: str, zh: str, code: str, said: str) -> None:
    turned = tuple(
        Term(en=t.en, zh=tuple(map(fold, t.zh)), forbidden=tuple(map(fold, t.forbidden)), case=t.case, keep=t.keep)
        for t in glossary
    )
    assert codes(turned, en, zh) == codes(glossary, en, zh) == [code], said


def test_a_forbidden_name_is_an_error_only_where_nothing_else_may_account_for_it() -> None:
    ((_, sure),) = hits((AGENT,), "The agent answers.", "代理作出回答。")
    ((_, less),) = hits((AGENT,), "The agent answers, and the agent asks.", "代理作出回答，智能体提问。")
    assert (sure.severity, less.severity) == (Severity.ERROR, Severity.WARNING)
    assert codes((AGENT,), "A user-agent answers.", "用户代理作出回答。") == []


def test_what_mends_it_is_offered_and_never_safe() -> None:
    ((_, hit),) = hits((AGENT,), "The agent answers.", "代理作出回答。")
    assert [(c.old, c.new, c.safe) for c in hit.changes] == [("代理", "智能体", False)]
    ((_, hit),) = hits((term("contract", "合约"),), "Sign the contract.", "請簽署合同。")
    assert hit.changes == (), "a simplified name is no change to a traditional text"


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("智能体作出回答。", "The agents answered.", []),
        ("智能体作出回答。", "The thinker answered.", []),
        ("合约已签署。", "The contract is signed.", []),
        ("合约已签署。", "The indenture is signed.", []),
        ("多米诺骨牌倒了。", "The bones fell.", []),
        ("骨牌倒了。", "The dominoes fell.", []),
        ("经过翻译。", "It was translated.", []),
    ],
)
def test_another_word_of_english_is_never_accused(zh: str, en: str, expected: list[str]) -> None:
    glossary = (term("agent", "智能体"), term("contract", "合约"), term("tile", "骨牌"), term("translation", "翻译"))
    assert codes(glossary, en, zh, "zh") == expected


def test_a_forbidden_english_name() -> None:
    assert codes((term("agent", "智能体", "bot"),), "The bot answers.", "智能体作出回答。", "zh") == ["TRM002"]


UNRELATED = st.lists(
    st.builds(
        Term,
        en=st.tuples(st.sampled_from(["quartz", "violin bow", "Brno", "sluice gate"])),
        zh=st.tuples(st.sampled_from(["石英", "琴弓", "闸门"])),
        forbidden=st.sampled_from([(), ("玻璃",)]),
    ),
    max_size=4,
)


@given(st.sampled_from(FOUND), UNRELATED, st.randoms())
def test_unrelated_terms_and_the_order_of_rows_change_nothing(
    case: tuple[tuple[Term, ...], str, str, str, str], more: list[Term], random: object
) -> None:
    glossary, en, zh, code, _ = case
    rows = [*glossary, *more]
    random.shuffle(rows)  # type: ignore[attr-defined]
    assert codes(tuple(rows), en, zh) == [code]


@given(st.text("aA-. `的合同约contract ", max_size=40), st.text("合同约的contract（） ", max_size=40))
def test_any_text_is_judged(en: str, zh: str) -> None:
    for _, hit in hits((CONTRACT, AGENT, *MODEL), en or "a", zh or "的"):
        assert all(0 <= e.start < e.end <= len(zh) for e in hit.target)


def test_a_pair_that_lost_its_words_is_told_once() -> None:
    """An omitted clause with a term, and a term that was left in English: one finding each."""
    terms = (term("flood", "洪灾"), term("lantern", "提灯"))
    museum = "The museum, which was damaged by a flood in the spring, will open its doors again on Saturday."
    rows = [(museum, "博物馆将于周六重新开放。"), ("Clean the lantern with a soft cloth.", "用软布擦拭 lantern。")]
    text = "en\tzh\n" + "".join(f"{en}\t{zh}\n" for en, zh in rows)
    config = Config(terms=terms, select=("TRM", "OMI", "UNT"))
    found = check_file(read(text.encode(), "x.tsv"), config, Lexicon.load()).findings
    assert [(f.pair, f.code) for f in found] == [(0, "OMI004"), (1, "TRM001")]


PRIORITY = term("priority", "优先级")


@pytest.mark.parametrize(
    ("en", "zh", "expected"),
    [
        ("Each queue has a priority of its own.", "每个队列都有自己的优先权。", ["TRM001"]),
        ("The pilot gives priority to ferries.", "引航员让渡轮优先。", []),
        ("We go priority by priority.", "我们逐个按优先权处理。", []),
        ("PRIORITY is a number.", "PRIORITY 是一个数字。", []),
        ("It writes “priority” first.", "它先写入“priority”。", []),
        ("The priority of the ferry is high.", "渡轮的 priority 很高。", ["TRM001"]),
        ("Raise the priority of the ferry.", "图 1. Raise the priority of the ferry.", []),
    ],
)
def test_set_phrases_and_literals_are_no_terms(en: str, zh: str, expected: list[str]) -> None:
    assert codes((PRIORITY,), en, zh) == expected


def test_a_spelling_that_the_source_has_itself_is_not_respelled() -> None:
    lumo = Term(en=("Lumo",), keep=True, case=True)
    assert codes((lumo,), "Put the lumo/ files into Lumo.", "把 lumo/ 中的文件放进去。") == []
    assert codes((lumo,), "Put the files into Lumo.", "把文件放进 lumo 中。") == ["TRM003"]


@pytest.mark.parametrize(("zh", "fixed"), [("价格合同到期了。", True), ("价格新合同到期了。", False)])
def test_no_fix_swallows_a_word_between_those_of_a_term(zh: str, fixed: bool) -> None:
    ((_, hit),) = hits((term("price contract", "定价契约"),), "The price contract ends.", zh)
    assert bool(hit.changes) is fixed


def test_a_particle_may_part_the_words_of_a_long_name_anywhere() -> None:
    tower = term("lighthouse file", "灯塔站文件")
    assert codes((tower,), "Open the lighthouse file.", "打开灯塔站的文件。") == []
