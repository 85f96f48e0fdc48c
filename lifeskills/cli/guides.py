"""``guide list | show``."""

from __future__ import annotations

import click

from lifeskills.cli.face import Face, answer_json, table
from lifeskills.cli.spoken import SpokenGroup
from lifeskills.core.text import visible


@click.group(cls=SpokenGroup)
def guide() -> None:
    """List the guides for adults, or show one; ``book print guide-sheet`` prints it."""


@guide.command("list")
@click.option("--place", default="", help="Only what holds there, e.g. guizhou.")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def list_(face: Face, place: str, as_json: bool) -> None:
    """List every guide of the packs at hand."""
    from lifeskills.classroom.lessons import guide_rows

    rows = guide_rows(face.school, place)
    if as_json:
        answer_json(rows)
        return
    language = face.school.language
    table((row["id"], row["title"].get(language) or row["id"], row["pack"]) for row in rows)


@guide.command()
@click.argument("guide_id", metavar="GUIDE")
@click.option("--place", default="", help="A province or county id; without it the school's.")
@click.option("--lang", default="", help="Language; without it the school's.")
@click.pass_obj
def show(face: Face, guide_id: str, place: str, lang: str) -> None:
    """Show GUIDE as plain text."""
    from lifeskills.classroom.lessons import guide_lines
    from lifeskills.language import translator

    say = translator(lang or face.school.language)
    for line in guide_lines(face.school, guide_id, place=place, language=lang, say=say):
        click.echo(visible(line))
