"""Weekdays, Monday first. Stands alone: the first frame of the screen needs no more."""

from __future__ import annotations

from lifeskills.core.text import Sentence

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""How weekdays are written in files and commands."""
WEEKDAY_WORDS = (
    Sentence("Monday"),
    Sentence("Tuesday"),
    Sentence("Wednesday"),
    Sentence("Thursday"),
    Sentence("Friday"),
    Sentence("Saturday"),
    Sentence("Sunday"),
)
"""Weekdays, Monday first."""
