"""What the plugin tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeskills import places as real_places
from lifeskills.plugins import PluginSet
from lifeskills.trust import TrustList
from tests.plugins.making import Places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Empty folders for shipped, user's and school's plugins."""
    return Places(tmp_path)


@pytest.fixture
def first_party(tmp_path: Path) -> PluginSet:
    """The plugins that ship with the program."""
    return PluginSet.load(
        shipped=real_places.shipped("plugins"),
        trust=TrustList(tmp_path / "trusted.json"),
        entry_points=False,
    )
