"""``pack list | check | stamp``."""

from __future__ import annotations

import click

from lifeskills.cli.face import Face, answer_json, table
from lifeskills.cli.spoken import SpokenGroup
from lifeskills.core.text import Sentence


@click.group(cls=SpokenGroup)
def pack() -> None:
    """List packs, check their content, stamp translations and overlays."""


@pack.command("list")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def list_(face: Face, as_json: bool) -> None:
    """List the packs at hand and where they come from."""
    from lifeskills.classroom.packs import pack_rows

    rows = pack_rows(face.school)
    if as_json:
        answer_json(rows)
        return
    language = face.school.language
    table(
        (row["id"], row["version"], row["kind"], row["rank"], row["title"].get(language, row["id"]))
        for row in rows
    )


@pack.command()
@click.argument("packs", nargs=-1)
@click.option("--all", "all_", is_flag=True, help="Every pack at hand, the shipped ones too.")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_context
def check(ctx: click.Context, packs: tuple[str, ...], all_: bool, as_json: bool) -> None:
    """Check PACKS (ids or folders); without any, the school's own packs."""
    from lifeskills.classroom.packs import check_packs

    face: Face = ctx.obj
    findings = check_packs(face.school, packs, everything=all_)
    if as_json:
        answer_json(
            [
                {
                    "file": one.file,
                    "line": one.line,
                    "rule": one.rule,
                    "message": face.say(one.message),
                    "mend": face.say(one.mend),
                }
                for one in findings
            ]
        )
    else:
        for one in findings:
            click.echo(f"{one.file}:{one.line}: {one.rule}: {face.say(one.message)}")
            click.echo(f"    {face.say(one.mend)}")
        if not findings:
            face.complain(Sentence("Nothing to mend."))
    ctx.exit(1 if findings else 0)


@pack.command()
@click.argument("pack")
@click.pass_obj
def stamp(face: Face, pack: str) -> None:
    """Write into PACK which base text each overlay and translation was made from."""
    from lifeskills.classroom.packs import stamp_pack

    for file in stamp_pack(face.school, pack):
        click.echo(file)
