"""``docs/reference/lesson.md``, made from the Structs, the vocabulary and the rules themselves."""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal, Union, get_args, get_origin

import msgspec

from lifeskills.core.references import REFERENCE_KINDS
from lifeskills.packs import schemas, table_schemas
from lifeskills.packs.rules import RULES
from lifeskills.packs.rules.reading import READING_RULES
from lifeskills.packs.vocabulary import (
    BLOCK_KEYS,
    BLOCK_SAYS,
    LAW_KEYS,
    MARK_SAYS,
    OVERLAY_KEYS,
    STEP_KEYS,
    Key,
)

FILES: tuple[tuple[str, tuple[type[msgspec.Struct], ...]], ...] = (
    ("pack.toml", (table_schemas.PackToml,)),
    (
        "lessons/NAME.LANGUAGE.md, in the pack's master language",
        (
            schemas.LessonFront,
            schemas.Objective,
            schemas.Material,
            schemas.Printable,
            schemas.Preparation,
            schemas.LocalFact,
        ),
    ),
    (
        "lessons/NAME.LANGUAGE.md, a translation",
        (
            schemas.LessonWords,
            schemas.ObjectiveWords,
            schemas.MaterialWords,
            schemas.PrintableWords,
            schemas.PreparationWords,
        ),
    ),
    (
        "lessons/NAME.LANGUAGE.md, an overlay and its translation",
        (schemas.OverlayFront, schemas.OverlayWords),
    ),
    ("laws/KEY.LANGUAGE.md", (schemas.LawFront, schemas.LawWords)),
    ("cards/ID.LANGUAGE.md", (schemas.CardFront, schemas.CardWords)),
    ("guides/ID.LANGUAGE.md", (schemas.GuideFront, schemas.GuideWords)),
    (
        "audiences.toml, skills.toml, modules.toml, pathways.toml",
        (
            table_schemas.AudienceEntry,
            table_schemas.SkillEntry,
            table_schemas.ModuleEntry,
            table_schemas.PathwayEntry,
        ),
    ),
    (
        "numbers.toml, values.toml, local.toml, place.toml",
        (
            table_schemas.NumberEntry,
            table_schemas.ValueEntry,
            table_schemas.LocalEntry,
            table_schemas.PlaceToml,
        ),
    ),
    (
        "bulletins/NAME.toml",
        (
            table_schemas.BulletinToml,
            table_schemas.BulletinAmount,
            table_schemas.BulletinStatement,
        ),
    ),
    (
        "calendar.toml",
        (table_schemas.YearEntry, table_schemas.FreeSpan, table_schemas.MadeUp),
    ),
    (
        "signals.toml, helpers.toml",
        (table_schemas.SignalEntry, table_schemas.HelperEntry),
    ),
    ("glossary.toml", (table_schemas.GlossaryFile, table_schemas.TermEntry)),
)

HEAD = """# What a pack's files may hold

*Made from the program itself (`lifeskills/packs/reference.py`); a test keeps it fresh.*

A lesson file is front matter between two lines `+++` (TOML), then steps. A step is a line
`## title {#id .activity key=value}`; its text stands in blocks that open with `::: kind` or
`::: {.kind #id key=value}` and close with `:::`. Frame lines begin at the first column; blocks
never nest. Prose is CommonMark with tables, without raw HTML, headings and indented code.
"""


def lesson_reference() -> str:
    """The whole page, ending in one line end."""
    parts = [HEAD, *_front(), *_frame(), *_rules()]
    return "\n".join(parts).rstrip() + "\n"


def write_reference(path: Path) -> None:
    """Write the page anew."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(lesson_reference(), encoding="utf-8", newline="\n")


def _front() -> Iterator[str]:
    yield "## Front matter and TOML files\n"
    yield "Keys marked ● are needed. A key that is not listed is an error.\n"
    for name, structs in FILES:
        yield f"### {name}\n"
        for struct in structs:
            yield f"{_first_line(struct)}\n"
            yield from _table(
                ("key", "value", ""),
                (
                    (f"`{one.encode_name}`", _kind(one.type), "●" if one.required else "")
                    for one in msgspec.structs.fields(struct)
                ),
            )


def _first_line(struct: type[msgspec.Struct]) -> str:
    doc = (struct.__doc__ or "").strip().split("\n")[0]
    return doc.replace("``", "`")


def _kind(kind: object) -> str:
    """A type in a teacher's words."""
    origin = get_origin(kind)
    if origin is Annotated:
        inner, *extra = get_args(kind)
        return ", ".join([_kind(inner), *filter(None, map(_limits, extra))])
    if origin is Literal:
        return " ".join(f"`{one}`" for one in get_args(kind))
    if origin in (Union, types.UnionType):
        return " or ".join(_kind(one) for one in get_args(kind) if one is not type(None))
    if origin in (list, tuple):
        inner = get_args(kind)[0]
        return f"list of: {_kind(inner)}"
    if origin is dict:
        name, value = get_args(kind)
        if (name, value) == (str, str):
            return "words by language"
        return f"{_kind(name)} = {_kind(value)}"
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return f"see {_first_line(kind).split(':')[0]}"
    names = {"str": "words", "int": "whole number", "bool": "true or false", "date": "date"}
    plain = getattr(kind, "__name__", str(kind))
    return names.get(plain, plain)


def _limits(meta: object) -> str:
    if not isinstance(meta, msgspec.Meta):
        return ""
    said = [
        f"at least {meta.ge}" if meta.ge is not None else "",
        f"at most {meta.le}" if meta.le is not None else "",
        f"{meta.min_length} or more" if meta.min_length is not None else "",
        f"{meta.max_length} at most" if meta.max_length is not None else "",
        f"like `{meta.pattern}`" if meta.pattern is not None else "",
    ]
    return ", ".join(filter(None, said))


def _frame() -> Iterator[str]:
    yield "## Steps\n"
    yield "Keys of a step in a lesson:\n"
    yield from _keys(STEP_KEYS)
    yield "Further keys in an overlay:\n"
    yield from _keys({name: key for name, key in OVERLAY_KEYS.items() if name not in STEP_KEYS})
    yield "A translation carries `of` only. Keys of an article in a law file:\n"
    yield from _keys(LAW_KEYS)
    yield "Marks of a step, written with a dot (`.drop` and `.replace` in overlays only):\n"
    yield from _table(("mark", ""), ((f"`.{name}`", says) for name, says in MARK_SAYS.items()))
    yield "## Blocks\n"
    yield from _table(("kind", ""), ((f"`{name}`", says) for name, says in BLOCK_SAYS.items()))
    yield "Keys of a block; all that are given must hold. `.slot`: each side fills it.\n"
    yield from _keys(BLOCK_KEYS)
    yield "## References\n"
    kinds = " ".join(f"`{{{kind}:id}}`" for kind in REFERENCE_KINDS)
    yield f"{kinds}: put into words before anybody sees them.\n"


def _keys(keys: Mapping[str, Key]) -> Iterator[str]:
    yield from _table(
        ("key", "values", ""),
        (
            (
                f"`{name}`",
                " ".join(f"`{value}`" for value in key.values) or key.form,
                key.says + ("; several may be given" if key.several else ""),
            )
            for name, key in keys.items()
        ),
    )


def _rules() -> Iterator[str]:
    yield "## What `lifeskills pack check` asks\n"
    yield "While reading:\n"
    yield from _table(
        ("rule", ""), ((f"`{name}`", says) for name, says in sorted(READING_RULES.items()))
    )
    yield "In the content:\n"
    yield from _table(("rule", ""), ((f"`{one.id}`", one.title.get("en")) for one in RULES))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "| " + " | ".join("---" for _ in head) + " |"
    for row in rows:
        yield "| " + " | ".join(re.sub(r"\|", r"\\|", cell) for cell in row) + " |"
    yield ""
