"""What crosses the wire: a view and back, nothing of a learner, and no line that is not ours."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.classview import ClassView, class_view
from lifeskills.core.people import ClassGroup, Learner, shown_names
from lifeskills.core.session import Event, fold
from lifeskills.core.text import Sentence, Text
from lifeskills.core.tool import Action, Row, ToolClock, ToolView
from lifeskills.display.wire import (
    MOST_BYTES,
    VERSION,
    Unreadable,
    end_line,
    hello_line,
    token_in,
    view_in,
    view_line,
)
from lifeskills.language import translator
from tests.strategies import lessons

TOOL = ToolView(
    headline=Sentence("Vote"),
    body=Text(zh="选一个", en="Choose"),
    clock=ToolClock(left=61.5, total=90.0, phase=Text(zh="想一想", en="Think"), number=1, of=3),
    rows=(Row(label="A 先问清楚", count=3, marked=True, note=Text(zh="多数", en="Most")),),
    counts=((Text(zh="一共", en="In all"), 52),),
    options=(Action(id="vote", title="Vote", key="a", value={"any": object()}),),
    teacher=(("What a good answer touches", "ask first"),),
)
VIEW = ClassView(
    screen="step",
    title="骗人的常用招",
    step="谁在说话",
    task="1. 每组看一张卡。",
    step_left=372.25,
    bell_left=1290.0,
    tool=TOOL,
    turn="小花",
    groups=(("小花", "12"), ()),
)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_view_arrives_as_it_was_sent_its_words_said(language: str) -> None:
    say = translator(language)
    came = view_in(view_line(replace(VIEW, language=language), say))

    said = ToolView(
        headline=say(TOOL.headline),
        body=say(TOOL.body),
        clock=replace(
            TOOL.clock or ToolClock(left=0, total=0), phase=say(Text(zh="想一想", en="Think"))
        ),
        rows=(replace(TOOL.rows[0], note=say(Text(zh="多数", en="Most"))),),
        counts=((say(Text(zh="一共", en="In all")), 52),),
    )
    assert came == replace(VIEW, language=language, tool=said)


def test_what_the_teacher_can_do_and_what_only_she_reads_never_cross() -> None:
    sent = json.loads(view_line(VIEW, translator("zh")))["view"]["tool"]
    assert not {"options", "teacher"} & set(sent)


def test_the_last_line_says_that_nothing_is_left() -> None:
    assert view_in(end_line()) is None


def test_a_line_that_is_too_long_goes_without_its_words() -> None:
    line = view_line(replace(VIEW, task="长" * MOST_BYTES), translator("zh"))
    assert len(line) < MOST_BYTES
    assert view_in(line) == replace(VIEW, task="", board="", tool=None, groups=())


def good() -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(view_line(VIEW, translator("zh")))
    return parsed


@pytest.mark.parametrize(
    "spoil",
    [
        {"version": VERSION + 1},
        {"more": 1},
        {"view": []},
        {"view": {"screen": "step", "concern": "…"}},
        {"view": {"screen": 3}},
        {"view": {"step_left": "soon"}},
        {"view": {"groups": [[["deep"]]]}},
        {"view": {"tool": {"clock": {}}}},
        {"view": {"task": "长" * 60_000}},
    ],
)
def test_a_line_of_another_shape_is_refused(spoil: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        view_in(json.dumps({**good(), **spoil}).encode())


@given(st.binary(max_size=200))
def test_bytes_that_are_no_line_are_refused_and_nothing_else_happens(data: bytes) -> None:
    for read in (view_in, token_in):
        with pytest.raises(Unreadable):
            read(data)


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(Unreadable):
        view_in(b'{"version":1,"view":' + b"[" * 100_000 + b"]" * 100_000 + b"}")


def test_a_token_comes_back_out_of_its_line() -> None:
    assert token_in(hello_line("sesame")) == "sesame"
    with pytest.raises(Unreadable):
        token_in(b'{"lifeskills_display":2,"token":"sesame"}')


# -- nothing of a learner passes but a shown name in a group or a turn ------------------------

IDS = ("p-1", "p-2", "p-3", "p-4")


def marked(kind: str, learner: str) -> str:
    """A word that is in a learner's field or in an event and nowhere else."""
    return f"canary-{kind}-{learner}"


GROUP = ClassGroup(
    id="canary-class-id",
    name="canary-class-name",
    learners=tuple(
        Learner(
            id=one,
            number=900 + number,
            name=marked("name", one),
            given=marked("given", one),
            sex="girl" if number % 2 else "boy",
            school_id=marked("school", one),
            desk=(1, number),
        )
        for number, one in enumerate(IDS, start=1)
    ),
)


def with_canaries(events: list[Event]) -> list[Event]:
    """The same keys, each carrying reasons, notes and words that no pupil may see."""
    return [
        replace(
            event,
            data={
                **event.data,
                "reason": event.data.get("reason", "canary-reason"),
                "note": "canary-note",
                "concern": {"sentence": "canary-concern", "duty": "canary-duty"},
                "code": "canary-code",
            },
        )
        for event in events
    ]


@given(lessons(), st.floats(0, 9000), st.sampled_from(["given", "number", "none"]), st.booleans())
def test_of_a_learner_only_a_shown_name_in_a_group_or_a_turn_passes(
    events: list[Event], at: float, how: str, names: bool
) -> None:
    state = replace(fold(with_canaries(events)), names_on_wall=names)
    shown = shown_names(GROUP, how)
    view = class_view(state, at=at, lesson=None, shown=shown, tool=TOOL)
    sent = json.loads(view_line(view, translator("zh")))
    may_be = set(shown.values()) | {""}

    turn, groups = sent["view"].pop("turn"), sent["view"].pop("groups")
    assert turn in may_be
    assert {name for group in groups for name in group} <= may_be
    if not names:
        assert groups == []
    rest = json.dumps(sent, ensure_ascii=False)
    assert "canary" not in rest
    assert not any(f'"{one}"' in rest for one in IDS)
