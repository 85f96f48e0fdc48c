"""The way from home to the lesson and back: which screen comes next, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lifeskills.classroom.planning import (
    cover_instead,
    cover_sentence,
    found_open,
    next_lesson,
)
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.lesson import CourseInfo
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence

if TYPE_CHECKING:
    from lifeskills.classroom.again import ClosedToday
    from lifeskills.classroom.planning import FoundOpen
    from lifeskills.tui.app import LifeskillsApp


def teach(
    app: LifeskillsApp, group: ClassGroup, course: str = "", part: int = 0, *, cover: bool = False
) -> None:
    """Ask about a session found open, else get ready for the lesson; ``cover`` for a substitute."""
    cover = cover or app.start.cover
    found = _ask_about_open(app, group)
    if found is not None:
        if course and found.state.course != course:
            app.tell(Sentence("Something else of this class is still open. Close it first."))
        return
    if not course:
        following = next_lesson(app.school, group)
        if following is None:
            app.tell(Sentence("This class has had every lesson of its pathway."))
            return
        course, part = following.info.course, following.part
    instead = cover_instead(app.school, group, course) if cover else None
    if instead is None:
        _get_ready(app, group, course, part, cover=cover)
    else:
        _offer_instead(app, group, course, part, instead)


def _get_ready(
    app: LifeskillsApp, group: ClassGroup, course: str, part: int, *, cover: bool
) -> None:
    from lifeskills.tui.screens.ready import ReadyScreen

    app.push_screen(ReadyScreen(group, course, part, minutes=app.start.minutes, cover=cover))


def _offer_instead(
    app: LifeskillsApp, group: ClassGroup, course: str, part: int, instead: CourseInfo
) -> None:
    from lifeskills.tui.screens.ask import AskScreen, Option

    title = app.school.library.info(course, app.school.language).title

    def go_on(answer: str | None) -> None:
        if answer == "instead":
            _get_ready(app, group, instead.course, 0, cover=True)
        elif answer == "as-planned":
            _get_ready(app, group, course, part, cover=True)

    question = AskScreen(
        cover_sentence(title),
        (
            Option("instead", Sentence("Teach “{title}” instead", title=instead.title)),
            Option("as-planned", Sentence("Teach “{title}” all the same", title=title)),
        ),
    )
    app.push_screen(question, go_on)


def call_roll(app: LifeskillsApp, group: ClassGroup) -> None:
    """Ask about a session found open, else call the roll alone."""
    if _ask_about_open(app, group) is not None:
        return
    from lifeskills.tui.screens.roll import RollScreen

    app.push_screen(RollScreen(Teaching.begin(app.school, group)))


def show_year(app: LifeskillsApp, group: ClassGroup | None) -> None:
    """The class's year, as soon as lessons can be named."""
    if group is not None:
        from lifeskills.tui.screens.year import YearScreen

        app.when_loaded(lambda: app.push_screen(YearScreen(group)))


def after_roll(app: LifeskillsApp, teaching: Teaching) -> None:
    """On to the lesson, or close a roll alone."""
    if teaching.state.kind == "lesson":
        from lifeskills.tui.screens.lesson import LessonScreen

        app.switch_screen(LessonScreen(teaching))
        return
    state = teaching.state
    teaching.close()
    if state.headcount:
        words = Sentence("Roll saved: {present} people came.", present=state.present_count)
    else:
        words = Sentence(
            "Roll saved: {present} of {all} present.",
            present=state.present_count,
            all=len(state.learners),
        )
    app.go_home(words)


def open_again(app: LifeskillsApp, group: ClassGroup, closed: ClosedToday) -> None:
    """Today's roll, or the end of today's lesson with the lesson behind it; the record is one."""
    teaching = app.attempt(lambda: Teaching.reopen(app.school, group, closed.session))
    if teaching is None:
        return
    if not closed.course:
        from lifeskills.tui.screens.roll import RollScreen

        app.push_screen(RollScreen(teaching))
        return
    from lifeskills.tui.screens.close import CloseScreen
    from lifeskills.tui.screens.lesson import LessonScreen

    app.push_screen(LessonScreen(teaching))
    app.push_screen(CloseScreen(teaching))


def local_facts(app: LifeskillsApp, group: ClassGroup | None) -> None:
    """The helpers of this place, and what the class's next lesson asks for."""
    from lifeskills.tui.screens.local_facts import LocalFactsScreen

    following = app.attempt(lambda: next_lesson(app.school, group)) if group is not None else None
    courses = (following.info.course,) if following is not None else ()
    app.push_screen(LocalFactsScreen(group, courses))


def _ask_about_open(app: LifeskillsApp, group: ClassGroup) -> FoundOpen | None:
    found = found_open(app.school, group)
    if found is None:
        return None
    from lifeskills.tui.screens.found_open import FoundOpenScreen

    app.push_screen(FoundOpenScreen(group, found))
    return found


def follow_up(app: LifeskillsApp, group: ClassGroup, groups: Sequence[ClassGroup]) -> None:
    """Open the follow-up once the projector is off; never while a lesson runs."""
    from lifeskills.tui.screens.ask import AskScreen, Option

    def lesson_runs() -> bool:
        if not any(app.school.running.exists(one.id) for one in groups):
            return False
        app.tell(Sentence("A lesson is open. The follow-up can be opened when it is closed."))
        return True

    if lesson_runs():
        return

    def go_on(answer: str | None) -> None:
        if answer == "off" and not lesson_runs():  # another terminal may have begun one meanwhile
            from lifeskills.tui.screens.follow_up import FollowUpScreen

            app.when_loaded(lambda: app.push_screen(FollowUpScreen(group)))

    question = AskScreen(
        Sentence("Is the projector off, and is nobody looking over your shoulder?"),
        (
            Option("off", Sentence("Yes, only I can see this screen")),
            Option("on", Sentence("No, go back")),
        ),
    )
    app.push_screen(question, go_on)
