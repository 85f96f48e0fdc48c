"""F6 and Ctrl+T: every kind of group by one key, turns by one key, and what stands on the wall."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from lifeskills.classroom.pairs import keep_pair, pair_row
from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.people import ClassGroup, Learner
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.screens.ask import AskScreen
from lifeskills.tui.screens.class_screen import ClassScreen
from lifeskills.tui.screens.follow_up import FollowUpScreen
from lifeskills.tui.screens.groups import GroupsScreen
from lifeskills.tui.screens.lesson import LessonScreen
from lifeskills.tui.screens.turn import TurnScreen
from tests.tui.conftest import OpenApp, screen_text, type_keys

COURSE = "tricks-people-use"


async def lesson(app: LifeskillsApp, pilot: Pilot[None], group: ClassGroup) -> Teaching:
    """A lesson with its first step running."""
    teaching = Teaching.begin(app.school, group, COURSE)
    teaching.roll_done()
    teaching.next_step()
    await app.push_screen(LessonScreen(teaching))
    await pilot.pause()
    return teaching


@pytest.mark.parametrize(
    ("key", "shape", "groups"),
    [
        ("2", "pairs", 26),
        ("4", "fours", 13),
        ("5", "groups", 10),
        ("8", "eights", 7),
        ("1", "circle", 1),
        ("c", "count-off", 10),
        ("Ｓ", "stations", 10),
        ("p", "casts", 6),
    ],
)
async def test_every_kind_is_one_key(
    school: School, open_app: OpenApp, key: str, shape: str, groups: int
) -> None:
    async with open_app() as (app, pilot):
        teaching = await lesson(app, pilot, school.classes.get("8(3)"))
        await type_keys(pilot, "f6", key, "enter")
        assert isinstance(app.screen, LessonScreen)
        assert (teaching.state.group_shape, len(teaching.state.groups)) == (shape, groups)


async def test_the_figures_are_those_of_the_step_with_the_groups_offered(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        teaching = await lesson(app, pilot, school.classes.get("8(3)"))
        step, learners = teaching.state.current, teaching.state.present_count
        assert step is not None
        await type_keys(pilot, "f6")
        for key, groups in (("2", 26), ("4", 13), ("1", 1)):
            await type_keys(pilot, key)
            text = screen_text(app)
            assert f"{round(step.minutes * groups * 60 / learners)} 秒" in text
            assert f"{0 if key == '1' else 100}%" in text.replace(" ", "")
        await type_keys(pilot, "escape")


async def test_lot_apart_anew_and_names_on_the_wall(school: School, open_app: OpenApp) -> None:
    async with open_app(size=(120, 40)) as (app, pilot):
        group = school.classes.get("8(3)")
        teaching = await lesson(app, pilot, group)
        await type_keys(pilot, "f6", "d", "m", "enter")
        first = teaching.state.groups
        assert teaching.state.group_how == "lot"
        assert teaching.state.single_sex
        assert teaching.class_view().groups == ()
        await type_keys(pilot, "f6", "enter")
        assert teaching.state.groups == first, "what stands is kept"
        await type_keys(pilot, "f6", "a", "ｎ", "enter")
        assert teaching.state.groups != first
        given = {one.id: one.given for one in group.learners}
        on_the_wall = teaching.class_view().groups
        assert on_the_wall[0] == tuple(given[one] for one in teaching.state.groups[0])
        await type_keys(pilot, "f6", "f2", "escape")
        assert teaching.state.groups == first, "F2 takes back the groups"


async def test_pairs_are_kept_apart_without_a_word(school: School, open_app: OpenApp) -> None:
    keep_pair(school, "8(3)", 1, 2, "apart")
    async with open_app(size=(120, 40)) as (app, pilot):
        teaching = await lesson(app, pilot, school.classes.get("8(3)"))
        first, second = teaching.group.current[:2]
        await type_keys(pilot, "f6", "2")
        shown = screen_text(app)
        for word in ("分开：", "一起：", "apart", "together"):
            assert word not in shown
        await type_keys(pilot, "enter")
        assert not any({first.id, second.id} <= set(group) for group in teaching.state.groups)


async def test_roles_stand_beside_names_only_when_asked_for(
    school: School, open_app: OpenApp
) -> None:
    async with open_app(size=(120, 40)) as (app, pilot):
        await lesson(app, pilot, school.classes.get("8(3)"))
        await type_keys(pilot, "f6")
        assert "（组长）" not in screen_text(app)
        await type_keys(pilot, "w")
        assert "（组长）" in screen_text(app)
        await type_keys(pilot, "enter", "f6")
        assert "（组长）" not in screen_text(app), "it is not remembered"


async def test_a_group_without_a_list_is_formed_anew_by_a_key(
    school: School, open_app: OpenApp
) -> None:
    group = ClassGroup(id="c-open", name="夜校", kind="open", audiences=("workers",))
    school.classes.save(group)
    async with open_app() as (app, pilot):
        teaching = Teaching.begin(school, group, COURSE)
        teaching.headcount({"girl 16-17": 12})
        teaching.next_step()
        await app.push_screen(LessonScreen(teaching))
        await type_keys(pilot, "f6", "c", "enter")
        assert [len(one) for one in teaching.state.groups] == [6, 6]
        await type_keys(pilot, "f6", "＋", "+", "+", "enter")
        assert [len(one) for one in teaching.state.groups] == [5, 5, 5]
        await type_keys(pilot, "f6", "-", "enter")
        assert sum(len(one) for one in teaching.state.groups) == 14
        await type_keys(pilot, "ctrl+t")
        assert teaching.state.asked == ""
        await type_keys(pilot, "escape")


async def test_several_grades_pair_older_with_younger(school: School, open_app: OpenApp) -> None:
    learners = tuple(
        Learner(id=f"p-{n:02}", number=n, name=f"甲{n}", given=f"甲{n}", grade=5 + n % 2)
        for n in range(1, 13)
    )
    group = ClassGroup(id="c-mixd", name="复式班", audiences=("g7-9",), learners=learners)
    school.classes.save(group)
    async with open_app() as (app, pilot):
        teaching = await lesson(app, pilot, group)
        await type_keys(pilot, "f6", "o", "enter")
        grade = {one.id: one.grade for one in learners}
        assert len(teaching.state.groups) == 6
        assert all({grade[one] for one in two} == {5, 6} for two in teaching.state.groups)


@pytest.mark.parametrize("key", ["\u3000", "＋"])
async def test_a_full_width_key_works_once(school: School, open_app: OpenApp, key: str) -> None:
    async with open_app() as (app, pilot):
        teaching = await lesson(app, pilot, school.classes.get("8(3)"))
        first = teaching.state.step
        await type_keys(pilot, key)
        order = [step.id for step in teaching.state.plan]
        if key == "＋":
            assert teaching.state.added == {first: 1}
        else:
            assert teaching.state.step == order[1]


# -- turns ------------------------------------------------------------------------------------


async def test_turns_by_one_key_each(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        teaching = await lesson(app, pilot, school.classes.get("8(3)"))
        await type_keys(pilot, "ctrl+t")
        assert isinstance(app.screen, TurnScreen)
        first = teaching.group.learner(teaching.state.asked)
        assert first is not None
        assert f"{first.number} {first.given}" in screen_text(app)
        assert "都轮到一次再轮第二次" in screen_text(app)
        await type_keys(pilot, "Ｐ")
        second = teaching.state.asked
        assert list(teaching.state.passes) == [first.id]
        assert second != first.id
        await type_keys(pilot, "ctrl+t")
        assert list(teaching.state.turns) == [second]
        third = teaching.state.asked
        await type_keys(pilot, "enter")
        assert isinstance(app.screen, LessonScreen)
        assert list(teaching.state.turns) == [second, third]
        await type_keys(pilot, "f2", "f2", "f2")
        assert not teaching.state.turns
        assert teaching.state.asked == first.id


async def test_the_name_stands_on_the_wall_and_p_works_behind_it(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        teaching = await lesson(app, pilot, school.classes.get("8(3)"))
        await type_keys(pilot, "ctrl+t", "f5")
        assert isinstance(app.screen, ClassScreen)
        first = teaching.group.learner(teaching.state.asked)
        assert first is not None
        assert first.given in screen_text(app)
        await type_keys(pilot, "p")
        second = teaching.group.learner(teaching.state.asked)
        assert second is not None
        assert second.given in screen_text(app)
        await type_keys(pilot, "f5", "escape")
        assert teaching.class_view().turn == ""
        assert teaching.state.turns == ()


async def test_groups_report_three_two_one(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        teaching = await lesson(app, pilot, school.classes.get("8(3)"))
        await type_keys(pilot, "ctrl+t", "g")
        assert "还没有分组" in screen_text(app)
        await type_keys(pilot, "escape", "f6", "4", "enter", "ctrl+t", "g")
        text = "".join(screen_text(app).split())
        assert "各说一分钟：第" in text
        assert "总结：第" in text
        assert sum(len(part) for part in teaching.state.report.values()) == 6
        assert "各说一分钟" in teaching_view(app)


def teaching_view(app: LifeskillsApp) -> str:
    assert isinstance(app.screen, TurnScreen)
    return app.screen.class_view().how


async def test_groups_screen_is_left_without_forming(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        teaching = await lesson(app, pilot, school.classes.get("8(3)"))
        await type_keys(pilot, "f6", "c")
        assert isinstance(app.screen, GroupsScreen)
        await type_keys(pilot, "f6")
        assert isinstance(app.screen, LessonScreen)
        assert teaching.state.groups == ()


# -- for adults only --------------------------------------------------------------------------


async def test_follow_up_sets_a_pair_and_asks_for_no_reason(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        await app.push_screen(FollowUpScreen(school.classes.get("8(3)")))
        await type_keys(pilot, "k", "1", "2", "enter", "1", "7", "enter")
        assert isinstance(app.screen, AskScreen)
        assert "现在：没有要求" in screen_text(app)
        await type_keys(pilot, "1")
        assert isinstance(app.screen, FollowUpScreen)
        assert pair_row(school, "8(3)")["apart"] == [[12, 17]]
        await type_keys(pilot, "k", "1", "7", "enter", "1", "2", "enter")
        assert "现在：分开" in screen_text(app)
        await type_keys(pilot, "3")
        assert pair_row(school, "8(3)")["apart"] == []
