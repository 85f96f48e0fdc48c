"""``roll``, ``teach``, ``record``."""

from __future__ import annotations

import datetime as dt

import click

from lifeskills.cli.face import Face
from lifeskills.cli.screen import open_screen
from lifeskills.cli.spoken import SpokenCommand
from lifeskills.core.errors import UnknownName
from lifeskills.core.people import ClassGroup

LEAST, MOST = 10, 240
"""Minutes that a lesson may be given."""


def _class(face: Face, name: str) -> ClassGroup:
    return face.needed.classes.get(name)


@click.command(cls=SpokenCommand)
@click.argument("class_name", metavar="CLASS")
@click.option("--plain", is_flag=True, help="In lines, for a screen reader or a pipe.")
@click.pass_obj
def roll(face: Face, class_name: str, plain: bool) -> None:
    """Call the roll of CLASS, without a lesson."""
    group = _class(face, class_name)
    if plain:
        from lifeskills.cli.plain import roll_plain

        roll_plain(face, group)
        return
    open_screen(face.needed, group=group, course="", roll=True)


@click.command(cls=SpokenCommand)
@click.argument("class_name", metavar="CLASS")
@click.argument("course", required=False, default="")
@click.option("--plain", is_flag=True, help="In lines, for a screen reader or a pipe.")
@click.option("--cover", is_flag=True, help="For a substitute: roll, steps, close; no history.")
@click.option(
    "--minutes",
    type=click.IntRange(LEAST, MOST),
    help="Instead of the period: 25 for a class meeting, 20 for the heart of the lesson.",
)
@click.pass_obj
def teach(
    face: Face, class_name: str, course: str, plain: bool, cover: bool, minutes: int | None
) -> None:
    """Teach CLASS its next lesson, or COURSE."""
    group = _class(face, class_name)
    if course:
        face.needed.library.info(course, face.needed.language)
    if plain:
        from lifeskills.cli.plain import teach_plain

        teach_plain(face, group, course, cover=cover, minutes=minutes)
        return
    open_screen(
        face.needed, group=group, course=course, cover=cover, minutes=minutes or 0, teach=True
    )


@click.command(cls=SpokenCommand)
@click.argument("class_name", metavar="CLASS")
@click.argument("course")
@click.option("--on", "day", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The day.")
@click.pass_obj
def record(face: Face, class_name: str, course: str, day: dt.datetime) -> None:
    """Key in a lesson of COURSE that was taught from paper."""
    from lifeskills.cli.plain import record_plain

    group = _class(face, class_name)
    face.needed.library.info(course, face.needed.language)
    if day.date() > face.needed.clock.today():
        raise UnknownName("That day has not come yet.", subject=day.date().isoformat())
    record_plain(face, group, course, day.date())
