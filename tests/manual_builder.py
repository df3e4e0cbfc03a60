"""Paired sentences of a made-up manual that use the same terms again and again, for tests of mining and drafting."""

from __future__ import annotations

from aligncheck.terminology.mining import TextPair

MANUAL: tuple[tuple[str, str], ...] = (
    ("Every agent has a name and a budget.", "每个智能体都有名称和预算。"),
    ("The agent stops when its budget is spent.", "预算用尽时，智能体就会停止。"),
    ("You can watch an agent from the console.", "您可以在控制台中观察智能体。"),
    ("A second agent reads what the first one wrote.", "第二个智能体读取第一个写下的内容。"),
    ("Give the agent a shorter list of tools.", "给智能体一份更短的工具清单。"),
    ("Agents never share their memory.", "智能体从不共享记忆。"),
    ("Delete an agent that nobody needs.", "删除没有人需要的代理。"),
    ("An idle agent costs nothing.", "空闲的代理不产生费用。"),
    ("The prompt template is stored with the project.", "提示模板与项目一起保存。"),
    ("Change the prompt template before the next run.", "在下次运行之前修改提示模板。"),
    ("A prompt template may hold placeholders.", "提示模板可以包含占位符。"),
    ("Nobody edits the prompt template by hand.", "没有人手动编辑提示模板。"),
    ("Quillstack starts in two seconds.", "Quillstack 两秒内启动。"),
    ("Install Quillstack on the server.", "在服务器上安装 Quillstack。"),
    ("Quillstack writes a log every night.", "Quillstack 每晚写一份日志。"),
    ("Ask the people behind Quillstack for help.", "向 Quillstack 的开发团队求助。"),
    ("Use the console to restart the server.", "使用控制台重启服务器。"),
    ("Use a longer name for the log.", "使用更长的名称来命名日志。"),
    ("Use both hands to lift the cover.", "使用双手抬起盖子。"),
    ("Use the server in the cellar.", "使用地下室里的服务器。"),
    ("The console shows the log of the server.", "控制台显示服务器的日志。"),
    ("Close the console when you leave.", "离开时请关闭控制台。"),
)
"""Twenty-two sentences: agent is rendered in two ways, Quillstack is kept, use is a word of the general language."""


def pairs(sentences: tuple[tuple[str, str], ...] = MANUAL) -> list[TextPair]:
    """The sentences as pairs of one document, a line each."""
    return [TextPair(en, zh, ("manual.tsv", line)) for line, (en, zh) in enumerate(sentences, 2)]


def table(sentences: tuple[tuple[str, str], ...] = MANUAL) -> str:
    """The sentences as a document that ``check`` reads."""
    return "en\tzh\n" + "".join(f"{en}\t{zh}\n" for en, zh in sentences)
