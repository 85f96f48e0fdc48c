"""The two-minute lesson: every beat comes to what it promises, and nothing of it stays."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.events import Key, MouseDown, MouseUp, Paste
from textual.pilot import Pilot

from lifeskills.classroom.demo import Twin, build_demo
from lifeskills.classroom.planning import found_open
from lifeskills.classroom.printing import Printed
from lifeskills.classroom.school import School
from lifeskills.core.bookorder import BookOrder
from lifeskills.core.text import Sentence
from lifeskills.language import translator
from lifeskills.tui import tour, tour_player
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.screens.home import HomeScreen
from lifeskills.tui.screens.lesson import LessonScreen
from lifeskills.tui.tour import TourApp, run_tour
from lifeskills.tui.tour_beats import BEATS, Beat
from lifeskills.tui.widgets.caption import Caption
from tests.fakes import FakeClock
from tests.tui.conftest import screen_text

Played = Callable[..., AbstractAsyncContextManager[tuple[TourApp, Pilot[None]]]]
UNTIL_SPACE = 1000.0
"""A pace at which only a person goes on."""
QUICK = {1, 13, len(BEATS)}
"""Beats after which Esc is tried also in the quick tests."""
PAGES = {"class-record.pdf", "pupils-pages.pdf", "lesson-page.pdf"}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample school, made once."""
    folder = tmp_path_factory.mktemp("made") / "demo-school"
    build_demo(folder, language="zh", today=FakeClock().today())
    return folder


@pytest.fixture
def sample(made: Path, tmp_path: Path) -> Path:
    """A sample school of the test's own."""
    return Path(shutil.copytree(made, tmp_path / "demo-school"))


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the tour makes its own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture
def played(sample: Path) -> Played:
    """Open the tour on the sample school."""

    @asynccontextmanager
    async def opened(
        *, language: str = "zh", pace: float = 0, beats: tuple[Beat, ...] = BEATS
    ) -> AsyncIterator[tuple[TourApp, Pilot[None]]]:
        school = School(sample, clock=FakeClock(), language=language)
        app = TourApp(school, pace=pace, beats=beats)
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            yield app, pilot

    return opened


@pytest.fixture
def quick_print(monkeypatch: pytest.MonkeyPatch) -> None:
    """Printing that takes no time."""

    def written(_school: School, order: BookOrder) -> Printed:
        order.output.parent.mkdir(exist_ok=True)
        order.output.write_text(order.book, encoding="utf-8")
        return Printed(path=order.output)

    monkeypatch.setattr(tour_player, "print_book", written)


def files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not name.startswith("printed/"):
            yield name, path.read_bytes()


async def to_the_end(app: TourApp, pilot: Pilot[None]) -> None:
    """Wait until the tour is over and home, which reads its classes behind the frame, has a lesson."""
    await app.over.wait()
    for _ in range(500):
        await pilot.pause(0.02)
        if "25" in screen_text(app):
            break


def left_in(temporary: Path) -> list[str]:
    """What the tour left; the font folders of a PDF go when Python clears its memory."""
    return [path.name for path in temporary.iterdir() if not path.name.startswith("weasyprint")]


async def to_beat(app: TourApp, number: int) -> None:
    """Go on by Space as a person who has read each caption."""
    read = 0
    while app.player is None or app.player.at < number:
        if app.player is not None and app.player.at > read:
            read = app.player.at
            app.post_message(Key("space", " "))
        await asyncio.sleep(0.01)


def said_at_home(app: TourApp) -> str:
    return "\n".join(str(one.message) for one in app._notifications)


def assert_landed(app: TourApp, temporary: Path) -> None:
    assert isinstance(app.screen, HomeScreen)
    assert len(app.screen_stack) == 1
    assert app.school is app.sample
    assert not app.screen.query(Caption)
    for group in app.school.classes.list():
        assert found_open(app.school, group) is None
        assert not app.school.running.exists(group.id)
    assert "25" in screen_text(app), "home says what 8(3) has next"
    assert left_in(temporary) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_plays_to_its_end(
    played: Played, sample: Path, temporary: Path, language: str
) -> None:
    before = dict(files_of(sample))
    async with played(language=language) as (app, pilot):
        await to_the_end(app, pilot)
        assert app.player is not None
        assert len(app.player.passed) == len(BEATS), said_at_home(app)
        for beat, facts in zip(BEATS, app.player.passed, strict=True):
            assert {name: facts.get(name) for name in beat.expects} == dict(beat.expects)
        assert_landed(app, temporary)
        assert said_at_home(app) == translator(language)(tour.NOW_YOU)

    assert dict(files_of(sample)) == before
    printed = {path.name: path.read_bytes() for path in (sample / "printed").iterdir()}
    assert set(printed) == PAGES
    assert all(data.startswith(b"%PDF") for data in printed.values())


def test_promises_what_the_demo_is_to_show() -> None:
    promised: dict[str, Any] = {}
    for beat in BEATS:
        promised |= beat.expects
    keys = [key for beat in BEATS for key in beat.keys]

    assert promised["learners"] == 52
    assert promised["absent"] == 3
    assert promised["grouped"]
    assert promised["decisions"] == 2
    assert promised["replays"] == 1
    assert any(b.late == 7 and b.expects["behind"] == 7 and b.expects["offered"] for b in BEATS)
    assert any(b.keys == ("f7",) and b.expects["behind"] == 0 for b in BEATS)
    assert promised["closed"]
    assert promised["counted"]
    assert not promised["after_bell"]
    assert promised["printed"] == 3
    assert keys[-3:] == ["2", "enter", "enter"], "with the last Space: four keys to close"


def test_takes_about_two_minutes() -> None:
    keys = sum(len(beat.keys) for beat in BEATS)
    seconds = sum(beat.seconds for beat in BEATS) + keys * tour_player.KEY_SECONDS
    assert 105 <= seconds <= 130


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("beat", BEATS, ids=lambda beat: beat.says.id[:20])
def test_caption_and_keys_have_a_line_each(beat: Beat, language: str) -> None:
    values = {"to_come": 21, "to_bell": 21, "files": "  ".join(sorted(PAGES))}
    words = translator(language)(Sentence(beat.says.id, None, **values))
    assert cell_len(words) <= 78, words
    assert len(beat.keys) <= 8


@pytest.mark.usefixtures("quick_print")
@pytest.mark.parametrize(
    "number",
    [
        number if number in QUICK else pytest.param(number, marks=pytest.mark.slow)
        for number in range(1, len(BEATS) + 1)
    ],
)
async def test_escape_lands_on_home(
    played: Played, sample: Path, temporary: Path, number: int
) -> None:
    before = dict(files_of(sample))
    async with played(pace=UNTIL_SPACE) as (app, pilot):
        await to_beat(app, number)
        await pilot.press("escape")
        await to_the_end(app, pilot)
        assert_landed(app, temporary)
        assert said_at_home(app) == ""
        await pilot.press("enter")
        await pilot.pause()
        assert type(app.screen).__name__ == "ReadyScreen", "home works as always"
    assert dict(files_of(sample)) == before


@pytest.mark.usefixtures("quick_print")
@pytest.mark.parametrize(("key", "char"), [("enter", "\r"), ("ideographic_space", "\u3000")])
async def test_goes_on_at_a_key(played: Played, key: str, char: str) -> None:
    async with played(pace=UNTIL_SPACE) as (app, _pilot):
        await to_beat(app, 2)
        while app.player is not None and app.player.at < 3:
            app.post_message(Key(key, char))
            await asyncio.sleep(0.01)
        assert app.touring


async def test_other_keys_and_clicks_reach_no_screen(played: Played) -> None:
    async with played(pace=UNTIL_SPACE) as (app, pilot):
        await to_beat(app, 4)
        await pilot.press("5", "f10", "f1", "backspace")
        # Pilot gives a click to the screen itself; a terminal gives it to the app.
        for kind in (MouseDown, MouseUp):
            app.post_message(kind(None, 8, 6, 0, 0, 1, False, False, False))
        app.post_message(Paste("5"))
        await pilot.pause()
        assert app.player is not None
        assert app.player.at == 4
        assert type(app.screen).__name__ == "RollScreen"
        assert app.player._facts()["absent"] == 0


async def test_language_can_be_turned_and_stays(played: Played, temporary: Path) -> None:
    async with played(pace=UNTIL_SPACE) as (app, pilot):
        await to_beat(app, 2)
        await pilot.press("ctrl+g")
        await pilot.pause()
        assert BEATS[1].says.id in screen_text(app)
        await pilot.press("escape")
        await to_the_end(app, pilot)
        assert_landed(app, temporary)
        assert app.school.language == "en"


async def test_a_tour_that_goes_astray_says_so_at_home(
    played: Played, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tour_player, "TRIES", 2)
    beats = (*BEATS[:5], Beat(says=Sentence("{step}"), expects={"step": 99}))
    async with played(beats=beats) as (app, pilot):
        await to_the_end(app, pilot)
        assert_landed(app, temporary)
        assert "6" in said_at_home(app)


@pytest.mark.parametrize("error", [OSError("disk full"), RuntimeError("bug")])
async def test_an_error_in_the_tour_keeps_nobody_out(
    played: Played, temporary: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fails(_self: Twin) -> School:
        raise error

    monkeypatch.setattr(Twin, "build", fails)
    async with played() as (app, pilot):
        await to_the_end(app, pilot)
        assert_landed(app, temporary)
        assert str(error) in said_at_home(app)


async def test_without_room_for_a_folder_home_opens(
    played: Played, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_self: Twin, *_args: object, **_kwargs: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(Twin, "__init__", fails)
    async with played() as (app, pilot):
        await to_the_end(app, pilot)
        assert_landed(app, temporary)
        assert "no room" in said_at_home(app)


def test_a_screen_that_fails_is_followed_by_home(
    sample: Path,
    temporary: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    real, seen = LifeskillsApp.run, []

    async def looked(pilot: Pilot[object]) -> None:
        app = pilot.app
        await pilot.pause()
        seen.append((type(app).__name__, type(app.screen).__name__))
        app.exit()

    def headless(self: LifeskillsApp, **_: object) -> None:
        if isinstance(self, TourApp):
            self._pace = 0
            real(self, headless=True)
        else:
            real(self, headless=True, auto_pilot=looked)

    def fails(_self: LessonScreen) -> None:
        raise RuntimeError("a mistake of ours")

    monkeypatch.setattr(LifeskillsApp, "run", headless)
    monkeypatch.setattr(LessonScreen, "draw", fails)
    run_tour(School(sample, clock=FakeClock(), language="en"))
    assert seen == [("LifeskillsApp", "HomeScreen")]
    assert left_in(temporary) == []
    assert "a mistake of ours" in capsys.readouterr().err


@pytest.mark.usefixtures("quick_print")
async def test_leaving_the_program_leaves_nothing(
    played: Played, temporary: Path, sample: Path
) -> None:
    before = dict(files_of(sample))
    async with played(pace=UNTIL_SPACE) as (app, pilot):
        await to_beat(app, 6)
        assert left_in(temporary)
        await pilot.press("ctrl+q")
    app.forget()
    assert left_in(temporary) == []
    assert dict(files_of(sample)) == before
