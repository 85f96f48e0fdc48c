"""Which language the screen speaks, and the catalogues that put sentences into it.

A message's id is its English sentence, so English needs no catalogue. Chinese lies in
``locale/zh_CN/LC_MESSAGES``; ``.ci/messages`` collects the ids and compiles it.
"""

from __future__ import annotations

import gettext
import locale
import os
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from lifeskills.core.text import Say, Sentence, Text, Words

DOMAIN = "lifeskills"
CATALOGUES = {"zh": "zh_CN"}
"""Our language tags and the catalogue's name for each; English is the ids themselves."""
LANGUAGES = ("zh", "en")

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def system_language(
    env: Mapping[str, str] | None = None, ask: Callable[[], str | None] | None = None
) -> str:
    """``zh`` if this machine speaks Chinese, else ``en``.

    The variables of a Unix terminal come first; where none says anything (Windows, a desktop
    session on macOS) ``ask`` is asked, by default the system itself.
    """
    env = os.environ if env is None else env
    for variable in _VARIABLES:
        found = env.get(variable, "").partition(":")[0]
        if found and found.partition(".")[0] not in {"C", "POSIX"}:
            return _ours(found)
    return _ours((ask or _asked_of_system)() or "")


def _ours(name: str) -> str:
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


def _asked_of_system() -> str | None:
    if sys.platform == "win32":  # pragma: no cover - no Windows in our checks
        import ctypes

        # The language of menus; the regional format may well be another one.
        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        name = locale.windows_locale.get(number)
        if name:
            return name
    try:
        return locale.getlocale()[0]
    except ValueError:
        return None


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The messages of a language; an empty catalogue for English and unknown languages."""
    name = CATALOGUES.get(language.partition("-")[0])
    if name is None:
        return gettext.NullTranslations()
    folder = Path(__file__).with_name("locale") / name / "LC_MESSAGES"
    try:
        with (folder / f"{DOMAIN}.mo").open("rb") as stream:
            return gettext.GNUTranslations(stream)
    except OSError:
        return gettext.NullTranslations()


def translator(language: str) -> Say:
    """A function that puts sentences, texts and marked words into ``language``."""
    messages = catalogue(language)

    def say(words: Words) -> str:
        if isinstance(words, Text):
            return words.get(language)
        if isinstance(words, str):
            return messages.gettext(words) if words else ""
        template = words.words.get(language) if words.words else messages.gettext(words.id)
        return _fill(template, words, say)

    return say


def _fill(template: str, sentence: Sentence, say: Say) -> str:
    """``template`` with the sentence's values, each in the same language."""
    values = {
        name: say(value) if isinstance(value, Sentence | Text) else value
        for name, value in sentence.values.items()
    }
    try:
        return template.format(**values)
    except (LookupError, ValueError, AttributeError, TypeError):
        # A wrong placeholder in a catalogue must not stop a lesson; English is at least whole.
        return str(sentence)


def _(message: str) -> str:
    """Mark words for the catalogue where they stand; the face that shows them translates."""
    return message
