"""``plugin list | trust``."""

from __future__ import annotations

import click

from lifeskills.cli.face import Face, answer_json, table
from lifeskills.cli.spoken import SpokenGroup
from lifeskills.core.text import Sentence


@click.group(cls=SpokenGroup)
def plugin() -> None:
    """List plugins, or trust one that stands in the school's folder."""


@plugin.command("list")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def list_(face: Face, as_json: bool) -> None:
    """List every plugin with what became of it."""
    rows = face.school.plugins.report
    if as_json:
        answer_json(
            [
                {
                    "name": one.name,
                    "source": one.source,
                    "status": one.status,
                    "reason": one.reason,
                    "hooks": list(one.hooks),
                }
                for one in rows
            ]
        )
        return
    table((one.name, one.source, one.status, one.reason or " ".join(one.hooks)) for one in rows)


@plugin.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_context
def trust(ctx: click.Context, name: str, yes: bool) -> None:
    """Let the school's plugin NAME run on this machine, after showing its files."""
    from lifeskills.classroom.trusting import propose
    from lifeskills.classroom.trusting import trust as remember

    face: Face = ctx.obj
    proposed = propose(face.needed, name)
    for path, digest in proposed.lines:
        click.echo(f"{digest[:12]}  {path}")
    face.complain(Sentence("This plugin is a program: it runs with your rights on this machine."))
    if not yes and not click.confirm(face.say(Sentence("Trust it?")), err=True):
        ctx.exit(1)
    remember(proposed)
    face.tell(Sentence("“{name}” is trusted on this machine.", name=name))
