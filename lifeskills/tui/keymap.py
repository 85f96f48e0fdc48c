"""Changed keys on the screens: what the keymap is given, and keys that are often swallowed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lifeskills.classroom.keyboard import changed_keys, wrong_key
from lifeskills.core.errors import LifeskillsError
from lifeskills.core.text import Sentence

if TYPE_CHECKING:
    from lifeskills.tui.app import LifeskillsApp

_SWITCHES = Sentence("Chinese input methods switch with this key, and it may not arrive.")
_TERMINAL = Sentence("Many terminals keep this key for themselves.")
SWALLOWED: dict[str, Sentence] = {
    **dict.fromkeys(("ctrl+space", "shift+space", "ctrl+full_stop", "ctrl+comma"), _SWITCHES),
    **dict.fromkeys(
        ("f11", "ctrl+c", "ctrl+v", "ctrl+s", "ctrl+z", "ctrl+shift+c", "ctrl+shift+v"), _TERMINAL
    ),
    **dict.fromkeys(
        ("ctrl+w", "ctrl+shift+w", "alt+f4"), Sentence("This key may close the window.")
    ),
    "ctrl+j": Sentence("To a terminal this is the same as Enter."),
}
"""Keys that may never reach the program, and why."""
_LETTER = re.compile(r"[a-z0-9]")


def warning(key: str) -> Sentence | None:
    """Why a key may not arrive, or None for a safe one."""
    if _LETTER.fullmatch(key):
        return Sentence("With Chinese input on, a letter goes to the input method first.")
    if key.startswith("alt+"):
        return _TERMINAL
    return SWALLOWED.get(key)


def keymap() -> tuple[dict[str, str], LifeskillsError | None]:
    """The changed keys; none of them, and the reason, where any cannot be used.

    A wrong line must never keep a lesson from beginning, nor leave a command without a key.
    """
    try:
        keys = changed_keys()
        if keys:
            from lifeskills.tui.key_scopes import problems

            for command, says in problems(keys):
                raise wrong_key(command, says)
    except LifeskillsError as error:
        return {}, error
    return keys, None


def wear(app: LifeskillsApp) -> None:
    """Give the app the changed keys before it runs, or say what is wrong with them once it does."""
    app.keys, error = keymap()
    if error is not None:
        app.when_loaded(lambda: app.show_error(error))


def keys_of(app: LifeskillsApp, command: str, usual: str) -> tuple[str, ...]:
    """The keys of a command on this machine, the usual ones where nothing is changed."""
    return tuple(app.keys.get(command, usual).split(","))


def key_words(app: LifeskillsApp, command: str, usual: str) -> str:
    """The first key of a command as a person reads it: F7, Space."""
    return app.say_key(keys_of(app, command, usual)[0])
