"""What a set covers is added up from its courses."""

from __future__ import annotations

from lifeskills.core.balance import balance
from lifeskills.core.coverage import Share, coverage, covered
from lifeskills.core.lesson import CourseInfo, Origin, Phase, Step

WHERE = Origin("core", "lessons/x.zh.md", 1)


def step(kind: str, phase: Phase, minutes: int) -> Step:
    return Step(id=kind + phase, title=kind, kind=kind, origin=WHERE, phase=phase, minutes=minutes)


def info(course: str, *skills: str) -> CourseInfo:
    return CourseInfo(
        course=course, title=course, aim="A", skills=skills, minutes=(("g7-9", 45),), cards=("c",)
    )


def test_a_method_counts_its_minutes_and_a_skill_the_lesson() -> None:
    one = covered(info("a", "empathy"), [step("play", "try", 10), step("play", "use", 5)], ())
    two = covered(info("b", "x", "empathy"), [step("debate", "try", 20)], ("sending",))
    found = coverage([one, two])

    assert found.methods == {"play": Share(1, 0, 15), "debate": Share(1, 0, 20)}
    assert found.skills["empathy"] == Share(courses=2, main=1, minutes=35)
    assert found.phases == {"try": Share(2, 0, 30), "use": Share(1, 0, 5)}
    assert found.audiences["g7-9"] == Share(2, 2, 90)
    assert found.sides == {"sending": Share(1, 0, 20)}
    assert found.cards["c"].courses == 2
    assert sum(one.minutes for one in found.courses) == 35


def test_nothing_is_covered_by_nothing() -> None:
    assert coverage([]).methods == {}


def test_girls_and_boys_are_counted_by_part() -> None:
    found = balance(["小薇害怕了，妈妈陪着她。\n小宇先问了一句", "他决定了"])

    assert found == {"At risk": (1, 0), "Helping": (1, 0), "Deciding": (0, 1)}
