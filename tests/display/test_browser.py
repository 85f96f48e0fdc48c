"""The class screen in a real Chromium, the network cut wherever the system lets us cut it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def cut_off() -> list[str]:
    """What a command is to be called by to have a network of its own; empty where that fails."""
    if shutil.which("unshare") is None:
        return []
    way = ["unshare", "-n" if os.geteuid() == 0 else "-rn"]
    works = subprocess.run([*way, "true"], check=False, capture_output=True).returncode == 0
    return way if works else []


@pytest.mark.browser
@pytest.mark.timeout(600)
def test_a_lesson_is_seen_in_chromium_and_nothing_leaves_the_machine(tmp_path: Path) -> None:
    way = cut_off()
    if os.geteuid() == 0 and sys.platform == "linux":
        assert way, "root can cut the network off"
    command = [*way, sys.executable, "-m", "tests.display.in_a_browser", str(tmp_path / "school")]
    done = subprocess.run(
        [*command, "--cut"] if way else command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=500,
    )
    assert done.returncode == 0, done.stdout + done.stderr
