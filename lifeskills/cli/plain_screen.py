"""The second screen and its blank, by words of a lesson in lines."""

from __future__ import annotations

from lifeskills.classroom.teaching import Teaching
from lifeskills.cli.lines import Lines
from lifeskills.core.text import Sentence


def turn_on(lines: Lines, teaching: Teaching) -> None:
    """Let class screens see the lesson, or say why this machine does not allow it."""
    try:
        lines.wall.turn_on(teaching)
    except OSError as error:
        reason = error.strerror or str(error)
        lines.tell(Sentence("No second screen: {reason}.", reason=reason))
        return
    lines.tell(Sentence("The second screen is on. In a second terminal: lifeskills display"))


def turn_screen(lines: Lines, teaching: Teaching) -> None:
    """On, or off."""
    if not lines.wall.on:
        turn_on(lines, teaching)
        return
    lines.wall.turn_off()
    lines.tell(Sentence("The second screen is off."))


def turn_blank(lines: Lines) -> None:
    """Blank the second screen, or show it again."""
    lines.wall.blank = not lines.wall.blank
    blank = Sentence("The second screen is blank; blank shows it again.")
    lines.tell(blank if lines.wall.blank else Sentence("The second screen shows the lesson."))
