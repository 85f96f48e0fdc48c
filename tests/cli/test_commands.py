"""Every command once, as it is meant and as it is mistaken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lifeskills.cli.promise import NEEDS_A_SCHOOL, commands
from lifeskills.cli.root import cli
from tests.cli.conftest import Call

IN_GUIZHOU = ["--place", "guizhou", "--lang", "zh"]
WITHOUT_A_SCHOOL: dict[str, list[str]] = {
    "class list": [],
    "class show": ["8(3)"],
    "class import": [__file__, "--class", "8(3)"],
    "class pair": ["8(3)", "1", "2", "--apart"],
    "class pairs": ["8(3)"],
    "concern list": [],
    "plugin trust": ["mine"],
    "record": ["8(3)", "my-help-net", "--on", "2026-01-01"],
    "roll": ["8(3)", "--plain"],
    "school facts": [],
    "school set": ["care-person", "Ms Wang"],
    "teach": ["8(3)", "--plain"],
    "year calendar": ["8(3)", "-o", "plan.ics"],
    "year drop": ["8(3)", "2026-09-09"],
    "year free": ["Exams", "--remove"],
    "year makeup": ["2026-09-20", "--back"],
    "year move": ["8(3)", "my-help-net", "--back"],
    "year set": ["8(3)", "--every", "3"],
    "year show": ["8(3)"],
    "year term": ["Autumn", "--remove"],
    "year terms": [],
}


@pytest.mark.parametrize("name", sorted(NEEDS_A_SCHOOL))
def test_without_a_school_it_says_so_and_ends_with_2(call: Call, name: str) -> None:
    result = call(*name.split(), *WITHOUT_A_SCHOOL[name])

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "not a school" in result.stderr
    assert "lifeskills init" in result.stderr


@pytest.mark.parametrize("name", ["lesson list", "class list", "doctor"])
def test_a_named_folder_that_is_no_school_is_wrong_use(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    by_option = call(*name.split(), school=tmp_path)
    monkeypatch.setenv("LIFESKILLS_SCHOOL", str(tmp_path))
    by_variable = call(*name.split())

    for result in (by_option, by_variable):
        assert result.exit_code == 2
        assert str(tmp_path) in result.stderr


def test_the_school_is_the_option_then_the_variable_then_the_folder(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    call("init", str(tmp_path / "empty"), "--province", "guizhou")
    monkeypatch.chdir(folder)
    assert "8(3)" in call("class", "list").stdout

    monkeypatch.setenv("LIFESKILLS_SCHOOL", str(tmp_path / "empty"))
    assert call("class", "list").stdout == ""
    assert "8(3)" in call("class", "list", school=folder).stdout


LISTS = [name for name, _ in commands(cli) if name.endswith(" list")]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_ends_with_0_and_has_a_line_for_people(call: Call, folder: Path, name: str) -> None:
    result = call(*name.split(), school=folder)

    assert result.exit_code == 0
    assert result.stdout.strip()
    assert result.stderr == ""


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_an_empty_school_ends_with_0(call: Call, tmp_path: Path, name: str) -> None:
    call("init", str(tmp_path / "empty"), "--province", "jiangsu")

    assert call(*name.split(), "--json", school=tmp_path / "empty").exit_code == 0


@pytest.mark.parametrize("name", [name for name, _ in commands(cli)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_says_what_it_does(call: Call, name: str, language: str) -> None:
    result = call("--screen-language", language, *name.split(), "--help")

    assert result.exit_code == 0
    words = result.stdout.replace(" ", "").replace("\n", "")
    assert ("显示这段帮助" in words) == (language == "zh")
    assert ("Showthismessage" in words) == (language == "en")


class TestWrongUse:
    @pytest.mark.parametrize(
        ("args", "named"),
        [
            (["lesson", "show", "my-help-net", "--audience", "g6", "--place", "guizhou"], "--lang"),
            (["lesson", "show", "my-help-net", "--audience", "g6", "--lang", "zh"], "--place"),
            (["lesson", "show", "my-help-net", "--place", "guizhou", "--lang", "zh"], "--audience"),
            (["lesson", "show"], "COURSE"),
            (["init", "somewhere"], "--province"),
            (["class", "import", __file__], "--class"),
            (["class", "pair", "8(3)", "1", "2"], "--apart"),
            (["class", "pair", "8(3)", "1", "99", "--apart"], "99"),
            (["class", "pair", "8(3)", "1", "1", "--apart"], "1"),
            (["record", "8(3)", "my-help-net"], "--on"),
            (["book", "print", "lesson-page"], "--output"),
            (["book", "print", "lesson-page", "-o", "x.pdf"], "--course"),
            (["book", "print", "class-record", "-o", "x.pdf"], "--class"),
            (["story", "play", "E3"], "--plain"),
            (["lesson", "lst"], "lst"),
            (["lessons"], "lessons"),
            (["lesson", "list", "--jsn"], "--json"),
            (["--scool", "x", "doctor"], "--school"),
            (["record", "8(3)", "my-help-net", "--on", "yesterday"], "2027-03-01"),
            (["book", "print", "help-card", "-o", "x.pdf", "--format", "doc"], "pdf html docx"),
            (["class", "import", "no-such-file.csv", "--class", "8(3)"], "no-such-file.csv"),
        ],
    )
    def test_is_named_on_stderr_and_ends_with_2(
        self, call: Call, folder: Path, args: list[str], named: str
    ) -> None:
        result = call(*args, school=folder) if args[0] != "--scool" else call(*args)

        assert result.exit_code == 2
        assert named in result.stderr
        assert result.stdout == ""

    @pytest.mark.parametrize(
        ("args", "near"),
        [
            (["lesson", "show", "my-help-nt", "--audience", "g6", *IN_GUIZHOU], "my-help-net"),
            (["lesson", "show", "my-help-net", "--audience", "g66", *IN_GUIZHOU], "g7-9"),
            (["lesson", "show", "my-help-net", "--audience", "g6", "--place", "guizho", "--lang", "zh"], "guizhou"),
            (["class", "show", "8(4)"], "8(3)"),
            (["teach", "8(3)", "my-help-nt", "--plain"], "my-help-net"),
            (["record", "8(3)", "my-help-nt", "--on", "2026-01-01"], "my-help-net"),
            (["record", "8(3)", "my-help-net", "--on", "2999-01-01"], "2999-01-01"),
            (["book", "print", "lesson-pag", "-o", "x.pdf"], "lesson-page"),
            (["story", "play", "E33", "--plain"], "E3"),
            (["pack", "check", "cor"], "core"),
            (["pack", "stamp", "cor"], "core"),
            (["plugin", "trust", "place"], "place"),
            (["init", "somewhere", "--province", "guizho"], "guizhou"),
        ],
    )  # fmt: skip
    def test_of_a_name_gives_the_near_ones(
        self, call: Call, folder: Path, args: list[str], near: str
    ) -> None:
        result = call(*args, school=folder)

        assert result.exit_code == 2
        assert near in result.stderr
        assert result.stdout == ""

    def test_is_said_in_chinese_on_a_chinese_machine(
        self, call: Call, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LANG", "zh_CN.UTF-8")

        result = call("lesson", "show", "my-help-net")

        assert "用法：" in result.stderr
        assert "--audience" in result.stderr
        assert "Missing" not in result.stderr

    def test_of_a_group_alone_shows_its_commands(self, call: Call) -> None:
        result = call("lesson")

        assert result.exit_code == 2
        assert "show" in result.stderr


class TestSchools:
    def test_init_then_import_then_show(self, call: Call, tmp_path: Path) -> None:
        where = tmp_path / "mine"
        listed = tmp_path / "list.csv"
        listed.write_text("学号,姓名,身份证号\n1,李想,5201\n2,王梅,5202\n", encoding="utf-8-sig")

        made = call("init", str(where), "--province", "guizhou", "--name", "我校")
        taken = call("class", "import", str(listed), "--class", "8(3)", school=where)
        shown = call("class", "show", "8(3)", "--json", school=where)

        assert (made.exit_code, taken.exit_code) == (0, 0)
        assert "学号" in taken.stdout
        assert "身份证号" in taken.stdout
        assert [one["name"] for one in json.loads(shown.stdout)["learners"]] == ["李想", "王梅"]
        kept = "".join(p.read_text(encoding="utf-8") for p in where.rglob("*.json"))
        assert "5201" not in kept

    def test_numbers_only_keeps_no_name(self, call: Call, folder: Path, tmp_path: Path) -> None:
        listed = tmp_path / "list.csv"
        listed.write_text("学号,姓名\n1,欧阳李想\n", encoding="gb18030")

        call("class", "import", str(listed), "--class", "7(1)", "--numbers-only", school=folder)

        assert not any("欧阳" in p.read_text(encoding="utf-8") for p in folder.rglob("*.json"))

    def test_bad_rows_are_named_by_line_and_nothing_is_taken(
        self, call: Call, folder: Path, tmp_path: Path
    ) -> None:
        listed = tmp_path / "list.csv"
        listed.write_text("学号,姓名\n1,李想\n1,王梅\nx,赵雪\n", encoding="utf-8")

        result = call("class", "import", str(listed), "--class", "7(1)", school=folder)

        assert result.exit_code == 1
        assert f"{listed}:3:" in result.stderr
        assert f"{listed}:4:" in result.stderr
        assert "7(1)" not in call("class", "list", school=folder).stdout

    def test_init_refuses_a_school(self, call: Call, folder: Path) -> None:
        result = call("init", str(folder), "--province", "guizhou")

        assert result.exit_code == 1
        assert "already" in result.stderr

    @pytest.mark.slow
    def test_demo_makes_a_school_and_a_handbook(self, call: Call, tmp_path: Path) -> None:
        first = call("demo", str(tmp_path / "demo"), "--no-screen")
        again = call("demo", str(tmp_path / "demo"), "--no-screen")

        assert (first.exit_code, again.exit_code) == (0, 0)
        assert "invented" in first.stdout
        assert list((tmp_path / "demo" / "printed").iterdir())
        assert "8(3)" in call("class", "list", school=tmp_path / "demo").stdout

    def test_doctor_says_what_is_missing_and_how_to_get_it(self, call: Call, folder: Path) -> None:
        told = call("doctor", school=folder).stdout

        assert "✓" in told
        assert "not encrypted" in told


class TestPacks:
    def test_lesson_show_traces_every_block(self, call: Call) -> None:
        args = ["lesson", "show", "tricks-people-use", "--audience", "g7-9", *IN_GUIZHOU]

        plain, traced = call(*args), call(*args, "--trace")

        assert "停—问—查—说" in plain.stdout
        assert "<sending/" not in plain.stdout
        assert "<sending/" in traced.stdout
        assert "<core/" in traced.stdout

    def test_lesson_show_follows_the_place_unless_told_the_side(self, call: Call) -> None:
        args = ["lesson", "show", "my-help-net", "--audience", "g7-9", "--lang", "zh", "--place"]

        here, there = call(*args, "guizhou"), call(*args, "jiangsu")
        forced = call(*args, "guizhou", "--side", "receiving")

        assert here.stdout != there.stdout
        assert "初中（七至九年级） · 贵州 · 输出地" in here.stdout
        assert "初中（七至九年级） · 贵州 · 输入地" in forced.stdout
        assert call(*args, "cn").exit_code == 0

    def test_the_list_holds_the_courses_and_with_all_the_sessions_too(self, call: Call) -> None:
        courses = json.loads(call("lesson", "list", "--json").stdout)
        assert [one["number"] for one in courses] == list(range(1, 45))
        everything = json.loads(call("lesson", "list", "--all", "--json").stdout)
        more = [one["course"] for one in everything if one["number"] is None]
        assert more[0] == "workshop-opening"
        assert {"bureau-session", "zero-point", "end-point"} <= set(more)

    def test_lesson_list_keeps_a_slot(self, call: Call) -> None:
        every, some, none = (
            json.loads(call("lesson", "list", "--json", *slot).stdout)
            for slot in ([], ["--slot", "班会"], ["--slot", "游泳"])
        )

        assert every
        assert some
        assert none == []

    @pytest.mark.slow
    def test_a_pack_by_id_by_folder_and_not_yet_in_a_school(
        self, call: Call, tmp_path: Path
    ) -> None:
        pack = tmp_path / "ours"
        pack.mkdir()
        (pack / "pack.toml").write_text("id = 3\n", encoding="utf-8")

        assert call("pack", "check", str(pack)).exit_code == 1
        assert call("pack", "check", "law").exit_code in (0, 1)
        assert call("pack", "stamp", str(pack)).exit_code == 1


class TestPlugins:
    @pytest.fixture
    def mine(self, folder: Path) -> Path:
        plugin = folder / "plugins" / "mine"
        plugin.mkdir()
        manifest = 'id = "mine"\ntitle = { en = "Mine" }\nversion = "1"\napi = 1\n'
        (plugin / "plugin.toml").write_text(manifest, encoding="utf-8")
        code = "from lifeskills.api import hookimpl\n@hookimpl\ndef session_closed(record): ...\n"
        (plugin / "plugin.py").write_text(code, encoding="utf-8")
        return folder

    def status(self, call: Call, school: Path) -> str:
        rows = json.loads(call("plugin", "list", "--json", school=school).stdout)
        return str(next(row["status"] for row in rows if row["name"] == "mine"))

    def test_is_untrusted_until_a_person_has_seen_its_files(self, call: Call, mine: Path) -> None:
        assert self.status(call, mine) == "untrusted"

        refused = call("plugin", "trust", "mine", school=mine, typed="n\n")
        assert refused.exit_code == 1
        assert "plugin.py" in refused.stdout
        assert self.status(call, mine) == "untrusted"

        silent = call("plugin", "trust", "mine", school=mine)
        assert silent.exit_code == 1

        agreed = call("plugin", "trust", "mine", school=mine, typed="y\n")
        assert agreed.exit_code == 0
        assert self.status(call, mine) == "loaded"

    def test_needs_no_question_with_yes(self, call: Call, mine: Path) -> None:
        assert call("plugin", "trust", "mine", "--yes", school=mine).exit_code == 0
        assert self.status(call, mine) == "loaded"

    def test_that_is_broken_is_a_line_and_stops_nothing(self, call: Call, mine: Path) -> None:
        hook = "from lifeskills.api import hookimpl\n@hookimpl\ndef register_pakcs(register): ...\n"
        (mine / "plugins" / "mine" / "plugin.py").write_text(hook, encoding="utf-8")
        call("plugin", "trust", "mine", "--yes", school=mine)

        result = call("plugin", "list", "--json", school=mine)

        (row,) = (one for one in json.loads(result.stdout) if one["name"] == "mine")
        assert row["status"] == "failed"
        assert "register_pakcs" in row["reason"]
        assert call("lesson", "list", school=mine).exit_code == 0


class TestSessions:
    def test_a_roll_in_lines_is_on_record(self, call: Call, folder: Path) -> None:
        result = call("roll", "8(3)", "--plain", school=folder, typed="1 17\n\n")

        assert result.exit_code == 0
        assert "50" in result.stdout

    def test_a_lesson_left_at_the_end_of_input_stays_open(self, call: Call, folder: Path) -> None:
        left = call("teach", "8(3)", "--plain", school=folder, typed="\n")
        refused = call("record", "8(3)", "my-help-net", "--on", "2026-01-05", school=folder,
                       typed="\n\n\n\n\n")  # fmt: skip

        assert left.exit_code == 0
        assert refused.exit_code == 1
        assert "open" in refused.stderr

    def test_a_paper_lesson_is_keyed_in(self, call: Call, folder: Path) -> None:
        result = call(
            "record", "9(1)", "how-old-to-work", "--on", "2026-01-05", school=folder,
            typed="1 2\n\n\n\n\n",
        )  # fmt: skip

        assert result.exit_code == 0
        kept = (folder / "classes" / "c-9a22.json").read_text(encoding="utf-8")
        assert "2026-01-05" in kept

    def test_a_story_is_played_in_lines(self, call: Call) -> None:
        result = call("story", "play", "E3", "--plain", "--lang", "zh", typed="a\n")

        assert result.exit_code == 0
        assert "小薇" in result.stdout


def test_concerns_are_grouped_for_people(call: Call, folder: Path) -> None:
    told = call("--screen-language", "en", "concern", "list", "--class", "8(3)", school=folder)

    lines = told.stdout.splitlines()
    assert lines[0].startswith("8(3) 17 ")
    assert "3 times in a row" in lines[1]
    assert sum("Talk with this pupil alone" in line for line in lines) == 2


@pytest.mark.parametrize("name", ["book", "concern", "lesson"])
def test_a_class_can_be_named_by_its_file(call: Call, folder: Path, name: str) -> None:
    args = {
        "book": ["book", "print", "guardian-notice", "--class", "c-8a33", "-o", "x.html"],
        "concern": ["concern", "list", "--class", "c-8a33"],
        "lesson": ["class", "show", "c-8a33"],
    }[name]

    assert call(*args, school=folder).exit_code == 0


def test_how_little_the_rules_see_is_said_beside_the_list(call: Call, tmp_path: Path) -> None:
    where, listed = tmp_path / "new", tmp_path / "list.csv"
    listed.write_text("学号,姓名\n1,李想\n", encoding="utf-8")
    call("init", str(where), "--province", "guizhou")
    call("class", "import", str(listed), "--class", "8(3)", school=where)

    told = call("concern", "list", school=where)
    asked = call("concern", "list", "--json", school=where)

    assert (told.exit_code, told.stdout) == (0, "")
    assert "8(3): Rolls in the last 31 days: 0." in told.stderr
    assert (asked.stdout, asked.stderr) == ("[]\n", "")


def test_who_is_no_longer_in_the_list_is_said(call: Call, folder: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("学号,姓名\n1,李想\n", encoding="utf-8")

    result = call("class", "import", str(listed), "--class", "职一(2)", school=folder)

    assert "kept as left: 37" in result.stdout


@pytest.mark.parametrize("args", [[], ["teach", "8(3)"], ["roll", "8(3)"]])
def test_the_screen_is_not_drawn_into_a_pipe(call: Call, folder: Path, args: list[str]) -> None:
    result = call(*args, school=folder)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "--plain" in result.stderr


def test_the_screen_needs_a_school(call: Call) -> None:
    result = call()

    assert result.exit_code == 2
    assert "not a school" in result.stderr
