"""``law list | show | cards | values | numbers | due | ask | changes | take``."""

from __future__ import annotations

import datetime as dt
from typing import Any

import click

from lifeskills.cli.face import Face, answer_json, table
from lifeskills.cli.spoken import SpokenGroup, WrongUse
from lifeskills.core.text import Sentence, visible

DAY = click.DateTime(["%Y-%m-%d"])
JSON = click.option("--json", "as_json", is_flag=True, help="For other programs.")
PLACE = click.option("--place", default="", help="Only what holds there, e.g. guizhou.")
AS_TEXT = click.option(
    "--as-text", is_flag=True, help="As one message to paste in a chat, 500 characters at most."
)
SURE = {True: "+", False: "-"}


class Days(click.ParamType[int]):
    """So many days: ``90d``, ``12w`` or a bare number of days."""

    name = "days"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number of days."""
        text = str(value).strip().lower()
        number, times = (text[:-1], {"d": 1, "w": 7}[text[-1]]) if text[-1:] in "dw" else (text, 1)
        if not (number.isascii() and number.isdecimal() and len(number) <= 4):
            raise WrongUse(Sentence("“{value}” is no number of days, e.g. 90d.", value=text))
        return int(number) * times


@click.group(cls=SpokenGroup)
def law() -> None:
    """Show legal statements, cards, values and numbers to call; what is due, what is new."""


@law.command("list")
@click.option("--law", "of", default="", help="Only this law, e.g. LPM.")
@PLACE
@JSON
@click.pass_obj
def list_(face: Face, of: str, place: str, as_json: bool) -> None:
    """List the legal statements: + may be said, - is not said to anybody yet."""
    from lifeskills.classroom.lawful import statement_rows

    rows = statement_rows(face.school, law=of, place=place)
    if as_json:
        answer_json(rows)
        return
    table(
        (SURE[row["printable"]], row["id"], row["grade"], row["place"], _words(face, row["text"]))
        for row in rows
    )


@law.command()
@click.argument("law_id", metavar="ID")
@click.option("--lang", help="Language of the words.")
@click.pass_obj
def show(face: Face, law_id: str, lang: str | None) -> None:
    """Show statement or card ID: its words, its source, how sure it is, and who uses it."""
    from lifeskills.classroom.lawpages import shown_lines

    for line in shown_lines(face.school, law_id, lang or face.school.language, face.say):
        click.echo(visible(line))


@law.command()
@JSON
@click.pass_obj
def cards(face: Face, as_json: bool) -> None:
    """List the topic cards with the statements that they rest on."""
    from lifeskills.classroom.lawful import card_rows

    rows = card_rows(face.school)
    if as_json:
        answer_json(rows)
        return
    table((row["id"], _words(face, row["title"]), " ".join(row["articles"])) for row in rows)


@law.command()
@PLACE
@JSON
@click.pass_obj
def values(face: Face, place: str, as_json: bool) -> None:
    """List dated values, such as minimum wages, as they may be said today."""
    from lifeskills.classroom.lawful import value_rows

    rows = value_rows(face.school, place=place)
    if as_json:
        answer_json(rows)
        return
    table(
        (row["place"], row["grade"], _words(face, row["title"]), _words(face, row["says"]))
        for row in rows
    )


@law.command()
@PLACE
@JSON
@click.pass_obj
def numbers(face: Face, place: str, as_json: bool) -> None:
    """List numbers to call, as they are printed: with what they are for, or as a blank."""
    from lifeskills.classroom.lawful import number_rows

    rows = number_rows(face.school, place=place)
    if as_json:
        answer_json(rows)
        return
    table((row["id"], row["grade"], _words(face, row["says"])) for row in rows)


@law.command()
@click.option("--within", type=Days(), default="90d", help="So many days, e.g. 90d.")
@JSON
@click.pass_obj
def due(face: Face, within: int, as_json: bool) -> None:
    """List what must be checked again soon, and what to ask the labour bureau."""
    from lifeskills.classroom.lawful import due_rows, questions_about

    rows = due_rows(face.school, within)
    if as_json:
        answer_json(rows)
        return
    if not rows:
        face.complain(Sentence("Nothing is due within {days} days.", days=within))
        return
    late = face.say(Sentence("overdue"))
    table((row["review_by"], late if row["overdue"] else "", *_named(face, row)) for row in rows)
    questions = questions_about(face.school, rows, face.school.language)
    if questions:
        face.tell("", Sentence("To paste to the labour bureau:"))
    for question in questions:
        click.echo(visible(question))


@law.command()
@PLACE
@JSON
@click.pass_obj
def ask(face: Face, place: str, as_json: bool) -> None:
    """List what to ask a guest from the labour bureau: what is said to nobody yet, law by law."""
    from lifeskills.classroom.lawful import ask_rows

    rows = ask_rows(face.school, place=place)
    if as_json:
        answer_json(rows)
        return
    for row in rows:
        click.echo(visible(_words(face, row["question"])))


@law.command()
@click.option("--since", type=DAY, required=True, help="From this day on, e.g. 2026-01-01.")
@JSON
@AS_TEXT
@click.pass_obj
def changes(face: Face, since: dt.datetime, as_json: bool, as_text: bool) -> None:
    """List what begins or ends from a day on, and the lessons that it touches."""
    from lifeskills.classroom.lawful import change_rows, changes_text

    rows = change_rows(face.school, since.date())
    if as_json:
        answer_json(rows)
        return
    if as_text:
        click.echo(visible(changes_text(face.school, rows, since.date(), face.school.language)))
        return
    if not rows:
        face.complain(Sentence("Nothing begins or ends from {day} on.", day=since.date()))
    said = {"begins": face.say(Sentence("begins")), "ends": face.say(Sentence("ends"))}
    table(
        (row["day"], said[row["what"]], *_named(face, row), " ".join(row["lessons"]))
        for row in rows
    )


@law.command()
@click.argument("source", metavar="FILE")
@click.option("--confirmed", default="", help="Who asked the office, and when.")
@click.option("--yes", is_flag=True, help="Take it; without this it is only shown.")
@AS_TEXT
@click.pass_obj
def take(face: Face, source: str, confirmed: str, yes: bool, as_text: bool) -> None:
    """Show what a labour bureau's bulletin FILE would change, and take it with --yes.

    FILE is TOML or a message pasted from a chat; - reads it from the keyboard or a pipe.
    """
    from lifeskills.classroom.bulletins import read_bulletin, sheet_lines, take_bulletin, text_of

    school = face.needed if yes else face.school
    found = read_bulletin(school, source, _typed(source), confirmed=confirmed)
    if as_text:
        click.echo(visible(text_of(school, found, school.language)))
        return
    for line in sheet_lines(school, found, school.language, face.say):
        click.echo(visible(line))
    if yes:
        face.complain(Sentence("Taken: {file}", file=take_bulletin(school, found)))
    else:
        face.complain(Sentence("Nothing is taken yet. To take it, call again with --yes."))


def _typed(source: str) -> str:
    """What a file or stdin holds."""
    try:
        with click.open_file(source, encoding="utf-8-sig") as file:
            return str(file.read())
    except UnicodeDecodeError:
        raise WrongUse(Sentence("{file} is not UTF-8.", file=source)) from None
    except OSError as error:
        says = Sentence("{file} cannot be read: {reason}", file=source, reason=str(error.strerror))
        raise WrongUse(says) from error


def _words(face: Face, words: dict[str, str]) -> str:
    return words.get(face.school.language) or next(iter(words.values()), "")


def _named(face: Face, row: dict[str, Any]) -> tuple[str, ...]:
    return row["id"], row["place"], _words(face, row["title"])
