"""What Space does: scene, phase, step, end."""

from __future__ import annotations

from lifeskills.core.carry import carry_on
from lifeskills.core.session import PlanStep, SessionState, StepRun
from lifeskills.core.tool import Action, ToolClock, ToolView

PLAN = (PlanStep(id="one", title="One", minutes=5), PlanStep(id="two", title="Two", minutes=5))
NEXT = Action(id="next-phase", title="Next phase", key="n")
WIN = Action(id="win:A", title="A", key="a")


def at_step(step: str) -> SessionState:
    done = tuple(
        StepRun(one.id, 0, ended=1, reason="done") for one in PLAN if one.id < step and step
    )
    return SessionState(group="c-1", plan=PLAN, step=step, runs=done)


def phase(number: int, *options: Action) -> ToolView:
    return ToolView(clock=ToolClock(left=60, total=120, number=number, of=2), options=options)


def test_before_the_first_step_space_begins_it() -> None:
    coming = carry_on(at_step(""), None)
    assert (coming.kind, coming.step) == ("step", PLAN[0])


def test_a_phase_comes_before_the_next_step() -> None:
    assert carry_on(at_step("one"), phase(1, NEXT)).action == NEXT
    assert carry_on(at_step("one"), phase(2, NEXT)).step == PLAN[1]


def test_a_scene_comes_before_a_phase() -> None:
    on = Action(id="go-on", title="Then", key="g")
    assert carry_on(at_step("one"), phase(1, NEXT, on)).action == on


def test_the_debrief_comes_after_the_ending() -> None:
    talk = Action(id="debrief", title="Talk", key="t")
    assert carry_on(at_step("one"), phase(1, talk, NEXT)).action == talk


def test_an_open_vote_is_said_before_the_step_is_left() -> None:
    assert carry_on(at_step("one"), phase(2, WIN)).undecided
    decided = ToolView(options=(WIN,), done=True)
    assert not carry_on(at_step("one"), decided).undecided


def test_after_the_last_step_comes_the_end() -> None:
    last = at_step("two")
    assert carry_on(last, None).kind == "end"
