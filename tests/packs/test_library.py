"""The library: lists, lessons fitted to a setting, law, places, stories, guides."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeskills.core.errors import UnknownName
from lifeskills.core.lesson import Block, Lesson
from lifeskills.packs.library import Library
from tests.packs.sample import DAY, PACK, folders, sample, setting, write, write_stamped


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(write_stamped(tmp_path))


def block(lesson: Lesson, step: str, id: str) -> Block:
    return next(one for own in lesson.steps if own.id == step for one in own.blocks if one.id == id)


def text(lesson: Lesson, step: str, kind: str) -> str:
    own = next(one for one in lesson.steps if one.id == step)
    return "\n".join(one.text for one in own.of_kind(kind))


def test_lists(library: Library) -> None:
    assert [one.course for one in library.courses()] == ["say-no"]
    assert library.info("say-no", "en").title == "Saying no"
    assert library.titles("say-no").as_map() == {"zh": "学会说不", "en": "Saying no"}
    assert library.languages("say-no") == ("zh", "en")
    assert library.packs_of("say-no") == ("core", "receiving", "sending")
    assert list(library.audiences) == ["g7-9", "parents"]
    assert list(library.pathways) == ["grade-7"]
    assert library.problems == ()


def test_search(library: Library) -> None:
    assert [one.course for one in library.search("8")] == ["say-no"]
    assert [one.course for one in library.search("SAYING")] == ["say-no"]
    assert [one.course for one in library.search("温和")] == ["say-no"]
    assert library.search("骗") == ()


def test_unknown_course_names_near_ones(library: Library) -> None:
    with pytest.raises(UnknownName, match="say-no"):
        library.info("say-now")


def test_each_side_fills_the_slots(library: Library) -> None:
    sending = library.lesson("say-no", setting(side="sending"))
    receiving = library.lesson("say-no", setting(side="receiving"))

    assert "石桥村" in block(sending, "warm", "opening").text
    assert "地铁站" in block(receiving, "warm", "opening").text
    assert block(sending, "warm", "opening").origin.pack == "sending"
    assert not block(sending, "warm", "opening").slot
    assert block(sending, "sort", "case").read == "teacher"
    assert tuple(pack for pack, _ in sending.packs) == ("core", "sending", "law")
    assert sending.minutes == 45


def test_without_a_side_the_stand_in_shows_and_says_so(tmp_path: Path) -> None:
    files = {k: v for k, v in sample().items() if not k.startswith(("sending", "receiving"))}

    lesson = Library(write(tmp_path, files)).lesson("say-no", setting())

    assert block(lesson, "warm", "opening").slot
    assert any("neutral" in str(one) for one in lesson.notices)


def test_references_are_words(library: Library) -> None:
    lesson = library.lesson("say-no", setting(), local={"care-person": "三楼王老师"})

    assert (
        "发现孩子受害，要马上报告（《未成年人保护法》第11条）。 有危险打 110（公安报警）。"
        in text(lesson, "sort", "care")
    )
    said = text(lesson, "explain", "say")
    assert "没到年龄，谁也不能招你。" in said
    assert "（依据：《禁止使用童工规定》第2条）" in said
    assert "约2130元/月（1类地区）（截至2026年1月1日查到的说法，用之前先核对）" in said
    assert "第8课《学会说不》" in said
    assert "三楼王老师（负责保护学生的老师）" in text(lesson, "slip", "home")
    assert lesson.law == ("LPM-11", "PCL-2")


def test_references_in_english(library: Library) -> None:
    lesson = library.lesson("say-no", setting(language="en"))

    assert "(Law on the Protection of Minors, Article 11)." in text(lesson, "sort", "care")
    assert "Lesson 8, “Saying no”" in text(lesson, "explain", "say")
    assert "the teacher in charge of protection: ________" in text(lesson, "slip", "home")


def test_values_of_another_place_are_blank(library: Library) -> None:
    lesson = library.lesson("say-no", setting(place="cn"))

    assert "最低工资：________" in text(lesson, "explain", "say")


def test_conditions(library: Library) -> None:
    def done(audience: str, band: str | None, size: int = 50) -> list[str]:
        lesson = library.lesson(
            "say-no",
            setting(audience, band, size=size),  # type: ignore[arg-type]
        )
        own = next(one for one in lesson.steps if one.id == "sort")
        return [one.text for one in own.of_kind("do", "note")]

    assert done("g7-9", "under16") == ["念给小的听。"]
    assert done("g7-9", "mixed") == ["念给小的听。"]
    assert done("g7-9", "16plus") == ["念给大的听。"]
    assert done("parents", None) == []
    assert done("g7-9", "under16", size=12) == ["念给小的听。", "围成一圈。"]


def test_missing_translation_shows_its_own_language_marked(tmp_path: Path) -> None:
    files = sample()
    del files["sending/lessons/08-say-no.en.md"]

    lesson = Library(write(tmp_path, files)).lesson("say-no", setting(language="en"))

    opening = block(lesson, "warm", "opening")
    assert (opening.language, "石桥村" in opening.text) == ("zh", True)
    assert any("not translated" in str(one) for one in lesson.notices)


def test_unknown_reference_is_a_note_in_brackets(tmp_path: Path) -> None:
    files = sample()
    name = "core/lessons/08-say-no.zh.md"
    files[name] = files[name].replace("可以画画。", "{law:XX-1}")

    lesson = Library(write(tmp_path, files)).lesson("say-no", setting())

    assert text(lesson, "sort", "opt-out") == "［查不到：law:XX-1］"


def test_higher_rank_wins_and_is_reported(tmp_path: Path) -> None:
    shipped = write(tmp_path / "shipped", sample())
    law = {k: v for k, v in sample().items() if k.startswith("law/")}
    law["law/laws/LPM.zh.md"] = law["law/laws/LPM.zh.md"].replace("要马上报告", "当天报告")
    write(tmp_path / "school", law)

    library = Library([*shipped, *folders(tmp_path / "school", "school")])

    assert "当天报告" in library.law.provisions["LPM-11"].text.get("zh")
    assert [one.rule for one in library.problems] == ["pack-twice"]


def test_school_pack_comes_last(tmp_path: Path) -> None:
    shipped = write(tmp_path / "shipped", sample())
    own = {
        "ours/pack.toml": PACK.format(id="ours", kind="overlay", when="{}"),
        "ours/lessons/x.zh.md": '+++\nadapts = "say-no"\ntitle = "我们的课"\n+++\n'
        "## 热身 {#warm minutes=6}\n::: {.say #opening}\n我们学校。\n:::\n",
    }
    write(tmp_path / "school", own)

    lesson = Library([*shipped, *folders(tmp_path / "school", "school")]).lesson(
        "say-no", setting()
    )

    assert block(lesson, "warm", "opening").text == "我们学校。"
    assert lesson.info.title == "我们的课"
    assert (
        lesson.steps[0].minutes,
        lesson.steps[0].least,
        lesson.steps[0].shape,
    ) == (6, 2, "pairs")


def test_broken_pack_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {**sample()}
    files["law/pack.toml"] = "id = "
    files["core/lessons/bad.zh.md"] = b"\xff\xfe\x00"
    files["core/audiences.toml"] = b"\xff"

    library = Library(write(tmp_path, files))

    assert [one.course for one in library.courses()] == ["say-no"]
    assert {"toml", "bytes", "front-missing"} <= {one.rule for one in library.problems}
    assert "［查不到：law:LPM-11］" in text(library.lesson("say-no", setting()), "sort", "care")


def test_front_matter_is_read_without_bodies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(write(tmp_path, sample()))

    def refused(*_args: object, **_keys: object) -> None:
        raise AssertionError("a body was read for a list")

    monkeypatch.setattr("lifeskills.packs.pages.read_page", refused)

    assert len(library.courses()) == 1


def test_stories_guides_places(library: Library) -> None:
    info = library.stories()[0]

    assert (info.id, info.passages, info.endings, info.languages) == ("E1", 12, 3, ("zh", "en"))
    assert library.story("E1", "en").title == "The seat"
    guide = library.guide("disclosure-card", "en")
    assert (guide.title, guide.steps[0].title) == ("When a pupil speaks", "Listen first")
    assert "(Law on the Protection of Minors, Article 11)" in guide.steps[0].blocks[0].text
    assert library.guides("zh") == {"disclosure-card": "学生开口时"}
    assert library.place("guizhou").side == "sending"
    assert [one.id for one in library.contacts("guizhou")] == ["care-person"]
    assert list(library.contacts("jiangsu")) == []
    assert setting().day == DAY
    with pytest.raises(UnknownName):
        library.place("gui")
    with pytest.raises(UnknownName):
        library.story("E9")
    with pytest.raises(UnknownName):
        library.guide("x")
