"""The rules for stories, by id."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lifeskills.api import ContentError, ContentRule, PackView, Story, Text

from .bones import languages, signals
from .checks import care, debrief, ends, help_near, lengths, links, size


def _each(
    check: Callable[[Story], Iterable[ContentError]],
) -> Callable[[PackView], Iterable[ContentError]]:
    """A rule of one story, asked of every story of a pack."""
    return lambda pack: (error for story in pack.stories for error in check(story))


RULES: tuple[ContentRule, ...] = tuple(
    ContentRule(id=rule, title=Text(zh=zh, en=en), check=check)
    for rule, zh, en, check in (
        ("story-size", "故事有多长", "How long a story is", _each(size)),
        ("story-link", "每条路都通", "Every link leads on", _each(links)),
        ("story-ending", "每个结尾都有回路", "Every ending has a way back", _each(ends)),
        ("story-length", "场景和选择够短", "Scenes and choices are short", _each(lengths)),
        ("story-care", "选择只分小心程度", "Choices are named by care", _each(care)),
        ("story-help", "两步之内有人帮", "Help is two choices away", _each(help_near)),
        ("story-debrief", "故事完了要聊一聊", "A story ends in a talk", _each(debrief)),
        ("story-signal", "信号都认得", "Signals are known", signals),
        ("story-languages", "两种语言骨架一样", "Languages have the same bones", languages),
    )
)
