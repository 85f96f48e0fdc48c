"""``curriculum coverage``."""

from __future__ import annotations

import click

from lifeskills.cli.face import Face, answer_json, table
from lifeskills.cli.spoken import SpokenGroup
from lifeskills.core.text import Sentence

TABLES = {
    "methods": Sentence("Activities"),
    "skills": Sentence("Life skills"),
    "phases": Sentence("Phases"),
    "audiences": Sentence("Audiences"),
    "sides": Sentence("Sides"),
    "cards": Sentence("Law cards"),
}


@click.group(cls=SpokenGroup)
def curriculum() -> None:
    """Look at all lessons of the packs together."""


@curriculum.command()
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def coverage(face: Face, as_json: bool) -> None:
    """Count what the lessons cover: activities, skills, phases, audiences, sides, law cards."""
    from lifeskills.classroom.coverage import coverage_titles, coverage_values, curriculum_coverage

    found = curriculum_coverage(face.school)
    if as_json:
        answer_json(coverage_values(found))
        return
    titles = coverage_titles(face.school)
    minutes = sum(one.minutes for one in found.courses)
    said = Sentence("{count} lessons, {minutes} minutes", count=len(found.courses), minutes=minutes)
    click.echo(face.say(said))
    for name, rows in found.tables.items():
        click.echo()
        columns = (
            TABLES[name],
            Sentence("Lessons"),
            Sentence("As the main one"),
            Sentence("Minutes"),
        )
        ordered = sorted(rows.items(), key=lambda pair: -pair[1].courses)
        table(
            (
                tuple(face.say(one) for one in columns),
                *(
                    (face.say(titles.get((name, x), x)), *map(str, (s.courses, s.main, s.minutes)))
                    for x, s in ordered
                ),
            )
        )
