"""Each rule for stories finds what it is for, and the shipped stories pass them all."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest

from lifeskills.api import Choice, ContentError, PackInfo, PackView, Passage, Story, Text
from lifeskills.core.curriculum import Around
from lifeskills.packs.library import Library
from lifeskills.plugins import PluginSet

ENDING = {
    "ending": True,
    "gained": "平安",
    "way_back": "回学校",
    "helpers": ("mother",),
    "small_step": "说出来",
}


def good_story() -> Story:
    """Eight passages, three decisions, three endings; nothing to find."""
    passages = (
        _decision("a", "b", "e1", care=""),
        _decision("b", "c", "e2"),
        _decision("c", "d", "e3"),
        Passage(id="d", title="d", text="走。", care="some", choices=(Choice("走", "f"),)),
        Passage(
            id="f", title="f", text="走。", helpers=("teacher",), choices=(Choice("走", "e1"),)
        ),
        *(Passage(id=f"e{n}", title="e", text="到家。", care="more", **ENDING) for n in (1, 2, 3)),  # type: ignore[arg-type]
    )
    return Story(
        id="E9",
        title="好",
        language="zh",
        start="a",
        file="stories/e9.zh.twee",
        passages=passages,
        debrief=("谁帮了他？",),
        touches=("外婆先听，再说话。",),
        say=("错在骗人的人。",),
        dont=("谁这么傻？",),
        pass_on=("有人说要走。",),
    )


def _decision(name: str, *to: str, care: str = "less") -> Passage:
    choices = tuple(Choice(f"去{one}", one) for one in to)
    return Passage(
        id=name,
        title=name,
        text="怎么办？",
        care=care,  # type: ignore[arg-type]
        decision=True,
        choices=choices,
        signals=("hurry",),
        line=7,
    )


def view(*stories: Story) -> PackView:
    info = PackInfo(
        id="tales", title=Text(en="Tales"), version="1", kind="stories", languages=("zh", "en")
    )
    around = Around(day=dt.date(2026, 11, 23), signals=frozenset({"hurry"}))
    return PackView(info=info, around=around, stories=stories)


def found(plugins: PluginSet, *stories: Story) -> list[ContentError]:
    pack = view(*stories)
    errors = [error for rule in plugins.checks() for error in rule.check(pack)]
    assert plugins.troubles == ()
    return errors


def change(name: str, **values: object) -> Callable[[Story], Story]:
    """The story with one passage changed."""

    def changed(story: Story) -> Story:
        passages = tuple(
            dataclasses.replace(one, **values) if one.id == name else one  # type: ignore[arg-type]
            for one in story.passages
        )
        return dataclasses.replace(story, passages=passages)

    return changed


def without(name: str) -> Callable[[Story], Story]:
    return lambda story: dataclasses.replace(
        story, passages=tuple(one for one in story.passages if one.id != name)
    )


def test_a_good_story_passes(first_party: PluginSet) -> None:
    assert [str(one) for one in found(first_party, good_story())] == []
    assert first_party.troubles == ()


@pytest.mark.parametrize(
    ("rule", "spoil"),
    [
        ("story-size", without("e3")),
        ("story-size", change("c", choices=(Choice("去", "d"),), decision=False)),
        ("story-link", change("d", choices=(Choice("走", "nowhere"),))),
        ("story-link", change("d", choices=(Choice("走", "e1"),))),
        ("story-link", lambda story: dataclasses.replace(story, start="nowhere")),
        ("story-ending", change("d", choices=())),
        ("story-ending", change("e1", choices=(Choice("再走", "d"),))),
        ("story-ending", change("f", older=True)),  # for under-16s it breaks off before f
        ("story-ending", change("e1", gained="")),
        ("story-ending", change("e1", way_back="")),
        ("story-ending", change("e1", helpers=())),
        ("story-ending", change("e1", small_step="")),
        ("story-length", change("d", text="长" * 91)),
        ("story-length", change("d", choices=(Choice("长" * 25, "f"),))),
        ("story-care", change("b", care="")),
        ("story-care", change("b", decision=False)),
        ("story-debrief", lambda story: dataclasses.replace(story, debrief=())),
        ("story-sheet", lambda story: dataclasses.replace(story, touches=("",))),
        ("story-sheet", lambda story: dataclasses.replace(story, touches=())),
        ("story-sheet", lambda story: dataclasses.replace(story, dont=())),
        ("story-sheet", lambda story: dataclasses.replace(story, pass_on=())),
        ("story-signal", change("b", signals=("unheard",))),
        ("story-off-stage", change("b", text="他打了她一巴掌。")),
        ("story-off-stage", change("b", changes="There was blood.")),
        ("story-verdict", change("b", changes="你选错了。")),
        ("story-verdict", change("e1", text="That was the wrong choice.")),
        ("story-place", change("b", text="他们到了深圳。")),
        ("story-place", change("b", text="一个苗族女孩。")),
        ("story-sum", change("b", text="押金五百元。")),
        (
            "story-child-pay",
            lambda story: dataclasses.replace(
                change("e1", gained="挣到了钱")(story), bands=("under16",)
            ),
        ),
        (
            "story-school",
            lambda story: dataclasses.replace(story, courses=("internship-rights",)),
        ),
    ],
)
def test_a_fault_is_found(
    first_party: PluginSet, rule: str, spoil: Callable[[Story], Story]
) -> None:
    errors = found(first_party, spoil(good_story()))

    assert rule in {one.rule for one in errors}
    assert all(one.file == "stories/e9.zh.twee" and one.line >= 1 for one in errors)
    assert all(one.says.words and one.mend and one.mend.words for one in errors)
    assert all("{" not in str(one) for one in errors)
    assert first_party.troubles == ()


def test_help_may_be_two_choices_away_and_no_more(first_party: PluginSet) -> None:
    lonely = good_story()
    for passage in lonely.passages:
        lonely = change(passage.id, helpers=())(lonely)
    near = change("e3", helpers=("mother",))(lonely)

    far_rules = [
        one.says.values["id"] for one in found(first_party, near) if one.rule == "story-help"
    ]

    assert far_rules == ["a", "d", "f", "e1", "e2"]


@pytest.mark.parametrize(
    "spoil",
    [
        change("d", choices=(Choice("go", "e2"),)),
        change("e1", care="less"),
        change("e1", older=True),
        change("e1", helpers=("father",)),
        without("f"),
        lambda story: dataclasses.replace(story, debrief=()),
        lambda story: dataclasses.replace(story, say=()),
    ],
)
def test_a_translation_has_the_same_bones(
    first_party: PluginSet, spoil: Callable[[Story], Story]
) -> None:
    english = dataclasses.replace(good_story(), language="en", file="stories/e9.en.twee")
    assert found(first_party, good_story(), english) == []

    errors = found(first_party, good_story(), spoil(english))

    assert "story-languages" in {one.rule for one in errors}


def test_the_shipped_stories_pass(first_party: PluginSet) -> None:
    library = Library(first_party.packs())
    known = library.stories()

    assert {one.id for one in known} >= {"E1", "E3"}
    for one in known:
        for language in one.languages:
            story = library.story(one.id, language)
            signals = frozenset(s for passage in story.passages for s in passage.signals)
            around = Around(day=dt.date(2026, 11, 23), signals=signals)
            pack = dataclasses.replace(view(story), around=around)
            errors = [error for rule in first_party.checks() for error in rule.check(pack)]
            assert [str(error) for error in errors] == []


def test_the_shipped_helpers_have_words(first_party: PluginSet) -> None:
    from lifeskills.api import People
    from tests.tools.making import step_with

    library, tool = Library(first_party.packs()), first_party.tools()["story"]
    for one in library.stories():
        story = library.story(one.id, "zh")
        for ending in story.endings:
            at_end = dataclasses.replace(story, start=ending.id)
            shown = tool.view(tool.start(step_with(story=at_end), People(present=9)), 0.0)
            helps = next(row.note for row in shown.rows if str(row.label) == "Who helps")
            assert isinstance(helps, Text)
            assert not any("a" <= letter <= "z" for letter in helps.get("zh")), ending.id
