"""``concern list``."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

import click

from lifeskills.cli.face import Face, answer_json
from lifeskills.cli.spoken import SpokenGroup
from lifeskills.core.text import Sentence, visible


@click.group(cls=SpokenGroup)
def concern() -> None:
    """What adults owe pupils who are slipping away."""


@concern.command("list")
@click.option("--class", "class_name", metavar="CLASS", help="Only this class.")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def list_(face: Face, class_name: str | None, as_json: bool) -> None:
    """List concerns: a sentence of facts and what an adult does next. Not for a wall."""
    from lifeskills.classroom.following import concern_rows, seen_little

    rows = concern_rows(face.needed, class_name)
    if as_json:
        answer_json(rows)
        return
    language = face.needed.language
    for name, little in seen_little(face.needed, class_name):
        face.complain(f"{name}: {face.say(little)}")
    for (class_, number, name), found in groupby(rows, key=_whose):
        lines = list(found)
        also = f"  ({face.say(Sentence('also'))})" if lines[0]["also"] else ""
        click.echo(visible(f"{class_} {number} {name}".rstrip() + also))
        for row in lines:
            click.echo(f"  {row['sentence'].get(language, '')}")
        for duty in lines[0]["duties"]:
            _show(face, duty, language)


def _whose(row: Mapping[str, Any]) -> tuple[str, int, str]:
    return row["class"], row["learner"], row["name"]


def _show(face: Face, duty: Mapping[str, Any], language: str) -> None:
    line = f"    {duty['due']}  {duty['sentence'].get(language, '')}"
    if duty["done_on"]:
        line += "  " + face.say(Sentence("Done on {day}.", day=duty["done_on"]))
    click.echo(visible(line))
