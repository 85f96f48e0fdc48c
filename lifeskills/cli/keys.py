"""``keys list | set | reset``: the keys of the screens, and one's own on this machine."""

from __future__ import annotations

from collections.abc import Iterable

import click

from lifeskills.cli.face import Face, answer_json, table
from lifeskills.cli.lines import listed as in_one_line
from lifeskills.cli.spoken import SpokenGroup, WrongUse
from lifeskills.core.text import Sentence


@click.group(cls=SpokenGroup)
def keys() -> None:
    """List the keys of the screens, or change them on this machine."""


@keys.command("list")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_obj
def list_(face: Face, as_json: bool) -> None:
    """List every command that has a key, by id."""
    from lifeskills.classroom.keyboard import changed_keys
    from lifeskills.language import translator
    from lifeskills.tui.key_scopes import commands

    changed, rows = changed_keys(), commands()
    if as_json:
        answer_json(
            [
                {
                    "id": one.id,
                    "keys": (changed[one.id].split(",") if one.id in changed else list(one.keys)),
                    "usual": list(one.keys),
                    "title": {
                        "zh": translator("zh")(Sentence(one.title)),
                        "en": translator("en")(Sentence(one.title)),
                    },
                }
                for one in rows
            ]
        )
        return
    listed = []
    for one in rows:
        now = changed[one.id].split(",") if one.id in changed else one.keys
        names = _shown(face, now)
        mark = "*" if one.id in changed else ""
        where = in_one_line((face.say(scope) for scope in one.scopes[:3]), face.say)
        listed.append((one.id, f"{names}{mark}", face.say(Sentence(one.title)), where))
    table(listed)


@keys.command("set")
@click.argument("command", metavar="ID")
@click.argument("key")
@click.pass_context
def set_(ctx: click.Context, command: str, key: str) -> None:
    """Give the command ID another KEY on this machine; several with commas."""
    from lifeskills.classroom.keyboard import as_keys, changed_keys, keep_keys
    from lifeskills.tui.key_scopes import problems
    from lifeskills.tui.keymap import warning

    face: Face = ctx.obj
    wanted = {**changed_keys(), command: as_keys(key)}
    for _name, says in problems(wanted):
        raise WrongUse(says)
    path = keep_keys(wanted)
    for one in wanted[command].split(","):
        doubt = warning(one)
        if doubt is not None:
            face.complain(Sentence("{key}: {why}", key=one, why=doubt))
    face.tell(
        Sentence(
            "{name}: {keys}. Kept in {file}", name=command, keys=wanted[command], file=str(path)
        )
    )


@keys.command()
@click.argument("command", metavar="[ID]", required=False, default="")
@click.pass_obj
def reset(face: Face, command: str) -> None:
    """Give the command ID its usual keys again; all of them without an ID."""
    from lifeskills.classroom.keyboard import changed_keys, keep_keys

    if not command:
        keep_keys({})
        face.tell(Sentence("All keys are the usual ones."))
        return
    changed = changed_keys()
    if command not in changed:
        raise WrongUse(Sentence("“{name}” has its usual keys.", name=command))
    del changed[command]
    keep_keys(changed)
    face.tell(Sentence("“{name}” has its usual keys.", name=command))


@keys.command()
@click.pass_obj
def sheet(face: Face) -> None:
    """Print the keys of roll, lesson and its end on one page, to tape to the desk."""
    from lifeskills.classroom.keyboard import changed_keys
    from lifeskills.tui.key_scopes import sheet as rows_of

    for title, rows in rows_of(changed_keys()):
        click.echo(face.say(title))
        found = [(_shown(face, one.keys), face.say(Sentence(one.tooltip))) for one in rows]
        table(("", names, says) for names, says in found)
        click.echo("")


def _shown(face: Face, keys: Iterable[str]) -> str:
    """Keys as they are printed on a keyboard: “Home” and “End” are no words to translate."""
    from lifeskills.tui.keys import shown_key

    shown = (shown_key(key) for key in keys)
    return " ".join(one if isinstance(one, str) else face.say(one) for one in shown)
