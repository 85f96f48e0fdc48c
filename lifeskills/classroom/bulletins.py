"""A labour bureau's bulletin: read, shown before it is taken, taken into the school's own pack."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from lifeskills.classroom.school import School
from lifeskills.core.bulletin import Bulletin, Effect, effects
from lifeskills.core.bulletintext import from_text, to_text
from lifeskills.core.lawwatch import title_of
from lifeskills.core.setting import NATION
from lifeskills.core.text import Say, Sentence

PACK = "labour-bureau"
PACK_TOML = f"""id = "{PACK}"
title = {{ zh = "劳动部门通报", en = "Bulletins of the labour bureau" }}
version = "1"
api = 1
kind = "facts"
languages = ["zh"]
licence = "LicenseRef-labour-bureau"
authors = ["taken by this school"]
"""

SAYS: dict[str, Sentence] = {
    "new": Sentence("{id} {title}, tier {tier}: {before} → {after} from {day}"),
    "same": Sentence("{id} {title}, tier {tier}: {after}, as before"),
    "ends": Sentence("{id} {title}: no longer said after {day}"),
    "checked": Sentence("{id} {title}: looked at again on {day}, still so"),
    "unconfirmed": Sentence("{id} {title}: said to be still so; nothing changes until confirmed"),
    "unknown": Sentence("{id}: no pack has it, nothing changes"),
}


def read_bulletin(school: School, name: str, text: str, *, confirmed: str = "") -> Bulletin:
    """A bulletin from a TOML file's text or from a message of a chat.

    Only who takes it confirms it: what the file says of that does not count.

    Raises ContentError for what cannot be read, UnknownName for its place.
    """
    from lifeskills.packs.bulletins import read_bulletin as from_toml

    if any(line.lstrip().startswith("bulletin") and "=" in line for line in text.splitlines()):
        found, errors = from_toml(text, name)
        if found is None or errors:
            raise errors[0]
    else:
        found = from_text(text, school.library.law)
    if found.place != NATION:
        school.library.place(found.place)
    return replace(found, confirmed=confirmed)


def text_of(school: School, bulletin: Bulletin, language: str) -> str:
    """The bulletin as one message. Raises LifeskillsError if it is too long."""
    return to_text(bulletin, school.library.law, language)


def sheet_lines(school: School, bulletin: Bulletin, language: str, say: Say) -> Iterator[str]:
    """What would change, how far it counts, and which lessons it touches."""
    from lifeskills.packs.uses import uses

    book = school.library.law
    yield f"{bulletin.id}  {bulletin.issued_by}  {bulletin.issued_on}  {bulletin.place}"
    yield say(Sentence("Source: {source}", source=bulletin.source))
    yield say(_how_far(bulletin))
    told = effects(book, bulletin)
    for one in told:
        yield f"- {say(_effect(one, title_of(book, one.kind, one.id).get(language)))}"
    used = uses(school.plugins.packs(), book)
    moved = {(one.kind, one.id) for one in told if one.what in ("new", "ends", "checked")}
    touched = [
        f"{info.number or '–'} {info.title}"
        for info in school.library.courses(language)
        if moved & used.get(info.course, frozenset())
    ]
    if touched:
        yield say(Sentence("Lessons that it touches:"))
        yield from (f"- {one}" for one in touched)
    else:
        yield say(Sentence("It touches no lesson."))


def take_bulletin(school: School, bulletin: Bulletin) -> Path:
    """Write it into the school's own pack. Raises NotASchool, StoreError."""
    from lifeskills.store.disk import RealDisk
    from lifeskills.store.durable import DurableFile

    _ = school.settings  # raises NotASchool where there is no folder
    root = school.folder or Path()
    folder = root / "curricula" / PACK
    for path, text in (
        (folder / "pack.toml", PACK_TOML),
        (folder / "bulletins" / f"{bulletin.id}.toml", _toml(bulletin)),
    ):
        disk = RealDisk()
        file = DurableFile(path, disk=disk, copies=root / "backups", keep=1, copy_every=1)
        with file.holding():
            file.write(text.encode())
    return folder / "bulletins" / f"{bulletin.id}.toml"


def _how_far(bulletin: Bulletin) -> Sentence:
    if bulletin.confirmed:
        return Sentence("Confirmed: {who}. It counts as grade B.", who=bulletin.confirmed)
    if bulletin.signature:
        return Sentence(
            "Signed, which cannot be checked here: until somebody has asked the office, amounts "
            "are only said as “about”."
        )
    return Sentence("Not confirmed: until somebody has asked the office, amounts are only “about”.")


def _effect(one: Effect, title: str) -> Sentence:
    return Sentence(
        SAYS[one.what].id,
        id=one.id,
        title=title,
        tier=one.tier or "–",
        before=one.before or "–",
        after=one.after,
        day=str(one.day),
    )


def _toml(bulletin: Bulletin) -> str:
    from lifeskills.store.toml_text import toml_value

    head: dict[str, object] = {
        "bulletin": bulletin.id,
        "issued_by": bulletin.issued_by,
        "issued_on": bulletin.issued_on,
        "place": bulletin.place,
        "source": bulletin.source,
        "confirmed": bulletin.confirmed,
        "signature": bulletin.signature,
    }
    parts = [head]
    parts += [
        {"": "value", "id": one.id, "tier": one.tier, "amount": one.amount, "from": one.valid_from}
        for one in bulletin.amounts
    ]
    parts += [
        {"": "statement", "id": one.id, "seen_on": one.seen_on, "until": one.until}
        for one in bulletin.statements
    ]
    return "\n".join("\n".join(_table(part, toml_value)) + "\n" for part in parts)


def _table(part: dict[str, object], value: Callable[[object], str]) -> Iterator[str]:
    if "" in part:
        yield f"[[{part['']}]]"
    for key, one in part.items():
        if key and one not in (None, ""):
            yield f"{key} = {value(one)}"
