"""Every path in lines over a pipe, in both languages, by the real command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.closing import slips_step
from lifeskills.core.offering import offers
from tests.tui.sample_school import make_school

COURSE = "tricks-people-use"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_school(tmp_path)
    return tmp_path


def lifeskills(
    folder: Path | None, *args: str, lines: str = "", language: str = "en"
) -> subprocess.CompletedProcess[str]:
    where = ["--school", str(folder)] if folder is not None else []
    return subprocess.run(
        [sys.executable, "-m", "lifeskills", *where, "--screen-language", language, *args],
        input=lines,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def records(folder: Path) -> tuple[dict[str, object], ...]:
    return School(folder).classes.records("c-8003")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_lesson_over_a_pipe_from_roll_to_close(folder: Path, language: str) -> None:
    roll = "3 12- 41=\n\n"
    steps = "\n" * 2 + "a\n" + "1 17\n" + "\n" * 30
    done = lifeskills(
        folder,
        "teach",
        "8(3)",
        COURSE,
        "--plain",
        lines=roll + steps + "30 12 5\n",
        language=language,
    )
    assert done.returncode == 0, done.stderr
    (record,) = records(folder)
    assert record["course"] == COURSE
    assert record["marks"] == {"p-03": "absent", "p-12": "late", "p-41": "excused"}
    assert len(record["present"]) == 50  # type: ignore[arg-type]
    assert record["slips"] == {"yes": 30, "partly": 12, "not-yet": 5}
    assert "**" not in done.stdout
    shown = {"zh": "停：一只手掌向前推", "en": "push one palm forward"}[language]
    assert shown in done.stdout


def test_a_class_meeting_of_25_minutes_says_what_it_leaves_out_and_how_active_it_was(
    folder: Path,
) -> None:
    done = lifeskills(
        folder, "teach", "8(3)", COURSE, "--plain", "--minutes", "25",
        lines="\n" * 3 + "a\n" + "\n" * 30 + "later\n",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "25 minutes: the class-meeting cut\nLeft out: " in done.stdout
    (record,) = records(folder)
    minutes, engaged = record["minutes"], record["engaged"]
    assert isinstance(minutes, dict)
    assert isinstance(engaged, dict)
    assert minutes["planned"] == sum(step["planned"] for step in minutes["steps"]) == 25
    assert engaged["learners"] == 52
    assert engaged["planned"]["active_share"] == 0.8
    assert "(plan 80 %), speaking" in done.stdout


def test_a_lesson_of_no_minutes_is_wrong_use(folder: Path) -> None:
    done = lifeskills(folder, "teach", "8(3)", COURSE, "--plain", "--minutes", "0")

    assert done.returncode == 2
    assert "--minutes" in done.stderr


def test_fit_lists_the_offers_and_takes_the_one_that_is_named(folder: Path) -> None:
    typed = "\n".join(["", "", *["more"] * 5, "fit", "leave", ""])
    done = lifeskills(folder, "teach", "8(3)", COURSE, "--plain", lines=typed)
    first, second = [one for one in done.stdout.splitlines() if one.startswith("fit ")]
    assert first.startswith("fit 1: 5 minutes behind")
    school = School(folder)
    teaching = Teaching.resume(school, school.classes.get("8(3)"))
    untouched = teaching.state.plan
    assert untouched == teaching.state.opened_plan, "a list takes nothing"
    way = offers(teaching.state, teaching.at())[1]
    teaching.leave()
    assert str(way.sentence) == second.removeprefix("fit 2: ")
    done = lifeskills(folder, "teach", "8(3)", "--plain", lines="fit 3\nfit 2\nleave\n")
    assert done.returncode == 0, done.stderr
    teaching = Teaching.resume(school, school.classes.get("8(3)"))
    assert teaching.state.plan == way.plan
    teaching.leave()


def test_the_end_of_the_input_keeps_the_lesson(folder: Path) -> None:
    done = lifeskills(folder, "teach", "8(3)", COURSE, "--plain", lines="3\n\n\n\na\n")
    assert done.returncode == 0
    assert "stays open" in done.stderr
    again = lifeskills(folder, "teach", "8(3)", "--plain", lines="close\nlater\n")
    assert again.returncode == 0, again.stderr
    (record,) = records(folder)
    assert record["course"] == COURSE
    tools = record["tools"]
    assert isinstance(tools, dict)
    assert tools["who-is-talking"]["choices"][0]["letter"] == "A"


def test_the_roll_alone_and_who_is_meant(folder: Path) -> None:
    done = lifeskills(folder, "roll", "8(3)", "--plain", lines="lx\n29\nundo\n１７ 王小花-\n\n")
    assert done.returncode == 0, done.stderr
    assert "12" in done.stdout
    assert "29" in done.stdout
    (record,) = records(folder)
    assert record["kind"] == "roll"
    assert record["marks"] == {"p-17": "absent", "p-01": "late"}


def test_a_paper_lesson_is_keyed_in(folder: Path) -> None:
    done = lifeskills(
        folder,
        *("record", "8(3)", COURSE, "--on", "2026-03-02"),
        lines="3 17\n1-5 7\n43\n30 12 5\n\n",
    )
    assert done.returncode == 0, done.stderr
    (record,) = records(folder)
    assert record["day"] == "2026-03-02"
    assert record["paper"]
    assert len(record["present"]) == 50  # type: ignore[arg-type]
    minutes = record["minutes"]
    assert isinstance(minutes, dict)
    assert minutes["actual"] == pytest.approx(43, abs=0.2)
    reasons = [one["reason"] for one in minutes["steps"]]
    assert reasons == ["done"] * 5 + ["skipped"] + ["done"]
    assert {one["actual"] for one in minutes["steps"]} == {None}
    assert record["slips"] == {"yes": 30, "partly": 12, "not-yet": 5}


@pytest.mark.parametrize(
    ("answer", "slips"),
    [("30 12 5", {"yes": 30, "partly": 12, "not-yet": 5}), ("never", None)],
)
def test_slips_left_for_later_are_all_that_is_asked(
    folder: Path, answer: str, slips: dict[str, int] | None
) -> None:
    school = School(folder)
    teaching = Teaching.begin(school, school.classes.get("8(3)"), COURSE)
    teaching.roll_done()
    while teaching.next_step().step:
        pass
    teaching.tool_key("later", step=slips_step(teaching.state))
    record = teaching.close()
    day = record["day"]
    done = lifeskills(folder, "record", "8(3)", COURSE, "--on", day, lines=f"30 12\n{answer}\n")
    assert done.returncode == 0, done.stderr
    assert "Written into the class record." in done.stdout
    (kept,) = records(folder)
    assert kept["slips"] == slips
    again = lifeskills(folder, "record", "8(3)", COURSE, "--on", day)
    assert "is there already" in again.stdout


def test_paper_that_ends_early_records_nothing(folder: Path) -> None:
    done = lifeskills(folder, "record", "8(3)", COURSE, "--on", "2026-03-02", lines="3\n")
    assert done.returncode == 0
    assert records(folder) == ()
    assert not list((folder / "running").glob("*.json"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_story_is_played_to_its_talk(language: str) -> None:
    lines = "a\n\na\n\na\n\na\nr\nb\n" + "\n" * 12
    done = lifeskills(
        None, "story", "play", "E3", "--plain", "--lang", language, lines=lines, language=language
    )
    assert done.returncode == 0, done.stderr
    gained, talk = {"zh": ("得到的", "聊一聊"), "en": ("Gained", "Talk about it")}[language]
    assert gained in done.stdout
    assert talk in done.stdout


def test_an_unknown_story_is_wrong_use() -> None:
    assert lifeskills(None, "story", "play", "E99", "--plain").returncode == 2


def test_an_open_group_is_counted(folder: Path) -> None:
    done = lifeskills(folder, "roll", "周四晚间小组", "--plain", lines="0\n0\n3\n1\n6\n2\n")
    assert done.returncode == 0, done.stderr
    (record,) = School(folder).classes.records("c-2open")
    assert record["headcount"] == {
        "girl 16-17": 3,
        "boy 16-17": 1,
        "girl 18plus": 6,
        "boy 18plus": 2,
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_groups_and_turns_over_a_pipe(folder: Path, language: str) -> None:
    words = {
        "zh": ["分组 4", "分组 5 抽签 男女分开", "分组 名字", "轮到", "过", "轮到", "汇报"],
        "en": ["groups 4", "groups 5 lot apart", "groups names", "turn", "pass", "turn", "report"],
    }[language]
    lines = "\n\n" + "\n".join(words) + "\nundo\nclose\nlater\n"
    done = lifeskills(folder, "teach", "8(3)", COURSE, "--plain", lines=lines, language=language)
    assert done.returncode == 0, done.stderr
    for said in {
        "zh": [
            "排转过来",
            "男女生分开，抽签分成 10 组",
            "大屏上显示名字",
            "各说一分钟",
            "念材料",
        ],
        "en": [
            "turn round",
            "drawn by lot: 10 groups",
            "names on the wall",
            "One minute each",
        ],
    }[language]:
        assert said in done.stdout
    (record,) = records(folder)
    drawn, asked = record["drawn"], record["asked"]
    assert isinstance(drawn, list)
    assert isinstance(asked, dict)
    assert len(drawn) == 1
    assert sum(asked.values()) == 2, "one passed, one spoke; the third was still being asked"
    assert record["reported"] == [], "undo took the report back"


# -- home in lines ----------------------------------------------------------------------------


def test_home_opens_what_it_opens_on_the_screen(folder: Path) -> None:
    lines = [
        *("9", "8(3)"),
        *("facts", "1", "罗老师，一楼", ""),
        *("lessons", "25", ""),
        *("roll", "3", ""),
        *("again", "undo", "5", ""),
        *("class", "leave"),
    ]
    done = lifeskills(folder, "--plain", lines="\n".join(lines) + "\n", language="zh")
    assert done.returncode == 0, done.stderr
    assert list(School(folder).settings.local_contacts.values()) == ["罗老师，一楼"]
    assert "停：一只手掌向前推" in done.stdout
    (record,) = records(folder)
    assert record["marks"] == {"p-03": "absent", "p-05": "absent"}
    assert "?" in done.stderr


def test_home_in_lines_says_so_at_the_end_of_the_input(folder: Path) -> None:
    done = lifeskills(folder, "--plain", lines="1\nroll\n3\n")
    assert done.returncode == 0
    assert "stays open" in done.stderr
    assert (folder / "running" / "c-8003.json").exists()


def test_the_follow_up_asks_first_and_stays_shut_in_a_lesson(folder: Path) -> None:
    home = "8(3)\nfollow\nno\n"
    done = lifeskills(folder, "--plain", lines=home + "follow\nyes\nworry 4\n2\n\nleave\n")
    assert done.returncode == 0, done.stderr
    assert "projector" in done.stderr
    assert "4 陈静" in done.stdout
    again = lifeskills(folder, "--plain", lines="8(3)\nroll\n3\nleave\nfollow\nleave\n")
    assert "A lesson is open" in again.stdout


def test_reasons_notes_and_latecomers_in_lines(folder: Path) -> None:
    lesson = "\nskip\n1\nundo\nskip 3\nnote 6\nnote\n6\nlate 17\nlate 20\nundo\nless\nplan\nclose\n"
    done = lifeskills(folder, "teach", "8(3)", COURSE, "--plain", lines="17\n\n" + lesson)
    assert done.returncode == 0, done.stderr
    (record,) = records(folder)
    assert record["marks"] == {"p-17": "late"}
    minutes = record["minutes"]
    assert isinstance(minutes, dict)
    assert (minutes["steps"][0]["reason"], minutes["steps"][0]["why"]) == ("skipped", "interrupted")
    assert record["notes"] == [{"step": minutes["steps"][1]["id"], "code": "noise", "times": 2}]


def test_nothing_is_drawn_and_content_is_not_mixed_with_questions(folder: Path) -> None:
    done = lifeskills(folder, "--plain", lines="8(3)\n\n3\n\n\n\na\nclose\nlater\nleave\n")
    assert done.returncode == 0, done.stderr
    assert not set(done.stdout + done.stderr) & set("│┌┐└┘─╭╮\x1b\x07")
    assert " > " not in done.stdout


def _modules() -> dict[str, str]:
    """A course of each module that has one."""
    found: dict[str, str] = {}
    for info in School(None, language="zh").library.courses("zh"):
        if info.number is not None:
            found.setdefault(info.module, info.course)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("module", "course"), sorted(_modules().items()))
def test_a_lesson_of_each_module_in_lines(
    folder: Path, module: str, course: str, language: str
) -> None:
    asked = "yes\n" if _asks(course) else ""
    done = lifeskills(
        folder,
        *("teach", "职一(2)", course, "--plain"),
        lines=f"{asked}3\n\n" + "\n" * 150 + "never\n",  # an empty line is Space: it carries all
        language=language,
    )
    assert done.returncode == 0, (module, done.stderr)
    (record,) = School(folder).classes.records("c-voc12")
    assert record["course"] == course
    assert record["counted"]
    assert {one["reason"] for one in record["minutes"]["steps"]} == {"done"}


def _without_number() -> dict[str, str]:
    """Sessions for adults and sittings, each with an audience it is for."""
    courses = School(None, language="zh").library.courses("zh")
    return {one.course: one.audiences[0] for one in courses if one.number is None}


@pytest.mark.slow
@pytest.mark.parametrize(("course", "audience"), sorted(_without_number().items()))
def test_a_session_for_adults_and_a_sitting_in_lines(
    folder: Path, course: str, audience: str
) -> None:
    rows = "".join(f"{number},王{number},女\n" for number in range(1, 25))
    list_ = folder / "list.csv"
    list_.write_text(f"学号,姓名,性别\n{rows}", encoding="utf-8")
    options = ("--class", "大人班", "--audience", audience)
    taken = lifeskills(folder, "class", "import", str(list_), *options, lines="y\ny\n")
    assert taken.returncode == 0, taken.stderr
    done = lifeskills(
        folder,
        *("teach", "大人班", course, "--plain"),
        lines="\n" * 200 + "never\n",
    )
    assert done.returncode == 0, done.stderr
    school = School(folder)
    (record,) = school.classes.records(school.classes.get("大人班").id)
    assert record["course"] == course
    info = school.library.info(course)
    assert sum(one["planned"] for one in record["minutes"]["steps"]) == info.minutes_for(audience)


def _asks(course: str) -> bool:
    """Whether the course is not written for a vocational class, which is asked about."""
    info = School(None, language="zh").library.info(course, "zh")
    return "voc" not in info.audiences or "mixed" not in info.bands
