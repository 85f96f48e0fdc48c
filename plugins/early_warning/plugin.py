"""Rules that notice who stops coming, early and evenly; none of them knows who anybody is.

Each rule is one sentence that a teacher can check in the register. ``thresholds.toml`` holds the
numbers, ``README.md`` where they come from.
"""

from __future__ import annotations

from lifeskills.api import Register, SignalRule, hookimpl

from .rules import VERSION, falling_off, run, share, worry


@hookimpl
def register_signals(register: Register[SignalRule]) -> None:
    """Give the rules, the gravest first."""
    register(SignalRule(id="run", version=VERSION, judge=run))
    register(SignalRule(id="falling-off", version=VERSION, judge=falling_off))
    register(SignalRule(id="share", version=VERSION, judge=share))
    register(SignalRule(id="worry", version=VERSION, judge=worry))
