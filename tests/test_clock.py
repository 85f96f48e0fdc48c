"""The clock of a school."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfoNotFoundError

import pytest

from lifeskills.clock import Clock, SystemClock
from tests.fakes import FakeClock


def test_days_are_those_of_the_schools_time_zone() -> None:
    east, west = SystemClock("Pacific/Kiritimati"), SystemClock("Pacific/Pago_Pago")

    assert east.now().utcoffset() == dt.timedelta(hours=14)
    assert west.now().utcoffset() == dt.timedelta(hours=-11)
    assert east.today() > west.today()


def test_program_time_only_goes_forward() -> None:
    clock = SystemClock()

    assert clock.monotonic() <= clock.monotonic()


def test_unknown_time_zone_is_refused() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        SystemClock("Mars/Base")


def test_fake_clock_stands_still_until_it_is_moved(fake_clock: FakeClock) -> None:
    clock: Clock = fake_clock
    before = clock.now()
    fake_clock.advance(minutes=2)
    fake_clock.set(before)

    assert clock.now() == before
    assert clock.monotonic() == 120
    assert clock.today() == dt.date(2026, 11, 23)
