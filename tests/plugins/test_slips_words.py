"""Exit slips have one vocabulary: tool, closing, record and print say the same three words."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from lifeskills import places
from lifeskills.core.tools.slips import FACE_WORDS, FACES
from lifeskills.language import translator
from tests.fakes import FakeClock
from tests.press.small_school import DAY, make_school, printed


@pytest.mark.parametrize("language", ["zh", "en"])
def test_print_says_what_the_screen_says(language: str) -> None:
    shipped = places.shipped("plugins") / "books" / "words.toml"
    words = tomllib.loads(shipped.read_text(encoding="utf-8"))
    told = {key: entry[language] for key, entry in words.items() if key.startswith("slip_")}
    say = translator(language)
    assert told == {f"slip_{face}": say(FACE_WORDS[face]).lower() for face in FACES}
    sheet = words["roll_sum"][language]
    assert all(told[f"slip_{face}"] in sheet for face in FACES)


@pytest.mark.parametrize(
    ("slips", "kept", "said", "unsaid"),
    [
        ({"yes": 3, "partly": 1, "not-yet": 0}, {}, ["会了 3", "有点会 1", "还没 0"], []),
        (None, {"when": "later"}, ["小纸条以后数"], ["会了"]),
        (None, {"when": "never"}, ["小纸条没有数"], ["会了"]),
    ],
    ids=["counted", "later", "never"],
)
def test_the_class_record_shows_the_slips_once(
    tmp_path: Path,
    fake_clock: FakeClock,
    slips: dict[str, int] | None,
    kept: dict[str, str],
    said: list[str],
    unsaid: list[str],
) -> None:
    school = make_school(tmp_path / "school", fake_clock)
    (group,) = [one for one in school.classes.list() if school.classes.records(one.id)]
    record = school.classes.records(group.id)[0]
    tool = {"faces": slips, "present": 4} if slips else kept
    record = {**record, "slips": slips, "tools": {"slip": tool}}
    school.classes.add_record(group.id, record)
    file = tmp_path / "record.html"
    day = dt.datetime.fromisoformat(DAY)
    printed(school, "class-record", file, class_name=group.name, day=day)
    page = file.read_text(encoding="utf-8")
    assert all(page.count(words) == 1 for words in said), page
    assert not any(words in page for words in unsaid)
