"""Help and usage errors in the language of the call.

A command's docstring, an option's help and click's own headings are messages like any other: the
English stands in the code, the Chinese in the catalogue (``.ci/messages`` collects them).
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import contextmanager

import click

from lifeskills.cli.face import Face
from lifeskills.core.text import Sentence
from lifeskills.language import _

USAGE = _("Usage: ")
OPTIONS = _("Options:")
COMMANDS = _("Commands:")
REQUIRED = _("[required]")
FORMATS = {"%Y-%m-%d": "YYYY-MM-DD", "%H:%M": "HH:MM"}
"""How click writes a day and a time, and how people do."""
CLICKS = (_("Show this message and exit."), _("Show the version and exit."))
"""Help of options that click adds."""


class WrongUse(click.UsageError):
    """A wrong use that only the command itself can see; exit code 2."""

    def __init__(self, says: Sentence) -> None:
        super().__init__(str(says), click.get_current_context(silent=True))
        self.says = says


def face_of(ctx: click.Context | None) -> Face:
    """The face of this call; before there is one, a face with the language named so far."""
    found = ctx.find_object(Face) if ctx is not None else None
    if found is not None:
        return found
    language = ctx.find_root().params.get("language") if ctx is not None else None
    return Face(None, str(language or ""))


class SpokenCommand(click.Command):
    """A command whose help is said in the language of the call."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """How the command is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=face_of(ctx).say(USAGE))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(face_of(ctx).say(plain_help(self)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, each with its help."""
        rows = list(_option_rows(self, ctx))
        if rows:
            with _section(formatter, face_of(ctx).say(OPTIONS)):
                formatter.write_dl(rows)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the help, for a list of commands."""
        said = face_of(click.get_current_context(silent=True)).say(plain_help(self))
        first, stop, _rest = said.partition("。")
        if stop:
            return first
        return super().get_short_help_str(limit)


class SpokenGroup(SpokenCommand, click.Group):
    """A group of such commands; a name that it does not know is a wrong use."""

    command_class = SpokenCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each command with its first sentence."""
        named = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        width = formatter.width - 6 - max(len(name) for name, _ in named)
        with _section(formatter, face_of(ctx).say(COMMANDS)):
            formatter.write_dl(
                [(name, one.get_short_help_str(width)) for name, one in named if one is not None]
            )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command meant by the first word. Raises WrongUse."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            known = " ".join(self.list_commands(ctx))
            raise WrongUse(
                Sentence("There is no command “{name}”. Known: {known}", name=name, known=known)
            )
        return super().resolve_command(ctx, args)


@contextmanager
def _section(formatter: click.HelpFormatter, heading: str) -> Iterator[None]:
    """As click's own, which puts an English colon behind a Chinese heading."""
    formatter.write_paragraph()
    formatter.write(f"{heading}\n")
    with formatter.indentation():
        yield


def plain_help(command: click.Command) -> str:
    """A command's help as it stands in the catalogue."""
    return inspect.cleandoc(command.help or "")


def _option_rows(command: click.Command, ctx: click.Context) -> Iterator[tuple[str, str]]:
    say = face_of(ctx).say
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
        if record is None or not isinstance(param, click.Option):
            continue
        names, words = record
        own = param.help or ""
        said = words.replace(own, say(own), 1) if own else words
        for written, people in FORMATS.items():
            names = names.replace(f"[{written}]", people)
        yield names, said.replace(REQUIRED, say(REQUIRED))


# -- usage errors -----------------------------------------------------------------------------


def show_usage_error(error: click.ClickException) -> int:
    """Show a wrong use on stderr: how it is called, what is wrong; gives the exit code."""
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if isinstance(error, click.exceptions.NoArgsIsHelpError) and ctx is not None:
        click.echo(ctx.get_help(), err=True)
        return error.exit_code
    face = face_of(ctx or click.get_current_context(silent=True))
    if ctx is not None:
        click.echo(ctx.get_usage(), err=True)
        face.complain(Sentence("Help: {command} --help", command=ctx.command_path))
    face.complain(_said(error))
    return error.exit_code


def _said(error: click.ClickException) -> Sentence | str:
    if isinstance(error, WrongUse):
        return error.says
    if isinstance(error, click.NoSuchOption):
        near = " ".join(error.possibilities or ())
        if near:
            return Sentence(
                "There is no option {name}. Did you mean {near}?",
                name=error.option_name,
                near=near,
            )
        return Sentence("There is no option {name}.", name=error.option_name)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        if isinstance(error.param, click.Option):
            return Sentence("The option {name} is missing.", name=_name(error.param))
        return Sentence("{name} is missing.", name=_name(error.param))
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _bad_value(error, error.param)
    return error.format_message()


def _bad_value(error: click.BadParameter, param: click.Parameter) -> Sentence:
    kind = param.type
    if isinstance(kind, click.Choice):
        return Sentence(
            "{name} is one of: {choices}", name=_name(param), choices=" ".join(kind.choices)
        )
    if isinstance(kind, click.DateTime):
        return Sentence("{name} is a day like 2027-03-01.", name=_name(param))
    if isinstance(kind, click.Path):
        return Sentence(
            "{name} is missing or cannot be used: {reason}", name=_name(param), reason=error.message
        )
    return Sentence("{name} cannot be used: {reason}", name=_name(param), reason=error.message)


def _name(param: click.Parameter) -> str:
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return (param.metavar or param.human_readable_name).strip("[]")
