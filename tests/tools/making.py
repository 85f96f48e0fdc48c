"""Steps and stories for tool tests, as packs give them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lifeskills.core.lesson import Block, Origin, Step
from lifeskills.core.story import Choice, Passage, Story
from lifeskills.core.text import Text
from lifeskills.core.tool import Activity, PhaseSpec, ToolStep

HERE = Origin("core", "lessons/25.zh.md", 1)
TASK = """\
1. 前排转过来，四个人一组。
2. 一起挑一条路。

- A 说：“我才十五。”
- B **先**不答应
- C 把身份证收下
"""
ASK = "- 一加一？\n- 二加二？\n- 三加三？"
TOUCH = "- 二\n- 四\n- 六"
SLIP = "1. 我记得：____\n2. 我想问：____"


def step_of(activity: Activity, *, minutes: int = 10, **blocks: Any) -> ToolStep:
    """A step of a kind as a plugin gives it."""
    bare = step_with(minutes=minutes, **blocks)
    return replace(bare, activity=activity)


def step_with(
    *,
    minutes: int = 10,
    begun: float = 0.0,
    phases: tuple[float, ...] = (),
    options: dict[str, Any] | None = None,
    story: Story | None = None,
    **blocks: str,
) -> ToolStep:
    """A step with a block of each kind named (``ask="…"``) and an activity with phases."""
    step = Step(
        id="s1",
        title="骗人的话",
        kind="odd",
        origin=HERE,
        minutes=minutes,
        blocks=tuple(Block(kind=kind, text=text, origin=HERE) for kind, text in blocks.items()),
    )
    activity = Activity(
        id="odd",
        title=Text(en="Odd"),
        minutes=(2, 10),
        shape="class",
        records=Text(en="counts"),
        tool="odd",
        phases=tuple(
            PhaseSpec(title=Text(en=f"Part {number}"), share=share)
            for number, share in enumerate(phases, start=1)
        ),
        options=options or {},
    )
    return ToolStep(step=step, activity=activity, minutes=minutes, story=story, begun=begun)


FULL: dict[str, Any] = {"task": TASK, "ask": ASK, "touch": TOUCH, "slip": SLIP}


def a_story() -> Story:
    """Two decisions, three endings, a debrief."""
    return Story(
        id="E3",
        title="好工作",
        language="zh",
        start="kiosk",
        debrief=("谁帮了小薇？", "哪里可以停？"),
        passages=(
            Passage(
                id="kiosk",
                title="小卖部",
                text="阿姨说……",
                decision=True,
                choices=(Choice("不用", "safe"), Choice("想想", "think"), Choice("收下", "gone")),
            ),
            Passage(
                id="think",
                title="晚上",
                text="睡不着。",
                care="some",
                changes="有了一晚的时间。",
                choices=(Choice("第二天", "lane"),),
            ),
            Passage(
                id="lane",
                title="巷口",
                text="阿姨又来了。",
                decision=True,
                choices=(Choice("叫上妈妈", "safe"), Choice("自己去", "gone")),
            ),
            Passage(
                id="safe",
                title="回家",
                text="妈妈来了。",
                care="more",
                ending=True,
                gained="平安",
                way_back="开学照常",
                helpers=("mother", "community"),
                small_step="背一个号码",
            ),
            Passage(
                id="gone",
                title="隔壁",
                text="何师傅递来电话。",
                care="less",
                ending=True,
                gained="有人帮",
                way_back="回家",
                helpers=("neighbour",),
                small_step="说出来",
            ),
        ),
    )
