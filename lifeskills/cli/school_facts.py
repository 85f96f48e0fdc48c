"""``school facts | set``: what only this school knows."""

from __future__ import annotations

import click

from lifeskills.cli.face import Face, answer_json, table
from lifeskills.cli.spoken import SpokenGroup
from lifeskills.core.text import Sentence

BLANK = "________"


@click.group(cls=SpokenGroup)
def school() -> None:
    """Show and fill in what only this school knows: its helpers and local facts."""


@school.command()
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def facts(face: Face, as_json: bool) -> None:
    """List every line of the help list and every local fact, by id, with what is filled in."""
    from lifeskills.classroom.localfacts import every_course, local_lines

    found = local_lines(face.needed, courses=every_course(face.needed))
    if as_json:
        rows = [
            {"id": one.id, "ask": face.say(one.ask), "whom": face.say(one.whom), "value": one.value}
            for one in found
        ]
        answer_json(rows)
        return
    table((one.id, one.value or BLANK, face.say(one.ask)) for one in found)


@school.command("set")
@click.argument("fact", metavar="ID")
@click.argument("value")
@click.pass_obj
def set_(face: Face, fact: str, value: str) -> None:
    """Write down VALUE for ID, e.g. who it is and when; "" empties it."""
    from lifeskills.classroom.localfacts import fill_in

    fill_in(face.needed, fact, value)
    said = face.needed.settings.local_contacts.get(fact, BLANK)
    face.tell(Sentence("{name}: {value}", name=fact, value=said))
