"""``lesson list | show``."""

from __future__ import annotations

import click

from lifeskills.cli.face import Face, answer_json, table
from lifeskills.cli.spoken import SpokenGroup
from lifeskills.core.setting import AGE_BANDS
from lifeskills.core.text import visible


@click.group(cls=SpokenGroup)
def lesson() -> None:
    """List lessons, or show one as it will be taught."""


@lesson.command("list")
@click.option("--slot", help="Only lessons that fit this kind of period, e.g. 班会.")
@click.option("--all", "all_", is_flag=True, help="Also sittings and sessions for adults.")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def list_(face: Face, slot: str | None, all_: bool, as_json: bool) -> None:
    """List the lessons of the packs at hand."""
    from lifeskills.classroom.lessons import lesson_rows

    rows = lesson_rows(face.school, slot=slot, everything=all_)
    if as_json:
        answer_json(rows)
        return
    language = face.school.language
    table(
        (
            str(row["number"] or "–"),
            row["course"],
            row["title"].get(language) or next(iter(row["title"].values()), ""),
            f"{row['minutes']} min",
            " ".join(row["audiences"]),
            " ".join(row["languages"]),
        )
        for row in rows
    )


@lesson.command()
@click.argument("course")
@click.option(
    "--audience",
    required=True,
    help="g6 g7-9 g10 voc parents workers trainers principals",
)
@click.option("--band", type=click.Choice(AGE_BANDS), help="Age band.")
@click.option("--place", required=True, help="A province or county id, e.g. guizhou.")
@click.option("--side", type=click.Choice(["sending", "receiving"]), help="Instead of the place's.")
@click.option("--lang", required=True, help="Language of the lesson, e.g. zh.")
@click.option("--trace", is_flag=True, help="Show which pack each block comes from.")
@click.pass_obj
def show(
    face: Face,
    course: str,
    audience: str,
    band: str | None,
    place: str,
    side: str | None,
    lang: str,
    trace: bool,
) -> None:
    """Show COURSE as a class gets it, as plain text."""
    from lifeskills.classroom.lessons import lesson_lines
    from lifeskills.language import translator

    for line in lesson_lines(
        face.school,
        course,
        audience=audience,
        band=band,
        place=place,
        side=side or "",
        language=lang,
        trace=trace,
        say=translator(lang),
    ):
        click.echo(visible(line))
