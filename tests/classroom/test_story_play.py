"""A story in a lesson: told with its law cards, kept at every key, never more on the wall."""

from __future__ import annotations

import datetime as dt
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from tests.classroom.conftest import OpenSchool

COURSE, STEP = "tricks-people-use", "who-is-talking"

PLAYS = """
import sys
from pathlib import Path
from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching

school = School(Path(sys.argv[1]), language="zh")
teaching = Teaching.begin(school, school.classes.get("8(3)"), "tricks-people-use")
teaching.roll_done()
while teaching.state.step != "who-is-talking":
    teaching.next_step()
for key in sys.argv[2:]:
    teaching.tool_key(key)
print("playing", flush=True)
sys.stdin.read()
"""


def playing(school: School, *keys: str) -> Teaching:
    """A lesson of 8(3) in its story, after these keys."""
    teaching = Teaching.begin(school, school.classes.get("8(3)"), COURSE)
    teaching.roll_done()
    while teaching.state.step != STEP:
        teaching.next_step()
    for key in keys:
        teaching.tool_key(key)
    return teaching


@pytest.mark.parametrize(
    ("keys", "headline"),
    [
        (["win:C"], "掉出来的证件"),
        (["win:C", "win:B", "go-on", "win:B"], "封着的窗户"),
        (["win:C", "other"], "小卖部门口"),
        (["card:min-age-16"], "不满十六周岁不得招用"),
        (["advise", "heard"], "What would you advise 小薇?"),
    ],
)
def test_killed_in_the_middle_of_a_story_it_goes_on_at_the_same_passage(
    folder: Path, keys: list[str], headline: str
) -> None:
    command = [sys.executable, "-c", PLAYS, str(folder), *keys]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "playing\n"
        child.send_signal(signal.SIGKILL)
        child.wait()

    school = School(folder, language="zh")
    teaching = Teaching.resume(school, school.classes.get("8(3)"))
    view = teaching.tool_view()

    assert view is not None
    assert str(view.headline) == headline
    teaching.leave()


def test_the_card_of_a_passage_is_that_of_the_law_book_on_the_day_and_for_the_age(
    school: School,
) -> None:
    view = playing(school, "card:min-age-16").tool_view()

    assert view is not None
    assert "假期也一样" in str(view.body)  # the words for under sixteen
    parts = {str(title): words for title, words in view.teacher}
    assert "《禁止使用童工规定》" in parts["It rests on (to be checked again by 2027-11-23)"]
    assert "{" not in "".join(parts.values())
    assert len(parts) == 5


def test_nothing_of_the_teachers_brief_reaches_the_wall(school: School) -> None:
    wall = playing(school, "card:min-age-16").class_view().tool

    assert wall is not None
    assert "假期也一样" in str(wall.body)
    assert (wall.teacher, wall.options) == ((), ())


def test_without_the_law_pack_a_story_is_played_and_no_card_is_offered(
    open_school: OpenSchool,
) -> None:
    school = open_school(off=frozenset({"law"}))
    teaching = playing(school, "win:C", "card:id-and-deposit")
    view = teaching.tool_view()

    assert view is not None
    assert view.headline == "掉出来的证件"
    assert not [one for one in teaching.tool_actions() if one.id.startswith("card:")]


def test_a_card_of_which_nothing_may_be_said_on_the_day_is_not_offered(school: School) -> None:
    setting = school.setting(school.classes.get("8(3)"))
    told = school.teller.story("E3", setting)
    long_ago = replace(setting, day=dt.date(1990, 1, 1))

    assert [card.id for card in told.cards_at("kiosk")] == ["min-age-16"]
    assert school.teller.story("E3", long_ago).cards_at("kiosk") == ()


def test_the_record_keeps_the_way_and_the_cards(school: School) -> None:
    teaching = playing(school, "card:min-age-16", "go-on", "win:A", "go-on", "win:A")
    record = teaching.close()

    kept = record["tools"][STEP]
    assert kept["story"] == "E3"
    assert [(one["at"], one["letter"]) for one in kept["choices"]] == [
        ("kiosk", "A"),
        ("lane", "A"),
    ]
    assert kept["cards"] == ["min-age-16"]
