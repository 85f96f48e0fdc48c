"""``display``: the class screen in a terminal of its own, or in a browser.

It opens no school: what it shows comes over a socket of this machine and is written nowhere.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import click

from lifeskills import places
from lifeskills.cli.face import Face
from lifeskills.cli.screen import has_terminal
from lifeskills.cli.spoken import SpokenCommand, WrongUse
from lifeskills.core.text import Sentence
from lifeskills.display.address import LOOPBACK, Address, read_note
from lifeskills.language import system_language, translator

HERE = frozenset({LOOPBACK, "localhost"})
AT, TOKEN = "LIFESKILLS_DISPLAY_AT", "LIFESKILLS_DISPLAY_TOKEN"
"""The options as variables: other users of the machine can read a command line."""


PAGE_WORDS = {
    "title": Sentence("Class screen"),
    "opening": Sentence("We begin soon"),
    "ended": Sentence("The class screen has ended."),
    "refused": Sentence("This address cannot be used, or was used already."),
    "again": Sentence("For a new one, type again in the terminal: lifeskills display --web"),
}
"""What stands on the pages themselves; the class screen brings its own words."""


@click.command(cls=SpokenCommand)
@click.option(
    "--at",
    envvar=AT,
    metavar="HOST:PORT",
    help="Where the teacher's program listens; without it, it is found by itself.",
)
@click.option("--token", envvar=TOKEN, metavar="TOKEN", help="What opens it; goes with --at.")
@click.option("--web", is_flag=True, help="In a browser of this machine; the address is printed.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="PORT",
    help="Port for --web; without it any free one.",
)
@click.pass_obj
def display(face: Face, at: str | None, token: str | None, web: bool, port: int) -> None:
    """Show the class screen of a lesson that runs on this machine.

    Start it in a second terminal, or with --web for a browser, and press Ctrl+D in the lesson.
    """
    language = face.language_asked or system_language()
    find = _finder(at, token)
    if web:
        _serve(face, language, find, port)
        return
    # In a browser's terminal, which is none, textual-serve names its driver here.
    if not has_terminal() and "TEXTUAL_DRIVER" not in os.environ:
        raise WrongUse(Sentence("The class screen needs a terminal, or --web."))
    from lifeskills.tui.wall.program import DisplayProgram

    DisplayProgram(find, language=language).run()


def _serve(face: Face, language: str, find: Callable[[], Address | None], port: int) -> None:
    """Print the address and serve until Ctrl+C."""
    from lifeskills.display.web import serve

    say = translator(language)
    words = {name: say(sentence) for name, sentence in PAGE_WORDS.items()}
    command = [sys.executable, "-P", "-m", "lifeskills", "--screen-language", language, "display"]

    def tell(url: str) -> None:
        click.echo(
            say(Sentence("Open this address in a browser of this machine; it is good once:"))
        )
        click.echo(url)
        click.echo(say(Sentence("Ctrl+C ends it.")))

    try:
        serve(command, port, {**words, "language": language}, tell)
    except OSError as error:
        raise WrongUse(
            Sentence(
                "Port {port} cannot be used: {reason}",
                port=port,
                reason=error.strerror or str(error),
            )
        ) from error


def _finder(at: str | None, token: str | None) -> Callable[[], Address | None]:
    """Where to look. Raises WrongUse for an address that is not of this machine."""
    if at is None and token is None:
        note = places.display_note()
        return lambda: read_note(note)
    host, _, written = (at or "").rpartition(":")
    port = int(written) if written.isascii() and written.isdigit() else 0
    if host not in HERE or not 0 < port < 65536 or not token:
        raise WrongUse(
            Sentence("Give --at 127.0.0.1:PORT with --token TOKEN; only this machine is asked.")
        )
    address = Address(port, token)
    return lambda: address
