"""What a class screen shows when lines come, stop coming, or the connection is gone."""

from __future__ import annotations

from dataclasses import replace

from lifeskills.core.classview import ClassView
from lifeskills.core.tool import ToolClock, ToolView
from lifeskills.display.watch import SILENT_SECONDS, Watch

VIEW = ClassView(screen="step", task="1. 每组看一张卡。", step_left=90.0, bell_left=600.0)


def test_before_anything_is_heard_nothing_of_a_lesson_stands_there() -> None:
    shown = Watch("en").shown(1000.0)
    assert (shown.view, shown.state) == (ClassView(language="en"), "off")


def test_the_clocks_run_between_one_line_and_the_next() -> None:
    watch = Watch("zh")
    watch.heard(VIEW, 10.0)
    shown = watch.shown(12.5)
    assert shown.state == "heard"
    assert shown.view == replace(VIEW, step_left=87.5, bell_left=597.5)


def test_a_pause_stops_the_step_and_its_tool_but_not_the_bell() -> None:
    tool = ToolView(clock=ToolClock(left=30.0, total=60.0))
    view = replace(VIEW, tool=tool)
    assert replace(view, paused=True).later(5) == replace(view, paused=True, bell_left=595.0)
    moved = view.later(5)
    assert moved.tool is not None
    assert moved.tool.clock == ToolClock(left=25.0, total=60.0)


def test_a_program_that_stands_still_blanks_the_screen_until_it_is_heard_again() -> None:
    watch = Watch("zh")
    watch.heard(VIEW, 10.0)
    assert watch.shown(10.0 + SILENT_SECONDS).state == "heard"
    silent = watch.shown(10.1 + SILENT_SECONDS)
    assert (silent.view, silent.state) == (VIEW.blanked(), "silent")
    watch.heard(VIEW, 60.0)
    assert watch.shown(60.0).view == VIEW


def test_a_lost_connection_keeps_the_task_its_clocks_and_says_that_it_waits() -> None:
    watch = Watch("zh")
    watch.heard(VIEW, 10.0)
    watch.lost()
    shown = watch.shown(70.0)
    assert shown.state == "waiting"
    assert shown.view == VIEW.later(60.0)
    watch.heard(VIEW, 80.0)
    assert watch.shown(80.0).state == "heard"


def test_a_blank_screen_stays_blank_when_the_connection_is_lost() -> None:
    watch = Watch("zh")
    watch.heard(VIEW.blanked(), 10.0)
    watch.lost()
    assert watch.shown(70.0).view.screen == "blank"


def test_turned_off_nothing_of_the_lesson_is_left() -> None:
    watch = Watch("zh")
    watch.heard(VIEW, 10.0)
    watch.heard(None, 20.0)
    watch.lost()
    shown = watch.shown(20.0)
    assert (shown.view, shown.state) == (ClassView(), "off")
