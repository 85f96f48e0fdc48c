"""``docs/reference/lesson.md`` is what the program itself says."""

from __future__ import annotations

from pathlib import Path

from lifeskills.packs.reference import lesson_reference, write_reference

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "lesson.md"


def test_reference_is_fresh() -> None:
    """Where this fails, call ``write_reference(Path("docs/reference/lesson.md"))``."""
    assert lesson_reference() == PAGE.read_text(encoding="utf-8")


def test_reference_is_written(tmp_path: Path) -> None:
    write_reference(tmp_path / "docs" / "lesson.md")

    assert lesson_reference().encode() == (tmp_path / "docs" / "lesson.md").read_bytes()
