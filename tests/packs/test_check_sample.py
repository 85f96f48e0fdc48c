"""The sample breaks no rule; so a finding in another test comes from what that test changed."""

from __future__ import annotations

from pathlib import Path

from lifeskills.packs.check import check
from tests.packs.sample import ACTIVITIES, DAY, write_stamped


def test_sample_is_clean(tmp_path: Path) -> None:
    findings = check(write_stamped(tmp_path), day=DAY, activities=ACTIVITIES)

    assert [f"{one.file}:{one.line} {one.rule} {one.message}" for one in findings] == []
