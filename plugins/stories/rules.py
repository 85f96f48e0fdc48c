"""The rules for stories, by id. The checks behind them are loaded when a pack is checked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from lifeskills.api import ContentError, ContentRule, PackView, Text


def _check(rule: str, pack: PackView) -> Iterable[ContentError]:
    from .asked import CHECKS

    return CHECKS[rule](pack)


RULES: tuple[ContentRule, ...] = tuple(
    ContentRule(id=rule, title=Text(zh=zh, en=en), check=partial(_check, rule))
    for rule, zh, en in (
        ("story-size", "故事有多长", "How long a story is"),
        ("story-link", "每条路都通", "Every link leads on"),
        ("story-ending", "每个结尾都有回路", "Every ending has a way back"),
        ("story-length", "场景和选择够短", "Scenes and choices are short"),
        ("story-care", "选择只分小心程度", "Choices are named by care"),
        ("story-help", "两步之内有人帮", "Help is two choices away"),
        ("story-debrief", "故事完了要聊一聊", "A story ends in a talk"),
        ("story-sheet", "讨论单上写得全", "The sheet for the talk is complete"),
        ("story-off-stage", "伤害不写在台上", "Harm happens off stage"),
        ("story-verdict", "没有选错，也没有失败的结尾", "No wrong choices, no failed endings"),
        ("story-place", "没有真的地名和民族", "No real place, no ethnic group"),
        ("story-child-pay", "孩子挣钱不当成功", "A child’s paid job is no success"),
        ("story-sum", "钱数写明年份", "An amount carries its year"),
        ("story-school", "另一所学校，校长改过来", "Another school, put right by its principal"),
        ("story-signal", "信号都认得", "Signals are known"),
        ("story-languages", "两种语言骨架一样", "Languages have the same bones"),
    )
)
