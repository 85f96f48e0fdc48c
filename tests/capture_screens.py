"""Write what each screen looks like into ``docs/screens``.

    python -m tests.capture_screens [NAME…]

Each picture is made by the keys that a teacher presses, on the sample school as of one fixed day:
in Chinese and English, 80×24 and 120×40, dark; as text and as SVG.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from lifeskills.classroom.demo import build_demo
from lifeskills.classroom.school import School
from lifeskills.tui.app import LifeskillsApp
from tests.fakes import FakeClock
from tests.tui.conftest import packs_loaded, screen_text, type_keys

SCREENS = Path(__file__).resolve().parent.parent / "docs" / "screens"
LANGUAGES = ("zh", "en")
SIZES = ((80, 24), (120, 40))
ROLL = ("enter", "enter", "1", "2", "space", "4", "1", "-", "3", "0", "=", "enter")
"""From home by the ready check through a roll with three marks into the lesson."""
SHOTS: dict[str, Sequence[str]] = {
    "home": (),
    "help": ("f1",),
    "palette": ("ctrl+p",),
    "lessons": ("l",),
    "lessons-search": ("l", "2"),
    "lesson-text": ("l", "2", "5", "enter", "enter"),
    "ready": ("enter",),
    "roll": ("r", "1", "2", "space", "4", "1", "-", "3", "0", "="),
    "roll-letters": ("r", "l"),
    "head-count": ("down", "down", "r", "3", "tab", "2", "tab", "5"),
    "disclosure": ("f8",),
    "question": ("f9",),
    "follow-up": ("f9", "1"),
    "lesson": (*ROLL, "space"),
    "lesson-later": (*ROLL, "space", "wait 12", "space", "space"),
    "groups": (*ROLL, "space", "f6"),
    "class-screen": (*ROLL, "space", "f5"),
    "large-clock": (*ROLL, "space", "wait 2", "f4"),
    "close": (*ROLL, "space", "f10"),
}


async def shoot(
    school: School, clock: FakeClock, keys: Sequence[str], to: Path, size: tuple[int, int]
) -> None:
    """Press the keys, then write the screen as ``to.txt`` and ``to.svg``."""
    app = LifeskillsApp(school)
    async with app.run_test(size=size) as pilot:
        await packs_loaded(app, pilot)
        for key in keys:
            if key.startswith("wait "):
                clock.advance(minutes=float(key.removeprefix("wait ")))
            else:
                await type_keys(pilot, key)
        await pilot.pause()
        to.parent.mkdir(parents=True, exist_ok=True)
        to.with_suffix(".txt").write_text(screen_text(app) + "\n", encoding="utf-8")
        svg = app.export_screenshot(title=f"lifeskills: {to.stem}", simplify=True)
        to.with_suffix(".svg").write_text(svg, encoding="utf-8")


async def main(names: Sequence[str]) -> None:
    """Make all pictures, or those named."""
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            made = Path(folder) / language
            build_demo(made, language=language, today=FakeClock().today())
            for name in names or SHOTS:
                for width, height in SIZES:
                    copy = Path(folder) / f"{language}-{name}-{width}"
                    shutil.copytree(made, copy)
                    clock = FakeClock()
                    school = School(copy, clock=clock, language=language)
                    to = SCREENS / f"{language}-{width}x{height}" / name
                    await shoot(school, clock, SHOTS[name], to, (width, height))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
