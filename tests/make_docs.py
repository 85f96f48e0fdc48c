"""Write the pages under docs/reference that are made from the program: ``make docs``."""

from __future__ import annotations

from pathlib import Path

from lifeskills.cli import promise
from lifeskills.packs import reference

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"


def main() -> None:
    reference.write_reference(REFERENCE / "lesson.md")
    promise.write_reference(REFERENCE / "commands.md")


if __name__ == "__main__":
    main()
