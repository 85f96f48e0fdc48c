"""Every hook is documented as it is, its example runs, and it has a test and a user."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from lifeskills import hookspecs
from lifeskills.plugins import HOOKS, PluginSet
from lifeskills.trust import TrustList, read_all

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference" / "hooks.md"
HOW_TO = ROOT / "docs" / "how-to" / "write-a-plugin.md"
MANIFEST = 'id = "example"\ntitle = { zh = "例", en = "Example" }\nversion = "1"\napi = 1\n'
RECORD = {"id": "s1", "kind": "lesson", "minutes": {"planned": 45, "actual": 46.5}, "present": []}


def sections() -> dict[str, str]:
    """The reference by hook name: heading, words and example."""
    parts = re.split(r"^## ", REFERENCE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {part.partition("(")[0]: part for part in parts}


def example(hook: str) -> str:
    (code,) = re.findall(r"```python\n(.*?)```", sections()[hook], flags=re.DOTALL)
    return str(code)


def load_example(tmp_path: Path, code: str) -> PluginSet:
    folder = tmp_path / "plugins" / "example"
    folder.mkdir(parents=True)
    (folder / "plugin.toml").write_text(MANIFEST, encoding="utf-8")
    (folder / "plugin.py").write_text(code, encoding="utf-8")
    pack = tmp_path / "school" / "curricula" / "ours"
    pack.mkdir(parents=True)
    (pack / "pack.toml").touch()
    return PluginSet.load(
        shipped=tmp_path / "plugins",
        school=tmp_path / "school",
        trust=TrustList(tmp_path / "trusted.json"),
        entry_points=False,
    )


def test_the_reference_has_these_hooks_and_no_others() -> None:
    assert tuple(sections()) == HOOKS


@pytest.mark.parametrize("hook", HOOKS)
def test_a_heading_is_the_signature(hook: str) -> None:
    arguments = ", ".join(inspect.signature(getattr(hookspecs, hook)).parameters)

    assert sections()[hook].startswith(f"{hook}({arguments})\n\n")


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_is_explained_in_the_words_of_its_specification(hook: str) -> None:
    first = str(inspect.getdoc(getattr(hookspecs, hook))).rstrip(".")
    said = " ".join(sections()[hook].replace("`", "").split())

    assert first.replace("`", "").partition(":")[0].partition(",")[0] in said


@pytest.mark.parametrize("hook", HOOKS)
def test_a_link_leads_to_a_user_of_the_hook(hook: str) -> None:
    links = re.findall(r"\]\((\.\.[^)#]+)\)", sections()[hook])

    users = [(REFERENCE.parent / link).resolve() for link in links]
    assert users
    assert all(user.exists() for user in users)
    assert any(f"def {hook}(" in user.read_text(encoding="utf-8") for user in users)


@pytest.mark.parametrize("hook", HOOKS)
def test_an_example_loads(tmp_path: Path, hook: str) -> None:
    plugins = load_example(tmp_path, example(hook))

    (report,) = plugins.report
    assert (report.status, report.reason, report.hooks) == ("loaded", "", (hook,))
    plugins.session_closed(RECORD)
    assert plugins.troubles == ()


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_has_a_test(hook: str) -> None:
    assert f"test_hook_{hook}" in globals()


def test_hook_register_packs(tmp_path: Path) -> None:
    plugins = load_example(tmp_path, example("register_packs"))

    assert [(one.path.name, one.rank) for one in plugins.packs()] == [("ours", "school")]


def test_hook_register_activities(tmp_path: Path) -> None:
    plugins = load_example(tmp_path, example("register_activities"))

    assert plugins.activities()["gallery-walk"].minutes == (10, 15)


def test_hook_register_tools(tmp_path: Path) -> None:
    tool = load_example(tmp_path, example("register_tools")).tools()["hand-counter"]

    state = tool.apply(tool.start(_a_step(), _a_room()), "more", None, 1.0)

    assert tool.record(state) == {"hands": 1}
    assert tool.view(state, 1.0).counts == (("", 1),)


def test_hook_register_signals(tmp_path: Path) -> None:
    import datetime as dt

    from lifeskills.api import Attended, ClassHistory, LearnerHistory, Thresholds

    (rule,) = load_example(tmp_path, example("register_signals")).signals()
    day = dt.date(2026, 9, 7)
    learner = LearnerHistory(
        learner="c-1", sessions=tuple(Attended(f"s{n}", day, absent=n < 2) for n in range(4))
    )

    found = rule.judge(learner, ClassHistory(sessions=(), today=day), Thresholds())

    assert found is not None
    assert str(found.sentence) == "Missed 2 of the first 4."
    assert found.missed == ("s0", "s1")


def test_hook_register_books(tmp_path: Path) -> None:
    import datetime as dt

    from lifeskills.api import BookRequest, PrintError

    book = load_example(tmp_path, example("register_books")).books()["poster"]

    assert book.needs == ("course",)
    with pytest.raises(PrintError):
        book.plan(BookRequest(book="poster", language="zh", day=dt.date(2026, 11, 23)))


def test_hook_register_checks(tmp_path: Path) -> None:
    (rule,) = load_example(tmp_path, example("register_checks")).checks()

    (error,) = rule.check(_a_pack())

    assert (error.rule, error.file) == ("says-why", "lessons/1.zh.md")
    assert str(error.says) == "“骗人的话” does not say why it matters."


def test_hook_session_closed(tmp_path: Path) -> None:
    plugins = load_example(tmp_path, example("session_closed"))

    plugins.session_closed(RECORD)

    assert own_module("example").minutes_over == [1.5]


# -- the how-to ---------------------------------------------------------------------------------


def how_to_files() -> Mapping[str, str]:
    found = re.findall(
        r"```\w+ file=(\S+)\n(.*?)```", HOW_TO.read_text(encoding="utf-8"), re.DOTALL
    )
    return dict(found)


def test_the_how_to_builds_a_plugin_that_a_school_can_trust(tmp_path: Path) -> None:
    """How it is then taught: ``tests/tui/test_own_tool.py``."""
    school, trust = tmp_path / "my-school", TrustList(tmp_path / "machine" / "trusted.json")
    folder = school / "plugins" / "clap-rhyme"
    folder.mkdir(parents=True)
    for name in ("plugin.toml", "plugin.py", "beat.py"):
        (folder / name).write_text(how_to_files()[name], encoding="utf-8")

    def load() -> PluginSet:
        empty = tmp_path / "program" / "plugins"
        return PluginSet.load(shipped=empty, school=school, trust=trust, entry_points=False)

    assert [one.status for one in load().report] == ["untrusted"]
    trust.trust("clap-rhyme", read_all(folder))
    plugins = load()

    (report,) = plugins.report
    assert (report.status, report.hooks) == ("loaded", ("register_activities", "register_tools"))
    assert plugins.activities()["clap-rhyme"].title.get("zh") == "打节奏顺口溜"
    assert list(plugins.tools()) == ["beat"]
    assert plugins.troubles == ()


def test_the_how_to_explains_every_status() -> None:
    text = HOW_TO.read_text(encoding="utf-8")

    assert re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) == [
        "loaded",
        "failed",
        "untrusted",
        "off",
    ]


def own_module(name: str) -> Any:
    """The module of the plugin that was loaded last under this folder name."""
    return [
        sys.modules[one]
        for one in sys.modules
        if re.fullmatch(rf"lifeskills_plugin_\d+_{name}", one)
    ][-1]


def _a_room() -> Any:
    from lifeskills.api import People

    return People(present=50)


def _a_step() -> Any:
    from tests.tools.making import step_with

    return step_with()


def _a_pack() -> Any:
    import datetime as dt

    from lifeskills.api import CourseInfo, PackInfo, PackView, Page, Text
    from lifeskills.core.curriculum import Around

    info = PackInfo(id="p", title=Text(en="P"), version="1", kind="curriculum", languages=("zh",))
    course = CourseInfo(course="c", title="骗人的话", aim="认出")
    page = Page(course="c", language="zh", pack="p", file="lessons/1.zh.md", info=course, steps=())
    return PackView(info=info, around=Around(day=dt.date(2026, 11, 23)), pages=(page,))
