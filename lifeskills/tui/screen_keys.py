"""The keys of the app, of home and of the list of lessons, as data."""

from __future__ import annotations

from textual.binding import Binding

from lifeskills.language import _

APP_KEYS: tuple[Binding, ...] = (
    Binding(
        "f8",
        "disclosure",
        _("Card"),
        id="disclosure",
        tooltip=_("What to say and whom to call when a child tells you something"),
    ),
    Binding(
        "f1",
        "help",
        _("Help"),
        id="help",
        priority=True,
        tooltip=_("Help for what is in use"),
    ),
    Binding(
        "ctrl+p",
        "command_palette",
        _("Commands"),
        id="palette",
        priority=True,
        tooltip=_("Every command of this screen, to search and pick"),
    ),
    Binding(
        "f12,ctrl+y",
        "blank",
        _("Blank"),
        id="blank",
        show=False,
        priority=True,
        tooltip=_("Blank every class screen, or show them again"),
    ),
    Binding(
        "ctrl+d",
        "second_screen",
        _("Second screen"),
        id="second-screen",
        show=False,
        tooltip=_("Class screen in a second window: turn on or off"),
    ),
    Binding(
        "ctrl+b",
        "turn_theme",
        _("Light/dark"),
        id="theme",
        show=False,
        tooltip=_("Turn from dark to light and back"),
    ),
    Binding(
        "ctrl+g",
        "turn_language",
        "中文/English",
        id="language",
        show=False,
        tooltip=_("Turn from Chinese to English and back"),
    ),
    Binding(
        "ctrl+q",
        "quit",
        _("Leave the program"),
        id="quit",
        show=False,
        priority=True,
        tooltip=_("Leave the program; an open lesson stays open"),
    ),
    Binding(
        "ctrl+c",
        "say_how_to_leave",
        _("How to leave"),
        id="how-to-leave",
        show=False,
        tooltip=_("Says which key leaves the program"),
    ),
)
"""Keys that work on every screen."""

LOCAL_FACTS = Binding(
    "f,ctrl+f",
    "local_facts",
    _("Helpers here"),
    id="local-facts",
    show=False,
    tooltip=_("Fill in helpers and local facts that only this school knows"),
)

HOME_KEYS: tuple[Binding, ...] = (
    Binding("enter", "teach", _("Teach"), id="teach", tooltip=_("Teach the next lesson")),
    Binding(
        "r,ctrl+r",
        "roll",
        _("Roll"),
        id="roll",
        tooltip=_("Call the roll alone; any day, under a minute"),
    ),
    Binding(
        "l,ctrl+l",
        "lessons",
        _("Lessons"),
        id="lessons",
        tooltip=_("All lessons: search, read, teach"),
    ),
    Binding(
        "y,ctrl+e",
        "year",
        _("Year"),
        id="year",
        tooltip=_("The class's year: what was taught, what comes when; move a lesson"),
    ),
    Binding(
        "s,ctrl+s",
        "slips",
        _("Slips"),
        id="slips",
        tooltip=_("Count the exit slips that were left for later"),
    ),
    Binding(
        "o,ctrl+o",
        "open_again",
        _("Open again"),
        id="open-again",
        tooltip=_("Open today's lesson or roll again, to put its record right"),
    ),
    Binding(
        "space",
        "read_on",
        _("Read on"),
        id="read-on",
        tooltip=_("The rest of what to prepare, and back to the beginning"),
    ),
    LOCAL_FACTS,
    Binding(
        "c",
        "cover",
        _("Substitute"),
        id="cover",
        show=False,
        tooltip=_("A substitute teaches the next lesson: nothing of before is shown"),
    ),
    Binding(
        "f9",
        "follow_up",
        _("Follow-up"),
        id="follow-up",
        tooltip=_("For adults only: who is missing, and who talks to them"),
    ),
    Binding(
        "f10",
        "app.quit",
        _("Leave the program"),
        id="leave",
        show=False,
        tooltip=_("Leave the program"),
    ),
)

LESSONS_KEYS: tuple[Binding, ...] = (
    Binding("enter", "read", _("Read"), id="read", tooltip=_("Show the lesson's text")),
    Binding("t,ctrl+t", "teach", _("Teach"), id="teach", tooltip=_("Teach this lesson")),
    Binding("slash,ctrl+o", "search", _("Search"), id="search", tooltip=_("Search lessons")),
    Binding(
        "a,ctrl+n",
        "all",
        _("All/offered"),
        id="all",
        tooltip=_("All lessons, or those offered to this class"),
    ),
    Binding("escape", "leave", _("Back"), id="back", tooltip=_("Back to home")),
)

YEAR_KEYS: tuple[Binding, ...] = (
    Binding("right", "later", _("Later"), id="later", tooltip=_("Move it to the next slot")),
    Binding("left", "earlier", _("Earlier"), id="earlier", tooltip=_("Move it to the slot before")),
    Binding("d,ctrl+t", "to_day", _("To a day"), id="to-day", tooltip=_("Move it to a day")),
    Binding(
        "x,ctrl+x",
        "fall_out",
        _("Slot falls out"),
        id="fall-out",
        tooltip=_("No lesson in this slot: what stands here slides on; again: take that back"),
    ),
    Binding(
        "f2,ctrl+z",
        "undo",
        _("Undo"),
        id="undo",
        tooltip=_("Take back what was changed last on this screen"),
    ),
    Binding("escape", "leave", _("Back"), id="back", tooltip=_("Back to home")),
)
"""The year plan of a class."""

SLIPS_KEYS: tuple[Binding, ...] = (
    Binding("f3", "never", _("never"), id="slips-lost", tooltip=_("Do not count the slips")),
    Binding("escape", "leave", _("Back"), id="back", tooltip=_("Count the slips another time")),
)
"""Slips that were left for later; Enter is the field's."""

FACTS_KEYS: tuple[Binding, ...] = (
    Binding("enter", "write", _("Write"), id="write", tooltip=_("Write this line down")),
    Binding("delete", "empty", _("Empty"), id="empty", tooltip=_("Nothing stands there any more")),
    Binding("f2", "undo", _("Undo"), id="undo", tooltip=_("Take back the last line")),
    Binding("escape", "leave", _("Back"), id="back", tooltip=_("Back to where it was opened")),
)
"""Helpers and local facts."""
