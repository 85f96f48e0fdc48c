"""A story for an age band: what is kept for older pupils is gone, and nothing leads there."""

from __future__ import annotations

from lifeskills.core.story import Choice, Passage, Story, for_band

STORY = Story(
    id="E4",
    title="朋友",
    language="zh",
    start="a",
    passages=(
        Passage(
            id="a",
            title="a",
            text="怎么办？",
            decision=True,
            choices=(Choice("告诉爸爸", "home"), Choice("再等两天", "later")),
        ),
        Passage(id="home", title="home", text="到家。", ending=True),
        Passage(id="later", title="later", text="晚了。", older=True, ending=True),
    ),
)


def test_under_sixteens_hear_the_short_version() -> None:
    for band in ("under16", "mixed"):
        short = for_band(STORY, band)

        assert [one.id for one in short.passages] == ["a", "home"]
        assert short.passage("a").choices == (Choice("告诉爸爸", "home"),)
        assert not short.passage("a").decision


def test_older_pupils_and_adults_hear_all_of_it() -> None:
    assert for_band(STORY, "16plus") is STORY
    assert for_band(STORY, None) is STORY
