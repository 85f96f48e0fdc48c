"""``class list | show | import | pair | pairs``."""

from __future__ import annotations

from pathlib import Path

import click

from lifeskills.cli.face import Face, answer_json, table
from lifeskills.cli.pairs import pair, pairs
from lifeskills.cli.spoken import SpokenGroup
from lifeskills.core.errors import RosterError
from lifeskills.core.text import Sentence, visible


@click.group("class", cls=SpokenGroup)
def class_() -> None:
    """List classes, show one, or take in a class list as the school has it."""


class_.add_command(pair)
class_.add_command(pairs)


@class_.command("list")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def list_(face: Face, as_json: bool) -> None:
    """List the classes of this school."""
    from lifeskills.classroom.rosters import class_rows

    rows = class_rows(face.needed)
    if as_json:
        answer_json(rows)
    else:
        table((row["class"], str(row["learners"])) for row in rows)


@class_.command()
@click.argument("class_name", metavar="CLASS")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def show(face: Face, class_name: str, as_json: bool) -> None:
    """Show CLASS (its name or file id) with its learners."""
    from lifeskills.classroom.rosters import class_row

    row = class_row(face.needed, class_name)
    if as_json:
        answer_json(row)
        return
    click.echo(visible(row["class"]))
    table((str(one["number"]), one["name"]) for one in row["learners"])


@class_.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--class", "class_name", required=True, metavar="NAME", help="E.g. 8(3).")
@click.option(
    "--audience",
    help="g6 g7-9 g10 voc workers trainers principals; without it guessed from the name.",
)
@click.option("--numbers-only", is_flag=True, help="Keep class numbers and no names.")
@click.pass_context
def import_(
    ctx: click.Context,
    file: Path,
    class_name: str,
    audience: str | None,
    numbers_only: bool,
) -> None:
    """Take in a class list from FILE: CSV, xlsx or xls as schools have them."""
    from lifeskills.classroom.rosters import import_class

    face: Face = ctx.obj
    try:
        report = import_class(
            face.needed, file, class_name, audience=audience or "", numbers_only=numbers_only
        )
    except RosterError as error:
        for line, sentence in error.problems:
            face.complain(f"{file}:{line}: {face.say(sentence)}")
        raise
    face.tell(
        Sentence("{name}: {count} learners.", name=report.name, count=report.learners),
        Sentence("Taken: {columns}", columns="、".join(report.taken)),
        Sentence("Dropped and never written: {columns}", columns="、".join(report.dropped) or "–"),
    )
    if report.left:
        face.tell(Sentence("No longer on the list; kept as left: {count}", count=report.left))
