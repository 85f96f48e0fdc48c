"""``class pair | pairs``: who is kept apart or together in groups; for adults, off the wall."""

from __future__ import annotations

import click

from lifeskills.cli.face import Face, answer_json
from lifeskills.cli.spoken import SpokenCommand, WrongUse
from lifeskills.core.text import Sentence


@click.command(cls=SpokenCommand)
@click.argument("class_name", metavar="CLASS")
@click.argument("first", type=int, metavar="NUMBER")
@click.argument("second", type=int, metavar="NUMBER")
@click.option("--apart", is_flag=True, help="Keep them out of one group.")
@click.option("--together", is_flag=True, help="Keep them in one group.")
@click.option("--remove", is_flag=True, help="Neither any more.")
@click.pass_obj
def pair(
    face: Face, class_name: str, first: int, second: int, apart: bool, together: bool, remove: bool
) -> None:
    """Keep two learners of CLASS apart or together in groups. No reason is asked for or kept.

    Not for a wall. Groups heed it without a word; apart comes before together.
    """
    from lifeskills.classroom.pairs import keep_pair

    if apart + together + remove != 1:
        raise WrongUse(Sentence("Give one of --apart, --together and --remove."))
    keep_pair(
        face.needed,
        class_name,
        first,
        second,
        "apart" if apart else "together" if together else None,
    )
    face.tell(Sentence("Kept; from the next groups on."))


@click.command(cls=SpokenCommand)
@click.argument("class_name", metavar="CLASS")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def pairs(face: Face, class_name: str, as_json: bool) -> None:
    """List the pairs of CLASS that groups keep apart or together. Not for a wall."""
    from lifeskills.classroom.pairs import pair_row

    row = pair_row(face.needed, class_name)
    if as_json:
        answer_json(row)
        return
    for first, second in row["apart"]:
        face.tell(Sentence("{first} and {second}: apart", first=first, second=second))
    for first, second in row["together"]:
        face.tell(Sentence("{first} and {second}: together", first=first, second=second))
    if not row["apart"] and not row["together"]:
        face.tell(Sentence("No pair is kept apart or together."))
