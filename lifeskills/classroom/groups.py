"""Groups and turns of an open session: formed, drawn, asked; each key is one event."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Protocol

from lifeskills.classroom.school import School
from lifeskills.core.forming import form_groups, grouped, stands, wishes_for
from lifeskills.core.grouping import Grouping, Wanted
from lifeskills.core.people import ClassGroup
from lifeskills.core.record import session_id
from lifeskills.core.reporting import Report, next_report
from lifeskills.core.session import SessionState
from lifeskills.core.term import Past, past_of, term_began
from lifeskills.core.turns import next_turn


class OpenSession(Protocol):
    """What of an open session is needed here."""

    @property
    def school(self) -> School:
        """Where the class file is."""

    @property
    def group(self) -> ClassGroup:
        """The class."""

    @property
    def state(self) -> SessionState:
        """What the disk holds."""

    def grouped(self, result: Mapping[str, Any]) -> SessionState:
        """Keep the result of forming groups."""

    def turned(self, result: Mapping[str, Any]) -> SessionState:
        """Keep a turn."""


class GroupWork:
    """Groups and turns of one open session. What the term remembers is read once."""

    def __init__(self, session: OpenSession) -> None:
        self.session = session

    @cached_property
    def past(self) -> Past:
        """What this term's lessons of the class left: ids and counts."""
        school, group = self.session.school, self.session.group
        since = term_began(school.settings.terms, school.clock.today())
        this = session_id(self.session.state)
        return past_of(school.classes.records(group.id), since, without=this)

    @cached_property
    def _pairs(self) -> dict[str, Any]:
        return self.session.school.classes.pairs(self.session.group.id)

    @property
    def lesson(self) -> int:
        """Which lesson of the term this is, from 0: roles go round by it."""
        return self.past.lessons

    # -- groups ------------------------------------------------------------------------------

    def preview(self, wanted: Wanted, *, anew: bool = False, people: int | None = None) -> Grouping:
        """The groups that :meth:`form` would form; ``people`` counts an open group anew."""
        state = self.session.state
        wishes = wishes_for(state, self._pairs, self.past)
        group = self.session.group
        return form_groups(group, state, wanted, wishes, anew=anew, people=people)

    def form(self, wanted: Wanted, *, anew: bool = False, people: int | None = None) -> Grouping:
        """Form groups of those present and keep the result; latecomers join those that stand."""
        kept = stands(self.session.state, wanted) and not anew
        grouping = self.preview(wanted, anew=anew, people=people)
        self.session.grouped(grouped(grouping, wanted, kept=kept))
        return grouping

    def show_names(self, show: bool) -> SessionState:
        """Whether the names of the groups stand on the class screen."""
        return self.session.grouped({"names": show})

    # -- turns -------------------------------------------------------------------------------

    def ask_next(self) -> SessionState:
        """Draw who is asked next; whoever is being asked has spoken."""
        return self._answered(passed=False) if self.session.state.asked else self._ask()

    def speaks(self) -> SessionState:
        """Whoever is being asked speaks; nobody else is asked yet."""
        return self.session.turned({"learner": self.session.state.asked, "passed": False})

    def passes(self) -> SessionState:
        """Whoever is being asked passes, without penalty, and the next is asked."""
        return self._answered(passed=True)

    def ask_nobody(self) -> SessionState:
        """Take the question back; it counts for nobody."""
        return self.session.turned({"asked": ""})

    def report(self) -> Report:
        """Draw the groups that report, three, two and one; those that have not come first."""
        state = self.session.state
        report = next_report(state.groups, reported=state.reported, past=self.past, seed=self._seed)
        parts = {"speak": report.speak, "add": report.add, "sum_up": report.sum_up}
        self.session.turned({"report": {name: list(places) for name, places in parts.items()}})
        return report

    @property
    def _seed(self) -> int:
        return int(self.session.state.meta.get("seed", 0))

    def _ask(self) -> SessionState:
        state = self.session.state
        return self.session.turned({"asked": self._drawn(state.turns, state.passes)})

    def _answered(self, *, passed: bool) -> SessionState:
        """One event for the answer and the next question, so that one undo takes back both."""
        state = self.session.state
        turns, passes = state.turns, state.passes
        if passed:
            passes = (*passes, state.asked)
        else:
            turns = (*turns, state.asked)
        asked = self._drawn(turns, passes)
        return self.session.turned({"learner": state.asked, "passed": passed, "asked": asked})

    def _drawn(self, turns: tuple[str, ...], passes: tuple[str, ...]) -> str:
        state = self.session.state
        sexes = {one.id: one.sex for one in self.session.group.current}
        found = next_turn(
            state.present,
            turns=turns,
            passes=passes,
            sexes=sexes,
            past=self.past,
            seed=self._seed,
        )
        return found or ""
