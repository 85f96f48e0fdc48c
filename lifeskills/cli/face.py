"""What every command is given: the school, words in the right language, and ways to answer."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

import click

from lifeskills import places
from lifeskills.classroom.school import School
from lifeskills.core.errors import LifeskillsError, NotASchool, UnknownName
from lifeskills.core.text import Sentence, Text, visible


class Face:
    """The command line's face: opens the school when a command first needs it."""

    def __init__(self, folder: Path | None, language: str) -> None:
        self._folder = folder
        self._language = language

    @cached_property
    def school(self) -> School:
        """The school of this call; its folder is None where there is none."""
        return School(places.find_school(self._folder), language=self._language)

    @cached_property
    def needed(self) -> School:
        """The school, which must be one. Raises NotASchool."""
        if self.school.folder is None:
            _ = self.school.settings
        return self.school

    @property
    def language_asked(self) -> str:
        """The language that was asked for by name, or ""."""
        return self._language

    def say(self, words: Sentence | Text | str) -> str:
        """The words in the language of this call."""
        from lifeskills.language import system_language, translator

        language = self._language
        if not language:
            try:
                language = self.school.language
            except LifeskillsError:
                language = system_language()
        return translator(language)(words)

    def tell(self, *words: Sentence | Text | str) -> None:
        """A result on stdout, a line each."""
        for one in words:
            click.echo(self.say(one))

    def complain(self, words: Sentence | Text | str) -> None:
        """A remark on stderr."""
        click.echo(self.say(words), err=True)


def answer_json(value: Any) -> None:
    """A result as JSON on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def table(rows: Iterable[tuple[str, ...]]) -> None:
    """Rows in columns, wide characters counted as two cells."""
    from textwrap import shorten

    rows = [tuple(visible(shorten(cell, 200)) for cell in row) for row in rows]
    if not rows:
        return
    widths = [max(_cells(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        cells = [cell + " " * (widths[i] - _cells(cell)) for i, cell in enumerate(row)]
        click.echo("  ".join(cells).rstrip())


def show_error(error: LifeskillsError, face: Face) -> int:
    """Show an error on stderr and give its exit code: 2 for wrong use, else 1."""
    subject = f"{error.subject}: " if error.subject else ""
    face.complain(f"{subject}{face.say(error.says)}")
    if error.mend is not None:
        face.complain(error.mend)
    return 2 if isinstance(error, UnknownName | NotASchool) else 1


def _cells(text: str) -> int:
    import unicodedata

    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
