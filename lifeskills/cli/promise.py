"""What the command line promises to other programs, and the page that says so.

A shape is written as the JSON is, with a word for each value: ``text``, ``number``, ``yes or no``,
``day`` (``2027-03-01``); ``or null`` where there may be nothing. A list holds any number of what
stands in it. Fields are only ever added.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from lifeskills.cli.coverage_promise import COVERAGE, REMARK
from lifeskills.cli.law_promise import LAW_REMARKS, LAW_SHAPES

TITLE = {"zh": "text", "en": "text"}
SHAPES: Mapping[str, Any] = {
    **LAW_SHAPES,
    "activity list": [
        {
            "id": "text",
            "title": TITLE,
            "minutes": ["number"],
            "shape": "text",
            "tool": "text",
            "records": "object",
            "printables": ["text"],
        }
    ],
    "curriculum coverage": COVERAGE,
    "guide list": [{"id": "text", "title": TITLE, "pack": "text", "checked_on": "day"}],
    "lesson list": [
        {
            "course": "text",
            "number": "number or null",
            "title": TITLE,
            "minutes": "number",
            "audiences": ["text"],
            "languages": ["text"],
            "packs": ["text"],
        }
    ],
    "pack list": [
        {
            "id": "text",
            "title": TITLE,
            "version": "text",
            "kind": "text",
            "rank": "text",
            "languages": ["text"],
            "when": "object",
            "licence": "text",
        }
    ],
    "pack check": [
        {"file": "text", "line": "number", "rule": "text", "message": "text", "mend": "text"}
    ],
    "plugin list": [
        {"name": "text", "source": "text", "status": "text", "reason": "text", "hooks": ["text"]}
    ],
    "class list": [{"class": "text", "learners": "number"}],
    "class show": {
        "class": "text",
        "learners": [{"number": "number", "name": "text", "sex": "text", "desk": "list or null"}],
    },
    "class pairs": {
        "class": "text",
        "apart": [["number"]],
        "together": [["number"]],
    },
    "concern list": [
        {
            "class": "text",
            "learner": "number",
            "name": "text",
            "rule": "text",
            "version": "text",
            "level": "text",
            "sentence": TITLE,
            "sessions": ["text"],
            "duties": [{"kind": "text", "due": "day", "sentence": TITLE, "done_on": "day or null"}],
            "also": "yes or no",
        }
    ],
    "story list": [
        {
            "id": "text",
            "title": TITLE,
            "passages": "number",
            "endings": "number",
            "languages": ["text"],
        }
    ],
    "book list": [{"id": "text", "title": TITLE, "needs": ["text"], "formats": ["text"]}],
    "year show": {
        "class": "text",
        "pathway": "text",
        "weekday": "text or null",
        "slot": "text",
        "every": "number",
        "lessons": [
            {
                "day": "day",
                "course": "text",
                "title": TITLE,
                "parts": ["number"],
                "of": "number",
                "state": "text",
                "moved": "yes or no",
            }
        ],
        "left_over": [{"course": "text", "parts": ["number"], "of": "number"}],
        "boosters": [{"day": "day", "term": "text", "courses": ["text"]}],
        "not_written": ["text"],
        "remarks": ["text"],
    },
    "year terms": [{"kind": "text", "name": "text", "first": "day", "last": "day"}],
    "year holidays": {
        "year": "number",
        "announced": "yes or no",
        "source": "text",
        "seen_on": "day or null",
        "holidays": [{"first": "day", "last": "day", "title": TITLE}],
        "make_up": [{"day": "day", "as": "text or null"}],
    },
    "school facts": [{"id": "text", "ask": "text", "whom": "text", "value": "text"}],
    "keys list": [{"id": "text", "keys": ["text"], "usual": ["text"], "title": TITLE}],
    "doctor": [{"id": "text", "ok": "yes or no", "says": "text", "mend": "text"}],
}
"""By command what its ``--json`` gives."""

REMARKS: Mapping[str, str] = {
    **LAW_REMARKS,
    "activity list": "`minutes` are the least and the most. `records` says in `zh` and `en` what "
    "the teacher notes, and is empty where nothing is. `printables` are ids.",
    "lesson list": "Only numbered courses have a `number`. `minutes` is for the first audience.",
    "curriculum coverage": REMARK,
    "pack list": "`rank` is shipped, user or school. Packs stand in the order in which they are "
    "laid over each other; `when` says where a pack holds.",
    "pack check": "Exit code 1 if there is any finding. `message` and `mend` are in the language "
    "of the call.",
    "school facts": "`value` is empty where nothing is filled in; `ask` and `whom` are in the "
    "language of the call.",
    "school set": "ID stands in `school facts`. Kept in `school.toml`; names, places and times of "
    "adults and offices, never a pupil's.",
    "keys list": "The keys of the screens, as `keys set` takes them; `usual` are those where "
    "nothing was changed. In words a star marks changed ones.",
    "keys set": "ID stands in `keys list`. Kept in `keys.toml` in the user's own folder, for this "
    "machine. Refused where the key is taken on a screen of that command.",
    "plugin list": "`source` is shipped, user, school or installed; `status` is loaded, failed, "
    "untrusted or off; `reason` says why.",
    "class list": "`class` is the name as it was typed.",
    "class show": "`sex` is girl, boy or empty. `desk` is row and column from the front left.",
    "class pairs": "Pairs of class numbers.",
    "concern list": "A row for each thing that was found. `learner` is the class number. "
    "`sessions` are what the sentence can be worked out from. The duties are those of the learner, "
    "the same in each of her rows; `kind` is ask, talk, buddy, visit, aid, register or report. "
    "`also` says that it lies beyond the limit on adults' workload, or asks nothing of them.",
    "year show": "`state` is done or planned. `parts` are those of a double lesson that are taught "
    "on that day, none for a whole one. `left_over` has no day. `every` is a lesson in so many "
    "weeks. `remarks` are in the language of the call.",
    "year terms": "`kind` is term or free (days without such lessons).",
    "year holidays": "Only days of that year. `announced` says whether its make-up workdays are "
    "known; without that only the holidays of the law are there. `as` is the weekday whose "
    "timetable the day follows, null where nobody has said.",
    "year calendar": "Gives the file's name. Taken in again, lessons that moved move there too. No "
    "name of a pupil stands in it.",
    "year move": "Without `--part` the first part that is to come. `--back` takes the move back.",
    "book list": "`needs` are the options without which `book print` cannot go on.",
    "book print": "Gives the file's name. A missing option is wrong use and is named.",
}
NEEDS_A_SCHOOL = frozenset(
    {
        "class list",
        "class show",
        "class import",
        "class pair",
        "class pairs",
        "concern list",
        "plugin trust",
        "record",
        "roll",
        "school facts",
        "school set",
        "teach",
        "year calendar",
        "year drop",
        "year free",
        "year makeup",
        "year move",
        "year set",
        "year show",
        "year term",
        "year terms",
    }
)
"""Commands that end with exit code 2 where there is no school."""

HEAD = """# Commands

<!-- Made by `make docs` from the commands themselves: change them, not this page. -->

Results go to stdout, everything else to stderr. Exit codes: 0 done, 1 findings or refused, 2 wrong
use. A command that lists ends with 0 whatever it lists. Words are UTF-8, in the language of
`--screen-language`, else the school's, else the system's.

A school is a folder with `school.toml`: `--school DIR`, else the variable `LIFESKILLS_SCHOOL`, else
the current folder. Without a school, commands that do not need one work on what is shipped.

What `--json` gives is a promise: fields are only ever added. In the shapes below `text`, `number`,
`day` (`2027-03-01`), `yes or no` stand for values; a list holds any number of what stands in it.
CLASS is a class's name as it was typed, or the id of its file. Places are named in pinyin
(`guizhou`), the whole nation is `cn`.
"""


def commands(root: click.Group) -> Iterator[tuple[str, click.Command]]:
    """Every command with its words, e.g. ``lesson list``, in alphabetical order."""
    ctx = click.Context(root)
    for name in sorted(root.list_commands(ctx)):
        command = root.get_command(ctx, name)
        if isinstance(command, click.Group):
            yield from ((f"{name} {sub}", one) for sub, one in commands(command))
        elif command is not None:
            yield name, command


def command_reference() -> str:
    """The page of all commands."""
    from lifeskills.cli.root import cli

    parts = [HEAD, "\n".join(_options(cli))]
    parts += ["\n".join(_section(name, command)) for name, command in commands(cli)]
    return "\n".join(f"{part.rstrip()}\n" for part in parts)


def write_reference(path: Path) -> None:
    """Write the page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(command_reference(), encoding="utf-8", newline="\n")


def _section(name: str, command: click.Command) -> Iterator[str]:
    ctx = click.Context(command, info_name=f"lifeskills {name}")
    yield f"## {name}"
    yield ""
    yield f"    lifeskills {name} {' '.join(command.collect_usage_pieces(ctx))}"
    yield ""
    yield inspect.cleandoc(command.help or "")
    if name in NEEDS_A_SCHOOL:
        yield ""
        yield "Needs a school."
    yield from _options(command)
    if name in REMARKS:
        yield ""
        yield REMARKS[name]
    if name in SHAPES:
        yield ""
        yield "```json"
        yield json.dumps(SHAPES[name], ensure_ascii=False, indent=2)
        yield "```"


def _options(command: click.Command) -> Iterator[str]:
    options = [one for one in command.params if isinstance(one, click.Option)]
    if options:
        yield ""
        yield "| option | |"
        yield "| --- | --- |"
    for one in options:
        names = ", ".join(f"`{name}`" for name in one.opts)
        needed = " *(required)*" if one.required else ""
        yield f"| {names} | {one.help or ''}{needed}{_choices(one)} |"


def _choices(option: click.Option) -> str:
    if not isinstance(option.type, click.Choice):
        return ""
    return f" ({', '.join(option.type.choices)})"
