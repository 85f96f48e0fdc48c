"""Does a value have the shape that ``lifeskills.cli.promise`` writes down?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any


def misfits(value: Any, shape: Any, where: str = "$") -> Iterator[str]:
    """Yield each place where the value is not as promised; more fields than promised are one."""
    if isinstance(shape, Mapping):
        if not isinstance(value, Mapping) or set(value) != set(shape):
            yield f"{where}: {value!r} has other fields than {sorted(shape)}"
            return
        for key, inner in shape.items():
            yield from misfits(value[key], inner, f"{where}.{key}")
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield f"{where}: {value!r} is no list"
            return
        for index, one in enumerate(value):
            yield from misfits(one, shape[0], f"{where}[{index}]")
    elif not any(_is(value, word) for word in shape.split(" or ")) and not (
        shape == "yes or no" and isinstance(value, bool)
    ):
        yield f"{where}: {value!r} is no {shape}"


def _is(value: Any, word: str) -> bool:
    if word == "day":
        return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    if word == "number":
        return isinstance(value, int) and not isinstance(value, bool)
    kinds: dict[str, type] = {"text": str, "object": dict, "list": list, "null": type(None)}
    return word in kinds and isinstance(value, kinds[word])
