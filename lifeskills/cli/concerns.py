"""``concern list``."""

from __future__ import annotations

import click

from lifeskills.cli.face import Face, answer_json


@click.group()
def concern() -> None:
    """What adults owe pupils who are slipping away."""


@concern.command("list")
@click.option("--class", "class_name", metavar="CLASS", help="Only this class.")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def list_(face: Face, class_name: str | None, as_json: bool) -> None:
    """List concerns: a sentence of facts and what an adult does next. Not for a wall."""
    from lifeskills.classroom.following import concern_rows

    rows = concern_rows(face.needed, class_name)
    if as_json:
        answer_json(rows)
        return
    language = face.needed.language
    for row in rows:
        click.echo(f"{row['class']} {row['name']}: {row['sentence'].get(language, '')}")
        for duty in row["duties"]:
            click.echo(f"    {duty['due']}  {duty['sentence'].get(language, '')}")
