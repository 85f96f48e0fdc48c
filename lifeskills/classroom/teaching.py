"""A session being taught: each key is an event on the disk before the screen changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from lifeskills.classroom.school import School
from lifeskills.core.classview import ClassView, class_view
from lifeskills.core.closing import slips_so_far, with_slips_of
from lifeskills.core.errors import SessionError, StoreError, UnknownName
from lifeskills.core.lesson import Lesson, Step
from lifeskills.core.opening import last_key, minutes_of, opening
from lifeskills.core.people import ClassGroup, Learner, shown_names
from lifeskills.core.record import record_of
from lifeskills.core.roll import mark_all
from lifeskills.core.session import Mark, PlanStep, SessionState, fold
from lifeskills.core.term import term_began
from lifeskills.core.tool import Action, ToolView
from lifeskills.core.toolwork import ToolWork
from lifeskills.store.running import Running
from lifeskills.store.session_log import SessionLog


class Teaching:
    """One open session of one class.

    Make it with :meth:`begin` or :meth:`resume`. Every method that changes something appends one
    event and returns the new state; when the disk refuses, NotSaved is raised and ``state`` is as
    before.
    """

    def __init__(
        self, school: School, group: ClassGroup, running: Running, lesson: Lesson | None
    ) -> None:
        self.school = school
        self.group = group
        self.lesson = lesson
        self.log = SessionLog(running, school.clock)

    @property
    def state(self) -> SessionState:
        """What the disk holds."""
        return self.log.state

    # -- beginning ---------------------------------------------------------------------------

    @classmethod
    def begin(
        cls,
        school: School,
        group: ClassGroup,
        course: str = "",
        *,
        part: int = 0,
        minutes: int | None = None,
        cover: bool = False,
        off_offer: bool = False,
        paper: dt.date | None = None,
    ) -> Teaching:
        """Open a lesson (or, without a course, a roll alone), fitted to the period.

        ``part`` counts from 1 for one period of a double lesson; 0 takes the whole, in as many
        minutes as it asks for unless ``minutes`` says otherwise. ``off_offer``: the course is not
        offered to this class and the teacher was asked. ``paper`` is the day of a lesson that was
        taught from paper. Raises SessionError while another session of the class is open.
        """
        now = school.clock.now()
        setting = school.setting(group, minutes=minutes, day=paper)
        lesson = school.lesson(course, setting) if course else None
        if lesson:
            setting = replace(setting, minutes=minutes_of(lesson, part, setting.minutes, minutes))
        teaching = cls(school, group, _not_open(school, group), lesson)
        data = opening(
            group=group,
            lesson=lesson,
            setting=setting,
            plan=school.plan(lesson, part, setting.minutes) if lesson else (),
            part=part,
            now=now,
            day=paper,
            cover=cover,
            off_offer=off_offer,
        )
        teaching.log.append("opened", data)
        return teaching

    @classmethod
    def resume(cls, school: School, group: ClassGroup) -> Teaching:
        """Go on with the session that is open for this class, as it stands on the disk."""
        running = school.running.open(group.id)
        if not running.events:
            raise SessionError("No lesson is open for this class.", subject=group.name)
        return cls(school, group, running, _lesson_again(school, group, running))

    @classmethod
    def reopen(cls, school: School, group: ClassGroup, session: str) -> Teaching:
        """Open a closed session again to put its record right; its clock stands still.

        Raises SessionError if it is not kept any more (30 days) or another session is open.
        """
        running = school.running.reopen(group.id, session)
        teaching = cls(school, group, running, _lesson_again(school, group, running))
        teaching.log.append("reopened", {"stands": True})
        return teaching

    # -- time --------------------------------------------------------------------------------

    def at(self) -> float:
        """Seconds on the session's clock now."""
        return self.log.at()

    def settle_gap(self, minutes: float, *, decided_by: str) -> SessionState:
        """Count ``minutes`` that passed while the program was off (``clock`` or ``teacher``)."""
        self.log.count(minutes * 60)
        return self.log.append("gap", {"minutes": round(minutes, 1), "decided_by": decided_by})

    # -- the roll ----------------------------------------------------------------------------

    def mark(self, learner: Learner, mark: str | None) -> SessionState:
        """Mark a learner absent, late, excused or left-early; None is present again."""
        return self.log.append("marked", {"learner": learner.id, "mark": mark})

    def mark_all(self, mark: Mark) -> SessionState:
        """Mark everybody who has no mark yet, in one key; nothing is overwritten."""
        rest = mark_all(self.state.marks, self.state.learners, mark)
        return self.log.append("marked", {"learners": rest, "mark": mark}) if rest else self.state

    def roll_done(self) -> SessionState:
        """The roll is complete: from now on the session counts.

        With fewer than 16 present the lesson takes its small-group form.
        """
        data = {"present": list(self.state.present), "absent": list(self.state.absent)}
        self.log.append("roll_done", data)
        return self._fit_to_size()

    def headcount(self, counts: Mapping[str, int]) -> SessionState:
        """An open group by sex and age band, e.g. ``{"girl 16-17": 3}``."""
        self.log.append("headcount", {"counts": dict(counts)})
        return self._fit_to_size()

    def _fit_to_size(self) -> SessionState:
        if self.lesson is not None:
            setting = replace(self.lesson.setting, size=self.state.size)
            self.lesson = self.school.lesson(self.lesson.course, setting)
        return self.state

    # -- the lesson --------------------------------------------------------------------------

    def next_step(self, reason: str = "done", why: str = "") -> SessionState:
        """End the running step and begin the next; after the last there is none running."""
        remaining = self.state.remaining
        if self.state.step:
            self.log.append("step_ended", {"step": self.state.step, "reason": reason, "why": why})
        if remaining:
            self.log.append("step_begun", {"step": remaining[0].id})
        return self.state

    def back(self) -> SessionState:
        """Return to the step before."""
        order = [step.id for step in self.state.plan]
        ended = [run.id for run in self.state.runs if run.id != self.state.step]
        if not ended:
            return self.state
        if self.state.step:
            self.log.append("step_ended", {"step": self.state.step, "reason": "back"})
        earlier = ended[-1] if ended[-1] in order else order[0]
        return self.log.append("step_begun", {"step": earlier})

    def pause(self) -> SessionState:
        """Stop the step's clock, or let it run again."""
        return self.log.append("paused" if self.state.paused_at is None else "resumed", {})

    def add_minutes(self, minutes: int = 1) -> SessionState:
        """Give the running step minutes (or take them, when negative); one is always left."""
        if minutes < 0 and self.state.step_minutes + minutes < 1:
            return self.state
        return self.log.append("minutes_added", {"step": self.state.step, "minutes": minutes})

    def change_plan(self, plan: tuple[PlanStep, ...]) -> SessionState:
        """Take an offer: the new plan in full."""
        return self.log.append("plan_changed", {"plan": [step.as_dict() for step in plan]})

    def grouped(self, result: Mapping[str, Any]) -> SessionState:
        """Keep the result of forming groups (:mod:`lifeskills.classroom.groups`)."""
        return self.log.append("grouped", result)

    def turned(self, result: Mapping[str, Any]) -> SessionState:
        """Keep a turn: who is asked, speaks or passes, or which groups report."""
        return self.log.append("turn", result)

    def note(self, code: str, value: int = 1) -> SessionState:
        """A note by code and number: never free text about a child."""
        return self.log.append("noted", {"code": code, "value": value, "step": self.state.step})

    def undo(self) -> SessionState:
        """Take back what the newest key did, also the closing; without one nothing happens."""
        if self.state.record is not None:
            self.log.running = self.school.running.reopen(self.group.id, self.state.record["id"])
            return self.log.append("reopened", {"stands": self.state.stands})
        if key := last_key(self.log.running.events):  # in one event: half a key is never undone
            self.log.append("undone", {"seqs": [event.seq for event in key]})
        return self._fit_to_size()

    # -- tools -------------------------------------------------------------------------------

    def step_now(self) -> Step | None:
        """The running step with its words."""
        if self.lesson is None:
            return None
        return next((step for step in self.lesson.steps if step.id == self.state.step), None)

    def tool_key(self, action: str, value: Any = None, *, step: str = "") -> SessionState:
        """A key in a step's tool, by default the running step's."""
        data = {"step": step or self.state.step, "action": action, "value": value}
        return self.log.append("tool", data)

    def tool_records(self) -> dict[str, Mapping[str, Any]]:
        """What the tools would put into the record now, by step."""
        return self._work().records(self.state)

    def tool_view(self) -> ToolView | None:
        """What the running step's tool shows now, or None without one."""
        return self._work().view(self.state, self.state.step, self.at())

    def tool_actions(self) -> tuple[Action, ...]:
        """What the teacher can do in the running tool now."""
        return self._work().actions(self.state, self.state.step)

    def _work(self) -> ToolWork:
        return self.school.tool_work(self.group, self.lesson)

    # -- the wall and the end ----------------------------------------------------------------

    def class_view(self, *, how: str = "", tip: str = "") -> ClassView:
        """What pupils may see now."""
        return class_view(
            self.state,
            at=self.at(),
            lesson=self.lesson,
            tool=self.tool_view(),
            how=how,
            shown=shown_names(self.group, self.school.settings.names_shown),
            tip=tip,
        )

    def close(self, slips: Mapping[str, int] | None = None) -> dict[str, Any]:
        """Close the session, write the record into the class file, and tell the plugins.

        ``slips`` are the exit slips by face; without them, those that the tool counted, or None
        for "later" or "never". What was counted after an earlier closing stays. Idempotent.
        """
        if self.state.record is None:
            now, tools = self.school.clock.now().isoformat(timespec="seconds"), self.tool_records()
            counted = slips if slips is not None else slips_so_far(self.state, tools).faces
            record = record_of(self.state, at=self.at(), on=now, tools=tools, slips=counted)
            record = with_slips_of(record, self._closed_before(record["id"]))
            self.log.append("closed", {"record": record})
        done = dict(self.state.record or {})
        self.log.running.close(done)
        with suppress(StoreError):  # what is not struck out now goes at the next close
            began = term_began(self.school.settings.terms, self.school.clock.today())
            self.school.classes.forget(self.group.id, began)
        self.school.plugins.session_closed(done)
        return done

    def _closed_before(self, session: str) -> Mapping[str, Any] | None:
        with suppress(StoreError, UnknownName):  # a class may have been removed meanwhile
            records = self.school.classes.records(self.group.id)
            return next((one for one in records if one["id"] == session), None)
        return None

    def leave(self) -> None:
        """Let go of the file; the session stays open and can be resumed."""
        self.log.running.release()


def _not_open(school: School, group: ClassGroup) -> Running:
    running = school.running.open(group.id)
    if running.events:
        running.release()
        raise SessionError("A session of this class is still open.", subject=group.name)
    return running


def _lesson_again(school: School, group: ClassGroup, running: Running) -> Lesson | None:
    state = fold(running.events)
    setting = school.setting_again(group, state.meta.get("setting", {}), state.size)
    return school.lesson(state.course, setting) if state.course else None
