"""``year show | set | move | drop | calendar | term | free | makeup | holidays``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lifeskills.cli.face import Face, answer_json, table
from lifeskills.cli.spoken import SpokenGroup, WrongUse
from lifeskills.core.text import Sentence, visible
from lifeskills.core.weekdays import WEEKDAY_WORDS, WEEKDAYS
from lifeskills.core.yearlines import YearRow, holiday_rows, state_words, year_rows

if TYPE_CHECKING:
    from lifeskills.classroom.years import Year

DAY = click.DateTime(["%Y-%m-%d"])
TIME = click.DateTime(["%H:%M"])
WEEKDAY = click.Choice(WEEKDAYS)


@click.group(cls=SpokenGroup)
def year() -> None:
    """Plan a class's year: show it, move lessons, write a calendar; terms and holidays."""


@year.command()
@click.argument("class_name", metavar="CLASS")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def show(face: Face, class_name: str, as_json: bool) -> None:
    """Show what CLASS was taught, what it has when, and what does not fit."""
    from lifeskills.classroom.years import year_of, year_row

    found = year_of(face.needed, class_name)
    if as_json:
        answer_json(year_row(face.needed, found, face.say))
    else:
        tell_year(face, found)


@year.command("set")
@click.argument("class_name", metavar="CLASS")
@click.option("--weekday", type=WEEKDAY, help="The weekday of its lesson.")
@click.option("--slot", help="What the timetable calls that period.")
@click.option("--at", "starts", type=TIME, help="When that period begins, e.g. 14:30.")
@click.option("--periods", type=click.IntRange(1, 4), help="Periods in a row in that slot.")
@click.option("--every", type=click.IntRange(1, 26), help="A lesson in so many weeks.")
@click.option("--from", "first", type=DAY, help="No lesson before this day.")
@click.option("--internship", type=DAY, help="The day on which the first internship begins.")
@click.option("--pathway", help="The id of a pathway.")
@click.pass_obj
def set_(face: Face, /, class_name: str, weekday: str | None, **options: Any) -> None:
    """Set when CLASS has its lessons. What is not named stays as it is."""
    from lifeskills.classroom.years import set_rhythm

    slot, pathway = options.pop("slot"), options.pop("pathway")
    document = {name: _plain(name, value) for name, value in options.items() if value is not None}
    if not document and weekday is slot is pathway is None:
        raise WrongUse(Sentence("Name at least one thing to set."))
    found = set_rhythm(
        face.needed,
        class_name,
        weekday=WEEKDAYS.index(weekday) if weekday else None,
        slot=slot,
        pathway=pathway,
        document=document,
    )
    tell_year(face, found)


@year.command()
@click.argument("class_name", metavar="CLASS")
@click.argument("course", metavar="COURSE")
@click.option("--to", "day", type=DAY, help="The day to teach it on.")
@click.option("--back", is_flag=True, help="Take the move back.")
@click.option("--part", type=click.IntRange(1, 9), help="A part of a double lesson.")
@click.pass_obj
def move(
    face: Face, class_name: str, course: str, day: dt.datetime | None, back: bool, part: int | None
) -> None:
    """Move a lesson of CLASS to another day; what comes after it slides on."""
    from lifeskills.classroom.years import move_lesson

    if (day is None) != back:
        raise WrongUse(Sentence("Give either --to or --back."))
    to = day.date() if day else None
    tell_year(face, move_lesson(face.needed, class_name, course, to, part=part))


@year.command()
@click.argument("class_name", metavar="CLASS")
@click.argument("day", metavar="DATE", type=DAY)
@click.option("--back", is_flag=True, help="The slot does not fall out after all.")
@click.pass_obj
def drop(face: Face, class_name: str, day: dt.datetime, back: bool) -> None:
    """Say that the slot of CLASS on DATE falls out; its lesson and the rest slide on."""
    from lifeskills.classroom.years import drop_slot

    tell_year(face, drop_slot(face.needed, class_name, day.date(), back=back))


@year.command()
@click.argument("name", metavar="NAME")
@click.option("--first", type=DAY, help="The first day.")
@click.option("--last", type=DAY, help="The last day.")
@click.option("--remove", is_flag=True, help="Take it away.")
@click.pass_obj
def term(
    face: Face, name: str, first: dt.datetime | None, last: dt.datetime | None, remove: bool
) -> None:
    """Name a term of the school, or change the one of this name."""
    from lifeskills.classroom.schooldays import set_term

    set_term(face.needed, name, *_span(first, last, remove))
    _tell_terms(face)


@year.command()
@click.argument("name", metavar="NAME")
@click.option("--first", type=DAY, help="The first day.")
@click.option("--last", type=DAY, help="The last day.")
@click.option("--remove", is_flag=True, help="Take it away.")
@click.pass_obj
def free(
    face: Face, name: str, first: dt.datetime | None, last: dt.datetime | None, remove: bool
) -> None:
    """Name days on which the school has no such lessons: exams, a sports day."""
    from lifeskills.classroom.schooldays import set_free

    set_free(face.needed, name, *_span(first, last, remove))
    _tell_terms(face)


@year.command()
@click.argument("day", metavar="DATE", type=DAY)
@click.option("--as", "follows", type=WEEKDAY, help="The weekday whose timetable it follows.")
@click.option("--back", is_flag=True, help="Nobody has said so after all.")
@click.pass_obj
def makeup(face: Face, day: dt.datetime, follows: str | None, back: bool) -> None:
    """Say whose timetable the make-up workday on DATE follows in this school."""
    from lifeskills.classroom.schooldays import set_make_up

    if (follows is None) != back:
        raise WrongUse(Sentence("Give either --as or --back."))
    set_make_up(face.needed, day.date(), WEEKDAYS.index(follows) if follows else None)
    _tell_holidays(face, day.year)


@year.command()
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def terms(face: Face, as_json: bool) -> None:
    """List the terms of the school and the days without such lessons."""
    from lifeskills.classroom.schooldays import term_rows

    if as_json:
        answer_json(list(term_rows(face.needed)))
    else:
        _tell_terms(face)


@year.command()
@click.argument("number", metavar="YEAR", type=click.IntRange(2004, 2100))
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def holidays(face: Face, number: int, as_json: bool) -> None:
    """List the public holidays and make-up workdays of YEAR."""
    from lifeskills.classroom.schooldays import holiday_row

    if as_json:
        answer_json(holiday_row(face.school, number))
    else:
        _tell_holidays(face, number)


@year.command()
@click.argument("class_name", metavar="CLASS")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The file to write, e.g. plan.ics.",
)
@click.pass_obj
def calendar(face: Face, class_name: str, output: Path) -> None:
    """Write the lessons of CLASS as a calendar (.ics) for a phone or a mail program."""
    from lifeskills.classroom.years import write_calendar

    found = write_calendar(face.needed, class_name, output, face.say)
    for remark in found.remarks:
        face.complain(remark)
    click.echo(str(output))


# -- answers --------------------------------------------------------------------------------------


def tell_year(face: Face, found: Year) -> None:
    """The year in columns, then what does not fit."""
    rows = year_rows(found.plan, found.request.days, found.request.dropped)
    table(_cells(face, row) for row in rows)
    for remark in found.remarks:
        click.echo(visible(f"! {face.say(remark)}"))


def _cells(face: Face, row: YearRow) -> tuple[str, ...]:
    words = face.say(row.words)
    if row.kind == "term":
        return "", "", f"== {words}", ""
    if row.day is None:
        return "", "", words, face.say(Sentence("no day"))
    day = row.day.isoformat()
    if row.last is not None and row.last != row.day:
        return day, f"– {row.last.isoformat()}", words, ""
    state = face.say(state_words(row.lesson)) if row.lesson is not None else ""
    return day, face.say(WEEKDAY_WORDS[row.day.weekday()]), words, state


def _tell_terms(face: Face) -> None:
    from lifeskills.classroom.schooldays import term_rows

    table((row["name"], row["first"], row["last"]) for row in term_rows(face.needed))


def _tell_holidays(face: Face, number: int) -> None:
    from lifeskills.classroom.schoolyear import holidays as holidays_of

    found = holidays_of(face.school, number)
    told = face.school.settings.make_up if face.school.folder is not None else {}
    table(tuple(face.say(cell) for cell in row) for row in holiday_rows(found, told))
    if found.remark is not None:
        click.echo(f"! {face.say(found.remark)}")
    click.echo(face.say(Sentence("Source: {source}", source=found.source)))


def _span(
    first: dt.datetime | None, last: dt.datetime | None, remove: bool
) -> tuple[dt.date | None, dt.date | None]:
    if remove and first is last is None:
        return None, None
    if remove or first is None or last is None:
        raise WrongUse(Sentence("Give --first and --last, or --remove alone."))
    return first.date(), last.date()


def _plain(name: str, value: object) -> object:
    if isinstance(value, dt.datetime):
        return value.strftime("%H:%M") if name == "starts" else value.date().isoformat()
    return value
