"""Leftovers in words: refusals, remarks, prompts and placeholders, and the texts that speak of them rightly."""

from __future__ import annotations

import pytest
from leftovers_builder import codes, in_files, in_pair

from aligncheck.config import Config
from aligncheck.engine import check_file
from aligncheck.formats import read
from aligncheck.lexicon import Lexicon
from aligncheck.model.report import Severity

FERRY = "The ferry leaves the old pier at dawn and returns after dark."
渡轮 = "渡轮黎明时分离开旧码头，天黑后返回。"

REFUSALS = [
    "作为一个人工智能语言模型，我无法回答这个问题。",
    "作为人工智能助手，我不能提供这段内容的译文。",
    "作为AI语言模型，我没有个人经历。",
    "作為一個人工智慧語言模型，我無法回答。",
    "身为一个由某公司开发的大型语言模型，我没有眼睛。",
    "作为AI，我没有见过渡轮。",
    "我只是一个AI语言模型。",
    "抱歉，我无法翻译这段文字。",
    "對不起，我無法為您翻譯這段文字。",
    "我不能完整地翻译受版权保护的作品。",
    "请提供您需要翻译的文本。",
    "您没有提供需要翻译的内容。",
    "很抱歉，我无法满足您的请求。",
    "很抱歉，但我无法协助完成此任务。",
    "我是由某公司开发的人工智能助手。",
    "这里没有需要翻译的内容。",
    "I apologize, but I cannot help with that.",
    "I cannot fulfill this request.",
    "There is no text to translate.",
    "As an AI language model, I cannot ride a ferry.",
    "I'm just an AI, so I have no opinion.",
    "I’m sorry, but I can’t assist with that request.",
    "I am unable to translate this passage.",
    "I'm sorry, but I can't help with translating that document.",
    "Please provide the text you would like me to translate.",
]


@pytest.mark.parametrize("answer", REFUSALS)
def test_a_refusal_is_an_error(answer: str) -> None:
    [finding] = in_pair(FERRY, answer)
    assert (finding.code, finding.severity) == ("MTX001", Severity.ERROR)
    assert finding.target_spans


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("As an AI language model, I have never seen the sea.", "作为一个人工智能语言模型，我从未见过大海。"),
        ("I cannot translate this word, she wrote.", "她写道：我无法翻译这个词。"),
        ("Nobody here can interpret for us, and neither can I.", "这里没人能替我们口译，我也无法翻译。"),
        ("We're sorry, but we cannot process your request.", "对不起，我无法处理您的请求。"),
        ("Send us the letter that you want translated.", "请提供您需要翻译的信件文字。"),
        ("As a model citizen, I always pay my fare.", "作为模范公民，我总是买票。"),
        ("As an artist, I look at the water first.", "作为一名艺术家，我首先看水。"),
        ("I can't swim.", "我不会游泳。"),
        ("The machine says: I am only a language model.", "机器说：我只是一个语言模型。"),
        ("Unfortunately I am unable to answer that.", "抱歉，我无法回答这一要求。"),
    ],
)
def test_a_source_that_says_so_is_no_refusal(source: str, target: str) -> None:
    assert codes(in_pair(source, target)) == []


def test_a_refusal_in_english_for_a_chinese_source() -> None:
    [finding] = in_pair(渡轮, "I'm sorry, but I can't assist with that request.", "zh")
    assert finding.code == "MTX001"
    assert codes(in_pair("抱歉，这个忙我帮不了你。", "I'm sorry, but I can't help you with that.", "zh")) == []


REMARKS = [
    "以下是翻译：渡轮黎明出发，天黑返回。",
    "以下是您要求的中文译文：渡轮黎明出发。",
    "下面是这段话的翻譯：渡輪黎明出發。",
    "译文如下：渡轮黎明出发。",
    "好的，这是翻译：渡轮黎明出发。",
    "翻译成中文就是：渡轮黎明出发。",
    "【译文】渡轮黎明时分离开旧码头，天黑后返回。",
    "原文：渡轮黎明时分离开旧码头，天黑后返回。",
    "渡轮黎明出发。通过 www.DeepL.com/Translator（免费版）翻译",
    "渡轮黎明出发。Translated with DeepL",
    "翻译：渡轮黎明时分离开旧码头，天黑后返回。",
    "**译文：** 渡轮黎明时分离开旧码头，天黑后返回。",
    "中文翻译：渡轮黎明时分离开旧码头。",
    "渡轮黎明出发。（注：译文保留了原文的语气。）",
    "渡轮黎明出发。希望这个翻译对您有帮助！",
    "Here is the translation: 渡轮黎明出发。",
    "Sure! Here's the translated text: 渡轮黎明出发。",
    "Translation: 渡轮黎明时分离开旧码头，天黑后返回。",
    "渡轮黎明出发。Note: I have kept the name of the pier.",
]


@pytest.mark.parametrize("target", REMARKS)
def test_a_remark_about_the_translation_is_a_warning(target: str) -> None:
    [finding] = in_pair(FERRY, target)
    assert (finding.code, finding.severity) == ("MTX002", Severity.WARNING)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Here is a translation of the inscription: peace to all.", "以下是铭文的译文：愿众人平安。"),
        ("Translation: peace to all who land here.", "翻译：愿在此登岸者平安。"),
        ("The Chinese name is on the bow.", "中文：船名写在船头，漆成白色。"),
        ("By Anna Berg, 3 May", "翻译：李四"),
        ("Note: the pier is closed in winter.", "注：码头冬季关闭。"),
        ("The lamp is lit at dusk.", "黄昏时点灯。（译注：当地人称之为长明灯。）"),
        ("Here is the timetable:", "以下是时刻表："),
        ("I hope this helps.", "希望这对您有帮助。"),
    ],
)
def test_other_remarks_are_text(source: str, target: str) -> None:
    assert codes(in_pair(source, target)) == []


@pytest.mark.parametrize(
    "target",
    [
        "请将以下内容翻译成中文：渡轮黎明出发。",
        "把下面的句子译成英文：渡轮黎明出发。",
        "你是一名专业的英汉翻译。渡轮黎明出发。",
        "請翻譯以下文字。渡輪黎明出發。",
        "只输出译文，不要解释。渡轮黎明出发。",
        "Translate the following text into Chinese: 渡轮黎明出发。",
        "You are a professional translator. 渡轮黎明出发。",
    ],
)
def test_a_prompt_is_an_error(target: str) -> None:
    [finding] = in_pair(FERRY, target)
    assert (finding.code, finding.severity) == ("MTX003", Severity.ERROR)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Exercise: translate the following into English.", "练习：将以下句子翻译成英文。"),
        ("She is a gifted interpreter.", "她对我说：你是一位出色的翻译。"),
        ("Convert the following into metres.", "请将以下数值换算成米。"),
    ],
)
def test_an_exercise_is_no_prompt(source: str, target: str) -> None:
    assert codes(in_pair(source, target)) == []


@pytest.mark.parametrize(
    ("target", "severity"),
    [
        ("[待翻译] The ferry leaves at dawn.", Severity.ERROR),
        ("（待译）渡轮", Severity.ERROR),
        ("【未翻譯】渡輪", Severity.ERROR),
        ("TODO：翻译本段", Severity.ERROR),
        ("TODO: translate 渡轮", Severity.ERROR),
        ("[needs translation] 渡轮", Severity.ERROR),
        ("待翻译", Severity.ERROR),
        ("本页尚未翻译。", Severity.WARNING),
        ("本文的中文翻译正在进行中，此页面正在翻译。", Severity.WARNING),
        ("[TODO] 渡轮黎明出发。", Severity.WARNING),
        ("TODO: 渡轮黎明出发。", Severity.WARNING),
        ("TODO", Severity.WARNING),
        ("渡轮的发船时间 TBD。", Severity.WARNING),
        ("Lorem ipsum 渡轮", Severity.WARNING),
        ("渡轮黎明出发。（此处省略）", Severity.WARNING),
        ("渡轮黎明出发。（以下從略）", Severity.WARNING),
        ("渡轮黎明出发。[... rest of the text omitted]", Severity.WARNING),
        ("渡轮黎明出发。未完待续", Severity.WARNING),
        ("渡轮 XXX 黎明出发。", Severity.INFO),
    ],
)
def test_a_placeholder_is_left(target: str, severity: Severity) -> None:
    [finding] = in_pair(FERRY, target)
    assert (finding.code, finding.severity) == ("MTX008", severity)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("TODO: repair the rail.", "TODO：修理栏杆。"),
        ("Write it on your to-do list.", "写进你的【TODO】清单。"),
        ("The date is yet to be announced.", "日期 TBD。"),
        ("Lorem ipsum is dummy text.", "Lorem ipsum 是占位文字。"),
        ("To be continued in the next issue.", "未完待续，见下期。"),
        ("(The rest of the list has been left out, and so on.)", "（以下从略）"),
        ("Mr So-and-so paid the fare.", "XXX 先生付了船费。"),
        ("The XXX engine is loud.", "XXX 引擎很响。"),
        ("Volume XXX of the log", "航海日志第 XXX 卷"),
        ("This page is not translated yet.", "本页尚未翻译。"),
        ("The ferry waits for the guests.", "渡轮等待客人。"),
        ("The three dots at the end (a sign)", "末尾的三个点（省略号）"),
        ("The second lamp is longer by a little.", "第二盏灯（略长）。"),
        ("He sketched the pier and left.", "他略略画下码头便离开了。"),
    ],
)
def test_a_placeholder_of_the_source_is_text(source: str, target: str) -> None:
    assert codes(in_pair(source, target)) == []


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [
        (渡轮, "[untranslated] The ferry leaves at dawn.", "MTX008"),
        (渡轮, "The ferry leaves at dawn. (to be continued)", "MTX008"),
        (渡轮, "Here is the English translation: The ferry leaves at dawn.", "MTX002"),
        (渡轮, "English: The ferry leaves the pier at dawn and comes back late.", "MTX002"),
        (渡轮, "You are an expert translator. The ferry leaves at dawn.", "MTX003"),
    ],
)
def test_english_targets(source: str, target: str, code: str) -> None:
    assert codes(in_pair(source, target, "zh")) == [code]


GUIDE_EN = """# Prompts

A prompt tells the model what to do.

> Translate the following text into Chinese: good morning.

The model may refuse with a sentence of this kind.

> As an AI language model, I cannot help with that.

Templates end a turn with <|im_end|> or [/INST].
"""
GUIDE_ZH = """# 提示词

提示词告诉模型做什么。

> 将以下文字翻译成中文：早上好。

模型可能用这样的句子拒绝。

> 作为一个人工智能语言模型，我无法提供帮助。

模板用 <|im_end|> 或 [/INST] 结束一轮。
"""


def test_a_guide_to_prompts_is_silent() -> None:
    assert codes(in_files(GUIDE_EN, GUIDE_ZH)) == []
    assert codes(in_files(GUIDE_ZH, GUIDE_EN, "zh")) == []


BILINGUAL = (
    ("The ferry leaves the pier at dawn and comes back late.", "渡轮黎明离开码头，很晚才回来。"),
    ("The keeper writes the weather into the log every day.", "守塔人每天把天气记入日志。"),
    ("Visitors may climb the tower on Sundays in summer.", "夏天的星期日，参观者可以登塔。"),
)
PAGE_EN = "# Ferry\n\nThe ferry leaves the pier at dawn.\n\nIt returns after dark.\n\nBring a warm coat for the deck.\n"
PAGE_ZH = "# 渡轮\n\n渡轮黎明离开码头。\n\n天黑后返回。\n\n请带一件在甲板上穿的暖和外套。\n"


def test_a_remark_without_a_counterpart_is_found() -> None:
    assert codes(in_files(PAGE_EN, "以下是翻译：\n\n" + PAGE_ZH)) == ["MTX002"]
    assert codes(in_files(PAGE_EN, PAGE_ZH + "\n抱歉，我无法继续翻译这篇文章。\n")) == ["MTX001"]


def test_a_clean_page_is_silent() -> None:
    assert codes(in_files(PAGE_EN, PAGE_ZH)) == []
    assert codes(in_files(PAGE_ZH, PAGE_EN, "zh")) == []


def test_code_is_not_read() -> None:
    assert codes(in_files(PAGE_EN, PAGE_ZH + "\n```\nTODO: translate\n```\n")) == []
    assert codes(in_pair("Type the reminder.", "输入 `[待翻译]`。")) == []


def test_a_chinese_text_without_an_original_is_not_judged() -> None:
    alone = read("作为一个人工智能语言模型，我无法翻译。\n".encode(), "essay.md")
    assert not check_file(alone, Config(select=("MTX",)), Lexicon.load()).findings


def test_labels_of_a_bilingual_file_are_its_layout() -> None:
    text = "".join(f"原文：\n\n{en}\n\n译文：{zh}\n\n" for en, zh in BILINGUAL)
    document = read(text.encode(), "both.md")
    assert codes(check_file(document, Config(select=("MTX",)), Lexicon.load()).findings) == []


def test_evidence_underlines_the_words_concerned() -> None:
    [finding] = in_pair(FERRY, "渡轮黎明出发。（此处省略）")
    assert [span.text for span in finding.target_spans] == ["（此处省略）"]
    assert [span.text for span in finding.source_spans] == [FERRY]


def test_words_that_two_neighbours_share_are_no_repetition() -> None:
    english = "The keeper was very tired.\n\n# Letters to the fisherman\n\nThe fisherman opens the gate every morning."
    chinese = "守塔人非常非常非常非常非常非常非常累。\n\n# 写给渔夫的信\n\n渔夫每天早上打开大门。"
    assert codes(in_files(english, chinese)) == ["MTX005"]
