"""Twee 3: passages, tags, metadata and links as Twine writes them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.story import Choice, Story
from lifeskills.packs.fronts import Leaf
from lifeskills.packs.twee import links, read_story

LEAF = Leaf(pack="p", path="stories/e1.zh.twee", file="e1.zh.twee", language="zh", master=True)
DATA = ':: StoryTitle\n空座位\n\n:: StoryData\n{"ifid":"X","start":"a","id":"E1","bands":["under16"]}\n\n'


def story(text: str) -> tuple[Story, list[tuple[int, str]]]:
    read, errors = read_story((DATA + text).encode("utf-8"), LEAF)
    assert read is not None
    return read, [(one.line, one.rule) for one in errors]


def test_passage_is_read() -> None:
    read, errors = story(
        ':: a [decision care-more signal-secret] {"title":"早上","helpers":["mother"],"position":"1,2"}\n'
        "小薇醒了。\n\n[[去->b]]\n[[b<-留]]\n[[走|b]]\n[[b]]\n\n:: b [ending]\n完。\n"
    )

    passage = read.passage("a")
    assert errors == []
    assert (read.title, read.id, read.start, read.bands) == ("空座位", "E1", "a", ("under16",))
    assert (
        passage.title,
        passage.text,
        passage.care,
        passage.decision,
    ) == ("早上", "小薇醒了。", "more", True)
    assert (passage.signals, passage.helpers, passage.line) == (("secret",), ("mother",), 7)
    assert tuple(one.text for one in passage.choices) == ("去", "留", "走", "b")
    assert {"b"} == {one.to for one in passage.choices}
    assert read.passage("b").ending


def test_debrief_is_a_list_apart() -> None:
    read, _ = story(":: a [ending]\n完。\n\n:: debrief [debrief]\n- 谁？\n2. 为什么？\n")

    assert read.debrief == ("谁？", "为什么？")
    assert read.touches == ("", "")
    assert tuple(one.id for one in read.passages) == ("a",)


def test_a_talk_has_answers_and_what_the_teacher_says() -> None:
    read, errors = story(
        ":: a [ending]\n完。\n\n:: debrief [debrief]\n- 谁？\n> 外婆。\n> 也有老师。\n- 怎么帮？\n> 先听。\n"
        "\n:: say [say]\n- 一\n- 二\n\n:: dont [dont]\n- 三\n\n:: pass-on [pass-on]\n- 四\n"
    )

    assert not errors
    assert read.debrief == ("谁？", "怎么帮？")
    assert read.touches == ("外婆。 也有老师。", "先听。")
    assert (read.say, read.dont, read.pass_on) == (("一", "二"), ("三",), ("四",))
    assert tuple(one.id for one in read.passages) == ("a",)


def test_escaped_name_is_read() -> None:
    read, errors = story(":: a \\[1\\] [ending]\nx\n")

    assert errors == []
    assert read.passages[0].id == "a [1]"


def test_links_leave_the_text() -> None:
    text, choices = links("一。\n- [[去->b]]\n二 [[看->c]] 三。")

    assert text == "一。\n二  三。"
    assert (Choice("去", "b"), Choice("看", "c")) == choices


def test_wrong_metadata_is_told() -> None:
    _, errors = story(':: a [ending odd] {"helper":["x"]}\nx\n\n:: a [ending]\ny\n')

    assert {(7, "story-tag"), (7, "key-unknown"), (10, "id-twice")} == set(errors)


@given(
    st.one_of(
        st.binary(),
        st.lists(
            st.sampled_from(
                (
                    ":: a [x] {",
                    ":: StoryData\n",
                    '{"id":',
                    "[[a->",
                    "]]",
                    "：：b\n",
                    "}\n",
                    "- ",
                    "\\",
                )
            )
        ).map(lambda pieces: "".join(pieces).encode()),
    )
)
def test_any_bytes_are_read(raw: bytes) -> None:
    _, errors = read_story(raw, LEAF)

    assert all(one.line >= 1 and one.mend for one in errors)
