"""The command line: click groups by noun, no logic. Results on stdout, errors on stderr.

Exit codes: 0 done, 1 findings or refused, 2 wrong use. Bare ``lifeskills`` opens the screen.
"""

from __future__ import annotations

from lifeskills.cli.root import main

__all__ = ["main"]
