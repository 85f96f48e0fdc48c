"""Overlays and conditions: what a class gets, for every order and setting."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.adapt import adapt, merged, select_blocks
from lifeskills.core.fingerprint import fingerprint, is_stale
from lifeskills.core.lesson import Block, CourseInfo, Lesson, Origin, Page, Step
from lifeskills.core.references import Resolved
from lifeskills.core.setting import AgeBand, Setting
from lifeskills.core.text import Sentence
from lifeskills.core.translate import PageSet

DAY = dt.date(2026, 11, 23)
CHECKED = dt.date(2026, 11, 1)
PLACE = Setting(
    audience="g7-9", band="under16", place="cn", side="sending", language="zh", day=DAY, size=50
)


def block(text: str, kind: str = "say", id: str = "", **more: object) -> Block:
    return Block(kind=kind, text=text, origin=Origin("p", "f", 1), id=id, **more)  # type: ignore[arg-type]


def step(id: str, *blocks: Block, **more: object) -> Step:
    keys = {"title": id, "kind": "play", **more}
    return Step(
        id=id,
        origin=Origin("p", "f", 1),
        blocks=blocks,
        written=frozenset(more),
        **keys,  # type: ignore[arg-type]
    )


def page(*steps: Step, pack: str = "core", adapts: str = "", language: str = "zh") -> Page:
    info = CourseInfo(course="x", title="" if adapts else "题", aim="a", checked_on=CHECKED)
    return Page(
        course="x",
        language=language,
        pack=pack,
        file="f",
        info=info,
        steps=tuple(_from(pack, one) for one in steps),
        adapts=adapts,
        master=language == "zh",
    )


def _from(pack: str, one: Step) -> Step:
    origin = Origin(pack, "f", 1)
    blocks = tuple(replace(own, origin=origin) for own in one.blocks)
    return replace(one, origin=origin, blocks=blocks)


def layer(*steps: Step, pack: str = "ours", level: int = 1) -> PageSet:
    return PageSet(master=page(*steps, pack=pack, adapts="x"), level=level, version="2")


def fit(base: Page, *layers: PageSet, setting: Setting = PLACE, **languages: Page) -> Lesson:
    own = PageSet(master=base, translations=languages, version="1")
    return adapt(own, layers, setting, resolve=lambda _kind, name, _setting: Resolved(text=name))


BASE = page(
    step(
        "a", block("一", id="opening", slot=True), minutes=5, least=3, serves=("o1",), needs="must"
    ),
    step("b", block("二"), block("三", kind="ask", id="q", ages=("under16",)), minutes=10),
)


def words(lesson: Lesson) -> list[list[str]]:
    return [[one.text for one in own.blocks] for own in lesson.steps]


def test_base_alone() -> None:
    lesson = fit(BASE)

    assert words(lesson) == [["一"], ["二", "三"]]
    assert lesson.packs == (("core", "1"),)


def test_block_is_replaced_and_the_rest_inherited() -> None:
    lesson = fit(BASE, layer(step("b", block("新", kind="ask", id="q"))))

    assert words(lesson)[1] == ["二", "新"]
    assert lesson.steps[1].blocks[1].ages == ("under16",)
    assert lesson.steps[1].blocks[1].origin.pack == "ours"
    assert lesson.steps[1].minutes == 10
    assert lesson.packs == (("core", "1"), ("ours", "2"))


def test_written_keys_replace_and_others_stay() -> None:
    lesson = fit(BASE, layer(step("a", minutes=8, title="新题")))

    assert (
        lesson.steps[0].title,
        lesson.steps[0].minutes,
        lesson.steps[0].least,
        lesson.steps[0].needs,
    ) == ("新题", 8, 3, "must")


def test_replace_takes_the_whole_body() -> None:
    lesson = fit(BASE, layer(step("b", block("全新"), marks=frozenset({"replace"}))))

    assert words(lesson)[1] == ["全新"]
    assert "replace" not in lesson.steps[1].marks


def test_steps_are_added_and_dropped() -> None:
    lesson = fit(
        BASE,
        layer(
            step("c", block("前"), before="b"),
            step("d", block("后"), after="b"),
            step("b", marks=frozenset({"drop"})),
        ),
    )

    assert [one.id for one in lesson.steps] == ["a", "c", "d"]


def test_only_must_of_an_objective_is_kept() -> None:
    lesson = fit(BASE, layer(step("a", marks=frozenset({"drop"}))))

    assert lesson.steps[0].id == "a"
    assert any("kept" in str(one) for one in lesson.notices)


def test_step_without_a_place_is_left_out_and_said() -> None:
    lesson = fit(BASE, layer(step("gone", block("?"))))

    assert [one.id for one in lesson.steps] == ["a", "b"]
    assert any("left out" in str(one) for one in lesson.notices)


@given(st.permutations([("side", 1), ("place", 2), ("school", 4), ("also", 1)]))
def test_order_is_by_level_then_pack(order: list[tuple[str, int]]) -> None:
    """However the layers come, the school's word is last, and clashes are told."""
    layers = [
        layer(step("a", block(name, id="opening")), pack=name, level=level) for name, level in order
    ]

    lesson = fit(BASE, *layers)

    assert lesson.steps[0].blocks[0].text == "school"
    assert fit(BASE, *reversed(layers)) == lesson
    clashes = [one for one in lesson.notices if "both change" in str(one)]
    assert len(clashes) == 1


def test_warnings_that_differ_in_an_id_are_one_line() -> None:
    found = merged(
        [Sentence("late: {id}", id="A-1"), Sentence("x"), Sentence("late: {id}", id="B-2")]
    )

    assert [str(one) for one in found] == ["late: A-1, B-2", "x"]


BLOCKS = st.builds(
    block,
    st.sampled_from("甲乙丙"),
    kind=st.sampled_from(("say", "task")),
    ages=st.sampled_from(((), ("under16",), ("16plus",), ("under16", "16plus"))),
    audiences=st.sampled_from(((), ("g7-9",), ("parents",))),
    sizes=st.sampled_from(((), ("small",), ("large",))),
)
SETTINGS = st.builds(
    lambda band, audience, size, older: replace(
        PLACE, band=band, audience=audience, size=size, older=older
    ),
    st.sampled_from(("under16", "mixed", "16plus", None)),
    st.sampled_from(("g7-9", "parents")),
    st.sampled_from((None, 8, 50)),
    st.sampled_from(((), ("parents",))),
)


@given(st.lists(BLOCKS, max_size=6), SETTINGS)
def test_conditions_hold(blocks: list[Block], setting: Setting) -> None:
    """Order is kept; unconditioned words are always there; no words for another age or size."""
    found = select_blocks(blocks, setting)

    assert list(found) == [one for one in blocks if any(one is own for own in found)]
    for one in blocks:
        if not (one.ages or one.audiences or one.sizes):
            assert one in found
    for one in found:
        if setting.band in ("under16", "16plus") and one.ages:
            assert setting.band in one.ages
        if setting.band is None:
            assert not one.ages
        if one.sizes:
            assert ("small" in one.sizes) == (setting.size == 8)
        if one.audiences and one.kind != "task":
            assert setting.audience in one.audiences


@given(st.lists(BLOCKS, max_size=6), SETTINGS)
def test_mixed_class_hears_words_for_the_young_first(blocks: list[Block], setting: Setting) -> None:
    mixed = replace(setting, band="mixed")
    found = select_blocks(blocks, mixed)
    young = {
        one.kind for one in select_blocks(blocks, replace(setting, band="under16")) if one.ages
    }

    for one in found:
        assert one.kind not in young or not one.ages or "under16" in one.ages
    old = select_blocks(blocks, replace(setting, band="16plus"))
    assert all(one in found for one in old if one.kind not in young)


@pytest.mark.parametrize(("band", "wanted"), [("under16", "小"), ("mixed", "小"), ("16plus", "大")])
def test_age_bands(band: AgeBand, wanted: str) -> None:
    blocks = [block("小", ages=("under16",)), block("大", ages=("16plus",))]

    assert [wanted] == [one.text for one in select_blocks(blocks, replace(PLACE, band=band))]


def test_older_pupils_get_their_task_beside() -> None:
    blocks = [block("都做", kind="task"), block("大的再做", kind="task", audiences=("g10",))]

    both = select_blocks(blocks, replace(PLACE, older=("g10",)))

    assert len(both) == 2
    assert len(select_blocks(blocks, PLACE)) == 1


ENGLISH = replace(PLACE, language="en")


def english(*steps: Step) -> Page:
    return page(*steps, language="en")


def test_translation_gives_words_and_the_master_the_bones() -> None:
    lesson = fit(
        BASE,
        setting=ENGLISH,
        en=english(
            step("a", block("one", id="opening"), of=fingerprint(BASE.steps[0])),
            step("b", block("two"), block("three", kind="ask", id="q", ages=("under16",))),
        ),
    )

    assert words(lesson) == [["one"], ["two", "three"]]
    assert (
        lesson.steps[0].minutes,
        lesson.steps[0].needs,
        lesson.steps[0].blocks[0].slot,
    ) == (5, "must", True)
    assert not any(one.language or one.stale for own in lesson.steps for one in own.blocks)


def test_missing_step_shows_the_master_marked() -> None:
    lesson = fit(BASE, setting=ENGLISH, en=english(step("a", block("one", id="opening"))))

    assert [one.language for own in lesson.steps for one in own.blocks] == ["", "zh", "zh"]


def test_stale_translation_stays_marked() -> None:
    lesson = fit(
        BASE, setting=ENGLISH, en=english(step("a", block("one", id="opening"), of="deadbeef"))
    )

    assert (lesson.steps[0].blocks[0].text, lesson.steps[0].blocks[0].stale) == ("one", CHECKED)


@pytest.mark.parametrize(
    "own", [block("看 {law:A-1}"), block("看 {card:c}"), block("谢谢你", kind="care")]
)
def test_stale_law_card_or_care_falls_back(own: Block) -> None:
    base = page(step("a", own))
    translation = english(step("a", replace(own, text="old words"), of="deadbeef"))

    found = fit(base, setting=ENGLISH, en=translation).steps[0].blocks[0]

    assert found.text != "old words"
    assert found.language == "zh"


def test_stale_overlay_stays_marked_and_law_falls_back() -> None:
    base = page(step("a", block("一", id="p"), block("二 {law:A-1}", id="q")))
    own = step("a", block("甲", id="p"), block("乙 {law:B-1}", id="q"), of="deadbeef")

    found = fit(base, layer(own)).steps[0].blocks

    assert [(one.text, one.stale) for one in found] == [("甲", CHECKED), ("二 A-1", None)]


def test_stale_overlay_still_fills_a_slot() -> None:
    """A stand-in is no text to fall back to."""
    own = step("a", block("乙 {law:B-1}", id="opening"), of="deadbeef")

    assert fit(BASE, layer(own)).steps[0].blocks[0].text == "乙 B-1"


@given(st.text(max_size=5), st.text(max_size=5))
def test_fingerprint_is_of_words_only(title: str, text: str) -> None:
    one = step("a", block(text), title=title)

    assert fingerprint(one) == fingerprint(replace(one, minutes=9, needs="could", id="z"))
    assert fingerprint(one) != fingerprint(replace(one, title=title + "!"))
    assert not is_stale(replace(one, of="00000000"), one)
    assert not is_stale(replace(one, of=fingerprint(one)), one)
    assert is_stale(replace(one, of=fingerprint(replace(one, title=title + "!"))), one)
