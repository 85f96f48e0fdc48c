"""A plan as an iCalendar file (RFC 5545); the one module that imports icalendar."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from lifeskills import __version__

BEGAN = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
"""Revisions count minutes from here: a file written later always counts as newer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One entry. ``key`` is the same as long as it is the same thing, whenever that takes place.

    Without ``starts`` it fills the day; else it takes ``minutes``.
    """

    key: str
    day: dt.date
    title: str
    says: str = ""
    starts: dt.time | None = None
    minutes: int = 0


def write_ical(
    entries: Iterable[CalendarEntry], *, name: str, timezone: str, now: dt.datetime
) -> bytes:
    """The file. Taken in once more, entries of the same key move instead of standing there twice.

    ``now`` is aware; ``timezone`` is an IANA name, whose rules the file brings along.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//lifeskills//lifeskills {__version__}//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", timezone)
    zone = ZoneInfo(timezone)
    for entry in entries:
        calendar.add_component(_event(entry, zone, now))
    calendar.add_missing_timezones()
    data: bytes = calendar.to_ical()
    return data


def _event(entry: CalendarEntry, zone: ZoneInfo, now: dt.datetime) -> Event:
    event = Event()
    event.add("uid", str(uuid.uuid5(uuid.NAMESPACE_URL, f"lifeskills:{entry.key}")))
    event.add("dtstamp", now.astimezone(dt.UTC))
    event.add("sequence", int((now - BEGAN).total_seconds()) // 60)
    event.add("summary", entry.title)
    if entry.says:
        event.add("description", entry.says)
    if entry.starts is None:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + dt.timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        begins = dt.datetime.combine(entry.day, entry.starts, tzinfo=zone)
        event.add("dtstart", begins)
        event.add("dtend", begins + dt.timedelta(minutes=entry.minutes))
    return event
