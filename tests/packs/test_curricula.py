"""Every shipped pack passes its own check, and every lesson can be fitted to every setting."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from lifeskills.packs.check import check
from lifeskills.packs.library import Library
from tests.packs.sample import DAY, folders, setting

CURRICULA = Path(__file__).parents[2] / "curricula"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(folders(CURRICULA))


def test_shipped_packs_are_clean() -> None:
    findings = check(folders(CURRICULA), day=DAY)

    assert [f"{one.file}:{one.line} {one.rule} {one.message}" for one in findings] == []


def test_every_lesson_fits_every_setting(library: Library) -> None:
    sides = (("sending", "guizhou"), ("receiving", "jiangsu"))
    for info, (side, place), language in itertools.product(library.courses(), sides, ("zh", "en")):
        for audience in info.audiences:
            band = library.audiences[audience].band
            lesson = library.lesson(
                info.course,
                setting(audience, band, side=side, place=place, language=language),  # type: ignore[arg-type]
            )
            blocks = [block for step in lesson.steps for block in step.blocks]

            assert not [block for block in blocks if block.slot or block.language or block.stale]
            assert "{" not in "".join(block.text for block in blocks)
            assert all(step.of_kind("say", "do", "task", "ask", "slip") for step in lesson.steps)
