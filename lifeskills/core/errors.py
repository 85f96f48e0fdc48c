"""Every error the engine raises, in one tree.

LifeskillsError            something that a person can mend; says what, to what, and what to do
├── UnknownName            no such course, class, place, book, story, plugin
├── ContentError           a pack file is wrong (file, line, rule)
├── StoreError             a school file could not be read or written
│   ├── NotSaved           the disk refused; what is on the screen was put back
│   ├── Damaged            a file is unreadable; it was set aside
│   ├── NewerFormat        written by a later version; opened read-only
│   └── OpenElsewhere      another terminal holds the class
├── PluginError            a plugin is broken, untrusted or misspelt
├── SessionError           an event that the open lesson does not allow
├── RosterError            a class list that cannot be taken as it is
├── PlanError              a lesson cannot be moved there, or a term cannot lie so
├── PrintError             a book cannot be printed
└── NotASchool             the folder holds no school.toml
"""

from __future__ import annotations

from lifeskills.core.text import Sentence


class LifeskillsError(Exception):
    """An error that a person can mend.

    ``says`` is what happened, ``subject`` to what (a file with line, an id), ``mend`` what to do
    next. Faces translate both sentences; ``str()`` gives them in English for logs and tests.
    """

    def __init__(
        self,
        says: Sentence | str,
        *,
        subject: str = "",
        mend: Sentence | str | None = None,
    ) -> None:
        self.says = says if isinstance(says, Sentence) else Sentence(says)
        self.subject = subject
        self.mend = Sentence(mend) if isinstance(mend, str) else mend
        super().__init__(self.plain())

    def plain(self) -> str:
        """Subject, sentence and mend in English, on one line."""
        parts = [f"{self.subject}: {self.says}" if self.subject else str(self.says)]
        if self.mend is not None:
            parts.append(str(self.mend))
        return " ".join(parts)


class UnknownName(LifeskillsError):
    """No course, class, place, book, story or plugin has this name."""


class ContentError(LifeskillsError):
    """A pack file is wrong. ``line`` counts from 1; ``rule`` is the check rule's id."""

    def __init__(
        self,
        says: Sentence | str,
        *,
        file: str,
        line: int,
        rule: str,
        mend: Sentence | str | None = None,
    ) -> None:
        self.file, self.line, self.rule = file, line, rule
        super().__init__(says, subject=f"{file}:{line}", mend=mend)


class StoreError(LifeskillsError):
    """A school file could not be read or written."""


class NotSaved(StoreError):
    """The disk refused a write; memory was put back to what the disk holds."""


class Damaged(StoreError):
    """A file is unreadable; it was set aside and the newest good copy opened, if there is one."""


class NewerFormat(StoreError):
    """The file was written by a later version; it is opened read-only."""


class OpenElsewhere(StoreError):
    """Another terminal holds this class; here it is read-only."""


class PluginError(LifeskillsError):
    """A plugin is broken, untrusted, or names a hook that does not exist."""


class SessionError(LifeskillsError):
    """The open lesson does not allow this event."""


class RosterError(LifeskillsError):
    """A class list cannot be taken as it is; ``problems`` holds (line, sentence) pairs."""

    def __init__(
        self,
        says: Sentence | str,
        *,
        subject: str = "",
        mend: Sentence | str | None = None,
        problems: tuple[tuple[int, Sentence], ...] = (),
    ) -> None:
        self.problems = problems
        super().__init__(says, subject=subject, mend=mend)


class PlanError(LifeskillsError):
    """A lesson cannot be moved to that day, a slot is not there, or terms would overlap."""


class PrintError(LifeskillsError):
    """A book cannot be printed."""


class NotASchool(LifeskillsError):
    """The folder holds no ``school.toml``."""
