"""Loading every lesson and fitting one, as the curriculum grows from what is shipped to a thousand.

    python benchmarks/growth.py [SIZE …]

Bigger curricula are varied copies of the shipped ones: other ids, no number, and in every block
a line that says which copy it is, so that nothing is found in a cache by its words. Cold is a new
process that imports the library and lists the courses; warm is the same in a process that has done
it before. "All read" also reads and fits every lesson to a class; "one" fits a single lesson, its
pages read before. Beside each stands the same run's plain reading of the same files: bytes, UTF-8,
tomllib. The exponent is the slope between the smallest and the largest size: 1 is linear, 0 is
constant.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from lifeskills import places
from lifeskills.core.folders import PackFolder
from lifeskills.core.setting import Setting
from lifeskills.packs.library import Library

SIZES = (44, 250, 1000)
ROUNDS = 5
PACKS = ("core", "sending", "receiving")
COURSE = re.compile(r'^(course|adapts) = "([a-z0-9-]+)"$', re.MULTILINE)
NUMBER = re.compile(r"^number = \d+\n", re.MULTILINE)
SETTING = Setting(
    audience="g7-9",
    band="under16",
    side="sending",
    place="guizhou",
    language="zh",
    day=dt.date(2026, 11, 26),
)
COLD = """
import sys, time
begun = time.perf_counter()
sys.path.insert(0, {root!r})
from benchmarks.growth import Library, packs_in
from pathlib import Path
Library(packs_in(Path({folder!r}))).courses("zh")
print(time.perf_counter() - begun)
"""


def grow(folder: Path, size: int) -> int:
    """Shipped packs with copies of lessons until there are about ``size``; how many there are."""
    shutil.copytree(places.shipped("curricula"), folder)
    masters = sorted((folder / "core" / "lessons").glob("*.zh.md"))
    courses = {file: COURSE.findall(file.read_text(encoding="utf-8"))[0][1] for file in masters}
    made = len(masters)
    copy = 0
    while made < size:
        copy += 1
        for file in masters[: size - made]:
            _copy(folder, file.name.removesuffix(".zh.md"), courses[file], copy)
        made += min(len(masters), size - made)
    return made


def _copy(folder: Path, stem: str, course: str, copy: int) -> None:
    for pack in PACKS:
        for file in (folder / pack / "lessons").glob(f"{stem}.*.md"):
            text = file.read_text(encoding="utf-8")
            text = NUMBER.sub("", COURSE.sub(rf'\1 = "\2-{copy}"', text))
            text = text.replace("\n:::\n", f"\n（第{copy}份）\n:::\n")
            name = file.name.replace(stem, f"{course}-{copy}", 1)
            file.with_name(name).write_text(text, encoding="utf-8", newline="")


def packs_in(folder: Path) -> list[PackFolder]:
    """Every pack below a folder."""
    return [PackFolder(file.parent) for file in sorted(folder.rglob("pack.toml"))]


def plain(folder: Path) -> None:
    """What any program would have to do with the same lesson files."""
    for file in sorted(folder.rglob("lessons/*.md")):
        text = file.read_bytes().decode("utf-8")
        tomllib.loads(text.split("+++", 2)[1])


def everything(folder: Path) -> None:
    """List every course and fit each that is open to the class."""
    library = Library(packs_in(folder))
    for info in library.courses("zh"):
        if SETTING.audience in info.audiences:
            library.lesson(info.course, SETTING)


def median(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Milliseconds."""
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        action()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def cold(folder: Path) -> float:
    """Milliseconds from a new process's first line to the list of courses."""
    root = str(Path(__file__).resolve().parent.parent)
    told = [
        subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", COLD.format(root=root, folder=str(folder))],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for _ in range(ROUNDS)
    ]
    return statistics.median(float(one) * 1000 for one in told)


def measure(folder: Path) -> dict[str, float]:
    """Milliseconds of each, taken turn by turn on the same files."""
    library = Library(packs_in(folder))
    course = next(one for one in library.courses("zh") if SETTING.audience in one.audiences)
    library.lesson(course.course, SETTING)
    return {
        "plain": median(lambda: plain(folder)),
        "cold": cold(folder),
        "warm": median(lambda: Library(packs_in(folder)).courses("zh")),
        "all read": median(lambda: everything(folder), 2),
        "one": median(lambda: library.lesson(course.course, SETTING), 25),
    }


def main(sizes: tuple[int, ...]) -> None:
    """A line a size, then how each grows."""
    found: dict[int, dict[str, float]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary) / "curricula"
            made = grow(folder, size)
            found[made] = measure(folder)
        times = found[made]
        told = "  ".join(
            f"{name} {took:8.1f} ms ({took / times['plain']:5.2f} ×)"
            for name, took in times.items()
        )
        print(f"{made:5} lessons  {told}", flush=True)
    few, many = min(found), max(found)
    if few < many:
        slope = {
            name: math.log(found[many][name] / found[few][name]) / math.log(many / few)
            for name in found[few]
        }
        print("growth         " + "  ".join(f"{name} n^{one:.2f}" for name, one in slope.items()))


if __name__ == "__main__":
    main(tuple(int(one) for one in sys.argv[1:]) or SIZES)
