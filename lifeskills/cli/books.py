"""``book list | print``."""

from __future__ import annotations

from pathlib import Path

import click

from lifeskills.cli.face import Face, answer_json, table
from lifeskills.cli.spoken import SpokenGroup, WrongUse
from lifeskills.core.setting import AGE_BANDS
from lifeskills.core.text import Sentence


@click.group(cls=SpokenGroup)
def book() -> None:
    """List the books and small prints, or print one."""


@book.command("list")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def list_(face: Face, as_json: bool) -> None:
    """List what can be printed and what each needs to know."""
    from lifeskills.classroom.printing import book_rows

    rows = book_rows(face.school)
    if as_json:
        answer_json(rows)
        return
    language = face.school.language
    table((row["id"], row["title"].get(language, ""), " ".join(row["needs"])) for row in rows)


@book.command("print")
@click.argument("book_id", metavar="BOOK")
@click.option("--audience", help="g6 g7-9 g10 voc parents workers trainers principals")
@click.option("--pathway", help="Only one pathway, such as grade-7: a book for one year.")
@click.option("--band", type=click.Choice(AGE_BANDS), help="Age band.")
@click.option("--place", help="A province or county id; without it the school's.")
@click.option("--lang", help="Language; without it the school's.")
@click.option("--course", help="For one lesson's pages.")
@click.option("--story", help="A whole story; with --class as the class walked it last.")
@click.option("--activity", help="A kind, for its sheets; or --course for the lesson's own.")
@click.option("--guide", help="A guide's id: lifeskills guide list.")
@click.option("--class", "class_name", metavar="CLASS", help="For a class's pages.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the lesson.")
@click.option(
    "--year",
    type=click.IntRange(2020, 2100),
    help="A calendar's year; without it this one, from November on the next.",
)
@click.option("--all", "all_", is_flag=True, help="Also courses off the audience's pathway.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The file to write; its ending says the format.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["pdf", "html", "docx"]),
    help="Instead of what the ending says.",
)
@click.pass_obj
def print_(face: Face, /, book_id: str, output: Path, **options: object) -> None:
    """Print BOOK into a file. A missing option is named."""
    from lifeskills.classroom.printing import missing, print_book
    from lifeskills.core.bookorder import BookOrder

    order = BookOrder.from_options(book_id, output=output, options=options)
    lacks = missing(face.school, order)
    if lacks:
        named = " ".join(f"--{name}" for name in lacks)
        raise WrongUse(Sentence("{book} needs {options}.", book=book_id, options=named))
    done = print_book(face.school, order)
    for remark in done.remarks:
        face.complain(remark)
    click.echo(str(done.path))
