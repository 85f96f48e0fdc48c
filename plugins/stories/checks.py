"""What a story has to hold: short scenes, real choices, and a way back on every path."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from lifeskills.api import ContentError, Passage, Story, for_band, reachable

from .words import error

PASSAGES = (8, 14)
DECISIONS = (3, 4)
ENDINGS = (3, 5)
MOST_LETTERS = 90
MOST_CHOICE_LETTERS = 24
HELP_WITHIN = 2
"""From any passage at most this many choices lead to a helper."""


def size(story: Story) -> Iterator[ContentError]:
    """How many passages, decisions and endings a story of one period holds."""
    kinds = (
        ("场景", "passages", len(story.passages), PASSAGES),
        ("岔路口", "decisions", sum(len(one.choices) > 1 for one in story.passages), DECISIONS),
        ("结尾", "endings", len(story.endings), ENDINGS),
    )
    for zh, en, number, (least, most) in kinds:
        if not least <= number <= most:
            yield error(
                story,
                1,
                "story-size",
                ("这个故事有{n}个{zh}。", "The story has {n} {en}."),
                ("应该有{least}到{most}个。", "It should have {least} to {most}."),
                n=number,
                zh=zh,
                en=en,
                least=least,
                most=most,
            )


def links(story: Story) -> Iterator[ContentError]:
    """Every link leads somewhere, and every passage can be reached."""
    known = {one.id for one in story.passages}
    if story.start not in known:
        yield error(
            story,
            1,
            "story-link",
            ("开头的场景“{to}”不存在。", "The story starts at “{to}”, which is not there."),
            ("把 start 改成一个场景的名字。", "Name a passage in start."),
            to=story.start,
        )
        return
    found = reachable(story)
    for passage in story.passages:
        for choice in passage.choices:
            if choice.to not in known:
                yield error(
                    story,
                    passage.line,
                    "story-link",
                    ("通向“{to}”的路断了。", "The link to “{to}” leads nowhere."),
                    (
                        "改成一个场景的名字，或者写出这个场景。",
                        "Name a passage, or write this one.",
                    ),
                    to=choice.to,
                )
        if passage.id not in found:
            yield error(
                story,
                passage.line,
                "story-link",
                ("没有一条路通到“{id}”。", "No way leads to “{id}”."),
                ("从别的场景连过来，或者删掉它。", "Link to it, or take it out."),
                id=passage.id,
            )


def ends(story: Story) -> Iterator[ContentError]:
    """No dead ends, and none for under-16s; an ending has no links and says how to go on."""
    older = (one for one in story.passages if one.older)
    for passage in (*for_band(story, "under16").passages, *older):
        if not passage.ending and not passage.choices:
            yield error(
                story,
                passage.line,
                "story-ending",
                ("走到“{id}”就断了。", "The story breaks off at “{id}”."),
                ("写一条往下走的路，或者标成 ending。", "Link on, or tag it as an ending."),
                id=passage.id,
            )
    for passage in story.passages:
        if passage.ending and passage.choices:
            yield error(
                story,
                passage.line,
                "story-ending",
                ("结尾“{id}”后面还有路。", "The ending “{id}” has links."),
                ("结尾里不写链接。", "Take the links out of the ending."),
                id=passage.id,
            )
        if passage.ending:
            yield from _missing(story, passage)


def _missing(story: Story, passage: Passage) -> Iterator[ContentError]:
    for name in ("gained", "way_back", "helpers", "small_step"):
        if not getattr(passage, name):
            yield error(
                story,
                passage.line,
                "story-ending",
                ("结尾“{id}”没有写 {name}。", "The ending “{id}” does not say {name}."),
                ("没有一个结尾叫失败：写上它。", "No ending is a failure: write it."),
                id=passage.id,
                name=name,
            )


def lengths(story: Story) -> Iterator[ContentError]:
    """Chinese scenes and choices are short enough to be read aloud once."""
    if not story.language.startswith("zh"):
        return
    for passage in story.passages:
        found = letters(passage.text)
        if found > MOST_LETTERS:
            yield _too_long(story, passage, found, MOST_LETTERS)
        for choice in passage.choices:
            found = letters(choice.text)
            if found > MOST_CHOICE_LETTERS:
                yield _too_long(story, passage, found, MOST_CHOICE_LETTERS)


def _too_long(story: Story, passage: Passage, found: int, most: int) -> ContentError:
    return error(
        story,
        passage.line,
        "story-length",
        ("“{id}”里有一段{n}个字。", "“{id}” has a text of {n} characters."),
        ("最多{most}个字。", "At most {most}."),
        id=passage.id,
        n=found,
        most=most,
    )


def letters(words: str) -> int:
    """Characters that are read aloud: no spaces, marks or punctuation."""
    return sum(unicodedata.category(one)[0] in "LN" for one in words)


def care(story: Story) -> Iterator[ContentError]:
    """Every choice at a decision says how careful it is; the tag tells the truth."""
    by_id = {one.id: one for one in story.passages}
    for passage in story.passages:
        if passage.decision != (len(passage.choices) > 1):
            yield error(
                story,
                passage.line,
                "story-care",
                (
                    "“{id}”的 decision 标签和岔路数不合。",
                    "“{id}”: the tag decision and its links differ.",
                ),
                ("两条以上的路才标 decision。", "Tag it if and only if two or more ways lead on."),
                id=passage.id,
            )
        for choice in passage.choices if len(passage.choices) > 1 else ():
            there = by_id.get(choice.to)
            if there is not None and not there.care:
                yield error(
                    story,
                    there.line,
                    "story-care",
                    (
                        "选到“{id}”，没说多小心。",
                        "“{id}” is chosen and says not how careful it is.",
                    ),
                    (
                        "加上 care-more、care-some 或 care-less。",
                        "Tag it care-more, -some or -less.",
                    ),
                    id=there.id,
                )


def help_near(story: Story) -> Iterator[ContentError]:
    """From every passage a helper is at most two choices away."""
    by_id = {one.id: one for one in story.passages}
    near = {one.id for one in story.passages if one.helpers}
    for _ in range(HELP_WITHIN):
        # A passage with one way on costs no choice: follow such links for free.
        near |= {one.id for one in story.passages if any(c.to in near for c in one.choices)}
        while True:
            free = {
                one.id
                for one in story.passages
                if len(one.choices) == 1 and one.choices[0].to in near
            }
            if free <= near:
                break
            near |= free
    for name, passage in by_id.items():
        if name not in near:
            yield error(
                story,
                passage.line,
                "story-help",
                (
                    "从“{id}”走两步还遇不到能帮忙的人。",
                    "From “{id}” no helper is two choices away.",
                ),
                ("让一个人早点出现。", "Let a helper appear earlier."),
                id=name,
            )


def debrief(story: Story) -> Iterator[ContentError]:
    """A story ends in a talk."""
    if not story.debrief:
        yield error(
            story,
            1,
            "story-debrief",
            ("没有讨论的问题。", "There are no questions to talk about."),
            ("写一个 debrief 场景，里面是问题。", "Add a passage tagged debrief with a list."),
        )


def sheet(story: Story) -> Iterator[ContentError]:
    """What the teacher's sheet for the talk needs: answers, what to say, where a worry goes."""
    if len(story.touches) < len(story.debrief) or not all(story.touches):
        yield error(
            story,
            1,
            "story-sheet",
            ("有的问题没写好的回答会说到什么。", "A question lacks what a good answer touches."),
            (
                "在问题下面写一行：> 好的回答会说到什么",
                "Write it below the question: > what a good answer touches",
            ),
        )
    for tag, said in (("say", story.say), ("dont", story.dont), ("pass-on", story.pass_on)):
        if not said:
            yield error(
                story,
                1,
                "story-sheet",
                ("没有标 {tag} 的场景。", "There is no passage tagged {tag}."),
                (
                    "加一个标 {tag} 的场景，里面一行一条。",
                    "Add a passage tagged {tag} with a list.",
                ),
                tag=tag,
            )
