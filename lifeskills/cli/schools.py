"""``demo``, ``init``, ``doctor``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lifeskills.cli.face import Face, answer_json
from lifeskills.cli.screen import has_terminal, open_screen
from lifeskills.cli.spoken import SpokenCommand
from lifeskills.core.text import Sentence


@click.command(cls=SpokenCommand)
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--no-screen", is_flag=True, help="Make it and say so, without opening the screen.")
@click.pass_obj
def demo(face: Face, folder: Path | None, no_screen: bool) -> None:
    """Make an invented sample school with a year behind it, print a handbook, open the screen."""
    from lifeskills.classroom.demo import make_demo
    from lifeskills.classroom.printing import print_book
    from lifeskills.core.bookorder import BookOrder

    made = make_demo(folder, language=face.school.language)
    for line in made.lines:
        face.tell(line)
    order = BookOrder.from_options(
        "student-handbook",
        output=made.folder / "printed" / "student-handbook.pdf",
        options={"audience": "g7-9"},
    )
    printed = print_book(made.school, order)
    for remark in printed.remarks:
        face.complain(remark)
    face.tell(Sentence("Printed: {file}", file=str(printed.path)))
    if no_screen or not (has_terminal() and sys.stdout.isatty()):
        face.tell(Sentence("Open it with: lifeskills --school {folder}", folder=str(made.folder)))
        return
    open_screen(made.school, tour=True)


@click.command(cls=SpokenCommand)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--province", required=True, help="A province id in pinyin, e.g. guizhou.")
@click.option("--name", default="", help="The school's name.")
@click.pass_obj
def init(face: Face, folder: Path, province: str, name: str) -> None:
    """Make an empty school in DIR."""
    from lifeskills.classroom.founding import found_school

    path = found_school(face.school, folder, province=province, name=name)
    face.tell(Sentence("A school stands in {folder}.", folder=str(path)))
    face.tell(
        Sentence(
            "Next: lifeskills --school {folder} class import FILE --class NAME", folder=str(path)
        )
    )


@click.command(cls=SpokenCommand)
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def doctor(face: Face, as_json: bool) -> None:
    """Say what this machine can do and how to get the rest."""
    from lifeskills.classroom.founding import examine

    rows = examine(face.school)
    if as_json:
        answer_json(
            [
                {"id": one.id, "ok": one.ok, "says": face.say(one.says), "mend": face.say(one.mend)}
                for one in rows
            ]
        )
        return
    for one in rows:
        click.echo(f"{'✓' if one.ok else '–'} {face.say(one.says)}")
        if not one.ok and one.mend:
            click.echo(f"    {face.say(one.mend)}")
