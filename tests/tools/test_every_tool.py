"""What holds for every shipped tool, whatever is pressed and whatever a step says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.api import (
    Action,
    Countdown,
    Found,
    People,
    Relay,
    Slips,
    StoryTool,
    Tally,
    Tool,
    ToolView,
    Vote,
    replay,
)
from lifeskills.core.session import ToolAct
from tests.tools.making import FULL, a_story, step_with

TOOLS: tuple[Tool, ...] = (
    Countdown(),
    Vote(),
    Tally(),
    Found(),
    Relay(),
    Slips(),
    StoryTool(),
)
IDS = sorted(tool.id for tool in TOOLS)
ODD_STEPS = (
    step_with(**FULL, story=a_story(), phases=(0.5, 0.3, 0.2)),
    step_with(**FULL, options={"count": "cards", "of": "present"}),
    step_with(minutes=0),
    step_with(task="- A\n- A again\n- 不是选项", ask="- ？", touch=""),
)
ROOMS = (People(present=50, groups=13, rows=7), People(present=0))

values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=40),
    st.lists(st.integers(-2, 60), max_size=4),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    st.sampled_from(["A", "b", "１７", "30 12 5", "李想", "[red]"]),
)
times = st.one_of(st.floats(-100, 6000), st.sampled_from([float("nan"), float("inf"), -1e308]))


@st.composite
def presses(draw: st.DrawFn, tool: Tool) -> list[ToolAct]:
    """Keys: mostly those that the tool offers, sometimes any word at all."""
    step, people = draw(st.sampled_from(ODD_STEPS)), draw(st.sampled_from(ROOMS))
    state = tool.start(step, people)
    acts: list[ToolAct] = []
    for _ in range(draw(st.integers(0, 12))):
        offered = [action.id for action in tool.actions(state)]
        action = draw(st.sampled_from(offered) if offered else st.just("none"))
        if draw(st.integers(0, 4)) == 0:
            action = draw(st.text(max_size=12))
        act = ToolAct(action, draw(values), draw(times))
        state = tool.apply(state, act.action, act.value, act.at)
        acts.append(act)
    return acts


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
@pytest.mark.parametrize("people", ROOMS, ids=["full", "empty"])
@given(data=st.data())
def test_no_key_and_no_value_raises(tool: Tool, people: People, data: st.DataObject) -> None:
    step = data.draw(st.sampled_from(ODD_STEPS))
    state = tool.start(step, people)
    for act in data.draw(presses(tool)):
        state = tool.apply(state, act.action, act.value, act.at)
        view = tool.view(state, act.at)
        assert isinstance(view, ToolView)
        assert all(isinstance(action, Action) for action in tool.actions(state))
        json.dumps(tool.record(state), allow_nan=False)


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
@given(data=st.data())
def test_replay_gives_the_same_state_and_view(tool: Tool, data: st.DataObject) -> None:
    acts = data.draw(presses(tool))
    step = ODD_STEPS[0]

    first, second = (replay(tool, step, ROOMS[0], acts) for _ in range(2))

    assert tool.record(first) == tool.record(second)
    assert repr(tool.view(first, 60.0)) == repr(tool.view(second, 60.0))


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
@given(action=st.text(max_size=20), value=values)
def test_an_unknown_key_changes_nothing(tool: Tool, action: str, value: Any) -> None:
    state = tool.start(ODD_STEPS[0], ROOMS[0])
    if action in {one.id for one in tool.actions(state)}:
        return

    assert tool.apply(state, action, value, 5.0) == state


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
@given(data=st.data())
def test_the_record_holds_counts_and_no_ids(tool: Tool, data: st.DataObject) -> None:
    """A tool is given numbers, so nothing about anybody can come out of it."""
    state = replay(tool, ODD_STEPS[0], ROOMS[0], data.draw(presses(tool)))

    allowed = {
        "rounds", "ideas", "themes", "cards", "disputed", "found", "of", "missed",
        "first_try", "asked", "with_help", "faces", "present", "when",
        "story", "choices", "endings", "replays", "talked",
    }  # fmt: skip
    assert set(tool.record(state)) <= allowed
    assert set(People.__dataclass_fields__) == {"present", "groups", "rows"}


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
def test_nothing_pressed_leaves_nothing_on_record(tool: Tool) -> None:
    if tool.id == "tally":
        return  # see test_tally: an undisputed card sort is a result
    assert tool.record(tool.start(ODD_STEPS[0], ROOMS[0])) == {}


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
@pytest.mark.parametrize("step", ODD_STEPS, ids=["full", "cards", "bare", "odd"])
def test_keys_are_single_and_do_not_clash(tool: Tool, step: Any) -> None:
    actions = tool.actions(tool.start(step, ROOMS[0]))

    keys = [action.key for action in actions if action.key]
    assert len(keys) == len(set(keys))
    assert all(len(key) == 1 and key.isascii() and key.isalnum() for key in keys)
    assert len({action.id for action in actions}) == len(actions)
