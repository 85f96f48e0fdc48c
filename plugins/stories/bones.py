"""Signals that a story names, and its languages side by side."""

from __future__ import annotations

from collections.abc import Iterator

from lifeskills.api import ContentError, PackView, Passage, Story

from .words import error


def signals(pack: PackView) -> Iterator[ContentError]:
    """Signals that passages name are known."""
    for story in pack.stories:
        for passage in story.passages:
            for signal in passage.signals:
                if signal not in pack.around.signals:
                    yield error(
                        story,
                        passage.line,
                        "story-signal",
                        ("没有叫“{signal}”的信号。", "There is no signal “{signal}”."),
                        (
                            "写进 signals.toml，或者改名字。",
                            "Add it to signals.toml, or rename it.",
                        ),
                        signal=signal,
                    )


def languages(pack: PackView) -> Iterator[ContentError]:
    """A story's languages have the same bones: ids, ways on, care, endings, and what they name."""
    master = pack.info.languages[0] if pack.info.languages else "zh"
    masters = {one.id: one for one in pack.stories if one.language == master}
    for story in pack.stories:
        other = masters.get(story.id)
        if other is None or other is story:
            continue
        bones = {one.id: _bones(one) for one in other.passages}
        for passage in story.passages:
            if bones.pop(passage.id, None) != _bones(passage):
                yield _differs(story, passage.line, passage.id)
        for name in bones:
            yield _differs(story, 1, name)
        for name in ("debrief", "say", "dont", "pass_on"):
            if len(getattr(story, name)) != len(getattr(other, name)):
                yield _differs(story, 1, name.replace("_", "-"))


def _bones(passage: Passage) -> tuple[object, ...]:
    ways = tuple(choice.to for choice in passage.choices)
    return (
        ways,
        passage.care,
        passage.ending,
        passage.older,
        passage.signals,
        passage.helpers,
        passage.cards,
    )


def _differs(story: Story, line: int, name: str) -> ContentError:
    return error(
        story,
        line,
        "story-languages",
        ("“{id}”和原文的骨架不一样。", "“{id}” is built differently in the master language."),
        (
            "场景名、路、标签、帮手要和原文一样。",
            "Ids, links, tags and helpers must be those of the master.",
        ),
        id=name,
    )
