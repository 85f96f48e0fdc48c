"""``story list | play``."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from lifeskills.cli.face import Face, answer_json, table
from lifeskills.cli.spoken import SpokenGroup
from lifeskills.core.setting import AGE_BANDS

if TYPE_CHECKING:
    from lifeskills.core.setting import AgeBand


@click.group(cls=SpokenGroup)
def story() -> None:
    """List the stories, or play one in lines."""


@story.command("list")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def list_(face: Face, as_json: bool) -> None:
    """List the stories of Xiao Wei and Xiao Yu and any of the school's own."""
    stories = face.school.library.stories()
    if as_json:
        answer_json(
            [
                {
                    "id": one.id,
                    "title": one.title.as_map(),
                    "passages": one.passages,
                    "endings": one.endings,
                    "languages": list(one.languages),
                }
                for one in stories
            ]
        )
        return
    language = face.school.language
    table((one.id, one.title.get(language), str(one.passages), str(one.endings)) for one in stories)


@story.command()
@click.argument("story_id", metavar="ID")
@click.option("--plain", is_flag=True, required=True, help="In lines, for any terminal.")
@click.option("--lang", help="Language of the story.")
@click.option("--band", type=click.Choice(AGE_BANDS), help="Age band.")
@click.pass_obj
def play(face: Face, story_id: str, plain: bool, lang: str | None, band: str | None) -> None:
    """Play story ID: read a passage, answer with the letter the class chose."""
    from lifeskills.cli.plain import play_story

    play_story(face, story_id, lang or face.school.language, cast("AgeBand | None", band))
