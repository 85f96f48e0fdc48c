"""``activity list | show``."""

from __future__ import annotations

import click

from lifeskills.cli.face import Face, answer_json, table
from lifeskills.cli.spoken import SpokenGroup
from lifeskills.core.text import visible


@click.group(cls=SpokenGroup)
def activity() -> None:
    """List the kinds of activities that a step can be, or show one."""


@activity.command("list")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def list_(face: Face, as_json: bool) -> None:
    """List every kind of activity that plugins give, the school's own among them."""
    from lifeskills.classroom.activities import activity_rows, minutes_words

    rows = activity_rows(face.school)
    if as_json:
        answer_json(rows)
        return
    language = face.school.language
    table(
        (
            row["id"],
            row["title"].get(language) or next(iter(row["title"].values()), ""),
            f"{minutes_words(*row['minutes'])} min",
            row["shape"],
            row["tool"],
        )
        for row in rows
    )


@activity.command()
@click.argument("activity_id", metavar="ID")
@click.pass_obj
def show(face: Face, activity_id: str) -> None:
    """Show kind ID: its phases, its form for large and small classes, and what it must keep to."""
    from lifeskills.classroom.activities import activity_lines, find_activity

    found = find_activity(face.school, activity_id)
    for line in activity_lines(found, face.say):
        click.echo(visible(line))
