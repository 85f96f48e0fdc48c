"""A plan as teachers write it, for the tests of pacing and offers."""

from __future__ import annotations

from lifeskills.core.session import PlanStep


def step(id: str, minutes: int, least: int, needs: str, phase: str = "try") -> PlanStep:
    return PlanStep(
        id=id,
        title=id,
        minutes=minutes,
        least=least,
        needs=needs,
        phase=phase,
        meeting=id in {"open", "act", "slip"},
    )


LESSON = (
    step("open", 5, 3, "should", "open"),
    step("act", 14, 9, "must"),
    step("share", 8, 4, "must", "reflect"),
    step("walk", 5, 4, "could", "explain"),
    step("use", 9, 6, "should", "use"),
    step("slip", 4, 2, "must", "close"),
)
