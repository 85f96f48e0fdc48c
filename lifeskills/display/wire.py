"""What crosses the wire: a ClassView as one line of JSON, its words said, its shape strict.

The shape of a line is made from the fields of ClassView and the classes in it, so that a field
that is added there needs nothing here. Words of several languages are said before they are sent:
a client gets plain strings and knows no catalogue of ours.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cache
from typing import Annotated, Any, Union, cast, get_args, get_origin, get_type_hints

import msgspec

from lifeskills.core.classview import ClassView
from lifeskills.core.text import Say, Sentence, Text

VERSION = 1
MOST_BYTES = 256 * 1024
"""The longest line that either end sends or reads; a long task takes about 2 KB."""
MOST_HELLO = 512
"""The longest first line of a client."""
_MOST_CHARS = 50_000
_KEPT_BACK = frozenset({"options", "teacher"})
"""Fields that never cross: what the teacher does and reads in a tool is not for the wall."""

_String = Annotated[str, msgspec.Meta(max_length=_MOST_CHARS)]


class Unreadable(ValueError):
    """A line that no other end of this version writes; the connection is closed over it."""


class _Hello(msgspec.Struct, forbid_unknown_fields=True):
    lifeskills_display: int
    token: Annotated[str, msgspec.Meta(max_length=128)]


def hello_line(token: str) -> bytes:
    """The first line of a client."""
    return msgspec.json.encode(_Hello(VERSION, token)) + b"\n"


def token_in(line: bytes) -> str:
    """The token of a client's first line. Raises Unreadable."""
    try:
        hello = msgspec.json.decode(line, type=_Hello)
    except (msgspec.MsgspecError, ValueError) as error:
        raise Unreadable(str(error)) from None
    if hello.lifeskills_display != VERSION:
        raise Unreadable("another version")
    return hello.token


def view_line(view: ClassView, say: Say) -> bytes:
    """A view as a line, words said by ``say``; one that is too long goes without its words."""
    line = _line(_said(view, say))
    if len(line) > MOST_BYTES:
        line = _line(_said(replace(view, task="", board="", tool=None, groups=()), say))
    return line


def end_line() -> bytes:
    """The last line: the teacher has turned the second screen off."""
    return _line(None)


def view_in(line: bytes) -> ClassView | None:
    """The view of a line, None for the last one. Raises Unreadable."""
    try:
        message = msgspec.json.decode(line, type=_message())
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise Unreadable(str(error)) from None
    if message.version != VERSION:
        raise Unreadable("another version")
    return cast("ClassView | None", _built(message.view))


def _line(view: object) -> bytes:
    return msgspec.json.encode({"version": VERSION, "view": view}) + b"\n"


def _said(value: Any, say: Say) -> Any:
    if isinstance(value, Text | Sentence):
        return say(value)
    if is_dataclass(value):
        names = [field.name for field in fields(value) if field.name not in _KEPT_BACK]
        return {name: _said(getattr(value, name), say) for name in names}
    if isinstance(value, tuple | list):
        return [_said(one, say) for one in value]
    return value


# -- the strict shape of a line ---------------------------------------------------------------


@cache
def _message() -> Any:
    return msgspec.defstruct(
        "Message",
        [("version", int), ("view", _shape(ClassView) | None)],
        forbid_unknown_fields=True,
    )


@cache
def _shape(kind: type) -> Any:
    """A Struct with the fields of a dataclass, words as bounded strings."""
    hints = get_type_hints(kind)
    found: list[tuple[str, Any] | tuple[str, Any, Any]] = []
    for field in fields(kind):
        if field.name in _KEPT_BACK:
            continue
        plain = _plain(hints[field.name])
        if field.default is MISSING:
            found.append((field.name, plain))
        else:
            found.append((field.name, plain, field.default))
    shape = msgspec.defstruct(
        kind.__name__, found, kw_only=True, frozen=True, forbid_unknown_fields=True
    )
    _KINDS[shape] = kind
    return shape


_KINDS: dict[type, type] = {}
"""The dataclass that a shape was made from."""


def _plain(hint: Any) -> Any:
    if hint is str:
        return _String
    if is_dataclass(hint):
        return _shape(cast("type", hint))
    if get_origin(hint) in (Union, types.UnionType):
        members = get_args(hint)
        if Text in members:  # words: what is sent is a string
            members = tuple(one for one in members if one not in (Text, Sentence))
        return Union[tuple(_plain(one) for one in members)]  # noqa: UP007 - made at run time
    if get_origin(hint) is tuple:
        parts = [one if one is Ellipsis else _plain(one) for one in get_args(hint)]
        return types.GenericAlias(tuple, tuple(parts))
    return hint


def _built(value: Any) -> Any:
    if isinstance(value, msgspec.Struct):
        kind = _KINDS[type(value)]
        names = [field.name for field in fields(kind) if field.name not in _KEPT_BACK]
        return kind(**{name: _built(getattr(value, name)) for name in names})
    if isinstance(value, tuple):
        return tuple(_built(one) for one in value)
    return value
