"""The command line: click groups by noun, no logic. Results on stdout, errors on stderr.

Exit codes: 0 done, 1 findings or refused, 2 wrong use. Bare ``lifeskills`` opens the screen.
"""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line; a bare call opens the screen without loading it."""
    if len(sys.argv) == 1 and _screen_was_open():
        return
    from lifeskills.cli.root import main as with_click

    with_click()


def _screen_was_open() -> bool:
    """Open the screen here, which saves a tenth of the first frame; False if there is an error.

    The command line then comes to the same error and shows it as it shows all others.
    """
    import gc

    # The collector would walk every class that is loaded, over and over: with it the first frame
    # and home come about 7 in a hundred later. The screen turns it on when the packs are read.
    gc.disable()
    from lifeskills import places
    from lifeskills.classroom.school import School
    from lifeskills.core.errors import LifeskillsError
    from lifeskills.tui.start import run

    try:
        run(School(places.find_school()))
    except LifeskillsError:
        return False
    finally:
        gc.enable()
    return True
