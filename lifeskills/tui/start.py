"""What the command line asked the screen to open first, and opening it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifeskills.classroom.school import School
    from lifeskills.core.people import ClassGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Home, or for a class its roll alone (``roll``) or a lesson (``teach``); ``tour`` the tour.

    ``minutes`` are those of the lesson, 0 for a whole period.
    """

    group: ClassGroup | None = None
    course: str = ""
    roll: bool = False
    teach: bool = False
    cover: bool = False
    minutes: int = 0
    tour: bool = False


def run(
    school: School,
    *,
    group: ClassGroup | None = None,
    course: str = "",
    roll: bool = False,
    teach: bool = False,
    cover: bool = False,
    minutes: int = 0,
    tour: bool = False,
) -> None:
    """Open the screen on a school and return when it is left. Raises NotASchool without one."""
    _ = school.settings
    if tour:
        from lifeskills.tui.tour import run_tour

        run_tour(school)
        return
    from lifeskills.tui.app import LifeskillsApp
    from lifeskills.tui.keymap import wear

    start = Start(group=group, course=course, roll=roll, teach=teach, cover=cover, minutes=minutes)
    app = LifeskillsApp(school, start)
    wear(app)
    app.run()
