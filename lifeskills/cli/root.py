"""The top of the command line, and how errors are shown."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from lifeskills import __version__
from lifeskills.cli.face import Face, show_error
from lifeskills.cli.screen import open_screen
from lifeskills.cli.spoken import SpokenGroup, face_of, show_usage_error
from lifeskills.core.errors import LifeskillsError
from lifeskills.core.text import Sentence

COMMANDS = {
    "activity": "lifeskills.cli.activities:activity",
    "book": "lifeskills.cli.books:book",
    "class": "lifeskills.cli.classes:class_",
    "concern": "lifeskills.cli.concerns:concern",
    "curriculum": "lifeskills.cli.curriculum:curriculum",
    "demo": "lifeskills.cli.schools:demo",
    "display": "lifeskills.cli.display:display",
    "doctor": "lifeskills.cli.schools:doctor",
    "guide": "lifeskills.cli.guides:guide",
    "init": "lifeskills.cli.schools:init",
    "keys": "lifeskills.cli.keys:keys",
    "law": "lifeskills.cli.law:law",
    "lesson": "lifeskills.cli.lessons:lesson",
    "pack": "lifeskills.cli.packs:pack",
    "plugin": "lifeskills.cli.plugins:plugin",
    "record": "lifeskills.cli.sessions:record",
    "roll": "lifeskills.cli.sessions:roll",
    "school": "lifeskills.cli.school_facts:school",
    "story": "lifeskills.cli.stories:story",
    "teach": "lifeskills.cli.sessions:teach",
    "year": "lifeskills.cli.year:year",
}
"""Command to the place of its function; loaded only when it is called or its help is asked for."""


class LazyGroup(SpokenGroup):
    """A group whose commands are imported when first needed: start-up is a feature."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, whether loaded or not."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command, or None if there is none of this name."""
        where = COMMANDS.get(cmd_name)
        if where is None:
            return None
        module, _, name = where.partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Read the options of the program itself; a wrong use is shown."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.ClickException as error:
            raise click.exceptions.Exit(show_usage_error(error)) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error that a person can mend is shown and becomes the exit code."""
        try:
            return super().invoke(ctx)
        except LifeskillsError as error:
            ctx.exit(show_error(error, face_of(ctx)))
        except click.ClickException as error:
            ctx.exit(show_usage_error(error))
        except (click.Abort, KeyboardInterrupt, EOFError):
            face_of(ctx).complain(Sentence("Stopped."))
            ctx.exit(1)


@click.group(cls=LazyGroup, invoke_without_command=True)
@click.option(
    "--school",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The school's folder. Without it: LIFESKILLS_SCHOOL, else the current folder.",
)
@click.option(
    "--screen-language",
    "language",
    type=click.Choice(["zh", "en"]),
    is_eager=True,  # before --help, which is then said in it
    help="Language of messages and screens; without it the school's, else the system's.",
)
@click.option("--plain", is_flag=True, help="Home in lines, for a screen reader or a pipe.")
@click.version_option(__version__, prog_name="lifeskills")
@click.pass_context
def cli(ctx: click.Context, school: Path | None, language: str | None, plain: bool) -> None:
    """Teach participatory life-skills lessons from a terminal.

    Without a command the screen opens, or with --plain its home in lines.
    """
    ctx.obj = Face(school, language or "")
    if ctx.invoked_subcommand is not None:
        return
    if plain:
        from lifeskills.cli.plain_home import home_plain

        home_plain(ctx.obj)
        return
    open_screen(ctx.obj.school)


def main() -> None:
    """Run the command line with UTF-8 on every platform."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    cli.main(prog_name="lifeskills")
