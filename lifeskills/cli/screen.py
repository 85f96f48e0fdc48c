"""Opening the screen, where there is a terminal to open it in."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from lifeskills.cli.spoken import WrongUse
from lifeskills.core.text import Sentence

if TYPE_CHECKING:
    from lifeskills.classroom.school import School


def has_terminal() -> bool:
    """True if a person sits before a terminal; the screen reads stdin and draws on stderr."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def open_screen(school: School, **start: Any) -> None:
    """Open the screen on a school. Raises WrongUse without a terminal, NotASchool."""
    _ = school.settings
    if not has_terminal():
        raise WrongUse(Sentence("The screen needs a terminal. In lines: lifeskills --plain"))
    from lifeskills.tui.start import run

    run(school, **start)
