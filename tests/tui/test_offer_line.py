"""The line of offers: however long the titles are, the keys that answer it can be read."""

from __future__ import annotations

import pytest

from lifeskills.classroom.school import School
from lifeskills.core.text import Sentence
from lifeskills.tui.screens.lesson import LessonScreen
from lifeskills.tui.widgets.offer_line import MOST_LINES, OfferLine
from lifeskills.tui.wrapping import Paragraph, shortened, wrapped
from tests.tui.conftest import OpenApp, screen_text
from tests.tui.screen_makers import teaching_of

TITLES = [
    "短",
    "一" * 30,
    "很长很长的环节名字，" * 20,
    "A very long title of a step " * 12,
    "x" * 500,
]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("title", TITLES, ids=["short", "one-line", "zh", "en", "one-word"])
async def test_the_keys_of_an_offer_are_never_cut_off(
    school: School, open_app: OpenApp, title: str, language: str
) -> None:
    school.use_language(language)
    async with open_app() as (app, pilot):
        await app.push_screen(LessonScreen(teaching_of(school)))
        await pilot.pause()
        line = app.screen.query_one(OfferLine)
        line.show(Sentence("Space: {what}", words=None, what="x"), Sentence(title))
        await pilot.pause()
        answers = Sentence("{take} takes it, {aside} puts it aside.", take="F7", aside="Esc")
        keys = app.say(answers)
        assert "".join(keys.split()) in "".join(screen_text(app).split())
        assert line.offer.startswith(title[:1])


def test_only_as_much_as_needed_is_left_out() -> None:
    for length in range(1, 200):
        words = shortened("字" * length, "F7", 80, MOST_LINES)
        assert len(wrapped([Paragraph(words)], 80)) <= MOST_LINES
        assert words.plain.endswith("  F7")
        if length * 2 + 4 <= 160:
            assert "…" not in words.plain
        else:
            assert len(words.plain) > 75
