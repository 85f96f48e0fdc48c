"""Write what each screen looks like into ``docs/screens``.

    python -m tests.capture_screens [NAME…]

Each picture is made by the keys that a teacher presses, on the sample school as of one fixed day:
in Chinese and English, 80×24 and 120×40. Text is written for all of them. Colours differ and words
do not, so SVG is written for the small screen alone, in both themes; SVG of all four would be
fourfold. The total is said at the end.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from html import unescape
from pathlib import Path

from rich.cells import cell_len
from textual.theme import Theme

from lifeskills.classroom.demo import build_demo
from lifeskills.classroom.school import School
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.themes import DARK, LIGHT
from tests.fakes import FakeClock
from tests.tui.conftest import packs_loaded, screen_text, type_keys

SCREENS = Path(__file__).resolve().parent.parent / "docs" / "screens"
LANGUAGES = ("zh", "en")
SIZES = ((80, 24), (120, 40))
THEMES = (DARK, LIGHT)
CELL_WIDTH = 12.2
"""Pixels of a cell in Rich's pictures."""
ROLL = ("enter", "enter", "1", "2", "space", "4", "1", "-", "3", "0", "=", "enter")
"""From home by the ready check through a roll with three marks into the lesson."""
CLOSED = (*ROLL, "space", "wait 6", "f10", "enter")
SHOTS: dict[str, Sequence[str]] = {
    "home": (),
    "help": ("f1",),
    "palette": ("ctrl+p",),
    "lessons": ("l", "pause"),
    "lessons-search": ("l", "2", "pause"),
    "lesson-text": ("l", "2", "5", "enter", "enter"),
    "year": ("y",),
    "local-facts": ("f",),
    "ready": ("enter",),
    "roll": ("r", "1", "2", "space", "4", "1", "-", "3", "0", "="),
    "roll-letters": ("r", "l"),
    "head-count": ("down", "down", "r", "3", "tab", "2", "tab", "5"),
    "disclosure": ("f8",),
    "question": ("f9",),
    "follow-up": ("f9", "1"),
    "lesson": (*ROLL, "space"),
    "lesson-later": (*ROLL, "space", "wait 12", "space", "space"),
    "lesson-help": (*ROLL, "space", "f1"),
    "skip": (*ROLL, "space", "delete"),
    "note": (*ROLL, "space", "ctrl+n"),
    "latecomer": (*ROLL, "space", "ctrl+l", "1", "2"),
    "groups": (*ROLL, "space", "f6"),
    "turn": (*ROLL, "space", "ctrl+t"),
    "class-screen": (*ROLL, "space", "f5"),
    "large-clock": (*ROLL, "space", "wait 2", "f4"),
    "close": (*ROLL, "space", "f10"),
    "closed": CLOSED,
    "found-open": (*ROLL, "space", "leave", "wait 240", "enter"),
}


async def shoot(
    school: School,
    clock: FakeClock,
    keys: Sequence[str],
    to: Path,
    size: tuple[int, int],
    theme: Theme = DARK,
) -> int:
    """Press the keys, then write the screen as ``to.txt`` (dark) and ``to.svg`` (small).

    Gives the bytes that were written.
    """
    app = LifeskillsApp(school)
    written = 0
    async with app.run_test(size=size) as pilot:
        app.theme = theme.name
        await packs_loaded(app, pilot)
        for key in keys:
            if key.startswith("wait "):
                clock.advance(minutes=float(key.removeprefix("wait ")))
            elif key == "pause":
                await pilot.pause(0.5)
            elif key == "leave":
                app.screen.teaching.leave()  # type: ignore[attr-defined]  # as a power cut would
                app.go_home()
                await pilot.pause()
            else:
                await type_keys(pilot, key)
        await pilot.pause()
        to.parent.mkdir(parents=True, exist_ok=True)
        if theme is DARK:
            written += _write(to.with_suffix(".txt"), screen_text(app) + "\n")
        if size == SIZES[0]:
            svg = true_widths(app.export_screenshot(title=f"lifeskills: {to.stem}", simplify=True))
            name = to.name if theme is DARK else f"{to.name}-light"
            written += _write(to.with_name(f"{name}.svg"), svg)
    return written


def true_widths(svg: str) -> str:
    """The picture with every text as wide as its cells: Rich writes the number of its letters, and
    Chinese would be pressed into half its room."""

    def widened(found: re.Match[str]) -> str:
        cells = cell_len(unescape(found["words"]))
        return f'textLength="{cells * CELL_WIDTH:g}"{found["rest"]}>{found["words"]}<'

    return re.sub(r'textLength="[0-9.]+"(?P<rest>[^>]*)>(?P<words>[^<]*)<', widened, svg)


def _write(path: Path, text: str) -> int:
    path.write_text(text, encoding="utf-8")
    return path.stat().st_size


async def main(names: Sequence[str]) -> None:
    """Make all pictures, or those named; say how large they are together."""
    written = 0
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            made = Path(folder) / language
            build_demo(made, language=language, today=FakeClock().today())
            for name in names or SHOTS:
                for width, height in SIZES:
                    for theme in THEMES if (width, height) == SIZES[0] else THEMES[:1]:
                        copy = Path(folder) / f"{language}-{name}-{width}-{theme.name}"
                        shutil.copytree(made, copy)
                        clock = FakeClock()
                        school = School(copy, clock=clock, language=language)
                        to = SCREENS / f"{language}-{width}x{height}" / name
                        written += await shoot(
                            school, clock, SHOTS[name], to, (width, height), theme
                        )
                        shutil.rmtree(copy)
    sys.stdout.write(f"{written / 1_000_000:.1f} MB in {SCREENS}\n")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
